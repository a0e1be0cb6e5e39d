//! What the page shows of a block.
use leptos::prelude::{document, location};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlTableCellElement};

/// Items of lists; what a menu offers is none.
const ITEMS: &str = "li:not(.menu > ul > li)";
/// Tables, and items of lists.
const ROWS: &str = "table, li:not(.menu > ul > li)";

/// A block as it stands in the page.
#[derive(Clone, Debug)]
pub struct ShownBlock {
    part: Option<Element>,
}

/// A figure in the table of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownFigure {
    /// The heading of its row.
    pub name: String,
    /// The heading of its column.
    pub measure: String,
    /// The figure as it is shown.
    pub shown: String,
    /// The name by which it is asked where it comes from.
    pub key: String,
}

impl ShownBlock {
    /// The block with an id; one that shows nothing where the page does not have it.
    #[must_use]
    pub fn find(id: &str) -> Self {
        Self { part: document().get_element_by_id(id) }
    }

    /// Its cards. Those of a block within it are that block's.
    #[must_use]
    pub fn cards(&self) -> Vec<Element> {
        let own = |card: &Element| {
            let around = card.closest(".block, section").ok().flatten();
            around.is_some() && around == self.part
        };
        let itself = self.part.iter().filter(|part| part.class_list().contains("card")).cloned();
        itself.chain(self.all(".card").into_iter().filter(own)).collect()
    }

    /// The charts of its cards that are shown.
    #[must_use]
    pub fn charts(&self) -> Vec<Element> {
        let charts = self.cards().into_iter().flat_map(|card| within(&card, ".chart-figure"));
        charts.filter(|chart| chart.get_bounding_client_rect().width() > 0.0).collect()
    }

    /// Whether it has rows.
    #[must_use]
    pub fn has_rows(&self) -> bool {
        !self.all(ROWS).is_empty()
    }

    /// Its rows as texts: those of the tables of its charts, else of its own tables, else the items of its lists.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        let cards = self.cards();
        let of_charts: Vec<Element> = cards.iter().flat_map(|card| within(card, ".chart-table tr")).collect();
        let rows = [of_charts, self.all("tr"), self.all(ITEMS)].into_iter().find(|rows| !rows.is_empty());
        rows.unwrap_or_default().iter().map(texts).collect()
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        self.part.as_ref().map(|part| within(part, selector)).unwrap_or_default()
    }
}

impl ShownFigure {
    /// The figures of the charts of a card, from its table.
    #[must_use]
    pub fn all_of(card: &Element) -> Vec<Self> {
        let measures: Vec<String> = within(card, ".chart-table thead th").iter().map(text).collect();
        let figures = |row: Element| {
            let name = within(&row, "th").first().map(text).unwrap_or_default();
            let measures = &measures;
            let figure = move |link: Element| {
                let cell = link.closest("td, th").ok().flatten()?.dyn_into::<HtmlTableCellElement>().ok()?;
                let measure = usize::try_from(cell.cell_index()).ok().and_then(|index| measures.get(index));
                Some(Self {
                    name: name.clone(),
                    measure: measure.cloned().unwrap_or_default(),
                    shown: text(&link),
                    key: fragment(&link),
                })
            };
            within(&row, ".ask").into_iter().filter_map(figure).collect::<Vec<_>>()
        };
        within(card, ".chart-table tbody tr").into_iter().flat_map(figures).collect()
    }
}

/// What a card says that it found: its title, or its sentence.
#[must_use]
pub fn finding(part: &Element) -> String {
    let card = part.closest(".card").ok().flatten();
    card.map(|card| text_of(&card, ".card-title, .lead")).unwrap_or_default()
}

/// The text of the first element within another that matches a selector; empty where there is none.
#[must_use]
pub fn text_of(element: &Element, selector: &str) -> String {
    within(element, selector).first().map(text).unwrap_or_default()
}

/// The address of what the page shows now, at an element where the page has it.
#[must_use]
pub fn view_address(id: &str) -> String {
    let here = location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    if document().get_element_by_id(id).is_some() { [page, "#", id].concat() } else { page.to_owned() }
}

fn within(element: &Element, selector: &str) -> Vec<Element> {
    let nodes = element.query_selector_all(selector).ok();
    let nodes = nodes.into_iter().flat_map(|nodes| (0..nodes.length()).filter_map(move |i| nodes.item(i)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The texts of an element's children.
fn texts(element: &Element) -> Vec<String> {
    let children = element.children();
    (0..children.length()).filter_map(|index| children.item(index)).map(|child| text(&child)).collect()
}

/// What is read of an element, on one line.
fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a link leads to within its page.
fn fragment(link: &Element) -> String {
    let hash = link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::hash).unwrap_or_default();
    let key = js_sys::decode_uri_component(hash.trim_start_matches('#'));
    key.map_or_else(|_| hash.clone(), String::from)
}
