//! The worker of the explorer's page ([0022](../../../docs/adr/0022-explorer.md)).
//!
//! A message is an array, as of all workers: a text, which is empty here, and buffers: an `explorer::protocol::Message`,
//! and each part of its parcel. One without buffers says that the worker hears.
#[cfg(target_arch = "wasm32")]
mod scope;

fn main() {
    #[cfg(target_arch = "wasm32")]
    scope::start();
}
