//! What was paid: in all, and for one claim and one child on one scale.
use charts::Amount;
use dataset::{ClaimCase, Currency, Observation, Time};
use figures::key::{AVERAGE, PER_CHILD, Record, SHARE, key};
use figures::{ClaimFigures, Computed, claims};
use leptos::prelude::*;
use routes::Block;
use words::fill;

use crate::checks::checks_about;
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{Card, Caveat, CheckNotes, Comparison, ComparisonChart, Phrase, PhraseText, find_figure};

/// The sum of the benefits and the number of claims, with what that is for one of them; nothing where the dataset has
/// none of these figures.
#[component]
pub fn SumsCard() -> impl IntoView {
    let report = use_report();
    let figures = claims(&report.data)?;
    let of_card = shown(&report);
    let main = *of_card.first()?;
    let is_of_card =
        |other: &Observation| of_card.iter().any(|observation| std::ptr::eq(*observation, other));
    let checks = checks_about(&report, is_of_card);
    let note = main.note.as_ref().map(|note| note.get(report.lang).to_owned());
    let scale = scale(&report, &figures);
    let table = scale.as_ref().map(|scale| scale.spoken.clone()).unwrap_or_default();
    let title = titles::claims(&report, &figures);
    let lines = [stated(&report, &figures, &title), scholarships(&report, &figures)].into_iter().flatten();
    let lines = lines.map(|phrase| view! { <p><PhraseText phrase/></p> }).collect_view();
    let in_title = [figures.amount, figures.count].into_iter().flatten();
    let in_title = in_title.map(|of| (of.id.clone(), describe::observed(&report, Some(of))));
    let title = Phrase::linked(&title, &in_title.collect::<Vec<_>>());
    Some(view! {
        <Card
            block=Block::Claims
            name="claims"
            title
            time=time(&report, main)
            evidence=main.evidence.clone()
            figure=main.id.clone()
            table
        >
            {scale.map(|comparison| view! { <ComparisonChart comparison/> })}
            <div class="text">{lines}</div>
            <div class="caveats">
                <Caveat text=note/>
                <CheckNotes checks/>
            </div>
        </Card>
    })
}

/// The observations that the card shows, the main one first.
pub(super) fn shown(report: &Report) -> Vec<&Observation> {
    let Some(figures) = claims(&report.data) else { return Vec::new() };
    let all = [figures.amount, figures.count, figures.scholarships, figures.children];
    all.into_iter().flatten().collect()
}

/// When the figures hold, and that the start of the period is open, which readers would take for granted.
fn time(report: &Report, observation: &Observation) -> String {
    let time = words::capitalised(&words::time(report.lang, observation.time));
    match observation.time {
        Time::Period { start: None, .. } => [&time, "; ", report.words.open_start()].concat(),
        _ => time,
    }
}

/// When a figure holds, where that is not the card's time.
fn other_time(report: &Report, observation: &Observation) -> String {
    let main = shown(report).first().map(|main| main.time);
    let time = Some(observation.time).filter(|time| Some(*time) != main);
    time.map(|time| [" (", &words::time(report.lang, time), ")"].concat()).unwrap_or_default()
}

/// Number and amount, each with its name, where the card's title does not say them.
fn stated(report: &Report, figures: &ClaimFigures<'_>, title: &str) -> Option<Phrase> {
    let words = report.words;
    let of = [(words.claims_amount(), figures.amount), (words.claims_count(), figures.count)];
    let said = of.into_iter().filter_map(|(label, observation)| {
        let value = describe::observed(report, observation);
        let observation = observation.filter(|_| find_figure(title, &value).is_none())?;
        let said = Phrase::from(label).then(": ").then(Phrase::figure(&observation.id, value));
        Some(said.then(other_time(report, observation)))
    });
    let said = Phrase::join(said, "; ");
    (!said.is_empty()).then(|| said.then("."))
}

/// The scholarships, for how many children, and which part of the benefits they are.
fn scholarships(report: &Report, figures: &ClaimFigures<'_>) -> Option<Phrase> {
    let words = report.words;
    let value = |of: &Observation| {
        Phrase::figure(&of.id, describe::observed(report, Some(of))).then(other_time(report, of))
    };
    let children = figures.children.map(|of| Phrase::fill(words.claims_children(), &[value(of)]));
    let Some(amount) = figures.scholarships else {
        return children
            .map(|children| Phrase::from(words.claims_scholarships()).then(" ").then(children).then("."));
    };
    let frame = if figures.share.is_some() {
        words.claims_scholarships_part()
    } else {
        words.claims_scholarships_apart()
    };
    let mut said = Phrase::fill(frame, &[value(amount)]);
    if let Some(children) = children {
        said = said.then(" ").then(children);
    }
    if let Some(share) = &figures.share {
        let share = Phrase::figure(SHARE, describe::computed_percent(report.lang, share));
        said = said.then(" (").then(Phrase::fill(words.claims_share(), &[share])).then(")");
    }
    Some(said.then("."))
}

/// What one claim, one example and one child received, the most first; `None` where there is nothing to compare.
fn scale(report: &Report, figures: &ClaimFigures<'_>) -> Option<Comparison> {
    let currency = figures.currency?;
    let words = report.words;
    let computed = |name: &str, label: &str, of: &Option<Computed>| {
        let of = of.as_ref()?;
        let shown = describe::computed_money(report.lang, of, currency);
        let amount = Amount::Known { value: of.point.to_f64(), label: shown, interval: None };
        Some(Sum { key: name.to_owned(), label: label.to_owned(), amount, value: of.point.to_f64() })
    };
    let average = computed(AVERAGE, words.claims_average(), &figures.average);
    let child = computed(PER_CHILD, words.claims_scholarship(), &figures.per_child);
    let mut sums: Vec<Sum> = [average, examples(report, currency), child].into_iter().flatten().collect();
    if sums.len() < 2 {
        return None;
    }
    sums.sort_by(|a, b| b.value.total_cmp(&a.value));
    let columns = [words.column_item(), words.column_amount()];
    let mut comparison = Comparison::new(Block::Claims, "claims", words.claims_scale().to_owned(), columns);
    let names: Vec<&str> = sums.iter().map(|sum| sum.label.as_str()).collect();
    comparison.say(&fill(words.claims_scale_text(), &[&names.join("; ")]));
    for sum in sums {
        comparison.add((&sum.key, &sum.key), sum.label, sum.amount);
    }
    Some(comparison)
}

/// A sum on the scale.
struct Sum {
    /// The name by which it is asked, and of its mark.
    key: String,
    label: String,
    amount: Amount,
    value: f64,
}

/// What each of the single claims received, where that is the same for all of them.
fn examples(report: &Report, currency: &Currency) -> Option<Sum> {
    let cases = &report.data.claims.as_ref()?.cases;
    let first = cases.iter().next()?;
    let same = |case: &ClaimCase| {
        case.amount == first.amount && case.programme == first.programme && case.currency.is_none()
    };
    let amount = first.amount.filter(|_| cases.iter().all(same))?;
    let programme = first.programme.as_ref().and_then(|id| report.data.programmes.get(id));
    let label = match programme {
        Some(programme) => fill(report.words.claims_death(), &[programme.label.get(report.lang)]),
        None => report.words.claims_death_plain().to_owned(),
    };
    let number = dataset::Decimal::whole(amount);
    let shown = words::money_short(report.lang, number, None, currency);
    let value = number.to_f64();
    let amount = Amount::Known { value, label: shown, interval: None };
    Some(Sum { key: key(Record::Case, &first.id), label, amount, value })
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::html;

    #[test]
    fn sums_of_different_size_share_a_scale_the_largest_first() {
        let page = html("sumsel-2025-08", Lang::Id, || view! { <SumsCard/> });
        let (_, table) = page.split_once("<tbody>").unwrap();
        let places: Vec<_> = ["Rp42", "Rp16,617", "Rp3,906"].iter().map(|sum| table.find(*sum)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {table}");
    }

    #[test]
    fn scholarships_are_said_to_be_a_part_only_where_the_dataset_says_so() {
        let page = html("sumsel-2025-08", Lang::Id, || view! { <SumsCard/> });
        assert!(page.contains("Termasuk beasiswa"), "{page}");
        assert!(!html("only-awards", Lang::Id, || view! { <SumsCard/> }).contains("<article"));
    }
}
