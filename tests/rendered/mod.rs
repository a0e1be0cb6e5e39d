//! A page as text, and where its figures stand in it.
use std::collections::BTreeSet;

/// A page.
pub struct Rendered {
    html: String,
    text: String,
    /// Where each link to a figure stands, with its address.
    links: Vec<(usize, String)>,
    items: Vec<String>,
    own: Vec<String>,
}

/// A place in which a figure stands.
#[derive(Debug)]
pub struct Place {
    /// What its link says.
    pub link: String,
    /// The row of the table around it; without a table, the card.
    pub row: String,
    /// The card around it, or else the section.
    pub card: String,
    /// The heading of the card or the section.
    pub title: String,
}

/// A text as readers compare it: spaces of one kind, without what is not seen.
pub fn plain(text: &str) -> String {
    let unseen = |c: &char| !matches!(c, '\u{ad}' | '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}');
    let seen: String = text.chars().filter(unseen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in a part of a page, without markup.
fn text_of(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    plain(&html_escape::decode_html_entities(&parts.collect::<Vec<_>>().join(" ")))
}

impl Rendered {
    /// A page of its markup.
    pub fn of(html: String) -> Self {
        let links = attribute(&html, " href=\"").filter(|(_, href)| href.contains("figures/#")).collect();
        let items = html.split("<li").skip(1).map(|item| item.split("</li>").next().unwrap_or_default());
        let items = items.map(|item| text_of(&["<", item].concat())).collect();
        let own =
            attribute(&html, " href=\"").filter_map(|(_, href)| Some(href.strip_prefix('#')?.to_owned()));
        let own = own.collect();
        Self { text: text_of(&html), links, items, own, html }
    }

    /// All that stands in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The keys of the figures that it has links to.
    pub fn keys(&self) -> BTreeSet<String> {
        let key = |(_, href): &(usize, String)| {
            let (_, key) = href.split_once("figures/#")?;
            Some(percent_decoded(key))
        };
        self.links.iter().filter_map(key).collect()
    }

    /// The fragments of its links to the page of all figures, as they are written.
    pub fn figures(&self) -> impl Iterator<Item = &str> {
        self.links.iter().filter_map(|(_, href)| href.split_once("figures/#")).map(|(_, fragment)| fragment)
    }

    /// The fragments of its links to parts of itself, as they are written.
    pub fn own_fragments(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
    }

    /// Its ids.
    pub fn ids(&self) -> BTreeSet<String> {
        attribute(&self.html, " id=\"").map(|(_, id)| id).collect()
    }

    /// The keys of its links to figures, with what the links say.
    pub fn said(&self) -> Vec<(String, String)> {
        let said = |(at, href): &(usize, String)| {
            let (_, fragment) = href.split_once("figures/#")?;
            Some((percent_decoded(fragment), self.link(*at)))
        };
        self.links.iter().filter_map(said).collect()
    }

    fn link(&self, at: usize) -> String {
        let link = self.html[at..].split_once("</a>").map_or("", |(link, _)| link);
        text_of(&["<", link].concat())
    }

    /// The ids that stand in it more than once.
    pub fn repeated_ids(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        attribute(&self.html, " id=\"").map(|(_, id)| id).filter(|id| !seen.insert(id.clone())).collect()
    }

    /// What the items of lists say.
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// The texts and attributes in which a mark that turns the direction of text is left open.
    pub fn unclosed(&self) -> Vec<String> {
        let mut without_charts = String::new();
        for part in self.html.split("<svg") {
            without_charts.push_str(part.split_once("</svg>").map_or(part, |(_, after)| after));
        }
        let turns = |part: &&str| {
            let count = |marks: &[char]| part.chars().filter(|c| marks.contains(c)).count();
            count(&['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}']) != count(&['\u{202c}'])
        };
        without_charts.split(['<', '>', '"']).filter(turns).map(str::to_owned).collect()
    }

    /// What stands in a section; empty where there is none.
    pub fn section(&self, id: &str) -> String {
        let Some((_, rest)) = self.html.split_once(&format!("<section id=\"{id}\"")) else {
            return String::new();
        };
        text_of(&["<", rest.split("</section>").next().unwrap_or_default()].concat())
    }

    /// Where the figures with an address stand.
    pub fn places_of(&self, address: &str) -> Vec<Place> {
        self.links.iter().filter(|(_, href)| href == address).map(|(at, _)| self.place(*at)).collect()
    }

    fn place(&self, at: usize) -> Place {
        let card = self.around(at, "article").or_else(|| self.around(at, "section")).unwrap_or_default();
        let title = ["h3", "h2"].into_iter().find_map(|heading| {
            let (_, rest) = card.split_once(&format!("<{heading}"))?;
            Some(text_of(&["<", rest.split_once(&format!("</{heading}>"))?.0].concat()))
        });
        Place {
            link: self.link(at),
            row: text_of(self.around(at, "tr").unwrap_or(card)),
            card: text_of(card),
            title: title.unwrap_or_default(),
        }
    }

    /// The innermost element of a name around a place; such elements do not stand in each other.
    fn around(&self, at: usize, name: &str) -> Option<&str> {
        let (before, after) = self.html.split_at(at);
        let start = before.rfind(&format!("<{name}"))?;
        let end = at + after.find(&format!("</{name}>"))?;
        let closed = before.rfind(&format!("</{name}>")).is_some_and(|closed| closed > start);
        (!closed).then(|| &self.html[start..end])
    }
}

/// The values of an attribute with their places.
fn attribute<'h>(html: &'h str, before: &'h str) -> impl Iterator<Item = (usize, String)> + 'h {
    html.match_indices(before).map(move |(at, _)| {
        let value = html[at + before.len()..].split('"').next().unwrap_or_default();
        (at, html_escape::decode_html_entities(value).into_owned())
    })
}

/// A fragment of an address as browsers look for it in the page.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let code = || {
            u8::from_str_radix(std::str::from_utf8(&[rest.clone().next()?, rest.clone().nth(1)?]).ok()?, 16)
                .ok()
        };
        match (byte, code()) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest.nth(1);
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
