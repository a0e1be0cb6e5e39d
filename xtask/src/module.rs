//! Modules beside that of the report: compiled by cargo and, where they are not split, made small.
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

/// A program that is a module.
#[derive(Clone, Debug)]
pub struct Module {
    /// The package that it is in.
    pub package: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The features that it is compiled with; `None` where those of the package are right.
    pub features: Option<&'static str>,
    /// The profile of cargo that a release is compiled with.
    pub profile: &'static str,
    /// Whether it is split, see [`split::split`]: that needs the flags in `.cargo/config.toml`.
    pub is_split: bool,
    /// The toolchain that compiles it, by rustup's name; `None` for that of the repository.
    pub toolchain: Option<OsString>,
}

/// The toolchain of the build that the hook is a part of, by rustup's name; `None` for that of the repository.
pub fn of_the_build() -> Option<OsString> {
    env::var_os("RUSTUP_TOOLCHAIN")
}

impl Module {
    /// A package that is one module, whole.
    pub fn of_package(package: &'static str, profile: &'static str, toolchain: Option<OsString>) -> Self {
        Self { package, name: package, features: None, profile, is_split: false, toolchain }
    }

    /// The script and the module of one that is whole, in the order of their names. Those of the last build are taken
    /// again where the same module comes from the same tools: making them small takes minutes.
    ///
    /// # Errors
    /// When it cannot be compiled, or a tool is missing or fails.
    pub fn files(&self, ws: &Workspace, profile: Profile) -> Result<Vec<PathBuf>> {
        let module = self.compiled(ws, profile)?;
        let linked = fs::read(&module).with_context(|| format!("reading {}", module.display()))?;
        let content =
            sha256_hex(&linked) + include_str!("module.rs") + include_str!("split.rs") + &split::locks(ws)?;
        let hash = sha256_hex(content.as_bytes());
        let kept = ws.state().join("modules").join(profile.folder()).join(self.name);
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

    /// Has cargo compile it, and returns the linked module.
    ///
    /// # Errors
    /// When it cannot be compiled.
    pub fn compiled(&self, ws: &Workspace, profile: Profile) -> Result<PathBuf> {
        let Self { name, .. } = self;
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => self.profile,
        };
        let mut cargo = ws.command("cargo");
        // In the hook, the target folder is that of the build around it.
        cargo.env("CARGO_TARGET_DIR", &ws.target);
        if let Some(toolchain) = &self.toolchain {
            cargo.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        if !self.is_split {
            // These flags take the place of those in `.cargo/config.toml`.
            cargo.env("RUSTFLAGS", env::var_os("RUSTFLAGS").unwrap_or_default());
        }
        cargo.args(self.arguments(profile));
        run(&mut cargo).with_context(|| format!("{name} could not be compiled: see above"))?;
        Ok(ws.target.join(WASM_TARGET).join(folder).join(format!("{name}.wasm")))
    }

    /// What cargo is told.
    fn arguments(&self, profile: Profile) -> Vec<&'static str> {
        let profile = match profile {
            Profile::Debug => "dev",
            Profile::Release => self.profile,
        };
        let mut arguments = vec!["build", "--quiet", "--target", WASM_TARGET, "--profile", profile];
        arguments.extend(["--package", self.package]);
        if let Some(features) = self.features {
            arguments.extend(["--bin", self.name, "--no-default-features", "--features", features]);
        }
        arguments
    }

    /// Writes the module and its script into a folder that is made anew.
    fn make(&self, ws: &Workspace, profile: Profile, module: &Path, folder: &Path) -> Result<()> {
        let Self { name, .. } = self;
        let mut bindgen = ws.command("wasm-bindgen");
        bindgen.args(["--target", "web", "--no-demangle", "--no-typescript", "--out-name", name]);
        run(bindgen.arg("--out-dir").arg(folder).arg(module))?;
        if profile == Profile::Release {
            for ending in [".js", "_bg.wasm"] {
                split::shrink(ws, Effort::Quick, &folder.join(format!("{name}{ending}")))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_compiles_a_package_or_one_program_of_it() {
        let worker = Module::of_package("claims-worker", "worker", None);
        let arguments = worker.arguments(Profile::Release).join(" ");
        assert_eq!(
            arguments,
            "build --quiet --target wasm32-unknown-unknown --profile worker --package claims-worker"
        );
        let page = Module { name: "page", features: Some("csr"), is_split: true, ..worker };
        let arguments = page.arguments(Profile::Debug).join(" ");
        let program = "--package claims-worker --bin page --no-default-features --features csr";
        assert!(arguments.contains("--profile dev") && arguments.ends_with(program), "{arguments}");
    }
}
