//! What a reader, or the browser that restores a form, put into the page's fields before the application was there.
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

/// Names and values of the fields in an element that say something else than the build wrote. A field's name is that of
/// the parameter of the address which holds its value.
#[must_use]
pub fn changed(within: &Element) -> Vec<(String, String)> {
    let Ok(fields) = within.query_selector_all("input[name], select[name]") else { return Vec::new() };
    (0..fields.length()).filter_map(|index| changed_field(&fields.get(index)?)).collect()
}

fn changed_field(field: &web_sys::Node) -> Option<(String, String)> {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let changed = match input.type_().as_str() {
            "radio" => input.checked() && !input.default_checked(),
            _ => input.value() != input.default_value(),
        };
        return changed.then(|| (input.name(), input.value()));
    }
    let select = field.dyn_ref::<HtmlSelectElement>()?;
    let chosen = select.options().item(u32::try_from(select.selected_index()).ok()?)?;
    let chosen = chosen.dyn_into::<HtmlOptionElement>().ok()?;
    // Where none is marked, the first one is what the build wrote.
    (!chosen.default_selected() && select.selected_index() > 0).then(|| (select.name(), select.value()))
}

/// The name of the field that has the focus, where it is in an element.
#[must_use]
pub fn focused(within: &Element) -> Option<String> {
    let active = web_sys::window()?.document()?.active_element()?;
    within.contains(Some(&active)).then(|| active.get_attribute("name")).flatten()
}

/// Gives the focus to the field of a name.
pub fn focus(within: &Element, name: &str) {
    let field = within.query_selector(&format!("[name=\"{name}\"]")).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A kindness: where the focus cannot be set the page works as well.
        drop(field.focus());
    }
}
