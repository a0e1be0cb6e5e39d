//! Words for usual slips of those who write a dataset by hand. Not part of the browser's bundle.
use super::{FindingText, Words};
use dataset::Lang;
use dataset::json::Reason;

/// A field whose name is nearly that of another one.
pub(super) fn misspelt(lang: Lang, name: &str, similar: &str) -> FindingText {
    Words {
        id: ["Format ini tidak punya isian \"{0}\" di sini", "Mungkin maksudnya \"{1}\""],
        en: ["The format has no field \"{0}\" here", "Perhaps \"{1}\" is meant"],
    }
    .fill(lang, &[name, similar])
}

/// Findings that are counted only.
pub(super) fn more(lang: Lang, code: &str, count: usize) -> FindingText {
    Words {
        id: [
            "Masih ada {0} temuan \"{1}\" lagi, mulai di sini",
            "Perbaiki dulu yang tercantum, lalu periksa lagi; biasanya sebabnya satu",
        ],
        en: [
            "There are {0} more findings \"{1}\", from here on",
            "Mend those that are listed, then check again; they often have one cause",
        ],
    }
    .fill(lang, &[&count.to_string(), code])
}

/// A bracket or a quotation mark that is open at the end of the text.
pub(super) fn unclosed(lang: Lang, mark: char, line: u32) -> FindingText {
    let close = match mark {
        '{' => "}",
        '[' => "]",
        _ => "\"",
    };
    Words {
        id: ["Teks berakhir, padahal {0} di baris {1} belum ditutup", "Tulis {2} di tempat isinya berakhir"],
        en: ["The text ends, but the {0} of line {1} is still open", "Write {2} where its content ends"],
    }
    .fill(lang, &[&mark.to_string(), &line.to_string(), close])
}

/// Usual slips in a text that is not JSON.
pub(super) fn slip(reason: Reason) -> Words {
    match reason {
        Reason::Comment => Words {
            id: [
                "JSON tidak mengenal komentar",
                "Hapus komentar itu; yang perlu diketahui pembaca ditulis di \"note\" atau \"notes\"",
            ],
            en: [
                "JSON has no comments",
                "Delete the comment; what readers should know goes into \"note\" or \"notes\"",
            ],
        },
        Reason::Quotes => Words {
            id: [
                "Tanda kutip ini bukan yang dikenal JSON",
                "Ganti dengan tanda kutip lurus \"; pengolah kata kerap mengubah bentuknya",
            ],
            en: [
                "JSON does not know this quotation mark",
                "Write the straight mark \" instead; word processors often change it",
            ],
        },
        _ => Words {
            id: ["Berkas ini kosong", "Mulailah dari contoh dalam docs/dataset.md"],
            en: ["The file is empty", "Start from the sample in docs/dataset.md"],
        },
    }
}
