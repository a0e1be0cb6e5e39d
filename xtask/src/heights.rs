//! `heights`: how high embeds are in a browser, for frames that are reserved before they have told.
use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use jamsostek_dashboard::report_page;
use routes::Block;

use site::{
    mask,
    publish::heights::{self, Table},
};

use crate::{
    build,
    serve::{Server, Site},
    setup::{self, Need},
    tools::{Workspace, run, write_whole},
};

/// Serves the site, has a browser measure each block in both languages at many widths, and writes
/// the table beside the report.
///
/// # Errors
/// When the site cannot be built or the browser fails.
pub fn heights(ws: &Workspace, options: &build::Options) -> Result<()> {
    setup::ensure(ws, &Need::ALL)?;
    build::build_if_stale(ws, options)?;
    // Further reports of the site are measured where `--data` names them.
    let report = build::reports(ws, options)?.into_iter().next().context("there is no report")?;
    let text = fs::read_to_string(&report.data)?;
    let text = mask::served(&text)?;
    let dataset = dataset::read(&text).dataset.context("the dataset cannot be read")?;
    let mut pages = BTreeMap::new();
    // Claims that are published beside the dataset are a block of their own.
    let claims = site::claims::manifest(&report.given).is_file().then_some(Block::ClaimsExplorer);
    for block in report_page::blocks(&dataset).into_iter().chain(claims) {
        let of_lang = |lang: dataset::Lang| (lang.code(), routes::path(lang, routes::Page::Embed(block)));
        let paths: BTreeMap<&str, String> = dataset.published().into_iter().map(of_lang).collect();
        pages.insert(block.id(), paths);
    }
    let server = Server::start(Site::load(&options.out, &options.base)?, 0)?;
    server.probe()?;
    let measured = ws.state().join("heights.json");
    let mut node = ws.command("node");
    node.current_dir(ws.root.join("end2end")).arg("heights.mjs");
    node.env("BASE_URL", server.url()).env("PAGES", serde_json::to_string(&pages)?).env("OUT", &measured);
    if let Some(chrome) = setup::chrome() {
        node.env("CHROME_PATH", chrome);
    }
    run(&mut node)?;
    let measured = serde_json::from_str(&fs::read_to_string(&measured)?)?;
    let path = heights::path(&report.given);
    write_whole(&path, Table::new(text.as_bytes(), measured).to_text()?.as_bytes())?;
    println!("measured in {}", path.display());
    Ok(())
}
