//! Files from the network, unpacked.
use explorer::ledger::Fault;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, RequestCache, RequestInit, Response, WorkerGlobalScope};

#[wasm_bindgen]
extern "C" {
    /// Unpacks what flows through it. The bindings have it among what is not stable yet, though all browsers do.
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type DecompressionStream;

    #[wasm_bindgen(constructor)]
    fn new(format: &str) -> DecompressionStream;
}

/// The bytes that a packed file begins with.
const PACKED: [u8; 2] = [0x1f, 0x8b];

/// The content of a packed file. One that the server has unpacked on the way comes as it is.
///
/// # Errors
/// Why it is not there.
pub(crate) async fn unpacked(
    scope: &WorkerGlobalScope,
    address: &str,
    again: bool,
) -> Result<Vec<u8>, Fault> {
    let options = RequestInit::new();
    if again {
        options.set_cache(RequestCache::Reload);
    }
    let answer = JsFuture::from(scope.fetch_with_str_and_init(address, &options)).await;
    let response: Response = answer.and_then(JsCast::dyn_into).map_err(|_| Fault::Network)?;
    if !response.ok() {
        return Err(Fault::Status(response.status()));
    }
    let bytes = content(&response).await.map_err(|_| Fault::Network)?;
    if bytes.subarray(0, 2).to_vec() != PACKED {
        return Ok(bytes.to_vec());
    }
    let plain = unpack(&bytes).await.map_err(|_| Fault::Damaged("it cannot be unpacked".to_owned()))?;
    Ok(plain.to_vec())
}

async fn unpack(bytes: &Uint8Array) -> Result<Uint8Array, JsValue> {
    let packed = Blob::new_with_u8_array_sequence(&Array::of1(bytes))?;
    let plain = packed.stream().pipe_through(&DecompressionStream::new("gzip"));
    content(&Response::new_with_opt_readable_stream(Some(&plain))?).await
}

async fn content(response: &Response) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?))
}
