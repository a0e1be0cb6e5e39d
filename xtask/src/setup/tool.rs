//! The programs that are made from crates: from their release archive where one is pinned and can
//! be downloaded, else built here.
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use super::{
    archive::{self, Source},
    step::Step,
};
use crate::tools::{Workspace, output_of};

/// The version of Trunk that the project is built with.
pub const TRUNK: &str = "0.21.14";

/// The version of cargo-fuzz that runs the fuzz targets.
pub const CARGO_FUZZ: &str = "0.13.2";

/// Built by their own profile (fat link-time optimisation, one unit), the tools take more than
/// twice as long, for a build of the site that is not noticeably faster
/// (`docs/adr/0016-set-up.md`).
const QUICK: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// A tool in the tools folder.
pub struct Tool {
    /// Its program, whose name is also the tool's.
    name: &'static str,
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    flags: &'static [&'static str],
}

impl Tool {
    /// Trunk. It is built without TLS: what it could download is all installed here.
    pub fn trunk() -> Self {
        Self {
            name: "trunk",
            package: "trunk",
            version: TRUNK.to_owned(),
            programs: &["trunk"],
            flags: &["--locked", "--no-default-features"],
        }
    }

    /// cargo-fuzz.
    pub fn cargo_fuzz() -> Self {
        Self {
            name: "cargo-fuzz",
            package: "cargo-fuzz",
            version: CARGO_FUZZ.to_owned(),
            programs: &["cargo-fuzz"],
            flags: &["--locked"],
        }
    }

    /// wasm-bindgen in the version of `Cargo.lock`, with its test runner. It is built without TLS,
    /// because browsers' drivers are asked on this machine; and not `--locked`, because its lock
    /// file may name crate versions that a mirror lacks.
    ///
    /// # Errors
    /// When `Cargo.lock` cannot be read.
    pub fn bindgen(ws: &Workspace) -> Result<Self> {
        Ok(Self {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: ws.locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            flags: &["--no-default-features"],
        })
    }

    /// Whether it is there and answers with its version.
    pub fn works(&self, ws: &Workspace) -> bool {
        let path = ws.tools.join("bin").join(self.name);
        output_of(ws.command(path).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    /// Installs it.
    ///
    /// # Errors
    /// When its archive is not the pinned one, or it cannot be built.
    pub fn install(&self, step: &Step) -> Result<()> {
        let archive = archive::pinned(self.name, &self.version)?;
        let source = archive::source(archive.as_ref(), |url| {
            step.say(&format!("downloading {url}"));
            archive::download(url)
        })?;
        let why = match source {
            Source::Archive(bytes) => {
                self.unpack(step.ws, &bytes)?;
                // Tried again: for an instant, the child of another step may hold the new file open.
                let again = |attempt: u64| {
                    thread::sleep(Duration::from_millis(100 * attempt));
                    self.works(step.ws)
                };
                if (0..3).any(again) {
                    return Ok(());
                }
                "the program of its release archive does not run here".to_owned()
            }
            Source::Registry(why) => why,
        };
        step.say(&format!("{why}: building it from its crate"));
        step.run(&mut self.build(step.ws))?;
        self.place(step.ws)?;
        remove(&step.ws.tools.join(format!("{}.build", self.name)))
    }

    fn unpack(&self, ws: &Workspace, archive: &[u8]) -> Result<()> {
        let bin = self.part(ws).join("bin");
        fs::create_dir_all(&bin)?;
        for (name, bytes) in archive::programs(archive, self.programs)? {
            let path = bin.join(name);
            fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
            executable(&path)?;
        }
        self.place(ws)
    }

    /// The build. Its folders are its own, so that two tools wait for no lock of each other, and
    /// are kept until the end, so that an interrupted build goes on where it stopped.
    fn build(&self, ws: &Workspace) -> Command {
        let mut cargo = ws.command("cargo");
        cargo.args(["install", "--force", "--no-track", "--root"]).arg(self.part(ws));
        cargo.args(self.flags).arg(format!("{}@{}", self.package, self.version));
        for program in self.programs {
            cargo.args(["--bin", program]);
        }
        cargo.env("CARGO_TARGET_DIR", ws.tools.join(format!("{}.build", self.name))).envs(QUICK);
        cargo
    }

    /// Where programs are made before they are moved to their place.
    fn part(&self, ws: &Workspace) -> PathBuf {
        ws.tools.join(format!("{}.part", self.name))
    }

    /// Moves the programs to their place, each of them whole.
    fn place(&self, ws: &Workspace) -> Result<()> {
        let bin = ws.tools.join("bin");
        fs::create_dir_all(&bin)?;
        for program in self.programs {
            let file = format!("{program}{}", env::consts::EXE_SUFFIX);
            fs::rename(self.part(ws).join("bin").join(&file), bin.join(&file))
                .with_context(|| format!("moving {file} to {}", bin.display()))?;
        }
        remove(&self.part(ws))
    }
}

fn remove(dir: &Path) -> Result<()> {
    fs::remove_dir_all(dir).with_context(|| format!("removing {}", dir.display()))
}

#[cfg(unix)]
fn executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("making {} executable", path.display()))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(tools: &Path) -> Workspace {
        Workspace { tools: tools.to_path_buf(), ..Workspace::find().unwrap() }
    }

    #[test]
    fn a_build_is_quick_and_waits_for_no_other() {
        let ws = workspace(Path::new("/tools"));
        let (trunk, bindgen) = (Tool::trunk().build(&ws), Tool::bindgen(&ws).unwrap().build(&ws));
        let variable = |command: &Command, name: &str| {
            let found = command.get_envs().find(|(key, _)| *key == name).and_then(|(_, value)| value);
            found.map(|value| value.to_string_lossy().into_owned())
        };
        for command in [&trunk, &bindgen] {
            assert_eq!(variable(command, "CARGO_PROFILE_RELEASE_LTO").as_deref(), Some("off"));
            assert_eq!(variable(command, "CARGO_PROFILE_RELEASE_CODEGEN_UNITS").as_deref(), Some("16"));
            assert_eq!(variable(command, "CARGO_PROFILE_RELEASE_OPT_LEVEL").as_deref(), Some("1"));
        }
        assert_ne!(variable(&trunk, "CARGO_TARGET_DIR"), variable(&bindgen, "CARGO_TARGET_DIR"));
        let root = |command: &Command| {
            command.get_args().skip_while(|argument| *argument != "--root").nth(1).map(ToOwned::to_owned)
        };
        assert_ne!(root(&trunk), root(&bindgen));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_from_an_archive_runs() {
        let dir = tempfile::tempdir().unwrap();
        let ws = workspace(dir.path());
        let tool = Tool { version: "7".to_owned(), ..Tool::trunk() };
        let script: &[u8] = b"#!/bin/sh\necho trunk 7\n";
        let mut tar = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), Default::default()));
        let mut header = tar::Header::new_gnu();
        header.set_size(script.len() as u64);
        tar.append_data(&mut header, "trunk", script).unwrap();
        tool.unpack(&ws, &tar.into_inner().unwrap().finish().unwrap()).unwrap();
        // The child of another test may hold the new file open for an instant.
        assert!((0..20).any(|_| {
            thread::sleep(Duration::from_millis(50));
            tool.works(&ws)
        }));
        assert!(!Tool { version: "8".to_owned(), ..tool }.works(&ws));
        assert!(!dir.path().join("trunk.part").exists());
    }
}
