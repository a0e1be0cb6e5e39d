//! What a picture shows: words and figures, not yet placed.
use dataset::{Dataset, Decimal, Lang, Role, Text, Unit};
use figures::{awards, claims, coverage, headline};
use routes::{Block, Page};
use words::fill;

use super::super::story::{self, cases, count, counted, examples, publishers, value};

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
    /// Place and time.
    pub kicker: String,
    /// The title.
    pub title: String,
    /// The one large figure, with words beside it.
    pub large: Option<Stat>,
    /// Figures in a row.
    pub stats: Vec<Stat>,
    /// A list; where there is a chart that can be read, the chart stands in its place.
    pub list: Vec<String>,
    /// The end of a list that is cut: `dan {0} lainnya`.
    pub more: &'static str,
    /// Where it comes from.
    pub credit: String,
    /// The name of the site.
    pub brand: &'static str,
}

/// What the picture of a page shows.
pub fn plan(data: &Dataset, lang: Lang, page: Page) -> Plan {
    let story = story::story(data, lang, page);
    let mut plan = Plan {
        kicker: story.kicker,
        title: story.name,
        more: words::publish(lang).more,
        credit: credit(data, lang),
        brand: words::messages(lang).brand,
        ..Plan::default()
    };
    match page {
        Page::Embed(Block::Groups) => plan.list = groups(data, lang),
        Page::Embed(Block::Trend) => plan.list = rates(data, lang),
        Page::Embed(Block::Claims) => plan.stats = claim_stats(data, lang),
        Page::Embed(Block::Handovers) => {
            plan.stats = case_stats(data, lang);
            plan.list = programmes(data, lang);
        }
        Page::Embed(Block::Winners) => winners(&mut plan, data, lang),
        Page::Embed(Block::SpecialAwards) => plan.list = special(data, lang),
        Page::Embed(Block::Jury) => jury(&mut plan, data, lang),
        _ => plan.large = large(data, lang),
    }
    plan
}

fn credit(data: &Dataset, lang: Lang) -> String {
    let words = words::publish(lang);
    let publishers = publishers(data, lang);
    let mut parts = Vec::new();
    if !publishers.is_empty() {
        parts.push(fill(words.source, &[&publishers.join(", ")]));
    }
    parts.extend(data.updated.map(|date| fill(words.updated, &[&words::date(lang, date)])));
    parts.join(" · ")
}

fn large(data: &Dataset, lang: Lang) -> Option<Stat> {
    let headline = headline(data)?;
    let rate = headline.indicator.unit == Unit::Percent
        && headline.indicator.role == Some(Role::CoverageRate)
        && headline.observation.value.stated().is_some();
    let label = if rate {
        fill(words::publish(lang).headline_beside, &[counted(&headline, lang)])
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

fn rates(data: &Dataset, lang: Lang) -> Vec<String> {
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
    rates.iter().map(|o| format!("{}: {}", words::date(lang, o.time.end()), value(data, lang, o))).collect()
}

fn claim_stats(data: &Dataset, lang: Lang) -> Vec<Stat> {
    let words = words::publish(lang);
    let Some(figures) = claims(data) else { return Vec::new() };
    let stat = |observation: Option<&dataset::Observation>, label: &str| {
        observation.map(|o| Stat { value: value(data, lang, o), label: label.to_owned() })
    };
    [stat(figures.count, words.unit_claims), stat(figures.amount, words.unit_benefits)]
        .into_iter()
        .flatten()
        .collect()
}

fn stat(lang: Lang, number: usize, label: &str) -> Stat {
    let value = count(lang, number);
    Stat { label: words::fill(label, &[&value]), value }
}

fn case_stats(data: &Dataset, lang: Lang) -> Vec<Stat> {
    let words = words::publish(lang);
    let label = if examples(data) { words.unit_examples } else { words.unit_cases };
    let mut stats = vec![stat(lang, cases(data).len(), label)];
    let total = claims(data).and_then(|figures| figures.cases_total);
    if let (Some(total), Some(currency)) = (total, &data.currency) {
        let value = words::money_short(lang, total, None, currency);
        stats.push(Stat { value, label: words.unit_cases_total.to_owned() });
    }
    stats
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
        list.push(words::messages(lang).handovers_examples.to_owned());
    }
    list
}

fn winners(plan: &mut Plan, data: &Dataset, lang: Lang) {
    let words = words::publish(lang);
    let winners = awards(data).iter().map(|figures| figures.winners).sum();
    let categories: Vec<_> = data.awards.iter().flat_map(|award| award.categories.iter()).collect();
    plan.stats =
        vec![stat(lang, winners, words.unit_winners), stat(lang, categories.len(), words.unit_categories)];
    plan.list = categories.iter().map(|category| category.label.get(lang).to_owned()).collect();
    plan.title = titled(data, lang, &plan.title);
}

/// The award's name as the title, where there is only one: it says more than the block's name.
fn titled(data: &Dataset, lang: Lang, block: &str) -> String {
    match &*data.awards {
        [award] => story::award_name(lang, award),
        _ => block.to_owned(),
    }
}

fn special(data: &Dataset, lang: Lang) -> Vec<String> {
    let winners = data.awards.iter().flat_map(|award| award.special.iter());
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
    winners.map(item).collect()
}

fn jury(plan: &mut Plan, data: &Dataset, lang: Lang) {
    let words = words::publish(lang);
    let juries: Vec<_> = data.awards.iter().filter_map(|award| award.jury.as_ref()).collect();
    let stated: Option<u32> = juries.iter().map(|jury| jury.stated).sum();
    let members: Vec<_> = juries.iter().flat_map(|jury| jury.members.iter()).collect();
    if let Some(stated) = stated {
        let value = words::number(lang, Decimal::whole(stated.into()));
        plan.stats.push(Stat { value, label: words.unit_jurors.to_owned() });
    }
    plan.stats.push(stat(lang, members.len(), words.unit_listed));
    plan.list = members
        .iter()
        .map(|juror| match &juror.role {
            Some(role) => format!("{} ({})", juror.name, role.get(lang)),
            None => juror.name.clone(),
        })
        .collect();
}
