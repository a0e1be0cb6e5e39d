//! `finish`: Trunk's post-build hook. Has a site written around the files that Trunk made.
//!
//! Order matters here, and hooks of one stage run at the same time, so this is the only one.
use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use dataset::Date;
use site::{Assets, Scripts, Site, TrunkFiles, publish::KeptPictures};

use crate::{
    build, published,
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
    let given = match env::var_os(build::DATA) {
        Some(data) => PathBuf::from(data),
        None => report::default_file(ws)?,
    };
    if env::var_os(build::CHECKED).is_none() {
        desk::for_build(&given)?;
    }
    let ReportFile { given, data } = ReportFile::read(ws, &given)?;
    let published = env::var(build::PUBLISHED).ok().and_then(|date| Date::parse(&date));
    let mut site = Site {
        out: PathBuf::from(staging),
        editions: env::var_os(build::EDITIONS).map(PathBuf::from),
        published: published::published(ws, published, &given)?,
        data,
        given,
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
    let assets = Assets { folder: split::split(ws, profile(), &site.out)?, icon };
    site.studio = Some(studio::studio(ws, profile(), &site.out, &assets.folder)?);
    for sentence in site.write(assets, &ws.root.join("public"))? {
        println!("{sentence}");
    }
    Ok(())
}

/// How Trunk had the application compiled.
fn profile() -> Profile {
    match env::var("TRUNK_PROFILE") {
        Ok(profile) if profile == "debug" => Profile::Debug,
        _ => Profile::Release,
    }
}
