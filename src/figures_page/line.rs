//! Lines of text with links in them.
use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::host::Host;

/// A line of text with links to other figures and to other sites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<Span>);

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Text.
    Text(String),
    /// A link to another figure.
    Figure {
        /// The figure's key.
        key: String,
        /// What the link says.
        label: String,
    },
    /// A link to another site.
    External {
        /// The address.
        href: String,
        /// What the link says.
        label: String,
    },
}

impl Line {
    /// A link to another figure.
    pub fn figure(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self(vec![Span::Figure { key: key.into(), label: label.into() }])
    }

    /// A link to another site.
    pub fn external(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self(vec![Span::External { href: href.into(), label: label.into() }])
    }

    /// Puts a line in the place `{0}` of a message.
    pub fn fill(message: &str, value: &Self) -> Self {
        words::segments(message, &[&value.text()]).into_iter().fold(Self::default(), |line, segment| {
            match segment {
                words::Segment::Text(text) => line.then(text),
                words::Segment::Value(_) => line.then(value.clone()),
            }
        })
    }

    /// The line with another one behind it.
    #[must_use]
    pub fn then(mut self, other: impl Into<Self>) -> Self {
        self.0.extend(other.into().0);
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its parts.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// What is read.
    pub fn text(&self) -> String {
        let text = |span: &Span| match span {
            Span::Text(text) => text.clone(),
            Span::Figure { label, .. } | Span::External { label, .. } => label.clone(),
        };
        self.0.iter().map(text).collect()
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::default() } else { Self(vec![Span::Text(text)]) }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A line with its links.
#[component]
pub fn LineText(
    /// What is said.
    line: Line,
    /// Where it is shown.
    host: Host,
) -> impl IntoView {
    let part = move |span| match span {
        Span::Text(text) => EitherOf3::A(text),
        Span::Figure { key, label } => {
            EitherOf3::B(view! { <a href=["#", &routes::figure_anchor(&key)].concat()>{label}</a> })
        }
        Span::External { href, label } => EitherOf3::C(view! {
            <a href=href rel=host.external_rel() target=host.target()>
                {label}
            </a>
        }),
    };
    line.0.into_iter().map(part).collect_view()
}
