//! Which rows of a long table stand in the page.
//!
//! All rows have the same height, so that the rows in sight follow from how far the table is scrolled.
//! Browsers cut elements that are too high (Firefox at 17,895,697 CSS pixels, others at 33,554,428), which 1,000,000 rows
//! are: a table above [`TALLEST`] is drawn that high and scrolled faster than it moves, and the rows are put where they are
//! seen.
//! Lengths are CSS pixels and may have fractions; rows count from 0.
use std::ops::Range;

/// The height in CSS pixels above which a table is scrolled faster than it moves.
pub const TALLEST: f64 = 15_000_000.0;

/// A table and the window that it is seen through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// How many rows the table has.
    pub rows: u32,
    /// The height of a row.
    pub row_height: f64,
    /// The height of the window, without the heading.
    pub height: f64,
    /// How many rows beyond the window stand in the page on either side, so that scrolling shows no gap.
    pub overscan: u32,
}

/// The rows that stand in the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Their places in the table.
    pub rows: Range<u32>,
    /// How far below the top of the table the first of them begins.
    pub top: f64,
    /// How high the table is.
    pub height: f64,
    /// The first row in sight, for addresses.
    pub first: u32,
    /// `aria-rowcount`: all rows and the heading.
    pub aria_rows: u32,
    /// `aria-rowindex` of the first of the rows that stand in the page; the heading has 1.
    pub aria_first: u32,
}

impl Viewport {
    /// The rows that stand in the page where the table is scrolled by `scrolled`.
    #[must_use]
    pub fn window(&self, scrolled: f64) -> Window {
        let Self { rows, height, overscan, .. } = *self;
        let row_height = self.row_height();
        let tall = self.tall();
        let scrolled = if scrolled.is_finite() { scrolled.clamp(0.0, self.most_scrolled()) } else { 0.0 };
        // How far the rows themselves have moved.
        let moved = scrolled * self.speed();
        // The product may be a hair below the whole number that it is.
        let first = whole(moved / row_height + 1e-6).min(rows.saturating_sub(1));
        let visible = whole((height.max(0.0) / row_height).ceil()).saturating_add(1);
        let from = first.saturating_sub(overscan);
        let to = first.saturating_add(visible).saturating_add(overscan).min(rows);
        Window {
            rows: from..to,
            top: scrolled + (f64::from(from) * row_height - moved),
            height: tall,
            first,
            aria_rows: rows.saturating_add(1),
            aria_first: from.saturating_add(2),
        }
    }

    /// How far the table is scrolled where a row is the first in sight, or as near to that as its end allows.
    #[must_use]
    pub fn scrolled_to(&self, row: u32) -> f64 {
        let top = f64::from(row.min(self.rows)) * self.row_height();
        (top / self.speed()).min(self.most_scrolled())
    }

    /// How far the table has to be scrolled so that a row is in sight, from where it is; as it is where the row is in
    /// sight already.
    #[must_use]
    pub fn revealing(&self, row: u32, scrolled: f64) -> f64 {
        let moved = scrolled.max(0.0) * self.speed();
        let top = f64::from(row.min(self.rows.saturating_sub(1))) * self.row_height();
        let target = if top < moved {
            top
        } else if top + self.row_height() > moved + self.height {
            top + self.row_height() - self.height
        } else {
            return scrolled.clamp(0.0, self.most_scrolled());
        };
        (target.max(0.0) / self.speed()).min(self.most_scrolled())
    }

    /// How many whole rows are seen at once; a page of keys.
    #[must_use]
    pub fn page(&self) -> u32 {
        whole(self.height.max(0.0) / self.row_height()).max(1)
    }

    fn row_height(&self) -> f64 {
        if self.row_height.is_finite() { self.row_height.max(1.0) } else { 1.0 }
    }

    /// How high all rows are.
    fn all_rows(&self) -> f64 {
        f64::from(self.rows) * self.row_height()
    }

    /// How high the table is.
    fn tall(&self) -> f64 {
        self.all_rows().min(TALLEST)
    }

    fn most_scrolled(&self) -> f64 {
        (self.tall() - self.height.max(0.0)).max(0.0)
    }

    /// How many pixels the rows move for each that is scrolled: 1 for all but the tallest tables.
    fn speed(&self) -> f64 {
        let most = self.most_scrolled();
        if self.all_rows() <= TALLEST || most <= 0.0 {
            return 1.0;
        }
        (self.all_rows() - self.height.max(0.0)) / most
    }
}

/// A length as a whole number, rounded down; between 0 and the greatest.
fn whole(length: f64) -> u32 {
    length.clamp(0.0, f64::from(u32::MAX)).floor() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn viewport(rows: u32) -> Viewport {
        Viewport { rows, row_height: 36.0, height: 540.0, overscan: 5 }
    }

    #[test]
    fn a_short_table_stands_in_the_page_as_a_whole() {
        let window = viewport(4).window(0.0);
        assert_eq!((window.rows, window.top, window.height), (0..4, 0.0, 144.0));
        assert_eq!((window.aria_rows, window.aria_first), (5, 2));
        assert_eq!(viewport(0).window(9.0).rows, 0..0);
    }

    #[test]
    fn rows_are_where_they_are_seen() {
        let window = viewport(1000).window(3600.0);
        assert_eq!((window.rows, window.first), (95..121, 100));
        assert_eq!((window.top, window.height, window.aria_first), (95.0 * 36.0, 36_000.0, 97));
        assert_eq!(viewport(1000).scrolled_to(100), 3600.0);
        assert_eq!(viewport(1000).page(), 15);
    }

    #[test]
    fn a_row_out_of_sight_is_revealed_and_no_other_moves() {
        let viewport = viewport(1000);
        assert_eq!(viewport.revealing(110, 3600.0), 3600.0);
        assert_eq!(viewport.revealing(99, 3600.0), 99.0 * 36.0);
        assert_eq!(viewport.revealing(115, 3600.0), 3636.0);
        assert_eq!(viewport.revealing(5000, 0.0), 36_000.0 - 540.0);
    }

    #[test]
    fn a_million_rows_are_all_reached() {
        let viewport = viewport(1_000_000);
        assert_eq!(viewport.window(0.0).height, TALLEST);
        let end = viewport.window(f64::MAX);
        assert_eq!((end.rows.end, end.first), (1_000_000, 1_000_000 - 15));
        // The last row ends where the table ends.
        let last = end.top + 36.0 * f64::from(end.rows.end - end.rows.start);
        assert!((last - TALLEST).abs() < 0.01, "{last}");
    }

    proptest! {
        /// No gap is seen, wherever the table is scrolled to.
        #[test]
        fn the_window_is_filled(
            rows in 0_u32..3_000_000,
            row_height in 20.0_f64..80.0,
            height in 0.0_f64..2000.0,
            overscan in 0_u32..20,
            at in 0.0_f64..1.0,
        ) {
            let viewport = Viewport { rows, row_height, height, overscan };
            let all = viewport.window(0.0).height;
            let scrolled = at * (all - height).max(0.0);
            let window = viewport.window(scrolled);
            prop_assert!(window.rows.start <= window.first || rows == 0);
            prop_assert!(window.rows.end <= rows);
            let bottom = window.top + row_height * f64::from(window.rows.end - window.rows.start);
            prop_assert!(window.top <= scrolled + 0.01);
            prop_assert!(bottom >= (scrolled + height).min(all) - 0.01, "{bottom}");
            let many = f64::from(window.rows.end - window.rows.start);
            prop_assert!(many <= height / row_height + 3.0 + 2.0 * f64::from(overscan));
        }

        /// A row that an address names is the first in sight, unless the table ends before.
        #[test]
        fn a_row_is_found_again(rows in 1_u32..3_000_000, at in 0.0_f64..1.0) {
            let viewport = viewport(rows);
            let row = whole(f64::from(rows) * at).min(rows - 1);
            let first = viewport.window(viewport.scrolled_to(row)).first;
            prop_assert!(first == row || first == rows.saturating_sub(15) || rows <= 15, "{row} {first}");
        }
    }
}
