//! Where things are, and how other programs are started.
use std::{
    env,
    ffi::{OsStr, OsString},
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use etcetera::BaseStrategy;

/// The rustup name of a linked system toolchain, used where rustup cannot download a target.
pub const LINKED_TOOLCHAIN: &str = "debian";
/// The target of the browser application.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The folders that every command needs.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The repository.
    pub root: PathBuf,
    /// Cargo's target folder of native builds.
    pub target: PathBuf,
    /// Tools installed by `setup`: `bin/` and `web-tools/`. Shared by all checkouts of a user.
    pub tools: PathBuf,
}

impl Workspace {
    /// Finds the folders. `JAMSOSTEK_TOOLS` overrides the tools' place, `CARGO_TARGET_DIR` the
    /// target's.
    ///
    /// # Errors
    /// When the home folder is unknown or the current one is gone.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in no repository")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => env::current_dir()?.join(dir),
            None => root.join("target"),
        };
        let tools = match env::var_os("JAMSOSTEK_TOOLS") {
            Some(dir) => env::current_dir()?.join(dir),
            None => etcetera::choose_base_strategy()
                .context("no home folder is known: set JAMSOSTEK_TOOLS to a folder for tools")?
                .cache_dir()
                .join("jamsostek-dashboard/tools"),
        };
        Ok(Self { root, target, tools })
    }

    /// Files that this program makes for itself: logs, stamps, a configuration.
    #[must_use]
    pub fn state(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Cargo's target folder of builds for the browser. A folder of its own, because another
    /// compiler may be at work there, and so that neither waits for the other's lock.
    #[must_use]
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// A program started in the repository, with the tools first on `PATH` and without what an
    /// outer `cargo run` left in the environment.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            if left_by_cargo(&name.to_string_lossy()) {
                command.env_remove(name);
            }
        }
        if let Some(path) = self.path() {
            command.env("PATH", path);
        }
        command
    }

    /// `PATH` with our own tools first.
    #[must_use]
    pub fn path(&self) -> Option<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let own = [self.tools.join("bin"), self.tools.join("web-tools/node_modules/.bin")];
        env::join_paths(own.into_iter().chain(env::split_paths(&old))).ok()
    }

    /// The version of a package in `Cargo.lock`.
    ///
    /// # Errors
    /// When the lock file cannot be read or lacks the package.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        locked_version(&text, package)
    }
}

/// What `cargo run` and rustup's proxies set for us alone, and which would mislead another cargo.
fn left_by_cargo(name: &str) -> bool {
    const EXACT: [&str; 8] = [
        "CARGO",
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_PRIMARY_PACKAGE",
        "OUT_DIR",
        "LD_LIBRARY_PATH",
        "RUST_RECURSION_COUNT",
        "RUSTUP_TOOLCHAIN",
    ];
    EXACT.contains(&name) || name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_BIN_")
}

fn locked_version(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not TOML")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str().map(str::to_owned))
        .with_context(|| format!("Cargo.lock has no package {package}: run `cargo update -p {package}`"))
}

/// Runs a program with our own input and output.
///
/// # Errors
/// When it cannot be started or exits with another code than 0.
pub fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    let status = command.status().with_context(|| format!("starting `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a program, shows its standard output and returns it, with whether it succeeded.
///
/// # Errors
/// When it cannot be started.
pub fn run_and_read(command: &mut Command) -> Result<(bool, String)> {
    let line = shown(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting `{line}`"))?;
    let mut text = String::new();
    if let Some(out) = child.stdout.take() {
        for bytes in BufReader::new(out).split(b'\n') {
            let line = String::from_utf8_lossy(&bytes?).into_owned();
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((child.wait()?.success(), text))
}

/// What a program prints, or nothing where it is missing or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a long program with its output in a log file. Every half minute `tell` is given words on how
/// long it has run and what it said last.
///
/// # Errors
/// When it cannot be started or fails: the last lines of the log are shown then.
pub fn run_long(command: &mut Command, log: &Path, tell: impl Fn(&str)) -> Result<()> {
    const EVERY: Duration = Duration::from_secs(30);
    let line = shown(command);
    if let Some(dir) = log.parent() {
        fs::create_dir_all(dir)?;
    }
    let file = fs::File::create(log).with_context(|| format!("writing {}", log.display()))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("starting `{line}`"))?;
    let start = Instant::now();
    let mut told = start;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(50));
        if told.elapsed() >= EVERY {
            told = Instant::now();
            let last = last_lines(log, 1);
            tell(&format!("… {} {}", clock(start.elapsed()), last.trim()));
        }
    };
    if !status.success() {
        bail!("`{line}` failed ({status}); the end of {}:\n{}", log.display(), last_lines(log, 20));
    }
    Ok(())
}

fn last_lines(log: &Path, count: usize) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let text = text.unwrap_or_default();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let from = lines.len().saturating_sub(count);
    lines.get(from..).unwrap_or_default().join("\n")
}

/// A duration as people say it: `48s`, `8m12s`.
#[must_use]
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds / 60 {
        0 => format!("{seconds}s"),
        minutes => format!("{minutes}m{:02}s", seconds % 60),
    }
}

/// The command line as it would be typed.
fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first of these programs that is on `PATH`, or the name itself where it is a path.
#[must_use]
pub fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names
        .iter()
        .find_map(|name| env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file()))
}

/// Writes a file by way of a neighbour and a rename, so that it is there in full or not at all.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir)?;
    }
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    fs::write(&part, bytes).with_context(|| format!("writing {}", path.display()))?;
    fs::rename(&part, path).with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_tells_a_version() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").unwrap(), "0.2.130");
        assert!(locked_version(lock, "b").unwrap_err().to_string().contains("cargo update -p b"));
    }

    #[test]
    fn our_own_lock_file_has_wasm_bindgen() {
        assert!(Workspace::find().unwrap().locked_version("wasm-bindgen").is_ok());
    }

    #[test]
    fn cargos_own_variables_are_removed_and_the_users_kept() {
        assert!(left_by_cargo("RUSTUP_TOOLCHAIN") && left_by_cargo("CARGO_PKG_NAME"));
        assert!(!left_by_cargo("CARGO_HOME") && !left_by_cargo("CARGO_TARGET_DIR"));
    }

    #[test]
    fn clocks() {
        assert_eq!(clock(Duration::from_secs(48)), "48s");
        assert_eq!(clock(Duration::from_secs(492)), "8m12s");
    }

    #[test]
    fn a_failed_long_step_shows_the_end_of_its_log() {
        let dir = tempfile::tempdir().unwrap();
        let log = dir.path().join("step.log");
        let error = run_long(Command::new("sh").args(["-c", "echo the reason; exit 3"]), &log, |_| ());
        assert!(error.unwrap_err().to_string().contains("the reason"));
    }
}
