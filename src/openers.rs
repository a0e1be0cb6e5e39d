//! What opens when a link is followed: a panel in the place of the page that the link leads to.
use std::any::Any;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{AddEventListenerOptions, Element, Event, MouseEvent};

use crate::browser::absolute::absolute;
use crate::browser::fetch;
#[cfg(feature = "hydrate")]
use crate::browser::fetch::Freshness;
use crate::browser::links::{closest, is_plain, listen};
use crate::browser::shell::Shell;
use crate::browser::{stylesheet, task};
use crate::chunks;
use crate::context::Report;
#[cfg(feature = "hydrate")]
use crate::panels::EmbedFormRequest;
use crate::panels::ask::AskOptions;
use crate::panels::{Kind, OnOpen, Opened};

/// It does not open in a panel; its link leads to a page.
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

/// What makes the marks of charts answer.
enum Marks {
    /// Nobody came near a chart yet.
    Away,
    /// It is on its way, since this event or one before it.
    Coming(Event),
    /// It answers by itself.
    There {
        /// Keeps its tooltip in the page.
        _tip: Option<Box<dyn Any>>,
    },
}

/// Opens what links of the page lead to.
#[derive(Clone, Copy)]
pub struct Openers {
    shell: StoredValue<Shell, LocalStorage>,
    /// The name of the edition that is shown.
    edition: StoredValue<String>,
    /// What the page has to say of the last one.
    pub trouble: RwSignal<Option<Trouble>, LocalStorage>,
}

impl Openers {
    /// Openers for a page, with nothing to say yet.
    #[must_use]
    pub fn new(shell: StoredValue<Shell, LocalStorage>) -> Self {
        Self { shell, edition: StoredValue::default(), trouble: RwSignal::new_local(None) }
    }

    /// Answers clicks on figures and on the links to snippets by panels, and the first key or pointer near a chart by
    /// marks that answer.
    pub fn answer(self, report: &Report, edition: String) {
        self.edition.set_value(edition);
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
        let marks = StoredValue::new_local(Marks::Away);
        for name in ["focusin", "pointerover", "click"] {
            let report = report.clone();
            listen(&shell.document, name, &AddEventListenerOptions::new(), move |event| {
                let near = event.type_() == "focusin" || closest(&event, ".canvas").is_some();
                if !near || marks.with_value(|marks| matches!(marks, Marks::There { .. })) {
                    return;
                }
                let begun = marks.with_value(|marks| matches!(marks, Marks::Coming(_)));
                marks.set_value(Marks::Coming(event));
                if !begun {
                    self.start_marks(report.clone(), marks);
                }
            });
        }
    }

    fn start_marks(self, report: Report, marks: StoredValue<Marks, LocalStorage>) {
        let open: OnOpen = Rc::new(move |opened| self.open(&report, opened));
        // What happened last: a pointer comes near before it presses.
        let last = move || {
            marks
                .with_value(|marks| if let Marks::Coming(event) = marks { Some(event.clone()) } else { None })
        };
        let styles = stylesheet::load(&self.shell.with_value(|shell| shell.beside_the_module("marks.css")));
        spawn_local(async move {
            // Without them charts are pictures beside their tables; the next key or pointer tries again.
            let started = match styles.await {
                Ok(()) => chunks::marks(open, Rc::new(last)).await.ok(),
                Err(_) => None,
            };
            marks.set_value(started.map_or(Marks::Away, |tip| Marks::There { _tip: tip }));
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
            task::sleep(task::PATIENCE).await;
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

    /// Shows it in a panel. Code, stylesheet and options are asked for together.
    async fn show(self, report: &Report, opened: &Opened) -> Result<(), NoPanel> {
        let shell = self.shell.get_value();
        let root = absolute(&shell.root);
        let no_panel = NoPanel(opened.kind);
        match opened.kind {
            Kind::Figure => {
                let styles = stylesheet::load(&shell.beside_the_module("ask.css"));
                let options = AskOptions {
                    key: opened.fragment(),
                    anchor: opened.anchor.clone(),
                    root,
                    edition: self.edition.get_value(),
                    dataset_file: shell.dataset_file.clone(),
                };
                styles.await.map_err(|_| no_panel)?;
                chunks::ask(report.clone(), options).await.map_err(|_| no_panel)
            }
            // Only pages of the report have the form in a panel.
            #[cfg(not(feature = "hydrate"))]
            Kind::EmbedForm => Err(no_panel),
            #[cfg(feature = "hydrate")]
            Kind::EmbedForm => {
                let styles = stylesheet::load(&shell.beside_the_module("embed-builder.css"));
                let url = format!("{root}embed/form.json");
                let options = fetch::text(&url, Freshness::Kept).await.map_err(|_| no_panel)?;
                styles.await.map_err(|_| no_panel)?;
                let block = routes::Block::from_id(&opened.fragment()).unwrap_or(routes::Block::Report);
                let request = EmbedFormRequest { options, block, opener: opened.anchor.clone() };
                chunks::embed(report.clone(), request).await.map_err(|_| no_panel)
            }
        }
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
