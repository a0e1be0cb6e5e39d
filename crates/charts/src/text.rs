//! How wide text is, and how it breaks into lines, without asking a browser or a font.
//!
//! Widths come from a table that takes, letter by letter, the larger of Arial's and DejaVu Sans'
//! advance width: the system fonts of phones and desktops (Roboto, San Francisco, Segoe UI, Noto
//! Sans) stay below it. Text is therefore never wider than measured, at the price of lines that
//! break a little early. Whole numbers only, so that every machine gets the same lines.

use super::theme::{Font, QUARTERS};

/// Advance widths of ASCII 32 to 126 in hundredths of an em.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    32, 41, 46, 84, 64, 95, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, // space … /
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, // 0 … ?
    102, 69, 69, 73, 77, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79, // @ … O
    67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56, // P … _
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, // ` … o
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,     // p … ~
];

/// Bold letters are at most this much wider, in percent.
const STRONG: i32 = 115;

/// Text longer than this is cut before it is measured: no label needs more.
const MAX_CHARS: usize = 2000;

/// The advance width of one character in hundredths of an em.
fn advance(c: char) -> i32 {
    let code = u32::from(c);
    if let Some(index) = code.checked_sub(32)
        && let Some(width) = ASCII.get(index as usize)
    {
        return i32::from(*width);
    }
    match code {
        // Control characters (drawn as spaces), no-break spaces, the middle dot, single quotes.
        0..32 | 0xA0 | 0xB7 | 0x2018 | 0x2019 | 0x202F => 33,
        0x2013 | 0x201C | 0x201D => 56,
        // Combining marks and joiners sit on their neighbour.
        0x300..0x370 | 0x200B..0x2010 => 0,
        // Latin with diacritics, Greek.
        0xC0..0x300 | 0x370..0x400 => 85,
        // Mathematical signs.
        0xB1 | 0x2200..0x2300 => 84,
        _ => 125,
    }
}

/// Hundredths of an em at `font`, in scene units, rounded up.
fn units(hundredths: i32, font: Font) -> i32 {
    let weight = if font.strong { STRONG } else { 100 };
    let wide = i64::from(hundredths) * i64::from(font.size * QUARTERS * weight);
    i32::try_from((wide + 9_999) / 10_000).unwrap_or(i32::MAX)
}

/// The width of one line of `text` in scene units; never less than what is drawn.
#[must_use]
pub fn width(text: &str, font: Font) -> i32 {
    units(text.chars().take(MAX_CHARS).map(advance).sum(), font)
}

/// Breaks `text` as [`wrap`] does. A word that is wider than a line breaks at its soft hyphens (U+00AD),
/// where it has any; those of other words are left out.
#[must_use]
pub fn wrap_soft(text: &str, max_width: i32, font: Font, max_lines: usize) -> Vec<String> {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let whole = word.replace('\u{ad}', "");
            if width(&whole, font) > max_width { word.replace('\u{ad}', "-") } else { whole }
        })
        .collect();
    wrap(&words.join(" "), max_width, font, max_lines)
}

/// Breaks `text` into lines of at most `max_width` scene units.
///
/// Lines break at spaces (not at no-break spaces) and after hyphens and slashes; a word that is
/// wider than a line breaks anywhere. Only where more than `max_lines` lines are needed, the last
/// one ends in an ellipsis. Blank text gives no line. A line holds one character at least, however
/// narrow `max_width` is.
#[must_use]
pub fn wrap(text: &str, max_width: i32, font: Font, max_lines: usize) -> Vec<String> {
    let mut lines = Lines::new(max_width, font);
    for word in text.split([' ', '\t', '\n', '\r']) {
        for (index, piece) in word.split_inclusive(['-', '/']).enumerate() {
            lines.add(piece, index == 0);
        }
        if lines.done.len() > max_lines || lines.chars > MAX_CHARS {
            break;
        }
    }
    lines.finish(max_lines)
}

/// Lines under construction.
struct Lines {
    max_width: i32,
    font: Font,
    done: Vec<String>,
    line: String,
    advance: i32,
    chars: usize,
}

impl Lines {
    fn new(max_width: i32, font: Font) -> Self {
        Self { max_width, font, done: Vec::new(), line: String::new(), advance: 0, chars: 0 }
    }

    fn fits(&self, more: i32) -> bool {
        units(self.advance + more, self.font) <= self.max_width
    }

    fn push(&mut self, c: char) {
        self.line.push(c);
        self.advance += advance(c);
        self.chars += 1;
    }

    fn break_line(&mut self) {
        if !self.line.is_empty() {
            self.done.push(std::mem::take(&mut self.line));
            self.advance = 0;
        }
    }

    /// Adds a piece of a word, after a space where a word begins.
    fn add(&mut self, piece: &str, word_begins: bool) {
        let wide: i32 = piece.chars().take(MAX_CHARS).map(advance).sum();
        let space = word_begins && !self.line.is_empty();
        if !self.fits(wide + if space { advance(' ') } else { 0 }) {
            self.break_line();
        } else if space {
            self.push(' ');
        }
        for c in piece.chars().take(MAX_CHARS) {
            if !self.fits(advance(c)) {
                self.break_line();
            }
            self.push(c);
        }
    }

    fn finish(mut self, max_lines: usize) -> Vec<String> {
        self.break_line();
        if self.done.len() > max_lines {
            self.done.truncate(max_lines);
            if let Some(last) = self.done.last_mut() {
                while width(last, self.font) + units(advance('…'), self.font) > self.max_width
                    && last.pop().is_some()
                {}
                last.truncate(last.trim_end().len());
                last.push('…');
            }
        }
        self.done
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::theme::{Role, px};
    use expect_test::{Expect, expect};

    const BASE: Font = Role::Label.font();

    fn check(text: &str, pixels: i32, lines: usize, expect: &Expect) {
        expect.assert_eq(&wrap(text, px(pixels), BASE, lines).join("\n"));
    }

    #[test]
    fn width_is_measured_in_quarters_of_a_pixel() {
        assert_eq!(width("", BASE), 0);
        // Four digits of 0.64 em at 14 px are 35.84 px.
        assert_eq!(width("1234", BASE), 144);
        assert!(width("1234", Role::Value.font()) > width("1234", BASE));
    }

    #[test]
    fn lines_break_at_spaces() {
        check(
            "Pegawai pemerintah non-ASN",
            120,
            9,
            &expect![[r#"
            Pegawai
            pemerintah non-
            ASN"#]],
        );
        check("RT/RW", 300, 9, &expect!["RT/RW"]);
        check("  a   b ", 300, 9, &expect!["a b"]);
        check("", 300, 9, &expect![""]);
    }

    #[test]
    fn words_that_are_too_wide_break_at_soft_hyphens() {
        let font = Role::Label.font();
        let room = width("Palem-", font);
        assert_eq!(wrap_soft("Palem\u{ad}bang", room, font, 3), ["Palem-", "bang"]);
        assert_eq!(wrap_soft("Palem\u{ad}bang", 2 * room, font, 3), ["Palembang"]);
    }

    #[test]
    fn a_no_break_space_holds() {
        check(
            "seluruh Rp718,7\u{a0}miliar",
            130,
            9,
            &expect![[r#"
                seluruh
                Rp718,7 miliar"#]],
        );
    }

    #[test]
    fn long_words_break_anywhere() {
        check(
            "Ketenagakerjaanku",
            60,
            9,
            &expect![[r#"
                Ketenag
                akerjaa
                nku"#]],
        );
        check(
            "ab",
            0,
            9,
            &expect![[r#"
            a
            b"#]],
        );
    }

    #[test]
    fn an_ellipsis_is_the_last_resort() {
        check(
            "Kepala dan perangkat desa",
            90,
            2,
            &expect![[r#"
                Kepala dan
                perangka…"#]],
        );
    }
}
