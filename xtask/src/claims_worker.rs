//! The workers of tables of claims, for sites that have published claims, or more single claims in a report than a page
//! writes (`docs/adr/0022-explorer.md`).
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use site::{Assets, ReportFiles};

use crate::{
    module::{self, Module},
    split::Profile,
    tools::{Workspace, run, write_whole},
};

/// The package of a worker, compiled by a toolchain.
pub fn module(package: &'static str, toolchain: Option<OsString>) -> Module {
    Module { package, profile: "worker", toolchain }
}

/// The workers that a site of reports needs, compiled by the toolchain of the build around: both where claims are published,
/// that which makes workbooks where a report has more single claims than a page writes.
///
/// # Errors
/// When a dataset cannot be read.
pub fn modules(reports: &[ReportFiles]) -> Result<Vec<Module>> {
    let of = |package| module(package, module::of_the_build());
    if reports.iter().any(ReportFiles::has_claims) {
        return Ok(Assets::CLAIMS_WORKERS.map(of).into());
    }
    for report in reports {
        if report.has_many_handovers()? {
            return Ok(vec![of(Assets::WORKBOOK_WORKER)]);
        }
    }
    Ok(Vec::new())
}

/// The scripts that start these workers and their modules, which lie with the application.
///
/// # Errors
/// When one cannot be compiled, or a tool is missing or fails.
pub fn files(ws: &Workspace, profile: Profile, workers: &[Module]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for module in workers {
        let made = module.files(ws, profile)?;
        let (modules, scripts): (Vec<_>, Vec<_>) =
            made.into_iter().partition(|path| path.extension().is_some_and(|ending| ending == "wasm"));
        files.extend(modules);
        for script in scripts {
            files.push(started(ws, profile, module.package, &script)?);
        }
    }
    Ok(files)
}

/// A script that starts the module, in one file with what wasm-bindgen has written: the page waits for both. What fails is
/// thrown where the page hears of it.
fn started(ws: &Workspace, profile: Profile, package: &str, script: &Path) -> Result<PathBuf> {
    let entry = format!(
        "import start from \"{}\";\nstart().catch((error) => setTimeout(() => {{ throw error; }}));\n",
        script.display()
    );
    let from = ws.state().join(format!("{package}.mjs"));
    write_whole(&from, entry.as_bytes())?;
    let folder = ws.state().join("claims-workers");
    fs::create_dir_all(&folder)?;
    let to = folder.join(format!("{package}.js"));
    let mut esbuild = ws.command("esbuild");
    esbuild.arg(&from).args(["--bundle", "--format=esm", "--target=es2022", "--log-level=error"]);
    if profile == Profile::Release {
        esbuild.arg("--minify");
    }
    run(esbuild.arg(format!("--outfile={}", to.display())))?;
    Ok(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The packages of the workers that a report of the repository needs.
    fn packages(report: &str) -> Vec<&'static str> {
        let data = Workspace::find().unwrap().root.join(report);
        let report = ReportFiles { given: data.clone(), data, published: None };
        modules(&[report]).unwrap().into_iter().map(|module| module.package).collect()
    }

    #[test]
    fn a_site_has_the_workers_that_its_tables_ask_for() {
        assert_eq!(packages("tests/claims/klaim-rekaan.json"), ["claims-worker", "claims-workbook"]);
        assert_eq!(packages("tests/claims/kasus-rekaan.json"), ["claims-workbook"]);
        assert!(packages("tests/data/many-rows.json").is_empty());
    }
}
