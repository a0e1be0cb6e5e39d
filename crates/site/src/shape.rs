//! The shape of the parts of a page that act: which nodes they have, in which order.
//!
//! Hydration walks along the nodes that the build wrote and ends in a fault where one is missing. Page
//! translation wraps texts in elements of its own, extensions take comments away. So a page says which shape
//! each part had, and the browser compares (`src/browser/shape.rs` has the same walk).
use jamsostek_dashboard::shape::ShapeHash;
use scraper::{ElementRef, Html, Node, Selector};

/// The name and the shape of each element with `data-live`, in the order of the page.
///
/// The shape is a hash over the nodes inside of the element, in their order: 1 and the name in small letters
/// where an element begins, 2 where it ends, 3 for a text that is not empty, 4 for a comment. What is inside of
/// a drawing (`svg`, `.canvas`) does not count.
#[must_use]
pub fn shapes(html: &str) -> Vec<(String, u32)> {
    // A selector of one attribute is always one.
    let Ok(live) = Selector::parse("[data-live]") else { return Vec::new() };
    let page = Html::parse_fragment(html);
    let shape = |element: ElementRef<'_>| Some((element.attr("data-live")?.to_owned(), shape(element)));
    page.select(&live).filter_map(shape).collect()
}

/// Shapes as a page says them: `handovers:1a2b3c4d language:00c0ffee`.
#[must_use]
pub fn said(shapes: &[(String, u32)]) -> String {
    shapes.iter().map(|(name, shape)| format!("{name}:{shape:08x}")).collect::<Vec<_>>().join(" ")
}

fn shape(element: ElementRef<'_>) -> u32 {
    let mut hash = ShapeHash::default();
    children(element, &mut hash);
    hash.value()
}

/// Adds the nodes inside of an element. The parser makes one text of texts that stand side by side.
fn children(parent: ElementRef<'_>, hash: &mut ShapeHash) {
    for node in parent.children() {
        match node.value() {
            Node::Element(element) => {
                hash.add(&[1]);
                hash.add(element.name().to_ascii_lowercase().as_bytes());
                let is_drawing = element.name() == "svg" || element.attr("class") == Some("canvas");
                if let Some(element) = ElementRef::wrap(node).filter(|_| !is_drawing) {
                    children(element, hash);
                }
                hash.add(&[2]);
            }
            Node::Text(text) if !text.is_empty() => hash.add(&[3]),
            Node::Comment(_) => hash.add(&[4]),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of a sequence of nodes that is written out.
    fn hash(nodes: &[&[u8]]) -> u32 {
        let mut hash = ShapeHash::default();
        nodes.iter().for_each(|node| hash.add(node));
        hash.value()
    }

    fn shape_of(html: &str) -> u32 {
        let found = shapes(&format!("<main><div data-live=\"x\">{html}</div></main>"));
        assert_eq!(found.len(), 1);
        found[0].1
    }

    #[test]
    fn the_hash_is_that_of_its_authors() {
        // Test vectors of `fnv32a`.
        assert_eq!(hash(&[]), 0x811c_9dc5);
        assert_eq!(hash(&[b"foo", b"bar"]), 0xbf9c_f968);
    }

    #[test]
    fn nodes_count_in_their_order_and_texts_as_one() {
        assert_eq!(shape_of(""), hash(&[]));
        assert_eq!(shape_of("a &amp; b&nbsp;c"), hash(&[&[3]]));
        // As Leptos tells two texts apart.
        assert_eq!(shape_of("a<!>b"), hash(&[&[3], &[4], &[3]]));
        assert_eq!(
            shape_of("<p class=\"a\">x<br>y</p><!>"),
            hash(&[&[1], b"p", &[3], &[1], b"br", &[2], &[3], &[2], &[4]])
        );
        assert_ne!(shape_of("<font><font>a</font></font>"), shape_of("a"));
        assert_eq!(shape_of("a"), shape_of("another"), "words are no shape");
    }

    #[test]
    fn tables_have_the_shape_of_their_markup() {
        let table = "<table><caption>c</caption><thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr><!></tbody></table>";
        let parts: [&[u8]; 23] = [
            &[1],
            b"table",
            &[1],
            b"caption",
            &[3],
            &[2],
            &[1],
            b"thead",
            &[1],
            b"tr",
            &[1],
            b"th",
            &[3],
            &[2, 2, 2],
            &[1],
            b"tbody",
            &[1],
            b"tr",
            &[1],
            b"td",
            &[3],
            &[2, 2, 4],
            &[2, 2],
        ];
        assert_eq!(shape_of(table), hash(&parts));
    }

    #[test]
    fn drawings_count_as_one_element() {
        let drawn = hash(&[&[1], b"div", &[2], &[1], b"svg", &[2]]);
        assert_eq!(
            shape_of("<div class=\"canvas\"><div>a</div></div><svg><path/><text>b</text></svg>"),
            drawn
        );
    }

    #[test]
    fn each_part_is_named_in_the_order_of_the_page() {
        let html = "<p data-live=\"b\">x</p><section><p data-live=\"a\">y<b>z</b></p></section>";
        let names: Vec<String> = shapes(html).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["b", "a"]);
        assert_eq!(said(&[("b".to_owned(), 10), ("a".to_owned(), u32::MAX)]), "b:0000000a a:ffffffff");
    }
}
