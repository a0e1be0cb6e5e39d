//! The page that says where each figure comes from: a section a figure, complete without scripts.
//! The report's panel takes its sections from here (`public/ask.js`). The build writes it; browsers
//! run this only for figures newer than the build (`src/explain.rs`). Names of private persons are not on it.
mod awards;
mod computed;
mod entry;
mod stated;
mod take;

#[cfg(test)]
mod tests;

use entry::{Book, Entry};

use super::markup::Markup;
use dataset::{Dataset, Lang};
use routes::{Block, Page};
use words::AskWords;

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct FiguresPage<'a> {
    /// The dataset.
    pub data: &'a Dataset,
    /// The language of the page.
    pub lang: Lang,
    /// The id of the edition, for citations.
    pub edition: &'a str,
    /// The dataset's file, seen from the site's root.
    pub dataset_file: &'a str,
    /// The blocks that can be taken along.
    pub blocks: &'a [Block],
    /// The permanent address of the edition with a slash at its end, where it is known.
    pub address: Option<&'a str>,
}

/// The page's path below the site's root.
#[must_use]
pub fn figures_path(lang: Lang) -> String {
    routes::path(lang, Page::Report) + "figures/"
}

/// The content of the page's container.
#[must_use]
pub fn figures_page(of: FiguresPage<'_>) -> String {
    let (words, own) = (words::messages(of.lang), words::ask(of.lang));
    let book = Book::new(of);
    let other = of.lang.other();
    let to_other = words::pick(of.lang, "../", "../../").to_owned() + &figures_path(other);
    let mut html = Markup::new();
    html.open("header class=\"masthead\"").element("p class=\"brand\"", words.brand);
    html.open("div class=\"masthead-tools\"");
    html.open_with("a", &[("class", "language"), ("href", "../")]).text(words.to_report).close("a");
    html.open_with(
        "a",
        &[("class", "language"), ("href", &to_other), ("lang", other.code()), ("hreflang", other.code())],
    );
    html.text(words.other_language).close("a").close("div").close("header");
    html.open("main id=\"content\" class=\"asked-page\" tabindex=\"-1\"").element("h1", own.title);
    html.element("p", own.intro);
    let [coverage, claims, others] = stated::observations(&book);
    let chapters = [
        (own.coverage, [coverage, computed::coverage(&book)].concat()),
        (words.claims, [claims, computed::claims(&book), awards::cases(&book)].concat()),
        (words.awards, awards::awards(&book)),
        (own.goals, stated::goals(&book)),
        (own.others, others),
    ];
    for (title, entries) in chapters.iter().filter(|(_, entries)| !entries.is_empty()) {
        html.open("div class=\"asked-chapter\"").element("h2", title);
        for entry in entries {
            section(&mut html, &book, entry);
        }
        html.close("div");
    }
    html.open("div class=\"asked-chapter\"").element("h2", words.take);
    take::sections(&mut html, &book, of);
    html.close("div").close("main");
    panel(&mut html, own);
    html.finish()
}

/// A figure with all that is known of it.
fn section(html: &mut Markup, book: &Book<'_>, entry: &Entry) {
    let heading = format!("{}-h", entry.key);
    let mut attributes: Vec<(&'static str, &str)> =
        vec![("id", &entry.key), ("class", "asked"), ("aria-labelledby", &heading)];
    attributes.extend(entry.data.iter().map(|(name, value)| (*name, value.as_str())));
    html.open_with("section", &attributes);
    html.open_with("h3", &[("id", &heading), ("tabindex", "-1")]).text(&entry.name).close("h3");
    html.element("p class=\"asked-value\"", &entry.value).open("dl");
    for (term, definition) in &entry.rows {
        html.element("dt", term).open("dd").push(definition).close("dd");
    }
    html.close("dl").open("label class=\"field\"").element("span", book.own.cite);
    html.open("textarea readonly rows=\"4\" spellcheck=\"false\"").text(&book.citation(entry));
    html.close("textarea").close("label").close("section");
}

/// What the panel has around a figure: hidden here, taken by the script.
fn panel(html: &mut Markup, own: &AskWords) {
    html.open("template id=\"panel\"").open("div class=\"ask-head\"");
    html.element("button type=\"button\" name=\"back\" class=\"button\" hidden", own.back);
    html.element("button type=\"button\" name=\"close\" class=\"button\"", own.close).close("div");
    html.open("div class=\"ask-copy\"");
    html.element("button type=\"button\" name=\"copy\" class=\"button\"", own.copy);
    html.open_with(
        "span",
        &[("role", "status"), ("data-copied", own.copied), ("data-selected", own.selected)],
    );
    html.close("span").close("div").close("template");
}
