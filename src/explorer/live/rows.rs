//! The rows of a choice: which files are loaded, what the worker shows of them, and which of its rows the page has.
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use explorer::ledger::{Fault, Ledger, Progress, Status};
use explorer::protocol::{Expected, Parcel, Refusal, Request, Response, Shown, ShownRow};
use explorer::worker::MOST_ROWS;
use explorer::{Column, Filter, Reach, RowPlan, Selection, State};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::context::Explorer;
use super::ExplorerOptions;
use super::client::Client;
use super::load::Folder;
use crate::browser::fetch::Freshness;

/// How many files are on their way at once.
const AT_ONCE: usize = 4;
/// The bytes of rows, packed, that are loaded without being asked for.
const UNASKED: u64 = 4_000_000;
/// How many rows beyond those in sight are asked for, on either side.
const BEYOND: u32 = 40;

/// The columns whose members can be chosen from a list.
pub const LISTED: [Column; 5] =
    [Column::Region, Column::Period, Column::Programme, Column::Group, Column::Channel];

/// Rows that the page has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The place of the first.
    pub first: u32,
    /// The rows.
    pub rows: Rc<Vec<ShownRow>>,
}

/// What is planned for a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Of which regions rows are listed.
    pub reach: Reach,
    /// The bytes of all of its files, packed.
    pub bytes: u64,
    /// The rows of all of its files.
    pub rows: u64,
    /// Whether the rest waits to be asked for.
    pub waits: bool,
}

/// The rows of a page: cheap to copy.
#[derive(Clone, Copy)]
pub struct Rows {
    explorer: Explorer,
    inner: StoredValue<Inner, LocalStorage>,
    /// What the worker shows; none before its first answer.
    pub shown: RwSignal<Option<Shown>>,
    /// How often what is shown has changed.
    pub version: RwSignal<u32>,
    /// The rows that the page has.
    pub part: RwSignal<Part, LocalStorage>,
    /// How much is there.
    pub progress: RwSignal<Progress>,
    /// Why files are missing.
    pub faults: RwSignal<Vec<Fault>>,
    /// What is planned; none while the files of figures are not there.
    pub planned: RwSignal<Option<Planned>>,
    /// How many rows each member of a column would leave.
    pub choices: RwSignal<BTreeMap<&'static str, Vec<u32>>>,
    /// Whether choices are looked at.
    pub wants_choices: RwSignal<bool>,
    /// Whether the worker is at work on what is shown.
    pub is_working: RwSignal<bool>,
    /// Whether there is no worker.
    pub has_ended: RwSignal<bool>,
}

struct Inner {
    client: Option<Client>,
    folder: Folder,
    ledger: Ledger,
    plan: Option<RowPlan>,
    /// Files that failed before: the browser may have kept a bad answer.
    failed: BTreeSet<String>,
    selection: Selection,
    /// Whether all files are wanted, however large they are.
    all: bool,
    /// The rows that are in sight.
    window: Range<u32>,
    /// Whether the worker was asked to show, and whether that is to be asked again.
    is_asked: bool,
    is_stale: bool,
}

impl Rows {
    /// The rows of an explorer, whose worker is given the lists of its manifest. Its signals belong to the current owner.
    #[must_use]
    pub fn new(explorer: Explorer, options: ExplorerOptions) -> Self {
        let ExplorerOptions { folder, worker: client, has_ended, .. } = options;
        let has_ended = RwSignal::from(has_ended);
        if let Some(client) = &client {
            let lang = explorer.lang.code().to_owned();
            let lists = explorer.index().lists(explorer.lang);
            client.ask(Request::Open { lang, lists }, Parcel::new(), |_, _| {});
        } else {
            has_ended.set(true);
        }
        let inner = Inner {
            client,
            folder,
            ledger: Ledger::default(),
            plan: None,
            failed: BTreeSet::new(),
            selection: Selection::default(),
            all: false,
            window: 0..0,
            is_asked: false,
            is_stale: false,
        };
        Self {
            explorer,
            inner: StoredValue::new_local(inner),
            shown: RwSignal::new(None),
            version: RwSignal::new(0),
            part: RwSignal::new_local(Part::default()),
            progress: RwSignal::new(Progress::default()),
            faults: RwSignal::new(Vec::new()),
            planned: RwSignal::new(None),
            choices: RwSignal::new(BTreeMap::new()),
            wants_choices: RwSignal::new(false),
            is_working: RwSignal::new(false),
            has_ended,
        }
    }

    /// Loads the rows of a choice whose figures are there, and no others.
    pub fn begin(self, selection: Selection) {
        let index = self.explorer.index();
        let plan = self.explorer.cubes.with_untracked(|cubes| {
            cubes.get(selection.region).map(|cube| RowPlan::new(&index, cube, selection))
        });
        let Some(plan) = plan else {
            self.planned.set(None);
            return;
        };
        let expected = plan.chunks.iter();
        let chunks = expected.map(|chunk| Expected { file: chunk.file.clone(), rows: chunk.rows }).collect();
        self.inner.update_value(|inner| {
            if inner.selection != selection {
                inner.all = false;
            }
            inner.selection = selection;
            inner.plan = Some(plan);
        });
        self.ask(Request::Expect { chunks }, Parcel::new(), |_, _| {});
        self.want();
        self.refresh();
    }

    /// Loads all files, however large they are.
    pub fn load_all(self) {
        self.inner.update_value(|inner| inner.all = true);
        self.want();
    }

    /// Loads what is missing once more.
    pub fn retry(self) {
        self.inner.update_value(|inner| {
            inner.ledger.retry();
        });
        self.say_progress();
        self.pump();
    }

    /// Wants the files of the plan in their order, as many as may be loaded unasked.
    fn want(self) {
        let planned = self.inner.try_update_value(|inner| {
            let plan = inner.plan.as_ref()?;
            let none = vec![None; plan.chunks.len()];
            let mut sum = 0;
            let order = plan.order(0, &none).into_iter().filter_map(|place| plan.chunks.get(place));
            let wanted: Vec<(String, u64)> = order
                .filter(|chunk| {
                    // What the worker has costs nothing.
                    if inner.ledger.status(&chunk.file) == Some(&Status::Here) {
                        return true;
                    }
                    let is_first = sum == 0;
                    sum += u64::from(chunk.bytes);
                    is_first || inner.all || sum <= UNASKED
                })
                .map(|chunk| (chunk.file.clone(), u64::from(chunk.bytes)))
                .collect();
            let waits = wanted.len() < plan.chunks.len();
            let planned = Planned { reach: plan.reach, bytes: plan.bytes(), rows: plan.rows(), waits };
            inner.ledger.want(wanted);
            Some(planned)
        });
        self.planned.set(planned.flatten());
        self.say_progress();
        self.pump();
    }

    /// Fetches the next files for the worker: the page can do so before the worker hears.
    fn pump(self) {
        if self.has_ended.get_untracked() {
            return;
        }
        while let Some(Some((folder, file, freshness))) = self.inner.try_update_value(|inner| {
            let file = inner.ledger.next(AT_ONCE)?;
            let has_failed = inner.failed.contains(&file);
            let freshness = if has_failed { Freshness::Again } else { Freshness::Kept };
            Some((inner.folder.clone(), file, freshness))
        }) {
            spawn_local(async move {
                match folder.unpacked(&["rows/", &file].concat(), freshness).await {
                    Ok(bytes) => {
                        let request = Request::Chunk { file: file.clone() };
                        self.ask(request, vec![bytes], move |answer, _| self.taken(&file, answer));
                    }
                    Err(fault) => self.fail(&file, fault),
                }
            });
        }
    }

    /// What the worker made of a file.
    fn taken(self, file: &str, answer: Response) {
        match answer {
            Response::Chunk { .. } => {
                self.inner.try_update_value(|inner| inner.ledger.arrived(file));
                self.say_progress();
                self.refresh();
                self.pump();
            }
            Response::Refused(Refusal::Chunk { fault, .. }) => self.fail(file, fault),
            // It is of a choice that was left.
            _ => self.pump(),
        }
    }

    fn fail(self, file: &str, fault: Fault) {
        self.inner.try_update_value(|inner| {
            inner.failed.insert(file.to_owned());
            inner.ledger.failed(file, fault);
        });
        self.say_progress();
        self.pump();
    }

    fn say_progress(self) {
        let Some((progress, faults)) = self.inner.try_with_value(|inner| {
            let mut faults: Vec<Fault> = inner.ledger.missing().map(|(_, fault)| fault.clone()).collect();
            faults.dedup();
            (inner.ledger.progress(), faults)
        }) else {
            return;
        };
        self.progress.try_set(progress);
        self.faults.try_set(faults);
    }

    /// The files that are there.
    #[must_use]
    pub fn here(self) -> Vec<String> {
        self.inner.with_value(|inner| {
            let here = inner.ledger.entries().iter().filter(|entry| entry.status == Status::Here);
            here.map(|entry| entry.file.clone()).collect()
        })
    }

    /// Whether all files of the choice are here.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.inner.with_value(|inner| {
            let here = |file: &str| inner.ledger.status(file) == Some(&Status::Here);
            inner.plan.iter().flat_map(|plan| &plan.chunks).all(|chunk| here(&chunk.file))
        })
    }

    /// The request that says what is wanted now.
    fn show_request(self) -> Request {
        let State { table, .. } = self.explorer.state.get_untracked();
        let filter = Filter::new(self.inner.with_value(|inner| inner.selection), &table);
        Request::Show { filter, sort: table.sort }
    }

    /// Has what is wanted shown, and the rows in sight with it. While the worker is at it, it is asked once more
    /// afterwards, however often this is called.
    pub fn refresh(self) {
        let is_free = self.inner.try_update_value(|inner| {
            let is_free = !inner.is_asked;
            inner.is_stale = !is_free;
            inner.is_asked = true;
            is_free
        });
        if is_free != Some(true) {
            return;
        }
        self.is_working.set(true);
        self.ask(self.show_request(), Parcel::new(), move |answer, _| {
            if let Response::Shown(shown) = answer {
                self.version.try_update(|version| *version = version.wrapping_add(1));
                self.shown.try_set(Some(shown));
            }
        });
        let window = self.inner.with_value(|inner| inner.window.clone());
        self.ask_rows(&window);
        if self.wants_choices.get_untracked() {
            self.ask_choices();
        }
        // The last of the answers ends it.
        self.ask(Request::Rows { first: 0, count: 0 }, Parcel::new(), move |_, _| {
            let again = self.inner.try_update_value(|inner| {
                inner.is_asked = false;
                std::mem::take(&mut inner.is_stale)
            });
            self.is_working.try_set(false);
            if again == Some(true) {
                self.refresh();
            }
        });
    }

    /// Asks how many rows each member of each column would leave.
    pub fn ask_choices(self) {
        for column in LISTED {
            self.ask(Request::Choices { column }, Parcel::new(), move |answer, _| {
                if let Response::Choices { column, rows } = answer {
                    self.choices.try_update(|choices| choices.insert(column.key(), rows));
                }
            });
        }
    }

    /// Has the page have the rows of a window.
    pub fn look_at(self, window: Range<u32>) {
        self.inner.update_value(|inner| inner.window = window.clone());
        if !self.has(&window) {
            self.ask_rows(&window);
        }
    }

    /// Whether the page has the rows of a window.
    fn has(self, window: &Range<u32>) -> bool {
        self.part.with_untracked(|part| {
            let end = part.first.saturating_add(u32::try_from(part.rows.len()).unwrap_or(u32::MAX));
            part.first <= window.start && window.end <= end
        })
    }

    fn ask_rows(self, window: &Range<u32>) {
        let first = window.start.saturating_sub(BEYOND);
        let count = window.end.saturating_sub(first).saturating_add(BEYOND).min(MOST_ROWS);
        let asked = window.clone();
        self.ask(Request::Rows { first, count }, Parcel::new(), move |answer, _| {
            let Response::Rows { first, rows } = answer else { return };
            self.part.try_set(Part { first, rows: Rc::new(rows) });
            // Others may be in sight by now, of which nobody has asked because they were there before.
            let now = self.inner.try_with_value(|inner| inner.window.clone());
            if let Some(now) = now.filter(|now| *now != asked && !self.has(now)) {
                self.ask_rows(&now);
            }
        });
    }

    /// Asks the worker; nothing happens where there is none.
    pub fn ask(self, request: Request, parcel: Parcel, then: impl FnOnce(Response, Parcel) + 'static) {
        let client = self.inner.try_with_value(|inner| inner.client.clone());
        if let Some(client) = client.flatten() {
            client.ask(request, parcel, then);
        }
    }
}
