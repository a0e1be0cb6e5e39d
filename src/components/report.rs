//! The report: its sections in order.
use std::ops::Deref;

use leptos::prelude::*;

use super::awards_section::{awards_alone, awards_section};
use super::checks::{Check, known};
use super::claims_section::{claims_section, handovers_alone};
use super::embed_frame::embed_frame;
use super::groups_section::groups_section;
use super::headline_section::headline_section;
use super::markup::Markup;
use super::method_section::method_section;
use super::page_frame::{Section, contents, page_frame};
use super::part::Part;
use super::parts::fixed;
use super::problems::problems;
use super::trend_section::trend_section;
use dataset::{Dataset, Finding};
use routes::{Block, Page, ViewState};
use words::{Lang, Messages, messages};

/// What every part of the page is given: one pointer, so that each call and each closure of the
/// page carries no more.
#[derive(Clone, Copy)]
pub struct Report(&'static Context);

/// What a report consists of.
pub struct Context {
    /// The dataset. It lives as long as the page; a report that is loaded again is another one.
    pub data: &'static Dataset,
    /// The language of the page.
    pub lang: Lang,
    /// The words of the page.
    pub words: &'static Messages,
    /// Which page it is: what links start from.
    pub page: Page,
    /// What does not fit together in the dataset.
    pub checks: Vec<Check>,
    /// The state that the address holds.
    pub view: RwSignal<ViewState>,
    /// The width of the window in CSS pixels: what charts are drawn for. Where it is 0 it is not
    /// known, and every width that charts come in is drawn (see [`charts::WIDTHS`]).
    pub width: RwSignal<u32>,
}

impl Deref for Report {
    type Target = Context;

    fn deref(&self) -> &Context {
        self.0
    }
}

impl Report {
    /// A report on a dataset, to be shown in a language. It is kept as long as the page.
    #[must_use]
    pub fn new(
        data: &'static Dataset,
        (lang, page): (Lang, Page),
        view: RwSignal<ViewState>,
        width: RwSignal<u32>,
    ) -> Self {
        let checks = Vec::new();
        Self(Box::leak(Box::new(Context { data, lang, words: messages(lang), page, checks, view, width })))
    }

    /// The same report with what does not fit together, as far as it is about this dataset.
    #[must_use]
    pub fn with_checks(self, checks: Vec<Check>) -> Self {
        let Context { data, lang, words, page, view, width, .. } = *self.0;
        let checks = known(self, checks);
        Self(Box::leak(Box::new(Context { data, lang, words, page, checks, view, width })))
    }

    /// Changes the state of the view: one routine for all that act on the page.
    #[inline(never)]
    pub fn change(&self, change: &dyn Fn(&mut ViewState)) {
        self.view.update(|view| change(view));
    }

    /// The name of a region without its kind, or its id where the dataset does not describe it.
    #[must_use]
    pub fn region(&self, id: &str) -> String {
        self.data
            .regions
            .get(id)
            .map_or(id, |r| r.short.as_ref().unwrap_or(&r.name).get(self.lang))
            .to_owned()
    }

    /// The full name of a region, or its id.
    #[must_use]
    pub fn region_name(&self, id: &str) -> String {
        self.data.regions.get(id).map_or(id, |region| region.name.get(self.lang)).to_owned()
    }

    /// The label of a group, or its id.
    #[must_use]
    pub fn group(&self, id: &str) -> String {
        self.data.groups.get(id).map_or(id, |group| group.label.get(self.lang)).to_owned()
    }

    /// Which sections the dataset has something for.
    fn sections(&self) -> Vec<Section> {
        let data = self.data;
        let context = data.policies.len()
            + data.statements.len()
            + data.notes.len()
            + data.sources.len()
            + data.glossary.len()
            + self.checks.len();
        [
            (figures::trend(data).is_some(), Section::Trend),
            (figures::has_comparison(data), Section::Groups),
            (figures::claims(data).is_some(), Section::Claims),
            (!data.awards.is_empty(), Section::Awards),
            (context > 0, Section::Method),
        ]
        .into_iter()
        .filter_map(|(has, section)| has.then_some(section))
        .collect()
    }
}

#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
/// The blocks that a dataset has something for, in the order of the report.
#[must_use]
pub fn blocks(data: &Dataset) -> Vec<Block> {
    Block::ALL.into_iter().filter(|block| has(data, *block)).collect()
}

#[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
fn has(data: &Dataset, block: Block) -> bool {
    let any_award = |has: &dyn Fn(&dataset::Award) -> bool| data.awards.iter().any(has);
    match block {
        Block::Headline => figures::headline(data).is_some(),
        Block::Groups => figures::has_comparison(data),
        Block::Trend => figures::trend(data).is_some(),
        Block::Claims => figures::claims(data).is_some(),
        Block::Handovers => {
            figures::claims(data).is_some()
                && data.claims.as_ref().is_some_and(|claims| !claims.cases.is_empty())
        }
        Block::Winners => any_award(&|award| award.categories.iter().any(|c| !c.winners.is_empty())),
        Block::SpecialAwards => any_award(&|award| !award.special.is_empty()),
        Block::Jury => any_award(&|award| award.jury.as_ref().is_some()),
        Block::Report => true,
    }
}

/// The whole page; the findings are what could not be read of the dataset.
#[component]
pub fn ReportPage(
    /// The report.
    report: Report,
    /// What could not be read of the dataset.
    findings: Vec<Finding>,
) -> impl IntoView {
    let parts = (0..STEPS).filter_map(|step| report_step(report, &findings, step)).collect();
    report_frame(report, parts)
}

/// How many steps a page is made in; they are in its order.
const STEPS: u8 = 9;

/// The steps in the order in which the application takes a static page over: what is small, so that
/// the first mount is no long task, then what only it can do (sort a table, search, choose in a
/// chart), then what can be read and followed without it.
pub const TAKEOVER: [u8; STEPS as usize + 1] = [CONTENTS, 1, 6, 5, 7, FRAME, 2, 4, 0, 8];

/// In [`TAKEOVER`]: what stands around the parts, see [`report_frame`].
pub const FRAME: u8 = STEPS;

/// The step of the links into the page.
const CONTENTS: u8 = 3;

/// What stands around the parts of a page. The parts are the last children of its `<main>`.
pub fn report_frame(report: Report, parts: Vec<Part>) -> Part {
    match report.page {
        Page::Embed(block) => embed_frame(report, block, parts),
        Page::Report | Page::NotFound => page_frame(report, parts),
    }
}

/// One part of a page, so that it can be built while the browser has time for the reader in
/// between; `None` where the dataset has nothing for it.
pub fn report_step(report: Report, findings: &[Finding], step: u8) -> Option<Part> {
    let alone = match report.page {
        Page::Embed(block) if block != Block::Report => Some(block),
        _ => None,
    };
    match (step, alone) {
        (0, _) => problems(report.lang, findings),
        (1, Some(block)) => block_alone(report, block).or_else(|| Some(nothing_to_show(report))),
        (_, Some(_)) => None,
        (1, None) => {
            let sections = report.sections();
            let empty = figures::headline(report.data).is_none()
                && sections.iter().all(|section| *section == Section::Method);
            empty.then(|| nothing_to_show(report))
        }
        (2, None) => headline_section(report),
        (CONTENTS, None) => contents(report, &report.sections()),
        (4, None) => trend_section(report),
        (5, None) => groups_section(report),
        (6, None) => claims_section(report),
        (7, None) => awards_section(report),
        (8, None) => method_section(report),
        _ => None,
    }
}

/// A block without the rest of the report; `None` where the dataset has nothing for it.
fn block_alone(report: Report, block: Block) -> Option<Part> {
    match block {
        Block::Headline => headline_section(report),
        Block::Groups => groups_section(report),
        Block::Claims => claims_section(report),
        Block::Handovers => handovers_alone(report),
        Block::Winners | Block::SpecialAwards | Block::Jury => awards_alone(report, block),
        Block::Trend => trend_section(report),
        Block::Report => None,
    }
}

/// What stands on the page when the dataset has no figures.
fn nothing_to_show(report: Report) -> Part {
    let mut html = Markup::new();
    html.element("h2", report.words.empty_title).element("p", report.words.empty_text);
    fixed("message", html.finish())
}
