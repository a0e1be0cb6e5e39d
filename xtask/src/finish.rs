//! `finish`: Trunk's post-build hook. Has a site written around the files that Trunk made.
//!
//! Order matters here, and hooks of one stage run at the same time, so this is the only one.
use std::{env, fs, path::PathBuf, thread};

use anyhow::{Context, Result, anyhow};
use dataset::Date;
use site::{Assets, ClaimsAssets, ReportFiles, Scripts, Site, TrunkFiles, publish::KeptPictures};

use crate::{
    build, claims_page, claims_worker,
    module::Module,
    published,
    report::{self, ReportFile},
    setup,
    split::{self, Application, Profile},
    studio,
    tools::Workspace,
};

/// Runs the hook, with `TRUNK_STAGING_DIR` from Trunk and the rest from `cargo xtask build`, or
/// its defaults where Trunk was started by hand.
///
/// # Errors
/// When the dataset has errors, or a file cannot be read or written.
pub fn finish(ws: &Workspace) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .context("`finish` is Trunk's post-build hook: run `cargo xtask build` or `trunk build --release`")?;
    let mut site = Site {
        out: PathBuf::from(staging),
        reports: reports(ws)?,
        editions: env::var_os(build::EDITIONS).map(PathBuf::from),
        base: env::var(build::BASE).unwrap_or_else(|_| "/".to_owned()),
        site_url: env::var(build::SITE_URL).ok(),
        scripts: match profile() {
            Profile::Debug => Scripts::default(),
            Profile::Release => Scripts::minified(|script| split::minified(ws, script))?,
        },
        pictures: KeptPictures::in_folder(&ws.state().join("pictures")),
        studio: None,
    };
    let index = site.out.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let TrunkFiles { script, module, icon } = TrunkFiles::read(&page)?;
    for whole in [script, module] {
        fs::remove_file(site.out.join(whole))?;
    }
    // What the whole module would import.
    let snippets = site.out.join("snippets");
    if snippets.exists() {
        fs::remove_dir_all(snippets)?;
    }
    let assets = applications(ws, &site, icon)?;
    site.studio = Some(studio::studio(ws, profile(), &site.out, &assets.folder)?);
    for sentence in site.write(&assets, &ws.root.join("public"))? {
        println!("{sentence}");
    }
    Ok(())
}

/// Makes the applications of a site, the studio's modules, and the workers that lie with each, and puts the applications into
/// folders of the site. That of claims is compiled here, where any are published.
fn applications(ws: &Workspace, site: &Site, icon: String) -> Result<Assets> {
    let profile = profile();
    setup::ensure(ws, &split::NEEDS)?;
    let has_claims = site.reports.iter().any(ReportFiles::has_claims);
    let with_report = claims_worker::modules(Application::Report, &site.reports)?;
    let with_claims = claims_worker::modules(Application::Claims, &site.reports)?;
    let mut modules = studio::modules();
    for worker in with_claims.iter().chain(&with_report) {
        if modules.iter().all(|module| module.name != worker.name) {
            modules.push(worker.clone());
        }
    }
    // Side by side, for each takes minutes where it is not there yet; all are kept.
    thread::scope(|scope| {
        let making: Vec<_> = modules.iter().map(|module| scope.spawn(|| module.files(ws, profile))).collect();
        let claims = has_claims.then(|| scope.spawn(|| claims_page::made(ws, profile)));
        let report = split::made(ws, Application::Report, profile);
        let failed = |_| anyhow!("a module could not be made: see above");
        for module in making {
            module.join().map_err(failed)??;
        }
        if let Some(claims) = claims {
            claims.join().map_err(failed)??;
        }
        report
    })?;
    let folder = |application, workers: &[Module]| {
        let workers = claims_worker::files(ws, profile, workers)?;
        split::split(ws, application, profile, &site.out, &workers)
    };
    let claims = has_claims.then(|| folder(Application::Claims, &with_claims)).transpose()?;
    Ok(Assets {
        folder: folder(Application::Report, &with_report)?,
        icon,
        claims: claims.map(|folder| ClaimsAssets { folder }),
    })
}

/// The reports of the site, as they are published.
fn reports(ws: &Workspace) -> Result<Vec<ReportFiles>> {
    let given: Vec<PathBuf> = match env::var_os(build::DATA) {
        Some(data) => env::split_paths(&data).collect(),
        None => report::of_site(ws)?,
    };
    let day = env::var(build::PUBLISHED).ok().and_then(|date| Date::parse(&date));
    let read = |given: PathBuf| {
        if env::var_os(build::CHECKED).is_none() {
            desk::for_build(&given)?;
        }
        let ReportFile { given, data } = ReportFile::read(ws, &given)?;
        Ok(ReportFiles { published: published::published(ws, day, &given)?, data, given })
    };
    given.into_iter().map(read).collect()
}

/// How Trunk had the application compiled.
fn profile() -> Profile {
    match env::var("TRUNK_PROFILE") {
        Ok(profile) if profile == "debug" => Profile::Debug,
        _ => Profile::Release,
    }
}
