//! The rules that a schema cannot express.
use super::{Kind, Measure};
use crate::{Date, Decimal, Lang, Role, Severity, Time, Unit};

/// A rule that a dataset breaks, with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// No figure, no claim and no award: nothing to show.
    EmptyDataset,
    /// The list of languages is empty.
    NoLanguage,
    /// A text is missing in a language that the dataset declares.
    MissingLanguage {
        /// The language.
        lang: Lang,
        /// Whether it is the default one, which every text must have.
        default: bool,
    },
    /// An id that no record of the kind has.
    UnknownReference {
        /// What kind of record is meant.
        kind: Kind,
        /// The id.
        id: String,
        /// An id of that kind that is spelled nearly so.
        similar: Option<String>,
    },
    /// An id that an earlier record of the kind has.
    DuplicateId {
        /// What kind of record it is.
        kind: Kind,
        /// The id.
        id: String,
        /// The line of the earlier record.
        first_line: u32,
    },
    /// An id with characters that are awkward in addresses.
    OddId {
        /// The id.
        id: String,
    },
    /// A file that is not named after the report's id.
    FileName {
        /// The id.
        id: String,
        /// The file's name, without its ending.
        name: String,
    },
    /// A group that stands twice in a set.
    RepeatedMember {
        /// The id of the group.
        id: String,
    },
    /// A record that contains itself, over others or directly.
    Cycle {
        /// What kind of record it is.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// The figure named as the headline has no value.
    HeadlineWithoutValue,
    /// The figure named as the headline is that of a group, not of all.
    HeadlineOfGroup {
        /// The id of the group.
        group: String,
    },
    /// A letter that nobody sees, or a mark that turns the direction of writing.
    HiddenLetter {
        /// The letter.
        letter: char,
        /// Its name after the Unicode Standard; empty where it is a rare one.
        name: &'static str,
    },
    /// An address that is not a web address.
    BadUrl {
        /// The address.
        url: String,
    },
    /// A currency that ISO 4217 does not know.
    UnknownCurrency {
        /// The code.
        code: String,
    },
    /// The name of a private person in a text that is published as it is.
    PrivateName {
        /// JSON pointer of the person; the name is not repeated here.
        person: String,
    },
    /// A hash that is no SHA-256.
    BadHash,
    /// The text of a source is another one than the dataset was made of.
    OtherText {
        /// The SHA-256 that the dataset names.
        stated: String,
        /// That of the text.
        found: String,
    },
    /// A line that the text of a source does not have.
    NoSuchLine {
        /// The line.
        line: u32,
        /// How many lines the text has.
        lines: usize,
    },
    /// A token that does not stand in its source where the evidence says.
    TokenNotThere {
        /// The token.
        token: String,
        /// The line that is named; `None` where none is.
        line: Option<u32>,
        /// The first line in which the token stands; `None` where there is none.
        elsewhere: Option<u32>,
    },
    /// A figure without evidence.
    NoEvidence,
    /// The evidence of a figure without the figure's token as printed.
    NoToken,
    /// An indicator's role and unit do not fit.
    UnitOfRole {
        /// The role.
        role: Role,
        /// What the role is counted in.
        expected: Measure,
        /// What the indicator is counted in.
        found: Measure,
    },
    /// An indicator with a numerator or denominator is not a percentage.
    UnitOfRate {
        /// What the indicator is counted in.
        found: Measure,
    },
    /// The numerator or denominator of a rate is itself a percentage.
    RateOfRates {
        /// The id of the numerator or denominator.
        indicator: String,
    },
    /// A part is not counted in what its whole is counted in, or a numerator not in what its
    /// denominator is counted in.
    UnitOfPart {
        /// The id of the whole or the denominator.
        whole: String,
        /// What that is counted in.
        expected: Unit,
        /// What the part or the numerator is counted in.
        found: Unit,
    },
    /// A number below 0 of something that cannot be negative.
    Negative {
        /// The number.
        value: Decimal,
    },
    /// A fraction of something that is counted in whole numbers.
    NotWhole {
        /// The number.
        value: Decimal,
    },
    /// A percentage that is more than a thousand.
    AbsurdPercentage {
        /// The number.
        value: Decimal,
    },
    /// A number that is not what the evidence says is printed.
    TokenMismatch {
        /// The number.
        value: Decimal,
        /// The figure's token as printed.
        token: String,
    },
    /// A change that is not told in percent, or is a change of itself.
    OddChange,
    /// A fact with fewer than two versions, or more than one that is preferred.
    OddFact {
        /// How many versions there are.
        versions: usize,
        /// How many of them are preferred.
        preferred: usize,
    },
    /// More or fewer categories or winners are listed than are stated.
    AwardCount {
        /// The name of the number in the dataset.
        what: &'static str,
        /// How many are stated.
        stated: u32,
        /// How many are listed.
        listed: usize,
    },
    /// A rate without a base, though one is stated for another time, which has no rate.
    BaseOfOtherTime {
        /// The id of the base's observation.
        base: String,
        /// When the base holds.
        of_base: Time,
        /// When the rate holds.
        of_rate: Time,
    },
    /// A number that is finer than the step it is rounded to.
    OffStep {
        /// The number.
        value: Decimal,
        /// The step.
        step: Decimal,
    },
    /// A status of a missing value beside a number, or the other way round.
    StatusMismatch {
        /// Whether there is a number.
        has_value: bool,
    },
    /// A date after the day the dataset was last changed.
    FutureDate {
        /// The date.
        date: Date,
        /// When the dataset was last changed.
        updated: Date,
    },
    /// The same figure from the same source, stated before.
    DuplicateObservation {
        /// The id of the earlier one.
        first: String,
    },
    /// Different statements of the same figure, and not exactly one of them is preferred.
    Conflict {
        /// The ids of all of them, in the order of the text.
        ids: Vec<String>,
        /// How many are preferred.
        preferred: usize,
    },
    /// A stated rate that is not numerator ÷ denominator, even with rounding.
    RateMismatch {
        /// The rate as stated, in percent.
        stated: Decimal,
        /// The rate computed, in percent.
        computed: Decimal,
        /// The id of the observation above the fraction line.
        numerator: String,
        /// The id of the observation below it.
        denominator: String,
    },
    /// The groups of a set do not add up to the total, even with rounding.
    PartsMismatch {
        /// The id of the set of groups.
        set: String,
        /// The total as stated.
        total: Decimal,
        /// The sum of the parts.
        sum: Decimal,
    },
    /// A part that is larger than its total, even with rounding.
    PartExceedsTotal {
        /// The part.
        part: Decimal,
        /// The total.
        total: Decimal,
        /// The id of the total's observation.
        of: String,
    },
    /// A stated change that is not the one between the figures.
    ChangeMismatch {
        /// The change as it is stated.
        stated: Decimal,
        /// What the figures give.
        computed: Decimal,
        /// The id of the earlier figure.
        from: String,
        /// The id of the later one.
        to: String,
    },
    /// Persons who are not covered that are not the whole less those who are.
    UncoveredMismatch {
        /// Their number as it is stated.
        stated: Decimal,
        /// What the figures give.
        computed: Decimal,
        /// The id of the whole.
        whole: String,
        /// The id of those who are covered.
        covered: String,
    },
    /// An average outside the bounds that the indicator gives, even with rounding.
    AverageMismatch {
        /// The average computed.
        computed: Decimal,
        /// The smallest average that is possible.
        low: Decimal,
        /// The largest.
        high: Decimal,
        /// The id of the observation that the amount is divided by.
        count: String,
    },
    /// The bounds of an average leave no number.
    EmptyBounds {
        /// The smallest average that is possible.
        low: Decimal,
        /// The largest.
        high: Decimal,
    },
    /// A number or an amount of claims that is not that of the claims listed, which are all.
    ListMismatch {
        /// The number or the amount as stated.
        stated: Decimal,
        /// That of the list.
        listed: Decimal,
    },
    /// More or fewer jurors are listed than are stated.
    JuryCount {
        /// How many are stated.
        stated: u32,
        /// How many are listed.
        listed: usize,
    },
    /// Rank 0; ranks count from 1.
    RankZero,
}

impl Breach {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::EmptyDataset
            | Self::NoLanguage
            | Self::MissingLanguage { default: true, .. }
            | Self::UnknownReference { .. }
            | Self::DuplicateId { .. }
            | Self::Cycle { .. }
            | Self::BadUrl { .. }
            | Self::BadHash
            | Self::NoSuchLine { .. }
            | Self::TokenNotThere { .. }
            | Self::UnknownCurrency { .. }
            | Self::PrivateName { .. }
            | Self::UnitOfRole { .. }
            | Self::UnitOfRate { .. }
            | Self::RateOfRates { .. }
            | Self::UnitOfPart { .. }
            | Self::Negative { .. }
            | Self::NotWhole { .. }
            | Self::OddChange
            | Self::DuplicateObservation { .. }
            | Self::EmptyBounds { .. }
            | Self::RankZero => Severity::Error,
            Self::MissingLanguage { default: false, .. }
            | Self::OddId { .. }
            | Self::FileName { .. }
            | Self::RepeatedMember { .. }
            | Self::HeadlineWithoutValue
            | Self::HeadlineOfGroup { .. }
            | Self::HiddenLetter { .. }
            | Self::AbsurdPercentage { .. }
            | Self::TokenMismatch { .. }
            | Self::OtherText { .. }
            | Self::OddFact { .. }
            | Self::BaseOfOtherTime { .. }
            | Self::NoEvidence
            | Self::NoToken
            | Self::OffStep { .. }
            | Self::StatusMismatch { .. }
            | Self::FutureDate { .. }
            | Self::Conflict { .. }
            | Self::RateMismatch { .. }
            | Self::PartsMismatch { .. }
            | Self::PartExceedsTotal { .. }
            | Self::ChangeMismatch { .. }
            | Self::UncoveredMismatch { .. }
            | Self::AverageMismatch { .. }
            | Self::ListMismatch { .. } => Severity::Warning,
            Self::JuryCount { .. } | Self::AwardCount { .. } => Severity::Note,
        }
    }

    /// A stable name for programs and for searching.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyDataset => "empty-dataset",
            Self::NoLanguage => "no-language",
            Self::MissingLanguage { .. } => "missing-language",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::OddId { .. } => "odd-id",
            Self::FileName { .. } => "file-name",
            Self::RepeatedMember { .. } => "repeated-member",
            Self::Cycle { .. } => "cycle",
            Self::HeadlineWithoutValue => "headline-without-value",
            Self::HeadlineOfGroup { .. } => "headline-of-group",
            Self::HiddenLetter { .. } => "hidden-letter",
            Self::AbsurdPercentage { .. } => "absurd-percentage",
            Self::TokenMismatch { .. } => "token-mismatch",
            Self::OddChange => "odd-change",
            Self::OddFact { .. } => "odd-fact",
            Self::AwardCount { .. } => "award-count",
            Self::BaseOfOtherTime { .. } => "base-of-other-time",
            Self::BadUrl { .. } => "bad-url",
            Self::UnknownCurrency { .. } => "unknown-currency",
            Self::PrivateName { .. } => "private-name",
            Self::BadHash => "bad-hash",
            Self::OtherText { .. } => "other-text",
            Self::NoSuchLine { .. } => "no-such-line",
            Self::TokenNotThere { .. } => "token-not-there",
            Self::NoEvidence => "no-evidence",
            Self::NoToken => "no-token",
            Self::UnitOfRole { .. }
            | Self::UnitOfRate { .. }
            | Self::RateOfRates { .. }
            | Self::UnitOfPart { .. } => "unit-mismatch",
            Self::Negative { .. } => "negative",
            Self::NotWhole { .. } => "not-whole",
            Self::OffStep { .. } => "off-step",
            Self::StatusMismatch { .. } => "status-mismatch",
            Self::FutureDate { .. } => "future-date",
            Self::DuplicateObservation { .. } => "duplicate-observation",
            Self::Conflict { .. } => "conflict",
            Self::RateMismatch { .. } => "rate-mismatch",
            Self::PartsMismatch { .. } => "parts-mismatch",
            Self::PartExceedsTotal { .. } => "part-exceeds-total",
            Self::ChangeMismatch { .. } => "change-mismatch",
            Self::UncoveredMismatch { .. } => "uncovered-mismatch",
            Self::AverageMismatch { .. } => "average-mismatch",
            Self::EmptyBounds { .. } => "empty-bounds",
            Self::ListMismatch { .. } => "list-mismatch",
            Self::JuryCount { .. } => "jury-count",
            Self::RankZero => "rank-zero",
        }
    }
}
