//! The lists of the manifest: regions, times, programmes, groups, channels, from what the claims use.
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use claims::{
    lattice::{Axis, Lattice},
    manifest::{File, Label, Member, Region, Time},
};
use dataset::{Dataset, Lang, Text};
use serde::{Deserialize, Serialize};

use crate::source::Seen;

/// The lists, and by which names the claims call their members.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Axes {
    /// Regions, the total first; their files are not known yet.
    pub regions: Vec<Region>,
    /// Times: all, years, months.
    pub times: Vec<Time>,
    /// Programmes, all first.
    pub programmes: Vec<Member>,
    /// Groups, all first.
    pub groups: Vec<Member>,
    /// Channels; the first is that none is stated.
    pub channels: Vec<Member>,
    /// How deep regions of claims are.
    pub depth: u8,
    /// The number of each name of a region that claims may use: its id or a code.
    pub region_names: BTreeMap<String, u16>,
}

impl Axes {
    /// From the dataset and what the claims name.
    ///
    /// # Errors
    /// When claims name what the dataset does not have, or regions of different depths.
    pub fn new(dataset: &Dataset, seen: &Seen) -> Result<Self> {
        let (regions, region_names, depth) = regions(dataset, &seen.regions)?;
        let mut programmes = vec![all("Semua program", "All programmes")];
        for id in &seen.programmes {
            let programme = dataset.programmes.get(id);
            let programme = programme.with_context(|| format!("the dataset has no programme `{id}`"))?;
            programmes.push(Member { id: id.clone(), label: label(&programme.label) });
        }
        let mut groups = vec![all("Semua kelompok", "All groups")];
        for id in &seen.groups {
            if id.is_empty() {
                groups.push(all("Tidak disebutkan", "Not stated"));
                continue;
            }
            let group = dataset.groups.get(id).with_context(|| format!("the dataset has no group `{id}`"))?;
            groups.push(Member { id: id.clone(), label: label(&group.label) });
        }
        let mut channels = vec![all("Tidak disebutkan", "Not stated")];
        for name in seen.channels.iter().filter(|name| !name.is_empty()) {
            channels.push(Member { id: name.clone(), label: Label::Same(name.clone()) });
        }
        ensure!(
            programmes.len() < 100 && groups.len() < 100,
            "there is room for 99 programmes and 99 groups"
        );
        ensure!(
            channels.len() < 256,
            "there is room for 255 channels: is that column a text for each claim?"
        );
        let times = times(&seen.months)?;
        Ok(Self { regions, times, programmes, groups, channels, depth, region_names })
    }

    /// The cells of a cube, all empty.
    ///
    /// # Errors
    /// Never for lists that [`Axes::new`] made.
    pub fn lattice(&self) -> Result<Lattice> {
        let tree = |parents: Vec<Option<u16>>| Axis::new(&parents.into_iter().flatten().collect::<Vec<_>>());
        let flat = |members: &[Member]| Axis::flat(u16::try_from(members.len()).ok()?.checked_sub(1)?);
        let axes = (|| {
            Some([
                tree(self.regions.iter().map(|region| region.parent).collect())?,
                tree(self.times.iter().map(|time| time.parent).collect())?,
                flat(&self.programmes)?,
                flat(&self.groups)?,
            ])
        })();
        Ok(Lattice::new(axes.context("the regions are no tree")?))
    }
}

fn all(id: &str, en: &str) -> Member {
    Member { id: String::new(), label: Label::Each { id: id.into(), en: en.into() } }
}

fn label(text: &Text) -> Label {
    let (id, en) = (text.get(Lang::Id), text.get(Lang::En));
    if id == en { Label::Same(id.into()) } else { Label::Each { id: id.into(), en: en.into() } }
}

type Regions = (Vec<Region>, BTreeMap<String, u16>, u8);

/// The regions of the depth at which claims are, and all above; those without claims, too.
fn regions(dataset: &Dataset, seen: &BTreeSet<String>) -> Result<Regions> {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, region) in dataset.regions.iter() {
        names.insert(id, id);
        for code in region.codes.values() {
            names.insert(code, id);
        }
    }
    let mut depth = None;
    for name in seen {
        let id = names.get(name.as_str()).with_context(|| format!("the dataset has no region `{name}`"))?;
        let path = path(dataset, id)?;
        if *depth.get_or_insert(path.len()) != path.len() {
            bail!(
                "the claims name regions of different levels, such as `{name}`: name the lowest one for each claim"
            );
        }
    }
    let depth = depth.context("there are no claims")?;
    ensure!(depth >= 2, "the claims name no region within `{}`", dataset.region);
    ensure!(depth <= 5, "the claims name regions more than four levels below `{}`", dataset.region);
    let mut paths: Vec<Vec<&str>> = dataset
        .regions
        .keys()
        .filter_map(|id| path(dataset, id).ok())
        .filter(|path| path.len() == depth)
        .collect();
    paths.sort_unstable();
    let mut numbers: BTreeMap<&str, u16> = BTreeMap::new();
    let mut regions = Vec::new();
    for level in 0..depth {
        for path in &paths {
            let Some(id) = path.get(level).filter(|id| !numbers.contains_key(**id)) else { continue };
            let parent = level.checked_sub(1).and_then(|above| numbers.get(path.get(above)?)).copied();
            numbers.insert(id, u16::try_from(regions.len())?);
            let region = dataset.regions.get(id).context("a region is not there")?;
            regions.push(Region {
                id: (*id).to_owned(),
                label: label(&region.name),
                parent,
                codes: region.codes.iter().map(|(name, code)| (name.clone(), code.clone())).collect(),
                cube: File { name: String::new(), bytes: 0 },
            });
        }
    }
    let used = names.iter().filter_map(|(name, id)| Some(((*name).to_owned(), *numbers.get(id)?)));
    Ok((regions, used.collect(), u8::try_from(depth - 1)?))
}

/// A region and what it lies in, the dataset's region first.
fn path<'a>(dataset: &'a Dataset, id: &'a str) -> Result<Vec<&'a str>> {
    let mut path = vec![id];
    let mut at = id;
    while at != dataset.region {
        let region = dataset.regions.get(at).with_context(|| format!("the dataset has no region `{at}`"))?;
        at = region
            .parent
            .as_deref()
            .with_context(|| format!("`{id}` does not lie in `{}`", dataset.region))?;
        path.push(at);
        ensure!(path.len() < 8, "`{id}` lies in itself");
    }
    path.reverse();
    Ok(path)
}

/// All, the years and the months from the first to the last; months without claims, too.
fn times(months: &BTreeSet<u32>) -> Result<Vec<Time>> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else { bail!("there are no claims") };
    ensure!(last - first < 900, "the claims span {} months: is there a date that is wrong?", last - first);
    let mut times = vec![Time { id: String::new(), parent: None }];
    for year in first / 12..=last / 12 {
        times.push(Time { id: format!("{year:04}"), parent: Some(0) });
    }
    for month in *first..=*last {
        let year = u16::try_from(month / 12 - first / 12 + 1)?;
        times.push(Time { id: format!("{:04}-{:02}", month / 12, month % 12 + 1), parent: Some(year) });
    }
    Ok(times)
}
