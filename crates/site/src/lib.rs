//! What a site consists of: pages, pictures, tables, editions, and what search engines and content
//! systems are told. All of it is made from one dataset, natively, and needs no browser and no build.
mod builder;
pub mod editions;
mod figures;
mod hash;
pub mod mask;
pub mod pages;
pub mod publish;

pub use hash::sha256_hex;
