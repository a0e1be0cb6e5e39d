//! The page that hands out snippets: the form that a script makes work, and below it every block
//! with its snippets ready, for those without scripts. The build writes it; browsers never run this.
use super::embed_link::name;
use super::markup::Markup;
use dataset::Lang;
use routes::{Block, Page};
use words::{Messages, PublishWords};

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Builder<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The site's public address with a slash at its end, where it is known.
    pub site: Option<&'a str>,
    /// The versioned file of the script for hosts, seen from the site's root.
    pub script: &'a str,
    /// The script's hash, as the attribute `integrity` has it.
    pub integrity: &'a str,
    /// What can be embedded, in the order of the report.
    pub blocks: &'a [Embeddable],
}

/// A block that can be embedded. Texts come in each language, in the order of [`Lang::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embeddable {
    /// Which block it is.
    pub block: Block,
    /// The heights that a frame needs in an article's column of 640 and of 358 CSS pixels, in CSS
    /// pixels, for each language.
    pub heights: [(u32, u32); 2],
    /// What a frame with it is called.
    pub titles: [String; 2],
    /// What its picture shows.
    pub alternatives: [String; 2],
}

/// Kinds of snippets: name in the form, and what is copied. `{…}` are filled in here and, for
/// choices of the reader's, by `public/embed-builder.js`.
const KINDS: [(&str, &str); 5] = [
    (
        "script",
        "<iframe src=\"{src}\" title=\"{title}\" loading=\"lazy\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0;max-width:100%;height:{room}\"></iframe>\n\
         <script async src=\"{script}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>",
    ),
    (
        "iframe",
        "<iframe src=\"{src}\" title=\"{title}\" loading=\"lazy\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0;max-width:100%;height:{room}\"></iframe>",
    ),
    (
        "element",
        "<jamsostek-embed block=\"{block}\" lang=\"{lang}\"{attributes} style=\"display:block;height:{room}{limit}\"><a href=\"{report}\">{title}</a></jamsostek-embed>\n\
         <script async src=\"{script}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>",
    ),
    ("link", "{src}"),
    (
        "picture",
        "<a href=\"{report}\"><img src=\"{picture}\" alt=\"{alt}\" width=\"1200\" height=\"630\" \
         style=\"max-width:100%;height:auto\"></a>",
    ),
];

/// Widths of a frame that the form offers, in CSS pixels; besides the width of its column.
const WIDTHS: [&str; 4] = ["320", "480", "640", "800"];

/// The page's path below the site's root.
#[must_use]
pub fn builder_path(lang: Lang) -> String {
    routes::path(lang, Page::Report) + "embed/"
}

/// The page's way up to the site's root.
#[must_use]
pub fn builder_to_root(lang: Lang) -> &'static str {
    words::pick(lang, "../", "../../")
}

/// The content of the page's container.
#[must_use]
pub fn embed_builder(builder: Builder<'_>) -> String {
    let (words, own) = (words::messages(builder.lang), words::publish(builder.lang));
    let mut html = Markup::new();
    masthead(&mut html, builder, words);
    html.open("main id=\"content\" class=\"builder-page\" tabindex=\"-1\"")
        .element("h1", own.builder_title)
        .element("p", own.builder_intro);
    form(&mut html, builder, words, own);
    ready(&mut html, builder, words, own);
    html.close("main");
    html.finish()
}

fn masthead(html: &mut Markup, builder: Builder<'_>, words: &Messages) {
    let other = builder.lang.other();
    let to_other = builder_to_root(builder.lang).to_owned() + &builder_path(other);
    html.open("header class=\"masthead\"").element("p class=\"brand\"", words.brand);
    html.open("div class=\"masthead-tools\"");
    html.open_with("a", &[("class", "language"), ("href", "../")]).text(words.to_report).close("a");
    html.open_with(
        "a",
        &[("class", "language"), ("href", &to_other), ("lang", other.code()), ("hreflang", other.code())],
    );
    html.text(words.other_language).close("a").close("div").close("header");
}

/// The form; it is shown by the script that makes it work.
fn form(html: &mut Markup, builder: Builder<'_>, words: &Messages, own: &PublishWords) {
    html.open_with(
        "form",
        &[
            ("id", "builder"),
            ("class", "builder"),
            ("aria-labelledby", "builder-h"),
            ("data-root", builder_to_root(builder.lang)),
            ("data-site", builder.site.unwrap_or_default()),
            ("data-script", builder.script),
            ("data-integrity", builder.integrity),
            ("data-copied", own.builder_copied),
            ("data-selected", own.builder_selected),
            ("autocomplete", "off"),
            ("hidden", ""),
        ],
    );
    html.open("div class=\"builder-head\"").element("h2 id=\"builder-h\"", own.builder_heading);
    html.element("button type=\"button\" name=\"close\" class=\"button\" hidden", own.builder_close)
        .close("div");
    html.open("div class=\"builder-fields\"");
    blocks(html, builder, words, own);
    let languages = Lang::ALL.map(|lang| (lang.code(), words::messages(lang.other()).other_language));
    let current = usize::from(builder.lang == Lang::En);
    select(html, "lang", own.builder_language, &languages, current);
    let themes = [("", words.theme_auto), ("light", words.theme_light), ("dark", words.theme_dark)];
    select(html, "theme", words.theme, &themes, 0);
    let pixels = WIDTHS.map(|width| (width, words::fill(own.builder_pixels, &[width])));
    let mut widths = vec![("", own.builder_column)];
    widths.extend(pixels.iter().map(|(width, label)| (*width, label.as_str())));
    select(html, "width", own.builder_width, &widths, 0);
    let editions = [("", own.builder_latest), ("this", own.builder_this)];
    select(html, "edition", own.builder_edition, &editions, 0);
    html.open("label class=\"builder-check\"").open("input type=\"checkbox\" name=\"title\" checked");
    html.element("span", own.builder_show_title).close("label").close("div");
    kinds(html, own);
    html.open("label class=\"field\"").element("span", own.builder_code);
    html.open("textarea name=\"code\" rows=\"6\" readonly spellcheck=\"false\"")
        .close("textarea")
        .close("label");
    html.open("div class=\"builder-copy\"");
    html.element("button type=\"button\" name=\"copy\" class=\"button\"", own.builder_copy);
    html.element("span role=\"status\"", "").close("div");
    preview(html, own);
    html.close("form");
}

fn blocks(html: &mut Markup, builder: Builder<'_>, words: &Messages, own: &PublishWords) {
    html.open("label class=\"field\"").element("span", own.builder_block).open("select name=\"block\"");
    for entry in builder.blocks {
        let [(title_id, alt_id), (title_en, alt_en)] = [Lang::Id, Lang::En].map(|lang| said(entry, lang));
        let [id, en] = entry.heights;
        html.open_with(
            "option",
            &[
                ("value", entry.block.id()),
                ("data-height-id", &id.0.to_string()),
                ("data-height-en", &en.0.to_string()),
                ("data-room-id", &room(id)),
                ("data-room-en", &room(en)),
                ("data-title-id", title_id),
                ("data-title-en", title_en),
                ("data-alt-id", alt_id),
                ("data-alt-en", alt_en),
            ],
        );
        html.text(name(words, entry.block)).close("option");
    }
    html.close("select").close("label");
}

/// Title and alternative text in a language.
fn said(entry: &Embeddable, lang: Lang) -> (&str, &str) {
    let ([title_id, title_en], [alt_id, alt_en]) = (&entry.titles, &entry.alternatives);
    (words::pick(lang, title_id, title_en), words::pick(lang, alt_id, alt_en))
}

fn select(html: &mut Markup, name: &'static str, label: &str, options: &[(&str, &str)], chosen: usize) {
    html.open("label class=\"field\"").element("span", label).open_with("select", &[("name", name)]);
    for (index, (value, label)) in options.iter().enumerate() {
        let attributes = [("value", *value), ("selected", "")];
        let used = if index == chosen { 2 } else { 1 };
        html.open_with("option", attributes.get(..used).unwrap_or_default()).text(label).close("option");
    }
    html.close("select").close("label");
}

fn kinds(html: &mut Markup, own: &PublishWords) {
    html.open("fieldset class=\"switch\"").element("legend", own.builder_kind);
    for (index, (kind, template)) in KINDS.into_iter().enumerate() {
        let (label, hint) = kind_words(own, kind);
        let attributes = [
            ("type", "radio"),
            ("name", "kind"),
            ("value", kind),
            ("data-template", template),
            ("data-hint", hint),
            ("checked", ""),
        ];
        let used = if index == 0 { attributes.len() } else { attributes.len() - 1 };
        html.open("label").open_with("input", attributes.get(..used).unwrap_or_default());
        html.element("span", label).close("label");
    }
    html.close("fieldset").element("p class=\"builder-hint\"", "");
}

/// What a kind of snippet is called, and where it is used.
fn kind_words(own: &PublishWords, kind: &str) -> (&'static str, &'static str) {
    match kind {
        "script" => (own.kind_script, own.kind_script_hint),
        "iframe" => (own.kind_iframe, own.kind_iframe_hint),
        "element" => (own.kind_element, own.kind_element_hint),
        "link" => (own.kind_link, own.kind_link_hint),
        _ => (own.kind_picture, own.kind_picture_hint),
    }
}

fn preview(html: &mut Markup, own: &PublishWords) {
    html.element("h3 id=\"builder-preview-h\" class=\"builder-label\"", own.builder_preview);
    html.open(
        "div class=\"builder-preview\" role=\"group\" tabindex=\"0\" aria-labelledby=\"builder-preview-h\"",
    );
    html.open("iframe").close("iframe");
    html.open("div class=\"builder-picture\" hidden").open("img alt=\"\" width=\"1200\" height=\"630\"");
    html.open("p")
        .open("a target=\"_blank\" rel=\"noopener\"")
        .text(own.builder_png)
        .close("a")
        .close("p")
        .close("div")
        .close("div");
}

/// Every block with all that can be copied.
fn ready(html: &mut Markup, builder: Builder<'_>, words: &Messages, own: &PublishWords) {
    html.open("div id=\"ready\" class=\"ready\"");
    if builder.site.is_none() {
        html.element("p class=\"caveat\"", own.builder_no_site);
    }
    for entry in builder.blocks {
        let (id, title) = (entry.block.id(), name(words, entry.block));
        let heading = format!("{id}-h");
        html.open_with("section", &[("id", id), ("aria-labelledby", &heading)]);
        html.open_with("h2", &[("id", &heading)]).text(title).close("h2").open("p");
        for (href, label) in
            [(format!("{id}/"), own.builder_open), (format!("{id}/picture.png"), own.builder_png)]
        {
            html.open_with("a", &[("href", &href)]).text(label);
            html.element("span class=\"hidden\"", &format!(" {title}")).close("a");
        }
        html.close("p");
        for (kind, template) in KINDS {
            html.open("label class=\"field\"").open("span").text(kind_words(own, kind).0);
            html.element("span class=\"hidden\"", &format!(" {title}")).close("span");
            html.open_with("textarea", &[("readonly", ""), ("rows", rows(kind)), ("spellcheck", "false")]);
            html.text(&filled(template, &values(builder, entry))).close("textarea").close("label");
        }
        html.close("section");
    }
    html.close("div");
}

fn rows(kind: &str) -> &'static str {
    if kind == "link" { "1" } else { "4" }
}

/// What stands in the places of the templates, as it is first chosen.
fn values(builder: Builder<'_>, entry: &Embeddable) -> Vec<(&'static str, String)> {
    let lang = builder.lang;
    let site = builder.site.unwrap_or(words::publish(lang).builder_site);
    let block = routes::path(lang, Page::Embed(entry.block));
    let (title, alternative) = said(entry, lang);
    let heights = match (lang, entry.heights) {
        (Lang::Id, [id, _]) => id,
        (Lang::En, [_, en]) => en,
    };
    vec![
        ("block", entry.block.id().to_owned()),
        ("lang", lang.code().to_owned()),
        ("src", format!("{site}{block}")),
        ("report", format!("{site}{}", routes::path(lang, Page::Report))),
        ("picture", format!("{site}{block}picture.png")),
        ("script", format!("{site}{}", builder.script)),
        ("integrity", builder.integrity.to_owned()),
        ("height", heights.0.to_string()),
        ("room", room(heights)),
        ("limit", String::new()),
        ("width", "100%".to_owned()),
        ("attributes", String::new()),
        ("title", escaped(title)),
        ("alt", escaped(alternative)),
    ]
}

/// The height that a frame keeps before its own is told, as a CSS length: that of a wide column, and
/// on a phone that of a narrow one.
fn room((wide, narrow): (u32, u32)) -> String {
    if wide <= narrow {
        format!("clamp({wide}px,(700px - 100vw)*9,{narrow}px)")
    } else {
        format!("clamp({narrow}px,(100vw - 600px)*9,{wide}px)")
    }
}

fn escaped(text: &str) -> String {
    let mut html = Markup::new();
    html.text(text);
    html.finish()
}

/// A template with its places filled in.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    fn blocks() -> Vec<Embeddable> {
        let entry = |block, heights| Embeddable {
            block,
            heights: [heights, (500, 480)],
            titles: ["Judul \"satu\" & <dua>".to_owned(), "A title".to_owned()],
            alternatives: ["Gambar.".to_owned(), "A picture.".to_owned()],
        };
        vec![entry(Block::Groups, (720, 900)), entry(Block::Report, (1000, 1000))]
    }

    fn html(lang: Lang, site: Option<&str>) -> String {
        let blocks = blocks();
        embed_builder(Builder { lang, site, script: "embed-0.js", integrity: "sha384-x", blocks: &blocks })
    }

    #[test]
    fn the_page_is_as_it_was_looked_at() {
        for (lang, site) in [(Lang::Id, Some("https://example.org/r/")), (Lang::En, None)] {
            let file = format!("goldens/embed-builder-{}.html", lang.code());
            expect_file![file].assert_eq(&html(lang, site).replace("><", ">\n<"));
        }
    }

    /// The texts of the ready snippets of a block, in the order of [`KINDS`].
    fn snippets(lang: Lang, site: Option<&str>, block: &str) -> Vec<String> {
        let html = html(lang, site);
        let (_, section) = html.split_once(&format!("<section id=\"{block}\"")).unwrap();
        let (section, _) = section.split_once("</section>").unwrap();
        let texts = section.split("</textarea>").filter_map(|part| part.rsplit_once("false\">"));
        let plain = |text: &str| {
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            text.replace("&amp;", "&")
        };
        texts.map(|(_, text)| plain(text)).collect()
    }

    #[test]
    fn snippets_are_markup_with_absolute_addresses() {
        let site = "https://example.org/r/";
        let all = snippets(Lang::En, Some(site), "groups");
        assert_eq!(all.len(), KINDS.len());
        let [script, frame, element, link, picture] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(link, "https://example.org/r/en/embed/groups/");
        assert!(script.starts_with(frame.as_str()) && !frame.contains("<script"));
        for (snippet, name) in [(frame, "iframe"), (element, "jamsostek-embed"), (picture, "a")] {
            // HTML lets attributes stand without a value and images without an end.
            let first = snippet.split('\n').next().unwrap();
            let xml = first.replace("\"></a>", "\"/></a>");
            let document = roxmltree::Document::parse(&xml).unwrap();
            assert_eq!(document.root_element().tag_name().name(), name);
        }
        let hashed =
            "src=\"https://example.org/r/embed-0.js\" integrity=\"sha384-x\" crossorigin=\"anonymous\"";
        assert!(script.contains(hashed) && element.contains(hashed), "{script}");
        assert!(all.iter().all(|snippet| !snippet.contains(['{', '}'])), "{all:?}");
    }

    #[test]
    fn a_title_with_markup_stays_a_title() {
        let all = snippets(Lang::Id, Some("https://example.org/"), "report");
        let frame = roxmltree::Document::parse(&all[1]).unwrap();
        assert_eq!(frame.root_element().attribute("title"), Some("Judul \"satu\" & <dua>"));
        assert_eq!(frame.root_element().attribute("height"), Some("1000"));
    }

    #[test]
    fn an_unknown_address_is_a_place_to_fill_in() {
        assert_eq!(snippets(Lang::Id, None, "groups")[3], "{situs}/embed/groups/");
        assert!(html(Lang::En, None).contains("Replace {site} with"));
        assert!(!html(Lang::En, Some("https://example.org/")).contains("{site}"));
    }
}
