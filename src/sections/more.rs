//! The figures that no other section shows: whatever a dataset states stands on its report.
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use dataset::{Observation, Status};
use leptos::prelude::*;
use tables::{ROWS_SHOWN, ROWS_WRITTEN};
use words::fill;

use super::{amounts, claims, groups, headline, trend};
use crate::context::{Report, use_report};
use crate::ui::{Caveat, Figure, ShowAll, SourceLink};

/// The observations that no other section shows: what is alike together, the newest first.
#[must_use]
pub fn rest(report: &Report) -> Vec<&Observation> {
    let sections = [headline::shown, groups::shown, trend::shown, claims::shown];
    let shown: BTreeSet<*const Observation> =
        sections.into_iter().flat_map(|shown| shown(report)).map(std::ptr::from_ref).collect();
    let others = report.data.observations.iter().filter(|o| !shown.contains(&std::ptr::from_ref(*o)));
    let mut rest: Vec<&Observation> = others.collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, observation) in rest.iter().enumerate() {
        first.entry(&observation.indicator).or_insert(at);
    }
    rest.sort_by_key(|o| (first.get(o.indicator.as_str()).copied(), Reverse(o.time.end().middle())));
    rest
}

/// A table of the figures that no other section shows, each with all that it is of; nothing where there are none.
#[component]
pub fn MoreFigures() -> impl IntoView {
    let report = use_report();
    let own = words::more(report.lang);
    let rest = rest(&report);
    if rest.is_empty() {
        return None;
    }
    let rows: Vec<Row> = rest.iter().take(ROWS_WRITTEN).map(|of| Row::of(&report, of)).collect();
    let long = rows.len() > ROWS_SHOWN;
    let all = long.then(|| view! { <ShowAll total=rows.len()/> });
    let left_out = (rows.len() < rest.len()).then(|| view! { <LeftOut shown=rows.len() total=rest.len()/> });
    Some(view! {
        <section id="more" aria-labelledby="more-h">
            <h2 id="more-h">{own.title()}</h2>
            <article class="card" aria-labelledby="more-h">
                <div class="caveats"><Caveat text=own.about().to_owned()/></div>
                <div class=if long { "fold long" } else { "fold" }>
                    <div class="scroll" role="group" tabindex="0" aria-labelledby="more-h"><MoreTable rows/></div>
                    {all}
                </div>
                {left_out}
            </article>
        </section>
    })
}

/// What is said of a figure, by column; empty where nothing is.
struct Row {
    observation: Observation,
    what: String,
    value: String,
    /// Time, region, group, programme, note.
    others: [String; 5],
    /// The key by which it can be asked where it comes from; empty where the page does not know what it is of.
    key: String,
}

impl Row {
    fn of(report: &Report, observation: &Observation) -> Self {
        let id = |id: &Option<String>, name: &dyn Fn(&str) -> String| id.as_deref().map(name);
        let others = [
            words::time(report.lang, observation.time),
            report.region_name(&observation.region),
            id(&observation.group, &|group| report.group(group)).unwrap_or_default(),
            id(&observation.programme, &|of| amounts::programme(report, of)).unwrap_or_default(),
            note(report, observation),
        ];
        let is_known = report.data.indicators.contains_key(&observation.indicator);
        Self {
            what: amounts::label(report, observation),
            value: amounts::in_unit(report, observation),
            others,
            key: if is_known { observation.id.clone() } else { String::new() },
            observation: observation.clone(),
        }
    }
}

/// What must be known of a figure, and that it is not final.
fn note(report: &Report, observation: &Observation) -> String {
    let own = words::more(report.lang);
    let status = match observation.status {
        Status::E => Some(own.estimated()),
        Status::P => Some(own.provisional()),
        Status::A | Status::L | Status::M | Status::O => None,
    };
    let paid_by = observation.paid_by.as_ref().map(|by| fill(own.paid_by(), &[by.get(report.lang)]));
    let note = observation.note.as_ref().map(|note| note.get(report.lang));
    status.into_iter().chain(paid_by.as_deref()).chain(note).collect::<Vec<_>>().join(" ")
}

/// The table: columns that say nothing of any figure are not there.
#[component]
fn MoreTable(rows: Vec<Row>) -> impl IntoView {
    let report = use_report();
    let (words, own) = (report.words, words::more(report.lang));
    let headings = [
        words.column_time(),
        words.column_place(),
        words.column_group(),
        words.column_programme(),
        own.note(),
    ];
    let said = |at: usize| rows.iter().any(|row| row.others.get(at).is_some_and(|text| !text.is_empty()));
    let columns: Vec<(usize, &'static str)> =
        headings.into_iter().enumerate().filter(|(at, _)| said(*at)).collect();
    let has_source = rows.iter().any(|row| row.observation.evidence.is_some());
    let heading =
        |(_, label): &(usize, &'static str)| view! { <th scope="col" role="columnheader">{*label}</th> };
    let head = columns.iter().map(heading).collect_view();
    let source = has_source.then(|| view! { <th scope="col" role="columnheader">{own.source()}</th> });
    let row = |row: Row| {
        let Row { observation, what, value, others, key } = row;
        let cell = |(at, label): &(usize, &'static str)| {
            let text = others.get(*at).filter(|text| !text.is_empty()).cloned();
            view! { <td class="words" role="cell" data-label=*label>{text}</td> }
        };
        let source = has_source.then(|| {
            let evidence = observation.evidence.clone();
            view! {
                <td class="words" role="cell" data-label=own.source()>
                    {evidence.map(|evidence| view! { <SourceLink evidence/> })}
                </td>
            }
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{what}</th>
                <td class="number" role="cell"><Figure key value/></td>
                {columns.iter().map(cell).collect_view()}
                {source}
            </tr>
        }
    };
    view! {
        <table class="sortable others" role="table">
            <caption class="hidden">{own.title()}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{own.what()}</th>
                    <th scope="col" role="columnheader" class="number">{own.value()}</th>
                    {head}
                    {source}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// That a table ends before its figures do, and where all of them are.
#[component]
fn LeftOut(
    /// How many are there.
    shown: usize,
    /// How many there are in all.
    total: usize,
) -> impl IntoView {
    let report = use_report();
    let own = words::more(report.lang);
    let said = |count| words::count(report.lang, count);
    let figures = routes::figure_link(report.page, "");
    let csv = [&routes::percent_encode(&report.data.id), "/observations.csv"].concat();
    let csv = routes::data_file_link(report.lang, report.page, &csv);
    view! {
        <p>
            {fill(own.some(), &[&said(shown), &said(total)])}" "<a href=figures>{own.all_figures()}</a>" · "
            <a href=csv download="">{own.all_csv()}</a>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::{SAMPLES, html, html_of, sample, with_report};
    use crate::sections::{ClaimsSection, GroupsSection, HeadlineSection, TrendSection};

    /// All sections that show observations.
    fn page(text: &str, lang: Lang) -> String {
        html_of(text, lang, || {
            view! { <HeadlineSection/><GroupsSection/><TrendSection/><ClaimsSection/><MoreFigures/> }
        })
    }

    fn rest_of(name: &str) -> Vec<String> {
        with_report(name, Lang::En, |report| rest(report).iter().map(|o| o.id.clone()).collect())
    }

    #[test]
    fn every_observation_of_a_report_can_be_asked_for() {
        for (name, text) in SAMPLES {
            let ids = with_report(name, Lang::En, |report| {
                report.data.observations.iter().map(|o| o.id.clone()).collect::<Vec<_>>()
            });
            for lang in [Lang::Id, Lang::En] {
                let page = page(text, lang);
                for id in &ids {
                    assert!(page.contains(&format!("figures/#{id}\"")), "{name}: {id}");
                }
            }
        }
    }

    #[test]
    fn what_a_section_says_that_it_shows_stands_in_it() {
        for (name, text) in SAMPLES {
            let rest = rest_of(name);
            let page = page(text, Lang::Id);
            let (before, table) = page.split_once("id=\"more\"").unwrap_or((&page, ""));
            with_report(name, Lang::Id, |report| {
                for id in report.data.observations.iter().map(|o| &o.id) {
                    let place = if rest.contains(id) { table } else { before };
                    assert!(place.contains(&format!("figures/#{id}\"")), "{name}: {id}");
                }
            });
        }
    }

    #[test]
    fn the_shipped_report_needs_no_table_of_other_figures() {
        assert_eq!(rest_of("sumsel-2025-08"), [""; 0]);
        assert!(!page(sample("sumsel-2025-08"), Lang::Id).contains("id=\"more\""));
    }

    #[test]
    fn other_figures_stand_with_all_that_they_are_of() {
        let rest = rest_of("capabilities");
        for id in ["rate-2024-bulletin", "paid-abroad-2025", "rate-2025-port", "salaried-rate-2024"] {
            assert!(rest.contains(&id.to_owned()), "{id}: {rest:?}");
        }
        let table = html("capabilities", Lang::Id, || view! { <MoreFigures/> });
        for wanted in
            ["US$9 ribu", "sampai 2025", "Kota Pelabuhan", "Penerima upah", "59,1%", "Angka sementara."]
        {
            assert!(table.contains(wanted), "{wanted}: {table}");
        }
        assert!(table.contains("class=\"show-all\"") && table.contains(">Catatan</th>"), "{table}");
        assert!(!table.contains(">Program</th>"), "no figure in it is of a programme: {table}");
    }

    #[test]
    fn a_figure_of_an_unknown_indicator_is_a_number_without_a_link() {
        let text = sample("minimal").replacen(
            "\"observations\": [",
            r#""observations": [{"id": "hours", "indicator": "hours-worked", "region": "nowhere",
                "time": {"as_of": "2024"}, "value": 1234},"#,
            1,
        );
        let table = html_of(&text, Lang::En, || view! { <MoreFigures/> });
        for wanted in ["hours-worked", ">1,234</td>", "as of 2024", "nowhere"] {
            assert!(table.contains(wanted), "{wanted}: {table}");
        }
    }

    #[test]
    fn a_long_table_ends_and_says_where_the_rest_is() {
        let many: Vec<String> = (0..250)
            .map(|at| {
                format!(
                    r#"{{"id": "m{at}", "indicator": "hours", "region": "x", "time": {{"as_of": "2024"}}, "value": {at}}}"#
                )
            })
            .collect();
        let text = format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "many", "title": "Many", "region": "x",
            "regions": {{"x": {{"name": "X", "level": "city"}}}},
            "indicators": {{"hours": {{"label": "H", "unit": "person"}}}}, "observations": [{}]}}"#,
            many.join(",")
        );
        let table = html_of(&text, Lang::En, || view! { <MoreFigures/> });
        assert_eq!(table.matches("role=\"rowheader\"").count(), ROWS_WRITTEN);
        assert!(table.contains("These are 100 of 250 figures."), "{table}");
        assert!(
            table.contains("href=\"figures/#\"") && table.contains("data/many/observations.csv"),
            "{table}"
        );
    }

    #[test]
    fn units_and_changes_are_said_by_their_names() {
        let table = html("additions", Lang::En, || view! { <MoreFigures/> });
        for wanted in ["0.8 percent of regional GDP", "+3.5 percentage points", "−2.1%"] {
            assert!(table.contains(wanted), "{wanted}: {table}");
        }
        let table = html("additions", Lang::Id, || view! { <MoreFigures/> });
        for wanted in [
            "0,8 persen dari PDRB",
            "+3,5 poin persen",
            "Dibayar oleh APBD Provinsi Selatan.",
            "Kedua program",
            "−2,1%",
            "paling banyak 1,2 miliar orang",
        ] {
            assert!(table.contains(wanted), "{wanted}: {table}");
        }
    }
}
