//! What version 1.1 of the format adds.
use expect_test::expect;

use super::{catalogue, findings};
use crate::{BreakKind, ChangeKind, Decimal, Missing, Qualifier, read};

const ADDITIONS: &str = include_str!("../../../../../tests/data/additions.json");

#[test]
fn the_sample_is_read_whole_and_raises_no_alarm() {
    assert_eq!(findings(ADDITIONS), "");
    let data = read(ADDITIONS).dataset.unwrap();
    let scheme = data.scheme.unwrap();
    assert_eq!(
        (scheme.name.id.as_deref(), scheme.short.unwrap().en.as_deref()),
        (Some("jaminan kesehatan"), Some("HI"))
    );
    assert_eq!(data.population.unwrap().many.en.as_deref(), Some("residents"));
    let stated = |index: usize| data.observations[index].value.stated().unwrap();
    let range = stated(0);
    assert_eq!(
        (range.qualifier, range.number, range.upper()),
        (Qualifier::Between, Decimal::whole(40), Some(Decimal::whole(45)))
    );
    assert_eq!([1, 2].map(|index| stated(index).qualifier), [Qualifier::MoreThan, Qualifier::AtMost]);
    assert_eq!(stated(1).upper(), None);
    let change = |id: &str| data.indicators.get(id).unwrap().change.clone().unwrap();
    assert_eq!((change("rise").of.as_str(), change("rise").kind), ("rate", ChangeKind::Points));
    assert_eq!(change("growth").kind, ChangeKind::Percent);
    let unit = data.indicators.get("spending").unwrap().unit_name.clone().unwrap();
    assert_eq!(unit.id.as_deref(), Some("persen dari PDRB"));
    assert_eq!(data.series_breaks[0].kind, Some(BreakKind::Edition));
    let award = &data.awards[0];
    let counts = award.stated.as_ref().unwrap();
    let counts = [counts.categories, counts.winners, counts.nominees, counts.applications];
    assert_eq!(counts, [Some(2), Some(6), Some(30), Some(412)]);
    assert_eq!(award.categories[1].winners_missing, Some(Missing::NotStated));
    let versions = &data.facts[0].versions;
    assert_eq!((versions.len(), versions[0].preferred, versions[1].preferred), (2, true, false));
}

#[test]
fn what_the_additions_refuse() {
    let figure = |number: &str| {
        format!(
            r#"{{"id": "o", "indicator": "rate", "region": "r", "time": {{"as_of": "2025"}}, {number}, "evidence": {{"source": "s", "figure": "satu"}}}}"#
        )
    };
    let rows = [
        figure(r#""value": 5, "qualifier": "between""#),
        figure(r#""value": 5, "upper": 5"#),
        figure(r#""value": 5, "upper": 6, "step": 1"#),
        figure(r#""value": 5, "upper": 6, "qualifier": "approx""#),
    ];
    catalogue(
        &format!(
            "\"observations\": [\n{}\n],\n\"facts\": [{{\"id\": \"f\", \"label\": \"F\", \"about\": [\"x\"], \"versions\": [{{\"text\": \"1\", \"preferred\": true}}]}}]",
            rows.join(",\n")
        ),
        expect![[r#"
            3:1 error invalid "/observations/0" Value(Invalid("\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else"))
            4:1 error invalid "/observations/1" Value(Invalid("\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else"))
            5:1 error invalid "/observations/2" Value(Invalid("\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else"))
            6:1 error invalid "/observations/3" Value(Invalid("\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else"))
            8:47 error unknown-reference "/facts/0/about/0" UnknownReference { kind: Any, id: "x", similar: None }
            8:65 warning odd-fact "/facts/0/versions" OddFact { versions: 1, preferred: 1 }
        "#]],
    );
    let text = ADDITIONS
        .replace(r#""change": { "of": "rate""#, r#""change": { "of": "rise""#)
        .replace(r#""stated": { "winners": 1,"#, r#""stated": { "winners": 2,"#)
        .replace(r#""categories": 2, "winners""#, r#""categories": 3, "winners""#);
    expect![[r#"
        61:17 error odd-change "/indicators/rise/change" OddChange
        123:23 note award-count "/awards/0/stated/categories" AwardCount { what: "categories", stated: 3, listed: 2 }
        129:34 note award-count "/awards/0/categories/0/stated/winners" AwardCount { what: "winners", stated: 2, listed: 1 }
    "#]].assert_eq(&findings(&text));
}
