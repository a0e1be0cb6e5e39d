//! What is copied into the page of a host.
use dataset::Lang;
use html_escape::encode_double_quoted_attribute as attribute;
use routes::{Accent, Block, EmbedOptions, EmbedTitle, Page, Theme, ViewState, to_query};
use words::PublishWords;

use super::options::{EmbedFormOptions, HostScript};

/// The height of the line above a block, in CSS pixels, and of the smaller one beneath a title of the host's own.
const CAPTION_HEIGHT: i32 = 30;
const BENEATH_HEIGHT: i32 = 20;
/// The height of a block's own title, in CSS pixels.
const TITLE_HEIGHT: i32 = 36;
/// The width of a picture in a letter, in CSS pixels: what every mail program has room for.
const PICTURE_WIDTH: u32 = 600;
const PICTURE_HEIGHT: u32 = 315;

/// A kind of snippet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SnippetKind {
    /// A frame, and the script that gives it its height.
    #[default]
    Script,
    /// A frame.
    Iframe,
    /// A custom element, and the script that defines it.
    Element,
    /// The address of the block.
    Link,
    /// A picture that links to the report.
    Picture,
}

impl SnippetKind {
    /// All kinds in the order of the form.
    pub const ALL: [Self; 5] = [Self::Script, Self::Iframe, Self::Element, Self::Link, Self::Picture];

    /// Its value in the form.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Iframe => "iframe",
            Self::Element => "element",
            Self::Link => "link",
            Self::Picture => "picture",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self, words: &PublishWords) -> &'static str {
        match self {
            Self::Script => words.kind_script(),
            Self::Iframe => words.kind_iframe(),
            Self::Element => words.kind_element(),
            Self::Link => words.kind_link(),
            Self::Picture => words.kind_picture(),
        }
    }

    /// Where it is used.
    #[must_use]
    pub fn hint(self, words: &PublishWords) -> &'static str {
        match self {
            Self::Script => words.kind_script_hint(),
            Self::Iframe => words.kind_iframe_hint(),
            Self::Element => words.kind_element_hint(),
            Self::Link => words.kind_link_hint(),
            Self::Picture => words.kind_picture_hint(),
        }
    }

    /// Whether it takes theme, width and what else a host may ask; a link and a picture are what they are.
    #[must_use]
    pub fn is_frame(self) -> bool {
        !matches!(self, Self::Link | Self::Picture)
    }
}

/// What a reader chose in the form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmbedChoice {
    /// Which block.
    pub block: Block,
    /// What kind of snippet.
    pub kind: SnippetKind,
    /// The block's language.
    pub lang: Lang,
    /// Its theme.
    pub theme: Theme,
    /// The frame's width in CSS pixels; `None` for that of the column it stands in.
    pub width: Option<u32>,
    /// What else is asked of the block.
    pub embed: EmbedOptions,
    /// Whether the snippet stays with the edition that is shown now; by default it follows the newest one.
    pub keep_edition: bool,
}

impl EmbedChoice {
    /// What is chosen first.
    #[must_use]
    pub fn new(block: Block, lang: Lang) -> Self {
        Self {
            block,
            kind: SnippetKind::default(),
            lang,
            theme: Theme::of(Page::Embed(block)),
            width: None,
            embed: EmbedOptions::default(),
            keep_edition: false,
        }
    }

    /// The path of the block's page below the site's root.
    #[must_use]
    pub fn path(&self) -> String {
        routes::path(self.lang, self.page())
    }

    /// What the frame asks of the block, as a query string; empty where it asks nothing.
    #[must_use]
    pub fn query(&self) -> String {
        if !self.kind.is_frame() {
            return String::new();
        }
        let view = ViewState { theme: self.theme, embed: self.embed.clone(), ..ViewState::default() };
        to_query(self.page(), &view)
    }

    fn page(&self) -> Page {
        Page::Embed(self.block)
    }

    /// How much higher the frame is than with the title of the publisher, in CSS pixels. The headline has no title
    /// of its own, and the report no line above it.
    fn change_of_height(&self) -> i32 {
        match (&self.embed.title, self.block) {
            (EmbedTitle::Publisher, _) => 0,
            (EmbedTitle::Own(_), _) => BENEATH_HEIGHT,
            (EmbedTitle::Hidden, Block::Headline) => -CAPTION_HEIGHT,
            (EmbedTitle::Hidden, Block::Report) => -TITLE_HEIGHT,
            (EmbedTitle::Hidden, _) => -CAPTION_HEIGHT - TITLE_HEIGHT,
        }
    }

    /// The style that a frame needs besides its height: of another scheme than its page a frame is never transparent.
    fn scheme(&self) -> &'static str {
        if self.embed.transparent && self.theme == Theme::Dark { ";color-scheme:dark" } else { "" }
    }
}

/// The snippet for a choice; empty where the site does not offer the block.
///
/// Where the site's address is not known, words for a place to fill in stand for it.
#[must_use]
pub fn snippet(choice: &EmbedChoice, options: &EmbedFormOptions) -> String {
    let Some(entry) = options.find(choice.block) else { return String::new() };
    let words = entry.in_language(choice.lang);
    let site = options.newest().unwrap_or(words::publish(choice.lang).builder_site());
    let edition = options.edition.as_deref().filter(|_| choice.keep_edition).unwrap_or_default();
    let site = [site, edition].concat();
    let report = [&site, &*routes::path(choice.lang, Page::Report)].concat();
    let block = [&site, &*choice.path()].concat();
    let title = attribute(&words.title);
    let heights = words.heights.changed_by(choice.change_of_height());
    let reserved = heights.reserved();
    match choice.kind {
        SnippetKind::Script => {
            let frame = frame(choice, &block, &title, (heights.wide, reserved));
            with_script(frame, &site, &options.script)
        }
        SnippetKind::Iframe => frame(choice, &block, &title, heights.kept(choice.width)),
        SnippetKind::Element => {
            let limit = choice.width.map(|width| format!(";max-width:{width}px")).unwrap_or_default();
            let element = format!(
                "<jamsostek-embed block=\"{}\" lang=\"{}\"{} style=\"display:block;height:{reserved}{limit}\">\
                 <a href=\"{report}\">{title}</a></jamsostek-embed>",
                choice.block.id(),
                choice.lang.code(),
                element_attributes(choice),
            );
            with_script(element, &site, &options.script)
        }
        SnippetKind::Link => block,
        SnippetKind::Picture => format!(
            "<a href=\"{report}\"><img src=\"{block}picture.png\" alt=\"{}\" width=\"{PICTURE_WIDTH}\" \
             height=\"{PICTURE_HEIGHT}\" style=\"display:block;border:0;max-width:100%;height:auto\"></a>",
            attribute(&words.alternative)
        ),
    }
}

/// A frame with a height, as its attribute and as the length of its style. What is copied and shared in the block may
/// be so where the page is another site's, too.
fn frame(choice: &EmbedChoice, block: &str, title: &str, (height, length): (u32, String)) -> String {
    let query = choice.query();
    let width = choice.width.map_or_else(|| "100%".to_owned(), |width| width.to_string());
    format!(
        "<iframe src=\"{block}{}\" title=\"{title}\" loading=\"lazy\" allow=\"clipboard-write; web-share\" \
         width=\"{width}\" height=\"{height}\" style=\"border:0;max-width:100%;height:{length}{}\"></iframe>",
        attribute(&query),
        choice.scheme(),
    )
}

/// What the custom element asks of the block, as its attributes.
fn element_attributes(choice: &EmbedChoice) -> String {
    let EmbedOptions { transparent, title, short_credit, hide_notes, accent } = &choice.embed;
    let asked = [
        ("theme", (choice.theme != Theme::of(choice.page())).then(|| choice.theme.code())),
        ("transparent", transparent.then_some("1")),
        ("title", title.code()),
        ("credit", short_credit.then_some("short")),
        ("notes", hide_notes.then_some("0")),
        ("accent", (*accent != Accent::default()).then(|| accent.code())),
    ];
    let asked = asked.into_iter().filter_map(|(name, value)| Some((name, value?)));
    asked.map(|(name, value)| format!(" {name}=\"{}\"", attribute(value))).collect()
}

/// Markup with the script for hosts on the next line. A browser runs it only while it is what it is now.
fn with_script(markup: String, site: &str, script: &HostScript) -> String {
    let HostScript { file, integrity } = script;
    format!(
        "{markup}\n<script async src=\"{site}{file}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::options;
    use super::*;

    const SITE: Option<&str> = Some("https://example.org/r/");

    fn all(choice: EmbedChoice, site: Option<&str>) -> [String; 5] {
        SnippetKind::ALL.map(|kind| snippet(&EmbedChoice { kind, ..choice.clone() }, &options(site)))
    }

    #[test]
    fn snippets_are_markup_with_absolute_addresses() {
        let all = all(EmbedChoice::new(Block::Groups, Lang::En), SITE);
        let [script, frame, element, link, picture] = &all;
        assert_eq!(
            frame,
            "<iframe src=\"https://example.org/r/en/embed/groups/\" title=\"A title\" loading=\"lazy\" \
             allow=\"clipboard-write; web-share\" width=\"100%\" height=\"540\" style=\"border:0;max-width:100%;\
             height:calc(500px + clamp(0px,(688px - 100vw)*99,20px) + clamp(0px,(448px - 100vw)*99,20px))\"></iframe>"
        );
        assert_eq!(link, "https://example.org/r/en/embed/groups/");
        let hashed = "\n<script async src=\"https://example.org/r/embed-0.js\" integrity=\"sha384-x\" crossorigin=\"anonymous\"></script>";
        let with_script = script.strip_suffix(hashed).unwrap();
        assert!(
            with_script.ends_with(
                " height=\"500\" style=\"border:0;max-width:100%;height:clamp(480px,(100vw - 600px)*9,500px)\"></iframe>"
            ),
            "{script}"
        );
        assert_eq!(
            element.strip_suffix(hashed),
            Some(
                "<jamsostek-embed block=\"groups\" lang=\"en\" \
                 style=\"display:block;height:clamp(480px,(100vw - 600px)*9,500px)\">\
                 <a href=\"https://example.org/r/en/\">A title</a></jamsostek-embed>"
            )
        );
        for (snippet, name) in [(frame, "iframe"), (element, "jamsostek-embed"), (picture, "a")] {
            // HTML lets images stand without an end.
            let xml = snippet.split('\n').next().unwrap().replace("auto\"></a>", "auto\"/></a>");
            let document = roxmltree::Document::parse(&xml).unwrap();
            assert_eq!(document.root_element().tag_name().name(), name);
        }
        assert!(picture.contains(
            "src=\"https://example.org/r/en/embed/groups/picture.png\" alt=\"A picture.\" width=\"600\""
        ));
        assert!(all.iter().all(|snippet| !snippet.contains(['{', '}'])), "{all:?}");
    }

    #[test]
    fn a_title_with_markup_stays_a_title() {
        let [_, frame, ..] = all(EmbedChoice::new(Block::Report, Lang::Id), Some("https://example.org/"));
        let frame = roxmltree::Document::parse(&frame).unwrap();
        assert_eq!(frame.root_element().attribute("title"), Some("Judul \"satu\" & <dua>"));
        assert_eq!(frame.root_element().attribute("height"), Some("1040"));
    }

    #[test]
    fn words_of_an_editor_stay_words() {
        let own = EmbedTitle::parse("A \"b\" & <c>");
        let embed = EmbedOptions { title: own, ..EmbedOptions::default() };
        let [_, frame, element, ..] =
            all(EmbedChoice { embed, ..EmbedChoice::new(Block::Groups, Lang::Id) }, SITE);
        let frame = roxmltree::Document::parse(&frame).unwrap();
        let src = frame.root_element().attribute("src").unwrap();
        assert_eq!(src, "https://example.org/r/embed/groups/?title=A+%22b%22+%26+%3Cc%3E");
        assert_eq!(frame.root_element().attribute("title"), Some("Judul \"satu\" & <dua>"));
        assert!(element.contains(" title=\"A &quot;b&quot; &amp; &lt;c&gt;\" "), "{element}");
    }

    #[test]
    fn an_unknown_address_is_a_place_to_fill_in() {
        let [.., link, _] = all(EmbedChoice::new(Block::Groups, Lang::Id), None);
        assert_eq!(link, "{situs}/embed/groups/");
    }

    #[test]
    fn frames_take_theme_width_and_what_else_is_asked() {
        let embed = EmbedOptions {
            transparent: true,
            title: EmbedTitle::Hidden,
            short_credit: true,
            hide_notes: true,
            accent: Accent::Blue,
        };
        let choice = EmbedChoice {
            theme: Theme::Dark,
            width: Some(320),
            embed,
            ..EmbedChoice::new(Block::Groups, Lang::Id)
        };
        let [script, frame, element, link, picture] = all(choice.clone(), SITE);
        let query = "?theme=dark&amp;transparent=1&amp;title=0&amp;credit=short&amp;notes=0&amp;accent=blue";
        assert!(
            frame.contains(&format!("/embed/groups/{query}\" title=\"Judul"))
                && frame.contains("width=\"320\" height=\"874\"")
                && frame.contains("height:874px;color-scheme:dark\""),
            "{frame}"
        );
        let reserved = "height:clamp(654px,(700px - 100vw)*9,834px)";
        assert!(
            script.contains(&format!(
                "width=\"320\" height=\"654\" style=\"border:0;max-width:100%;{reserved}"
            ))
        );
        let asked = format!(
            "<jamsostek-embed block=\"groups\" lang=\"id\" theme=\"dark\" transparent=\"1\" title=\"0\" credit=\"short\" \
             notes=\"0\" accent=\"blue\" style=\"display:block;{reserved};max-width:320px\">"
        );
        assert!(element.starts_with(&asked), "{element}");
        let plain = all(EmbedChoice::new(Block::Groups, Lang::Id), SITE);
        assert_eq!([link, picture], [plain[3].clone(), plain[4].clone()]);
        // The headline has no title of its own that could be left out.
        let headline = EmbedChoice { block: Block::Headline, ..choice };
        assert!(snippet(&headline, &options(SITE)).contains("height=\"370\""));
    }

    #[test]
    fn a_frame_is_light_unless_another_theme_is_chosen() {
        let asked = |theme| {
            let [_, frame, element, ..] =
                all(EmbedChoice { theme, ..EmbedChoice::new(Block::Groups, Lang::Id) }, SITE);
            (frame.contains("theme="), element.contains("theme=\"auto\""))
        };
        assert_eq!([Theme::Light, Theme::Auto].map(asked), [(false, false), (true, true)]);
    }

    #[test]
    fn an_edition_can_be_kept() {
        let choice = EmbedChoice { keep_edition: true, ..EmbedChoice::new(Block::Groups, Lang::Id) };
        let kept = EmbedFormOptions { edition: Some("v/2025-08/".to_owned()), ..options(SITE) };
        let text = snippet(&choice, &kept);
        assert!(text.starts_with("<iframe src=\"https://example.org/r/v/2025-08/embed/groups/\""), "{text}");
        assert!(text.contains("src=\"https://example.org/r/v/2025-08/embed-0.js\""), "{text}");
        assert!(!snippet(&choice, &options(SITE)).contains("/v/"), "no edition");
        let newest = EmbedChoice { keep_edition: false, ..choice };
        assert!(!snippet(&newest, &kept).contains("/v/"));
    }

    #[test]
    fn a_block_that_the_site_has_not_has_no_snippet() {
        assert_eq!(snippet(&EmbedChoice::new(Block::Jury, Lang::Id), &options(SITE)), "");
    }
}
