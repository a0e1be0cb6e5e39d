//! The studio in the browser: a report from a workbook, checked, seen and saved where it is made.
//!
//! The page holds what is seen, the worker (`crates/studio-worker`) does the rest. [`desk::Desk`] is what is
//! known of the report, the files of `parts/` show it.
#![recursion_limit = "512"]
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

mod history;
mod moves;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
mod drafts;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod parts;

fn main() {
    #[cfg(target_arch = "wasm32")]
    parts::start();
}
