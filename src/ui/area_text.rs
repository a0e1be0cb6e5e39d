//! Texts in `<textarea>`.

/// A text as the child of a `<textarea>`.
///
/// Leptos renders the children of this element natively without escaping them, as it does scripts; browsers read
/// character references in it, and an unescaped `</textarea>` would end it. In the browser a text is a text.
#[must_use]
pub fn area_text(text: String) -> String {
    if cfg!(feature = "ssr") { html_escape::encode_text(&text).into_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;

    #[test]
    fn a_text_stays_in_its_field() {
        let text = area_text("</textarea><b>&quot;".to_owned());
        let html = view! { <textarea readonly>{text}</textarea> }.to_html();
        assert_eq!(html, "<textarea readonly>&lt;/textarea&gt;&lt;b&gt;&amp;quot;</textarea>");
    }
}
