//! The figures: one long table.
use super::json::{Context, Node, Problem, Unread};
use super::record::{Field, Place, record, words};
use super::{Date, Decimal, Evidence, Text, Time};

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "RawObservation"))]
pub struct Observation {
    /// Its id.
    pub id: String,
    /// The id of what is observed.
    pub indicator: String,
    /// The id of where.
    pub region: String,
    /// The id of the group it is about; `None` for all workers.
    pub group: Option<String>,
    /// The id of the programme it is about; `None` for all, or where the source does not say.
    pub programme: Option<String>,
    /// When it holds.
    pub time: Time,
    /// How much.
    pub value: Value,
    /// The observation status after SDMX.
    pub status: Status,
    /// Whether this one is shown where several sources state the same figure.
    pub preferred: bool,
    /// Where it stands in the source.
    pub evidence: Option<Evidence>,
    /// Who pays, such as the budget of a region; absent where the source does not say.
    pub paid_by: Option<Text>,
    /// What a reader should know of it.
    pub note: Option<Text>,
}

/// A figure's value, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number as it was stated.
    Stated(Stated),
    /// No number.
    Missing(Missing),
}

impl Value {
    /// The number, if there is one.
    #[must_use]
    pub fn stated(&self) -> Option<Stated> {
        match self {
            Self::Stated(stated) => Some(*stated),
            Self::Missing(_) => None,
        }
    }
}

/// A number with its precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The number, with the decimals it was stated with.
    pub number: Decimal,
    /// The rounding step: 0.01 for `31.33`, 100 000 000 for `718.7 billion`. `None` for a number
    /// that is exact. Of two numbers between which the truth lies, the distance.
    pub step: Option<Decimal>,
    /// How the number relates to the truth.
    pub qualifier: Qualifier,
}

impl Stated {
    /// The larger one of two numbers between which the truth lies; `None` where there is one number.
    #[must_use]
    pub fn upper(&self) -> Option<Decimal> {
        let step = self.step.filter(|_| self.qualifier == Qualifier::Between)?;
        let scale = self.number.scale.max(step.scale);
        let units = self.number.units_at(scale) + step.units_at(scale);
        i64::try_from(units).ok().map(|units| Decimal::new(units, scale))
    }
}

/// How a stated number relates to the truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Qualifier {
    /// The number itself.
    #[default]
    Exact,
    /// Rounded to the nearest step.
    Rounded,
    /// Cut off at the step: the truth may be up to one step more.
    Truncated,
    /// The number or more.
    AtLeast,
    /// More than the number.
    MoreThan,
    /// The number or less.
    AtMost,
    /// Less than the number.
    LessThan,
    /// From the number up to one that is a step larger.
    Between,
    /// About the number.
    Approx,
    /// An estimate of the source.
    Estimate,
}

impl Qualifier {
    /// Whether the number is a bound on one side and nothing is known of the other.
    #[must_use]
    pub fn is_bound(self) -> bool {
        self.is_lower_bound() || self.is_upper_bound()
    }

    /// Whether the truth is the number or more, or more than it.
    #[must_use]
    pub fn is_lower_bound(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }

    /// Whether the truth is the number or less, or less than it.
    #[must_use]
    pub fn is_upper_bound(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }
}

words!(Qualifier { Exact = "exact", Rounded = "rounded", Truncated = "truncated", AtLeast = "at_least", MoreThan = "more_than", AtMost = "at_most", LessThan = "less_than", Between = "between", Approx = "approx", Estimate = "estimate" });

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Missing {
    /// The source does not state it.
    NotStated,
    /// It was not collected.
    NotCollected,
    /// It makes no sense here.
    NotApplicable,
    /// It is withheld to protect persons.
    Confidential,
}

words!(Missing { NotStated = "not_stated", NotCollected = "not_collected", NotApplicable = "not_applicable", Confidential = "confidential" });

/// The observation status after SDMX (code list `CL_OBS_STATUS`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Normal value.
    #[default]
    A,
    /// Estimated value.
    E,
    /// Missing value; it exists but was not collected.
    L,
    /// Missing value; it cannot exist.
    M,
    /// Missing value.
    O,
    /// Provisional value.
    P,
}

words!(Status { A = "A", E = "E", L = "L", M = "M", O = "O", P = "P" });

/// The form in which JSON writes an [`Observation`].
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        rename = "Observation",
        extend(
            "if" = { "properties": { "value": { "type": "number" } }, "required": ["value"] },
            "then" = { "properties": { "missing": { "type": "null" } } },
            "else" = { "properties": { "missing": { "type": "string" } }, "required": ["missing"] }
        )
    )
)]
struct RawObservation {
    /// Its id.
    id: String,
    /// The id of what is observed.
    indicator: String,
    /// The id of where.
    region: String,
    /// The id of the group it is about; absent for all workers.
    group: Option<String>,
    /// The id of the programme it is about; absent for all, or where the source does not say.
    programme: Option<String>,
    /// When it holds.
    time: Time,
    /// How much; null where there is no number, and then `missing` says why.
    value: Option<Decimal>,
    /// Why there is no number.
    missing: Option<Missing>,
    /// To how many decimals the number was stated; by default, as many as are written.
    decimals: Option<u8>,
    /// The rounding step, where it is not the last decimal place: 100000000 for `718.7 billion`.
    step: Option<Decimal>,
    /// The larger one of two numbers between which the truth lies; `value` is the smaller one.
    upper: Option<Decimal>,
    /// How the number relates to the truth. By default `between` with `upper`, `rounded` for a percentage and wherever
    /// there are decimals or a step, else `exact`.
    qualifier: Option<Qualifier>,
    /// The observation status after SDMX: A normal, E estimated, P provisional; for a missing
    /// value M (cannot exist), L (not collected) or O. By default A, or what `missing` says.
    status: Option<Status>,
    /// Whether this one is shown where several sources state the same figure.
    #[cfg_attr(feature = "schema", schemars(default))]
    preferred: bool,
    /// Where it stands in the source.
    evidence: Option<Evidence>,
    /// Who pays, such as the budget of a region; absent where the source does not say.
    paid_by: Option<Text>,
    /// What a reader should know of it.
    note: Option<Text>,
}

impl RawObservation {
    /// How much, or why there is no number.
    fn value(&self, context: &Context) -> Result<Value, &'static str> {
        match (self.value, self.missing) {
            (Some(value), None) => {
                let rounds = context.is_percentage(&self.indicator);
                if self.upper.is_some() || self.qualifier == Some(Qualifier::Between) {
                    return self.between(value).map(Value::Stated);
                }
                stated(value, self.decimals, self.step, self.qualifier, rounds).map(Value::Stated)
            }
            (None, Some(reason)) => Ok(Value::Missing(reason)),
            (Some(_), Some(_)) => Err("\"missing\" gives a reason although there is a value"),
            (None, None) => Err("a value that is null needs \"missing\": why there is none"),
        }
    }

    /// Two numbers between which the truth lies.
    fn between(&self, value: Decimal) -> Result<Stated, &'static str> {
        let scale = value.scale.max(self.upper.map_or(0, |upper| upper.scale));
        let (Some(upper), None, None, None | Some(Qualifier::Between)) =
            (self.upper, self.step, self.decimals, self.qualifier)
        else {
            return Err("\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else");
        };
        let distance = upper.units_at(scale) - value.units_at(scale);
        let step =
            i64::try_from(distance).ok().filter(|units| *units > 0).map(|units| Decimal::new(units, scale));
        match step {
            Some(step) => Ok(Stated { number: value, step: Some(step), qualifier: Qualifier::Between }),
            None => Err("\"between\" has a smaller \"value\" and a larger \"upper\", and nothing else"),
        }
    }

    fn with(self, value: Value) -> Observation {
        Observation {
            id: self.id,
            indicator: self.indicator,
            region: self.region,
            group: self.group,
            programme: self.programme,
            time: self.time,
            value,
            status: self.status.unwrap_or(match value {
                Value::Stated(_) => Status::A,
                Value::Missing(Missing::NotApplicable) => Status::M,
                Value::Missing(Missing::NotCollected) => Status::L,
                Value::Missing(Missing::NotStated | Missing::Confidential) => Status::O,
            }),
            preferred: self.preferred,
            evidence: self.evidence,
            paid_by: self.paid_by,
            note: self.note,
        }
    }
}

impl Field for Observation {
    const BLANK: Self = Self {
        id: String::new(),
        indicator: String::new(),
        region: String::new(),
        group: None,
        programme: None,
        time: Time::BLANK,
        value: Value::Missing(Missing::NotStated),
        status: Status::A,
        preferred: false,
        evidence: None,
        paid_by: None,
        note: None,
    };
}

impl Place for Observation {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        let mut raw = RawObservation::BLANK;
        raw.read(node, context)?;
        match raw.value(context) {
            Ok(value) => {
                *self = raw.with(value);
                Ok(())
            }
            Err(message) => context.fail(node, Problem::Invalid(message.to_owned())),
        }
    }
}

/// A number with the precision that its fields say. `rounds` is whether it counts as rounded to its
/// last digit where nothing says otherwise, as percentages do and counts do not.
///
/// # Errors
/// A sentence where `decimals` or `step` contradict the number.
pub(super) fn stated(
    value: Decimal,
    decimals: Option<u8>,
    step: Option<Decimal>,
    qualifier: Option<Qualifier>,
    rounds: bool,
) -> Result<Stated, &'static str> {
    let scale = decimals.unwrap_or(value.scale);
    if scale > super::number::MAX_SCALE {
        return Err("\"decimals\" is at most 9");
    }
    let number = value.rescale(scale);
    if number.compare(value).is_ne() {
        return Err("the value has more decimals than \"decimals\" says");
    }
    if step.is_some_and(|step| step.units <= 0) {
        return Err("\"step\" must be greater than 0");
    }
    let rounds = match qualifier {
        Some(qualifier) => matches!(qualifier, Qualifier::Rounded | Qualifier::Truncated),
        None => rounds,
    };
    let step = step.or_else(|| (scale > 0 || rounds).then(|| Decimal::new(1, scale)));
    let qualifier = qualifier.unwrap_or(if step.is_some() { Qualifier::Rounded } else { Qualifier::Exact });
    let step = if qualifier == Qualifier::Exact { None } else { step };
    Ok(Stated { number, step, qualifier })
}

/// Why figures stop being comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum BreakKind {
    /// What the rate is a rate of has changed.
    Base,
    /// It is counted or estimated in another way.
    Method,
    /// A new edition of the publication has revised its figures.
    Edition,
    /// The thing itself is defined in another way.
    Definition,
}

words!(BreakKind { Base = "base", Method = "method", Edition = "edition", Definition = "definition" });

/// A point in time where one indicator's figures stop being comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SeriesBreak {
    /// The id of the indicator.
    pub indicator: String,
    /// The first date of the new series.
    pub at: Date,
    /// What kind of break it is; absent where the source does not say.
    pub kind: Option<BreakKind>,
    /// What changed: the base, the method.
    pub note: Text,
    /// Where the source says so.
    pub evidence: Option<Evidence>,
}

record!(RawObservation {
    id,
    indicator,
    region,
    group,
    programme,
    time,
    value,
    missing,
    decimals,
    step,
    upper,
    qualifier,
    status,
    preferred,
    evidence,
    paid_by,
    note
});
record!(SeriesBreak { indicator, at, kind, note, evidence });
