//! Static parts of the page as HTML text.
//!
//! What never changes after it is shown (notes, lists, definitions, rows) is written as text and
//! set with `inner_html`: an element written by `view!` costs code for building and rebuilding it,
//! a line of text costs a line of text (`docs/adr/0005-static-markup.md`). Every value is escaped.

/// HTML text under construction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// An empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The finished text.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Opens an element. The tag comes with attributes that are part of the program, such as
    /// `li class="note"`; values of the dataset go through [`Markup::open_with`].
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str) -> &mut Self {
        self.0.push('<');
        self.0.push_str(tag);
        self.0.push('>');
        self
    }

    /// Opens an element with attributes whose values may come from the dataset.
    #[inline(never)]
    pub fn open_with(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// Closes an element by its name.
    #[inline(never)]
    pub fn close(&mut self, name: &'static str) -> &mut Self {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        self
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '&' => self.0.push_str("&amp;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(letter),
            }
        }
        self
    }

    /// Adds markup that was written before.
    #[inline(never)]
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds an element that holds text only. Its tag is one of [`Markup::open`]; the name that
    /// closes it is the tag's first word.
    #[inline(never)]
    pub fn element(&mut self, tag: &'static str, text: &str) -> &mut Self {
        self.open(tag).text(text).close(tag.split(' ').next().unwrap_or(tag))
    }

    /// Adds an element as [`Markup::element`], if there is a text for it.
    #[inline(never)]
    pub fn maybe(&mut self, tag: &'static str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text {
            self.element(tag, text);
        }
        self
    }

    /// Adds finished markup.
    #[inline(never)]
    pub fn push(&mut self, markup: &Self) -> &mut Self {
        self.raw(&markup.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_and_elements_closed_by_their_name() {
        let mut html = Markup::new();
        html.open("ul").element("li class=\"x\"", "a < b & \"c\"").close("ul");
        html.open_with("a", &[("href", "?q=\"><script>")]).text("ke").close("a");
        assert_eq!(
            html.finish(),
            "<ul><li class=\"x\">a &lt; b &amp; &quot;c&quot;</li></ul>\
             <a href=\"?q=&quot;&gt;&lt;script&gt;\">ke</a>"
        );
    }
}
