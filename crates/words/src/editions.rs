//! The words that a page says of its edition. Only the build needs them, so they are not in the
//! module that browsers load.
use dataset::Lang;

/// The words of editions in a language. Places `{0}`, `{1}` … are filled in by [`super::fill`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditionWords {
    /// The name of the line at the end of a report.
    pub edition: &'static str,
    /// The link from the newest report to its own edition; the edition's id follows.
    pub permanent: &'static str,
    /// On an edition's page: id.
    pub this: &'static str,
    /// On an edition's page: id, date of publication.
    pub this_dated: &'static str,
    /// The link from an edition to the site's root.
    pub newest: &'static str,
    /// The name of the notice on an old edition.
    pub old_label: &'static str,
    /// The notice.
    pub old: &'static str,
    /// The notice: date of publication.
    pub old_dated: &'static str,
    /// The notice in an embed.
    pub old_short: &'static str,
    /// The notice in an embed: date of publication.
    pub old_short_dated: &'static str,
    /// The link of the notice.
    pub see_newest: &'static str,
    /// The link of the notice, where the newest figures are of a later time: that time.
    pub see_newest_dated: &'static str,
}

static ID: EditionWords = EditionWords {
    edition: "Edisi",
    permanent: "Tautan tetap edisi ini",
    this: "Edisi {0}.",
    this_dated: "Edisi {0}, terbit {1}.",
    newest: "Laporan terbaru",
    old_label: "Edisi lama",
    old: "Ini edisi lama. Angka di halaman ini tetap seperti saat terbit.",
    old_dated: "Ini edisi lama, terbit {0}. Angka di halaman ini tetap seperti saat terbit.",
    old_short: "Edisi lama.",
    old_short_dated: "Edisi lama, terbit {0}.",
    see_newest: "Lihat edisi terbaru",
    see_newest_dated: "Lihat edisi terbaru, dengan angka per {0}",
};

static EN: EditionWords = EditionWords {
    edition: "Edition",
    permanent: "Permanent link to this edition",
    this: "Edition {0}.",
    this_dated: "Edition {0}, published {1}.",
    newest: "Newest report",
    old_label: "Old edition",
    old: "This is an old edition. The figures on this page stay as they were published.",
    old_dated: "This is an old edition, published {0}. The figures on this page stay as they were published.",
    old_short: "Old edition.",
    old_short_dated: "Old edition, published {0}.",
    see_newest: "See the newest edition",
    see_newest_dated: "See the newest edition, with figures as of {0}",
};

/// The words of editions.
#[must_use]
pub fn editions(lang: Lang) -> &'static EditionWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
