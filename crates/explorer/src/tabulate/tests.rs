use proptest::prelude::*;

use super::*;
use crate::sample;

fn selection(region: u16, time: u16, programme: u16, group: u16) -> Selection {
    Selection { region, time, programme, group }
}

fn cubes(index: &Index, of: &[u16], count: impl Fn([u16; 4]) -> u32) -> Cubes {
    let mut cubes = Cubes::default();
    for region in of {
        cubes.insert(index, *region, sample::cube(index, *region, &count)).unwrap();
    }
    cubes
}

#[test]
fn averages_say_whether_they_are_rounded() {
    let index = sample::index();
    let of = |count, amount| Figures::of(&index, 0, &Cell { count, amount, ..Cell::default() });
    let average = of(3, 10).average.unwrap();
    assert_eq!((average.computed.point, average.is_rounded), (Decimal::whole(3), true));
    assert_eq!(average.computed.formula, figures::Formula::Average);
    assert!(!of(5, 10).average.unwrap().is_rounded);
    assert_eq!(of(0, 0).average, None);
    assert_eq!(of(3, 11).value(Measure::Average), Some(4));
}

#[test]
fn a_percentile_that_is_not_there_says_why() {
    let index = sample::index();
    let of = |count, time| Figures::of(&index, time, &Cell { count, ..Cell::default() });
    assert_eq!(of(8, 0).median_amount(), Percentile::TooFew(9));
    assert_eq!(of(8, 0).amounts[0], Percentile::TooFew(41));
    assert_eq!(of(41, 0).median_days(), Percentile::NotStated);
    assert_eq!(of(41, 3).amounts[1], Percentile::NotTabulated);
    assert_eq!(of(8, 3).median_amount(), Percentile::TooFew(9));
    let amounts = [None, Some(5), Some(9), Some(11), None];
    let wide = Figures::of(&index, 0, &Cell { count: 17, amounts, ..Cell::default() });
    assert_eq!(wide.distribution().collect::<Vec<_>>(), [(25, 5), (50, 9), (75, 11)]);
    let cell = Cell { count: 9, days: [None, None, Some(7), None, None], ..Cell::default() };
    assert_eq!(Figures::of(&index, 3, &cell).value(Measure::Days), Some(7));
}

#[test]
fn a_trend_is_by_month_where_months_are_published() {
    let index = sample::index();
    let cubes = cubes(&index, &[3, 1], |[_, time, ..]| if time == 4 { 2 } else { 30 });
    let times = |selection| {
        let trend = trend(&index, &cubes, selection);
        (trend.grain, trend.points.iter().map(|(time, _)| *time).collect::<Vec<_>>())
    };
    assert_eq!(times(selection(3, 0, 1, 0)), (Grain::Month, vec![3, 4, 5, 6, 7]));
    assert_eq!(times(selection(3, 2, 1, 0)), (Grain::Month, vec![6, 7]));
    assert_eq!(times(selection(3, 4, 1, 0)), (Grain::Month, vec![3, 4, 5]));
    assert_eq!(times(selection(3, 4, 1, 1)), (Grain::Year, vec![1, 2]));
    assert_eq!(times(selection(1, 1, 1, 1)), (Grain::Month, vec![3, 4, 5]));
    let found = trend(&index, &cubes, selection(3, 1, 0, 0));
    assert_eq!(found.points[1].1, Lookup::FewOrNone);
    assert_eq!(found.points[2].1.value().unwrap().count, 30);
}

#[test]
fn programmes_have_a_share_of_what_can_be_added_up() {
    let index = sample::index();
    let cubes = cubes(&index, &[3], |[_, _, programme, _]| [40, 30, 4][usize::from(programme)]);
    let parts = by_programme(&index, &cubes, selection(3, 1, 2, 0), Measure::Count);
    assert_eq!(parts.iter().map(|part| part.node).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(parts[0].share.as_ref().unwrap().point, Decimal::new(75_000, 3));
    assert_eq!((&parts[1].figures, &parts[1].share), (&Lookup::FewOrNone, &None));
    let parts = by_programme(&index, &cubes, selection(3, 1, 0, 0), Measure::Median);
    assert_eq!(parts[0].share, None);
}

#[test]
fn regions_are_ranked_among_their_neighbours() {
    let index = sample::index();
    let count = |[region, _, _, _]: [u16; 4]| [100, 60, 40, 30, 30, 4, 40][usize::from(region)];
    let cubes = cubes(&index, &[3, 1, 0], count);
    let ranks = |selection| {
        let ranking = ranking(&index, &cubes, selection, Measure::Count).unwrap();
        let regions = ranking.regions.iter().map(|ranked| (ranked.part.node, ranked.rank, ranked.is_chosen));
        (ranking.of, ranking.shown.time, ranking.shown.group, regions.collect::<Vec<_>>())
    };
    // A month of a group becomes the year and all groups.
    let both = vec![(3, Some(1), true), (4, Some(1), false)];
    assert_eq!(ranks(selection(3, 4, 1, 2)), (1, 1, 0, both));
    let provinces = vec![(1, Some(1), false), (2, Some(2), false)];
    assert_eq!(ranks(selection(0, 0, 0, 0)), (0, 0, 0, provinces));
    let half = |selection, measure| ranking(&index, &cubes, selection, measure).unwrap().half;
    assert_eq!(half(selection(0, 0, 0, 0), Measure::Count), Some(1), "60 of 100");
    assert_eq!(half(selection(1, 0, 0, 0), Measure::Count), Some(1), "30 of 60");
    assert_eq!(half(selection(0, 0, 0, 0), Measure::Median), None);
    // The file of province 2 is not there.
    let ranking = ranking(&index, &cubes, selection(2, 0, 0, 0), Measure::Count).unwrap();
    assert!(ranking.regions.iter().all(|ranked| ranked.part.figures == Lookup::NotLoaded));
}

#[test]
fn a_region_is_compared_up_to_the_nation() {
    let index = sample::index();
    let cubes = cubes(&index, &[3, 1], |[region, ..]| [100, 60, 40, 30, 30, 10, 30][usize::from(region)]);
    let parts = comparison(&index, &cubes, selection(3, 4, 1, 0), Measure::Count);
    let shares: Vec<_> =
        parts.iter().map(|part| (part.node, part.share.as_ref().map(|share| share.point))).collect();
    assert_eq!(shares, [(3, None), (1, Some(Decimal::new(50_000, 3))), (0, Some(Decimal::new(30_000, 3)))]);
    let parts = comparison(&index, &cubes, selection(3, 1, 1, 1), Measure::Median);
    assert_eq!(parts[2].figures, Lookup::NotLoaded, "the nation by group is in the nation's file");
    assert_eq!(without_rows(&parts[1].figures, 50), Some(10));
    assert_eq!(without_rows(&parts[1].figures, 99), Some(0));
    assert_eq!(without_rows(&parts[2].figures, 50), None);
}

proptest! {
    #[test]
    fn ranks_never_fall_and_ties_share_them(counts in proptest::collection::vec(0_u32..40, 7)) {
        let index = sample::index();
        let cubes = cubes(&index, &[0], |[region, ..]| counts[usize::from(region)]);
        for measure in Measure::ALL {
            let ranking = ranking(&index, &cubes, Selection::default(), measure).unwrap();
            let of = |ranked: &Ranked| ranked.part.figures.value().and_then(|figures| figures.value(measure));
            for (place, pair) in ranking.regions.windows(2).enumerate() {
                prop_assert!(of(&pair[0]) >= of(&pair[1]));
                prop_assert_eq!(pair[0].rank == pair[1].rank, of(&pair[0]) == of(&pair[1]));
                prop_assert!(pair[0].rank.is_none_or(|rank| usize::try_from(rank).unwrap() <= place + 1));
            }
            prop_assert_eq!(ranking.regions.len(), 2);
        }
    }

    #[test]
    fn the_number_from_which_a_percentile_is_published(place in 0..PERCENTS.len(), smallest in 1_u64..30) {
        let percent = PERCENTS[place];
        let from = published_from(percent, smallest);
        prop_assert!(is_published(percent, from, smallest));
        prop_assert!((1..from).all(|count| !is_published(percent, count, smallest)));
    }
}
