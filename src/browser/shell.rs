//! What the page that the build wrote says of itself.
use routes::Address;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlLinkElement, Window};

use crate::ui::LivePart;

/// Which of the site's pages it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The report, or a block of it in a frame.
    Report,
    /// All figures and where they come from.
    Figures,
    /// The snippets to embed blocks.
    EmbedForm,
}

/// The page's document and what its head says.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The window.
    pub window: Window,
    /// The document.
    pub document: Document,
    /// The element that holds the static page.
    pub container: HtmlElement,
    /// The element for what the application has to say.
    pub notice: HtmlElement,
    /// Which page it is.
    pub kind: PageKind,
    /// The way to the site's root, relative to the page.
    pub root: String,
    /// The dataset's file below the root.
    pub dataset_file: String,
    /// The [`dataset::fingerprint`] of the dataset that the page was built of.
    pub fingerprint: String,
    /// The name of the edition that the page was built of.
    pub edition: String,
    /// The folder of the published claims below the root, where there are any.
    pub claims: Option<String>,
    /// The script of the worker that makes workbooks, beside the application's module, where there is one.
    workbook: Option<String>,
    /// The [shape](super::shape) of each live part as the build wrote it.
    shapes: Vec<(String, u32)>,
    /// What the address of the page means.
    pub address: Address,
}

impl Shell {
    /// Reads the page. `None` where it is not one of this application's.
    #[must_use]
    pub fn read() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let element = |id| document.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok();
        let (container, notice) = (element("app")?, element("notice")?);
        let meta = |name: &str| {
            document.query_selector(&format!("meta[name=jamsostek-{name}]")).ok()??.get_attribute("content")
        };
        let root = meta("root")?;
        let kind = match meta("page").as_deref() {
            Some("figures") => PageKind::Figures,
            Some("embed") => PageKind::EmbedForm,
            _ => PageKind::Report,
        };
        let location = window.location();
        let base = web_sys::Url::new_with_base(&root, &location.href().ok()?).ok()?.pathname();
        let (path, query) = (location.pathname().ok()?, location.search().ok()?);
        // A report that is one file may have any name.
        let is_alone = meta("page").as_deref() == Some("alone");
        let below = if is_alone { "" } else { routes::below_root(&path, &base) };
        let mut address = routes::parse(below, &query);
        // Pages beside the report have addresses that only the build knows.
        if let Some(lang) = document.document_element().and_then(|root| root.get_attribute("lang")) {
            address.lang =
                words::Lang::ALL.into_iter().find(|known| known.code() == lang).unwrap_or(address.lang);
        }
        let shapes = meta("shapes").unwrap_or_default();
        let shape = |text: &str| {
            let (name, hash) = text.split_once(':')?;
            Some((name.to_owned(), u32::from_str_radix(hash, 16).ok()?))
        };
        Some(Self {
            kind,
            dataset_file: meta("dataset")?,
            fingerprint: meta("fingerprint").unwrap_or_default(),
            edition: meta("edition").unwrap_or_default(),
            claims: meta("claims"),
            workbook: meta("workbook"),
            shapes: shapes.split(' ').filter_map(shape).collect(),
            root,
            window,
            document,
            container,
            notice,
            address,
        })
    }

    /// The dataset's address, relative to the page.
    #[must_use]
    pub fn dataset_url(&self) -> String {
        format!("{}{}", self.root, self.dataset_file)
    }

    /// The absolute address of a file that lies beside the application's module: what a chunk needs, too.
    #[must_use]
    pub fn beside_the_module(&self, file: &str) -> String {
        let link = self.document.query_selector("link[rel=modulepreload]").ok().flatten();
        let href = link.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok()).map(|link| link.href());
        let href = href.unwrap_or_default();
        [href.rsplit_once('/').map_or("", |(folder, _)| folder), "/", file].concat()
    }

    /// The absolute address of the script of the worker that makes workbooks; `None` where the page has none.
    #[must_use]
    pub fn workbook(&self) -> Option<String> {
        Some(self.beside_the_module(self.workbook.as_deref()?))
    }

    /// The address of what the form of snippets knows of the site, relative to the page.
    #[must_use]
    pub fn form_url(&self) -> String {
        format!("{}embed/form.json", self.root)
    }

    /// Takes the answers of the page of all figures away: they are old.
    pub fn hide_answers(&self) {
        let Ok(found) = self.container.query_selector_all(".asked-chapter") else { return };
        for answers in
            (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok())
        {
            answers.set_hidden(true);
        }
    }

    /// The parts of the page that act, in the order of the page.
    #[must_use]
    pub fn live_parts(&self) -> Vec<(LivePart, HtmlElement)> {
        let Ok(found) = self.container.query_selector_all("[data-live]") else { return Vec::new() };
        let part = |index| {
            let element = found.get(index)?.dyn_into::<HtmlElement>().ok()?;
            Some((LivePart::from_name(&element.get_attribute("data-live")?)?, element))
        };
        (0..found.length()).filter_map(part).collect()
    }

    /// The shape of the nodes that the build wrote for a live part.
    #[must_use]
    pub fn built_shape(&self, part: LivePart) -> Option<u32> {
        let name = part.name();
        self.shapes.iter().find(|(known, _)| *known == name).map(|(_, shape)| *shape)
    }

    /// Says how far the application is: `loading`, `ready` or `failed`.
    pub fn say_state(&self, state: &str) {
        if let Some(root) = self.document.document_element() {
            // Attributes for the stylesheet alone; without them the page works as well.
            drop(root.set_attribute("data-app", state));
            drop(root.remove_attribute("data-pending"));
        }
    }
}
