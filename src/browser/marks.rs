//! The marks of the charts that stand in the page: drawings are finished text to the application, so what a mark says
//! is read from the table beside its chart.
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlTableCellElement, HtmlTableRowElement, MouseEvent, MouseEventInit};

/// How far from a mark a pointer still means it, in CSS pixels: a finger needs 44.
const REACH: f64 = 22.0;

/// What a mark says.
#[derive(Clone, Debug, Default)]
pub struct MarkWords {
    /// What it is.
    pub name: String,
    /// Its values, each behind the heading of its column.
    pub values: Vec<(String, String)>,
    /// How it compares with another one; empty where a value says it.
    pub say: String,
    /// What it leads to: the button in the name of its row, and the links to where its figures come from.
    pub links: Vec<Element>,
}

impl MarkWords {
    /// All of it in one line, for those who hear it.
    #[must_use]
    pub fn label(&self) -> String {
        let values = self.values.iter().map(|(heading, text)| format!("{heading} {text}"));
        let parts = std::iter::once(self.name.clone()).chain(values).chain(std::iter::once(self.say.clone()));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// All elements that a selector names, in the order of the page.
#[must_use]
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// The boxes of drawings in the page.
#[must_use]
pub fn canvases() -> Vec<Element> {
    let body = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body());
    body.map_or_else(Vec::new, |body| all(&body, ".canvas"))
}

/// The marks of the drawing that is shown, in its order.
#[must_use]
pub fn marks_of(canvas: &Element) -> Vec<Element> {
    shown(canvas).map_or_else(Vec::new, |svg| all(&svg, ".mark"))
}

/// The drawing that has room: the others are not laid out.
fn shown(canvas: &Element) -> Option<Element> {
    all(canvas, "svg").into_iter().find(|svg| svg.get_bounding_client_rect().width() > 0.0)
}

/// Makes the marks of a chart stops: one for Tab, all for the arrows. `key` is the one that had the focus before.
pub fn prepare(canvas: &Element, key: Option<&str>) {
    let Some(svg) = shown(canvas).filter(|svg| !svg.has_attribute("data-marks")) else { return };
    set(&svg, "data-marks", "");
    // An image hides what it is made of.
    set(&svg, "role", "group");
    for rest in all(&svg, ".frame") {
        set(&rest, "aria-hidden", "true");
    }
    let marks = all(&svg, ".mark");
    let stop =
        marks.iter().position(|mark| key.is_some() && mark.get_attribute("data-key").as_deref() == key);
    for (index, mark) in marks.iter().enumerate() {
        set(mark, "role", "button");
        set(mark, "aria-label", &words_of(mark).label());
        set(mark, "tabindex", if index == stop.unwrap_or(0) { "0" } else { "-1" });
    }
}

/// Makes `to` the one stop for Tab in the place of `from`, and gives it the focus.
pub fn move_focus(from: &Element, to: &Element) {
    set(from, "tabindex", "-1");
    set(to, "tabindex", "0");
    if let Some(mark) = to.dyn_ref::<web_sys::SvgElement>() {
        drop(mark.focus());
    }
}

/// The mark at a place of the window: the one that is hit, or the nearest one within reach or in the same row.
#[must_use]
pub fn mark_at(canvas: &Element, x: f64, y: f64) -> Option<Element> {
    let away = |from: f64, to: f64, at: f64| (from - at).max(at - to).max(0.0);
    let distances = marks_of(canvas).into_iter().map(|mark| {
        let rect = mark.get_bounding_client_rect();
        (away(rect.top(), rect.bottom(), y), away(rect.left(), rect.right(), x), mark)
    });
    let near = distances.filter(|(down, across, _)| *down <= REACH && (*across <= REACH || *down == 0.0));
    let nearest = near.min_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)));
    nearest.map(|(_, _, mark)| mark)
}

/// What a mark says: its name, the values that it shows, and how it compares.
#[must_use]
pub fn words_of(mark: &Element) -> MarkWords {
    found_words(mark).unwrap_or_else(|| MarkWords { name: plain(mark), ..MarkWords::default() })
}

fn found_words(mark: &Element) -> Option<MarkWords> {
    let card = mark.closest(".card").ok()??;
    let key = mark.get_attribute("data-key")?;
    let headings: Vec<String> = all(&card, ".chart-table thead th").iter().map(plain).collect();
    let row = all(&card, ".chart-table tbody tr")
        .into_iter()
        .find(|row| row.get_attribute("data-key").as_ref() == Some(&key));
    let Some(row) = row else { return one_of_several(&card, &headings, &key) };
    let shown: String = squeezed(&mark.text_content().unwrap_or_default());
    let mut cells = all(&row, "th, td").into_iter().zip(headings);
    let (name, _) = cells.next()?;
    let values: Vec<(Element, String, String)> = cells
        .map(|(cell, heading)| (plain(&cell), cell, heading))
        .map(|(text, cell, heading)| (cell, heading, text))
        .collect();
    // Charts leave out what tables say in brackets.
    let is_seen = |(_, _, text): &&(Element, String, String)| {
        let said = text.split_once(" (").map_or(text.as_str(), |(said, _)| said);
        !text.is_empty() && shown.contains(&squeezed(said))
    };
    let mut seen: Vec<_> = values.iter().filter(is_seen).collect();
    // How a mark compares is said of the first figure of its row.
    let compares = seen.is_empty() || values.first().is_some_and(|first| is_seen(&first));
    if seen.is_empty() {
        seen.extend(values.first());
    }
    let links = seen.iter().filter_map(|(cell, _, _)| cell.query_selector(".ask").ok()?);
    let leads_on = name.query_selector("button").ok().flatten();
    Some(MarkWords {
        name: plain(&name),
        say: row.get_attribute("data-say").filter(|_| compares).unwrap_or_default(),
        links: leads_on.into_iter().chain(links).collect(),
        values: seen.into_iter().map(|(_, heading, text)| (heading.clone(), text.clone())).collect(),
    })
}

/// The words of a mark that is one of several of its row: a cell has the mark's key, or asks for its figure by it.
fn one_of_several(card: &Element, headings: &[String], key: &str) -> Option<MarkWords> {
    let asks = |link: &Element| {
        let href = link.get_attribute("href").unwrap_or_default();
        href.rsplit_once('#').is_some_and(|(_, asked)| asked == key)
    };
    let has_key = |cell: &Element| cell.get_attribute("data-key").is_some_and(|of_cell| of_cell == key);
    let link = all(card, ".chart-table td .ask").into_iter().find(asks);
    let cell = match &link {
        Some(link) => link.closest("td").ok()??,
        None => all(card, ".chart-table td[data-key]").into_iter().find(has_key)?,
    };
    let cell: HtmlTableCellElement = cell.dyn_into().ok()?;
    let row: HtmlTableRowElement = cell.parent_element()?.dyn_into().ok()?;
    let heading = headings.get(usize::try_from(cell.cell_index()).ok()?)?.clone();
    let name = row.cells().item(0).map(|cell| plain(&cell)).unwrap_or_default();
    Some(MarkWords {
        name,
        values: vec![(heading, plain(&cell))],
        say: String::new(),
        links: link.into_iter().collect(),
    })
}

/// A text as it is seen: spaces of any kind are one.
fn plain(element: &Element) -> String {
    element.text_content().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whether what a mark leads to is a button.
#[must_use]
pub fn is_button(link: &Element) -> bool {
    link.local_name() == "button"
}

/// Presses a button in the place of a mark, which its event is related to.
pub fn press_for(button: &Element, mark: &Element) {
    let options = MouseEventInit::new();
    options.set_bubbles(true);
    options.set_related_target(Some(mark));
    if let Ok(event) = MouseEvent::new_with_mouse_event_init_dict("click", &options) {
        // Nobody stops it.
        drop(button.dispatch_event(&event));
    }
}

/// Where an element is in the window.
#[must_use]
pub fn rect_of(element: &Element) -> DomRect {
    element.get_bounding_client_rect()
}

fn set(element: &Element, name: &str, value: &str) {
    // The names are well formed, so this cannot fail.
    drop(element.set_attribute(name, value));
}
