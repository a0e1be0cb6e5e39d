//! Words for numbers that are not clear.
use dataset::Lang;

use super::values::{meaning, number, qualifier, unit};
use super::{Pair, Words};
use crate::cell::Meaning;
use crate::unclear::Unclear;

pub(super) fn words(lang: Lang, unclear: &Unclear) -> Option<Words> {
    if let Unclear::TwoReadings { text, first, second, whole } = unclear {
        return Some(two_readings(lang, text, first, second, *whole));
    }
    about_words(lang, unclear)
        .or_else(|| about_digits(lang, unclear))
        .or_else(|| about_programs(lang, unclear))
}

fn two_readings(lang: Lang, text: &str, first: &Meaning, second: &Meaning, whole: bool) -> Words {
    let (one, other) = (meaning(lang, first), meaning(lang, second));
    let pair = match (first, second) {
        (Meaning::Number(a), Meaning::Number(b)) if whole && (a.value.scale == 0) != (b.value.scale == 0) => {
            Pair {
                id: [
                    "“{0}” bisa berarti {1}, bisa juga {2}",
                    "Kolom ini hanya untuk bilangan bulat: tulis {3} tanpa pemisah ribuan jika itu maksudnya",
                ],
                en: [
                    "“{0}” can mean {1} or {2}",
                    "The column is for whole numbers only: write {3} without a thousands separator if that is meant",
                ],
            }
        }
        // Three decimals look like thousands however they are typed.
        (Meaning::Number(a), Meaning::Number(b)) if a.value.scale == 3 || b.value.scale == 3 => Pair {
            id: [
                "“{0}” bisa berarti {1}, bisa juga {2}",
                "Untuk {3}, tulis tanpa pemisah ribuan; untuk {4}, isikan sebagai angka dengan format tiga desimal",
            ],
            en: [
                "“{0}” can mean {1} or {2}",
                "For {3}, write it without a thousands separator; for {4}, enter it as a number under a format of three decimals",
            ],
        },
        _ => Pair {
            id: ["“{0}” bisa berarti {1}, bisa juga {2}", "Tulis {1} atau {2}"],
            en: ["“{0}” can mean {1} or {2}", "Write {1} or {2}"],
        },
    };
    let is_decimal =
        |meaning: &Meaning| matches!(meaning, Meaning::Number(entered) if entered.value.scale > 0);
    let (large, small) = if is_decimal(first) { (&other, &one) } else { (&one, &other) };
    pair.fill(lang, &[text, &one, &other, large, small])
}

/// Words beside numbers.
fn about_words(lang: Lang, unclear: &Unclear) -> Option<Words> {
    let words = match unclear {
        Unclear::TwoQualifiers { text, word, first, second } => Pair {
            id: [
                "“{1}” dalam “{0}” tidak cukup jelas: bisa berarti {2}, bisa juga {3}",
                "Ganti dengan “{2}” atau “{3}”, sesuai dengan yang dapat dibuktikan dari sumbernya",
            ],
            en: [
                "“{1}” in “{0}” is not clear enough: it can mean {2} or {3}",
                "Write “{2}” or “{3}” in its place, whichever the source bears out",
            ],
        }
        .fill(lang, &[text, word, qualifier(lang, *first), qualifier(lang, *second)]),
        Unclear::ZeroOrMissing { text } => Pair {
            id: [
                "“{0}” bisa berarti 0, bisa juga tidak disebutkan",
                "Tulis 0 jika memang nol (dengan format angka yang memperlihatkannya), atau - sebagai teks jika sumbernya tidak menyebutkannya",
            ],
            en: [
                "“{0}” can mean 0 or not stated",
                "Write 0 where it is zero (under a number format that shows it), or - as text where the source does not state it",
            ],
        }
        .fill(lang, &[text]),
        Unclear::WhichCurrency { text, sign } => Pair {
            id: [
                "“{1}” dalam “{0}” dipakai oleh beberapa mata uang",
                "Tulis kode mata uangnya, misalnya USD atau SGD",
            ],
            en: ["“{1}” in “{0}” stands for several currencies", "Write the currency's code, such as USD or SGD"],
        }
        .fill(lang, &[text, sign]),
        Unclear::UnknownWord { text, word } => Pair {
            id: [
                "“{1}” dalam “{0}” tidak dikenal di samping angka",
                "Tulis angkanya saja, atau dengan satuan dan kata seperti lebih dari, sekitar, juta, miliar",
            ],
            en: [
                "“{1}” in “{0}” is not known beside a number",
                "Write the number alone, or with its unit and words such as more than, about, million, billion",
            ],
        }
        .fill(lang, &[text, word]),
        Unclear::OtherUnit { text, found } => Pair {
            id: [
                "“{0}” memakai satuan {1}, yang bukan satuan kolom ini",
                "Periksa apakah angka ini ada di kolom yang benar, atau hapus satuannya jika salah ketik",
            ],
            en: [
                "“{0}” is in {1}, which is not the unit of this column",
                "See whether the number stands in the right column, or delete the unit if it is a slip",
            ],
        }
        .fill(lang, &[text, &unit(lang, found)]),
        _ => return None,
    };
    Some(words)
}

/// The digits themselves.
fn about_digits(lang: Lang, unclear: &Unclear) -> Option<Words> {
    let words = match unclear {
        Unclear::NotANumber { text } => Pair {
            id: [
                "“{0}” tidak dapat dibaca sebagai angka",
                "Tulis angkanya saja, misalnya 31,33% atau Rp718,7 miliar; tulis - jika sumbernya tidak menyebutkannya",
            ],
            en: [
                "“{0}” cannot be read as a number",
                "Write the number alone, such as 31.33% or Rp718.7 billion; write - where the source does not state it",
            ],
        }
        .fill(lang, &[text]),
        Unclear::BadGroups { text } => Pair {
            id: [
                "Titik atau koma dalam “{0}” bukan pemisah ribuan dan bukan tanda desimal",
                "Periksa angkanya; tulis tanpa pemisah ribuan, misalnya 1234567 atau 1234,5",
            ],
            en: [
                "The points or commas in “{0}” are neither thousands nor decimals",
                "Check the number; write it without thousands separators, such as 1234567 or 1234.5",
            ],
        }
        .fill(lang, &[text]),
        Unclear::BadRange { text } => Pair {
            id: [
                "Rentang “{0}” tidak jelas",
                "Tulis angka yang kecil dahulu, lalu yang besar, dengan satuan yang sama, misalnya 30–40%",
            ],
            en: [
                "The range “{0}” is not clear",
                "Write the smaller number first, then the larger one, in the same unit, such as 30–40%",
            ],
        }
        .fill(lang, &[text]),
        Unclear::NotWhole { text, value } => Pair {
            id: [
                "“{0}” bukan bilangan bulat saja ({1}), padahal orang, klaim, dan uang dihitung bulat",
                "Tulis bilangan bulat tanpa satuan lain, misalnya 43251; periksa juga apakah titik dan komanya tertukar",
            ],
            en: [
                "“{0}” is not just a whole number ({1}), but persons, claims and money are counted in whole ones",
                "Write a whole number, such as 43251; see, too, whether point and comma are the wrong way round",
            ],
        }
        .fill(lang, &[text, &number(lang, *value)]),
        Unclear::OtherDigits { text } => Pair {
            id: [
                "“{0}” memakai bentuk angka yang lain, misalnya angka lebar, pangkat, atau pecahan",
                "Ketik ulang dengan angka biasa, 0 sampai 9, tanpa tanda catatan kaki",
            ],
            en: [
                "“{0}” has digits of another kind, such as wide ones, raised ones or fractions",
                "Type it again with plain digits, 0 to 9, without marks of footnotes",
            ],
        }
        .fill(lang, &[text]),
        Unclear::TooFine { text } => Pair {
            id: [
                "“{0}” memiliki lebih dari sembilan desimal; ketelitian yang dimaksud tidak terlihat",
                "Atur format sel ke jumlah desimal seperti di sumbernya, misalnya dua desimal",
            ],
            en: [
                "“{0}” has more than nine decimals; the precision that is meant cannot be seen",
                "Set the format of the cell to as many decimals as the source has, such as two",
            ],
        }
        .fill(lang, &[text]),
        Unclear::TooLarge { text } => Pair {
            id: ["“{0}” terlalu besar", "Periksa angkanya; tulis uang dalam satuan penuh, misalnya rupiah"],
            en: ["“{0}” is too large", "Check the number; write money in whole units, such as rupiah"],
        }
        .fill(lang, &[text]),
        _ => return None,
    };
    Some(words)
}

/// What spreadsheets do to numbers.
fn about_programs(lang: Lang, unclear: &Unclear) -> Option<Words> {
    let words = match unclear {
        Unclear::LostDigits { text } => Pair {
            id: [
                "“{0}” sudah kehilangan angka di belakangnya karena disingkat oleh program spreadsheet",
                "Lebarkan kolomnya atau atur formatnya ke 0, lalu simpan lagi; tulis kode yang panjang sebagai teks",
            ],
            en: [
                "“{0}” has lost its last digits, because the spreadsheet shortened it",
                "Widen the column or set its format to 0, then save again; write long codes as text",
            ],
        }
        .fill(lang, &[text]),
        Unclear::HiddenByFormat { text } => Pair {
            id: [
                "Format sel ini menyembunyikan angkanya; yang terlihat hanya “{0}”",
                "Ganti format sel menjadi Angka, lalu periksa isinya",
            ],
            en: [
                "The format of this cell hides its number; all that is seen is “{0}”",
                "Change the format of the cell to Number, then check what is in it",
            ],
        }
        .fill(lang, &[text]),
        Unclear::TurnedIntoADate { date, typed } => {
            let mark = if lang == Lang::Id { ',' } else { '.' };
            let typed: Vec<String> = typed.iter().map(|[a, b]| format!("'{a}{mark}{b}")).collect();
            let or = if lang == Lang::Id { " atau " } else { " or " };
            Pair {
                id: [
                    "Di sini seharusnya ada angka, tetapi sel ini berisi tanggal {0}; program spreadsheet mungkin mengubah angka yang diketik menjadi tanggal",
                    "Atur format sel ke Teks dan ketik ulang angkanya, atau awali dengan tanda petik tunggal: {1}",
                ],
                en: [
                    "A number is expected here, but the cell holds the date {0}; the spreadsheet may have made a date of what was typed",
                    "Set the format of the cell to Text and type the number again, or begin it with an apostrophe: {1}",
                ],
            }
            .fill(lang, &[&::words::date(lang, *date), &typed.join(or)])
        }
        _ => return None,
    };
    Some(words)
}
