//! What crawlers and home screens ask a site for: robots.txt, sitemap.xml, the manifests, icons.
use anyhow::Result;
use dataset::Lang;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use routes::Page;
use serde_json::json;
use words::Names;

use super::{Publication, head, picture, story::story};
use crate::tokens;

/// The icon under a name that stays, for the manifests.
const ICON: &[u8] = include_bytes!("../../../../public/icon.svg");
/// The sizes in which home screens want the icon as a picture.
const ICON_SIZES: [u32; 2] = [192, 512];

/// The files.
pub fn files(publication: &Publication<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = vec![("icon.svg".to_owned(), ICON.to_vec())];
    for size in ICON_SIZES {
        files.push((format!("icon-{size}.png"), picture::icon(ICON, size)?));
    }
    for lang in publication.data.published() {
        files.push((head::manifest(lang), serde_json::to_vec_pretty(&manifest(publication, lang))?));
    }
    if let Some(sitemap) = sitemap(publication)? {
        files.push(("sitemap.xml".to_owned(), sitemap));
    }
    Ok(files)
}

/// `robots.txt` for a site with reports in these folders. Everything may be read: a crawler that may not read a block
/// would not see that it is not for its index. Crawlers ask for this file at the root of a host only.
#[must_use]
pub fn robots<'a>(site_url: Option<&str>, folders: impl Iterator<Item = &'a str>) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(url) = site_url {
        let url = url.trim_end_matches('/');
        text.push('\n');
        text.extend(folders.map(|folder| format!("Sitemap: {url}/{folder}sitemap.xml\n")));
    }
    text
}

/// The report in each language; blocks alone are not for search engines.
fn sitemap(publication: &Publication<'_>) -> Result<Option<Vec<u8>>> {
    let report = |lang| Some((lang, publication.absolute(&routes::path(lang, Page::Report))?));
    let pages: Vec<(Lang, String)> = publication.data.published().into_iter().filter_map(report).collect();
    if pages.is_empty() {
        return Ok(None);
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    root.write_inner_content(|writer| {
        for (_, url) in &pages {
            writer.create_element("url").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(url))?;
                for (other, href) in &pages {
                    writer
                        .create_element("xhtml:link")
                        .with_attributes([
                            ("rel", "alternate"),
                            ("hreflang", other.code()),
                            ("href", href.as_str()),
                        ])
                        .write_empty()?;
                }
                if let Some(updated) = publication.data.updated {
                    let date = updated.to_string();
                    writer.create_element("lastmod").write_text_content(BytesText::new(&date))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(Some(writer.into_inner()))
}

/// A language's manifest. Its addresses are relative to itself, so it works under any base path.
fn manifest(publication: &Publication<'_>, lang: Lang) -> serde_json::Value {
    let story = story(publication.data, lang, Page::Report);
    let root = routes::to_root(lang, Page::Report);
    let paper = tokens::light("paper");
    let mut icons =
        vec![json!({ "src": format!("{root}icon.svg"), "type": "image/svg+xml", "sizes": "any" })];
    for size in ICON_SIZES {
        icons.push(json!({
            "src": format!("{root}icon-{size}.png"), "type": "image/png", "sizes": format!("{size}x{size}")
        }));
    }
    json!({
        "name": story.title,
        "short_name": Names::of(publication.data, lang).short,
        "description": story.description,
        "lang": lang.code(),
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    })
}
