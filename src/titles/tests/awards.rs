//! Winners, special awards and juries.
use super::*;

#[test]
fn winners_and_their_places() {
    let check = |categories: &[String], wanted: [[&str; 2]; 2]| {
        let text = with_winners(categories);
        says(&text, of_winners, wanted[0][0], wanted[0][1]);
        says(&text, of_places, wanted[1][0], wanted[1][1]);
    };
    check(
        &[category("k", &["a", "a", "b"]), category("l", &["a"]), category("m", &[])],
        [
            [
                "4 penerima dari 2 kategori, terbanyak dari Arau (3)",
                "4 winners in 2 categories, most from Arau (3)",
            ],
            ["Terbanyak dari Arau: 3 dari 4 penerima", "Most from Arau: 3 of 4 winners"],
        ],
    );
    // Two more from Batang, and it would have as many.
    check(
        &[category("k", &["a", "a", "a", "b", "?", "?"])],
        [
            ["6 penerima dari 1 kategori", "6 winners in 1 category"],
            [
                "Terbanyak dari Arau: 3 dari 4 penerima yang daerahnya diketahui",
                "Most from Arau: 3 of 4 winners whose region is known",
            ],
        ],
    );
    check(
        &[category("k", &["a", "a", "b", "b", "c"])],
        [
            ["5 penerima dari 1 kategori", "5 winners in 1 category"],
            [
                "Terbanyak dari Arau dan Batang: masing-masing 2 dari 5 penerima",
                "Most from Arau and Batang: 2 each of 5 winners",
            ],
        ],
    );
    check(
        &[category("k", &["a", "b", "c"])],
        [
            ["3 penerima dari 1 kategori", "3 winners in 1 category"],
            ["3 penerima dari tiga daerah", "3 winners from three regions"],
        ],
    );
    says(&with_winners(&[category("k", &[])]), of_winners, "Penerima per kategori", "Winners by category");
    says(
        AWARDS,
        of_places,
        "Terbanyak dari Kabupaten Selatan: 2 dari 3 penerima",
        "Most from South Regency: 2 of 3 winners",
    );
}

#[test]
fn special_awards_name_who_protects_most_only_where_that_is_sure() {
    let check = |winners: &[(&str, &str)], id: &str, en: &str| {
        let of = |(name, persons): &(&str, &str)| format!(r#"{{"id": "{name}", "name": "{name}"{persons}}}"#);
        let winners: Vec<String> = winners.iter().map(of).collect();
        says(&award(&format!(r#""special": [{}]"#, winners.join(","))), of_special, id, en);
    };
    let fishers = r#", "persons": {"value": 900, "label": {"id": "nelayan", "en": "fishers"}}"#;
    let many = r#", "persons": {"value": 4500, "qualifier": "at_least"}"#;
    let about = r#", "persons": {"value": 700, "qualifier": "at_least"}"#;
    check(
        &[("A", fishers), ("B", many)],
        "B: sedikitnya 4.500 pekerja, terbanyak dari dua penerima",
        "B: at least 4,500 workers, the most among two winners",
    );
    // At least 700 may be more than 900.
    check(&[("A", fishers), ("B", about)], "2 penerima penghargaan khusus", "2 special award winners");
    check(&[("A", fishers), ("B", "")], "2 penerima penghargaan khusus", "2 special award winners");
    check(&[("A", fishers)], "A: 900 nelayan", "A: 900 fishers");
    check(&[("A", "")], "1 penerima penghargaan khusus", "1 special award winner");
    check(&[], "Penghargaan khusus", "Special awards");
}

#[test]
fn juries() {
    let check = |jury: &str, id: &str, en: &str| says(&award(jury), of_jury, id, en);
    let two = r#""members": [{"name": "A"}, {"name": "B"}]"#;
    check(
        &format!(r#""jury": {{"stated": 3, {two}}}"#),
        "2 dari 3 juri disebut namanya",
        "2 of 3 jurors are named",
    );
    check(&format!(r#""jury": {{"stated": 2, {two}}}"#), "2 juri", "2 jurors");
    check(&format!(r#""jury": {{{two}}}"#), "2 juri", "2 jurors");
    check(
        &format!(r#""jury": {{"stated": 1, {two}}}"#),
        "Disebut 1 juri, tercantum 2 nama",
        "1 juror stated, 2 names listed",
    );
    check(r#""jury": {"stated": 5}"#, "5 juri", "5 jurors");
    check(r#""edition": "2024""#, "Dewan juri", "Jury");
}
