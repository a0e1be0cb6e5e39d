//! What all of it has in common: addresses, escaping, privacy, and that it is always the same.
use std::{collections::BTreeSet, path::Path, sync::LazyLock};

use dataset::{Dataset, read};
use serde_json::Value as Json;

use super::*;

const DATASET: &str = include_str!("../../../../public/data/sumsel-2025-08.json");
const URL: &str = "https://example.org/repo";
const BLOCKS: [Block; 8] = [
    Block::Headline,
    Block::Groups,
    Block::Claims,
    Block::Handovers,
    Block::Winners,
    Block::SpecialAwards,
    Block::Jury,
    Block::Report,
];

/// The heights of its blocks.
static HEIGHTS: LazyLock<Heights> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data/sumsel-2025-08.json");
    Heights::of(&shipped(), &file, DATASET.as_bytes(), &BLOCKS).unwrap()
});

/// The dataset that the repository ships.
pub fn shipped() -> Arc<Dataset> {
    Arc::new(read(DATASET).dataset.unwrap())
}

/// Its publication.
pub fn publication<'a>(data: &'a Arc<Dataset>, site_url: Option<&'a str>) -> Publication<'a> {
    Publication {
        data,
        dataset_file: "data/sumsel-2025-08.json",
        dataset_bytes: DATASET.as_bytes(),
        site_url,
        pinned: false,
        blocks: &BLOCKS,
        heights: &HEIGHTS,
        up: "",
        others: &[],
    }
}

fn file(files: &[(String, Vec<u8>)], path: &str) -> Option<String> {
    let (_, bytes) = files.iter().find(|(name, _)| name == path)?;
    Some(String::from_utf8(bytes.clone()).unwrap())
}

fn json_ld(text: Option<String>) -> Json {
    serde_json::from_str(&text.unwrap()).unwrap()
}

#[test]
fn no_private_person_is_in_metadata() {
    let data = shipped();
    let names = tables::private_names(&data);
    assert_eq!(names.len(), 8);
    let publication = publication(&data, Some(URL));
    let mut texts = Vec::new();
    for (lang, page) in publication.views() {
        texts.push(format!("{:?}", links(&publication, lang, page)));
        texts.push(format!("{:?}", card(&publication, lang, page)));
        texts.extend(super::data(&publication, lang, page));
        texts.push(format!("{:?}", story::story(&data, lang, page)));
        texts.push(format!("{:?}", picture::plan(&data, lang, page)));
    }
    for (path, bytes) in files(&publication).unwrap() {
        // The tables are the data itself, which masks names where the dataset asks for it.
        if ![".csv", ".xlsx", ".png"].iter().any(|end| path.ends_with(end)) {
            texts.push(String::from_utf8(bytes).unwrap());
        }
    }
    for text in texts {
        for name in &names {
            assert!(!text.contains(name), "{name} in {text}");
        }
    }
}

#[test]
fn a_report_has_a_card_in_its_language_and_absolute_addresses() {
    let data = shipped();
    let publication = publication(&data, Some(URL));
    let card = card(&publication, Lang::En, Page::Report);
    assert_eq!(card.locales, ["en_US", "id_ID"]);
    assert_eq!(card.page.as_deref(), Some("https://example.org/repo/en/"));
    let pictures: Vec<_> = card.pictures.iter().map(|picture| (picture.url.as_str(), picture.size)).collect();
    assert_eq!(
        pictures,
        [
            ("https://example.org/repo/en/picture.png", (1200, 630)),
            ("https://example.org/repo/en/picture-square.png", (1080, 1080)),
        ]
    );
    for picture in &card.pictures {
        assert!(picture.alternative.starts_with("Worker protection in South Sumatra, August 2025. "));
    }
    let links = links(&publication, Lang::En, Page::Report);
    assert!(links.is_indexed);
    assert_eq!(links.canonical.as_deref(), Some("https://example.org/repo/en/"));
    let report = |path: &str| format!("https://example.org/repo/{path}");
    assert_eq!(links.languages, [("id", report("")), ("en", report("en/")), ("x-default", report(""))]);
    assert_eq!(links.oembed.as_deref(), Some("https://example.org/repo/en/oembed.json"));
    assert_eq!(links.manifest.as_deref(), Some("../en/manifest.webmanifest"));
}

#[test]
fn a_block_is_not_indexed_and_names_the_report() {
    let data = shipped();
    let publication = publication(&data, Some(URL));
    let page = Page::Embed(Block::Groups);
    let links = links(&publication, Lang::Id, page);
    assert!(!links.is_indexed && links.languages.is_empty());
    assert_eq!(links.canonical.as_deref(), Some("https://example.org/repo/"));
    assert_eq!(links.oembed.as_deref(), Some("https://example.org/repo/embed/groups/oembed.json"));
    let card = card(&publication, Lang::Id, page);
    assert_eq!(card.pictures[0].url, "https://example.org/repo/embed/groups/picture.png");
    assert_eq!(super::data(&publication, Lang::Id, page), None);
}

#[test]
fn an_edition_is_not_indexed_and_names_itself() {
    let data = shipped();
    let publication =
        Publication { pinned: true, ..publication(&data, Some("https://example.org/repo/v/sumsel-1/")) };
    let links = links(&publication, Lang::En, Page::Report);
    assert!(!links.is_indexed);
    assert_eq!(links.canonical.as_deref(), Some("https://example.org/repo/v/sumsel-1/en/"));
    let card = card(&publication, Lang::En, Page::Report);
    assert_eq!(card.page.as_deref(), Some("https://example.org/repo/v/sumsel-1/en/"));
    assert_eq!(card.pictures[0].url, "https://example.org/repo/v/sumsel-1/en/picture.png");
    let files = files_of_an_edition(&publication).unwrap();
    let answer: Json = serde_json::from_str(&file(&files, "embed/groups/oembed.json").unwrap()).unwrap();
    assert!(
        answer["html"]
            .as_str()
            .unwrap()
            .contains("src=\"https://example.org/repo/v/sumsel-1/embed/groups/\"")
    );
}

#[test]
fn without_a_public_address_nothing_is_absolute() {
    let data = shipped();
    let publication = publication(&data, None);
    for (lang, page) in publication.views() {
        let links = links(&publication, lang, page);
        assert_eq!((links.canonical, links.oembed), (None, None));
        // Search engines know nothing of relative ones.
        assert!(links.languages.is_empty());
        assert!(links.manifest.is_some());
        let card = card(&publication, lang, page);
        assert!(card.page.is_none() && card.pictures.is_empty());
        assert!(super::data(&publication, lang, page).is_none_or(|json| !json.contains("example.org")));
    }
    let json = json_ld(super::data(&publication, Lang::En, Page::Report));
    assert_eq!(json["distribution"][0]["contentUrl"], "../data/sumsel-2025-08.json");
    let files = files(&publication).unwrap();
    assert!(file(&files, "sitemap.xml").is_none() && file(&files, "oembed.json").is_none());
    assert_eq!(robots(None, [""].into_iter()), "User-agent: *\nAllow: /\n");
    assert_eq!(left_out(&publication).len(), 3);
}

#[test]
fn a_title_with_markup_stays_a_title() {
    let text = r#"{"format": "jamsostek-dashboard/1", "id": "x", "region": "r",
        "title": "</script><b> & \"q\""}"#;
    let data = Arc::new(read(text).dataset.unwrap());
    let publication = Publication { data: &data, blocks: &[Block::Report], ..publication(&data, Some(URL)) };
    let json = super::data(&publication, Lang::Id, Page::Report).unwrap();
    assert!(!json.contains(['<', '>', '&']), "it cannot end its element: {json}");
    assert_eq!(json_ld(Some(json))["name"], "</script><b> & \"q\"");
    let answer = file(&files(&publication).unwrap(), "oembed.json").unwrap();
    let answer: Json = serde_json::from_str(&answer).unwrap();
    assert!(!answer["html"].as_str().unwrap().contains("<b>"), "{answer}");
}

#[test]
fn the_dataset_is_described_for_search_engines() {
    let data = shipped();
    let json = json_ld(super::data(&publication(&data, Some(URL)), Lang::En, Page::Report));
    assert_eq!((&json["@context"], &json["@type"]), (&"https://schema.org".into(), &"Dataset".into()));
    assert_eq!(json["identifier"], "sumsel-2025-08");
    assert_eq!(json["temporalCoverage"], "../2025-08-01");
    assert_eq!(json["dateModified"], data.updated.unwrap().to_string());
    assert_eq!(json["spatialCoverage"]["name"], "South Sumatra Province");
    let codes = json["spatialCoverage"]["identifier"].as_array().unwrap();
    assert!(codes.iter().any(|code| code["propertyID"] == "iso3166-2" && code["value"] == "ID-SS"));
    assert_eq!(json["isBasedOn"][0]["url"], data.sources[0].url.as_deref().unwrap());
    assert!(json.get("license").is_none());
    assert_eq!(json["variableMeasured"].as_array().unwrap().len(), data.indicators.len());
    let files = files(&publication(&data, Some(URL))).unwrap();
    let downloads = json["distribution"].as_array().unwrap();
    let types: Vec<_> =
        downloads.iter().map(|download| download["encodingFormat"].as_str().unwrap()).collect();
    assert_eq!(types, ["application/json", "text/csv", "application/vnd.datapackage+json"]);
    for download in downloads.iter().skip(1) {
        let path =
            download["contentUrl"].as_str().unwrap().strip_prefix("https://example.org/repo/").unwrap();
        assert!(file(&files, path).is_some(), "{path}");
    }
}

#[test]
fn titles_and_sentences_are_whole() {
    let data = shipped();
    let publication = publication(&data, None);
    let mut titles = BTreeSet::new();
    for (lang, page) in publication.views().filter(|(_, page)| *page != Page::Embed(Block::Report)) {
        let (title, description) = about(&publication, lang, page);
        assert!(!title.contains(['{', '}']) && !description.contains(['{', '}']), "{description}");
        assert!(description.ends_with('.') && !description.contains("  "), "{description}");
        assert!(titles.insert(title.clone()), "{title} is there twice");
        // `PICTURES` asks for what must be looked at.
        if std::env::var_os("PICTURES").is_some() {
            println!("{title}\n    {description}");
        }
    }
}

#[test]
fn oembed_is_what_content_systems_accept() {
    let data = shipped();
    let files = files(&publication(&data, Some(URL))).unwrap();
    for (lang, page) in publication(&data, None).views() {
        let text = file(&files, &format!("{}oembed.json", routes::path(lang, page))).unwrap();
        let json: Json = serde_json::from_str(&text).unwrap();
        assert_eq!((json["version"].as_str(), json["type"].as_str()), (Some("1.0"), Some("rich")));
        assert!(json["width"].is_u64() && json["height"].is_u64() && json["thumbnail_height"] == 630);
        let html = json["html"].as_str().unwrap();
        assert!(html.starts_with("<blockquote><a href=\"https://") && html.ends_with("></iframe>"));
        let frame = roxmltree::Document::parse(html.split_once("</blockquote>").unwrap().1).unwrap();
        let names: Vec<&str> = frame.root_element().attributes().map(|a| a.name()).collect();
        // Without `scrolling`: what is cut off must be able to scroll.
        let kept = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "title"];
        assert_eq!(names, kept);
        let src = frame.root_element().attribute("src").unwrap();
        assert!(src.starts_with("https://example.org/repo/") && src.contains("embed/"), "{src}");
    }
}

#[test]
fn the_sitemap_has_the_reports_only() {
    let data = shipped();
    let text = file(&files(&publication(&data, Some(URL))).unwrap(), "sitemap.xml").unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let all = |name: &str| -> Vec<String> {
        let found = document.descendants().filter(|node| node.tag_name().name() == name);
        found.filter_map(|node| node.text()).map(str::to_owned).collect()
    };
    assert_eq!(all("loc"), ["https://example.org/repo/", "https://example.org/repo/en/"]);
    assert_eq!(all("lastmod"), vec![data.updated.unwrap().to_string(); 2]);
    assert_eq!(text.matches("hreflang=").count(), 4);
}

#[test]
fn the_manifest_reaches_its_icons_from_where_it_is() {
    let data = shipped();
    let files = files(&publication(&data, None)).unwrap();
    for (path, root) in [("manifest.webmanifest", "./"), ("en/manifest.webmanifest", "../")] {
        let json: Json = serde_json::from_str(&file(&files, path).unwrap()).unwrap();
        assert_eq!(json["start_url"], "./");
        for icon in json["icons"].as_array().unwrap() {
            let name = icon["src"].as_str().unwrap().strip_prefix(root).unwrap();
            assert!(files.iter().any(|(file, _)| file == name), "{name}");
        }
    }
}

#[test]
fn the_package_describes_every_table() {
    let data = shipped();
    let files = files(&publication(&data, None)).unwrap();
    let package: Json = serde_json::from_str(&file(&files, "data/datapackage.json").unwrap()).unwrap();
    assert_eq!(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    assert!(package.get("licenses").is_none() && package["sources"][0]["path"].is_string());
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources[0]["path"], "sumsel-2025-08.json");
    let tables: Vec<&(String, Vec<u8>)> =
        files.iter().filter(|(path, _)| path.ends_with(".csv") || path.ends_with(".xlsx")).collect();
    assert_eq!(resources.len(), tables.len() + 1);
    for resource in &resources[1..] {
        let path = format!("data/{}", resource["path"].as_str().unwrap());
        let (_, bytes) = tables.iter().find(|(name, _)| *name == path).unwrap();
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], format!("sha256:{}", crate::hash::sha256_hex(bytes)));
    }
}

#[test]
fn the_same_publication_has_the_same_bytes() {
    let data = shipped();
    let publication = publication(&data, Some(URL));
    let first = files(&publication).unwrap();
    assert_eq!(first, files(&publication).unwrap());
    let paths: BTreeSet<&String> = first.iter().map(|(path, _)| path).collect();
    assert_eq!(paths.len(), first.len());
}
