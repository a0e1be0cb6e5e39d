//! What the studio does beside its page: it opens files, keeps the report that is edited, checks it, renders it
//! and writes it out.
//!
//! All of it is bytes and texts. A [`Studio`] takes a [`Command`] with a [`Parcel`] of bytes and gives an
//! [`Answer`] with one; in the browser both are messages of a worker (`main.rs`), natively they are function calls.
#![recursion_limit = "512"]
mod protocol;

#[cfg(feature = "work")]
mod alone;
#[cfg(feature = "work")]
mod beginning;
#[cfg(feature = "work")]
mod draft;
#[cfg(feature = "work")]
mod findings;
#[cfg(feature = "work")]
mod paper;
#[cfg(feature = "work")]
mod preview;
#[cfg(feature = "work")]
mod studio;

pub use protocol::{
    Answer, Beginning, CellEdit, CellHelp, Command, Counts, Form, Grade, Kind, Message, Opened, Parcel,
    RowChange, Said, SheetGuide, SheetRows, Spot,
};

#[cfg(feature = "work")]
pub use alone::{ALONE, Slots};
#[cfg(feature = "work")]
pub use studio::Studio;

#[cfg(all(test, feature = "work"))]
mod tests;
