//! One small bad document a rule; the findings as `line:column severity code pointer details`.
mod additions;
mod cost;
mod figures;
mod mutations;
mod slips;

use std::fmt::Write;

use expect_test::{Expect, expect};

use crate::{Rule, check};

/// The fields that every dataset has, on the first line; a figure, so that it is not empty.
const HEAD: &str = r#"{"format": "jamsostek-dashboard/1", "id": "x", "title": "X", "region": "r","#;

/// A region, a source, indicators and evidence, to refer to.
const CATALOGUE: &str = r#""regions": {"r": {"name": "R", "level": "province"}, "k": {"name": "K", "level": "regency", "parent": "r"}},
"sources": [{"id": "s", "publisher": "S", "title": "S"}, {"id": "t", "publisher": "T", "title": "T"}],
"groups": {"a": {"label": "A"}, "b": {"label": "B"}},
"programmes": {"p": {"label": "P"}},
"indicators": {
  "rate": {"label": "Rate", "unit": "percent", "numerator": "covered", "denominator": "potential"},
  "covered": {"label": "Covered", "unit": "person"}, "potential": {"label": "Potential", "unit": "person"},
  "claims": {"label": "Claims", "unit": "claim"}, "paid": {"label": "Paid", "unit": "IDR"},
  "scholarships": {"label": "Scholarships", "unit": "IDR", "part_of": "paid"}
},"#;

fn findings(text: &str) -> String {
    let mut out = String::new();
    for found in check(text) {
        let severity = format!("{:?}", found.severity).to_lowercase();
        let (code, pointer) = (found.rule.code(), &found.pointer);
        let details = match &found.rule {
            Rule::Breach(breach) => format!("{breach:?}"),
            other => format!("{other:?}"),
        };
        writeln!(out, "{}:{} {severity} {code} {pointer:?} {details}", found.line, found.column).unwrap();
    }
    out
}

/// Checks a document whose body starts on the second line.
#[track_caller]
fn body(body: &str, expected: Expect) {
    expected.assert_eq(&findings(&format!("{HEAD}\n{body}\n}}")));
}

/// Checks a document whose body starts on the second line, with the catalogue behind it.
#[track_caller]
fn catalogue(records: &str, expected: Expect) {
    let catalogue = CATALOGUE.trim_end_matches(',');
    expected.assert_eq(&findings(&format!("{HEAD}\n{records},\n{catalogue}\n}}")));
}

const AWARD: &str = r#""awards": [{"id": "a", "name": "A"}]"#;

#[test]
fn empty_dataset() {
    // What is there but cannot be read is not nothing.
    body(
        r#""regions": {"r": {"name": "R", "level": "province"}}, "observations": {"a": 1}, "claims": {}"#,
        expect![[r#"
            2:71 error wrong-type "/observations" Value(WrongType { found: "object", expected: "an array", written: None })
        "#]],
    );
    body(
        r#""regions": {"r": {"name": "R", "level": "province"}}"#,
        expect![[r#"
        1:1 error empty-dataset "" EmptyDataset
    "#]],
    );
}

#[test]
fn languages() {
    let catalogue_of = |languages: &str, title: &str| {
        format!(
            r#"{{"format": "jamsostek-dashboard/1", "id": "x", "region": "r", "title": {title},
"languages": {languages},
"regions": {{"r": {{"name": {{"id": "Er", "en": " "}}, "level": "province"}}}},
{AWARD}}}"#
        )
    };
    expect![[r#"
        1:72 error missing-language "/title" MissingLanguage { lang: Id, default: true }
        3:27 warning missing-language "/regions/r/name" MissingLanguage { lang: En, default: false }
    "#]]
    .assert_eq(&findings(&catalogue_of(r#"["id", "en"]"#, r#"{"en": "X"}"#)));
    expect![[r#"
        2:14 error no-language "/languages" NoLanguage
    "#]]
    .assert_eq(&findings(&catalogue_of("[]", r#""X""#)));
    expect![[r#""#]].assert_eq(&findings(&catalogue_of(r#"["id"]"#, r#"{"id": "X"}"#)));
}

#[test]
fn unknown_references() {
    catalogue(
        r#""headline": "o", "notes": [{"id": "n", "severity": "info", "about": ["s", "zz"], "text": "N"}],
"observations": [
  {"id": "o1", "indicator": "covred", "region": "r", "group": "c", "programme": "q", "time": {"as_of": "2025"}, "value": 1,
   "evidence": {"source": "x", "line": 1, "figure": "1"}}
],
"policies": [{"id": "p", "instrument": "I", "about": "A", "targets": [{"id": "g", "label": "G", "indicator": "coverage"}]}],
"group_sets": [{"id": "g", "label": "G", "members": ["a", "nobody"]}]"#,
        expect![[r#"
            2:13 error unknown-reference "/headline" UnknownReference { kind: Observation, id: "o", similar: None }
            2:75 error unknown-reference "/notes/0/about/1" UnknownReference { kind: Any, id: "zz", similar: None }
            4:29 error unknown-reference "/observations/0/indicator" UnknownReference { kind: Indicator, id: "covred", similar: Some("covered") }
            4:63 error unknown-reference "/observations/0/group" UnknownReference { kind: Group, id: "c", similar: None }
            4:81 error unknown-reference "/observations/0/programme" UnknownReference { kind: Programme, id: "q", similar: None }
            5:27 error unknown-reference "/observations/0/evidence/source" UnknownReference { kind: Source, id: "x", similar: None }
            7:110 error unknown-reference "/policies/0/targets/0/indicator" UnknownReference { kind: Indicator, id: "coverage", similar: None }
            8:59 error unknown-reference "/group_sets/0/members/1" UnknownReference { kind: Group, id: "nobody", similar: None }
        "#]],
    );
}

#[test]
fn the_region_of_the_report() {
    body(
        &format!(r#""regions": {{"R": {{"name": "R", "level": "province"}}}}, {AWARD}"#),
        expect![[r#"
        1:72 error unknown-reference "/region" UnknownReference { kind: Region, id: "r", similar: None }
        2:18 warning odd-id "/regions/R" OddId { id: "R" }
    "#]],
    );
}

#[test]
fn ids() {
    catalogue(
        r#""glossary": [
  {"id": "a b", "term": "T", "definition": "D"},
  {"id": "t", "term": "T", "definition": "D"},
  {"id": 7},
  {"id": "t", "term": "T", "definition": "D"}
],
"awards": [
  {"id": "w", "name": "W", "categories": [{"id": "c", "label": "C", "winners": [{"id": "n", "name": "N"}, {"id": "n", "name": "N"}]}]},
  {"id": "v", "name": "V", "categories": [{"id": "c", "label": "C", "winners": [{"id": "n", "name": "N"}]}]}
]"#,
        expect![[r#"
            3:10 warning odd-id "/glossary/0/id" OddId { id: "a b" }
            5:10 error wrong-type "/glossary/2/id" Value(WrongType { found: "number", expected: "a string", written: Some("7") })
            6:10 error duplicate-id "/glossary/3/id" DuplicateId { kind: Term, id: "t", first_line: 4 }
            9:114 error duplicate-id "/awards/0/categories/0/winners/1/id" DuplicateId { kind: Winner, id: "n", first_line: 9 }
        "#]],
    );
}

#[test]
fn circles() {
    body(
        &format!(
            r#""regions": {{
  "r": {{"name": "R", "level": "province", "parent": "k"}},
  "k": {{"name": "K", "level": "regency", "parent": "r"}},
  "d": {{"name": "D", "level": "village", "parent": "k"}}
}},
"indicators": {{"i": {{"label": "I", "unit": "claim", "part_of": "i"}}}},
{AWARD}"#
        ),
        expect![[r#"
            3:53 error cycle "/regions/r/parent" Cycle { kind: Region, id: "r" }
            4:52 error cycle "/regions/k/parent" Cycle { kind: Region, id: "k" }
            7:64 error cycle "/indicators/i/part_of" Cycle { kind: Indicator, id: "i" }
        "#]],
    );
}

#[test]
fn a_group_twice_in_a_set() {
    catalogue(
        &format!(r#""group_sets": [{{"id": "g", "label": "G", "members": ["a", "b", "a"]}}], {AWARD}"#),
        expect![[r#"
            2:64 warning repeated-member "/group_sets/0/members/2" RepeatedMember { id: "a" }
        "#]],
    );
}

#[test]
fn a_headline_without_a_value() {
    catalogue(
        r#""headline": "o",
"observations": [{"id": "o", "indicator": "covered", "region": "r", "time": {"as_of": "2025"}, "value": null, "missing": "not_stated"}]"#,
        expect![[r#"
            2:13 warning headline-without-value "/headline" HeadlineWithoutValue
        "#]],
    );
}

#[test]
fn addresses() {
    body(
        &format!(
            r#""regions": {{"r": {{"name": "R", "level": "province"}}}},
"sources": [
  {{"id": "a", "publisher": "A", "title": "A", "url": "https://example.org/a?b=c#d"}},
  {{"id": "b", "publisher": "B", "title": "B", "url": "javascript:alert(1)"}},
  {{"id": "c", "publisher": "C", "title": "C", "url": "www.example.org"}},
  {{"id": "d", "publisher": "D", "title": "D", "url": "https://example.org/a b"}},
  {{"id": "e", "publisher": "E", "title": "E", "url": "HTTP://example.org"}},
  {{"id": "f", "publisher": "F", "title": "F", "url": "https://"}}
],
"claims": {{"records": {{"href": "data:text/csv,a"}}}},
{AWARD}"#
        ),
        expect![[r#"
            5:54 error bad-url "/sources/1/url" BadUrl { url: "javascript:alert(1)" }
            6:54 error bad-url "/sources/2/url" BadUrl { url: "www.example.org" }
            7:54 error bad-url "/sources/3/url" BadUrl { url: "https://example.org/a b" }
            9:54 error bad-url "/sources/5/url" BadUrl { url: "https://" }
            11:32 error bad-url "/claims/records/href" BadUrl { url: "data:text/csv,a" }
        "#]],
    );
    let records = |href: &str| {
        findings(&format!(
            r#"{HEAD} "regions": {{"r": {{"name": "R", "level": "province"}}}}, "claims": {{"records": {{"href": "{href}"}}}}}}"#
        ))
    };
    assert_eq!(records("claims.csv") + &records("a/b:c.csv") + &records("../x.csv"), "");
    assert!(records("//example.org/x.csv").contains("bad-url"));
}

#[test]
fn currencies() {
    catalogue(
        r#""currency": "RPX",
"claims": {"cases": [{"id": "c", "amount": 1, "currency": "USD"}, {"id": "d", "amount": 1, "currency": "XQQ"}]}"#,
        expect![[r#"
            2:13 error unknown-currency "/currency" UnknownCurrency { code: "RPX" }
            3:104 error unknown-currency "/claims/cases/1/currency" UnknownCurrency { code: "XQQ" }
        "#]],
    );
    body(
        &format!(
            r#""regions": {{"r": {{"name": "R", "level": "province"}}}},
"indicators": {{"paid": {{"label": "P", "unit": "ABC"}}}}, {AWARD}"#
        ),
        expect![[r#"
            3:47 error unknown-currency "/indicators/paid/unit" UnknownCurrency { code: "ABC" }
        "#]],
    );
}

#[test]
fn private_names() {
    catalogue(
        r#""summary": "Paid to BUDI  Santoso and Bunga.", "claims": {"cases": [
  {"id": "budi-santoso", "beneficiary": {"name": "Budi Santoso", "private": true},
   "insured": {"name": "Bunga", "private": true}, "note": "The bunga of the loan; Bungaran is a town.",
   "evidence": {"source": "s", "line": 1, "figure": "Bunga"}},
  {"id": "c", "beneficiary": {"name": "Public Person"}, "note": "Public Person was there."}
]}"#,
        expect![[r#"
            2:12 error private-name "/summary" PrivateName { person: "/claims/cases/0/beneficiary" }
            2:12 error private-name "/summary" PrivateName { person: "/claims/cases/0/insured" }
            3:10 error private-name "/claims/cases/0/id" PrivateName { person: "/claims/cases/0/beneficiary" }
            5:53 error private-name "/claims/cases/0/evidence/figure" PrivateName { person: "/claims/cases/0/insured" }
        "#]],
    );
}

#[test]
fn private_names_anywhere_where_they_are_withheld() {
    let records = r#""privacy": {"mask_private_persons": true}, "claims": {"cases": [
  {"id": "c", "beneficiary": {"name": "Budi Santoso", "private": true}, "insured": {"name": "Bunga", "private": true}}]},
"edition": "untuk budi santoso",
"awards": [{"id": "a", "name": "A", "jury": {"members": [{"name": "Budi Santoso"}]},
  "special": [{"id": "w", "name": "BUDI SANTOSO"}]}],
"statements": [{"id": "s", "speaker": "Budi-Santoso", "text": {"id": "Bunga dan Budi", "en": "The bunga"}}],
"policies": [{"id": "p", "instrument": "I", "number": "Bunga", "about": "A"}]"#;
    catalogue(
        &format!(
            "{records}, \"events\": [{{\"id\": \"e\", \"label\": \"https://example.org/budi%20SANTOSO\"}}]"
        ),
        expect![[r#"
            4:12 error private-name "/edition" PrivateName { person: "/claims/cases/0/beneficiary" }
            5:67 error private-name "/awards/0/jury/members/0/name" PrivateName { person: "/claims/cases/0/beneficiary" }
            6:35 error private-name "/awards/0/special/0/name" PrivateName { person: "/claims/cases/0/beneficiary" }
            7:39 error private-name "/statements/0/speaker" PrivateName { person: "/claims/cases/0/beneficiary" }
            7:70 error private-name "/statements/0/text/id" PrivateName { person: "/claims/cases/0/insured" }
            8:55 error private-name "/policies/0/number" PrivateName { person: "/claims/cases/0/insured" }
            8:112 error private-name "/events/0/label" PrivateName { person: "/claims/cases/0/beneficiary" }
        "#]],
    );
    // Without the mask, winners, jurors and speakers are names on purpose.
    let shown = records.replace("true}, \"claims\"", "false}, \"claims\"");
    assert_eq!(
        findings(&format!("{HEAD}\n{shown},\n{}\n}}", CATALOGUE.trim_end_matches(','))).lines().count(),
        1
    );
}

#[test]
fn evidence() {
    catalogue(
        r#""observations": [
  {"id": "o", "indicator": "covered", "region": "r", "time": {"as_of": "2024"}, "value": 1},
  {"id": "p", "indicator": "covered", "region": "r", "time": {"as_of": "2025"}, "value": 1, "evidence": {"source": "s", "line": 3}},
  {"id": "q", "indicator": "covered", "region": "r", "time": {"as_of": "2026"}, "value": null, "missing": "not_stated"},
  {"id": "e", "indicator": "covered", "region": "r", "time": {"as_of": "2027"}, "value": 1, "evidence": {"line": 3, "figure": "1"}}
]"#,
        expect![[r#"
            3:3 warning no-evidence "/observations/0" NoEvidence
            4:105 warning no-token "/observations/1/evidence" NoToken
            6:105 error missing-field "/observations/3/evidence" Value(MissingField("source"))
        "#]],
    );
}

#[test]
fn dates() {
    catalogue(
        &format!(
            r#""updated": "2025-09-15", "statements": [
  {{"id": "a", "speaker": "A", "date": "2025-09-15", "text": "T"}},
  {{"id": "b", "speaker": "B", "date": "2025-09-16", "text": "T"}},
  {{"id": "c", "speaker": "C", "date": "2025-10", "text": "T"}},
  {{"id": "d", "speaker": "D", "date": "2025", "text": "T"}},
  {{"id": "e", "speaker": "E", "date": "2026", "text": "T"}}
],
"policies": [{{"id": "p", "instrument": "I", "about": "A", "targets": [{{"id": "g", "label": "G", "indicator": "rate", "by": "2045"}}]}}],
{AWARD}"#
        ),
        expect![[r#"
            4:39 warning future-date "/statements/1/date" FutureDate { date: Date { year: 2025, month: Some(9), day: Some(16) }, updated: Date { year: 2025, month: Some(9), day: Some(15) } }
            5:39 warning future-date "/statements/2/date" FutureDate { date: Date { year: 2025, month: Some(10), day: None }, updated: Date { year: 2025, month: Some(9), day: Some(15) } }
            7:39 warning future-date "/statements/4/date" FutureDate { date: Date { year: 2026, month: None, day: None }, updated: Date { year: 2025, month: Some(9), day: Some(15) } }
        "#]],
    );
}

#[test]
fn jurors() {
    let jury = |jury: &str| {
        findings(&format!(
            "{HEAD} \"regions\": {{\"r\": {{\"name\": \"R\", \"level\": \"province\"}}}},\n\
             \"awards\": [{{\"id\": \"a\", \"name\": \"A\", \"jury\": {jury}}}]}}"
        ))
    };
    expect![[r#"
        2:56 note jury-count "/awards/0/jury/stated" JuryCount { stated: 3, listed: 2 }
    "#]]
    .assert_eq(&jury(r#"{"stated": 3, "members": [{"name": "A"}, {"name": "B"}]}"#));
    assert_eq!(jury(r#"{"stated": 3}"#) + &jury(r#"{"members": [{"name": "A"}]}"#), "");
}

#[test]
fn findings_come_in_the_order_of_the_text() {
    catalogue(
        r#""glossary": [{"id": "t", "term": "T", "definition": "D", "colour": "red"}],
"notes": [{"id": "n", "severity": "info", "about": ["zzzzzz"], "text": "N"}],
"claims": 5,
"statements": [{"id": "s", "speaker": "S"}],
"awards": [{"id": "A", "name": "A"}]"#,
        expect![[r#"
            2:58 error unknown-field "/glossary/0/colour" Value(UnknownField { name: "colour", similar: None })
            3:53 error unknown-reference "/notes/0/about/0" UnknownReference { kind: Any, id: "zzzzzz", similar: None }
            4:11 error wrong-type "/claims" Value(WrongType { found: "number", expected: "an object", written: Some("5") })
            5:16 error missing-field "/statements/0" Value(MissingField("text"))
            6:19 warning odd-id "/awards/0/id" OddId { id: "A" }
        "#]],
    );
}

/// The publisher's guide.
const GUIDE: &str = include_str!("../../../../docs/dataset.md");

#[test]
fn the_guide_lists_every_rule() {
    let sources =
        [include_str!("breach.rs"), include_str!("../finding.rs"), include_str!("../file.rs")].join("\n");
    let quoted = sources.lines().filter_map(|line| line.split_once("=> \"")).map(|(_, rest)| rest);
    let codes: std::collections::BTreeSet<_> = quoted.filter_map(|rest| rest.split('"').next()).collect();
    let rows: Vec<_> = GUIDE.lines().filter_map(|line| line.strip_prefix("| `")).collect();
    for code in &codes {
        let row = rows.iter().find(|row| row.starts_with(&format!("{code}` |")));
        assert!(row.is_some(), "docs/dataset.md does not list `{code}`");
    }
    assert!(codes.len() > 30, "the codes are no longer found: {codes:?}");
}

#[test]
fn the_example_of_the_guide_is_sound() {
    let (_, example) = GUIDE.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    assert_eq!(findings(example), "");
}

#[test]
fn what_could_not_be_read_is_not_missed_again() {
    // The observation `o`, the group `g` and the winner `w` are there, though they cannot be read.
    body(
        r#""headline": "o", "regions": {"r": {"name": "R", "level": "province"}}, "groups": {"g": {"definition": "no label"}},
"group_sets": [{"id": "set", "label": "Set", "members": ["g", "h"]}],
"observations": [{"id": "o", "indicator": "i", "region": "r", "time": {"as_of": "2025-02-30"}, "value": 1}],
"awards": [{"id": "a", "name": "A", "categories": [{"id": "c", "label": "C", "winners": [{"id": "w", "rank": 1}]}]}],
"notes": [{"id": "n", "severity": "info", "about": ["o", "w", "set", "x"], "text": "T"}]"#,
        expect![[r#"
            2:88 error missing-field "/groups/g" Value(MissingField("label"))
            3:63 error unknown-reference "/group_sets/0/members/1" UnknownReference { kind: Group, id: "h", similar: None }
            4:81 error not-a-date "/observations/0/time/as_of" Value(NotADate("2025-02-30"))
            5:90 error missing-field "/awards/0/categories/0/winners/0" Value(MissingField("name"))
            6:70 error unknown-reference "/notes/0/about/3" UnknownReference { kind: Any, id: "x", similar: None }
        "#]],
    );
}

#[test]
fn a_misspelt_field_is_recognised() {
    body(
        r#""update": "2025", "regions": {"r": {"name": "R", "level": "province", "code": {"bps": "16"}, "parents": "q"}}, "awards": [{"id": "a", "name": "A"}]"#,
        expect![[r#"
            2:1 error unknown-field "/update" Value(UnknownField { name: "update", similar: Some("updated") })
            2:71 error unknown-field "/regions/r/code" Value(UnknownField { name: "code", similar: Some("codes") })
            2:94 error unknown-field "/regions/r/parents" Value(UnknownField { name: "parents", similar: Some("parent") })
        "#]],
    );
    // What is there already is not what is meant.
    body(
        r#""updated": "2025", "update": "2025", "regions": {"r": {"name": "R", "level": "province"}}, "awards": [{"id": "a", "name": "A"}]"#,
        expect![[r#"
            2:20 error unknown-field "/update" Value(UnknownField { name: "update", similar: None })
        "#]],
    );
}

#[test]
fn slips_of_syntax_are_told_to_publishers_and_not_to_readers() {
    let text = "{\"value\": 31,33}";
    let rule = |findings: &[crate::Finding]| findings.first().map(|finding| finding.rule.clone());
    assert_eq!(rule(&check(text)), Some(Rule::Syntax(crate::json::Reason::BadNumber)));
    assert_eq!(rule(&crate::read(text).findings), Some(Rule::Syntax(crate::json::Reason::ExpectedName)));
}
