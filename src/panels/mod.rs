//! Panels that are loaded when they are opened. Each is entered by one function, behind which its code can be split
//! off the application.
#[cfg(feature = "hydrate")]
pub mod ask;
#[cfg(feature = "hydrate")]
mod marks;
mod placement;

#[cfg(feature = "hydrate")]
pub use marks::start as start_marks;
