//! Where a series stops being comparable with what was before.
use dataset::{BreakKind, SeriesBreak};
use words::fill;

use crate::context::Report;

/// From when on figures cannot be compared with earlier ones, and why.
#[must_use]
pub fn sentence(report: &Report, found: &SeriesBreak) -> String {
    let own = words::more(report.lang);
    let kind = match found.kind {
        Some(BreakKind::Base) => own.break_base(),
        Some(BreakKind::Method) => own.break_method(),
        Some(BreakKind::Edition) => own.break_edition(),
        Some(BreakKind::Definition) => own.break_definition(),
        None => "",
    };
    let why = [kind, found.note.get(report.lang)];
    let why: Vec<&str> = why.into_iter().filter(|text| !text.is_empty()).collect();
    fill(report.words.trend_break(), &[&words::date(report.lang, found.at), &why.join(" ")])
}
