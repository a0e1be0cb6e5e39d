//! The panel that says where a figure comes from, beside it.
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Element, HtmlElement};

use super::super::asked::{Asked, answers, said};
use super::super::context::use_explorer;
use crate::browser::focus::{focus_in_place, focused};
use crate::browser::layout::{scrolled, window_size};
use crate::browser::{popover, stylesheet};
use crate::panels::placement::{HIGHEST, Rect, Size, beside};

/// The panel, and what it stands beside.
#[derive(Clone, Copy)]
pub struct Panel {
    asked: RwSignal<Option<Asked>>,
    element: NodeRef<html::Div>,
    /// From the upper left corner of the page, and the height there is.
    place: RwSignal<(f64, f64, f64)>,
    /// What has the focus again afterwards.
    anchor: StoredValue<Option<Element>, LocalStorage>,
    styles: StoredValue<String>,
}

impl Panel {
    /// A panel with a stylesheet, that shows nothing yet.
    pub fn new(styles: &str) -> Self {
        Self {
            asked: RwSignal::new(None),
            element: NodeRef::new(),
            place: RwSignal::new((0.0, 0.0, HIGHEST)),
            anchor: StoredValue::new_local(None),
            styles: StoredValue::new(styles.to_owned()),
        }
    }

    /// Opens it beside what was pressed.
    pub fn open(self, asked: Asked, beside: Option<Element>) {
        self.anchor.set_value(beside);
        self.asked.set(Some(asked));
        let styles = stylesheet::load(&self.styles.get_value());
        spawn_local(async move {
            // Without it the panel is as well to be read.
            drop(styles.await);
            let Some(element) = self.element.get_untracked() else { return };
            popover::show(&element);
            self.stand(&element);
            if let Ok(Some(heading)) = element.query_selector("h3") {
                focus_in_place(&heading);
            }
        });
    }

    fn stand(self, element: &HtmlElement) {
        let Some(anchor) = self.anchor.get_value() else { return };
        let of = anchor.get_bounding_client_rect();
        let figure = Rect { left: of.left(), top: of.top(), right: of.right(), bottom: of.bottom() };
        let own = element.get_bounding_client_rect();
        let (width, height) = window_size();
        let place = beside(
            figure,
            Size { width: own.width(), height: f64::from(element.scroll_height()) },
            Size { width, height },
        );
        let (x, y) = scrolled();
        self.place.set((figure.left + place.left + x, figure.top + place.top + y, place.height));
    }

    fn close(self) {
        if let Some(element) = self.element.get_untracked() {
            popover::hide(&element);
        }
    }

    /// Gives the focus back to the figure, unless it is elsewhere in the page by now.
    fn return_focus(self) {
        let Some(panel) = self.element.get_untracked() else { return };
        let elsewhere = |focused: &Element| !panel.contains(Some(focused)) && focused.tag_name() != "BODY";
        if focused().as_ref().is_some_and(elsewhere) {
            return;
        }
        if let Some(anchor) = self.anchor.get_value() {
            focus_in_place(&anchor);
        }
    }
}

/// The panel, a popover that Escape and a click elsewhere close.
#[component]
pub fn EvidencePanel(panel: Panel) -> impl IntoView {
    let toggled = move |event: ev::Event| {
        if popover::is_closing(&event) {
            panel.return_focus();
        }
    };
    view! {
        <div
            node_ref=panel.element
            popover="auto"
            class="ask-panel"
            role="dialog"
            aria-labelledby="claims-asked"
            style:left=move || format!("{}px", panel.place.get().0)
            style:top=move || format!("{}px", panel.place.get().1)
            style:max-height=move || format!("{}px", panel.place.get().2)
            on:beforetoggle=toggled
        >
            <For each=move || panel.asked.get() key=|asked| *asked let:asked>
                <Evidence panel asked/>
            </For>
        </div>
    }
}

/// Where a figure comes from.
#[component]
fn Evidence(panel: Panel, asked: Asked) -> impl IntoView {
    let explorer = use_explorer();
    let [heading, value] = said(explorer, asked);
    let answers = answers(explorer, asked).into_iter().map(|(term, lines)| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <dt>{term}</dt><dd><ul>{lines}</ul></dd> }
    });
    view! {
        <div class="ask-head">
            <button type="button" class="button" on:click=move |_| panel.close()>{explorer.own.close()}</button>
        </div>
        <section class="asked">
            <h3 id="claims-asked" tabindex="-1">{heading}</h3>
            <p class="asked-value">{value}</p>
            <dl>{answers.collect_view()}</dl>
        </section>
    }
}
