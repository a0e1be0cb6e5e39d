//! What a picture shows: words and figures, not yet placed.
use std::{collections::BTreeSet, sync::Arc};

use dataset::{Award, Dataset, Decimal, Evidence, Lang, Observation, Role, Text, Unit};
use figures::{claims, coverage, headline};
use jamsostek_dashboard::{describe, sections::award_has};
use routes::{Block, Page};
use words::{Names, fill};

use super::super::story::{self, cases, publishers, value};

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// The number as it is shown.
    pub value: String,
    /// What it counts.
    pub label: String,
}

/// What a picture shows, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What was found.
    pub title: String,
    /// What is shown, where and when.
    pub about: String,
    /// The one large figure, with words below it; the dots stand beside it.
    pub large: Option<Stat>,
    /// Figures, one below the other; where there is a chart that can be read, the chart stands in their place.
    pub stats: Vec<Stat>,
    /// A list, below the figures; it gives way to a chart, too.
    pub list: Vec<String>,
    /// The end of a list that is cut: `dan {0} lainnya`.
    pub more: &'static str,
    /// Who published the sources.
    pub source: String,
    /// The date of the data.
    pub updated: String,
}

/// What the picture of a page shows.
pub fn plan(data: &Arc<Dataset>, lang: Lang, page: Page) -> Plan {
    let story = story::story(data, lang, page);
    let words = words::publish(lang);
    let publishers = publishers(data, lang, &sources_of(data, page));
    let source =
        if publishers.is_empty() { String::new() } else { fill(words.source(), &[&publishers.join(", ")]) };
    let updated = data.updated.map(|date| fill(words.updated(), &[&words::date(lang, date)]));
    let (title, about) = match story::finding(data, lang, page) {
        Some(finding) => (finding, story.title),
        None => (story.name, story.kicker),
    };
    let mut plan = Plan {
        title,
        about,
        more: words.more(),
        source,
        updated: updated.unwrap_or_default(),
        ..Plan::default()
    };
    match page {
        Page::Embed(Block::Groups) => plan.list = groups(data, lang),
        Page::Embed(Block::Trend) => plan.list = rates(data, lang),
        Page::Claims | Page::Embed(Block::Claims | Block::ClaimsExplorer) => {
            plan.stats = claim_stats(data, lang);
        }
        Page::Embed(Block::Handovers) => {
            plan.stats = case_stats(data, lang);
            plan.list = programmes(data, lang);
        }
        Page::Embed(block @ (Block::Winners | Block::SpecialAwards | Block::Jury)) => {
            of_award(&mut plan, data, lang, block);
        }
        _ => plan.large = large(data, lang),
    }
    plan
}

/// The sources of what a picture shows: it credits nobody for a figure of somebody else.
fn sources_of(data: &Dataset, page: Page) -> Vec<&str> {
    let block = match page {
        Page::Embed(block) => block,
        Page::Claims => Block::ClaimsExplorer,
        Page::Report | Page::NotFound => Block::Headline,
    };
    let of = |observation: &'_ Observation| observation.evidence.clone();
    let awards = || data.awards.iter().filter(|award| award_has(award, block));
    let evidence: Vec<Option<Evidence>> = match block {
        Block::Headline | Block::Report => headline(data).iter().map(|found| of(found.observation)).collect(),
        Block::Groups => {
            let coverage = coverage(data);
            let groups = coverage.iter().flat_map(|coverage| &coverage.groups);
            groups.filter_map(|group| group.rate.or(group.covered)).map(of).collect()
        }
        Block::Trend => rate_observations(data).into_iter().map(of).collect(),
        Block::Claims | Block::ClaimsExplorer => {
            let claims = claims(data);
            let figures = claims.iter().flat_map(|claims| [claims.count, claims.amount]);
            figures.flatten().map(of).collect()
        }
        Block::Handovers => cases(data).iter().map(|case| case.evidence.clone()).collect(),
        Block::Winners => {
            awards().flat_map(|award| &*award.categories).map(|category| category.evidence.clone()).collect()
        }
        Block::SpecialAwards => {
            awards().flat_map(|award| &*award.special).map(|winner| winner.evidence.clone()).collect()
        }
        Block::Jury => {
            awards().filter_map(|award| award.jury.as_ref()).map(|jury| jury.evidence.clone()).collect()
        }
    };
    let known = evidence.into_iter().flatten();
    let ids: BTreeSet<String> = known.map(|evidence| evidence.source).collect();
    data.sources.iter().map(|source| source.id.as_str()).filter(|id| ids.contains(*id)).collect()
}

fn large(data: &Dataset, lang: Lang) -> Option<Stat> {
    let headline = headline(data)?;
    let rate = headline.indicator.unit == Unit::Percent
        && headline.indicator.role == Some(Role::CoverageRate)
        && headline.observation.value.stated().is_some();
    let label = if rate {
        let scheme = Names::of(data, lang).scheme;
        let counted = describe::counted(data, lang, &headline);
        let text = fill(words::publish(lang).headline_beside(), &[&counted, &scheme]);
        match describe::part(data, lang, headline.observation) {
            Some(part) => [part, text].join(": "),
            None => text,
        }
    } else {
        headline.indicator.label.get(lang).to_owned()
    };
    Some(Stat { value: value(data, lang, headline.observation), label })
}

fn groups(data: &Dataset, lang: Lang) -> Vec<String> {
    let Some(coverage) = coverage(data) else { return Vec::new() };
    let item = |group: &figures::GroupFigure<'_>| {
        let name = group.group.map_or(group.id, |group| group.label.get(lang));
        let observation = group.rate.or(group.covered)?;
        Some(format!("{name}: {}", value(data, lang, observation)))
    };
    coverage.groups.iter().filter_map(item).collect()
}

/// The coverage rates of the region, in the order of time.
fn rate_observations(data: &Dataset) -> Vec<&Observation> {
    let mut rates: Vec<_> = data
        .observations
        .iter()
        .filter(|o| {
            let role = data.indicators.get(&o.indicator).and_then(|indicator| indicator.role);
            role == Some(Role::CoverageRate)
                && o.region == data.region
                && o.group.is_none()
                && o.programme.is_none()
        })
        .collect();
    rates.sort_by_key(|o| o.time.end());
    rates
}

fn rates(data: &Dataset, lang: Lang) -> Vec<String> {
    let rates = rate_observations(data);
    rates.iter().map(|o| format!("{}: {}", words::date(lang, o.time.end()), value(data, lang, o))).collect()
}

fn claim_stats(data: &Dataset, lang: Lang) -> Vec<Stat> {
    let words = words::publish(lang);
    let Some(figures) = claims(data) else { return Vec::new() };
    let stat = |observation: Option<&dataset::Observation>, label: &str| {
        observation.map(|o| Stat { value: value(data, lang, o), label: label.to_owned() })
    };
    [stat(figures.count, words.unit_claims()), stat(figures.amount, words.unit_benefits())]
        .into_iter()
        .flatten()
        .collect()
}

fn stat(lang: Lang, number: usize, label: &str) -> Stat {
    let value = words::count(lang, number);
    Stat { label: words::fill(label, &[&value]), value }
}

/// What the single claims come to; the title says how many there are.
fn case_stats(data: &Dataset, lang: Lang) -> Vec<Stat> {
    let total = claims(data).and_then(|figures| figures.cases_total);
    let stat = total.zip(data.currency.as_ref()).map(|(total, currency)| Stat {
        value: words::money_short(lang, total, None, currency),
        label: words::publish(lang).unit_cases_total().to_owned(),
    });
    stat.into_iter().collect()
}

/// The programmes of the single claims, and that they are examples; never the persons.
fn programmes(data: &Dataset, lang: Lang) -> Vec<String> {
    let mut list = Vec::new();
    for id in cases(data).iter().filter_map(|case| case.programme.as_ref()) {
        let Some(programme) = data.programmes.get(id) else { continue };
        let label = programme.label.get(lang);
        let item = match &programme.abbreviation {
            Some(abbreviation) => format!("{label} ({abbreviation})"),
            None => label.to_owned(),
        };
        if !list.contains(&item) {
            list.push(item);
        }
    }
    if data.claims.as_ref().is_some_and(|claims| claims.cases_are_examples == Some(true)) {
        list.push(words::messages(lang).handovers_examples().to_owned());
    }
    list
}

/// The first award that has the block, as on its page; its name says more than that of the block.
fn of_award(plan: &mut Plan, data: &Dataset, lang: Lang, block: Block) {
    let Some(award) = story::award_with(data, block) else { return };
    plan.about = match story::award_time(data, lang, award) {
        Some(time) => [&story::award_name(lang, award), " · ", &time].concat(),
        None => story::award_name(lang, award),
    };
    match block {
        Block::Winners => {
            let categories = award.categories.iter().map(|category| category.label.get(lang).to_owned());
            plan.list = categories.collect();
        }
        Block::SpecialAwards => plan.list = special(award, lang),
        _ => plan.stats = jury(award, lang),
    }
}

fn special(award: &Award, lang: Lang) -> Vec<String> {
    let item = |winner: &dataset::Winner| {
        let name = winner.name.get(lang);
        match &winner.persons {
            Some(persons) => {
                let number = words::number(lang, Decimal::whole(persons.value.into()));
                let number = words::qualified(lang, persons.qualifier, &Unit::Person, &number);
                format!(
                    "{name}: {number} {}",
                    persons.label.as_ref().map_or("", |text: &Text| text.get(lang))
                )
            }
            None => name.to_owned(),
        }
    };
    award.special.iter().map(item).collect()
}

/// How many jurors there are; never who.
fn jury(award: &Award, lang: Lang) -> Vec<Stat> {
    let words = words::publish(lang);
    let Some(jury) = &*award.jury else { return Vec::new() };
    let stated = jury.stated.map(|stated| Stat {
        value: words::number(lang, Decimal::whole(stated.into())),
        label: words.unit_jurors().to_owned(),
    });
    stated.into_iter().chain([stat(lang, jury.members.len(), words.unit_listed())]).collect()
}
