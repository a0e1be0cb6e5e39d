//! A static dashboard of employment social security for one region: how far its workers are
//! covered, what was paid to them, and who was honoured for protecting them.
//!
//! The modules in reading order; each may use those above it only (see `ARCHITECTURE.md`). They are compiled with the
//! feature `ssr`, to write the pages natively, or with `hydrate`, for the browser.
#![cfg(any(feature = "hydrate", feature = "ssr"))]
#![recursion_limit = "512"]

pub mod checks;
pub mod context;
pub mod describe;

pub mod ui;

pub mod sections;

pub mod report_page;

pub mod panels;

#[cfg(feature = "hydrate")]
pub mod app;
#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "hydrate")]
pub mod chunks;
#[cfg(feature = "hydrate")]
pub mod openers;
