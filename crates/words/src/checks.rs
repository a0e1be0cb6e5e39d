//! The words for what does not fit together. Only the build finds it, so they are not in the module
//! that browsers load.
use super::catalogue::catalogue;

catalogue! {
    /// The words for contradictions in a language. Places `{0}`, `{1}` … are filled in by
    /// [`super::fill`].
    CheckWords, checks:
    /// Label, rate as stated, as computed, numerator, denominator.
    rate: "{0}: disebut {1}, hitungan kami {2} (100 × {3} ÷ {4}).",
        "{0}: {1} stated, {2} computed (100 × {3} ÷ {4}).";
    /// Label, total, sum, set of groups.
    sum: "{0}: disebut {1}; kelompok dalam “{3}” berjumlah {2}.",
        "{0}: {1} stated; the groups of “{3}” add up to {2}.";
    /// Label, part, whole, label of the whole.
    part: "{0}: disebut {1}, lebih besar daripada keseluruhannya, {2} ({3}).",
        "{0}: {1} stated, more than its whole, {2} ({3}).";
    /// Label, change, as computed, the earlier figure, the later.
    change: "{0}: disebut {1}, hitungan kami {2} (dari {3} ke {4}).",
        "{0}: {1} stated, {2} computed (from {3} to {4}).";
    /// Label, persons, as computed, all of them, those who are covered.
    uncovered: "{0}: disebut {1}, hitungan kami {2} ({3} − {4}).",
        "{0}: {1} stated, {2} computed ({3} − {4}).";
    /// Label, amount, average, bounds, legal basis.
    average: "{0}: rata-rata hitungan kami {2}, di luar batas {3}{4}.",
        "{0}: {2} on average (computed), outside the bounds {3}{4}.";
    /// The legal basis of bounds.
    basis: " menurut {0}",
        " of {0}";
    /// Label, as stated, as listed.
    listed: "{0}: disebut {1}, tercantum {2}.",
        "{0}: {1} stated, {2} listed.";
    /// A rate as computed, below its name.
    computed: "hitungan kami {0}",
        "{0} computed";
}
