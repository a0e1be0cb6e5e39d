//! The answers on the page of all figures.
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Shows the answers within an element that hold all words of a text, hides the others and the chapters that have none
/// left, and says how many are shown. Case and accents do not count.
pub fn show_matching(container: &Element, query: &str) -> usize {
    let query = tables::fold(query);
    let words: Vec<&str> = query.split_ascii_whitespace().collect();
    let mut shown = 0;
    for chapter in all(container, ".asked-chapter") {
        let answers = all(&chapter, ".asked");
        let mut left = 0;
        for answer in &answers {
            let text = tables::fold(&answer.text_content().unwrap_or_default());
            let matches = words.iter().all(|word| text.contains(word));
            answer.set_hidden(!matches);
            left += usize::from(matches);
        }
        chapter.set_hidden(left == 0 && !answers.is_empty());
        shown += left;
    }
    shown
}

fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
