//! What the application asks of the browser, one hook a file: the only users of web-sys.
pub mod anchor;
pub mod clipboard;
pub mod events;
pub mod focus;
pub mod layout;
pub mod popover;
pub mod resize;
pub mod stylesheet;
