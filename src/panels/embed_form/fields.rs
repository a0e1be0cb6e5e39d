//! The fields of the form.
use dataset::Lang;
use leptos::prelude::*;
use routes::{Block, Theme};
use words::fill;

use super::snippet::SnippetKind;
use super::state::use_form;
use crate::ui::{Choice, ChoiceOption, LiveText, block_name};

/// Widths of a frame in CSS pixels that the form offers, besides that of the column around it.
const WIDTHS: [u32; 4] = [320, 480, 640, 800];

/// What is shown, and how.
#[component]
pub fn Fields() -> impl IntoView {
    let edition = use_form().options.with_value(|options| options.edition.is_some());
    view! {
        <div class="builder-fields">
            <BlockField/>
            <LanguageField/>
            <ThemeField/>
            <WidthField/>
            {edition.then(|| view! { <EditionField/> })}
            <TitleField/>
        </div>
    }
}

/// Which block.
#[component]
fn BlockField() -> impl IntoView {
    let form = use_form();
    let words = words::messages(form.lang);
    let blocks = form.options.with_value(|o| o.blocks.iter().map(|entry| entry.block).collect::<Vec<_>>());
    let options: Vec<_> =
        blocks.into_iter().map(|block| option(block.id(), block_name(words, block))).collect();
    let chosen = form.chosen(|choice| choice.block.id().to_owned());
    let on_choose = move |id: String| {
        if let Some(block) = Block::from_id(&id) {
            form.choice.update(|choice| choice.block = block);
        }
    };
    view! { <Choice class="field" name="block" label=form.words().builder_block options=fixed(options) chosen on_choose/> }
}

/// Which language; each is called as it calls itself.
#[component]
fn LanguageField() -> impl IntoView {
    let form = use_form();
    let own_name = |lang: Lang| words::messages(lang.other()).other_language;
    let options = Lang::ALL.map(|lang| option(lang.code(), own_name(lang))).to_vec();
    let chosen = form.chosen(|choice| choice.lang.code().to_owned());
    let on_choose = move |code: String| {
        if let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == code) {
            form.choice.update(|choice| choice.lang = lang);
        }
    };
    view! { <Choice class="field" name="lang" label=form.words().builder_language options=fixed(options) chosen on_choose/> }
}

/// Light, dark, or as the reader's device.
#[component]
fn ThemeField() -> impl IntoView {
    let form = use_form();
    let words = words::messages(form.lang);
    let labels =
        [(Theme::Auto, words.theme_auto), (Theme::Light, words.theme_light), (Theme::Dark, words.theme_dark)];
    let options = labels.map(|(theme, label)| option(theme.code(), label)).to_vec();
    let chosen = form.chosen(|choice| choice.theme.code().to_owned());
    let on_choose = move |code: String| form.choice.update(|choice| choice.theme = Theme::from_code(&code));
    let disabled = form.chosen(|choice| !choice.kind.is_frame());
    view! { <Choice class="field" name="theme" label=words.theme options=fixed(options) chosen on_choose disabled/> }
}

/// How wide the frame is.
#[component]
fn WidthField() -> impl IntoView {
    let form = use_form();
    let words = form.words();
    let pixels = |width: u32| (width.to_string(), fill(words.builder_pixels, &[&width.to_string()]));
    let widths = WIDTHS.into_iter().map(pixels).map(|(value, label)| ChoiceOption { value, label });
    let options = std::iter::once(option("", words.builder_column)).chain(widths).collect();
    let chosen = form.chosen(|choice| choice.width.map(|width| width.to_string()).unwrap_or_default());
    let on_choose = move |width: String| form.choice.update(|choice| choice.width = width.parse().ok());
    let disabled = form.chosen(|choice| !choice.kind.is_frame());
    view! { <Choice class="field" name="width" label=words.builder_width options=fixed(options) chosen on_choose disabled/> }
}

/// The newest edition whichever that is, or the one that is shown now.
#[component]
fn EditionField() -> impl IntoView {
    const KEPT: &str = "this";
    let form = use_form();
    let words = form.words();
    let options = vec![option("", words.builder_latest), option(KEPT, words.builder_this)];
    let chosen = form.chosen(|choice| if choice.keep_edition { KEPT } else { "" }.to_owned());
    let on_choose = move |value: String| form.choice.update(|choice| choice.keep_edition = value == KEPT);
    view! { <Choice class="field" name="edition" label=words.builder_edition options=fixed(options) chosen on_choose/> }
}

/// Whether the block's title is shown.
#[component]
fn TitleField() -> impl IntoView {
    let form = use_form();
    let disabled = form.chosen(|choice| !choice.kind.is_frame());
    view! {
        <label class="builder-check">
            <input
                type="checkbox"
                name="title"
                checked=true
                disabled=move || disabled.get()
                on:change=move |event| {
                    form.choice.update(|choice| choice.hide_title = !event_target_checked(&event));
                }
            />
            <span>{form.words().builder_show_title}</span>
        </label>
    }
}

/// What kind of snippet, and where that one is used.
#[component]
pub fn Kinds() -> impl IntoView {
    let form = use_form();
    let words = form.words();
    let hint = form.chosen(move |choice| choice.kind.hint(words).to_owned());
    let radio = |kind: SnippetKind| {
        view! {
            <label>
                <input
                    type="radio"
                    name="kind"
                    value=kind.code()
                    checked=kind == SnippetKind::default()
                    on:change=move |_| form.choice.update(|choice| choice.kind = kind)
                />
                <span>{kind.label(words)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="switch">
            <legend>{words.builder_kind}</legend>
            {SnippetKind::ALL.map(radio).to_vec()}
        </fieldset>
        <p class="builder-hint"><LiveText text=hint/></p>
    }
}

fn option(value: &str, label: &str) -> ChoiceOption {
    ChoiceOption { value: value.to_owned(), label: label.to_owned() }
}

/// Options that stay the same.
fn fixed(options: Vec<ChoiceOption>) -> Signal<Vec<ChoiceOption>> {
    Signal::stored(options)
}
