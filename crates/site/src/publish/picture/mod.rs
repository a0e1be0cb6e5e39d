//! Pictures for link previews: 1200 × 630 pixels, drawn natively with the site's own colours and a
//! font that is part of the sources, so that every machine draws the same bytes.
mod canvas;
mod plan;
mod text;

use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use charts::theme;
use dataset::Lang;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use routes::Page;

use super::{PICTURE_HEIGHT, PICTURE_WIDTH, Publication};
#[cfg(test)]
pub use plan::plan;

use canvas::{Canvas, Chart};

/// The pictures' and charts' only typeface (SIL Open Font License 1.1, beside the files).
const REGULAR: &[u8] = include_bytes!("../../../fonts/Inter-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../fonts/Inter-SemiBold.ttf");
const FAMILY: &str = "Inter";

/// The picture of a page or block as PNG.
///
/// `chart` is the page's first chart as the components draw it, with classes for colours; `None`
/// where the block has none. A chart with so many rows that it could not be read gives way to a
/// list.
///
/// # Errors
/// When the chart is no SVG or the picture cannot be written.
pub fn picture(
    publication: &Publication<'_>,
    lang: Lang,
    page: Page,
    chart: Option<&str>,
) -> Result<Vec<u8>> {
    let chart = chart.map(Chart::read).transpose()?;
    let plan = plan::plan(publication.data, lang, page);
    let mut canvas = Canvas::default();
    let placed = canvas.draw(&plan, chart.as_ref());
    let mut pixmap = Pixmap::new(PICTURE_WIDTH, PICTURE_HEIGHT).context("the picture has no size")?;
    let tree = Tree::from_str(&canvas.svg(), &options()).context("composing a picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    if let (Some(chart), Some(at)) = (chart, placed) {
        let tree = Tree::from_str(&chart.styled(theme::STYLE), &options()).context("reading a chart")?;
        let transform = Transform::from_scale(at.scale, at.scale).post_translate(at.x, at.y);
        resvg::render(&tree, transform, &mut pixmap.as_mut());
    }
    png(&pixmap)
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
