//! Pictures of earlier builds: drawing is most of writing a site, and most cards stay the same.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::Shape;
use crate::hash::sha256_hex;

/// A folder of pictures by what they were drawn of; without a folder nothing is kept.
#[derive(Clone, Debug, Default)]
pub struct KeptPictures {
    folder: Option<PathBuf>,
}

impl KeptPictures {
    /// Those of a folder, which is made when the first one is kept.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: Some(folder.to_owned()) }
    }

    /// The picture that was drawn of the same, or else a new one.
    ///
    /// # Errors
    /// When it cannot be drawn, or the folder not be written.
    pub(super) fn picture(
        &self,
        shape: Shape,
        made_of: &str,
        draw: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let Some(folder) = &self.folder else { return draw() };
        let path = folder.join(format!("{}.png", key(shape, made_of)));
        if let Ok(bytes) = fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = draw()?;
        fs::create_dir_all(folder)?;
        // Whole or not at all: a build that was stopped leaves no half of a picture.
        let part = path.with_extension("part");
        fs::write(&part, &bytes).with_context(|| format!("writing {}", part.display()))?;
        fs::rename(&part, &path)?;
        Ok(bytes)
    }
}

/// A picture follows from its card, its shape, how it is drawn, and the libraries that draw.
fn key(shape: Shape, made_of: &str) -> String {
    const DRAWN_BY: [&str; 2] = [include_str!("mod.rs"), include_str!("../../../../../Cargo.lock")];
    sha256_hex(format!("{shape:?}\n{made_of}\n{}", DRAWN_BY.concat()).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_card_is_drawn_once_and_another_one_anew() {
        let dir = tempfile::tempdir().unwrap();
        let kept = KeptPictures::in_folder(&dir.path().join("pictures"));
        let picture = |shape, made_of, bytes: &[u8]| {
            let bytes = bytes.to_vec();
            kept.picture(shape, made_of, move || Ok(bytes)).unwrap()
        };
        assert_eq!(picture(Shape::Wide, "a", b"1"), b"1");
        assert_eq!(picture(Shape::Wide, "a", b"2"), b"1");
        assert_eq!(picture(Shape::Square, "a", b"3"), b"3");
        assert_eq!(picture(Shape::Wide, "b", b"4"), b"4");
        let nowhere = KeptPictures::default();
        assert_eq!(nowhere.picture(Shape::Wide, "a", || Ok(b"5".to_vec())).unwrap(), b"5");
    }
}
