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

/// Where what was published before is, while the new one takes its place.
const BEFORE: &str = "before";

/// A folder that is being written.
pub struct Folder {
    root: PathBuf,
    /// Where what was published before waits.
    before: PathBuf,
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
    /// An empty folder within that of a preparation.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(work: &Path) -> Result<Self> {
        let root = work.join("site");
        remove(&root)?;
        for kind in ["cube", "rows", "parquet"] {
            fs::create_dir_all(root.join(kind)).with_context(|| format!("making {}", root.display()))?;
        }
        Ok(Self { root, before: work.join(BEFORE) })
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
        if out.exists() {
            remove(&self.before)?;
            fs::rename(out, &self.before).with_context(|| format!("putting {} aside", out.display()))?;
        }
        if let Err(error) = fs::rename(&self.root, out) {
            if self.before.exists() {
                fs::rename(&self.before, out).with_context(|| format!("putting {} back", out.display()))?;
            }
            return Err(error).with_context(|| format!("putting {} in its place", out.display()));
        }
        remove(&self.before)
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

/// Puts back what was published before, where a run ended between putting it aside and publishing.
///
/// # Errors
/// When it cannot be put back.
pub fn recover(work: &Path, out: &Path) -> Result<()> {
    let before = work.join(BEFORE);
    if before.exists() && !out.exists() {
        fs::rename(&before, out).with_context(|| format!("putting {} back", out.display()))?;
    }
    Ok(())
}
