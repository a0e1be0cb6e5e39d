//! Panels that are loaded when they are opened.
mod marks;

pub use marks::start as start_marks;
