//! What can be read without scripts: the newest year by region and programme.
use explorer::{Lookup, Measure, Overview, Selection, overview, texts};
use leptos::prelude::*;
use words::fill;

use super::asked::{Asked, AskedFigure};
use super::context::{Picked, use_explorer};
use super::drawn::ExplorerCard;
use crate::ui::NONE;

/// The table of the newest year; nothing where there is no year.
#[component]
pub fn OverviewCard() -> impl IntoView {
    let explorer = use_explorer();
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    // What has not come is not told from what is not published.
    let found =
        explorer.cubes.with_untracked(|cubes| cubes.get(0).and_then(|_| overview(&index, cubes, 0)))?;
    let Overview { year, programmes, regions, .. } = found;
    let title = fill(words.overview(), &[&texts::period(&index, lang, year)]);
    let headings = programmes.iter().map(|programme| {
        let label = match programme {
            0 => words.all(),
            programme => index.programme_label(lang, *programme),
        };
        view! { <th scope="col" class="number">{label.to_owned()}</th> }
    });
    let headings = headings.collect_view();
    let rows = regions.into_iter().map(|(region, cells)| {
        let name = index.region_label(lang, region).to_owned();
        let cells = cells.into_iter().zip(programmes.clone()).map(|(found, programme)| match found {
            Lookup::Value(figures) => {
                let value = words::count(lang, usize::try_from(figures.count).unwrap_or(usize::MAX));
                let selection = Selection { region, time: year, programme, group: 0 };
                let asked = Asked::measure(Picked { selection, ..Picked::default() }, Measure::Count);
                view! { <td class="number"><AskedFigure asked value/></td> }.into_any()
            }
            absent => {
                let why = texts::figure(&index, lang, &absent, Measure::Count);
                let dash = view! { <span aria-hidden="true">{NONE}</span> };
                view! { <td class="number">{dash}<span class="hidden">{why}</span></td> }.into_any()
            }
        });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let selection = Selection { time: year, ..Selection::default() };
    let picked = Picked { selection, ..Picked::default() };
    let smallest = words::count(lang, usize::try_from(index.manifest().settings.smallest).unwrap_or(0));
    let dash = fill(words.few_or_none(), &[&smallest]);
    let about = [NONE, ": ", &dash, ". ", words.overview_about()].concat();
    Some(view! {
        <ExplorerCard name="claims-overview" class="whole" title=title.clone() picked>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="claims-overview-title">
                <table class="plain">
                    <caption class="hidden">{title}</caption>
                    <thead><tr><th scope="col">{words.region()}</th>{headings}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="caveat">{about}</p>
        </ExplorerCard>
    })
}
