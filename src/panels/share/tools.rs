//! The buttons that make a block's chart, figures, table and address to take along.
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use routes::Block;
use words::AskWords;

use super::outcome::{Outcome, OutcomeLine};
use super::records::FigureData;
use super::taking::Share;
use crate::browser::download::can_save;
use crate::browser::shown_block::ShownBlock;
use crate::context::use_report;

/// Says what is known of a figure beside what the page shows, by the name by which it is asked.
pub type FigureLookup = Rc<dyn Fn(&str) -> FigureData>;

/// Something to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareKind {
    /// The charts as pictures.
    Png,
    /// The charts as drawings.
    Svg,
    /// The figures of the charts as a table.
    Csv,
    /// The figures of the charts for programs.
    Json,
    /// The table as it is shown.
    Text,
    /// The address of what is shown.
    Link,
}

impl ShareKind {
    /// What a block has to take along.
    fn offered(block: &ShownBlock) -> Vec<Self> {
        let mut kinds = Vec::new();
        if !block.charts().is_empty() {
            kinds.extend([Self::Png, Self::Svg, Self::Csv, Self::Json]);
        }
        if block.has_rows() {
            kinds.push(Self::Text);
        }
        kinds.push(Self::Link);
        kinds
    }

    /// The name of its button.
    fn code(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Text => "text",
            Self::Link => "link",
        }
    }

    /// What its button says: where nothing can be saved, files are copied, and pictures shown.
    fn label(self, words: &AskWords, saves: bool) -> &'static str {
        match (self, saves) {
            (Self::Png, true) => words.take_png,
            (Self::Png, false) => words.take_png_shown,
            (Self::Svg, true) => words.take_svg,
            (Self::Svg, false) => words.take_svg_copy,
            (Self::Csv, true) => words.take_csv,
            (Self::Csv, false) => words.take_csv_copy,
            (Self::Json, true) => words.take_json,
            (Self::Json, false) => words.take_json_copy,
            (Self::Text, _) => words.take_text,
            (Self::Link, _) => words.take_link,
        }
    }
}

/// Buttons for what a block has to take along, and what became of the last one.
#[component]
pub fn ShareTools(
    /// The block.
    block: Block,
    /// The id of the edition, for the credit.
    #[prop(into)]
    edition: String,
    /// What is known of its figures.
    lookup: FigureLookup,
) -> impl IntoView {
    let report = use_report();
    let (words, saves) = (words::ask(report.lang), can_save());
    let share = Share { report, block, edition, lookup };
    let outcome = RwSignal::new(Outcome::Nothing);
    let button = |kind: ShareKind| {
        let share = share.clone();
        let take = move |_| {
            let share = share.clone();
            outcome.set(Outcome::Nothing);
            spawn_local(async move {
                let taken = share.take(kind).await.unwrap_or(Outcome::Failed);
                // The panel may show something else by now.
                outcome.try_set(taken);
            });
        };
        view! {
            <button type="button" class="button" name=kind.code() on:click=take>
                {kind.label(words, saves)}
            </button>
        }
    };
    let buttons = ShareKind::offered(&ShownBlock::find(block.id())).into_iter().map(button).collect_view();
    view! {
        <div class="take-live">{buttons}</div>
        <OutcomeLine outcome words/>
    }
}
