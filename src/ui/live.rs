//! The parts of a page that act.
use leptos::prelude::*;

/// A part of the page that acts: the build writes it, and the browser hydrates what is inside of it. All other
/// parts are there to be read, and cost the browser nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LivePart {
    /// The link to the same page in the other language.
    Language,
    /// The choice between light and dark.
    Theme,
    /// The table of single claims.
    Handovers,
    /// The table of more single claims than a page writes.
    ManyHandovers,
    /// The winners of the award at this place in the dataset.
    Winners(usize),
    /// The winners of an award with more of them than a page writes.
    ManyWinners(usize),
    /// The explorer of claims.
    Explorer,
    /// The form that hands out snippets.
    EmbedForm,
    /// The search on the page of all figures.
    FigureSearch,
    /// What stands above a block in somebody else's page.
    EmbedTitle,
}

impl LivePart {
    /// Its name in the page, in `data-live`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Language => "language".to_owned(),
            Self::Theme => "theme".to_owned(),
            Self::Handovers => "handovers".to_owned(),
            Self::ManyHandovers => "many-handovers".to_owned(),
            Self::Winners(award) => format!("winners-{award}"),
            Self::ManyWinners(award) => format!("many-winners-{award}"),
            Self::Explorer => "explorer".to_owned(),
            Self::EmbedForm => "embed-form".to_owned(),
            Self::FigureSearch => "figure-search".to_owned(),
            Self::EmbedTitle => "title".to_owned(),
        }
    }

    /// The part of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "language" => Some(Self::Language),
            "theme" => Some(Self::Theme),
            "handovers" => Some(Self::Handovers),
            "many-handovers" => Some(Self::ManyHandovers),
            "explorer" => Some(Self::Explorer),
            "embed-form" => Some(Self::EmbedForm),
            "figure-search" => Some(Self::FigureSearch),
            "title" => Some(Self::EmbedTitle),
            _ => {
                let (part, award) = name.rsplit_once('-')?;
                let award = award.parse().ok()?;
                match part {
                    "winners" => Some(Self::Winners(award)),
                    "many-winners" => Some(Self::ManyWinners(award)),
                    _ => None,
                }
            }
        }
    }
}

/// The element around a part that acts; its children are what [`crate::app`] hydrates.
#[component]
pub fn Live(
    /// Which part it is.
    part: LivePart,
    /// The element's classes.
    #[prop(optional)]
    class: &'static str,
    /// The element's id; none by default.
    #[prop(optional_no_strip)]
    id: Option<&'static str>,
    /// What acts.
    children: Children,
) -> impl IntoView {
    view! { <div class=class id=id data-live=part.name()>{children()}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_by_its_name() {
        use LivePart::{
            EmbedForm, EmbedTitle, Explorer, FigureSearch, Handovers, Language, ManyHandovers, ManyWinners,
            Theme, Winners,
        };
        let winners = [Winners(0), Winners(12), ManyWinners(3)];
        for part in [Language, Theme, Handovers, ManyHandovers, EmbedForm, EmbedTitle, Explorer, FigureSearch]
            .into_iter()
            .chain(winners)
        {
            assert_eq!(LivePart::from_name(&part.name()), Some(part));
        }
        for unknown in ["winners-x", "winners", "losers-1"] {
            assert_eq!(LivePart::from_name(unknown), None);
        }
    }
}
