//! The stylesheets: many in the sources, those that a page needs in the page.
use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, anyhow};
use jamsostek_dashboard::document::DocumentKind;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use routes::Block;

use crate::assets::shows_claims;

/// Every stylesheet of the pages, in the order of the cascade: each is a file of `public/styles/`, but [`GRID`].
pub const SHEETS: [&str; 23] = [
    "main",
    "reset",
    "tokens",
    "base",
    "layout",
    "cards",
    "embed",
    "report",
    "figures",
    "headline",
    "charts",
    "charts-more",
    "tables",
    "tools",
    "sortable",
    "awards",
    "method",
    "more",
    "explorer",
    "grid",
    "studio",
    "alone",
    "print",
];

/// The stylesheet of grids: in the pages of claims, and a file of its own for reports that turn out to need it.
const GRID: &str = "grid";

/// Whether a page can use a stylesheet: an embed has no masthead, and awards and tables to sort only where it
/// shows some.
fn is_needed(name: &str, kind: DocumentKind) -> bool {
    match (name, kind) {
        ("studio", _) => return kind == DocumentKind::Studio,
        ("alone", _) => return kind == DocumentKind::Alone,
        (_, DocumentKind::Studio) => return ["main", "reset", "tokens", "base", "layout"].contains(&name),
        _ => {}
    }
    let explores = shows_claims(kind);
    let of_report = ["headline", "awards", "method", "more", "sortable"];
    let of_claims = ["explorer", GRID].contains(&name);
    if of_claims || (explores && of_report.contains(&name)) {
        return of_claims && explores;
    }
    let DocumentKind::Block(block) = kind else { return name != "embed" };
    let awards = matches!(block, Block::Winners | Block::SpecialAwards | Block::Jury);
    let rows = matches!(block, Block::Handovers | Block::Jury);
    match name {
        "report" => false,
        "method" | "more" => block == Block::Report,
        "awards" => awards || block == Block::Report,
        "tools" => matches!(block, Block::Handovers | Block::ClaimsExplorer | Block::Winners | Block::Report),
        "sortable" => matches!(block, Block::Handovers | Block::Report),
        "headline" | "charts-more" => !awards && block != Block::Handovers,
        "charts" => !rows,
        _ => true,
    }
}

/// The stylesheets, minified.
#[derive(Clone, Debug, Default)]
pub struct Styles {
    sheets: BTreeMap<&'static str, String>,
}

impl Styles {
    /// Reads all of [`SHEETS`] from a folder.
    ///
    /// # Errors
    /// When one of them cannot be read or is no CSS.
    pub fn read(dir: &Path) -> Result<Self> {
        let mut sheets = BTreeMap::new();
        for name in SHEETS {
            let path = if name == GRID { dir.with_file_name(name) } else { dir.join(name) };
            let path = path.with_extension("css");
            let css = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let css = minified(&css).with_context(|| format!("in {}", path.display()))?;
            sheets.insert(name, css);
        }
        Ok(Self { sheets })
    }

    /// What stands in a page, in the order of the cascade.
    #[must_use]
    pub fn of(&self, kind: DocumentKind) -> String {
        let needed = SHEETS.iter().filter(|name| is_needed(name, kind));
        needed.filter_map(|name| self.sheets.get(name)).map(String::as_str).collect()
    }
}

/// A stylesheet in few bytes. Nothing is rewritten for older browsers.
///
/// # Errors
/// When it is no CSS.
pub fn minified(css: &str) -> Result<String> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| anyhow!("{error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIR: &str = "../../public/styles";

    #[test]
    fn every_stylesheet_is_on_the_list() {
        for entry in fs::read_dir(DIR).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert!(SHEETS.contains(&name), "{} is in no page: put it on the list", path.display());
        }
    }

    #[test]
    fn a_page_has_the_stylesheets_that_it_can_use_in_order() {
        let sheets = ["layout", "embed", "report", "awards"].map(|name| (name, format!(".{name}{{}}")));
        let styles = Styles { sheets: sheets.into_iter().collect() };
        assert_eq!(styles.of(DocumentKind::Report), ".layout{}.report{}.awards{}");
        assert_eq!(styles.of(DocumentKind::Block(Block::Groups)), ".layout{}.embed{}");
        assert_eq!(styles.of(DocumentKind::Block(Block::Jury)), ".layout{}.embed{}.awards{}");
    }

    #[test]
    fn minified_css_says_the_same() {
        let css = "/* a */\n@layer a {\n  .x { & .y:not(.z) { inset: calc(1rem + 2 * var(--a)); } }\n}";
        assert_eq!(minified(css).unwrap(), "@layer a{.x{& .y:not(.z){inset:calc(1rem + 2 * var(--a))}}}");
        assert_eq!(minified("@layer a, b;").unwrap(), "@layer a,b;");
        assert!(minified("a { b: c").is_ok() && minified("a } {").is_err());
        let styles = Styles::read(Path::new(DIR)).unwrap();
        let report = styles.of(DocumentKind::Report);
        assert!(report.starts_with("@layer reset,tokens,base,components,utilities;"), "{report:.80}");
        assert!(!report.contains("</") && !report.contains('\n'), "{report}");
    }
}
