//! The words of the figures themselves.
use super::figures::EVIDENCE;
use super::shared::NOTE;
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[("Observation", OBSERVATION), ("SeriesBreak", SERIES_BREAK)];

const OBSERVATION: &[FieldWords] = &[
    field("id", ["id", "id"], "tingkat-2025", ["Nama pendek angka.", "Its id."]),
    field(
        "indicator",
        ["indikator", "indicator"],
        "tingkat",
        ["Id indikator: apa yang dihitung.", "The id of the indicator: what is counted."],
    )
    .to("indicators"),
    field(
        "region",
        ["daerah", "region"],
        "pulau-contoh",
        ["Id daerah: di mana.", "The id of the region: where."],
    )
    .to("regions")
    .or(&["wilayah"]),
    field(
        "group",
        ["kelompok", "group"],
        "mandiri",
        ["Id kelompok; kosong untuk semua pekerja.", "The id of the group; empty for all workers."],
    )
    .to("groups"),
    field(
        "programme",
        ["program", "programme"],
        "jkm",
        [
            "Id program; kosong untuk semuanya, atau kalau sumber tidak menyebutnya.",
            "The id of the programme; empty for all, or where the source does not say.",
        ],
    )
    .to("programmes")
    .or(&["program"]),
    field("time", ["", ""], "", ["", ""]),
    field(
        "value",
        ["nilai", "value"],
        "31.33",
        [
            "Angkanya dengan desimal seperti tercetak. Boleh juga “lebih dari 45.000”, “Rp718,7 miliar”, atau “-” kalau tidak disebutkan.",
            "The number with its decimals as printed. “More than 45,000”, “Rp718.7 billion”, and “-” where none is stated, are understood.",
        ],
    )
    .or(&["angka", "jumlah", "figure"]),
    field(
        "missing",
        ["tidak ada karena", "missing because"],
        "not_stated",
        ["Sebab tidak ada angka.", "Why there is no number."],
    ),
    field(
        "decimals",
        ["desimal", "decimals"],
        "2",
        [
            "Jumlah desimal yang disebut; biasanya sebanyak yang tertulis.",
            "To how many decimals the number was stated; if empty, as many as are written.",
        ],
    ),
    field(
        "step",
        ["pembulatan", "rounding step"],
        "100000000",
        [
            "Langkah pembulatan kalau bukan desimal terakhir: 100000000 untuk 718,7 miliar.",
            "The rounding step, where it is not the last decimal place: 100000000 for 718.7 billion.",
        ],
    ),
    field(
        "upper",
        ["batas atas", "upper"],
        "45",
        [
            "Yang lebih besar dari dua angka, misalnya 45 untuk “antara 40% dan 45%”.",
            "The larger one of two numbers between which the truth lies; the value is the smaller one.",
        ],
    ),
    field(
        "qualifier",
        ["sifat angka", "qualifier"],
        "rounded",
        [
            "Hubungan angka dengan kenyataan. Kalau kosong: dibulatkan untuk persen dan angka berdesimal, selain itu tepat.",
            "How the number relates to the truth. If empty: rounded for percentages and numbers with decimals, else exact.",
        ],
    ),
    field(
        "status",
        ["status", "status"],
        "A",
        [
            "Status menurut SDMX. Kalau kosong: normal, atau sesuai sebab tidak ada angka.",
            "The observation status after SDMX. If empty: normal, or what the missing value says.",
        ],
    ),
    field(
        "preferred",
        ["diutamakan", "preferred"],
        "true",
        [
            "“Ya” untuk angka yang ditampilkan kalau beberapa sumber menyebut angka yang sama.",
            "“Yes” for the one that is shown where several sources state the same figure.",
        ],
    ),
    EVIDENCE,
    field(
        "paid_by",
        ["dibayar oleh", "paid by"],
        "APBD Provinsi|The province's budget",
        [
            "Siapa yang membayar; kosong kalau sumber tidak menyebutnya.",
            "Who pays, such as the budget of a region; empty where the source does not say.",
        ],
    ),
    NOTE,
];

const SERIES_BREAK: &[FieldWords] = &[
    field(
        "indicator",
        ["indikator", "indicator"],
        "tingkat",
        ["Id indikator yang deretnya terputus.", "The id of the indicator."],
    )
    .to("indicators"),
    field(
        "at",
        ["mulai", "from"],
        "2025-01-01",
        ["Tanggal pertama deret yang baru.", "The first date of the new series."],
    ),
    field(
        "kind",
        ["jenis", "kind"],
        "base",
        [
            "Yang berubah; kosong kalau sumber tidak menyebutnya.",
            "What kind of break it is; empty where the source does not say.",
        ],
    ),
    field(
        "note",
        ["catatan", "note"],
        "Dasar hitungannya berubah.|The base has changed.",
        ["Apa yang berubah: dasar atau caranya.", "What changed: the base, the method."],
    ),
    EVIDENCE,
];
