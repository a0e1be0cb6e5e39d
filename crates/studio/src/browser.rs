//! What the page asks of the browser.
use js_sys::{Array, Date, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlElement, Response, Url};
use words::Lang;

use crate::client::Parts;

/// Hands a file to the person, as a download.
pub(crate) fn download(name: &str, mime: &str, bytes: &Uint8Array) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser needs it until the download has begun.
    leptos::prelude::set_timeout(
        move || drop(Url::revoke_object_url(&url)),
        std::time::Duration::from_secs(60),
    );
    Some(())
}

/// A file of the site as bytes; `None` where it does not come.
pub(crate) async fn fetched(url: &str) -> Option<Uint8Array> {
    let response: Response = JsFuture::from(window().fetch_with_str(url)).await.ok()?.dyn_into().ok()?;
    let buffer = JsFuture::from(response.ok().then(|| response.array_buffer().ok())??).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// The names and bytes of files.
pub(crate) async fn read(files: &FileList) -> (Vec<String>, Parts) {
    let all: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    let (mut names, mut parts) = (Vec::new(), Parts::new());
    for file in all {
        // A folder, or a file that is gone, has no bytes: the worker says that nothing is in it.
        let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer));
        names.push(file.name());
        parts.push(bytes.unwrap_or_else(|_| Uint8Array::new_with_length(0)));
    }
    (names, parts)
}

/// A moment as people of a language say it: the day, and the hour.
pub(crate) fn moment(lang: Lang, milliseconds: f64) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds));
    let day = date.to_locale_date_string(locale(lang), &JsValue::UNDEFINED);
    format!("{}, {}", String::from(day), hour(lang, milliseconds))
}

/// The hour of a moment.
pub(crate) fn hour(lang: Lang, milliseconds: f64) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds));
    let all = String::from(date.to_locale_time_string(locale(lang)));
    all.get(..5).unwrap_or(&all).to_owned()
}

const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "id-ID",
        Lang::En => "en-GB",
    }
}

/// Now, in milliseconds.
pub(crate) fn now() -> f64 {
    Date::now()
}

/// An element of the page by its id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Has the browser keep the studio, so that it starts without a connection, and ask before it drops drafts.
pub(crate) fn settle(offline: &[(String, String)]) {
    let navigator = window().navigator();
    let container = js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker"));
    if container.is_ok_and(|container| !container.is_undefined()) {
        for (script, scope) in offline {
            let options = js_sys::Object::new();
            // Without it the studio needs a connection, and nothing else.
            drop(js_sys::Reflect::set(&options, &JsValue::from_str("scope"), &JsValue::from_str(scope)));
            register(&navigator, script, &options);
        }
    }
}

fn register(navigator: &web_sys::Navigator, script: &str, options: &js_sys::Object) {
    let container = navigator.service_worker();
    let register = js_sys::Reflect::get(&container, &JsValue::from_str("register"));
    let Ok(Ok(register)) = register.map(JsCast::dyn_into::<js_sys::Function>) else { return };
    let Ok(promise) = register.call2(&container, &JsValue::from_str(script), options) else { return };
    let promise: js_sys::Promise = promise.unchecked_into();
    leptos::task::spawn_local(async move {
        // A browser that keeps nothing is none the worse for it.
        drop(JsFuture::from(promise).await);
    });
}
