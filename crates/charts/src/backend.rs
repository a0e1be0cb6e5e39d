//! The drawing backend: plotters' shapes as compact SVG text.
//!
//! One unit of plotters is a quarter of a CSS pixel, so that integer positions are fine enough;
//! the SVG is written in pixels, with at most two decimals and without any float formatting.
//! Colours carry roles (see [`super::theme`]) and come out as classes. Text is measured by
//! [`super::text`]: plotters' own measuring in a browser would touch the page.

use super::text;
use super::theme::{QUARTERS, Role};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// SVG text under construction.
pub struct SvgBackend {
    width: u32,
    height: u32,
    /// Prefix of `id`s, escaped.
    id: String,
    /// Whether a hatched shape was drawn.
    hatched: bool,
    out: String,
}

impl SvgBackend {
    /// An empty drawing of `width` × `height` scene units, whose `id`s start with `id`.
    #[must_use]
    pub fn new(id: &str, width: u32, height: u32) -> Self {
        let mut escaped = String::new();
        push_escaped(&mut escaped, id);
        Self { width, height, id: escaped, hatched: false, out: String::with_capacity(4096) }
    }

    /// Opens a group. `key` becomes its `data-key`.
    pub fn open(&mut self, class: &str, key: Option<&str>) {
        self.raw(&["<g class=\"", class, "\""]);
        if let Some(key) = key {
            self.raw(&[" data-key=\""]);
            push_escaped(&mut self.out, key);
            self.raw(&["\""]);
        }
        self.raw(&[">"]);
    }

    /// Closes the group that was opened last.
    pub fn close(&mut self) {
        self.raw(&["</g>"]);
    }

    /// The finished element: what was drawn, inside an `<svg>` that is named and described by what
    /// stands in the figure (see [`super::Frame::figure`]).
    #[must_use]
    pub fn finish(&mut self, figure: &str) -> String {
        let drawn = std::mem::take(&mut self.out);
        let id = std::mem::take(&mut self.id);
        self.raw(&["<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 "]);
        push_length(&mut self.out, i32::try_from(self.width).unwrap_or(i32::MAX));
        self.raw(&[" "]);
        push_length(&mut self.out, i32::try_from(self.height).unwrap_or(i32::MAX));
        self.raw(&[
            "\" role=\"img\" aria-labelledby=\"",
            figure,
            "-h\" aria-describedby=\"",
            figure,
            "-d\">",
        ]);
        if self.hatched {
            self.raw(&[
                "<pattern id=\"",
                &id,
                "-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><path class=\"c-hatch-ground\" d=\"M0 0H6V6H0z\"/>\
                 <path class=\"c-hatch\" d=\"M1 0V6\"/></pattern>",
            ]);
        }
        self.raw(&[&drawn, "</svg>"]);
        std::mem::take(&mut self.out)
    }

    fn raw(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    /// ` name="length"`.
    fn length(&mut self, name: &str, units: i32) {
        self.raw(&[" ", name, "=\""]);
        push_length(&mut self.out, units);
        self.raw(&["\""]);
    }

    /// Starts an element of the role that `color` carries.
    fn start(&mut self, element: &str, color: BackendColor) -> Role {
        let role = Role::from_rgb(color.rgb);
        self.raw(&["<", element, " class=\"", role.class(), "\""]);
        role
    }

    /// Rows of dots as one path: each row is a dashed line whose dashes are short and whose caps are
    /// round. `rows` are the centres of the first and the last dot of each row; the dots are `step`
    /// apart, whole pixels, and `size` wide. Plotters has no shape for it, and a hundred circles take 5 KB.
    pub fn dots(&mut self, role: Role, rows: &[(BackendCoord, BackendCoord)], step: i32, size: i32) {
        self.raw(&["<path class=\"", role.class(), "\""]);
        self.length("stroke-width", size);
        self.raw(&[" stroke-dasharray=\".01 "]);
        // The dash is a part of the step.
        push_length(&mut self.out, step - QUARTERS);
        self.raw(&[".99\" d=\""]);
        for ((x0, y), (x1, _)) in rows {
            self.step("M", &[*x0, *y]);
            // The dash of the last dot needs a line to lie on.
            self.step("H", &[x1 + 1]);
        }
        self.raw(&["\"/>"]);
    }

    /// One path through `points`, horizontal and vertical steps written short.
    fn path(&mut self, points: &mut dyn Iterator<Item = BackendCoord>, color: BackendColor, end: &str) {
        self.start("path", color);
        self.raw(&[" d=\""]);
        let mut last = None;
        for (x, y) in points {
            match last {
                None => self.step("M", &[x, y]),
                Some((before, _)) if before == x => self.step("V", &[y]),
                Some((_, before)) if before == y => self.step("H", &[x]),
                Some(_) => self.step("L", &[x, y]),
            }
            last = Some((x, y));
        }
        self.raw(&[end, "\"/>"]);
    }

    fn step(&mut self, command: &str, lengths: &[i32]) {
        let mut before = command;
        for length in lengths {
            self.raw(&[before]);
            push_length(&mut self.out, *length);
            before = " ";
        }
    }
}

/// Writes quarters of a pixel as pixels: `13` becomes `3.25`.
fn push_length(out: &mut String, units: i32) {
    if units < 0 {
        out.push('-');
    }
    let units = units.unsigned_abs();
    let mut digits = [0_u8; 10];
    let mut rest = units / QUARTERS.unsigned_abs();
    let mut count = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    for digit in digits.iter().skip(digits.len() - count) {
        out.push(char::from(*digit));
    }
    out.push_str(match units % QUARTERS.unsigned_abs() {
        1 => ".25",
        2 => ".5",
        3 => ".75",
        _ => "",
    });
}

/// Writes text so that it is safe in content and in attributes; characters that XML cannot hold
/// become spaces.
fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0'..=' ' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let role = self.start("rect", style.color());
        // Half of an outline would lie outside: it goes inside, where there is an inside.
        let half = QUARTERS / 2;
        let inset = if role.outlined() && (x1 - x0).min(y1 - y0) > QUARTERS { half } else { 0 };
        self.length("x", x0 + inset);
        self.length("y", y0 + inset);
        self.length("width", x1 - x0 - 2 * inset);
        self.length("height", y1 - y0 - 2 * inset);
        if role == Role::Implied {
            self.raw(&[" fill=\"url(#"]);
            let id = std::mem::take(&mut self.id);
            self.raw(&[&id, "-h)\""]);
            self.id = id;
            self.hatched = true;
        }
        self.raw(&["/>"]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(&mut path.into_iter(), style.color(), "");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.path(&mut vert.into_iter(), style.color(), "z");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.start("circle", style.color());
        self.length("cx", x);
        self.length("cy", y);
        self.length("r", i32::try_from(radius).unwrap_or(i32::MAX));
        self.raw(&["/>"]);
        Ok(())
    }

    /// Writes one line of text. Plotters' vertical anchor `Bottom` means the baseline here.
    fn draw_text<TStyle: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &TStyle,
        (x, y): BackendCoord,
    ) -> Drawn {
        let role = self.start("text", style.color());
        let anchor = style.anchor();
        self.length("x", x);
        self.length(
            "y",
            match anchor.v_pos {
                VPos::Top => y + role.font().ascent(),
                VPos::Center => y + role.font().cap() / 2,
                VPos::Bottom => y,
            },
        );
        self.raw(&[match anchor.h_pos {
            HPos::Left => ">",
            HPos::Center => " text-anchor=\"middle\">",
            HPos::Right => " text-anchor=\"end\">",
        }]);
        push_escaped(&mut self.out, text);
        self.raw(&["</text>"]);
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let font = Role::from_rgb(style.color().rgb).font();
        Ok((text::width(text, font).unsigned_abs(), font.line().unsigned_abs()))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_fixed_point() {
        for (units, text) in [(0, "0"), (1, "0.25"), (13, "3.25"), (42, "10.5"), (-3, "-0.75")] {
            let mut out = String::new();
            push_length(&mut out, units);
            assert_eq!(out, text);
        }
        let mut out = String::new();
        push_length(&mut out, i32::MIN);
        assert_eq!(out, "-536870912");
    }

    #[test]
    fn text_is_escaped() {
        let mut out = String::new();
        push_escaped(&mut out, "a<b>&\"c\"\u{1}\u{ffff}é");
        assert_eq!(out, "a&lt;b&gt;&amp;&quot;c&quot;  é");
    }

    #[test]
    fn shapes_are_compact() {
        let mut backend = SvgBackend::new("x", 400, 40);
        let color = |role: Role| BackendColor { alpha: 1.0, rgb: (0, 0, role as u8) };
        backend.open("mark", Some("a&b"));
        backend.draw_rect((0, 4), (10, 8), &color(Role::Covered), true).unwrap();
        backend.draw_line((2, 0), (2, 40), &color(Role::Reference)).unwrap();
        backend.draw_circle((8, 8), 4, &color(Role::Covered), true).unwrap();
        backend.fill_polygon([(0, 0), (4, 4), (4, 0)], &color(Role::Part)).unwrap();
        backend.close();
        expect_test::expect![[r##"<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 100 10" role="img" aria-labelledby="y-h" aria-describedby="y-d"><g class="mark" data-key="a&amp;b"><rect class="c-covered" x="0" y="1" width="2.5" height="1"/><path class="c-reference" d="M0.5 0V10"/><circle class="c-covered" cx="2" cy="2" r="1"/><path class="c-part" d="M0 0L1 1V0z"/></g></svg>"##]]
        .assert_eq(&backend.finish("y"));
    }
}
