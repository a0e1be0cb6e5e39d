//! What does not fit together: beside the figure, and in a list of all.
//!
//! The build finds it and writes it into the pages; the application takes it over from there. To
//! find it in the browser would add 5 KB to what every reader loads.
use super::describe;
use super::markup::Markup;
use super::report::Report;
use dataset::{Award, Observation, Policy};
use words::fill;

/// One thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The [`key`] of the figure, so that a sentence never stands beside another number.
    pub about: String,
    /// What a rate would be, in a few words; empty for other figures.
    pub computed: String,
    /// The sentence.
    pub text: String,
}

/// The attribute of an element that holds a sentence: what it is about.
const ABOUT: &str = "data-about";
/// The attribute with what a rate would be.
const COMPUTED: &str = "data-computed";

impl Check {
    /// What a page holds: a line each, with the parts of a line between tabs.
    #[must_use]
    pub fn parse(lines: &str) -> Vec<Self> {
        let mut checks = Vec::new();
        for line in lines.split('\n') {
            let mut parts = line.split('\t').map(str::to_owned);
            if let (Some(about), Some(computed), Some(text)) = (parts.next(), parts.next(), parts.next()) {
                checks.push(Self { about, computed, text });
            }
        }
        checks
    }

    /// The lines that [`Check::parse`] reads.
    #[cfg(any(not(target_arch = "wasm32"), feature = "explain"))]
    #[must_use]
    pub fn lines(checks: &[Self]) -> String {
        let plain = |text: &str| text.replace(['\t', '\n'], " ");
        let line =
            |check: &Self| [&check.about, &check.computed, &check.text].map(|part| plain(part)).join("\t");
        checks.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn push(&self, html: &mut Markup, open: &'static str, close: &'static str) {
        html.open_with(open, &[(ABOUT, &self.about), (COMPUTED, &self.computed)])
            .text(&self.text)
            .close(close);
    }
}

/// What tells a figure from all others, and from itself with another number.
#[inline(never)]
pub fn key(report: Report, o: &Observation) -> String {
    [&o.id, "=", &describe::observed(report, Some(o))].concat()
}

/// What tells the jury of an award from all others.
pub fn key_of_jury(award: &Award) -> String {
    let counts = award.jury.as_ref().and_then(dataset::Jury::mismatch).unwrap_or_default();
    [&award.id, "=", &counts.0.to_string(), "/", &counts.1.to_string()].concat()
}

/// The checks that are about what the dataset says.
pub fn known(report: Report, mut checks: Vec<Check>) -> Vec<Check> {
    checks.retain(|check| {
        report.data.observations.iter().any(|o| key(report, o) == check.about)
            || report.data.awards.iter().any(|award| key_of_jury(award) == check.about)
    });
    checks
}

/// A paragraph for each thing that does not fit about the figures asked for.
#[inline(never)]
pub fn push_checks(html: &mut Markup, report: Report, is_about: &dyn Fn(&Observation) -> bool) {
    for check in &report.checks {
        let about = |o: &Observation| is_about(o) && key(report, o) == check.about;
        if report.data.observations.iter().any(about) {
            check.push(html, "p class=\"caveat check\"", "p");
        }
    }
}

/// A paragraph for each thing that does not fit about one figure.
pub fn push_checks_of(html: &mut Markup, report: Report, observation: Option<&Observation>) {
    push_checks(html, report, &|other| observation.is_some_and(|o| std::ptr::eq(o, other)));
}

/// All that does not fit, an item each.
pub fn items(report: Report) -> Markup {
    let mut html = Markup::new();
    for check in &report.checks {
        check.push(&mut html, "li", "li");
    }
    html
}

/// What a rate would be by its numerator and denominator; `None` where the stated one fits.
pub fn computed_rate(report: Report, rate: Option<&Observation>) -> Option<String> {
    let about = key(report, rate?);
    let check = report.checks.iter().find(|check| check.about == about && !check.computed.is_empty());
    check.map(|check| check.computed.clone())
}

/// What a policy is called.
pub fn policy_name(report: Report, policy: &Policy) -> String {
    let instrument = policy.instrument.get(report.lang);
    let year = policy.year.map(|year| year.to_string());
    match (&policy.number, year) {
        (Some(number), Some(year)) => fill(report.words.policy_name, &[instrument, number, &year]),
        _ => instrument.to_owned(),
    }
}
