//! The hash of a part's nodes, as the build writes it and the browser compares it.

/// A hash over nodes in their order (FNV-1a, 32 bits, <http://www.isthe.com/chongo/tech/comp/fnv/>): 1 and the name in
/// small letters where an element begins, 2 where it ends, 3 for a text, 4 for a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeHash(u32);

impl Default for ShapeHash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl ShapeHash {
    /// Adds bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// The hash of what was added.
    #[must_use]
    pub fn value(self) -> u32 {
        self.0
    }
}
