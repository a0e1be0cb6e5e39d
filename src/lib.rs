//! A static dashboard of employment social security for one region: how far its workers are
//! covered, what was paid to them, and who was honoured for protecting them.
//!
//! The modules in reading order; each may use those above it only (see `ARCHITECTURE.md`).

#[cfg(any(feature = "csr", feature = "hydrate"))]
pub mod browser;
#[cfg(feature = "components")]
pub mod checks;
#[cfg(feature = "components")]
pub mod components;
#[cfg(feature = "components")]
pub mod context;
#[cfg(feature = "components")]
pub mod describe;
#[cfg(feature = "components")]
pub mod panels;
#[cfg(feature = "components")]
pub mod sections;
#[cfg(feature = "components")]
pub mod ui;

#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(feature = "csr")]
pub mod api;
#[cfg(feature = "csr")]
pub mod app;
