use claims::{Row, Rows as Chunk};
use proptest::prelude::*;
use tables::Direction;

use super::*;
use crate::{Column, Filters, Selection, Spacing, protocol::Message, sample};

/// Row `n` of an invented slice: sorted as files are.
fn row(n: u16) -> Row {
    Row {
        region: 3 + n / 40,
        programme: 1 + u8::from(n % 40 >= 20),
        time: 3 + n % 20 / 4,
        amount: i64::from(n * 37 % 101) * 1000,
        group: 0,
        channel: 1,
        days: n % 9,
    }
}

fn bytes(rows: std::ops::Range<u16>) -> Vec<u8> {
    let mut chunk = Chunk::default();
    rows.for_each(|n| chunk.push(&row(n)));
    chunk.encode().unwrap()
}

fn expected(name: &str, rows: u32) -> Expected {
    Expected { file: name.into(), rows }
}

fn chunks() -> Vec<Expected> {
    vec![expected("a", 30), expected("b", 30), expected("c", 20)]
}

fn opened() -> Worker {
    let mut worker = Worker::default();
    let open = Request::Open { lang: "id".into(), lists: sample::index().lists(Lang::Id) };
    assert_eq!(say(&mut worker, open, Parcel::new()), Response::Done);
    worker
}

fn say(worker: &mut Worker, request: Request, parcel: Parcel) -> Response {
    worker.handle(request, parcel).0
}

fn chunk(worker: &mut Worker, name: &str, rows: std::ops::Range<u16>) -> Response {
    say(worker, Request::Chunk { file: name.into() }, vec![bytes(rows)])
}

fn show(worker: &mut Worker, filter: Filter, sort: Option<Sort>) -> Shown {
    match say(worker, Request::Show { filter, sort }, Parcel::new()) {
        Response::Shown(shown) => shown,
        other => panic!("{other:?}"),
    }
}

fn amounts(worker: &mut Worker, first: u32, count: u32) -> Vec<String> {
    match say(worker, Request::Rows { first, count }, Parcel::new()) {
        Response::Rows { rows, .. } => rows.into_iter().map(|row| row.cells[5].clone()).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn chunks_are_put_where_they_belong_in_whatever_order_they_come() {
    let mut worker = opened();
    say(&mut worker, Request::Expect { chunks: chunks() }, Parcel::new());
    let region =
        |region| Filter { selection: Selection { region, ..Selection::default() }, ..Filter::default() };
    assert_eq!(show(&mut worker, region(4), None).rows, 0);
    assert_eq!(chunk(&mut worker, "b", 30..60), Response::Chunk { file: "b".into() });
    let shown = show(&mut worker, region(4), None);
    assert_eq!((shown.rows, shown.of, shown.before), (20, 20, 30));
    assert_eq!(chunk(&mut worker, "c", 60..80), Response::Chunk { file: "c".into() });
    assert_eq!(chunk(&mut worker, "a", 0..30), Response::Chunk { file: "a".into() });
    assert_eq!(chunk(&mut worker, "a", 0..30), Response::Chunk { file: "a".into() });
    let shown = show(&mut worker, region(1), None);
    assert_eq!((shown.rows, shown.before), (80, 0));
    let wanted: Vec<String> = (0..80)
        .map(|n| {
            words::money(
                Lang::Id,
                dataset::Decimal::whole(row(n).amount),
                &"IDR".to_owned().try_into().unwrap(),
            )
        })
        .collect();
    assert_eq!(amounts(&mut worker, 0, 80), wanted);
    assert_eq!(amounts(&mut worker, 78, 9), wanted[78..]);
    assert!(amounts(&mut worker, 80, 9).is_empty());
}

#[test]
fn a_chunk_that_is_there_is_not_needed_again() {
    let mut worker = opened();
    say(&mut worker, Request::Expect { chunks: chunks() }, Parcel::new());
    let again = |file: &str| Request::Chunk { file: file.into() };
    assert_eq!(say(&mut worker, again("b"), Parcel::new()), Response::Refused(Refusal::Parcel));
    chunk(&mut worker, "b", 30..60);
    chunk(&mut worker, "a", 0..30);
    let taken = Response::Chunk { file: "b".into() };
    assert_eq!(say(&mut worker, again("b"), Parcel::new()), taken);
    assert_eq!(show(&mut worker, Filter::default(), None).rows, 60);
    let unknown = Response::Refused(Refusal::NotExpected { file: "x".into() });
    assert_eq!(say(&mut worker, again("x"), Parcel::new()), unknown);
}

#[test]
fn rows_are_sorted_filtered_and_added_up() {
    let mut worker = opened();
    say(&mut worker, Request::Expect { chunks: chunks() }, Parcel::new());
    chunk(&mut worker, "a", 0..30);
    let filters = Filters { amount: crate::Range { from: Some(50_000), to: None }, ..Filters::default() };
    let filter = Filter { filters, query: "hari tua".into(), ..Filter::default() };
    let sort = Some(Sort { column: Column::Amount, direction: Direction::Descending });
    let shown = show(&mut worker, filter.clone(), sort);
    let mut wanted: Vec<i64> = (0..20).map(|n| row(n).amount).filter(|amount| *amount >= 50_000).collect();
    wanted.sort_unstable();
    assert_eq!((shown.rows as usize, shown.of, shown.before), (wanted.len(), 30, 0));
    assert_eq!(shown.totals.amount, wanted.iter().sum::<i64>());
    assert_eq!(amounts(&mut worker, 0, 1), ["Rp97.000"], "the largest comes first");
    let Response::Choices { rows, .. } =
        say(&mut worker, Request::Choices { column: Column::Programme }, Parcel::new())
    else {
        panic!()
    };
    assert_eq!(rows, [0, shown.rows, 0], "words look at the programme's name, too");
    let Response::Histogram(histogram) =
        say(&mut worker, Request::Histogram { spacing: Spacing::Linear, most: 10 }, Parcel::new())
    else {
        panic!()
    };
    assert_eq!(histogram.bins.iter().map(|bin| bin.rows).sum::<u64>(), u64::from(shown.rows));
    let (response, parcel) = worker.handle(Request::Csv { part: 0 }, Parcel::new());
    let Response::Csv { name, parts, view } = response else { panic!() };
    assert_eq!((name.as_str(), parts), ("klaim-rekaan-nasional.csv", 1));
    let view_of = |worker: &mut Worker| match worker.handle(Request::Csv { part: 0 }, Parcel::new()) {
        (Response::Csv { view, .. }, _) => view,
        _ => panic!(),
    };
    assert_eq!(view_of(&mut worker), view, "nothing has changed");
    show(&mut worker, Filter::default(), None);
    assert_ne!(view_of(&mut worker), view, "a part of another view is of another file");
    let text = String::from_utf8(parcel[0].clone()).unwrap();
    assert_eq!(text.lines().count(), wanted.len() + 1);
}

#[test]
fn another_region_keeps_the_chunks_that_it_shares() {
    let mut worker = opened();
    say(&mut worker, Request::Expect { chunks: chunks() }, Parcel::new());
    for (name, rows) in [("a", 0..30), ("b", 30..60), ("c", 60..80)] {
        chunk(&mut worker, name, rows);
    }
    let next = vec![expected("b", 30), expected("d", 9), expected("b", 30)];
    say(&mut worker, Request::Expect { chunks: next }, Parcel::new());
    let shown = show(&mut worker, Filter::default(), None);
    assert_eq!((shown.rows, shown.before), (30, 0));
    assert_eq!(amounts(&mut worker, 0, 1).len(), 1);
    assert!(matches!(chunk(&mut worker, "a", 0..30), Response::Refused(Refusal::NotExpected { .. })));
    // In another order nothing can stay.
    say(&mut worker, Request::Expect { chunks: vec![expected("d", 9), expected("b", 30)] }, Parcel::new());
    assert_eq!(show(&mut worker, Filter::default(), None).rows, 30);
    chunk(&mut worker, "d", 0..9);
    let swapped = vec![expected("b", 30), expected("d", 9)];
    say(&mut worker, Request::Expect { chunks: swapped }, Parcel::new());
    assert_eq!(show(&mut worker, Filter::default(), None).rows, 0);
}

#[test]
fn what_cannot_be_used_is_refused_and_changes_nothing() {
    let mut worker = Worker::default();
    let none = Parcel::new();
    let refused = |response| match response {
        Response::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    let rows = Request::Rows { first: 0, count: 9 };
    assert_eq!(refused(say(&mut worker, rows, none.clone())), Refusal::NotOpen);
    let open = |lang: &str| Request::Open { lang: lang.into(), lists: Lists::default() };
    assert_eq!(refused(say(&mut worker, open("fr"), none.clone())), Refusal::Language("fr".into()));
    assert!(matches!(refused(say(&mut worker, open("id"), none.clone())), Refusal::Lists(_)));

    let mut worker = opened();
    say(&mut worker, Request::Expect { chunks: chunks() }, none.clone());
    assert_eq!(refused(say(&mut worker, Request::Chunk { file: "a".into() }, none)), Refusal::Parcel);
    chunk(&mut worker, "a", 0..30);
    let fault = |worker: &mut Worker, bytes: Vec<u8>| match refused(say(
        worker,
        Request::Chunk { file: "b".into() },
        vec![bytes],
    )) {
        Refusal::Chunk { file, fault } => (file, fault),
        other => panic!("{other:?}"),
    };
    let good = bytes(30..60);
    let cut = good[..good.len() - 1].to_vec();
    assert!(matches!(fault(&mut worker, cut), (file, Fault::Damaged(_)) if file == "b"));
    assert!(matches!(fault(&mut worker, b"<!doctype html><title>404</title>".to_vec()).1, Fault::Damaged(_)));
    let mut newer = good.clone();
    newer[4] = 9;
    assert_eq!(fault(&mut worker, newer).1, Fault::Newer);
    let mut other = Chunk::default();
    other.push(&Row { region: 700, ..row(0) });
    assert!(matches!(fault(&mut worker, other.encode().unwrap()).1, Fault::Damaged(_)));
    assert_eq!(show(&mut worker, Filter::default(), None).rows, 30);
    assert!(worker.bytes() > 0 && worker.bytes() < 11 * 80 + 100);
}

#[test]
fn messages_survive_their_bytes() {
    let sort = Some(Sort { column: Column::Days, direction: Direction::Ascending });
    let requests = [
        Request::Open { lang: "id".into(), lists: sample::index().lists(Lang::Id) },
        Request::Expect { chunks: chunks() },
        Request::Show { filter: Filter { query: "é \"".into(), ..Filter::default() }, sort },
        Request::Histogram { spacing: Spacing::Log, most: 9 },
    ];
    for said in requests {
        let bytes = Message { number: 7, said: said.clone() }.write().unwrap();
        let read = Message::<Request>::read(&bytes).unwrap();
        assert_eq!((read.number, read.said), (7, said));
        assert!(Message::<Request>::read(&bytes[..bytes.len() - 1]).is_err());
    }
    let mut worker = opened();
    let answers = [
        say(&mut worker, Request::Expect { chunks: chunks() }, Parcel::new()),
        chunk(&mut worker, "a", 0..30),
        Response::Shown(show(&mut worker, Filter::default(), None)),
        say(&mut worker, Request::Rows { first: 3, count: 4 }, Parcel::new()),
        say(&mut worker, Request::Histogram { spacing: Spacing::Log, most: 9 }, Parcel::new()),
        say(&mut worker, Request::Choices { column: Column::Region }, Parcel::new()),
        say(&mut worker, Request::Csv { part: 0 }, Parcel::new()),
        Response::Refused(Refusal::Chunk { file: "a".into(), fault: Fault::Status(404) }),
    ];
    for said in answers {
        let bytes = Message { number: 7, said: said.clone() }.write().unwrap();
        assert_eq!(Message::<Response>::read(&bytes).unwrap().said, said);
    }
}

proptest! {
    // Each case opens a manifest and writes files at every step.
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever chunks come and go in whatever order, the rows that are there are those of the chunks that came, in the
    /// order of the files.
    #[test]
    fn the_rows_are_those_of_the_chunks_that_came(
        steps in proptest::collection::vec((proptest::collection::vec(any::<bool>(), 8), proptest::option::of(0_u16..8)), 1..20),
    ) {
        let mut worker = opened();
        let mut held = [false; 8];
        let mut listed = [false; 8];
        for (list, arrives) in steps {
            match arrives {
                Some(chunk_at) => {
                    let at = usize::from(chunk_at);
                    let response = chunk(&mut worker, &chunk_at.to_string(), chunk_at * 10..chunk_at * 10 + 10);
                    prop_assert_eq!(matches!(response, Response::Chunk { .. }), listed[at]);
                    held[at] |= listed[at];
                }
                None => {
                    for at in 0..8 {
                        (listed[at], held[at]) = (list[at], held[at] && list[at]);
                    }
                    let chunks = (0..8).filter(|at| listed[*at]).map(|at| expected(&at.to_string(), 10)).collect();
                    say(&mut worker, Request::Expect { chunks }, Parcel::new());
                }
            }
            let shown = show(&mut worker, Filter::default(), None);
            let wanted: Vec<i64> = (0_u16..8)
                .filter(|at| held[usize::from(*at)])
                .flat_map(|at| at * 10..at * 10 + 10)
                .map(|n| row(n).amount)
                .collect();
            prop_assert_eq!(shown.rows as usize, wanted.len());
            prop_assert_eq!(shown.totals.amount, wanted.iter().sum::<i64>());
            let (_, parcel) = worker.handle(Request::Csv { part: 0 }, Parcel::new());
            let text = String::from_utf8(parcel[0].clone()).unwrap();
            let found: Vec<i64> =
                text.lines().skip(1).map(|line| line.split(',').rev().nth(1).unwrap().parse().unwrap()).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
