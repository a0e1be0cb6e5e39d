//! Drawings of the page, as files.
use js_sys::Promise;
use leptos::prelude::document;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, NodeList, SvgsvgElement,
    XmlSerializer,
};

use super::tokens::{computed_style, font_family};

/// What the stylesheets say of a drawing's parts.
const LOOKS: [&str; 8] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-opacity",
    "font-size",
    "font-weight",
    "font-style",
];

/// What has a meaning only in the page.
const ONLY_IN_PAGE: [&str; 7] =
    ["class", "role", "tabindex", "aria-label", "aria-hidden", "aria-labelledby", "aria-describedby"];

/// Pixels of a picture for each CSS pixel of a drawing.
const DENSITY: f64 = 2.0;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// The page shows no drawing there.
    #[error("the page shows no drawing there")]
    NotShown,
    /// The browser cannot make it.
    #[error("the browser cannot make the picture")]
    Unsupported,
}

/// A drawing that needs no stylesheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgCopy {
    /// An `svg` element.
    pub markup: String,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
}

/// A copy of the drawing that an element of the page shows, in its colours and sizes.
///
/// # Errors
/// [`PictureError`] where the element shows none, or it cannot be copied.
pub fn svg_of(element: &Element) -> Result<SvgCopy, PictureError> {
    let drawings = elements(element.query_selector_all("svg").ok());
    let shown = drawings.into_iter().find(|svg| svg.get_bounding_client_rect().width() > 0.0);
    let svg = shown.and_then(|svg| svg.dyn_into::<SvgsvgElement>().ok()).ok_or(PictureError::NotShown)?;
    let view = svg.view_box().base_val().ok_or(PictureError::NotShown)?;
    let (width, height) = (f64::from(view.width()), f64::from(view.height()));
    let copy = svg.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<Element>().ok());
    let copy = copy.ok_or(PictureError::Unsupported)?;
    let parts = |root: &Element| elements(root.query_selector_all("*").ok());
    for (from, to) in parts(&svg).iter().zip(parts(&copy)) {
        copy_looks(from, &to);
    }
    plain(&copy);
    set(&copy, "width", &width.to_string());
    set(&copy, "height", &height.to_string());
    let markup = XmlSerializer::new().and_then(|serializer| serializer.serialize_to_string(&copy));
    Ok(SvgCopy { markup: markup.map_err(|_| PictureError::Unsupported)?, width, height })
}

fn copy_looks(from: &Element, to: &Element) {
    let Some(style) = computed_style(from) else { return };
    for name in LOOKS {
        let value = style.get_property_value(name).unwrap_or_default();
        // A pattern is named by an attribute, which the copy has.
        if !value.is_empty() && !value.contains("url(") {
            set(to, name, &value);
        }
    }
    plain(to);
}

fn plain(element: &Element) {
    for name in ONLY_IN_PAGE {
        // Only names that are none are refused.
        drop(element.remove_attribute(name));
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Only names that are none are refused.
    drop(element.set_attribute(name, value));
}

fn elements(nodes: Option<NodeList>) -> Vec<Element> {
    let nodes = nodes.into_iter().flat_map(|nodes| (0..nodes.length()).filter_map(move |i| nodes.item(i)));
    nodes.filter_map(|node| node.dyn_into::<Element>().ok()).collect()
}

/// Measures texts in the page's fonts.
#[derive(Clone, Debug)]
pub struct TextMeasure {
    context: CanvasRenderingContext2d,
    family: String,
}

impl TextMeasure {
    /// A measure for the page as it is now.
    ///
    /// # Errors
    /// [`PictureError::Unsupported`] where there are no canvases.
    pub fn new() -> Result<Self, PictureError> {
        Ok(Self { context: context(&canvas()?)?, family: font_family() })
    }

    /// The width of a text in CSS pixels.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, weight: u16) -> f64 {
        self.context.set_font(&format!("{weight} {size}px {}", self.family));
        self.context.measure_text(text).map_or(0.0, |measured| measured.width())
    }
}

/// An SVG document as a PNG with [twice](DENSITY) as many pixels each way.
///
/// # Errors
/// [`PictureError::Unsupported`] where the browser draws no such document.
pub async fn png(svg: &str, width: f64, height: f64) -> Result<Blob, PictureError> {
    let unsupported = |_| PictureError::Unsupported;
    let image = HtmlImageElement::new().map_err(unsupported)?;
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &routes::percent_encode(svg)].concat());
    JsFuture::from(image.decode()).await.map_err(unsupported)?;
    let canvas = canvas()?;
    let (width, height) = (width * DENSITY, height * DENSITY);
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    context(&canvas)?
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .map_err(unsupported)?;
    let made = Promise::new(&mut |resolve, reject| {
        if canvas.to_blob(&resolve).is_err() {
            // A promise takes whatever it is given.
            drop(reject.call0(&wasm_bindgen::JsValue::NULL));
        }
    });
    let file = JsFuture::from(made).await.map_err(unsupported)?;
    file.dyn_into().map_err(unsupported)
}

fn canvas() -> Result<HtmlCanvasElement, PictureError> {
    let element = document().create_element("canvas").map_err(|_| PictureError::Unsupported)?;
    element.dyn_into().map_err(|_| PictureError::Unsupported)
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, PictureError> {
    let context = canvas.get_context("2d").ok().flatten();
    context.and_then(|context| context.dyn_into().ok()).ok_or(PictureError::Unsupported)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of a float saturates")]
fn pixels(length: f64) -> u32 {
    length.round() as u32
}
