//! What holds for every input: nothing panics, nothing leaves the drawing, no two texts of a chart
//! touch, and the SVG is well-formed.

use super::samples;
use crate::bars::{self, Row, Second, Shape, Tone};
use crate::lines::{self, Goal, Moment, Point};
use crate::theme::{QUARTERS, Role};
use crate::{Amount, Chart, ChartError, Frame, Item, Rect, Reference, Scene, Tick, dots, matrix, tiles};
use proptest::prelude::*;

/// Values as figures have them, and every other float now and then.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => (0_u32..20_000).prop_map(|n| f64::from(n) / 100.0),
        2 => 0.0..1e7,
        1 => any::<f64>(),
        1 => Just(0.0),
    ]
}

/// Names of 0 to 90 letters, with and without spaces, with every kind of character.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z]{1,12}( [a-z/-]{1,14}){0,6}",
        1 => "[A-Z]{1,90}",
        1 => ".{0,30}",
    ]
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[0-9.,]{1,9}%?( [a-z]{1,10})?", 1 => name()]
}

fn amount() -> impl Strategy<Value = Amount> {
    let interval = proptest::option::weighted(0.3, (value(), value()));
    prop_oneof![
        6 => (value(), label(), interval).prop_map(|(value, label, interval)| Amount::Known {
            value,
            label,
            interval: interval.map(|(a, b)| (a.min(b), a.max(b))),
        }),
        1 => name().prop_map(|label| Amount::Missing { label }),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let second = (value(), value(), label()).prop_map(|(a, b, label)| Second {
        value: f64::midpoint(a, b),
        interval: (a.min(b), a.max(b)),
        label,
    });
    (
        "[a-z<&\"]{0,6}",
        name(),
        proptest::option::of(name()),
        amount(),
        any::<bool>(),
        proptest::option::weighted(0.1, second),
    )
        .prop_map(|(key, label, sub_label, amount, total, second)| Row {
            key,
            label,
            sub_label,
            amount,
            tone: if total { Tone::Comparison } else { Tone::Main },
            second,
        })
}

fn bars_options() -> impl Strategy<Value = bars::Options> {
    let reference = (value(), name()).prop_map(|(value, label)| Reference { value, label });
    let tick = (value(), label()).prop_map(|(value, label)| Tick { value, label });
    (
        0_u32..1600,
        proptest::collection::vec(row(), 0..24),
        proptest::collection::vec(reference, 0..4),
        proptest::collection::vec(tick, 0..6),
        proptest::option::of(value()),
        proptest::option::of(value()),
        prop_oneof![Just(Shape::Bars), Just(Shape::Dots), Just(Shape::Parts)],
    )
        .prop_map(|(width, rows, references, ticks, at_least, track, shape)| bars::Options {
            frame: samples::frame("p", width),
            rows,
            references,
            ticks,
            at_least,
            track,
            shape,
        })
}

fn lines_options() -> impl Strategy<Value = lines::Options> {
    let points = proptest::collection::vec(amount(), 0..9).prop_map(|amounts| {
        let point = |(time, amount): (usize, Amount)| Point { key: time.to_string(), time, amount };
        amounts.into_iter().enumerate().map(point).collect()
    });
    let tick = (value(), label()).prop_map(|(value, label)| Tick { value, label });
    (
        0_u32..1600,
        proptest::collection::vec((0_u32..900, name()), 1..7),
        points,
        proptest::collection::vec((0_u32..3000, name()), 0..3),
        proptest::collection::vec(tick, 0..6),
        proptest::option::of(value()),
        proptest::option::of((0_u32..4000, value(), name(), name())),
    )
        .prop_map(|(width, steps, points, breaks, ticks, at_least, goal)| {
            let mut position = 0.0;
            let times = steps.into_iter().enumerate().map(|(index, (step, label))| {
                position += if index == 0 { 0.0 } else { f64::from(step) };
                Moment { position, label }
            });
            let breaks =
                breaks.into_iter().map(|(at, label)| Reference { value: f64::from(at), label }).collect();
            lines::Options {
                frame: samples::frame("p", width),
                times: times.collect(),
                points,
                breaks,
                ticks,
                at_least,
                goal: goal.map(|(after, value, label, pace)| Goal {
                    position: position / 2.0 + f64::from(after),
                    value,
                    label,
                    pace,
                }),
            }
        })
}

/// The width of a chart that takes all of its frame.
fn drawn(frame: &Frame) -> u32 {
    frame.width.clamp(200, 4000)
}

/// Whether a line comes into a rectangle, edges apart: walked in small steps.
fn strikes(a: (i32, i32), b: (i32, i32), rect: Rect) -> bool {
    let steps = (b.0 - a.0).abs().max((b.1 - a.1).abs()).clamp(1, 4000);
    (0..=steps).any(|step| {
        let at =
            |from: i32, to: i32| f64::from(from) + f64::from(to - from) * f64::from(step) / f64::from(steps);
        let (x, y) = (at(a.0, b.0), at(a.1, b.1));
        f64::from(rect.x) < x
            && x < f64::from(rect.right())
            && f64::from(rect.y) < y
            && y < f64::from(rect.bottom())
    })
}

/// Checks a laid out scene and its drawing, which is `width` wide; a refusal is fine.
fn holds(
    width: u32,
    scene: Result<Scene, ChartError>,
    drawn: Result<Chart, ChartError>,
) -> Result<(), TestCaseError> {
    let Ok(scene) = scene else {
        prop_assert!(drawn.is_err());
        return Ok(());
    };
    let items: Vec<&Item> = scene.groups.iter().flat_map(|group| &group.items).collect();
    for item in &items {
        let bounds = item.bounds();
        let stroke = if matches!(item, Item::Line(..)) { QUARTERS / 2 } else { 0 };
        prop_assert!(
            bounds.x >= 0
                && bounds.y >= -stroke
                && bounds.w >= 0
                && bounds.h >= 0
                && bounds.right() <= scene.width
                && bounds.bottom() <= scene.height + stroke,
            "{item:?} leaves the {}x{} drawing",
            scene.width,
            scene.height
        );
    }
    let texts: Vec<(&Item, Rect)> = items
        .iter()
        .filter(|item| matches!(item, Item::Text { .. }))
        .map(|item| (*item, item.bounds()))
        .collect();
    for (index, (one, rect)) in texts.iter().enumerate() {
        for (other, other_rect) in texts.iter().skip(index + 1) {
            prop_assert!(!rect.overlaps(*other_rect), "{one:?} touches {other:?}");
        }
        for item in &items {
            if let Item::Line(role, points) = item
                && !matches!(role, Role::Halo | Role::Interval)
            {
                let struck = points.windows(2).any(|pair| strikes(pair[0], pair[1], *rect));
                prop_assert!(!struck, "{item:?} crosses {one:?}");
            }
        }
    }
    let chart = drawn.map_err(|error| TestCaseError::fail(error.to_string()))?;
    let document = roxmltree::Document::parse(&chart.svg)
        .map_err(|error| TestCaseError::fail(format!("{error}: {}", chart.svg)))?;
    let root = document.root_element();
    let view_box = format!("0 0 {} {}", chart.width, chart.height);
    prop_assert_eq!(root.attribute("viewBox"), Some(view_box.as_str()));
    prop_assert_eq!(chart.width, width);
    prop_assert!(document.descendants().all(|node| !node.has_attribute("style")));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn bars_hold(options in bars_options()) {
        holds(drawn(&options.frame), bars::layout(&options), bars::draw(&options))?;
    }

    #[test]
    fn lines_hold(options in lines_options()) {
        holds(drawn(&options.frame), lines::layout(&options), lines::draw(&options))?;
    }

    #[test]
    fn tiles_hold(
        width in 0_u32..1600,
        cells in proptest::collection::vec((name(), 0_u8..9, 0_u8..9, label(), 0_u32..30), 0..20),
        apart in any::<bool>(),
    ) {
        let cells = cells.into_iter().map(|(label, column, row, value, count)| {
            tiles::Cell { key: "k".to_owned(), label, column, row, value, count }
        });
        let mut cells: Vec<tiles::Cell> = cells.collect();
        let unknown = if apart { cells.pop() } else { None };
        let options = tiles::Options { frame: samples::frame("p", width), cells, unknown };
        let drawn_for = [900, 448].into_iter().find(|step| width >= *step);
        holds(drawn_for.unwrap_or(300), tiles::layout(&options), tiles::draw(&options))?;
    }

    #[test]
    fn dots_hold(
        width in 0_u32..1600,
        amount in amount(),
        columns in 0_u32..102,
        covered_label in proptest::option::of(name()),
        rest_label in proptest::option::of(name()),
    ) {
        let options = dots::Options {
            frame: samples::frame("p", width), key: "k".to_owned(),
            amount, columns, covered_label, rest_label,
        };
        holds(drawn(&options.frame), dots::layout(&options), dots::draw(&options))?;
    }

    #[test]
    fn matrices_hold(
        width in 0_u32..1600,
        rows in proptest::collection::vec(name(), 1..6),
        columns in proptest::collection::vec(prop_oneof![3 => "[A-Z][a-z]{1,8}", 1 => name()], 1..9),
        cells in proptest::collection::vec((0_usize..5, 0_usize..8, 0_u32..20), 0..9),
    ) {
        let mut placed: Vec<matrix::Cell> = Vec::new();
        for (row, column, count) in cells {
            if !placed.iter().any(|cell| (cell.row, cell.column) == (row, column)) {
                placed.push(matrix::Cell { key: "k".to_owned(), row, column, count, label: count.to_string() });
            }
        }
        let options = matrix::Options { frame: samples::frame("p", width), rows, columns, cells: placed };
        holds(drawn(&options.frame), matrix::layout(&options), matrix::draw(&options))?;
    }

    #[test]
    fn ticks_are_few_and_inside(max in any::<f64>(), count in 0_u32..12) {
        let ticks = crate::scale::ticks(max, count);
        prop_assert!(ticks.len() <= count as usize + 1);
        prop_assert!(ticks.iter().all(|tick| (0.0..=max).contains(tick)));
    }

    #[test]
    fn lines_are_no_wider_than_asked(text in ".{0,200}", pixels in 30_i32..400) {
        let font = Role::Label.font();
        for line in crate::text::wrap(&text, pixels * QUARTERS, font, 5) {
            prop_assert!(crate::text::width(&line, font) <= pixels * QUARTERS);
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let with = |value: f64| {
        let mut options = samples::one(400);
        options.rows = vec![samples::row("k", "K", "", samples::known(value, "?"))];
        bars::draw(&options).err()
    };
    assert_eq!(with(f64::NAN), Some(ChartError::NotFinite("k".to_owned())));
    assert_eq!(with(f64::INFINITY), Some(ChartError::NotFinite("k".to_owned())));
    assert_eq!(with(-0.5), Some(ChartError::Negative("k".to_owned())));
    assert_eq!(with(f64::MAX), None);
    assert_eq!(bars::draw(&bars::Options::default()).err(), Some(ChartError::Empty));

    let mut options = samples::edges(400);
    if let Some(Row { amount: Amount::Known { interval, .. }, .. }) = options.rows.get_mut(1) {
        *interval = Some((2.0, 1.0));
    }
    let swapped = ChartError::Interval("uncertain".to_owned());
    assert_eq!(bars::draw(&options).err(), Some(swapped));
}

#[test]
fn marks_lie_where_they_are_drawn() {
    let chart = bars::draw(&samples::groups(1080)).unwrap();
    let keys: Vec<&str> = chart.marks.iter().map(|mark| mark.key.as_str()).collect();
    assert_eq!(keys, ["village", "palm", "non-asn", "total", "rt-rw"]);
    for mark in &chart.marks {
        assert!(mark.bar.w > 0 && mark.bar.y >= mark.row.y);
        assert!(mark.bar.bottom() <= mark.row.bottom());
    }
}

/// The pieces of a series' line, as pairs of x.
fn pieces(scene: &Scene, wanted: Role) -> Vec<(i32, i32)> {
    let items = scene.groups.iter().flat_map(|group| &group.items);
    items
        .filter_map(|item| match item {
            Item::Line(role, points) if *role == wanted => Some((points.first()?.0, points.last()?.0)),
            _ => None,
        })
        .collect()
}

#[test]
fn no_line_crosses_a_gap_or_a_break() {
    let scene = lines::layout(&samples::line(480)).unwrap();
    let middle: Vec<i32> = scene.marks.iter().map(|mark| mark.row.x + mark.row.w / 2).collect();
    // 2020 to 2021, then the gap of 2022; 2023 stands alone before the break; 2024 to 2025.
    let spots = |a: usize, b: usize| (scene.marks[a].row.x + 16, scene.marks[b].row.x + 16);
    assert_eq!(middle.len(), 6);
    assert_eq!(pieces(&scene, Role::Series), [spots(0, 1), spots(4, 5)]);

    let mut whole = samples::line(480);
    whole.breaks.clear();
    whole.points[2].amount = samples::known(50.0, "50%");
    assert_eq!(pieces(&lines::layout(&whole).unwrap(), Role::Series).len(), 5);
}

#[test]
fn lines_need_times_and_figures() {
    let mut options = samples::slope(480);
    options.times.truncate(1);
    assert_eq!(lines::draw(&options).err(), Some(ChartError::Domain));
    let mut options = samples::slope(480);
    for point in &mut options.points {
        point.amount = samples::missing();
    }
    assert_eq!(lines::draw(&options).err(), Some(ChartError::Empty));
}

#[test]
fn parts_follow_one_another() {
    let scene = bars::layout(&samples::parts(900)).unwrap();
    for pair in scene.marks.windows(2) {
        assert_eq!(pair[0].bar.right(), pair[1].bar.x);
    }
    assert_eq!(scene.marks.last().map(|mark| mark.bar.right()), Some(scene.width));
}

#[test]
fn two_tiles_in_one_place_and_tiles_too_small_are_refused() {
    let mut options = samples::tiles(900);
    options.cells[1].column = options.cells[0].column;
    options.cells[1].row = options.cells[0].row;
    assert_eq!(tiles::draw(&options).err(), Some(ChartError::Domain));
    let mut options = samples::tiles(300);
    options.cells[3].column = 40;
    assert_eq!(tiles::draw(&options).err(), Some(ChartError::Domain));
    assert_eq!(tiles::draw(&tiles::Options::default()).err(), Some(ChartError::Empty));
}

/// How many dots a scene has of a role.
fn dots_of(scene: &Scene, wanted: Role) -> i32 {
    let items = scene.groups.iter().flat_map(|group| &group.items);
    let counts = items.map(|item| match item {
        Item::Dots { role, rows, step, .. } if *role == wanted => {
            rows.iter().map(|(from, to)| (to.0 - from.0) / step + 1).sum()
        }
        _ => 0,
    });
    counts.sum()
}

#[test]
fn a_rate_is_rounded_to_whole_dots() {
    for (rate, filled) in [(0.0, 0), (0.4, 0), (0.5, 1), (31.33, 31), (31.5, 32), (99.6, 100), (250.0, 100)] {
        let scene = dots::layout(&samples::dots_with("d", 448, samples::known(rate, ""))).unwrap();
        assert_eq!(dots_of(&scene, Role::Dots), filled, "{rate}");
        assert_eq!(dots_of(&scene, Role::DotsEdge), 100 - filled, "{rate}");
        assert_eq!(dots_of(&scene, Role::DotsRest), 100 - filled, "{rate}");
    }
    let scene = dots::layout(&samples::dots_with("d", 448, samples::missing())).unwrap();
    assert_eq!((dots_of(&scene, Role::Dots), dots_of(&scene, Role::DotsUnknown)), (0, 100));
}

#[test]
fn charts_stay_low_and_light() {
    for width in crate::WIDTHS {
        let chart = dots::draw(&samples::dots(width)).unwrap();
        assert!(chart.height <= if width <= 316 { 130 } else { 200 }, "dots {width}: {}", chart.height);
        assert!(chart.svg.len() <= 1536, "dots {width}: {} bytes", chart.svg.len());
        for options in
            [samples::way(width), samples::way_on(width), samples::slope(width), samples::line(width)]
        {
            let chart = lines::draw(&options).unwrap();
            let most = if width <= 448 { 260 } else { 240 };
            assert!(chart.height <= most, "{} {}", options.frame.id, chart.height);
        }
    }
    let mut options = samples::groups(316);
    options.references = [(31.33, "Sumatera Selatan 31,33%"), (100.0, "100%")]
        .map(|(value, label)| Reference { value, label: label.to_owned() })
        .to_vec();
    for row in options.rows.iter_mut().filter(|row| row.key != "rt-rw") {
        row.sub_label = None;
    }
    let height = bars::draw(&options).unwrap().height;
    assert!(height <= 230, "bars {height}");
}

#[test]
fn the_way_to_a_goal_starts_at_the_last_figure() {
    for width in crate::WIDTHS {
        for options in [samples::way(width), samples::way_on(width)] {
            let scene = lines::layout(&options).unwrap();
            let from = scene.marks.last().map(|mark| mark.bar.x + mark.bar.w / 2).unwrap();
            let ways = pieces(&scene, Role::Way);
            assert_eq!(ways.len(), 1);
            assert!(ways[0].0 == from && ways[0].1 > scene.width - 40, "{ways:?}");
            let texts: Vec<&String> = scene
                .groups
                .iter()
                .flat_map(|group| &group.items)
                .filter_map(|item| match item {
                    Item::Text { text, .. } => Some(text),
                    _ => None,
                })
                .collect();
            let said = |word: &str| texts.iter().any(|text| text.contains(word));
            assert!(width < 316 || (said("Sasaran") && said("setahun")), "{width}: {texts:?}");
        }
    }
    let mut options = samples::way(480);
    for position in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        options.goal.as_mut().unwrap().position = position;
        assert_eq!(lines::draw(&options).err(), Some(ChartError::Domain));
    }
}

#[test]
fn a_matrix_without_room_is_refused() {
    let mut options = samples::matrix(316);
    assert!(matrix::draw(&options).is_ok());
    options.columns = vec!["Pemerintah provinsi".to_owned(); 5];
    assert_eq!(matrix::draw(&options).err(), Some(ChartError::TooNarrow));
    options.columns.truncate(2);
    assert_eq!(matrix::draw(&options).err(), Some(ChartError::Domain));
    assert_eq!(matrix::draw(&matrix::Options::default()).err(), Some(ChartError::Empty));
}

#[test]
fn a_date_is_broken_between_its_words() {
    let mut options = samples::slope(300);
    options.times[1].label = "31\u{a0}December 2030".to_owned();
    let svg = lines::draw(&options).unwrap().svg;
    assert!(svg.contains(">31\u{a0}December<") && svg.contains(">2030<"), "{svg}");
}
