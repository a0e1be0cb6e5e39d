//! What opens over the report when a reader asks for it.
pub mod embed_form;
#[cfg(any(feature = "csr", feature = "hydrate", test))]
pub mod share;

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
