//! Panels that are loaded when they are opened.
#[cfg(feature = "hydrate")]
mod marks;

#[cfg(feature = "hydrate")]
pub use marks::start as start_marks;
#[cfg(feature = "hydrate")]
mod stub {
    use crate::context::Report;
    use web_sys::Element;
    #[derive(Debug, thiserror::Error)]
    #[error("x")]
    pub struct PanelError;
    pub struct AskOptions { pub key: String, pub anchor: Element, pub root: String, pub edition: String }
    pub struct EmbedFormRequest { pub options: String, pub block: routes::Block, pub opener: Element }
    pub fn open_ask(_: Report, _: AskOptions) -> Result<(), PanelError> { Err(PanelError) }
    pub fn open_embed_form(_: Report, _: EmbedFormRequest) -> Result<(), PanelError> { Err(PanelError) }
}
#[cfg(feature = "hydrate")]
pub use stub::*;
