//! What the browser gives and takes: one hook a file. Nothing else of the application touches the window, the
//! document, the history or the network.
pub mod address;
pub mod anchor;
pub mod clipboard;
pub mod controls;
pub mod details;
pub mod events;
pub mod fetch;
pub mod focus;
pub mod layout;
pub mod links;
pub mod marks;
pub mod popover;
pub mod resize;
pub mod shape;
pub mod shell;
pub mod stylesheet;
pub mod task;
