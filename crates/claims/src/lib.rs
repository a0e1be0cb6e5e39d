//! What is published of single claims, and what is not.
//!
//! `cargo xtask claims prepare` turns a table of claims of any size into files for a static host (`docs/claims.md`):
//! a [`Manifest`], cube files ([`Cube`]) and chunks of rows ([`Rows`]).
//! This crate is their format, with readers for the browser and writers for the preparation, and the rules of what may
//! be published: [`suppress`] for cells, [`release`] for rows, [`quantile`] for quantiles and amounts.
//! [`audit`] is the other side: what somebody could compute.
//!
//! It knows no engine, no file and no network: the bytes that it reads are unpacked.
//!
//! ```
//! use claims::{Cell, Cube, Shape};
//!
//! let shape = Shape { regions: vec![0, 7], times: 3, first_month: 2, programmes: 6, groups: 5 };
//! let mut cube = Cube::new(shape);
//! cube.push([7, 0, 0, 0], &Cell { count: 12, amount: 504_000_000, ..Cell::default() });
//! let read = Cube::decode(&cube.encode()?)?;
//! assert_eq!(read.get([7, 0, 0, 0]).map(|cell| cell.count), Some(12));
//! assert_eq!(read.get([7, 1, 0, 0]), None, "no claims, or withheld");
//! # Ok::<(), claims::FormatError>(())
//! ```
pub mod audit;
mod cube;
mod error;
pub mod lattice;
pub mod manifest;
pub mod quantile;
pub mod release;
mod rows;
pub mod suppress;
pub mod wire;

pub use cube::{Cell, Chunk, Cube, Shape};
pub use error::FormatError;
pub use manifest::Manifest;
pub use rows::{CHUNK_ROWS, NOT_STATED, Row, Rows};
