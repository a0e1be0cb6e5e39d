//! What does not fit together, as findings with a place in the text.
use std::collections::HashMap;

use crate::{Dataset, Decimal, Mismatch, Observation, crosscheck};

use super::walk::{Lists, Pointer};
use super::{Breach, Report};

pub(super) fn check(report: &mut Report<'_>, dataset: &Dataset, lists: &Lists<'_>) {
    let root = Pointer::default();
    let observations = places(lists.of(&root.to("observations"), &dataset.observations));
    let awards = places(lists.of(&root.to("awards"), &dataset.awards));
    for mismatch in crosscheck(dataset) {
        let at = match (&mismatch, mismatch.figure()) {
            (Mismatch::Jury { award, .. }, _) => {
                awards.get(&std::ptr::from_ref(*award)).map(|at| at.to("jury").to("stated"))
            }
            (_, Some(figure)) => observations.get(&std::ptr::from_ref(figure)).map(|at| at.to("value")),
            (_, None) => None,
        };
        report.add(&at.unwrap_or_default(), breach(&mismatch));
    }
}

/// Where records stand: these very ones, as ids may be there twice.
fn places<T>(records: Vec<(Pointer, &T)>) -> HashMap<*const T, Pointer> {
    records.into_iter().map(|(at, record)| (std::ptr::from_ref(record), at)).collect()
}

fn breach(mismatch: &Mismatch<'_>) -> Breach {
    let number = |o: &Observation| o.value.stated().map_or(Decimal::whole(0), |stated| stated.number);
    match mismatch {
        Mismatch::Rate { rate, computed, numerator, denominator } => Breach::RateMismatch {
            stated: number(rate),
            computed: *computed,
            numerator: numerator.id.clone(),
            denominator: denominator.id.clone(),
        },
        Mismatch::Sum { total, set, sum } => {
            Breach::PartsMismatch { set: set.id.clone(), total: number(total), sum: *sum }
        }
        Mismatch::Part { part, whole } => {
            Breach::PartExceedsTotal { part: number(part), total: number(whole), of: whole.id.clone() }
        }
        Mismatch::Average { count, computed, bounds, .. } => Breach::AverageMismatch {
            computed: *computed,
            low: bounds.low,
            high: bounds.high,
            count: count.id.clone(),
        },
        Mismatch::Change { change, computed, from, to } => Breach::ChangeMismatch {
            stated: number(change),
            computed: *computed,
            from: from.id.clone(),
            to: to.id.clone(),
        },
        Mismatch::Uncovered { uncovered, computed, whole, covered } => Breach::UncoveredMismatch {
            stated: number(uncovered),
            computed: *computed,
            whole: whole.id.clone(),
            covered: covered.id.clone(),
        },
        Mismatch::Listed { figure, listed } => {
            Breach::ListMismatch { stated: number(figure), listed: *listed }
        }
        Mismatch::Jury { stated, listed, .. } => Breach::JuryCount { stated: *stated, listed: *listed },
    }
}
