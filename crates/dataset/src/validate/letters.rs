//! Letters that nobody sees, and marks that turn the direction of writing.
use crate::json::{Kind, Node};

use super::walk::Pointer;
use super::{Breach, Report};

/// The names of the usual ones, after the Unicode Standard; of the others the number is enough.
const NAMES: [(char, &str); 19] = [
    ('\u{61c}', "ARABIC LETTER MARK"),
    ('\u{180e}', "MONGOLIAN VOWEL SEPARATOR"),
    ('\u{200b}', "ZERO WIDTH SPACE"),
    ('\u{200c}', "ZERO WIDTH NON-JOINER"),
    ('\u{200d}', "ZERO WIDTH JOINER"),
    ('\u{200e}', "LEFT-TO-RIGHT MARK"),
    ('\u{200f}', "RIGHT-TO-LEFT MARK"),
    ('\u{202a}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202b}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202c}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202d}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202e}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
    ('\u{feff}', "ZERO WIDTH NO-BREAK SPACE"),
    ('\u{3164}', "HANGUL FILLER"),
];

/// Looks at every string and every name of the text. A soft hyphen is no such letter: labels of tiles
/// use it.
pub(super) fn check(report: &mut Report<'_>) {
    let mut open = vec![(Pointer::default(), report.document.root())];
    while let Some((at, node)) = open.pop() {
        match &node.kind {
            Kind::String(text) => string(report, &at, text),
            Kind::Array(items) => {
                let items = items.iter().enumerate().filter(|(_, item)| holds_text(item));
                open.extend(items.map(|(index, item)| (at.to(&index.to_string()), item)));
            }
            Kind::Object(members) => {
                for member in members {
                    if hidden(&member.name).is_some() {
                        string(report, &at.to(&member.name), &member.name);
                    }
                    if holds_text(&member.value) {
                        open.push((at.to(&member.name), &member.value));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a pointer to a value is worth making.
fn holds_text(node: &Node) -> bool {
    match &node.kind {
        Kind::String(text) => hidden(text).is_some(),
        Kind::Array(items) => !items.is_empty(),
        Kind::Object(members) => !members.is_empty(),
        _ => false,
    }
}

fn string(report: &mut Report<'_>, at: &Pointer, text: &str) {
    if let Some(letter) = hidden(text) {
        let name = NAMES.iter().find(|(known, _)| *known == letter).map_or("", |(_, name)| *name);
        report.add(at, Breach::HiddenLetter { letter, name });
    }
}

/// The first letter of a text that nobody sees.
fn hidden(text: &str) -> Option<char> {
    text.chars().find(|letter| {
        let control = letter.is_control() && !matches!(letter, '\n' | '\t');
        let listed = NAMES.iter().any(|(known, _)| known == letter);
        let other = matches!(letter, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{2061}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}');
        !letter.is_ascii_graphic() && (control || listed || other)
    })
}
