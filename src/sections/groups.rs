//! Coverage by group, what the whole is made up of, and coverage by region.
use dataset::{Observation, Role};
use figures::{Coverage, GroupFigure, coverage, has_comparison};
use leptos::prelude::*;
use routes::Block;

use super::group_charts::{persons_chart, rate_chart};
use super::measure::MeasureSwitch;
use super::regions::RegionChart;
use super::shares::ShareChart;
use crate::checks::checks_about;
use crate::context::{Check, Report, use_report};
use crate::describe;
use crate::ui::{Caveat, CheckNotes, Credit, Live, LivePart};

/// The groups, what the whole is made up of, and the regions; nothing where the dataset has none of them.
#[component]
pub fn GroupsSection() -> impl IntoView {
    let report = use_report();
    has_comparison(&report.data).then(|| {
        view! {
            <section id="groups" aria-labelledby="groups-h">
                <h2 id="groups-h">{report.words.groups}</h2>
                <GroupCoverage/>
                <ShareChart/>
                <RegionChart/>
            </section>
        }
    })
}

/// Bars of all groups, the best covered first, as rates and as persons, with what must be known of both; nothing
/// where the dataset has no groups.
///
/// Both charts are there. The stylesheet shows the one that [`MeasureSwitch`] names.
#[component]
fn GroupCoverage() -> impl IntoView {
    let report = use_report();
    let coverage = coverage(&report.data)?;
    let words = report.words;
    let has_persons = coverage.groups.iter().any(|group| group.covered.is_some());
    let switch = has_persons.then(|| {
        view! {
            <Live part=LivePart::Measure>
                <MeasureSwitch/>
            </Live>
        }
    });
    let persons = has_persons.then(|| persons(&report, &coverage));
    let may_be_summed = coverage.may_be_summed() || coverage.groups.len() < 2;
    let not_whole = (!may_be_summed).then(|| words.groups_not_whole.to_owned());
    let time = coverage.groups.iter().find_map(shown).map(|o| words::time(report.lang, o.time));
    let before = time.map(|time| describe::capitalised(&time) + ".").unwrap_or_default();
    let evidence = coverage.groups.iter().filter_map(shown).find_map(|o| o.evidence.clone());
    Some(view! {
        {switch}
        <div class="measure rate">{rate_chart(&report, &coverage)}</div>
        {persons}
        <div class="caveats">
            <CheckNotes checks=checks(&report, &coverage)/>
            <Caveat text=not_whole/>
        </div>
        {definitions(&report, &coverage)}
        <Credit before evidence block=Block::Groups/>
    })
}

/// What a group is shown with: its rate, or else its persons.
fn shown<'d>(group: &GroupFigure<'d>) -> Option<&'d Observation> {
    group.rate.or(group.covered)
}

/// The persons, with what the two colours mean and where the second one comes from.
fn persons(report: &Report, coverage: &Coverage<'_>) -> impl IntoView + use<> {
    let words = report.words;
    let has_uncovered = coverage.groups.iter().any(|group| group.uncovered.is_some());
    let key = has_uncovered.then(|| {
        view! {
            <div class="text">
                <ul class="key">
                    <li class="key-covered">{words.key_covered}</li>
                    <li class="key-uncovered">{words.key_uncovered}</li>
                </ul>
            </div>
        }
    });
    let implied = has_uncovered.then(|| {
        view! { <div class="caveats"><Caveat text=words.groups_implied.to_owned()/></div> }
    });
    view! { <div class="measure persons">{key} {persons_chart(report, coverage)} {implied}</div> }
}

/// What does not fit about the figures of this time.
fn checks(report: &Report, coverage: &Coverage<'_>) -> Vec<Check> {
    checks_about(report, |o| {
        let role = report.data.indicators.get(&o.indicator).and_then(|indicator| indicator.role);
        matches!(role, Some(Role::CoverageRate | Role::Covered | Role::Potential))
            && o.region == report.data.region
            && o.programme.is_none()
            && coverage.groups.iter().filter_map(shown).any(|shown| shown.time == o.time)
    })
}

/// Who belongs to each group, and what is known of its base; nothing where nothing is.
fn definitions(report: &Report, coverage: &Coverage<'_>) -> Option<impl IntoView + use<>> {
    let (lang, words) = (report.lang, report.words);
    let described = coverage.groups.iter().filter_map(|figure| {
        let group = figure.group?;
        let texts = [&group.definition, &group.base].into_iter().flatten().map(|text| text.get(lang));
        let text = texts.collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| (group.label.get(lang).to_owned(), text))
    });
    let described: Vec<_> = described.collect();
    let item = |(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> };
    (!described.is_empty()).then(|| {
        view! {
            <div class="text">
                <details class="more">
                    <summary>{words.groups_who}</summary>
                    <dl>{described.into_iter().map(item).collect_view()}</dl>
                </details>
            </div>
        }
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
    fn both_charts_are_there_with_the_switch_between_them() {
        let page = groups("sumsel-2025-08", Lang::Id);
        let order =
            ["data-live=\"measure\"", "id=\"groups-chart\"", "class=\"key\"", "id=\"groups-persons-chart\""];
        let places: Vec<_> = order.iter().map(|part| page.find(part).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(values(&page, "data-block"), ["groups", "groups"]);
        assert_eq!(page.matches(words::messages(Lang::Id).groups_implied).count(), 1);
    }

    #[test]
    fn without_persons_there_is_nothing_to_choose() {
        let text = sample("sumsel-2025-08").replace(r#", "role": "covered""#, "");
        assert_ne!(text, sample("sumsel-2025-08"));
        let page = html_of(&text, Lang::Id, || view! { <GroupsSection/> });
        assert_eq!(values(&page, "data-block"), ["groups"]);
        assert!(!page.contains("<fieldset") && !page.contains("measure persons"), "{page}");
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
        for width in charts::WIDTHS {
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
}
