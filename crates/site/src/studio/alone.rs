//! The page alone: a report that is one file, as the studio fills it in.
use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use jamsostek_dashboard::document::{
    self, DocumentHead, DocumentKind, EditionNotices, Inline, Links, SiteFiles, SiteMeta,
};
use studio_worker::{ALONE, Slots};
use words::Lang;

use crate::{policy::Policy, shell::Shell, styles, tokens};

/// The stylesheets that the application loads when it needs them.
const LATER: [&str; 3] = ["ask.css", "grid.css", "marks.css"];
/// What a page alone consists of besides its report.
#[derive(Clone, Debug, Default)]
pub struct Alone {
    /// The script of the application and the one that loads chunks, as one script that makes `jamsostek`.
    pub bundle: String,
    /// The script that starts it.
    pub start: String,
    /// The module and the chunks that a page alone can need, by their names.
    pub modules: Vec<(String, Vec<u8>)>,
}

impl Alone {
    /// The page, with places where the report comes.
    ///
    /// # Errors
    /// When a stylesheet cannot be read, or a script would end its element.
    pub(super) fn page(&self, shell: &Shell, lang: Lang, public: &Path) -> Result<String> {
        let mut style = shell.styles.of(DocumentKind::Alone);
        for sheet in LATER {
            let path = public.join(sheet);
            let css = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            style += &styles::minified(&css)?;
        }
        for script in [&self.bundle, &self.start] {
            ensure!(!script.contains("</script"), "a script of the page alone would end its element");
        }
        let inline = Inline { start: self.start.clone(), frame: Some(self.bundle.clone()), style };
        let icon = fs::read(public.join("icon.svg")).context("reading icon.svg")?;
        let head = DocumentHead {
            kind: DocumentKind::Alone,
            lang,
            title: Slots::TITLE.to_owned(),
            description: Slots::DESCRIPTION.to_owned(),
            policy: Policy::of_alone(&inline).to_string(),
            paper: [tokens::light("paper"), tokens::dark("paper")].map(str::to_owned),
            files: SiteFiles {
                icon: format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(icon)),
                ..SiteFiles::default()
            },
            site: SiteMeta {
                root: "./".to_owned(),
                dataset: ALONE.to_owned(),
                fingerprint: Slots::FINGERPRINT.to_owned(),
                edition: Slots::EDITION.to_owned(),
                ..SiteMeta::default()
            },
            links: Links::default(),
            card: None,
            json_ld: None,
            inline,
            edition: EditionNotices::default(),
        };
        let page = document::render(head, Slots::CONTENT.to_owned());
        let (before, behind) = page.split_once("</body>").context("the document has no end")?;
        let mut parts = String::new();
        for (name, bytes) in &self.modules {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(bytes)?;
            parts += &part(name, "application/octet-stream", &BASE64_STANDARD.encode(packed.finish()?));
        }
        parts += &part(ALONE, "application/json", Slots::DATASET);
        Ok(format!("{before}{parts}</body>{behind}"))
    }
}

/// A part of the file that is no script.
fn part(name: &str, mime: &str, content: &str) -> String {
    format!("<script type=\"{mime}\" data-file=\"{name}\">{content}</script>")
}
