//! The field that finds a region: a combobox with a list, after the ARIA Authoring Practices Guide.
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use words::fill;

use super::super::context::{Explorer, use_explorer};
use crate::ui::LiveText;

/// The most regions that the list shows.
const MOST: usize = 60;
/// The id of the field.
pub const FIELD: &str = "claims-region-field";
/// The id of its list.
const LIST: &str = "claims-region-list";

/// What is typed and shown.
#[derive(Clone, Copy)]
struct Combobox {
    explorer: Explorer,
    /// What was typed; none where the field says what is chosen.
    typed: RwSignal<Option<String>>,
    is_open: RwSignal<bool>,
    /// The place of the region in the list that a key would choose.
    active: RwSignal<usize>,
    /// The regions of the list.
    list: Memo<Vec<u16>>,
    /// How many more match than it shows.
    left: Signal<usize>,
}

impl Combobox {
    fn new(explorer: Explorer) -> Self {
        let (is_open, active) = (RwSignal::new(false), RwSignal::new(0));
        let typed = RwSignal::new(None::<String>);
        let found = Memo::new(move |_| {
            let region = explorer.state.with(|state| state.selection.region);
            if is_open.get() {
                listed(explorer, region, &typed.get().unwrap_or_default())
            } else {
                (Vec::new(), 0)
            }
        });
        let list = Memo::new(move |_| found.with(|(list, _)| list.clone()));
        let left = Signal::derive(move || found.with(|(_, left)| *left));
        Self { explorer, typed, is_open, active, list, left }
    }

    /// The name of the chosen region.
    fn chosen(self) -> String {
        let region = self.explorer.state.with(|state| state.selection.region);
        self.explorer.index().region_label(self.explorer.lang, region).to_owned()
    }

    fn open(self) {
        if !self.is_open.get_untracked() {
            self.is_open.set(true);
            let own = self.explorer.state.with_untracked(|state| state.selection.region);
            let at = self.list.with_untracked(|list| list.iter().position(|region| *region == own));
            self.active.set(at.unwrap_or(0));
        }
    }

    fn close(self) {
        self.is_open.set(false);
        self.typed.set(None);
    }

    fn take(self, at: usize) {
        let Some(region) = self.list.with_untracked(|list| list.get(at).copied()) else { return };
        self.close();
        self.explorer.select(|selection| selection.region = region);
    }

    /// How many regions match what was typed, for those who hear it.
    fn count(self) -> String {
        let Self { explorer, typed, is_open, list, left, .. } = self;
        match (is_open.get() && typed.get().is_some(), list.with(Vec::len)) {
            (false, _) => String::new(),
            (true, 0) => explorer.words.no_region().to_owned(),
            (true, found) => {
                let found = words::count(explorer.lang, found.saturating_add(left.get()));
                fill(explorer.words.regions_found(), &[&found])
            }
        }
    }

    fn press(self, event: &ev::KeyboardEvent) {
        let count = self.list.with_untracked(Vec::len);
        let active = self.active.get_untracked();
        let is_open = self.is_open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !is_open => self.open(),
            "ArrowDown" => self.active.set((active + 1).min(count.saturating_sub(1))),
            "ArrowUp" => self.active.set(active.saturating_sub(1)),
            "PageDown" if is_open => self.active.set((active + 8).min(count.saturating_sub(1))),
            "PageUp" if is_open => self.active.set(active.saturating_sub(8)),
            "Enter" if is_open => self.take(active),
            "Escape" if is_open => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The regions of the list: the first of those that match, or where nothing is typed the chosen one with those it lies in, and those
/// right below it or beside it. With them, how many more match.
fn listed(explorer: Explorer, region: u16, typed: &str) -> (Vec<u16>, usize) {
    let index = explorer.index();
    if !typed.trim().is_empty() {
        let mut found = index.find_regions(explorer.lang, typed);
        let left = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        return (found, left);
    }
    let whole = if index.is_leaf(region) { index.parent(region).unwrap_or(region) } else { region };
    let mut list: Vec<u16> = index.path(whole).to_vec();
    list.reverse();
    list.extend(index.children(whole));
    (list, 0)
}

/// The field that finds a region, with a list of those that match or lie around the chosen one.
#[component]
pub fn RegionField() -> impl IntoView {
    let explorer = use_explorer();
    let box_of = Combobox::new(explorer);
    let Combobox { typed, is_open, active, list, .. } = box_of;
    let field = NodeRef::<html::Input>::new();
    let shown = move || typed.get().unwrap_or_else(|| box_of.chosen());
    let active_id = move || {
        let region = list.with(|list| list.get(active.get()).copied());
        region.filter(|_| is_open.get()).map(option_id)
    };
    let type_in = move |event: ev::Event| {
        typed.set(Some(event_target_value(&event)));
        is_open.set(true);
        active.set(0);
    };
    let focus = move |_| {
        // What is typed takes the place of what is chosen.
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let press_arrow = move |_| {
        if is_open.get_untracked() {
            box_of.close()
        } else {
            box_of.open()
        }
        if let Some(field) = field.get_untracked() {
            // Focus is a kindness: where it cannot be set, the list is there as well.
            drop(field.focus());
        }
    };
    // The option that a key would choose is seen.
    #[cfg(feature = "browser")]
    Effect::new(move || {
        if let Some(id) = active_id() {
            crate::browser::scroll::reveal(&id);
        }
    });
    let count = Signal::derive(move || box_of.count());
    view! {
        <div class="field region-field">
            <label for=FIELD>{explorer.words.region()}</label>
            <div class="combobox">
                <input
                    node_ref=field
                    id=FIELD
                    type="search"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    disabled=!explorer.acts
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-expanded=move || is_open.get().to_string()
                    aria-activedescendant=active_id
                    prop:value=shown
                    value=box_of.chosen()
                    on:input=type_in
                    on:focus=focus
                    on:click=move |_| box_of.open()
                    on:blur=move |_| box_of.close()
                    on:keydown=move |event| box_of.press(&event)
                />
                <button
                    type="button"
                    class="combobox-arrow"
                    tabindex="-1"
                    aria-label=explorer.own.open_list()
                    disabled=!explorer.acts
                    on:mousedown=|event| event.prevent_default()
                    on:click=press_arrow
                ></button>
                <RegionList box_of/>
            </div>
            <p class="hidden" role="status"><LiveText text=count/></p>
        </div>
    }
}

/// The regions that match, or lie around the chosen one.
#[component]
fn RegionList(box_of: Combobox) -> impl IntoView {
    let Combobox { explorer, typed, list, left, .. } = box_of;
    // It is heard as the last one of the list, and cannot be chosen.
    let rest = move || {
        let rest = words::count(explorer.lang, left.get());
        (left.get() > 0).then(|| fill(explorer.own.rest_of_regions(), &[&rest]))
    };
    let options = move || {
        let is_found = typed.with(|typed| typed.as_ref().is_some_and(|typed| !typed.trim().is_empty()));
        list.get().into_iter().map(move |region| (region, is_found))
    };
    view! {
        <ul
            id=LIST
            role="listbox"
            aria-label=explorer.own.list()
            hidden=move || list.with(Vec::is_empty)
            on:mousedown=|event| event.prevent_default()
        >
            <For each=options key=|option| *option let:option>
                <RegionOption box_of region=option.0 is_found=option.1/>
            </For>
            <For each=rest key=String::clone let:text>
                <li role="option" aria-disabled="true" aria-selected="false">{text}</li>
            </For>
        </ul>
    }
}

/// A region of the list, with that in which it lies.
#[component]
fn RegionOption(
    box_of: Combobox,
    region: u16,
    /// Whether it was found, and does not stand among its neighbours.
    is_found: bool,
) -> impl IntoView {
    let Combobox { explorer, active, list, .. } = box_of;
    let index = explorer.index();
    let at = move || list.with(|list| list.iter().position(|other| *other == region));
    let is_active = move || at() == Some(active.get());
    let name = index.region_label(explorer.lang, region).to_owned();
    let above = index.parent(region).filter(|parent| *parent != 0);
    let above = above.map(|parent| index.region_label(explorer.lang, parent).to_owned());
    let above = above.filter(|_| is_found).map(|above| view! { <small>{above}</small> });
    let depth = if is_found { 0 } else { index.depth(region) };
    let take = move |_| {
        if let Some(at) = list.with_untracked(|list| list.iter().position(|other| *other == region)) {
            box_of.take(at);
        }
    };
    view! {
        <li
            id=option_id(region)
            role="option"
            data-depth=depth.to_string()
            class:active=is_active
            aria-selected=move || explorer.state.with(|state| state.selection.region == region).to_string()
            on:click=take
        >
            <span>{name}</span>
            {above}
        </li>
    }
}

fn option_id(region: u16) -> String {
    format!("claims-region-{region}")
}
