//! Workbooks as people fill them in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use dataset::{Date, Decimal, Lang, Qualifier, Time, Value};
use rust_xlsxwriter::{Format, Workbook};
use workbook::{File, Imported, import};

/// Tables of texts as CSV files: the name of a sheet, its rows with `|` between cells.
fn tables(sheets: &[(&str, &[&str])]) -> Imported {
    let quoted = |cell: &str| format!("\"{}\"", cell.trim().replace('"', "\"\""));
    let row = |row: &&str| row.split('|').map(quoted).collect::<Vec<_>>().join(",");
    let file = |(name, rows): &(&str, &[&str])| {
        let rows: Vec<String> = rows.iter().map(row).collect();
        File { name: format!("{name}.csv"), bytes: rows.join("\n").into_bytes() }
    };
    import(&sheets.iter().map(file).collect::<Vec<_>>())
}

/// The findings as lines of place and code.
fn told(imported: &Imported) -> Vec<String> {
    imported.findings.iter().map(|finding| format!("{} {}", finding.place, finding.code())).collect()
}

const REPORT: (&str, &[&str]) = (
    "Laporan",
    &[
        "Isian|Nilai",
        "Id laporan|pulau-contoh-2025",
        "Judul|Pulau Contoh",
        "Daerah|pulau-contoh",
        "Mata uang|IDR",
    ],
);
const INDICATORS: (&str, &[&str]) = (
    "Indikator",
    &[
        "Id|Nama|Satuan",
        "tingkat|Tingkat kepesertaan|persen",
        "terlindungi|Pekerja terlindungi|orang",
        "nilai|Nilai manfaat|IDR",
    ],
);
const REGIONS: (&str, &[&str]) = ("Daerah", &["Id|Nama|Tingkat", "pulau-contoh|Pulau Contoh|province"]);

fn figures(rows: &[&str]) -> Imported {
    let mut all = vec!["Id|Indikator|Daerah|Per|Nilai|Pembulatan|Sifat angka|Batas atas|Tidak ada karena"];
    all.extend(rows);
    tables(&[REPORT, INDICATORS, REGIONS, ("Angka", &all)])
}

fn dataset(imported: &Imported) -> dataset::Dataset {
    let reading = dataset::read(&imported.json);
    assert_eq!(reading.findings, [], "{}", imported.json);
    reading.dataset.unwrap()
}

#[test]
fn a_folder_of_tables_is_a_report() {
    let imported = figures(&["a|tingkat|pulau-contoh|1 Agustus 2025|31,33%"]);
    assert_eq!(told(&imported), [] as [&str; 0]);
    let data = dataset(&imported);
    assert_eq!((data.id.as_str(), data.title.get(Lang::En)), ("pulau-contoh-2025", "Pulau Contoh"));
    let figure = &data.observations[0];
    assert_eq!(figure.value.stated().unwrap().number, Decimal::new(3133, 2));
    assert_eq!(figure.time, Time::AsOf(Date::parse("2025-08-01").unwrap()));
    assert!(
        imported.checked().iter().all(|finding| finding.code() == "no-evidence"),
        "{:?}",
        imported.checked()
    );
}

#[test]
fn a_value_fills_what_it_implies() {
    let imported = figures(&[
        "a|terlindungi|pulau-contoh|s.d. Juli 2025|lebih dari 45.000",
        "b|nilai|pulau-contoh|Januari–Juli 2025|Rp718,7 miliar",
        "c|tingkat|pulau-contoh|2025|-",
        "d|tingkat|pulau-contoh|2024|30–40%",
        "e|terlindungi|pulau-contoh|2023|sekitar 1,2 juta orang",
    ]);
    assert_eq!(told(&imported), [] as [&str; 0]);
    let data = dataset(&imported);
    let stated = |index: usize| data.observations[index].value.stated().unwrap();
    let (a, b, d, e) = (stated(0), stated(1), stated(3), stated(4));
    assert_eq!((a.number, a.qualifier), (Decimal::whole(45_000), Qualifier::MoreThan));
    assert_eq!((b.number, b.step), (Decimal::whole(718_700_000_000), Some(Decimal::whole(100_000_000))));
    assert!(matches!(data.observations[2].value, Value::Missing(dataset::Missing::NotStated)));
    assert_eq!((d.number, d.upper()), (Decimal::whole(30), Some(Decimal::whole(40))));
    assert_eq!((e.number, e.qualifier), (Decimal::whole(1_200_000), Qualifier::Approx));
    let day = |text| Date::parse(text).unwrap();
    assert_eq!(data.observations[0].time, Time::Period { start: None, end: day("2025-07") });
    assert_eq!(data.observations[1].time, Time::Period { start: Some(day("2025-01")), end: day("2025-07") });
}

#[test]
fn what_contradicts_another_column_or_the_unit_is_told_in_its_cell() {
    let imported = figures(&[
        "a|terlindungi|pulau-contoh|2025|lebih dari 45.000||paling banyak",
        "b|nilai|pulau-contoh|2025|US$5 juta",
        "c|tingkat|pulau-contoh|2025|0,3133",
        "d|terlindungi|pulau-contoh|2025|banyak",
        "e|tingkat|pulau-contoh|1/8/2025|31%",
    ]);
    let found = told(&imported);
    let expected = [
        "Angka!E2 contradiction",
        "Angka!E3 other-currency",
        "Angka!E4 two-readings",
        "Angka!E5 not-a-number",
        "Angka!D6 two-readings",
    ];
    assert_eq!(found, expected);
    // All else is there.
    assert!(imported.json.contains("\"value\": 45000") && imported.json.contains("\"value\": 31"));
}

#[test]
fn findings_of_the_dataset_name_cells_and_a_cell_is_told_once() {
    let imported = figures(&["a|tingkt|pulau-contoh|2025|31%", "b|tingkat|pulau-contoh||31%"]);
    let told: Vec<String> = imported
        .checked()
        .iter()
        .filter(|finding| finding.severity == dataset::Severity::Error)
        .map(|finding| format!("{} {}", finding.place, finding.code()))
        .collect();
    assert_eq!(told, ["Angka!B2 unknown-reference", "Angka!D3 missing-field"]);
}

#[test]
fn unknown_names_are_told_with_the_one_that_is_meant() {
    let imported = tables(&[
        REPORT,
        ("Angke", &["Id|Nilai", "a|1"]),
        (
            "Sumber",
            &[
                "# petunjuk|||",
                "Id|Penerbit|Judl|# saya",
                "s|Kantor|Laporan|x",
                "# contoh|a|b|c",
                "|||",
                "t|Kantor||",
            ],
        ),
        ("# Catatan saya", &["a|b"]),
        ("Istilah lain", &["a|b"]),
    ]);
    let similar = |index: usize| imported.findings[index].words(Lang::Id).mend;
    let expected = ["Angke unknown-sheet", "'Istilah lain' unknown-sheet", "Sumber!C2 unknown-column"];
    assert_eq!(told(&imported), expected);
    assert!(similar(0).contains("“Angka”") && similar(2).contains("“Judul"), "{} {}", similar(0), similar(2));
    assert!(
        imported.json.contains("\"s\"")
            && imported.json.contains("\"t\"")
            && !imported.json.contains("# contoh")
    );
}

#[test]
fn records_are_found_by_their_ids_and_by_their_names() {
    let awards: (&str, &[&str]) = ("Penghargaan", &["Id|Nama", "satu|Satu", "dua|Dua"]);
    let categories: (&str, &[&str]) = (
        "Kategori",
        &["Id penghargaan|Id|Nama", "satu|kota|Kota", "dua|kota|Kota", "|desa|Desa", "tiga|x|X"],
    );
    let winners: (&str, &[&str]) = (
        "Pemenang",
        &[
            "Id penghargaan|Id kategori|Id|Nama",
            "dua|kota|a|A",
            "|kota|b|B",
            "Satu|kota|c|C",
            "satu|kots|d|D",
        ],
    );
    let imported = tables(&[REPORT, awards, categories, winners]);
    let found = told(&imported);
    let expected = [
        "Pemenang!A4 named-record",
        "Kategori!A4 no-parent",
        "Kategori!A5 unknown-parent",
        "Pemenang!B5 unknown-parent",
    ];
    assert_eq!(found, expected);
    let data = dataset(&imported);
    let names = |award: usize| {
        data.awards[award].categories[0].winners.iter().map(|winner| winner.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((names(0), names(1)), (vec!["b", "c"], vec!["a"]));
}

#[test]
fn cells_of_a_workbook_are_read_as_they_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Figures").unwrap();
    for (at, name) in (0..).zip(["Id", "Indicator", "Region", "As of", "Value", "Note"]) {
        sheet.write_string(2, at, name).unwrap();
    }
    sheet.write_string(0, 0, "My figures").unwrap();
    let row = |sheet: &mut rust_xlsxwriter::Worksheet, row: u32, id: &str, value: f64, format: &str| {
        let format = Format::new().set_num_format(format);
        for (at, text) in (0..).zip([id, "rate", "r"]) {
            sheet.write_string(row, at, text).unwrap();
        }
        sheet.write_number(row, 3, 2025).unwrap();
        sheet.write_number_with_format(row, 4, value, &format).unwrap();
    };
    row(sheet, 3, "a", 0.3133, "0.00%");
    row(sheet, 4, "b", 46.7, "0.00");
    row(sheet, 5, "c", 7.000_000_000_000_001, "General");
    row(sheet, 6, "d", 31.337, "0.0");
    sheet.merge_range(3, 5, 4, 5, "Merged", &Format::new()).unwrap();
    let indicators = book.add_worksheet();
    indicators.set_name("Indicators").unwrap();
    for (at, [name, value]) in (0..).zip([["Id", "rate"], ["Name", "Rate"], ["Unit", "percent"]]) {
        indicators.write_string(0, at, name).unwrap();
        indicators.write_string(1, at, value).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let imported = import(&[File { name: "a.xlsx".to_owned(), bytes }]);
    let expected = ["Figures!A1 unread-cell", "Figures!F4 merged-cells", "Figures!E7 hidden-digits"];
    let mut found = told(&imported);
    found.sort();
    let mut sorted = expected;
    sorted.sort_unstable();
    assert_eq!(found, sorted);
    for value in ["\"value\": 31.33", "\"value\": 46.70", "\"value\": 7", "\"value\": 31.3"] {
        assert!(imported.json.contains(value), "{value}: {}", imported.json);
    }
    assert!(imported.json.contains("\"as_of\": \"2025\""));
}
