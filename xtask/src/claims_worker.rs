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
    split::{Application, Profile},
    tools::{Workspace, run, write_whole},
};

/// The package of a worker, compiled by a toolchain.
pub fn module(package: &'static str, toolchain: Option<OsString>) -> Module {
    Module::of_package(package, "worker", toolchain)
}

/// The workers that lie with an application of a site of reports, compiled by the toolchain of the build around: both with
/// that of published claims; with that of the report the one that makes workbooks, where one has more single claims than a
/// page writes.
///
/// # Errors
/// When a dataset cannot be read.
pub fn modules(application: Application, reports: &[ReportFiles]) -> Result<Vec<Module>> {
    let of = |package| module(package, module::of_the_build());
    if application == Application::Claims {
        let has_claims = reports.iter().any(ReportFiles::has_claims);
        return Ok(if has_claims { Assets::CLAIMS_WORKERS.map(of).into() } else { Vec::new() });
    }
    for report in reports {
        if report.has_many_handovers()? {
            return Ok(vec![of(Assets::WORKBOOK_WORKER)]);
        }
    }
    Ok(Vec::new())
}

/// The scripts that start these workers and their modules, which lie with an application.
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

/// A script that starts a module that is given to it, in one file with what wasm-bindgen has written: the page fetches both
/// at once (`src/browser/worker.rs`).
fn started(ws: &Workspace, profile: Profile, package: &str, script: &Path) -> Result<PathBuf> {
    let entry = format!(
        "import start from \"{}\";\nexport default (module) => start({{ module_or_path: module }});\n",
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

    /// The packages of the workers that reports of the repository need with an application.
    fn packages(application: Application, reports: &[&str]) -> Vec<&'static str> {
        let root = Workspace::find().unwrap().root;
        let files = |report: &&str| {
            let data = root.join(report);
            ReportFiles { given: data.clone(), data, published: None }
        };
        let reports: Vec<ReportFiles> = reports.iter().map(files).collect();
        modules(application, &reports).unwrap().into_iter().map(|module| module.package).collect()
    }

    #[test]
    fn an_application_has_the_workers_that_its_tables_ask_for() {
        let (claims, cases) = ("tests/claims/klaim-rekaan.json", "tests/claims/kasus-rekaan.json");
        let few = "tests/data/many-rows.json";
        assert_eq!(packages(Application::Claims, &[claims]), ["claims-worker", "claims-workbook"]);
        assert!(packages(Application::Report, &[claims]).is_empty());
        assert_eq!(packages(Application::Report, &[cases]), ["claims-workbook"]);
        assert!(packages(Application::Claims, &[cases, few]).is_empty());
        assert!(packages(Application::Report, &[few]).is_empty());
        // One of each kind serves all reports of a site.
        assert_eq!(packages(Application::Report, &[few, claims, cases]), ["claims-workbook"]);
        assert_eq!(packages(Application::Claims, &[few, cases, claims]).len(), 2);
    }
}
