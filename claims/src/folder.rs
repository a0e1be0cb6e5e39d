//! The folder that is published: written beside its place, and put there when it is whole.
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use crate::sql::hex;

/// A folder that is being written.
pub struct Folder {
    root: PathBuf,
}

/// A file that was stored.
pub struct Stored {
    /// The first bytes of the SHA-256 of what is stored.
    pub hash: [u8; 8],
    /// The bytes of what is stored.
    pub bytes: u64,
}

impl Stored {
    /// The name that follows.
    pub fn name(&self) -> String {
        hex(&self.hash) + ".bin.gz"
    }
}

impl Folder {
    /// An empty folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(root: PathBuf) -> Result<Self> {
        if root.exists() {
            fs::remove_dir_all(&root).with_context(|| format!("removing {}", root.display()))?;
        }
        for kind in ["cube", "rows", "parquet"] {
            fs::create_dir_all(root.join(kind)).with_context(|| format!("making {}", root.display()))?;
        }
        Ok(Self { root })
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Packs bytes and stores them under the name that follows from them.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn pack(&self, kind: &str, bytes: &[u8]) -> Result<Stored> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes)?;
        let packed = packer.finish()?;
        let digest = Sha256::digest(&packed);
        let hash = digest.first_chunk().copied().context("a hash is short")?;
        let stored = Stored { hash, bytes: packed.len() as u64 };
        self.write(&format!("{kind}/{}", stored.name()), &packed)?;
        Ok(stored)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.root.join(name);
        fs::write(&path, bytes).with_context(|| format!("writing {}: is the disk full?", path.display()))
    }

    /// Puts the folder in its place; what was there before goes when the new one is there.
    ///
    /// # Errors
    /// When it cannot be put there.
    pub fn publish(self, out: &Path) -> Result<()> {
        let old = out.with_extension("old");
        if out.exists() {
            fs::rename(out, &old).with_context(|| format!("putting {} aside", out.display()))?;
        }
        fs::rename(&self.root, out).with_context(|| format!("putting {} in its place", out.display()))?;
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("removing {}", old.display()))?;
        }
        Ok(())
    }
}
