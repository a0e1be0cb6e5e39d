//! What only a browser can do: hooks, one a file. Nothing else uses its interfaces.
pub mod absolute;
pub mod clipboard;
pub mod download;
pub mod frame_height;
pub mod frame_keys;
pub mod picture;
pub mod refocus;
pub mod shown_block;
pub mod tokens;
