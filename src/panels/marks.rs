//! Marks of charts by keyboard, pointer and finger: one stop a chart, arrows between its marks, a tooltip, and the
//! panel of a mark's figure.
use std::any::Any;
use std::rc::Rc;

use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, KeyboardEvent, MouseEvent, Window};

use crate::browser::links::{closest, listen};
use crate::browser::marks::{
    canvases, is_button, mark_at, marks_of, move_focus, prepare, press_for, rect_of, words_of,
};
use crate::panels::Opened;

/// How far a tooltip stays from the edge of the window, in CSS pixels.
const GAP: f64 = 8.0;

/// The mark that a reader points at, or that has the focus.
type Active = RwSignal<Option<Element>, LocalStorage>;

/// Opens what a reader asks for.
pub type OnOpen = Rc<dyn Fn(Opened)>;

/// Makes the marks of the page's charts answer, beginning with the event that came first. What is returned keeps the
/// tooltip in the page; `None` where there is no page.
pub fn start(on_open: OnOpen, first: &Event) -> Option<Box<dyn Any>> {
    let window = web_sys::window()?;
    let body = window.document()?.body()?;
    let active: Active = RwSignal::new_local(None);
    let tip = mount_to(body, move || view! { <MarkTip active/> });
    prepare_all();
    let marks = Marks {
        active,
        focused: StoredValue::new_local(None),
        pointer: StoredValue::new((0, 0)),
        dismissed: StoredValue::new(false),
        on_open,
    };
    marks.listen(&window);
    match first.type_().as_str() {
        "click" => marks.click(first),
        "pointerover" => marks.point(first),
        _ => {}
    }
    Some(Box::new(tip))
}

fn prepare_all() {
    for canvas in canvases() {
        prepare(&canvas, None);
    }
}

/// What answers for the marks of a page.
#[derive(Clone)]
struct Marks {
    active: Active,
    /// The mark that has the focus, or had it until its drawing lost its room.
    focused: StoredValue<Option<Element>, LocalStorage>,
    /// Where the pointer was last, in CSS pixels of the window.
    pointer: StoredValue<(i32, i32)>,
    /// Whether Escape sent the tooltip away and the pointer has not moved since.
    dismissed: StoredValue<bool>,
    on_open: OnOpen,
}

impl Marks {
    fn listen(&self, window: &Window) {
        let target: &EventTarget = window;
        let (plain, passive) = (AddEventListenerOptions::new(), AddEventListenerOptions::new());
        passive.set_passive(true);
        for name in ["pointermove", "pointerover"] {
            let marks = self.clone();
            listen(target, name, &passive, move |event| marks.point(&event));
        }
        let marks = self.clone();
        listen(target, "click", &plain, move |event| marks.click(&event));
        let marks = self.clone();
        listen(target, "focusin", &plain, move |event| {
            // A chart may be new in the page.
            prepare_all();
            let mark = closest(&event, ".canvas .mark");
            marks.focused.set_value(mark.clone());
            marks.active.set(mark);
        });
        let marks = self.clone();
        listen(target, "focusout", &plain, move |event| {
            // A browser takes the focus from what is no longer laid out, before or after it tells of the new size.
            match closest(&event, ".canvas .mark").filter(|mark| !has_room(mark)) {
                Some(_) => request_animation_frame({
                    let marks = marks.clone();
                    move || marks.follow_drawing()
                }),
                None => marks.focused.set_value(None),
            }
        });
        let marks = self.clone();
        listen(target, "keydown", &plain, move |event| marks.press(&event));
        let marks = self.clone();
        listen(target, "scroll", &passive, move |_| marks.leave());
        for name in ["resize", "change"] {
            let marks = self.clone();
            // Another drawing may be the one that is shown.
            listen(target, name, &plain, move |_| {
                prepare_all();
                marks.follow_drawing();
                marks.leave();
            });
        }
    }

    /// Where another drawing took the place of the one with the focus, its mark of the same figure has the focus.
    fn follow_drawing(&self) {
        let Some(mark) = self.focused.get_value().filter(|mark| !has_room(mark)) else { return };
        let Some(canvas) = mark.closest(".canvas").ok().flatten() else { return };
        let key = mark.get_attribute("data-key");
        if let Some(same) = marks_of(&canvas).iter().find(|other| other.get_attribute("data-key") == key) {
            move_focus(&mark, same);
        }
    }

    /// Takes the tooltip away, unless its mark has the focus.
    fn leave(&self) {
        if !self.active.with_untracked(|mark| mark.as_ref().is_none_or(has_focus)) {
            self.active.set(None);
        }
    }

    fn point(&self, event: &Event) {
        // A finger asks at once; a tooltip would be under it. Over the tooltip nothing changes.
        let Some(pointer) =
            event.dyn_ref::<web_sys::PointerEvent>().filter(|event| event.pointer_type() != "touch")
        else {
            return;
        };
        let place = (pointer.client_x(), pointer.client_y());
        let rests = self.pointer.get_value() == place;
        self.pointer.set_value(place);
        // What lay below a tooltip comes under the pointer as it goes: that is no wish for another one.
        if rests && self.dismissed.get_value() {
            return;
        }
        self.dismissed.set_value(false);
        if closest(event, ".mark-tip").is_some() {
            return;
        }
        match at(event, pointer) {
            Some(mark) => {
                if self.active.with_untracked(|active| active.as_ref() != Some(&mark)) {
                    self.active.set(Some(mark));
                }
            }
            None => self.leave(),
        }
    }

    fn click(&self, event: &Event) {
        let Some(pointer) = event.dyn_ref::<MouseEvent>() else { return };
        if let Some(mark) = at(event, pointer) {
            let second = closest(event, ".c-implied, .c-value-implied").is_some();
            self.ask(&mark, second);
        }
    }

    fn press(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() == "Escape" {
            self.dismissed.set_value(true);
            self.active.set(None);
        }
        let Some(mark) = closest(event, ".canvas .mark") else { return };
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let Some(canvas) = mark.closest(".canvas").ok().flatten() else { return };
        let marks = marks_of(&canvas);
        let here = marks.iter().position(|other| *other == mark).unwrap_or(0);
        let next = match key.key().as_str() {
            "Enter" | " " => {
                event.prevent_default();
                return self.ask(&mark, false);
            }
            "ArrowRight" | "ArrowDown" => here + 1,
            "ArrowLeft" | "ArrowUp" => here.saturating_sub(1),
            "Home" => 0,
            "End" => marks.len(),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = marks.get(next.min(marks.len().saturating_sub(1))) {
            move_focus(&mark, next);
        }
    }

    /// Opens the panel of a mark's figure: of its second part, where that was hit.
    fn ask(&self, mark: &Element, second: bool) {
        let links = words_of(mark).links;
        let link = if second { links.last() } else { links.first() };
        if let Some(link) = link {
            self.active.set(None);
            if is_button(link) {
                return press_for(link, mark);
            }
            (self.on_open)(Opened::figure(link.clone(), mark.clone()));
        }
    }
}

/// The mark that an event of a pointer means.
fn at(event: &Event, pointer: &MouseEvent) -> Option<Element> {
    let canvas = closest(event, ".canvas")?;
    closest(event, ".mark")
        .or_else(|| mark_at(&canvas, f64::from(pointer.client_x()), f64::from(pointer.client_y())))
}

/// Whether the drawing of a mark is the one that is shown.
fn has_room(mark: &Element) -> bool {
    mark.get_bounding_client_rect().width() > 0.0
}

fn has_focus(mark: &Element) -> bool {
    mark.matches(":focus").unwrap_or(false)
}

/// The ring around a mark and what it says beside it, inside the window. A mark's own name says the same to those who
/// hear it.
#[component]
fn MarkTip(active: Active) -> impl IntoView {
    let tip = NodeRef::<html::Div>::new();
    let words = move || active.get().map(|mark| words_of(&mark));
    let ring = move || active.get().map(|mark| (rect_of(&mark), has_focus(&mark), scrolled()));
    Effect::new(move || {
        // Where it has room depends on its size, which is known once it is laid out.
        let (Some(mark), Some(tip)) = (active.get(), tip.get()) else { return };
        let (left, top) = place(&mark, f64::from(tip.offset_width()), f64::from(tip.offset_height()));
        drop(tip.style(("left", format!("{left}px"))));
        drop(tip.style(("top", format!("{top}px"))));
    });
    move || {
        let (words, (rect, focus, (x, y))) = (words()?, ring()?);
        let values = words
            .values
            .into_iter()
            .map(|(heading, text)| view! { <span>{format!("{heading}: {text}")}</span> });
        Some(view! {
            <div
                class="mark-ring"
                aria-hidden="true"
                data-focus=focus.then_some("1")
                style:left=format!("{}px", rect.left() + x - 4.0)
                style:top=format!("{}px", rect.top() + y - 3.0)
                style:width=format!("{}px", rect.width() + 8.0)
                style:height=format!("{}px", rect.height() + 6.0)
            ></div>
            <div class="mark-tip" aria-hidden="true" node_ref=tip>
                <strong>{words.name}</strong>
                {values.collect_view()}
                {(!words.say.is_empty()).then(|| view! { <span>{words.say}</span> })}
            </div>
        })
    }
}

/// How far the page is scrolled.
fn scrolled() -> (f64, f64) {
    let window = web_sys::window();
    let at = |read: fn(&Window) -> Result<f64, wasm_bindgen::JsValue>| {
        window.as_ref().and_then(|window| read(window).ok()).unwrap_or(0.0)
    };
    (at(Window::scroll_x), at(Window::scroll_y))
}

/// Where a tooltip of a size stands: at the end of the row, so that the way to the rows above stays free.
fn place(mark: &Element, width: f64, height: f64) -> (f64, f64) {
    let rect = rect_of(mark);
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let (right, bottom) =
        root.map_or((0.0, 0.0), |root| (f64::from(root.client_width()), f64::from(root.client_height())));
    let left = (rect.right().min(right - GAP) - width).max(GAP);
    let above = rect.top() - height - GAP;
    let top = if above >= GAP / 2.0 { above } else { (rect.bottom() + GAP).min(bottom - height - GAP / 2.0) };
    let (x, y) = scrolled();
    (left + x, top.max(0.0) + y)
}
