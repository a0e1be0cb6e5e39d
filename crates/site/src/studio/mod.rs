//! The studio: its pages, the empty page alone that it fills in, and what keeps it without a connection
//! (`docs/adr/0020-studio.md`).
mod alone;
mod offline;
mod page;

use std::path::Path;

use anyhow::Result;
use words::Lang;

use crate::{hash::sha256_hex, offline::NAME as OFFLINE, shell::Shell};

pub use alone::Alone;

/// Where the studio lies, seen from the site's root.
const FOLDER: &str = "studio/";

/// The studio as it was compiled.
#[derive(Clone, Debug)]
pub struct Studio {
    /// The folder of its modules and scripts, seen from the root, with a slash at its end. It is below the
    /// studio's page, because what keeps a worker's script must be responsible for its address.
    pub folder: String,
    /// The names of the files in it.
    pub files: Vec<String>,
    /// What a page alone consists of.
    pub alone: Alone,
}

impl Studio {
    /// The script that starts the page's module, in the folder.
    pub const SCRIPT: &str = "studio.js";
    /// The page's module, in the folder.
    pub const MODULE: &str = "studio_bg.wasm";
    /// The script that starts the worker, in the folder.
    pub const WORKER: &str = "worker.js";

    /// Everything of the studio but the folder of its modules: paths from the root, and contents.
    ///
    /// # Errors
    /// When a stylesheet cannot be read or a page cannot be made.
    pub fn files(&self, shell: &Shell, public: &Path) -> Result<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::new();
        let styles = shell.styles.of(jamsostek_dashboard::document::DocumentKind::Report);
        let mut own = Names { styles: named(FOLDER, "report", "css", styles.as_bytes()), alone: Vec::new() };
        files.push((own.styles.clone(), styles.into_bytes()));
        for lang in Lang::ALL {
            let page = self.alone.page(shell, lang, public)?;
            let path = named(FOLDER, &format!("alone-{}", lang.code()), "html", page.as_bytes());
            own.alone.push(path.clone());
            files.push((path, page.into_bytes()));
        }
        for lang in Lang::ALL {
            let path = path_of(lang);
            let document = page::document(self, shell, &own, lang);
            let kept = offline::script(self, shell, &own, lang, &document)?;
            files.push((format!("{path}index.html"), document.into_bytes()));
            files.push((format!("{path}{}", OFFLINE), kept.into_bytes()));
        }
        Ok(files)
    }
}

/// The names of files that the pages of the studio load, seen from the root.
struct Names {
    /// The stylesheet of reports.
    styles: String,
    /// The empty pages alone, in the order of the languages.
    alone: Vec<String>,
}

/// The path of the studio in a language, with a slash at its end.
fn path_of(lang: Lang) -> String {
    format!("{}{FOLDER}", routes::path(lang, routes::Page::Report))
}

/// The way from the studio's page to the root.
fn to_root(lang: Lang) -> String {
    "../".repeat(path_of(lang).matches('/').count())
}

/// A path with a hash of the content in it.
fn named(folder: &str, name: &str, ending: &str, content: &[u8]) -> String {
    let hash = sha256_hex(content);
    format!("{folder}{name}-{}.{ending}", hash.get(..16).unwrap_or(&hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{public, shell};

    fn studio() -> Studio {
        let alone = Alone {
            bundle: "var jamsostek={};".to_owned(),
            start: "0".to_owned(),
            modules: vec![("app_bg.wasm".to_owned(), b"\0asm".to_vec())],
        };
        let files = [Studio::SCRIPT, Studio::MODULE, Studio::WORKER].map(str::to_owned).to_vec();
        Studio { folder: "studio/0123456789abcdef/".to_owned(), files, alone }
    }

    #[test]
    fn the_pages_find_what_they_load_and_load_nothing_of_readers() {
        let files = studio().files(&shell(), public()).unwrap();
        let text = |path: &str| {
            let found = files.iter().find(|(name, _)| name == path);
            String::from_utf8(found.unwrap_or_else(|| panic!("no {path}")).1.clone()).unwrap()
        };
        for (page, root) in [("studio/", "../"), ("en/studio/", "../../")] {
            let html = text(&format!("{page}index.html"));
            assert!(html.contains(&format!("href=\"{root}studio/0123456789abcdef/studio.js\"")), "{html}");
            assert!(html.contains(&format!("data-worker=\"{root}studio/0123456789abcdef/worker.js\"")));
            assert!(!html.contains("app-1/") && !html.contains("unsafe-inline"));
            let kept = text(&format!("{page}offline.js"));
            assert!(kept.contains(&format!("{root}studio/0123456789abcdef/studio_bg.wasm")), "{kept}");
            assert!(kept.contains(&format!("{root}data/d.json")) && kept.contains("\"./\""));
        }
    }

    #[test]
    fn a_page_alone_loads_nothing() {
        let files = studio().files(&shell(), public()).unwrap();
        for code in ["id", "en"] {
            let start = format!("studio/alone-{code}-");
            let (_, page) = files.iter().find(|(name, _)| name.starts_with(&start)).unwrap();
            let page = String::from_utf8(page.clone()).unwrap();
            assert!(!page.contains("src=") && !page.contains("modulepreload"), "{page}");
            assert!(page.contains("default-src 'none'; script-src 'wasm-unsafe-eval'"));
            for slot in [studio_worker::Slots::CONTENT, studio_worker::Slots::DATASET] {
                assert_eq!(page.matches(slot).count(), 1, "{slot:?}");
            }
        }
    }
}
