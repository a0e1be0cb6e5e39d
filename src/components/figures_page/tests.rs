use expect_test::expect_file;

use super::*;

fn dataset(text: &str) -> &'static Dataset {
    Box::leak(Box::new(dataset::read(text).dataset.unwrap()))
}

fn shipped() -> &'static Dataset {
    dataset(include_str!("../../../public/data/sumsel-2025-08.json"))
}

fn of(data: &Dataset, lang: Lang) -> FiguresPage<'_> {
    let blocks = &[Block::Groups, Block::Jury];
    FiguresPage { data, lang, edition: "e-0", dataset_file: "data/d.json", blocks, address: None }
}

fn html(data: &Dataset, lang: Lang) -> String {
    figures_page(FiguresPage { address: Some("https://example.org/r/v/e-0/"), ..of(data, lang) })
}

/// The section of a figure.
fn section_of<'t>(html: &'t str, key: &str) -> &'t str {
    let (_, section) = html.split_once(&format!("<section id=\"{key}\"")).unwrap();
    section.split_once("</section>").unwrap().0
}

#[test]
fn the_page_is_as_it_was_looked_at() {
    for lang in Lang::ALL {
        let file = format!("../goldens/figures-{}.html", lang.code());
        expect_file![file].assert_eq(&html(shipped(), lang).replace("><", ">\n<"));
    }
}

#[test]
fn a_computed_figure_says_how_it_came_about() {
    let page = html(shipped(), Lang::En);
    let uncovered = section_of(&page, "uncovered.non-asn");
    for wanted in [
        "97,966–98,359",
        "98,162; the range is 97,966 to 98,359",
        "href=\"#base.non-asn\"",
        "base − people covered",
    ] {
        assert!(uncovered.contains(wanted), "{wanted}: {uncovered}");
    }
    let base = section_of(&page, "base.non-asn");
    assert!(base.contains("Percentages from 46.65% to 46.75% are all written 46.7%"), "{base}");
    assert!(base.contains("href=\"#covered-non-asn-2025-08\""), "{base}");
    let gap = section_of(&page, "computed.gap");
    assert!(gap.contains("68.665") && gap.contains("68.675") && gap.contains("#goal.ucj-2045"), "{gap}");
    let average = section_of(&page, "computed.average");
    assert!(average.contains("Rp16,616,957; the range is Rp16,615,801 to Rp16,618,113"), "{average}");
}

#[test]
fn a_stated_figure_says_where_it_stands_and_what_is_not_known() {
    let page = html(shipped(), Lang::Id);
    let total = section_of(&page, "coverage-total-2025-08");
    for wanted in [
        "antara 31,325% dan 31,335%",
        "#:~:text=31%2C33%25",
        "AkselNews.com, baris 12",
        "Berapa orang yang menjadi dasarnya tidak disebut.",
        "https://example.org/r/v/e-0/figures/#coverage-total-2025-08",
    ] {
        assert!(total.contains(wanted), "{wanted}: {total}");
    }
    let missing = section_of(&page, "covered-total-2025-08");
    assert!(missing.contains("tidak disebutkan"), "{missing}");
    let rate = section_of(&page, "coverage-palm-growers-2025-08");
    assert!(rate.contains("daftar sasaran DBH Sawit") && rate.contains("#base.palm-growers"), "{rate}");
}

#[test]
fn no_private_person_is_named() {
    for text in [
        include_str!("../../../public/data/sumsel-2025-08.json"),
        include_str!("../../../tests/data/capabilities.json"),
    ] {
        let data = dataset(text);
        let claims = data.claims.as_ref().unwrap();
        let people = claims.cases.iter().flat_map(|case| [&case.beneficiary, &case.insured]).flatten();
        for name in people.filter(|person| person.private).filter_map(|person| person.name.as_ref()) {
            assert!(Lang::ALL.iter().all(|lang| !html(data, *lang).contains(name)), "{name}");
        }
    }
}

#[test]
fn without_an_address_citations_end_with_the_edition() {
    let page = figures_page(of(shipped(), Lang::Id));
    assert!(page.contains("edisi e-0.</textarea>") && !page.contains("/figures/#"));
}
