//! What keeps the studio for those without a connection.
use anyhow::Result;
use words::Lang;

use super::{Names, Studio, to_root};
use crate::{offline::Offline, shell::Shell};

/// The script of the studio in a language: it keeps the page and all that the page loads.
///
/// # Errors
/// When the script of the sources has no place for that.
pub(super) fn script(
    studio: &Studio,
    shell: &Shell,
    names: &Names,
    lang: Lang,
    document: &str,
) -> Result<String> {
    let root = to_root(lang);
    let seen = |file: &str| format!("{root}{file}");
    let mut files = vec!["./".to_owned()];
    files.extend(studio.files.iter().map(|file| seen(&format!("{}{file}", studio.folder))));
    files.extend([names.styles.as_str(), &shell.assets.icon, &shell.dataset_file].map(seen));
    files.extend(names.alone.iter().map(|file| seen(file)));
    // Where anything differs, so does the page, or the dataset that it starts from.
    let page = format!("{document}{}", shell.fingerprint);
    Offline { files, ..Offline::default() }.named_after(&page).script()
}
