//! Claims and benefits: the figures, and the single claims.
use charts::{Frame, part_of};
use dataset::{Decimal, Evidence, Observation, Records, Role, Time};
use figures::key::{AVERAGE, PER_CHILD, SHARE};
use figures::{ClaimFigures, claims};
use leptos::prelude::*;
use routes::{Block, Page, data_file_link};
use words::fill;

use super::handovers::HandoverBlock;
use super::programmes::ProgrammeChart;
use crate::checks::checks_about;
use crate::context::{Report, use_report};
use crate::describe;
use crate::ui::{
    Caveat, ChartFigure, CheckNotes, Draw, EmbedLine, Phrase, PhraseText, SourceNote, Spoken, SpokenRow,
};

/// Number, amount, average, scholarships, and the table of single claims; nothing where the dataset
/// has nothing about claims.
#[component]
pub fn ClaimsSection() -> impl IntoView {
    let report = use_report();
    let figures = claims(&report.data)?;
    let sentence = describe::claims_sentence(&report, &figures);
    let note = figures.amount.or(figures.count).and_then(|o| o.note.as_ref());
    let note = note.map(|note| note.get(report.lang).to_owned());
    let of_section = [figures.count, figures.amount, figures.scholarships, figures.children];
    let checks: Vec<_> = of_section
        .into_iter()
        .flatten()
        .flat_map(|observation| checks_about(&report, |other| std::ptr::eq(observation, other)))
        .collect();
    let records = report.data.claims.as_ref().and_then(|claims| claims.records.clone());
    let alone = matches!(report.page, Page::Embed(Block::Claims));
    Some(view! {
        <section id="claims" aria-labelledby="claims-h">
            <h2 id="claims-h">{report.words.claims}</h2>
            <div class="text">
                {sentence.map(|phrase| view! { <p class="lead"><PhraseText phrase/></p> })}
                <dl class="stats">{stats(&report, &figures).into_iter().map(stat).collect_view()}</dl>
                <Caveat text=note/>
                <CheckNotes checks/>
            </div>
            {scholarships_chart(&report, &figures)}
            <ProgrammeChart role=Role::ClaimCount name="claims-count"/>
            <ProgrammeChart role=Role::ClaimAmount name="claims-amount"/>
            <div class="text">
                {records.map(|records| view! { <RecordsLink records/> })}
                <EmbedLine block=Block::Claims/>
            </div>
            {(!alone).then(|| view! { <HandoverBlock/> })}
        </section>
    })
}

/// A figure with its name and what must be known of it.
struct Stat {
    label: &'static str,
    value: Phrase,
    hint: Phrase,
    /// What a stated figure rests on.
    source: Option<Option<Evidence>>,
}

fn stat(stat: Stat) -> impl IntoView {
    let source = stat.source.map(|evidence| view! { <dd class="stat-source"><SourceNote evidence/></dd> });
    view! {
        <div class="stat">
            <dt>{stat.label}</dt>
            <dd class="stat-value"><PhraseText phrase=stat.value/></dd>
            <dd class="stat-hint"><PhraseText phrase=stat.hint/></dd>
            {source}
        </div>
    }
}

fn stats(report: &Report, figures: &ClaimFigures<'_>) -> Vec<Stat> {
    let words = report.words;
    let mut stats = Vec::new();
    stats.extend(stated(report, words.claims_count, figures.count, None));
    stats.extend(stated(report, words.claims_amount, figures.amount, None));
    if let (Some(average), Some(currency)) = (&figures.average, figures.currency) {
        let value = describe::computed_money(report.lang, average, currency);
        let hint = describe::computed_hint(report, average, |n| words::money(report.lang, n, currency));
        stats.push(Stat {
            label: words.claims_average,
            value: Phrase::figure(AVERAGE, value),
            hint: hint.into(),
            source: None,
        });
    }
    let children = figures.children.map(|children| {
        let number = Phrase::figure(&children.id, describe::observed(report, Some(children)));
        let mut text = Phrase::fill(words.claims_children, &[number]);
        if let (Some(per_child), Some(currency)) = (&figures.per_child, figures.currency) {
            let amount =
                Phrase::figure(PER_CHILD, describe::computed_money(report.lang, per_child, currency));
            text = text.then("; ").then(Phrase::fill(words.claims_per_child, &[amount]));
        }
        text
    });
    stats.extend(stated(report, words.claims_scholarships, figures.scholarships, children));
    stats
}

/// A stated figure with its source and a hint; `None` where the dataset has none.
fn stated(
    report: &Report,
    label: &'static str,
    observation: Option<&Observation>,
    hint: Option<Phrase>,
) -> Option<Stat> {
    let observation = observation?;
    let value = Phrase::figure(&observation.id, describe::observed(report, Some(observation)));
    let time = Phrase::plain(words::time(report.lang, observation.time));
    let hint = match hint {
        Some(hint) => hint.then("; ").then(time),
        // Where nothing else is said there is room for what readers would take for granted.
        None if matches!(observation.time, Time::Period { start: None, .. }) => {
            time.then("; ").then(report.words.open_start)
        }
        None => time,
    };
    Some(Stat { label, value, hint, source: Some(observation.evidence.clone()) })
}

/// The scholarships within the benefits; only where the dataset says that they are a part.
fn scholarships_chart(report: &Report, figures: &ClaimFigures<'_>) -> Option<impl IntoView + use<>> {
    let (lang, words) = (report.lang, report.words);
    let share = describe::computed_percent(lang, figures.share.as_ref()?);
    let (part, whole) = (figures.scholarships?, figures.amount?);
    let (part_value, whole_value) = (part.value.stated()?.number, whole.value.stated()?.number);
    let labels = (describe::observed(report, Some(part)), describe::observed(report, Some(whole)));
    let spoken = Spoken {
        title: words.claims_chart.to_owned(),
        description: fill(words.claims_chart_text, &[&labels.0, &share, &labels.1]),
        columns: vec![(words.column_item, false), (words.column_amount, true), (words.column_share, true)],
        rows: vec![
            SpokenRow::new("benefits", words.claims_amount.to_owned())
                .cell(labels.1.clone(), &whole.id)
                .cell(words::percent(lang, Decimal::whole(100)), ""),
            SpokenRow::new("scholarships", words.claims_scholarships.to_owned())
                .cell(labels.0.clone(), &part.id)
                .cell(format!("{share} ({})", words.computed), SHARE),
        ],
    };
    let whole_label = fill(words.claims_whole, &[&labels.1]);
    let part_label = fill(words.claims_part, &[&labels.0, &share]);
    let draw: Draw = Box::new(move |frame: Frame| {
        part_of::draw(&part_of::Options {
            frame,
            whole: amount("benefits", whole_value, &whole_label),
            part: amount("scholarships", part_value, &part_label),
        })
    });
    Some(view! { <ChartFigure block=Block::Claims spoken draw/> })
}

fn amount(key: &str, value: Decimal, label: &str) -> part_of::Share {
    part_of::Share { key: key.to_owned(), value: value.to_f64(), label: label.to_owned() }
}

/// The link to a large table in a file of its own.
#[component]
fn RecordsLink(records: Records) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let label = match records.rows {
        Some(rows) => {
            let rows = Decimal::whole(i64::try_from(rows).unwrap_or(i64::MAX));
            fill(words.records_link, &[&words::number(report.lang, rows)])
        }
        None => words.records_link_uncounted.to_owned(),
    };
    let href = data_file_link(report.lang, report.page, &records.href);
    view! { <p><a href=href download="">{label}</a></p> }
}
