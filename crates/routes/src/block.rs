//! The blocks that can be shown alone.
use serde::{Deserialize, Serialize};

/// A part of the report that can be shown alone; in files it has its name in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// The one strong figure.
    Headline,
    /// Coverage by group.
    Groups,
    /// Coverage over time.
    Trend,
    /// What was paid.
    Claims,
    /// The table of single claims.
    Handovers,
    /// The explorer of published claims, which the dataset itself does not tell of.
    ClaimsExplorer,
    /// The winners of the award by category.
    Winners,
    /// Special awards.
    SpecialAwards,
    /// The jury.
    Jury,
    /// The whole report without its frame.
    Report,
}

impl Block {
    /// All blocks in the order of the report.
    pub const ALL: [Self; 10] = [
        Self::Headline,
        Self::Groups,
        Self::Trend,
        Self::Claims,
        Self::Handovers,
        Self::ClaimsExplorer,
        Self::Winners,
        Self::SpecialAwards,
        Self::Jury,
        Self::Report,
    ];

    /// Its name in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Groups => "groups",
            Self::Trend => "trend",
            Self::Claims => "claims",
            Self::Handovers => "handovers",
            Self::ClaimsExplorer => "claims-explorer",
            Self::Winners => "winners",
            Self::SpecialAwards => "special-awards",
            Self::Jury => "jury",
            Self::Report => "report",
        }
    }

    /// The block of a name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|block| block.id() == id)
    }
}

/// A set of blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Blocks(u16);

impl Blocks {
    /// Whether a block belongs to it.
    #[must_use]
    pub fn contains(self, block: Block) -> bool {
        self.0 & bit(block) != 0
    }

    /// Takes a block in, or out.
    pub fn set(&mut self, block: Block, belongs: bool) {
        if belongs {
            self.0 |= bit(block);
        } else {
            self.0 &= !bit(block);
        }
    }

    /// Its blocks in the order of the report.
    pub fn iter(self) -> impl Iterator<Item = Block> {
        Block::ALL.into_iter().filter(move |block| self.contains(*block))
    }
}

fn bit(block: Block) -> u16 {
    1 << block as u16
}
