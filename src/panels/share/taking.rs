//! Makes what a reader takes along.
use leptos::prelude::GetUntracked;
use routes::Block;
use thiserror::Error;
use web_sys::{Blob, Element};

use super::credit::credit;
use super::kind::{FigureLookup, ShareKind};
use super::outcome::{Outcome, ShownPicture};
use super::poster::{Drawing, Poster, PosterStyle, draw};
use super::records::{FigureFile, FigureRecord, csv};
use crate::browser::clipboard::{write_picture, write_text};
use crate::browser::download::{DownloadError, blob, can_save, object_url, save};
use crate::browser::picture::{PictureError, TextMeasure, png, svg_of};
use crate::browser::sharing::{Message, SharingError, share};
use crate::browser::shown_block::{ShownBlock, ShownFigure, finding, text_of, view_address};
use crate::browser::tokens::{font_family, token};
use crate::context::Report;
use crate::sections::{handover_table, winner_table};

/// A block that is taken along.
#[derive(Clone)]
pub struct Share {
    /// The report that it belongs to.
    pub report: Report,
    /// Which block it is.
    pub block: Block,
    /// The id of the edition.
    pub edition: String,
    /// What is known of its figures.
    pub lookup: FigureLookup,
}

/// Why something cannot be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ShareError {
    /// The picture cannot be made.
    #[error("{0}")]
    Picture(#[from] PictureError),
    /// The file cannot be made.
    #[error("{0}")]
    Download(#[from] DownloadError),
}

impl Share {
    /// Makes it, and gives it to the reader: as a download, in the clipboard, or to be taken by hand.
    ///
    /// # Errors
    /// [`ShareError`] where the browser cannot make it.
    pub async fn take(&self, kind: ShareKind) -> Result<Outcome, ShareError> {
        match kind {
            ShareKind::Png => self.pictures().await,
            ShareKind::Svg => self.drawings().await,
            ShareKind::Csv => self.give(&csv(&self.figures()), ".csv", "text/csv").await,
            ShareKind::Json => self.give(&self.file().json(), ".json", "application/json").await,
            ShareKind::Text => Ok(copy(tables::tsv(self.rows())).await),
            ShareKind::Link => Ok(copy(view_address(self.block.id())).await),
            ShareKind::System => self.send().await,
            ShareKind::Picture => self.copy_picture().await,
        }
    }

    /// What is sent of the block: what it found, and the address of what is shown.
    #[must_use]
    pub fn message(&self) -> Message {
        let cards = ShownBlock::find(self.block.id()).cards();
        let found = cards.first().map(finding).filter(|found| !found.is_empty());
        let text = found.unwrap_or_else(|| self.report.data.title.get(self.report.lang).to_owned());
        Message { text, address: view_address(self.block.id()) }
    }

    /// Where the device refuses, the address is copied.
    async fn send(&self) -> Result<Outcome, ShareError> {
        let message = self.message();
        match share(&message).await {
            Ok(()) => Ok(Outcome::Nothing),
            Err(SharingError::Cancelled) => Ok(Outcome::Nothing),
            Err(SharingError::Refused) => Ok(copy(message.address).await),
        }
    }

    /// Where the clipboard takes no pictures, it is there to be copied by hand.
    async fn copy_picture(&self) -> Result<Outcome, ShareError> {
        let Some(chart) = self.charts().into_iter().next() else { return Ok(Outcome::Failed) };
        let Drawing { svg, width, height } = self.drawing(&chart)?;
        let picture = png(&svg, width, height).await?;
        if write_picture(&picture).await.is_ok() {
            return Ok(Outcome::Copied);
        }
        let shown = ShownPicture { src: object_url(&picture)?, alternative: finding(&chart) };
        Ok(Outcome::Shown(vec![shown]))
    }

    fn charts(&self) -> Vec<Element> {
        ShownBlock::find(self.block.id()).charts()
    }

    async fn pictures(&self) -> Result<Outcome, ShareError> {
        let (charts, mut shown) = (self.charts(), Vec::new());
        for chart in &charts {
            let Drawing { svg, width, height } = self.drawing(chart)?;
            let picture = png(&svg, width, height).await?;
            if can_save() {
                self.save(&picture, &self.ending(&charts, chart, ".png"))?;
            } else {
                shown.push(ShownPicture { src: object_url(&picture)?, alternative: finding(chart) });
            }
        }
        Ok(if shown.is_empty() { Outcome::Saved } else { Outcome::Shown(shown) })
    }

    async fn drawings(&self) -> Result<Outcome, ShareError> {
        let (charts, mut outcome) = (self.charts(), Outcome::Nothing);
        for chart in &charts {
            let svg = self.drawing(chart)?.svg;
            outcome = self.give(&svg, &self.ending(&charts, chart, ".svg"), "image/svg+xml").await?;
        }
        Ok(outcome)
    }

    fn drawing(&self, chart: &Element) -> Result<Drawing, PictureError> {
        let svg = svg_of(chart)?;
        let (title, description) = (finding(chart), text_of(chart, ".chart-name"));
        let credit = credit(&self.report, self.block, &self.edition);
        let style = PosterStyle {
            font: font_family(),
            ink: token("--ink"),
            muted: token("--ink-muted"),
            paper: token("--paper"),
        };
        let poster = Poster {
            title: &title,
            description: &description,
            credit: &credit,
            chart: &svg.markup,
            width: svg.width,
            height: svg.height,
            style: &style,
        };
        let measure = TextMeasure::new()?;
        Ok(draw(&poster, |text, size, weight| measure.width(text, size, weight)))
    }

    /// The end of the name of a chart's file: several charts of a block are told apart by their own names.
    fn ending(&self, charts: &[Element], chart: &Element, extension: &str) -> String {
        let id = chart.id();
        let name = id.strip_prefix(self.block.id()).unwrap_or(&id).trim_start_matches('-');
        match name.strip_suffix("chart").map(|name| name.trim_end_matches('-')) {
            Some(name) if charts.len() > 1 && !name.is_empty() => ["-", name, extension].concat(),
            _ => extension.to_owned(),
        }
    }

    fn figures(&self) -> Vec<FigureRecord> {
        let cards = ShownBlock::find(self.block.id()).cards();
        let shown = cards.into_iter().flat_map(|card| ShownFigure::all_of(&card));
        shown
            .map(|ShownFigure { name, measure, shown, key }| {
                let data = (self.lookup)(&key);
                FigureRecord { name, measure, shown, figure: key, ..FigureRecord::default() }.with(data)
            })
            .collect()
    }

    fn file(&self) -> FigureFile {
        FigureFile {
            titles: ShownBlock::find(self.block.id()).cards().iter().map(finding).collect(),
            credit: credit(&self.report, self.block, &self.edition),
            figures: self.figures(),
        }
    }

    /// The rows that the page shows, with their headings. Of tables that can be searched the numbers are exact.
    fn rows(&self) -> Vec<Vec<String>> {
        let report = &self.report;
        let tables = match self.block {
            Block::Handovers => vec![(handover_table(report), report.view.get_untracked().handovers)],
            Block::Winners => {
                let awards = report.data.awards.iter();
                awards
                    .map(|award| (winner_table(report, award), report.view.get_untracked().winners))
                    .collect()
            }
            _ => return ShownBlock::find(self.block.id()).rows(),
        };
        let rows = tables.iter().filter(|(table, _)| !table.rows.is_empty()).flat_map(|(table, view)| {
            let rows = table.matching(view);
            let records = tables::records(table, &rows);
            records.map(|record| record.into_iter().map(Into::into).collect()).collect::<Vec<_>>()
        });
        rows.collect()
    }

    /// Gives a text: as a file, or, where none can be saved, to be copied.
    async fn give(&self, text: &str, ending: &str, media_type: &str) -> Result<Outcome, ShareError> {
        if can_save() {
            Ok(self.save(&blob(text, media_type)?, ending)?)
        } else {
            Ok(copy(text.to_owned()).await)
        }
    }

    fn save(&self, file: &Blob, ending: &str) -> Result<Outcome, DownloadError> {
        save(file, &format!("{}-{}{ending}", self.report.data.id, self.block.id()))?;
        Ok(Outcome::Saved)
    }
}

async fn copy(text: String) -> Outcome {
    match write_text(&text).await {
        Ok(()) => Outcome::Copied,
        Err(_) => Outcome::Selected(text),
    }
}
