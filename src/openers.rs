//! What opens when a link is followed: a panel in the place of the page that the link leads to.
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{AddEventListenerOptions, Element, Event, HtmlAnchorElement, MouseEvent};

use crate::browser::fetch;
use crate::browser::links::{closest, is_plain, listen};
use crate::browser::shell::Shell;
use crate::browser::task;
use crate::chunks;
use crate::context::Report;

/// Something that a reader asked for.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The link that leads to it.
    pub link: Element,
    /// What was pressed, beside which it opens.
    pub anchor: Element,
    /// What it is.
    pub kind: Kind,
}

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Where a figure comes from.
    Figure,
    /// The form that hands out snippets.
    EmbedForm,
}

impl Opened {
    /// Where a figure comes from, opened beside what was pressed.
    #[must_use]
    pub fn figure(link: Element, anchor: Element) -> Self {
        Self { link, anchor, kind: Kind::Figure }
    }

    fn href(&self) -> String {
        self.link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::href).unwrap_or_default()
    }
}

/// There is no panel for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPanel(pub Kind);

/// What is said of a link that does not open.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// It is on its way for so long that a reader wonders.
    Slow,
    /// It is not to be had now.
    NotOpened(Opened),
}

/// Opens what links of the page lead to.
#[derive(Clone, Copy)]
pub struct Openers {
    shell: StoredValue<Shell, LocalStorage>,
    /// What the page has to say of the last one.
    pub trouble: RwSignal<Option<Trouble>, LocalStorage>,
}

impl Openers {
    /// Openers for a page, with nothing to say yet.
    #[must_use]
    pub fn new(shell: StoredValue<Shell, LocalStorage>) -> Self {
        Self { shell, trouble: RwSignal::new_local(None) }
    }

    /// Answers clicks on figures and on the links to snippets by panels, and the first key or pointer near a chart by
    /// marks that answer.
    pub fn answer(self, report: &Report) {
        let shell = self.shell.get_value();
        let clicks = report.clone();
        listen(&shell.document, "click", &AddEventListenerOptions::new(), move |event| {
            let Some(click) = event.dyn_ref::<MouseEvent>().filter(|click| is_plain(click)) else { return };
            // In a frame the form would have no room: there the link leads to the form's page.
            let (figure, form) = (closest(click, "a.ask"), closest(click, "a[href^=\"embed/#\"]"));
            let (link, kind) = match (figure, form) {
                (Some(link), _) => (link, Kind::Figure),
                (None, Some(link)) => (link, Kind::EmbedForm),
                _ => return,
            };
            event.prevent_default();
            self.open(&clicks, Opened { anchor: link.clone(), link, kind });
        });
        let begun = StoredValue::new(false);
        for name in ["focusin", "pointerover", "click"] {
            let report = report.clone();
            listen(&shell.document, name, &AddEventListenerOptions::new(), move |event| {
                if begun.get_value() || (event.type_() != "focusin" && closest(&event, ".canvas").is_none()) {
                    return;
                }
                begun.set_value(true);
                self.start_marks(report.clone(), event, begun);
            });
        }
    }

    fn start_marks(self, report: Report, event: Event, begun: StoredValue<bool>) {
        spawn_local(async move {
            // Without them charts are pictures beside their tables; the next key or pointer tries again.
            if chunks::marks(report, self, event).await.is_err() {
                begun.set_value(false);
            }
        });
    }

    /// Opens what a reader asked for; where that cannot be done, follows the link if there is something behind it.
    pub fn open(self, report: &Report, opened: Opened) {
        let report = report.clone();
        if opened.anchor.has_attribute("aria-busy") {
            return;
        }
        set_busy(&opened.anchor, true);
        let done = StoredValue::new(false);
        spawn_local(async move {
            task::sleep(crate::app::PATIENCE).await;
            if !done.get_value() {
                self.trouble.set(Some(Trouble::Slow));
            }
        });
        spawn_local(async move {
            let shown = self.show(&report, &opened).await;
            done.set_value(true);
            set_busy(&opened.anchor, false);
            self.trouble.set(None);
            if shown.is_err() {
                self.follow(&report, opened).await;
            }
        });
    }

    /// Shows it in a panel. The panels are not rewritten yet, so every link leads to its page.
    async fn show(self, _: &Report, opened: &Opened) -> Result<(), NoPanel> {
        Err(NoPanel(opened.kind))
    }

    /// Leaves for the page that a link leads to, if it is there and says the same as this one: whoever is offline would
    /// lose the page, and the page of all figures could still be that of earlier ones.
    async fn follow(self, report: &Report, opened: Opened) {
        let href = opened.href();
        let same = !(report.newer && opened.kind == Kind::Figure);
        let page = href.split('#').next().unwrap_or_default();
        if same && fetch::look(page).await.is_ok() {
            let window = self.shell.with_value(|shell| shell.window.clone());
            if window.location().assign(&href).is_ok() {
                return;
            }
        }
        self.trouble.set(Some(Trouble::NotOpened(opened)));
    }
}

fn set_busy(element: &Element, busy: bool) {
    // For those who wait, seen and heard; without it the link opens as well.
    drop(if busy {
        element.set_attribute("aria-busy", "true")
    } else {
        element.remove_attribute("aria-busy")
    });
}
