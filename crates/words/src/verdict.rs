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
}

static ID: VerdictWords = VerdictWords {
    mend: "perbaikan",
    sum: "{0} berkas diperiksa: {1} kesalahan, {2} peringatan, {3} catatan",
};

static EN: VerdictWords = VerdictWords {
    mend: "mend",
    sum: "{0} {0 file|files} checked: {1} {1 error|errors}, {2} {2 warning|warnings}, {3} {3 note|notes}",
};

/// The words around findings.
#[must_use]
pub fn verdict(lang: Lang) -> &'static VerdictWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
