//! The reader against `serde_json`, and the places it tells.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use dataset::json::{Document, Kind, Node, Position, Reason, position};
use proptest::prelude::*;

/// The value that `serde_json` would make of a tree; numbers as they are printed.
fn value(node: &Node) -> serde_json::Value {
    match &node.kind {
        Kind::Null => serde_json::Value::Null,
        Kind::Bool(value) => (*value).into(),
        Kind::Number(text) => serde_json::from_str(text).unwrap(),
        Kind::String(text) => text.to_string().into(),
        Kind::Array(items) => items.iter().map(value).collect(),
        Kind::Object(members) => {
            serde_json::Value::Object(members.iter().map(|m| (m.name.to_string(), value(&m.value))).collect())
        }
    }
}

/// Any JSON value. Numbers that both readers hold alike: integers, and floats of few digits.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        (-1_000_000_i32..1_000_000, 0_u8..6)
            .prop_map(|(units, scale)| (f64::from(units) / 10_f64.powi(scale.into())).into()),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Whether `serde_json` reads a text. Where the two differ on purpose, the text is left out of
/// the comparison: it refuses 1e999 as too large for a float.
fn accepted(text: &str) -> Option<bool> {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(_) => Some(true),
        Err(error) if error.to_string().contains("number out of range") => None,
        Err(_) => Some(false),
    }
}

proptest! {
    #[test]
    fn printed_values_are_read_back(value_in in json()) {
        for text in [value_in.to_string(), serde_json::to_string_pretty(&value_in).unwrap()] {
            let document = Document::parse(&text).unwrap();
            prop_assert_eq!(value(document.root()), value_in.clone());
        }
    }

    #[test]
    fn spoilt_texts_are_accepted_and_refused_alike(
        value in json(),
        at in any::<prop::sample::Index>(),
        with in "[\\[\\]{},:\"\\\\0-9.eE+\\- \ntrufalsn\u{1}x\u{e9}]{0,3}",
        cut in 0_usize..3,
    ) {
        let mut chars: Vec<char> = value.to_string().chars().collect();
        let at = at.index(chars.len() + 1);
        let end = (at + cut).min(chars.len());
        chars.splice(at..end, with.chars());
        let text: String = chars.into_iter().collect();
        if let Some(accepted) = accepted(&text) {
            prop_assert_eq!(Document::parse(&text).is_ok(), accepted, "{}", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        if let Err(error) = Document::parse(&text) {
            prop_assert!(text.is_char_boundary(error.at as usize) && error.at as usize <= text.len());
            let _ = position(&text, error.at);
        }
    }

    #[test]
    fn json_like_texts_do_not_make_it_panic(text in "[\\[\\]{},:\"\\\\u0-9dDcC.eE+\\- \ntrufalsn]{0,40}") {
        if let Some(accepted) = accepted(&text) {
            prop_assert_eq!(Document::parse(&text).is_ok(), accepted, "{}", text);
        }
    }

    #[test]
    fn pointers_and_offsets_lead_to_each_other(value in json()) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let document = Document::parse(&text).unwrap();
        every(document.root(), &mut |node| {
            let pointer = document.pointer(node.at);
            assert_eq!(document.at_pointer(&pointer), Some(node), "{pointer}");
            assert_eq!(document.offset(&pointer), node.at);
            // The pointer means the same to others.
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(value.pointer(&pointer), Some(&crate::value(node)));
        });
    }

    #[test]
    fn positions_count_lines_and_characters(lines in prop::collection::vec("[a-zé😀\t ]{0,12}", 1..6), crlf in any::<bool>()) {
        let text = lines.join(if crlf { "\r\n" } else { "\n" });
        let mut at = 0;
        for (index, line) in lines.iter().enumerate() {
            let found = position(&text, small(at + line.len()));
            let expected = Position { line: small(index) + 1, column: small(line.chars().count()) + 1 };
            prop_assert_eq!(found, expected);
            at += line.len() + if crlf { 2 } else { 1 };
        }
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap()
}

fn every(node: &Node, visit: &mut impl FnMut(&Node)) {
    visit(node);
    match &node.kind {
        Kind::Array(items) => items.iter().for_each(|item| every(item, visit)),
        Kind::Object(members) => members.iter().for_each(|member| every(&member.value, visit)),
        _ => {}
    }
}

#[test]
fn surrogates_depth_and_numbers() {
    let cases = [
        (r#""\ud83d\ude00""#, true),
        (r#""\ud83d""#, false),
        (r#""\ude00""#, false),
        (r#""\ud83d\u0041""#, false),
        (r#""\u00e9\/\b""#, true),
        (r#""\x""#, false),
        ("-0", true),
        ("-0.0e+10", true),
        ("01", false),
        ("+1", false),
        (".5", false),
        ("1.", false),
        ("1e", false),
        ("-", false),
        ("nul", false),
        ("NaN", false),
        ("\"\u{7f}\u{2028}\"", true),
        ("\"\t\"", false),
        ("{\"a\":1,\"a\":2}", true),
        ("{a:1}", false),
        ("'a'", false),
        ("[1 2]", false),
        ("{\"a\" 1}", false),
        ("[1]//", false),
        ("", false),
        ("\u{a0}1", false),
    ];
    for (text, good) in cases {
        assert_eq!(Document::parse(text).is_ok(), good, "{text}");
        assert_eq!(accepted(text), Some(good), "serde_json disagrees on {text}");
    }
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Document::parse(&nested(101)).is_ok());
    let error = Document::parse(&nested(102)).unwrap_err();
    assert_eq!((error.reason, error.at), (Reason::TooDeep, 101));
    // A number is kept as it is printed, however large or fine.
    for number in ["1e999", "0.1000", "123456789012345678901234567890"] {
        assert_eq!(Document::parse(number).unwrap().root().kind, Kind::Number(number.into()));
    }
}

#[test]
fn a_syntax_error_stands_where_the_text_goes_wrong() {
    let cases = [
        ("", Reason::UnexpectedEnd, 0),
        ("[1,\n 2", Reason::UnexpectedEnd, 6),
        ("[1, x]", Reason::ExpectedValue, 4),
        ("{\"a\" 1}", Reason::ExpectedColon, 5),
        ("[1 2]", Reason::ExpectedCommaOrEnd, 3),
        ("{1: 2}", Reason::ExpectedName, 1),
        ("[1, ]", Reason::TrailingComma, 2),
        ("[01]", Reason::BadNumber, 1),
        ("[\"\\x\"]", Reason::BadEscape, 2),
        ("[\"a\nb\"]", Reason::ControlCharacter, 3),
        ("{} {}", Reason::TrailingText, 3),
    ];
    for (text, reason, at) in cases {
        let error = Document::parse(text).unwrap_err();
        assert_eq!((error.reason, error.at), (reason, at), "{text}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let text = "\u{feff}{\"a\": [1,]}";
    let error = Document::parse(text).unwrap_err();
    assert_eq!(position(text, error.at), Position { line: 1, column: 9 });
    assert!(Document::parse("\u{feff}1").is_ok());
}

#[test]
fn pointers_escape_and_stop_where_the_text_stops() {
    let document = Document::parse(r#"{"a/b": {"c~d": [10, {"": 20}]}}"#).unwrap();
    assert_eq!(document.pointer(17), "/a~1b/c~0d/0");
    assert_eq!(document.at_pointer("/a~1b/c~0d/1/").and_then(|n| n.get("")), None);
    assert_eq!(document.at_pointer("/a~1b/c~0d/1/").map(Node::kind_name), Some("number"));
    // The nearest value around what is not there; a name belongs to its member.
    assert_eq!(document.offset("/a~1b/x/y"), 8);
    assert_eq!(document.pointer(9), "/a~1b/c~0d");
    assert_eq!(document.offset(""), 0);
}
