//! Claims that are published beside a dataset (`docs/claims.md`): read for the pages of claims, and copied as they are.
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use claims::{Cube, manifest::MANIFEST};
use explorer::{Cubes, Index};
use flate2::read::GzDecoder;
use jamsostek_dashboard::{context::PublishedClaims, explorer::Published};
use walkdir::WalkDir;

/// Claims that are published beside a dataset.
#[derive(Clone, Debug)]
pub struct Claims {
    /// Where they lie.
    folder: PathBuf,
    /// Where they are served, seen from the root.
    pub address: String,
    /// What the build writes of them.
    pub published: Published,
}

/// Where the published claims of a report lie: in a folder beside it that has its name.
#[must_use]
pub fn folder(report: &Path) -> PathBuf {
    report.with_extension("claims")
}

/// The manifest of the claims that are published beside a report, where there are any: it names all other files by
/// their content.
#[must_use]
pub fn manifest(report: &Path) -> PathBuf {
    folder(report).join(MANIFEST)
}

impl Claims {
    /// Reads the claims beside a report whose dataset is served at `address`; `None` where there are none.
    ///
    /// # Errors
    /// When there is a manifest and it cannot be read, or the cube of the whole cannot.
    pub fn read(report: &Path, address: &str) -> Result<Option<Self>> {
        let (folder, path) = (folder(report), manifest(report));
        if !path.is_file() {
            return Ok(None);
        }
        let reading = || format!("reading {}", path.display());
        let index = Index::read(&fs::read_to_string(&path).with_context(reading)?).with_context(reading)?;
        let whole = index.manifest().regions.first().context("the manifest has no region")?;
        let path = folder.join("cube").join(&whole.cube.name);
        let reading = || format!("reading {}", path.display());
        let mut bytes = Vec::new();
        let packed = fs::File::open(&path).with_context(reading)?;
        GzDecoder::new(packed).read_to_end(&mut bytes).with_context(reading)?;
        let mut cubes = Cubes::default();
        cubes.insert(&index, 0, Cube::decode(&bytes).with_context(reading)?).with_context(reading)?;
        let address = format!("{}/", Path::new(address).with_extension("claims").display());
        Ok(Some(Self { folder, address, published: Published { index: Arc::new(index), cubes } }))
    }

    /// The same, as pages of another folder find them: that of the files is `folder`, seen from there.
    #[must_use]
    pub fn seen_from(self, folder: &str) -> Self {
        Self { address: [folder, &self.address].concat(), ..self }
    }

    /// What a page says of them.
    #[must_use]
    pub fn context(&self) -> PublishedClaims {
        PublishedClaims { folder: self.address.clone() }
    }

    /// Copies all of their files into a folder of the site.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn copy(&self, out: &Path) -> Result<()> {
        for entry in WalkDir::new(&self.folder).sort_by_file_name() {
            let entry = entry?;
            if !entry.file_type().is_file() {
                continue;
            }
            let to = out.join(&self.address).join(entry.path().strip_prefix(&self.folder)?);
            if let Some(dir) = to.parent() {
                fs::create_dir_all(dir)?;
            }
            fs::copy(entry.path(), &to).with_context(|| format!("copying {}", entry.path().display()))?;
        }
        Ok(())
    }
}
