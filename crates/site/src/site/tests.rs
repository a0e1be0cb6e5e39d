//! Whole pages and whole sites, without a build.
mod several;

use std::sync::Arc;

use dataset::Dataset;
use jamsostek_dashboard::{document::DocumentKind, report_page};
use routes::{Block, Page};
use scraper::{ElementRef, Html, Selector};
use words::Lang;

use super::*;
use crate::{
    content::Content,
    editions::{self, Edition},
    html,
    policy::Policy,
    publish::{Heights, Publication},
    reports,
    testing::{assets, datasets, public, shell},
};

/// Writes the site of a dataset without a module, as the build does.
pub fn site_in(out: &Path, data: &Path, editions: Option<&Path>) -> Result<()> {
    site_of(out, &[data], editions)
}

/// Writes the site of reports with files in the place of a module, as the build does.
fn site_of(out: &Path, reports: &[&Path], editions: Option<&Path>) -> Result<()> {
    site_with(out, reports, editions, &assets())
}

/// Writes the site of reports as the build does, with these applications.
fn site_with(out: &Path, reports: &[&Path], editions: Option<&Path>, assets: &Assets) -> Result<()> {
    let of_claims = ["app-claims-1/app.js", "app-claims-1/split.js", "app-claims-1/app_bg.wasm"];
    for file in
        ["app-1/app.js", "app-1/split.js", "app-1/app_bg.wasm", "icon-2.svg"].into_iter().chain(of_claims)
    {
        fs::create_dir_all(out.join(file).parent().unwrap())?;
        fs::write(out.join(file), "x")?;
    }
    let files =
        |data: &&Path| ReportFiles { data: data.to_path_buf(), given: data.to_path_buf(), published: None };
    let site = Site {
        out: out.to_path_buf(),
        reports: reports.iter().map(files).collect(),
        base: "/".to_owned(),
        site_url: Some("https://example.org/r".to_owned()),
        editions: editions.map(Path::to_path_buf),
        scripts: Scripts::default(),
        pictures: KeptPictures::default(),
        studio: None,
    };
    site.write(assets, public()).map(drop)
}

/// Every page of the report in a language, at the root and below `v/`, with its name for messages.
fn documents(data: Dataset, site_url: Option<&str>, lang: Lang) -> Vec<(String, Page, String)> {
    let data = Arc::new(data);
    let blocks = report_page::blocks(&data);
    let edition = Edition::of(&data, "data/d.json", b"", None);
    let (shell, heights) = (shell(), Heights::default());
    let mut pages = Vec::new();
    for page in report_page::pages(&data) {
        let content = Content::of_report(&data, &[], None, (lang, page));
        for pinned in [false, true] {
            let publication = Publication {
                data: &data,
                dataset_file: "data/d.json",
                dataset_bytes: b"",
                site_url,
                pinned,
                blocks: &blocks,
                heights: &heights,
                up: if pinned { editions::UP } else { "" },
                others: &[],
            };
            let (path, html) = reports::page(&shell, &publication, &edition, (lang, page), &content).unwrap();
            pages.push((format!("{path} of {}, pinned: {pinned}", data.id), page, html));
        }
    }
    pages
}

fn in_english(text: &str, site_url: Option<&str>) -> String {
    let data = dataset::read(text).dataset.unwrap();
    documents(data, site_url, Lang::En).swap_remove(0).2
}

fn shipped() -> Dataset {
    Arc::unwrap_or_clone(crate::publish::tests::shipped())
}

/// The names of all elements as they are written.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let all = lol_html::element!("*", |element| {
        tags.push(element.tag_name());
        Ok(())
    });
    html::rewrite(html, vec![all]).unwrap();
    tags
}

fn select<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_page_is_one_document_in_its_language() {
    for (file, data) in datasets() {
        for lang in Lang::ALL {
            for (name, page, html) in documents(data.clone(), None, lang) {
                assert!(html.starts_with("<!DOCTYPE html><html lang=\""), "{name} of {file}: {html:.80}");
                for tag in ["html", "head", "body", "title", "main", "h1"] {
                    assert_eq!(
                        html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count(),
                        1,
                        "{tag} of {name}"
                    );
                }
                let parsed = Html::parse_document(&html);
                assert_eq!(select(&parsed, "html")[0].attr("lang"), Some(lang.code()), "{name}");
                for selector in ["body > #app #content", "#failed[hidden]", "#notice:empty", "head > script"]
                {
                    assert_eq!(select(&parsed, selector).len(), 1, "{selector} of {name}");
                }
                let masthead = usize::from(page == Page::Report);
                for (selector, count) in [("a.skip", masthead), ("body > script:not([type])", 1 - masthead)] {
                    assert_eq!(select(&parsed, selector).len(), count, "{selector} of {name}");
                }
                // Where the parser had to mend something, the browser's page is another one than was written.
                let written = tags(&html).into_iter();
                let read = select(&parsed, "*");
                let read = read.iter().map(|element| element.value().name().to_lowercase());
                assert!(written.eq(read), "{name}");
            }
        }
    }
}

#[test]
fn the_policy_allows_each_script_and_style_and_nothing_else() {
    let hash = |text: &str| {
        let inline = jamsostek_dashboard::document::Inline { start: text.to_owned(), ..Default::default() };
        let policy = Policy::of(&inline).to_string();
        let first = policy.split_whitespace().find(|part| part.starts_with("'sha256")).unwrap();
        first.trim_end_matches(';').to_owned()
    };
    for (name, _, html) in documents(shipped(), Some("https://example.org/r"), Lang::Id) {
        let parsed = Html::parse_document(&html);
        let policies = select(&parsed, "meta[http-equiv=Content-Security-Policy]");
        assert_eq!(policies.len(), 1);
        let policy = policies[0].attr("content").unwrap();
        assert!(!policy.contains("unsafe-inline") && !policy.contains("style-src 'self' blob:"), "{policy}");
        let texts = select(&parsed, "script:not([type='application/ld+json']), style");
        for element in &texts {
            let text: String = element.text().collect();
            assert!(policy.contains(&hash(&text)), "{name}: {text:.60}");
        }
        assert!(
            select(&parsed, "[style]").is_empty() && select(&parsed, "[onclick], [onload]").is_empty(),
            "{name}"
        );
    }
}

#[test]
fn every_address_leads_below_the_root() {
    for lang in Lang::ALL {
        for (name, page, html) in documents(shipped(), None, lang) {
            let depth = routes::path(lang, page).matches('/').count();
            for attribute in ["href", "src"] {
                for address in html::attributes(&html, &format!("[{attribute}]"), attribute).unwrap() {
                    if address.starts_with("https://")
                        || address.starts_with('#')
                        || address.starts_with("data:")
                    {
                        continue;
                    }
                    assert!(!address.starts_with('/'), "{address} on {name}");
                    // Only the notice of an edition leads out of the edition's folder.
                    let up = address.matches("../").count();
                    let most = if name.ends_with("true") { depth + 2 } else { depth };
                    assert!(up <= most, "{address} on {name}");
                }
            }
            let root = routes::to_root(lang, page);
            // The application lies once at the root of the site.
            let up = if name.ends_with("true") { editions::UP } else { "" };
            for file in ["app-1/app.js", "app-1/split.js", "app-1/app_bg.wasm", "icon-2.svg"] {
                assert_eq!(
                    html.matches(&format!("href=\"{root}{up}{file}\"")).count(),
                    1,
                    "{file} on {name}"
                );
            }
            assert!(!html.contains("app-claims-"), "{name} shows no claims");
            assert_eq!(html.matches(&format!("href=\"{root}data/d.json\"")).count(), 1, "{name}");
            assert!(html.contains(&format!("<meta name=\"jamsostek-root\" content=\"{root}\">")), "{name}");
            assert!(html.contains("<meta name=\"jamsostek-dataset\" content=\"data/d.json\">"), "{name}");
        }
    }
}

#[test]
fn the_application_comes_after_what_is_seen() {
    let html = in_english(DATASET, None);
    for link in ["modulepreload", "preload"] {
        let priorities = html::attributes(&html, &format!("link[rel={link}]"), "fetchpriority").unwrap();
        assert!(!priorities.is_empty() && priorities.iter().all(|priority| priority == "low"), "{html}");
    }
    assert!(html.find("<link rel=\"modulepreload\"") < html.find("<body"));
}

const DATASET: &str = r#"{"format": "jamsostek-dashboard/1", "id": "x", "region": "r", "languages": ["id", "en"],
    "title": {"en": "Title <1> & \"2\""}, "summary": {"en": "Summary </script>"}}"#;

#[test]
fn the_head_says_what_the_dataset_is_about() {
    let html = in_english(DATASET, Some("https://example.org/r"));
    assert!(html.contains("<title>Title &lt;1&gt; &amp; \"2\"</title>"), "{html}");
    let parsed = Html::parse_document(&html);
    let content = |selector: &str| select(&parsed, selector)[0].attr("content").unwrap().to_owned();
    assert_eq!(content("meta[name=description]"), "Summary </script>");
    assert_eq!(content("meta[property='og:title']"), "Title <1> & \"2\"");
    assert_eq!(content("meta[property='og:locale']"), "en_US");
    assert_eq!(content("meta[name='twitter:card']"), "summary_large_image");
    assert_eq!(content("meta[name='jamsostek-fingerprint']"), "0123456789abcdef");
    let json = select(&parsed, "script[type='application/ld+json']")[0].text().collect::<String>();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["description"], "Summary </script>");
    assert!(
        html.ends_with("</script></body></html>") || html.ends_with("</script><!></body></html>"),
        "{html}"
    );
}

#[test]
fn languages_are_named_only_with_a_public_address() {
    let html = in_english(DATASET, None);
    let head = html.split_once("<body").unwrap().0;
    assert!(!head.contains("hreflang") && !head.contains("canonical") && !head.contains("oembed"), "{head}");
    assert!(!head.contains("og:url") && head.contains("content=\"summary\""), "{head}");
    let html = in_english(DATASET, Some("https://example.org/r"));
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/r/en/\">"), "{html}");
    for (code, href) in [("id", ""), ("en", "en/"), ("x-default", "")] {
        let link =
            format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"https://example.org/r/{href}\">");
        assert!(html.contains(&link), "{link}: {html}");
    }
}

#[test]
fn the_head_says_the_shape_of_each_part_that_acts() {
    for (name, page, html) in documents(shipped(), None, Lang::Id) {
        let parsed = Html::parse_document(&html);
        let live: Vec<_> = select(&parsed, "[data-live]")
            .iter()
            .map(|part| part.attr("data-live").unwrap().to_owned())
            .collect();
        let said = html::attributes(&html, "meta[name=jamsostek-shapes]", "content").unwrap().concat();
        let names: Vec<_> = said.split_whitespace().map(|shape| shape.split_once(':').unwrap().0).collect();
        assert_eq!(names, live, "{name}");
        assert!(page != Page::Report || live.iter().any(|name| name == "winners-0"), "{live:?}");
        // In the document it is that of the content alone.
        assert_eq!(crate::shape::said(&crate::shape::shapes(&html)), said, "{name}");
    }
}

#[test]
fn every_page_has_the_chart_that_its_pictures_show() {
    let data = Arc::new(shipped());
    for block in [Block::Groups, Block::Trend, Block::Claims, Block::SpecialAwards] {
        let page = Page::Embed(block);
        let content = Content::of_report(&data, &[], None, (Lang::Id, page));
        let drawings = content.drawings(publish::chart_of(page).unwrap()).unwrap();
        assert!(!drawings.is_empty(), "{block:?}");
        assert!(drawings.iter().all(|svg| svg.starts_with("<svg") && svg.ends_with("</svg>")), "{block:?}");
    }
}

#[test]
fn every_mark_has_its_rule_on_every_page() {
    let (styles, mut seen) = (shell().styles, 0);
    for (file, data) in datasets() {
        let data = Arc::new(data);
        for page in report_page::pages(&data) {
            let kind = match page {
                Page::Embed(block) => DocumentKind::Block(block),
                _ => DocumentKind::Report,
            };
            let rules = styles.of(kind);
            let content = Content::of_report(&data, &[], None, (Lang::Id, page));
            for after in content.markup().split("class=\"c-").skip(1) {
                let (role, _) = after.split_once('"').unwrap();
                // Minified, rules for one thing may have become one.
                let has = |end: char| rules.contains(&format!("& .c-{role}{end}"));
                assert!(['{', ',', ':', ' '].into_iter().any(has), "c-{role} on {page:?} of {file}");
                seen += 1;
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn only_what_is_public_as_it_is_gets_copied() {
    let (public, staging) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for file in ["data/other.json", "styles/a.css", "schema/d.json", "icon.svg", "ask.css"] {
        let path = public.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    copy_public(public.path(), staging.path()).unwrap();
    assert!(staging.path().join("schema/d.json").is_file());
    assert_eq!(fs::read_dir(staging.path()).unwrap().count(), 1);
}

#[test]
fn the_first_stop_of_every_page_with_a_masthead_skips_to_its_content() {
    let (before, now) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let earlier = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(root.join("tests/data/minimal.json")).unwrap();
    let text =
        text.replace("\"id\": \"minimal\"", "\"id\": \"one-group-2020\", \"languages\": [\"id\", \"en\"]");
    let earlier = earlier.path().join("one-group-2020.json");
    fs::create_dir_all(earlier.parent().unwrap()).unwrap();
    fs::write(&earlier, text).unwrap();
    site_in(before.path(), &earlier, None).unwrap();
    // Editions of another report are refused.
    let other = site_in(now.path(), &root.join("tests/data/only-awards.json"), Some(before.path()));
    let message = other.unwrap_err().to_string();
    assert!(message.contains("one-group") && message.contains("only-awards"), "{message}");
    let now = tempfile::tempdir().unwrap();
    site_in(now.path(), &root.join("tests/data/one-group.json"), Some(before.path())).unwrap();
    let (mut with_link, mut outdated) = (0, 0);
    for entry in WalkDir::new(now.path()) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|extension| extension != "html") || path.ends_with("404.html") {
            continue;
        }
        let html = fs::read_to_string(&path).unwrap();
        let skips = html.matches("<a href=\"#content\" class=\"skip\">").count();
        assert_eq!(skips, html.matches("class=\"masthead\"").count(), "{}", path.display());
        assert!(html.contains("id=\"content\""), "{}", path.display());
        if skips == 0 {
            continue;
        }
        with_link += 1;
        outdated += usize::from(html.contains("<aside id=\"outdated\" aria-label"));
        let (_, stops) = html.split_once("<a ").unwrap();
        assert!(stops.starts_with("href=\"#content\" class=\"skip\""), "{}: {stops:.200}", path.display());
        // It stands outside what the application fills.
        assert!(html.find("class=\"skip\"") < html.find("id=\"app\""), "{}", path.display());
    }
    // Report, snippets and figures in two languages: at the root and below both editions.
    assert_eq!((with_link, outdated), (18, 4));
}

#[test]
fn the_large_table_beside_the_dataset_is_published_with_it() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = data.path().join("d.json");
    let dataset = |href: &str| {
        format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "d", "region": "r", "title": "T",
            "regions": {{"r": {{"name": "R", "level": "province"}}}}, "claims": {{"records": {{"href": "{href}"}}}}}}"#
        )
    };
    fs::create_dir(data.path().join("all")).unwrap();
    fs::write(data.path().join("all/claims.csv"), "a,b\r\n").unwrap();
    fs::write(&file, dataset("all/claims.csv")).unwrap();
    site_in(out.path(), &file, None).unwrap();
    assert_eq!(fs::read_to_string(out.path().join("data/all/claims.csv")).unwrap(), "a,b\r\n");
    let edition = fs::read_dir(out.path().join("v")).unwrap().next().unwrap().unwrap().path();
    assert!(edition.join("data/all/claims.csv").is_file());
    // What is not there or lies elsewhere stops no build, and nothing is taken from elsewhere.
    for href in ["none.csv", "d.json", "../d/d.json", "/etc/hostname", "https://example.org/c.csv", "all", ""]
    {
        fs::write(&file, dataset(href)).unwrap();
        let out = tempfile::tempdir().unwrap();
        site_in(out.path(), &file, None).unwrap();
        let names: Vec<_> =
            fs::read_dir(out.path().join("data")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(
            names.iter().all(|name| ["d", "d.json", "datapackage.json"].contains(&name.to_str().unwrap())),
            "{href}: {names:?}"
        );
    }
}

#[test]
fn a_report_in_english_only_has_english_pages_and_a_way_to_them() {
    let dir = tempfile::tempdir().unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/cash-benefit.json");
    site_in(dir.path(), &data, None).unwrap();
    let text = |path: &str| fs::read_to_string(dir.path().join(path));
    let root = text("index.html").unwrap();
    assert!(root.starts_with("<!DOCTYPE html>") && root.contains("<html lang=\"en\">"), "{root}");
    assert!(root.contains("content=\"0; url=en/\"") && root.contains("<a href=\"en/\">"), "{root}");
    let report = text("en/index.html").unwrap();
    for wanted in [
        "About 72 in every 100 households in Northland are covered by the child benefit.",
        "The child benefit</p>",
    ] {
        assert!(report.contains(wanted), "{wanted}: {report}");
    }
    for unwanted in ["hreflang=\"id\"", "workers", "employment social security", "Bahasa Indonesia"] {
        assert!(!report.contains(unwanted), "{unwanted}");
    }
    for missing in ["figures/index.html", "embed/index.html", "embed/headline/index.html", "site.webmanifest"]
    {
        assert!(text(missing).is_err(), "{missing}");
        assert!(missing == "site.webmanifest" || text(&format!("en/{missing}")).is_ok(), "en/{missing}");
    }
}

#[test]
fn a_page_with_a_grid_of_claims_may_have_a_worker_and_names_it() {
    let many = fs::read_to_string("../../tests/claims/kasus-rekaan.json").unwrap();
    let many = dataset::read(&many).dataset.unwrap();
    let mut grids = 0;
    for (name, _, html) in
        documents(many, None, Lang::Id).into_iter().chain(documents(shipped(), None, Lang::Id))
    {
        let parsed = Html::parse_document(&html);
        let has_grid = !select(&parsed, "[data-live=many-handovers]").is_empty();
        let named: Vec<_> = select(&parsed, "meta[name=jamsostek-workbook]")
            .iter()
            .map(|meta| meta.attr("content"))
            .collect();
        let expected = if has_grid { vec![Some("claims-workbook.js")] } else { Vec::new() };
        assert_eq!(named, expected, "{name}");
        let policy = select(&parsed, "meta[http-equiv=Content-Security-Policy]");
        assert_eq!(policy[0].attr("content").unwrap().contains("worker-src"), has_grid, "{name}");
        grids += usize::from(has_grid);
    }
    // The report and the blocks that show single claims, each at the root and below `v/`.
    assert!(grids >= 4, "{grids}");
}
