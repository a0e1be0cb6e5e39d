//! What is chosen, and what is asked of the table: all that an address holds of the explorer.
use claims::lattice::Point;
use serde::{Deserialize, Serialize};
use tables::Direction;

use crate::Index;

/// The most characters of a text that a reader typed.
pub const MOST_TEXT: usize = 256;

/// What figures and rows are shown of. Each field is a place in the list of the manifest; 0 is all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Selection {
    /// The region.
    pub region: u16,
    /// The period: all, a year or a month.
    pub time: u16,
    /// The programme.
    pub programme: u16,
    /// The group.
    pub group: u16,
}

/// What regions and programmes are compared by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// The number of claims.
    #[default]
    Count,
    /// The sum of their amounts.
    Amount,
    /// Amount ÷ number; computed.
    Average,
    /// The median of their amounts.
    Median,
    /// The median of the days to payment.
    Days,
}

/// A column of the table of single claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Column {
    /// Region.
    Region,
    /// Month, or year.
    Period,
    /// Programme.
    Programme,
    /// Group.
    Group,
    /// Channel.
    Channel,
    /// Amount.
    Amount,
    /// Days to payment.
    Days,
}

/// An order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// Which end comes first.
    #[serde(with = "DirectionForm")]
    pub direction: Direction,
}

/// How messages write a [`Direction`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "Direction")]
enum DirectionForm {
    Ascending,
    Descending,
}

/// The least and the greatest value that a row may have, both included; none for any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Range {
    /// The least.
    pub from: Option<i64>,
    /// The greatest.
    pub to: Option<i64>,
}

/// Which rows are shown, column by column. Of the lists any member will do; an empty one leaves all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filters {
    /// Regions, each with all that lies in it.
    pub regions: Vec<u16>,
    /// Years, each with its months, and months.
    pub periods: Vec<u16>,
    /// Programmes.
    pub programmes: Vec<u16>,
    /// Groups; 0 for rows whose group is not given.
    pub groups: Vec<u16>,
    /// Channels; 0 for rows whose channel is not stated.
    pub channels: Vec<u16>,
    /// Amounts, in whole units of the currency.
    pub amount: Range,
    /// Days to payment.
    pub days: Range,
}

/// What is asked of the table of single claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableState {
    /// The words that a row must hold, as typed; at most [`MOST_TEXT`] characters.
    pub query: String,
    /// The filters of its columns.
    pub filters: Filters,
    /// The order; `None` for that of the files: region, programme, period, amount.
    pub sort: Option<Sort>,
    /// The first row seen, from 0.
    pub row: u32,
}

/// All that an address holds of the explorer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What is chosen.
    pub selection: Selection,
    /// What is compared.
    pub measure: Measure,
    /// What is asked of the table.
    pub table: TableState,
}

impl Selection {
    /// Its cell in a cube.
    #[must_use]
    pub fn point(self) -> Point {
        [self.region, self.time, self.programme, self.group]
    }
}

impl Measure {
    /// All of them, in the order shown.
    pub const ALL: [Self; 5] = [Self::Count, Self::Amount, Self::Average, Self::Median, Self::Days];

    /// Its name in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Amount => "amount",
            Self::Average => "average",
            Self::Median => "median",
            Self::Days => "days",
        }
    }

    /// Whether figures of parts add up to that of the whole.
    #[must_use]
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Count | Self::Amount)
    }

    /// The measure of a name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.key() == key)
    }
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Self; 7] =
        [Self::Region, Self::Period, Self::Programme, Self::Group, Self::Channel, Self::Amount, Self::Days];

    /// Its name in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Period => "period",
            Self::Programme => "programme",
            Self::Group => "group",
            Self::Channel => "channel",
            Self::Amount => "amount",
            Self::Days => "days",
        }
    }

    /// The column of a name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The direction in which it is sorted first: numbers start with the largest, everything else with the smallest, as
    /// in [`tables`].
    #[must_use]
    pub fn first_direction(self) -> Direction {
        match self {
            Self::Amount | Self::Days => Direction::Descending,
            _ => Direction::Ascending,
        }
    }
}

impl Range {
    /// Whether it leaves every value.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a value lies in it.
    #[must_use]
    pub fn has(&self, value: i64) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to)
    }
}

impl Filters {
    /// Whether they leave every row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The chosen members of a column; none for amounts and days, which have a range.
    #[must_use]
    pub fn chosen(&self, column: Column) -> &[u16] {
        match column {
            Column::Region => &self.regions,
            Column::Period => &self.periods,
            Column::Programme => &self.programmes,
            Column::Group => &self.groups,
            Column::Channel => &self.channels,
            Column::Amount | Column::Days => &[],
        }
    }

    /// The members of a column, to be changed; `None` for amounts and days.
    pub fn chosen_mut(&mut self, column: Column) -> Option<&mut Vec<u16>> {
        match column {
            Column::Region => Some(&mut self.regions),
            Column::Period => Some(&mut self.periods),
            Column::Programme => Some(&mut self.programmes),
            Column::Group => Some(&mut self.groups),
            Column::Channel => Some(&mut self.channels),
            Column::Amount | Column::Days => None,
        }
    }

    /// The filters with one more member of a column, or without it where it was chosen; members stay in the order of
    /// their list.
    #[must_use]
    pub fn toggled(&self, column: Column, node: u16) -> Self {
        let mut next = self.clone();
        if let Some(chosen) = next.chosen_mut(column) {
            let others = chosen.len();
            chosen.retain(|other| *other != node);
            if chosen.len() == others {
                chosen.push(node);
            }
            chosen.sort_unstable();
        }
        next
    }
}

impl TableState {
    /// The direction in which a column is sorted, if it is the one.
    #[must_use]
    pub fn direction(&self, column: Column) -> Option<Direction> {
        self.sort.filter(|sort| sort.column == column).map(|sort| sort.direction)
    }

    /// The state after a click on a column's heading: its first direction, then the other, then the order of the files.
    #[must_use]
    pub fn toggled(&self, column: Column) -> Self {
        let first = column.first_direction();
        let direction = match self.direction(column) {
            None => Some(first),
            Some(direction) if direction == first => Some(first.reverse()),
            Some(_) => None,
        };
        Self { sort: direction.map(|direction| Sort { column, direction }), row: 0, ..self.clone() }
    }

    /// The state with other words to search for, from the first row on.
    #[must_use]
    pub fn searching(&self, query: &str) -> Self {
        Self { query: shortened(query), row: 0, ..self.clone() }
    }

    /// The state with other filters, from the first row on.
    #[must_use]
    pub fn filtered(&self, filters: Filters) -> Self {
        Self { filters, row: 0, ..self.clone() }
    }

    /// The state of all rows, in the order it has.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, ..Self::default() }
    }

    /// Whether it may show fewer rows than there are.
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.filters.is_empty() || !self.query.trim().is_empty()
    }
}

impl State {
    /// The state with something else chosen: the table begins anew, and filters stay as far as they can leave anything
    /// of what is chosen.
    #[must_use]
    pub fn choosing(&self, index: &Index, selection: Selection) -> Self {
        let mut next = Self { selection, ..self.clone() };
        next.table.row = 0;
        let filters = &mut next.table.filters;
        filters.regions.retain(|region| {
            index.is_within(*region, selection.region) || index.is_within(selection.region, *region)
        });
        filters
            .periods
            .retain(|time| index.is_during(*time, selection.time) || index.is_during(selection.time, *time));
        if selection.programme != 0 {
            filters.programmes.retain(|programme| *programme == selection.programme);
        }
        if selection.group != 0 {
            filters.groups.retain(|group| *group == selection.group);
        }
        next
    }

    /// Whether another state differs, and only in the words searched and the row that is seen first: a step of typing or
    /// scrolling, which is no entry of its own in the history.
    #[must_use]
    pub fn differs_in_passing(&self, other: &Self) -> bool {
        let mut same = self.clone();
        same.table.query.clone_from(&other.table.query);
        same.table.row = other.table.row;
        self != other && same == *other
    }
}

/// A text cut to [`MOST_TEXT`] characters.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(MOST_TEXT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_click_on_a_heading_goes_round() {
        let mut state = TableState { row: 70, ..TableState::default() };
        let mut seen = Vec::new();
        for column in [Column::Amount, Column::Amount, Column::Amount, Column::Region, Column::Region] {
            state = state.toggled(column);
            seen.push(state.sort.map_or("-", |sort| sort.direction.aria()));
        }
        assert_eq!(seen, ["descending", "ascending", "-", "ascending", "descending"]);
        assert_eq!(state.row, 0);
    }

    #[test]
    fn a_filter_takes_and_gives_back_members() {
        let mut filters = Filters::default();
        for (node, left) in [(4, vec![4]), (2, vec![2, 4]), (4, vec![2]), (2, vec![])] {
            filters = filters.toggled(Column::Region, node);
            assert_eq!(filters.chosen(Column::Region), left);
        }
        assert_eq!(filters.toggled(Column::Days, 3), filters);
    }

    #[test]
    fn choosing_keeps_what_can_still_leave_anything() {
        let index = sample::index();
        // Regencies 3 and 4 lie in province 1, regency 5 in province 2; the months 3 and 4 in the year 1.
        let mut state = State::default();
        state.table.row = 9;
        state.table.filters.regions = vec![1, 3, 5];
        state.table.filters.periods = vec![1, 4, 2];
        state.table.filters.programmes = vec![1, 2];
        let next = state.choosing(&index, Selection { region: 3, time: 1, programme: 2, group: 0 });
        let filters = &next.table.filters;
        assert_eq!(filters.regions, [1, 3]);
        assert_eq!(filters.periods, [1, 4]);
        assert_eq!(filters.programmes, [2]);
        assert_eq!(next.table.row, 0);
    }

    #[test]
    fn typing_is_told_from_choosing() {
        let state = State::default();
        let typed = State { table: state.table.searching("lahat"), ..state.clone() };
        assert!(state.differs_in_passing(&typed));
        assert!(!state.differs_in_passing(&state));
        let mut chosen = typed.clone();
        chosen.selection.programme = 1;
        assert!(!state.differs_in_passing(&chosen));
    }

    #[test]
    fn spaces_narrow_nothing() {
        let state = TableState::default();
        assert!(!state.searching("  ").narrows() && state.searching(" a ").narrows());
        assert_eq!(state.searching(&"é".repeat(500)).query.chars().count(), MOST_TEXT);
        assert_eq!(state.searching("x").toggled(Column::Days).cleared(), state.toggled(Column::Days));
    }
}
