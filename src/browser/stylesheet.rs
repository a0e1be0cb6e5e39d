//! Stylesheets that are loaded when they are needed.
use std::cell::RefCell;

use js_sys::Promise;
use leptos::prelude::document;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// A stylesheet did not come.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the stylesheet {href} did not come: try again, or do without what it is for")]
pub struct StylesheetError {
    /// Its address.
    pub href: String,
}

thread_local! {
    /// The stylesheets that are there or under way, by their addresses.
    static SHEETS: RefCell<Vec<(String, Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Loads a stylesheet, once for all that ask for it. It is under way when the function returns; the future is
/// ready when its rules apply.
///
/// # Errors
/// [`StylesheetError`] where it does not come; it is then forgotten, so that a later try may succeed.
pub fn load(href: &str) -> impl Future<Output = Result<(), StylesheetError>> + use<> {
    let href = href.to_owned();
    let sheet = SHEETS.with_borrow_mut(|sheets| match sheets.iter().find(|(known, _)| *known == href) {
        Some((_, sheet)) => sheet.clone(),
        None => {
            let sheet = add(&href);
            sheets.push((href.clone(), sheet.clone()));
            sheet
        }
    });
    async move {
        let loaded = JsFuture::from(sheet.clone()).await;
        loaded.map(drop).map_err(|_| {
            // By now another one may be under way.
            SHEETS.with_borrow_mut(|sheets| sheets.retain(|(_, other)| !js_sys::Object::is(other, &sheet)));
            StylesheetError { href }
        })
    }
}

/// Adds a stylesheet to the page, and takes it away where it does not come.
fn add(href: &str) -> Promise {
    let link = match link(href) {
        Ok(link) => link,
        Err(error) => return Promise::reject(&error),
    };
    let promise = Promise::new(&mut |resolve, reject| {
        link.set_onload(Some(&resolve));
        link.set_onerror(Some(&reject));
    });
    leptos::task::spawn_local({
        let promise = promise.clone();
        async move {
            if JsFuture::from(promise).await.is_err() {
                link.remove();
            }
        }
    });
    promise
}

fn link(href: &str) -> Result<HtmlLinkElement, JsValue> {
    let document = document();
    let link: HtmlLinkElement = document.create_element("link")?.unchecked_into();
    link.set_rel("stylesheet");
    link.set_href(href);
    document.head().ok_or(JsValue::UNDEFINED)?.append_child(&link)?;
    Ok(link)
}
