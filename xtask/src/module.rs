//! Modules beside the application's: compiled by cargo and made small.
//!
//! Trunk compiles one module. Others are compiled in the hook, each alone, because cargo unites the features of what
//! one call compiles (`docs/adr/0020-studio.md`).
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use site::sha256_hex;

use crate::{
    split::{self, Effort, Profile},
    tools::{WASM_TARGET, Workspace, run},
};

/// A package that is a module.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name, which is that of its program, too.
    pub package: &'static str,
    /// The profile of cargo that a release is compiled with.
    pub profile: &'static str,
    /// The toolchain that compiles it, by rustup's name; `None` for that of the repository.
    pub toolchain: Option<OsString>,
}

/// The toolchain of the build that the hook is a part of, by rustup's name; `None` for that of the repository.
pub fn of_the_build() -> Option<OsString> {
    env::var_os("RUSTUP_TOOLCHAIN")
}

impl Module {
    /// The script and the module of the package, in the order of their names. Those of the last build are taken again
    /// where the same module comes from the same tools: making them small takes minutes.
    ///
    /// # Errors
    /// When it cannot be compiled, or a tool is missing or fails.
    pub fn files(&self, ws: &Workspace, profile: Profile) -> Result<Vec<PathBuf>> {
        let module = self.compiled(ws, profile)?;
        let linked = fs::read(&module).with_context(|| format!("reading {}", module.display()))?;
        let content =
            sha256_hex(&linked) + include_str!("module.rs") + include_str!("split.rs") + &split::locks(ws)?;
        let hash = sha256_hex(content.as_bytes());
        let kept = ws.state().join("modules").join(profile.folder()).join(self.package);
        let made = kept.join(hash.get(..16).unwrap_or(&hash));
        if !made.is_dir() {
            if kept.exists() {
                fs::remove_dir_all(&kept)?;
            }
            let part = made.with_extension("part");
            self.make(ws, profile, &module, &part)?;
            fs::rename(&part, &made)?;
        }
        split::files(&made)
    }

    /// Has cargo compile the package, and returns the linked module.
    fn compiled(&self, ws: &Workspace, profile: Profile) -> Result<PathBuf> {
        let Self { package, .. } = self;
        let (name, folder) = match profile {
            Profile::Debug => ("dev", "debug"),
            Profile::Release => (self.profile, self.profile),
        };
        let mut cargo = ws.command("cargo");
        // In the hook, the target folder is that of the build around it.
        cargo.env("CARGO_TARGET_DIR", &ws.target);
        if let Some(toolchain) = &self.toolchain {
            cargo.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        // Nothing is split here: these flags take the place of those in `.cargo/config.toml`.
        cargo.env("RUSTFLAGS", env::var_os("RUSTFLAGS").unwrap_or_default());
        cargo.args(["build", "--quiet", "--target", WASM_TARGET, "--profile", name, "--package", package]);
        run(&mut cargo).with_context(|| format!("{package} could not be compiled: see above"))?;
        Ok(ws.target.join(WASM_TARGET).join(folder).join(format!("{package}.wasm")))
    }

    /// Writes the module and its script into a folder that is made anew.
    fn make(&self, ws: &Workspace, profile: Profile, module: &Path, folder: &Path) -> Result<()> {
        let Self { package, .. } = self;
        let mut bindgen = ws.command("wasm-bindgen");
        bindgen.args(["--target", "web", "--no-demangle", "--no-typescript", "--out-name", package]);
        run(bindgen.arg("--out-dir").arg(folder).arg(module))?;
        if profile == Profile::Release {
            for ending in [".js", "_bg.wasm"] {
                split::shrink(ws, Effort::Quick, &folder.join(format!("{package}{ending}")))?;
            }
        }
        Ok(())
    }
}
