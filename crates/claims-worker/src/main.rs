//! The worker of the explorer's page ([0022](../../../docs/adr/0022-explorer.md)).
//!
//! A message is an array: the text of an `explorer::protocol::Message`, and a buffer for each part of the parcel.
//! One with an empty text says that the worker hears.
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod scope;

fn main() {
    #[cfg(target_arch = "wasm32")]
    scope::start();
}
