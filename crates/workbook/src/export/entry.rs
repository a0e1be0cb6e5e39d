//! One value as a cell.
use dataset::json::{Kind, Node};
use dataset::{Date, Decimal, Lang};

use crate::escape;
use crate::layout::pick;
use crate::schema::Shape;
use crate::words;

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Nothing.
    Empty,
    /// A text, whatever it looks like.
    Text(String),
    /// A number, with the decimals that are shown.
    Number(Decimal),
    /// A percentage that could be taken for a share of 1: its sign is shown.
    Percent(Decimal),
    /// A day.
    Date(Date),
}

impl Entry {
    /// The number as a percentage, where it could be taken for a share of 1.
    pub(super) fn with_sign(self) -> Self {
        match self {
            Self::Number(number)
                if number.units != 0 && number.units_at(9).abs() <= Decimal::whole(1).units_at(9) =>
            {
                Self::Percent(number)
            }
            entry => entry,
        }
    }

    /// An id of another record.
    pub(crate) fn id(id: &str) -> Self {
        if id.is_empty() { Self::Empty } else { Self::Text(escape::shown(id)) }
    }
}

/// A spreadsheet's number keeps so many digits.
const DIGITS: usize = 15;
/// Before it, spreadsheets disagree about the days.
const FIRST_DAY: Date = Date { year: 1900, month: Some(3), day: Some(1) };

/// A value as a cell of its column, and the places of the values that it holds.
pub(super) fn entry(
    node: &Node,
    shape: &Shape,
    part: Option<Lang>,
    lang: Lang,
    keeps_empty: bool,
) -> (Entry, Vec<u32>) {
    let one = |entry: Option<Entry>| match entry {
        Some(entry) => (entry, vec![node.at]),
        None => (Entry::Empty, Vec::new()),
    };
    match (shape, &node.kind) {
        (Shape::Text, _) => text(node, part),
        (Shape::List(element), Kind::Array(items)) => list(items, element, part, lang, keeps_empty),
        (Shape::Map(_), Kind::Object(members)) => {
            let pairs = members.iter().filter_map(|member| Some((&*member.name, member.value.as_str()?)));
            let placed = members.iter().filter(|member| member.value.as_str().is_some());
            (filled(escape::pairs(pairs)), placed.map(|member| member.value.at).collect())
        }
        (Shape::Number | Shape::Whole, Kind::Number(token)) => one(Some(number(token))),
        (Shape::Bool, Kind::Bool(value)) => {
            one(Some(Entry::Text(word(words::BOOLEANS, &value.to_string(), lang))))
        }
        (_, Kind::String(text)) => one(string(text, shape, lang)),
        _ => one(None),
    }
}

/// A string as a cell; `None` where the column holds something else.
fn string(text: &str, shape: &Shape, lang: Lang) -> Option<Entry> {
    Some(match shape {
        Shape::String | Shape::Currency => Entry::Text(escape::shown(text)),
        Shape::Date => date(text),
        Shape::Word(list) => Entry::Text(word(words::closed(list), text, lang)),
        Shape::Unit => Entry::Text(word(words::closed("Unit"), text, lang)),
        _ => return None,
    })
}

/// A word of a closed list in a language; another one letter by letter.
pub(crate) fn word(list: &[words::ClosedWord], word: &str, lang: Lang) -> String {
    let known = list.iter().find(|(technical, _)| *technical == word);
    // The codes of currencies are no words.
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    match known {
        Some((_, names)) => pick(lang, names).to_owned(),
        None if is_code => word.to_owned(),
        None => escape::literal(word),
    }
}

fn date(text: &str) -> Entry {
    match Date::parse(text) {
        Some(date) if date.day.is_some() && date >= FIRST_DAY => Entry::Date(date),
        Some(_) => Entry::Text(text.to_owned()),
        None => Entry::Text(escape::literal(text)),
    }
}

fn number(token: &str) -> Entry {
    let fits = |number: &Decimal| number.units.unsigned_abs().to_string().len() <= DIGITS;
    match Decimal::parse(token).filter(fits) {
        Some(number) => Entry::Number(number),
        None => Entry::Text(escape::literal(token)),
    }
}

/// One language of a text. A plain string is the same in both.
fn text(node: &Node, part: Option<Lang>) -> (Entry, Vec<u32>) {
    let Some(lang) = part else { return (Entry::Empty, Vec::new()) };
    match language(node, lang) {
        Some(node) => {
            let text = node.as_str().unwrap_or_default();
            (Entry::Text(escape::shown(text)), vec![node.at])
        }
        None => (Entry::Empty, Vec::new()),
    }
}

/// The string of a text in a language.
fn language(text: &Node, lang: Lang) -> Option<&Node> {
    let found = if matches!(text.kind, Kind::Object(_)) { text.get(lang.code())? } else { text };
    found.as_str().map(|_| found)
}

fn list(
    items: &[Node],
    element: &Shape,
    part: Option<Lang>,
    lang: Lang,
    keeps_empty: bool,
) -> (Entry, Vec<u32>) {
    if items.is_empty() && keeps_empty {
        return (Entry::Text(escape::NO_ELEMENTS.to_owned()), Vec::new());
    }
    if let Some(part) = part {
        let found: Vec<Option<&Node>> = items.iter().map(|item| language(item, part)).collect();
        let shown = escape::joined(found.iter().map(|node| node.and_then(Node::as_str)));
        return (filled(shown), found.into_iter().flatten().map(|node| node.at).collect());
    }
    let strings: Vec<(u32, &str)> = items.iter().filter_map(|item| Some((item.at, item.as_str()?))).collect();
    let shown = match element {
        Shape::Word(list) => {
            let words = strings.iter().map(|(_, text)| word(words::closed(list), text, lang));
            words.collect::<Vec<_>>().join("; ")
        }
        _ => escape::joined(strings.iter().map(|(_, text)| Some(*text))),
    };
    (filled(shown), strings.into_iter().map(|(at, _)| at).collect())
}

fn filled(text: String) -> Entry {
    if text.is_empty() { Entry::Empty } else { Entry::Text(text) }
}
