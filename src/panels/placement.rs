//! Where a panel stands beside its figure. All lengths are CSS pixels.

/// The least distance between a panel and its figure, and between a panel and the edges of the window.
const GAP: f64 = 8.0;

/// A panel is at most so high; what is longer is scrolled.
pub const HIGHEST: f64 = 576.0;

/// Where less than this is left of a panel's height it stands over its figure instead.
const LEAST: f64 = 240.0;

/// A box, from the upper left corner of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// Width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// Where a panel stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left edge of the figure to that of the panel.
    pub left: f64,
    /// From the upper edge of the figure to that of the panel.
    pub top: f64,
    /// The height that there is for the panel; what is longer is scrolled.
    pub height: f64,
}

/// Places a panel beside its figure and not over it: to its right, else to its left, else below or above, where it
/// is as high as there is room. Only where there is no room at all it stands over the figure. It is always inside the
/// window.
#[must_use]
pub fn beside(figure: Rect, panel: Size, window: Size) -> Place {
    let panel = Size { height: panel.height.min(HIGHEST), ..panel };
    let (right, left) = (figure.right + GAP, figure.left - GAP - panel.width);
    let highest = (window.height - 2.0 * GAP).clamp(0.0, HIGHEST);
    let aside = [right, left].into_iter().find(|at| *at >= GAP && at + panel.width <= window.width - GAP);
    if let Some(at) = aside {
        let height = panel.height.min(highest);
        let top = figure.top.min(window.height - GAP - height).max(GAP);
        return Place { left: at - figure.left, top: top - figure.top, height: highest };
    }
    let at = figure.left.min(window.width - panel.width - GAP).max(GAP);
    let (below, above) = (window.height - GAP - (figure.bottom + GAP), figure.top - 2.0 * GAP);
    let (top, height) = if below >= panel.height.min(LEAST) && (below >= above || below >= panel.height) {
        (figure.bottom + GAP, below)
    } else if above >= panel.height.min(LEAST) {
        (figure.top - GAP - panel.height.min(above), above)
    } else {
        ((window.height - GAP - panel.height).max(GAP).min(figure.bottom + GAP), highest)
    };
    Place { left: at - figure.left, top: top.max(GAP) - figure.top, height: height.min(highest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: Size = Size { width: 320.0, height: 640.0 };
    const DESK: Size = Size { width: 1440.0, height: 900.0 };
    const PANEL: Size = Size { width: 304.0, height: 400.0 };

    fn figure(left: f64, top: f64) -> Rect {
        Rect { left, top, right: left + 40.0, bottom: top + 20.0 }
    }

    /// Where a panel stands in the window, and how high it is.
    fn stands(figure: Rect, panel: Size, window: Size) -> (f64, f64, f64) {
        let place = beside(figure, panel, window);
        (figure.left + place.left, figure.top + place.top, panel.height.min(place.height))
    }

    fn is_over(figure: Rect, (left, top, height): (f64, f64, f64), width: f64) -> bool {
        left < figure.right && left + width > figure.left && top < figure.bottom && top + height > figure.top
    }

    #[test]
    fn with_room_a_panel_stands_at_the_side_of_its_figure() {
        assert_eq!(stands(figure(100.0, 100.0), PANEL, DESK), (148.0, 100.0, 400.0));
        assert_eq!(stands(figure(1300.0, 100.0), PANEL, DESK), (988.0, 100.0, 400.0));
        assert_eq!(stands(figure(100.0, 880.0), PANEL, DESK), (148.0, 492.0, 400.0));
    }

    #[test]
    fn on_a_phone_it_stands_below_or_above_as_high_as_there_is_room() {
        assert_eq!(stands(figure(8.0, 100.0), PANEL, PHONE), (8.0, 128.0, 400.0));
        assert_eq!(stands(figure(8.0, 300.0), PANEL, PHONE), (8.0, 328.0, 304.0));
        assert_eq!(stands(figure(8.0, 500.0), PANEL, PHONE), (8.0, 92.0, 400.0));
    }

    #[test]
    fn it_is_inside_the_window_and_not_over_its_figure() {
        for window in [PHONE, DESK, Size { width: 700.0, height: 600.0 }] {
            let places =
                (0_u8..60).flat_map(|x| (0_u8..60).map(move |y| (f64::from(x) * 25.0, f64::from(y) * 15.0)));
            for (left, top) in places.filter(|(x, y)| x + 40.0 <= window.width && y + 20.0 <= window.height) {
                let figure = figure(left, top);
                let (x, y, height) = stands(figure, PANEL, window);
                assert!(x >= GAP - 0.1 && x + PANEL.width <= window.width - GAP + 0.1, "{left} {top}: {x}");
                assert!(
                    y >= GAP - 0.1 && y + height <= window.height - GAP + 0.1,
                    "{left} {top}: {y} {height}"
                );
                assert!(
                    !is_over(figure, (x, y, height), PANEL.width),
                    "{left} {top} in {window:?}: {x} {y} {height}"
                );
            }
        }
    }

    #[test]
    fn where_there_is_no_room_at_all_its_beginning_is_seen() {
        let low = Size { width: 320.0, height: 200.0 };
        let (_, top, height) = stands(figure(8.0, 90.0), PANEL, low);
        assert_eq!((top, height), (8.0, 184.0));
    }
}
