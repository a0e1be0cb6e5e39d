//! How wide text is in the pictures' typeface, and how it breaks into lines.
use skrifa::{FontRef, MetadataProvider, instance::LocationRef, instance::Size};

use super::{REGULAR, SEMI_BOLD};

/// A size and a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// In pixels.
    pub size: f32,
    /// Whether the weight is semi-bold.
    pub strong: bool,
}

impl Type {
    /// The regular weight.
    pub const fn regular(size: f32) -> Self {
        Self { size, strong: false }
    }

    /// The semi-bold weight.
    pub const fn strong(size: f32) -> Self {
        Self { size, strong: true }
    }

    /// The distance between two baselines.
    pub fn line(self) -> f32 {
        self.size * 1.22
    }
}

/// The width of one line in pixels: the sum of the letters' advance widths.
pub fn width(text: &str, of: Type) -> f32 {
    let Ok(font) = FontRef::new(if of.strong { SEMI_BOLD } else { REGULAR }) else { return 0.0 };
    let (letters, metrics) = (font.charmap(), font.glyph_metrics(Size::new(of.size), LocationRef::default()));
    text.chars().map(|c| metrics.advance_width(letters.map(c).unwrap_or_default()).unwrap_or(of.size)).sum()
}

/// Lines of at most `room` pixels, as few as possible, then as even as possible. A word that is
/// wider than a line stands on a line of its own.
pub fn wrap(text: &str, of: Type, room: f32) -> Vec<String> {
    let lines = fill(text, of, room);
    // Narrower lines of the same number do not leave a single word at the end.
    let mut even = lines.clone();
    let mut narrower = room;
    while lines.len() > 1 && narrower > room / 2.0 {
        narrower -= room / 40.0;
        let tried = fill(text, of, narrower);
        if tried.len() > lines.len() || tried.iter().any(|line| width(line, of) > narrower) {
            break;
        }
        even = tried;
    }
    even
}

fn fill(text: &str, of: Type, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), of) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The largest size down to `smallest` at which a text takes at most `most` lines, and the lines.
/// What does not fit at the smallest size is cut at a word and ends with an ellipsis.
pub fn fit(text: &str, largest: Type, smallest: f32, room: f32, most: usize) -> (Type, Vec<String>) {
    let mut of = largest;
    loop {
        let mut lines = wrap(text, of, room);
        let fits = lines.len() <= most && lines.iter().all(|line| width(line, of) <= room);
        if fits {
            return (of, lines);
        }
        if of.size <= smallest {
            lines = fill(text, of, room);
            shorten(&mut lines, of, room, most);
            return (of, lines);
        }
        of.size = (of.size - 2.0).max(smallest);
    }
}

fn shorten(lines: &mut Vec<String>, of: Type, room: f32, most: usize) {
    let cut = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter_mut().enumerate() {
        let mut wanted = cut && index == last;
        while !line.is_empty() && (wanted && width(&format!("{line}…"), of) > room || width(line, of) > room)
        {
            line.pop();
            wanted = true;
        }
        if wanted {
            line.truncate(line.trim_end_matches([' ', ',', '·']).len());
            line.push('…');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_their_room() {
        let text = "Perlindungan pekerja di Sumatera Selatan, Agustus 2025, menurut kelompoknya";
        for room in [200.0, 400.0, 900.0] {
            let (of, lines) = fit(text, Type::strong(48.0), 24.0, room, 3);
            assert!(lines.iter().all(|line| width(line, of) <= room), "{lines:?}");
        }
        assert_eq!(fit("Satu baris", Type::regular(48.0), 24.0, 1000.0, 2).1, ["Satu baris"]);
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis() {
        let (of, lines) = fit(&"panjang ".repeat(60), Type::regular(30.0), 24.0, 300.0, 2);
        assert_eq!((of.size, lines.len()), (24.0, 2));
        assert!(lines[1].ends_with('…') && width(&lines[1], of) <= 300.0, "{lines:?}");
        let (of, lines) = fit(&"x".repeat(100), Type::regular(30.0), 24.0, 300.0, 2);
        assert!(lines.len() == 1 && width(&lines[0], of) <= 300.0, "{lines:?}");
    }
}
