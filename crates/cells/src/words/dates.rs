//! Words for dates and periods that are not clear.
use dataset::Lang;

use super::{Pair, Words};
use crate::unclear::Unclear;

pub(super) fn words(lang: Lang, unclear: &Unclear) -> Option<Words> {
    let words = match unclear {
        Unclear::NotADate { text } => Pair {
            id: [
                "“{0}” tidak dapat dibaca sebagai tanggal",
                "Tulis seperti 1 Agustus 2025, Agustus 2025, 2025, atau 2025-08-01",
            ],
            en: [
                "“{0}” cannot be read as a date",
                "Write it like 1 August 2025, August 2025, 2025 or 2025-08-01",
            ],
        }
        .fill(lang, &[text]),
        Unclear::NotATime { text } => Pair {
            id: [
                "“{0}” tidak dapat dibaca sebagai tanggal atau periode",
                "Tulis seperti per 1 Agustus 2025, sampai Juli 2025, atau Januari–Juli 2025",
            ],
            en: [
                "“{0}” cannot be read as a date or a period",
                "Write it like as of 1 August 2025, up to July 2025 or January–July 2025",
            ],
        }
        .fill(lang, &[text]),
        Unclear::NoYear { text } => Pair {
            id: [
                "Tahun dari “{0}” tidak terlihat; jika tidak diketik, program spreadsheet memakai tahun saat itu",
                "Tulis tanggal lengkap dengan tahunnya, misalnya 1 Agustus 2025",
            ],
            en: [
                "The year of “{0}” is not seen; where none is typed, the spreadsheet takes the year of that day",
                "Write the date with its year, such as 1 August 2025",
            ],
        }
        .fill(lang, &[text]),
        Unclear::TwoDigitYear { text } => Pair {
            id: [
                "Tahun dalam “{0}” hanya dua angka, atau tidak jelas mana yang tahun",
                "Tulis tahun dengan empat angka, misalnya 1 Agustus 2025",
            ],
            en: [
                "The year in “{0}” has two digits only, or it is not clear which one is the year",
                "Write the year with four digits, such as 1 August 2025",
            ],
        }
        .fill(lang, &[text]),
        Unclear::NoSuchDay { text } => Pair {
            id: ["Tanggal “{0}” tidak ada di kalender", "Periksa hari dan bulannya"],
            en: ["The calendar has no day “{0}”", "Check the day and the month"],
        }
        .fill(lang, &[text]),
        Unclear::WrongWeekday { text, date } => Pair {
            id: [
                "Hari dan tanggal dalam “{0}” tidak cocok: tanggal itu {1}",
                "Betulkan harinya atau tanggalnya, atau tulis tanggalnya saja",
            ],
            en: [
                "The day of the week in “{0}” is not that of the date: {1}",
                "Correct one of the two, or write the date alone",
            ],
        }
        .fill(lang, &[text, &::words::date_weekday(lang, *date)]),
        Unclear::PeriodBackwards { text } => Pair {
            id: [
                "Periode “{0}” berakhir sebelum dimulai",
                "Tulis awalnya dahulu, lalu akhirnya; jika melewati pergantian tahun, tulis kedua tahunnya",
            ],
            en: [
                "The period “{0}” ends before it starts",
                "Write its start first, then its end; where it passes New Year, write both years",
            ],
        }
        .fill(lang, &[text]),
        _ => return None,
    };
    Some(words)
}
