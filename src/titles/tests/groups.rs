//! Rates and people of groups.
use super::*;

#[test]
fn one_group_stands_beside_the_region() {
    let check = |rate: &str, total, id: &str, en: &str| {
        says(&group_rates(&[("fishers", rate)], total), of_groups, id, en);
    };
    check("15.1", None, "Nelayan: 15 dari 100 terlindungi", "Fishers: 15 in 100 covered");
    check(
        "15.1",
        Some("31.33"),
        "Nelayan: 15 dari 100 terlindungi, di bawah Selatan (31,33%)",
        "Fishers: 15 in 100 covered, below South (31.33%)",
    );
    check(
        "45.2",
        Some("31.33"),
        "Nelayan: 45 dari 100 terlindungi, di atas Selatan (31,33%)",
        "Fishers: 45 in 100 covered, above South (31.33%)",
    );
    check(
        "31.3",
        Some("31.3"),
        "Nelayan: 31 dari 100 terlindungi, sama dengan Selatan (31,3%)",
        "Fishers: 31 in 100 covered, the same as South (31.3%)",
    );
    // 31.3 may be more or less than 31.33.
    check("31.3", Some("31.33"), "Nelayan: 31 dari 100 terlindungi", "Fishers: 31 in 100 covered");
    check("112", None, "Nelayan: tingkat kepesertaan 112%", "Fishers: coverage rate 112%");
    check("null", None, "Cakupan per kelompok", "Coverage by group");
}

#[test]
fn two_groups_are_both_named() {
    let check = |rates: [&str; 2], id: &str, en: &str| {
        says(&group_rates(&[("fishers", rates[0]), ("teachers", rates[1])], None), of_groups, id, en);
    };
    check(
        ["15.1", "60"],
        "Guru: 60 dari 100 terlindungi; Nelayan: 15 dari 100 terlindungi",
        "Teachers: 60 in 100 covered; Fishers: 15 in 100 covered",
    );
    check(
        ["40.0", "40.0"],
        "Nelayan dan Guru: masing-masing 40 dari 100 terlindungi",
        "Fishers and Teachers: 40 in 100 covered each",
    );
    check(["null", "60"], "Guru: 60 dari 100 terlindungi", "Teachers: 60 in 100 covered");
}

#[test]
fn of_many_groups_the_lowest_is_named_unless_it_is_not_sure() {
    let check = |rates: [&str; 4], total, id: &str, en: &str| {
        let groups = ["fishers", "teachers", "drivers", "miners"];
        let rates: Vec<(&str, &str)> = groups.into_iter().zip(rates).collect();
        says(&group_rates(&rates, total), of_groups, id, en);
    };
    check(
        ["15.1", "60", "40", "80"],
        None,
        "Nelayan: 15 dari 100 terlindungi, terendah dari empat kelompok",
        "Fishers: 15 in 100 covered, the lowest of four groups",
    );
    // A group without a rate may be lower.
    check(
        ["15.1", "60", "40", "null"],
        None,
        "Nelayan: 15 dari 100 terlindungi, terendah dari tiga kelompok yang ada persentasenya",
        "Fishers: 15 in 100 covered, the lowest of three groups with a rate",
    );
    check(
        ["15.1", "15.1", "40", "80"],
        None,
        "Penambang: 80 dari 100 terlindungi, tertinggi dari empat kelompok",
        "Miners: 80 in 100 covered, the highest of four groups",
    );
    // 15 stands for 14.5 to 15.5.
    check(
        ["15", "15.1", "40", "80"],
        None,
        "Penambang: 80 dari 100 terlindungi, tertinggi dari empat kelompok",
        "Miners: 80 in 100 covered, the highest of four groups",
    );
    // What is less than 20 may be the lowest, and so may 15.1.
    check(
        [r#"20, "qualifier": "less_than""#, "15.1", "40", "80"],
        None,
        "Penambang: 80 dari 100 terlindungi, tertinggi dari empat kelompok",
        "Miners: 80 in 100 covered, the highest of four groups",
    );
    check(
        [r#"20, "qualifier": "less_than""#, "35.1", "40", "80"],
        None,
        "Nelayan: kurang dari 20% terlindungi, terendah dari empat kelompok",
        "Fishers: less than 20% covered, the lowest of four groups",
    );
    check(
        ["120", "130", "140", "150"],
        None,
        "Nelayan: tingkat kepesertaan 120%, terendah dari empat kelompok",
        "Fishers: coverage rate 120%, the lowest of four groups",
    );
    check(
        ["50", "50", "50", "50"],
        None,
        "Empat kelompok: masing-masing 50 dari 100 terlindungi",
        "Four groups: 50 in 100 covered each",
    );
    check(["20", "20", "80", "80"], None, "Cakupan per kelompok", "Coverage by group");
}

#[test]
fn of_ties_at_both_ends_it_is_said_how_many_are_below_the_region() {
    let check = |rates: [&str; 4], total: &str, id: &str, en: &str| {
        let groups = ["fishers", "teachers", "drivers", "miners"];
        let rates: Vec<(&str, &str)> = groups.into_iter().zip(rates).collect();
        says(&group_rates(&rates, Some(total)), of_groups, id, en);
    };
    check(
        ["20", "20", "80", "80"],
        "31.33",
        "Dua dari empat kelompok di bawah tingkat kepesertaan Selatan (31,33%)",
        "Two of four groups are below the coverage rate of South (31.33%)",
    );
    check(
        ["40", "40", "80", "80"],
        "31.33",
        "Empat kelompok: semuanya di atas tingkat kepesertaan Selatan (31,33%)",
        "Four groups, all above the coverage rate of South (31.33%)",
    );
    check(
        ["20", "20", "25", "25"],
        "31.33",
        "Empat kelompok: semuanya di bawah tingkat kepesertaan Selatan (31,33%)",
        "Four groups, all below the coverage rate of South (31.33%)",
    );
    // 31 may be either.
    check(["31", "31", "80", "80"], "31.33", "Cakupan per kelompok", "Coverage by group");
}

#[test]
fn groups_of_different_times_are_not_compared() {
    let text = data(
        &[
            r#""indicator": "rate", "group": "fishers", "value": 15.1"#,
            r#""indicator": "rate", "group": "teachers", "value": 60, "time": {"as_of": "2024-08-01"}"#,
            r#""indicator": "rate", "group": "drivers", "value": 70"#,
        ],
        "",
    );
    says(&text, of_groups, "Cakupan per kelompok", "Coverage by group");
}

#[test]
fn many_groups_are_counted_in_digits() {
    says(
        FORTY,
        of_groups,
        "RTI: 2 dari 100 terlindungi, terendah dari 39 kelompok yang ada persentasenya",
        "RTI: 2 in 100 covered, the lowest of 39 groups with a rate",
    );
}

#[test]
fn persons_not_covered() {
    let group = |name: &str, covered: &str, rate: &str| {
        [
            format!(r#""indicator": "covered", "group": "{name}", "value": {covered}"#),
            format!(r#""indicator": "rate", "group": "{name}", "value": {rate}"#),
        ]
    };
    let check = |groups: &[[String; 2]], id: &str, en: &str| {
        let all: Vec<&str> = groups.iter().flatten().map(String::as_str).collect();
        says(&data(&all, ""), of_persons, id, en);
    };
    let plain = "Terlindungi, belum (hitungan kami)";
    let plain_en = "Covered, not covered (computed)";
    // 73,464 to 74,039, and 981 to 1,020.
    check(
        &[group("fishers", "13117", "15.1")],
        "Nelayan: sekitar 74.000 orang belum terlindungi",
        "Fishers: about 74,000 people not covered",
    );
    check(
        &[group("fishers", "1000", "50")],
        "Nelayan: sekitar 1.000 orang belum terlindungi",
        "Fishers: about 1,000 people not covered",
    );
    // No round number is near.
    check(
        &[group("fishers", "134", "50")],
        "Nelayan: 132–136 orang belum terlindungi",
        "Fishers: 132–136 people not covered",
    );
    check(
        &[group("fishers", "3000000", "55.3")],
        "Nelayan: sekitar 2,42 juta orang belum terlindungi",
        "Fishers: about 2.42 million people not covered",
    );
    check(
        &[group("fishers", "86007", "46.7"), group("teachers", "1000", "50")],
        "Nelayan: sekitar 98.000 orang belum terlindungi, terbanyak dari dua kelompok",
        "Fishers: about 98,000 people not covered, the most among two groups",
    );
    // The ranges of both overlap.
    check(&[group("fishers", "1000", "50"), group("teachers", "1010", "50")], plain, plain_en);
    check(
        &[group("fishers", "86007", "46.7"), group("teachers", "1000", "null, \"missing\": \"not_stated\"")],
        "Nelayan: sekitar 98.000 orang belum terlindungi",
        "Fishers: about 98,000 people not covered",
    );
    check(&[group("fishers", r#"1000, "qualifier": "at_least""#, "50")], plain, plain_en);
    check(&[group("fishers", "1100", "110")], plain, plain_en);
}

#[test]
fn persons_not_covered_of_a_stated_base_are_exact() {
    let text = |qualifier: &str| {
        data(
            &[
                r#""indicator": "covered", "group": "fishers", "value": 1234"#,
                &format!(r#""indicator": "potential", "group": "fishers", "value": 5000{qualifier}"#),
            ],
            "",
        )
    };
    says(
        &text(""),
        of_persons,
        "Nelayan: 3.766 orang belum terlindungi",
        "Fishers: 3,766 people not covered",
    );
    says(
        &text(r#", "qualifier": "approx""#),
        of_persons,
        "Terlindungi, belum (hitungan kami)",
        "Covered, not covered (computed)",
    );
}
