//! The words for what does not fit together. Only the build finds it, so they are not in the module
//! that browsers load.
use dataset::Lang;

/// The words for contradictions in a language. Places `{0}`, `{1}` … are filled in by
/// [`super::fill`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckWords {
    /// Label, rate as stated, as computed, numerator, denominator.
    pub rate: &'static str,
    /// Label, total, sum, set of groups.
    pub sum: &'static str,
    /// Label, part, whole, label of the whole.
    pub part: &'static str,
    /// Label, amount, average, bounds, legal basis.
    pub average: &'static str,
    /// The legal basis of bounds.
    pub basis: &'static str,
    /// Label, as stated, as listed.
    pub listed: &'static str,
    /// A rate as computed, below its name.
    pub computed: &'static str,
}

static ID: CheckWords = CheckWords {
    rate: "{0}: disebut {1}, hitungan kami {2} (100 × {3} ÷ {4}).",
    sum: "{0}: disebut {1}; kelompok dalam “{3}” berjumlah {2}.",
    part: "{0}: disebut {1}, lebih besar daripada keseluruhannya, {2} ({3}).",
    average: "{0}: rata-rata hitungan kami {2}, di luar batas {3}{4}.",
    basis: " menurut {0}",
    listed: "{0}: disebut {1}, tercantum {2}.",
    computed: "hitungan kami {0}",
};

static EN: CheckWords = CheckWords {
    rate: "{0}: {1} stated, {2} computed (100 × {3} ÷ {4}).",
    sum: "{0}: {1} stated; the groups of “{3}” add up to {2}.",
    part: "{0}: {1} stated, more than its whole, {2} ({3}).",
    average: "{0}: {2} on average (computed), outside the bounds {3}{4}.",
    basis: " of {0}",
    listed: "{0}: {1} stated, {2} listed.",
    computed: "{0} computed",
};

/// The words for contradictions in a language.
#[must_use]
pub fn checks(lang: Lang) -> &'static CheckWords {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}
