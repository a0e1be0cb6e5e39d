//! What became of what was taken along.
use leptos::html;
use leptos::prelude::*;
use words::AskWords;

use crate::ui::LiveText;

/// What became of the last thing that a reader took along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was taken yet, or it is still made.
    #[default]
    Nothing,
    /// Downloads have started.
    Saved,
    /// It is in the clipboard.
    Copied,
    /// The clipboard was denied: the text is there to be copied by hand.
    Selected(String),
    /// Nothing can be saved: the pictures are there to be saved by hand.
    Shown(Vec<ShownPicture>),
    /// It cannot be made here.
    Failed,
}

/// A picture that is shown because it cannot be saved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShownPicture {
    /// Its address within this page.
    pub src: String,
    /// The title of its chart.
    pub alternative: String,
}

impl Outcome {
    /// What is said of it.
    fn said(&self, words: &AskWords) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Saved => words.take_saved(),
            Self::Copied => words.take_copied(),
            Self::Selected(_) => words.take_selected(),
            Self::Shown(_) => words.take_shown(),
            Self::Failed => words.take_failed(),
        }
    }

    fn text(&self) -> Option<String> {
        if let Self::Selected(text) = self { Some(text.clone()) } else { None }
    }

    fn pictures(&self) -> Vec<ShownPicture> {
        if let Self::Shown(pictures) = self { pictures.clone() } else { Vec::new() }
    }
}

/// What is said of an outcome, and what it leaves to be done by hand.
#[component]
pub fn OutcomeLine(
    /// The outcome.
    outcome: RwSignal<Outcome>,
    /// The words of the panel.
    words: &'static AskWords,
) -> impl IntoView {
    let said = Signal::derive(move || outcome.with(|outcome| outcome.said(words).to_owned()));
    view! {
        <p role="status" class="take-status"><LiveText text=said/></p>
        <For each=move || outcome.with(Outcome::text) key=String::clone let:text>
            <SelectedText text/>
        </For>
        <For each=move || outcome.with(Outcome::pictures) key=ShownPicture::clone let:picture>
            <img class="take-picture" src=picture.src alt=picture.alternative/>
        </For>
    }
}

/// A text that is selected, to be copied by hand; its name is the heading of the panel.
#[component]
fn SelectedText(
    /// The text.
    text: String,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        if let Some(area) = area.get() {
            // Where it cannot take the focus, the reader selects the text by hand.
            drop(area.focus());
            area.select();
        }
    });
    view! {
        <textarea node_ref=area class="take-copy" readonly rows="4" aria-labelledby="ask-h" prop:value=text></textarea>
    }
}
