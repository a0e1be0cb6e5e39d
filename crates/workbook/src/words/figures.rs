//! The words of the figures, and of what they are about.
use super::{FieldWords, Record, field};

pub(super) const RECORDS: &[Record] = &[
    ("Region", REGION),
    ("Tile", TILE),
    ("Group", GROUP),
    ("GroupSet", GROUP_SET),
    ("Programme", PROGRAMME),
    ("Indicator", INDICATOR),
    ("AverageBounds", AVERAGE_BOUNDS),
    ("Change", CHANGE),
];

/// Where something stands in the source.
pub(super) const EVIDENCE: FieldWords = field("evidence", ["", ""], "", ["", ""]);

const REGION: &[FieldWords] = &[
    field(
        "name",
        ["nama", "name"],
        "Kabupaten Contoh|Sample Regency",
        ["Nama lengkap beserta jenisnya.", "Its name with its kind, such as Kabupaten Lahat."],
    ),
    field(
        "short",
        ["nama pendek", "short name"],
        "Contoh|Sample",
        ["Nama tanpa jenisnya, untuk tempat yang sempit.", "Its name without its kind, for narrow places."],
    ),
    field(
        "level",
        ["tingkat", "level"],
        "regency",
        [
            "Jenis daerah: province, regency, city, village, atau kata lain.",
            "What kind of territory it is: province, regency, city, village or another word.",
        ],
    ),
    field(
        "parent",
        ["bagian dari", "lies in"],
        "pulau-contoh",
        ["Id daerah yang mencakupnya.", "The id of the region it lies in."],
    )
    .to("regions")
    .or(&["induk", "parent"]),
    field(
        "codes",
        ["kode", "codes"],
        "kemendagri=16.08; bps=1609",
        [
            "Kode menurut tiap sistem, dipisahkan titik koma. Kode adalah teks: nol di belakang ikut berarti.",
            "Its code in each code system, with semicolons between them. Codes are texts: a trailing zero counts.",
        ],
    ),
    field("tile", ["ubin", "tile"], "", ["", ""]),
];

const TILE: &[FieldWords] = &[
    field(
        "column",
        ["kolom", "column"],
        "0",
        [
            "Kolom di peta ubin, dihitung dari barat mulai 0.",
            "The column on the map of tiles, from the west, from 0.",
        ],
    ),
    field(
        "row",
        ["baris", "row"],
        "0",
        [
            "Baris di peta ubin, dihitung dari utara mulai 0.",
            "The row on the map of tiles, from the north, from 0.",
        ],
    ),
    field(
        "label",
        ["sebutan", "label"],
        "Contoh|Sample",
        [
            "Nama yang muat dalam ubin. Kalau kosong: nama pendek daerah.",
            "A name short enough for a tile. If empty: the region's short name.",
        ],
    ),
];

const GROUP: &[FieldWords] = &[
    field(
        "label",
        ["nama", "name"],
        "Pekerja mandiri|Self-employed",
        ["Nama kelompok.", "What it is called."],
    ),
    field(
        "definition",
        ["arti", "definition"],
        "Bekerja tanpa majikan.|Work without an employer.",
        ["Siapa yang termasuk di dalamnya.", "Who belongs to it."],
    ),
    field(
        "base",
        ["dasar persentase", "base of the rate"],
        "Jumlah pekerja tidak disebutkan.|The number of workers is not stated.",
        [
            "Yang diketahui atau diragukan tentang dasar persentasenya.",
            "The base of its rate, where something is known or must be doubted about it.",
        ],
    ),
];

const GROUP_SET: &[FieldWords] = &[
    field("id", ["id", "id"], "segmen", ["Nama pendek himpunan.", "Its id."]),
    field(
        "label",
        ["nama", "name"],
        "Kelompok pekerja|Groups of workers",
        ["Nama himpunan.", "What it is called."],
    ),
    field(
        "members",
        ["anggota", "members"],
        "mandiri; penerima-upah",
        [
            "Id kelompok-kelompoknya, dipisahkan titik koma.",
            "The ids of its groups, with semicolons between them.",
        ],
    )
    .to("groups"),
    field(
        "exhaustive",
        ["mencakup semua", "exhaustive"],
        "false",
        [
            "“Ya” kalau kelompok-kelompok ini meliputi seluruhnya; kosong kalau tidak disebutkan.",
            "“Yes” where the groups make up the whole; empty where that is not stated.",
        ],
    ),
    field(
        "disjoint",
        ["tidak tumpang tindih", "disjoint"],
        "true",
        [
            "“Ya” kalau tidak ada orang yang masuk dua kelompok; kosong kalau tidak disebutkan.",
            "“Yes” where no one is in two groups; empty where that is not stated.",
        ],
    ),
    EVIDENCE,
];

const PROGRAMME: &[FieldWords] = &[
    field("label", ["nama", "name"], "Jaminan Kematian|Death benefit", ["Nama program.", "What it is called."]),
    field("abbreviation", ["singkatan", "abbreviation"], "JKM", ["Singkatannya.", "Its abbreviation."]),
    field(
        "definition",
        ["arti", "definition"],
        "Santunan bagi ahli waris.|Cash for beneficiaries.",
        ["Manfaat yang diberikannya.", "What it gives."],
    ),
    field(
        "includes",
        ["mencakup program", "includes"],
        "jkk; jkm",
        [
            "Id program yang dicakupnya, kalau sumber menyebut angka beberapa program sekaligus.",
            "The ids of the programmes that it stands for, where a source states figures of several together.",
        ],
    )
    .to("programmes"),
];

const INDICATOR: &[FieldWords] = &[
    field(
        "label",
        ["nama", "name"],
        "Tingkat kepesertaan|Coverage rate",
        ["Nama indikator.", "What it is called."],
    ),
    field(
        "definition",
        ["arti", "definition"],
        "Dari setiap 100 pekerja, berapa yang terlindungi.|Of every 100 workers, how many are covered.",
        ["Artinya.", "What it means."],
    ),
    field(
        "unit",
        ["satuan", "unit"],
        "percent",
        [
            "Persen, orang, klaim, atau kode mata uang menurut ISO 4217 seperti IDR.",
            "Percent, person, claim, or a currency's code after ISO 4217 such as IDR.",
        ],
    ),
    field(
        "unit_name",
        ["sebutan satuan", "unit name"],
        "persen PDRB|percent of GDP",
        [
            "Sebutan satuan kalau namanya sendiri belum cukup jelas.",
            "What the unit is called where its own name does not say it.",
        ],
    ),
    field(
        "role",
        ["peran", "role"],
        "coverage-rate",
        [
            "Bagian yang dimainkannya di halaman; dari sinilah halaman menemukan angkanya.",
            "What it says about coverage or claims; the page finds its figures by it.",
        ],
    ),
    field(
        "counted",
        ["yang dihitung", "what is counted"],
        "pekerja|workers",
        [
            "Siapa atau apa yang dihitung, sebagai kata benda dalam kalimat.",
            "Who or what is counted, as a plural noun in running text.",
        ],
    ),
    field(
        "part_of",
        ["termasuk dalam", "part of"],
        "nilai-klaim",
        [
            "Id indikator yang sudah mencakup indikator ini; keduanya tidak pernah dijumlahkan.",
            "The id of the indicator that already contains this one: the two are never added.",
        ],
    )
    .to("indicators"),
    field(
        "numerator",
        ["pembilang", "numerator"],
        "terlindungi",
        [
            "Untuk tingkat: id indikator di atas garis pecahan.",
            "For a rate: the id of the indicator above the fraction line.",
        ],
    )
    .to("indicators"),
    field(
        "denominator",
        ["penyebut", "denominator"],
        "potensi",
        [
            "Untuk tingkat: id indikator di bawah garis pecahan.",
            "For a rate: the id of the indicator below the fraction line.",
        ],
    )
    .to("indicators"),
    field("average_bounds", ["rata-rata", "average"], "", ["", ""]),
    field("change", ["perubahan", "change"], "", ["", ""]),
];

const AVERAGE_BOUNDS: &[FieldWords] = &[
    field(
        "per",
        ["dibagi", "divided by"],
        "anak",
        [
            "Kalau ada aturan tentang rata-ratanya: id indikator pembaginya.",
            "Where a rule says what its average may be: the id of the indicator that the amount is divided by.",
        ],
    )
    .to("indicators"),
    field(
        "low",
        ["terkecil", "least"],
        "1500000",
        [
            "Rata-rata terkecil yang mungkin; 0 kalau hanya yang terbesar yang diatur.",
            "The smallest average that is possible; 0 where only the largest is set.",
        ],
    ),
    field(
        "high",
        ["terbesar", "most"],
        "12000000",
        ["Rata-rata terbesar yang mungkin.", "The largest average that is possible."],
    ),
    field(
        "policy",
        ["dasar hukum", "policy"],
        "uu-contoh",
        ["Id dasar hukumnya.", "The id of the policy that says so."],
    )
    .to("policies"),
];

const CHANGE: &[FieldWords] = &[
    field(
        "of",
        ["dari", "of"],
        "tingkat",
        [
            "Untuk perubahan yang disebut sumber: id indikator yang berubah.",
            "For a stated change: the id of the indicator that changes.",
        ],
    )
    .to("indicators"),
    field(
        "in",
        ["dalam", "in"],
        "points",
        [
            "Dalam poin persen atau dalam persen.",
            "In percentage points, or in per cent of the earlier figure.",
        ],
    ),
];
