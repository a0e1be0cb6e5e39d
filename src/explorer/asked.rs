//! Figures that can be asked where they come from, and the panel that says it.
use explorer::{Measure, texts};
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
use super::context::Explorer;
use super::context::{Picked, use_explorer};

/// A figure; where the explorer acts, a button that opens the panel.
#[component]
pub fn AskedFigure(
    /// What it is of.
    picked: Picked,
    /// Which of the figures.
    measure: Measure,
    /// The figure as it is shown.
    value: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let is_there = explorer
        .cubes
        .with_untracked(|cubes| cubes.source(&explorer.index(), picked.selection.point()).is_some());
    if !explorer.acts || !is_there {
        return value.into_any();
    }
    let name = [&value, " – ", explorer.own.ask].concat();
    let heading = texts::measure(explorer.words, measure);
    view! { <AskButton picked measure class="ask figure-button" label=value name heading/> }.into_any()
}

/// The entry of a card's menu that says where its figures come from.
#[component]
pub fn AskIt(
    /// What they are of.
    picked: Picked,
) -> impl IntoView {
    let explorer = use_explorer();
    let (measure, label) = (picked.measure, explorer.own.ask.to_owned());
    let (name, heading) = (label.clone(), texts::measure(explorer.words, measure));
    view! { <AskButton picked measure class="ask-it" label name heading/> }
}

/// A button that opens the panel of a figure.
#[component]
fn AskButton(
    picked: Picked,
    measure: Measure,
    class: &'static str,
    label: String,
    name: String,
    heading: &'static str,
) -> impl IntoView {
    let ask: Option<Asking> = use_context();
    let press = move |event: leptos::ev::MouseEvent| {
        if let Some(ask) = ask {
            ask.0.run((Asked { picked, measure, heading }, event));
        }
    };
    view! { <button type="button" class=class aria-label=name aria-haspopup="dialog" on:click=press>{label}</button> }
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// What the figure is of.
    pub picked: Picked,
    /// Which of the figures.
    pub measure: Measure,
    /// Its name.
    pub heading: &'static str,
}

/// Opens the panel, where the explorer acts.
#[derive(Clone, Copy)]
pub struct Asking(pub Callback<(Asked, leptos::ev::MouseEvent)>);

/// Terms and what is said of them: where a figure comes from.
#[cfg(feature = "hydrate")]
#[must_use]
pub fn answers(explorer: Explorer, asked: Asked) -> Vec<(&'static str, Vec<String>)> {
    let (index, lang, words, own) = (explorer.index(), explorer.lang, explorer.words, explorer.own);
    let selection = asked.picked.selection;
    explorer.cubes.with_untracked(|cubes| {
        let Some(found) = explorer::evidence(&index, cubes, selection, asked.measure) else {
            return Vec::new();
        };
        let cell = explorer.subject(selection);
        let ids: Vec<&str> = found.cell.into_iter().filter(|id| !id.is_empty()).collect();
        let formula = found.formula.and_then(|_| {
            let known = explorer::figures(&index, cubes, selection);
            let figures = known.value()?;
            let amount = texts::amount(&index, lang, figures.amount);
            let count = words::count(lang, usize::try_from(figures.count).unwrap_or(usize::MAX));
            Some(words::fill(words.average_formula, &[&amount, &count]))
        });
        let inputs = found.run.inputs.iter().map(|input| {
            let rows = words::count(lang, usize::try_from(input.rows).unwrap_or(usize::MAX));
            let said = words::fill(words.input, &[&input.name, &rows]);
            [said, format!("SHA-256 {}", input.sha256)].join(" · ")
        });
        let kilobytes = words::count(lang, usize::try_from(found.file.bytes.div_ceil(1000)).unwrap_or(0));
        let run = [found.run.engine.as_str(), found.run.id.as_str()].join(" · ");
        let made = if found.is_invented { vec![words.invented.to_owned()] } else { Vec::new() };
        let mut said = vec![
            (words.cell, vec![cell, ids.join(" · ")]),
            (own.formula, formula.into_iter().collect()),
            (
                words.cube_file,
                vec![words::fill(own.file, &[&["cube/", &found.file.name].concat(), &kilobytes])],
            ),
            (own.made, made.into_iter().chain([found.made.to_owned()]).collect()),
            (words.run, vec![run]),
            (words.inputs, inputs.collect()),
            (words.statements, vec![found.run.sql.clone()]),
        ];
        said.iter_mut().for_each(|(_, lines)| lines.retain(|line| !line.is_empty()));
        said.retain(|(_, lines)| !lines.is_empty());
        said
    })
}
