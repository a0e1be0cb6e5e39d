//! Bytes as text.
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::CsvFault;

/// How many bytes show whether every other one is zero.
const SAMPLE: usize = 1024;

/// The text of a file, with `\n` at the ends of lines.
pub(super) fn text(bytes: &[u8]) -> Result<String, CsvFault> {
    let text = decoded(bytes)?;
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')) {
        return Err(CsvFault::NotText);
    }
    Ok(if text.contains('\r') { with_plain_ends(&text) } else { text })
}

/// A text whose lines end in `\n`.
fn with_plain_ends(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut lines = text.split('\r');
    plain.push_str(lines.next().unwrap_or_default());
    for line in lines {
        plain.push('\n');
        plain.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
    plain
}

fn decoded(bytes: &[u8]) -> Result<String, CsvFault> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest);
    }
    if let Some(encoding) = utf16(bytes) {
        let (text, _, broken) = encoding.decode(bytes);
        return if broken { Err(CsvFault::NotText) } else { Ok(text.into_owned()) };
    }
    if bytes.contains(&0) {
        return Err(CsvFault::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        // Of letters beyond ASCII before the first fault, each would have to be UTF-8 by chance.
        Err(_) if has_utf8_letters(bytes) => Err(mixed(bytes)),
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            Ok(text.into_owned())
        }
    }
}

fn utf8(bytes: &[u8]) -> Result<String, CsvFault> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| mixed(bytes))
}

/// The kind of UTF-16, by its mark or by the zeros of ASCII letters.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(UTF_16BE);
    }
    let sample = bytes.get(..SAMPLE.min(bytes.len()))?;
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Most letters of a table are ASCII, of which one byte in two is zero.
    let most = sample.len() / 4;
    match (even > most, odd > most) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether two or more letters of several bytes are UTF-8 in a text that as a whole is not. One may be chance.
fn has_utf8_letters(bytes: &[u8]) -> bool {
    let letters = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars()).filter(|c| !c.is_ascii());
    letters.take(2).count() == 2
}

fn mixed(bytes: &[u8]) -> CsvFault {
    let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let before = bytes.get(..valid).unwrap_or_default();
    CsvFault::MixedEncoding { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
}
