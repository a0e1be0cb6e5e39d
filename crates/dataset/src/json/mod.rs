//! JSON text with places: every value knows where in the text it starts.
//!
//! A dataset is written by people, so a mistake must be reported with line, column and JSON
//! pointer, and one bad record must not hide the good ones. [`Document::parse`] reads RFC 8259
//! text into a tree of [`Node`]s; [`super::read`] turns it into a dataset and collects what it could
//! not read. Why not a library: `docs/adr/0002-json-reader.md`.
mod de;
mod direction;
#[cfg(feature = "publish")]
mod hint;
mod parse;

use std::cell::RefCell;

pub(crate) use de::{Context, Decoded, NUMBER, Unread, leaf};
#[cfg(feature = "publish")]
pub(crate) use hint::closer;

pub(crate) use parse::Parser;

pub use de::{Issue, Problem};
pub use parse::{Reason, SyntaxError};

/// A JSON value and the byte offset of its first character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Byte offset from the start of the text.
    pub at: u32,
    /// The value.
    pub kind: Kind,
}

/// The six kinds of JSON values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as printed: nothing of its precision is lost.
    Number(Box<str>),
    /// A string, unescaped.
    String(Box<str>),
    /// An array.
    Array(Vec<Node>),
    /// An object's members in the order of the text.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Byte offset of the name's opening quote.
    pub at: u32,
    /// The name, unescaped.
    pub name: Box<str>,
    /// The value.
    pub value: Node,
}

/// A place in a text as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, counted in characters.
    pub column: u32,
}

/// A parsed text.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    root: Node,
    /// The place of every [`STRIDE`]th byte, as far as they were needed.
    marks: RefCell<Vec<Position>>,
}

/// Places are counted from a mark that is at most so many bytes away: a text with thousands of
/// findings, or all of it in one line, is not counted through for each of them.
pub(crate) const STRIDE: usize = 1024;

impl<'t> Document<'t> {
    /// Parses a JSON text (RFC 8259; a byte order mark is passed over).
    ///
    /// # Errors
    /// [`SyntaxError`] with the byte offset at which the text stops being JSON.
    pub fn parse(text: &'t str) -> Result<Self, SyntaxError> {
        let mut parser = Parser::of(text);
        loop {
            if let Some(root) = parser.step(usize::MAX)? {
                return Ok(Self::of(text, root));
            }
        }
    }

    /// A text and what it is.
    pub(crate) fn of(text: &'t str, root: Node) -> Self {
        Self { text, root, marks: RefCell::default() }
    }

    /// The outermost value.
    #[must_use]
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The outermost value, without its text.
    pub(crate) fn into_root(self) -> Node {
        self.root
    }

    /// Counts lines and columns of about so many further bytes, which [`Self::position`] would do for all of them.
    /// Whether that was the last of it.
    pub(crate) fn count(&self, bytes: usize) -> bool {
        let marks = &mut *self.marks.borrow_mut();
        if marks.is_empty() {
            marks.push(start(self.text));
        }
        let mut chunks = self.text.as_bytes().chunks(STRIDE).skip(marks.len() - 1);
        for chunk in chunks.by_ref().take((bytes / STRIDE).max(1)) {
            marks.extend(marks.last().map(|mark| after(*mark, chunk)));
        }
        chunks.len() == 0
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn position(&self, at: u32) -> Position {
        let bytes = self.text.as_bytes();
        let at = (at as usize).min(bytes.len());
        self.count(usize::MAX);
        let marks = self.marks.borrow();
        let mark = at / STRIDE;
        let rest = bytes.get(mark * STRIDE..at).unwrap_or_default();
        marks.get(mark).map_or(start(self.text), |mark| after(*mark, rest)).shown()
    }

    /// JSON pointer (RFC 6901) of the value or member that starts at a byte offset; of the
    /// innermost one around it where none starts there.
    #[must_use]
    pub fn pointer(&self, at: u32) -> String {
        let mut pointer = String::new();
        descend(&self.root, at, &mut pointer);
        pointer
    }

    /// The value a JSON pointer leads to.
    #[must_use]
    pub fn at_pointer(&self, pointer: &str) -> Option<&Node> {
        pointer.split('/').skip(1).try_fold(&self.root, |node, token| node.child(token))
    }

    /// The byte offset of a pointer's value, or of its nearest ancestor that exists.
    #[must_use]
    pub fn offset(&self, pointer: &str) -> u32 {
        let mut node = &self.root;
        for token in pointer.split('/').skip(1) {
            match node.child(token) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.at
    }
}

/// Line and column of a byte offset in a text.
#[must_use]
pub fn position(text: &str, at: u32) -> Position {
    let bytes = text.as_bytes();
    after(start(text), bytes.get(..at as usize).unwrap_or(bytes)).shown()
}

impl Position {
    /// The place as editors show it, which do not count a byte order mark.
    fn shown(self) -> Self {
        Self { column: self.column.max(1), ..self }
    }
}

/// The first place of a text. A byte order mark is no column.
fn start(text: &str) -> Position {
    Position { line: 1, column: u32::from(!text.starts_with('\u{feff}')) }
}

/// The place behind some bytes that begin at a place.
fn after(mut place: Position, bytes: &[u8]) -> Position {
    for byte in bytes {
        match byte {
            b'\n' => place = Position { line: place.line.saturating_add(1), column: 1 },
            // The later bytes of a character.
            0x80..=0xbf => {}
            _ => place.column = place.column.saturating_add(1),
        }
    }
    place
}

impl Node {
    /// What kind of value this is, as JSON names it.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "boolean",
            Kind::Number(_) => "number",
            Kind::String(_) => "string",
            Kind::Array(_) => "array",
            Kind::Object(_) => "object",
        }
    }

    /// A string's text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(s) => Some(s),
            _ => None,
        }
    }

    /// An object's member by name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Object(members) => members.iter().find(|m| &*m.name == name).map(|m| &m.value),
            _ => None,
        }
    }

    /// The name of an object's member whose value starts at a byte offset or around it; `None` where the offset is in
    /// no member.
    pub(crate) fn name_at(&self, at: u32) -> Option<&str> {
        let Kind::Object(members) = &self.kind else { return None };
        let index = members.partition_point(|member| member.at <= at).checked_sub(1)?;
        members.get(index).map(|member| &*member.name)
    }

    fn child(&self, token: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Array(items) => token.parse::<usize>().ok().and_then(|i| items.get(i)),
            _ => self.get(&token.replace("~1", "/").replace("~0", "~")),
        }
    }
}

/// Frees so many values; whether none is left. A large tree takes its time to go.
pub(crate) fn take_apart(open: &mut Vec<Node>, values: usize) -> bool {
    for _ in 0..values.max(1) {
        let inner = match open.last_mut().map(|node| &mut node.kind) {
            None => return true,
            Some(Kind::Array(items)) => items.pop(),
            Some(Kind::Object(members)) => members.pop().map(|member| member.value),
            Some(_) => None,
        };
        match inner {
            Some(node) => open.push(node),
            None => drop(open.pop()),
        }
    }
    false
}

fn descend(node: &Node, at: u32, pointer: &mut String) {
    match &node.kind {
        Kind::Array(items) => {
            let next = items.partition_point(|item| item.at <= at);
            if let Some((index, item)) = next.checked_sub(1).and_then(|i| Some((i, items.get(i)?))) {
                pointer.push('/');
                pointer.push_str(&index.to_string());
                descend(item, at, pointer);
            }
        }
        Kind::Object(members) => {
            let next = members.partition_point(|member| member.at <= at);
            if let Some(member) = next.checked_sub(1).and_then(|i| members.get(i)) {
                pointer.push('/');
                pointer.push_str(&member.name.replace('~', "~0").replace('/', "~1"));
                if member.value.at <= at {
                    descend(&member.value, at, pointer);
                }
            }
        }
        _ => {}
    }
}
