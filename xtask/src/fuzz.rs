//! `fuzz`: made-up inputs for the readers, from the samples on, until one breaks a rule of `crates/invariants`.
use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result, bail, ensure};
use dataset::{
    Date,
    json::{Document, Kind, Node},
};
use serde_json::Value;

use crate::{
    setup::{self, Need},
    tools::{Workspace, clock, run, run_long, which, write_whole},
};

/// What is tried, and how long.
#[derive(clap::Args)]
pub struct Options {
    /// The targets (default: all in fuzz/fuzz_targets/)
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// How many seconds each is given
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u32,
    /// Try this input alone, such as one that failed before
    #[arg(long, value_name = "FILE", requires = "targets")]
    input: Option<PathBuf>,
}

/// Where the samples are that inputs are made of.
const SAMPLES: [&str; 2] = ["tests/data", "public/data"];
/// The names that datasets are made of.
const SCHEMA: &str = "public/schema/dataset-1.schema.json";

/// Gives each target its time. Whether no input failed.
///
/// # Errors
/// When a target is unknown, or none can be built.
pub fn fuzz(ws: &Workspace, options: &Options) -> Result<bool> {
    let all = targets(ws)?;
    if let Some(unknown) = options.targets.iter().find(|target| !all.contains(target)) {
        bail!("there is no target `{unknown}`: the targets are {}", all.join(", "));
    }
    if env::var_os("CXX").is_none() && which(&["c++", "g++", "clang++"]).is_none() {
        bail!("libFuzzer is written in C++: install a compiler (g++ or clang++), or set CXX to one");
    }
    setup::ensure(ws, &[Need::CargoFuzz])?;
    if let Some(input) = &options.input {
        let [target] = options.targets.as_slice() else { bail!("an input is for one target") };
        run(cargo_fuzz(ws, "run", target).arg(env::current_dir()?.join(input)))?;
        println!("{target}: {} breaks no rule", input.display());
        return Ok(true);
    }
    let chosen = if options.targets.is_empty() { &all } else { &options.targets };
    let mut good = true;
    for target in chosen {
        good &= one(ws, target, options.seconds)?;
    }
    Ok(good)
}

/// Builds a target and gives it its time. Whether no input failed.
fn one(ws: &Workspace, target: &str, seconds: u32) -> Result<bool> {
    let tell = |words: &str| println!("  {target:<13} {words}");
    let corpus = ws.root.join("fuzz/corpus").join(target);
    for (name, seed) in seeds(ws, target)? {
        write_whole(&corpus.join(name), &seed)?;
    }
    let log = |step: &str| ws.state().join(format!("fuzz-{target}-{step}.log"));
    tell("building (some minutes at first)");
    run_long(&mut cargo_fuzz(ws, "build", target), &log("build"), tell)?;
    tell(&format!("trying inputs for {}", clock(Duration::from_secs(seconds.into()))));
    let mut command = cargo_fuzz(ws, "run", target);
    command.arg("--").arg(format!("-max_total_time={seconds}"));
    command.args(["-timeout=20", "-rss_limit_mb=1024"]);
    if target == "dataset" {
        let path = ws.state().join("fuzz-dataset.dict");
        write_whole(&path, dictionary(&ws.root.join(SCHEMA))?.as_bytes())?;
        command.arg(format!("-dict={}", path.display())).arg("-max_len=65536");
    } else {
        let most = if matches!(target, "table" | "workbook") { 8192 } else { 200 };
        command.arg(format!("-max_len={most}"));
    }
    let began = SystemTime::now();
    let outcome = run_long(&mut command, &log("run"), tell);
    let told = String::from_utf8_lossy(&fs::read(log("run"))?).into_owned();
    let Err(error) = outcome else {
        tell(&format!("{} inputs, none fails", runs(&told).unwrap_or("no")));
        return Ok(true);
    };
    println!("{}\n", broken(&told).unwrap_or(format!("{error:#}")));
    for file in newer(&ws.root.join("fuzz/artifacts").join(target), began) {
        let file = file.strip_prefix(&ws.root).unwrap_or(&file).display();
        tell(&format!("the input is kept: {file}"));
        tell(&format!("try it again: cargo xtask fuzz {target} --input {file}"));
    }
    Ok(false)
}

/// cargo-fuzz for a target. Without a sanitizer, so that the toolchain of the repository will do.
fn cargo_fuzz(ws: &Workspace, step: &str, target: &str) -> Command {
    let mut cargo = ws.command("cargo");
    cargo.args(["fuzz", step, "--sanitizer", "none", "--target-dir"]).arg(ws.target.join("fuzz")).arg(target);
    cargo
}

/// The names of the targets.
fn targets(ws: &Workspace) -> Result<Vec<String>> {
    let names: BTreeSet<String> = files(&ws.root.join("fuzz/fuzz_targets"), "rs")?
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    ensure!(!names.is_empty(), "fuzz/fuzz_targets/ is empty");
    Ok(names.into_iter().collect())
}

fn files(dir: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?;
    let paths: std::io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    Ok(paths?.into_iter().filter(|path| path.extension().is_some_and(|found| found == extension)).collect())
}

/// The inputs that a target begins with, by their names: those of its own folder, else the samples, or what stands in
/// them.
fn seeds(ws: &Workspace, target: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut seeds = Vec::new();
    let own = ws.root.join("fuzz/seeds").join(target);
    if own.is_dir() {
        for entry in fs::read_dir(&own).with_context(|| format!("reading {}", own.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            seeds.push((format!("seed-{name}"), fs::read(&path)?));
        }
        return Ok(seeds);
    }
    let mut words = BTreeSet::new();
    for path in
        SAMPLES.iter().map(|dir| files(&ws.root.join(dir), "json")).collect::<Result<Vec<_>>>()?.concat()
    {
        let bytes = fs::read(&path)?;
        match target {
            "dataset" => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                seeds.push((format!("seed-{name}"), bytes));
            }
            _ => {
                let text = String::from_utf8_lossy(&bytes);
                let document =
                    Document::parse(&text).with_context(|| format!("reading {}", path.display()))?;
                collect(document.root(), target, &mut words);
            }
        }
    }
    let words: Vec<String> = words.into_iter().collect();
    seeds.extend(
        words
            .chunks(3)
            .map(|three| three.join(" ").into_bytes())
            .enumerate()
            .map(|(n, seed)| (format!("seed-{n}"), seed)),
    );
    Ok(seeds)
}

/// The numbers or the dates of a tree, as the target asks for.
fn collect(node: &Node, target: &str, words: &mut BTreeSet<String>) {
    match &node.kind {
        Kind::Number(text) if target == "number" => drop(words.insert(text.to_string())),
        Kind::String(text) if target == "date" && Date::parse(text).is_some() => {
            words.insert(text.to_string());
        }
        Kind::Array(items) => items.iter().for_each(|item| collect(item, target, words)),
        Kind::Object(members) => members.iter().for_each(|member| collect(&member.value, target, words)),
        _ => {}
    }
}

/// The names and words of the format, as a dictionary of libFuzzer.
fn dictionary(schema: &Path) -> Result<String> {
    let text = fs::read_to_string(schema).with_context(|| format!("reading {}", schema.display()))?;
    let mut words = BTreeSet::new();
    of_schema(&serde_json::from_str(&text)?, &mut words);
    let plain = |word: &&String| word.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'\\'));
    Ok(words.iter().filter(plain).map(|word| format!("\"\\\"{word}\\\"\"\n")).collect())
}

fn of_schema(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), value) {
                    ("properties", Value::Object(fields)) => words.extend(fields.keys().cloned()),
                    ("const", Value::String(word)) => drop(words.insert(word.clone())),
                    ("enum", Value::Array(known)) => {
                        words.extend(known.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => {}
                }
                of_schema(value, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| of_schema(item, words)),
        _ => {}
    }
}

/// How many inputs were tried, from what libFuzzer says at its end.
fn runs(log: &str) -> Option<&str> {
    let (_, behind) = log.rsplit_once("Done ")?;
    behind.split_once(" runs").map(|(count, _)| count)
}

/// The rule that is broken and where it stands, or what libFuzzer found, such as too much memory.
fn broken(log: &str) -> Option<String> {
    let lines: Vec<&str> = log.lines().collect();
    let at =
        lines.iter().position(|line| line.contains(" panicked at ") || line.contains("ERROR: libFuzzer"))?;
    let end = lines
        .iter()
        .skip(at)
        .position(|line| line.starts_with("stack backtrace") || line.starts_with("note: "));
    Some(lines.get(at..at + end.unwrap_or(3).min(12)).unwrap_or_default().join("\n"))
}

/// The files of a folder that were written since.
fn newer(dir: &Path, since: SystemTime) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let written = |path: &PathBuf| fs::metadata(path).and_then(|file| file.modified());
    // Some file systems keep whole seconds only.
    let since = since - Duration::from_secs(1);
    entries.map(|entry| entry.path()).filter(|path| written(path).is_ok_and(|at| at >= since)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_target_is_a_program_and_has_seeds() {
        let ws = Workspace::find().unwrap();
        let manifest = fs::read_to_string(ws.root.join("fuzz/Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let programs: BTreeSet<&str> =
            manifest["bin"].as_array().unwrap().iter().map(|bin| bin["name"].as_str().unwrap()).collect();
        let targets = targets(&ws).unwrap();
        assert!(targets.iter().map(String::as_str).eq(programs));
        for target in targets {
            assert!(!seeds(&ws, &target).unwrap().is_empty(), "{target}");
        }
    }

    #[test]
    fn the_dictionary_has_fields_and_words() {
        let words = dictionary(&Workspace::find().unwrap().root.join(SCHEMA)).unwrap();
        for word in ["observations", "mask_private_persons", "at_least", "jamsostek-dashboard/1"] {
            assert!(words.lines().any(|line| line == format!("\"\\\"{word}\\\"\"")), "{word}");
        }
    }

    #[test]
    fn the_end_of_a_run_tells_how_many() {
        assert_eq!(runs("#1 INITED\nDone 725237 runs in 21 second(s)\n"), Some("725237"));
        assert_eq!(runs("==1== ERROR"), None);
    }

    #[test]
    fn the_rule_that_is_broken_is_told() {
        let log = "#1 INITED\nthread '<unnamed>' panicked at a.rs:1:2:\nleft: 1\nstack backtrace:\n 0: x\n";
        assert_eq!(broken(log).as_deref(), Some("thread '<unnamed>' panicked at a.rs:1:2:\nleft: 1"));
        assert!(
            broken("==1== ERROR: libFuzzer: out-of-memory\na\nb\nc\n")
                .is_some_and(|told| told.lines().count() == 3)
        );
        assert_eq!(broken("#1 INITED\n"), None);
    }
}
