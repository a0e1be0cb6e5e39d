//! Sites of several reports.
use std::io::Write;

use super::*;

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
                // Stylesheets and chunks lie with the application, too, where a build put them.
                let file = match file.rsplit_once('/') {
                    Some((up, part)) if part.ends_with(".css") || part.ends_with(".wasm") => {
                        format!("{up}/app.js")
                    }
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
        for application in ["app-1", "app-claims-1"] {
            assert_eq!(out.path().join(folder).join(application).exists(), folder.is_empty());
            let editions = out.path().join(folder).join("v");
            for entry in WalkDir::new(&editions) {
                let path = entry.unwrap().into_path();
                assert!(!path.to_string_lossy().contains(application), "{}", path.display());
            }
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

/// Publishes claims beside a report: eight of one region.
fn publish_claims(report: &Path) {
    let manifest = r#"{"format": "jamsostek-claims/1", "made": "2026-11-29T22:00:00Z", "invented": true,
        "run": {"id": "run-1", "engine": "test", "sql": "ab", "inputs": []}, "currency": "IDR",
        "settings": {"smallest": 5, "values": 2, "months_by_group": 1, "digits": 3},
        "regions": [{"id": "r", "label": "R", "parent": null, "cube": {"name": "a.bin.gz", "bytes": 1}}],
        "times": [{"id": "", "parent": null}, {"id": "2025", "parent": 0}, {"id": "2025-01", "parent": 1}],
        "programmes": [{"id": "", "label": "-"}, {"id": "jht", "label": "JHT"}],
        "groups": [{"id": "", "label": "-"}], "channels": [{"id": "", "label": "-"}],
        "totals": {"claims": 8, "amount": 8, "rows": 0, "exact_rows": 0, "cube_bytes": 1, "row_bytes": 0, "parquet_bytes": 0},
        "withheld": {"cells": 0, "small": 0, "protecting": 0, "coarser_rows": 0, "left_out_rows": 0},
        "checks": [], "downloads": []}"#;
    let shape = ::claims::Shape { regions: vec![0], times: 3, first_month: 2, programmes: 2, groups: 1 };
    let mut cube = ::claims::Cube::new(shape);
    assert!(cube.push([0, 0, 0, 0], &::claims::Cell { count: 8, amount: 8, ..::claims::Cell::default() }));
    let folder = crate::claims::folder(report);
    fs::create_dir_all(folder.join("cube")).unwrap();
    fs::write(folder.join("manifest.json"), manifest).unwrap();
    let file = fs::File::create(folder.join("cube/a.bin.gz")).unwrap();
    let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    packed.write_all(&cube.encode().unwrap()).unwrap();
    packed.finish().unwrap();
}

#[test]
fn claims_lie_in_the_folder_of_their_report_and_nowhere_else() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (jambi, bali) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "bali-2025", "Bali"));
    publish_claims(&jambi);
    site_of(out.path(), &[&jambi, &bali], None).unwrap();
    links_lead_somewhere(out.path());
    let manifests: Vec<PathBuf> = WalkDir::new(out.path())
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.ends_with("jambi-2025.claims/manifest.json"))
        .collect();
    assert_eq!(manifests, [out.path().join("jambi-2025/data/jambi-2025.claims/manifest.json")]);
    for (page, folder) in [
        ("claims", "jambi-2025/data/jambi-2025.claims/"),
        ("en/claims", "jambi-2025/data/jambi-2025.claims/"),
        ("jambi-2025/claims", "data/jambi-2025.claims/"),
        ("jambi-2025/embed/claims-explorer", "data/jambi-2025.claims/"),
    ] {
        let html = fs::read_to_string(out.path().join(page).join("index.html")).unwrap();
        assert_eq!(
            html::attributes(&html, "meta[name=jamsostek-claims]", "content").unwrap(),
            [folder],
            "{page}"
        );
    }
    assert!(!out.path().join("bali-2025/claims").exists());
}

#[test]
fn a_page_of_claims_loads_its_own_application_and_no_other_page_does() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (jambi, bali) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "bali-2025", "Bali"));
    publish_claims(&jambi);
    site_of(out.path(), &[&jambi, &bali], None).unwrap();
    let (mut of_claims, mut others) = (0, 0);
    for entry in WalkDir::new(out.path()) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let name = path.strip_prefix(out.path()).unwrap().to_str().unwrap();
        let html = fs::read_to_string(&path).unwrap();
        let explores = name.ends_with("embed/claims-explorer/index.html")
            || (name.ends_with("claims/index.html") && !name.ends_with("embed/claims/index.html"));
        // Those of an edition lead to the newest.
        if !explores || html.contains("http-equiv=\"refresh\"") {
            assert!(!html.contains("app-claims-1/"), "{name}");
            others += usize::from(html.contains("app-1/"));
            continue;
        }
        assert!(!html.contains("app-1/"), "{name}");
        let linked = html::attributes(&html, "link", "href").unwrap();
        let mut linked: Vec<&str> =
            linked.iter().filter_map(|href| href.split_once("app-claims-1/")).map(|(_, file)| file).collect();
        linked.sort_unstable();
        assert_eq!(linked, [Assets::SCRIPT, Assets::MODULE, Assets::LOADER], "{name}");
        let preloaded = html::attributes(&html, "link[rel=preload]", "href").unwrap();
        assert_eq!(preloaded.iter().filter(|href| href.ends_with("/manifest.json")).count(), 1, "{name}");
        of_claims += 1;
    }
    // The page and the block, in two languages, at the root and in the folder of the report.
    assert!(of_claims == 8 && others > 30, "{of_claims}, {others}");
}

#[test]
fn claims_without_the_application_of_their_page_are_refused() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let jambi = small(data.path(), "jambi-2025", "Jambi");
    let without = Assets { claims: None, ..assets() };
    assert!(site_with(out.path(), &[&jambi], None, &without).is_ok());
    publish_claims(&jambi);
    let refused = site_with(out.path(), &[&jambi], None, &without).unwrap_err().to_string();
    assert!(refused.contains("claims are published") && refused.contains("application"), "{refused}");
}

#[test]
fn the_pages_of_claims_have_what_keeps_them_without_a_connection() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (jambi, bali) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "bali-2025", "Bali"));
    publish_claims(&jambi);
    site_of(out.path(), &[&jambi, &bali], None).unwrap();
    let scripts: Vec<PathBuf> = WalkDir::new(out.path())
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.ends_with("offline.js"))
        .collect();
    let folders = ["claims", "en/claims", "jambi-2025/claims", "jambi-2025/en/claims"];
    assert_eq!(scripts, folders.map(|folder| out.path().join(folder).join("offline.js")));
    let mut names = std::collections::BTreeSet::new();
    for script in scripts {
        let text = fs::read_to_string(&script).unwrap();
        let kept = text.split_once("JSON.parse('").unwrap().1.split_once('\'').unwrap().0;
        let kept: serde_json::Value = serde_json::from_str(kept).unwrap();
        names.insert(kept["name"].as_str().unwrap().to_owned());
        let folder = script.parent().unwrap();
        let listed = |key: &str| -> Vec<&str> {
            kept[key].as_array().unwrap().iter().map(|address| address.as_str().unwrap()).collect()
        };
        let is_built = |address: &&str| !address.contains("app-claims-1/") || address.ends_with("app.js");
        for address in listed("files").iter().chain(&listed("visited")).filter(|address| is_built(address)) {
            // No rows are published here.
            let to = folder.join(address.trim_end_matches("rows/"));
            assert!(to.exists(), "{address} in {}", script.display());
        }
        assert!(listed("files").iter().any(|address| address.ends_with("claims/cube/a.bin.gz")), "{text}");
        for file in ["app.js", "app_bg.wasm", "split.js", "claims-worker.js", "claims-worker_bg.wasm"] {
            let file = format!("/app-claims-1/{file}");
            assert!(listed("files").iter().any(|address| address.ends_with(&file)), "{file} in {text}");
        }
        assert!(listed("visited").iter().any(|address| address.ends_with("/app-claims-1/")), "{text}");
        assert!(!text.contains("app-1/"), "{text}");
        assert!(!listed("files").iter().any(|address| address.contains("workbook")), "{text}");
        assert_eq!(listed("visited").len(), 5);
    }
    assert_eq!(names.len(), 4, "what is kept of two pages is called the same: {names:?}");
}

/// Makes the application of a deployment another one than that of the next, in its files and in its edition's pages. Returns
/// the name of the edition.
fn renamed_application(site: &Path) -> String {
    fs::rename(site.join("app-1"), site.join("app-0")).unwrap();
    for entry in WalkDir::new(site.join("v")) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|ending| ending == "html") {
            fs::write(&path, fs::read_to_string(&path).unwrap().replace("app-1/", "app-0/")).unwrap();
        }
    }
    let edition = fs::read_dir(site.join("v")).unwrap().next().unwrap().unwrap().file_name();
    edition.into_string().unwrap()
}

#[test]
fn old_editions_keep_every_application_that_a_page_of_theirs_names() {
    let (data, first) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (old, newer) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "jambi-2026", "Jambi"));
    publish_claims(&old);
    publish_claims(&newer);
    site_of(first.path(), &[&old], None).unwrap();
    let edition = renamed_application(first.path());
    // The first of its pages leads to that of the newest report, and names no application.
    let claims = first.path().join("v").join(&edition).join("claims/index.html");
    assert!(!fs::read_to_string(&claims).unwrap().contains("app-"));
    let second = tempfile::tempdir().unwrap();
    site_of(second.path(), &[&newer], Some(first.path())).unwrap();
    links_lead_somewhere(second.path());
    assert!(second.path().join("app-0/split.js").is_file() && !second.path().join("app-claims-0").exists());
    // One that has an application of its own.
    let page = fs::read_to_string(&claims).unwrap();
    let link = "<link rel=\"modulepreload\" href=\"../../../app-claims-0/app.js\"></head>";
    fs::write(&claims, page.replace("</head>", link)).unwrap();
    fs::create_dir(first.path().join("app-claims-0")).unwrap();
    for file in ["app.js", "split_marks.wasm"] {
        fs::write(first.path().join("app-claims-0").join(file), "x").unwrap();
    }
    let second = tempfile::tempdir().unwrap();
    site_of(second.path(), &[&newer], Some(first.path())).unwrap();
    for file in ["app-0/split.js", "app-claims-0/split_marks.wasm"] {
        assert!(second.path().join(file).is_file(), "{file}");
    }
}

#[test]
fn another_report_may_take_the_root_and_old_editions_stay() {
    let (data, first) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (jambi, bali) = (small(data.path(), "jambi-2025", "Jambi"), small(data.path(), "bali-2025", "Bali"));
    site_of(first.path(), &[&jambi], None).unwrap();
    // The application of the first deployment is another one.
    let edition = &renamed_application(first.path());
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
    for id in ["en", "embed", "data", "v", "figures", "a b", "app-1", "app-claims-1"] {
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
