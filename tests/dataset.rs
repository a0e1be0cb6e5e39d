//! The shipped dataset says what its source says: every figure, name, rank, line and token.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use dataset::{
    Award, Basis, Breach, Dataset, Date, Evidence, Lang, Missing, NoteSeverity, Observation, Qualifier, Role,
    Rule, Severity, Text, Time, Unit, Value, Winner, check, read,
};

const SHIPPED: &str = include_str!("../public/data/sumsel-2025-08.json");

fn shipped() -> Dataset {
    let reading = read(SHIPPED);
    assert_eq!(reading.findings, []);
    reading.dataset.unwrap()
}

fn both(text: &Text) -> (&str, &str) {
    (text.only(Lang::Id).unwrap(), text.only(Lang::En).unwrap())
}

/// Line and token of evidence from the one source.
fn printed(evidence: Option<&Evidence>) -> (u32, &str) {
    let evidence = evidence.expect("evidence");
    assert_eq!(evidence.source, "akselnews");
    (evidence.line.expect("a line"), evidence.figure.as_deref().unwrap_or_default())
}

fn observation<'d>(data: &'d Dataset, id: &str) -> &'d Observation {
    data.observations.iter().find(|o| o.id == id).expect(id)
}

#[test]
fn it_raises_no_false_alarm() {
    let found: Vec<_> = check(SHIPPED)
        .into_iter()
        .map(|found| {
            let line = SHIPPED.lines().nth(found.line as usize - 1).unwrap().trim();
            (found.severity, found.rule, found.pointer, line)
        })
        .collect();
    let jury = Rule::Breach(Breach::JuryCount { stated: 9, listed: 8 });
    assert_eq!(found, [(Severity::Note, jury, "/awards/0/jury/stated".to_owned(), "\"stated\": 9,")]);
}

#[test]
fn the_report_is_of_one_source_and_one_province() {
    let data = shipped();
    assert_eq!((data.id.as_str(), data.edition.as_deref()), ("sumsel-2025-08", Some("2025-08")));
    assert_eq!(data.languages, [Lang::Id, Lang::En]);
    assert_eq!(data.currency.as_ref().unwrap().code(), "IDR");
    assert_eq!(data.headline.as_deref(), Some("coverage-total-2025-08"));
    assert!(!data.privacy.mask_private_persons);
    assert!(data.office.as_ref().unwrap().get(Lang::Id).contains("Sumatera Bagian Selatan (Sumbagsel)"));
    let [source] = &*data.sources else { panic!("one source") };
    assert_eq!(source.publisher.get(Lang::Id), "AkselNews.com");
    assert_eq!((source.published, source.licence.as_deref()), (None, None));
    assert!(source.url.as_deref().unwrap().starts_with("https://www.akselnews.com/"));
}

#[test]
fn the_codes_of_the_two_systems_are_not_mixed_up() {
    let data = shipped();
    let codes = |id: &str| {
        let codes = &data.regions.get(id).unwrap().codes;
        (codes.get("kemendagri").unwrap().as_str(), codes.get("bps").unwrap().as_str())
    };
    assert_eq!(codes("sumatera-selatan"), ("16", "16"));
    assert_eq!(data.regions.get("sumatera-selatan").unwrap().codes.get("iso3166-2").unwrap(), "ID-SS");
    // Here the two systems count in different orders.
    assert_eq!(codes("ogan-komering-ulu-timur"), ("16.08", "1609"));
    assert_eq!(codes("ogan-komering-ulu-selatan"), ("16.09", "1608"));
    assert_eq!(codes("ogan-ilir"), ("16.10", "1610"));
    assert_eq!(codes("pagar-alam"), ("16.72", "1673"));
    assert_eq!(codes("lubuk-linggau"), ("16.73", "1674"));
    assert_eq!(codes("prabumulih"), ("16.74", "1672"));
    let of_level = |level: &str| data.regions.values().filter(|r| r.level == level).count();
    assert_eq!((of_level("regency"), of_level("city"), of_level("village")), (13, 4, 3));
    for (village, parent, code) in [
        ("pangkul", "prabumulih", "16.74.03.2003"),
        ("biaro-baru", "musi-rawas-utara", "16.13.05.2002"),
        ("bintuhan", "lahat", "16.04.07.2006"),
    ] {
        let region = &data.regions.get(village).unwrap();
        assert_eq!(
            (region.parent.as_deref(), region.codes.get("kemendagri").unwrap().as_str()),
            (Some(parent), code)
        );
        assert!(
            code.starts_with(data.regions.get(parent).unwrap().codes.get("kemendagri").unwrap().as_str())
        );
    }
}

#[test]
fn coverage() {
    let data = shipped();
    let day = Time::AsOf(Date::parse("2025-08-01").unwrap());
    let groups = [
        ("village-officials", 13, "89.1", "89,1%", "44547", "44.547"),
        ("non-asn", 14, "46.7", "46,7%", "86007", "86.007"),
        ("rt-rw", 15, "15.1", "15,1%", "13117", "13.117"),
        ("palm-growers", 16, "80.6", "80,6%", "40011", "40.011"),
    ];
    for (group, line, rate, rate_token, covered, covered_token) in groups {
        let observed = observation(&data, &format!("coverage-{group}-2025-08"));
        assert_eq!((observed.group.as_deref(), observed.time), (Some(group), day));
        let stated = observed.value.stated().unwrap();
        assert_eq!((stated.number.to_string().as_str(), stated.qualifier), (rate, Qualifier::Rounded));
        assert_eq!(stated.step.unwrap().to_string(), "0.1");
        assert_eq!(printed(observed.evidence.as_ref()), (line, rate_token));
        let persons = observation(&data, &format!("covered-{group}-2025-08"));
        let stated = persons.value.stated().unwrap();
        assert_eq!((stated.number.to_string().as_str(), stated.qualifier), (covered, Qualifier::Exact));
        assert_eq!(printed(persons.evidence.as_ref()), (line, covered_token));
        assert_eq!(persons.time, day);
    }
    let total = observation(&data, "coverage-total-2025-08");
    let stated = total.value.stated().unwrap();
    assert_eq!(
        (stated.number.to_string(), stated.step.unwrap().to_string()),
        ("31.33".into(), "0.01".into())
    );
    assert_eq!((total.group.as_deref(), total.time), (None, day));
    assert_eq!(printed(total.evidence.as_ref()), (12, "31,33%"));
    // Neither the persons behind the total nor its base are stated.
    for id in ["covered-total-2025-08", "potential-total-2025-08"] {
        assert_eq!(observation(&data, id).value, Value::Missing(Missing::NotStated));
    }
    let [set] = &*data.group_sets else { panic!("one set") };
    assert_eq!((set.exhaustive, set.disjoint, set.members.len()), (Some(false), None, 4));
}

#[test]
fn claims() {
    let data = shipped();
    let until_july = Time::Period { start: None, end: Date::parse("2025-07").unwrap() };
    let figures = [
        ("claim-count-2025-07", "43251", None, "43.251", Role::ClaimCount),
        ("claim-amount-2025-07", "718700000000", Some("100000000"), "Rp718,7 miliar", Role::ClaimAmount),
        (
            "scholarship-amount-2025-07",
            "6180000000",
            Some("10000000"),
            "Rp6,18 miliar",
            Role::ScholarshipAmount,
        ),
        ("scholarship-children-2025-07", "1582", None, "1.582", Role::ScholarshipChildren),
    ];
    for (id, value, step, token, role) in figures {
        let observed = observation(&data, id);
        let stated = observed.value.stated().unwrap();
        assert_eq!(stated.number.to_string(), value);
        assert_eq!(stated.step.map(|step| step.to_string()).as_deref(), step);
        assert_eq!(observed.time, until_july);
        assert_eq!(printed(observed.evidence.as_ref()), (17, token));
        assert_eq!(data.indicators.get(&observed.indicator).unwrap().role, Some(role));
    }
    assert_eq!(data.indicators.get("scholarship-amount").unwrap().part_of.as_deref(), Some("claim-amount"));
    assert_eq!(data.indicators.get("scholarship-children").unwrap().unit, Unit::Person);
    assert_eq!(data.observations.len(), 11 + 4, "no figure beside those of the source");
}

#[test]
fn handovers() {
    let data = shipped();
    let claims = data.claims.as_ref().unwrap();
    assert_eq!((claims.cases_are_examples, claims.records.is_none()), (Some(true), true));
    let rows = [
        (20, "Yusma Erviningsih", "Dedi Firmansyah", Some("non-asn"), "Non ASN DLHK Palembang"),
        (21, "Diana", "Heri Yanto", Some("non-asn"), "Non ASN DLHK Palembang"),
        (22, "Heny Dianti", "Hendra Gunawan", None, "Non PNSD Satpol PP Palembang"),
        (23, "Juhri Ahmad", "Nunung Sakinah", Some("palm-growers"), "Pekerja DBH Sawit"),
    ];
    assert_eq!(claims.cases.len(), rows.len());
    for (case, (line, heir, insured, group, workplace)) in claims.cases.iter().zip(rows) {
        let persons = [case.beneficiary.as_ref().unwrap(), case.insured.as_ref().unwrap()];
        assert_eq!(
            persons.map(|person| (person.name.as_deref().unwrap(), person.private)),
            [(heir, true), (insured, true)]
        );
        assert_eq!(case.group.as_deref(), group);
        assert_eq!(case.workplace.as_ref().unwrap().get(Lang::Id), workplace);
        assert_eq!(
            (case.amount, case.symbolic, case.programme.as_deref()),
            (Some(42_000_000), true, Some("jkm"))
        );
        assert_eq!(case.date, Date::parse("2025-08-27"));
        assert_eq!(printed(case.evidence.as_ref()), (line, "Rp42 juta"));
    }
}

#[test]
fn names_of_private_persons_stand_in_one_place_only() {
    let data = shipped();
    for case in &data.claims.as_ref().unwrap().cases {
        for person in [&case.beneficiary, &case.insured].into_iter().flatten() {
            let name = person.name.as_deref().unwrap();
            assert_eq!(SHIPPED.matches(&format!("\"{name}\"")).count(), 1, "{name}");
            assert_eq!(SHIPPED.matches(name).count(), 1, "{name}");
        }
    }
}

fn award(data: &Dataset) -> &Award {
    assert_eq!(data.awards.len(), 1);
    &data.awards[0]
}

#[test]
fn the_edition_and_the_ceremony() {
    let data = shipped();
    let award = award(&data);
    assert_eq!(award.edition.as_deref(), Some("2024"));
    assert_eq!(award.organisers.len(), 2);
    assert_eq!(printed(award.evidence.as_ref()), (25, "Tahun 2024"));
    let [event] = &*data.events else { panic!("one event") };
    assert_eq!(award.event.as_deref(), Some(event.id.as_str()));
    assert_eq!(event.date.unwrap().to_string(), "2025-08-27");
    assert_eq!(event.date.unwrap().weekday(), Some(3), "a Wednesday, as printed");
    assert_eq!(event.venue.as_ref().unwrap().get(Lang::Id), "Hotel Aryaduta Palembang");
    assert_eq!(printed(event.evidence.as_ref()), (8, "27/08/25"));
    let attendees: Vec<_> = event.attendees.iter().map(|a| printed(a.evidence.as_ref())).collect();
    assert_eq!(
        attendees,
        [(3, "Herman Deru"), (3, "seluruh Bupati"), (3, "Dinas terkait"), (3, "Forkopimda")]
    );
}

#[test]
fn nine_jurors_are_stated_and_eight_are_listed() {
    let data = shipped();
    let jury = award(&data).jury.as_ref().unwrap();
    assert_eq!((jury.stated, printed(jury.evidence.as_ref())), (Some(9), (26, "9 orang")));
    let listed: Vec<_> = jury
        .members
        .iter()
        .map(|m| (m.name.as_str(), m.role.as_ref().map(|r| r.get(Lang::Id)), printed(m.evidence.as_ref()).0))
        .collect();
    let expected = [
        ("Edwar Candra", Some("Ketua"), 27),
        ("Muhyidin", Some("Sekretaris"), 28),
        ("Abdullah Anang", None, 29),
        ("Sumarjono Saragih, SE., MBA", None, 30),
        ("Dr. M. Husni Thamrin, M.Si", None, 31),
        ("Febrina Hertika Rani, SH., MH., CPCLE", None, 32),
        ("Dra. Hj. Neng Muhaiba, MM", None, 33),
        ("Dr. Yunisvita, SE., M.Si", None, 34),
    ];
    assert_eq!(listed, expected);
}

/// Name as printed, rank, place with whether it was inferred, line.
type Row<'d> = (&'d str, Option<u32>, Option<(&'d str, bool)>, u32);

fn row(winner: &Winner) -> Row<'_> {
    let place = winner.place.as_ref().map(|place| (place.region.as_str(), place.basis == Basis::Inferred));
    (winner.name.only(Lang::Id).unwrap(), winner.rank, place, printed(winner.evidence.as_ref()).0)
}

#[test]
fn twenty_two_winners_in_eight_categories() {
    let data = shipped();
    let categories = &award(&data).categories;
    let stated = |region| Some((region, false));
    let inferred = |region| Some((region, true));
    let expected: [(&str, u32, &[Row<'_>]); 8] = [
        (
            "Pemerintah Kabupaten/Kota",
            36,
            &[
                ("Kabupaten Musi Rawas", Some(1), stated("musi-rawas"), 37),
                ("Kota Prabumulih", Some(2), stated("prabumulih"), 38),
                ("Kabupaten Lahat", Some(3), stated("lahat"), 39),
            ],
        ),
        (
            "Desa/Kelurahan",
            40,
            &[
                ("Desa Pangkul", Some(1), stated("prabumulih"), 41),
                ("Desa Biaro Baru Karang Dapo", Some(2), stated("musi-rawas-utara"), 42),
                ("Desa Bintuhan", Some(3), stated("lahat"), 43),
            ],
        ),
        (
            "Sektor Keuangan",
            44,
            &[
                ("Bank Sumsel Babel", Some(1), None, 45),
                ("BPR Muara Enim (Perseroda)", Some(2), inferred("muara-enim"), 46),
                ("PT BPR Puskopat", Some(3), None, 47),
            ],
        ),
        (
            "Sektor Perdagangan & Jasa",
            48,
            &[
                ("PT MedikaLoka Palembang", Some(1), inferred("palembang"), 49),
                ("PT Bukit Energy Servis Terpadu", Some(2), None, 50),
                ("PT Musi Hijau Lestari", Some(3), None, 51),
            ],
        ),
        (
            "Sektor Pertambangan, Manufaktur & Konstruksi",
            52,
            &[
                ("PT OKI Pulp & Paper Mills", Some(1), None, 53),
                ("PT Sumatera Prima Fibreboard", Some(2), None, 54),
                ("PT Tanjung Enim Lestari Pulp & Paper", Some(3), None, 55),
            ],
        ),
        (
            "Sektor Pertanian, Peternakan, Perkebunan & Perikanan",
            56,
            &[
                ("PT Bumi Sawindo Permai", Some(1), None, 57),
                ("PT Mitra Muratara Sejahtera", Some(2), None, 58),
                ("PT Perkebunan Hasil Musi Lestari", Some(3), None, 59),
            ],
        ),
        (
            "Sektor Pendidikan",
            60,
            &[
                ("Institut Teknologi & Bisnis Palcomtech", Some(1), None, 61),
                ("Yayasan Indo Global Mandiri", Some(2), None, 62),
                ("Yayasan Perguruan Serasan Muara Enim", Some(3), inferred("muara-enim"), 63),
            ],
        ),
        ("Usaha Skala Kecil & Mikro", 64, &[("Mie Pangsit ATADC", None, stated("prabumulih"), 65)]),
    ];
    assert_eq!(categories.len(), expected.len());
    for (category, (label, line, winners)) in categories.iter().zip(expected) {
        assert_eq!(category.label.only(Lang::Id), Some(label));
        assert_eq!(printed(category.evidence.as_ref()).0, line);
        assert_eq!(category.winners.iter().map(row).collect::<Vec<_>>(), winners, "{label}");
    }
    assert_eq!(categories.iter().map(|c| c.winners.len()).sum::<usize>(), 22);
    // Only the first sector is printed as one of businesses.
    let parents: Vec<_> = categories.iter().map(|c| c.parent.as_ref().map(|_| c.parent_basis)).collect();
    let (printed, inferred) = (Some(Basis::Stated), Some(Basis::Inferred));
    assert_eq!(parents, [None, None, printed, inferred, inferred, inferred, inferred, None]);
}

#[test]
fn every_winner_is_cited_by_the_name_that_is_printed() {
    let data = shipped();
    for winner in award(&data).categories.iter().flat_map(|c| &c.winners).chain(&award(&data).special) {
        assert_eq!(winner.name.only(Lang::Id), winner.evidence.as_ref().unwrap().figure.as_deref());
    }
}

#[test]
fn three_special_awards() {
    let data = shipped();
    let special: Vec<_> = award(&data)
        .special
        .iter()
        .map(|winner| {
            let persons = winner.persons.as_ref().unwrap();
            let label = persons.label.as_ref().unwrap().get(Lang::Id);
            (label, row(winner), persons.value, printed(persons.evidence.as_ref()))
        })
        .collect();
    let place = |region| Some((region, false));
    let expected = [
        (
            "pekerja rentan",
            ("Kabupaten Musi Banyuasin", None, place("musi-banyuasin"), 67),
            45_000,
            (67, "45.000"),
        ),
        (
            "pekerja lintas agama",
            ("Kabupaten Ogan Komering Ulu Timur", None, place("ogan-komering-ulu-timur"), 68),
            8_082,
            (68, "8.082"),
        ),
        (
            "pekerja miskin ekstrem",
            ("Kabupaten Ogan Komering Ulu Selatan", None, place("ogan-komering-ulu-selatan"), 69),
            4_914,
            (69, "4.914"),
        ),
    ];
    assert_eq!(special, expected);
    assert!(award(&data).special[0].note.is_some(), "45.000 is a round number, and readers are told");
}

#[test]
fn legal_basis_and_goal() {
    let data = shipped();
    let policies: Vec<_> = data
        .policies
        .iter()
        .map(|p| (p.instrument.get(Lang::Id), p.number.as_deref(), p.year, printed(p.evidence.as_ref())))
        .collect();
    assert_eq!(
        policies,
        [
            ("Instruksi Presiden", Some("2"), Some(2021), (2, "Nomor 2 Tahun 2021")),
            ("Instruksi Presiden", Some("8"), Some(2025), (2, "Nomor 8 Tahun 2025")),
        ]
    );
    let targets: Vec<_> = data.policies.iter().flat_map(|p| &p.targets).collect();
    let [target] = targets.as_slice() else { panic!("one goal") };
    assert_eq!((target.value.unwrap().to_string().as_str(), target.basis), ("100", Basis::Inferred));
    assert_eq!((target.by, printed(target.evidence.as_ref())), (Date::parse("2045"), (2, "UCJ 2045")));
}

#[test]
fn statements_are_words_not_data() {
    let data = shipped();
    let statements: Vec<_> = data
        .statements
        .iter()
        .map(|s| (s.speaker.as_str(), s.date.unwrap().to_string(), printed(s.evidence.as_ref()).0))
        .collect();
    let day = || "2025-08-27".to_owned();
    assert_eq!(statements, [("Muhyidin", day(), 5), ("Herman Deru", day(), 8), ("Herman Deru", day(), 10)]);
    // The governor's 31 percent is what he said, not a second figure.
    let rates = data.observations.iter().filter(|o| o.indicator == "coverage-rate" && o.group.is_none());
    assert_eq!(rates.count(), 1);
}

#[test]
fn gaps_and_contradictions_are_notes() {
    let data = shipped();
    let of = |severity| data.notes.iter().filter(move |note| note.severity == severity);
    let contradictions: Vec<_> = of(NoteSeverity::Contradiction).map(|note| note.id.as_str()).collect();
    assert_eq!(contradictions, ["note-jury"]);
    assert_eq!((of(NoteSeverity::Gap).count(), of(NoteSeverity::Info).count()), (11, 8));
    for note in &data.notes {
        assert!((1..=69).contains(&note.evidence.as_ref().unwrap().line.unwrap()), "{}", note.id);
    }
}

#[test]
fn the_glossary_explains_ten_terms() {
    let data = shipped();
    let terms: BTreeSet<_> = data.glossary.iter().map(|term| term.term.get(Lang::Id)).collect();
    let expected =
        ["DBH Sawit", "JHT", "JKK", "JKM", "JKP", "JP", "Non-ASN", "Paritrana Award", "RT/RW", "UCJ"];
    assert_eq!(terms.into_iter().collect::<Vec<_>>(), expected);
    for term in &data.glossary {
        let (id, en) = both(&term.definition);
        assert!(id != en && id.ends_with('.') && en.ends_with('.'), "{}", term.id);
    }
}
