//! Query strings: pairs of names and values, percent-encoded (RFC 3986, section 2.1), with `+`
//! for a space as HTML forms write it.

/// The longest query that is read, in bytes; servers take no longer ones either. Pairs that begin
/// beyond it are left out.
const MAX_LENGTH: usize = 8192;

/// A text with everything but letters, digits and `-._~` as percent-encoded UTF-8, like the
/// browser's `encodeURIComponent`: for one part of an address, and for `data:` addresses.
#[must_use]
pub fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    push_encoded(&mut out, text, "%20");
    out
}

fn push_encoded(out: &mut String, text: &str, space: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let hex = |digit: u8| HEX.get(usize::from(digit)).copied().map_or('0', char::from);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            b' ' => out.push_str(space),
            _ => out.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
}

/// Adds a pair to a query, which starts with `?` or is empty.
pub(super) fn push_pair(query: &mut String, name: &str, value: &str) {
    push_name(query, name);
    push_encoded(query, value, "+");
}

/// Adds a name and `=`.
pub(super) fn push_name(query: &mut String, name: &str) {
    query.push(if query.is_empty() { '?' } else { '&' });
    push_encoded(query, name, "+");
    query.push('=');
}

/// The decoded pairs of a query in their order. A name without `=` has an empty value.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let query = query.split('#').next().unwrap_or_default();
    let mut length = 0;
    query
        .split('&')
        .take_while(|pair| {
            length += pair.len() + 1;
            length <= MAX_LENGTH
        })
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// Undoes the encoding. A `%` that two hexadecimal digits do not follow stands for itself; bytes
/// that are not UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let (byte, after) = match (*first, after) {
            (b'+', _) => (b' ', after),
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, after),
                _ => (b'%', rest.get(1..).unwrap_or_default()),
            },
            (byte, _) => (byte, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_encoded_as_utf_8() {
        assert_eq!(percent_encode("a-b_c.d~e"), "a-b_c.d~e");
        assert_eq!(percent_encode("31,33% é"), "31%2C33%25%20%C3%A9");
        let mut query = String::new();
        push_pair(&mut query, "a b", "1+1=2&é");
        push_pair(&mut query, "c", "");
        assert_eq!(query, "?a+b=1%2B1%3D2%26%C3%A9&c=");
    }

    #[test]
    fn broken_queries_are_read_as_far_as_they_go() {
        let read = |query: &str| -> Vec<String> {
            pairs(query).into_iter().map(|(name, value)| format!("{name}={value}")).collect()
        };
        assert_eq!(read("?a=1&&b&=c&d=1=2#e=f"), ["a=1", "b=", "=c", "d=1=2"]);
        assert_eq!(read("a=%&b=%4&c=%zz&d=%41%2b&e=+%20"), ["a=%", "b=%4", "c=%zz", "d=A+", "e=  "]);
        assert_eq!(read("a=%FF%C3&b=%00"), ["a=\u{fffd}\u{fffd}", "b=\0"]);
        assert_eq!(read(""), Vec::<String>::new());
        let long = format!("a=1&b={}&c=3", "x".repeat(9000));
        assert_eq!(read(&long), ["a=1"]);
    }
}
