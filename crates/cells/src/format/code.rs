//! The code of a number format, taken apart.
use super::DateParts;

/// What a section of a format shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// As many digits as there are.
    #[default]
    General,
    /// Digits.
    Number,
    /// A date or a time of day.
    Date,
    /// Words only, or nothing.
    Words,
    /// Exponents, fractions, digits with words between them: the whole number counts.
    Other,
}

/// One of the sections that `;` divides.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub(super) kind: Kind,
    pub(super) before: String,
    pub(super) behind: String,
    pub(super) least_digits: usize,
    pub(super) least_decimals: usize,
    pub(super) most_decimals: usize,
    pub(super) percents: usize,
    /// Commas behind the digits: each divides by 1000.
    pub(super) divides: usize,
    pub(super) grouped: bool,
    pub(super) date: DateParts,
    condition: Option<Condition>,
}

/// `[>=1000000]`
#[derive(Clone, Copy, Debug, PartialEq)]
struct Condition {
    sign: Sign,
    bound: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// A sign of the code.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    /// `0`, `#` or `?`
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+`, the `/` of a fraction
    Odd,
    General,
    /// `@`
    Text,
    /// A run of `y`, `m`, `d`, `h`, `s`
    Date(char, usize),
    Words(String),
    Condition(Condition),
}

/// The sections of a code, without the one for texts.
pub(super) fn sections(code: &str) -> Vec<Section> {
    if code.is_empty() {
        return Vec::new();
    }
    let mut all = vec![Vec::new()];
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let tail = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == ';' {
            all.push(Vec::new());
            rest = tail;
            continue;
        }
        let current = all.last().map(Vec::as_slice).unwrap_or_default();
        let (piece, left) = next_piece(current, rest, c, tail);
        if let (Some(piece), Some(current)) = (piece, all.last_mut()) {
            current.push(piece);
        }
        rest = left;
    }
    // The fourth section is for texts; so is any that has only `@`.
    let is_text = |pieces: &[Piece]| pieces.contains(&Piece::Text);
    let only_text = all.len() == 1;
    all.truncate(3);
    all.iter().filter(|pieces| only_text || !is_text(pieces)).map(|pieces| section(pieces)).collect()
}

/// The section that shows a number.
pub(super) fn for_value(sections: &[Section], value: f64) -> Option<&Section> {
    if sections.iter().any(|section| section.condition.is_some()) {
        return sections
            .iter()
            .find(|section| section.condition.is_none_or(|condition| condition.holds(value)));
    }
    let index = match sections.len() {
        0 | 1 => 0,
        2 => usize::from(value < 0.0),
        _ if value < 0.0 => 1,
        _ if value > 0.0 => 0,
        _ => 2,
    };
    sections.get(index)
}

impl Condition {
    fn parse(text: &str) -> Option<Self> {
        let end = text.find(|c: char| !matches!(c, '<' | '>' | '=')).unwrap_or(text.len());
        let (sign, bound) = text.split_at(end);
        let sign = match sign {
            "<" => Sign::Less,
            "<=" => Sign::LessOrEqual,
            ">" => Sign::Greater,
            ">=" => Sign::GreaterOrEqual,
            "=" => Sign::Equal,
            "<>" => Sign::NotEqual,
            _ => return None,
        };
        Some(Self { sign, bound: bound.trim().parse().ok()? })
    }

    fn holds(self, value: f64) -> bool {
        match self.sign {
            Sign::Less => value < self.bound,
            Sign::LessOrEqual => value <= self.bound,
            Sign::Greater => value > self.bound,
            Sign::GreaterOrEqual => value >= self.bound,
            Sign::Equal => value.total_cmp(&self.bound).is_eq(),
            Sign::NotEqual => value.total_cmp(&self.bound).is_ne(),
        }
    }
}

/// The next sign of a code, and what is left.
fn next_piece<'a>(before: &[Piece], rest: &'a str, c: char, tail: &'a str) -> (Option<Piece>, &'a str) {
    let skip =
        |text: &'a str| text.chars().next().map_or("", |c| text.get(c.len_utf8()..).unwrap_or_default());
    let starts = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let words = |text: &str| Some(Piece::Words(text.to_owned()));
    if starts("general") {
        return (Some(Piece::General), rest.get(7..).unwrap_or_default());
    }
    for half in ["am/pm", "a/p"] {
        if starts(half) {
            return (Some(Piece::Date('a', 1)), rest.get(half.len()..).unwrap_or_default());
        }
    }
    match c {
        '"' => {
            let (inside, left) = tail.split_once('"').unwrap_or((tail, ""));
            (words(inside), left)
        }
        '[' => {
            let (inside, left) = tail.split_once(']').unwrap_or((tail, ""));
            (bracket(inside), left)
        }
        '\\' => {
            let left = skip(tail);
            (words(tail.get(..tail.len() - left.len()).unwrap_or_default()), left)
        }
        // As wide as the next character, or filled with it: not a word.
        '_' | '*' => (words(" "), skip(tail)),
        '0' | '#' | '?' => (Some(Piece::Digit(c)), tail),
        '.' => (Some(Piece::Point), tail),
        ',' => (Some(Piece::Comma), tail),
        '%' => (Some(Piece::Percent), tail),
        '@' => (Some(Piece::Text), tail),
        'E' | 'e' if tail.starts_with(['+', '-']) => (Some(Piece::Odd), skip(tail)),
        '/' if !before.iter().any(|piece| matches!(piece, Piece::Date(..))) => (Some(Piece::Odd), tail),
        'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
            let run = rest.chars().take_while(|next| next.eq_ignore_ascii_case(&c)).count();
            (Some(Piece::Date(c.to_ascii_lowercase(), run)), rest.get(run..).unwrap_or_default())
        }
        other => (words(other.encode_utf8(&mut [0; 4])), tail),
    }
}

/// What stands in brackets: a currency, a condition, an elapsed time, or a colour.
fn bracket(inside: &str) -> Option<Piece> {
    if let Some(currency) = inside.strip_prefix('$') {
        let (sign, place) = currency.rsplit_once('-').unwrap_or((currency, ""));
        // Of the dollars, only that of American English is known for sure.
        let sign = if sign == "$" && place.ends_with("409") { "US$" } else { sign };
        return Some(Piece::Words(sign.to_owned()));
    }
    if let Some(unit) = inside.chars().next().map(|c| c.to_ascii_lowercase())
        && matches!(unit, 'h' | 'm' | 's')
        && inside.chars().all(|c| c.to_ascii_lowercase() == unit)
    {
        return Some(Piece::Date('h', 1));
    }
    Condition::parse(inside).map(Piece::Condition)
}

fn section(pieces: &[Piece]) -> Section {
    let mut found = Section {
        condition: pieces.iter().find_map(|piece| match piece {
            Piece::Condition(condition) => Some(*condition),
            _ => None,
        }),
        ..Section::default()
    };
    let has = |test: fn(&Piece) -> bool| pieces.iter().any(test);
    if has(|piece| matches!(piece, Piece::General | Piece::Text)) {
        return found;
    }
    if has(|piece| matches!(piece, Piece::Date(..))) {
        found.kind = Kind::Date;
        found.date = date_parts(pieces);
        return found;
    }
    let digit = |piece: &Piece| matches!(piece, Piece::Digit(_));
    let (Some(first), Some(last)) = (pieces.iter().position(digit), pieces.iter().rposition(digit)) else {
        found.kind = Kind::Words;
        found.before = words(pieces);
        return found;
    };
    let inner = pieces.get(first..=last).unwrap_or_default();
    let is_of_number = |piece: &Piece| matches!(piece, Piece::Digit(_) | Piece::Point | Piece::Comma);
    let odd = has(|piece| matches!(piece, Piece::Odd));
    if odd || !inner.iter().all(is_of_number) {
        found.kind = Kind::Other;
        return found;
    }
    found.kind = Kind::Number;
    let start = if first > 0 && pieces.get(first - 1) == Some(&Piece::Point) { first - 1 } else { first };
    let behind = pieces.get(last + 1..).unwrap_or_default();
    let number = pieces.get(start..=last).unwrap_or_default();
    let point = number.iter().position(|piece| *piece == Piece::Point);
    let (whole, decimals) = number.split_at(point.unwrap_or(number.len()));
    let zeros = |pieces: &[Piece]| pieces.iter().filter(|piece| **piece == Piece::Digit('0')).count();
    found.least_digits = zeros(whole);
    found.least_decimals = zeros(decimals);
    found.most_decimals = decimals.iter().filter(|piece| digit(piece)).count();
    found.percents = pieces.iter().filter(|piece| **piece == Piece::Percent).count();
    // Commas behind the last digit of the whole number divide, whether decimals follow or not.
    let dividing = whole.iter().rev().take_while(|piece| **piece == Piece::Comma).count();
    let trailing = behind.iter().take_while(|piece| **piece == Piece::Comma).count();
    found.divides = dividing + trailing;
    found.grouped = whole.iter().filter(|piece| **piece == Piece::Comma).count() > dividing;
    found.before = words(pieces.get(..start).unwrap_or_default());
    found.behind = words(behind);
    found
}

/// The words of a section, a percent sign not among them.
fn words(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .filter_map(|piece| if let Piece::Words(text) = piece { Some(text.as_str()) } else { None })
        .collect()
}

/// Which parts of a date are shown. `m` beside hours or seconds is minutes.
fn date_parts(pieces: &[Piece]) -> DateParts {
    let runs: Vec<(char, usize)> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Date(letter, run) = piece { Some((*letter, *run)) } else { None })
        .collect();
    let mut parts = DateParts::default();
    for (index, (letter, run)) in runs.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| runs.get(index)).map(|run| run.0);
        let after = runs.get(index + 1).map(|run| run.0);
        match letter {
            'y' => parts.year = true,
            'd' => parts.day |= *run <= 2,
            'm' => parts.month |= *run > 2 || !(before == Some('h') || after == Some('s')),
            _ => {}
        }
    }
    parts
}
