//! The worker: it holds the rows of a selection, and filters, sorts and writes them.
//!
//! A request in, a response out; nothing else is read or written, so that it is the same in a worker of the browser and in
//! a test.
use claims::Rows as Chunk;
use dataset::Lang;

use crate::{
    Columns, Filter, Index, Labels, Sort,
    columns::check,
    export::{cells, csv_part, file_name, parts},
    filter::{Ready, Rows},
    histogram::histogram,
    ledger::Fault,
    protocol::{Expected, Lists, Parcel, Refusal, Request, Response, Shown, ShownRow},
    sort::sorted,
    totals::Counts,
};

/// How many rows are answered at once.
pub const MOST_ROWS: u32 = 500;

/// Holds rows.
#[derive(Debug, Default)]
pub struct Worker {
    open: Option<Open>,
}

/// What is there of published claims.
#[derive(Debug)]
struct Open {
    index: Index,
    labels: Labels,
    columns: Columns,
    /// The chunks that are expected, in the order of their rows.
    pieces: Vec<Piece>,
    filter: Filter,
    sort: Option<Sort>,
    /// What is shown; `None` after something has changed.
    view: Option<View>,
    /// How many views there were.
    views: u32,
}

/// A chunk.
#[derive(Debug)]
struct Piece {
    expected: Expected,
    /// How many of [`Open::columns`] are its rows; `None` where it is not there.
    rows: Option<usize>,
}

/// What is shown.
#[derive(Debug)]
struct View {
    /// The rows in their order.
    rows: Rows,
    /// How many rows of the selection there are.
    of: u32,
    counts: Counts,
}

impl Worker {
    /// Answers a request.
    pub fn handle(&mut self, request: Request, parcel: Parcel) -> (Response, Parcel) {
        match self.answer(request, parcel) {
            Ok((response, parcel)) => (response, parcel),
            Err(refusal) => (Response::Refused(refusal), Parcel::new()),
        }
    }

    /// The bytes that rows and their order take, without what is needed while they change.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.open.as_ref().map_or(0, |open| {
            let order = open.view.as_ref().map_or(0, |view| match &view.rows {
                Rows::All(_) => 0,
                Rows::These(rows) => 4 * rows.capacity(),
            });
            open.columns.bytes() + order
        })
    }

    fn answer(&mut self, request: Request, parcel: Parcel) -> Result<(Response, Parcel), Refusal> {
        let bytes = parcel.into_iter().next();
        let response = match (request, &mut self.open) {
            (Request::Open { lang, lists }, open) => {
                *open = Some(Open::new(&lang, lists)?);
                Response::Done
            }
            (_, None) => return Err(Refusal::NotOpen),
            (Request::Expect { chunks }, Some(open)) => {
                open.expect(chunks);
                Response::Done
            }
            (Request::Chunk { file }, Some(open)) => open.take(file, bytes)?,
            (Request::Show { filter, sort }, Some(open)) => {
                open.show(filter, sort);
                Response::Shown(open.shown())
            }
            (Request::Rows { first, count }, Some(open)) => {
                Response::Rows { first, rows: open.rows(first, count) }
            }
            (Request::Histogram { spacing, most }, Some(open)) => {
                Response::Histogram(histogram(&open.view().counts, spacing, most))
            }
            (Request::Choices { column }, Some(open)) => Response::Choices {
                column,
                rows: open.ready(&open.filter.without(column)).counts(&open.columns, column),
            },
            (Request::Csv { part }, Some(open)) => return Ok(open.csv(part)),
        };
        Ok((response, Parcel::new()))
    }
}

impl Open {
    fn new(lang: &str, lists: Lists) -> Result<Self, Refusal> {
        let lang = [Lang::Id, Lang::En]
            .into_iter()
            .find(|known| known.code() == lang)
            .ok_or_else(|| Refusal::Language(lang.to_owned()))?;
        let index = Index::of_lists(lists).map_err(|error| Refusal::Lists(error.to_string()))?;
        let labels = Labels::new(&index, lang);
        Ok(Self {
            index,
            labels,
            columns: Columns::default(),
            pieces: Vec::new(),
            filter: Filter::default(),
            sort: None,
            view: None,
            views: 0,
        })
    }

    /// Makes room for the chunks that will come, and keeps those of them that are there.
    fn expect(&mut self, mut chunks: Vec<Expected>) {
        let mut seen = Vec::new();
        chunks.retain(|chunk| {
            let is_new = !seen.contains(&chunk.file);
            seen.push(chunk.file.clone());
            is_new
        });
        let place = |piece: &Piece| chunks.iter().position(|chunk| *chunk == piece.expected);
        let held = self.pieces.iter().filter(|piece| piece.rows.is_some());
        let places: Vec<usize> = held.filter_map(place).collect();
        // What stays is not moved: lists of one manifest have chunks in the same order.
        let stays = |piece: &Piece| places.is_sorted() && place(piece).is_some();
        let mut start = self.columns.len();
        for piece in self.pieces.iter_mut().rev() {
            let end = start;
            start = end.saturating_sub(piece.rows.unwrap_or(0));
            if !stays(piece) {
                self.columns.remove(start..end);
                piece.rows = None;
            }
        }
        if self.columns.is_empty() {
            self.columns = Columns::default();
        }
        let held = std::mem::take(&mut self.pieces);
        let rows = |expected: &Expected| held.iter().find(|piece| piece.expected == *expected)?.rows;
        self.pieces = chunks.into_iter().map(|expected| Piece { rows: rows(&expected), expected }).collect();
        let missing = self.pieces.iter().filter(|piece| piece.rows.is_none());
        let missing: u64 = missing.map(|piece| u64::from(piece.expected.rows)).sum();
        self.columns.reserve(usize::try_from(missing).unwrap_or(MOST_RESERVED).min(MOST_RESERVED));
        self.view = None;
    }

    /// Takes a chunk. One that is there already changes nothing, and needs no bytes.
    fn take(&mut self, file: String, bytes: Option<Vec<u8>>) -> Result<Response, Refusal> {
        let place = self.pieces.iter().position(|piece| piece.expected.file == file);
        let place = place.ok_or_else(|| Refusal::NotExpected { file: file.clone() })?;
        let start = self.pieces.iter().take(place).map(|piece| piece.rows.unwrap_or(0)).sum();
        if let Some(piece) = self.pieces.get_mut(place).filter(|piece| piece.rows.is_none()) {
            let damaged = |fault| Refusal::Chunk { file: file.clone(), fault };
            let chunk = Chunk::decode(&bytes.ok_or(Refusal::Parcel)?);
            let chunk = chunk.map_err(|error| damaged(Fault::from(&error)))?;
            check(&self.index, &chunk).map_err(|error| damaged(Fault::Damaged(error.to_string())))?;
            piece.rows = Some(chunk.len());
            self.columns.insert(start, chunk);
            self.view = None;
        }
        Ok(Response::Chunk { file })
    }

    fn show(&mut self, filter: Filter, sort: Option<Sort>) {
        if (&self.filter, self.sort) != (&filter, sort) {
            (self.filter, self.sort, self.view) = (filter, sort, None);
        }
    }

    fn ready(&self, filter: &Filter) -> Ready {
        Ready::new(&self.index, &self.labels, filter)
    }

    /// What is shown, after whatever has changed.
    fn view(&mut self) -> &View {
        let view = match self.view.take() {
            Some(view) => view,
            None => {
                self.views = self.views.wrapping_add(1);
                self.made()
            }
        };
        self.view.insert(view)
    }

    fn made(&self) -> View {
        let selected = Filter { selection: self.filter.selection, ..Filter::default() };
        let rows = self.ready(&self.filter).rows(&self.columns);
        let of = if self.filter == selected {
            rows.len()
        } else {
            self.ready(&selected).rows(&self.columns).len()
        };
        let counts = Counts::new(&self.columns, &rows);
        let rows = match self.sort {
            Some(sort) => sorted(&self.columns, &self.labels, sort, &rows),
            None => rows,
        };
        View { rows, of: u32::try_from(of).unwrap_or(u32::MAX), counts }
    }

    fn shown(&mut self) -> Shown {
        let missing = self.pieces.iter().take_while(|piece| piece.rows.is_none());
        let missing: u64 = missing.map(|piece| u64::from(piece.expected.rows)).sum();
        let before = if self.sort.is_some() { 0 } else { u32::try_from(missing).unwrap_or(u32::MAX) };
        let View { rows, of, counts } = self.view();
        Shown {
            rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            of: *of,
            before,
            totals: counts.totals(),
        }
    }

    fn rows(&mut self, first: u32, count: u32) -> Vec<ShownRow> {
        self.view();
        let Some(view) = &self.view else { return Vec::new() };
        let places = first..first.saturating_add(count.min(MOST_ROWS));
        let claims = places.map_while(|place| self.columns.claim(view.rows.get(place as usize)?));
        claims
            .map(|claim| ShownRow { cells: cells(&self.index, &self.labels, &claim).map(|cell| cell.text) })
            .collect()
    }

    fn csv(&mut self, part: u32) -> (Response, Parcel) {
        self.view();
        let all = &Rows::All(0);
        let rows = self.view.as_ref().map_or(all, |view| &view.rows);
        let text = csv_part(&self.index, &self.labels, &self.columns, rows, part as usize);
        let name = [&file_name(&self.index, &self.labels, &self.filter), ".csv"].concat();
        let parts = u32::try_from(parts(rows.len())).unwrap_or(u32::MAX);
        (Response::Csv { name, parts, view: self.views }, vec![text.into_bytes()])
    }
}

/// The most rows that room is made for before they come, so that a wrong number in a file cannot ask for all memory.
const MOST_RESERVED: usize = 1 << 22;

#[cfg(test)]
mod tests;
