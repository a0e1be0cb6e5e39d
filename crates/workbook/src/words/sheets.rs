//! The sheets in the order of a workbook: that of the types, with those at the end that few reports need.

/// The words of a sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SheetWords {
    /// The path of the list in the dataset; empty for the dataset itself.
    pub(crate) path: &'static str,
    /// Its name in Indonesian and in English.
    pub(crate) names: [&'static str; 2],
    /// One record of it, as another sheet names it: in Indonesian and in English, in small letters.
    pub(crate) one: [&'static str; 2],
    /// What it holds, in Indonesian and in English.
    pub(crate) about: [&'static str; 2],
    /// Other names that are understood.
    pub(crate) also: &'static [&'static str],
}

const fn sheet(
    path: &'static str,
    names: [&'static str; 2],
    one: [&'static str; 2],
    about: [&'static str; 2],
) -> SheetWords {
    SheetWords { path, names, one, about, also: &[] }
}

impl SheetWords {
    /// Adds other names that are understood.
    const fn or(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }
}

/// All sheets in order.
pub(crate) const fn sheets() -> &'static [SheetWords] {
    SHEETS
}

const SHEETS: &[SheetWords] = &[
    sheet(
        "",
        ["Laporan", "Report"],
        ["laporan", "report"],
        ["Keterangan seluruh laporan.", "The report as a whole."],
    ),
    sheet(
        "sources",
        ["Sumber", "Sources"],
        ["sumber", "source"],
        ["Terbitan asal angka-angka.", "The publications the figures are taken from."],
    ),
    sheet("regions", ["Daerah", "Regions"], ["daerah", "region"], ["Daerah.", "Territories."])
        .or(&["wilayah"]),
    sheet(
        "groups",
        ["Kelompok", "Groups"],
        ["kelompok", "group"],
        ["Kelompok pekerja.", "Groups of workers."],
    ),
    sheet(
        "group_sets",
        ["Himpunan kelompok", "Group sets"],
        ["himpunan", "set"],
        ["Kelompok yang ditampilkan berdampingan.", "Groups that are shown side by side."],
    ),
    sheet(
        "programmes",
        ["Program", "Programmes"],
        ["program", "programme"],
        ["Program jaminan.", "Social security programmes."],
    )
    .or(&["programs"]),
    sheet(
        "indicators",
        ["Indikator", "Indicators"],
        ["indikator", "indicator"],
        ["Apa saja yang dihitung.", "The quantities that are observed."],
    ),
    sheet("observations", ["Angka", "Figures"], ["angka", "figure"], ["Angka-angkanya.", "The figures."])
        .or(&["data", "observasi"]),
    sheet(
        "series_breaks",
        ["Jeda deret", "Series breaks"],
        ["jeda", "break"],
        ["Sejak kapan angka tidak sebanding lagi dengan yang lama.", "Where series stop being comparable."],
    ),
    sheet(
        "claims.cases",
        ["Klaim", "Claims"],
        ["klaim", "claim"],
        ["Klaim satu per satu.", "Single claims."],
    ),
    sheet(
        "awards",
        ["Penghargaan", "Awards"],
        ["penghargaan", "award"],
        ["Penghargaan, satu baris tiap edisi.", "Awards, one row an edition."],
    ),
    sheet(
        "awards.categories",
        ["Kategori", "Categories"],
        ["kategori", "category"],
        [
            "Kategori penghargaan, urut menurut sumber.",
            "The categories of awards in the order of the source.",
        ],
    ),
    sheet(
        "awards.categories.winners",
        ["Penerima", "Winners"],
        ["penerima", "winner"],
        ["Penerima penghargaan dalam kategori.", "Who received an award in a category."],
    )
    .or(&["pemenang", "penerima penghargaan"]),
    sheet(
        "awards.special",
        ["Penghargaan khusus", "Special awards"],
        ["penerima", "winner"],
        ["Penghargaan di luar kategori.", "Awards outside the categories and without ranks."],
    ),
    sheet(
        "awards.jury.members",
        ["Juri", "Jury"],
        ["juri", "juror"],
        ["Anggota dewan juri.", "Those who judged."],
    ),
    sheet("events", ["Acara", "Events"], ["acara", "event"], ["Acara.", "What took place."]),
    sheet(
        "policies",
        ["Dasar hukum", "Policies"],
        ["dasar hukum", "policy"],
        ["Peraturan dan rencana.", "Legal instruments and plans."],
    ),
    sheet(
        "policies.targets",
        ["Sasaran", "Goals"],
        ["sasaran", "goal"],
        ["Sasaran yang ditetapkan dasar hukum.", "The goals that policies set."],
    )
    .or(&["targets"]),
    sheet(
        "statements",
        ["Pernyataan", "Statements"],
        ["pernyataan", "statement"],
        ["Apa yang dikatakan orang.", "What was said."],
    ),
    sheet(
        "notes",
        ["Catatan", "Notes"],
        ["catatan", "note"],
        ["Kekurangan dan ketidakcocokan dalam sumber.", "Gaps and contradictions of the sources."],
    ),
    sheet(
        "glossary",
        ["Glosarium", "Glossary"],
        ["istilah", "term"],
        ["Istilah dan artinya.", "Terms and what they mean."],
    ),
    sheet(
        "events.attendees",
        ["Hadirin", "Attendees"],
        ["hadirin", "attendee"],
        ["Yang menghadiri acara.", "Who attended events."],
    ),
    sheet(
        "facts",
        ["Fakta", "Facts"],
        ["fakta", "fact"],
        ["Hal yang berbeda antarsumber dan bukan angka.", "What sources state differently and is no number."],
    ),
    sheet(
        "facts.versions",
        ["Versi fakta", "Fact versions"],
        ["versi", "version"],
        ["Isi tiap sumber tentang sebuah fakta.", "What each source states of a fact."],
    ),
    sheet(
        "claims.records.columns",
        ["Kolom berkas klaim", "Claims file columns"],
        ["kolom", "column"],
        ["Kolom berkas klaim tersendiri.", "The columns of the claims file."],
    ),
];
