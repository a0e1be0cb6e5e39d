//! The words of closed lists.

/// A word of a closed list: as a dataset writes it, in Indonesian and in English.
pub(crate) type ClosedWord = (&'static str, [&'static str; 2]);

/// True and false.
pub(crate) const BOOLEANS: &[ClosedWord] = &[("true", ["ya", "yes"]), ("false", ["tidak", "no"])];

/// The words of a closed list, by the name of its type.
pub(crate) fn closed(list: &str) -> &'static [ClosedWord] {
    match list {
        "Lang" => &[("id", ["Indonesia", "Indonesian"]), ("en", ["Inggris", "English"])],
        "Basis" => &[("stated", ["disebutkan", "stated"]), ("inferred", ["disimpulkan", "inferred"])],
        "Missing" => &[
            ("not_stated", ["tidak disebutkan", "not stated"]),
            ("not_collected", ["tidak dikumpulkan", "not collected"]),
            ("not_applicable", ["tidak berlaku", "not applicable"]),
            ("confidential", ["dirahasiakan", "confidential"]),
        ],
        "Qualifier" => &[
            ("exact", ["tepat", "exact"]),
            ("rounded", ["dibulatkan", "rounded"]),
            ("truncated", ["dipotong", "truncated"]),
            ("at_least", ["paling sedikit", "at least"]),
            ("more_than", ["lebih dari", "more than"]),
            ("at_most", ["paling banyak", "at most"]),
            ("less_than", ["kurang dari", "less than"]),
            ("between", ["antara", "between"]),
            ("approx", ["sekitar", "about"]),
            ("estimate", ["perkiraan", "estimate"]),
        ],
        "Status" => &[
            ("A", ["normal", "normal"]),
            ("E", ["perkiraan", "estimated"]),
            ("P", ["sementara", "provisional"]),
            ("L", ["tidak dikumpulkan", "not collected"]),
            ("M", ["tidak mungkin ada", "cannot exist"]),
            ("O", ["tidak ada", "missing"]),
        ],
        "BreakKind" => &[
            ("base", ["dasar", "base"]),
            ("method", ["cara", "method"]),
            ("edition", ["edisi", "edition"]),
            ("definition", ["definisi", "definition"]),
        ],
        "NoteSeverity" => &[
            ("info", ["keterangan", "information"]),
            ("gap", ["belum lengkap", "gap"]),
            ("contradiction", ["ketidakcocokan", "contradiction"]),
        ],
        _ => of_quantities(list),
    }
}

fn of_quantities(list: &str) -> &'static [ClosedWord] {
    match list {
        "Unit" => &[
            ("percent", ["persen", "percent"]),
            ("person", ["orang", "person"]),
            ("claim", ["klaim", "claim"]),
        ],
        "ChangeKind" => {
            &[("points", ["poin persen", "percentage points"]), ("percent", ["persen", "percent"])]
        }
        "Role" => &[
            ("coverage-rate", ["tingkat kepesertaan", "coverage rate"]),
            ("covered", ["terlindungi", "covered"]),
            ("potential", ["bisa menjadi peserta", "could be covered"]),
            ("uncovered", ["belum terlindungi", "not covered"]),
            ("claim-count", ["jumlah klaim", "number of claims"]),
            ("claim-amount", ["nilai manfaat", "value of benefits"]),
            ("scholarship-amount", ["beasiswa", "scholarships"]),
            ("scholarship-children", ["anak penerima beasiswa", "children with a scholarship"]),
        ],
        "ColumnKind" => &[
            ("text", ["teks", "text"]),
            ("integer", ["bilangan bulat", "whole number"]),
            ("amount", ["nilai uang", "amount"]),
            ("date", ["tanggal", "date"]),
            ("region", ["daerah", "region"]),
            ("group", ["kelompok", "group"]),
            ("programme", ["program", "programme"]),
        ],
        _ => &[],
    }
}
