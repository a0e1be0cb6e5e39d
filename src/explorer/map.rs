//! The regions beside each other: as a map of tiles where each of them has a place, and in order.
use charts::{Frame, tiles};
use dataset::{Decimal, Region};
use explorer::{Measure, Ranking, Selection, ranking, texts};
use figures::form::{Form, by_place};
use leptos::prelude::*;
use words::{fill, number};

use super::context::{Explorer, Picked, use_explorer};
use super::drawn::{ExplorerCard, Table, short};
use super::parts::{Named, Parts, RankingCard};
use crate::context::{Report, use_report};
use crate::ui::{Caveat, ChartFigure, Draw, NONE};

/// The name of the card with the map.
const MAP: &str = "claims-map";
/// The widths that maps are drawn for; where tiles have no room in one, the next is tried.
const WIDTHS: [u32; 3] = [300, 448, 900];
/// The width of a map that has room on a phone.
const NARROW: u32 = 300;
/// The largest shade of a tile.
const DARKEST: i128 = 1_000_000;
/// The figures of tiles are as long as this power of ten at most; larger ones are scaled.
const LONGEST: u32 = 4;

/// The regions below the one that is chosen, or its neighbours; nothing where there are none.
#[component]
pub fn RegionCards(
    /// What is shown.
    picked: Picked,
) -> impl IntoView {
    let (explorer, report) = (use_explorer(), use_report());
    let (index, lang, words) = (explorer.index(), explorer.lang, explorer.words);
    let found =
        explorer.cubes.with_untracked(|cubes| ranking(&index, cubes, picked.selection, picked.measure))?;
    if found.regions.is_empty() {
        return None;
    }
    let named = found.regions.iter().map(|ranked| Named {
        part: ranked.part.clone(),
        name: index.region_label(lang, ranked.part.node).to_owned(),
        is_chosen: ranked.is_chosen,
        selection: Selection { region: ranked.part.node, ..found.shown },
        leads_to: Some(ranked.part.node),
    });
    let parts = Parts::of(explorer, picked, named.collect(), found.shown, 'r');
    let map = Map::of(explorer, &report, picked.measure, &found);
    if map.is_none() {
        // The region that was chosen on a map has parts without places.
        explorer.lands.update_value(|card| {
            *card = card.map(|card| if card == MAP { "claims-regions" } else { card });
        });
    }
    let heading = fill(words.parts_of(), &[index.region_label(lang, found.of)]);
    let table = parts.table(explorer, picked, (&heading, words.region()));
    let subject = explorer.subject(found.shown);
    let map = map.map(|map| view! { <MapCard picked map table subject/> });
    Some(view! {
        {map}
        <RankingCard picked found parts/>
    })
}

/// A map of tiles.
#[derive(Clone)]
struct Map {
    /// What was found.
    title: String,
    cells: Vec<tiles::Cell>,
    /// The width that it is drawn for.
    width: u32,
    /// The key of the region that is chosen.
    chosen: Option<String>,
    /// What a figure of 1 means.
    unit: Option<String>,
}

impl Map {
    /// The map of regions; `None` where not each of them has a place of its own, or too few have a figure.
    fn of(explorer: Explorer, report: &Report, measure: Measure, found: &Ranking) -> Option<Self> {
        let index = explorer.index();
        let manifest = index.manifest();
        let region =
            |node: u16| report.data.regions.get(manifest.regions.get(usize::from(node))?.id.as_str());
        let regions = found.regions.iter().map(|ranked| region(ranked.part.node));
        let regions: Vec<&Region> = regions.collect::<Option<_>>()?;
        let values = found.regions.iter().map(|ranked| ranked.part.figures.value()?.value(measure));
        let values: Vec<Option<i64>> = values.collect();
        let known: Vec<i64> = values.iter().copied().flatten().collect();
        if by_place(&regions, known.len()) != Some(Form::Tiles) {
            return None;
        }
        let (highest, lowest) = (*known.first()?, *known.last()?);
        let scale = Scale::up_to(highest);
        // Numbers and sums are dark by how large they are, others by where they stand among all.
        let palest = if measure.adds_up() { 0 } else { lowest };
        let cells = found.regions.iter().zip(regions).zip(&values).filter_map(|((ranked, region), value)| {
            let tile = region.tile.as_ref()?;
            let name = tile.label.as_ref().or(region.short.as_ref()).unwrap_or(&region.name);
            Some(tiles::Cell {
                key: format!("r{}", ranked.part.node),
                label: name.get(report.lang).to_owned(),
                column: tile.column,
                row: tile.row,
                value: value.map_or_else(|| NONE.to_owned(), |value| scale.text(explorer, value)),
                count: value.map_or(0, |value| shade(value, palest, highest)),
            })
        });
        let mut cells: Vec<tiles::Cell> = cells.collect();
        // As they are read, and keys go from one to the next.
        cells.sort_by_key(|cell| (cell.row, cell.column));
        let chosen = found.regions.iter().find(|ranked| ranked.is_chosen);
        let mut map = Self {
            title: title(explorer, measure, found)?,
            cells,
            width: 0,
            chosen: chosen.map(|ranked| format!("r{}", ranked.part.node)),
            unit: scale.unit(explorer, measure),
        };
        map.width = WIDTHS.into_iter().find(|width| {
            let frame = Frame { width: *width, ..Frame::default() };
            tiles::layout(&map.options(frame)).is_ok()
        })?;
        Some(map)
    }

    fn options(&self, frame: Frame) -> tiles::Options {
        tiles::Options { frame, cells: self.cells.clone(), unknown: None }
    }

    /// Draws it. One drawing does for all columns, where it has room.
    fn draw(&self, frame: Frame) -> Result<charts::Chart, charts::ChartError> {
        let frame = Frame { width: self.width, id: [&frame.figure, "-map"].concat(), ..frame };
        let mut chart = tiles::draw(&self.options(frame))?;
        if let Some(chosen) = &self.chosen {
            let mark = |class: &str| format!("class=\"{class}\" data-key=\"{chosen}\"");
            chart.svg = chart.svg.replace(&mark("mark"), &mark("mark chosen"));
        }
        Ok(chart)
    }
}

/// How few regions have half of the whole; else from where to where figures reach.
fn title(explorer: Explorer, measure: Measure, found: &Ranking) -> Option<String> {
    let name = texts::measure(explorer.words, measure);
    let counted = |number: usize| words::count(explorer.lang, number);
    if let Some(half) = found.half {
        return Some(fill(explorer.own.map_half(), &[name, &counted(half), &counted(found.regions.len())]));
    }
    let index = explorer.index();
    let mut known = found.regions.iter().filter(|ranked| ranked.rank.is_some());
    let (highest, lowest) = (known.next()?, known.next_back()?);
    let [low, high] = [lowest, highest].map(|ranked| {
        let value = short(&index, explorer.lang, &ranked.part.figures, measure);
        (value, index.region_label(explorer.lang, ranked.part.node))
    });
    Some(fill(explorer.own.map_range(), &[name, &low.0, low.1, &high.0, high.1]))
}

/// How dark a tile is: from the palest to the darkest.
fn shade(value: i64, palest: i64, darkest: i64) -> u32 {
    let [above, all] = [value, darkest].map(|value| i128::from(value) - i128::from(palest));
    let part = if all > 0 { above * DARKEST / all } else { DARKEST };
    u32::try_from(part.clamp(1, DARKEST)).unwrap_or(1)
}

/// In which power of ten the figures of tiles are.
#[derive(Clone, Copy)]
struct Scale {
    power: u32,
    decimals: u8,
}

impl Scale {
    /// The power of ten in which figures up to the largest fit into a tile.
    fn up_to(largest: i64) -> Self {
        let log = largest.checked_ilog10().unwrap_or(0);
        match log {
            0..=LONGEST => Self { power: 0, decimals: 0 },
            _ if log.is_multiple_of(3) => Self { power: log, decimals: 2 },
            _ => Self { power: log - log % 3, decimals: 1 },
        }
    }

    fn text(self, explorer: Explorer, value: i64) -> String {
        let step = 10_i64.saturating_pow(self.power - u32::from(self.decimals));
        let rounded = value.saturating_add(step / 2) / step;
        number(explorer.lang, Decimal::new(rounded, self.decimals))
    }

    /// What a figure of 1 means; nothing where that is 1.
    fn unit(self, explorer: Explorer, measure: Measure) -> Option<String> {
        let one = 10_i64.saturating_pow(self.power);
        match (self.power, measure) {
            (0, _) => None,
            (_, Measure::Count | Measure::Days) => Some(number(explorer.lang, Decimal::whole(one))),
            _ => Some(texts::amount(&explorer.index(), explorer.lang, one)),
        }
    }
}

/// The map, and how it is read.
#[component]
fn MapCard(picked: Picked, map: Map, table: Table, subject: String) -> impl IntoView {
    let explorer = use_explorer();
    let own = explorer.own;
    let chart = fill(own.beside(), &[texts::measure(explorer.words, picked.measure), &subject]);
    let title = map.title.clone();
    let unit = map.unit.as_ref().map(|unit| fill(own.map_unit(), &[unit]));
    let is_less = map.cells.iter().any(|cell| cell.count == 0);
    let none = is_less.then(|| fill(own.map_none(), &[NONE]));
    let notes = [Some(own.map_shades().to_owned()), unit, none].into_iter().flatten();
    let text = notes.collect::<Vec<_>>().join(" ");
    // Where a map has no room, the bars do.
    let class = if map.width == NARROW { "narrow" } else { "roomy" };
    let draw: Draw = Box::new(move |frame| map.draw(frame));
    let description = title.clone();
    let chart = view! { <ChartFigure name=MAP title=chart description draw/> };
    view! {
        <ExplorerCard name=MAP class title picked table>
            <div class="leads-on">{chart}</div>
            <div class="caveats"><Caveat text/></div>
        </ExplorerCard>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn figures_fit_into_tiles() {
        let scale = |largest| {
            let Scale { power, decimals } = Scale::up_to(largest);
            (power, decimals)
        };
        assert_eq!(scale(0), (0, 0));
        assert_eq!(scale(99_999), (0, 0));
        assert_eq!(scale(123_456), (3, 1));
        assert_eq!(scale(9_520_000), (6, 2));
        assert_eq!(scale(17_800_000), (6, 1));
        assert_eq!(scale(i64::MAX), (18, 2));
    }

    #[test]
    fn more_is_darker() {
        let shades = [0, 1, 50, 100].map(|value| shade(value, 0, 100));
        assert_eq!(shades, [1, 10_000, 500_000, 1_000_000]);
        // Where there is no difference, all are the highest.
        assert_eq!([shade(7, 7, 7), shade(i64::MAX, 0, i64::MAX)], [1_000_000; 2]);
        // The lowest one has a shade of its own: only what is not published has none.
        assert_eq!(shade(675, 675, 911), 1);
    }
}
