//! The words around findings on the command line. Only the developer's commands need them, so they are
//! not in the module that browsers load.
use dataset::Lang;

/// The words in a language. Places `{0}`, `{1}` … are filled in by [`super::fill`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictWords {
    /// Before how something is mended.
    pub mend: &'static str,
    /// The sum: files, errors, warnings, notes.
    pub sum: &'static str,
    /// What was written: the file.
    pub written: &'static str,
    /// What is not overwritten: the file.
    pub exists: &'static str,
    /// That nothing is written because of errors.
    pub not_written: &'static str,
    /// What a workbook does not hold: the pointer.
    pub left: &'static str,
    /// That an address is not read without encryption: the address.
    pub only_https: &'static str,
    /// That a dataset is of the newest version: the file.
    pub is_newest: &'static str,
    /// That a workbook has no version: the file.
    pub workbook_is_newest: &'static str,
    /// What is said otherwise: what stood there, what is to stand there, the version of the format.
    pub changed: &'static str,
    /// How much would be changed: the file, the number.
    pub would_change: &'static str,
    /// The heading of a page of findings without an error.
    pub sound: &'static str,
    /// The heading of a page of findings with an error.
    pub refused: &'static str,
    /// What stands above the kinds of findings.
    pub severity: &'static str,
    /// What stands above places, findings and remedies.
    pub columns: [&'static str; 3],
    /// A finding that stops a build.
    pub error: &'static str,
    /// A finding for the publisher.
    pub warning: &'static str,
    /// A finding that readers are told.
    pub note: &'static str,
    /// How many findings are not listed.
    pub more: &'static str,
}

static ID: VerdictWords = VerdictWords {
    mend: "perbaikan",
    sum: "{0} berkas diperiksa: {1} kesalahan, {2} peringatan, {3} catatan",
    written: "ditulis: {0}",
    exists: "{0} sudah ada; tambahkan --force untuk menimpanya, atau --out untuk nama lain",
    not_written: "Tidak ada yang ditulis: perbaiki dulu kesalahannya di buku kerja, atau tambahkan --partial",
    left: "{0}: tidak dikenal format ini, jadi tidak ada di buku kerja",
    only_https: "{0}: alamatnya harus diawali https://",
    is_newest: "{0}: sudah versi terbaru",
    workbook_is_newest: "{0}: buku kerja selalu dibaca menurut versi terbaru; yang dimigrasikan hanya dataset JSON",
    changed: "“{0}” menjadi “{1}” (format {2})",
    would_change: "{0}: {1} perubahan; tanpa --dry-run perubahan itu ditulis",
    sound: "Laporan ini bisa terbit",
    refused: "Laporan ini belum bisa terbit",
    severity: "Jenis",
    columns: ["Tempat", "Temuan", "Perbaikan"],
    error: "kesalahan",
    warning: "peringatan",
    note: "catatan",
    more: "Masih ada {0} temuan lagi.",
};

static EN: VerdictWords = VerdictWords {
    mend: "mend",
    sum: "{0} {0 file|files} checked: {1} {1 error|errors}, {2} {2 warning|warnings}, {3} {3 note|notes}",
    written: "written: {0}",
    exists: "{0} is there already; add --force to overwrite it, or --out for another name",
    not_written: "Nothing is written: mend the errors in the workbook first, or add --partial",
    left: "{0}: the format does not know it, so it is not in the workbook",
    only_https: "{0}: the address must begin with https://",
    is_newest: "{0}: this is the newest version",
    workbook_is_newest: "{0}: a workbook is always read as the newest version; only datasets in JSON are migrated",
    changed: "“{0}” becomes “{1}” (format {2})",
    would_change: "{0}: {1} {1 change|changes}; without --dry-run they are written",
    sound: "This report can be published",
    refused: "This report cannot be published yet",
    severity: "Kind",
    columns: ["Place", "Finding", "Remedy"],
    error: "error",
    warning: "warning",
    note: "note",
    more: "There {0 is|are} {0} more {0 finding|findings}.",
};

/// The words around findings.
#[must_use]
pub fn verdict(lang: Lang) -> &'static VerdictWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
