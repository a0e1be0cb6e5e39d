//! The fields of the form.
use dataset::Lang;
use leptos::prelude::*;
use routes::{Accent, Block, EmbedOptions, EmbedTitle, Theme};
use words::fill;

use super::options::Embeddable;
use super::snippet::{EmbedChoice, SnippetKind};
use super::state::use_form;
use crate::ui::{Choice, ChoiceOption, LiveText};

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
            <TitleFields/>
            <AccentField/>
            <CreditField/>
            <Checks/>
        </div>
    }
}

/// Which block.
#[component]
fn BlockField() -> impl IntoView {
    let form = use_form();
    let entry = |entry: &Embeddable| option(entry.block.id(), &entry.in_language(form.lang).name);
    let options = form.options.with_value(|options| options.blocks.iter().map(entry).collect());
    let chosen = form.chosen(|choice| choice.block.id().to_owned());
    let on_choose = move |id: String| {
        if let Some(block) = Block::from_id(&id) {
            form.choice.update(|choice| choice.block = block);
        }
    };
    view! { <Choice class="field" name="block" label=form.words().builder_block() options=fixed(options) chosen on_choose/> }
}

/// Which language; each is called as it calls itself.
#[component]
fn LanguageField() -> impl IntoView {
    let form = use_form();
    let own_name = |lang: Lang| words::messages(lang.other()).other_language();
    let languages = form
        .options
        .with_value(|options| Lang::ALL.into_iter().filter(|lang| options.has(*lang)).collect::<Vec<_>>());
    let options = languages.into_iter().map(|lang| option(lang.code(), own_name(lang))).collect();
    let chosen = form.chosen(|choice| choice.lang.code().to_owned());
    let on_choose = move |code: String| {
        if let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == code) {
            form.choice.update(|choice| choice.lang = lang);
        }
    };
    view! { <Choice class="field" name="lang" label=form.words().builder_language() options=fixed(options) chosen on_choose/> }
}

/// Light, as the reader's device, or dark.
#[component]
fn ThemeField() -> impl IntoView {
    let form = use_form();
    let words = words::messages(form.lang);
    let labels = [
        (Theme::Light, words.theme_light()),
        (Theme::Auto, words.theme_auto()),
        (Theme::Dark, words.theme_dark()),
    ];
    let options = labels.map(|(theme, label)| option(theme.code(), label)).to_vec();
    let chosen = form.chosen(|choice| choice.theme.code().to_owned());
    let on_choose = move |code: String| form.choice.update(|choice| choice.theme = Theme::from_code(&code));
    let disabled = not_a_frame();
    view! { <Choice class="field" name="theme" label=words.theme() options=fixed(options) chosen on_choose disabled/> }
}

/// How wide the frame is.
#[component]
fn WidthField() -> impl IntoView {
    let form = use_form();
    let words = form.words();
    let pixels = |width: u32| (width.to_string(), fill(words.builder_pixels(), &[&width.to_string()]));
    let widths = WIDTHS.into_iter().map(pixels).map(|(value, label)| ChoiceOption { value, label });
    let options = std::iter::once(option("", words.builder_column())).chain(widths).collect();
    let chosen = form.chosen(|choice| choice.width.map(|width| width.to_string()).unwrap_or_default());
    let on_choose = move |width: String| form.choice.update(|choice| choice.width = width.parse().ok());
    let disabled = not_a_frame();
    view! { <Choice class="field" name="width" label=words.builder_width() options=fixed(options) chosen on_choose disabled/> }
}

/// The newest edition whichever that is, or the one that is shown now.
#[component]
fn EditionField() -> impl IntoView {
    const KEPT: &str = "this";
    let form = use_form();
    let words = form.words();
    let options = vec![option("", words.builder_latest()), option(KEPT, words.builder_this())];
    let chosen = form.chosen(|choice| if choice.keep_edition { KEPT } else { "" }.to_owned());
    let on_choose = move |value: String| form.choice.update(|choice| choice.keep_edition = value == KEPT);
    view! { <Choice class="field" name="edition" label=words.builder_edition() options=fixed(options) chosen on_choose/> }
}

/// What stands above the block: the title of the report, the editor's own words, or nothing.
#[component]
fn TitleFields() -> impl IntoView {
    const OWN: &str = "own";
    let form = use_form();
    let words = form.words();
    let options = vec![
        option("", words.builder_title_publisher()),
        option(OWN, words.builder_title_own()),
        option("0", words.builder_title_hidden()),
    ];
    // Words that are not shown now are kept for when they are asked for again, and a choice of words that nobody
    // wrote yet stays a choice.
    let (own, is_own) = (RwSignal::new(String::new()), RwSignal::new(false));
    let title = form.chosen(|choice| choice.embed.title.clone());
    let chosen = Memo::new(move |_| match title.get() {
        EmbedTitle::Hidden => "0",
        EmbedTitle::Own(_) | EmbedTitle::Publisher if is_own.get() => OWN,
        EmbedTitle::Own(_) | EmbedTitle::Publisher => "",
    });
    let chosen = Memo::new(move |_| chosen.get().to_owned());
    let ask = move |title| form.choice.update(|choice| choice.embed.title = title);
    let on_choose = move |value: String| {
        is_own.set(value == OWN);
        ask(if value == OWN { own_title(&own.get_untracked()) } else { EmbedTitle::parse(&value) });
    };
    let on_write = move |event| {
        own.set(event_target_value(&event));
        ask(own_title(&own.get_untracked()));
    };
    let (disabled, is_silent) = (not_a_frame(), move || not_own(is_own, form.choice));
    view! {
        <Choice class="field" name="title" label=words.builder_title_choice() options=fixed(options) chosen on_choose disabled/>
        <label class="field">
            <span>{words.builder_own_title()}</span>
            <input
                type="text"
                name="own-title"
                maxlength=EmbedTitle::MAX.to_string()
                disabled=is_silent
                on:change=on_write
            />
        </label>
    }
}

/// Whether there is no place for words of one's own now.
fn not_own(is_own: RwSignal<bool>, choice: RwSignal<EmbedChoice>) -> bool {
    !is_own.get() || choice.with(|choice| !choice.kind.is_frame())
}

/// A title of an editor's own words; as long as nothing is written, that of the publisher.
fn own_title(text: &str) -> EmbedTitle {
    match EmbedTitle::parse(text) {
        EmbedTitle::Hidden => EmbedTitle::Publisher,
        title => title,
    }
}

/// The colour of bars.
#[component]
fn AccentField() -> impl IntoView {
    let form = use_form();
    let words = form.words();
    let name = |accent: Accent| match accent {
        Accent::Standard => words.builder_accent_standard(),
        Accent::Blue => words.builder_accent_blue(),
        Accent::Green => words.builder_accent_green(),
        Accent::Orange => words.builder_accent_orange(),
        Accent::Purple => words.builder_accent_purple(),
        Accent::Grey => words.builder_accent_grey(),
    };
    let options = Accent::ALL.map(|accent| option(accent.code(), name(accent))).to_vec();
    let chosen = form.chosen(|choice| choice.embed.accent.code().to_owned());
    let on_choose =
        move |code: String| form.choice.update(|choice| choice.embed.accent = Accent::from_code(&code));
    let disabled = not_a_frame();
    view! { <Choice class="field" name="accent" label=words.builder_accent() options=fixed(options) chosen on_choose disabled/> }
}

/// How many links stand below the block.
#[component]
fn CreditField() -> impl IntoView {
    const SHORT: &str = "short";
    let form = use_form();
    let words = form.words();
    let options = vec![option("", words.builder_credit_full()), option(SHORT, words.builder_credit_short())];
    let chosen = form.chosen(|choice| if choice.embed.short_credit { SHORT } else { "" }.to_owned());
    let on_choose =
        move |value: String| form.choice.update(|choice| choice.embed.short_credit = value == SHORT);
    let disabled = not_a_frame();
    view! { <Choice class="field" name="credit" label=words.builder_credit() options=fixed(options) chosen on_choose disabled/> }
}

/// Whether notes are shown, and whether the background of the page around is.
#[component]
fn Checks() -> impl IntoView {
    let words = use_form().words();
    view! {
        <Check
            name="notes"
            label=words.builder_notes()
            checked=true
            ask=|embed, checked| embed.hide_notes = !checked
        />
        <Check
            name="transparent"
            label=words.builder_transparent()
            checked=false
            ask=|embed, checked| embed.transparent = checked
        />
    }
}

/// A box to be ticked.
#[component]
fn Check(
    /// Its name.
    name: &'static str,
    /// What it says.
    label: &'static str,
    /// Whether it is ticked at first.
    checked: bool,
    /// Asks of the block what a tick means, or no tick.
    ask: fn(&mut EmbedOptions, bool),
) -> impl IntoView {
    let form = use_form();
    let disabled = not_a_frame();
    view! {
        <label class="builder-check">
            <input
                type="checkbox"
                name=name
                checked=checked
                disabled=move || disabled.get()
                on:change=move |event| {
                    form.choice.update(|choice| ask(&mut choice.embed, event_target_checked(&event)));
                }
            />
            <span>{label}</span>
        </label>
    }
}

/// Whether what is copied is no frame, and takes no options.
fn not_a_frame() -> Memo<bool> {
    use_form().chosen(|choice| !choice.kind.is_frame())
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
            <legend>{words.builder_kind()}</legend>
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
