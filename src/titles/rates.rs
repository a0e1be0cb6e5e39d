//! Rates beside each other, and beside that of the whole region.
use dataset::{Observation, Stated, Unit};
use figures::Coverage;
use figures::order::{is_less, is_same};
use words::{fill, small_count};

use super::covered;
use crate::context::Report;

/// Among whom one is the lowest, the highest or the most.
pub(super) struct Among {
    /// So many of them: the template.
    pub(super) count: &'static str,
    /// How many there are, with those that say nothing.
    pub(super) all: usize,
    /// Behind the count where some say nothing: the template.
    pub(super) some: &'static str,
}

impl Among {
    /// `empat kelompok`, or `tiga kelompok yang ada persentasenya`.
    pub(super) fn said(&self, report: &Report, known: usize) -> String {
        let text = fill(self.count, &[&small_count(report.lang, known)]);
        if known < self.all { fill(self.some, &[&text]) } else { text }
    }
}

/// What can be said of rates, the highest first, by themselves. `None` where they are many and neither the lowest nor
/// the highest is sure.
pub(super) fn compared(report: &Report, rated: &[(String, Stated)], among: &Among) -> Option<String> {
    let words = words::titles(report.lang);
    let one = |(name, rate): &(String, Stated)| fill(words.of(), &[name, &covered(report, rate)]);
    let ((first, high), (last, low)) = (rated.first()?, rated.last()?);
    match rated {
        [only] => return Some(one(only)),
        [(_, a), (_, b)] if is_same(a, b) => {
            let names = fill(words.both(), &[first, last]);
            return Some(fill(words.each(), &[&names, &covered(report, a)]));
        }
        [a, b] => return Some(fill(words.pair(), &[&one(a), &one(b)])),
        _ => {}
    }
    let (_, others) = rated.split_last()?;
    if others.iter().all(|(_, other)| is_less(low, other)) {
        let text = fill(words.of(), &[last, &covered(report, low)]);
        return Some(fill(words.lowest(), &[&text, &among.said(report, rated.len())]));
    }
    let (_, others) = rated.split_first()?;
    if others.iter().all(|(_, other)| is_less(other, high)) {
        let text = fill(words.of(), &[first, &covered(report, high)]);
        return Some(fill(words.highest(), &[&text, &among.said(report, rated.len())]));
    }
    let alike = rated.iter().all(|(_, rate)| is_same(rate, high));
    alike.then(|| fill(words.each(), &[&among.said(report, rated.len()), &covered(report, high)]))
}

/// The rate of the whole region: its name, the rate as it is shown, and the number.
pub(super) struct Whole {
    name: String,
    shown: String,
    rate: Stated,
}

/// The whole region, where its rate is of the same time as those of its groups.
pub(super) fn whole(report: &Report, coverage: &Coverage<'_>, total: &Observation) -> Option<Whole> {
    let rate = total.value.stated()?;
    let same = coverage.groups.iter().filter_map(|group| group.rate).all(|rate| rate.time == total.time);
    same.then(|| Whole {
        name: report.region(&total.region),
        shown: words::value(report.lang, &rate, &Unit::Percent),
        rate,
    })
}

/// One group beside the whole region; the text as it is where rounding leaves open which is higher.
pub(super) fn beside_one(report: &Report, text: &str, rate: &Stated, total: &Whole) -> String {
    let words = words::titles(report.lang);
    let template = if is_same(rate, &total.rate) {
        words.equal()
    } else if is_less(rate, &total.rate) {
        words.below()
    } else if is_less(&total.rate, rate) {
        words.above()
    } else {
        return text.to_owned();
    };
    fill(template, &[text, &total.name, &total.shown])
}

/// Groups beside the whole region: how many are below. `None` where rounding leaves that open for one of them.
pub(super) fn beside(
    report: &Report,
    rated: &[(String, Stated)],
    among: &Among,
    total: &Whole,
) -> Option<String> {
    let words = words::titles(report.lang);
    let below = rated.iter().filter(|(_, rate)| is_less(rate, &total.rate)).count();
    let above = rated.iter().filter(|(_, rate)| is_less(&total.rate, rate)).count();
    let same = rated.iter().filter(|(_, rate)| is_same(rate, &total.rate)).count();
    if below + above + same < rated.len() || same == rated.len() {
        return None;
    }
    let all = among.said(report, rated.len());
    Some(match (below, above) {
        (0, above) if above == rated.len() => fill(words.all_above(), &[&all, &total.name, &total.shown]),
        (0, _) => return None,
        (below, 0) if below == rated.len() => fill(words.all_below(), &[&all, &total.name, &total.shown]),
        (below, _) => {
            fill(words.some_below(), &[&small_count(report.lang, below), &all, &total.name, &total.shown])
        }
    })
}
