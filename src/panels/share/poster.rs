//! A chart as a drawing that can stand alone: its title above, where it comes from below.
use html_escape::encode_double_quoted_attribute as escaped;

/// The room around the chart, in CSS pixels.
const MARGIN: f64 = 16.0;

/// The height of a line, in sizes of its type.
const LEADING: f64 = 1.4;

/// How far below the middle of its line a text stands, in sizes of its type.
const BASELINE: f64 = 0.35;

/// What is drawn. Lengths are CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster<'a> {
    /// The chart's title.
    pub title: &'a str,
    /// What it shows, in words.
    pub description: &'a str,
    /// Where it comes from.
    pub credit: &'a str,
    /// The chart: an `svg` element that needs no stylesheet.
    pub chart: &'a str,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The page's colours and type.
    pub style: &'a PosterStyle,
}

/// The colours and the type of the page, in its theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PosterStyle {
    /// The names of the fonts.
    pub font: String,
    /// The colour of texts.
    pub ink: String,
    /// The colour of texts that stand back.
    pub muted: String,
    /// The colour of the ground.
    pub paper: String,
}

/// An SVG document with its size in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The document.
    pub svg: String,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Type<'a> {
    size: f64,
    weight: u16,
    fill: &'a str,
}

/// Draws a chart with its words. `measure` says how wide a text is in a size and a weight.
#[must_use]
pub fn draw(poster: &Poster<'_>, measure: impl Fn(&str, f64, u16) -> f64) -> Drawing {
    let Poster { title, description, credit, chart, style, .. } = *poster;
    let heading = Type { size: 18.0, weight: 650, fill: &style.ink };
    let small = Type { size: 12.0, weight: 400, fill: &style.muted };
    let wrap = |text, kind: Type<'_>| lines(text, poster.width, |line| measure(line, kind.size, kind.weight));
    let (above, top) = set(&wrap(title, heading), heading, MARGIN);
    let top = top + MARGIN / 2.0;
    let (below, bottom) = set(&wrap(credit, small), small, top + poster.height + MARGIN / 2.0);
    let (width, height) = (poster.width + 2.0 * MARGIN, (bottom + MARGIN).ceil());
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{}\">\
         <title>{}</title><desc>{}</desc>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\
         <g transform=\"translate({MARGIN} {top})\" font-size=\"14px\">{chart}</g>{above}{below}</svg>",
        escaped(&style.font),
        escaped(title),
        escaped(description),
        escaped(&style.paper),
    );
    Drawing { svg, width, height }
}

/// A text in lines that are no wider than `width`, broken at spaces; a word alone may be wider.
fn lines(text: &str, width: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if measure(&[line.as_str(), " ", word].concat()) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Sets lines below `top`: the elements, and where they end.
fn set(lines: &[String], kind: Type<'_>, top: f64) -> (String, f64) {
    let Type { size, weight, fill } = kind;
    let (mut elements, mut bottom) = (String::new(), top);
    for line in lines {
        bottom += size * LEADING;
        elements.push_str(&format!(
            "<text x=\"{MARGIN}\" y=\"{:.2}\" font-size=\"{size}px\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            bottom - size * BASELINE,
            escaped(fill),
            escaped(line),
        ));
    }
    (elements, bottom)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is as wide as half its size.
    fn measure(text: &str, size: f64, _weight: u16) -> f64 {
        f64::from(u32::try_from(text.chars().count()).unwrap()) * size / 2.0
    }

    #[test]
    fn a_poster_is_one_document_with_title_and_source() {
        let style = PosterStyle {
            font: "\"A\", sans-serif".to_owned(),
            ink: "black".to_owned(),
            muted: "dimgray".to_owned(),
            paper: "white".to_owned(),
        };
        let poster = Poster {
            title: "Pekerja <terlindungi> & perkiraan",
            description: "Satu kalimat.",
            credit: "Sumber: A · per 1\u{a0}Agustus 2025",
            chart: "<svg viewBox=\"0 0 200 100\"><rect width=\"1\" height=\"1\" fill=\"black\"/></svg>",
            width: 200.0,
            height: 100.0,
            style: &style,
        };
        let Drawing { svg, width, height } = draw(&poster, measure);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(
            (root.attribute("width"), root.attribute("font-family")),
            (Some("232"), Some("\"A\", sans-serif"))
        );
        assert_eq!(root.attribute("height"), Some(height.to_string().as_str()));
        let texts: Vec<_> =
            document.descendants().filter(|n| n.has_tag_name("text")).map(|n| n.text().unwrap()).collect();
        assert_eq!(texts, ["Pekerja <terlindungi>", "& perkiraan", "Sumber: A · per 1\u{a0}Agustus 2025"]);
        // Two lines of the title, the chart, a line of the source, and the room around them.
        assert_eq!((width, height), (232.0, f64::ceil(16.0 + 50.4 + 8.0 + 100.0 + 8.0 + 16.8 + 16.0)));
        assert!(
            document.descendants().filter(|n| n.has_tag_name("rect")).all(|n| n.attribute("fill").is_some())
        );
    }

    #[test]
    fn a_word_that_is_too_long_has_a_line_of_its_own() {
        let wrapped = lines("a incomprehensibilities  b", 40.0, |text| measure(text, 10.0, 400));
        assert_eq!(wrapped, ["a", "incomprehensibilities", "b"]);
        assert!(lines("", 40.0, |_| 0.0).is_empty());
    }
}
