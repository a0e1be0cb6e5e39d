//! Claims, programmes and single claims.
use super::*;

#[test]
fn claims_of_one_time_are_said_together() {
    let july = r#""time": {"end": "2025-07"}"#;
    let june = r#""time": {"end": "2025-06"}"#;
    let amount = r#""indicator": "amount", "value": 718700000000, "step": 100000000"#;
    let count = |number| format!(r#""indicator": "claims", "value": {number}, {july}"#);
    let both = |amount_time: &str, number| data(&[&format!("{amount}, {amount_time}"), &count(number)], "");
    says(
        &both(july, "1"),
        of_claims,
        "Manfaat Rp718,7 miliar untuk 1 klaim, sampai Juli 2025",
        "Benefits of Rp718.7 billion for 1 claim, up to July 2025",
    );
    says(
        &both(june, "1"),
        of_claims,
        "Manfaat Rp718,7 miliar, sampai Juni 2025",
        "Benefits of Rp718.7 billion, up to June 2025",
    );
    says(
        &data(&[&count("43251")], ""),
        of_claims,
        "43.251 klaim tercatat, sampai Juli 2025",
        "43,251 claims recorded, up to July 2025",
    );
    says(
        &data(&[&count(r#"43000, "qualifier": "at_least""#)], ""),
        of_claims,
        "Sedikitnya 43.000 klaim tercatat, sampai Juli 2025",
        "At least 43,000 claims recorded, up to July 2025",
    );
    says(
        &data(&[&count(r#"null, "missing": "not_stated""#)], ""),
        of_claims,
        "Klaim dan manfaat",
        "Claims and benefits",
    );
}

#[test]
fn the_programme_with_the_most() {
    let check = |numbers: &[(&str, &str)], id: &str, en: &str| {
        let of = |(programme, value): &(&str, &str)| {
            format!(r#""indicator": "claims", "programme": "{programme}", "value": {value}"#)
        };
        let all: Vec<String> = numbers.iter().map(of).collect();
        says(&data(&all.iter().map(String::as_str).collect::<Vec<_>>(), ""), of_programmes, id, en);
    };
    let plain = ["Jumlah klaim, per program", "Number of claims, by programme"];
    check(
        &[("death", "120"), ("accident", "300")],
        "Jumlah klaim: Jaminan Kecelakaan Kerja terbanyak, 300",
        "Number of claims: most for Work accident benefit, 300",
    );
    check(
        &[("death", "300"), ("accident", "300")],
        "Jumlah klaim: Jaminan Kematian dan Jaminan Kecelakaan Kerja, masing-masing 300",
        "Number of claims: Death benefit and Work accident benefit, 300 each",
    );
    check(&[("death", "300"), ("accident", "300"), ("old-age", "20")], plain[0], plain[1]);
    check(
        &[("death", "120"), ("accident", "300"), ("old-age", "null, \"missing\": \"not_stated\"")],
        "Jumlah klaim: Jaminan Kecelakaan Kerja terbanyak yang disebutkan, 300",
        "Number of claims: most stated for Work accident benefit, 300",
    );
}

#[test]
fn single_claims() {
    let rupiah = r#"}, "currency": "IDR", "x-": {"#;
    let examples = r#", "cases_are_examples": true"#;
    let check = |amounts: &[&str], rest: &str, id: &str, en: &str| {
        says(&cases(amounts, rest), of_handovers, id, en);
    };
    check(
        &["42000000", "42000000"],
        rupiah,
        "2 klaim, masing-masing Rp42 juta",
        "2 claims, Rp42 million each",
    );
    check(&["20000000", "42000000"], rupiah, "2 klaim, Rp20–42 juta", "2 claims, Rp20–42 million");
    check(&["42000000"], rupiah, "1 klaim: Rp42 juta", "1 claim: Rp42 million");
    // An amount without a currency is a number.
    check(
        &["4200", "4200"],
        examples,
        "2 contoh klaim, masing-masing 4.200",
        "2 examples of claims, 4,200 each",
    );
    check(&["42000000", "null"], examples, "2 contoh klaim", "2 examples of claims");
    check(&["null"], examples, "1 contoh klaim", "1 example of a claim");
    check(&[], examples, "Penyerahan manfaat secara simbolis", "Benefits presented at the ceremony");
}
