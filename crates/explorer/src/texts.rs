//! What is said of figures, in a language. The words are the catalogue's ([`words::ClaimsWords`]).
use dataset::Decimal;
use words::{ClaimsWords, Lang, claims, count, fill, money_short, number};

use crate::{
    Figures, Grain, Index, Lookup, Measure, Percentile, Selection,
    address::{Ignored, Reason},
    ledger::{Fault, Progress},
    protocol::Shown,
};

/// An amount, shortened only where that loses nothing: `Rp9,52 juta`, but `Rp16.616.957`.
#[must_use]
pub fn amount(index: &Index, lang: Lang, amount: i64) -> String {
    let value = Decimal::whole(amount);
    index.currency().map_or_else(|| number(lang, value), |currency| money_short(lang, value, None, &currency))
}

/// A figure of a selection, or why there is none.
#[must_use]
pub fn figure(index: &Index, lang: Lang, found: &Lookup<Figures>, measure: Measure) -> String {
    let words = claims(lang);
    let figures = match found {
        Lookup::Value(figures) => figures,
        Lookup::FewOrNone => return few(words.few_or_none(), index, lang, &[]),
        Lookup::NotTabulated => return words.not_tabulated().to_owned(),
        Lookup::NotLoaded => return words.not_loaded().to_owned(),
    };
    match measure {
        Measure::Count => whole(lang, figures.count),
        Measure::Amount => amount(index, lang, figures.amount),
        Measure::Average => figures.value(measure).map_or(String::new(), |value| amount(index, lang, value)),
        Measure::Median => percentile(lang, figures.median_amount(), |value| amount(index, lang, value)),
        Measure::Days => percentile(lang, figures.median_days(), |days| {
            fill(words.days_value(), &[&number(lang, Decimal::whole(days))])
        }),
    }
}

/// A percentile in its dress, or why it is not there.
fn percentile(lang: Lang, percentile: Percentile, dress: impl FnOnce(i64) -> String) -> String {
    let words = claims(lang);
    match percentile {
        Percentile::Value(value) => dress(value),
        Percentile::TooFew(from) => fill(words.too_few(), &[&whole(lang, from)]),
        Percentile::NotTabulated => words.not_by_month().to_owned(),
        Percentile::NotStated => words.days_not_stated().to_owned(),
    }
}

/// What is compared, as a heading.
#[must_use]
pub fn measure(words: &ClaimsWords, measure: Measure) -> &'static str {
    match measure {
        Measure::Count => words.count(),
        Measure::Amount => words.amount(),
        Measure::Average => words.average(),
        Measure::Median => words.median(),
        Measure::Days => words.days(),
    }
}

/// A period with how far it reaches: `Oktober 2024 – Februari 2025` for all, `2025, sampai Februari 2025` for a year that
/// has not ended, `Juli 2025`.
#[must_use]
pub fn period(index: &Index, lang: Lang, time: u16) -> String {
    let words = claims(lang);
    let label = |time| index.period_label(lang, time);
    match (index.grain(time), index.span(time)) {
        (Grain::All, Some([first, last])) => fill(words.all_periods_span(), &[&label(first), &label(last)]),
        (Grain::All, None) => words.all_periods().to_owned(),
        (Grain::Year, Some([_, last])) if index.date(last).is_some_and(|date| date.month != Some(12)) => {
            fill(words.year_so_far(), &[&label(time), &label(last)])
        }
        _ => label(time),
    }
}

/// What was found of a selection, as the title of its card; empty while its file is not there.
#[must_use]
pub fn finding(index: &Index, lang: Lang, selection: Selection, found: &Lookup<Figures>) -> String {
    let words = claims(lang);
    let region = index.region_label(lang, selection.region);
    let period = period(index, lang, selection.time);
    match found {
        Lookup::Value(figures) => {
            let claims = whole(lang, figures.count);
            match figures.median_amount().value() {
                Some(median) => {
                    fill(words.finding_median(), &[&claims, region, &period, &amount(index, lang, median)])
                }
                None => fill(words.finding(), &[&claims, region, &period]),
            }
        }
        Lookup::FewOrNone => few(words.finding_few(), index, lang, &[region, &period]),
        Lookup::NotTabulated => words.not_tabulated().to_owned(),
        Lookup::NotLoaded => String::new(),
    }
}

/// How many rows a table shows.
#[must_use]
pub fn rows(lang: Lang, shown: &Shown) -> String {
    let words = claims(lang);
    let [rows, of] = [shown.rows, shown.of].map(|rows| whole(lang, rows));
    match shown.rows {
        0 => words.rows_none().to_owned(),
        all if all == shown.of => fill(words.rows_all(), &[&rows]),
        _ => fill(words.rows_some(), &[&rows, &of]),
    }
}

/// That files of rows are missing, and how many; `None` where none is.
#[must_use]
pub fn missing(lang: Lang, progress: Progress) -> Option<String> {
    let values = [whole(lang, progress.failed), whole(lang, progress.files)];
    (progress.failed > 0).then(|| fill(claims(lang).rows_missing(), &values.each_ref().map(String::as_str)))
}

/// What an address asks for in vain.
#[must_use]
pub fn ignored(lang: Lang, ignored: &Ignored) -> String {
    let words = claims(lang);
    let message = match ignored.reason {
        Reason::Region => words.ignored_region(),
        Reason::Period => words.ignored_period(),
        Reason::Programme => words.ignored_programme(),
        Reason::Group => words.ignored_group(),
        Reason::Channel => words.ignored_channel(),
        Reason::Measure => words.ignored_measure(),
        Reason::Column => words.ignored_column(),
        Reason::Range => words.ignored_range(),
        Reason::Row => words.ignored_row(),
    };
    fill(message, &[&ignored.value])
}

/// Why a file is not there.
#[must_use]
pub fn fault(lang: Lang, fault: &Fault) -> String {
    let words = claims(lang);
    match fault {
        Fault::Network => words.fault_network().to_owned(),
        Fault::Status(status @ (404 | 410)) => fill(words.fault_gone(), &[&status.to_string()]),
        Fault::Status(status) => fill(words.fault_status(), &[&status.to_string()]),
        Fault::Damaged(_) => words.fault_damaged().to_owned(),
        Fault::Newer => words.fault_newer().to_owned(),
    }
}

/// A message with the smallest number that is published before its other values.
fn few(message: &str, index: &Index, lang: Lang, values: &[&str]) -> String {
    let smallest = whole(lang, index.manifest().settings.smallest);
    fill(message, &[&[smallest.as_str()][..], values].concat())
}

fn whole(lang: Lang, value: impl TryInto<usize>) -> String {
    count(lang, value.try_into().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use claims::Cell;

    use super::*;
    use crate::{protocol::Shown, sample, totals::Totals};

    fn of(count: u32, amount: i64, median: Option<i64>) -> Lookup<Figures> {
        let cell = Cell { count, amount, amounts: [None, None, median, None, None], ..Cell::default() };
        Lookup::Value(Figures::of(&sample::index(), 0, &cell))
    }

    fn said(found: &Lookup<Figures>) -> [String; 5] {
        Measure::ALL.map(|measure| figure(&sample::index(), Lang::Id, found, measure).replace('\u{a0}', " "))
    }

    #[test]
    fn figures_are_said_as_exactly_as_they_are() {
        let found = of(1234, 16_616_957_000, Some(9_520_000));
        assert_eq!(
            said(&found),
            ["1.234", "Rp16.616.957.000", "Rp13.465.929", "Rp9,52 juta", "tidak disebutkan"]
        );
        let found = of(8, 42_000_000, None);
        assert_eq!(
            said(&found),
            [
                "8",
                "Rp42 juta",
                "Rp5,25 juta",
                "diterbitkan bila ada sedikitnya 9 klaim",
                "diterbitkan bila ada sedikitnya 9 klaim"
            ]
        );
    }

    #[test]
    fn what_is_not_there_says_why() {
        for (found, wanted) in [
            (Lookup::FewOrNone, "tidak ada, atau kurang dari 5"),
            (Lookup::NotTabulated, "tidak diterbitkan per bulan untuk satu kelompok"),
            (Lookup::NotLoaded, "belum dimuat"),
        ] {
            assert_eq!(said(&found), [wanted; 5]);
        }
    }

    #[test]
    fn titles_say_what_was_found() {
        let index = sample::index();
        let selection = Selection { region: 3, time: 2, ..Selection::default() };
        let title =
            |lang, found: &Lookup<Figures>| finding(&index, lang, selection, found).replace('\u{a0}', " ");
        assert_eq!(
            title(Lang::Id, &of(1234, 9, Some(9_520_000))),
            "1.234 klaim di Kota Ámba, 2025, sampai Februari 2025: separuhnya bernilai Rp9,52 juta atau kurang"
        );
        assert_eq!(title(Lang::En, &of(6, 9, None)), "6 claims in Kota Ámba, 2025, up to February 2025");
        assert_eq!(
            title(Lang::En, &Lookup::FewOrNone),
            "No claims, or fewer than 5, in Kota Ámba, 2025, up to February 2025"
        );
    }

    #[test]
    fn periods_say_how_far_they_reach() {
        let index = sample::index();
        let said = [0, 1, 2, 6].map(|time| period(&index, Lang::Id, time));
        assert_eq!(
            said,
            ["Oktober 2024 – Februari 2025", "2024", "2025, sampai Februari 2025", "Januari 2025"]
        );
    }

    #[test]
    fn rows_are_counted_with_what_they_are_of() {
        let shown = |rows, of| Shown { rows, of, before: 0, totals: Totals::default() };
        assert_eq!(rows(Lang::En, &shown(1, 1)), "1 claim");
        assert_eq!(rows(Lang::En, &shown(12, 1000)), "12 of 1,000 claims match");
        assert_eq!(rows(Lang::Id, &shown(0, 1000)), "Tidak ada klaim yang cocok.");
    }

    #[test]
    fn faults_and_wishes_in_vain_are_said() {
        assert_eq!(fault(Lang::En, &Fault::Status(503)), "The server answered 503.");
        assert_eq!(fault(Lang::En, &Fault::Status(404)), "It is not there (404); load the page again.");
        let progress = Progress { here: 3, failed: 1, files: 4, ..Progress::default() };
        let said = missing(Lang::En, progress).unwrap();
        assert!(said.starts_with("1 of 4 files of claims did not come."), "{said}");
        assert_eq!(missing(Lang::En, Progress { failed: 0, ..progress }), None);
        let vain = Ignored { name: "region", value: "atlantis".into(), reason: Reason::Region };
        assert_eq!(ignored(Lang::Id, &vain), "daerah “atlantis”");
    }
}
