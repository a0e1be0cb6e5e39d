//! The words of the shell: what stands on a page before the application starts, or instead of it.
//! Only the build needs them, so they are not in the module that browsers load.
use super::catalogue::catalogue;

catalogue! {
    /// The words of the shell in a language.
    ShellWords, shell:
    /// The page's title, where the dataset has none: the scheme.
    title: "Perlindungan {0}", "Coverage of {0}";
    /// What the page is about, where the dataset has no summary: who is counted, the scheme.
    description: "Seberapa jauh {0} terlindungi {1}, manfaat apa yang tercatat, \
                  dan siapa yang mendapat penghargaan, dengan sumber tiap angka.",
        "How far {0} are covered by {1}, which benefits were recorded, and \
                  who received an award, with the source of every figure.";
    /// The link past everything that stands before the content.
    skip_to_content: "Langsung ke isi",
        "Skip to content";
    /// When the application does not start.
    failed: "Laporan ini tetap dapat dibaca, tetapi tidak interaktif.",
        "This report can be read, but is not interactive.";
    /// Because the browser cannot run it.
    failed_browser: "Peramban ini tidak dapat menjalankannya; gunakan peramban terbaru.",
        "This browser cannot run it; use a recent one.";
    /// Because a part of it did not come.
    failed_connection: "Sebagian berkasnya tidak sampai. Periksa sambungan internet Anda, lalu coba lagi.",
        "Some of its files did not arrive. Check your internet connection, then try again.";
    /// Because the page is a copy on a device.
    failed_copy: "Ini salinan yang tersimpan di perangkat; pencarian dan pilihan hanya ada di halaman aslinya.",
        "This is a copy on a device; search and filters work only on the original page.";
    /// Because the page itself did not come as it was written.
    failed_page: "Halamannya tidak sampai utuh. Coba muat ulang.",
        "The page did not arrive complete. Try reloading it.";
    /// When the application is on its way for so long that a reader wonders.
    slow: "Tombol belum aktif: masih dimuat. Laporan ini sudah dapat dibaca.",
        "The buttons are not active yet: still loading. The report can already be read.";
    /// Tries again.
    retry: "Coba lagi",
        "Try again";
}
