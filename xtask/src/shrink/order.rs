//! The order of functions that compresses best.
//!
//! gzip looks back 32 KB. A function that stands behind its likes is mostly told by pointing at
//! them, so each place goes to the function that shares most with the few before it: pieces of
//! [`PIECE`] bytes, the rarer the better.
use std::collections::{BTreeMap, BTreeSet};

/// How many bytes in a row count as the same.
const PIECE: usize = 4;
/// How much a shared piece counts, by how many functions back it was last.
const WINDOW: [u64; 16] = [100, 90, 81, 73, 66, 59, 53, 48, 43, 39, 35, 31, 28, 25, 23, 21];
/// A piece of more functions than this tells nothing.
const COMMON: usize = 200;
/// Keeps functions of a few bytes from winning by a single piece.
const SHORT: u64 = 20;

/// The functions, by their numbers, in an order in which each is like those before it.
pub fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(PIECE).collect()).collect();
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    holders.retain(|_, functions| (2..=COMMON).contains(&functions.len()));

    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    while !left.is_empty() {
        let mut scores: BTreeMap<usize, u64> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (before, nearness) in order.iter().rev().zip(WINDOW) {
            for piece in pieces.get(*before).into_iter().flatten().filter(|piece| seen.insert(**piece)) {
                let functions = holders.get(piece).map_or([].as_slice(), Vec::as_slice);
                let worth = nearness * rarity(bodies.len(), functions.len());
                for function in functions.iter().filter(|function| left.contains(function)) {
                    *scores.entry(*function).or_default() += worth;
                }
            }
        }
        // Shared bytes by the root of the length: a long function shares more by chance.
        let best = scores
            .into_iter()
            .map(|(function, score)| (score * score / (length(bodies, function) + SHORT), function))
            .max_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1)))
            .map(|(_, function)| function)
            .or_else(|| left.first().copied());
        let Some(next) = best else { break };
        left.remove(&next);
        order.push(next);
    }
    order
}

fn length(bodies: &[&[u8]], function: usize) -> u64 {
    bodies.get(function).and_then(|body| u64::try_from(body.len()).ok()).unwrap_or(0)
}

/// Four times the logarithm of how seldom a piece is.
fn rarity(all: usize, holders: usize) -> u64 {
    let share = all.saturating_mul(16) / holders.max(1);
    let share = u64::try_from(share).unwrap_or(u64::MAX).clamp(16, 1 << 15);
    u64::from(share.pow(4).ilog2()) - 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likes_stand_together() {
        let bodies = ["abcdefgh-1", "zyxwvuts-1", "abcdefgh-2", "zyxwvuts-2", "abcdefgh-3"];
        let bodies: Vec<&[u8]> = bodies.iter().map(|body| body.as_bytes()).collect();
        assert_eq!(by_likeness(&bodies), [0, 2, 4, 1, 3]);
    }

    #[test]
    fn every_function_has_one_place() {
        let bodies: Vec<Vec<u8>> = (0..40_u8).map(|n| (0..n).map(|byte| byte * (n % 3)).collect()).collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let mut order = by_likeness(&bodies);
        assert_eq!(order, by_likeness(&bodies));
        order.sort_unstable();
        assert_eq!(order, (0..40).collect::<Vec<_>>());
        assert!(by_likeness(&[]).is_empty());
    }

    #[test]
    fn rare_pieces_count_more() {
        assert!(rarity(1000, 2) > rarity(1000, 100));
        assert!(rarity(2, 2) > 0 && rarity(usize::MAX, 2) > 0);
    }
}
