//! The words that a page says of its edition. Only the build needs them, so they are not in the
//! module that browsers load.
use super::catalogue::catalogue;

catalogue! {
    /// The words of editions in a language. Places `{0}`, `{1}` … are filled in by [`super::fill`].
    EditionWords, editions:
    /// The name of the line at the end of a report.
    edition: "Edisi",
        "Edition";
    /// Before the links to the other reports of the site.
    other_reports: "Laporan lain:",
        "Other reports:";
    /// The link from the newest report to its own edition; the edition's id follows.
    permanent: "Tautan permanen edisi ini",
        "Permanent link to this edition";
    /// On an edition's page: id.
    this: "Edisi {0}.",
        "Edition {0}.";
    /// On an edition's page: id, date of publication.
    this_dated: "Edisi {0}, terbit {1}.",
        "Edition {0}, published {1}.";
    /// The link from an edition to the site's root.
    newest: "Laporan terbaru",
        "Newest report";
    /// The name of the notice on an old edition.
    old_label: "Edisi lama",
        "Old edition";
    /// The notice.
    old: "Ini edisi lama. Angka di halaman ini tetap seperti saat terbit.",
        "This is an old edition. The figures on this page stay as they were published.";
    /// The notice: date of publication.
    old_dated: "Ini edisi lama, terbit {0}. Angka di halaman ini tetap seperti saat terbit.",
        "This is an old edition, published {0}. The figures on this page stay as they were published.";
    /// The notice in an embed.
    old_short: "Edisi lama.",
        "Old edition.";
    /// The notice in an embed: date of publication.
    old_short_dated: "Edisi lama, terbit {0}.",
        "Old edition, published {0}.";
    /// The link of the notice.
    see_newest: "Lihat edisi terbaru",
        "See the newest edition";
    /// The link of the notice, where the newest figures are of a later time: that time.
    see_newest_dated: "Lihat edisi terbaru, dengan angka per {0}",
        "See the newest edition, with figures as of {0}";
}
