//! The words of the whole dataset, and of what many records have.
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("", DATASET),
    ("Scheme", SCHEME),
    ("Population", POPULATION),
    ("Privacy", PRIVACY),
    ("Claims", CLAIMS),
    ("Records", FILE),
    ("RecordColumn", FILE_COLUMN),
];

const DATASET: &[FieldWords] = &[
    field(
        "$schema",
        ["alamat skema", "schema address"],
        "../schema/dataset-1.schema.json",
        [
            "Alamat JSON Schema untuk penyunting teks; biarkan seperti ini.",
            "The address of the JSON Schema, for editors; leave it as it is.",
        ],
    ),
    field(
        "format",
        ["format", "format"],
        "jamsostek-dashboard/1",
        ["Nama dan versi format; biarkan seperti ini.", "The format and its version; leave it as it is."],
    ),
    field(
        "id",
        ["id laporan", "report id"],
        "pulau-contoh-2025",
        [
            "Nama pendek laporan dari huruf kecil, angka, dan tanda hubung; juga menjadi nama berkasnya.",
            "A short name of the report in lower-case letters, digits and hyphens; it is the file's name, too.",
        ],
    ),
    field(
        "report",
        ["seri laporan", "report series"],
        "pulau-contoh",
        [
            "Nama bersama semua edisi laporan ini, kalau bukan id laporan tanpa tanggal di belakangnya.",
            "The name that all editions of this report share, where it is not the report's id without the date at its end.",
        ],
    ),
    field(
        "title",
        ["judul", "title"],
        "Perlindungan pekerja di Pulau Contoh|Worker protection on Sample Island",
        ["Judul laporan.", "The report's title."],
    ),
    field(
        "summary",
        ["ringkasan", "summary"],
        "Berapa pekerja yang sudah terlindungi.|How many workers are covered.",
        [
            "Isi laporan dalam satu atau dua kalimat, tanpa nama orang pribadi.",
            "What the report is about, in one or two sentences, without names of private persons.",
        ],
    ),
    field(
        "languages",
        ["bahasa", "languages"],
        "id; en",
        [
            "Bahasa yang dipakai laporan, yang utama lebih dulu.",
            "The languages the report is written in, the main one first.",
        ],
    ),
    field("edition", ["edisi", "edition"], "2025-08", ["Edisi laporan.", "The edition, such as 2025-08."]),
    field(
        "updated",
        ["diperbarui", "updated"],
        "2025-09-01",
        ["Tanggal perubahan terakhir.", "When the data was last changed."],
    ),
    field(
        "region",
        ["daerah", "region"],
        "pulau-contoh",
        ["Id daerah yang dibahas laporan.", "The id of the region the report is about."],
    )
    .to("regions")
    .or(&["wilayah"]),
    field(
        "office",
        ["kantor", "office"],
        "Kantor Jaminan Sosial Contoh|Sample Social Security Office",
        [
            "Kantor yang dilaporkan, sebagaimana disebut sumber.",
            "The office whose work is reported, as the source names it.",
        ],
    ),
    field(
        "scheme",
        ["program jaminan", "scheme"],
        "",
        [
            "Kosongkan untuk jaminan sosial ketenagakerjaan.",
            "Leave it empty for the social security for employment.",
        ],
    ),
    field("population", ["yang dihitung", "who is counted"], "", ["", ""]),
    field(
        "currency",
        ["mata uang", "currency"],
        "IDR",
        [
            "Mata uang untuk nilai yang tidak menyebutnya sendiri: tiga huruf menurut ISO 4217.",
            "The currency of amounts that name none: three letters after ISO 4217.",
        ],
    ),
    field(
        "headline",
        ["angka utama", "headline figure"],
        "tingkat-2025",
        [
            "Id angka yang ditampilkan paling besar. Kalau kosong: tingkat kepesertaan terbaru daerah ini.",
            "The id of the figure that stands above all. If empty: the newest coverage rate of the region.",
        ],
    )
    .to("observations"),
    field("privacy", ["", ""], "", ["", ""]),
    field("sources", ["", ""], "", ["", ""]),
    field("regions", ["", ""], "", ["", ""]),
    field("groups", ["", ""], "", ["", ""]),
    field("group_sets", ["", ""], "", ["", ""]),
    field("programmes", ["", ""], "", ["", ""]),
    field("indicators", ["", ""], "", ["", ""]),
    field("observations", ["", ""], "", ["", ""]),
    field("series_breaks", ["", ""], "", ["", ""]),
    field("claims", ["", ""], "", ["", ""]),
    field("awards", ["", ""], "", ["", ""]),
    field("events", ["", ""], "", ["", ""]),
    field("policies", ["", ""], "", ["", ""]),
    field("statements", ["", ""], "", ["", ""]),
    field("facts", ["", ""], "", ["", ""]),
    field("notes", ["", ""], "", ["", ""]),
    field("glossary", ["", ""], "", ["", ""]),
];

const SCHEME: &[FieldWords] = &[
    field(
        "name",
        ["nama", "name"],
        "jaminan sosial ketenagakerjaan|employment social security",
        [
            "Nama program jaminan dalam kalimat. Kosongkan untuk jaminan sosial ketenagakerjaan.",
            "The scheme's name in running text. Leave it empty for the social security for employment.",
        ],
    ),
    field(
        "short",
        ["singkatan", "short name"],
        "Jamsostek",
        ["Nama pendek atau singkatannya.", "A shorter name, or its abbreviation."],
    ),
];

const POPULATION: &[FieldWords] = &[
    field(
        "one",
        ["satu", "one"],
        "pekerja|worker",
        [
            "Sebutan untuk satu orang yang dihitung. Kosongkan untuk pekerja.",
            "The noun for one of those who are counted. Leave it empty for workers.",
        ],
    ),
    field(
        "many",
        ["banyak", "many"],
        "pekerja|workers",
        [
            "Sebutan untuk banyak orang; dalam bahasa Indonesia sama saja.",
            "The noun for many; in Indonesian it is the same.",
        ],
    ),
];

const PRIVACY: &[FieldWords] = &[field(
    "mask_private_persons",
    ["samarkan nama orang pribadi", "mask private persons"],
    "false",
    [
        "Tulis “ya” kalau nama orang pribadi tidak boleh tampil di mana pun.",
        "Write “yes” where names of private persons are withheld in everything that is shown or written.",
    ],
)];

const CLAIMS: &[FieldWords] = &[
    field("cases", ["", ""], "", ["", ""]),
    field(
        "cases_are_examples",
        ["klaim hanya contoh", "claims are examples"],
        "true",
        [
            "“Ya” kalau lembar Klaim hanya memuat contoh, “tidak” kalau memuat semuanya; kosong kalau tidak disebutkan.",
            "“Yes” where the sheet Claims lists examples only, “no” where it lists all; empty where that is not stated.",
        ],
    ),
    field("records", ["berkas klaim", "claims file"], "", ["", ""]),
];

const FILE: &[FieldWords] = &[
    field(
        "href",
        ["", ""],
        "klaim-contoh.csv",
        [
            "Alamat berkas tersendiri dengan tabel klaim yang besar.",
            "The address of a file of its own with a large table of claims.",
        ],
    ),
    field(
        "media_type",
        ["jenis berkas", "media type"],
        "text/csv",
        ["Jenis media berkas itu.", "The file's media type, such as text/csv."],
    ),
    field("rows", ["jumlah baris", "rows"], "5000", ["Jumlah barisnya.", "How many rows it has."]),
    field("columns", ["", ""], "", ["", ""]),
    field("evidence", ["", ""], "", ["", ""]),
];

const FILE_COLUMN: &[FieldWords] = &[
    field("name", ["nama", "name"], "dibayar_pada", ["Nama kolom di berkas itu.", "Its name in the file."]),
    field(
        "label",
        ["sebutan", "label"],
        "Dibayar pada|Paid on",
        ["Judul kolom bagi pembaca.", "What it is called."],
    ),
    field("type", ["jenis isi", "type"], "date", ["Jenis isi selnya.", "What its cells hold."]),
    field(
        "definition",
        ["arti", "definition"],
        "Hari uang dikirim.|The day the money was sent.",
        ["Penjelasan isi kolom.", "What it means."],
    ),
    field(
        "private",
        ["orang pribadi", "private"],
        "false",
        ["“Ya” kalau kolom ini memuat nama orang pribadi.", "“Yes” where it holds names of private persons."],
    ),
];
