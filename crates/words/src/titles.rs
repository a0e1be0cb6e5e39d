//! The words of the titles of cards: what was found, in one line or two (`docs/charts.md`, “Titles”).
use dataset::Lang;

use super::catalogue::catalogue;

catalogue! {
    /// The words of the titles in a language. Places `{0}`, `{1}` … are filled in by [`super::fill`].
    TitleWords, titles:
    /// A rate in persons: of 100.
    of_hundred: "{0} dari 100", "{0} in 100";
    /// A rate of a group: a number of 100, or a percentage.
    covered: "{0} terlindungi", "{0} covered";
    /// A rate above 100 % is no part of anything: the percentage.
    rate: "tingkat kepesertaan {0}", "coverage rate {0}";
    /// Somebody and what is said of it.
    of: "{0}: {1}", "{0}: {1}";
    /// Two names, or a name and a place.
    two: "{0}, {1}", "{0}, {1}";
    /// Two of a kind.
    both: "{0} dan {1}", "{0} and {1}";
    /// Two groups or regions, each with what is said of it.
    pair: "{0}; {1}", "{0}; {1}";
    /// All alike: who, and what is said of each.
    each: "{0}: masing-masing {1}", "{0}: {1} each";
    /// Groups that are compared.
    group_count: "{0} kelompok", "{0} groups";
    /// Regions that are compared.
    region_count: "{0} daerah", "{0} regions";
    /// Of those some have no rate.
    with_rate: "{0} yang ada persentasenya", "{0} with a rate";
    /// Of groups some have no number of people who are not covered.
    with_number: "{0} yang dapat dihitung", "{0} with a number";
    /// The lowest: what is said of it, among whom.
    lowest: "{0}, terendah dari {1}", "{0}, the lowest of {1}";
    /// The highest: what is said of it, among whom.
    highest: "{0}, tertinggi dari {1}", "{0}, the highest of {1}";
    /// The most: what is said of it, among whom.
    most: "{0}, terbanyak dari {1}", "{0}, the most among {1}";
    /// A group beside the whole region: what is said of it, region, the region's rate.
    below: "{0}, di bawah {1} ({2})", "{0}, below {1} ({2})";
    /// The same.
    above: "{0}, di atas {1} ({2})", "{0}, above {1} ({2})";
    /// The same.
    equal: "{0}, sama dengan {1} ({2})", "{0}, the same as {1} ({2})";
    /// Groups beside the whole region: how many, of how many, region, the region's rate.
    some_below: "{0} dari {1} di bawah tingkat kepesertaan {2} ({3})", "{0} of {1} {0 is|are} below the coverage rate of {2} ({3})";
    /// All groups beside the whole region: how many, region, the region's rate.
    all_below: "{0}: semuanya di bawah tingkat kepesertaan {1} ({2})", "{0}, all below the coverage rate of {1} ({2})";
    /// The same.
    all_above: "{0}: semuanya di atas tingkat kepesertaan {1} ({2})", "{0}, all above the coverage rate of {1} ({2})";

    /// The headline: a number of 100, who is counted, region, the number alone.
    headline: "{0} {1} di {2} terlindungi", "{0} {1} in {2} {3 is|are} covered";
    /// The headline: a percentage, who is counted, region.
    headline_percent: "{0} {1} di {2} terlindungi", "{0} of {1} in {2} are covered";

    /// People who are not covered: how many.
    uncovered: "{0} orang belum terlindungi", "{0} {0 person|people} not covered";
    /// The largest part: group, share, who is counted.
    part: "Bagian terbesar dari {2} yang terlindungi: {0}, {1}", "The largest part of the {2} covered: {0}, {1}";

    /// A rise: what, from, when, to, when.
    rise: "{0} naik dari {1} ({2}) ke {3} ({4})", "{0} rose from {1} ({2}) to {3} ({4})";
    /// A fall.
    fall: "{0} turun dari {1} ({2}) ke {3} ({4})", "{0} fell from {1} ({2}) to {3} ({4})";
    /// The same figure at both times: what, figure, when, when.
    same: "{0}: {1} {2} dan {3}", "{0}: {1} {2} and {3}";
    /// What rounding allows to be no change: what, when, when.
    no_change: "{0} {1} dan {2}: selisihnya tidak melebihi pembulatan", "{0} {1} and {2}: no change beyond rounding";
    /// A break of the series: what, when.
    new_series: "{0}: deret baru sejak {1}, tidak dibandingkan dengan sebelumnya",
        "{0}: new series from {1}, not compared with earlier figures";

    /// The pace to a goal: goal, by when, how much.
    pace: "Untuk mencapai {0} pada {1}, perlu naik {2} setahun", "Reaching {0} by {1} takes a rise of {2} a year";
    /// The goal is reached: goal, figure.
    reached: "Sasaran {0} tercapai: {1}", "The goal of {0} is reached: {1}";

    /// Claims: amount, number.
    claims: "Manfaat {0} untuk {1} klaim", "Benefits of {0} for {1} {1 claim|claims}";
    /// The amount alone.
    claims_amount: "Manfaat {0}", "Benefits of {0}";
    /// The number alone.
    claims_count: "{0} klaim tercatat", "{0} {0 claim|claims} recorded";
    /// The most of what programmes have: what is counted, programme, how much.
    programme_most: "{0}: {1} terbanyak, {2}", "{0}: most for {1}, {2}";
    /// The same where some programmes have no number.
    programme_most_stated: "{0}: {1} terbanyak yang disebutkan, {2}", "{0}: most stated for {1}, {2}";
    /// Programmes that are equal: what is counted, programmes, how much.
    programme_each: "{0}: {1}, masing-masing {2}", "{0}: {1}, {2} each";

    /// Claims in the table that are examples.
    examples: "{0} contoh klaim", "{0} {0 example of a claim|examples of claims}";
    /// Claims in the table.
    cases: "{0} klaim", "{0} {0 claim|claims}";
    /// Each of them: which, amount.
    case_each: "{0}, masing-masing {1}", "{0}, {1} each";

    /// Winners: how many, categories.
    winners: "{0} penerima dari {1} kategori", "{0} {0 winner|winners} in {1} {1 category|categories}";
    /// Most of them: winners, place, how many.
    winners_most: "{0}, terbanyak dari {1} ({2})", "{0}, most from {1} ({2})";
    /// The place with the most winners: place, how many, of how many.
    place_most: "Terbanyak dari {0}: {1} dari {2} penerima", "Most from {0}: {1} of {2} winners";
    /// The places with the most winners: places, how many each, of how many.
    places_most: "Terbanyak dari {0}: masing-masing {1} dari {2} penerima", "Most from {0}: {1} each of {2} winners";
    /// Behind winners, where the place of some is not known.
    place_known: "{0} yang daerahnya diketahui", "{0} whose region is known";
    /// Winners of several places: winners, places.
    places: "{0} penerima dari {1} daerah", "{0} winners from {1} regions";

    /// Special awards.
    special: "{0} penerima penghargaan khusus", "{0} special award {0 winner|winners}";
    /// Winners of special awards, among whom one has the most.
    winner_count: "{0} penerima", "{0} winners";
    /// The persons whom a winner protects: the winner, how many, who they are.
    special_persons: "{0}: {1} {2}", "{0}: {1} {2}";

    /// A jury: how many.
    jury: "{0} juri", "{0} {0 juror|jurors}";
    /// A jury of which some are named: named, of how many.
    jury_named: "{0} dari {1} juri disebut namanya", "{0} of {1} jurors are named";
    /// A jury with more names than jurors: jurors, names.
    jury_more: "Disebut {0} juri, tercantum {1} nama", "{0} {0 juror|jurors} stated, {1} names listed";
}

const SMALL_ID: [&str; 9] =
    ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];
const SMALL_EN: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// A count of things beside other numbers: in words from two to ten, `empat`, else in digits, `40`.
#[must_use]
pub fn small_count(lang: Lang, number: usize) -> String {
    let names = match lang {
        Lang::Id => &SMALL_ID,
        Lang::En => &SMALL_EN,
    };
    let name = number.checked_sub(2).and_then(|at| names.get(at));
    name.map_or_else(|| super::count(lang, number), |name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_are_words() {
        assert_eq!(
            [1, 2, 4, 10, 11, 40].map(|n| small_count(Lang::Id, n)),
            ["1", "dua", "empat", "sepuluh", "11", "40"]
        );
        assert_eq!([0, 3, 10, 2000].map(|n| small_count(Lang::En, n)), ["0", "three", "ten", "2,000"]);
    }
}
