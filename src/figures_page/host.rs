//! Where sections of figures are shown.
use routes::figure_anchor;

/// Where sections are shown: what their ids are, and where links to other sites open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// The page of all figures.
    #[default]
    Page,
    /// A panel on another page, which has ids of its own.
    Panel,
}

impl Host {
    /// The id of a section's heading, which names the panel.
    pub const PANEL_HEADING: &str = "ask-h";

    /// The id of a section, none in a panel.
    pub fn section_id(self, key: &str) -> Option<String> {
        (self == Self::Page).then(|| figure_anchor(key))
    }

    /// The id of a section's heading.
    pub fn heading_id(self, key: &str) -> String {
        match self {
            // No key is written so: a percent sign stands before two digits.
            Self::Page => [&figure_anchor(key), "%h"].concat(),
            Self::Panel => Self::PANEL_HEADING.to_owned(),
        }
    }

    /// The id of the heading that names the section; none in a panel, where it names the panel.
    pub fn labelled_by(self, key: &str) -> Option<String> {
        (self == Self::Page).then(|| self.heading_id(key))
    }

    /// The relation of links to other sites.
    pub fn external_rel(self) -> &'static str {
        match self {
            Self::Page => "external noopener",
            Self::Panel => "noopener external",
        }
    }

    /// Where links to other pages open: from a panel in a new tab, so that what is read stays.
    pub fn target(self) -> Option<&'static str> {
        (self == Self::Panel).then_some("_blank")
    }
}
