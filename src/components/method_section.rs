//! What the figures mean, what they rest on, and where they come from.
use leptos::prelude::*;

use super::report::Report;
use super::source_note::SourceNote;
use crate::i18n::{self, fill};
use crate::model::{NoteSeverity, Policy, Source, Target};

/// Definitions, legal basis, statements, notes, sources and glossary.
#[component]
pub fn MethodSection(
    /// The report.
    report: Report,
) -> impl IntoView {
    let words = report.words;
    let blocks = [
        block(words.meaning, "meaning", meanings(report)),
        block(words.notes, "notes", notes(report)),
        block(words.legal, "legal", policies(report)),
        block(words.statements, "statements", statements(report)),
        block(words.sources, "sources", sources(report)),
        block(words.glossary, "glossary", glossary(report)),
    ];
    let blocks: Vec<_> = blocks.into_iter().flatten().collect();
    (!blocks.is_empty())
        .then(|| {
            view! {
                <section id="method" aria-labelledby="method-h">
                    <h2 id="method-h">{words.method}</h2>
                    {blocks}
                </section>
            }
        })
        .into_any()
}

fn block(title: &'static str, id: &'static str, content: Option<AnyView>) -> Option<AnyView> {
    content.map(|content| view! { <div class="block" id=id><h3>{title}</h3>{content}</div> }.into_any())
}

/// The definitions of the indicators that the report has figures of.
fn meanings(report: Report) -> Option<AnyView> {
    let lang = report.lang;
    let used = |id: &str| report.data.observations.iter().any(|o| o.indicator == id);
    let entries: Vec<_> = report
        .data
        .indicators
        .iter()
        .filter(|(id, _)| used(id))
        .filter_map(|(_, indicator)| {
            let definition = indicator.definition.as_ref()?.get(lang).to_owned();
            Some(view! { <dt>{indicator.label.get(lang).to_owned()}</dt><dd>{definition}</dd> })
        })
        .collect();
    (!entries.is_empty()).then(|| view! { <dl>{entries}</dl> }.into_any())
}

fn notes(report: Report) -> Option<AnyView> {
    let words = report.words;
    let entries: Vec<_> = report
        .data
        .notes
        .iter()
        .map(|note| {
            let (kind, class) = match note.severity {
                NoteSeverity::Info => (words.note_info, "tag"),
                NoteSeverity::Gap => (words.note_gap, "tag tag-gap"),
                NoteSeverity::Contradiction => (words.note_contradiction, "tag tag-contradiction"),
            };
            view! {
                <li>
                    <span class=class>{kind}</span>" "
                    {note.text.get(report.lang).to_owned()}" "
                    <SourceNote report evidence=note.evidence.as_ref()/>
                </li>
            }
        })
        .collect();
    (!entries.is_empty()).then(|| view! { <ul class="notes">{entries}</ul> }.into_any())
}

fn policies(report: Report) -> Option<AnyView> {
    let entries: Vec<_> = report.data.policies.iter().map(|policy| policy_entry(report, policy)).collect();
    (!entries.is_empty()).then(|| view! { <ul class="policies">{entries}</ul> }.into_any())
}

fn policy_entry(report: Report, policy: &'static Policy) -> AnyView {
    let lang = report.lang;
    let instrument = policy.instrument.get(lang);
    let year = policy.year.map(|year| year.to_string());
    let name = match (&policy.number, year) {
        (Some(number), Some(year)) => fill(report.words.policy_name, &[instrument, number, &year]),
        _ => instrument.to_owned(),
    };
    let targets: Vec<_> = policy.targets.iter().map(|target| target_entry(report, target)).collect();
    view! {
        <li>
            <span class="name">{name}</span>" "
            {policy.about.get(lang).to_owned()}" "
            <SourceNote report evidence=policy.evidence.as_ref()/>
            {targets}
        </li>
    }
    .into_any()
}

fn target_entry(report: Report, target: &'static Target) -> AnyView {
    let lang = report.lang;
    let mut goal = target.label.get(lang).to_owned();
    if let Some(value) = target.value {
        goal.push_str(" (");
        goal.push_str(&i18n::percent(lang, value));
        goal.push(')');
    }
    if let Some(by) = target.by {
        goal = fill(report.words.goal_by, &[&goal, &i18n::date(lang, by)]);
    }
    let note = target.note.as_ref().map(|note| format!(" {}", note.get(lang)));
    view! { <p><strong>{report.words.goal}": "</strong>{goal}"."{note}</p> }.into_any()
}

fn statements(report: Report) -> Option<AnyView> {
    let lang = report.lang;
    let entries: Vec<_> = report
        .data
        .statements
        .iter()
        .map(|statement| {
            let mut who = statement.office.as_ref().map(|o| format!(", {}", o.get(lang))).unwrap_or_default();
            if let Some(date) = statement.date {
                who.push_str(", ");
                who.push_str(&i18n::date(lang, date));
            }
            view! {
                <li>
                    <span class="name">{statement.speaker.clone()}</span>
                    <span class="role">{who}</span>
                    <p>{statement.text.get(lang).to_owned()}" "<SourceNote report evidence=statement.evidence.as_ref()/></p>
                </li>
            }
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <p class="caveat">{report.words.statements_hint}</p>
            <ul class="statements">{entries}</ul>
        }
        .into_any()
    })
}

fn sources(report: Report) -> Option<AnyView> {
    let entries: Vec<_> = report.data.sources.iter().map(|source| source_entry(report, source)).collect();
    (!entries.is_empty()).then(|| view! { <ul class="sources">{entries}</ul> }.into_any())
}

fn source_entry(report: Report, source: &'static Source) -> AnyView {
    let lang = report.lang;
    let title = source.title.get(lang).to_owned();
    let title = match &source.url {
        Some(url) => view! { <a href=url.clone() rel="external noopener">{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let published =
        source.published.map_or_else(|| report.words.source_undated.to_owned(), |d| i18n::date(lang, d));
    let note = source.note.as_ref().map(|note| view! { <p class="caveat">{note.get(lang).to_owned()}</p> });
    view! {
        <li>
            <span class="name">{source.publisher.get(lang).to_owned()}</span>", "
            {title}", "{published}"."
            {note}
        </li>
    }
    .into_any()
}

fn glossary(report: Report) -> Option<AnyView> {
    let lang = report.lang;
    let entries: Vec<_> = report
        .data
        .glossary
        .iter()
        .map(|term| {
            let expansion = term.expansion.as_ref().map(|e| format!(" — {}", e.get(lang)));
            view! {
                <dt>{term.term.get(lang).to_owned()}<span class="expansion">{expansion}</span></dt>
                <dd>{term.definition.get(lang).to_owned()}</dd>
            }
        })
        .collect();
    (!entries.is_empty()).then(|| view! { <dl class="glossary">{entries}</dl> }.into_any())
}
