//! The plan: what is read, the lists that its ids stand in, and the statements to run.
//!
//! It is all that an engine needs, so a cluster runs the very statements that one machine runs.
use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use claims::{
    manifest::{Input, Measure},
    suppress::Rule,
};
use dataset::{Dataset, Qualifier, Role, Time, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    axes::Axes,
    columns::{Use, uses},
    source::{self, Kind},
    sql::{self, Statement},
};

/// What a preparation does.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    /// Its id: of what is read, by what, and how.
    pub id: String,
    /// How the files are written.
    pub kind: Kind,
    /// The name of the file or the folder.
    pub from: String,
    /// The files.
    pub files: Vec<PathBuf>,
    /// The columns of the files, and what they are called in the table `input`.
    pub columns: Vec<(String, String)>,
    /// What of `input` the files do not have.
    pub absent: Vec<String>,
    /// Tables of names and numbers.
    pub lists: Vec<List>,
    /// Whether a cell of a CSV file has several lines, so that the file cannot be read in parts.
    pub has_lines: bool,
    /// The sum of all amounts.
    pub amount: i64,
    /// The statements, in order.
    pub statements: Vec<Statement>,
    /// The files with their hashes.
    pub inputs: Vec<Input>,
    /// The lists of the manifest.
    pub axes: Axes,
    /// The smallest number of claims that is published.
    pub smallest: u64,
    /// How many values must be possible for a small cell.
    pub values: u64,
    /// The currency.
    pub currency: String,
    /// Whether the claims are invented.
    pub invented: bool,
    /// Figures that the dataset states.
    pub stated: Vec<StatedFigure>,
}

/// A table of names and numbers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct List {
    /// Its name.
    pub table: String,
    /// Its columns of numbers; before them is `name`.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<(String, Vec<i32>)>,
}

/// A figure that the dataset states of claims.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StatedFigure {
    /// The id of the observation.
    pub observation: String,
    /// What is counted.
    pub what: Measure,
    /// Between what it lies.
    pub range: [i64; 2],
    /// Where.
    pub region: String,
    /// Of which programme, if it names one.
    pub programme: Option<String>,
    /// The first and the last month, such as `2025-07`, or year.
    pub from: Option<String>,
    /// The last month or year.
    pub to: String,
}

impl Plan {
    /// Reads every value once and plans what to do.
    ///
    /// # Errors
    /// When something cannot be used; nothing was written then.
    pub fn new(from: &Path, dataset: &Dataset, rule: &Rule, progress: &mut dyn FnMut(u64)) -> Result<Self> {
        let claims = dataset.claims.as_ref().context("the dataset has no `claims`")?;
        let records = claims
            .records
            .as_ref()
            .context("the dataset has no `claims.records`: describe the columns there")?;
        let (kind, files) = source::files(from)?;
        let (inputs, seen, header) = source::look(kind, &files, records, progress)?;
        let axes = Axes::new(dataset, &seen)?;
        let mut columns = Vec::new();
        let mut absent: Vec<String> = Use::READ.iter().map(|used| used.name().to_owned()).collect();
        for (name, used) in header.iter().zip(uses(&header, records)?) {
            absent.retain(|absent| absent != used.name());
            if used == Use::Nothing {
                eprintln!("  the column `{name}` is declared, but nothing of it is published");
            }
            columns.push((name.clone(), used.name().to_owned()));
        }
        let id = inputs
            .iter()
            .fold(Sha256::new(), |hash, input| hash.chain_update(&input.sha256))
            .chain_update(sql::version())
            .chain_update(format!("{rule:?}{axes:?}{columns:?}{absent:?}"))
            .finalize();
        let files = files
            .iter()
            .map(|file| fs::canonicalize(file).context("finding the input"))
            .collect::<Result<_>>()?;
        let invented =
            dataset.id.contains("rekaan") || inputs.iter().any(|input| input.name.contains("rekaan"));
        let currency = dataset.currency.as_ref().map_or("IDR", |currency| currency.code()).to_owned();
        Ok(Self {
            id: sql::hex(&id).chars().take(16).collect(),
            kind,
            from: from.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            files,
            columns,
            absent,
            lists: lists(&axes)?,
            has_lines: seen.has_lines,
            amount: seen.amount,
            statements: sql::statements(axes.depth),
            inputs,
            axes,
            smallest: rule.smallest,
            values: rule.values,
            currency,
            invented,
            stated: stated(dataset),
        })
    }

    /// What was read, as it is published: of a folder the whole, because how many claims a file of it has would be one
    /// number more.
    pub fn published_inputs(&self) -> Vec<Input> {
        if let [input] = self.inputs.as_slice() {
            return vec![input.clone()];
        }
        let hash = self.inputs.iter().fold(Sha256::new(), |hash, input| hash.chain_update(&input.sha256));
        vec![Input {
            name: self.from.clone(),
            sha256: sql::hex(&hash.finalize()),
            bytes: self.inputs.iter().map(|input| input.bytes).sum(),
            rows: self.inputs.iter().map(|input| input.rows).sum(),
        }]
    }

    /// What is small.
    pub fn rule(&self) -> Rule {
        Rule { smallest: self.smallest, values: self.values, ..Rule::default() }
    }

    /// The plan that a folder has.
    ///
    /// # Errors
    /// When there is none.
    pub fn read(work: &Path) -> Result<Self> {
        let path = work.join("plan.json");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is no plan", path.display()))
    }

    /// Writes the plan, and clears the folder where it has another one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, work: &Path) -> Result<()> {
        let same = Self::read(work).is_ok_and(|plan| plan.id == self.id);
        if !same && work.exists() {
            ensure!(
                work.join("plan.json").is_file() || fs::read_dir(work)?.next().is_none(),
                "{} is there and has no plan of an earlier run: remove it",
                work.display()
            );
            fs::remove_dir_all(work).with_context(|| format!("removing {}", work.display()))?;
        }
        fs::create_dir_all(work).with_context(|| format!("making {}", work.display()))?;
        fs::write(work.join("plan.json"), serde_json::to_vec(self)?)
            .with_context(|| format!("writing into {}: is the disk full?", work.display()))
    }
}

fn lists(axes: &Axes) -> Result<Vec<List>> {
    let depth = usize::from(axes.depth);
    let mut regions = Vec::new();
    for (name, number) in &axes.region_names {
        let mut path = vec![i32::from(*number)];
        let mut at = usize::from(*number);
        while let Some(parent) = axes.regions.get(at).and_then(|region| region.parent) {
            path.push(i32::from(parent));
            at = usize::from(parent);
        }
        path.pop();
        path.reverse();
        if path.len() == depth {
            regions.push((name.clone(), path));
        }
    }
    let months = axes.times.iter().zip(0_i32..).filter(|(time, _)| time.id.len() == 7);
    let months =
        months.map(|(time, number)| (time.id.clone(), vec![i32::from(time.parent.unwrap_or(0)), number]));
    let months = months.collect();
    // All stands first; a group that is not stated has the empty name, too.
    let numbered = |members: &[claims::manifest::Member], from: usize| {
        let rows = members.iter().zip(0_i32..).skip(from);
        rows.map(|(member, number)| (member.id.clone(), vec![number])).collect::<Vec<_>>()
    };
    let number = || vec!["number".to_owned()];
    let list = |table: &str, columns, rows| List { table: table.to_owned(), columns, rows };
    Ok(vec![
        list("regions", (1..=depth).map(|level| format!("region_{level}")).collect(), regions),
        list("months", vec!["time_1".to_owned(), "time_2".to_owned()], months),
        list("programmes", number(), numbered(&axes.programmes, 1)),
        list("members", number(), numbered(&axes.groups, 1)),
        list("channels", number(), numbered(&axes.channels, 0)),
    ])
}

/// The numbers and amounts of claims that the dataset states for all groups.
fn stated(dataset: &Dataset) -> Vec<StatedFigure> {
    let mut figures = Vec::new();
    for observation in dataset.observations.iter().filter(|observation| observation.group.is_none()) {
        let role = dataset.indicators.get(&observation.indicator).and_then(|indicator| indicator.role);
        let what = match role {
            Some(Role::ClaimCount) => Measure::Count,
            Some(Role::ClaimAmount) => Measure::Amount,
            _ => continue,
        };
        let (Value::Stated(value), Time::Period { start, end }) = (observation.value, observation.time)
        else {
            continue;
        };
        let whole = |number: dataset::Decimal| i64::try_from(number.units_at(0)).ok();
        let (Some(number), Some(step)) = (whole(value.number), value.step.map_or(Some(0), whole)) else {
            continue;
        };
        let range = match value.qualifier {
            Qualifier::Between => [number, number + step],
            at if at.is_lower_bound() => [number, i64::MAX],
            at if at.is_upper_bound() => [0, number],
            // Half a step to both sides, as a figure is rounded.
            _ => [number - step / 2, number + step / 2],
        };
        figures.push(StatedFigure {
            observation: observation.id.clone(),
            what,
            range,
            region: observation.region.clone(),
            programme: observation.programme.clone(),
            from: start.map(short),
            to: short(end),
        });
    }
    figures
}

/// A date as a month or a year.
fn short(date: dataset::Date) -> String {
    match date.month {
        Some(month) => format!("{:04}-{month:02}", date.year),
        None => format!("{:04}", date.year),
    }
}
