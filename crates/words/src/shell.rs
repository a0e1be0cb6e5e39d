//! The words of the shell: what stands on a page before the application starts, or instead of it.
//! Only the build needs them, so they are not in the module that browsers load.
use dataset::Lang;

/// The words of the shell in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShellWords {
    /// The page's title, where the dataset has none.
    pub title: &'static str,
    /// What the page is about, where the dataset has no summary.
    pub description: &'static str,
    /// The link past everything that stands before the content.
    pub skip_to_content: &'static str,
    /// When the application cannot start.
    pub failed: &'static str,
}

static ID: ShellWords = ShellWords {
    title: "Perlindungan jaminan sosial ketenagakerjaan",
    description: "Seberapa jauh pekerja terlindungi jaminan sosial ketenagakerjaan, manfaat apa yang tercatat, \
                  dan siapa yang mendapat penghargaan, dengan sumber tiap angka.",
    skip_to_content: "Langsung ke isi",
    failed: "Laporan ini tetap dapat dibaca, tetapi tidak interaktif di peramban ini. Muat ulang halaman, atau \
             gunakan peramban terbaru dengan WebAssembly.",
};

static EN: ShellWords = ShellWords {
    title: "Coverage of employment social security",
    description: "How far workers are covered by employment social security, which benefits were recorded, and \
                  who received an award, with the source of every figure.",
    skip_to_content: "Skip to content",
    failed: "This report can be read, but is not interactive in this browser. Reload the page, or use a \
             recent browser with WebAssembly.",
};

/// The words of the shell.
#[must_use]
pub fn shell(lang: Lang) -> &'static ShellWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
