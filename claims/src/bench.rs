//! Both engines on the same claims, and how much time and memory a preparation takes.
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{compare, sample, source::Kind};

/// The release of PySpark that is installed.
const PYSPARK: &str = "pyspark==4.3.0";

/// The most memory that this process had, in bytes; none where the system does not tell.
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// A folder outside of the repository for what is downloaded and tried.
///
/// # Errors
/// When it cannot be made.
pub fn state() -> Result<PathBuf> {
    let state = env::var_os("CLAIMS_STATE").map_or_else(|| env::temp_dir().join("claims"), PathBuf::from);
    let state = state.join("claims");
    fs::create_dir_all(&state).with_context(|| format!("making {}", state.display()))?;
    Ok(state)
}

/// Invents claims once. The paths of the claims and of their dataset.
///
/// # Errors
/// When they cannot be written.
pub fn invented(state: &Path, rows: u64) -> Result<(PathBuf, PathBuf)> {
    let folder = state.join("sample");
    let done = folder.join(format!("{rows}.done"));
    let options = sample::Options { rows, seed: 20, kind: Kind::Csv };
    if !done.is_file() {
        sample::write(&folder, options)?;
        fs::write(done, "")?;
    }
    let stem = format!("klaim-rekaan-{rows}-20");
    Ok((folder.join(format!("{stem}.csv")), folder.join(format!("{stem}.dataset.json"))))
}

/// Runs Spark on the plan of a folder and compares its tables with those of DataFusion.
///
/// # Errors
/// When Spark cannot be installed or run, or a value differs.
pub fn spark(state: &Path, work: &Path) -> Result<()> {
    let python = installed(state)?;
    let other = state.join("spark");
    if other.exists() {
        fs::remove_dir_all(&other)?;
    }
    fs::create_dir_all(&other)?;
    fs::copy(work.join("plan.json"), other.join("plan.json")).context("copying the plan")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("spark/prepare.py");
    let mut command = Command::new(&python);
    command.arg(script).arg("--plan").arg(&other);
    // Two cores and little data: as many partitions as on a cluster would be nothing but overhead.
    command.env("PYSPARK_SUBMIT_ARGS", "--master local[2] --driver-memory 3g --conf spark.sql.shuffle.partitions=4 --conf spark.ui.enabled=false pyspark-shell");
    command.env("PYSPARK_PYTHON", &python);
    ensure!(command.status().context("starting Spark")?.success(), "Spark failed");
    compare::compare(work, &other)
}

/// A Python with PySpark, installed once.
fn installed(state: &Path) -> Result<PathBuf> {
    let venv = state.join("spark-venv");
    let python = venv.join("bin/python");
    let done = venv.join(format!("{PYSPARK}.done"));
    if !done.is_file() {
        eprintln!("  installing {PYSPARK}: some minutes and 1 GB, once");
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&venv)
            .status()
            .context("Spark needs python3")?;
        ensure!(made.success(), "python3 -m venv failed: install it (python3-venv on Debian)");
        let pip = Command::new(&python).args(["-m", "pip", "install", "--quiet", PYSPARK]).status()?;
        ensure!(pip.success(), "{PYSPARK} cannot be installed");
        fs::write(done, "")?;
    }
    Ok(python)
}
