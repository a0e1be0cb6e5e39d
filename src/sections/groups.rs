//! Coverage by group, what the whole is made up of, and coverage by region.
use dataset::{Observation, Role};
use figures::{Coverage, coverage, has_comparison};
use leptos::prelude::*;
use routes::Block;
use tables::ROWS_WRITTEN;

use super::amounts;
use super::contents::Section;
use super::group_charts::{self, main_of, persons_chart, rate_chart, spoken, time};
use super::meanings::{of_group, of_set};
use super::regions::{self, RegionChart};
use super::shares::{self, ShareChart};
use crate::checks::checks_about;
use crate::context::{Check, Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Card, Caveat, CheckNotes};

/// The groups, what the whole is made up of, and the regions; nothing where the dataset has none of them.
#[component]
pub fn GroupsSection() -> impl IntoView {
    let report = use_report();
    has_comparison(&report.data).then(|| {
        view! {
            <section id="groups" aria-labelledby="groups-h">
                <h2 id="groups-h">{Section::Groups.title(&report)}</h2>
                <GroupCoverage/>
                <ShareChart/>
                <RegionChart/>
            </section>
        }
    })
}

/// The rates of all groups, the best covered first, beside their persons, the most who are not covered first; nothing
/// where the dataset has no groups.
#[component]
fn GroupCoverage() -> impl IntoView {
    let report = use_report();
    let whole = coverage(&report.data)?;
    let coverage = beginning(&whole);
    let has_persons = coverage.groups.iter().any(|group| group.covered.or(group.stated_uncovered).is_some());
    let persons = has_persons.then(|| persons_chart(&report, &whole));
    let may_be_summed = coverage.may_be_summed() || coverage.groups.len() < 2;
    let not_whole = (!may_be_summed).then(|| describe::not_summed(&report, &coverage));
    let time = time(&coverage).map(|time| words::time(report.lang, time));
    let time = time.map(|time| words::capitalised(&time)).unwrap_or_default();
    let evidence = coverage.groups.iter().filter_map(main_of).find_map(|o| o.evidence.clone());
    let (rates, checks) = (rate_chart(&report, &coverage, &whole, has_persons), checks(&report, &coverage));
    let (title, table) = (titles::groups(&report, &whole), spoken(&report, &coverage));
    let left_out = amounts::left_out(&report, whole.groups.len());
    Some(view! {
        <Card
            block=Block::Groups
            name="groups"
            title
            time
            evidence
            figure=table.first_figure()
            table
            more=definitions(&report, &coverage)
        >
            <div class="pair">{rates} {persons}</div>
            <div class="caveats">
                <CheckNotes checks/>
                <Caveat text=left_out/>
                <Caveat text=not_whole/>
            </div>
        </Card>
    })
}

/// The observations that the section shows.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    let coverage = coverage(&report.data).map(|whole| beginning(&whole));
    let of_groups = coverage.iter().flat_map(|coverage| group_charts::shown(report, coverage));
    of_groups.chain(shares::shown(report)).chain(regions::shown(report)).collect()
}

/// The groups that a page has room for; the others stand with all other figures.
fn beginning<'d>(whole: &Coverage<'d>) -> Coverage<'d> {
    let mut beginning = whole.clone();
    beginning.groups.truncate(ROWS_WRITTEN);
    beginning
}

/// What does not fit about the figures of this time.
fn checks(report: &Report, coverage: &Coverage<'_>) -> Vec<Check> {
    checks_about(report, |o| {
        let role = report.data.indicators.get(&o.indicator).and_then(|indicator| indicator.role);
        matches!(role, Some(Role::CoverageRate | Role::Covered | Role::Potential | Role::Uncovered))
            && o.region == report.data.region
            && o.programme.is_none()
            && coverage.groups.iter().filter_map(main_of).any(|shown| shown.time == o.time)
    })
}

/// Who belongs to each group, what is known of its base, and which groups belong together; nothing where nothing is
/// known.
fn definitions(report: &Report, coverage: &Coverage<'_>) -> Option<AnyView> {
    let words = report.words;
    let groups = coverage.groups.iter().filter_map(|figure| Some(of_group(report, figure.group?)));
    let sets = coverage.sets.iter().map(|set| of_set(report, set));
    let described: Vec<_> = groups.chain(sets).filter(|(_, text)| !text.is_empty()).collect();
    let item = |(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> };
    (!described.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{words.groups_who()}</summary>
                <dl>{described.into_iter().map(item).collect_view()}</dl>
            </details>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use words::Lang;

    use super::*;
    use crate::sections::testing::{SAMPLES, html, html_of, sample};

    fn groups(name: &str, lang: Lang) -> String {
        html(name, lang, || view! { <GroupsSection/> })
    }

    /// The values of an attribute.
    fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
        let before = format!(" {attribute}=\"");
        html.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn rates_stand_beside_persons_with_one_table() {
        let page = groups("sumsel-2025-08", Lang::Id);
        let order = ["id=\"groups-chart\"", "id=\"groups-persons-chart\"", "class=\"chart-table\""];
        let places: Vec<_> = order.iter().map(|part| page.find(part).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(values(&page, "data-block"), ["groups"]);
    }

    #[test]
    fn the_most_who_are_not_covered_come_first() {
        let page = groups("sumsel-2025-08", Lang::Id);
        let (_, chart) = page.split_once("id=\"groups-persons-chart\"").unwrap();
        let (chart, _) = chart.split_once("</svg>").unwrap();
        let keys = ["non-asn", "rt-rw", "palm-growers", "village-officials"];
        let places: Vec<_> = keys.iter().map(|key| chart.find(&format!("data-key=\"{key}\""))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    }

    #[test]
    fn without_persons_there_are_rates_alone() {
        let text = sample("sumsel-2025-08").replace(r#", "role": "covered""#, "");
        assert_ne!(text, sample("sumsel-2025-08"));
        let page = html_of(&text, Lang::Id, || view! { <GroupsSection/> });
        assert!(page.contains("id=\"groups-chart\"") && !page.contains("groups-persons-chart"), "{page}");
    }

    #[test]
    fn every_id_of_the_section_is_there_once() {
        for (name, _) in SAMPLES {
            let page = groups(name, Lang::En);
            let ids = values(&page, "id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: {ids:?}");
        }
    }

    #[test]
    fn groups_say_how_they_compare() {
        let page = groups("sumsel-2025-08", Lang::Id);
        for wanted in [
            r#"<tr data-key="village-officials" data-say="57,8 poin persen di atas Sumatera Selatan">"#,
            r#"<tr data-key="rt-rw" data-say="16,2 poin persen di bawah Sumatera Selatan">"#,
        ] {
            // Persons are not compared.
            assert_eq!(page.matches(wanted).count(), 1, "{wanted}");
        }
    }

    #[test]
    fn a_rate_that_does_not_fit_says_so_in_chart_table_and_caveat() {
        let page = groups("contradictions", Lang::Id);
        for width in charts::HALF_WIDTHS {
            let (_, chart) = page.split_once(&format!("<div class=\"w{width}\">")).unwrap();
            let (chart, _) = chart.split_once("</svg>").unwrap();
            assert!(chart.contains("hitungan kami 48,6%"), "{chart}");
        }
        assert!(page.contains("48% (hitungan kami 48,6%)"), "{page}");
        for text in [
            "disebut 48%, hitungan kami 48,6% (100 × 486 ÷ 1.000).",
            "Terlindungi, per 1 Agustus 2025: disebut 1.500; kelompok dalam “Semua pekerja” berjumlah 1.490.",
        ] {
            assert!(page.contains(text), "{text}: {page}");
        }
        assert!(!groups("sumsel-2025-08", Lang::Id).contains("caveat check"));
    }

    #[test]
    fn persons_not_covered_are_as_stated_where_the_source_states_them() {
        let text = sample("one-group");
        let indicator =
            r#""indicators": {"uncovered": {"label": "Not covered", "unit": "person", "role": "uncovered"},"#;
        let id = text.split("\"group\": \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let data = dataset::read(text).dataset.unwrap();
        let rate = data.observations.iter().find(|o| o.group.is_some()).unwrap();
        let observation = format!(
            r#""observations": [{{"id": "stated-rest", "indicator": "uncovered", "region": "{}", "group": "{id}",
            "time": {{"as_of": "{}"}}, "value": 4321}},"#,
            data.region,
            rate.time.end()
        );
        let text =
            text.replacen("\"indicators\": {", indicator, 1).replacen("\"observations\": [", &observation, 1);
        let page = html_of(&text, Lang::En, || view! { <GroupsSection/> });
        assert!(page.contains("href=\"figures/#stated-rest\"") && page.contains("4,321"), "{page}");
        assert!(page.contains("Not covered (people)") && !page.contains("not covered (computed)"), "{page}");
    }
}
