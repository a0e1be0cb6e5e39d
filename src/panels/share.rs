//! What can be taken along of a block as the page shows it.
mod credit;
#[cfg(feature = "browser")]
mod kind;
#[cfg(feature = "browser")]
mod outcome;
mod poster;
mod records;
#[cfg(feature = "browser")]
mod taking;
#[cfg(feature = "browser")]
mod tools;

pub use credit::credit;
#[cfg(feature = "browser")]
pub use kind::FigureLookup;
pub use poster::{Drawing, Poster, PosterStyle, draw};
pub use records::{FigureData, FigureFile, FigureRecord, csv};
#[cfg(feature = "browser")]
pub use tools::ShareTools;
