//! The name of a dataset's edition.
use sha2::{Digest, Sha256};

/// How many hexadecimal digits of the hash are in a name: enough for the editions of a site.
const DIGITS: usize = 8;

/// The name of the edition of a dataset: its id and the beginning of the SHA-256 of its file, so that the same file is
/// always the same edition. What an address cannot hold of the id becomes a hyphen.
///
/// ```
/// assert_eq!(dataset::edition_name("Sumsel 2025", b"abc"), "sumsel-2025-ba7816bf");
/// ```
#[must_use]
pub fn edition_name(id: &str, file: &[u8]) -> String {
    let hash: String = Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect();
    edition_name_of_hash(id, &hash)
}

/// As [`edition_name`], where the SHA-256 of the file is known already, in hexadecimal digits.
#[must_use]
pub fn edition_name_of_hash(id: &str, sha256: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let id: String = id.chars().map(plain).collect();
    format!("{id}-{}", sha256.get(..DIGITS).unwrap_or(sha256))
}
