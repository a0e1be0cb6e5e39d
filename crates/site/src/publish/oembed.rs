//! oEmbed: a static answer for each page and block, and the size that a frame should have.
use anyhow::Result;
use dataset::Lang;
use quick_xml::escape::escape;
use routes::{Block, Page};
use serde_json::json;
use words::Names;

use super::{Publication, Shape, picture_path, story::story};

/// The width that oEmbed and snippets give a frame, in CSS pixels.
pub const WIDTH: u32 = 640;

/// The height in CSS pixels that a block needs at [`WIDTH`], for frames whose host does not listen
/// to height messages.
#[must_use]
pub fn height(publication: &Publication<'_>, lang: Lang, block: Block) -> u32 {
    /// Content systems clamp frames to about this; the report scrolls.
    const REPORT: u32 = 1000;
    let height = publication.heights.at(lang, block, WIDTH).unwrap_or(REPORT);
    if block == Block::Report { height.min(REPORT) } else { height }
}

/// Where a page's answer belongs, seen from the site's root.
pub fn path(lang: Lang, page: Page) -> String {
    routes::path(lang, page) + "oembed.json"
}

/// The answer for every page in each language; none without a public address.
pub fn files(publication: &Publication<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for (lang, page) in publication.views() {
        if let Some(json) = answer(publication, lang, page) {
            files.push((path(lang, page), serde_json::to_vec_pretty(&json)?));
        }
    }
    Ok(files)
}

/// The answer for one page. The report's page embeds the report without its frame.
fn answer(publication: &Publication<'_>, lang: Lang, page: Page) -> Option<serde_json::Value> {
    let block = match page {
        Page::Embed(block) => block,
        Page::Claims => Block::ClaimsExplorer,
        Page::Report | Page::NotFound => Block::Report,
    };
    let title = story(publication.data, lang, page).title;
    let href = publication.absolute(&routes::path(lang, page))?;
    let src = publication.absolute(&routes::path(lang, Page::Embed(block)))?;
    let height = height(publication, lang, block);
    let (thumbnail_width, thumbnail_height) = Shape::Wide.size();
    // WordPress keeps just these elements and attributes, and shows the quote where the frame
    // does not load. It also ends frames at 1000 px, so what is higher must be able to scroll.
    let html = format!(
        "<blockquote><a href=\"{href}\">{title}</a></blockquote>\
         <iframe src=\"{src}\" width=\"{WIDTH}\" height=\"{height}\" frameborder=\"0\" marginwidth=\"0\" \
         marginheight=\"0\" title=\"{title}\"></iframe>",
        href = escape(&href),
        src = escape(&src),
        title = escape(&title),
    );
    Some(json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": Names::of(publication.data, lang).brand(),
        "provider_url": publication.absolute(&routes::path(lang, Page::Report))?,
        "html": html,
        "width": WIDTH,
        "height": height,
        "thumbnail_url": publication.absolute(&picture_path(lang, page, Shape::Wide))?,
        "thumbnail_width": thumbnail_width,
        "thumbnail_height": thumbnail_height,
    }))
}
