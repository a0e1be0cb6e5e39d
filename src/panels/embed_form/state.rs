//! What the parts of the form share.
use dataset::Lang;
use leptos::prelude::*;
use routes::Block;
use words::PublishWords;

use super::options::EmbedFormOptions;
use super::snippet::{EmbedChoice, snippet};

/// The state of the form: what can be chosen, what is chosen, and whether the form works already.
///
/// [`super::EmbedForm`] provides it to its parts.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The language of the page around the form.
    pub lang: Lang,
    /// What there is to choose from.
    pub options: StoredValue<EmbedFormOptions>,
    /// The way from the page around the form to the site's root: what lies there is previewed, whichever edition the
    /// snippet names.
    pub root: StoredValue<String>,
    /// What is chosen.
    pub choice: RwSignal<EmbedChoice>,
    /// The snippet for it.
    pub code: Memo<String>,
    /// The snippet that was copied last, and whether the clipboard took it.
    pub copied: RwSignal<Option<(String, bool)>>,
    /// Whether the form works: before, it is hidden.
    pub works: RwSignal<bool>,
    /// Whether somebody sees the form.
    shown: RwSignal<bool>,
}

impl FormState {
    /// The first state of a form on a page in a language, from which `root` leads to the site's root. It belongs to the
    /// current owner.
    #[must_use]
    pub fn new(lang: Lang, root: &str, options: EmbedFormOptions) -> Self {
        let block = options.blocks.first().map_or(Block::Report, |entry| entry.block);
        let choice = RwSignal::new(EmbedChoice::new(block, lang));
        let options = StoredValue::new(options);
        Self {
            lang,
            options,
            root: StoredValue::new(root.to_owned()),
            choice,
            code: Memo::new(move |_| options.with_value(|options| snippet(&choice.get(), options))),
            copied: RwSignal::new(None),
            works: RwSignal::new(false),
            shown: RwSignal::new(false),
        }
    }

    /// Shows the form, for a block where the site offers it; else for the one that was chosen last.
    pub fn show(&self, block: Option<Block>) {
        self.copied.set(None);
        if let Some(block) = block.filter(|block| self.options.with_value(|o| o.find(*block).is_some())) {
            self.choice.update(|choice| choice.block = block);
        }
        self.works.set(true);
        self.shown.set(true);
    }

    /// Lets the preview go while nobody sees it.
    pub fn rest(&self) {
        self.shown.set(false);
    }

    /// Whether somebody sees the form.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.shown.get()
    }

    /// The words of the form.
    #[must_use]
    pub fn words(&self) -> &'static PublishWords {
        words::publish(self.lang)
    }

    /// Something about the choice.
    pub fn chosen<T>(&self, read: impl Fn(&EmbedChoice) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let choice = self.choice;
        Memo::new(move |_| choice.with(&read))
    }
}

/// The state of the form around a part of it.
#[must_use]
pub fn use_form() -> FormState {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::super::tests::options;
    use super::*;

    #[test]
    fn the_snippet_follows_the_choice() {
        Owner::new().with(|| {
            let state = FormState::new(Lang::En, "../../", options(Some("https://example.org/")));
            assert!(state.code.get_untracked().contains("/en/embed/headline/"));
            state.copied.set(Some((String::new(), true)));
            state.show(Some(Block::Groups));
            assert!(state.code.get_untracked().contains("/en/embed/groups/"));
            assert_eq!(state.copied.get_untracked(), None);
            // A block that the site has not changes nothing.
            state.show(Some(Block::Jury));
            assert!(state.code.get_untracked().contains("/en/embed/groups/"));
            state.choice.update(|choice| choice.lang = Lang::Id);
            assert!(state.code.get_untracked().contains("\"https://example.org/embed/groups/\""));
        });
    }
}
