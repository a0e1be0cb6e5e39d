//! Percentiles of every cell, from how many claims of each cell of leaves have which value.
//!
//! A percentile is the value at a place among sorted values ([`claims::quantile`]), so it is found by counting values in
//! their order: once for all cells of a region, and again for what the region lies in.
use std::{collections::HashMap, path::Path};

use anyhow::{Context, Result, ensure};
use claims::{
    lattice::{GROUP, Lattice, PROGRAMME, Point, REGION, TIME},
    quantile::{PERCENTS, is_published, place},
};

use crate::{finish::Decided, tables};

/// How many entries wait at least before equal ones are put together.
const WAITING: usize = 1 << 20;

/// The value at each of [`PERCENTS`]; `None` where it is not published.
pub type Values = [Option<u16>; PERCENTS.len()];

/// The percentiles of the cells that are published, by the index of the cell.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Percentiles(HashMap<usize, Values>);

impl Percentiles {
    /// Those of a cell.
    pub fn of(&self, index: usize) -> Values {
        self.0.get(&index).copied().unwrap_or_default()
    }

    /// Reads a table of counts, sorted by region.
    ///
    /// # Errors
    /// When the table cannot be read, is not sorted, or `code` fails for a value.
    pub fn read(
        work: &Path,
        table: &str,
        decided: &Decided,
        code: impl Fn(i64) -> Result<u16>,
    ) -> Result<Self> {
        let mut counting = Counting { decided, open: Vec::new(), found: Self::default() };
        let columns = ["region", "value", "time", "programme", "grp", "claims"];
        tables::each(work, table, columns, |row| {
            let [Some(region), Some(value), Some(time), Some(programme), Some(group), Some(claims)] = row
            else {
                anyhow::bail!("`{table}` has an empty column");
            };
            let entry = Entry {
                value: code(value)?,
                time: time.try_into()?,
                programme: programme.try_into()?,
                group: group.try_into()?,
                claims: claims.try_into()?,
            };
            counting.add(region.try_into()?, entry)
        })?;
        while !counting.open.is_empty() {
            counting.close()?;
        }
        Ok(counting.found)
    }
}

/// How many claims of a time, a programme and a group have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    value: u16,
    time: u16,
    programme: u8,
    group: u8,
    claims: u32,
}

/// A region of which claims are being read, and all of its entries so far.
struct Open {
    region: u16,
    entries: Vec<Entry>,
    /// How many there are before equal ones are put together.
    most: usize,
}

struct Counting<'a> {
    decided: &'a Decided,
    /// The nation, a province, …, the region of the last row.
    open: Vec<Open>,
    found: Percentiles,
}

impl Counting<'_> {
    fn add(&mut self, region: u16, entry: Entry) -> Result<()> {
        if self.open.last().is_none_or(|last| last.region != region) {
            let path = self.decided.lattice.axis(REGION).path(region);
            let same =
                self.open.iter().zip(path.iter().rev()).take_while(|(open, node)| open.region == **node);
            let same = same.count();
            while self.open.len() > same {
                self.close()?;
            }
            let below = path.iter().rev().skip(same);
            self.open.extend(below.map(|node| Open { region: *node, entries: Vec::new(), most: WAITING }));
        }
        self.open.last_mut().context("there is no such region")?.entries.push(entry);
        Ok(())
    }

    /// Ends a region: its percentiles are found, and its entries go on to what it lies in.
    fn close(&mut self) -> Result<()> {
        let Some(mut ended) = self.open.pop() else { return Ok(()) };
        together(&mut ended.entries);
        percentiles(self.decided, ended.region, &ended.entries, &mut self.found)?;
        if let Some(above) = self.open.last_mut() {
            above.entries.append(&mut ended.entries);
            if above.entries.len() > above.most {
                together(&mut above.entries);
                above.most = WAITING.max(2 * above.entries.len());
            }
        }
        Ok(())
    }
}

/// Sorts entries by value and puts equal ones together.
fn together(entries: &mut Vec<Entry>) {
    entries.sort_unstable();
    entries.dedup_by(|next, kept| {
        let key = |entry: &Entry| (entry.value, entry.time, entry.programme, entry.group);
        let is_same = key(next) == key(kept);
        if is_same {
            kept.claims = kept.claims.saturating_add(next.claims);
        }
        is_same
    });
}

/// A cell whose values are being counted.
#[derive(Clone, Default)]
struct Running {
    size: u64,
    upto: u64,
    next: usize,
    values: Values,
}

/// The percentiles of all cells of a region; its entries are sorted by value.
fn percentiles(decided: &Decided, region: u16, entries: &[Entry], found: &mut Percentiles) -> Result<()> {
    let Decided { lattice, suppression, rule, .. } = decided;
    let sizes = [TIME, PROGRAMME, GROUP].map(|axis| lattice.axis(axis).len());
    let mut cells = vec![Running::default(); sizes.iter().product()];
    let [_, programmes, groups] = sizes;
    let slot = |time: u16, programme: u8, group: u8| {
        (usize::from(time) * programmes + usize::from(programme)) * groups + usize::from(group)
    };
    for entry in entries {
        each_total(lattice, entry, |time, programme, group| {
            if let Some(cell) = cells.get_mut(slot(time, programme, group)) {
                cell.size += u64::from(entry.claims);
            }
        });
    }
    for entry in entries {
        each_total(lattice, entry, |time, programme, group| {
            let Some(cell) = cells.get_mut(slot(time, programme, group)) else { return };
            cell.upto += u64::from(entry.claims);
            while let Some((value, percent)) = cell.values.get_mut(cell.next).zip(PERCENTS.get(cell.next)) {
                if place(*percent, cell.size) > cell.upto {
                    break;
                }
                *value = is_published(*percent, cell.size, rule.smallest).then_some(entry.value);
                cell.next += 1;
            }
        });
    }
    for (n, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.values.iter().any(Option::is_some)) {
        let (rest, group) = (n / groups, n % groups);
        let point: Point =
            [region, (rest / programmes).try_into()?, (rest % programmes).try_into()?, group.try_into()?];
        if suppression.is_kept(lattice, point) {
            let before = found.0.insert(lattice.index(point), cell.values);
            ensure!(before.is_none(), "a table is not sorted by region");
        }
    }
    Ok(())
}

/// Calls for each time, programme and group that an entry belongs to.
fn each_total(lattice: &Lattice, entry: &Entry, mut call: impl FnMut(u16, u8, u8)) {
    for time in lattice.axis(TIME).path(entry.time) {
        for programme in [entry.programme, 0] {
            for group in [entry.group, 0] {
                call(*time, programme, group);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use claims::{
        lattice::Axis,
        release::Release,
        suppress::{Rule, Suppression},
    };

    use super::*;

    /// Every percentile against the value at its place in a sorted list.
    #[test]
    fn values_at_their_places() {
        let axes = [
            Axis::new(&[0, 0, 1, 1, 2]).unwrap(),
            Axis::new(&[0, 1, 1]).unwrap(),
            Axis::flat(2).unwrap(),
            Axis::flat(1).unwrap(),
        ];
        let mut lattice = Lattice::new(axes);
        let mut claims = Vec::new();
        let mut chance = 7_u64;
        for region in [3_u16, 4, 5] {
            for _ in 0..200 {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let [time, programme, value] =
                    [(33, 2), (43, 2), (52, 40)].map(|(bits, most)| (chance >> bits) % most);
                let point = [region, 2 + time as u16, 1 + programme as u16, 1];
                assert!(lattice.add(point, 1, 0));
                claims.push((point, value as u16));
            }
        }
        let rule = Rule::default();
        let suppression = Suppression::new(&lattice, &rule);
        let release = Release::new(&lattice, &suppression, &rule);
        let decided = Decided { lattice, suppression, release, rule };
        let mut counting = Counting { decided: &decided, open: Vec::new(), found: Percentiles::default() };
        for ([region, time, programme, _], value) in &claims {
            let entry =
                Entry { value: *value, time: *time, programme: *programme as u8, group: 1, claims: 1 };
            counting.add(*region, entry).unwrap();
        }
        while !counting.open.is_empty() {
            counting.close().unwrap();
        }
        let mut seen = 0;
        for index in 0..decided.lattice.len() {
            let cell = decided.lattice.point(index);
            let is_of = |leaf: Point| (0..4).all(|d| decided.lattice.axis(d).is_under(leaf[d], cell[d]));
            let mut values: Vec<u16> =
                claims.iter().filter(|(leaf, _)| is_of(*leaf)).map(|(_, value)| *value).collect();
            values.sort_unstable();
            let number = values.len() as u64;
            let expected = PERCENTS.map(|percent| {
                let told =
                    is_published(percent, number, 5) && decided.suppression.is_kept(&decided.lattice, cell);
                told.then(|| values[place(percent, number) as usize - 1])
            });
            assert_eq!(counting.found.of(index), expected, "{cell:?}");
            seen += expected.iter().flatten().count();
        }
        assert!(seen > 100, "{seen}");
    }

    #[test]
    fn a_table_in_no_order_is_refused() {
        let axes = [
            Axis::flat(2).unwrap(),
            Axis::new(&[0, 1]).unwrap(),
            Axis::flat(1).unwrap(),
            Axis::flat(1).unwrap(),
        ];
        let mut lattice = Lattice::new(axes);
        assert!(lattice.add([1, 2, 1, 1], 40, 0) && lattice.add([2, 2, 1, 1], 40, 0));
        let rule = Rule::default();
        let suppression = Suppression::new(&lattice, &rule);
        let release = Release::new(&lattice, &suppression, &rule);
        let decided = Decided { lattice, suppression, release, rule };
        let mut counting = Counting { decided: &decided, open: Vec::new(), found: Percentiles::default() };
        let entry = Entry { value: 1, time: 2, programme: 1, group: 1, claims: 20 };
        let all = [1, 2, 1].map(|region| counting.add(region, entry).is_ok() && counting.close().is_ok());
        assert_eq!(all, [true, true, false]);
    }
}
