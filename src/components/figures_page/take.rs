//! What can be taken along of each block: files that the build writes, and, where scripts run, the
//! chart and its figures as they are shown (`public/take.js`).
use super::super::embed_frame::time_of;
use super::super::embed_link::name;
use super::super::markup::Markup;
use super::FiguresPage;
use super::entry::Book;
use figures::key::{Record, key};
use routes::Block;
use words::fill;

/// The sections of all blocks.
pub fn sections(html: &mut Markup, book: &Book<'_>, of: FiguresPage<'_>) {
    for block in of.blocks {
        section(html, book, of, *block);
    }
}

fn section(html: &mut Markup, book: &Book<'_>, of: FiguresPage<'_>, block: Block) {
    let own = book.own;
    let id = key(Record::Take, block.id());
    let heading = format!("{id}-h");
    let credit = credit(book, of, block);
    html.open_with(
        "section",
        &[
            ("id", &id),
            ("class", "asked take"),
            ("aria-labelledby", &heading),
            ("data-block", block.id()),
            ("data-file", &format!("{}-{}", of.data.id, block.id())),
            ("data-credit", &credit),
        ],
    );
    let title = fill(own.take_of, &[name(book.words, block)]);
    html.open_with("h3", &[("id", &heading), ("tabindex", "-1")]).text(&title).close("h3");
    live(html, book);
    html.open("ul class=\"take-list\"");
    let root = words::pick(of.lang, "../", "../../");
    let files = [
        (format!("../embed/{}/picture.png", block.id()), own.take_picture),
        (format!("{root}data/{}/{}.csv", of.data.id, table(block)), own.take_table),
        (format!("{root}{}", of.dataset_file), own.take_all),
        (format!("{root}data/datapackage.json"), own.take_package),
    ];
    for (href, label) in files.iter().filter(|(href, _)| !href.contains("//")) {
        html.open("li")
            .open_with("a", &[("href", href), ("download", "")])
            .text(label)
            .close("a")
            .close("li");
    }
    let to_block = format!("../embed/{}/", block.id());
    html.open("li").open_with("a", &[("href", &to_block)]).text(own.take_block).close("a").close("li");
    html.close("ul").close("section");
}

/// Buttons for what the script makes; hidden without it. `data-copy` is what they are called where
/// nothing can be saved.
fn live(html: &mut Markup, book: &Book<'_>) {
    let own = book.own;
    html.open("div class=\"take-live\" hidden");
    for (kind, save, copy) in [
        ("png", own.take_png, own.take_png_shown),
        ("svg", own.take_svg, own.take_svg_copy),
        ("csv", own.take_csv, own.take_csv_copy),
        ("json", own.take_json, own.take_json_copy),
        ("text", own.take_text, own.take_text),
        ("link", own.take_link, own.take_link),
    ] {
        let attributes =
            [("type", "button"), ("class", "button"), ("name", kind), ("data-copy", copy), ("hidden", "")];
        html.open_with("button", &attributes).text(save).close("button");
    }
    html.close("div");
    html.open_with(
        "p",
        &[
            ("role", "status"),
            ("class", "take-status"),
            ("data-saved", own.take_saved),
            ("data-copied", own.take_copied),
            ("data-selected", own.take_selected),
            ("data-shown", own.take_shown),
        ],
    );
    html.close("p");
}

/// What stands below a chart that is taken along.
fn credit(book: &Book<'_>, of: FiguresPage<'_>, block: Block) -> String {
    let publishers: Vec<&str> = of.data.sources.iter().map(|source| source.publisher.get(of.lang)).collect();
    let mut parts = vec![fill(book.words.source_of, &[&publishers.join(", ")])];
    parts.extend(time_of(of.data, block).map(|time| words::time(of.lang, time)));
    parts.push(of.data.title.get(of.lang).to_owned());
    parts.push(fill(book.own.take_edition, &[of.edition]));
    parts.join(" · ")
}

/// The table that has a block's records.
fn table(block: Block) -> &'static str {
    match block {
        Block::Headline | Block::Groups | Block::Trend | Block::Claims | Block::Report => "observations",
        Block::Handovers => "handovers",
        Block::Winners => "award-winners",
        Block::SpecialAwards => "special-awards",
        Block::Jury => "jury",
    }
}
