//! Whatever is done to a dataset, it is read and checked, and nothing panics.
use proptest::prelude::*;

use crate::json::Document;
use crate::{check, check_file, crosscheck, read};

const SAMPLES: [&str; 3] = [
    include_str!("../../../../../tests/data/additions.json"),
    include_str!("../../../../../tests/data/capabilities.json"),
    include_str!("../../../../../tests/data/contradictions.json"),
];

/// What takes the place of a value: of each kind, and the extremes of numbers and dates.
const VALUES: [&str; 20] = [
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"r\"",
    "\"2025-02-30\"",
    "\"percent\"",
    "0",
    "-0.0",
    "-1",
    "0e2147483647",
    "1e-2147483648",
    "9223372036854775807",
    "-9223372036854775807",
    "0.000000001",
    "1e18",
    "99999999999999999999",
    "[[[[1]]]]",
    "{\"id\": 5, \"id\": 6}",
];

/// The start and end of each value of a text that is a scalar, in the order of the text.
fn scalars(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = vec![Document::parse(text).unwrap().root().clone()];
    while let Some(node) = open.pop() {
        match node.kind {
            crate::json::Kind::Array(items) => open.extend(items),
            crate::json::Kind::Object(members) => open.extend(members.into_iter().map(|member| member.value)),
            _ => {
                let from = node.at as usize;
                let rest = &text[from..];
                let length = match rest.strip_prefix('"') {
                    Some(inside) => inside.find('"').map_or(rest.len(), |at| at + 2),
                    None => rest.find([',', '}', ']', '\n', ' ']).unwrap_or(rest.len()),
                };
                found.push((from, from + length));
            }
        }
    }
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn values_that_are_exchanged(sample in 0..SAMPLES.len(), changes in prop::collection::vec((any::<prop::sample::Index>(), 0..VALUES.len()), 1..6)) {
        let mut text = SAMPLES[sample].to_owned();
        for (place, value) in changes {
            let places = scalars(&text);
            let (from, to) = places[place.index(places.len())];
            text.replace_range(from..to, VALUES[value]);
        }
        let found = check(&text);
        let lines = text.lines().count();
        prop_assert!(found.iter().all(|finding| finding.line as usize <= lines && finding.column > 0));
        if let Some(data) = read(&text).dataset {
            let _ = crosscheck(&data);
        }
    }

    #[test]
    fn bytes_that_are_lost_or_exchanged(sample in 0..SAMPLES.len(), at: prop::sample::Index, length in 0_usize..40, bytes in prop::collection::vec(any::<u8>(), 0..8)) {
        let mut text = SAMPLES[sample].as_bytes().to_vec();
        let from = at.index(text.len());
        let to = (from + length).min(text.len());
        text.splice(from..to, bytes);
        let _ = check_file("capabilities", &text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = check_file("any", &bytes);
    }
}
