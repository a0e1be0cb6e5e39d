//! Where a panel stands beside its figure. All lengths are CSS pixels.

/// The least distance between a panel and its figure, and between a panel and the edges of the window.
const GAP: f64 = 8.0;

/// A box, from the upper left corner of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
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

/// The way from the upper left corner of a figure to that of its panel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Offset {
    /// To the right.
    pub left: f64,
    /// Down.
    pub top: f64,
}

/// Places a panel below its figure, above it where there is no room below, and over it where there is none at all:
/// always inside the window.
#[must_use]
pub fn beside(figure: Rect, panel: Size, window: Size) -> Offset {
    let left = figure.left.min(window.width - panel.width - GAP).max(GAP);
    let (below, above) = (figure.bottom + GAP, figure.top - GAP - panel.height);
    let lowest = window.height - panel.height - GAP;
    let wanted = if below > lowest && above >= GAP { above } else { below };
    let top = wanted.min(lowest).max(GAP);
    Offset { left: left - figure.left, top: top - figure.top }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size { width: 320.0, height: 640.0 };
    const PANEL: Size = Size { width: 304.0, height: 300.0 };

    /// Where a panel stands in the window, for a figure 40 pixels wide and 20 high.
    fn stands(left: f64, top: f64, panel: Size) -> (f64, f64) {
        let offset = beside(Rect { left, top, bottom: top + 20.0 }, panel, WINDOW);
        (left + offset.left, top + offset.top)
    }

    #[test]
    fn a_panel_stands_below_its_figure_where_there_is_room() {
        let narrow = Size { width: 100.0, ..PANEL };
        assert_eq!(stands(50.0, 100.0, narrow), (50.0, 128.0));
        assert_eq!(stands(50.0, 304.0, narrow), (50.0, 332.0), "as low as it may be");
    }

    #[test]
    fn and_else_above_it() {
        assert_eq!(stands(8.0, 400.0, PANEL), (8.0, 92.0));
    }

    #[test]
    fn it_is_always_inside_the_window() {
        assert_eq!(stands(250.0, 100.0, PANEL).0, 8.0);
        assert_eq!(stands(-30.0, 100.0, PANEL).0, 8.0);
        let high = Size { height: 500.0, ..PANEL };
        assert_eq!(stands(8.0, 300.0, high).1, 132.0, "over the figure");
        for top in [-900.0, -20.0, 0.0, 320.0, 639.0, 2000.0] {
            let (_, panel) = stands(8.0, top, PANEL);
            assert!((8.0..=332.0).contains(&panel), "{top}: {panel}");
        }
        let higher = Size { height: 700.0, ..PANEL };
        assert_eq!(stands(8.0, 300.0, higher).1, 8.0, "its beginning is seen");
    }
}
