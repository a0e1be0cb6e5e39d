//! The rows of a sheet, cell by cell.
use std::collections::BTreeMap;

use cells::{Cell, EnteredUnit, Expect, Reading};
use dataset::{Decimal, Time};

use super::cell::{self, Read};
use super::header::{self, Table};
use super::names::{Meant, folded};
use crate::finding::{Finding, Problem};
use crate::grid::Grid;
use crate::json::Value;
use crate::layout::{Layout, Sheet};
use crate::place::Place;
use crate::schema::Shape;

/// A record as its cells say it.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// What stands in each column of the layout.
    pub(super) cells: Vec<Read>,
    /// The row in its grid.
    pub(super) number: u32,
    /// Columns whose values come from another cell than their own: row and column.
    pub(super) elsewhere: Vec<(usize, (u32, u32))>,
}

/// The records of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    /// The grid that they stand in.
    pub(super) grid: usize,
    /// Where the columns of the layout stand in it.
    pub(super) columns: Vec<Option<u32>>,
    pub(super) rows: Vec<Row>,
}

/// A cell: grid, row, column.
pub(super) type At = (usize, u32, u32);

impl Records {
    /// The cell of a column, filled or not; `None` where the grid does not have it.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<At> {
        let row = self.rows.get(row)?;
        let elsewhere = row.elsewhere.iter().find(|(other, _)| *other == column).map(|(_, at)| *at);
        let own = || Some((row.number, self.columns.get(column).copied().flatten()?));
        let (line, column) = elsewhere.or_else(own)?;
        Some((self.grid, line, column))
    }

    /// The first cell of a row.
    pub(super) fn first(&self, row: usize) -> At {
        let line = self.rows.get(row).map_or(0, |row| row.number);
        (self.grid, line, self.columns.iter().flatten().min().copied().unwrap_or_default())
    }
}

/// What is known of the workbook so far.
pub(super) struct Reader<'b> {
    pub(super) layout: &'b Layout,
    pub(super) grids: &'b [Grid],
    /// The units of indicators by their ids.
    pub(super) units: BTreeMap<String, String>,
    /// The units of indicators by what they are called; `None` for a name that several have.
    pub(super) named_units: BTreeMap<String, Option<String>>,
    /// The currency of amounts that name none.
    pub(super) currency: Option<String>,
    pub(super) findings: Vec<Finding>,
}

impl Row {
    fn blank(columns: usize, number: u32) -> Self {
        Self { cells: vec![Read::Nothing; columns], number, elsewhere: Vec::new() }
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
    sheet.columns.iter().position(|column| column.path == path)
}

/// Whether a column is of a field.
pub(super) fn is_of(sheet: &Sheet, at: usize, path: &str) -> bool {
    sheet.columns.get(at).is_some_and(|column| column.path == path)
}

impl Reader<'_> {
    /// The records of a sheet.
    pub(super) fn records(&mut self, sheet: &Sheet, grid_index: usize) -> Records {
        let grids = self.grids;
        let Some(grid) = grids.get(grid_index) else { return Records::default() };
        if sheet.is_report() {
            return self.report(sheet, grid, grid_index);
        }
        let table = header::table(self.layout, sheet, grid, &mut self.findings).unwrap_or_default();
        self.look_at(grid, &table);
        let mut columns = vec![None; sheet.columns.len()];
        for (at, meant) in &table.columns {
            for index in meant.columns() {
                if let Some(column) =
                    columns.get_mut(index).filter(|column: &&mut Option<u32>| column.is_none())
                {
                    *column = Some(*at);
                }
            }
        }
        // A column of one language comes before one that is for both.
        let mut order: Vec<(Meant, u32)> = table.columns.iter().map(|(at, meant)| (*meant, *at)).collect();
        order.sort_unstable();
        let mut rows = Vec::with_capacity(table.rows.len());
        for number in &table.rows {
            let mut row = Row::blank(sheet.columns.len(), *number);
            let cells = order.iter().map(|(meant, at)| (*meant, (grid_index, *number, *at)));
            self.row(sheet, grid, cells, &mut row);
            rows.push(row);
        }
        Records { grid: grid_index, columns, rows }
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
        if grid.hidden {
            self.findings.push(Finding::new(Place::sheet(&grid.name), Problem::Hidden));
        }
    }

    fn report(&mut self, sheet: &Sheet, grid: &Grid, grid_index: usize) -> Records {
        let mut fields = header::fields(self.layout, sheet, grid, &mut self.findings);
        fields.sort_unstable();
        let columns = fields.iter().map(|(meant, (_, column))| (*column, *meant)).collect();
        let mut rows: Vec<u32> = fields.iter().map(|(_, (row, _))| *row).collect();
        rows.sort_unstable();
        self.look_at(grid, &Table { columns, rows });
        let mut row = Row::blank(sheet.columns.len(), 0);
        for (meant, at) in &fields {
            row.elsewhere.extend(meant.columns().map(|column| (column, *at)));
        }
        let cells = fields.into_iter().map(|(meant, (line, column))| (meant, (grid_index, line, column)));
        self.row(sheet, grid, cells, &mut row);
        Records { grid: grid_index, columns: Vec::new(), rows: vec![row] }
    }

    /// Reads the cells of a row. Those that may say more than a bare value come last: what they imply fills
    /// columns that are empty.
    fn row(&mut self, sheet: &Sheet, grid: &Grid, cells: impl Iterator<Item = (Meant, At)>, row: &mut Row) {
        let mut later = Vec::new();
        for (meant, at) in cells {
            let cell = grid.cell(at.1, at.2);
            let mut columns = meant.columns();
            let Some(first) = columns.next().filter(|_| !cell.is_empty()) else { continue };
            let Some(column) = sheet.columns.get(first) else { continue };
            if is_rich(sheet, &column.path) {
                later.push((first, at));
                continue;
            }
            match cell::read(cell, column, &self.expect(sheet, row, first)) {
                Ok(read) => {
                    columns.for_each(|column| put(row, column, read.clone()));
                    put(row, first, read);
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

    /// The unit of a row's indicator, which is there by its id or by its name.
    fn unit(&self, sheet: &Sheet, row: &Row) -> Option<&String> {
        let indicator = row.string(column(sheet, "indicator"))?;
        self.units.get(indicator).or_else(|| self.named_units.get(&folded(indicator))?.as_ref())
    }

    /// What a column of numbers holds: that depends on the unit of the row's indicator.
    fn expect(&self, sheet: &Sheet, row: &Row, at: usize) -> Expect {
        let is_number = |column: &crate::layout::Column| column.shape == Shape::Number;
        if !sheet.columns.get(at).is_some_and(is_number) {
            return Expect::ANY;
        }
        let unit = self.unit(sheet, row);
        let is_value = sheet.columns.get(at).is_some_and(|column| column.path == "value");
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
        let path = of.path.as_str();
        let is_literal = header::words_in(cell).starts_with(['\\', '{']);
        if path == "time.as_of" && !is_literal {
            return self.time(sheet, row, at_column, at, cell);
        }
        if is_literal || of.shape == Shape::Date {
            put(row, at_column, cell::read(cell, of, &Expect::ANY)?);
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
        put(row, at_column, number(entered.value));
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
        if let Some(unit) = self.unit(sheet, row) {
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
            Some(Time::AsOf(date)) => put(row, at_column, text(date)),
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
            Some(Read::Nothing) => {
                put(row, index, read);
                row.elsewhere.push((index, (at.1, at.2)));
            }
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

fn put(row: &mut Row, column: usize, read: Read) {
    if let Some(cell) = row.cells.get_mut(column).filter(|cell| **cell == Read::Nothing) {
        *cell = read;
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
