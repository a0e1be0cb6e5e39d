//! The script that keeps pages for those without a connection.
use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use claims::manifest::MANIFEST;
use serde::Serialize;

use crate::{assets::Assets, claims::Claims, hash::sha256_hex, scripts};

/// The name of the script. It is responsible for the folder in which it lies, and for all below.
pub const NAME: &str = "offline.js";
/// What the build fills in.
const EMPTY: &str = r#"'{"name":"","files":[],"visited":[]}'"#;
/// The chunks that the page of claims loads, once rows are there, or when a chart is pointed at.
const CHUNKS: [&str; 2] = ["explorer_rest", "marks"];

/// What is kept. All addresses are seen from the script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Offline {
    /// What it is called: where that differs, what was kept before goes.
    pub name: String,
    /// What is kept from the first.
    pub files: Vec<String>,
    /// How the addresses begin of what is kept once it is visited.
    pub visited: Vec<String>,
}

impl Offline {
    /// What is kept of published claims: their page with all that it loads, the first figures, and whatever files of
    /// figures and rows are visited. `root` is the way from the page to where the report lies, `app` the folder of the
    /// page's application seen from the page, and `chunks` what [`chunks`] has found there.
    pub fn of_claims(claims: &Claims, dataset: &str, root: &str, app: &str, chunks: &[String]) -> Self {
        let own = |name: &str| [root, &claims.address, name].concat();
        let [worker, _] = Assets::CLAIMS_WORKERS;
        let worker = [".js", "_bg.wasm"].map(|ending| [worker, ending].concat());
        let application = [Assets::SCRIPT, Assets::LOADER, Assets::MODULE, "ask.css", "marks.css"];
        let application = application.into_iter().chain(worker.iter().chain(chunks).map(String::as_str));
        let manifest = claims.published.index.manifest();
        let whole = manifest.regions.first().map(|whole| own(&["cube/", &whole.cube.name].concat()));
        let changing = [[root, dataset].concat(), own(MANIFEST)];
        let mut files = vec!["./".to_owned()];
        files.extend(application.map(|file| [app, file].concat()));
        files.extend(changing.iter().cloned().chain(whole));
        let visited = changing.into_iter().chain([own("cube/"), own("rows/"), app.to_owned()]).collect();
        Self { name: String::new(), files, visited }
    }

    /// The same by the name of a page: where anything differs that is named by its content, so does the page.
    pub fn named_after(self, page: &str) -> Self {
        let hash = sha256_hex(page.as_bytes());
        Self { name: hash.get(..16).unwrap_or(&hash).to_owned(), ..self }
    }

    /// The script.
    ///
    /// # Errors
    /// When that of the sources has no place for what it keeps.
    pub fn script(&self) -> Result<String> {
        let kept = serde_json::to_string(self)?.replace('\\', "\\\\").replace('\'', "\\'");
        let script = scripts::plain(scripts::OFFLINE_SCRIPT);
        let (before, behind) =
            script.split_once(EMPTY).context("offline.js has no place for what it keeps")?;
        Ok(format!("{before}'{kept}'{behind}\n"))
    }
}

/// The files of the chunks that the page of claims loads, in the folder of its application; none where that was not
/// split.
///
/// # Errors
/// When the list of the chunks cannot be read.
pub fn chunks(app: &Path) -> Result<Vec<String>> {
    let path = app.join(Assets::CHUNKS);
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let reading = || format!("reading {}", path.display());
    let text = fs::read_to_string(&path).with_context(reading)?;
    let loads: BTreeMap<String, Vec<String>> = serde_json::from_str(&text).with_context(reading)?;
    let mut files: Vec<String> =
        CHUNKS.iter().filter_map(|chunk| loads.get(*chunk)).flatten().cloned().collect();
    files.sort();
    files.dedup();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_has_what_it_keeps_whatever_it_is_called() {
        let kept = Offline {
            name: "n".to_owned(),
            files: vec!["../data/it's.json".to_owned(), "a\"b".to_owned()],
            visited: Vec::new(),
        };
        let script = kept.script().unwrap();
        let text = script.split_once("JSON.parse('").unwrap().1.split_once("');").unwrap().0;
        let read = text.replace("\\'", "'").replace("\\\\", "\\");
        assert_eq!(read, serde_json::to_string(&kept).unwrap());
        assert!(!script.contains("/**") && script.contains("addEventListener(\"fetch\""), "{script}");
    }

    #[test]
    fn the_chunks_are_those_of_the_page_of_claims_once_each() {
        let app = tempfile::tempdir().unwrap();
        assert!(chunks(app.path()).unwrap().is_empty());
        let loads = r#"{"ask": ["split_ask.wasm", "chunk_1.wasm"], "marks": ["split_marks.wasm", "chunk_2.wasm"],
            "explorer_rest": ["chunk_2.wasm", "split_explorer_rest.wasm"]}"#;
        fs::write(app.path().join(Assets::CHUNKS), loads).unwrap();
        let kept = ["chunk_2.wasm", "split_explorer_rest.wasm", "split_marks.wasm"];
        assert_eq!(chunks(app.path()).unwrap(), kept);
        fs::write(app.path().join(Assets::CHUNKS), "x").unwrap();
        assert!(format!("{:#}", chunks(app.path()).unwrap_err()).contains("chunks.json"));
    }
}
