use std::iter::repeat_n;

use proptest::prelude::*;

use super::*;
use crate::read;

const SAMPLES: [&str; 8] = [
    include_str!("../../../../public/data/sumsel-2025-08.json"),
    include_str!("../../../../tests/data/additions.json"),
    include_str!("../../../../tests/data/capabilities.json"),
    include_str!("../../../../tests/data/contradictions.json"),
    include_str!("../../../../tests/data/country.json"),
    include_str!("../../../../tests/data/many-rows.json"),
    include_str!("../../../../tests/data/minimal.json"),
    include_str!("../../../../tests/data/only-awards.json"),
];

const HEAD: &str = r#"{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r""#;

/// What is read in steps of these sizes, over and over, and in how many steps.
fn stepped(text: &str, sizes: impl IntoIterator<Item = usize, IntoIter: Clone>) -> (Reading, usize) {
    let mut reader = Reader::of(text);
    let mut steps = sizes.into_iter().cycle().map(|size| reader.step(size)).enumerate();
    steps.find_map(|(count, reading)| Some((reading?, count + 1))).unwrap()
}

#[track_caller]
fn assert_same(text: &str, sizes: &[usize]) {
    let (at_once, in_steps) = (read(text), stepped(text, sizes.iter().copied()).0);
    assert!(in_steps.dataset == at_once.dataset, "another dataset in steps of {sizes:?}");
    assert_eq!(in_steps.findings, at_once.findings, "{sizes:?}");
}

#[test]
fn the_samples_are_read_alike_in_steps_of_any_size() {
    for sample in SAMPLES {
        for size in [0, 1, 16, 17, 48, 500, 4096, usize::MAX] {
            assert_same(sample, &[size]);
        }
    }
}

#[test]
fn what_cannot_be_read_is_told_alike() {
    let term = |id: &str| format!(r#"{{"id": "{id}", "term": "T", "definition": "D"}}"#);
    let terms = format!(r#""glossary": [{}, {{"id": 7}}, 5, {}]"#, term("a"), term("b"));
    let claims =
        r#""claims": {"cases": [{"id": "a"}, {"id": 5}, {"id": "c", "x": 1}], "records": {"href": 3}}"#;
    let regions =
        r#""regions": {"b": {"name": "B"}, "a": {"name": 1}, "b": {"name": "C"}, "c": {"name": "C"}}"#;
    let awards = r#""awards": [{"id": "a", "name": "A", "organisers": ["O", 5]}, {"id": "b", "name": "B", "special": [{}, 1]}]"#;
    for text in [
        format!("{HEAD}, {terms}, {claims}, {regions}, {awards}}}"),
        format!(
            "{HEAD}, {terms}, \"updated\": 5, {claims}, {terms}, \"privacy\": 1, \"updated\": \"2025\"}}"
        ),
        format!("{HEAD}, {terms}, \"region\": 7, \"updated\": 5}}"),
        format!("{HEAD}, {regions}, {claims}"),
        format!("{HEAD}}} {terms}"),
        "{\"format\": [\"x\", 2], \"id\": \"x\"}".to_owned(),
        "\u{feff}\n[1, 2]".to_owned(),
        String::new(),
    ] {
        for size in [1, 16, 32, 48, 64, 100, 1000] {
            assert_same(&text, &[size]);
        }
        assert!(!read(&text).findings.is_empty(), "{text}");
    }
}

/// A long list, wherever it is, is read in steps, and so is all that has to do with it.
#[test]
fn no_step_is_long() {
    let repeated = |item: &str| repeat_n(item, 2000).collect::<Vec<_>>().join(", ");
    let cases = repeated(r#"{"id": "c", "amount": 1}"#);
    let winners = repeated(r#"{"id": "w", "name": "W"}"#);
    let category = format!(r#"{{"id": "k", "label": "K", "winners": [{winners}]}}"#);
    let unknown = repeated(r#"{"id": "c", "amount": 1, "x": 1}"#);
    for (body, findings) in [
        (format!(r#""claims": {{"cases": [{cases}]}}"#), 0),
        (format!(r#""awards": [{{"id": "a", "name": "A", "categories": [{category}]}}]"#), 0),
        (format!(r#""claims": {{"cases": [{unknown}]}}"#), 2000),
        (format!(r#""glossary": [{}]"#, repeated("5")), 2000),
    ] {
        let text = format!("{HEAD}, {body}}}");
        let (reading, steps) = stepped(&text, [256]);
        assert_eq!(reading.findings.len(), findings);
        let parsing = text.len() / 256;
        assert!(steps > parsing + 2000 / 16 + findings / 16, "{steps} steps for {} bytes", text.len());
        assert_same(&text, &[256]);
    }
}

#[test]
fn it_is_told_once() {
    let mut reader = Reader::of(SAMPLES[0]);
    while reader.step(usize::MAX).is_none() {}
    assert!(reader.step(usize::MAX).is_none());
}

proptest! {
    #[test]
    fn spoilt_samples_are_read_alike(
        sample in 0..SAMPLES.len(),
        spoilt in prop::collection::vec(
            (any::<prop::sample::Index>(), 0_usize..4, "[\\[\\]{}\",:0-9a-z\u{202e}é\\\\ ]{0,3}"),
            0..4,
        ),
        end in prop::option::weighted(0.2, any::<prop::sample::Index>()),
        sizes in prop::collection::vec(prop_oneof![0_usize..64, 0_usize..5000], 1..8),
    ) {
        let mut letters: Vec<char> = SAMPLES[sample].chars().collect();
        for (at, length, with) in spoilt {
            let at = at.index(letters.len());
            letters.splice(at..(at + length).min(letters.len()), with.chars());
        }
        letters.truncate(end.map_or(letters.len(), |end| end.index(letters.len())));
        assert_same(&String::from_iter(letters), &sizes);
    }

    /// Most of what is spoilt above is no JSON any more: here values of the wrong kind take the places of others.
    #[test]
    fn samples_with_other_values_are_read_alike(
        sample in 0..SAMPLES.len(),
        exchanged in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(vec![": null", ": 5", ": \"x\"", ": []", ": {}"])),
            1..8,
        ),
        sizes in prop::collection::vec(prop_oneof![0_usize..64, 0_usize..5000], 1..8),
    ) {
        let mut text = SAMPLES[sample].to_owned();
        for (at, with) in exchanged {
            let colons: Vec<usize> = text.match_indices(": ").map(|(at, _)| at).collect();
            let at = colons[at.index(colons.len())];
            // Numbers and texts without a comma end at the next mark; what holds others is only begun.
            let length = text[at..].find([',', '\n', '}', ']', '{', '[']).unwrap_or(2);
            text.replace_range(at..at + length, with);
        }
        assert_same(&text, &sizes);
    }
}
