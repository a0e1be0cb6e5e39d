//! A static dashboard of employment social security for one region: how far its workers are
//! covered, what was paid to them, and who was honoured for protecting them.
//!
//! The modules in reading order; each may use those above it only (see `ARCHITECTURE.md`).
#![recursion_limit = "512"]

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod checks;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod context;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod describe;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod lookup;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod shape;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod titles;

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod ui;

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod sections;

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod explorer;

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod report_page;

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod figures_page;

#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod panels;

// What only the build needs.
#[cfg(feature = "ssr")]
pub mod document;

// What only the browser needs.
#[cfg(feature = "browser")]
pub mod attach;
#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "browser")]
pub mod chunks;
#[cfg(feature = "browser")]
pub mod grid;
#[cfg(feature = "browser")]
pub mod openers;
#[cfg(feature = "browser")]
pub mod start;

// The applications: one for each page of the two.
#[cfg(feature = "hydrate")]
pub mod app;
#[cfg(feature = "csr")]
pub mod claims_app;
