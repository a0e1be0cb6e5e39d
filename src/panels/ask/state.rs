//! What the panel shows, and where.
use leptos::html;
use leptos::prelude::*;
use web_sys::{DomRect, Element};

use crate::browser::anchor::Anchor;
use crate::browser::{focus, layout, popover};
use crate::context::Report;
use crate::figures_page::{FiguresOptions, Host};
use crate::panels::placement::{HIGHEST, Place, Rect, Size, beside};

/// The state of the panel: which figure it shows, the way there, and where it stands.
#[derive(Clone, Copy)]
pub struct AskState {
    /// The panel's element.
    pub panel: NodeRef<html::Div>,
    /// The figure that is shown, and those on the way to it.
    pub trail: RwSignal<Vec<String>>,
    /// The upper left corner of the panel in the page, in CSS pixels: from the left, and down.
    pub position: RwSignal<(f64, f64)>,
    opening: RwSignal<Option<Opening>>,
    /// The figure that was asked.
    anchor: StoredValue<Option<Anchor>, LocalStorage>,
    place: StoredValue<Place>,
    /// How high the panel may be, in CSS pixels; what is longer is scrolled.
    pub height: RwSignal<f64>,
}

/// What is the same for all figures on a way.
#[derive(Clone)]
struct Opening {
    /// Tells it from those before.
    number: u32,
    report: Report,
    figures: FiguresOptions,
}

/// A figure that is shown.
#[derive(Clone)]
pub struct Shown {
    /// Which opening it belongs to, and how far on the way it is.
    pub step: (u32, usize),
    /// The figure's key.
    pub key: String,
    /// The report that it belongs to.
    pub report: Report,
    /// What citations say.
    pub figures: FiguresOptions,
}

impl AskState {
    /// Nothing was asked. Its signals belong to the current owner.
    pub fn new() -> Self {
        Self {
            panel: NodeRef::new(),
            trail: RwSignal::default(),
            position: RwSignal::default(),
            opening: RwSignal::new(None),
            anchor: StoredValue::new_local(None),
            place: StoredValue::default(),
            height: RwSignal::new(HIGHEST),
        }
    }

    /// Shows a figure, beside the element that was asked.
    pub fn open(self, report: Report, figures: FiguresOptions, key: String, anchor: Element) {
        self.anchor.set_value(Some(Anchor::new(anchor)));
        self.trail.set(vec![key]);
        self.opening.update(|opening| {
            let number = opening.as_ref().map_or(0, |opening| opening.number.wrapping_add(1));
            *opening = Some(Opening { number, report, figures });
        });
    }

    /// What is to be shown.
    pub fn shown(self) -> Option<Shown> {
        let Opening { number, report, figures } = self.opening.get()?;
        let (key, length) = self.trail.with(|trail| Some((trail.last()?.clone(), trail.len())))?;
        Some(Shown { step: (number, length), key, report, figures })
    }

    /// Shows another figure, from which there is a way back.
    pub fn go_to(self, key: String) {
        self.trail.update(|trail| trail.push(key));
    }

    /// Shows the figure before.
    pub fn go_back(self) {
        self.trail.update(|trail| drop(trail.pop()));
    }

    /// Closes the panel.
    pub fn close(self) {
        if let Some(panel) = self.panel.get_untracked() {
            popover::hide(&panel);
        }
    }

    /// Shows the panel with a figure that is there now: before, it would stand at the end of the page.
    pub fn reveal(self, heading: &Element) {
        let Some(panel) = self.panel.get_untracked() else { return };
        popover::show(&panel);
        panel.set_scroll_top(0);
        self.place();
        focus::focus_in_place(heading);
    }

    /// Places the panel beside its figure, inside the window.
    pub fn place(self) {
        let Some(panel) = self.panel.get_untracked().filter(|panel| popover::is_open(panel)) else { return };
        // As high as it would be if nothing of it had to be scrolled.
        let (edges, content) = (panel.offset_height() - panel.client_height(), panel.scroll_height());
        let size = Size { width: panel.offset_width().into(), height: f64::from(edges + content) };
        let (width, height) = layout::window_size();
        self.anchor.with_value(|anchor| {
            let Some(figure) = anchor.as_ref().map(|anchor| rect(&anchor.rect())) else { return };
            let place = beside(figure, size, Size { width, height });
            self.place.set_value(place);
            self.height.set(place.height);
            self.put(figure);
        });
    }

    /// Keeps the panel at its figure, where the page was laid out anew.
    pub fn follow(self) {
        if !self.panel.get_untracked().is_some_and(|panel| popover::is_open(&panel)) {
            return;
        }
        self.anchor.with_value(|anchor| {
            let figure = anchor.as_ref().and_then(Anchor::current);
            let figure = figure.map(|figure| figure.get_bounding_client_rect());
            // In a table that was closed it stands nowhere.
            if let Some(figure) = figure.filter(|figure| figure.width() > 0.0) {
                self.put(rect(&figure));
            }
        });
    }

    fn put(self, figure: Rect) {
        let (place, (across, down)) = (self.place.get_value(), layout::scrolled());
        self.position.set((figure.left + place.left + across, figure.top + place.top + down));
    }

    /// Gives the focus back to the figure, unless it is elsewhere in the page by now.
    pub fn return_focus(self) {
        let Some(panel) = self.panel.get_untracked() else { return };
        let elsewhere = |focused: &Element| !panel.contains(Some(focused)) && focused.tag_name() != "BODY";
        if focus::focused().as_ref().is_some_and(elsewhere) {
            return;
        }
        if let Some(figure) = self.anchor.with_value(|anchor| anchor.as_ref().and_then(Anchor::current)) {
            focus::focus_in_place(&figure);
        }
    }

    /// Whether Tab would leave the panel: forwards from its last stop, `backwards` from its first or the heading.
    pub fn is_at_end(self, backwards: bool) -> bool {
        let (Some(panel), Some(focused)) = (self.panel.get_untracked(), focus::focused()) else {
            return false;
        };
        let stops = focus::stops(&panel);
        let last = if backwards { stops.first() } else { stops.last() };
        last.is_some_and(|last| **last == focused) || backwards && focused.id() == Host::PANEL_HEADING
    }
}

fn rect(rect: &DomRect) -> Rect {
    Rect { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}
