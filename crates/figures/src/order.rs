//! Which of two stated numbers is the greater, as far as their rounding and their bounds decide it.
use std::cmp::Ordering;

use dataset::{Decimal, Qualifier, Stated};

use super::computed::bounds;

/// Whether a number is only the least or the most that there may be.
#[must_use]
pub fn is_bound(stated: &Stated) -> bool {
    stated.qualifier.is_bound()
}

/// Whether two numbers are stated alike; what rounding leaves open stays open, and two bounds say nothing of each other.
#[must_use]
pub fn is_same(a: &Stated, b: &Stated) -> bool {
    a.number.compare(b.number).is_eq() && a.step == b.step && a.qualifier == b.qualifier && !is_bound(a)
}

/// Whether one number is surely less than another, whatever the rounding of both hides.
#[must_use]
pub fn is_less(a: &Stated, b: &Stated) -> bool {
    let (Some((high, open)), Some(low)) = (upper(a), lower(b)) else { return false };
    match high.compare(low) {
        Ordering::Less => true,
        Ordering::Equal => open,
        Ordering::Greater => false,
    }
}

/// Which of several numbers is surely higher than all others; `None` where that is open, or there are no two.
#[must_use]
pub fn highest(numbers: &[Stated]) -> Option<usize> {
    surely_last(numbers, is_less)
}

/// Which of several numbers is surely lower than all others; `None` where that is open, or there are no two.
#[must_use]
pub fn lowest(numbers: &[Stated]) -> Option<usize> {
    surely_last(numbers, |a, b| is_less(b, a))
}

/// The only number that all others are before. One pass finds the only one that may be it, a second one asks all others.
fn surely_last(numbers: &[Stated], before: impl Fn(&Stated, &Stated) -> bool) -> Option<usize> {
    let last = |a: &(usize, Stated), b: &(usize, Stated)| before(&a.1, &b.1);
    let all = || numbers.iter().copied().enumerate();
    let found = all().reduce(|best, other| if last(&best, &other) { other } else { best })?;
    let sure = all().all(|other| other.0 == found.0 || last(&other, &found));
    (numbers.len() > 1 && sure).then_some(found.0)
}

/// The order in which figures are listed: the highest first, then what has only a bound from above, then
/// those without a number.
#[must_use]
pub fn highest_first(a: Option<&Stated>, b: Option<&Stated>) -> Ordering {
    let rank = |stated: Option<&Stated>| match stated {
        Some(stated) if stated.qualifier.is_upper_bound() => 1,
        Some(_) => 0,
        None => 2,
    };
    rank(a).cmp(&rank(b)).then_with(|| match (a, b) {
        (Some(a), Some(b)) => b.number.compare(a.number),
        _ => Ordering::Equal,
    })
}

/// The highest number that a stated one may stand for, and whether it stands only for less than that; `None` where it
/// is a lower bound.
fn upper(stated: &Stated) -> Option<(Decimal, bool)> {
    match stated.qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => None,
        Qualifier::LessThan => Some((stated.number, true)),
        Qualifier::AtMost => Some((stated.number, false)),
        _ => Some(bounds(stated).map_or((stated.number, false), |ends| (ends.high, true))),
    }
}

/// The lowest number that a stated one may stand for; `None` where it is an upper bound.
#[must_use]
pub fn lower(stated: &Stated) -> Option<Decimal> {
    match stated.qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => Some(stated.number),
        Qualifier::LessThan | Qualifier::AtMost => None,
        _ => Some(bounds(stated).map_or(stated.number, |ends| ends.low)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(number: i64, qualifier: Qualifier) -> Stated {
        let step = (qualifier == Qualifier::Rounded).then(|| Decimal::whole(10));
        Stated { number: Decimal::whole(number), step, qualifier }
    }

    #[test]
    fn only_what_is_sure_is_less() {
        use Qualifier::{AtLeast, Exact, LessThan, Rounded};
        let less = |a: (i64, Qualifier), b: (i64, Qualifier)| is_less(&stated(a.0, a.1), &stated(b.0, b.1));
        assert!(less((30, Exact), (31, Exact)) && !less((31, Exact), (31, Exact)));
        // 30 stands for 25 to less than 35.
        assert!(less((30, Rounded), (35, Exact)) && !less((30, Rounded), (34, Exact)));
        assert!(less((40, LessThan), (40, AtLeast)) && !less((40, LessThan), (39, Exact)));
        assert!(!less((10, Exact), (40, LessThan)) && !less((45, AtLeast), (90, Exact)));
    }

    #[test]
    fn the_highest_is_one_that_nothing_hides() {
        use Qualifier::{Exact, LessThan};
        let exact = |number| stated(number, Exact);
        assert_eq!(highest(&[exact(3), exact(9), exact(4)]), Some(1));
        assert_eq!(lowest(&[exact(3), exact(9), exact(4)]), Some(0));
        // A tie, a bound and a single number leave it open.
        assert_eq!(highest(&[exact(9), exact(3), exact(9)]), None);
        assert_eq!(lowest(&[exact(3), exact(9), stated(40, LessThan)]), None);
        assert_eq!((highest(&[exact(3)]), lowest(&[])), (None, None));
    }

    #[test]
    fn bounds_from_above_stand_behind_what_is_known() {
        use Qualifier::{AtLeast, Exact, LessThan};
        let mut listed = [
            None,
            Some(stated(40, LessThan)),
            Some(stated(12, Exact)),
            Some(stated(45, AtLeast)),
            Some(stated(70, LessThan)),
        ];
        listed.sort_by(|a, b| highest_first(a.as_ref(), b.as_ref()));
        let numbers = listed.map(|stated| stated.map(|stated| stated.number.units));
        assert_eq!(numbers, [Some(45), Some(12), Some(70), Some(40), None]);
    }
}
