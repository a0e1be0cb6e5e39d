//! The rows of a sheet, cell by cell.
use std::collections::BTreeMap;

use cells::{Cell, EnteredUnit, Expect, Reading};
use dataset::{Decimal, Time};

use super::cell::{self, Read};
use super::header::{self, Table};
use super::names::Meant;
use crate::finding::{Finding, Problem};
use crate::grid::Grid;
use crate::json::{At, Value};
use crate::layout::{Layout, Sheet};
use crate::place::Place;
use crate::schema::Shape;

/// A record as its cells say it.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// What stands in each column of the layout.
    pub(super) cells: Vec<Read>,
    /// The cell of each column, filled or not; `None` where the sheet does not have the column.
    pub(super) places: Vec<Option<At>>,
    /// The sheet's row.
    pub(super) at: At,
}

/// What is known of the workbook so far.
pub(super) struct Reader<'b> {
    pub(super) layout: &'b Layout,
    pub(super) grids: &'b [Grid],
    /// The units of indicators by their ids.
    pub(super) units: BTreeMap<String, String>,
    /// The currency of amounts that name none.
    pub(super) currency: Option<String>,
    pub(super) findings: Vec<Finding>,
}

impl Row {
    fn blank(columns: usize, at: At) -> Self {
        Self { cells: vec![Read::Nothing; columns], places: vec![None; columns], at }
    }

    /// The string in a column.
    pub(super) fn string(&self, column: Option<usize>) -> Option<&str> {
        match self.cells.get(column?) {
            Some(Read::One(Value::String(text))) => Some(text),
            _ => None,
        }
    }
}

/// The column of a field by its path, with dots.
pub(super) fn column(sheet: &Sheet, path: &str) -> Option<usize> {
    sheet.columns.iter().position(|column| !column.path().is_empty() && column.path().join(".") == path)
}

impl Reader<'_> {
    /// The records of a sheet.
    pub(super) fn rows(&mut self, sheet: &Sheet, grid_index: usize) -> Vec<Row> {
        let Some(grid) = self.grids.get(grid_index) else { return Vec::new() };
        if sheet.is_report() {
            return vec![self.report(sheet, grid, grid_index)];
        }
        let Some(table) = header::table(self.layout, sheet, grid, &mut self.findings) else {
            return Vec::new();
        };
        self.look_at(grid, &table);
        let mut rows = Vec::with_capacity(table.rows.len());
        for number in &table.rows {
            let mut row = Row::blank(sheet.columns.len(), (grid_index, *number, 0));
            row.at.2 = table.columns.keys().copied().next().unwrap_or_default();
            let cells = table.columns.iter().map(|(at, meant)| (*meant, (grid_index, *number, *at)));
            self.row(sheet, grid, cells.collect(), &mut row);
            rows.push(row);
        }
        rows
    }

    /// Tells what is odd about the cells of a table.
    fn look_at(&mut self, grid: &Grid, table: &Table) {
        let Some(first) = table.rows.first().copied() else { return };
        let is_read = |column: u32| table.columns.contains_key(&column);
        for [start, end] in &grid.merged {
            let columns = start.1..=end.1.min(start.1.saturating_add(100));
            if end.0 >= first && end.0 > start.0 && columns.into_iter().any(is_read) {
                self.findings.push(Finding::new(Place::cell(&grid.name, start.0, start.1), Problem::Merged));
            }
        }
        for (row, column) in grid.uncomputed.iter().filter(|(row, column)| *row >= first && is_read(*column))
        {
            self.findings.push(Finding::new(Place::cell(&grid.name, *row, *column), Problem::Uncomputed));
        }
        if !grid.hidden_rows.is_empty() || !grid.hidden_columns.is_empty() {
            self.findings.push(Finding::new(Place::sheet(&grid.name), Problem::Hidden));
        }
    }

    fn report(&mut self, sheet: &Sheet, grid: &Grid, grid_index: usize) -> Row {
        let fields = header::fields(self.layout, sheet, grid, &mut self.findings);
        let mut row = Row::blank(sheet.columns.len(), (grid_index, 0, 0));
        let cells = fields.into_iter().map(|(meant, (row, column))| (meant, (grid_index, row, column)));
        self.row(sheet, grid, cells.collect(), &mut row);
        row
    }

    fn row(&mut self, sheet: &Sheet, grid: &Grid, mut cells: Vec<(Meant, At)>, row: &mut Row) {
        // A column of one language comes before one that is for both, and what others depend on comes first.
        cells.sort_by_key(|(meant, _)| *meant);
        let mut later = Vec::new();
        for (meant, at) in cells {
            let cell = grid.cell(at.1, at.2);
            let (first, second) = match meant {
                Meant::One(column) => (column, None),
                Meant::Both(id, en) => (id, Some(en)),
            };
            for column in [Some(first), second].into_iter().flatten() {
                if let Some(place) = row.places.get_mut(column).filter(|place| place.is_none()) {
                    *place = Some(at);
                }
            }
            if cell.is_empty() {
                continue;
            }
            let Some(column) = sheet.columns.get(first) else { continue };
            if is_rich(sheet, &column.path().join(".")) {
                later.push((first, at));
                continue;
            }
            match cell::read(cell, column, &self.expect(sheet, row, first)) {
                Ok(read) => {
                    for column in [Some(first), second].into_iter().flatten() {
                        put(row, column, read.clone(), at);
                    }
                }
                Err(problem) => self.tell(at, problem),
            }
        }
        for (column, at) in later {
            if let Err(problem) = self.rich(sheet, row, column, at, grid.cell(at.1, at.2)) {
                self.tell(at, problem);
            }
        }
    }

    /// What a column of numbers holds: that depends on the unit of the row's indicator.
    fn expect(&self, sheet: &Sheet, row: &Row, at: usize) -> Expect {
        let unit = row.string(column(sheet, "indicator")).and_then(|id| self.units.get(id));
        let is_value = Some(at) == column(sheet, "value");
        match unit.map(String::as_str) {
            Some("percent") if is_value => Expect::PERCENT,
            Some("percent") | None => Expect::ANY,
            Some(_) => Expect::WHOLE,
        }
    }

    fn tell(&mut self, (grid, row, column): At, problem: Problem) {
        let name = self.grids.get(grid).map_or("", |grid| grid.name.as_str());
        self.findings.push(Finding::new(Place::cell(name, row, column), problem));
    }

    /// A cell that may say more than its own column holds.
    fn rich(
        &mut self,
        sheet: &Sheet,
        row: &mut Row,
        at_column: usize,
        at: At,
        cell: &Cell,
    ) -> Result<(), Problem> {
        let Some(of) = sheet.columns.get(at_column) else { return Ok(()) };
        let path = of.path().join(".");
        let is_literal = header::words_in(cell).starts_with(['\\', '{']);
        if path == "time.as_of" && !is_literal {
            return self.time(sheet, row, at_column, at, cell);
        }
        if is_literal || of.shape == Shape::Date {
            put(row, at_column, cell::read(cell, of, &Expect::ANY)?, at);
            return Ok(());
        }
        let expect = match of.shape {
            Shape::Whole => Expect::WHOLE,
            _ => self.expect(sheet, row, at_column),
        };
        let entered = match cell::entered(cell, &expect)? {
            Reading::Empty => return Ok(()),
            Reading::Missing(reason) => {
                let reason = Read::One(Value::String(missing(reason).to_owned()));
                self.fill(sheet, row, "missing", reason, at);
                return Ok(());
            }
            Reading::Number(entered) => entered,
        };
        put(row, at_column, number(entered.value), at);
        if entered.hides_digits {
            self.tell(at, Problem::HiddenDigits);
        }
        let prefix = path.rsplit_once('.').map_or(String::new(), |(prefix, _)| format!("{prefix}."));
        if let Some(upper) = entered.upper {
            self.fill(sheet, row, &format!("{prefix}upper"), number(upper), at);
        }
        if let Some(step) = entered.step.filter(|_| entered.upper.is_none() && !path.ends_with("amount")) {
            self.fill(sheet, row, &format!("{prefix}step"), number(step), at);
        }
        if let Some(qualifier) = entered.qualifier {
            let word = Read::One(Value::String(cell::qualifier(qualifier).to_owned()));
            self.fill(sheet, row, &format!("{prefix}qualifier"), word, at);
        }
        if let Some(EnteredUnit::Money(currency)) = entered.unit {
            self.money(sheet, row, &prefix, currency.code(), at);
        }
        Ok(())
    }

    /// The currency beside an amount.
    fn money(&mut self, sheet: &Sheet, row: &mut Row, prefix: &str, found: &str, at: At) {
        if let Some(unit) = row.string(column(sheet, "indicator")).and_then(|id| self.units.get(id)) {
            if unit != found {
                let problem = Problem::OtherCurrency { found: found.to_owned(), expected: unit.clone() };
                self.tell(at, problem);
            }
            return;
        }
        let path = format!("{prefix}currency");
        let is_named = row.string(column(sheet, &path)).is_some();
        if is_named || self.currency.as_deref() != Some(found) {
            self.fill(sheet, row, &path, Read::One(Value::String(found.to_owned())), at);
        }
    }

    fn time(
        &mut self,
        sheet: &Sheet,
        row: &mut Row,
        at_column: usize,
        at: At,
        cell: &Cell,
    ) -> Result<(), Problem> {
        let text = |date: dataset::Date| Read::One(Value::String(date.to_string()));
        match cells::time(cell).map_err(Problem::Unclear)? {
            None => {}
            Some(Time::AsOf(date)) => put(row, at_column, text(date), at),
            Some(Time::Period { start, end }) => {
                if let Some(start) = start {
                    self.fill(sheet, row, "time.start", text(start), at);
                }
                self.fill(sheet, row, "time.end", text(end), at);
            }
        }
        Ok(())
    }

    /// Fills a column that is empty; where it holds something else, tells so.
    fn fill(&mut self, sheet: &Sheet, row: &mut Row, path: &str, read: Read, at: At) {
        let Some(index) = column(sheet, path) else { return };
        match row.cells.get(index) {
            Some(Read::Nothing) => put(row, index, read, at),
            Some(other) if !is_same(other, &read) => {
                let names = sheet.columns.get(index).map(|column| column.names.clone()).unwrap_or_default();
                self.tell(at, Problem::Contradiction { column: names });
            }
            _ => {}
        }
    }
}

/// Columns whose cells may say more than a bare value: they are read when the others are known.
fn is_rich(sheet: &Sheet, path: &str) -> bool {
    match sheet.path.as_str() {
        "observations" => matches!(path, "value" | "time.as_of"),
        "claims.cases" => path == "amount",
        "awards.special" | "awards.categories.winners" => matches!(path, "persons.value" | "prize.amount"),
        _ => false,
    }
}

fn put(row: &mut Row, column: usize, read: Read, at: At) {
    if let (Some(cell), Some(place)) = (row.cells.get_mut(column), row.places.get_mut(column))
        && *cell == Read::Nothing
    {
        *cell = read;
        *place = Some(at);
    }
}

fn number(number: Decimal) -> Read {
    Read::One(Value::Number(number.to_string()))
}

fn is_same(one: &Read, other: &Read) -> bool {
    match (one, other) {
        (Read::One(Value::Number(one)), Read::One(Value::Number(other))) => {
            match (Decimal::parse(one), Decimal::parse(other)) {
                (Some(one), Some(other)) => one.compare(other).is_eq(),
                _ => one == other,
            }
        }
        _ => one == other,
    }
}

fn missing(missing: dataset::Missing) -> &'static str {
    match missing {
        dataset::Missing::NotStated => "not_stated",
        dataset::Missing::NotCollected => "not_collected",
        dataset::Missing::NotApplicable => "not_applicable",
        dataset::Missing::Confidential => "confidential",
    }
}
