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
    /// The link to all of them.
    all_figures: "Semua angka dan asalnya", "All figures and where they come from";
    /// The link to the file that has all of them.
    all_csv: "Unduh semua sebagai CSV", "Download all of them as CSV";
    /// A number of persons.
    persons: "{0} orang", "{0} {0 person|people}";
    /// A number of claims.
    claims: "{0} klaim", "{0} {0 claim|claims}";
    /// A number that is not final.
    provisional: "Angka sementara.", "Provisional figure.";
    /// A number that was estimated.
    estimated: "Angka perkiraan.", "Estimated figure.";
    /// The persons of whom a percentage is taken, as a heading.
    base: "Dasar persentase (orang)", "Base of the percentage (people)";
    /// What was held or took place.
    events: "Acara lain", "Other events";
    /// When and where it was.
    region: "Daerah", "Region";
    /// Groups that belong together and are all workers, without overlap.
    whole: "mencakup semua dan tidak tumpang tindih", "all of them, without overlap";
    /// A programme with its abbreviation.
    abbreviated: "{0} ({1})", "{0} ({1})";
}
