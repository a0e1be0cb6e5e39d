//! What a site consists of: pages, pictures, tables, editions, and what search engines and content
//! systems are told. All of it is made of one dataset, natively, and needs no browser and no build.
//!
//! ```text
//! dataset ──mask──▶ served dataset ──components──▶ content ──┐
//!                        │                                   ├──document──▶ pages
//!                        └──publish──▶ head, pictures, tables┘
//! ```
mod assets;
pub mod claims;
mod content;
pub mod editions;
mod embed_page;
mod figures;
mod hash;
pub mod html;
pub mod mask;
mod not_found;
mod offline;
mod policy;
pub mod publish;
mod reports;
mod scripts;
mod shape;
mod shell;
mod site;
mod studio;
mod styles;
#[cfg(test)]
mod testing;
mod tokens;

pub use assets::{Assets, ClaimsAssets, TrunkFiles};
pub use hash::sha256_hex;
pub use scripts::{ALONE_SCRIPT, Scripts, plain};
pub use shape::shapes;
pub use site::{ReportFiles, Site};
pub use studio::{Alone, Studio};
pub use styles::SHEETS;
