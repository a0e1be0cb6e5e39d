//! Claims and benefits: the figures, and the single claims.
use std::sync::Arc;

use super::ask_link::{asked, plain};
use super::chart_figure::{Draw, Spoken, SpokenRow, always, chart_figure};
use super::checks::push_checks_of;
use super::describe;
use super::embed_link::embed_line;
use super::handover_table::handover_table;
use super::markup::Markup;
use super::part::Part;
use super::parts::{fixed, heading, hidden_heading, section};
use super::programme_chart::programme_chart;
use super::report::Report;
use super::source_note::source_note;
use charts::{Frame, part_of};
use dataset::{Currency, Decimal, Observation, Records, Role, Time};
use figures::key::{AVERAGE, PER_CHILD, SHARE};
use figures::{ClaimFigures, claims};
use routes::{Block, Page, data_file_link};
use words::fill;

/// Number, amount, average, scholarships, and the table of single claims; `None` where the dataset
/// has nothing about claims.
pub fn claims_section(report: Report) -> Option<Part> {
    let figures = &claims(report.data)?;
    let mut lead = Markup::new();
    if let Some(sentence) = describe::claims_sentence(report, figures) {
        lead.open("p class=\"lead\"").raw(&sentence).close("p");
    }
    lead.open("dl class=\"stats\"").push(&stats(report, figures)).close("dl");
    let note = figures.amount.or(figures.count).and_then(|o| o.note.as_ref());
    lead.maybe("p class=\"caveat\"", note.map(|note| note.get(report.lang)));
    for observation in [figures.count, figures.amount, figures.scholarships, figures.children] {
        push_checks_of(&mut lead, report, observation);
    }
    let mut children = vec![heading("claims-h", report.words.claims), fixed("text", lead.finish())];
    children.extend(chart(report, figures));
    for (role, name) in [(Role::ClaimCount, "claims-count"), (Role::ClaimAmount, "claims-amount")] {
        children.extend(programme_chart(report, role, name).into_iter().flatten());
    }
    let mut end = Markup::new();
    if let Some(records) = report.data.claims.as_ref().and_then(|claims| claims.records.as_ref()) {
        records_link(&mut end, report, records);
    }
    embed_line(&mut end, report, Block::Claims);
    children.push(fixed("text", end.finish()));
    if !matches!(report.page, Page::Embed(Block::Claims)) {
        children.extend(handover_table(report, figures.cases_total));
    }
    Some(section("claims", "", children))
}

/// The table of single claims without the figures; `None` where the dataset has none.
pub fn handovers_alone(report: Report) -> Option<Part> {
    let table = handover_table(report, claims(report.data)?.cases_total)?;
    Some(section("claims", "", vec![hidden_heading("claims-h", report.words.claims), table]))
}

fn stats(report: Report, figures: &ClaimFigures<'_>) -> Markup {
    let words = report.words;
    let mut html = Markup::new();
    stated(&mut html, report, words.claims_count, figures.count, None);
    stated(&mut html, report, words.claims_amount, figures.amount, None);
    if let (Some(average), Some(currency)) = (&figures.average, figures.currency) {
        let value = describe::computed_money(report.lang, average, currency);
        let hint = describe::computed_hint(report, average, |n| words::money(report.lang, n, currency));
        stat(&mut html, words.claims_average, &asked(report, AVERAGE, &value), &plain(&hint));
        html.close("div");
    }
    let children = figures.children.map(|children| {
        let number = asked(report, &children.id, &describe::observed(report, Some(children)));
        let mut text = fill(words.claims_children, &[&number]);
        if let (Some(per_child), Some(currency)) = (&figures.per_child, figures.currency) {
            let amount = describe::computed_money(report.lang, per_child, currency);
            text.push_str("; ");
            text.push_str(&fill(words.claims_per_child, &[&asked(report, PER_CHILD, &amount)]));
        }
        text
    });
    stated(&mut html, report, words.claims_scholarships, figures.scholarships, children);
    html
}

/// A stated figure with its source and a hint in markup; nothing where the dataset has none.
fn stated(
    html: &mut Markup,
    report: Report,
    label: &str,
    observation: Option<&Observation>,
    hint: Option<String>,
) {
    let Some(observation) = observation else { return };
    let value = asked(report, &observation.id, &describe::observed(report, Some(observation)));
    let time = plain(&words::time(report.lang, observation.time));
    let hint = match hint {
        Some(hint) => [hint, time].join("; "),
        // Where nothing else is said there is room for what readers would take for granted.
        None if matches!(observation.time, Time::Period { start: None, .. }) => {
            [&time, "; ", &plain(report.words.open_start)].concat()
        }
        None => time,
    };
    stat(html, label, &value, &hint);
    html.open("dd class=\"stat-source\"");
    source_note(html, report, observation.evidence.as_ref());
    html.close("dd").close("div");
}

/// A figure with its name, figure and hint in markup; the `div` around it stays open.
fn stat(html: &mut Markup, label: &str, value: &str, hint: &str) {
    html.open("div class=\"stat\"")
        .element("dt", label)
        .open("dd class=\"stat-value\"")
        .raw(value)
        .close("dd");
    html.open("dd class=\"stat-hint\"").raw(hint).close("dd");
}

/// The scholarships within the benefits; only where the dataset says that they are a part.
fn chart(report: Report, figures: &ClaimFigures<'static>) -> Option<Part> {
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
    let draw: Draw = Arc::new(move |frame: Frame| {
        part_of::draw(&part_of::Options {
            frame,
            whole: amount("benefits", whole_value, &whole_label),
            part: amount("scholarships", part_value, &part_label),
        })
    });
    Some(chart_figure(report, Block::Claims, always(spoken), draw))
}

fn amount(key: &str, value: Decimal, label: &str) -> part_of::Share {
    part_of::Share { key: key.to_owned(), value: value.to_f64(), label: label.to_owned() }
}

/// The link to a large table in a file of its own.
fn records_link(html: &mut Markup, report: Report, records: &Records) {
    let words = report.words;
    let label = match records.rows {
        Some(rows) => {
            let rows = Decimal::whole(i64::try_from(rows).unwrap_or(i64::MAX));
            fill(words.records_link, &[&words::number(report.lang, rows)])
        }
        None => words.records_link_uncounted.to_owned(),
    };
    let href = data_file_link(report.lang, report.page, &records.href);
    html.open("p").open_with("a", &[("href", &href), ("download", "")]).text(&label).close("a").close("p");
}

/// An amount in full, in a currency.
pub fn money(report: Report, amount: Decimal, currency: Option<&Currency>) -> String {
    match currency.or(report.data.currency.as_ref()) {
        Some(currency) => words::money_short(report.lang, amount, None, currency),
        None => words::number(report.lang, amount),
    }
}
