//! The only access to the network: a text, or why it did not come.
use gloo_net::http::{Method, RequestBuilder, Response};
use thiserror::Error;
use web_sys::RequestCache;

/// Why a text did not come.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FetchError {
    /// The server answered with a status that is no success.
    #[error("the server answered {status} for {url}")]
    Status {
        /// The address asked for.
        url: String,
        /// The HTTP status code.
        status: u16,
    },
    /// No answer came, or it broke off.
    #[error("no answer came for {url}")]
    Unreachable {
        /// The address asked for.
        url: String,
    },
}

/// Whether an answer that the browser keeps will do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Freshness {
    /// An answer that is kept will do.
    #[default]
    Kept,
    /// The server is asked again: the answer that is kept was a bad one.
    Again,
}

/// Fetches a text.
///
/// # Errors
/// [`FetchError`] where no answer comes, or one with another status than success.
pub async fn text(url: &str, freshness: Freshness) -> Result<String, FetchError> {
    let response = answer(Method::GET, url, freshness).await?;
    response.text().await.map_err(|_| FetchError::Unreachable { url: url.to_owned() })
}

/// Fetches a file.
///
/// # Errors
/// As [`text()`].
pub async fn bytes(url: &str, freshness: Freshness) -> Result<Vec<u8>, FetchError> {
    let response = answer(Method::GET, url, freshness).await?;
    response.binary().await.map_err(|_| FetchError::Unreachable { url: url.to_owned() })
}

/// Whether there is something at an address.
///
/// # Errors
/// [`FetchError`] where there is not.
pub async fn look(url: &str) -> Result<(), FetchError> {
    answer(Method::HEAD, url, Freshness::Kept).await.map(drop)
}

async fn answer(method: Method, url: &str, freshness: Freshness) -> Result<Response, FetchError> {
    let unreachable = |_| FetchError::Unreachable { url: url.to_owned() };
    let cache = match freshness {
        Freshness::Kept => RequestCache::Default,
        Freshness::Again => RequestCache::Reload,
    };
    let request = RequestBuilder::new(url).method(method).cache(cache);
    let response = request.send().await.map_err(unreachable)?;
    match response.ok() {
        true => Ok(response),
        false => Err(FetchError::Status { url: url.to_owned(), status: response.status() }),
    }
}
