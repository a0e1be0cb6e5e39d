//! A long table of the page, and what the address asks of it: answered in steps, so that the page never stands still.
use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::TableId;
use tables::{Answer, LongTable, View};

use crate::browser::task::in_turns;
use crate::context::Report;

/// A long table and its answer: cheap to copy.
#[derive(Clone, Copy)]
pub struct AskedTable {
    /// The table.
    pub table: StoredValue<LongTable, LocalStorage>,
    /// What was asked last.
    asked: Memo<View>,
    /// What is shown.
    pub answer: RwSignal<Answer>,
    /// Whether another answer is on its way.
    pub is_working: RwSignal<bool>,
}

impl AskedTable {
    /// A table with its first answer, which follows the address. Its signals belong to the current owner.
    #[must_use]
    pub fn new(report: &Report, id: TableId, table: LongTable, first: Answer) -> Self {
        let view = report.view;
        let own = Self {
            table: StoredValue::new_local(table),
            asked: Memo::new(move |_| view.with(|view| view.table(id).clone())),
            answer: RwSignal::new(first),
            is_working: RwSignal::new(false),
        };
        let answered = own.asked.get_untracked();
        Effect::new(move |before: Option<()>| {
            // A memo that nobody reads follows nothing. An effect runs a moment later: something else may be asked by then.
            let is_other = own.asked.with(|asked| *asked != answered);
            if before.is_some() || is_other {
                own.ask();
            }
        });
        own
    }

    /// Answers what is asked, and what is asked meanwhile.
    fn ask(self) {
        if self.is_working.get_untracked() {
            return;
        }
        self.is_working.set(true);
        spawn_local(async move {
            // It ends once the answer is that to the last question, or the table is gone.
            while let Some(Some(view)) = self.asked.try_with_untracked(|view| Some(view.clone())) {
                let Some(mut question) = self.table.try_with_value(|table| table.ask(&view)) else { return };
                let step = move || {
                    if self.asked.try_with_untracked(|asked| *asked == view) != Some(true) {
                        return Some(None);
                    }
                    match self.table.try_update_value(|table| table.step(&mut question)) {
                        Some(answer) => answer.map(Some),
                        None => Some(None),
                    }
                };
                if let Some(answer) = in_turns(step).await {
                    self.answer.try_set(answer);
                    break;
                }
            }
            self.is_working.try_set(false);
        });
    }
}
