//! `finish`: Trunk's post-build hook. Has a site written around the files that Trunk made.
//!
//! Order matters here, and hooks of one stage run at the same time, so this is the only one.
use std::{env, fs, path::PathBuf, thread};

use anyhow::{Context, Result, anyhow};
use dataset::Date;
use site::{Assets, ReportFiles, Scripts, Site, TrunkFiles, publish::KeptPictures};

use crate::{
    build, claims_worker, published,
    report::{self, ReportFile},
    split::{self, Profile},
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
    let workers = claims_worker::modules(&site.reports)?;
    let mut modules = studio::modules();
    modules.extend(workers.iter().cloned());
    // Side by side, for each takes minutes where it is not there yet; all are kept.
    thread::scope(|scope| {
        let making: Vec<_> =
            modules.iter().map(|module| scope.spawn(|| module.files(ws, profile()))).collect();
        let application = split::made(ws, profile());
        for module in making {
            module.join().map_err(|_| anyhow!("a module could not be made: see above"))??;
        }
        application
    })?;
    let workers = claims_worker::files(ws, profile(), &workers)?;
    let folder = split::split(ws, profile(), &site.out, &workers)?;
    let explorer = split::loads(&site.out.join(&folder))?.remove("explorer").unwrap_or_default();
    let assets = Assets { folder, icon, explorer: explorer.into_iter().collect() };
    site.studio = Some(studio::studio(ws, profile(), &site.out, &assets.folder)?);
    for sentence in site.write(&assets, &ws.root.join("public"))? {
        println!("{sentence}");
    }
    Ok(())
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
