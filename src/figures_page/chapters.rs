//! All figures in their order, and one by its key.
use figures::key::{AVERAGE, CASES, GAP, PACE, PER_CHILD, REACHED_PACE, Record, SHARE, record};

use super::entry::Entry;
use super::{awards, benefits, cases, gap, goals, groups, observations, pace, winners};
use crate::context::Report;

/// Figures that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// What they are about.
    pub title: &'static str,
    /// The figures; never empty.
    pub entries: Vec<Entry>,
}

/// All figures of a report.
#[must_use]
pub fn chapters(report: &Report) -> Vec<Chapter> {
    let (words, own) = (report.words, words::ask(report.lang));
    let [mut coverage, mut claims, others] = observations::observations(report);
    coverage.extend(gap::gap(report));
    coverage.extend(pace::pace(report));
    coverage.extend(pace::reached(report));
    coverage.extend(groups::groups(report));
    claims.extend(benefits::benefits(report));
    claims.extend(cases::cases(report));
    let chapters = [
        (own.coverage(), coverage),
        (words.claims(), claims),
        (words.awards(), awards::awards(report)),
        (own.goals(), goals::goals(report)),
        (own.others(), others),
    ];
    let chapters = chapters.into_iter().filter(|(_, entries)| !entries.is_empty());
    chapters.map(|(title, entries)| Chapter { title, entries }).collect()
}

/// The figure of a key, as [`chapters`] has it, without the others. `None` where there is no such figure.
#[must_use]
pub fn find(report: &Report, key: &str) -> Option<Entry> {
    let key = routes::figure_key(key);
    // An observation may be called like another record.
    if let Some(found) = observations::observation(report, key) {
        return Some(found);
    }
    match key {
        GAP => return gap::gap(report),
        PACE => return pace::pace(report),
        REACHED_PACE => return pace::reached(report),
        AVERAGE => return benefits::average(report),
        PER_CHILD => return benefits::per_child(report),
        SHARE => return benefits::share(report),
        CASES => return cases::sum(report),
        _ => {}
    }
    let (kind, id) = record(key)?;
    match kind {
        Record::Base => groups::base(report, id),
        Record::Uncovered => groups::uncovered(report, id),
        Record::Share => groups::share(report, id),
        Record::Goal => goals::goal(report, id),
        Record::Case => cases::case(report, id),
        Record::Winner => winners::persons(report, id),
        Record::Prize => winners::prize(report, id),
        Record::Winners => awards::winners(report, id),
        Record::Categories => awards::categories(report, id),
        Record::Jury => awards::jury(report, id),
        Record::Place => awards::place(report, id),
        Record::Take => None,
    }
}
