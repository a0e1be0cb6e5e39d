//! What the browser gives and takes: one hook a file. Nothing else of the application touches the window, the
//! document, the history or the network.
pub mod address;
pub mod controls;
pub mod details;
pub mod fetch;
pub mod links;
pub mod marks;
pub mod shape;
pub mod shell;
pub mod task;
