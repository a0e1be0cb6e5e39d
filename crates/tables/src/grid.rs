//! Keys in a data grid, after the ARIA Authoring Practices Guide of the W3C (pattern "Grid", data grids).
//!
//! The heading is a row that keys reach, because sorting is done there.
/// The cell that has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// The row, from 0; none for the heading.
    pub row: Option<u32>,
    /// The column, from 0.
    pub column: u32,
}

/// How large the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Rows, without the heading.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
    /// Rows seen at once.
    pub page: u32,
}

/// A key of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The first cell of the grid.
    GridStart,
    /// The last cell of the grid.
    GridEnd,
}

impl Key {
    /// The key of a name of DOM events (`KeyboardEvent.key`), and whether Ctrl, or ⌘, is held. `None` for a key that
    /// moves nothing.
    #[must_use]
    pub fn of(name: &str, is_held: bool) -> Option<Self> {
        Some(match (name, is_held) {
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("PageUp", false) => Self::PageUp,
            ("PageDown", false) => Self::PageDown,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::GridStart,
            ("End", true) => Self::GridEnd,
            _ => return None,
        })
    }
}

impl Focus {
    /// Where a key leads. At an edge it stays.
    #[must_use]
    pub fn moved(self, key: Key, extent: Extent) -> Self {
        let last_row = extent.rows.checked_sub(1);
        let last_column = extent.columns.saturating_sub(1);
        let row = self.row.map(|row| row.min(extent.rows.saturating_sub(1))).filter(|_| extent.rows > 0);
        let column = self.column.min(last_column);
        let down = |by: u32| match (row, last_row) {
            (Some(row), Some(last)) => Some(row.saturating_add(by).min(last)),
            (None, Some(last)) => Some((by - 1).min(last)),
            (_, None) => None,
        };
        let page = extent.page.max(1);
        match key {
            Key::Up => Self { row: row.and_then(|row| row.checked_sub(1)), column },
            Key::Down => Self { row: down(1), column },
            Key::Left => Self { row, column: column.saturating_sub(1) },
            Key::Right => Self { row, column: column.saturating_add(1).min(last_column) },
            Key::PageUp => {
                Self { row: row.and_then(|row| (row > 0).then(|| row.saturating_sub(page))), column }
            }
            Key::PageDown => Self { row: down(page), column },
            Key::RowStart => Self { row, column: 0 },
            Key::RowEnd => Self { row, column: last_column },
            Key::GridStart => Self { row: last_row.map(|_| 0), column: 0 },
            Key::GridEnd => Self { row: last_row, column: last_column },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EXTENT: Extent = Extent { rows: 100, columns: 7, page: 15 };

    #[test]
    fn keys_lead_where_the_pattern_says() {
        let from = |row, column| Focus { row, column };
        for (focus, key, wanted) in [
            (from(None, 0), Key::Down, from(Some(0), 0)),
            (from(Some(0), 2), Key::Up, from(None, 2)),
            (from(None, 2), Key::Up, from(None, 2)),
            (from(Some(5), 6), Key::Right, from(Some(5), 6)),
            (from(Some(5), 0), Key::Left, from(Some(5), 0)),
            (from(Some(5), 3), Key::PageDown, from(Some(20), 3)),
            (from(Some(95), 3), Key::PageDown, from(Some(99), 3)),
            (from(Some(5), 3), Key::PageUp, from(Some(0), 3)),
            (from(Some(0), 3), Key::PageUp, from(None, 3)),
            (from(None, 3), Key::PageDown, from(Some(14), 3)),
            (from(Some(9), 3), Key::RowStart, from(Some(9), 0)),
            (from(None, 3), Key::RowEnd, from(None, 6)),
            (from(Some(9), 3), Key::GridStart, from(Some(0), 0)),
            (from(Some(9), 3), Key::GridEnd, from(Some(99), 6)),
        ] {
            assert_eq!(focus.moved(key, EXTENT), wanted, "{focus:?} {key:?}");
        }
    }

    #[test]
    fn a_held_key_and_others_are_told_apart() {
        assert_eq!(Key::of("Home", true), Some(Key::GridStart));
        assert_eq!(Key::of("Home", false), Some(Key::RowStart));
        assert_eq!(Key::of("ArrowDown", true), None);
        assert_eq!(Key::of("Tab", false), None);
    }

    const KEYS: [Key; 10] = [
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::RowStart,
        Key::RowEnd,
        Key::GridStart,
        Key::GridEnd,
    ];

    proptest! {
        #[test]
        fn the_focus_never_leaves_the_grid(
            rows in 0_u32..40,
            columns in 1_u32..8,
            page in 0_u32..20,
            keys in proptest::collection::vec(proptest::sample::select(&KEYS[..]), 0..40),
            start in (proptest::option::of(0_u32..60), 0_u32..12),
        ) {
            let extent = Extent { rows, columns, page };
            let mut focus = Focus { row: start.0, column: start.1 };
            for key in keys {
                focus = focus.moved(key, extent);
                prop_assert!(focus.row.is_none_or(|row| row < rows) && focus.column < columns);
            }
        }
    }
}
