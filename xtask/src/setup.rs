//! `setup`: looks for each tool, installs what is missing, and can be interrupted at any time.
//!
//! Each step first looks whether its result is there and works; that look is cheap and is all
//! that a second run does. Results appear whole (a rename) or not at all, so an interrupted step
//! is simply done again. Steps are done at the same time, but for those that install packages of
//! the system (`docs/adr/0016-set-up.md`).
mod apt;
mod archive;
mod step;
mod tool;
mod wasm;

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
    thread,
    time::Instant,
};

use anyhow::{Context, Error, Result, anyhow, bail};

use site::sha256_hex;

use self::{
    step::Step,
    tool::{CARGO_FUZZ, TRUNK, Tool},
};
use crate::tools::{WASM_TARGET, Workspace, clock, output_of, which, write_whole};

pub use wasm::{WasmToolchain, wasm_toolchain};

/// The oldest Node that the test runner works with.
const NODE: u32 = 20;

/// A thing that a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A compiler with the standard library for the browser.
    Wasm,
    /// Builds the site.
    Trunk,
    /// Makes the JavaScript side of the module, and runs component tests.
    Bindgen,
    /// Node, for the web tools and the end-to-end tests.
    Node,
    /// wasm-opt and esbuild, which shrink the module and its JavaScript.
    WebTools,
    /// Playwright and axe.
    EndToEnd,
    /// Chromium and its driver.
    Browser,
    /// Firefox, for the end-to-end tests that are asked of both browsers.
    Firefox,
    /// Builds fuzz targets and runs them.
    CargoFuzz,
}

impl Need {
    /// Everything but what only `fuzz` asks for.
    pub const ALL: [Self; 8] = [
        Self::Wasm,
        Self::Trunk,
        Self::Bindgen,
        Self::Node,
        Self::WebTools,
        Self::EndToEnd,
        Self::Browser,
        Self::Firefox,
    ];
    /// What building the site takes.
    pub const BUILD: [Self; 5] = [Self::Wasm, Self::Trunk, Self::Bindgen, Self::Node, Self::WebTools];

    /// The word that begins each line of the step.
    fn name(self) -> &'static str {
        match self {
            Self::Wasm => "wasm32",
            Self::Trunk => "trunk",
            Self::Bindgen => "wasm-bindgen",
            Self::Node => "node",
            Self::WebTools => "web-tools",
            Self::EndToEnd => "end2end",
            Self::Browser => "chromium",
            Self::Firefox => "firefox",
            Self::CargoFuzz => "cargo-fuzz",
        }
    }

    /// What is installed, and how long that takes on two cores.
    fn title(self, ws: &Workspace) -> Result<String> {
        Ok(match self {
            Self::Wasm => format!("Rust for {WASM_TARGET} (up to 5 minutes)"),
            Self::Trunk => format!("Trunk {TRUNK} (seconds, or some minutes where it is built)"),
            Self::Bindgen => {
                let version = ws.locked_version("wasm-bindgen")?;
                format!("wasm-bindgen {version} (seconds, or some minutes where it is built)")
            }
            Self::Node => format!("Node {NODE} or newer"),
            Self::WebTools => "wasm-opt and esbuild (a few seconds)".to_owned(),
            Self::EndToEnd => "packages of end2end/ (a few seconds)".to_owned(),
            Self::Browser => "Chromium and its driver (about 1 minute)".to_owned(),
            Self::Firefox => "Firefox (about 1 minute)".to_owned(),
            Self::CargoFuzz => format!("cargo-fuzz {CARGO_FUZZ} (about 1 minute)"),
        })
    }

    fn is_there(self, ws: &Workspace) -> Result<bool> {
        Ok(match self {
            Self::Wasm => wasm_toolchain(ws).is_some(),
            Self::Trunk => Tool::trunk().works(ws),
            Self::Bindgen => Tool::bindgen(ws)?.works(ws),
            Self::Node => node_major(ws).is_some_and(|major| major >= NODE),
            Self::WebTools => {
                npm_stamp(&ws.tools.join("web-tools"), &ws.root.join("xtask/web-tools"))?.is_none()
            }
            Self::EndToEnd => npm_stamp(&ws.root.join("end2end"), &ws.root.join("end2end"))?.is_none(),
            Self::Browser => chrome().is_some() && chromedriver().is_some(),
            Self::Firefox => firefox().is_some(),
            Self::CargoFuzz => Tool::cargo_fuzz().works(ws),
        })
    }

    fn install(self, step: &Step) -> Result<()> {
        let ws = step.ws;
        match self {
            Self::Wasm => wasm::install(step),
            Self::Trunk => Tool::trunk().install(step),
            Self::Bindgen => Tool::bindgen(ws)?.install(step),
            Self::Node => bail!("Node {NODE} or newer is not on PATH"),
            Self::WebTools => npm_ci(step, &ws.tools.join("web-tools"), &ws.root.join("xtask/web-tools")),
            Self::EndToEnd => npm_ci(step, &ws.root.join("end2end"), &ws.root.join("end2end")),
            Self::Browser => install_browser(step, &["chromium", "chromium-driver"]),
            Self::Firefox => install_browser(step, &["firefox-esr"]),
            Self::CargoFuzz => Tool::cargo_fuzz().install(step),
        }
    }

    /// What a person can do when the step fails.
    fn advice(self) -> String {
        match self {
            Self::Wasm => format!(
                "Run `rustup target add {WASM_TARGET}` where rustup can download; elsewhere use a Debian system \
                 with root or sudo, whose packages {} take its place. Then run `cargo xtask setup` again.",
                wasm::SYSTEM_PACKAGES.join(", ")
            ),
            Self::Bindgen | Self::Trunk | Self::CargoFuzz => {
                "See that crates can be downloaded and that a C compiler is there \
                 (`gcc` or `clang`), then run `cargo xtask setup` again: it goes on where it stopped."
                    .to_owned()
            }
            Self::Node => {
                format!("Install Node {NODE} or newer with npm, then run `cargo xtask setup` again.")
            }
            Self::WebTools | Self::EndToEnd => {
                "See that npm packages can be downloaded, then run `cargo xtask setup` again.".to_owned()
            }
            Self::Browser => "Install Chromium (or Chrome) and the chromedriver of the same version, or set \
                 CHROME_PATH and CHROMEDRIVER to them, then run `cargo xtask setup` again."
                .to_owned(),
            Self::Firefox => {
                "Install Firefox, or set FIREFOX_PATH to it, then run `cargo xtask setup` again.".to_owned()
            }
        }
    }

    /// The failure of this step, with what to do.
    fn failure(self, error: &Error) -> String {
        let advice = match error.downcast_ref::<archive::Mismatch>() {
            Some(_) => archive::Mismatch::advice(),
            None => self.advice(),
        };
        format!("step {} failed: {error:#}\n\nWhat to do: {advice}", self.name())
    }
}

/// Sees that these things are there, and installs what is missing, all of it at the same time.
///
/// # Errors
/// When a step fails; the others are finished first, and the message says for each what to do.
pub fn ensure(ws: &Workspace, needs: &[Need]) -> Result<()> {
    if missing(ws, needs)?.is_empty() {
        return Ok(());
    }
    let _lock = lock(ws)?;
    // Looked at again: another run may have installed it while we waited for the lock.
    let failures = at_once(&missing(ws, needs)?, |need| {
        let step = Step { ws, name: need.name() };
        step.say(&need.title(ws)?);
        let start = Instant::now();
        let outcome = need.install(&step).and_then(|()| match need.is_there(ws)? {
            true => Ok(()),
            false => Err(anyhow!("it was installed, but does not answer as expected")),
        });
        step.say(&match &outcome {
            Ok(()) => format!("done in {}", clock(start.elapsed())),
            Err(_) => "failed: the other steps are finished first".to_owned(),
        });
        outcome
    });
    if failures.is_empty() {
        return Ok(());
    }
    let failures: Vec<String> = failures.iter().map(|(need, error)| need.failure(error)).collect();
    bail!("{}", failures.join("\n\n"))
}

fn missing(ws: &Workspace, needs: &[Need]) -> Result<Vec<Need>> {
    let mut missing = Vec::new();
    for need in needs {
        if !need.is_there(ws)? {
            missing.push(*need);
        }
    }
    Ok(missing)
}

/// Does all steps at the same time, waits for all of them, and returns those that failed. What
/// npm installs is not tried without Node, whose own failure says enough.
fn at_once(needs: &[Need], install: impl Fn(Need) -> Result<()> + Sync) -> Vec<(Need, Error)> {
    let (install, no_node) = (&install, needs.contains(&Need::Node));
    let tried = needs.iter().filter(|need| !(no_node && matches!(need, Need::WebTools | Need::EndToEnd)));
    thread::scope(|scope| {
        let steps: Vec<_> = tried.map(|need| (*need, scope.spawn(move || install(*need)))).collect();
        let ended = steps.into_iter().map(|(need, step)| {
            (need, step.join().unwrap_or_else(|_| Err(anyhow!("it stopped by a mistake of this program"))))
        });
        ended.filter_map(|(need, outcome)| Some((need, outcome.err()?))).collect()
    })
}

/// Holds the tools folder for this run alone. The system lets go of it when the program ends,
/// however it ends.
fn lock(ws: &Workspace) -> Result<File> {
    fs::create_dir_all(&ws.tools).with_context(|| format!("making {}", ws.tools.display()))?;
    let path = ws.tools.join("setup.lock");
    let file = File::create(&path).with_context(|| format!("writing {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("  another set-up is at work: waiting for it");
        file.lock().with_context(|| format!("locking {}", path.display()))?;
    }
    Ok(file)
}

fn install_browser(step: &Step, packages: &[&str]) -> Result<()> {
    if !apt::is_debian() {
        bail!("no {} was found", packages.join(" with "));
    }
    apt::Turn::take().install(step, packages)
}

/// Chromium or Chrome: `CHROME_PATH` or `CHROME`, else the usual names and places.
#[must_use]
pub fn chrome() -> Option<PathBuf> {
    const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    from_env(&["CHROME_PATH", "CHROME"])
        .or_else(|| {
            which(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"])
        })
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}

/// Chromium's driver: `CHROMEDRIVER`, the folder `CHROMEWEBDRIVER`, else from `PATH`.
#[must_use]
pub fn chromedriver() -> Option<PathBuf> {
    from_env(&["CHROMEDRIVER"])
        .or_else(|| {
            let dir = env::var_os("CHROMEWEBDRIVER")?;
            Some(Path::new(&dir).join("chromedriver")).filter(|path| path.is_file())
        })
        .or_else(|| which(&["chromedriver"]))
}

/// Firefox: `FIREFOX_PATH`, else the usual names and places.
#[must_use]
pub fn firefox() -> Option<PathBuf> {
    const MAC: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";
    from_env(&["FIREFOX_PATH"])
        .or_else(|| which(&["firefox-esr", "firefox"]))
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}

fn from_env(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(env::var_os).map(PathBuf::from).filter(|path| path.is_file())
}

fn node_major(ws: &Workspace) -> Option<u32> {
    let text = output_of(ws.command("node").arg("--version"))?;
    text.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// The stamp that is missing, or nothing where the packages are those of the lock file. It lies in
/// `node_modules`, which `npm ci` removes before it begins.
fn npm_stamp(dir: &Path, manifest: &Path) -> Result<Option<(PathBuf, String)>> {
    let lock = manifest.join("package-lock.json");
    let bytes = fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    let stamp = dir.join("node_modules/.lock-sha256");
    let wanted = sha256_hex(&bytes);
    let found = fs::read_to_string(&stamp).unwrap_or_default();
    Ok((found != wanted).then_some((stamp, wanted)))
}

fn npm_ci(step: &Step, dir: &Path, manifest: &Path) -> Result<()> {
    if dir != manifest {
        fs::create_dir_all(dir)?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(manifest.join(name), dir.join(name)).with_context(|| format!("copying {name}"))?;
        }
    }
    let mut npm = step.ws.command("npm");
    npm.current_dir(dir).args(["ci", "--no-audit", "--no-fund"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    step.run(&mut npm)?;
    match npm_stamp(dir, manifest)? {
        Some((stamp, wanted)) => write_whole(&stamp, wanted.as_bytes()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_holds_for_its_lock_file_only() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("package-lock.json"), "{}").unwrap();
        let (stamp, wanted) = npm_stamp(dir.path(), dir.path()).unwrap().unwrap();
        write_whole(&stamp, wanted.as_bytes()).unwrap();
        assert!(npm_stamp(dir.path(), dir.path()).unwrap().is_none());
        fs::write(dir.path().join("package-lock.json"), "{ }").unwrap();
        assert!(npm_stamp(dir.path(), dir.path()).unwrap().is_some());
    }

    #[test]
    fn every_step_says_what_to_do() {
        for need in Need::ALL {
            let failure = need.failure(&anyhow!("the reason"));
            assert!(failure.contains("the reason") && failure.contains("cargo xtask setup"), "{failure}");
        }
    }

    #[test]
    fn a_wrong_archive_has_advice_of_its_own() {
        let archive = archive::Archive { url: "https://example.org/".to_owned(), sha256: "aa".to_owned() };
        let error = archive::source(Some(&archive), |_| Ok(Vec::new())).unwrap_err();
        let failure = Need::Trunk.failure(&Error::from(error));
        assert!(failure.contains("release-archives.toml") && !failure.contains("gcc"), "{failure}");
    }

    /// Each step waits for the others, so this ends only if all are at work together.
    #[test]
    fn steps_are_done_at_the_same_time() {
        let together = std::sync::Barrier::new(Need::BUILD.len() - 1);
        let needs = [Need::Wasm, Need::Trunk, Need::Bindgen, Need::WebTools];
        let failures = at_once(&needs, |_| {
            together.wait();
            Ok(())
        });
        assert!(failures.is_empty());
    }

    #[test]
    fn one_failure_leaves_the_others_to_finish() {
        let finished = std::sync::Mutex::new(Vec::new());
        let failures = at_once(&[Need::Wasm, Need::Trunk, Need::Browser], |need| match need {
            Need::Trunk => Err(anyhow!("no crates")),
            _ => {
                thread::sleep(std::time::Duration::from_millis(20));
                finished.lock().unwrap().push(need);
                Ok(())
            }
        });
        assert_eq!(finished.into_inner().unwrap().len(), 2);
        let failed: Vec<Need> = failures.iter().map(|(need, _)| *need).collect();
        assert_eq!(failed, [Need::Trunk]);
    }

    #[test]
    fn npm_is_not_tried_without_node() {
        let failures = at_once(&[Need::Node, Need::WebTools, Need::EndToEnd], |need| match need {
            Need::Node => Err(anyhow!("no Node")),
            _ => panic!("{need:?} needs Node"),
        });
        assert_eq!(failures.len(), 1);
    }
}
