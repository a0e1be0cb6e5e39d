//! Figures that sources state, held against the claims.
use claims::{
    lattice::Point,
    manifest::{Check, Measure},
};

use crate::{
    finish::Decided,
    plan::{Plan, StatedFigure},
};

/// A check for each stated figure whose region, programme and time the claims have.
pub fn checks(plan: &Plan, decided: &Decided) -> Vec<Check> {
    plan.stated.iter().filter_map(|stated| check(plan, decided, stated)).collect()
}

fn check(plan: &Plan, decided: &Decided, stated: &StatedFigure) -> Option<Check> {
    let axes = &plan.axes;
    let region = axes.regions.iter().position(|region| region.id == stated.region)?;
    let programme = match &stated.programme {
        None => 0,
        Some(id) => axes.programmes.iter().position(|programme| programme.id == *id)?,
    };
    // A year ends behind its months.
    let end = if stated.to.len() == 4 { format!("{}-12", stated.to) } else { stated.to.clone() };
    let within =
        |month: &str| stated.from.as_deref().is_none_or(|from| month >= from) && month <= end.as_str();
    let months = axes.times.iter().enumerate().filter(|(_, time)| time.id.len() == 7 && within(&time.id));
    let points: Vec<Point> = months
        .map(|(time, _)| {
            Some([u16::try_from(region).ok()?, u16::try_from(time).ok()?, u16::try_from(programme).ok()?, 0])
        })
        .collect::<Option<_>>()?;
    if points.is_empty() {
        return None;
    }
    let lattice = &decided.lattice;
    let found: i64 = points
        .iter()
        .map(|point| match stated.what {
            Measure::Count => i64::try_from(lattice.count(*point)).unwrap_or(i64::MAX),
            Measure::Amount => lattice.amount(*point),
        })
        .sum();
    let [low, high] = stated.range;
    // A sum with a month in it that is not published would tell that month, and so would whether it fits.
    if !points.iter().all(|point| decided.suppression.is_kept(lattice, *point)) {
        eprintln!(
            "  the stated figure `{}` is not checked: a month of it has no claims, or too few to publish",
            stated.observation
        );
        return None;
    }
    Some(Check {
        observation: stated.observation.clone(),
        what: stated.what,
        stated: stated.range,
        found: Some(found),
        fits: (low..=high).contains(&found),
    })
}
