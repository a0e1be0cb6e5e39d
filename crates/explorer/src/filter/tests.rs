//! The rows that are left, and their order, are those of the table engine that all other tables use.
use claims::{NOT_STATED, Row};
use proptest::prelude::*;
use tables::{Direction, Row as TableRow, Table, View};
use words::Lang;

use super::*;
use crate::{Sort, export::cells, sample, sort::sorted};

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let days = prop_oneof![3 => 0_u16..40, 1 => Just(NOT_STATED)];
    let amount = prop_oneof![0_i64..30, 0_i64..90_000_000];
    let row = (0_u16..7, 1_u16..8, 1_u8..3, 0_u8..4, 0_u8..4, amount, days).prop_map(
        |(region, time, programme, group, channel, amount, days)| Row {
            region,
            programme,
            time,
            amount,
            group,
            channel,
            days,
        },
    );
    proptest::collection::vec(row, 0..80)
}

fn columns(rows: &[Row]) -> Columns {
    let mut chunk = claims::Rows::default();
    rows.iter().for_each(|row| chunk.push(row));
    let mut columns = Columns::default();
    columns.insert(0, chunk);
    columns
}

fn table(index: &Index, labels: &Labels, columns: &Columns) -> Table {
    let heads = Column::ALL.map(|column| tables::Column::new(column.key(), "", tables::Kind::Text));
    let row = |row: u32| {
        let mut row = cells(index, labels, &columns.claim(row).unwrap());
        // Words are not looked for in numbers.
        row[5..].iter_mut().for_each(|cell| cell.text.clear());
        TableRow::new("", row.to_vec())
    };
    let length = u32::try_from(columns.len()).unwrap();
    Table::new(heads.to_vec(), (0..length).map(row).collect())
}

/// Words of names, in any case, and others.
fn queries() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(
        &[
            "KOTA", "amba", "ámb", "bumi 2", "januari", "2025", "upah", "bukan", "hari", "kantor,", "x", "",
            " ",
        ][..],
    );
    proptest::collection::vec(word, 0..4).prop_map(|words| words.join(" "))
}

fn some(size: u16) -> impl Strategy<Value = Vec<u16>> {
    prop_oneof![2 => Just(Vec::new()), 1 => proptest::collection::vec(0..size, 1..4)]
}

fn ranges(most: i64) -> impl Strategy<Value = Range> {
    let end = || prop_oneof![2 => Just(None), 1 => (0..most).prop_map(Some)];
    (end(), end()).prop_map(|(from, to)| Range { from, to })
}

fn filters() -> impl Strategy<Value = Filter> {
    let selection = (0_u16..7, 0_u16..8, 0_u16..3, 0_u16..4)
        .prop_map(|(region, time, programme, group)| Selection { region, time, programme, group });
    let selection = prop_oneof![Just(Selection::default()), selection];
    let lists = (some(7), some(8), some(3), some(4), some(4));
    let filters = (lists, ranges(90_000_000), ranges(40)).prop_map(
        |((regions, periods, programmes, groups, channels), amount, days)| Filters {
            regions,
            periods,
            programmes,
            groups,
            channels,
            amount,
            days,
        },
    );
    (selection, filters, queries()).prop_map(|(selection, filters, query)| Filter {
        selection,
        filters,
        query,
    })
}

/// Whether a claim is left by everything but words, as slowly and plainly as can be.
fn is_left(index: &Index, filter: &Filter, claim: &crate::Claim) -> bool {
    let Filter { selection, filters, .. } = filter;
    let any = |list: &[u16], fits: &dyn Fn(u16) -> bool| list.is_empty() || list.iter().any(|one| fits(*one));
    index.is_within(claim.region, selection.region)
        && index.is_during(claim.time, selection.time)
        && (selection.programme == 0 || selection.programme == claim.programme)
        && (selection.group == 0 || selection.group == claim.group)
        && any(&filters.regions, &|region| index.is_within(claim.region, region))
        && any(&filters.periods, &|time| index.is_during(claim.time, time))
        && any(&filters.programmes, &|programme| programme == 0 || programme == claim.programme)
        && any(&filters.groups, &|group| group == claim.group)
        && any(&filters.channels, &|channel| channel == claim.channel)
        && filters.amount.has(claim.amount)
        && (filters.days.is_open() || claim.days.is_some_and(|days| filters.days.has(days.into())))
}

proptest! {
    #[test]
    fn rows_and_their_order_are_those_of_the_table_engine(
        rows in rows(),
        filter in filters(),
        column in proptest::sample::select(&Column::ALL[..]),
        is_descending: bool,
    ) {
        let index = sample::index();
        let labels = Labels::new(&index, Lang::Id);
        let columns = columns(&rows);
        let found = Ready::new(&index, &labels, &filter).rows(&columns);

        let table = table(&index, &labels, &columns);
        let direction = if is_descending { Direction::Descending } else { Direction::Ascending };
        let left = |row: &usize| is_left(&index, &filter, &columns.claim(u32::try_from(*row).unwrap()).unwrap());
        let searched = View::default().searching(filter.query.as_str());
        let expected: Vec<usize> = table.matching(&searched).into_iter().filter(left).collect();
        prop_assert_eq!(found.iter().map(|row| row as usize).collect::<Vec<_>>(), expected);

        let view = View { sort: Some(tables::Sort { column: column.key().to_owned(), direction }), ..searched };
        let expected: Vec<usize> = table.matching(&view).into_iter().filter(left).collect();
        let found = sorted(&columns, &labels, Sort { column, direction }, &found);
        prop_assert_eq!(found.iter().map(|row| row as usize).collect::<Vec<_>>(), expected);
    }

    /// A member counts the rows that name it, whatever else is chosen of its column.
    #[test]
    fn choices_say_what_they_leave(rows in rows(), filter in filters(), list in 0..NAMED.len()) {
        let index = sample::index();
        let labels = Labels::new(&index, Lang::Id);
        let (columns, column) = (columns(&rows), NAMED[list]);
        let open = filter.without(column);
        prop_assert!(open.filters.chosen(column).is_empty());
        let counts = Ready::new(&index, &labels, &open).counts(&columns, column);
        let left = Ready::new(&index, &labels, &open).rows(&columns);
        let mut expected = vec![0_u32; counts.len()];
        for row in left.iter() {
            let claim = columns.claim(row).unwrap();
            let node = match column {
                Column::Region => claim.region,
                Column::Period => claim.time,
                Column::Programme => claim.programme,
                Column::Group => claim.group,
                _ => claim.channel,
            };
            expected[usize::from(node)] += 1;
        }
        prop_assert_eq!(counts, expected);
    }

    #[test]
    fn a_range_of_amounts_takes_what_lies_in_it(amounts in proptest::collection::vec(0_i64..3000, 1..40), range in ranges(3000)) {
        let rows: Vec<Row> = amounts
            .iter()
            .map(|amount| Row { region: 3, programme: 1, time: 3, amount: *amount, group: 0, channel: 0, days: 0 })
            .collect();
        let index = sample::index();
        let filter = Filter { filters: Filters { amount: range, ..Filters::default() }, ..Filter::default() };
        let columns = columns(&rows);
        let found = Ready::new(&index, &Labels::new(&index, Lang::Id), &filter).rows(&columns);
        let expected = (0..).map_while(|row| columns.claim(row)).filter(|claim| range.has(claim.amount));
        prop_assert_eq!(found.len(), expected.count());
    }
}

#[test]
fn what_leaves_all_takes_no_list() {
    let index = sample::index();
    let labels = Labels::new(&index, Lang::Id);
    let row = Row { region: 3, programme: 1, time: 3, amount: 5, group: 0, channel: 0, days: NOT_STATED };
    let columns = columns(&[row, row]);
    let rows = |filter: &Filter| Ready::new(&index, &labels, filter).rows(&columns);
    assert_eq!(rows(&Filter::default()), Rows::All(2));
    assert_eq!(rows(&Filter { query: "amba".into(), ..Filter::default() }), Rows::All(2));
    assert_eq!(rows(&Filter { query: "danau".into(), ..Filter::default() }), Rows::These(Vec::new()));
    let days = Filters { days: Range { from: Some(0), to: None }, ..Filters::default() };
    assert!(rows(&Filter { filters: days, ..Filter::default() }).is_empty(), "days that are not stated");
}
