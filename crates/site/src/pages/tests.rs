use routes::Block;

use super::styles::MARK;
use super::*;

const SHELL: &str = "<!DOCTYPE html><html lang=id><meta charset=utf-8>\
    <meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><title>x</title>\
    <meta name=description content=x><meta name=jamsostek-root content=./>\
    <meta name=jamsostek-dataset content=x><link id=dataset href=./data/x.json>\
    <link rel=stylesheet href=./a-1.css><link rel=stylesheet href=./b-2.css>\
    <link rel=modulepreload href=./app-3.js><script type=module>start()</script>\
    <body><div id=app></div><p id=failed hidden></p></body>";

const DATASET: &str = r#"{"format": "jamsostek-dashboard/1", "id": "x", "region": "r",
    "title": {"en": "Title <1>"}, "summary": {"en": "Summary"}}"#;

/// Writes the site of a dataset without a module, as Trunk's hook does.
pub fn site_in(out: &Path, data: &Path, editions: Option<&Path>) -> Result<()> {
    let public = tempfile::tempdir()?;
    let site = Site {
        out: out.to_path_buf(),
        data: data.to_path_buf(),
        base: "/".to_owned(),
        site_url: Some("https://example.org/r".to_owned()),
        editions: editions.map(Path::to_path_buf),
        published: None,
    };
    let script = |call| format!("<script>{call}</script>");
    let scripts = Scripts { frame: String::new(), sort: script("sort()"), pause: script("pause()") };
    site.write_site(SHELL, &scripts, public.path())
}

fn in_english(page: Page, site_url: Option<&str>) -> String {
    let data = dataset::read(DATASET).dataset.unwrap();
    let publication = Publication {
        data: &data,
        dataset_file: "data/d.json",
        dataset_bytes: DATASET.as_bytes(),
        site_url,
        pinned: false,
        blocks: &[routes::Block::Report],
        heights: &Heights::default(),
    };
    localised(SHELL, &publication, Lang::En, page).unwrap()
}

fn english() -> String {
    in_english(Page::Report, None)
}

#[test]
fn a_page_deeper_reaches_files_from_where_it_is() {
    let html = english();
    assert!(html.contains("<html lang=\"en\">"), "{html}");
    assert!(html.contains("href=\"../app-3.js\"") && html.contains("href=\"../data/d.json\""));
    assert!(html.contains("name=jamsostek-root content=\"../\""));
    assert!(html.contains("name=jamsostek-dataset content=\"data/d.json\""));
    assert!(!html.contains("\"./"), "{html}");
    let block = in_english(Page::Embed(routes::Block::Groups), None);
    assert!(block.contains("href=\"../../../app-3.js\""), "{block}");
}

#[test]
fn the_head_says_what_the_dataset_is_about() {
    let html = english();
    assert!(html.contains("<title>Title &lt;1&gt;</title>"), "{html}");
    assert!(html.contains("content=\"Summary\""), "{html}");
}

#[test]
fn languages_link_each_other_and_are_absolute_with_a_public_address() {
    assert!(english().contains("hreflang=\"id\" href=\"../\""));
    let html = in_english(Page::Report, Some("https://example.org/r"));
    assert!(html.contains("rel=\"canonical\" href=\"https://example.org/r/en/\""), "{html}");
    assert!(html.contains("hreflang=\"id\" href=\"https://example.org/r/\""));
    let block = in_english(Page::Embed(routes::Block::Jury), Some("https://example.org/r/"));
    assert!(block.contains("rel=\"canonical\" href=\"https://example.org/r/en/\""), "{block}");
}

#[test]
fn the_policy_holds_the_hash_of_the_inline_script() {
    let html = with_policy(SHELL).unwrap();
    let hash = BASE64_STANDARD.encode(Sha256::digest(b"start()"));
    assert!(html.contains(&format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}';")), "{html}");
    assert!(!html.contains("unsafe-inline"));
}

#[test]
fn only_a_page_that_makes_a_stylesheet_may_use_it() {
    let call = &PAUSE[PAUSE.find("document.write(").unwrap()..];
    let page = |element: &str| SHELL.replace("<body>", &format!("<body>{element}"));
    let allowed = |html: &str| with_policy(html).unwrap().contains("style-src 'self' blob:;");
    assert!(allowed(&page(&format!("<script>{call}</script>"))));
    assert!(!allowed(SHELL) && !allowed(&page("<p>document.write(URL.createObjectURL(")));
}

#[test]
fn the_page_for_unknown_addresses_needs_no_other_file() {
    let html = not_found("/repo/").unwrap();
    assert!(html.contains("href=\"/repo/\"") && html.contains("href=\"/repo/en/\""));
    assert!(html.contains("style-src 'sha256-"), "{html}");
}

#[test]
fn stylesheets_become_one_in_their_order() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a-1.css"), "a{}").unwrap();
    fs::write(dir.path().join("b-2.css"), "b{}").unwrap();
    let html = with_styles(&join_stylesheets(SHELL, dir.path()).unwrap(), Page::Report);
    assert!(html.contains("<style>a{}\nb{}</style>") && !html.contains("stylesheet"), "{html}");
    assert!(!dir.path().join("a-1.css").exists());
    let hash = BASE64_STANDARD.encode(Sha256::digest(b"a{}\nb{}"));
    assert!(with_policy(&html).unwrap().contains(&format!("style-src 'self' 'sha256-{hash}';")));
}

#[test]
fn an_embed_has_the_stylesheets_that_it_can_use() {
    let html = "<style>/*:layout*/l{}\n/*:report*/r{}\n/*:awards*/a{}</style><p>";
    assert_eq!(with_styles(html, Page::Report), "<style>l{}\nr{}</style><style>a{}</style><p>");
    assert_eq!(with_styles(html, Page::Embed(Block::Groups)), "<style>l{}</style><p>");
    assert_eq!(with_styles(html, Page::Embed(Block::Jury)), "<style>l{}\na{}</style><p>");
    assert_eq!(with_styles("<p>", Page::Report), "<p>");
}

#[test]
fn controls_cannot_be_used_before_the_application_is_there() {
    let html = without_controls(
        "<fieldset class=\"switch\"><legend>x</legend><label><input type=radio></label><label><input type=radio>\
         </label></fieldset><details><summary>s</summary></details><th><button>b</button></th>\
         <div class=tools><input type=search><select><option>All</option><option value=a>A (1)</option></select></div>\
         <p id=handovers><a class=download href=data:x>CSV</a></p>",
        "../data/d/",
    );
    assert_eq!(
        html.unwrap(),
        "<fieldset class=\"switch\" inert=\"\"><legend>x</legend><label><i class=\"stand-in chosen\"></i></label>\
         <label><i class=\"stand-in\"></i></label></fieldset><details><summary>s</summary></details>\
         <th><button disabled=\"\">b</button></th>\
         <div class=tools inert=\"\"><i class=\"stand-in\"></i><i class=\"stand-in\">All</i></div>\
         <p id=handovers><a class=download href=\"../data/d/handovers.csv\">CSV</a></p>"
    );
}

#[test]
fn the_static_table_has_the_orders_of_its_rows_and_a_script() {
    let table = "<body><div id=handovers><table><thead><tr><th><button disabled>A</button><th><button>B</button>\
        </thead></table></div><button>C</button></body>";
    let orders = ["none:0,1 ascending:1,0 descending:0,1", "none:0,1"].map(str::to_owned);
    let html = with_orders(table, &orders, "<script>sort()</script>").unwrap();
    assert!(
        html.contains("<button disabled data-orders=\"none:0,1 ascending:1,0 descending:0,1\">A"),
        "{html}"
    );
    assert!(html.contains("<button data-orders=\"none:0,1\">B") && html.contains("<button>C"), "{html}");
    assert!(html.ends_with("<script>sort()</script></body>"), "{html}");
    let other = "<body><button>C</button></body>";
    assert_eq!(with_orders(other, &orders, "<script>sort()</script>").unwrap(), other);
    assert_eq!(with_orders(table, &[], "<script>sort()</script>").unwrap(), table);
}

#[test]
fn only_what_is_public_as_it_is_gets_copied() {
    let (public, staging) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for file in ["data/other.json", "styles/a.css", "schema/d.json", "icon.svg"] {
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
    site_in(before.path(), &root.join("tests/data/minimal.json"), None).unwrap();
    site_in(now.path(), &root.join("tests/data/one-group.json"), Some(before.path())).unwrap();
    let (mut with_link, mut outdated) = (0, 0);
    for entry in WalkDir::new(now.path()) {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|extension| extension != "html") || path.ends_with("404.html") {
            continue;
        }
        let html = fs::read_to_string(&path).unwrap();
        let skips = html.matches("<a class=\"skip\" href=\"#content\">").count();
        assert_eq!(skips, html.matches("class=\"masthead\"").count(), "{}", path.display());
        assert!(html.contains("id=\"content\""), "{}", path.display());
        if skips == 0 {
            continue;
        }
        with_link += 1;
        outdated += usize::from(html.contains("<aside id=\"outdated\" aria-label"));
        let (_, stops) = html.split_once("<a ").unwrap();
        assert!(stops.starts_with("class=\"skip\""), "{}: {stops:.200}", path.display());
        // It stands outside what the application fills.
        assert!(html.find("class=\"skip\"") < html.find("id=app"), "{}", path.display());
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
fn the_headline_is_seen_before_what_can_wait() {
    let html = "<link rel=preload href=d.json><script>a()</script><link rel=modulepreload href=a.js>\
        <link rel=preload type=application/wasm href=a.wasm><script type=module>m()</script><style>1</style><style>2</style><noscript><style>n</style></noscript><body>\
        <main><section id=\"headline\">1</section><section>2</section></main>\
        <p id=failed></p><script>b()</script><script type=\"application/ld+json\">{}</script></body>";
    let links = "<link rel=preload href=d.json><script>a()</script>";
    let module = "<link rel=modulepreload href=a.js><link rel=preload type=application/wasm href=a.wasm>";
    assert_eq!(
        seen_first(html, "<script>p()</script>").unwrap(),
        format!(
            "{links}{module}<link rel=expect href=#headline blocking=render><style>1</style>\
             <noscript><style>n</style></noscript><body><main><section id=\"headline\">1</section>\
             <script>p()</script><script type=module>m()</script><script>b()</script><style>2</style>\
             <section>2</section></main><p id=failed></p><script type=\"application/ld+json\">{{}}</script></body>"
        )
    );
    // A report without one, and a block alone: its styles are one.
    for html in [html.replace("headline", "claims"), html.replace("</style><style>2", "2")] {
        let expected = html
            .replace("<script type=module>m()</script>", "")
            .replace("</body>", "<script type=module>m()</script></body>");
        assert_eq!(seen_first(&html, "<script>p()</script>").unwrap(), expected);
    }
}

#[test]
fn what_search_engines_read_stands_at_the_end() {
    let html = english();
    let (before, after) = html.split_once("application/ld+json").unwrap();
    assert!(before.contains("id=failed") && !after.contains("<p"), "{html}");
    assert!(!in_english(Page::Embed(routes::Block::Report), None).contains("ld+json"));
}

#[test]
fn a_drawing_for_two_widths_is_there_once() {
    let html = "a<div class=\"w300\"><svg>1</svg></div><div class=\"w360\"><svg>1</svg></div>\
        <div class=\"w480\"><svg>2</svg></div><div class=\"w640\"><svg>3</svg></div>b";
    assert_eq!(
        once(html),
        "a<div class=\"w300 w360\"><svg>1</svg></div>\
         <div class=\"w480\"><svg>2</svg></div><div class=\"w640\"><svg>3</svg></div>b"
    );
    assert_eq!(once("<p>none</p>"), "<p>none</p>");
}

/// Every stylesheet of the page, marked with its name, as they are joined.
fn stylesheets() -> String {
    let mut css = String::new();
    for entry in fs::read_dir("../../public/styles").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        css += &format!("{MARK}{name}*/{}", fs::read_to_string(&path).unwrap());
    }
    format!("<style>{css}</style>")
}

#[test]
fn every_mark_has_its_rule_on_every_page() {
    let (style, mut seen) = (stylesheets(), 0);
    let samples = fs::read_dir("../../tests/data").unwrap().chain(fs::read_dir("../../public/data").unwrap());
    for path in samples.map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&path).unwrap();
        let Some(data) = dataset::read(&text).dataset else { continue };
        let data: &'static Dataset = Box::leak(Box::new(data));
        for page in prerender::pages(data) {
            let rules = with_styles(&style, page);
            for after in prerender::render(data, &[], Lang::Id, page).split("class=\"c-").skip(1) {
                let (role, _) = after.split_once('"').unwrap();
                assert!(
                    rules.contains(&format!("& .c-{role}")),
                    "c-{role} on {page:?} of {}",
                    path.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}
