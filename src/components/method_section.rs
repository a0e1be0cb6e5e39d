//! What the figures mean, what they rest on, and where they come from.
use super::ask_link::{asked, plain};
use super::checks::{self, policy_name};
use super::markup::Markup;
use super::part::Part;
use super::parts::{fixed, heading, section};
use super::report::Report;
use super::source_note::source_note;
use dataset::{NoteSeverity, Policy, Source, Target};
use figures::key::{Record, key};
use words::fill;

/// Definitions, legal basis, statements, notes, sources and glossary; `None` where there are none.
pub fn method_section(report: Report) -> Option<Part> {
    let words = report.words;
    let mut html = Markup::new();
    for (title, id, content) in [
        (words.meaning, "meaning", meanings(report)),
        (words.notes, "notes", notes(report)),
        (words.checks, "checks", mismatches(report)),
        (words.legal, "legal", policies(report)),
        (words.statements, "statements", statements(report)),
        (words.sources, "sources", sources(report)),
        (words.glossary, "glossary", glossary(report)),
    ] {
        if !content.is_empty() {
            html.open_with("div class=\"block\"", &[("id", id)])
                .element("h3", title)
                .push(&content)
                .close("div");
        }
    }
    (!html.is_empty()).then(|| {
        let children = vec![heading("method-h", words.method), fixed("text", html.finish())];
        section("method", "", children)
    })
}

/// A list around its items; nothing where there are none.
fn list(open: &'static str, items: &Markup) -> Markup {
    let mut html = Markup::new();
    if !items.is_empty() {
        html.open(open).push(items).close(open.split(' ').next().unwrap_or(open));
    }
    html
}

/// The definitions of the indicators that the report has figures of.
fn meanings(report: Report) -> Markup {
    let lang = report.lang;
    let mut items = Markup::new();
    for (id, indicator) in report.data.indicators.iter() {
        let used = report.data.observations.iter().any(|o| o.indicator == *id);
        if let (true, Some(definition)) = (used, &indicator.definition) {
            items.element("dt", indicator.label.get(lang)).element("dd", definition.get(lang));
        }
    }
    list("dl", &items)
}

fn notes(report: Report) -> Markup {
    let words = report.words;
    let mut items = Markup::new();
    for note in &report.data.notes {
        let (kind, tag) = match note.severity {
            NoteSeverity::Info => (words.note_info, "span class=\"tag\""),
            NoteSeverity::Gap => (words.note_gap, "span class=\"tag tag-gap\""),
            NoteSeverity::Contradiction => (words.note_contradiction, "span class=\"tag tag-contradiction\""),
        };
        items.open("li").element(tag, kind).text(" ").text(note.text.get(report.lang)).text(" ");
        source_note(&mut items, report, note.evidence.as_ref());
        items.close("li");
    }
    list("ul class=\"notes\"", &items)
}

/// What does not fit together, and that rounding was allowed for.
fn mismatches(report: Report) -> Markup {
    let items = checks::items(report);
    let mut html = Markup::new();
    if !items.is_empty() {
        html.element("p class=\"caveat\"", report.words.checks_hint);
        html.push(&list("ul class=\"checks\"", &items));
    }
    html
}

fn policies(report: Report) -> Markup {
    let mut items = Markup::new();
    for policy in &report.data.policies {
        policy_entry(&mut items, report, policy);
    }
    list("ul class=\"policies\"", &items)
}

fn policy_entry(html: &mut Markup, report: Report, policy: &Policy) {
    let lang = report.lang;
    let name = policy_name(report, policy);
    html.open("li").element("span class=\"name\"", &name).text(" ").text(policy.about.get(lang)).text(" ");
    source_note(html, report, policy.evidence.as_ref());
    for target in &policy.targets {
        target_entry(html, report, target);
    }
    html.close("li");
}

fn target_entry(html: &mut Markup, report: Report, target: &Target) {
    let lang = report.lang;
    let mut goal = plain(target.label.get(lang));
    if let Some(value) = target.value {
        goal.push_str(" (");
        goal.push_str(&asked(report, &key(Record::Goal, &target.id), &words::percent(lang, value)));
        goal.push(')');
    }
    if let Some(by) = target.by {
        goal = fill(report.words.goal_by, &[&goal, &words::date(lang, by)]);
    }
    html.open("p").element("strong", report.words.goal).text(": ").raw(&goal).text(". ");
    if let Some(note) = &target.note {
        html.text(note.get(lang));
    }
    html.close("p");
}

fn statements(report: Report) -> Markup {
    let lang = report.lang;
    let mut items = Markup::new();
    for statement in &report.data.statements {
        items.open("li").element("span class=\"name\"", &statement.speaker).open("span class=\"role\"");
        if let Some(office) = &statement.office {
            items.text(", ").text(office.get(lang));
        }
        if let Some(date) = statement.date {
            items.text(", ").text(&words::date(lang, date));
        }
        items.close("span").open("p").text(statement.text.get(lang)).text(" ");
        source_note(&mut items, report, statement.evidence.as_ref());
        items.close("p").close("li");
    }
    let mut html = Markup::new();
    if !items.is_empty() {
        html.element("p class=\"caveat\"", report.words.statements_hint);
        html.push(&list("ul class=\"statements\"", &items));
    }
    html
}

fn sources(report: Report) -> Markup {
    let mut items = Markup::new();
    for source in &report.data.sources {
        source_entry(&mut items, report, source);
    }
    list("ul class=\"sources\"", &items)
}

fn source_entry(html: &mut Markup, report: Report, source: &Source) {
    let lang = report.lang;
    let title = source.title.get(lang);
    html.open("li").element("span class=\"name\"", source.publisher.get(lang)).text(", ");
    match &source.url {
        Some(url) => {
            let href = routes::text_fragment(url, None);
            html.open_with("a", &[("href", &href), ("rel", "external noopener")]).text(title).close("a")
        }
        None => html.text(title),
    };
    let published = source.published.map(|date| words::date(lang, date));
    html.text(", ").text(published.as_deref().unwrap_or(report.words.source_undated)).text(".");
    html.maybe("p class=\"caveat\"", source.note.as_ref().map(|note| note.get(lang)));
    html.close("li");
}

fn glossary(report: Report) -> Markup {
    let lang = report.lang;
    let mut items = Markup::new();
    for term in &report.data.glossary {
        items.open("dt").text(term.term.get(lang));
        if let Some(expansion) = &term.expansion {
            items.text(" ").element("span class=\"expansion\"", expansion.get(lang));
        }
        items.close("dt").element("dd", term.definition.get(lang));
    }
    list("dl class=\"glossary\"", &items)
}
