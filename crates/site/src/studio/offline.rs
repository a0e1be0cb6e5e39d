//! The script that keeps the studio for those without a connection.
use anyhow::{Context, Result};
use words::Lang;

use super::{Names, Studio, to_root};
use crate::{hash::sha256_hex, scripts, shell::Shell};

/// The name of the script, beside the page.
pub(super) const NAME: &str = "offline.js";
/// What the build fills in.
const EMPTY: &str = r#"'{"name":"","files":[]}'"#;

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
    // Where anything differs, so does the page, and another one is kept.
    let hash = sha256_hex(format!("{document}{}", shell.fingerprint).as_bytes());
    let kept = serde_json::json!({ "name": hash.get(..16), "files": files }).to_string();
    let script = scripts::plain(scripts::OFFLINE_SCRIPT);
    let (before, behind) = script.split_once(EMPTY).context("offline.js has no place for what it keeps")?;
    // The names of files have neither quotes nor backslashes.
    Ok(format!("{before}'{kept}'{behind}\n"))
}
