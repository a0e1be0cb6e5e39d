//! Nothing that the build writes names a private person of a dataset that withholds names.
use super::*;
use crate::site;

/// A report whose claims name four persons, in letters that JSON, HTML and addresses escape.
const DATASET: &str = r#"{
  "format": "jamsostek-dashboard/1", "id": "kecil", "title": "Laporan kecil", "languages": ["id", "en"], "region": "r",
  "currency": "IDR", "edition": "2025", "privacy": { "mask_private_persons": true },
  "sources": [{ "id": "s", "publisher": "S", "title": "S", "url": "https://example.org/a%20b" }],
  "regions": { "r": { "name": "R", "level": "province" } },
  "claims": { "cases": [
    { "id": "satu", "amount": 42000000, "symbolic": true, "note": "Diserahkan di kantor.",
      "beneficiary": { "name": "Wulan \"Ning\" O'Konnor & Putri", "private": true },
      "insured": { "private": true, "name": "Gatot Pringgodani" }, "evidence": { "source": "s", "line": 2 } },
    { "id": "dua", "amount": 1, "insured": {"name":"Bajramovi\u0107 \u00d1u\u00f1ez","private":true},
      "beneficiary": { "name": "Serikat Pekerja", "private": false } }
  ] }
}
"#;

const NAMES: [&str; 3] = ["Wulan \"Ning\" O'Konnor & Putri", "Gatot Pringgodani", "Bajramović Ñuñez"];

fn built(dataset: &str) -> (tempfile::TempDir, Result<()>) {
    let (dir, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let data = dir.path().join("kecil.json");
    fs::write(&data, dataset).unwrap();
    let result = site::tests::site_in(out.path(), &data, None);
    (out, result)
}

/// All files below a folder, with what is in them.
fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let files = WalkDir::new(dir).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// The ways in which a name could be written.
fn spellings(name: &str) -> Vec<String> {
    let json = serde_json::to_string(name).unwrap().trim_matches('"').to_owned();
    let ascii: String = json
        .chars()
        .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) })
        .collect();
    let html = name.replace('&', "&amp;").replace('"', "&quot;");
    let apostrophe = html.replace('\'', "&#39;");
    let percent: String = name
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    let slug = name.to_lowercase().split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join("-");
    vec![
        name.to_owned(),
        json,
        ascii,
        html,
        apostrophe,
        percent,
        slug,
        name.replace(' ', "+"),
        name.replace(' ', "_"),
    ]
}

#[test]
fn no_file_of_a_masked_dataset_names_a_private_person() {
    let (out, result) = built(DATASET);
    result.unwrap();
    let files = files(out.path());
    let has = |path: &str| files.iter().any(|(name, _)| name == path);
    for path in [
        "index.html",
        "en/index.html",
        "embed/handovers/index.html",
        "data/kecil.json",
        "data/datapackage.json",
    ] {
        assert!(has(path), "{path} was not written");
    }
    for (kind, least) in
        [(".html", 13), (".csv", 2), (".png", 6), ("oembed.json", 12), ("/data/kecil.json", 1)]
    {
        let count = files.iter().filter(|(name, _)| name.ends_with(kind)).count();
        assert!(count >= least, "{count} files {kind}");
    }
    let wanted: Vec<String> =
        NAMES.iter().flat_map(|name| spellings(name)).map(|name| name.to_lowercase()).collect();
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for name in &wanted {
            assert!(!text.contains(name) && !path.contains(name), "{name} in {path}");
        }
        for part in ["pringgodani", "o'konnor", "bajramovi"] {
            assert!(!text.contains(part), "{part} in {path}");
        }
    }
    // Who is not a private person is named, and that names are withheld is said.
    let page = fs::read_to_string(out.path().join("index.html")).unwrap();
    assert!(page.contains("Serikat Pekerja") && page.contains("nama disamarkan"));
    // The pictures are drawn from texts, too.
    let data = dataset::read(&served(DATASET).unwrap()).dataset.unwrap();
    assert!(NAMES.iter().all(|name| !format!("{data:?}").contains(name)));
}

#[test]
fn without_the_mask_names_stand_in_the_data_and_in_no_metadata() {
    let (out, result) =
        built(&DATASET.replace("\"mask_private_persons\": true", "\"mask_private_persons\": false"));
    result.unwrap();
    let page = fs::read_to_string(out.path().join("embed/handovers/index.html")).unwrap();
    assert!(page.contains("Gatot Pringgodani"));
    for (path, bytes) in files(out.path()) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let metadata = match path.as_str() {
            path if path.ends_with(".html") => {
                text.split_once("<div id=\"app\">").map_or(&*text, |(head, _)| head)
            }
            path if path.ends_with("data/kecil.json") || path.ends_with(".csv") => "",
            _ => &*text,
        };
        for name in NAMES.iter().flat_map(|name| spellings(name)) {
            assert!(!metadata.contains(&name.to_lowercase()), "{name} in {path}");
        }
    }
}

#[test]
fn what_is_served_names_the_edition() {
    let (out, result) = built(DATASET);
    result.unwrap();
    let list: serde_json::Value =
        serde_json::from_slice(&fs::read(out.path().join("editions.json")).unwrap()).unwrap();
    let (edition, bytes) = (&list["editions"][0], fs::read(out.path().join("data/kecil.json")).unwrap());
    assert_eq!(edition["sha256"], crate::hash::sha256_hex(&bytes));
    assert_eq!(fs::read(out.path().join(edition["data"].as_str().unwrap())).unwrap(), bytes);
}

#[test]
fn only_the_names_are_replaced() {
    let expected = DATASET
        .replace(r#""Wulan \"Ning\" O'Konnor & Putri""#, "null")
        .replace("\"Gatot Pringgodani\"", "null")
        .replace(r#""Bajramovi\u0107 \u00d1u\u00f1ez""#, "null");
    assert_eq!(served(DATASET).unwrap(), expected);
    assert_eq!(served(&expected).unwrap(), expected);
    assert!(dataset::check(&expected).iter().all(|finding| finding.severity < dataset::Severity::Error));
    let shown = DATASET.replace("\"mask_private_persons\": true", "\"mask_private_persons\": false");
    assert_eq!(served(&shown).unwrap(), shown);
    // Where it is not clear whether to mask, it is masked; a name that stands twice goes twice.
    let unclear = DATASET.replace("\"mask_private_persons\": true", "\"mask_private_persons\": \"ya\"");
    assert!(!served(&unclear).unwrap().contains("Pringgodani"));
    let twice =
        DATASET.replace("\"private\": true, \"name\"", "\"private\": true, \"name\": \"Gatot P\", \"name\"");
    assert!(!served(&twice).unwrap().contains("Gatot"));
}

#[test]
fn a_name_left_in_a_file_stops_the_build() {
    let dir = tempfile::tempdir().unwrap();
    let leaks = |name: &str, content: &str| {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        let result = refuse_leaks(dir.path(), DATASET);
        fs::remove_file(path).unwrap();
        result.err().map(|error| error.to_string()).is_some_and(|error| error.contains(name))
    };
    for name in NAMES {
        for spelling in spellings(name) {
            assert!(leaks("v/lama-1/data/lama.json", &format!("\"{spelling}\"")), "{spelling}");
        }
        for spelling in spellings(&name.to_uppercase()) {
            assert!(leaks("v/lama-1/index.html", &format!("<td>{spelling}</td>")), "{spelling}");
        }
    }
    assert!(leaks("v/gatot-pringgodani/index.html", ""));
    assert!(!leaks("index.html", "Gatot. Putri &c. 100 % \\ & Pringgodani"));
}

#[test]
fn a_copy_for_everybody_is_what_is_served() {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (dir.path().join("a.json"), dir.path().join("b.json"));
    fs::write(&from, DATASET).unwrap();
    write(&from, &to).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), served(DATASET).unwrap());
    fs::write(&from, DATASET.replace("\"mask_private_persons\": true", "\"mask_private_persons\": false"))
        .unwrap();
    assert!(write(&from, &to).unwrap_err().to_string().contains("mask_private_persons"));
}

#[test]
fn a_byte_order_mark_is_not_served() {
    // Browsers drop it, and the hash of what they read must be that of what is served.
    for text in [DATASET, "{}"] {
        assert_eq!(served(&format!("\u{feff}{text}")).unwrap(), served(text).unwrap());
    }
}
