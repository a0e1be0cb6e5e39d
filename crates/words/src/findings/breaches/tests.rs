//! Every rule has words of its own, in both languages.
use super::*;
use dataset::{Currency, Date, Decimal, Role, Time};

/// One of each; [`all_are_here`] fails where one is missing.
fn samples() -> Vec<Breach> {
    let text = str::to_owned;
    let (one, two) = (Decimal::whole(1), Decimal::whole(2));
    let money = |code: &str| Unit::Money(Currency::try_from(text(code)).unwrap());
    let date = |text| Date::parse(text).unwrap();
    let reference = |similar: Option<&str>| Breach::UnknownReference {
        kind: Kind::Group,
        id: text("a"),
        similar: similar.map(text),
    };
    vec![
        Breach::EmptyDataset,
        Breach::NoLanguage,
        Breach::MissingLanguage { lang: Lang::Id, default: true },
        Breach::MissingLanguage { lang: Lang::En, default: false },
        reference(None),
        reference(Some("b")),
        Breach::DuplicateId { kind: Kind::Note, id: text("a"), first_line: 3 },
        Breach::OddId { id: text("A b") },
        Breach::RepeatedMember { id: text("a") },
        Breach::Cycle { kind: Kind::Region, id: text("a") },
        Breach::HeadlineWithoutValue,
        Breach::HeadlineOfGroup { group: text("a") },
        Breach::HiddenLetter { letter: '\u{202e}', name: "RIGHT-TO-LEFT OVERRIDE" },
        Breach::AbsurdPercentage { value: Decimal::whole(3133) },
        Breach::TokenMismatch { value: one, token: text("31,33%") },
        Breach::OddChange,
        Breach::OddFact { versions: 1, preferred: 0 },
        Breach::AwardCount { what: "winners", stated: 3, listed: 2 },
        Breach::BaseOfOtherTime {
            base: text("a"),
            of_base: Time::AsOf(date("2025-07-31")),
            of_rate: Time::AsOf(date("2025-08-01")),
        },
        Breach::FileName { id: text("a"), name: text("b") },
        Breach::BadUrl { url: text("x:y") },
        Breach::UnknownCurrency { code: text("RPX") },
        Breach::PrivateName { person: text("/claims/cases/0/insured") },
        Breach::NoEvidence,
        Breach::NoToken,
        Breach::UnitOfRole { role: Role::Covered, expected: Measure::Person, found: Measure::Percent },
        Breach::UnitOfRate { found: Measure::Claim },
        Breach::RateOfRates { indicator: text("a") },
        Breach::UnitOfPart { whole: text("a"), expected: money("IDR"), found: money("USD") },
        Breach::Negative { value: one },
        Breach::NotWhole { value: Decimal::new(25, 1) },
        Breach::OffStep { value: one, step: two },
        Breach::StatusMismatch { has_value: true },
        Breach::StatusMismatch { has_value: false },
        Breach::FutureDate { date: date("2026"), updated: date("2025-08-27") },
        Breach::DuplicateObservation { first: text("a") },
        Breach::Conflict { ids: vec![text("a"), text("b")], preferred: 0 },
        Breach::Conflict { ids: vec![text("a"), text("b")], preferred: 2 },
        Breach::RateMismatch {
            stated: Decimal::whole(48),
            computed: Decimal::new(486, 1),
            numerator: text("a"),
            denominator: text("b"),
        },
        Breach::PartsMismatch { set: text("a"), total: one, sum: two },
        Breach::PartExceedsTotal { part: two, total: one, of: text("a") },
        Breach::ChangeMismatch { stated: one, computed: two, from: text("a"), to: text("b") },
        Breach::UncoveredMismatch { stated: one, computed: two, whole: text("a"), covered: text("b") },
        Breach::AverageMismatch { computed: one, low: one, high: two, count: text("a") },
        Breach::EmptyBounds { low: two, high: one },
        Breach::ListMismatch { stated: one, listed: two },
        Breach::JuryCount { stated: 9, listed: 8 },
        Breach::RankZero,
        Breach::BadHash,
        Breach::OtherText { stated: text("0"), found: text("1") },
        Breach::NoSuchLine { line: 7, lines: 5 },
        Breach::TokenNotThere { token: text("31,33%"), line: Some(2), elsewhere: Some(3) },
        Breach::TokenNotThere { token: text("31,33%"), line: Some(2), elsewhere: None },
        Breach::TokenNotThere { token: text("31,33%"), line: None, elsewhere: None },
    ]
}

#[test]
fn every_rule_has_words() {
    let mut seen = std::collections::BTreeSet::new();
    for sample in samples() {
        let [id, en] = Lang::ALL.map(|lang| breach(lang, &sample));
        assert!(id.what != en.what && id.mend != en.mend, "{sample:?}");
        for text in [&id.what, &id.mend, &en.what, &en.mend] {
            let broken = text.is_empty() || text.contains(['{', '}']) || text.ends_with('.');
            assert!(!broken && !text.contains("\"\""), "{sample:?}: {text}");
        }
        assert!(seen.insert((en.what.clone(), en.mend.clone())), "{sample:?} has the words of another rule");
    }
}

#[test]
fn all_are_here() {
    let count = samples().iter().map(std::mem::discriminant).collect::<std::collections::HashSet<_>>().len();
    // One line a variant of `Breach`.
    let variants = include_str!("../../../../dataset/src/validate/breach.rs")
        .lines()
        .skip_while(|line| !line.starts_with("pub enum Breach"))
        .take_while(|line| *line != "}")
        .filter(|line| line.starts_with("    ") && line.as_bytes().get(4).is_some_and(u8::is_ascii_uppercase))
        .count();
    assert_eq!(count, variants);
}

#[test]
fn numbers_and_names_are_told() {
    let found = breach(
        Lang::En,
        &Breach::RateMismatch {
            stated: Decimal::whole(48),
            computed: Decimal::new(486, 1),
            numerator: "covered".to_owned(),
            denominator: "potential".to_owned(),
        },
    );
    assert_eq!(found.what, "Stated 48 percent, but \"covered\" divided by \"potential\" gives 48.6 percent");
    let found = breach(Lang::Id, &Breach::JuryCount { stated: 9, listed: 8 });
    assert_eq!(found.what, "Disebut 9 juri, tetapi 8 yang tercantum; pembaca diberi tahu");
}
