//! Names, the list, what is kept, and what old pages say.
use std::{fs, path::Path};

use anyhow::Result;
use dataset::{Date, Lang, read};
use jamsostek_dashboard::document::{DocumentKind, Links};
use routes::{Block, Page};

use dataset::edition_name_of_hash as name;

use super::*;
use crate::{
    content::Content,
    shell::{PageOptions, Shell},
    styles::Styles,
    testing::{assets, shell},
};

const DATASET: &str = include_str!("../../../../public/data/sumsel-2025-08.json");

fn day(text: &str) -> Option<Date> {
    Some(Date::parse(text).unwrap())
}

fn dataset(id: &str, at: &str) -> String {
    format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "{id}", "report": "t", "region": "r", "title": {{"id": "J {id}", "en": "T {id}"}},
        "observations": [{{"id": "o", "indicator": "i", "region": "r", "time": {{"as_of": "{at}"}}, "value": 1}}]}}"#
    )
}

fn edition(text: &str, published: Option<Date>) -> Edition {
    Edition::of(&read(text).dataset.unwrap(), "data/d.json", text.as_bytes(), published)
}

/// A small page of an edition.
fn page_of(edition: &Edition, pinned: bool, lang: Lang, page: Page) -> String {
    let options = PageOptions {
        kind: if page == Page::Report { DocumentKind::Report } else { DocumentKind::Block(Block::Groups) },
        lang,
        path: routes::path(lang, page),
        up: if pinned { UP.to_owned() } else { String::new() },
        title: String::new(),
        description: String::new(),
        links: Links::default(),
        card: None,
        json_ld: None,
        edition: notices(edition, pinned, (lang, page), Vec::new()),
    };
    let shell = Shell { edition: edition.id.clone(), styles: Styles::default(), ..shell() };
    shell.document(options, &Content::of_markup("62,5%".to_owned())).unwrap()
}

/// Publishes a small site upon what was published before, as the build does.
fn publish(text: &str, before: &Path, published: Option<Date>) -> Result<tempfile::TempDir> {
    let site = tempfile::tempdir().unwrap();
    let kept = Kept::read(Some(before), "")?;
    let list = List::with(edition(text, published), kept.editions());
    let newest = &list.editions[0];
    let put = |path: String, content: &str| {
        let to = site.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, content).unwrap();
    };
    for (folder, pinned) in [("", false), (newest.path.as_str(), true)] {
        for (lang, page) in
            [(Lang::Id, Page::Report), (Lang::En, Page::Report), (Lang::En, Page::Embed(Block::Groups))]
        {
            put(
                format!("{folder}{}index.html", routes::path(lang, page)),
                &page_of(newest, pinned, lang, page),
            );
        }
    }
    put("data/d.json".to_owned(), text);
    put("app-1.js".to_owned(), text);
    for file in
        ["app-1/app.js", "app-1/split.js", "app-claims-1/app.js", "icon-2.svg", "studio/0/worker.wasm"]
    {
        put(file.to_owned(), "x");
    }
    for name in ["404.html", "robots.txt", "sitemap.xml"] {
        put(name.to_owned(), "root");
    }
    copy_of_the_root(site.path(), newest, &assets()).unwrap();
    kept.copy(site.path(), "", std::slice::from_ref(newest)).unwrap();
    fs::write(site.path().join(LIST), list.json().unwrap()).unwrap();
    Ok(site)
}

fn empty() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn text(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of a folder with its content.
fn tree(dir: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(dir).into_iter().map(|entry| entry.unwrap());
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn an_edition_is_named_after_its_data() {
    let first = edition(DATASET, day("2025-09-01"));
    assert!(first.id.starts_with("sumsel-2025-08-") && first.id.len() == "sumsel-2025-08-".len() + 8);
    assert_eq!(first.id, edition(DATASET, None).id, "the day does not matter");
    let corrected = DATASET.replacen("31.33", "31.34", 1);
    assert_ne!(corrected, DATASET);
    assert_ne!(first.id, edition(&corrected, None).id);
    assert_eq!(first.figures.as_deref(), Some("2025-08-01"));
    assert_eq!(
        (first.path.as_str(), first.data.as_str()),
        (format!("v/{}/", first.id).as_str(), format!("v/{}/data/d.json", first.id).as_str())
    );
    assert!(first.check().is_ok());
    assert!(name("Ä b/../c", &"0".repeat(64)).chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
}

#[test]
fn the_newest_date_is_the_most_precise_of_the_newest() {
    let text =
        dataset("a", "2025-08").replace("\"as_of\": \"2025-08\"", "\"start\": null, \"end\": \"2025\"");
    assert_eq!(edition(&text, None).figures.as_deref(), Some("2025"));
    assert_eq!(edition(&dataset("a", "2025-08-31"), None).figures.as_deref(), Some("2025-08-31"));
    let none = r#"{"format": "jamsostek-dashboard/1", "id": "x", "region": "r", "title": "t"}"#;
    assert_eq!(edition(none, None).figures, None);
}

#[test]
fn the_list_keeps_to_its_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../public/schema/editions-1.schema.json")).unwrap();
    let known = schema["$defs"]["edition"]["properties"].as_object().unwrap();
    let required = schema["$defs"]["edition"]["required"].as_array().unwrap();
    let list = List::with(edition(DATASET, day("2025-09-01")), &[]);
    let json: serde_json::Value = serde_json::from_slice(&list.json().unwrap()).unwrap();
    let entry = json["editions"][0].as_object().unwrap();
    // The report is named only where the dataset's id does not name it.
    assert!(entry.keys().eq(known.keys().filter(|name| *name != "report")), "{entry:?}");
    assert!(required.iter().all(|name| entry.contains_key(name.as_str().unwrap())));
    assert_eq!(json["format"], schema["properties"]["format"]["const"]);
    assert_eq!(json["newest"], entry["id"]);
    assert_eq!(entry["title"]["en"], "Worker protection in South Sumatra, August 2025");
    assert_eq!(List::parse(&String::from_utf8(list.json().unwrap()).unwrap()).unwrap(), list);
}

#[test]
fn the_same_data_again_is_no_other_edition() {
    let first = publish(&dataset("a", "2025-08"), empty().path(), day("2025-09-01")).unwrap();
    let again = publish(&dataset("a", "2025-08"), first.path(), day("2025-12-24")).unwrap();
    assert_eq!(tree(first.path()), tree(again.path()));
    assert_eq!(
        List::read(again.path()).unwrap().unwrap().editions[0].published.as_deref(),
        Some("2025-09-01")
    );
}

#[test]
fn an_old_edition_stays_as_it_was_but_for_its_notice() {
    let first = publish(&dataset("a", "2025-08"), empty().path(), day("2025-09-01")).unwrap();
    let second = publish(&dataset("b", "2025-09"), first.path(), day("2025-10-01")).unwrap();
    let third = publish(&dataset("c", "2025-10"), second.path(), day("2025-11-01")).unwrap();
    let list = List::read(third.path()).unwrap().unwrap();
    let names: Vec<&str> = list.editions.iter().map(|edition| edition.dataset.as_str()).collect();
    assert_eq!((names.as_slice(), &list.newest), (["c", "b", "a"].as_slice(), &list.editions[0].id));
    let path = &list.editions[2].path;
    let (before, after) = (tree(&first.path().join(path)), tree(&third.path().join(path)));
    assert!(before.keys().eq(after.keys()));
    for (name, bytes) in &before {
        let now = String::from_utf8(after[name].clone()).unwrap();
        if name.ends_with(".html") {
            let (start, rest) = now.split_once("<aside id=\"outdated\"").unwrap();
            let (_, end) = rest.split_once("</aside>").unwrap();
            let empty = format!("{start}<aside id=\"outdated\" hidden></aside>{end}");
            assert_eq!(empty.as_bytes(), bytes, "{name}");
        } else {
            assert_eq!(now.as_bytes(), bytes, "{name}");
        }
    }
    let applications = ["app-1/app.js", "app-claims-1/app.js", "studio/0/worker.wasm"];
    for name in ["404.html", "robots.txt", "sitemap.xml", LIST].into_iter().chain(applications) {
        assert!(!after.contains_key(name), "{name} belongs to the root");
    }
    assert!(third.path().join(&list.editions[0].path).join("app-1.js").is_file());
}

#[test]
fn a_notice_is_in_the_words_of_its_page_and_leads_to_the_newest() {
    let first = publish(&dataset("a", "2025-08"), empty().path(), day("2025-09-01")).unwrap();
    let second = publish(&dataset("b", "2025-09"), first.path(), day("2025-10-01")).unwrap();
    let old = &List::read(second.path()).unwrap().unwrap().editions[1].path.clone();
    let page = |path: &str| text(second.path(), &format!("{old}{path}index.html"));
    assert!(page("").contains(
        "<aside id=\"outdated\" aria-label=\"Edisi lama\"><p>Ini edisi lama, terbit 1\u{a0}September 2025."
    ));
    assert!(page("").contains("<a href=\"../../\">Lihat edisi terbaru, dengan angka per September 2025</a>"));
    assert!(
        page("en/").contains(
            "<a href=\"../../../en/\">See the newest edition, with figures as of September 2025</a>"
        )
    );
    let embed = page("en/embed/groups/");
    assert!(
        embed.contains("<p>Old edition, published 1\u{a0}September 2025. <a href=\"../../../../../en/\">"),
        "{embed}"
    );
    assert!(embed.find("id=\"app\"") < embed.find("id=\"outdated\""), "an embed says it below");
    assert!(page("").find("id=\"outdated\"") < page("").find("id=\"app\""), "a report says it first");
    // The newest one says nothing yet.
    let newest = List::read(second.path()).unwrap().unwrap().editions[0].path.clone();
    assert!(
        text(second.path(), &format!("{newest}index.html"))
            .contains("<aside id=\"outdated\" hidden></aside>")
    );
    assert!(!text(second.path(), "index.html").contains("outdated"));
}

#[test]
fn a_corrected_dataset_does_not_promise_another_time() {
    let first = publish(&dataset("a", "2025-08"), empty().path(), None).unwrap();
    let second = publish(&dataset("a", "2025-08").replace("J a", "J b"), first.path(), None).unwrap();
    let list = List::read(second.path()).unwrap().unwrap();
    let html = text(second.path(), &format!("{}index.html", list.editions[1].path));
    assert!(html.contains("<p>Ini edisi lama. Angka") && html.contains(">Lihat edisi terbaru</a>"), "{html}");
}

#[test]
fn an_edition_that_comes_back_is_the_newest_again() {
    let (a, b) = (dataset("a", "2025-08"), dataset("b", "2025-09"));
    let first = publish(&a, empty().path(), day("2025-09-01")).unwrap();
    let second = publish(&b, first.path(), day("2025-10-01")).unwrap();
    let back = publish(&a, second.path(), day("2025-11-01")).unwrap();
    let list = List::read(back.path()).unwrap().unwrap();
    assert_eq!((list.editions.len(), list.editions[0].published.as_deref()), (2, Some("2025-09-01")));
    assert!(
        text(back.path(), &format!("{}index.html", list.editions[0].path)).contains("id=\"outdated\" hidden")
    );
    assert!(text(back.path(), &format!("{}index.html", list.editions[1].path)).contains("Ini edisi lama"));
}

#[test]
fn every_page_names_its_edition_and_reports_link_it() {
    let edition = edition(&dataset("a", "2025-08"), day("2025-09-01"));
    let page = |pinned, lang, page| page_of(&edition, pinned, lang, page);
    let meta = format!("<meta name=\"jamsostek-edition\" content=\"{}\">", edition.id);
    let embed = page(false, Lang::Id, Page::Embed(Block::Jury));
    assert!(embed.contains(&meta) && !embed.contains("<aside"), "a block has no line more: {embed}");
    let root = page(false, Lang::En, Page::Report);
    assert!(
        root.contains(&meta) && root.contains(&format!("<a href=\"../v/{}/en/\">", edition.id)),
        "{root}"
    );
    let pinned = page(true, Lang::En, Page::Report);
    assert!(
        pinned.contains("published 1\u{a0}September 2025. <a href=\"../../../en/\">Newest report</a>"),
        "{pinned}"
    );
    assert!(
        root.contains("<div id=\"app\">62,5%</div><!><aside id=\"edition\" aria-label=\"Edition\">"),
        "{root}"
    );
}

#[test]
fn scripts_that_hosts_include_are_kept() {
    let before = publish(&dataset("a", "2025-08"), empty().path(), None).unwrap();
    fs::write(before.path().join("embed-0123.js"), "old").unwrap();
    fs::write(before.path().join("other.js"), "no").unwrap();
    let after = publish(&dataset("b", "2025-09"), before.path(), None).unwrap();
    assert_eq!(text(after.path(), "embed-0123.js"), "old");
    assert!(!after.path().join("other.js").exists());
}

#[test]
fn what_is_broken_or_foreign_is_named_and_not_extended() {
    let site = || publish(&dataset("a", "2025-08"), empty().path(), None).unwrap();
    let error = |dir: &Path| format!("{:#}", Kept::read(Some(dir), "").unwrap_err());
    let list = |dir: &Path, change: &dyn Fn(String) -> String| {
        fs::write(dir.join(LIST), change(text(dir, LIST))).unwrap();
        error(dir)
    };
    assert!(error(Path::new("no/such")).contains("there is no folder no/such"));
    for (what, change) in [
        ("no list of editions", (&|_| "{".to_owned()) as &dyn Fn(String) -> String),
        ("it has no `format`", &|_| "[1, 2]".to_owned()),
        ("jamsostek-editions/2", &|text| text.replace("editions/1\"", "editions/2\"")),
        ("is not its folder", &|text| text.replace("\"path\": \"v/", "\"path\": \"../v/")),
        ("not below its folder", &|text| text.replace("/data/d.json", "/../../../d.json")),
        ("not named after its data", &|text| text.replace("\"id\": \"a-", "\"id\": \"b-")),
        ("not listed", &|text| text.replace("\"newest\": \"a", "\"newest\": \"b")),
        ("unknown field", &|text| text.replace("\"sha256\"", "\"more\": 1, \"sha256\"")),
    ] {
        let told = list(site().path(), change);
        assert!(told.contains(what) && told.contains(LIST), "{what}: {told}");
    }
    let dir = site();
    let entry = List::read(dir.path()).unwrap().unwrap().editions.remove(0);
    fs::write(dir.path().join(&entry.data), "{}").unwrap();
    assert!(error(dir.path()).contains("is not the dataset that was published"));
    fs::remove_file(dir.path().join(&entry.data)).unwrap();
    assert!(error(dir.path()).contains("its dataset cannot be read"));
    let dir = site();
    fs::create_dir(dir.path().join("v/stray")).unwrap();
    assert!(error(dir.path()).contains("stray is not in editions.json"));
    fs::remove_file(dir.path().join(LIST)).unwrap();
    assert!(error(dir.path()).contains("has editions but no editions.json"));
    // A first deployment begins with nothing.
    assert!(Kept::read(Some(empty().path()), "").unwrap().editions().is_empty());
}

#[test]
fn a_build_that_drops_editions_says_so() {
    let site = publish(&dataset("a", "2025-08"), empty().path(), None).unwrap();
    let id = List::read(site.path()).unwrap().unwrap().newest;
    let told = |kept: &Kept, newest: &str| told_dropped(site.path(), kept, newest).unwrap();
    assert!(told(&Kept::default(), "b-1").unwrap().contains(&id));
    assert_eq!(told(&Kept::default(), &id), None);
    assert_eq!(told(&Kept::read(Some(site.path()), "").unwrap(), "b-1"), None);
    assert_eq!(told_dropped(empty().path(), &Kept::default(), "b-1").unwrap(), None);
    fs::write(site.path().join(LIST), "somebody else's").unwrap();
    assert!(told_dropped(site.path(), &Kept::default(), &id).is_err());
}
