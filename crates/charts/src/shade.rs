//! Counts as shades: the more there is to count, the darker.

use super::theme::Role;

/// The shades from the palest to the full colour.
const SHADES: [Role; 4] = [Role::Step1, Role::Step2, Role::Step3, Role::Covered];

/// The shade of `count` among counts of which the largest is `most`; `None` for zero.
///
/// Up to four, each count has a shade of its own; beyond, each shade is a quarter of the way to `most`.
/// The largest count has the full colour: only on it is text pale.
#[must_use]
pub fn role(count: u32, most: u32) -> Option<Role> {
    let most = most.max(count);
    let step = match (count, most) {
        (0, _) => return None,
        // Two or three counts are as far apart as four shades allow.
        (1, 2) => 2,
        (2, 3) => 3,
        (1, 3) => 1,
        (_, ..=3) => 4,
        _ => (u64::from(count) * 4).div_ceil(u64::from(most)),
    };
    SHADES.get(usize::try_from(step).ok()?.checked_sub(1)?).copied()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn more_is_never_paler() {
        let index = |role| SHADES.iter().position(|shade| *shade == role).unwrap();
        for most in 1..40 {
            assert_eq!(role(0, most), None);
            assert_eq!(role(most, most), Some(Role::Covered));
            let steps: Vec<usize> = (1..=most).map(|count| index(role(count, most).unwrap())).collect();
            assert!(steps.is_sorted(), "{steps:?}");
            assert!(most > 4 || steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
        }
        assert_eq!(role(u32::MAX, u32::MAX), Some(Role::Covered));
        assert_eq!(role(5, 1), Some(Role::Covered));
    }
}
