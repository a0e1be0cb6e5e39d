//! What stands in a page's head for search engines, link previews and content systems.
use dataset::Lang;
use jamsostek_dashboard::document::{Card, CardPicture, Links};
use routes::Page;
use words::Names;

use super::{
    Publication, Shape, jsonld, oembed, picture_path,
    story::{Story, story},
};

/// The addresses in the head of one page. Without a public address, what must be absolute is left out.
///
/// A report names itself and its other language; a block alone is not for search engines and names the
/// report. An edition names itself and is left to readers who were given its address.
#[must_use]
pub fn links(publication: &Publication<'_>, lang: Lang, page: Page) -> Links {
    // A block alone is not for search engines.
    let is_indexed = matches!(page, Page::Report | Page::Claims);
    let named_page = if is_indexed { page } else { Page::Report };
    let report = |lang| publication.absolute(&routes::path(lang, named_page));
    let named = |lang: Lang| Some((lang.code(), report(lang)?));
    let published = publication.data.published();
    let default = published.first().and_then(|first| Some(("x-default", report(*first)?)));
    let languages = published.into_iter().filter_map(named);
    Links {
        is_indexed: is_indexed && !publication.pinned,
        canonical: report(lang),
        languages: if is_indexed { languages.chain(default).collect() } else { Vec::new() },
        oembed: publication.absolute(&oembed::path(lang, page)),
        manifest: Some(routes::to_root(lang, page) + &manifest(lang)),
        stylesheets: Vec::new(),
    }
}

/// What a link to a page looks like elsewhere: the wide picture first, which most programs take, then the square one.
/// Without a public address it has no picture.
#[must_use]
pub fn card(publication: &Publication<'_>, lang: Lang, page: Page) -> Card {
    let picture = |shape: Shape| {
        Some(CardPicture {
            url: publication.absolute(&picture_path(lang, page, shape))?,
            size: shape.size(),
            alternative: alternative(publication, lang, page),
        })
    };
    Card {
        site_name: Names::of(publication.data, lang).brand(),
        locales: std::iter::once(lang)
            .chain(publication.data.published().into_iter().filter(|other| *other != lang))
            .map(locale)
            .collect(),
        page: publication.absolute(&routes::path(lang, page)),
        pictures: Shape::ALL.into_iter().filter_map(picture).collect(),
    }
}

/// What search engines are told of the dataset (JSON-LD), on the page of the report only. It stands
/// at the end of the page: readers do not wait for it.
#[must_use]
pub fn data(publication: &Publication<'_>, lang: Lang, page: Page) -> Option<String> {
    (page == Page::Report).then(|| inert(&jsonld::dataset(publication, lang).to_string()))
}

/// The title and the description of a page, as its `<title>` and its description say them.
#[must_use]
pub fn about(publication: &Publication<'_>, lang: Lang, page: Page) -> (String, String) {
    let story = story(publication.data, lang, page);
    (story.title, story.description)
}

/// A language's manifest, seen from the root.
pub fn manifest(lang: Lang) -> String {
    routes::path(lang, Page::Report) + "manifest.webmanifest"
}

/// The locale after Open Graph.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "id_ID",
        Lang::En => "en_US",
    }
}

/// JSON that cannot end the script element it stands in, nor open a comment there.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// What a page's pictures show, for those who do not see them.
#[must_use]
pub fn alternative(publication: &Publication<'_>, lang: Lang, page: Page) -> String {
    said(&story(publication.data, lang, page))
}

fn said(story: &Story) -> String {
    if story.title == story.description {
        story.title.clone()
    } else {
        format!("{}. {}", story.title.trim_end_matches('.'), story.description)
    }
}
