//! Words for findings, checked against the findings that the model really makes.
use super::*;
use dataset::read;

const HEAD: &str = r#"{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r", "#;

/// The words for the first finding in a document.
fn first(text: &str, lang: Lang) -> FindingText {
    finding(lang, read(text).findings.first().unwrap())
}

#[track_caller]
fn check(text: &str, what: &str, mend: &str) {
    let found = first(text, Lang::En);
    assert_eq!((found.what.as_str(), found.mend.as_str()), (what, mend));
    let indonesian = first(text, Lang::Id);
    assert_ne!(indonesian.what, found.what);
    assert_ne!(indonesian.mend, found.mend);
    for text in [indonesian.what, indonesian.mend, found.what, found.mend] {
        assert!(!text.contains("{0}") && !text.ends_with('.') && !text.is_empty(), "{text}");
    }
}

#[test]
fn broken_json_is_explained() {
    check("[1,]", "A comma stands before the closing bracket", "Delete the comma");
    check(
        "{",
        "The text ends inside a value",
        "Add what is missing: a closing bracket or a closing quotation mark",
    );
    check(
        "[1] 2",
        "Something follows the end of the document",
        "Delete all that follows the last closing bracket",
    );
    let words = [
        Reason::UnexpectedEnd,
        Reason::ExpectedValue,
        Reason::ExpectedColon,
        Reason::ExpectedCommaOrEnd,
        Reason::ExpectedName,
        Reason::TrailingComma,
        Reason::BadNumber,
        Reason::BadEscape,
        Reason::ControlCharacter,
        Reason::TrailingText,
        Reason::TooDeep,
        Reason::LongNames,
        Reason::TooLarge,
    ]
    .map(|reason| syntax(reason).fill(Lang::Id, &[]).what);
    let distinct: std::collections::BTreeSet<_> = words.iter().collect();
    assert_eq!(distinct.len(), words.len());
}

#[test]
fn a_format_that_is_not_ours_is_named() {
    check(
        "{}",
        "The document does not name its format",
        "Write \"format\": \"jamsostek-dashboard/1\" as the first field",
    );
    let found = first(r#"{"format": "x/9"}"#, Lang::Id);
    assert_eq!(found.what, "Format dataset ini adalah \"x/9\", yang tidak dikenal oleh program ini");
}

#[test]
fn values_that_do_not_fit_are_explained() {
    let case = |rest: &str| format!("{HEAD}{rest}}}");
    let term = |rest: &str| case(&format!("\"glossary\": [{{{rest}}}]"));
    let seen = |time: &str, rest: &str| {
        case(&format!(
            "\"observations\": [{{\"id\": \"a\", \"indicator\": \"b\", \"region\": \"r\", \"time\": {time}, {rest}}}]"
        ))
    };
    let now = r#"{"as_of": "2025"}"#;
    check(&case("\"claims\": 5"), "Expected an object {…}, found a number", "Replace the value");
    check(&case("\"observations\": {}"), "Expected an array […], found an object {…}", "Replace the value");
    check(
        &case("\"updated\": \"2025-02-30\""),
        "\"2025-02-30\" is not a date that the calendar has",
        "Write it like \"2025\", \"2025-07\" or \"2025-07-31\"",
    );
    check(&term("\"id\": 7"), "Expected a string, found a number", "Put the value in quotation marks");
    check(&term("\"id\": \"a\""), "The field \"term\" is missing", "Add \"term\" here");
    check(
        &case("\"extra\": 1"),
        "The format has no field \"extra\" here",
        "Correct its spelling, or delete it",
    );
    check(
        &case("\"edition\": \"a\", \"edition\": \"b\""),
        "\"edition\" stands here twice; only the first one counts",
        "Delete one of them",
    );
    check(&case("\"languages\": [\"fr\"]"), "\"fr\" is not known here", "Use one of: \"id\", \"en\"");
    check(
        &case("\"currency\": \"rupiah\""),
        "This is not a currency",
        "Write three capital letters after ISO 4217, such as \"IDR\"",
    );
    check(
        &seen(now, "\"value\": \"31.33\""),
        "Expected a number of at most nine decimals, found a string",
        "Write it like 12 or 31.33, without quotes",
    );
    check(
        &seen(now, "\"value\": null"),
        "The value is null and nothing says why",
        "Add \"missing\": \"not_stated\", \"not_collected\", \"not_applicable\" or \"confidential\"",
    );
    check(
        &seen("{}", "\"value\": 1"),
        "The time is incomplete or ambiguous",
        "Write \"as_of\" alone, or \"end\" with or without \"start\"",
    );
}

#[test]
fn what_the_model_says_is_translated() {
    // Every sentence of a conversion in the model must have words of its own here.
    let sources = [
        include_str!("../../../dataset/src/catalogue.rs"),
        include_str!("../../../dataset/src/observation.rs"),
        include_str!("../../../dataset/src/time.rs"),
    ];
    let mut sentences = 0;
    for line in sources.iter().flat_map(|source| source.lines()) {
        let Some((_, rest)) = line.split_once("Err(\"") else { continue };
        let Some((sentence, _)) = rest.rsplit_once("\")") else { continue };
        let sentence = sentence.replace("\\\"", "\"");
        assert!(!invalid(&sentence).id[0].contains("{0}"), "no words for: {sentence}");
        sentences += 1;
    }
    assert!(sentences >= 8, "the sentences of the model are no longer found");
}

#[test]
fn what_a_type_expects_is_translated() {
    for words in ["i64", "u32", "u64", "u16", "u8", "a map", "a sequence", "a boolean"] {
        assert_ne!(expectation(Lang::Id, words), words);
        assert_ne!(expectation(Lang::En, words), expectation(Lang::Id, words));
    }
    for source in [
        include_str!("../../../dataset/src/number.rs"),
        include_str!("../../../dataset/src/text.rs"),
        include_str!("../../../dataset/src/time.rs"),
    ] {
        for (_, rest) in source.lines().filter_map(|line| line.split_once("f.write_str(\"")) {
            let words = rest.rsplit_once("\")").unwrap().0.replace("\\\"", "\"");
            assert_ne!(expectation(Lang::Id, &words), words);
        }
    }
}

#[test]
fn usual_slips_are_explained() {
    for (text, what, mend) in [
        ("", "The file is empty", "Start from the sample in docs/dataset.md"),
        (
            "{\n\"a\": [1",
            "The text ends, but the [ of line 2 is still open",
            "Write ] where its content ends",
        ),
        (
            "{ // x\n}",
            "JSON has no comments",
            "Delete the comment; what readers should know goes into \"note\" or \"notes\"",
        ),
        (
            "{“a”: 1}",
            "JSON does not know this quotation mark",
            "Write the straight mark \" instead; word processors often change it",
        ),
        (
            &format!(
                "{HEAD}\"update\": \"2025\", \"awards\": [{{\"id\": \"a\", \"name\": \"A\"}}], \"regions\": {{\"r\": {{\"name\": \"R\", \"level\": \"x\"}}}}}}"
            ),
            "The format has no field \"update\" here",
            "Perhaps \"updated\" is meant",
        ),
    ] {
        let findings = dataset::check(text);
        let [id, en] = Lang::ALL.map(|lang| finding(lang, &findings[0]));
        assert_eq!((en.what.as_str(), en.mend.as_str()), (what, mend));
        assert!(id.what != en.what && id.mend != en.mend, "{id:?}");
    }
}

/// How to mend the only value of a dataset that cannot be read.
fn remedy(lang: Lang, field: &str) -> String {
    let text = format!(
        "{{\"format\": \"jamsostek-dashboard/1\", \"id\": \"x\", \"title\": \"X\", \"region\": \"r\", {field}}}"
    );
    let reading = dataset::read(&text);
    let [only] = reading.findings.as_slice() else { panic!("{:?}", reading.findings) };
    super::finding(lang, only).mend
}

#[test]
fn usual_slips_are_shown_the_shape_that_is_meant() {
    assert_eq!(remedy(Lang::Id, "\"languages\": \"id\""), "Tulis sebagai daftar dalam kurung siku: [\"id\"]");
    for written in ["45870", "\"45870\""] {
        let words = remedy(Lang::Id, &format!("\"updated\": {written}"));
        assert_eq!(words, "45870 adalah cara lembar kerja menyimpan tanggal: tulis \"2025-08-01\"");
    }
    assert!(remedy(Lang::En, "\"updated\": 7").contains("quotation marks"));
    let time = |written: &str| {
        let figure = format!(
            "{{\"id\": \"o\", \"indicator\": \"i\", \"region\": \"r\", \"value\": 1, \"time\": \"{written}\"}}"
        );
        remedy(Lang::En, &format!("\"observations\": [{figure}]"))
    };
    assert!(time("2025-07").contains("\"time\": { \"as_of\": \"2025-07\" }"), "{}", time("2025-07"));
    assert!(time("Juli").contains("\"time\": { \"as_of\": \"2025-08-01\" }"));
    let rank = |written: &str| {
        let winner = format!("{{\"id\": \"w\", \"name\": \"W\", \"rank\": \"{written}\"}}");
        remedy(
            Lang::En,
            &format!("\"awards\": [{{\"id\": \"a\", \"name\": \"A\", \"special\": [{winner}]}}]"),
        )
    };
    assert_eq!(rank("Juara 1"), "Write the number alone, without quotes: 1");
    assert!(rank("pertama").contains("such as 1, or null"), "{}", rank("pertama"));
}
