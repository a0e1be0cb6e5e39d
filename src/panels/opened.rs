//! What a reader asks for.
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

/// Something that a reader asked for.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The link that leads to it.
    pub link: Element,
    /// What was pressed, beside which it opens.
    pub anchor: Element,
    /// What it is.
    pub kind: Kind,
}

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Where a figure comes from.
    Figure,
    /// The form that hands out snippets.
    EmbedForm,
}

impl Opened {
    /// Where a figure comes from, opened beside what was pressed.
    #[must_use]
    pub fn figure(link: Element, anchor: Element) -> Self {
        Self { link, anchor, kind: Kind::Figure }
    }

    /// What stands behind the `#` of the link.
    #[must_use]
    pub fn fragment(&self) -> String {
        let hash = self.link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::hash).unwrap_or_default();
        let hash = hash.trim_start_matches('#').to_owned();
        js_sys::decode_uri_component(&hash).map_or(hash, String::from)
    }

    /// Where the link leads.
    #[must_use]
    pub fn href(&self) -> String {
        self.link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::href).unwrap_or_default()
    }
}
