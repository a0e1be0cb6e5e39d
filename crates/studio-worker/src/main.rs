//! The worker of the studio's page: messages to commands, answers to messages.
//!
//! A message is an array: the text of a [`studio_worker::Message`], and a buffer for each part of the parcel.
#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
