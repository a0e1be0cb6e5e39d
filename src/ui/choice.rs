//! A choice from a list.
use leptos::html;
use leptos::prelude::*;

/// One of the things to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChoiceOption {
    /// Its value in the address.
    pub value: String,
    /// What it is called.
    pub label: String,
}

/// A field to choose one of several things.
///
/// What a reader chose before the application was there is in the field already, so nothing is written to it until
/// it is `settled` that the view has it.
#[component]
pub fn Choice(
    /// The field's classes.
    class: &'static str,
    /// The name of the parameter of the address that holds the choice.
    #[prop(into)]
    name: String,
    /// What is chosen.
    label: &'static str,
    /// The things to choose from.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Is given the value that a reader chose.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Whether there is nothing to choose now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether the field follows `chosen` already.
    #[prop(default = Signal::stored(true), into)]
    settled: Signal<bool>,
) -> impl IntoView {
    let select = NodeRef::<html::Select>::new();
    Effect::new(move || {
        // New options forget which one was chosen.
        options.track();
        let (chosen, settled) = (chosen.get(), settled.get());
        if let Some(select) = select.get().filter(|select| settled && select.value() != chosen) {
            select.set_value(&chosen);
        }
    });
    view! {
        <label class=class>
            <span>{label}</span>
            <select
                name=name
                node_ref=select
                disabled=move || disabled.get()
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                <For each=move || options.get() key=ChoiceOption::clone let:option>
                    <option value=option.value>{option.label}</option>
                </For>
            </select>
        </label>
    }
}
