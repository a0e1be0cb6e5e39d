//! The reader of RFC 8259 text, in steps.
use super::{Kind, Member, Node};

/// The deepest nesting that is read; deeper text would threaten the stack.
const MAX_DEPTH: usize = 100;

/// How long the names around a value may be together, in bytes. Each finding tells its whole pointer, and each value of
/// a text may have one: with names as long as the text, they would take its length squared.
const MAX_NAMES: usize = 1000;

/// Where and why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason:?} at byte {at}")]
pub struct SyntaxError {
    /// Byte offset of the first character that does not fit.
    pub at: u32,
    /// What does not fit there.
    pub reason: Reason,
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text ends inside a value.
    UnexpectedEnd,
    /// A value was expected.
    ExpectedValue,
    /// `:` was expected after a name.
    ExpectedColon,
    /// `,` or the closing bracket was expected.
    ExpectedCommaOrEnd,
    /// A name in double quotes was expected.
    ExpectedName,
    /// A comma stands before a closing bracket.
    TrailingComma,
    /// A number that JSON does not know, such as `01` or `.5`.
    BadNumber,
    /// An escape that JSON does not know.
    BadEscape,
    /// A line break or control character inside a string.
    ControlCharacter,
    /// Something follows the outermost value.
    TrailingText,
    /// More than 100 brackets are open.
    TooDeep,
    /// The names around a value have more than 1000 bytes.
    LongNames,
    /// The text is larger than 4 GB.
    TooLarge,
    /// There is no text.
    #[cfg(feature = "publish")]
    Empty,
    /// The text ends before a bracket or a quotation mark is closed.
    #[cfg(feature = "publish")]
    Unclosed {
        /// The mark.
        mark: char,
        /// Its line, from 1.
        line: u32,
    },
    /// A remark.
    #[cfg(feature = "publish")]
    Comment,
    /// A quotation mark that is not `"`.
    #[cfg(feature = "publish")]
    Quotes,
}

/// Reads a text in steps: what is open is a list here rather than calls within calls, so that reading can stop between
/// any two values.
pub(crate) struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// The arrays and objects around what is read next, the outermost first. The last member of each object waits for
    /// its value.
    open: Vec<Node>,
    /// The length of the names around what is read.
    names: usize,
}

impl<'t> Parser<'t> {
    /// Begins a text; a byte order mark is passed over.
    pub fn of(text: &'t str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at, open: Vec::new(), names: 0 }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Reads about so many further bytes. Tells the outermost value once it is whole.
    pub fn step(&mut self, bytes: usize) -> Result<Option<Node>, SyntaxError> {
        if u32::try_from(self.text.len()).is_err() {
            return Err(SyntaxError { at: 0, reason: Reason::TooLarge });
        }
        let until = self.at.saturating_add(bytes.max(1));
        while self.at < until {
            let root = self.value()?;
            if root.is_some() {
                return Ok(root);
            }
        }
        Ok(None)
    }

    /// What was read of values that are not whole.
    pub fn unfinished(self) -> Vec<Node> {
        self.open
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fail(&self, reason: Reason) -> SyntaxError {
        let reason = if self.peek().is_none() { Reason::UnexpectedEnd } else { reason };
        SyntaxError { at: self.offset(), reason }
    }

    fn offset(&self) -> u32 {
        // The length was checked to fit when the text was taken in.
        u32::try_from(self.at).unwrap_or(u32::MAX)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Reads a value with its name, or the beginning of one that holds others. Tells the outermost once it is whole.
    fn value(&mut self) -> Result<Option<Node>, SyntaxError> {
        if matches!(self.open.last(), Some(Node { kind: Kind::Object(_), .. })) {
            self.name()?;
        }
        self.space();
        if self.open.len() > MAX_DEPTH {
            return Err(self.fail(Reason::TooDeep));
        }
        let at = self.offset();
        let kind = match self.peek() {
            Some(b'{') => return self.begin(Node { at, kind: Kind::Object(Vec::new()) }, b'}'),
            Some(b'[') => return self.begin(Node { at, kind: Kind::Array(Vec::new()) }, b']'),
            Some(b'"') => Kind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'n') => self.word("null", Kind::Null)?,
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            _ => return Err(self.fail(Reason::ExpectedValue)),
        };
        self.end(Node { at, kind })
    }

    /// Reads the name of the next member of the innermost object.
    fn name(&mut self) -> Result<(), SyntaxError> {
        self.space();
        let at = self.offset();
        if self.peek() != Some(b'"') {
            return Err(self.fail(Reason::ExpectedName));
        }
        let name = self.string()?;
        self.names += name.len();
        if self.names > MAX_NAMES {
            return Err(SyntaxError { at, reason: Reason::LongNames });
        }
        self.space();
        if !self.take(b':') {
            return Err(self.fail(Reason::ExpectedColon));
        }
        if let Some(Node { kind: Kind::Object(members), .. }) = self.open.last_mut() {
            members.push(Member { at, name, value: Node { at, kind: Kind::Null } });
        }
        Ok(())
    }

    /// Begins an array or an object.
    fn begin(&mut self, node: Node, close: u8) -> Result<Option<Node>, SyntaxError> {
        self.at += 1;
        self.space();
        if self.take(close) {
            return self.end(node);
        }
        self.open.push(node);
        Ok(None)
    }

    /// Puts a value that is whole into the one around it, and that, too, where it is whole now. Tells the outermost.
    fn end(&mut self, mut node: Node) -> Result<Option<Node>, SyntaxError> {
        while let Some(mut around) = self.open.pop() {
            let close = match &mut around.kind {
                Kind::Object(members) => {
                    if let Some(member) = members.last_mut() {
                        self.names -= member.name.len();
                        member.value = node;
                    }
                    b'}'
                }
                Kind::Array(items) => {
                    items.push(node);
                    b']'
                }
                _ => b']',
            };
            let ends = self.end_of_item(close);
            if !matches!(ends, Ok(true)) {
                self.open.push(around);
                return ends.map(|_| None);
            }
            node = around;
        }
        self.space();
        match self.peek() {
            None => Ok(Some(node)),
            Some(_) => {
                self.open.push(node);
                Err(self.fail(Reason::TrailingText))
            }
        }
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Kind, SyntaxError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            self.at += word.len();
            Ok(kind)
        } else {
            Err(self.fail(Reason::ExpectedValue))
        }
    }

    /// After an item: true at the closing bracket, false after a comma.
    fn end_of_item(&mut self, close: u8) -> Result<bool, SyntaxError> {
        self.space();
        if self.take(close) {
            return Ok(true);
        }
        let comma = self.at;
        if !self.take(b',') {
            return Err(self.fail(Reason::ExpectedCommaOrEnd));
        }
        self.space();
        if self.peek() == Some(close) {
            self.at = comma;
            return Err(self.fail(Reason::TrailingComma));
        }
        Ok(false)
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - from
    }

    fn number(&mut self) -> Result<Kind, SyntaxError> {
        let from = self.at;
        self.take(b'-');
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (leading_zero && whole > 1) {
            return Err(self.fail_number(from));
        }
        if self.take(b'.') && self.digits() == 0 {
            return Err(self.fail_number(from));
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let _signed = self.take(b'+') || self.take(b'-');
            if self.digits() == 0 {
                return Err(self.fail_number(from));
            }
        }
        Ok(Kind::Number(self.text.get(from..self.at).unwrap_or_default().into()))
    }

    fn fail_number(&mut self, from: usize) -> SyntaxError {
        let ends = self.peek().is_none();
        self.at = from;
        if ends {
            SyntaxError { at: self.offset(), reason: Reason::UnexpectedEnd }
        } else {
            self.fail(Reason::BadNumber)
        }
    }

    fn string(&mut self) -> Result<Box<str>, SyntaxError> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..0x20)) {
                self.at += 1;
            }
            out.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    super::direction::close(&mut out);
                    return Ok(out.into());
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(self.fail(Reason::ControlCharacter)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let from = self.at;
        self.at += 1;
        let found = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(from),
            _ => return Err(self.fail_escape(from)),
        };
        self.at += 1;
        Ok(found)
    }

    fn fail_escape(&mut self, from: usize) -> SyntaxError {
        let reason = self.fail(Reason::BadEscape).reason;
        self.at = from;
        SyntaxError { at: self.offset(), reason }
    }

    /// `\uXXXX`, or two of them where the first is a high surrogate.
    fn unicode(&mut self, from: usize) -> Result<char, SyntaxError> {
        let Some(first) = self.hex4() else { return Err(self.fail_escape(from)) };
        let code = if (0xD800..0xDC00).contains(&first) {
            let second = (self.take(b'\\') && self.peek() == Some(b'u')).then(|| self.hex4()).flatten();
            match second {
                Some(low) if (0xDC00..0xE000).contains(&low) => {
                    0x1_0000 + ((first - 0xD800) << 10) + (low - 0xDC00)
                }
                _ => return Err(self.fail_escape(from)),
            }
        } else {
            first
        };
        match char::from_u32(code) {
            Some(found) => Ok(found),
            None => Err(self.fail_escape(from)),
        }
    }

    /// Reads `uXXXX` from the `u` on.
    fn hex4(&mut self) -> Option<u32> {
        let hex = self.text.get(self.at + 1..self.at + 5)?;
        let code = hex.chars().try_fold(0, |code, digit| Some(code * 16 + digit.to_digit(16)?))?;
        self.at += 5;
        Some(code)
    }
}
