use proptest::prelude::*;
use routes::{Page, ViewState, parse_view, to_query};

use super::*;
use crate::sample;
use crate::state::Filters;

/// Through the whole address, as the page reads and writes it.
fn query_of(index: &Index, state: &State, others: &[(String, String)]) -> String {
    let own = write(index, state).into_iter().map(|(name, value)| (name.to_owned(), value));
    let view = ViewState { unknown: own.chain(others.iter().cloned()).collect(), ..ViewState::default() };
    to_query(Page::Report, &view)
}

fn of_query(index: &Index, query: &str) -> Read {
    read(index, &parse_view(Page::Report, query).unknown)
}

#[test]
fn a_state_is_written_in_one_order_without_defaults() {
    let index = sample::index();
    assert_eq!(query_of(&index, &State::default(), &[]), "");
    let query = "?region=kota-a&period=2025-01&programme=jht&group=--&measure=median&claims.q=ana+%26+budi\
                 &claims.region=kota-a&claims.period=2024%2C2025-02&claims.programme=jht%2Cjkk&claims.group=-%2C--\
                 &claims.channel=-%2Ckantor%5C%2C+cabang%2C%5C-lain&claims.amount=1000..5000&claims.days=..9\
                 &claims.sort=-amount&claims.row=71&childId=x&b=";
    let found = of_query(&index, query);
    assert_eq!(found.ignored, []);
    assert_eq!(query_of(&index, &found.state, &found.others), query);
    let State { selection, measure, table } = &found.state;
    assert_eq!(*selection, Selection { region: 3, time: 6, programme: 1, group: 3 });
    assert_eq!(*measure, Measure::Median);
    assert_eq!(table.filters.groups, [0, 3]);
    assert_eq!(table.filters.channels, [0, 2, 3]);
    assert_eq!(table.filters.amount, Range { from: Some(1000), to: Some(5000) });
    assert_eq!(table.row, 70);
}

#[test]
fn what_means_nothing_is_left_out_with_the_reason() {
    let index = sample::index();
    let query = "?region=atlantis&period=1999&programme=x&group=y&measure=z&claims.q=&claims.region=kota-a,nowhere\
                 &claims.channel=fax&claims.amount=9..5&claims.days=-3..&claims.sort=-height&claims.row=0&claims.x=1";
    let found = of_query(&index, query);
    let reasons: Vec<Reason> = found.ignored.iter().map(|ignored| ignored.reason).collect();
    use Reason::{Channel, Column, Group, Measure, Period, Programme, Range, Region, Row};
    assert_eq!(
        reasons,
        [Region, Period, Programme, Group, Measure, Region, Channel, Range, Range, Column, Row]
    );
    assert_eq!(found.ignored[5].value, "nowhere");
    assert_eq!(found.state.table.filters.regions, [3]);
    assert_eq!(found.others, [("claims.x".to_owned(), "1".to_owned())]);
    let mut rest = found.state.clone();
    rest.table.filters.regions.clear();
    assert_eq!(rest, State::default());
}

#[test]
fn the_last_of_a_name_counts_and_two_regions_are_none() {
    let index = sample::index();
    assert_eq!(of_query(&index, "?region=kota-a&region=kota-b").state.selection.region, 4);
    let two = of_query(&index, "?region=kota-a,kota-b");
    assert_eq!((two.state.selection.region, two.ignored.len()), (0, 1));
    assert_eq!(of_query(&index, "?claims.region=kota-a,kota-a,,").state.table.filters.regions, [3]);
}

fn nodes(size: usize) -> impl Strategy<Value = Vec<u16>> {
    let all: Vec<u16> = (0..u16::try_from(size).unwrap()).collect();
    proptest::sample::subsequence(all, 0..=size).prop_shuffle()
}

fn ranges() -> impl Strategy<Value = Range> {
    let end = || proptest::option::of(prop_oneof![0..50_i64, 0..=i64::MAX]);
    (end(), end()).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) => Range { from: Some(a.min(b)), to: Some(a.max(b)) },
        (from, to) => Range { from, to },
    })
}

fn states() -> impl Strategy<Value = State> {
    let index = sample::index();
    let manifest = index.manifest();
    let sizes =
        [manifest.regions.len(), manifest.times.len(), manifest.programmes.len(), manifest.groups.len()];
    let node = |size: usize| 0..u16::try_from(size).unwrap();
    let [regions, times, programmes, groups] = sizes;
    let selection = (node(regions), node(times), node(programmes), node(groups))
        .prop_map(|(region, time, programme, group)| Selection { region, time, programme, group });
    let filters = (
        (nodes(regions), nodes(times), nodes(programmes), nodes(groups), nodes(manifest.channels.len())),
        (ranges(), ranges()),
    );
    let filters = filters.prop_map(|((regions, periods, programmes, groups, channels), (amount, days))| {
        Filters { regions, periods, programmes, groups, channels, amount, days }
    });
    let direction = prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)];
    let sort = (proptest::sample::select(&Column::ALL[..]), direction)
        .prop_map(|(column, direction)| Sort { column, direction });
    let table = (any::<String>(), filters, proptest::option::of(sort), 0..u32::MAX - 1)
        .prop_map(|(query, filters, sort, row)| TableState { query: shortened(&query), filters, sort, row });
    (selection, proptest::sample::select(&Measure::ALL[..]), table)
        .prop_map(|(selection, measure, table)| State { selection, measure, table })
}

proptest! {
    #[test]
    fn a_state_survives_its_address(
        state in states(),
        others in proptest::collection::vec(("x[a-z. ]{0,5}", any::<String>()), 0..3),
    ) {
        let index = sample::index();
        let found = of_query(&index, &query_of(&index, &state, &others));
        prop_assert_eq!(found, Read { state, others, ignored: Vec::new() });
    }

    #[test]
    fn any_values_can_be_read(
        names in proptest::collection::vec(proptest::sample::select(&NAMES[..]), 0..6),
        values in proptest::collection::vec(prop_oneof!["[a-z0-9.,\\\\-]{0,12}", any::<String>()], 6),
    ) {
        let index = sample::index();
        let asked: Vec<(String, String)> =
            names.into_iter().zip(values).map(|(name, value)| (name.to_owned(), value)).collect();
        let found = read(&index, &asked);
        prop_assert!(index.has(found.state.selection));
        let written: Vec<(String, String)> =
            write(&index, &found.state).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        prop_assert_eq!(read(&index, &written), Read { state: found.state, ..Read::default() });
    }
}
