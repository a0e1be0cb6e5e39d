//! What the browser gives and takes: one hook a file. Nothing else of the application touches the window, the
//! document, the history or the network.
pub mod absolute;
pub mod address;
pub mod answers;
pub mod anchor;
pub mod clipboard;
pub mod controls;
pub mod details;
pub mod download;
pub mod events;
pub mod fetch;
pub mod focus;
pub mod frame_height;
pub mod frame_keys;
pub mod layout;
pub mod links;
pub mod marks;
pub mod picture;
pub mod popover;
pub mod refocus;
pub mod resize;
pub mod shape;
pub mod shell;
pub mod shown_block;
pub mod stylesheet;
pub mod task;
pub mod tokens;
