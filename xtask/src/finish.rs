//! `finish`: Trunk's post-build hook. Has a site written around the files that Trunk made.
//!
//! Order matters here, and hooks of one stage run at the same time, so this is the only one.
use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};
use dataset::Date;
use site::{Assets, Site};

use crate::{build, check, published, shrink, tools::Workspace};

/// Runs the hook, with `TRUNK_STAGING_DIR` from Trunk and the rest from `cargo xtask build`, or
/// its defaults where Trunk was started by hand.
///
/// # Errors
/// When the dataset has errors, or a file cannot be read or written.
pub fn finish(ws: &Workspace) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .context("`finish` is Trunk's post-build hook: run `cargo xtask build` or `trunk build --release`")?;
    let data = match env::var_os(build::DATA) {
        Some(data) => PathBuf::from(data),
        None => build::default_dataset(ws)?,
    };
    if env::var_os(build::CHECKED).is_none() {
        check::for_build(&data)?;
    }
    let published = env::var(build::PUBLISHED).ok().and_then(|date| Date::parse(&date));
    let site = Site {
        out: PathBuf::from(staging),
        editions: env::var_os(build::EDITIONS).map(PathBuf::from),
        published: published::published(ws, published, &data)?,
        data,
        base: env::var(build::BASE).unwrap_or_else(|_| "/".to_owned()),
        site_url: env::var(build::SITE_URL).ok(),
    };
    let index = site.out.join("index.html");
    let shell = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let shell = shrink::shrink(ws, &shell, &site.out)?;
    for sentence in site.write(Assets::read(&shell)?, &ws.root.join("public"))? {
        println!("{sentence}");
    }
    Ok(())
}
