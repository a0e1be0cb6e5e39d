//! Changes of a JSON text that leave it one.
use dataset::json::{Document, Kind, Node};
use invariants::{Layout, write};

/// Values at the edges of what the format knows.
const LEAVES: [&str; 18] = [
    "null",
    "true",
    "0",
    "-1",
    "9223372036854775807",
    "0.000000001",
    "1e18",
    "1e-9",
    "100",
    "[]",
    "{}",
    "\"\"",
    "\"2025-08\"",
    "\"2025-02-29\"",
    "\"Rp718,7 miliar\"",
    "\"1 dari 5\"",
    "\"\\u202e\\u2066{0}\"",
    "\"IDR\"",
];

/// Chances from a seed (xorshift, Marsaglia 2003).
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end.max(1)
    }
}

/// The text with one to three values changed; `None` where it is no JSON, or would be too long.
#[must_use]
pub fn mutate(text: &[u8], seed: u32, longest: usize) -> Option<String> {
    let document = Document::parse(std::str::from_utf8(text).ok()?).ok()?;
    let mut root = document.root().clone();
    // Of 0 nothing but 0 would follow.
    let mut chance = Chance(seed | 1);
    for _ in 0..=chance.below(3) {
        change(&mut root, &mut chance);
    }
    let changed = write(&root, Layout::Compact);
    (changed.len() <= longest).then_some(changed)
}

fn change(root: &mut Node, chance: &mut Chance) {
    let all = count(root);
    let other = nth(root, &mut chance.below(all)).map(|node| node.kind.clone());
    let Some(node) = nth(root, &mut chance.below(all)) else { return };
    let way = chance.below(6);
    match (&mut node.kind, way) {
        (Kind::Array(items), 0..=2) if !items.is_empty() => {
            let at = chance.below(items.len());
            let item = items.remove(at);
            match way {
                0 => {}
                1 => items.extend([item.clone(), item]),
                _ => items.insert(0, item),
            }
        }
        (Kind::Object(members), 0..=2) if !members.is_empty() => {
            let at = chance.below(members.len());
            let mut member = members.remove(at);
            match (way, other) {
                (1, _) => members.extend([member.clone(), member]),
                (2, Some(kind)) => {
                    member.value.kind = kind;
                    members.push(member);
                }
                _ => {}
            }
        }
        (kind, 3) => {
            let leaf = LEAVES.get(chance.below(LEAVES.len())).and_then(|leaf| Document::parse(leaf).ok());
            if let Some(leaf) = leaf {
                *kind = leaf.root().kind.clone();
            }
        }
        (kind, _) => {
            if let Some(other) = other {
                *kind = other;
            }
        }
    }
}

fn count(node: &Node) -> usize {
    1 + match &node.kind {
        Kind::Array(items) => items.iter().map(count).sum(),
        Kind::Object(members) => members.iter().map(|member| count(&member.value)).sum::<usize>(),
        _ => 0,
    }
}

/// The node that has so many before it in the text.
fn nth<'n>(node: &'n mut Node, left: &mut usize) -> Option<&'n mut Node> {
    if *left == 0 {
        return Some(node);
    }
    *left -= 1;
    match &mut node.kind {
        Kind::Array(items) => items.iter_mut().find_map(|item| nth(item, left)),
        Kind::Object(members) => members.iter_mut().find_map(|member| nth(&mut member.value, left)),
        _ => None,
    }
}
