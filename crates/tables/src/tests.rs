use super::*;

fn number(value: i64) -> Cell {
    Cell::number(value.to_string(), Decimal::whole(value))
}

/// Four rows: two places, amounts with a gap and a tie, names that tell natural order apart.
fn table() -> Table {
    let columns = vec![
        Column::new("name", "Nama", Kind::Text),
        Column::new("place", "Tempat", Kind::Text),
        Column::new("amount", "Nilai (rupiah)", Kind::Number),
        Column::new("date", "Tanggal", Kind::Date),
        Column::new("note", "Catatan", Kind::Text).unsortable(),
    ];
    let day = |text: &str| Cell::date(text, Date::parse(text).unwrap());
    let rows = vec![
        Row::new(
            "a",
            vec![
                Cell::text("Desa 10"),
                Cell::text("Palembang"),
                number(42),
                day("2025-08-27"),
                Cell::text("x"),
            ],
        ),
        Row::new(
            "b",
            vec![Cell::text("desa 2"), Cell::text("Lahat"), number(8), day("2025"), Cell::text("y")],
        ),
        Row::new(
            "c",
            vec![
                Cell::text("Élan"),
                Cell::text("Palembang"),
                Cell::missing("tidak disebutkan"),
                Cell::missing("tidak disebutkan"),
                Cell::text("w"),
            ],
        )
        .found_by("Kota Palembang"),
        Row::new(
            "d",
            vec![Cell::text("Budi"), Cell::text("Lahat"), number(42), day("2024-12"), Cell::text("z")],
        ),
    ];
    let facets = ["palembang", "lahat", "palembang", "lahat"];
    let kinds = ["gold", "gold", "silver", "bronze"];
    let rows = rows.into_iter().zip(facets).zip(kinds);
    let rows = rows.map(|((row, place), kind)| row.facet("place", place).facet("kind", kind)).collect();
    Table::new(columns, rows)
}

fn shown(view: &View) -> String {
    let table = table();
    let rows = table.apply(view).rows;
    rows.iter().map(|row| table.rows[*row].key.as_str()).collect()
}

fn sorted_by(column: &str, direction: Direction) -> View {
    View { sort: Some(Sort { column: column.to_owned(), direction }), ..View::default() }
}

#[test]
fn sorting_is_stable_and_leaves_missing_values_last() {
    use Direction::{Ascending, Descending};
    assert_eq!(shown(&View::default()), "abcd");
    assert_eq!(shown(&sorted_by("name", Ascending)), "dbac");
    assert_eq!(shown(&sorted_by("name", Descending)), "cabd");
    assert_eq!(shown(&sorted_by("amount", Ascending)), "badc");
    assert_eq!(shown(&sorted_by("amount", Descending)), "adbc");
    assert_eq!(shown(&sorted_by("date", Ascending)), "dbac");
    assert_eq!(shown(&sorted_by("date", Descending)), "abdc");
    assert_eq!(shown(&sorted_by("note", Descending)), "abcd");
    assert_eq!(shown(&sorted_by("no such column", Descending)), "abcd");
}

#[test]
fn a_click_on_a_header_goes_round() {
    let table = table();
    let mut view = View { page: 3, ..View::default() };
    let mut seen = Vec::new();
    for column in ["amount", "amount", "amount", "name", "name", "name", "name", "amount", "note", "nothing"]
    {
        view = view.toggled(&table, column);
        seen.push(view.sort.as_ref().map_or("-", |sort| sort.direction.aria()));
    }
    assert_eq!(view.page, 0);
    let (up, down) = ("ascending", "descending");
    assert_eq!(seen, [down, up, "-", up, down, "-", up, down, down, down]);
}

#[test]
fn all_words_must_occur_anywhere_in_a_row() {
    let find = |query: &str| shown(&View::default().searching(query));
    assert_eq!(find("palembang"), "ac");
    assert_eq!(find("  PALEM\u{a0} desa "), "a");
    assert_eq!(find("elan"), "c");
    assert_eq!(find("élan kota"), "c");
    assert_eq!(find("kota lahat"), "");
    assert_eq!(find(" "), "abcd");
    assert_eq!(find("42"), "ad");
    assert!(!View::default().searching(" \t").narrows() && View::default().searching("x").narrows());
}

#[test]
fn filters_hold_together_and_count_without_their_own() {
    let table = table();
    let view = View::default().filtered("place", "palembang");
    assert_eq!(shown(&view), "ac");
    assert_eq!(shown(&view.filtered("kind", "silver")), "c");
    assert_eq!(shown(&view.filtered("kind", "bronze")), "");
    assert_eq!(shown(&view.filtered("no such facet", "x")), "");
    assert_eq!(shown(&view.filtered("place", "")), "abcd");
    assert_eq!(table.facet_counts(&view, "place"), [("palembang", 2), ("lahat", 2)]);
    assert_eq!(table.facet_counts(&view, "kind"), [("gold", 1), ("silver", 1), ("bronze", 0)]);
    assert_eq!(table.facet_counts(&view.searching("desa"), "place"), [("palembang", 1), ("lahat", 1)]);
    assert_eq!(view.searching("x").cleared(), View::default());
}

#[test]
fn pages_are_cut_last() {
    let table = table().paged(3);
    let first = table.apply(&View::default());
    assert_eq!((first.rows, first.total, first.matched, first.pages), (vec![0, 1, 2], 4, 4, 2));
    let beyond = table.apply(&View { page: usize::MAX, ..View::default() });
    assert_eq!((beyond.rows, beyond.page), (vec![3], 1));
    let none = table.apply(&View::default().searching("nothing like it"));
    assert_eq!((none.rows.len(), none.matched, none.page, none.pages), (0, 0, 0, 1));
    assert_eq!(table.matching(&View::default()).len(), 4);
    assert_eq!(Table::default().paged(0).apply(&View::default()).pages, 1);
}

#[test]
fn rows_with_too_few_cells_do_no_harm() {
    let mut table = table();
    table.rows.push(Row::new("e", vec![Cell::text("Ana")]));
    let rows = table.apply(&sorted_by("amount", Direction::Ascending)).rows;
    assert_eq!(rows.last(), Some(&4));
    assert_eq!(table.cells("amount").count(), 4);
    assert_eq!(table.cells("nothing").count(), 0);
    assert!(csv(&table, &[4, 99]).ends_with("\r\nAna\r\n"));
    assert_eq!([csv(&table, &[0]), csv_part(&table, &[4, 1])].concat(), csv(&table, &[0, 4, 1]));
}

#[test]
fn csv_is_for_machines() {
    let mut table = table();
    table.rows[0].cells[4] = Cell::text("=HYPERLINK(\"http://x\";\"a\")");
    table.rows[1].cells[2] = Cell::number("−8,50", Decimal::new(-850, 2));
    let text = csv(&table, &table.matching(&View::default()));
    assert_eq!(
        text,
        "\u{feff}Nama,Tempat,Nilai (rupiah),Tanggal,Catatan\r\n\
         Desa 10,Palembang,42,2025-08-27,\"'=HYPERLINK(\"\"http://x\"\";\"\"a\"\")\"\r\n\
         desa 2,Lahat,-8.50,2025,y\r\n\
         Élan,Palembang,,,w\r\n\
         Budi,Lahat,42,2024-12,z\r\n"
    );
}

#[test]
fn formulas_are_defused_and_negative_numbers_are_not() {
    let field = |text: &str| {
        let columns = vec![Column::new("a", "A", Kind::Text)];
        let table = Table::new(columns, vec![Row::new("r", vec![Cell::text(text)])]);
        csv(&table, &[0]).strip_prefix("\u{feff}A\r\n").unwrap().trim_end().to_owned()
    };
    for text in [
        "=1+1",
        "=HYPERLINK(\"http://x\";\"a\")",
        "+cmd|' /C calc'!A0",
        "+62 811",
        "-2+3",
        "-3 2",
        "@SUM(A1)",
        "-",
        "-1.",
        "-.5",
        "--1",
        "-1.2.3",
        "-%",
        " =1",
        "\"=1",
        "＝1",
        "\u{feff}=1",
    ] {
        assert!(field(text).trim_start_matches('"').starts_with('\''), "{text}: {}", field(text));
    }
    assert_eq!(field("\t=1"), "\"'\t=1\"");
    assert_eq!(field("\r=1"), "\"'\r=1\"");
    // The page writes a minus sign, U+2212, which starts no formula.
    for text in ["-5", "-0.25", "+1.2", "+62", "-1.234.567", "−5", "–", "a=b", "Rp5", "'=1", ""] {
        assert_eq!(field(text), text);
    }
    for text in ["−3,2%", "-3,2%", "+1,5\u{a0}%", "-1.234,5"] {
        assert_eq!(field(text), format!("\"{text}\""));
    }
    assert_eq!(field("a;b"), "\"a;b\"");
}

#[test]
fn lines_with_tabs_stay_lines() {
    let rows = [
        vec!["Nama", "Nilai"],
        vec!["A\tB\r\nC\u{2028}D", "−3,2%"],
        vec!["\n=1+1", "-5"],
        vec!["@SUM(A1)", ""],
    ];
    assert_eq!(tsv(rows), "Nama\tNilai\nA B C D\t−3,2%\n'=1+1\t-5\n'@SUM(A1)\t");
    assert_eq!(tsv(Vec::<Vec<String>>::new()), "");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::*;

    const COLUMNS: [(&str, Kind); 3] = [("name", Kind::Text), ("amount", Kind::Number), ("date", Kind::Date)];

    fn cell(kind: Kind) -> BoxedStrategy<Cell> {
        let missing = Just(Cell::missing("–"));
        match kind {
            Kind::Text => {
                prop_oneof!["[a-cÀ-æ0-3 =@\",\r\n+-]{0,8}", any::<String>()].prop_map(Cell::text).boxed()
            }
            Kind::Number => prop_oneof![
                1 => missing,
                4 => (-30..30_i64, 0..3_u8).prop_map(|(units, scale)| {
                    let value = Decimal::new(units, scale);
                    Cell::number(value.to_string(), value)
                })
            ]
            .boxed(),
            Kind::Date => {
                let date = (2023..2026_u16, 1..13_u8);
                prop_oneof![
                    1 => missing,
                    4 => date.prop_map(|(year, month)| Cell::date("d", Date { year, month: Some(month), day: None }))
                ]
                .boxed()
            }
        }
    }

    fn row() -> impl Strategy<Value = Row> {
        let cells = COLUMNS.map(|(_, kind)| cell(kind));
        (cells.to_vec(), "[xyz]", "[pq]")
            .prop_map(|(cells, place, kind)| Row::new("r", cells).facet("place", place).facet("kind", kind))
    }

    fn any_table() -> impl Strategy<Value = Table> {
        let columns = COLUMNS.map(|(key, kind)| Column::new(key, key, kind)).to_vec();
        proptest::collection::vec(row(), 0..12).prop_map(move |rows| Table::new(columns.clone(), rows))
    }

    fn direction() -> impl Strategy<Value = Direction> {
        prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)]
    }

    fn any_view() -> impl Strategy<Value = View> {
        let sort = (0..COLUMNS.len(), direction())
            .prop_map(|(column, direction)| Sort { column: COLUMNS[column].0.to_owned(), direction });
        let filters = proptest::collection::btree_map("place|kind", "[xyzpq]", 0..2);
        (proptest::option::of(sort), "[a-c0-3 ]{0,3}", filters, 0..4_usize).prop_map(
            |(sort, query, filters, page)| View { sort, query, filters: filters.into_iter().collect(), page },
        )
    }

    /// What a long table of the same rows answers, and in how many steps.
    fn answered(table: &Table, views: &[View]) -> Vec<Answer> {
        let mut long = LongTable::new(table.columns.clone());
        for row in &table.rows {
            long.push(row.clone());
        }
        let mut answer = |view: &View| {
            let mut question = long.ask(view);
            (0..10_000).find_map(|_| long.step(&mut question)).unwrap()
        };
        views.iter().map(&mut answer).collect()
    }

    fn same_as_long(table: &Table, views: &[View]) -> Result<(), TestCaseError> {
        for (view, answer) in views.iter().zip(answered(table, views)) {
            let shown = table.apply(&View { page: 0, ..view.clone() });
            prop_assert_eq!(&answer.shown.rows, &shown.rows);
            prop_assert_eq!((answer.shown.total, answer.shown.matched), (shown.total, shown.matched));
            for facet in ["place", "kind"] {
                let counts = table.facet_counts(view, facet);
                let long = answer.counts.iter().find(|(name, _)| *name == facet);
                let long =
                    long.map(|(_, counts)| counts.iter().map(|(value, count)| (value.as_str(), *count)));
                prop_assert_eq!(long.into_iter().flatten().collect::<Vec<_>>(), counts);
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Over many steps, with runs that are merged several times and one that is short.
        #[test]
        fn many_steps_lead_to_the_same(
            rows in proptest::collection::vec(row(), 1..40),
            view in any_view(),
            count in 4000..9000_usize,
        ) {
            let columns = COLUMNS.map(|(key, kind)| Column::new(key, key, kind)).to_vec();
            let rows = rows.into_iter().cycle().take(count).collect();
            same_as_long(&Table::new(columns, rows), &[view])?;
        }
    }

    proptest! {
        #[test]
        fn a_long_table_shows_the_same(
            table in any_table(),
            views in proptest::collection::vec(any_view(), 1..4),
        ) {
            same_as_long(&table, &views)?;
        }

        #[test]
        fn sorting_orders_and_loses_nothing(table in any_table(), column in 0..COLUMNS.len(), direction in direction()) {
            let rows = table.matching(&sorted_by(COLUMNS[column].0, direction));
            let mut numbers = rows.clone();
            numbers.sort_unstable();
            prop_assert_eq!(numbers, (0..table.rows.len()).collect::<Vec<_>>());
            for pair in rows.windows(2) {
                let [a, b] = [pair[0], pair[1]].map(|row| &table.rows[row].cells[column].sort);
                prop_assert!(*a != SortKey::Missing || *b == SortKey::Missing);
                if *b != SortKey::Missing {
                    let order = if direction == Direction::Ascending { a.compare(b) } else { b.compare(a) };
                    prop_assert!(order.is_lt() || (order.is_eq() && pair[0] < pair[1]));
                }
            }
        }

        #[test]
        fn a_narrower_view_shows_a_part(table in any_table(), view in any_view(), facet in "place|kind", value in "[xyzpq]") {
            let wide = table.matching(&view);
            let narrow = table.matching(&view.filtered(&facet, ""));
            prop_assert!(wide.iter().all(|row| narrow.contains(row)));
            let filtered = table.matching(&view.filtered(&facet, &value));
            let counts = table.facet_counts(&view, &facet);
            let count = counts.iter().find(|(found, _)| *found == value).map_or(0, |(_, count)| *count);
            prop_assert_eq!(filtered.len(), count);
        }

        #[test]
        fn pages_make_up_the_whole(table in any_table(), view in any_view(), size in 1..6_usize) {
            let table = table.paged(size);
            let whole = table.matching(&view);
            let pages = table.apply(&view).pages;
            let joined: Vec<usize> =
                (0..pages).flat_map(|page| table.apply(&View { page, ..view.clone() }).rows).collect();
            prop_assert_eq!(joined, whole);
        }

        #[test]
        fn csv_reads_back_and_holds_no_formula(table in any_table()) {
            let rows: Vec<usize> = (0..table.rows.len()).collect();
            let text = super::csv(&table, &rows);
            let body = text.strip_prefix('\u{feff}').unwrap();
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes());
            let records: Vec<_> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(records.len(), rows.len() + 1);
            for (record, row) in records[1..].iter().zip(&table.rows) {
                prop_assert_eq!(record.len(), row.cells.len());
                for (field, cell) in record.iter().zip(&row.cells) {
                    let wanted = match &cell.sort {
                        SortKey::Missing => String::new(),
                        SortKey::Number(number) => number.to_string(),
                        SortKey::Date(date) => date.to_string(),
                        SortKey::Text(_) => cell.text.clone(),
                    };
                    prop_assert!(field == wanted || field.strip_prefix('\'') == Some(&wanted));
                    let formula = field.starts_with(['=', '@', '\t', '\r', '\n']);
                    let number = |c: char| c.is_ascii_digit() || ".,%\u{a0}".contains(c);
                    let signed = field.strip_prefix(['+', '-']).is_some_and(|rest| !rest.chars().all(number));
                    prop_assert!(!formula && !signed, "{field:?}");
                }
            }
        }
    }
}
