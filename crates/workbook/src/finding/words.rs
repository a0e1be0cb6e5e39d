//! What is wrong with a workbook and how to mend it, in plain words.
use dataset::Lang;

use super::{FindingText, Problem};
use crate::import::places::is_empty_value;
use crate::layout::pick;
use crate::read;

/// What a finding says, and how to mend it. Sentences without a full stop.
pub(super) fn words(problem: &Problem, lang: Lang) -> FindingText {
    match problem {
        Problem::File(fault) => {
            let [what, mend] = read::words(fault, lang);
            FindingText { what, mend }
        }
        Problem::Unclear(unclear) => cells::words::words(lang, unclear),
        Problem::Dataset(finding) if is_empty_value(finding) => Words {
            id: [
                "Angka ini tidak punya nilai",
                "Isi kolom “Nilai”, atau tulis - di situ kalau sumber tidak menyebutnya",
            ],
            en: [
                "The figure has no value",
                "Fill in the column “Value”, or write - there where the source does not state it",
            ],
        }
        .fill(lang, &[]),
        Problem::Dataset(finding) => ::words::finding(lang, finding),
        _ => of_sheets(problem, lang).unwrap_or_else(|| of_cells(problem, lang)),
    }
}

/// Two sentences in each language, with places to fill in.
struct Words {
    id: [&'static str; 2],
    en: [&'static str; 2],
}

impl Words {
    fn fill(&self, lang: Lang, found: &[&str]) -> FindingText {
        let [what, mend] = match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        };
        FindingText { what: ::words::fill(what, found), mend: ::words::fill(mend, found) }
    }
}

fn of_sheets(problem: &Problem, lang: Lang) -> Option<FindingText> {
    Some(match problem {
        Problem::NoSheet => Words {
            id: [
                "Tidak ada lembar yang dikenal dalam berkas ini, jadi tidak ada yang dibaca",
                "Pakai buku kerja yang dibuat dari templat",
            ],
            en: ["None of the sheets is known, so nothing is read", "Use a workbook made from the template"],
        }
        .fill(lang, &[]),
        Problem::UnknownSheet { similar: Some(similar) } => Words {
            id: [
                "Lembar ini tidak dikenal dan tidak dibaca",
                "Mungkin maksudnya “{0}”: ganti nama lembarnya",
            ],
            en: ["The sheet is not known and not read", "Perhaps “{0}” is meant: rename the sheet"],
        }
        .fill(lang, &[pick(lang, similar)]),
        Problem::UnknownSheet { .. } => Words {
            id: [
                "Lembar ini tidak dikenal dan tidak dibaca",
                "Pakai nama lembar dari templat; awali namanya dengan # kalau lembar ini untuk Anda sendiri",
            ],
            en: [
                "The sheet is not known and not read",
                "Use the names of the template; begin its name with # if the sheet is for yourself",
            ],
        }
        .fill(lang, &[]),
        Problem::SecondSheet { first } => Words {
            id: ["Lembar untuk isi yang sama sudah ada: “{0}”", "Gabungkan keduanya ke dalam satu lembar"],
            en: ["There is a sheet for the same already: “{0}”", "Put both into one sheet"],
        }
        .fill(lang, &[first]),
        Problem::NoHeader => Words {
            id: [
                "Tidak ada baris dengan nama kolom di 20 baris pertama",
                "Salin baris pertama lembar ini dari templat",
            ],
            en: [
                "None of the first 20 rows has the names of the columns",
                "Copy the first row of this sheet from the template",
            ],
        }
        .fill(lang, &[]),
        _ => return of_columns(problem, lang),
    })
}

fn of_columns(problem: &Problem, lang: Lang) -> Option<FindingText> {
    Some(match problem {
        Problem::UnknownColumn { name, similar: Some(similar) } => Words {
            id: ["Kolom “{0}” tidak dikenal dan tidak dibaca", "Mungkin maksudnya “{1}”"],
            en: ["The column “{0}” is not known and not read", "Perhaps “{1}” is meant"],
        }
        .fill(lang, &[name, pick(lang, similar)]),
        Problem::UnknownColumn { name, .. } => Words {
            id: [
                "Kolom “{0}” tidak dikenal dan tidak dibaca",
                "Pakai nama kolom dari templat; awali dengan # kalau kolom ini untuk Anda sendiri",
            ],
            en: [
                "The column “{0}” is not known and not read",
                "Use the names of the template; begin it with # if the column is for yourself",
            ],
        }
        .fill(lang, &[name]),
        Problem::SecondColumn { name } => Words {
            id: [
                "Kolom “{0}” ada dua kali; yang kedua tidak dibaca",
                "Gabungkan isinya, lalu hapus salah satunya",
            ],
            en: [
                "The column “{0}” stands twice; the second one is not read",
                "Put both together and delete one",
            ],
        }
        .fill(lang, &[name]),
        Problem::NamelessColumn => Words {
            id: [
                "Kolom ini berisi, tetapi tidak bernama, jadi tidak dibaca",
                "Beri nama kolom dari templat, atau awali dengan # kalau untuk Anda sendiri",
            ],
            en: [
                "The column has cells but no name, so it is not read",
                "Give it a name of the template, or one that begins with # if it is for yourself",
            ],
        }
        .fill(lang, &[]),
        _ => return None,
    })
}

fn of_cells(problem: &Problem, lang: Lang) -> FindingText {
    match problem {
        Problem::Unread => Words {
            id: [
                "Sel ini di luar tabel dan tidak dibaca",
                "Awali dengan # kalau memang hanya untuk Anda sendiri",
            ],
            en: [
                "The cell is outside of the table and not read",
                "Begin it with # if it is for yourself only",
            ],
        }
        .fill(lang, &[]),
        Problem::Merged => Words {
            id: [
                "Beberapa sel digabung di sini; nilainya hanya berlaku untuk sel pertama",
                "Pisahkan sel itu, lalu isi setiap baris",
            ],
            en: [
                "Cells are merged here; the value is that of the first one only",
                "Unmerge the cells, then fill in every row",
            ],
        }
        .fill(lang, &[]),
        Problem::Uncomputed => Words {
            id: [
                "Rumus di sel ini belum dihitung: nilainya tidak ada dalam berkas",
                "Buka di Excel atau LibreOffice, simpan, lalu coba lagi; atau tulis nilainya",
            ],
            en: [
                "The formula has not been computed: its value is not in the file",
                "Open it in Excel or LibreOffice, save it and try again; or write the value",
            ],
        }
        .fill(lang, &[]),
        Problem::Hidden => Words {
            id: [
                "Lembar ini, atau sebagian baris atau kolomnya, tersembunyi; isinya ikut dibaca",
                "Tampilkan dan periksa, atau hapus kalau tidak perlu",
            ],
            en: [
                "The sheet, or a row or a column of it, is hidden; it is read, too",
                "Unhide and look at them, or delete them",
            ],
        }
        .fill(lang, &[]),
        _ => of_values(problem, lang),
    }
}

fn of_values(problem: &Problem, lang: Lang) -> FindingText {
    match problem {
        Problem::UnknownWord { word, known } => Words {
            id: ["“{0}” tidak dikenal di kolom ini", "Pilih salah satu: {1}"],
            en: ["“{0}” is not known in this column", "Choose one of: {1}"],
        }
        .fill(lang, &[word, pick(lang, known)]),
        Problem::NotPairs { part } => Words {
            id: ["“{0}” bukan nama dan kode", "Tulis seperti kemendagri=16.08; bps=1609"],
            en: ["“{0}” is no name with a code", "Write it as in kemendagri=16.08; bps=1609"],
        }
        .fill(lang, &[part]),
        Problem::HiddenDigits => Words {
            id: [
                "Angka di sel ini punya lebih banyak desimal daripada yang tampak; yang dibaca yang tampak",
                "Bulatkan angkanya, atau tampilkan semua desimalnya",
            ],
            en: [
                "The number has more digits than are shown; what is shown is read",
                "Round the number, or show all of its decimals",
            ],
        }
        .fill(lang, &[]),
        Problem::Contradiction { column } => Words {
            id: [
                "Sel ini menyatakan hal lain daripada kolom “{0}”",
                "Kosongkan kolom itu, atau samakan keduanya",
            ],
            en: [
                "The cell says another thing than the column “{0}”",
                "Empty that column, or make them agree",
            ],
        }
        .fill(lang, &[pick(lang, column)]),
        Problem::OtherCurrency { found, expected } => Words {
            id: ["Nilainya dalam {0}, tetapi indikatornya dalam {1}", "Periksa indikator dan satuannya"],
            en: ["The amount is in {0}, but the indicator is in {1}", "Look at the indicator and its unit"],
        }
        .fill(lang, &[found, expected]),
        _ => of_records(problem, lang),
    }
}

fn of_records(problem: &Problem, lang: Lang) -> FindingText {
    match problem {
        Problem::NoParent { of } => Words {
            id: ["Baris ini tidak menyebut id {0} yang memuatnya, jadi tidak dibaca", "Isi kolom “Id {0}”"],
            en: ["The row names no {0} that it belongs to, so it is not read", "Fill in the id of the {0}"],
        }
        .fill(lang, &[pick(lang, of)]),
        Problem::UnknownParent { id, of, similar: Some(similar) } => Words {
            id: ["Tidak ada {1} dengan id “{0}”, jadi baris ini tidak dibaca", "Mungkin maksudnya “{2}”"],
            en: ["There is no {1} with the id “{0}”, so the row is not read", "Perhaps “{2}” is meant"],
        }
        .fill(lang, &[id, pick(lang, of), similar]),
        Problem::UnknownParent { id, of, .. } => Words {
            id: [
                "Tidak ada {1} dengan id “{0}”, jadi baris ini tidak dibaca",
                "Tambahkan {1} itu di lembarnya, atau tulis id yang ada",
            ],
            en: [
                "There is no {1} with the id “{0}”, so the row is not read",
                "Add that {1} to its sheet, or write an id that is there",
            ],
        }
        .fill(lang, &[id, pick(lang, of)]),
        Problem::SecondKey { id } => Words {
            id: ["Id “{0}” sudah dipakai di lembar ini; baris ini tidak dibaca", "Beri id lain"],
            en: ["The id “{0}” stands in this sheet already; the row is not read", "Give it another id"],
        }
        .fill(lang, &[id]),
        Problem::NamedRecord { name, id } => Words {
            id: ["“{0}” dibaca sebagai id “{1}”", "Tulis id-nya supaya pasti"],
            en: ["“{0}” is taken for the id “{1}”", "Write the id to be sure"],
        }
        .fill(lang, &[name, id]),
        _ => Words {
            id: [
                "Baris ini tidak punya id, jadi tidak dibaca",
                "Isi kolom Id: huruf kecil, angka, dan tanda hubung",
            ],
            en: [
                "The row has no id, so it is not read",
                "Fill in the column Id: lower-case letters, digits and hyphens",
            ],
        }
        .fill(lang, &[]),
    }
}
