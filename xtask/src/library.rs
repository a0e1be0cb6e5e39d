//! The standard library of the browser target, built for size.
//!
//! The one that comes with the compiler is built for speed and carries the words of every panic.
//! This one is built from the compiler's own source with `opt-level = "z"`, and a panic in it ends
//! the program at once. It takes flags that today's compiler calls unstable, so they are switched
//! on for this build and for the module's only (`docs/adr/0007-building-for-size.md`).
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use site::sha256_hex;

use crate::{
    setup::WasmToolchain,
    tools::{WASM_TARGET, Workspace, output_of, run_long},
};

/// An empty package: what is built for it is the library that it stands on.
const MANIFEST: &str = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n\
    [profile.release]\nopt-level = \"z\"\npanic = \"abort\"\n";
const BUILD_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
/// Flags that the library and the module must share.
const PANIC: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];
/// The user's flags for the browser target, to which ours are added.
const TARGET_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// A standard library built for size by one compiler, or the place where it will be.
#[derive(Clone, Debug)]
pub struct SizedLibrary {
    toolchain: WasmToolchain,
    dir: PathBuf,
}

impl SizedLibrary {
    /// The library of this toolchain. Its place is named by the compiler and by how it is built, so
    /// that another compiler never finds a library that it cannot read.
    ///
    /// # Errors
    /// When the compiler does not answer, or the place has a space in its name.
    pub fn of(ws: &Workspace, toolchain: WasmToolchain) -> Result<Self> {
        let mut rustc = ws.command("rustc");
        toolchain.apply(ws, &mut rustc);
        let version = output_of(rustc.arg("-vV")).context("`rustc -vV` does not answer")?;
        let dir = ws.tools.join(name(&version));
        // Cargo splits the flags at spaces.
        ensure!(
            !dir.to_string_lossy().contains(char::is_whitespace),
            "{} has a space in it: set JAMSOSTEK_TOOLS to a folder without one",
            dir.display()
        );
        Ok(Self { toolchain, dir })
    }

    /// Whether it is there and an empty program compiles with it.
    #[must_use]
    pub fn works(&self, ws: &Workspace) -> bool {
        if !self.dir.is_dir() {
            return false;
        }
        let out = ws.state().join(format!("probe-sized-{}", std::process::id()));
        if fs::create_dir_all(&out).is_err() {
            return false;
        }
        let mut rustc = ws.command("rustc");
        self.toolchain.apply(ws, &mut rustc);
        rustc.env("RUSTC_BOOTSTRAP", "1").arg("--sysroot").arg(&self.dir).args(PANIC);
        rustc.args(["--target", WASM_TARGET, "--crate-type", "lib", "--crate-name", "probe"]);
        rustc.args(["--emit", "metadata", "-", "--out-dir"]).arg(&out);
        let works = output_of(&mut rustc).is_some();
        let _ = fs::remove_dir_all(&out);
        works
    }

    /// Builds it. An interrupted build goes on where it stopped, and the library appears whole.
    ///
    /// # Errors
    /// When its source is not there and cannot be downloaded, or it cannot be built.
    pub fn build(&self, ws: &Workspace) -> Result<()> {
        let log = ws.state().join("setup-library.log");
        self.see_to_source(ws, &log)?;
        let project = self.dir.with_extension("build");
        fs::create_dir_all(project.join("src"))?;
        fs::write(project.join("Cargo.toml"), MANIFEST)?;
        fs::write(project.join("src/lib.rs"), "#![no_std]\n")?;
        let target = project.join("target");
        // Started in the repository, whose files name the toolchain.
        let mut cargo = ws.command("cargo");
        self.toolchain.apply(ws, &mut cargo);
        cargo.args(["build", "--release", "--target", WASM_TARGET]).args(BUILD_STD);
        cargo.arg("--manifest-path").arg(project.join("Cargo.toml"));
        cargo.env("CARGO_TARGET_DIR", &target).env("RUSTC_BOOTSTRAP", "1");
        // Link-time optimisation reads the bitcode.
        let flags = [["-Cembed-bitcode=yes"].as_slice(), &PANIC].concat();
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        run_long(&mut cargo, &log)?;

        let part = self.dir.with_extension("part");
        for old in [&part, &self.dir] {
            if old.exists() {
                fs::remove_dir_all(old).with_context(|| format!("removing {}", old.display()))?;
            }
        }
        let libraries = part.join("lib/rustlib").join(WASM_TARGET).join("lib");
        fs::create_dir_all(&libraries)?;
        for entry in fs::read_dir(target.join(WASM_TARGET).join("release/deps"))? {
            let entry = entry?;
            let name = entry.file_name();
            let text = name.to_string_lossy();
            if text.ends_with(".rlib") && !text.starts_with("libempty-") {
                fs::copy(entry.path(), libraries.join(&name))?;
            }
        }
        fs::rename(&part, &self.dir).with_context(|| format!("making {}", self.dir.display()))?;
        fs::remove_dir_all(&project).context("removing the build of the standard library")
    }

    /// Sees that the library's source lies where cargo looks for it.
    fn see_to_source(&self, ws: &Workspace, log: &Path) -> Result<()> {
        let mut rustc = ws.command("rustc");
        self.toolchain.apply(ws, &mut rustc);
        let sysroot = output_of(rustc.args(["--print", "sysroot"])).context("`rustc` does not answer")?;
        let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
        if source.exists() {
            return Ok(());
        }
        match self.toolchain {
            WasmToolchain::Pinned => {
                run_long(ws.command("rustup").args(["component", "add", "rust-src"]), log)
            }
            WasmToolchain::Linked => bail!("the compiler's source is not there: {}", source.display()),
        }
    }

    /// Makes a command (trunk) build the module with this library, in a target folder of its own:
    /// clippy and the component tests keep the ordinary library and theirs.
    pub fn apply(&self, ws: &Workspace, command: &mut Command) {
        self.toolchain.apply(ws, command);
        command.env("CARGO_TARGET_DIR", ws.sized_target()).env("RUSTC_BOOTSTRAP", "1");
        let variable = |name: &str| env::var(name).ok();
        command.env(TARGET_FLAGS, flags(&self.dir, variable));
        // Their flags are in ours now, and cargo would take them instead.
        command.env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("RUSTFLAGS");
    }
}

/// The folder of a library: of this compiler, built in this way.
fn name(version: &str) -> String {
    let recipe = format!("{version}\n{MANIFEST}\n{BUILD_STD:?}\n{PANIC:?}");
    let hash = sha256_hex(recipe.as_bytes());
    format!("library-{}", hash.get(..16).unwrap_or(&hash))
}

/// The flags of the module: the user's, from the first place where cargo would find them, then ours.
fn flags(sysroot: &Path, variable: impl Fn(&str) -> Option<String>) -> String {
    let users = variable("CARGO_ENCODED_RUSTFLAGS")
        .map(|flags| flags.replace('\u{1f}', " "))
        .or_else(|| variable("RUSTFLAGS"))
        .or_else(|| variable(TARGET_FLAGS))
        .unwrap_or_default();
    format!("{users} --sysroot {} {}", sysroot.display(), PANIC.join(" ")).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_compiler_has_another_library() {
        assert_eq!(name("rustc 1"), name("rustc 1"));
        assert_ne!(name("rustc 1"), name("rustc 2"));
    }

    #[test]
    fn the_users_flags_are_kept() {
        let with = |set: &[(&str, &str)]| {
            flags(Path::new("/s"), |name| {
                set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            })
        };
        let ours = "--sysroot /s -Zunstable-options -Cpanic=immediate-abort";
        assert_eq!(with(&[]), ours);
        assert_eq!(with(&[(TARGET_FLAGS, "-Ca")]), format!("-Ca {ours}"));
        assert_eq!(with(&[(TARGET_FLAGS, "-Ca"), ("RUSTFLAGS", "-Cb -Cc")]), format!("-Cb -Cc {ours}"));
        let encoded = [("RUSTFLAGS", "-Cb"), ("CARGO_ENCODED_RUSTFLAGS", "-Cd\u{1f}-Ce")];
        assert_eq!(with(&encoded), format!("-Cd -Ce {ours}"));
    }
}
