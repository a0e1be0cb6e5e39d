//! Figures of a selection, from cubes.
//!
//! Numbers, sums and percentiles are published; averages and shares are computed from them ([`figures::Computed`]).
//! Nothing is computed of what is withheld: where a figure has no cell, [`Lookup`] says why.
use claims::{
    Cell,
    quantile::{MEDIAN, PERCENTS, is_published},
};
use dataset::{Decimal, Qualifier, Stated};
use figures::Computed;

use crate::{Cubes, Grain, Index, Lookup, Measure, Selection};

/// The figures of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The number of claims.
    pub count: u32,
    /// The sum of their amounts, in whole units of the currency; exact.
    pub amount: i64,
    /// Amount ÷ number, in whole units; `None` where there is no claim.
    pub average: Option<Average>,
    /// Amounts at the percentiles of [`PERCENTS`], in three significant digits.
    pub amounts: [Percentile; PERCENTS.len()],
    /// Days to payment at these.
    pub days: [Percentile; PERCENTS.len()],
}

/// An average.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Average {
    /// The figure; both of its inputs are exact.
    pub computed: Computed,
    /// Whether it is rounded to whole units, half away from zero.
    pub is_rounded: bool,
}

/// What is known of a percentile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percentile {
    /// It is published.
    Value(i64),
    /// It is published from this number of claims on.
    TooFew(u64),
    /// Months have the median only.
    NotTabulated,
    /// Days are stated for too few of the claims.
    NotStated,
}

impl Percentile {
    /// The value, if it is published.
    #[must_use]
    pub fn value(self) -> Option<i64> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }
}

impl Figures {
    /// The figures of a cell of a time.
    #[must_use]
    pub fn of(index: &Index, time: u16, cell: &Cell) -> Self {
        let smallest = index.manifest().settings.smallest;
        let is_month = index.grain(time) == Grain::Month;
        let mut amounts = [Percentile::NotStated; PERCENTS.len()];
        let mut days = amounts;
        let slots = amounts.iter_mut().zip(&mut days);
        let values = cell.amounts.iter().zip(cell.days);
        for (place, ((percent, (amount, day)), (amount_at, days_at))) in
            PERCENTS.iter().zip(slots).zip(values).enumerate()
        {
            let missing = if is_month && place != MEDIAN {
                Percentile::NotTabulated
            } else if is_published(*percent, cell.count.into(), smallest) {
                Percentile::NotStated
            } else {
                Percentile::TooFew(published_from(*percent, smallest))
            };
            *amount = amount_at.map_or(missing, Percentile::Value);
            *day = days_at.map_or(missing, |days| Percentile::Value(days.into()));
        }
        Self { count: cell.count, amount: cell.amount, average: average(cell), amounts, days }
    }

    /// The distribution of the amounts, as far as it is published: percentiles with their amounts, the smallest first.
    pub fn distribution(&self) -> impl Iterator<Item = (u64, i64)> + '_ {
        let known = PERCENTS.iter().zip(&self.amounts);
        known.filter_map(|(percent, amount)| Some((*percent, amount.value()?)))
    }

    /// The median of the amounts.
    #[must_use]
    pub fn median_amount(&self) -> Percentile {
        let [_, _, median, _, _] = self.amounts;
        median
    }

    /// The median of the days to payment.
    #[must_use]
    pub fn median_days(&self) -> Percentile {
        let [_, _, median, _, _] = self.days;
        median
    }

    /// One of them as a number, to place and to order by; `None` where it is not published.
    #[must_use]
    pub fn value(&self, measure: Measure) -> Option<i64> {
        match measure {
            Measure::Count => Some(self.count.into()),
            Measure::Amount => Some(self.amount),
            Measure::Average => self.average.as_ref().map(|average| average.computed.point.rescale(0).units),
            Measure::Median => self.median_amount().value(),
            Measure::Days => self.median_days().value(),
        }
    }
}

/// From how many claims on a percentile is published.
#[must_use]
pub fn published_from(percent: u64, smallest: u64) -> u64 {
    // At the outermost percentiles it takes `smallest` of one hundredth of the claims each.
    (1..=smallest.saturating_mul(100))
        .find(|count| is_published(percent, *count, smallest))
        .unwrap_or(u64::MAX)
}

fn exact(value: i64) -> Stated {
    Stated { number: Decimal::whole(value), step: None, qualifier: Qualifier::Exact }
}

fn average(cell: &Cell) -> Option<Average> {
    let computed = figures::average(&exact(cell.amount), &exact(cell.count.into()))?;
    let is_rounded = cell.amount.checked_rem(cell.count.into()) != Some(0);
    Some(Average { computed, is_rounded })
}

/// 100 × `part` ÷ `whole`; `None` where the whole is 0.
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<Computed> {
    figures::share(&exact(part), &exact(whole))
}

/// What is known of a selection.
#[must_use]
pub fn figures(index: &Index, cubes: &Cubes, selection: Selection) -> Lookup<Figures> {
    cubes.cell(index, selection.point()).map(|cell| Figures::of(index, selection.time, &cell))
}

/// Figures over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Whether they are by month or by year.
    pub grain: Grain,
    /// The times, the earliest first, with what is known of each.
    pub points: Vec<(u16, Lookup<Figures>)>,
}

/// A selection over time, by month: all months, or those of the year that is chosen, or that the chosen month is in.
/// Where months are not published for a single group, by year, and for all years.
#[must_use]
pub fn trend(index: &Index, cubes: &Cubes, selection: Selection) -> Trend {
    let by_month = index.is_tabulated([selection.region, index.first_month(), 0, selection.group]);
    let months = index.months(index.year_of(selection.time));
    let (grain, times): (Grain, Vec<u16>) =
        if by_month { (Grain::Month, months.collect()) } else { (Grain::Year, index.years().collect()) };
    let of = |time| (time, figures(index, cubes, Selection { time, ..selection }));
    Trend { grain, points: times.into_iter().map(of).collect() }
}

/// A part of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place in the list of the manifest.
    pub node: u16,
    /// What is known of it.
    pub figures: Lookup<Figures>,
    /// 100 × its number or its amount ÷ that of the whole; `None` for other measures and where one is not published.
    pub share: Option<Computed>,
}

/// A selection by programme, in the order of the manifest: the programmes are all claims and do not overlap, but those
/// that are withheld are not among them, so that parts may add up to less than the whole.
#[must_use]
pub fn by_programme(index: &Index, cubes: &Cubes, selection: Selection, measure: Measure) -> Vec<Part> {
    let whole = figures(index, cubes, Selection { programme: 0, ..selection });
    let all = u16::try_from(index.manifest().programmes.len()).unwrap_or(u16::MAX);
    (1..all)
        .map(|programme| {
            let figures = figures(index, cubes, Selection { programme, ..selection });
            Part { node: programme, share: share_of(&figures, &whole, measure), figures }
        })
        .collect()
}

fn share_of(part: &Lookup<Figures>, whole: &Lookup<Figures>, measure: Measure) -> Option<Computed> {
    if !measure.adds_up() {
        return None;
    }
    share(part.value()?.value(measure)?, whole.value()?.value(measure)?)
}

/// Regions beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The region that they lie in.
    pub of: u16,
    /// What they are shown of: parts are published by year and for all groups, so that a month becomes its year and a
    /// group becomes all. The region is [`Ranking::of`].
    pub shown: Selection,
    /// The regions: those with a figure first, the largest first; then those without, in the order of the manifest.
    pub regions: Vec<Ranked>,
    /// How many of the first have half of the whole or more together; `None` where figures cannot be added up, and where
    /// those that are published are less than half.
    pub half: Option<usize>,
}

/// A region among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its place from 1 on; the same where figures are the same. `None` where the figure is not published.
    pub rank: Option<u32>,
    /// What is known of it.
    pub part: Part,
    /// Whether it is the region that is chosen.
    pub is_chosen: bool,
}

/// The parts of a region by a measure; of a region without parts, its neighbours and itself. `None` for a nation without
/// parts.
#[must_use]
pub fn ranking(index: &Index, cubes: &Cubes, selection: Selection, measure: Measure) -> Option<Ranking> {
    let of = if index.is_leaf(selection.region) { index.parent(selection.region)? } else { selection.region };
    let shown = Selection { region: of, time: index.year_of(selection.time), group: 0, ..selection };
    let whole = figures(index, cubes, shown);
    let mut regions: Vec<(Option<i64>, Ranked)> = index
        .children(of)
        .map(|region| {
            let figures = figures(index, cubes, Selection { region, ..shown });
            let value = figures.value().and_then(|figures| figures.value(measure));
            let part = Part { node: region, share: share_of(&figures, &whole, measure), figures };
            (value, Ranked { rank: None, part, is_chosen: region == selection.region })
        })
        .collect();
    regions.sort_by(|(a, _), (b, _)| b.cmp(a));
    let whole = whole.value().and_then(|figures| figures.value(measure)).filter(|_| measure.adds_up());
    let half = whole.filter(|whole| *whole > 0).and_then(|whole| {
        let mut sum = 0_i128;
        let reaches = |value: Option<i64>| {
            sum += i128::from(value.unwrap_or(0));
            2 * sum >= i128::from(whole)
        };
        Some(1 + regions.iter().map(|(value, _)| *value).position(reaches)?)
    });
    let mut before: Option<(i64, u32)> = None;
    for (place, (value, ranked)) in (1_u32..).zip(&mut regions) {
        let Some(value) = *value else { continue };
        let rank = before.filter(|(same, _)| *same == value).map_or(place, |(_, rank)| rank);
        ranked.rank = Some(rank);
        before = Some((value, rank));
    }
    let regions = regions.into_iter().map(|(_, ranked)| ranked).collect();
    Some(Ranking { of, shown, regions, half })
}

/// A selection beside the regions that it lies in: itself, the province, the nation, each with what is known of it and
/// the share of it that the selection has.
#[must_use]
pub fn comparison(index: &Index, cubes: &Cubes, selection: Selection, measure: Measure) -> Vec<Part> {
    let own = figures(index, cubes, selection);
    let compared = index.path(selection.region).iter().map(|&region| {
        let figures = figures(index, cubes, Selection { region, ..selection });
        let share = if region == selection.region { None } else { share_of(&own, &figures, measure) };
        Part { node: region, figures, share }
    });
    compared.collect()
}

/// How many claims of a selection single rows do not show: those that are told less exactly, with the province or the
/// year only, and those that are left out. `None` where the number of claims is not published.
#[must_use]
pub fn without_rows(figures: &Lookup<Figures>, rows: u64) -> Option<u64> {
    figures.value().map(|figures| u64::from(figures.count).saturating_sub(rows))
}

#[cfg(test)]
mod tests;
