//! What can be taken along of a block as the page shows it.
mod credit;
#[cfg(feature = "hydrate")]
mod kind;
#[cfg(feature = "hydrate")]
mod outcome;
mod poster;
mod records;
#[cfg(feature = "hydrate")]
mod taking;
#[cfg(feature = "hydrate")]
mod tools;

pub use credit::credit;
#[cfg(feature = "hydrate")]
pub use kind::FigureLookup;
pub use poster::{Drawing, Poster, PosterStyle, draw};
pub use records::{FigureData, FigureFile, FigureRecord, csv};
#[cfg(feature = "hydrate")]
pub use tools::ShareTools;
