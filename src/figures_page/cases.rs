//! Single claims, and their sum. Who received them is not said.
use dataset::{ClaimCase, Claims, Decimal};
use figures::key::{CASES, Record, key};
use words::fill;

use super::entry::{Entry, Measurement, Origin};
use super::source::{computed_source, source};
use super::wording::{currency, full_amount, notes};
use super::working::Input;
use crate::context::Report;
use crate::describe::money;

/// The benefit of each claim, and their sum.
pub fn cases(report: &Report) -> Vec<Entry> {
    numbered(report).filter_map(|case| entry(report, case)).chain(sum(report)).collect()
}

/// The benefit of the claim of an id.
pub fn case(report: &Report, id: &str) -> Option<Entry> {
    entry(report, numbered(report).find(|(_, case)| case.id == id)?)
}

/// The sum of all claims, where they may be added up.
pub fn sum(report: &Report) -> Option<Entry> {
    let own = words::ask(report.lang);
    let claims = claims(report)?;
    let total = figures::claims(&report.data)?.cases_total?;
    let evidence = claims.cases.iter().find_map(|case| case.evidence.clone());
    let origin = Origin::Computed(evidence.clone());
    let mut entry = Entry::new(CASES, own.cases().to_owned(), money(report, total, None), origin);
    let currency = report.data.currency.as_ref();
    entry.row(own.result(), fill(own.result_exact(), &[&full_amount(report, total, currency)]));
    let unit = currency.map(|currency| currency.code().to_owned()).unwrap_or_default();
    entry.measurement = Some(Measurement { value: total, bounds: None, unit });
    let examples = claims.cases_are_examples == Some(true);
    entry.row(own.counts(), if examples { own.cases_examples() } else { own.case_counts() });
    entry.row(own.formula(), own.cases_formula());
    entry.list(own.inputs(), numbered(report).filter_map(|case| Some(input(report, case)?.line())));
    entry.row(own.source(), computed_source(report, own.own(), evidence.as_ref(), ""));
    Some(entry)
}

/// A claim, and its number in the table, from 1.
type Numbered<'r> = (usize, &'r ClaimCase);

fn claims(report: &Report) -> Option<&Claims> {
    report.data.claims.as_ref()
}

fn numbered(report: &Report) -> impl Iterator<Item = Numbered<'_>> {
    (1..).zip(claims(report).into_iter().flat_map(|claims| &claims.cases))
}

/// A claim as an input of the sum; `None` where its amount is not stated.
fn input(report: &Report, (number, case): Numbered<'_>) -> Option<Input> {
    let own = words::ask(report.lang);
    let number = number.to_string();
    let name = match case.programme.as_ref() {
        Some(id) => {
            let programme = report.data.programmes.get(id);
            let programme = programme.map_or(id.as_str(), |programme| programme.label.get(report.lang));
            fill(own.case(), &[&number, programme])
        }
        None => fill(own.case_plain(), &[&number]),
    };
    let value = money(report, Decimal::whole(case.amount?), case.currency.as_ref());
    Some(Input { key: key(Record::Case, &case.id), name, value })
}

fn entry(report: &Report, case: Numbered<'_>) -> Option<Entry> {
    let own = words::ask(report.lang);
    let Input { key, name, value } = input(report, case)?;
    let case = case.1;
    let amount = Decimal::whole(case.amount?);
    let paid_in = case.currency.as_ref().or(report.data.currency.as_ref());
    let mut entry = Entry::new(key, name, value, Origin::Source(case.evidence.clone()));
    entry.when = case.date.map(|date| words::date(report.lang, date)).unwrap_or_default();
    entry.time = case.date.map(|date| date.to_string());
    let unit = paid_in.map(|currency| currency.code().to_owned()).unwrap_or_default();
    entry.measurement = Some(Measurement { value: amount, bounds: None, unit });
    entry.row(own.value(), fill(own.exact(), &[&full_amount(report, amount, paid_in)]));
    entry.row(own.unit(), paid_in.map(|paid_in| currency(report, paid_in)).unwrap_or_default());
    entry.row(own.when(), entry.when.clone());
    if let Some(place) = &case.place {
        entry.row(own.place(), report.region(&place.region));
    }
    entry.row(own.counts(), own.case_counts());
    entry.row(own.source(), source(report, case.evidence.as_ref()));
    entry.list(own.notes(), notes(report, &[&case.id], case.note.as_ref()));
    Some(entry)
}
