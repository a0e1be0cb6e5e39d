//! Whatever a valid dataset says stands on its report: every figure with all that it is of, and every record.
//!
//! `PROPTEST_CASES=10000 cargo test --features ssr --test shown` looks at more datasets than the ordinary run.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod generate;
mod rendered;

use std::sync::Arc;

use dataset::{Award, Dataset, Lang, Observation, Person, Place, Severity, Text, Value, Winner, check, read};
use jamsostek_dashboard::context::{Report, ReportOptions};
use jamsostek_dashboard::document::markup;
use jamsostek_dashboard::figures_page::{FiguresOptions, FiguresPage, find};
use jamsostek_dashboard::report_page::{ReportPage, blocks};
use leptos::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::Config;
use routes::Page;

use generate::{Generated, datasets};
use rendered::{Rendered, plain};

/// How many datasets the ordinary run looks at.
const CASES: u32 = 150;

fn config() -> Config {
    // The environment's number wins over the ordinary one.
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    Config { cases, max_shrink_iters: 3000, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_record_is_shown(Generated(text) in datasets()) {
        let wrong: Vec<_> = check(&text).into_iter().filter(|found| found.severity == Severity::Error).collect();
        prop_assert!(wrong.is_empty(), "the generator made what is not valid: {wrong:?}");
        let data = Arc::new(read(&text).dataset.unwrap());
        for lang in Lang::ALL {
            let lost = lost(&data, lang);
            prop_assert!(lost.is_empty(), "{lang:?}: {lost:#?}");
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: config().cases / 5, ..config() })]

    #[test]
    fn every_figure_has_a_section_of_its_own(Generated(text) in datasets()) {
        let data = Arc::new(read(&text).dataset.unwrap());
        for lang in Lang::ALL {
            let page = Rendered::of(page(&data, lang, |data| {
                let options = FiguresOptions {
                    edition: "e".to_owned(),
                    dataset_file: "data/d.json".to_owned(),
                    blocks: blocks(data),
                    address: None,
                };
                view! { <FiguresPage options/> }.into_any()
            }));
            let (report, _) = render(&data, lang);
            prop_assert!(page.repeated_ids().is_empty(), "{:?}", page.repeated_ids());
            for fragment in report.figures().chain(page.own_fragments()).filter(|fragment| !fragment.is_empty()) {
                prop_assert!(page.ids().contains(fragment), "no section {fragment}");
            }
        }
    }
}

/// The markup of a page of a dataset's report.
fn page(data: &Arc<Dataset>, lang: Lang, content: impl FnOnce(&Dataset) -> AnyView + 'static) -> String {
    let options = ReportOptions { data: Arc::clone(data), lang, page: Page::Report, newer: false };
    let data = Arc::clone(data);
    markup(move || {
        provide_context(Report::new(options));
        content(&data)
    })
}

/// A page of the report, and which of its links to figures lead nowhere or say another value.
fn render(data: &Arc<Dataset>, lang: Lang) -> (Rendered, Vec<String>) {
    let page = Rendered::of(page(data, lang, |_| view! { <ReportPage findings=Vec::new()/> }.into_any()));
    let options = ReportOptions { data: Arc::clone(data), lang, page: Page::Report, newer: false };
    let owner = Owner::new();
    let report = owner.with(|| Report::new(options));
    let known = |key: &str| owner.with(|| find(&report, key).is_some());
    let keys = page.keys().into_iter().filter(|key| !key.is_empty() && !key.starts_with("take."));
    let mut wrong: Vec<String> =
        keys.filter(|key| !known(key)).map(|key| format!("no figure: {key}")).collect();
    // A figure is the same wherever it stands; a row may be named by it, and what is not known is a dash.
    for (key, said) in page.said() {
        let value = owner.with(|| find(&report, &key)).map(|entry| plain(&entry.value)).unwrap_or_default();
        let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        if !number(&said).contains(&number(&value)) && said != "–" && !number(&said).is_empty() {
            wrong.push(format!("another value: {key}: {said}, not {value}"));
        }
    }
    (page, wrong)
}

/// What a page of a dataset does not say although the dataset does, and what it says wrongly.
fn lost(data: &Arc<Dataset>, lang: Lang) -> Vec<String> {
    let (page, wrong) = render(data, lang);
    let mut lost: Vec<String> =
        data.observations.iter().filter_map(|o| lost_figure(data, lang, &page, o)).collect();
    let mut said = Said { lang, page: &page, lost: Vec::new() };
    records(data, &mut said);
    lost.extend(said.lost);
    lost.extend(wrong);
    lost.extend(page.unclosed().into_iter().map(|text| format!("turned: {text}")));
    lost.extend(page.repeated_ids().into_iter().map(|id| format!("twice: #{id}")));
    let of_page = without_places(page.text());
    let wrong = ["NaN", "undefined", "{0}", "{1}"].into_iter().filter(|wrong| of_page.contains(wrong));
    lost.extend(wrong.map(|wrong| format!("says {wrong}")));
    lost
}

/// A page's text without what a generated text has like the places of a message, whole or cut off in a chart.
fn without_places(text: &str) -> String {
    const PLACES: &str = "{0} dari {1}";
    let cut = (3..PLACES.len()).map(|end| format!("{}…", PLACES[..end].trim_end()));
    cut.fold(text.replace(PLACES, ""), |text, cut| text.replace(&cut, ""))
}

/// An observation that stands nowhere with its value, time, region, group and programme.
fn lost_figure(data: &Dataset, lang: Lang, page: &Rendered, o: &Observation) -> Option<String> {
    let values: Vec<String> = match &o.value {
        Value::Stated(stated) => said(data.indicators.get(&o.indicator)?, stated, lang),
        Value::Missing(reason) => vec![words::missing(lang, *reason).to_owned()],
    };
    let region = data.regions.get(&o.region).unwrap();
    let names: Vec<String> =
        region.short.iter().chain([&region.name]).map(|name| plain(name.get(lang))).collect();
    let labels: Vec<String> = [
        o.group.as_ref().map(|id| data.groups.get(id).unwrap().label.get(lang)),
        o.programme.as_ref().map(|id| data.programmes.get(id).unwrap().label.get(lang)),
    ]
    .into_iter()
    .flatten()
    .map(plain)
    .collect();
    let time = plain(&words::time(lang, o.time)).to_lowercase();
    let headline = page.section("headline");
    let places = page.places_of(&routes::figure_link(Page::Report, &o.id));
    let stands = places.iter().any(|place| {
        let near = [&place.row, " ", &headline].concat();
        let title = [&place.card, " ", &headline].concat();
        let has_labels = labels.iter().all(|label| near.contains(label) || place.title.contains(label));
        let has_region = o.region == data.region || names.iter().any(|name| title.contains(name));
        values.iter().all(|value| place.link.contains(&plain(value)))
            && place.card.to_lowercase().contains(&time)
            && has_labels
            && has_region
    });
    (!stands).then(|| format!("figure {}: {values:?}, {time}, {names:?}, {labels:?} in {places:#?}", o.id))
}

/// What must be read where a stated number stands.
fn said(indicator: &dataset::Indicator, stated: &dataset::Stated, lang: Lang) -> Vec<String> {
    let number = |number: dataset::Decimal| {
        words::number(lang, dataset::Decimal { units: number.units.abs(), ..number })
    };
    let numbers = [Some(stated.number), stated.upper()].into_iter().flatten().map(number);
    match (&indicator.change, &indicator.unit_name) {
        (Some(_), _) => numbers.collect(),
        (None, Some(name)) => numbers.chain([name.get(lang).to_owned()]).collect(),
        (None, None) if stated.upper().is_some() => vec![words::value(lang, stated, &indicator.unit)],
        (None, None) => {
            let exact = dataset::Stated { qualifier: dataset::Qualifier::Exact, ..*stated };
            vec![words::value(lang, &exact, &indicator.unit)]
        }
    }
}

/// What must stand on a page, and what does not.
struct Said<'p> {
    lang: Lang,
    page: &'p Rendered,
    lost: Vec<String>,
}

impl Said<'_> {
    fn word(&mut self, what: &str, word: &str) {
        if !self.page.text().contains(&plain(word)) {
            self.lost.push(format!("{what}: {word}"));
        }
    }

    fn text<'t>(&mut self, what: &str, text: impl Into<Option<&'t Text>>) {
        if let Some(text) = text.into() {
            self.word(what, text.get(self.lang));
        }
    }
}

/// All records but the observations.
fn records(data: &Dataset, said: &mut Said<'_>) {
    said.text("title", &data.title);
    if let Some(scheme) = &data.scheme {
        said.word("scheme", &words::capitalised(scheme.name.get(said.lang)));
    }
    let region = data.regions.get(&data.region).unwrap();
    let names = [region.short.as_ref(), Some(&region.name)].into_iter().flatten();
    let is_named = names.clone().any(|name| said.page.text().contains(&plain(name.get(said.lang))));
    if !is_named {
        said.text("region", &region.name);
    }
    for source in &data.sources {
        said.text("source", &source.publisher);
        said.text("source", &source.title);
        said.text("source's note", source.note.as_ref());
        if let Some(archived) = &source.archived {
            said.word("hash of a source's text", &archived.sha256);
            said.word("address of a source's text", archived.url.as_deref().unwrap_or_default());
        }
    }
    for (id, group) in data.groups.iter() {
        let is_used = data.observations.iter().any(|o| o.group.as_ref() == Some(id));
        if is_used || group.definition.is_some() || group.base.is_some() {
            said.text("group", &group.label);
        }
        said.text("group's definition", group.definition.as_ref());
        said.text("group's base", group.base.as_ref());
    }
    for set in data.group_sets.iter().filter(|set| !set.members.is_empty()) {
        said.text("set", &set.label);
    }
    for programme in data.programmes.values() {
        said.text("programme", programme.definition.as_ref());
        if let Some(short) = &programme.abbreviation {
            said.word("abbreviation", short);
        }
    }
    for (id, indicator) in data.indicators.iter() {
        if data.observations.iter().any(|o| o.indicator == *id) {
            said.text("indicator's definition", indicator.definition.as_ref());
        }
    }
    for found in &data.series_breaks {
        said.text("break", &found.note);
    }
    context(data, said);
    claims(data, said);
    data.awards.iter().for_each(|award| self::award(data, award, said));
}

fn context(data: &Dataset, said: &mut Said<'_>) {
    for event in &data.events {
        said.text("event", &event.label);
        said.text("venue", event.venue.as_ref());
        said.text("event's note", event.note.as_ref());
        if let Some(date) = event.date {
            said.word("event's date", &words::date(said.lang, date));
        }
        if let Some(region) = event.region.as_ref().and_then(|id| data.regions.get(id)) {
            said.text("event's region", &region.name);
        }
        for attendee in &event.attendees {
            said.text("attendee", &attendee.name);
            said.text("attendee's office", attendee.office.as_ref());
        }
    }
    for policy in &data.policies {
        said.text("policy", &policy.instrument);
        said.text("policy's subject", &policy.about);
        policy.number.iter().for_each(|number| said.word("policy's number", number));
        policy.year.iter().for_each(|year| said.word("policy's year", &year.to_string()));
        for target in &policy.targets {
            said.text("goal", &target.label);
            said.text("goal's note", target.note.as_ref());
            target.by.iter().for_each(|by| said.word("goal's date", &words::date(said.lang, *by)));
            let unit = data.indicators.get(&target.indicator).map(|indicator| &indicator.unit);
            if let (Some(value), Some(unit)) = (target.value, unit) {
                let exact =
                    dataset::Stated { number: value, step: None, qualifier: dataset::Qualifier::Exact };
                said.word("goal's value", &words::value(said.lang, &exact, unit));
            }
        }
    }
    for statement in &data.statements {
        said.word("speaker", &statement.speaker);
        said.text("office", statement.office.as_ref());
        said.text("statement", &statement.text);
    }
    for note in &data.notes {
        said.text("note", &note.text);
    }
    for fact in &data.facts {
        said.text("fact", &fact.label);
        said.text("fact's note", fact.note.as_ref());
        fact.versions.iter().for_each(|version| said.text("version", &version.text));
    }
    for term in &data.glossary {
        said.text("term", &term.term);
        said.text("term's definition", &term.definition);
    }
}

fn claims(data: &Dataset, said: &mut Said<'_>) {
    for case in data.claims.iter().flat_map(|claims| &claims.cases) {
        let named = [&case.beneficiary, &case.insured].into_iter().flatten();
        for Person { name, .. } in named {
            name.iter().for_each(|name| said.word("person", name));
        }
        let amount = case.amount.map(dataset::Decimal::whole);
        let currency = case.currency.as_ref().or(data.currency.as_ref());
        if let (Some(amount), Some(currency)) = (amount, currency) {
            said.word("claim", &words::money_short(said.lang, amount, None, currency));
        }
        case.date.iter().for_each(|date| said.word("claim's date", &words::date(said.lang, *date)));
        said.text("relation", case.relation.as_ref());
        said.text("workplace", case.workplace.as_ref());
        said.text("claim's note", case.note.as_ref());
        place(data, case.place.as_ref(), said);
        // What is printed as the workplace names the group.
        let group = case.group.as_ref().filter(|_| case.workplace.is_none());
        if let Some(group) = group.and_then(|id| data.groups.get(id)) {
            said.text("claim's group", &group.label);
        }
        if let Some(programme) = case.programme.as_ref().and_then(|id| data.programmes.get(id)) {
            said.text("claim's programme", &programme.label);
        }
    }
}

fn place(data: &Dataset, place: Option<&Place>, said: &mut Said<'_>) {
    if let Some(region) = place.and_then(|place| data.regions.get(&place.region)) {
        said.text("place", &region.name);
    }
}

fn award(data: &Dataset, award: &Award, said: &mut Said<'_>) {
    said.text("award", &award.name);
    said.text("award's note", award.note.as_ref());
    award.edition.iter().for_each(|edition| said.word("edition", edition));
    award.organisers.iter().for_each(|organiser| said.text("organiser", organiser));
    let region = award.region.as_ref().and_then(|id| data.regions.get(id));
    said.text(
        "award's region",
        region.filter(|_| award.region.as_ref() != Some(&data.region)).map(|r| &r.name),
    );
    for juror in award.jury.iter().flat_map(|jury| &jury.members) {
        said.word("juror", &juror.name);
        said.text("juror's role", juror.role.as_ref());
    }
    for category in &award.categories {
        said.text("category", &category.label);
        said.text("category's parent", category.parent.as_ref());
        said.text("category's note", category.note.as_ref());
        counts(category.stated.as_ref(), said);
        if let Some(reason) = category.winners_missing.filter(|reason| *reason != dataset::Missing::NotStated)
        {
            said.word("winners missing", words::missing(said.lang, reason));
        }
    }
    counts(award.stated.as_ref(), said);
    let winners = award.categories.iter().flat_map(|category| &category.winners);
    winners.chain(&award.special).for_each(|winner| self::winner(data, winner, said));
}

/// Numbers that a source states of an award.
fn counts(counts: Option<&dataset::AwardCounts>, said: &mut Said<'_>) {
    let Some(counts) = counts else { return };
    for count in
        [counts.categories, counts.winners, counts.nominees, counts.applications].into_iter().flatten()
    {
        said.word("stated count", &words::number(said.lang, dataset::Decimal::whole(i64::from(count))));
    }
}

fn winner(data: &Dataset, winner: &Winner, said: &mut Said<'_>) {
    said.text("winner", &winner.name);
    let name = plain(winner.name.get(said.lang));
    if let Some(region) = winner.place.as_ref().and_then(|place| data.regions.get(&place.region)) {
        // The name of a place may be the winner's own.
        let place = plain(region.name.get(said.lang));
        let is_near = said.page.items().iter().any(|item| item.contains(&name) && item.contains(&place));
        if !is_near {
            said.lost.push(format!("winner's place: {name} in {place}"));
        }
    }
    said.text("citation", winner.citation.as_ref());
    said.text("winner's note", winner.note.as_ref());
    place(data, winner.place.as_ref(), said);
    if let Some(prize) = &winner.prize
        && let Some(currency) = prize.currency.as_ref().or(data.currency.as_ref())
    {
        let amount = dataset::Decimal::whole(prize.amount);
        said.word("prize", &words::money_short(said.lang, amount, None, currency));
    }
    if let Some(persons) = &winner.persons {
        let number = dataset::Decimal::whole(i64::from(persons.value));
        said.word("persons", &words::number(said.lang, number));
        said.text("whom", persons.label.as_ref());
    }
}
