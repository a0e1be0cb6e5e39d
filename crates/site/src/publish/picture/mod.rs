//! Pictures for link previews: one square card, drawn natively with the site's own colours and a font that is part of
//! the sources, so that every machine draws the same bytes.
//!
//! The square picture is the card alone. The wide one has the same card in its middle and nothing beside it, because
//! chats show just the middle square of it.
mod canvas;
mod kept;
mod plan;
mod text;

use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use charts::{Frame, dots, theme};
use dataset::{Dataset, Lang, Unit};
use jamsostek_dashboard::sections::hundred_dots;
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use routes::{Block, Page};

use super::{Publication, story::with_report};
use crate::tokens;
pub use kept::KeptPictures;
#[cfg(test)]
pub use plan::plan;

use canvas::{Canvas, Chart, Placed, SIDE};

/// The pictures' and charts' only typeface (SIL Open Font License 1.1, beside the files).
const REGULAR: &[u8] = include_bytes!("../../../fonts/Inter-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../fonts/Inter-SemiBold.ttf");
const FAMILY: &str = "Inter";

/// A picture's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The card in the middle of 1200 × 630 pixels, for link previews.
    Wide,
    /// The card on 1080 × 1080 pixels, for chats.
    Square,
}

impl Shape {
    /// Both, the wide one first.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Square];

    /// Width and height in pixels.
    #[must_use]
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Wide => (1200, 630),
            Self::Square => (1080, 1080),
        }
    }

    /// The file's name, in the folder of the page.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Wide => "picture.png",
            Self::Square => "picture-square.png",
        }
    }

    /// From the card to the picture: as high as the picture, in its middle.
    fn transform(self) -> Transform {
        let (width, height) = self.size();
        let left = width.saturating_sub(height) / 2;
        let scale = height as f32 / SIDE;
        Transform::from_scale(scale, scale).post_translate(left as f32, 0.0)
    }
}

/// How the id of the figure ends whose chart a page's pictures show; `None` where they show none of the page's charts.
#[must_use]
pub fn chart_of(page: Page) -> Option<&'static str> {
    match page {
        Page::Embed(Block::Groups | Block::Trend | Block::Claims | Block::SpecialAwards) => Some("-chart"),
        _ => None,
    }
}

/// The pictures of a page or block as PNG.
///
/// `drawings` are those of the page's chart for each width of a column, as the components draw them, with classes for
/// colours. The one whose words come out largest is taken; where none could be read, a list stands in its place. What
/// was drawn before of the same card is taken from `kept`.
///
/// # Errors
/// When a drawing is no SVG or a picture cannot be written.
pub fn pictures(
    publication: &Publication<'_>,
    lang: Lang,
    page: Page,
    drawings: &[&str],
    kept: &KeptPictures,
) -> Result<[(Shape, Vec<u8>); 2]> {
    let mut charts = drawings.iter().map(|svg| Chart::read(svg)).collect::<Result<Vec<_>>>()?;
    let plan = plan::plan(publication.data, lang, page);
    if plan.large.is_some() {
        charts.extend(square_of_dots(publication.data, lang).as_deref().map(Chart::read).transpose()?);
    }
    let mut canvas = Canvas::default();
    let placed = canvas.draw(&plan, &charts);
    let (card, chart) = (canvas.svg(), placed.map(|(chart, at)| (chart.styled(theme::STYLE), at)));
    let made_of = format!("{card}\n{chart:?}");
    let picture = |shape: Shape| kept.picture(shape, &made_of, || draw(&card, chart.as_ref(), shape));
    Ok([(Shape::Wide, picture(Shape::Wide)?), (Shape::Square, picture(Shape::Square)?)])
}

/// A picture of a card, with its chart where that belongs.
fn draw(card: &str, chart: Option<&(String, Placed)>, shape: Shape) -> Result<Vec<u8>> {
    let card = Tree::from_str(card, &options()).context("composing a picture")?;
    let (width, height) = shape.size();
    let mut pixmap = Pixmap::new(width, height).context("the picture has no size")?;
    pixmap.fill(ground());
    let transform = shape.transform();
    resvg::render(&card, transform, &mut pixmap.as_mut());
    if let Some((chart, at)) = chart {
        let tree = Tree::from_str(chart, &options()).context("reading a chart")?;
        let of_chart = Transform::from_scale(at.scale, at.scale).post_translate(at.x, at.y);
        resvg::render(&tree, of_chart.post_concat(transform), &mut pixmap.as_mut());
    }
    png(&pixmap)
}

/// What is left and right of the card.
fn ground() -> Color {
    let colour = tokens::light("paper-raised").strip_prefix('#').map(|hex| u32::from_str_radix(hex, 16));
    let [_, red, green, blue] = colour.and_then(Result::ok).unwrap_or_default().to_be_bytes();
    Color::from_rgba8(red, green, blue, u8::MAX)
}

/// The headline figure as a square of a hundred dots; `None` where it is no percentage.
fn square_of_dots(data: &Arc<Dataset>, lang: Lang) -> Option<String> {
    let headline = figures::headline(data).filter(|headline| headline.indicator.unit == Unit::Percent)?;
    let options = with_report(data, lang, |report| hundred_dots(report, &headline, 10));
    // Narrow, so that its words are large beside the dots.
    let frame = Frame { id: "dots".to_owned(), figure: "dots".to_owned(), width: theme::MIN_WIDTH };
    Some(dots::draw(&dots::Options { frame, ..options }).ok()?.svg)
}

/// An icon as PNG, `size` pixels wide and high.
///
/// # Errors
/// When the icon is no SVG or the picture cannot be written.
pub fn icon(svg: &[u8], size: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_data(svg, &options()).context("reading the icon")?;
    let mut pixmap = Pixmap::new(size, size).context("the icon has no size")?;
    let pixels = tree.size().to_int_size().width();
    let scale = size as f32 / pixels as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    png(&pixmap)
}

/// Small files, and the same ones on every machine.
fn png(pixmap: &Pixmap) -> Result<Vec<u8>> {
    let mut options = oxipng::Options::from_preset(1);
    options.strip = oxipng::StripChunks::Safe;
    Ok(oxipng::optimize_from_memory(&pixmap.encode_png()?, &options)?)
}

/// The typeface is all there is: no font of the machine is looked at.
fn options() -> Options<'static> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(SEMI_BOLD.to_vec());
        fonts.set_serif_family(FAMILY);
        fonts.set_sans_serif_family(FAMILY);
        Arc::new(fonts)
    });
    Options { fontdb: Arc::clone(fonts), font_family: FAMILY.to_owned(), ..Options::default() }
}

#[cfg(test)]
mod tests;
