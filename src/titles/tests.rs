mod awards;
mod claims;
mod groups;

use std::sync::Arc;

use leptos::prelude::*;
use routes::Page;
use words::Lang;

use super::*;
use crate::context::ReportOptions;

const SHIPPED: &str = include_str!("../../public/data/sumsel-2025-08.json");
const FORTY: &str = include_str!("../../tests/data/forty-groups.json");
const AWARDS: &str = include_str!("../../tests/data/only-awards.json");
const CAPABILITIES: &str = include_str!("../../tests/data/capabilities.json");

/// A dataset of observations, each as the members that differ: by default of `r`, as of 1 August 2025. `rest` is what
/// else it has.
fn data(observations: &[&str], rest: &str) -> String {
    let observation = |(at, members): (usize, &&str)| {
        let region = if members.contains("\"region\"") { "" } else { r#""region": "r","# };
        let time = if members.contains("\"time\"") { "" } else { r#""time": {"as_of": "2025-08-01"},"# };
        format!(r#"{{"id": "o-{at}", {region} {time} {members}}}"#)
    };
    let observations: Vec<String> = observations.iter().enumerate().map(observation).collect();
    format!(
        r#"{{"format": "jamsostek-dashboard/1", "id": "x", "title": "x", "region": "r", {rest}
        "indicators": {{
            "rate": {{"label": {{"id": "Tingkat kepesertaan", "en": "Coverage rate"}}, "unit": "percent",
                "role": "coverage-rate", "counted": {{"id": "pekerja", "en": "workers"}}}},
            "covered": {{"label": "Covered", "unit": "person", "role": "covered"}},
            "potential": {{"label": "Potential", "unit": "person", "role": "potential"}},
            "claims": {{"label": {{"id": "Jumlah klaim", "en": "Number of claims"}}, "unit": "claim",
                "role": "claim-count"}},
            "amount": {{"label": "Amount", "unit": "IDR", "role": "claim-amount"}},
            "grants": {{"label": "Grants", "unit": "IDR", "role": "scholarship-amount", "part_of": "amount"}},
            "children": {{"label": "Children", "unit": "person", "role": "scholarship-children"}}
        }},
        "regions": {{
            "r": {{"name": {{"id": "Provinsi Selatan", "en": "South Province"}},
                "short": {{"id": "Selatan", "en": "South"}}, "level": "province"}},
            "a": {{"name": "Arau", "level": "regency", "parent": "r"}},
            "b": {{"name": "Batang", "level": "regency", "parent": "r"}},
            "c": {{"name": "Cempaka", "level": "regency", "parent": "r"}}
        }},
        "groups": {{
            "fishers": {{"label": {{"id": "Nelayan", "en": "Fishers"}}}},
            "teachers": {{"label": {{"id": "Guru", "en": "Teachers"}}}},
            "drivers": {{"label": {{"id": "Sopir", "en": "Drivers"}}}},
            "miners": {{"label": {{"id": "Penambang", "en": "Miners"}}}}
        }},
        "programmes": {{
            "death": {{"label": {{"id": "Jaminan Kematian", "en": "Death benefit"}}}},
            "old-age": {{"label": {{"id": "Jaminan Hari Tua", "en": "Old-age benefit"}}}},
            "accident": {{"label": {{"id": "Jaminan Kecelakaan Kerja", "en": "Work accident benefit"}}}}
        }},
        "observations": [{}]}}"#,
        observations.join(",")
    )
}

/// Rates of groups.
fn group_rates(rates: &[(&str, &str)], total: Option<&str>) -> String {
    let rates = rates.iter().map(|(group, value)| {
        let value = if *value == "null" { "null, \"missing\": \"not_stated\"" } else { value };
        format!(r#""indicator": "rate", "group": "{group}", "value": {value}"#)
    });
    let total = total.map(|value| format!(r#""indicator": "rate", "value": {value}"#));
    let all: Vec<String> = rates.chain(total).collect();
    data(&all.iter().map(String::as_str).collect::<Vec<_>>(), "")
}

fn rate_at(time: &str, value: &str) -> String {
    format!(r#""indicator": "rate", "time": {{"as_of": "{time}"}}, "value": {value}"#)
}

fn with_goal(observations: &[&str], goal: &str) -> String {
    let rest = format!(
        r#""policies": [{{"id": "p", "instrument": "P", "about": "P", "targets": [{{"id": "t", "indicator": "rate",
            "label": {{"id": "semua terlindungi", "en": "everyone covered"}}, {goal}}}]}}],"#
    );
    data(observations, &rest)
}

fn award(members: &str) -> String {
    let award = format!(r#""awards": [{{"id": "a", "name": "A", {members}}}],"#);
    data(&[], &award)
}

/// Winners in a category, each with the region it is from; `?` where that is not known.
fn category(id: &str, places: &[&str]) -> String {
    let winner = |(at, place): (usize, &&str)| {
        let place =
            if *place == "?" { String::new() } else { format!(r#", "place": {{"region": "{place}"}}"#) };
        format!(r#"{{"id": "{id}-{at}", "name": "W"{place}}}"#)
    };
    let winners: Vec<String> = places.iter().enumerate().map(winner).collect();
    format!(r#"{{"id": "{id}", "label": "K", "winners": [{}]}}"#, winners.join(","))
}

fn with_winners(categories: &[String]) -> String {
    award(&format!(r#""categories": [{}]"#, categories.join(",")))
}

fn cases(amounts: &[&str], rest: &str) -> String {
    let case = |(at, amount): (usize, &&str)| format!(r#"{{"id": "c-{at}", "amount": {amount}}}"#);
    let cases: Vec<String> = amounts.iter().enumerate().map(case).collect();
    data(&[], &format!(r#""claims": {{"cases": [{}]{rest}}}, "#, cases.join(",")))
}

/// What a title says in both languages, with plain spaces.
#[track_caller]
fn says(text: &str, title: impl Fn(&Report) -> Option<String>, id: &str, en: &str) {
    let found = Lang::ALL.map(|lang| {
        let read = dataset::read(text);
        let data = Arc::new(read.dataset.unwrap());
        Owner::new().with(|| {
            let report = Report::new(ReportOptions { data, lang, page: Page::Report, newer: false });
            title(&report).unwrap().replace(NBSP, " ")
        })
    });
    assert_eq!(found, [id, en]);
}

fn of_headline(report: &Report) -> Option<String> {
    Some(headline(report, &figures::headline(&report.data)?))
}

fn of_pace(report: &Report) -> Option<String> {
    Some(pace(report, &figures::headline(&report.data)?))
}

fn of_groups(report: &Report) -> Option<String> {
    Some(groups(report, &figures::coverage(&report.data)?))
}

fn of_persons(report: &Report) -> Option<String> {
    Some(persons(report, &figures::coverage(&report.data)?))
}

fn of_shares(report: &Report) -> Option<String> {
    Some(shares(report, &figures::shares(&report.data)?))
}

fn of_regions(report: &Report) -> Option<String> {
    Some(regions(report, &figures::regions(&report.data)?))
}

fn of_trend(report: &Report) -> Option<String> {
    Some(trend(report, &figures::trend(&report.data)?))
}

fn of_claims(report: &Report) -> Option<String> {
    Some(claims(report, &figures::claims(&report.data)?))
}

fn of_programmes(report: &Report) -> Option<String> {
    Some(programmes(report, &figures::programmes(&report.data, Role::ClaimCount)?))
}

fn of_handovers(report: &Report) -> Option<String> {
    Some(handovers(report, report.data.claims.as_ref()?))
}

fn of_winners(report: &Report) -> Option<String> {
    Some(winners(report, figures::awards(&report.data).first()?))
}

fn of_places(report: &Report) -> Option<String> {
    Some(places(report, &figures::places(&report.data, report.data.awards.first()?)?))
}

fn of_special(report: &Report) -> Option<String> {
    Some(special_awards(report, report.data.awards.first()?))
}

fn of_jury(report: &Report) -> Option<String> {
    Some(jury(report, report.data.awards.first()?))
}

#[test]
fn the_shipped_report() {
    type Title = fn(&Report) -> Option<String>;
    let titles: [(Title, &str, &str); 10] = [
        (
            of_headline,
            "31 dari 100 tenaga kerja di Sumatera Selatan terlindungi",
            "31 in 100 workers in South Sumatra are covered",
        ),
        (
            of_pace,
            "Untuk mencapai 100% pada 2045, perlu naik sekitar 3,4 poin persen setahun",
            "Reaching 100% by 2045 takes a rise of about 3.4 percentage points a year",
        ),
        (
            of_groups,
            "RT/RW: 15 dari 100 terlindungi, terendah dari empat kelompok",
            "Neighbourhood officials (RT/RW): 15 in 100 covered, the lowest of four groups",
        ),
        (
            of_persons,
            "Pegawai pemerintah non-ASN: sekitar 98.000 orang belum terlindungi, terbanyak dari empat kelompok",
            "Non-ASN government staff: about 98,000 people not covered, the most among four groups",
        ),
        (
            of_claims,
            "Manfaat Rp718,7 miliar untuk 43.251 klaim, sampai Juli 2025",
            "Benefits of Rp718.7 billion for 43,251 claims, up to July 2025",
        ),
        (of_handovers, "4 contoh klaim, masing-masing Rp42 juta", "4 examples of claims, Rp42 million each"),
        // Of 22 winners the place of 12 is not known: most may be from elsewhere.
        (of_winners, "22 penerima dari 8 kategori", "22 winners in 8 categories"),
        (
            of_places,
            "Terbanyak dari Prabumulih: 3 dari 10 penerima yang daerahnya diketahui",
            "Most from Prabumulih: 3 of 10 winners whose region is known",
        ),
        (
            of_special,
            "Musi Banyuasin: 45.000 pekerja rentan, terbanyak dari tiga penerima",
            "Musi Banyuasin: 45,000 vulnerable workers, the most among three winners",
        ),
        (of_jury, "8 dari 9 juri disebut namanya", "8 of 9 jurors are named"),
    ];
    for (title, id, en) in titles {
        says(SHIPPED, title, id, en);
    }
}

#[test]
fn a_headline_of_all_workers() {
    let of = |value: &str| data(&[&format!(r#""indicator": "rate", "value": {value}"#)], "");
    let check = |value: &str, id: &str, en: &str| says(&of(value), of_headline, id, en);
    check("31.33", "31 dari 100 pekerja di Selatan terlindungi", "31 in 100 workers in South are covered");
    check("0.6", "1 dari 100 pekerja di Selatan terlindungi", "1 in 100 workers in South is covered");
    // Neither nobody nor everybody.
    check("0.4", "0,4% pekerja di Selatan terlindungi", "0.4% of workers in South are covered");
    check("99.7", "99,7% pekerja di Selatan terlindungi", "99.7% of workers in South are covered");
    check("100", "100% pekerja di Selatan terlindungi", "100% of workers in South are covered");
    check("104.2", "Tingkat kepesertaan, Selatan: 104,2%", "Coverage rate, South: 104.2%");
    check(
        r#"31, "qualifier": "at_least""#,
        "Sedikitnya 31% pekerja di Selatan terlindungi",
        "At least 31% of workers in South are covered",
    );
    check(
        r#"31, "qualifier": "approx""#,
        "Sekitar 31 dari 100 pekerja di Selatan terlindungi",
        "About 31 in 100 workers in South are covered",
    );
    check(r#"30, "step": 10"#, "30% pekerja di Selatan terlindungi", "30% of workers in South are covered");
    check(r#"null, "missing": "not_stated""#, "Angka utama", "Headline figure");
}

#[test]
fn a_headline_of_some_is_not_said_of_all() {
    let named = r#""headline": "o-0","#;
    let group = data(&[r#""indicator": "rate", "group": "teachers", "value": 46.7"#], named);
    says(
        &group,
        of_headline,
        "Tingkat kepesertaan, Guru, Selatan: 46,7%",
        "Coverage rate, Teachers, South: 46.7%",
    );
    let programme = data(&[r#""indicator": "rate", "programme": "death", "value": 46.7"#], named);
    says(
        &programme,
        of_headline,
        "Jaminan Kematian: 47 dari 100 pekerja di Selatan terlindungi",
        "Death benefit: 47 in 100 workers in South are covered",
    );
    let persons = data(&[r#""indicator": "covered", "value": 4321"#], named);
    says(&persons, of_headline, "Covered, Selatan: 4.321", "Covered, South: 4,321");
}

#[test]
fn the_largest_part_of_a_whole() {
    let check = |numbers: [&str; 2], id: &str, en: &str| {
        let of =
            |(group, number)| format!(r#""indicator": "covered", "group": "{group}", "value": {number}"#);
        let all: Vec<String> = ["fishers", "teachers"].into_iter().zip(numbers).map(of).collect();
        let set = r#""group_sets": [{"id": "s", "label": "S", "members": ["fishers", "teachers"],
            "exhaustive": true, "disjoint": true}],"#;
        says(&data(&all.iter().map(String::as_str).collect::<Vec<_>>(), set), of_shares, id, en);
    };
    check(
        ["800", "200"],
        "Bagian terbesar dari pekerja yang terlindungi: Nelayan, 80%",
        "The largest part of the workers covered: Fishers, 80%",
    );
    check(
        [r#"800, "qualifier": "approx""#, "200"],
        "Bagian terbesar dari pekerja yang terlindungi: Nelayan, sekitar 80%",
        "The largest part of the workers covered: Fishers, about 80%",
    );
    check(
        ["9990", "10"],
        "Bagian terbesar dari pekerja yang terlindungi: Nelayan, 99,9%",
        "The largest part of the workers covered: Fishers, 99.9%",
    );
    check(["500", "500"], "Komposisi pekerja terlindungi", "Who the covered workers are");
}

#[test]
fn regions_are_compared_as_groups_are() {
    let check = |rates: [&str; 3], id: &str, en: &str| {
        let of = |(region, value)| {
            let value = if value == "null" { "null, \"missing\": \"not_stated\"" } else { value };
            format!(r#""indicator": "rate", "region": "{region}", "value": {value}"#)
        };
        let all: Vec<String> = ["a", "b", "c"].into_iter().zip(rates).map(of).collect();
        says(&data(&all.iter().map(String::as_str).collect::<Vec<_>>(), ""), of_regions, id, en);
    };
    check(
        ["20", "30", "40"],
        "Arau: 20 dari 100 terlindungi, terendah dari tiga daerah",
        "Arau: 20 in 100 covered, the lowest of three regions",
    );
    check(
        ["20", "20", "40"],
        "Cempaka: 40 dari 100 terlindungi, tertinggi dari tiga daerah",
        "Cempaka: 40 in 100 covered, the highest of three regions",
    );
    check(
        ["20", "30", "null"],
        "Batang: 30 dari 100 terlindungi; Arau: 20 dari 100 terlindungi",
        "Batang: 30 in 100 covered; Arau: 20 in 100 covered",
    );
    check(
        ["20", "20", "20"],
        "Tiga daerah: masing-masing 20 dari 100 terlindungi",
        "Three regions: 20 in 100 covered each",
    );
}

fn over_time(points: &[(&str, &str)], rest: &str) -> String {
    let all: Vec<String> = points.iter().map(|(time, value)| rate_at(time, value)).collect();
    data(&all.iter().map(String::as_str).collect::<Vec<_>>(), rest)
}

#[test]
fn a_rise_a_fall_and_no_change() {
    let check = |points: &[(&str, &str)], id: &str, en: &str| {
        says(&over_time(points, ""), of_trend, id, en);
    };
    check(
        &[("2024", "28.1"), ("2025", "31.3")],
        "Tingkat kepesertaan naik dari 28,1% (2024) ke 31,3% (2025)",
        "Coverage rate rose from 28.1% (2024) to 31.3% (2025)",
    );
    check(
        &[("2024", "34.5"), ("2025", "31.3")],
        "Tingkat kepesertaan turun dari 34,5% (2024) ke 31,3% (2025)",
        "Coverage rate fell from 34.5% (2024) to 31.3% (2025)",
    );
    check(
        &[("2024", "31.3"), ("2025", "31.3")],
        "Tingkat kepesertaan: 31,3% per 2024 dan per 2025",
        "Coverage rate: 31.3% as of 2024 and as of 2025",
    );
    // 31 stands for up to 31.5.
    check(
        &[("2024", "31"), ("2025", "31.33")],
        "Tingkat kepesertaan per 2024 dan per 2025: selisihnya tidak melebihi pembulatan",
        "Coverage rate as of 2024 and as of 2025: no change beyond rounding",
    );
    check(
        &[("2024", "28.1"), ("2025", r#"31.3, "qualifier": "at_least""#)],
        "Tingkat kepesertaan naik dari 28,1% (2024) ke sedikitnya 31,3% (2025)",
        "Coverage rate rose from 28.1% (2024) to at least 31.3% (2025)",
    );
    check(
        &[("2024", "34.5"), ("2025", r#"31.3, "qualifier": "at_least""#)],
        "Perkembangan",
        "Change over time",
    );
    // A time without a figure says nothing; the dates say of when the others are.
    check(
        &[("2023", "20"), ("2024", "28"), ("2025", r#"null, "missing": "not_stated""#)],
        "Tingkat kepesertaan naik dari 20% (2023) ke 28% (2024)",
        "Coverage rate rose from 20% (2023) to 28% (2024)",
    );
}

#[test]
fn nothing_is_compared_over_a_break() {
    let rest = r#""series_breaks": [{"indicator": "rate", "at": "2024-01-01", "note": "New base."}],"#;
    says(
        &over_time(&[("2023", "20"), ("2025", "28")], rest),
        of_trend,
        "Tingkat kepesertaan: deret baru sejak 1 Januari 2024, tidak dibandingkan dengan sebelumnya",
        "Coverage rate: new series from 1 January 2024, not compared with earlier figures",
    );
    says(
        &over_time(&[("2023", "20"), ("2024", "40"), ("2025", "38")], rest),
        of_trend,
        "Tingkat kepesertaan turun dari 40% (2024) ke 38% (2025)",
        "Coverage rate fell from 40% (2024) to 38% (2025)",
    );
}

#[test]
fn the_pace_is_said_where_there_is_a_goal_ahead() {
    let check = |value: &str, goal: &str, id: &str, en: &str| {
        says(&with_goal(&[&rate_at("2025-08-01", value)], goal), of_pace, id, en);
    };
    check(
        "31.33",
        r#""value": 60, "by": "2030-08-01""#,
        "Untuk mencapai 60% pada 1 Agustus 2030, perlu naik sekitar 5,7 poin persen setahun",
        "Reaching 60% by 1 August 2030 takes a rise of about 5.7 percentage points a year",
    );
    // The year leaves much open.
    check(
        "31.33",
        r#""value": 60, "by": "2028""#,
        "Untuk mencapai 60% pada 2028, perlu naik 8,4–11,9 poin persen setahun",
        "Reaching 60% by 2028 takes a rise of 8.4–11.9 percentage points a year",
    );
    check(
        "65",
        r#""value": 60, "by": "2030""#,
        "Sasaran 60% tercapai: 65%",
        "The goal of 60% is reached: 65%",
    );
    let plain = ["Menuju sasaran: semua terlindungi", "Towards the goal: everyone covered"];
    check("31.33", r#""value": 60"#, plain[0], plain[1]);
    check("31.33", r#""value": 60, "by": "2024""#, plain[0], plain[1]);
    check(r#"31, "qualifier": "at_least""#, r#""value": 60, "by": "2030""#, plain[0], plain[1]);
    // 60 may be a little less.
    check("60", r#""value": 60, "by": "2030""#, plain[0], plain[1]);
}

#[test]
fn no_title_of_the_samples_is_empty_or_has_an_open_place() {
    for text in [SHIPPED, FORTY, AWARDS, CAPABILITIES] {
        for lang in Lang::ALL {
            let data = Arc::new(dataset::read(text).dataset.unwrap());
            Owner::new().with(|| {
                let report = Report::new(ReportOptions { data, lang, page: Page::Report, newer: false });
                let titles = [
                    of_headline(&report),
                    of_pace(&report),
                    of_groups(&report),
                    of_persons(&report),
                    of_shares(&report),
                    of_regions(&report),
                    of_trend(&report),
                    of_claims(&report),
                    of_programmes(&report),
                    of_handovers(&report),
                    of_winners(&report),
                    of_places(&report),
                    of_special(&report),
                    of_jury(&report),
                ];
                for title in titles.into_iter().flatten() {
                    assert!(
                        !title.is_empty() && !title.contains(['{', '}']) && !title.contains("  "),
                        "{title}"
                    );
                    assert!(
                        !title.ends_with(['.', ',', ':']) && title.starts_with(char::is_alphanumeric),
                        "{title}"
                    );
                    assert!(text != SHIPPED || title.chars().count() <= 100, "{title}");
                }
            });
        }
    }
}

#[test]
fn the_last_two_words_and_numbers_with_their_words_stay_together() {
    assert_eq!(finish("satu dua tiga empat lima"), "Satu dua tiga empat\u{a0}lima");
    assert_eq!(finish("satu dua tiga empat"), "Satu dua tiga empat");
    assert_eq!(finish("8 dari 9 juri"), "8\u{a0}dari 9\u{a0}juri");
    assert_eq!(finish("untuk Rp42\u{a0}juta"), "Untuk Rp42\u{a0}juta");
    assert_eq!(finish(""), "");
}
