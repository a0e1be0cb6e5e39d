//! stub
use crate::context::Report;
use crate::describe;
use crate::ui::Phrase;
use dataset::{Award, Jury};
use figures::*;
pub fn groups(report: &Report, _: &Coverage<'_>) -> String { report.words.groups.to_owned() }
pub fn regions(report: &Report, _: &Breakdown<'_>) -> String { report.words.regions_chart.to_owned() }
pub fn shares(report: &Report, _: &Shares<'_>) -> String { report.words.shares_chart.to_owned() }
pub fn programmes(report: &Report, b: &Breakdown<'_>) -> String { b.indicator.label.get(report.lang).to_owned() }
pub fn trend(report: &Report, _: &Trend<'_>) -> String { report.words.trend.to_owned() }
pub fn claims(report: &Report, f: &ClaimFigures<'_>) -> Phrase { describe::claims_sentence(report, f).unwrap_or_else(|| report.words.claims.into()) }
pub fn handovers(report: &Report) -> String { report.words.handovers.to_owned() }
pub fn special_awards(report: &Report, _: &Award) -> String { report.words.special.to_owned() }
pub fn jury(report: &Report, _: &Jury) -> String { report.words.jury.to_owned() }
pub fn winners(report: &Report, _: &Award) -> String { report.words.winners.to_owned() }
pub fn places(report: &Report, _: &Places<'_>) -> String { report.words.places_chart.to_owned() }
