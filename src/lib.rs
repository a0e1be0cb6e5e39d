//! A static dashboard of employment social security for one region: how far its workers are
//! covered, what was paid to them, and who was honoured for protecting them.
//!
//! The modules in reading order; each may use those above it only (see `ARCHITECTURE.md`).
#![recursion_limit = "512"]

#[cfg(feature = "components")]
pub mod components;

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod prerender;

#[cfg(feature = "csr")]
pub mod api;
#[cfg(feature = "csr")]
pub mod takeover;

// The house that takes the place of the modules above (docs/adr/0017-house.md): it is complete natively, and
// takes over section by section.
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod checks;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod context;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod describe;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod ui;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod sections;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod report_page;

#[cfg(feature = "hydrate")]
pub mod app;
#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "hydrate")]
pub mod chunks;
#[cfg(feature = "hydrate")]
pub mod openers;
#[cfg(feature = "hydrate")]
pub mod panels;
