//! What the page that the build wrote says.
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use words::Lang;

/// The page.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Its language.
    pub(crate) lang: Lang,
    /// The address of the worker's script.
    pub(crate) worker: String,
    /// The address of the stylesheet of reports.
    pub(crate) styles: String,
    /// The address of the published dataset, and the name of its file.
    pub(crate) dataset: (String, String),
    /// The addresses of the empty pages alone, in Indonesian and in English.
    alone: [String; 2],
    /// The address of the published report, and of this page in the other language.
    pub(crate) report: String,
    pub(crate) other: String,
    /// The scripts that keep the studio for later, and what each is for.
    pub(crate) offline: Vec<(String, String)>,
    /// What holds it all.
    pub(crate) container: HtmlElement,
}

impl Page {
    /// Reads the page; `None` where it is not the studio's.
    pub(crate) fn read() -> Option<Self> {
        let document = document();
        let element = |id: &str| document.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok();
        let (container, says) = (element("app")?, element("studio")?.dataset());
        let lang = document.document_element()?.get_attribute("lang")?;
        let lang = Lang::ALL.into_iter().find(|known| known.code() == lang)?;
        let address = |name: &str| absolute(&says.get(name)?);
        let dataset = says.get("dataset")?;
        let name = dataset.rsplit('/').next().unwrap_or_default().to_owned();
        let offline = says.get("offline").unwrap_or_default();
        let pairs = offline.split(' ').filter_map(|pair| {
            let (script, scope) = pair.split_once('|')?;
            Some((absolute(script)?, absolute(scope)?))
        });
        Some(Self {
            lang,
            worker: address("worker")?,
            styles: address("styles")?,
            dataset: (absolute(&dataset)?, name),
            alone: [address("aloneId")?, address("aloneEn")?],
            report: address("report")?,
            other: address("other")?,
            offline: pairs.collect(),
            container,
        })
    }

    /// The address of the empty page alone in a language.
    pub(crate) fn alone(&self, lang: Lang) -> &str {
        let [id, en] = &self.alone;
        match lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }
}

/// An address as seen from nowhere.
fn absolute(href: &str) -> Option<String> {
    let base = document().base_uri().ok()??;
    Some(web_sys::Url::new_with_base(href, &base).ok()?.href())
}
