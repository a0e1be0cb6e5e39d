//! Rates whose base is stated, but for another time.
use std::collections::{BTreeMap, BTreeSet};

use crate::{Dataset, Observation, Sides, Time};

use super::walk::{Lists, Pointer};
use super::{Breach, Report};

/// Where and for whom a figure is.
type Place<'d> = (&'d str, &'d str, Option<&'d str>, Option<&'d str>);

fn place<'d>(indicator: &'d str, o: &'d Observation) -> Place<'d> {
    (indicator, &o.region, o.group.as_deref(), o.programme.as_deref())
}

/// A rate without a base is nothing unusual, and neither is a base for one of many times. A base that
/// belongs to no rate is, where a rate of the same place and group has none: one of the two dates is
/// a slip.
pub(super) fn check(report: &mut Report<'_>, dataset: &Dataset, lists: &Lists<'_>) {
    let observations = lists.of(&Pointer::default().to("observations"), &dataset.observations);
    let mut bases: BTreeMap<Place<'_>, BTreeMap<Time, &Observation>> = BTreeMap::new();
    for (_, o) in observations.iter().filter(|(_, o)| o.value.stated().is_some()) {
        bases.entry(place(&o.indicator, o)).or_default().insert(o.time, o);
    }
    let sides = Sides::of(dataset);
    let mut rates: BTreeMap<Place<'_>, Vec<(&Pointer, Time)>> = BTreeMap::new();
    for (at, o) in observations.iter().filter(|(_, o)| o.value.stated().is_some()) {
        let base = dataset.indicators.get(&o.indicator).and_then(|rate| {
            let [_, base] = sides.of_rate(rate);
            base
        });
        if let Some(base) = base {
            rates.entry(place(base, o)).or_default().push((at, o.time));
        }
    }
    for (place, rates) in rates {
        let Some(bases) = bases.get(&place) else { continue };
        let times: BTreeSet<Time> = rates.iter().map(|(_, time)| *time).collect();
        let mut alone = bases.iter().filter(|(time, _)| !times.contains(time));
        let Some((time, base)) = alone.next() else { continue };
        for (at, of_rate) in rates.into_iter().filter(|(_, of_rate)| !bases.contains_key(of_rate)) {
            let breach = Breach::BaseOfOtherTime { base: base.id.clone(), of_base: *time, of_rate };
            report.add(&at.to("time"), breach);
        }
    }
}
