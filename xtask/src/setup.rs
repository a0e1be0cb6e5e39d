//! `setup`: looks for each tool, installs what is missing, and can be interrupted at any time.
//!
//! Each step first looks whether its result is there and works; that look is cheap and is all
//! that a second run does. Results appear whole (a rename) or not at all, so an interrupted step
//! is simply done again.
use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, anyhow, bail};

use site::sha256_hex;

use crate::{
    library::SizedLibrary,
    tools::{LINKED_TOOLCHAIN, WASM_TARGET, Workspace, clock, output_of, run_long, which, write_whole},
};

/// The version of Trunk that the project is built with.
const TRUNK: &str = "0.21.14";
/// The oldest Node that the test runner works with.
const NODE: u32 = 20;
/// The package of the library's source, built for the browser where no ready one can be had.
const SYSTEM_PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];
/// Where the system's compiler looks for the library of the browser target.
const SYSTEM_LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// A thing that a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A compiler with the standard library for the browser.
    Wasm,
    /// The same library, built for size.
    SizedLibrary,
    /// Makes the JavaScript side of the module, and runs component tests.
    Bindgen,
    /// Builds the site.
    Trunk,
    /// Node, for the web tools and the end-to-end tests.
    Node,
    /// wasm-opt and esbuild, which shrink the module and its JavaScript.
    WebTools,
    /// Playwright and axe.
    EndToEnd,
    /// Chromium and its driver.
    Browser,
}

impl Need {
    /// Everything.
    pub const ALL: [Self; 8] = [
        Self::Wasm,
        Self::SizedLibrary,
        Self::Bindgen,
        Self::Trunk,
        Self::Node,
        Self::WebTools,
        Self::EndToEnd,
        Self::Browser,
    ];
    /// What building the site takes.
    pub const BUILD: [Self; 6] =
        [Self::Wasm, Self::SizedLibrary, Self::Bindgen, Self::Trunk, Self::Node, Self::WebTools];

    fn title(self, ws: &Workspace) -> Result<String> {
        Ok(match self {
            Self::Wasm => format!("Rust for {WASM_TARGET} (up to 5 minutes)"),
            Self::Bindgen => format!("wasm-bindgen {} (about 3 minutes)", ws.locked_version("wasm-bindgen")?),
            Self::Trunk => format!("trunk {TRUNK} (about 8 minutes)"),
            Self::Node => format!("Node {NODE} or newer"),
            Self::SizedLibrary => "standard library built for size (about 2 minutes)".to_owned(),
            Self::WebTools => "wasm-opt and esbuild (a few seconds)".to_owned(),
            Self::EndToEnd => "packages of end2end/ (a few seconds)".to_owned(),
            Self::Browser => "Chromium and its driver (about 1 minute)".to_owned(),
        })
    }

    fn is_there(self, ws: &Workspace) -> Result<bool> {
        Ok(match self {
            Self::Wasm => wasm_toolchain(ws).is_some(),
            Self::Bindgen => has_version(ws, "wasm-bindgen", &ws.locked_version("wasm-bindgen")?),
            Self::Trunk => has_version(ws, "trunk", TRUNK),
            Self::Node => node_major(ws).is_some_and(|major| major >= NODE),
            Self::SizedLibrary => match wasm_toolchain(ws) {
                Some(toolchain) => SizedLibrary::of(ws, toolchain)?.works(ws),
                None => false,
            },
            Self::WebTools => {
                npm_stamp(&ws.tools.join("web-tools"), &ws.root.join("xtask/web-tools"))?.is_none()
            }
            Self::EndToEnd => npm_stamp(&ws.root.join("end2end"), &ws.root.join("end2end"))?.is_none(),
            Self::Browser => chrome().is_some() && chromedriver().is_some(),
        })
    }

    fn install(self, ws: &Workspace) -> Result<()> {
        match self {
            Self::Wasm => install_wasm(ws),
            Self::Bindgen => {
                // Its lock file may name crate versions that a mirror lacks: not `--locked`.
                let version = ws.locked_version("wasm-bindgen")?;
                cargo_install(ws, &format!("wasm-bindgen-cli@{version}"), &[])
            }
            Self::Trunk => cargo_install(ws, &format!("trunk@{TRUNK}"), &["--locked"]),
            Self::Node => bail!("Node {NODE} or newer is not on PATH"),
            Self::SizedLibrary => {
                let toolchain = wasm_toolchain(ws).context("no compiler for the browser")?;
                SizedLibrary::of(ws, toolchain)?.build(ws)
            }
            Self::WebTools => npm_ci(ws, &ws.tools.join("web-tools"), &ws.root.join("xtask/web-tools")),
            Self::EndToEnd => npm_ci(ws, &ws.root.join("end2end"), &ws.root.join("end2end")),
            Self::Browser => install_browser(ws),
        }
    }

    /// What a person can do when the step fails.
    fn advice(self) -> String {
        match self {
            Self::Wasm => format!(
                "Run `rustup target add {WASM_TARGET}` where rustup can download; elsewhere use a Debian system \
                 with root or sudo, whose packages {} take its place. Then run `cargo xtask setup` again.",
                SYSTEM_PACKAGES.join(", ")
            ),
            Self::Bindgen | Self::Trunk => {
                "See that crates can be downloaded and that a C compiler is there \
                 (`gcc` or `clang`), then run `cargo xtask setup` again: it goes on where it stopped."
                    .to_owned()
            }
            Self::Node => {
                format!("Install Node {NODE} or newer with npm, then run `cargo xtask setup` again.")
            }
            Self::SizedLibrary => "Run `rustup component add rust-src` where rustup can download (on Debian the package \
                 rust-web-src takes its place), and see that crates can be downloaded. Then run `cargo xtask setup` \
                 again: it goes on where it stopped. `trunk build --release` builds a larger site without it."
                .to_owned(),
            Self::WebTools | Self::EndToEnd => {
                "See that npm packages can be downloaded, then run `cargo xtask setup` again.".to_owned()
            }
            Self::Browser => "Install Chromium (or Chrome) and the chromedriver of the same version, or set \
                 CHROME_PATH and CHROMEDRIVER to them, then run `cargo xtask setup` again."
                .to_owned(),
        }
    }
}

/// Sees that these things are there, and installs what is missing.
///
/// # Errors
/// When a step fails; the message ends with what to do.
pub fn ensure(ws: &Workspace, needs: &[Need]) -> Result<()> {
    let mut missing = false;
    for need in needs {
        missing |= !need.is_there(ws)?;
    }
    if !missing {
        return Ok(());
    }
    let _lock = lock(ws)?;
    for (index, need) in needs.iter().enumerate() {
        let step = format!("{}/{} {}", index + 1, needs.len(), need.title(ws)?);
        // Looked at again: another run may have installed it while we waited for the lock.
        if need.is_there(ws)? {
            println!("  {step}: there");
            continue;
        }
        println!("  {step}: installing");
        let start = Instant::now();
        need.install(ws)
            .and_then(|()| match need.is_there(ws)? {
                true => Ok(()),
                false => Err(anyhow!("it was installed, but does not answer as expected")),
            })
            .map_err(|error| anyhow!("step {step} failed: {error:#}\n\nWhat to do: {}", need.advice()))?;
        println!("  {step}: done in {}", clock(start.elapsed()));
    }
    Ok(())
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

/// A toolchain that can compile for the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WasmToolchain {
    /// The one that `rust-toolchain.toml` names.
    Pinned,
    /// The system's own, linked under rustup's name `debian`.
    Linked,
}

impl WasmToolchain {
    /// Makes a command (cargo, trunk) use this toolchain and the browser's target folder.
    pub fn apply(&self, ws: &Workspace, command: &mut Command) {
        command.env("CARGO_TARGET_DIR", ws.wasm_target());
        if *self == Self::Linked {
            command.env("RUSTUP_TOOLCHAIN", LINKED_TOOLCHAIN);
        }
    }
}

/// The toolchain to build for the browser with, found by compiling an empty program.
#[must_use]
pub fn wasm_toolchain(ws: &Workspace) -> Option<WasmToolchain> {
    // A file of its own: rustc replaces what it writes to, so never a device.
    let out = ws.state().join(format!("probe-{}", std::process::id()));
    fs::create_dir_all(&out).ok()?;
    let found = [WasmToolchain::Pinned, WasmToolchain::Linked].into_iter().find(|toolchain| {
        let mut rustc = ws.command("rustc");
        toolchain.apply(ws, &mut rustc);
        rustc.args(["--target", WASM_TARGET, "--crate-type", "lib", "--crate-name", "probe"]);
        rustc.args(["--emit", "metadata", "-", "--out-dir"]).arg(&out);
        output_of(&mut rustc).is_some()
    });
    let _ = fs::remove_dir_all(&out);
    found
}

fn install_wasm(ws: &Workspace) -> Result<()> {
    let log = ws.state().join("setup-wasm.log");
    let mut rustup = ws.command("rustup");
    rustup.args(["target", "add", WASM_TARGET]);
    if run_long(&mut rustup, &log).is_ok() && wasm_toolchain(ws).is_some() {
        return Ok(());
    }
    if !is_debian() {
        bail!("rustup cannot download the target here, and this is no Debian system");
    }
    println!("      rustup cannot download the target here: taking the system's compiler");
    apt_install(ws, &SYSTEM_PACKAGES)?;
    build_system_library(ws, &log)?;
    run_long(ws.command("rustup").args(["toolchain", "link", LINKED_TOOLCHAIN, "/usr"]), &log)
}

/// Builds the standard library for the browser from the system's source, and puts it where the
/// system's compiler looks for it. `embed-bitcode` matters: link-time optimisation reads it.
fn build_system_library(ws: &Workspace, log: &Path) -> Result<()> {
    println!("      building the standard library for {WASM_TARGET}");
    let dir = ws.tools.join("sysroot");
    let target = dir.join("target");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    fs::create_dir_all(dir.join("src"))?;
    fs::write(
        dir.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
    )?;
    fs::write(dir.join("src/lib.rs"), "#![no_std]\n")?;
    let mut cargo = ws.command("/usr/bin/cargo");
    cargo.current_dir(&dir).args(["build", "--release", "--target", WASM_TARGET]);
    cargo.arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test");
    cargo.env("CARGO_TARGET_DIR", &target).env("RUSTC_BOOTSTRAP", "1");
    cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run_long(&mut cargo, log)?;

    let mut libraries = Vec::new();
    for entry in fs::read_dir(target.join(WASM_TARGET).join("release/deps"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            libraries.push(path);
        }
    }
    libraries.sort();
    // Libraries of an earlier compiler would be found twice.
    run_long(as_root(ws, "rm")?.args(["-rf", SYSTEM_LIBRARY]), log)?;
    run_long(as_root(ws, "mkdir")?.args(["-p", SYSTEM_LIBRARY]), log)?;
    run_long(as_root(ws, "cp")?.args(&libraries).arg(SYSTEM_LIBRARY), log)?;
    fs::remove_dir_all(&dir).context("removing the build of the standard library")
}

fn install_browser(ws: &Workspace) -> Result<()> {
    if !is_debian() {
        bail!("no Chromium or Chrome with a chromedriver was found");
    }
    apt_install(ws, &["chromium", "chromium-driver"])
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

fn from_env(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(env::var_os).map(PathBuf::from).filter(|path| path.is_file())
}

fn has_version(ws: &Workspace, tool: &str, version: &str) -> bool {
    let path = ws.tools.join("bin").join(tool);
    output_of(ws.command(path).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn node_major(ws: &Workspace) -> Option<u32> {
    let text = output_of(ws.command("node").arg("--version"))?;
    text.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs a crate's programs into the tools folder. The build folder is kept until the end, so
/// that an interrupted installation goes on where it stopped.
fn cargo_install(ws: &Workspace, package: &str, flags: &[&str]) -> Result<()> {
    let build = ws.tools.join("build");
    let mut cargo = ws.command("cargo");
    cargo.args(["install", "--force", "--root"]).arg(&ws.tools).args(flags).arg(package);
    cargo.env("CARGO_TARGET_DIR", &build);
    run_long(&mut cargo, &ws.state().join("setup-cargo.log"))?;
    fs::remove_dir_all(&build).with_context(|| format!("removing {}", build.display()))
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

fn npm_ci(ws: &Workspace, dir: &Path, manifest: &Path) -> Result<()> {
    if dir != manifest {
        fs::create_dir_all(dir)?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(manifest.join(name), dir.join(name)).with_context(|| format!("copying {name}"))?;
        }
    }
    let mut npm = ws.command("npm");
    npm.current_dir(dir).args(["ci", "--no-audit", "--no-fund"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run_long(&mut npm, &ws.state().join("setup-npm.log"))?;
    match npm_stamp(dir, manifest)? {
        Some((stamp, wanted)) => write_whole(&stamp, wanted.as_bytes()),
        None => Ok(()),
    }
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    which(&["apt-get"]).is_some()
        && release
            .lines()
            .any(|line| (line.starts_with("ID=") || line.starts_with("ID_LIKE=")) && line.contains("debian"))
}

fn apt_install(ws: &Workspace, packages: &[&str]) -> Result<()> {
    let log = ws.state().join("setup-apt.log");
    let installed = |name: &&str| {
        output_of(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", name]))
            .is_some_and(|status| status == "installed")
    };
    let missing: Vec<&str> = packages.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("      system packages: {}", missing.join(" "));
    run_long(as_root(ws, "apt-get")?.arg("update"), &log)?;
    let mut apt = as_root(ws, "apt-get")?;
    apt.args(["install", "-y", "--no-install-recommends"]).args(missing);
    run_long(&mut apt, &log)
}

/// A command with the rights to install: as it is for root, else by `sudo` without a question.
fn as_root(ws: &Workspace, program: &str) -> Result<Command> {
    let user = output_of(Command::new("id").arg("-u")).context("`id -u` does not answer")?;
    let mut command = if user.trim() == "0" {
        ws.command(program)
    } else if which(&["sudo"]).is_some() {
        let mut sudo = ws.command("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    } else {
        bail!("`{program}` needs root's rights, and there is no sudo");
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    Ok(command)
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
            assert!(need.advice().contains("cargo xtask setup"), "{need:?}");
        }
    }
}
