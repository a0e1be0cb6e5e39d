use proptest::prelude::*;

use super::*;

fn rows(text: &str) -> Result<Vec<Vec<String>>, CsvFault> {
    plain(decode(text.as_bytes()))
}

fn plain(rows: Result<Vec<Vec<Cell>>, CsvFault>) -> Result<Vec<Vec<String>>, CsvFault> {
    let text = |cell: Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        other => panic!("{other:?}"),
    };
    rows.map(|rows| rows.into_iter().map(|row| row.into_iter().map(text).collect()).collect())
}

fn table(rows: &[&[&str]]) -> Result<Vec<Vec<String>>, CsvFault> {
    Ok(rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect())
}

#[test]
fn any_of_three_signs_divides() {
    let wanted = table(&[&["group", "value"], &["a", "1"], &["b", "2"]]);
    for sign in [",", ";", "\t"] {
        assert_eq!(rows(&["group,value", "a,1", "b,2", ""].join("\n").replace(',', sign)), wanted);
    }
    assert_eq!(rows("group,value\r\na,1\r\nb,2\r\n"), wanted);
    assert_eq!(rows("group,value\ra,1\rb,2"), wanted);
    assert_eq!(rows("sep=;\ngroup;value\na;1\nb;2"), wanted);
}

#[test]
fn decimal_commas_divide_nothing() {
    let wanted = table(&[&["group", "value"], &["a", "31,33"], &["b", "46,70"]]);
    assert_eq!(rows("group;value\na;31,33\nb;46,70\n"), wanted);
    assert_eq!(rows("group\tvalue\na\t31,33\nb\t46,70\n"), wanted);
    assert_eq!(rows("group,value\na,\"31,33\"\nb,\"46,70\"\n"), wanted);
    assert_eq!(rows("group\tvalue, %\na\t31,33\nb\t46,70\n").unwrap()[0], ["group", "value, %"]);
    assert_eq!(rows("value\n31,33\n46,70\n"), Err(CsvFault::NoDivider));
    assert_eq!(rows("g;v,w\na;1,5\nb;2,5\n"), Err(CsvFault::TwoDividers { first: ';', second: ',' }));
}

#[test]
fn titles_of_one_cell_may_stand_above_the_names() {
    for sign in [",", ";", "\t"] {
        let found = rows(&"Judul\n\nfoo,bar,baz\na,1,\nb,2,3\n".replace(',', sign));
        let wanted = table(&[&["Judul"], &[], &["foo", "bar", "baz"], &["a", "1"], &["b", "2", "3"]]);
        assert_eq!(found, wanted, "{sign:?}");
    }
    // Rows below may be shorter than the names, but not longer.
    assert_eq!(rows("Judul\na,b,c\nx,y\n").unwrap()[2], ["x", "y"]);
    assert_eq!(rows("Judul\na,b\nx,y,z\n"), Err(CsvFault::NoDivider));
    // Of two signs, the one that all rows have.
    let found = rows("Pulau Contoh, 2025\nid;nilai;per\na;31,33;2025\nb;32,5;2024\n").unwrap();
    assert_eq!(
        found,
        [
            vec!["Pulau Contoh, 2025"],
            vec!["id", "nilai", "per"],
            vec!["a", "31,33", "2025"],
            vec!["b", "32,5", "2024"]
        ]
    );
    // Decimals in one column are no table of two.
    assert_eq!(rows("Nilai\n31,33\n46,70\n"), Err(CsvFault::NoDivider));
    assert_eq!(rows("Judul\nNilai\n1,5\n"), Err(CsvFault::NoDivider));
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    assert_eq!(rows("a,b\n\n1,2\n,,\n3\n\n"), table(&[&["a", "b"], &[], &["1", "2"], &[], &["3"]]));
    assert_eq!(rows("\n\na,b\n1,2"), table(&[&[], &[], &["a", "b"], &["1", "2"]]));
    assert_eq!(rows("a\nb\n"), table(&[&["a"], &["b"]]));
}

#[test]
fn quotation_marks_hold_dividers_and_line_breaks() {
    assert_eq!(
        rows("a;b\n\"x;\"\"y\"\"\nz\";2\n\n\"\";3\n"),
        table(&[&["a", "b"], &["x;\"y\"\nz", "2"], &[], &["", "3"]])
    );
    assert_eq!(rows("a,b\n5\" pipe,2\n"), table(&[&["a", "b"], &["5\" pipe", "2"]]));
    assert_eq!(rows("a,b\n1,\"2\n3,4\n"), Err(CsvFault::OpenQuote { line: 2 }));
}

#[test]
fn letters_in_three_encodings() {
    let text = "nama;catatan\nKoperasi “Tani”;Ségaré – 5 €\n";
    let wanted = rows(text).unwrap();
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    assert_eq!(plain(decode(&with_mark)).unwrap(), wanted);
    let units: Vec<u16> = text.encode_utf16().collect();
    for mark in [&[][..], &[0xfeff]] {
        let units = [mark, &units].concat();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(plain(decode(&little)).unwrap(), wanted);
        assert_eq!(plain(decode(&big)).unwrap(), wanted);
    }
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy);
    assert_eq!(plain(decode(&bytes)).unwrap(), wanted);
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(rows(""), Err(CsvFault::Empty));
    assert_eq!(rows("\u{feff} \r\n\n"), Err(CsvFault::Empty));
    assert_eq!(decode(b"PK\x03\x04\x00\x00\x08"), Err(CsvFault::NotText));
    assert_eq!(decode(b"\x89PNG\r\n\x1a\n"), Err(CsvFault::NotText));
    assert_eq!(decode(b"a;b\n\x81;c"), Err(CsvFault::NotText));
    assert_eq!(
        decode("a;b\né;ü\n".as_bytes().iter().copied().chain(*b"\xe9;2").collect::<Vec<u8>>().as_slice()),
        Err(CsvFault::MixedEncoding { line: 3 })
    );
    assert_eq!(decode(b"\xef\xbb\xbfa;b\n\xe9;2"), Err(CsvFault::MixedEncoding { line: 2 }));
    assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(CsvFault::TooLarge));
}

/// Files of the largest size are read in time that grows with them: seconds without optimisation, minutes
/// were it quadratic.
#[test]
fn large_files_and_long_cells() {
    let line = format!("\"{}\";1,5;{}\n", "é\n\"\"".repeat(2500), "x".repeat(10_000));
    let mut text = "a;b;c\n".to_owned();
    while text.len() + line.len() < 2 * 1024 * 1024 {
        text.push_str(&line);
    }
    let read = decode(text.as_bytes()).unwrap();
    assert!(read.len() > 50 && read.iter().all(|row| row.len() == 3));
    let many = "1;2\n".repeat(MAX_CELLS / 2 + 1);
    assert_eq!(decode(many.as_bytes()), Err(CsvFault::TooLarge));
}

fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof!["[a-z0-9,;\t\"\n é.-]{0,6}", "[0-9]{1,3},[0-9]{2}", Just(String::new())];
    (2_usize..5)
        .prop_flat_map(move |width| prop::collection::vec(prop::collection::vec(cell.clone(), width), 1..6))
}

proptest! {
    #[test]
    fn tables_that_are_written_are_read_back_or_refused(rows in cells(), divider in prop::sample::select(vec![b',', b';', b'\t']), blank in any::<bool>()) {
        let mut writer = csv::WriterBuilder::new().delimiter(divider).from_writer(Vec::new());
        // The names of columns hold no divider.
        let names: Vec<String> = (0..rows[0].len()).map(|index| format!("column {index}")).collect();
        writer.write_record(&names).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let mut text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        if blank {
            text.insert(0, '\n');
        }
        let mut wanted: Vec<Vec<String>> = std::iter::once(names).chain(rows).collect();
        for row in &mut wanted {
            while row.last().is_some_and(String::is_empty) {
                row.pop();
            }
        }
        if blank {
            wanted.insert(0, Vec::new());
        }
        prop_assert_eq!(plain(decode(text.as_bytes())), Ok(wanted));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in any::<Vec<u8>>(), text in "[a,;\t\"\n\r]{0,40}") {
        let _ = decode(&bytes);
        if let Ok(rows) = decode(text.as_bytes()) {
            prop_assert!(rows.iter().all(|row| row.last() != Some(&Cell::Empty)));
        }
    }

    #[test]
    fn the_scan_counts_as_the_reader_does(text in "[a,;\"\n]{0,40}") {
        let found = divider::find(&text);
        if let Ok(table) = found {
            let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(table.divider).from_reader(table.text.as_bytes());
            let read: Vec<usize> = reader.into_records().map(|record| record.unwrap().len()).collect();
            let counted: Vec<usize> = table.scan.fields.into_iter().filter(|fields| *fields > 0).collect();
            prop_assert_eq!(read, counted);
        }
    }
}
