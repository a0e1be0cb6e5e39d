//! What can be taken along of a block.
use std::sync::Arc;

use words::AskWords;

use super::records::FigureData;
use crate::browser::clipboard::can_copy_pictures;
use crate::browser::sharing::can_share;
use crate::browser::shown_block::ShownBlock;

/// Says what is known of a figure beside what the page shows, by the name by which it is asked.
pub type FigureLookup = Arc<dyn Fn(&str) -> FigureData + Send + Sync>;

/// Something to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareKind {
    /// The charts as pictures.
    Png,
    /// The charts as drawings.
    Svg,
    /// The figures of the charts as a table.
    Csv,
    /// The figures of the charts for programs.
    Json,
    /// The table as it is shown.
    Text,
    /// The address of what is shown.
    Link,
    /// The address, by the way that the reader's device offers for it.
    System,
    /// The chart as a picture in the clipboard.
    Picture,
}

/// What a reader does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareGroup {
    /// It is kept as a file.
    Save,
    /// It is given to others.
    Send,
}

impl ShareKind {
    /// What a block has to take along.
    #[must_use]
    pub fn offered(block: &ShownBlock) -> Vec<Self> {
        let mut kinds = Vec::new();
        if !block.charts().is_empty() {
            kinds.extend([Self::Png, Self::Svg, Self::Csv, Self::Json]);
        }
        if can_share() {
            kinds.push(Self::System);
        }
        kinds.push(Self::Link);
        if !block.charts().is_empty() && can_copy_pictures() {
            kinds.push(Self::Picture);
        }
        if block.has_rows() {
            kinds.push(Self::Text);
        }
        kinds
    }

    /// What a reader does with it.
    #[must_use]
    pub fn group(self) -> ShareGroup {
        match self {
            Self::Png | Self::Svg | Self::Csv | Self::Json => ShareGroup::Save,
            Self::Text | Self::Link | Self::System | Self::Picture => ShareGroup::Send,
        }
    }

    /// The name of its button.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Text => "text",
            Self::Link => "link",
            Self::System => "system",
            Self::Picture => "picture",
        }
    }

    /// What its button says: where nothing can be saved, files are copied, and pictures shown.
    #[must_use]
    pub fn label(self, words: &AskWords, saves: bool) -> &'static str {
        match (self, saves) {
            (Self::Png, true) => words.take_png(),
            (Self::Png, false) => words.take_png_shown(),
            (Self::Svg, true) => words.take_svg(),
            (Self::Svg, false) => words.take_svg_copy(),
            (Self::Csv, true) => words.take_csv(),
            (Self::Csv, false) => words.take_csv_copy(),
            (Self::Json, true) => words.take_json(),
            (Self::Json, false) => words.take_json_copy(),
            (Self::Text, _) => words.take_text(),
            (Self::Link, _) => words.take_link(),
            (Self::System, _) => words.take_system(),
            (Self::Picture, _) => words.take_copy_picture(),
        }
    }
}
