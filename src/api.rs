//! The only access to the network: the dataset's text, or why it did not come.
use gloo_net::http::Request;
use thiserror::Error;

/// Why the dataset's text did not come.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ApiError {
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

/// Fetches a text.
///
/// # Errors
/// [`ApiError`] where no answer comes, or one with another status than success.
pub async fn fetch_text(url: &str) -> Result<String, ApiError> {
    let unreachable = || ApiError::Unreachable { url: url.to_owned() };
    let response = Request::get(url).send().await.map_err(|_| unreachable())?;
    if !response.ok() {
        return Err(ApiError::Status { url: url.to_owned(), status: response.status() });
    }
    response.text().await.map_err(|_| unreachable())
}
