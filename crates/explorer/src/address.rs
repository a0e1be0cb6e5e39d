//! The state of the explorer as parameters of an address.
//!
//! | name | value | means |
//! |---|---|---|
//! | `region` | an id of the manifest | the region; by default the whole |
//! | `period` | `2025` or `2025-07` | the period; by default all |
//! | `programme` | an id | the programme; by default all |
//! | `group` | an id | the group; by default all |
//! | `measure` | `count`, `amount`, `average`, `median`, `days` | what is compared; by default the number |
//! | `claims.q` | text | the words searched in the table |
//! | `claims.region`, `.period`, `.programme`, `.group`, `.channel` | ids, with commas | what the table is filtered by |
//! | `claims.amount`, `claims.days` | `5..20`, `5..`, `..20` | the least and the greatest value, both included |
//! | `claims.sort` | a column; `-` in front for descending | the order of the table |
//! | `claims.row` | a number from 2 | the first row seen |
//!
//! What has its default is not written, the order is that of this list, and where a name stands twice the last one
//! counts, as for the rest of the page (`routes`).
//! A value that means nothing here is left out, and why is said ([`Ignored`]): the address may be of other claims.
//! Names that are not in the list are somebody else's and are kept.
//!
//! An id is written as it is, but that a backslash stands in front of a comma, a backslash and a hyphen at its beginning.
//! `-` is the first of a list where that has no id, such as a channel that is not stated, and `--` another one without.
//!
//! Percent-encoding is `routes`': the explorer takes its parameters from those that `routes::parse_view` does not know,
//! and puts them back before `routes::to_query` writes them.
use tables::Direction;

use crate::{
    Index,
    state::{Column, Measure, Range, Selection, Sort, State, TableState, shortened},
};

/// The names of all parameters, in the order in which they are written.
pub const NAMES: [&str; 15] = [
    "region",
    "period",
    "programme",
    "group",
    "measure",
    "claims.q",
    "claims.region",
    "claims.period",
    "claims.programme",
    "claims.group",
    "claims.channel",
    "claims.amount",
    "claims.days",
    "claims.sort",
    "claims.row",
];

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The state, with a default for what is not asked for.
    pub state: State,
    /// Parameters that are not the explorer's, in their order.
    pub others: Vec<(String, String)>,
    /// What is asked for and is not there.
    pub ignored: Vec<Ignored>,
}

/// A parameter that means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its name.
    pub name: &'static str,
    /// What of its value means nothing.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// Why a parameter means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The claims have no such region.
    Region,
    /// They are of other times.
    Period,
    /// They have no such programme.
    Programme,
    /// They have no such group.
    Group,
    /// They have no such channel.
    Channel,
    /// There is no such measure.
    Measure,
    /// There is no such column.
    Column,
    /// It is no range, or its end is below its beginning.
    Range,
    /// It is no number of a row.
    Row,
}

/// What the parameters of an address ask for; decoded, in their order.
#[must_use]
pub fn read(index: &Index, parameters: &[(String, String)]) -> Read {
    let mut found = Read::default();
    let mut values: [Option<&str>; NAMES.len()] = [None; NAMES.len()];
    for (name, value) in parameters {
        let slot = NAMES.iter().position(|known| known == name).and_then(|place| values.get_mut(place));
        match slot {
            Some(slot) => *slot = Some(value),
            None => found.others.push((name.clone(), value.clone())),
        }
    }
    let lists = Lists { index };
    for (name, value) in NAMES.iter().zip(values) {
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        lists.take(name, value, &mut found.state, &mut found.ignored);
    }
    found
}

/// The parameters that hold a state, decoded, in their order.
#[must_use]
pub fn write(index: &Index, state: &State) -> Vec<(&'static str, String)> {
    let lists = Lists { index };
    let Selection { region, time, programme, group } = state.selection;
    let TableState { query, filters, sort, row } = &state.table;
    let single = |column, node: u16| (node != 0).then(|| lists.text(column, node));
    let several = |column| {
        let ids: Vec<String> = filters.chosen(column).iter().map(|node| lists.text(column, *node)).collect();
        (!ids.is_empty()).then(|| ids.join(","))
    };
    let sort = sort.as_ref().map(|sort| {
        let sign = if sort.direction == Direction::Descending { "-" } else { "" };
        [sign, sort.column.key()].concat()
    });
    let values: [Option<String>; NAMES.len()] = [
        single(Column::Region, region),
        single(Column::Period, time),
        single(Column::Programme, programme),
        single(Column::Group, group),
        (state.measure != Measure::default()).then(|| state.measure.key().to_owned()),
        (!query.is_empty()).then(|| query.clone()),
        several(Column::Region),
        several(Column::Period),
        several(Column::Programme),
        several(Column::Group),
        several(Column::Channel),
        range_text(filters.amount),
        range_text(filters.days),
        sort,
        (*row > 0).then(|| row.saturating_add(1).to_string()),
    ];
    NAMES.iter().zip(values).filter_map(|(name, value)| Some((*name, value?))).collect()
}

/// The ids of a manifest.
struct Lists<'a> {
    index: &'a Index,
}

impl<'a> Lists<'a> {
    /// The ids of a column's list, in its order.
    fn ids(&self, column: Column) -> Vec<&'a str> {
        let manifest = self.index.manifest();
        let members = match column {
            Column::Region => return manifest.regions.iter().map(|region| region.id.as_str()).collect(),
            Column::Period => return manifest.times.iter().map(|time| time.id.as_str()).collect(),
            Column::Programme => &manifest.programmes,
            Column::Group => &manifest.groups,
            Column::Channel => &manifest.channels,
            Column::Amount | Column::Days => return Vec::new(),
        };
        members.iter().map(|member| member.id.as_str()).collect()
    }

    /// How a member of a column's list is written.
    fn text(&self, column: Column, node: u16) -> String {
        match self.ids(column).get(usize::from(node)).copied().unwrap_or_default() {
            "" if node == 0 => NONE.to_owned(),
            "" => NO_ID.to_owned(),
            id => escaped(id),
        }
    }

    /// The member that is written so.
    fn node(&self, column: Column, token: &Token) -> Option<u16> {
        let ids = self.ids(column);
        let place = match (token.is_plain, token.text.as_str()) {
            (false, text) => ids.iter().position(|id| *id == text),
            (true, NONE) => Some(0),
            (true, NO_ID) => ids.iter().skip(1).position(|id| id.is_empty()).map(|place| place + 1),
            (true, text) => ids.iter().position(|id| !id.is_empty() && *id == text),
        };
        place.and_then(|place| u16::try_from(place).ok())
    }

    /// Takes the value of a parameter into the state.
    fn take(&self, name: &'static str, value: &str, state: &mut State, ignored: &mut Vec<Ignored>) {
        let (is_table, key) = name.strip_prefix("claims.").map_or((false, name), |key| (true, key));
        let mut refuse =
            |value: &str, reason| ignored.push(Ignored { name, value: shortened(value), reason });
        match (is_table, key, Column::from_key(key)) {
            (true, "q", _) => state.table.query = shortened(value),
            (true, "sort", _) => match sort(value) {
                Some(sort) => state.table.sort = Some(sort),
                None => refuse(value, Reason::Column),
            },
            (true, "row", _) => match value.parse::<u32>().ok().and_then(|row| row.checked_sub(1)) {
                Some(row) => state.table.row = row,
                None => refuse(value, Reason::Row),
            },
            (true, _, Some(column @ (Column::Amount | Column::Days))) => match range(value) {
                Some(range) if column == Column::Amount => state.table.filters.amount = range,
                Some(range) => state.table.filters.days = range,
                None => refuse(value, Reason::Range),
            },
            (true, _, Some(column)) => {
                let Some(chosen) = state.table.filters.chosen_mut(column) else { return };
                for token in tokens(value) {
                    match self.node(column, &token) {
                        Some(node) if !chosen.contains(&node) => chosen.push(node),
                        Some(_) => {}
                        None => refuse(&token.text, Reason::of(column)),
                    }
                }
            }
            (false, _, Some(column)) => {
                let Selection { region, time, programme, group } = &mut state.selection;
                let slot = match column {
                    Column::Region => region,
                    Column::Period => time,
                    Column::Programme => programme,
                    _ => group,
                };
                let mut all = tokens(value).into_iter();
                match (all.next().and_then(|token| self.node(column, &token)), all.next()) {
                    (Some(node), None) => *slot = node,
                    _ => refuse(value, Reason::of(column)),
                }
            }
            (false, _, None) => match Measure::from_key(value) {
                Some(measure) => state.measure = measure,
                None => refuse(value, Reason::Measure),
            },
            (true, _, None) => {}
        }
    }
}

impl Reason {
    /// That a column's list has no such member.
    fn of(column: Column) -> Self {
        match column {
            Column::Region => Self::Region,
            Column::Period => Self::Period,
            Column::Programme => Self::Programme,
            Column::Group => Self::Group,
            Column::Channel => Self::Channel,
            Column::Amount | Column::Days => Self::Range,
        }
    }
}

/// What stands for the first member of a list, where that has no id.
const NONE: &str = "-";
/// What stands for another member without one: claims whose group is not stated.
const NO_ID: &str = "--";

/// An id in a list.
struct Token {
    text: String,
    /// Whether it begins with a hyphen as it is.
    is_plain: bool,
}

/// An id as lists have it.
fn escaped(id: &str) -> String {
    let mut text = String::with_capacity(id.len());
    for (place, sign) in id.chars().enumerate() {
        if matches!(sign, ',' | '\\') || (sign == '-' && place == 0) {
            text.push('\\');
        }
        text.push(sign);
    }
    text
}

/// The ids of a list.
fn tokens(list: &str) -> Vec<Token> {
    let mut found = vec![Token { text: String::new(), is_plain: true }];
    let mut signs = list.chars();
    while let Some(sign) = signs.next() {
        if sign == ',' {
            found.push(Token { text: String::new(), is_plain: true });
            continue;
        }
        let Some(last) = found.last_mut() else { break };
        if sign == '\\' {
            last.is_plain &= !last.text.is_empty();
            last.text.extend(signs.next());
        } else {
            last.text.push(sign);
        }
    }
    found.retain(|token| !token.text.is_empty());
    found
}

fn sort(value: &str) -> Option<Sort> {
    let (key, direction) = match value.strip_prefix('-') {
        Some(key) => (key, Direction::Descending),
        None => (value, Direction::Ascending),
    };
    Some(Sort { column: Column::from_key(key)?, direction })
}

fn range(value: &str) -> Option<Range> {
    let (from, to) = value.split_once("..")?;
    let end = |text: &str| match text {
        "" => Some(None),
        text => text.parse::<i64>().ok().filter(|value| *value >= 0).map(Some),
    };
    let range = Range { from: end(from)?, to: end(to)? };
    let rises = range.from.is_none_or(|from| range.to.is_none_or(|to| from <= to));
    (rises && !range.is_open()).then_some(range)
}

fn range_text(Range { from, to }: Range) -> Option<String> {
    let end = |value: Option<i64>| value.map_or(String::new(), |value| value.to_string());
    (from.is_some() || to.is_some()).then(|| [end(from), "..".to_owned(), end(to)].concat())
}

#[cfg(test)]
mod tests;
