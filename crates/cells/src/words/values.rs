//! Numbers, units and dates as they stand in sentences.
use dataset::{Decimal, Lang, Qualifier};

use crate::cell::{Entered, EnteredUnit, Meaning};
use ::words::pick;

/// What a cell can mean, so that it can mean one thing only.
pub(super) fn meaning(lang: Lang, meaning: &Meaning) -> String {
    match meaning {
        Meaning::Number(entered) => entered_number(lang, entered),
        Meaning::Date(date) => ::words::date(lang, *date),
        Meaning::Time(time) => ::words::time(lang, *time),
    }
}

fn entered_number(lang: Lang, entered: &Entered) -> String {
    let mut out = String::new();
    if let Some(EnteredUnit::Money(currency)) = &entered.unit {
        out.push_str(if currency.code() == "IDR" { "Rp" } else { currency.code() });
        if currency.code() != "IDR" {
            out.push('\u{a0}');
        }
    }
    out.push_str(&number(lang, entered.value));
    if let Some(upper) = entered.upper {
        out.push('–');
        out.push_str(&number(lang, upper));
    }
    match &entered.unit {
        Some(EnteredUnit::Percent) => out.push('%'),
        Some(EnteredUnit::Points) => out.push_str(pick(lang, "\u{a0}poin persen", "\u{a0}percentage points")),
        Some(EnteredUnit::Noun(noun)) => {
            out.push('\u{a0}');
            out.push_str(noun);
        }
        Some(EnteredUnit::Money(_)) | None => {}
    }
    out
}

/// A number that cannot be mistaken: below a million without a sign for thousands, as `1.234` and `1,234`
/// are what is not clear.
pub(super) fn number(lang: Lang, number: Decimal) -> String {
    if number.compare(Decimal::whole(1_000_000)).is_lt() && number.compare(Decimal::whole(-1_000_000)).is_gt()
    {
        let plain = number.to_string();
        return if lang == Lang::Id { plain.replace('.', ",") } else { plain };
    }
    ::words::number(lang, number)
}

/// What stands for a qualifier before a number.
pub(super) fn qualifier(lang: Lang, qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::AtLeast => pick(lang, "sedikitnya", "at least"),
        Qualifier::MoreThan => pick(lang, "lebih dari", "more than"),
        Qualifier::AtMost => pick(lang, "paling banyak", "at most"),
        Qualifier::LessThan => pick(lang, "kurang dari", "less than"),
        Qualifier::Approx => pick(lang, "sekitar", "about"),
        Qualifier::Estimate => pick(lang, "perkiraan", "est."),
        Qualifier::Exact | Qualifier::Rounded | Qualifier::Truncated | Qualifier::Between => {
            pick(lang, "tepat", "exactly")
        }
    }
}

/// The unit beside a number.
pub(super) fn unit(lang: Lang, unit: &EnteredUnit) -> String {
    match unit {
        EnteredUnit::Percent => pick(lang, "persen", "per cent").to_owned(),
        EnteredUnit::Points => pick(lang, "poin persen", "percentage points").to_owned(),
        EnteredUnit::Money(currency) => currency.code().to_owned(),
        EnteredUnit::Noun(noun) => noun.clone(),
    }
}
