//! The compiler for the browser: rustup's where it can download the target, else the system's with
//! a standard library that is built here.
use std::{fs, process::Command};

use anyhow::{Context, Result, bail};

use super::{
    apt::{Turn, as_root, is_debian},
    step::Step,
};
use crate::tools::{LINKED_TOOLCHAIN, WASM_TARGET, Workspace, output_of};

/// The package of the library's source, built for the browser where no ready one can be had.
pub const SYSTEM_PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];
/// Where the system's compiler looks for the library of the browser target.
const SYSTEM_LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

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

/// Installs it.
///
/// # Errors
/// When neither rustup nor the system has one.
pub fn install(step: &Step) -> Result<()> {
    let ws = step.ws;
    // Taken before it is known to be needed: what is built from these packages takes longest, so
    // they come before the browser's.
    let turn = Turn::take();
    let mut rustup = ws.command("rustup");
    rustup.args(["target", "add", WASM_TARGET]);
    if step.run(&mut rustup).is_ok() && wasm_toolchain(ws).is_some() {
        return Ok(());
    }
    if !is_debian() {
        bail!("rustup cannot download the target here, and this is no Debian system");
    }
    step.say("rustup cannot download the target here: taking the system's compiler");
    turn.install(step, &SYSTEM_PACKAGES)?;
    drop(turn);
    build_system_library(step)?;
    step.run(ws.command("rustup").args(["toolchain", "link", LINKED_TOOLCHAIN, "/usr"]))
}

/// Builds the standard library for the browser from the system's source, and puts it where the
/// system's compiler looks for it. `embed-bitcode` matters: link-time optimisation reads it.
fn build_system_library(step: &Step) -> Result<()> {
    let ws = step.ws;
    step.say("building the standard library");
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
    step.run(&mut cargo)?;

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
    step.run(as_root(ws, "rm")?.args(["-rf", SYSTEM_LIBRARY]))?;
    step.run(as_root(ws, "mkdir")?.args(["-p", SYSTEM_LIBRARY]))?;
    step.run(as_root(ws, "cp")?.args(&libraries).arg(SYSTEM_LIBRARY))?;
    fs::remove_dir_all(&dir).context("removing the build of the standard library")
}
