//! How high embeds are: measured where the dataset has a table of heights, estimated elsewhere.
//!
//! A frame whose height is wrong moves the article below it when the block tells its own. The table
//! (`<dataset>.heights.json` beside the dataset, written by `cargo xtask heights`) holds for each
//! block and language some widths with the height there; between them heights are interpolated.
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use dataset::{Dataset, Lang};
use routes::Block;
use serde::{Deserialize, Serialize};
use tables::ROWS_SHOWN;

use crate::{hash::sha256_hex, scripts};

/// A width and the height there, in CSS pixels.
pub type Point = (u32, u32);
/// Points in the order of their widths.
type Curve = Vec<Point>;

/// What marks the place of the heights in `src/scripts/embed.js`.
const PLACE: &str = "const HEIGHTS = {};";
/// The unit of the heights in the served script: it keeps the script small.
const UNIT: u32 = 10;

/// A table of heights as it stands in its file.
#[derive(Debug, Default, Deserialize, Serialize)]
pub struct Table {
    /// The SHA-256 of the dataset that was measured.
    pub sha256: String,
    /// The heights by block and language.
    pub heights: BTreeMap<String, BTreeMap<String, Curve>>,
}

/// The heights of a dataset's blocks.
#[derive(Debug, Default)]
pub struct Heights {
    /// Indonesian first.
    curves: BTreeMap<Block, Vec<(Lang, Curve)>>,
    /// What the person who builds should know, as a sentence.
    pub notice: Option<String>,
}

/// Where the table of a dataset lies: beside it.
#[must_use]
pub fn path(dataset: &Path) -> PathBuf {
    dataset.with_extension("heights.json")
}

impl Table {
    /// A table of what was measured, with no more points than it takes.
    #[must_use]
    pub fn new(dataset: &[u8], measured: BTreeMap<String, BTreeMap<String, Curve>>) -> Self {
        let shorter = |curves: BTreeMap<String, Curve>| {
            curves.into_iter().map(|(lang, curve)| (lang, simplify(&curve))).collect()
        };
        Self {
            sha256: sha256_hex(dataset),
            heights: measured.into_iter().map(|(block, curves)| (block, shorter(curves))).collect(),
        }
    }

    /// The table as the text of its file, a curve a line.
    ///
    /// # Errors
    /// Never: its keys are texts.
    pub fn to_text(&self) -> Result<String> {
        let mut blocks = Vec::new();
        for (block, curves) in &self.heights {
            let lines: Vec<String> = curves
                .iter()
                .map(|(lang, curve)| Ok(format!("      \"{lang}\": {}", serde_json::to_string(curve)?)))
                .collect::<Result<_>>()?;
            blocks.push(format!("    \"{block}\": {{\n{}\n    }}", lines.join(",\n")));
        }
        let (hash, blocks) = (&self.sha256, blocks.join(",\n"));
        Ok(format!("{{\n  \"sha256\": \"{hash}\",\n  \"heights\": {{\n{blocks}\n  }}\n}}\n"))
    }
}

impl Heights {
    /// The heights of a dataset from the table beside its file. Blocks that the table does not have
    /// are estimated; a table of another version of the dataset still serves, and is reported.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn of(data: &Dataset, file: &Path, bytes: &[u8], blocks: &[Block]) -> Result<Self> {
        let path = path(file);
        let again = "run `cargo xtask heights` and commit its file";
        let (table, mut notice) = if path.exists() {
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let table: Table = serde_json::from_str(&text)
                .with_context(|| format!("{} is no table of heights: {again}", path.display()))?;
            let stale = table.sha256 != sha256_hex(bytes);
            let notice = format!(
                "{} was measured with another version of the dataset, so frames may be reserved too high or too low: {again}",
                path.display()
            );
            (table, stale.then_some(notice))
        } else {
            let notice = format!(
                "the heights of embeds are estimates, because there is no {}: {again}",
                path.display()
            );
            (Table::default(), Some(notice))
        };
        let mut curves: BTreeMap<Block, Vec<(Lang, Curve)>> = BTreeMap::new();
        let mut missing = Vec::new();
        for block in blocks {
            for lang in [Lang::Id, Lang::En] {
                let measured = table.heights.get(block.id()).and_then(|curves| curves.get(lang.code()));
                let curve = match measured.filter(|curve| !curve.is_empty()) {
                    Some(curve) => curve.clone(),
                    None => {
                        missing.push(block.id());
                        estimate(data, *block)
                    }
                };
                curves.entry(*block).or_default().push((lang, curve));
            }
        }
        if notice.is_none() && !missing.is_empty() {
            missing.dedup();
            notice = Some(format!("{} lacks {}: {again}", path.display(), missing.join(", ")));
        }
        Ok(Self { curves, notice })
    }

    /// The height that a block needs at a width, in CSS pixels; `None` for a block that the dataset
    /// does not have.
    #[must_use]
    pub fn at(&self, lang: Lang, block: Block, width: u32) -> Option<u32> {
        let (_, curve) = self.curves.get(&block)?.iter().find(|(of, _)| *of == lang)?;
        interpolate(curve, width)
    }

    /// The most that a block needs from one width to another, in CSS pixels, with what the curve may have missed;
    /// `None` for a block that the dataset does not have.
    #[must_use]
    pub fn most(&self, lang: Lang, block: Block, (from, to): (u32, u32)) -> Option<u32> {
        let (_, curve) = self.curves.get(&block)?.iter().find(|(of, _)| *of == lang)?;
        let ends = [from, to].into_iter().filter_map(|width| interpolate(curve, width));
        let inner = curve.iter().filter(|(width, _)| (from..=to).contains(width)).map(|(_, height)| *height);
        let most = ends.chain(inner).max()?;
        Some(most + tolerance(most))
    }

    /// The script for hosts with the heights in their place, and without the comments and types that are
    /// only for its readers.
    ///
    /// # Errors
    /// When the script does not have the place once.
    pub fn fill(&self, script: &str) -> Result<String> {
        if script.matches(PLACE).count() != 1 {
            bail!("src/scripts/embed.js must have `{PLACE}` once");
        }
        Ok(scripts::plain(script).replace(PLACE, &format!("const HEIGHTS = {};", self.compact())) + "\n")
    }

    /// The curves as a literal: for each block a list of widths and heights by turns, in tens of
    /// pixels, and another one for English where it differs.
    fn compact(&self) -> String {
        let mut parts = Vec::new();
        for (block, curves) in &self.curves {
            let both = match curves.as_slice() {
                [(_, one), (_, other)] => mean(one, other),
                _ => None,
            };
            let lists: Vec<String> = match &both {
                Some(curve) => vec![literal(curve)],
                None => curves.iter().map(|(_, curve)| literal(curve)).collect(),
            };
            parts.push(format!("\"{}\":[{}]", block.id(), lists.join(",")));
        }
        format!("{{{}}}", parts.join(","))
    }
}

/// A curve in tens of pixels. Two points whose widths become one are a step within ten pixels.
fn literal(curve: &Curve) -> String {
    let tens = |pixels: u32| (pixels + UNIT / 2) / UNIT;
    let mut last = 0;
    let mut numbers = Vec::new();
    for (width, height) in curve {
        let width = tens(*width).max(last + 1);
        last = width;
        numbers.push(format!("{width},{}", tens(*height)));
    }
    format!("[{}]", numbers.join(","))
}

/// The curve in the middle of two that differ little everywhere; `None` where one would be wrong.
fn mean(one: &Curve, other: &Curve) -> Option<Curve> {
    let mut widths: Vec<u32> = one.iter().chain(other).map(|(width, _)| *width).collect();
    widths.sort_unstable();
    widths.dedup();
    let mut curve = Curve::new();
    for width in widths {
        let (a, b) = (interpolate(one, width)?, interpolate(other, width)?);
        if a.abs_diff(b) > 2 * tolerance(a.min(b)) {
            return None;
        }
        curve.push((width, a.midpoint(b)));
    }
    Some(simplify(&curve))
}

/// By how much a curve may miss a height that was measured.
fn tolerance(height: u32) -> u32 {
    (height / 33).max(12)
}

/// The height at a width: between two points in proportion, beyond the ends that of the end.
fn interpolate(curve: &[Point], width: u32) -> Option<u32> {
    let after = curve.iter().position(|(w, _)| *w >= width);
    let (_, last) = *curve.last()?;
    let Some(after) = after else { return Some(last) };
    let (right, high) = *curve.get(after)?;
    let Some((left, low)) = after.checked_sub(1).and_then(|before| curve.get(before)).copied() else {
        return Some(high);
    };
    Some(between((left, low), (right, high), width))
}

/// The height at a width between two points.
fn between((left, low): Point, (right, high): Point, width: u32) -> u32 {
    let (run, way) = (u64::from(right.abs_diff(left)).max(1), u64::from(width.abs_diff(left)));
    let rise = u64::from(high.abs_diff(low)) * way.min(run) / run;
    let rise = u32::try_from(rise).unwrap_or(u32::MAX);
    if high >= low { low.saturating_add(rise) } else { low.saturating_sub(rise) }
}

/// As few of a curve's points as describe it within the tolerance: from each the farthest that a
/// straight line reaches.
fn simplify(curve: &[Point]) -> Curve {
    let mut kept: Curve = curve.first().copied().into_iter().collect();
    let mut rest = curve;
    while let [from, more @ ..] = rest {
        let fits = |count: usize| {
            more.get(count).is_some_and(|to| {
                more.iter().take(count).all(|(width, height)| {
                    between(*from, *to, *width).abs_diff(*height) <= tolerance(*height)
                })
            })
        };
        let Some(reach) = (0..more.len()).rev().find(|count| fits(*count)) else { break };
        kept.extend(more.get(reach));
        rest = more.get(reach..).unwrap_or_default();
    }
    kept
}

/// What a block needs on a phone, in an article and on a wide page, by the number of its entries.
fn estimate(data: &Dataset, block: Block) -> Curve {
    let line = |fixed: [usize; 3], each: [usize; 3], entries: usize| {
        let heights = fixed.into_iter().zip(each).map(|(fixed, each)| fixed + each * entries);
        let widths = [360, 640, 800];
        widths.into_iter().zip(heights.map(|height| u32::try_from(height).unwrap_or(u32::MAX))).collect()
    };
    let awards = || data.awards.iter();
    match block {
        Block::Headline => line([510, 340, 300], [0; 3], 0),
        Block::Trend => line([490, 360, 360], [0; 3], 0),
        Block::Claims => line([445, 330, 330], [0; 3], 0),
        Block::ClaimsExplorer => line([4500, 3800, 3700], [0; 3], 0),
        Block::Groups => {
            let groups = figures::coverage(data).map_or(0, |coverage| coverage.groups.len());
            line([335, 185, 230], [45, 56, 56], groups)
        }
        Block::Handovers => {
            let cases = data.claims.as_ref().map_or(0, |claims| claims.cases.len());
            line([270, 190, 230], [100, 82, 60], cases.min(ROWS_SHOWN))
        }
        Block::Winners => {
            let winners = awards().flat_map(|award| award.categories.iter()).map(|c| c.winners.len()).sum();
            // The places of the winners are a chart below their list.
            let placed = awards().any(|award| figures::places(data, award).is_some());
            let fixed = if placed { [1090, 1000, 1000] } else { [330, 330, 330] };
            line(fixed, [60, 45, 40], usize::min(winners, ROWS_SHOWN))
        }
        Block::SpecialAwards => {
            let special = awards().map(|award| award.special.len()).sum();
            line([185, 175, 200], [85, 60, 60], special)
        }
        Block::Jury => {
            let jury = awards().filter_map(|a| a.jury.as_ref()).map(|jury| jury.members.len()).sum();
            line([220, 155, 145], [32, 18, 16], jury)
        }
        Block::Report => {
            let parts = [
                Block::Headline,
                Block::Groups,
                Block::Claims,
                Block::Handovers,
                Block::Winners,
                Block::SpecialAwards,
                Block::Jury,
            ];
            let sum = |width| -> u32 {
                parts.iter().filter_map(|part| interpolate(&estimate(data, *part), width)).sum()
            };
            let text = |width: u32, height: u32| (width, height + sum(width));
            vec![text(360, 1650), text(640, 1530), text(800, 1500)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::tests::shipped;

    const DATASET: &str = "public/data/sumsel-2025-08.json";

    fn file() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(DATASET)
    }

    fn shipped_heights() -> Heights {
        let bytes = fs::read(file()).unwrap();
        Heights::of(&shipped(), &file(), &bytes, &jamsostek_dashboard::report_page::blocks(&shipped()))
            .unwrap()
    }

    #[test]
    fn the_shipped_table_is_that_of_the_shipped_dataset() {
        assert_eq!(shipped_heights().notice, None);
    }

    #[test]
    fn heights_between_and_beyond_the_points() {
        let curve = [(300, 1000), (400, 800), (500, 900)];
        let at = |width| interpolate(&curve, width).unwrap();
        assert_eq!([200, 300, 350, 400, 450, 900].map(at), [1000, 1000, 900, 800, 850, 900]);
        assert_eq!(interpolate(&[], 300), None);
    }

    #[test]
    fn a_shorter_curve_keeps_to_what_was_measured() {
        let step = |width| if width < 640 { 2000 - width } else { 900 };
        let measured: Curve = (280..1000).step_by(20).map(|width| (width, step(width))).collect();
        let curve = simplify(&measured);
        assert!(curve.len() <= 6, "{curve:?}");
        for (width, height) in measured {
            assert!(interpolate(&curve, width).unwrap().abs_diff(height) <= tolerance(height), "{width}");
        }
        assert_eq!(simplify(&[(1, 2)]), [(1, 2)]);
        assert_eq!(simplify(&[]), []);
    }

    #[test]
    fn a_table_is_read_as_it_was_written_and_a_stale_one_is_reported() {
        let dir = tempfile::tempdir().unwrap();
        let dataset = dir.path().join("x.json");
        let data = shipped();
        let heights = |bytes: &[u8]| Heights::of(&data, &dataset, bytes, &[Block::Jury]).unwrap();
        assert!(heights(b"1").notice.unwrap().contains("estimates"));
        let curves = [("id".to_owned(), vec![(300, 500), (600, 400)]), ("en".to_owned(), vec![(300, 700)])];
        let measured = [("jury".to_owned(), curves.into_iter().collect())].into_iter().collect();
        fs::write(path(&dataset), Table::new(b"1", measured).to_text().unwrap()).unwrap();
        let good = heights(b"1");
        assert_eq!(good.notice, None);
        assert_eq!(good.at(Lang::Id, Block::Jury, 450), Some(450));
        assert_eq!(good.at(Lang::En, Block::Jury, 450), Some(700));
        assert_eq!(good.at(Lang::Id, Block::Groups, 450), None);
        assert_eq!(good.most(Lang::Id, Block::Jury, (200, 500)), Some(500 + tolerance(500)));
        assert_eq!(good.most(Lang::Id, Block::Jury, (450, 900)), Some(450 + tolerance(450)));
        let stale = heights(b"2");
        assert!(stale.notice.unwrap().contains("another version"));
        assert_eq!(heights(b"1").compact(), r#"{"jury":[[30,50,60,40],[30,70]]}"#);
        let lacking = Heights::of(&data, &dataset, b"1", &[Block::Jury, Block::Claims]).unwrap();
        assert!(lacking.notice.unwrap().contains("lacks claims"));
    }

    #[test]
    fn estimates_are_of_the_right_size() {
        let (data, heights) = (shipped(), shipped_heights());
        for block in heights.curves.keys() {
            let estimate = estimate(&data, *block);
            for width in [360, 640, 800] {
                let real = heights.at(Lang::Id, *block, width).unwrap();
                let guess = interpolate(&estimate, width).unwrap();
                assert!(guess.abs_diff(real) * 5 < real, "{block:?} at {width}: {guess} for {real}");
            }
        }
    }

    #[test]
    fn the_served_script_has_the_heights_in_their_place() {
        let script = include_str!("../../../../src/scripts/embed.js");
        let served = shipped_heights().fill(script).unwrap();
        assert!(served.contains("const HEIGHTS = {\"headline\":[[28,"), "{served}");
        for word in ["\n//", "\n\n", "/**", "*/", "@type"] {
            assert!(!served.contains(word), "{word:?} in {served}");
        }
        assert!(!served.starts_with("//"));
        assert!(Heights::default().fill("nothing").is_err());
    }
}
