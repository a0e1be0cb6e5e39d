//! The choice between rates and persons.
use leptos::html;
use leptos::prelude::*;
use routes::Measure;

use crate::context::use_report;

/// The switch between the two charts of the groups.
///
/// The stylesheet shows the chart of the field that is checked, so that the switch works where no script runs; the
/// application only remembers the choice in the address.
#[component]
pub fn MeasureSwitch() -> impl IntoView {
    let words = use_report().words;
    view! {
        <fieldset class="switch">
            <legend>{words.groups_measure}</legend>
            <MeasureOption measure=Measure::Rate label=words.groups_rate/>
            <MeasureOption measure=Measure::Persons label=words.groups_persons/>
        </fieldset>
    }
}

/// One of the two fields.
///
/// What a reader chose before the application was there is in the field already, so nothing is written to it until the
/// view has it.
#[component]
fn MeasureOption(
    /// What it shows.
    measure: Measure,
    /// What it is called.
    label: &'static str,
) -> impl IntoView {
    let report = use_report();
    let (view, ready) = (report.view, report.ready);
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        let (chosen, ready) = (view.with(|view| view.groups == measure), ready.get());
        if let Some(input) = input.get().filter(|input| ready && input.checked() != chosen) {
            input.set_checked(chosen);
        }
    });
    view! {
        <label>
            <input
                type="radio"
                name="groups"
                value=measure.code()
                checked=measure == Measure::default()
                node_ref=input
                on:change=move |_| view.update(|view| view.groups = measure)
            />
            <span>{label}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn the_rates_are_chosen_before_a_reader_chooses() {
        let page = html("sumsel-2025-08", Lang::Id, || view! { <MeasureSwitch/> });
        let fields: Vec<&str> = page.split("<input").skip(1).collect();
        assert_eq!(fields.len(), 2, "{page}");
        for (field, measure) in fields.iter().zip([Measure::Rate, Measure::Persons]) {
            let (field, _) = field.split_once('>').unwrap();
            assert!(field.contains(&format!("value=\"{}\"", measure.code())), "{field}");
            assert_eq!(field.contains(" checked"), measure == Measure::default(), "{field}");
        }
    }
}
