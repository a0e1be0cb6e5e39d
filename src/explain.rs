//! What the build writes about figures, for figures that are newer than the build: a dataset was
//! exchanged and the pages were not built anew. The page loads this only then
//! (`docs/adr/0015-newer-figures.md`).
use dataset::{Dataset, Lang};
use jamsostek_dashboard::components::{Check, FiguresPage, Report, blocks, figures_page, told};
use leptos::prelude::*;
use routes::{Page, ViewState};
use wasm_bindgen::prelude::*;

fn main() {}

/// The dataset of a text; as long as the page is there.
fn read(text: &str) -> Option<&'static Dataset> {
    Some(Box::leak(Box::new(dataset::read(text).dataset?)))
}

/// The language of a code; Indonesian where it is none of ours.
fn language(code: &str) -> Lang {
    Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(Lang::Id)
}

/// The content of the page of all figures; empty where the dataset cannot be read. `hash` is the
/// beginning of the dataset's SHA-256 in hexadecimal digits, `file` its address below the root.
#[wasm_bindgen]
pub fn figures(text: &str, lang: &str, hash: &str, file: &str) -> String {
    let Some(data) = read(text) else { return String::new() };
    let edition = format!("{}-{hash}", data.id);
    let (lang, blocks) = (language(lang), blocks(data));
    figures_page(FiguresPage {
        data,
        lang,
        edition: &edition,
        dataset_file: file,
        blocks: &blocks,
        address: None,
    })
}

/// What does not fit together, as `Check::parse` reads it; empty where the dataset cannot be read.
#[wasm_bindgen]
pub fn checks(text: &str, lang: &str) -> String {
    let Some(data) = read(text) else { return String::new() };
    let owner = Owner::new();
    let found = owner.with(|| {
        let signals = (RwSignal::new(ViewState::default()), RwSignal::new(0));
        told(Report::new(data, (language(lang), Page::Report), signals.0, signals.1))
    });
    Check::lines(&found)
}
