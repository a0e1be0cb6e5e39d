//! Sorting short lists in few bytes.
//!
//! The standard library's sorts are fast for long lists, but each type and comparison brings
//! about 4 KB of WebAssembly. What is sorted here are a handful of groups, filters and findings;
//! tables have a sort of their own, see [`crate::table`].

/// Sorts stably by insertion: quadratic for lists in disorder, linear for those in order.
///
/// `follows(a, b)` says that `a` belongs behind `b`.
pub fn insertion_sort<T>(items: &mut [T], follows: &dyn Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([before, item]) = at.checked_sub(1).and_then(|start| items.get(start..=at)) {
            if !follows(before, item) {
                break;
            }
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_stably() {
        let mut items = [(3, 'a'), (1, 'b'), (2, 'c'), (3, 'd'), (1, 'e')];
        insertion_sort(&mut items, &|a, b| a.0 > b.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'c'), (3, 'a'), (3, 'd')]);
        insertion_sort::<u8>(&mut [], &|a, b| a > b);
    }
}
