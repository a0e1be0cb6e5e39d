//! A static dashboard of employment social security for one region: how far its workers are
//! covered, what was paid to them, and who was honoured for protecting them.
//!
//! The modules in reading order; each may use those above it only (see `ARCHITECTURE.md`).
// The types of views are as deep as the page.
#![recursion_limit = "512"]

#[cfg(feature = "components")]
pub mod checks;
#[cfg(feature = "components")]
pub mod components;
#[cfg(feature = "components")]
pub mod context;
#[cfg(feature = "components")]
pub mod describe;
#[cfg(feature = "components")]
pub mod report_page;
#[cfg(feature = "components")]
pub mod sections;
#[cfg(feature = "components")]
pub mod ui;

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(feature = "csr")]
pub mod api;
#[cfg(feature = "csr")]
pub mod app;
