//! What can be taken along of each block: files that the build writes.
use figures::key::{Record, key};
use leptos::html;
use leptos::prelude::*;
use routes::{Block, Page, ViewState, percent_encode};
use words::{fill, pick};

use super::FiguresOptions;
use super::host::Host;
use crate::context::{Report, use_report};
use crate::ui::block_heading;

/// The section of a block, with the files that can be taken along of it.
#[component]
pub fn TakeEntry(
    /// The block.
    block: Block,
    /// Where the dataset is.
    options: FiguresOptions,
    /// Where it is shown.
    #[prop(optional)]
    host: Host,
    /// Its heading.
    #[prop(optional)]
    heading: NodeRef<html::H3>,
    /// What stands between its heading and the files: what the application makes of the block as it is shown.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let report = use_report();
    let own = words::ask(report.lang);
    let id = key(Record::Take, block.id());
    let groups = groups(&report, &options, block, host).into_iter().map(|(heading, files)| {
        let files = files.into_iter().map(|(href, label)| {
            view! {
                <li>
                    <a href=href download="" rel=rel(host) target=host.target()>
                        {label}
                    </a>
                </li>
            }
        });
        view! {
            <h4>{heading}</h4>
            <ul class="take-list">{files.collect_view()}</ul>
        }
    });
    let groups = groups.collect_view();
    view! {
        <section id=host.section_id(&id) class="asked take" aria-labelledby=host.labelled_by(&id)>
            <h3 node_ref=heading id=host.heading_id(&id) tabindex="-1">
                {fill(own.take_of(), &[block_heading(&report, block)])}
            </h3>
            {children.map(|children| children())}
            {groups}
            <h4>{own.take_page()}</h4>
            <ul class="take-list">
                <li>
                    <a href=block_page(&report, block, host) rel=rel(host) target=host.target()>
                        {own.take_block()}
                    </a>
                </li>
            </ul>
        </section>
    }
}

/// The relation of links that open in a new tab.
fn rel(host: Host) -> Option<&'static str> {
    host.target().map(|_| host.external_rel())
}

/// A file's address and what it is called.
type File = (String, &'static str);

/// The files under their headings; a heading without files is left out. Where the dataset is newer than the pages,
/// pictures and tables are those of the earlier figures and not offered.
fn groups(
    report: &Report,
    options: &FiguresOptions,
    block: Block,
    host: Host,
) -> Vec<(&'static str, Vec<File>)> {
    let own = words::ask(report.lang);
    let root = root(report, host);
    let records = format!("{root}data/{}/{}", percent_encode(&report.data.id), table(block));
    let dataset = (format!("{root}{}", options.dataset_file), own.take_all());
    let mut groups = if report.newer {
        vec![(own.take_data(), vec![dataset])]
    } else {
        let page = block_page(report, block, host);
        // Its tables are made by the application, and those of all claims are beside them.
        let has_table = block != Block::ClaimsExplorer;
        let wide = (format!("{page}picture.png"), own.take_picture_wide());
        let square = (format!("{page}picture-square.png"), own.take_picture_square());
        let csv = (format!("{records}.csv"), own.take_table());
        let workbook = (format!("{records}.xlsx"), own.take_workbook());
        let package = (format!("{root}data/datapackage.json"), own.take_package());
        vec![
            (own.take_pictures(), vec![wide, square]),
            (own.take_tables(), if has_table { vec![csv, workbook] } else { Vec::new() }),
            (own.take_data(), vec![dataset, package]),
        ]
    };
    // A dataset that lies elsewhere, or has no id, has no such files.
    for (_, files) in &mut groups {
        files.retain(|(href, _)| !href.contains("//"));
    }
    groups.retain(|(_, files)| !files.is_empty());
    groups
}

/// The way to the site's root.
fn root(report: &Report, host: Host) -> String {
    match host {
        Host::Page => pick(report.lang, "../", "../../").to_owned(),
        Host::Panel => routes::to_root(report.lang, report.page),
    }
}

/// The way to the page of a block alone.
fn block_page(report: &Report, block: Block, host: Host) -> String {
    let to = |page| routes::link(report.lang, page, report.lang, Page::Embed(block), &ViewState::of(page));
    match host {
        // The page of all figures is a folder below the report.
        Host::Page => ["../", &to(Page::Report)].concat(),
        Host::Panel => to(report.page),
    }
}

/// The table that has a block's records.
fn table(block: Block) -> &'static str {
    match block {
        Block::Headline
        | Block::Groups
        | Block::Trend
        | Block::Claims
        | Block::ClaimsExplorer
        | Block::Report => "observations",
        Block::Handovers => "handovers",
        Block::Winners => "award-winners",
        Block::SpecialAwards => "special-awards",
        Block::Jury => "jury",
    }
}
