//! What stands in a page's head for search engines, link previews and content systems.
use dataset::Lang;
use quick_xml::escape::escape;
use routes::Page;

use super::{
    PICTURE_HEIGHT, PICTURE_WIDTH, Publication, jsonld, oembed, picture_path,
    story::{Story, story},
};

/// Elements for the head of one page: title and description are not among them, see
/// [`super::story`].
///
/// Without a public address, what must be absolute is left out, and the card is a small one
/// because it has no picture.
#[must_use]
pub fn head(publication: &Publication<'_>, lang: Lang, page: Page) -> String {
    let story = story(publication.data, lang, page);
    let mut head = Head(String::new());
    head.addresses(publication, lang, page);
    head.card(publication, lang, page, &story);
    head.link("manifest", None, &(routes::to_root(lang, page) + &manifest(lang)));
    if let Some(href) = publication.absolute(&oembed::path(lang, page)) {
        head.element(
            "link",
            &[
                ("rel", "alternate"),
                ("type", "application/json+oembed"),
                ("href", &href),
                ("title", &story.title),
            ],
        );
    }
    head.0
}

/// What search engines are told of the dataset (JSON-LD), on the page of the report only. It stands
/// at the end of the page: readers do not wait for it.
#[must_use]
pub fn data(publication: &Publication<'_>, lang: Lang, page: Page) -> String {
    if page != Page::Report {
        return String::new();
    }
    let json = jsonld::dataset(publication, lang).to_string();
    format!("<script type=\"application/ld+json\">{}</script>", inert(&json))
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

struct Head(String);

impl Head {
    fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0 += &format!("<{name}");
        for (attribute, value) in attributes {
            self.0 += &format!(" {attribute}=\"{}\"", escape(*value));
        }
        self.0.push('>');
    }

    fn link(&mut self, rel: &str, hreflang: Option<&str>, href: &str) {
        match hreflang {
            Some(hreflang) => self.element("link", &[("rel", rel), ("hreflang", hreflang), ("href", href)]),
            None => self.element("link", &[("rel", rel), ("href", href)]),
        }
    }

    fn property(&mut self, property: &str, content: &str) {
        self.element("meta", &[("property", property), ("content", content)]);
    }

    fn name(&mut self, name: &str, content: &str) {
        self.element("meta", &[("name", name), ("content", content)]);
    }

    /// A report names itself and its other language; a block alone is not for search engines and
    /// names the report. An edition names itself and is left
    /// to readers who were given its address.
    fn addresses(&mut self, publication: &Publication<'_>, lang: Lang, page: Page) {
        if page != Page::Report || publication.pinned {
            self.name("robots", "noindex");
        }
        if let Some(report) = publication.absolute(&routes::path(lang, Page::Report)) {
            self.link("canonical", None, &report);
        }
        if page == Page::Report {
            for other in Lang::ALL {
                let href = publication.address(lang, page, &routes::path(other, Page::Report));
                self.link("alternate", Some(other.code()), &href);
            }
            let href = publication.address(lang, page, &routes::path(Lang::Id, Page::Report));
            self.link("alternate", Some("x-default"), &href);
        }
    }

    /// Open Graph, and what Twitter's cards need besides.
    fn card(&mut self, publication: &Publication<'_>, lang: Lang, page: Page, story: &Story) {
        self.property("og:type", "website");
        self.property("og:site_name", words::messages(lang).brand);
        self.property("og:locale", locale(lang));
        self.property("og:locale:alternate", locale(lang.other()));
        self.property("og:title", &story.title);
        self.property("og:description", &story.description);
        let picture = publication.absolute(&picture_path(lang, page));
        if let (Some(url), Some(picture)) = (publication.absolute(&routes::path(lang, page)), &picture) {
            self.property("og:url", &url);
            self.property("og:image", picture);
            self.property("og:image:type", "image/png");
            self.property("og:image:width", &PICTURE_WIDTH.to_string());
            self.property("og:image:height", &PICTURE_HEIGHT.to_string());
            self.property("og:image:alt", &said(story));
        }
        self.name("twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    }
}

/// What a page's picture shows, for those who do not see it.
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
