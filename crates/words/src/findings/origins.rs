//! Words for what is wrong with evidence, dates and what a source says of itself. Readers do not load them.
use dataset::{Breach, Lang};

use super::{FindingText, Words};

/// Evidence, dates and what a source says of itself.
pub(super) fn about(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::NoEvidence => Words {
            id: [
                "Angka ini tidak menyebut sumbernya",
                "Tambahkan \"evidence\" dengan sumber, baris, dan tulisannya",
            ],
            en: [
                "The figure does not say where it comes from",
                "Add \"evidence\" with source, line and token",
            ],
        }
        .fill(lang, &[]),
        Breach::NoToken => Words {
            id: [
                "Tulisan angka ini di sumbernya tidak disebut",
                "Tambahkan \"figure\" persis seperti yang tertulis, misalnya \"31,33%\"",
            ],
            en: [
                "The figure's token in the source is missing",
                "Add \"figure\" exactly as printed, such as \"31,33%\"",
            ],
        }
        .fill(lang, &[]),
        Breach::BadHash => Words {
            id: [
                "Ini bukan SHA-256 sebuah teks",
                "Tulis 64 angka heksadesimal dengan huruf kecil, hasil perintah sha256sum",
            ],
            en: [
                "This is no SHA-256 of a text",
                "Write 64 hexadecimal digits in small letters, as sha256sum prints them",
            ],
        }
        .fill(lang, &[]),
        Breach::OtherText { found, .. } => Words {
            id: [
                "Teks yang diberikan bukan teks yang dicatat dataset ini; SHA-256-nya {0}",
                "Berikan teks yang sama, atau periksa semua angka dengan teks baru lalu ganti \"sha256\"",
            ],
            en: [
                "The text given is not the one that the dataset names; its SHA-256 is {0}",
                "Give the same text, or check all figures against the new one and change \"sha256\"",
            ],
        }
        .fill(lang, &[found]),
        Breach::NoSuchLine { line, lines } => Words {
            id: [
                "Baris {0} tidak ada: teks sumber ini hanya {1} baris",
                "Tulis nomor paragraf atau butir daftar, dihitung dari 1",
            ],
            en: [
                "There is no line {0}: the text of this source has {1}",
                "Write the number of the paragraph or list item, counted from 1",
            ],
        }
        .fill(lang, &[&line.to_string(), &lines.to_string()]),
        Breach::TokenNotThere { token, line, elsewhere } => token_not_there(lang, token, *line, *elsewhere),
        Breach::FutureDate { date, updated } => Words {
            id: [
                "Tanggal {0} sesudah perubahan terakhir dataset ini ({1})",
                "Betulkan tanggal ini atau \"updated\"",
            ],
            en: ["The date {0} is after the dataset's last change ({1})", "Correct this date or \"updated\""],
        }
        .fill(lang, &[&date.to_string(), &updated.to_string()]),
        Breach::JuryCount { stated, listed } => Words {
            id: [
                "Disebut {0} juri, tetapi {1} yang tercantum; pembaca diberi tahu",
                "Biarkan jika sumbernya memang begitu; jika tidak, betulkan daftar atau jumlahnya",
            ],
            en: [
                "{0} {0 juror is|jurors are} stated but {1} {1 is|are} listed; readers are told",
                "Leave it if the source says so; otherwise correct the list or the number",
            ],
        }
        .fill(lang, &[&stated.to_string(), &listed.to_string()]),
        _ => return None,
    };
    Some(text)
}

/// A token that does not stand in the text of its source.
fn token_not_there(lang: Lang, token: &str, line: Option<u32>, elsewhere: Option<u32>) -> FindingText {
    let number = |line: Option<u32>| line.map(|line| line.to_string()).unwrap_or_default();
    let words = match (line, elsewhere) {
        (Some(_), Some(_)) => Words {
            id: ["\"{0}\" tidak ada di baris {1} sumbernya; adanya di baris {2}", "Betulkan \"line\": {2}"],
            en: ["\"{0}\" is not in line {1} of its source, but in line {2}", "Correct \"line\": {2}"],
        },
        (Some(_), None) => Words {
            id: [
                "\"{0}\" tidak ada di baris {1} sumbernya, dan tidak ada di baris lain",
                "Salin tulisannya persis seperti di sumber",
            ],
            en: [
                "\"{0}\" is not in line {1} of its source, nor in another one",
                "Copy the token exactly as the source prints it",
            ],
        },
        (None, _) => Words {
            id: ["\"{0}\" tidak ada dalam sumbernya", "Salin tulisannya persis seperti di sumber"],
            en: ["\"{0}\" is not in its source", "Copy the token exactly as the source prints it"],
        },
    };
    words.fill(lang, &[token, &number(line), &number(elsewhere)])
}
