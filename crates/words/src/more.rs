//! The words for what has no place of its own in the report. Only the build writes them, and what shows newer data, so
//! they are not in the module that browsers load first.
use super::catalogue::catalogue;

catalogue! {
    /// The words for what has no place of its own. Places `{0}`, `{1}` … are filled in by [`super::fill`].
    MoreWords, more:
    /// The title of the table of all other figures.
    title: "Angka lain dalam data ini", "More figures in this dataset";
    /// What stands in it.
    about: "Angka yang tidak tampil di bagian lain laporan ini, seperti angka dari waktu, daerah, atau program lain.",
        "Figures that no other part of this report shows, such as those of other times, regions or programmes.";
    /// The heading above what is counted.
    what: "Uraian", "Item";
    /// The heading above the numbers.
    value: "Nilai", "Value";
    /// The heading above where they stand.
    source: "Sumber", "Source";
    /// The heading above what must be known of them.
    note: "Catatan", "Note";
    /// Where a long table ends: rows shown, rows in all.
    some: "Yang tampil di sini baru {0} dari {1} angka.", "These are {0} of {1} figures.";
    /// That a chart or a list ends before what it shows does: shown, in all.
    some_of: "Yang tampil di sini baru {0} dari {1}.", "Shown here: {0} of {1}.";
    /// The link to all of them.
    all_figures: "Semua angka dan asalnya", "All figures and where they come from";
    /// The link to the file that has all of them.
    all_csv: "Unduh semua sebagai CSV", "Download all of them as CSV";
    /// A number of persons.
    persons: "{0} orang", "{0} {0 person|people}";
    /// A number of claims.
    claims: "{0} klaim", "{0} {0 claim|claims}";
    /// The text of a source as it was read, as a term: its address or its hash follows.
    archived: "Teks yang dirujuk", "Text referred to";
    /// Who pays.
    paid_by: "Dibayar oleh {0}.", "Paid by {0}.";
    /// A number that is not final.
    provisional: "Angka sementara.", "Provisional figure.";
    /// A number that was estimated.
    estimated: "Angka perkiraan.", "Estimated figure.";
    /// The persons of whom a percentage is taken, as a heading.
    base: "Dasar persentase (orang)", "Base of the percentage (people)";
    /// Two numbers between which the truth lies.
    between: "{0} sampai {1}", "{0} to {1}";
    /// Persons who are not covered, as the source states them, as a heading.
    uncovered: "Belum terlindungi (orang)", "Not covered (people)";
    /// The name of the chart of those who are covered and those who are not, as the source states them.
    persons_chart: "Terlindungi dan belum", "People covered and not";
    /// A number that stands among stated ones: the number.
    computed: "{0} (hitungan kami)", "{0} (computed)";
    /// Why a series begins anew.
    break_base: "Dasar persentasenya berubah.", "The base of the percentage has changed.";
    /// The same.
    break_method: "Cara menghitungnya berubah.", "It is counted in another way.";
    /// The same.
    break_edition: "Terbitan baru merevisi angkanya.", "A new edition has revised the figures.";
    /// The same.
    break_definition: "Definisinya berubah.", "Its definition has changed.";
    /// Which of several statements the report goes by.
    preferred: "{0} (yang dipakai)", "{0} (used here)";
    /// What a source states of how many there were, as a term.
    stated: "Jumlah menurut sumber", "Numbers stated by the source";
    /// What was held or took place, apart from the presentation of awards.
    events: "Acara", "Events";
    /// What an event was, as a term.
    event: "Nama acara", "Event";
    /// Who belongs to a set of groups that are all, without overlap: their names.
    whole: "{0}. Mencakup semuanya dan tidak tumpang tindih.", "{0}. These are all of them, and they do not overlap.";
    /// A single claim: its number in the table, and what is said of it.
    claim: "Klaim {0}: {1}", "Claim {0}: {1}";
    /// A claim that was handed over at a ceremony.
    symbolic: "diserahkan secara simbolis", "a symbolic handover";
    /// A place that is not stated: the place.
    inferred_place: "daerah {0} disimpulkan", "{0} as the region is inferred";
    /// A goal of another region: the goal, the region.
    of_region: "{0}, {1}", "{0}, {1}";
    /// A legal instrument with its number.
    policy_number: "{0} Nomor {1}", "{0} {1}";
    /// A legal instrument with its year.
    policy_year: "{0} Tahun {1}", "{0} of {1}";
    /// Where the winners of an award are from, where their regions are of several levels.
    places_chart: "Jumlah penerima menurut daerah", "Category winners by region";
    /// The same as a matrix.
    matrix_chart: "Jumlah penerima menurut kategori dan daerah", "Winners by category and region";
    /// A programme with its abbreviation.
    abbreviated: "{0} ({1})", "{0} ({1})";
}
