//! Languages: how numbers, money, dates and findings are said in Indonesian and in English.
//!
//! Everything here is plain Rust. The browser's own formatting is not used: the static pages and
//! the app that takes them over must say the same, letter by letter.

mod ask;

mod catalogue;
mod checks;
#[cfg(feature = "claims")]
mod claims;
mod date;
#[cfg(feature = "publish")]
mod editions;
#[cfg(feature = "claims")]
mod explorer;
mod findings;
mod messages;
mod more;
mod names;
mod number;

mod publish;
#[cfg(feature = "publish")]
mod shell;
#[cfg(feature = "studio")]
mod studio;
mod titles;
#[cfg(feature = "publish")]
mod verdict;

pub use dataset::Lang;

pub use ask::{AskWords, ask};

pub use checks::{CheckWords, checks};
#[cfg(feature = "claims")]
pub use claims::{ClaimsWords, claims};
pub use date::{date, date_weekday, iso, time};
#[cfg(feature = "publish")]
pub use editions::{EditionWords, editions};
#[cfg(feature = "claims")]
pub use explorer::{ExplorerWords, explorer};
pub use findings::{FindingText, finding};
pub use messages::{Messages, Segment, fill, messages, segments};
pub use more::{MoreWords, more};
pub use names::{Names, capitalised};
pub use number::{
    Form, NBSP, count, format, interval, missing, money, money_short, number, percent, points, qualified,
    value, value_with_unit,
};

pub use publish::{PublishWords, publish};
#[cfg(feature = "publish")]
pub use shell::{ShellWords, shell};
#[cfg(feature = "studio")]
pub use studio::{StudioWords, studio};
pub use titles::{TitleWords, small_count, titles};
#[cfg(feature = "publish")]
pub use verdict::{VerdictWords, verdict};

/// The one of two texts that is in a language.
#[must_use]
pub fn pick<'a>(lang: Lang, id: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}
