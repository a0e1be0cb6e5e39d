//! A static dashboard of employment social security for one region: how far its workers are
//! covered, what was paid to them, and who was honoured for protecting them.
//!
//! The modules in reading order; each may use those above it only (see `ARCHITECTURE.md`).
#![recursion_limit = "512"]

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod checks;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod context;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod describe;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod lookup;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod shape;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod titles;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod ui;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod sections;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod explorer;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod report_page;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod figures_page;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod panels;

// What only the build needs.
#[cfg(feature = "ssr")]
pub mod document;

// What only the browser needs.
#[cfg(feature = "hydrate")]
pub mod app;
#[cfg(feature = "hydrate")]
pub mod attach;
#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "hydrate")]
pub mod chunks;
#[cfg(feature = "hydrate")]
pub mod grid;
#[cfg(feature = "hydrate")]
pub mod openers;
