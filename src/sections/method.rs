//! What the figures mean, what they rest on, and where they come from.
use std::collections::BTreeSet;

use dataset::{
    Archive, Fact, FactVersion, Note, NoteSeverity, Policy, SeriesBreak, Source, Statement, Target, Unit,
};
use figures::key::{Record, key};
use leptos::prelude::*;

use super::amounts;
use super::breaks;
use super::events::{Events, others as other_events};
use super::meanings::{Meanings, has_meanings};
use super::trend;
use crate::checks::{checks, policy_name};
use crate::context::{Report, use_report};
use crate::describe;
use crate::ui::{Caveat, ExternalLink, Folded, Phrase, PhraseText, SourceNote};

/// Definitions, what does not fit, legal basis, statements, sources and glossary; nothing where there are none.
#[component]
pub fn MethodSection() -> impl IntoView {
    let report = use_report();
    has_method(&report).then(|| {
        view! {
            <section id="method" aria-labelledby="method-h">
                <h2 id="method-h">{report.words.method()}</h2>
                <div class="text">
                    <Meanings/>
                    <DataNotes/>
                    <Mismatches/>
                    <Policies/>
                    <Events/>
                    <Statements/>
                    <Sources/>
                    <Glossary/>
                </div>
            </section>
        }
    })
}

/// Whether the dataset has something for the section.
#[must_use]
pub fn has_method(report: &Report) -> bool {
    let data = &report.data;
    let records = data.policies.len()
        + data.statements.len()
        + data.notes.len()
        + data.facts.len()
        + data.sources.len()
        + data.glossary.len()
        + other_breaks(report).len()
        + other_events(report).len()
        + checks(report).len();
    records > 0 || has_meanings(report)
}

/// Where series stop being comparable, as far as the main figure's course does not say it: the name of the series,
/// and the break.
fn other_breaks(report: &Report) -> Vec<(String, &SeriesBreak)> {
    let said: BTreeSet<*const SeriesBreak> =
        trend::breaks(report).into_iter().map(std::ptr::from_ref).collect();
    let others = report.data.series_breaks.iter().filter(|found| !said.contains(&std::ptr::from_ref(*found)));
    let label = |found: &SeriesBreak| {
        let indicator = report.data.indicators.get(&found.indicator);
        indicator.map_or(found.indicator.as_str(), |of| of.label.get(report.lang)).to_owned()
    };
    others.map(|found| (label(found), found)).collect()
}

/// What must be known of the dataset, its gaps and its contradictions.
#[component]
fn DataNotes() -> impl IntoView {
    let report = use_report();
    let (items, more) = amounts::written(&report, &report.data.notes, |note| view! { <NoteItem note/> });
    let (facts, more_facts) =
        amounts::written(&report, &report.data.facts, |fact| view! { <FactItem fact/> });
    let (breaks, more_breaks) = amounts::written(&report, &other_breaks(&report), |(label, found)| {
        let text = breaks::sentence(&report, found);
        let evidence = found.evidence.clone();
        view! { <li><span class="tag">{label}</span>" "{text}" "<SourceNote evidence/></li> }
    });
    (items.len() + breaks.len() + facts.len() > 0).then(|| {
        view! {
            <Folded id="notes" title=report.words.notes()>
                <ul class="notes">{items}{facts}{breaks}</ul>
                {[more, more_facts, more_breaks].map(|text| view! { <Caveat text/> }).collect_view()}
            </Folded>
        }
    })
}

/// A note with its kind and its source.
#[component]
fn NoteItem(
    /// The note.
    note: Note,
) -> impl IntoView {
    let report = use_report();
    let (kind, class) = match note.severity {
        NoteSeverity::Info => (report.words.note_info(), "tag"),
        NoteSeverity::Gap => (report.words.note_gap(), "tag tag-gap"),
        NoteSeverity::Contradiction => (report.words.note_contradiction(), "tag tag-contradiction"),
    };
    let text = format!(" {} ", note.text.get(report.lang));
    view! { <li><span class=class>{kind}</span>{text}<SourceNote evidence=note.evidence/></li> }
}

/// What sources state differently, each version with its source.
#[component]
fn FactItem(
    /// The fact.
    fact: Fact,
) -> impl IntoView {
    let report = use_report();
    let label = format!(" {}: ", fact.label.get(report.lang));
    let note = fact.note.as_ref().map(|note| [" ", note.get(report.lang)].concat());
    let version = |(at, version): (usize, &FactVersion)| {
        let before = (at > 0).then_some("· ");
        let text = describe::version(&report, version);
        let evidence = version.evidence.clone();
        view! { {before}{text}" "<SourceNote evidence/> }
    };
    let versions = fact.versions.iter().enumerate().map(version).collect_view();
    view! {
        <li>
            <span class="tag tag-contradiction">{report.words.note_contradiction()}</span>
            {label}
            {versions}
            {note}
        </li>
    }
}

/// What does not fit together, and that rounding was allowed for.
#[component]
fn Mismatches() -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let (items, more) = amounts::written(&report, checks(&report), |check| view! { <li>{check.text}</li> });
    (!items.is_empty()).then(|| {
        view! {
            <Folded id="checks" title=words.checks()>
                <Caveat text=words.checks_hint().to_owned()/>
                <ul class="checks">{items}</ul>
                <Caveat text=more/>
            </Folded>
        }
    })
}

/// The legal basis.
#[component]
fn Policies() -> impl IntoView {
    let report = use_report();
    let (items, more) =
        amounts::written(&report, &report.data.policies, |policy| view! { <PolicyItem policy/> });
    (!items.is_empty()).then(|| {
        view! {
            <Folded id="legal" title=report.words.legal()>
                <ul class="policies">{items}</ul>
                <Caveat text=more/>
            </Folded>
        }
    })
}

/// A policy with its goals.
#[component]
fn PolicyItem(
    /// The policy.
    policy: Policy,
) -> impl IntoView {
    let report = use_report();
    let name = policy_name(&report, &policy);
    let about = format!(" {} ", policy.about.get(report.lang));
    let goals = policy.targets.iter().map(|target| {
        let note = target.note.as_ref().map_or("", |note| note.get(report.lang));
        let note = format!(". {note}");
        let phrase = goal(&report, target);
        view! { <p><strong>{report.words.goal()}</strong>": "<PhraseText phrase/>{note}</p> }
    });
    let goals = goals.collect_view();
    view! {
        <li><span class="name">{name}</span>{about}<SourceNote evidence=policy.evidence/>{goals}</li>
    }
}

/// A goal, and by when.
fn goal(report: &Report, target: &Target) -> Phrase {
    let mut goal = Phrase::from(target.label.get(report.lang));
    let unit = report.data.indicators.get(&target.indicator).map_or(&Unit::Percent, |of| &of.unit);
    if let Some(value) = target.value {
        let value = Phrase::figure(key(Record::Goal, &target.id), amounts::number(report, value, unit));
        goal = goal.then(" (").then(value).then(")");
    }
    if let Some(region) = target.region.as_ref().filter(|region| **region != report.data.region) {
        goal = Phrase::fill(words::more(report.lang).of_region(), &[goal, report.region_name(region).into()]);
    }
    match target.by {
        Some(by) => Phrase::fill(report.words.goal_by(), &[goal, words::date(report.lang, by).into()]),
        None => goal,
    }
}

/// What was said about the figures.
#[component]
fn Statements() -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let (items, more) =
        amounts::written(&report, &report.data.statements, |statement| view! { <StatementItem statement/> });
    (!items.is_empty()).then(|| {
        view! {
            <Folded id="statements" title=words.statements()>
                <Caveat text=words.statements_hint().to_owned()/>
                <ul class="statements">{items}</ul>
                <Caveat text=more/>
            </Folded>
        }
    })
}

/// A statement: who said it, in which office, and when.
#[component]
fn StatementItem(
    /// The statement.
    statement: Statement,
) -> impl IntoView {
    let lang = use_report().lang;
    let office = statement.office.map(|office| format!(", {}", office.get(lang)));
    let date = statement.date.map(|date| format!(", {}", words::date(lang, date)));
    let role = [office, date].into_iter().flatten().collect::<String>();
    let text = format!("{} ", statement.text.get(lang));
    view! {
        <li>
            <span class="name">{statement.speaker}</span>
            <span class="role">{role}</span>
            <p>{text}<SourceNote evidence=statement.evidence/></p>
        </li>
    }
}

/// The sources.
#[component]
fn Sources() -> impl IntoView {
    let report = use_report();
    let (items, more) =
        amounts::written(&report, &report.data.sources, |source| view! { <SourceItem source/> });
    (!items.is_empty()).then(|| {
        view! {
            <Folded id="sources" title=report.words.sources()>
                <ul class="sources">{items}</ul>
                <Caveat text=more/>
            </Folded>
        }
    })
}

/// A source: publisher, title and date.
#[component]
fn SourceItem(
    /// The source.
    source: Source,
) -> impl IntoView {
    let report = use_report();
    let lang = report.lang;
    let href = source.url.as_deref().map(|url| routes::text_fragment(url, None));
    let published = source.published.map(|date| words::date(lang, date));
    let published = format!(", {}.", published.as_deref().unwrap_or(report.words.source_undated()));
    let note = source.note.as_ref().map(|note| note.get(lang).to_owned());
    view! {
        <li>
            <span class="name">{source.publisher.get(lang).to_owned()}</span>
            ", "
            <ExternalLink href label=source.title.get(lang)/>
            {published}
            {source.archived.map(|archived| view! { <ArchivedText archived/> })}
            <Caveat text=note/>
        </li>
    }
}

/// The text of a source as it was read: where it is kept, and its hash.
#[component]
fn ArchivedText(
    /// The text.
    archived: Archive,
) -> impl IntoView {
    let words = words::more(use_report().lang);
    let copy = archived.url.map(|url| {
        let label = url.clone();
        view! { <ExternalLink href=Some(url) label/>", " }
    });
    let before = [words.archived(), ": "].concat();
    view! { <p class="credit">{before}{copy}"SHA-256 "<code>{archived.sha256}</code></p> }
}

/// What the terms mean.
#[component]
fn Glossary() -> impl IntoView {
    let report = use_report();
    let lang = report.lang;
    let entry = |term: dataset::Term| {
        let expansion = term.expansion.as_ref().map(|expansion| expansion.get(lang).to_owned());
        let expansion = expansion.map(|text| view! { " "<span class="expansion">{text}</span> });
        let (name, definition) = (term.term.get(lang).to_owned(), term.definition.get(lang).to_owned());
        view! { <dt>{name}{expansion}</dt><dd>{definition}</dd> }
    };
    let (entries, more) = amounts::written(&report, &report.data.glossary, entry);
    (!entries.is_empty()).then(|| {
        view! {
            <Folded id="glossary" title=report.words.glossary()>
                <dl class="glossary">{entries}</dl>
                <Caveat text=more/>
            </Folded>
        }
    })
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn what_sources_state_differently_stands_with_each_source() {
        let page = html("additions", Lang::Id, || view! { <MethodSection/> });
        for wanted in [
            "Hari penyerahan: ",
            "Senin (yang dipakai)",
            "Selasa",
            "Dinas Contoh",
            "Laporan terbit sesudah acara.",
        ] {
            assert!(page.contains(wanted), "{wanted}: {page}");
        }
    }

    #[test]
    fn a_break_says_its_kind() {
        let page = html("additions", Lang::En, || view! { <MethodSection/> });
        assert!(page.contains("A new edition has revised the figures."), "{page}");
    }
}
