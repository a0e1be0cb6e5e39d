//! Rules about figures that belong together: rates and their fractions, parts and their totals.
use crate::model::{Dataset, Decimal, GroupSet, Observation, Qualifier, Stated, Unit};

use super::bounds::{Bounds, percentage, total};
use super::walk::{Lists, Pointer};
use super::{Breach, Report};

/// A figure that has a number, with its place.
struct Figure<'d> {
    at: Pointer,
    observation: &'d Observation,
    stated: Stated,
    bounds: Bounds,
}

struct Figures<'d> {
    dataset: &'d Dataset,
    all: Vec<Figure<'d>>,
}

pub(super) fn check(report: &mut Report<'_>, dataset: &Dataset, lists: &Lists<'_>) {
    let observations = lists.of(&Pointer::default().to("observations"), &dataset.observations);
    let all = observations.into_iter().filter_map(|(at, observation)| {
        let stated = observation.value.stated()?;
        Some(Figure { at: at.to("value"), observation, stated, bounds: Bounds::of(&stated) })
    });
    let figures = Figures { dataset, all: all.collect() };
    for figure in figures.all.iter().filter(|figure| figures.counts(figure)) {
        figures.rate(report, figure);
        figures.part(report, figure);
    }
    for set in dataset.group_sets.iter().filter(|s| s.exhaustive == Some(true) && s.disjoint == Some(true)) {
        let shown = figures.all.iter().filter(|figure| figures.counts(figure));
        shown.for_each(|total| figures.parts(report, set, total));
    }
}

/// Which figure is looked for, beside one that is known.
#[derive(Clone, Copy)]
struct Wanted<'q> {
    indicator: &'q str,
    region: &'q str,
    group: Option<&'q str>,
    programme: Option<&'q str>,
}

impl<'q> Wanted<'q> {
    fn like(o: &'q Observation) -> Self {
        Self {
            indicator: &o.indicator,
            region: &o.region,
            group: o.group.as_deref(),
            programme: o.programme.as_deref(),
        }
    }

    fn fits(&self, o: &Observation) -> bool {
        self.indicator == o.indicator
            && self.region == o.region
            && self.group == o.group.as_deref()
            && self.programme == o.programme.as_deref()
    }
}

impl<'d> Figures<'d> {
    /// The figure for the same time as another; the preferred one where there are several.
    fn find(&self, beside: &Figure<'_>, wanted: Wanted<'_>) -> Option<&Figure<'d>> {
        let fits = |figure: &&Figure<'_>| {
            figure.observation.time == beside.observation.time && wanted.fits(figure.observation)
        };
        let mut found = self.all.iter().filter(fits).peekable();
        let first = found.peek().copied();
        found.find(|figure| figure.observation.preferred).or(first)
    }

    /// Whether a figure is the one that is shown, not another statement of it.
    fn counts(&self, figure: &Figure<'_>) -> bool {
        let shown = self.find(figure, Wanted::like(figure.observation));
        shown.is_none_or(|shown| shown.at == figure.at)
    }

    fn unit(&self, figure: &Figure<'_>) -> Option<&'d Unit> {
        self.dataset.indicators.get(&figure.observation.indicator).map(|indicator| &indicator.unit)
    }

    fn rate(&self, report: &mut Report<'_>, rate: &Figure<'_>) {
        let indicator = self.dataset.indicators.get(&rate.observation.indicator);
        let Some(indicator) = indicator.filter(|indicator| indicator.unit == Unit::Percent) else { return };
        let beside = |id: &Option<String>| {
            let indicator = id.as_deref()?;
            self.find(rate, Wanted { indicator, ..Wanted::like(rate.observation) })
        };
        let (Some(part), Some(whole)) = (beside(&indicator.numerator), beside(&indicator.denominator)) else {
            return;
        };
        let scale = rate.stated.number.scale;
        // A rate that counts as exact may still have been rounded to the decimals it has.
        let stated = match rate.stated.qualifier {
            Qualifier::Exact => {
                Stated { qualifier: Qualifier::Rounded, step: Some(Decimal::new(1, scale)), ..rate.stated }
            }
            _ => rate.stated,
        };
        if !Bounds::of(&stated).excludes_share(&part.bounds, &whole.bounds) {
            return;
        }
        let scale = scale + 1;
        if let Some(computed) = percentage(part.stated.number, whole.stated.number, scale) {
            let breach = Breach::RateMismatch {
                stated: rate.stated.number,
                computed,
                numerator: part.observation.id.clone(),
                denominator: whole.observation.id.clone(),
            };
            report.add(&rate.at, breach);
        }
    }

    /// A part against each total that contains it.
    fn part(&self, report: &mut Report<'_>, part: &Figure<'_>) {
        if self.unit(part).is_none_or(|unit| *unit == Unit::Percent) {
            return;
        }
        let wanted = Wanted::like(part.observation);
        let whole = self.dataset.indicators.get(wanted.indicator).and_then(|i| i.part_of.as_deref());
        let parent = self.dataset.regions.get(wanted.region).and_then(|region| region.parent.as_deref());
        let larger = [
            wanted.group.map(|_| Wanted { group: None, ..wanted }),
            wanted.programme.map(|_| Wanted { programme: None, ..wanted }),
            whole.map(|indicator| Wanted { indicator, ..wanted }),
            parent.map(|region| Wanted { region, ..wanted }),
        ];
        for wanted in larger.into_iter().flatten() {
            let Some(whole) = self.find(part, wanted) else { continue };
            if part.bounds.is_above(&whole.bounds) && self.unit(part) == self.unit(whole) {
                let breach = Breach::PartExceedsTotal {
                    part: part.stated.number,
                    total: whole.stated.number,
                    of: whole.observation.id.clone(),
                };
                report.add(&part.at, breach);
            }
        }
    }

    /// A total against the sum of the groups that make it up.
    fn parts(&self, report: &mut Report<'_>, set: &GroupSet, whole: &Figure<'_>) {
        let is_total = whole.observation.group.is_none();
        if !is_total || self.unit(whole).is_none_or(|unit| *unit == Unit::Percent) {
            return;
        }
        let part =
            |id: &String| self.find(whole, Wanted { group: Some(id), ..Wanted::like(whole.observation) });
        let Some(parts) = set.members.iter().map(part).collect::<Option<Vec<_>>>() else { return };
        let bounds: Vec<Bounds> = parts.iter().map(|part| part.bounds).collect();
        let numbers: Vec<Decimal> = parts.iter().map(|part| part.stated.number).collect();
        if parts.is_empty() || !Bounds::sum(&bounds).is_apart(&whole.bounds) {
            return;
        }
        if let Some(sum) = total(&numbers) {
            let total = whole.stated.number;
            report.add(&whole.at, Breach::PartsMismatch { set: set.id.clone(), total, sum });
        }
    }
}
