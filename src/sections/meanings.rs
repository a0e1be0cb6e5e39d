//! What the words of the figures mean: indicators, programmes, groups and sets of groups.
use std::collections::BTreeSet;

use dataset::{Group, GroupSet, Text};
use leptos::prelude::*;
use words::fill;

use super::amounts;
use crate::context::{Report, use_report};
use crate::ui::{Caveat, Folded};

/// A term, and what it means.
type Meaning = (String, String);

/// Whether anything is explained.
#[must_use]
pub fn has_meanings(report: &Report) -> bool {
    !meanings(report).is_empty()
}

/// What the indicators, programmes and groups mean that nothing else explains; nothing where all is explained.
#[component]
pub fn Meanings() -> impl IntoView {
    let report = use_report();
    let entry = |(term, text): Meaning| view! { <dt>{term}</dt><dd>{text}</dd> };
    let (entries, more) = amounts::written(&report, &meanings(&report), entry);
    (!entries.is_empty()).then(|| {
        view! {
            <Folded id="meaning" title=report.words.meaning()>
                <dl>{entries}</dl>
                <Caveat text=more/>
            </Folded>
        }
    })
}

/// What is known of a group: who belongs to it, and of whom its percentage is taken; empty where nothing is.
#[must_use]
pub fn of_group(report: &Report, group: &Group) -> Meaning {
    let texts = [&group.definition, &group.base].into_iter().flatten().map(|text| text.get(report.lang));
    (group.label.get(report.lang).to_owned(), texts.collect::<Vec<_>>().join(" "))
}

/// A set of groups, and which groups belong to it.
#[must_use]
pub fn of_set(report: &Report, set: &GroupSet) -> Meaning {
    let members: Vec<String> = set.members.iter().map(|id| report.group(id)).collect();
    let members = members.join("; ");
    let is_whole = set.exhaustive == Some(true) && set.disjoint == Some(true);
    let text = if is_whole { fill(words::more(report.lang).whole(), &[&members]) } else { members };
    (set.label.get(report.lang).to_owned(), text)
}

fn meanings(report: &Report) -> Vec<Meaning> {
    let data = &report.data;
    let observed: BTreeSet<&str> = data.observations.iter().map(|o| o.indicator.as_str()).collect();
    let terms: BTreeSet<&Text> =
        data.glossary.iter().flat_map(|term| std::iter::once(&term.term).chain(&term.expansion)).collect();
    let of_data = data.indicators.iter().filter(|(id, _)| observed.contains(id.as_str()));
    let indicators = of_data.filter_map(|(_, indicator)| {
        Some((
            indicator.label.get(report.lang).to_owned(),
            indicator.definition.as_ref()?.get(report.lang).to_owned(),
        ))
    });
    let programmes = data.programmes.values().filter_map(|programme| {
        let definition = programme.definition.as_ref();
        let short = programme.abbreviation.as_deref().map(Text::from);
        let is_known = std::iter::once(&programme.label).chain(&short).any(|name| terms.contains(name));
        let label = programme.label.get(report.lang);
        let parts: Vec<String> = programme.includes.iter().map(|id| report.programme(id)).collect();
        let parts = (!parts.is_empty()).then(|| parts.join("; "));
        let texts: Vec<&str> =
            definition.map(|text| text.get(report.lang)).into_iter().chain(parts.as_deref()).collect();
        let definition = (!texts.is_empty()).then(|| texts.join(" "));
        let meaning = match (&programme.abbreviation, definition) {
            (Some(short), Some(definition)) => (short.as_str(), [label, ". ", &definition].concat()),
            (Some(short), None) => (short.as_str(), label.to_owned()),
            (None, Some(definition)) => (label, definition),
            (None, None) => return None,
        };
        Some((meaning.0.to_owned(), meaning.1)).filter(|_| !is_known || !programme.includes.is_empty())
    });
    // The card of the groups has what is known of its own.
    let coverage = figures::coverage(data);
    let in_card: BTreeSet<&str> =
        coverage.iter().flat_map(|found| &found.groups).map(|group| group.id).collect();
    let groups = data
        .groups
        .iter()
        .filter(|(id, _)| !in_card.contains(id.as_str()))
        .map(|(_, group)| of_group(report, group));
    let with_card = coverage.iter().flat_map(|found| &found.sets);
    let with_card: BTreeSet<*const GroupSet> = with_card.map(|set| std::ptr::from_ref(*set)).collect();
    let has_card = |set: &&GroupSet| with_card.contains(&std::ptr::from_ref(*set));
    let sets = data.group_sets.iter().filter(|set| !has_card(set)).map(|set| of_set(report, set));
    let all = indicators.chain(programmes).chain(groups).chain(sets);
    all.filter(|(_, text)| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;
    use crate::sections::testing::{html, html_of, sample};

    #[test]
    fn programmes_and_groups_without_a_card_are_explained() {
        let shown = html("capabilities", Lang::En, || view! { <Meanings/> });
        assert!(shown.contains("<dt>Death</dt><dd>Cash for the heirs.</dd>"), "{shown}");
        assert!(!shown.contains("Work accident"), "the glossary has it: {shown}");
        let text = sample("capabilities")
            .replace("\"term\": \"WA\", \"expansion\":", "\"term\": \"X\", \"definition\":");
        let shown = html_of(&text, Lang::En, || view! { <Meanings/> });
        assert!(shown.contains("<dt>WA</dt><dd>Work accident</dd>"), "{shown}");
        let text = sample("one-group").replacen(
            "\"groups\": {",
            r#""group_sets": [{"id": "s", "label": "A set", "members": ["z"], "exhaustive": true, "disjoint": true}],
            "groups": {"z": {"label": "Zoo keepers", "definition": "Who keep a zoo."},"#,
            1,
        );
        let shown = html_of(&text, Lang::En, || view! { <Meanings/> });
        for wanted in [
            "<dt>Zoo keepers</dt><dd>Who keep a zoo.</dd>",
            "<dt>A set</dt><dd>Zoo keepers. These are all of them, and they do not overlap.</dd>",
        ] {
            assert!(shown.contains(wanted), "{wanted}: {shown}");
        }
    }
}
