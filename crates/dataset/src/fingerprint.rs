//! Whether two datasets are the same, byte for byte.

/// FNV-1a, 64 bits: its first value and its prime (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The FNV-1a hash of a dataset's bytes, as 16 hexadecimal digits.
///
/// A page names the fingerprint of the dataset it was made of, so that the browser can tell without
/// comparing anything else whether the dataset it fetched is another one. It is no protection: whoever
/// can change the dataset can change the page.
///
/// ```
/// assert_eq!(dataset::fingerprint(b"foobar"), "85944171f73967e8");
/// ```
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(bytes);
    fingerprint.digits()
}

/// A [`fingerprint`] of bytes that are given in parts, for those who have a reader waiting.
///
/// ```
/// let mut fingerprint = dataset::Fingerprint::default();
/// fingerprint.add(b"foo");
/// fingerprint.add(b"bar");
/// assert_eq!(fingerprint.digits(), dataset::fingerprint(b"foobar"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(OFFSET)
    }
}

impl Fingerprint {
    /// Adds the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    }

    /// The fingerprint of all bytes so far, as 16 hexadecimal digits.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_algorithms_authors() {
        // The test vectors of `fnv64a`.
        for (text, hash) in [
            ("", "cbf29ce484222325"),
            ("a", "af63dc4c8601ec8c"),
            ("b", "af63df4c8601f1a5"),
            ("fo", "08985907b541d342"),
            ("foobar", "85944171f73967e8"),
        ] {
            assert_eq!(fingerprint(text.as_bytes()), hash, "{text}");
        }
    }
}
