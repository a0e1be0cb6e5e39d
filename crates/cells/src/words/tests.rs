use dataset::Lang;

use super::*;
use crate::{Cell, Expect, date, number};

#[track_caller]
fn said(unclear: &Unclear, id: [&str; 2], en: [&str; 2]) {
    for (lang, wanted) in [(Lang::Id, id), (Lang::En, en)] {
        let Words { what, mend } = words(lang, unclear);
        assert_eq!([what.replace('\u{a0}', " "), mend.replace('\u{a0}', " ")], wanted);
    }
}

#[test]
fn two_readings_are_both_said_with_what_to_write() {
    let refused = |cell: &Cell, expect: &Expect| number(cell, expect).unwrap_err();
    said(
        &refused(&Cell::text("1.234"), &Expect::ANY),
        [
            "“1.234” bisa berarti 1234, bisa juga 1,234",
            "Untuk 1234, tulis tanpa pemisah ribuan; untuk 1,234, isikan sebagai angka dengan format tiga desimal",
        ],
        [
            "“1.234” can mean 1234 or 1.234",
            "For 1234, write it without a thousands separator; for 1.234, enter it as a number under a format of three decimals",
        ],
    );
    said(
        &refused(&Cell::number(43.251, ""), &Expect::WHOLE),
        [
            "“43.251” bisa berarti 43251, bisa juga 43,251",
            "Kolom ini hanya untuk bilangan bulat: tulis 43251 tanpa pemisah ribuan jika itu maksudnya",
        ],
        [
            "“43.251” can mean 43251 or 43.251",
            "The column is for whole numbers only: write 43251 without a thousands separator if that is meant",
        ],
    );
    said(
        &refused(&Cell::number(0.3133, ""), &Expect::PERCENT),
        ["“0.3133” bisa berarti 0,3133%, bisa juga 31,33%", "Tulis 0,3133% atau 31,33%"],
        ["“0.3133” can mean 0.3133% or 31.33%", "Write 0.3133% or 31.33%"],
    );
    said(
        &refused(&Cell::text("Rp3 M"), &Expect::WHOLE),
        [
            "“Rp3 M” bisa berarti Rp3.000.000.000, bisa juga Rp3.000.000",
            "Tulis Rp3.000.000.000 atau Rp3.000.000",
        ],
        ["“Rp3 M” can mean Rp3,000,000,000 or Rp3,000,000", "Write Rp3,000,000,000 or Rp3,000,000"],
    );
    said(
        &date(&Cell::text("01/08/2025")).unwrap_err(),
        [
            "“01/08/2025” bisa berarti 1 Agustus 2025, bisa juga 8 Januari 2025",
            "Tulis 1 Agustus 2025 atau 8 Januari 2025",
        ],
        ["“01/08/2025” can mean 1 August 2025 or 8 January 2025", "Write 1 August 2025 or 8 January 2025"],
    );
}

#[test]
fn numbers_that_became_dates_say_how_to_type_them() {
    said(
        &number(&Cell::date(45_870.0, "d-mmm"), &Expect::PERCENT).unwrap_err(),
        [
            "Di sini seharusnya ada angka, tetapi sel ini berisi tanggal 1 Agustus 2025; program spreadsheet mungkin mengubah angka yang diketik menjadi tanggal",
            "Atur format sel ke Teks dan ketik ulang angkanya, atau awali dengan tanda petik tunggal: '1,8 atau '2025,8",
        ],
        [
            "A number is expected here, but the cell holds the date 1 August 2025; the spreadsheet may have made a date of what was typed",
            "Set the format of the cell to Text and type the number again, or begin it with an apostrophe: '1.8 or '2025.8",
        ],
    );
}

#[test]
fn what_is_to_be_written_can_be_read() {
    // The remedy of each refusal is no refusal itself.
    for (text, expect) in
        [("0.3133", Expect::PERCENT), ("Rp3 M", Expect::WHOLE), ("3 M orang", Expect::WHOLE)]
    {
        let unclear = number(&Cell::text(text), &expect).unwrap_err();
        for lang in Lang::ALL {
            let mend = words(lang, &unclear).mend;
            let written =
                mend.trim_start_matches("Tulis ").trim_start_matches("Write ").replace(" or ", " atau ");
            for written in written.split(" atau ") {
                assert!(number(&Cell::text(written), &expect).is_ok(), "{written}");
            }
        }
    }
}

#[test]
fn files_that_are_refused_say_why() {
    for fault in [
        CsvFault::Empty,
        CsvFault::TooLarge,
        CsvFault::NotText,
        CsvFault::MixedEncoding { line: 3 },
        CsvFault::TwoDividers { first: ';', second: ',' },
        CsvFault::NoDivider,
        CsvFault::OpenQuote { line: 2 },
    ] {
        for lang in Lang::ALL {
            let Words { what, mend } = csv_fault(lang, &fault);
            assert!(!what.contains('{') && !mend.contains('{') && !mend.is_empty(), "{what} {mend}");
        }
        assert!(fault.code().starts_with("csv-") && !fault.to_string().is_empty());
    }
}
