//! What a page or block says in one title and one sentence: for link previews, embeds, pictures.
use std::sync::Arc;

use dataset::{
    Award, ClaimCase, Dataset, Date, Decimal, Lang, Observation, Role, Source, Stated, Time, Unit, Value,
};
use figures::order;
use figures::{Coverage, Headline, awards, claims, coverage, headline};
use jamsostek_dashboard::{
    context::{Report, ReportOptions},
    describe,
    sections::award_has,
    titles,
};
use leptos::prelude::Owner;
use routes::{Block, Page};
use words::{Names, PublishWords, capitalised, fill};

/// A title, a sentence, and the line above them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The name alone, without place and time.
    pub name: String,
    /// The title, with place and time.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// Place and time.
    pub kicker: String,
}

/// What a page says.
pub fn story(data: &Dataset, lang: Lang, page: Page) -> Story {
    let teller = Teller { data, lang, names: Names::of(data, lang), words: words::publish(lang) };
    match page {
        Page::Claims => teller.block(Block::ClaimsExplorer),
        Page::Embed(block) if block != Block::Report => teller.block(block),
        _ => teller.report(),
    }
}

/// What was found, as the title of a page's card says it; `None` where the page has no such card.
pub fn finding(data: &Arc<Dataset>, lang: Lang, page: Page) -> Option<String> {
    let block = match page {
        Page::Embed(block) => block,
        Page::Claims => Block::ClaimsExplorer,
        Page::Report | Page::NotFound => Block::Report,
    };
    with_report(data, lang, |report| match block {
        Block::Headline | Block::Report => Some(titles::headline(report, &headline(data)?)),
        Block::Groups => coverage(data).map(|coverage| titles::groups(report, &coverage)),
        Block::Trend => match figures::trend(data) {
            Some(trend) => Some(titles::trend(report, &trend)),
            None => Some(titles::pace(report, &headline(data)?)),
        },
        Block::Claims | Block::ClaimsExplorer => Some(titles::claims(report, &claims(data)?)),
        Block::Handovers => data.claims.as_ref().map(|claims| titles::handovers(report, claims)),
        Block::Winners => {
            let figures = awards(data).into_iter().find(|figures| award_has(figures.award, block))?;
            Some(titles::winners(report, &figures))
        }
        Block::SpecialAwards => Some(titles::special_awards(report, award_with(data, block)?)),
        Block::Jury => Some(titles::jury(report, award_with(data, block)?)),
    })
}

/// The first award that a block has something of.
pub fn award_with(data: &Dataset, block: Block) -> Option<&Award> {
    data.awards.iter().find(|award| award_has(award, block))
}

/// Does something with the report of a dataset: what describes figures reads it.
pub fn with_report<T>(data: &Arc<Dataset>, lang: Lang, act: impl FnOnce(&Report) -> T) -> T {
    let options = ReportOptions { data: Arc::clone(data), lang, page: Page::Report, newer: false };
    Owner::new().with(|| act(&Report::new(options)))
}

/// An observation's value with its unit, or why there is none.
pub fn value(data: &Dataset, lang: Lang, observation: &Observation) -> String {
    let unit = data.indicators.get(&observation.indicator).map(|indicator| &indicator.unit);
    match (&observation.value, unit) {
        (Value::Missing(reason), _) => words::missing(lang, *reason).to_owned(),
        (Value::Stated(stated), Some(unit)) => words::value(lang, stated, unit),
        (Value::Stated(stated), None) => words::number(lang, stated.number),
    }
}

/// A region's short name, or its id.
pub fn region(data: &Dataset, lang: Lang, id: &str) -> String {
    data.regions
        .get(id)
        .map_or(id, |region| region.short.as_ref().unwrap_or(&region.name).get(lang))
        .to_owned()
}

/// An award's name with its edition.
pub fn award_name(lang: Lang, award: &Award) -> String {
    let name = award.name.get(lang);
    match &award.edition {
        Some(edition) => fill(words::publish(lang).edition(), &[name, edition]),
        None => name.to_owned(),
    }
}

/// The day on which an award was given.
pub fn award_time(data: &Dataset, lang: Lang, award: &Award) -> Option<String> {
    let id = award.event.as_ref()?;
    let event = data.events.iter().find(|event| &event.id == id)?;
    event.date.map(|date| words::date(lang, date))
}

/// The single claims of a dataset.
pub fn cases(data: &Dataset) -> &[ClaimCase] {
    data.claims.as_ref().map_or(&[], |claims| &claims.cases)
}

/// Whether the single claims are examples, not all claims.
pub fn examples(data: &Dataset) -> bool {
    data.claims.as_ref().is_some_and(|claims| claims.cases_are_examples == Some(true))
}

/// Who published sources, each once; of all sources where none are named.
pub fn publishers<'d>(data: &'d Dataset, lang: Lang, of: &[&str]) -> Vec<&'d str> {
    let mut names = Vec::new();
    let asked = |source: &&Source| of.is_empty() || of.contains(&source.id.as_str());
    for name in data.sources.iter().filter(asked).map(|source| source.publisher.get(lang)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// So many regions are named in a description, as many as a program shows of it.
const NAMED: usize = 6;

struct Teller<'d> {
    data: &'d Dataset,
    lang: Lang,
    names: Names,
    words: &'static PublishWords,
}

impl Teller<'_> {
    fn report(&self) -> Story {
        let shell = words::shell(self.lang);
        let title = Some(self.data.title.get(self.lang)).filter(|title| !title.is_empty());
        let title = title.map_or_else(|| fill(shell.title(), &[&self.names.scheme]), str::to_owned);
        let summary = self.data.summary.as_ref().map(|text| text.get(self.lang).to_owned());
        let kicker = self.kicker(headline(self.data).map(|headline| self.time(headline.observation.time)));
        Story {
            name: title.clone(),
            title,
            description: summary.unwrap_or_else(|| self.description()),
            kicker,
        }
    }

    fn block(&self, block: Block) -> Story {
        let messages = words::messages(self.lang);
        let (name, time, description) = match block {
            Block::Headline | Block::Report => self.headline(messages.headline()),
            Block::Groups if self.coverage().is_none() => self.regions(messages.regions()),
            Block::Groups => (messages.groups().to_owned(), self.groups_time(), self.groups()),
            Block::Trend => self.trend(),
            Block::Claims => (messages.claims().to_owned(), self.claims_time(), self.claims()),
            Block::ClaimsExplorer => {
                let own = words::claims(self.lang);
                (messages.explorer().to_owned(), self.claims_time(), own.lead().to_owned())
            }
            Block::Handovers => (messages.handovers().to_owned(), self.cases_time(), self.handovers()),
            Block::Winners => (messages.winners().to_owned(), self.awards_time(), self.winners()),
            Block::SpecialAwards => (messages.special().to_owned(), self.awards_time(), self.special()),
            Block::Jury => (messages.jury().to_owned(), self.awards_time(), self.jury()),
        };
        let region = region(self.data, self.lang, &self.data.region);
        let title = match &time {
            Some(time) => fill(self.words.title(), &[&name, &region, time]),
            None => fill(self.words.title_undated(), &[&name, &region]),
        };
        Story { name, title, description, kicker: self.kicker(time) }
    }

    fn kicker(&self, time: Option<String>) -> String {
        let region = self.data.regions.get(&self.data.region);
        let mut kicker =
            region.map_or(self.data.region.as_str(), |region| region.name.get(self.lang)).to_owned();
        if let Some(time) = time {
            kicker.push_str(" · ");
            kicker.push_str(&time);
        }
        kicker
    }

    fn time(&self, time: Time) -> String {
        words::time(self.lang, time)
    }

    /// What the page is about, where the dataset does not say it.
    fn description(&self) -> String {
        fill(words::shell(self.lang).description(), &[&self.names.many, &self.names.scheme])
    }

    fn headline(&self, fallback: &str) -> (String, Option<String>, String) {
        let Some(headline) = headline(self.data) else {
            return (fallback.to_owned(), None, self.description());
        };
        let time = self.time(headline.observation.time);
        let name = headline.indicator.label.get(self.lang).to_owned();
        (name, Some(time.clone()), self.headline_sentence(&headline, &time))
    }

    fn headline_sentence(&self, headline: &Headline<'_>, time: &str) -> String {
        let observation = headline.observation;
        let region = region(self.data, self.lang, &observation.region);
        let figure = value(self.data, self.lang, observation);
        let rate = headline.indicator.unit == Unit::Percent
            && headline.indicator.role == Some(Role::CoverageRate)
            && observation.value.stated().is_some();
        if rate {
            let text = fill(
                self.words.headline(),
                &[
                    &figure,
                    &describe::counted(self.data, self.lang, headline),
                    &region,
                    time,
                    &self.names.scheme,
                ],
            );
            self.of_part(observation, text)
        } else {
            let label = headline.indicator.label.get(self.lang);
            self.of_part(observation, fill(self.words.headline_other(), &[label, &figure, &region, time]))
        }
    }

    /// A sentence about a figure of a group or a programme names it.
    fn of_part(&self, observation: &Observation, sentence: String) -> String {
        match describe::part(self.data, self.lang, observation) {
            Some(part) => describe::behind(&part, &sentence),
            None => sentence,
        }
    }

    fn coverage(&self) -> Option<Coverage<'_>> {
        coverage(self.data)
    }

    fn groups_time(&self) -> Option<String> {
        let coverage = self.coverage()?;
        let newest = coverage.groups.iter().filter_map(|group| group.rate.or(group.covered));
        newest.map(|observation| observation.time).max_by_key(|time| time.end()).map(|time| self.time(time))
    }

    fn groups(&self) -> String {
        let region = region(self.data, self.lang, &self.data.region);
        let time = self.groups_time().unwrap_or_default();
        let coverage = self.coverage();
        let groups = coverage.as_ref().map_or(&[][..], |coverage| &coverage.groups);
        let (rated, rates): (Vec<_>, Vec<Stated>) =
            groups.iter().filter_map(|group| Some((group, group.rate_value()?))).unzip();
        let name = |group: &figures::GroupFigure<'_>| {
            group.group.map_or(group.id, |group| group.label.get(self.lang)).to_owned()
        };
        let rate = |stated: &Stated| words::value(self.lang, stated, &Unit::Percent);
        let at = |index: usize| Some((name(rated.get(index)?), rate(rates.get(index)?)));
        if let (1, Some((only, rate))) = (rated.len(), at(0)) {
            return fill(self.words.groups_one(), &[&only, &region, &time, &rate]);
        }
        // Nobody is the highest whom rounding, a bound or a tie leaves open.
        let ends = order::highest(&rates).and_then(at).zip(order::lowest(&rates).and_then(at));
        match ends {
            Some(((best, high), (worst, low))) => {
                let count = words::count(self.lang, groups.len());
                fill(self.words.groups(), &[&count, &region, &time, &best, &high, &worst, &low])
            }
            None => capitalised(&fill(self.words.groups_plain(), &[&self.names.many, &region, &time])),
        }
    }

    /// The block of groups where the dataset has regions only.
    fn regions(&self, name: &str) -> (String, Option<String>, String) {
        let found = figures::regions(self.data);
        let time = found.as_ref().map(|found| self.time(found.time));
        let names =
            found.iter().flat_map(|found| &found.items).map(|(id, _)| region(self.data, self.lang, id));
        let names: Vec<String> = names.take(NAMED).collect();
        let sentence =
            fill(self.words.regions(), &[&self.names.many, &names.join(", "), time.as_deref().unwrap_or("")]);
        (name.to_owned(), time, capitalised(&sentence))
    }

    fn trend(&self) -> (String, Option<String>, String) {
        let rates = self.data.observations.iter().filter(|o| {
            let role = self.data.indicators.get(&o.indicator).and_then(|indicator| indicator.role);
            role == Some(Role::CoverageRate) && o.region == self.data.region && o.group.is_none()
        });
        let ends: Vec<Date> = rates.map(|o| o.time.end()).collect();
        let span = ends.iter().min().zip(ends.iter().max());
        let time = span.map(|(start, end)| self.time(Time::Period { start: Some(*start), end: *end }));
        let region = region(self.data, self.lang, &self.data.region);
        if figures::trend(self.data).is_none() {
            let time = headline(self.data).map(|headline| self.time(headline.observation.time));
            let said = time.as_deref().unwrap_or_default();
            let sentence = fill(self.words.pace_sentence(), &[&region, said, &self.names.scheme]);
            return (self.words.pace().to_owned(), time, sentence);
        }
        let sentence = fill(
            self.words.trend_sentence(),
            &[&region, time.as_deref().unwrap_or_default(), &self.names.scheme],
        );
        (self.words.trend().to_owned(), time, sentence)
    }

    fn claims_time(&self) -> Option<String> {
        let figures = claims(self.data)?;
        figures.amount.or(figures.count).map(|observation| self.time(observation.time))
    }

    fn claims(&self) -> String {
        let region = region(self.data, self.lang, &self.data.region);
        let figures = claims(self.data);
        let both = figures.and_then(|figures| figures.count.zip(figures.amount));
        match both.filter(|(a, b)| a.value.stated().and(b.value.stated()).is_some() && a.time == b.time) {
            Some((number, amount)) => {
                let values = (value(self.data, self.lang, amount), value(self.data, self.lang, number));
                fill(self.words.claims(), &[&values.0, &values.1, &region, &self.time(amount.time)])
            }
            None => fill(self.words.claims_plain(), &[&region, &self.names.scheme]),
        }
    }

    fn cases_time(&self) -> Option<String> {
        let dates: Vec<Date> = cases(self.data).iter().filter_map(|case| case.date).collect();
        let (start, end) = dates.iter().min().zip(dates.iter().max())?;
        Some(if start == end {
            words::date(self.lang, *end)
        } else {
            self.time(Time::Period { start: Some(*start), end: *end })
        })
    }

    fn handovers(&self) -> String {
        let cases = cases(self.data);
        let symbolic = cases.iter().all(|case| case.symbolic);
        let sentence = match (symbolic, examples(self.data)) {
            (true, true) => self.words.handovers_examples(),
            (true, false) => self.words.handovers(),
            _ => self.words.cases(),
        };
        let region = region(self.data, self.lang, &self.data.region);
        fill(sentence, &[&words::count(self.lang, cases.len()), &region])
    }

    /// When the awards were given, or else which edition they are.
    fn awards_time(&self) -> Option<String> {
        let [award] = &*self.data.awards else { return None };
        award_time(self.data, self.lang, award).or_else(|| award.edition.clone())
    }

    /// What is said of each award that has something to say, one after the other.
    fn of_awards(&self, say: impl Fn(&Award, &str) -> Option<String>) -> String {
        let said = self.data.awards.iter().filter_map(|award| say(award, &award_name(self.lang, award)));
        said.collect::<Vec<_>>().join(" ")
    }

    fn winners(&self) -> String {
        let figures = awards(self.data);
        self.of_awards(|award, name| {
            let winners = figures.iter().find(|figures| figures.award.id == award.id)?.winners;
            let counts = (words::count(self.lang, winners), words::count(self.lang, award.category_count()));
            (winners > 0).then(|| fill(self.words.winners(), &[name, &counts.0, &counts.1]))
        })
    }

    fn special(&self) -> String {
        self.of_awards(|award, name| {
            let winners = words::count(self.lang, award.special.len());
            (!award.special.is_empty())
                .then(|| fill(self.words.special(), &[name, &winners, &self.names.many]))
        })
    }

    fn jury(&self) -> String {
        self.of_awards(|award, name| {
            let jury = award.jury.as_ref()?;
            let listed = jury.members.len();
            Some(match jury.mismatch() {
                Some((stated, _)) => fill(
                    self.words.jury_mismatch(),
                    &[
                        name,
                        &words::number(self.lang, Decimal::whole(stated.into())),
                        &words::count(self.lang, listed),
                    ],
                ),
                None => fill(self.words.jury(), &[name, &words::count(self.lang, listed)]),
            })
        })
    }
}
