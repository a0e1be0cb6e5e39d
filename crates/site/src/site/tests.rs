//! Whole pages and whole sites, without a build.
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
    for file in ["app-1/app.js", "app-1/split.js", "app-1/app_bg.wasm", "icon-2.svg"] {
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
    site.write(&assets(), public()).map(drop)
}

/// Every page of the report in a language, at the root and below `v/`, with its name for messages.
fn documents(data: Dataset, site_url: Option<&str>, lang: Lang) -> Vec<(String, Page, String)> {
    let data = Arc::new(data);
    let blocks = report_page::blocks(&data);
    let edition = Edition::of(&data, "data/d.json", b"", None);
    let (shell, heights) = (shell(), Heights::default());
    let mut pages = Vec::new();
    for page in report_page::pages(&data) {
        let content = Content::of_report(&data, &[], (lang, page));
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
            let (path, html) = reports::page(&shell, &publication, &edition, (lang, page), &content);
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
                let written = tags(&html).into_iter().filter(|tag| tag != "noscript" && tag != "style");
                let read = select(&parsed, "*:not(noscript):not(style)");
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
        // In the head the parser takes what stands in `noscript` for a text or for elements.
        for element in &texts {
            let text: String = element.text().collect();
            assert!(policy.contains(&hash(&text)), "{name}: {text:.60}");
        }
        let without_scripts = shell().styles.without_scripts();
        assert!(html.contains(without_scripts) && policy.contains(&hash(without_scripts)), "{name}");
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
        let content = Content::of_report(&data, &[], (Lang::Id, page));
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
            let content = Content::of_report(&data, &[], (Lang::Id, page));
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

/// A folder with small reports: the file of each.
fn small(dir: &Path, id: &str, title: &str) -> PathBuf {
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "{id}", "region": "r", "languages": ["id", "en"],
        "title": {{"id": "Judul {title}", "en": "Title {title}"}}, "regions": {{"r": {{"name": "R", "level": "province"}}}},
        "indicators": {{"i": {{"label": "I", "unit": "percent", "role": "coverage-rate"}}}}, "headline": "o",
        "observations": [{{"id": "o", "indicator": "i", "region": "r", "time": {{"as_of": "2025"}}, "value": 40}}]}}"#
    );
    let file = dir.join(format!("{id}.json"));
    fs::write(&file, text).unwrap();
    file
}

/// Every link of every page below a folder leads to a file that is there.
fn links_lead_somewhere(out: &Path) {
    let mut followed = 0;
    for entry in WalkDir::new(out) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|ending| ending != "html") || path.ends_with("404.html") {
            continue;
        }
        let html = fs::read_to_string(&path).unwrap();
        for attribute in ["href", "src"] {
            for address in html::attributes(&html, &format!("[{attribute}]"), attribute).unwrap() {
                let file = address.split(['#', '?']).next().unwrap();
                if file.is_empty() || file.contains(':') {
                    continue;
                }
                // Stylesheets lie with the application, too, where a build put them.
                let file = match file.rsplit_once('/') {
                    Some((up, sheet)) if sheet.ends_with(".css") => format!("{up}/app.js"),
                    _ => file.to_owned(),
                };
                let mut to = path.parent().unwrap().join(&file);
                if file.ends_with('/') {
                    to = to.join("index.html");
                }
                assert!(to.is_file(), "{address} on {}", path.display());
                followed += 1;
            }
        }
    }
    assert!(followed > 100, "{followed}");
}

#[test]
fn several_reports_have_folders_of_their_own_and_one_is_at_the_root() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (jambi, bali) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "bali-2025", "Bali"));
    site_of(out.path(), &[&jambi, &bali], None).unwrap();
    links_lead_somewhere(out.path());
    let text = |path: &str| fs::read_to_string(out.path().join(path)).unwrap_or_else(|_| panic!("no {path}"));
    for (folder, own, other, way) in [
        ("", "Jambi", "Bali", "bali-2025/"),
        ("jambi-2025/", "Jambi", "Bali", "../bali-2025/"),
        ("bali-2025/", "Bali", "Jambi", "../jambi-2025/"),
    ] {
        let page = text(&format!("{folder}index.html"));
        assert!(page.contains(&format!("<title>Judul {own}")), "{folder}: {page:.400}");
        let link = format!("<a href=\"./{way}\">Judul {other}</a>");
        assert!(page.contains("<p>Laporan lain:") && page.contains(&link), "{folder}: {page}");
        let english = text(&format!("{folder}en/index.html"));
        let way = format!("<a href=\"../{way}en/\">Title {other}</a>");
        assert!(english.contains(&way), "{folder}: {english}");
        for file in
            ["embed.js", "editions.json", "embed/headline/index.html", "figures/index.html", "template.xlsx"]
        {
            assert!(out.path().join(folder).join(file).is_file(), "{folder}{file}");
        }
        // What all share is there once.
        assert_eq!(out.path().join(folder).join("app-1").exists(), folder.is_empty());
        let editions = out.path().join(folder).join("v");
        for entry in WalkDir::new(&editions) {
            assert!(!entry.unwrap().path().to_string_lossy().contains("app-1"), "{}", editions.display());
        }
    }
    let robots = text("robots.txt");
    for folder in ["", "jambi-2025/", "bali-2025/"] {
        assert!(robots.contains(&format!("Sitemap: https://example.org/r/{folder}sitemap.xml")), "{robots}");
        let sitemap = text(&format!("{folder}sitemap.xml"));
        assert!(sitemap.contains(&format!("<loc>https://example.org/r/{folder}</loc>")), "{sitemap}");
    }
    let canonical = "<link rel=\"canonical\" href=\"https://example.org/r/bali-2025/en/\">";
    assert!(text("bali-2025/en/index.html").contains(canonical));
}

#[test]
fn another_report_may_take_the_root_and_old_editions_stay() {
    let (data, first) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (jambi, bali) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "bali-2025", "Bali"));
    site_of(first.path(), &[&jambi], None).unwrap();
    let edition = fs::read_dir(first.path().join("v")).unwrap().next().unwrap().unwrap().file_name();
    let edition = edition.to_str().unwrap();
    // The application of the first deployment is another one.
    let app = first.path().join("app-0");
    fs::rename(first.path().join("app-1"), &app).unwrap();
    for entry in WalkDir::new(first.path().join("v")) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|ending| ending == "html") {
            fs::write(&path, fs::read_to_string(&path).unwrap().replace("app-1/", "app-0/")).unwrap();
        }
    }
    let second = tempfile::tempdir().unwrap();
    site_of(second.path(), &[&bali, &jambi], Some(first.path())).unwrap();
    links_lead_somewhere(second.path());
    assert!(second.path().join("app-0/split.js").is_file() && second.path().join("app-1/app.js").is_file());
    let page = fs::read_to_string(second.path().join("v").join(edition).join("index.html")).unwrap();
    assert!(page.contains("id=\"outdated\" hidden"), "it is the newest of its report: {page}");
    // A newer issue of it: the old one says where that is.
    let newer = small(data.path(), "jambi-2026", "Jambi");
    let third = tempfile::tempdir().unwrap();
    site_of(third.path(), &[&bali, &newer], Some(second.path())).unwrap();
    links_lead_somewhere(third.path());
    let page = fs::read_to_string(third.path().join("v").join(edition).join("index.html")).unwrap();
    assert!(page.contains("Ini edisi lama") && page.contains("<a href=\"../../jambi-2026/\">"), "{page}");
    // A report that is no longer on the site has editions that nobody answers for.
    let fourth = tempfile::tempdir().unwrap();
    let refused = site_of(fourth.path(), &[&bali], Some(third.path())).unwrap_err().to_string();
    assert!(refused.contains("jambi") && refused.contains("reports/"), "{refused}");
    // What a page needs and the last deployment lost is named.
    fs::remove_dir_all(second.path().join("app-0")).unwrap();
    let refused = site_of(fourth.path(), &[&bali, &jambi], Some(second.path())).unwrap_err().to_string();
    assert!(refused.contains("app-0/"), "{refused}");
}

#[test]
fn a_report_cannot_be_called_like_pages_of_the_site() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let other = small(data.path(), "bali-2025", "Bali");
    for id in ["en", "embed", "data", "v", "figures", "a b", "app-1"] {
        let file = small(data.path(), id, "X");
        let refused = site_of(out.path(), &[&other, &file], None).unwrap_err().to_string();
        assert!(refused.contains(id) && refused.contains("folder of its own"), "{id}: {refused}");
        // Alone it needs no folder.
        assert!(site_of(out.path(), &[&file], None).is_ok(), "{id}");
    }
    let again = data.path().join("again.json");
    fs::copy(&other, &again).unwrap();
    let refused = site_of(out.path(), &[&other, &again], None).unwrap_err().to_string();
    assert!(refused.contains("two reports"), "{refused}");
}

#[test]
fn of_a_workbook_the_copy_without_withheld_names_is_served() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let text = r#"{"format": "jamsostek-dashboard/1", "id": "d", "region": "r", "title": "T",
        "privacy": {"mask_private_persons": true}, "regions": {"r": {"name": "R", "level": "province"}},
        "claims": {"cases": [{"id": "c", "insured": {"name": "Anonima Contoh", "private": true}}]}}"#;
    let (given, file) = (data.path().join("d.xlsx"), data.path().join("d.json"));
    fs::write(&given, workbook::export(Lang::Id, text).unwrap().bytes).unwrap();
    fs::write(&file, text).unwrap();
    let site = |given: &Path| Site {
        out: out.path().to_path_buf(),
        reports: vec![ReportFiles { data: file.clone(), given: given.to_path_buf(), published: None }],
        base: "/".to_owned(),
        site_url: None,
        editions: None,
        studio: None,
        scripts: Scripts::default(),
        pictures: KeptPictures::default(),
    };
    site(&file).write(&assets(), public()).unwrap();
    assert!(!out.path().join("data/d.xlsx").exists());
    site(&given).write(&assets(), public()).unwrap();
    let bytes = fs::read(out.path().join("data/d.xlsx")).unwrap();
    assert_ne!(bytes, fs::read(&given).unwrap());
    let read = workbook::import(&[workbook::File { name: "d.xlsx".to_owned(), bytes }]).json;
    assert!(read.contains("\"id\": \"c\"") && !read.contains("Anonima"), "{read}");
}
