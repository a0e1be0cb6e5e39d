//! Figures that can be asked where they come from, and the panel that says it.
use explorer::{Measure, Selection};
#[cfg(feature = "browser")]
use explorer::{figures, texts};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use words::fill;

use super::context::{Explorer, Picked, use_explorer};
#[cfg(feature = "browser")]
use super::drawn::percent;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// What the figure is of.
    pub picked: Picked,
    /// Which of the figures.
    pub figure: AskedOf,
}

/// Which figure of a choice is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AskedOf {
    /// One that things are compared by.
    Measure(Measure),
    /// The amount at a percentile.
    Percentile(u64),
    /// Its share of another choice.
    Share(Measure, Selection),
}

impl Asked {
    /// A measure of a choice.
    #[must_use]
    pub fn measure(picked: Picked, measure: Measure) -> Self {
        Self { picked, figure: AskedOf::Measure(measure) }
    }

    /// The same figure of another choice.
    #[must_use]
    pub fn of(self, selection: Selection) -> Self {
        Self { picked: Picked { selection, ..self.picked }, ..self }
    }
}

/// Opens the panel, where the explorer acts.
#[derive(Clone, Copy)]
pub struct Asking(pub Callback<(Asked, MouseEvent)>);

/// A figure; where the explorer acts, a button that opens the panel.
#[component]
pub fn AskedFigure(
    /// What it is.
    asked: Asked,
    /// The figure as it is shown.
    value: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let point = asked.picked.selection.point();
    let is_there = explorer.cubes.with_untracked(|cubes| cubes.source(&explorer.index(), point).is_some());
    if !explorer.acts || !is_there {
        return value.into_any();
    }
    let name = [&value, " – ", explorer.own.ask()].concat();
    view! { <AskButton asked class="ask figure-button" label=value name/> }.into_any()
}

/// The entry of a card's menu that says where its figures come from.
#[component]
pub fn AskIt(
    /// What they are of.
    picked: Picked,
) -> impl IntoView {
    let label = use_explorer().own.ask().to_owned();
    let (asked, name) = (Asked::measure(picked, picked.measure), label.clone());
    view! { <AskButton asked class="ask-it" label name/> }
}

/// A button that opens the panel of a figure.
#[component]
fn AskButton(asked: Asked, class: &'static str, label: String, name: String) -> impl IntoView {
    let ask: Option<Asking> = use_context();
    let press = move |event: MouseEvent| {
        if let Some(ask) = ask {
            ask.0.run((asked, event));
        }
    };
    view! { <button type="button" class=class aria-label=name aria-haspopup="dialog" on:click=press>{label}</button> }
}

/// The figure as a panel says it: its heading, and itself.
#[cfg(feature = "browser")]
#[must_use]
pub fn said(explorer: Explorer, asked: Asked) -> [String; 2] {
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let known = explorer.cubes.with_untracked(|cubes| figures(&index, cubes, asked.picked.selection));
    match asked.figure {
        AskedOf::Measure(measure) => {
            [texts::measure(words, measure).to_owned(), texts::figure(&index, lang, &known, measure)]
        }
        AskedOf::Percentile(percent) => {
            let amount = known.value().and_then(|known| known.distribution().find(|(of, _)| *of == percent));
            let amount = amount.map_or(String::new(), |(_, amount)| texts::amount(&index, lang, amount));
            [percentile(explorer, percent), amount]
        }
        AskedOf::Share(measure, whole) => {
            let part = known.value().and_then(|known| known.value(measure));
            let share = part
                .zip(value(explorer, whole, measure))
                .and_then(|(part, whole)| explorer::share(part, whole));
            let share = share.map_or(String::new(), |share| percent(lang, &share));
            [fill(explorer.own.beside(), &[explorer.own.share(), texts::measure(words, measure)]), share]
        }
    }
}

#[cfg(feature = "browser")]
fn value(explorer: Explorer, selection: Selection, measure: Measure) -> Option<i64> {
    let known = explorer.cubes.with_untracked(|cubes| figures(&explorer.index(), cubes, selection));
    known.value().and_then(|figures| figures.value(measure))
}

/// What a percentile is called.
pub fn percentile(explorer: Explorer, percent: u64) -> String {
    let percent = words::count(explorer.lang, usize::try_from(percent).unwrap_or(0));
    fill(explorer.words.percentile(), &[&percent])
}

/// Terms and what is said of them: where a figure comes from.
#[cfg(feature = "browser")]
#[must_use]
pub fn answers(explorer: Explorer, asked: Asked) -> Vec<(&'static str, Vec<String>)> {
    let (index, lang, words, own) = (explorer.index(), explorer.lang, explorer.words, explorer.own);
    let selection = asked.picked.selection;
    let (measure, whole) = match asked.figure {
        AskedOf::Measure(measure) => (measure, None),
        AskedOf::Percentile(_) => (Measure::Median, None),
        AskedOf::Share(measure, whole) => (measure, Some(whole)),
    };
    explorer.cubes.with_untracked(|cubes| {
        let Some(found) = explorer::evidence(&index, cubes, selection, measure) else {
            return Vec::new();
        };
        let cell = explorer.subject(selection);
        let ids: Vec<&str> = found.cell.into_iter().filter(|id| !id.is_empty()).collect();
        let known = |of: Selection| figures(&index, cubes, of);
        let formula = match whole {
            Some(whole) => {
                let said = [selection, whole].map(|of| texts::figure(&index, lang, &known(of), measure));
                let [part, all] = said.each_ref().map(String::as_str);
                Some(fill(own.share_formula(), &[part, all, &explorer.subject(whole)]))
            }
            None => found.formula.and_then(|_| {
                let known = known(selection);
                let figures = known.value()?;
                let amount = texts::amount(&index, lang, figures.amount);
                let count = words::count(lang, usize::try_from(figures.count).unwrap_or(usize::MAX));
                Some(fill(words.average_formula(), &[&amount, &count]))
            }),
        };
        let inputs = found.run.inputs.iter().map(|input| {
            let rows = words::count(lang, usize::try_from(input.rows).unwrap_or(usize::MAX));
            let said = fill(words.input(), &[&input.name, &rows]);
            [said, format!("SHA-256 {}", input.sha256)].join(" · ")
        });
        let kilobytes = words::count(lang, usize::try_from(found.file.bytes.div_ceil(1000)).unwrap_or(0));
        let run = [found.run.engine.as_str(), found.run.id.as_str()].join(" · ");
        let made = if found.is_invented { vec![words.invented().to_owned()] } else { Vec::new() };
        let mut said = vec![
            (words.cell(), vec![cell, ids.join(" · ")]),
            (own.formula(), formula.into_iter().collect()),
            (words.cube_file(), vec![fill(own.file(), &[&["cube/", &found.file.name].concat(), &kilobytes])]),
            (own.made(), made.into_iter().chain([found.made.to_owned()]).collect()),
            (words.run(), vec![run]),
            (words.inputs(), inputs.collect()),
            (words.statements(), vec![found.run.sql.clone()]),
        ];
        said.iter_mut().for_each(|(_, lines)| lines.retain(|line| !line.is_empty()));
        said.retain(|(_, lines)| !lines.is_empty());
        said
    })
}
