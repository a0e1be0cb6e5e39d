//! The explorer of published claims: its page, its block, and what acts there ([0022](../../docs/adr/0022-explorer.md)).
//!
//! The build writes the state without parameters, from the cube of the whole, by the components that the browser mounts
//! afresh. Everything is decided in `crates/explorer`; here it is drawn and listened to.
mod asked;
mod choose;
mod context;
mod distribution;
mod drawn;
mod figures;
mod map;
mod overview;
mod page;
mod parts;
mod trend;

#[cfg(feature = "browser")]
mod live;

pub use asked::{Asked, AskedOf, Asking};
pub use context::{Explorer, Picked, Published};
pub use figures::{Charts, Pictures};
#[cfg(feature = "ssr")]
pub use page::written;
pub use page::{ClaimsPage, ExplorerBlock, WriteExplorer};

#[cfg(feature = "browser")]
pub use live::{ListFilter, LoadRest, Rest, Starting};

#[cfg(all(test, feature = "ssr"))]
mod tests;
