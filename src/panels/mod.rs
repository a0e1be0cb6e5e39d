//! Panels that are loaded when they are opened. Each is entered by one function, behind which its code can be split
//! off the application.
#[cfg(feature = "browser")]
pub mod ask;
pub mod embed_form;
#[cfg(feature = "browser")]
mod marks;
#[cfg(feature = "browser")]
mod opened;
#[cfg(any(feature = "browser", test))]
pub mod placement;
#[cfg(any(feature = "browser", test))]
pub mod share;

#[cfg(feature = "browser")]
pub use embed_form::{EmbedFormRequest, open_embed_form};
#[cfg(feature = "hydrate")]
pub use embed_form::{EmbedPageRequest, start_embed_page};
#[cfg(feature = "browser")]
pub use marks::{OnOpen, start as start_marks};
#[cfg(feature = "browser")]
pub use opened::{Kind, Opened};

use thiserror::Error;

/// Why a panel does not open. The link that asked for it leads to a page that says the same.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PanelError {
    /// What the form knows of the site cannot be read.
    #[error("{0}")]
    Options(#[from] embed_form::OptionsError),
    /// The browser cannot show it.
    #[error("the browser cannot show the panel")]
    Unsupported,
}
