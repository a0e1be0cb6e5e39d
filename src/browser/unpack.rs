//! Files that are packed with gzip.
use js_sys::{Array, Function, Reflect, Uint8Array};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

/// The bytes that a packed file begins with.
const PACKED: [u8; 2] = [0x1f, 0x8b];

/// The file cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the file is no gzip, or it is damaged")]
pub struct UnpackError;

/// The content of a file that is packed with gzip. One that a server has unpacked on the way comes back as it is.
///
/// # Errors
/// [`UnpackError`] where it is damaged, or the browser cannot unpack.
pub async fn unpack(bytes: Vec<u8>) -> Result<Vec<u8>, UnpackError> {
    if !bytes.starts_with(&PACKED) {
        return Ok(bytes);
    }
    unpacked(&bytes).await.map_err(|_| UnpackError)
}

async fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    // The bindings have it among what is not stable yet, though all browsers do.
    let stream = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into::<Function>()?;
    let stream = Reflect::construct(&stream, &Array::of1(&"gzip".into()))?;
    let packed = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let plain = packed.stream().pipe_through(stream.unchecked_ref());
    let buffer = Response::new_with_opt_readable_stream(Some(&plain))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(buffer).await?).to_vec())
}
