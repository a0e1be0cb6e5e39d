//! The jury of an award.
use super::ask_link::ask;
use super::embed_link::embed_link;
use super::markup::Markup;
use super::part::Part;
use super::parts::{block, fixed};
use super::report::Report;
use super::source_note::source_note;
use dataset::Award;
use figures::key::{Record, key};
use routes::Block;
use words::fill;

/// The jurors with their roles, and what is odd about their number: how many are stated and how
/// many are listed, where these differ.
pub fn jury_list(report: Report, award: &Award) -> Option<Part> {
    let (lang, words) = (report.lang, report.words);
    let jury = award.jury.as_ref()?;
    let mut html = Markup::new();
    html.open("h3").text(words.jury);
    let counts = jury.mismatch().map(|(stated, listed)| (stated.to_string(), listed.to_string()));
    if let Some((stated, listed)) = &counts {
        html.text(" ").open("span class=\"count\"");
        ask(&mut html, report, &key(Record::Jury, &award.id), &fill(words.jury_shown, &[stated, listed]));
        html.close("span");
    }
    html.close("h3");
    if let Some((stated, listed)) = &counts {
        html.element("p class=\"caveat\"", &fill(words.jury_mismatch, &[stated, listed]));
    }
    html.open("ul class=\"people\"");
    for juror in &jury.members {
        html.open("li").element("span class=\"name\"", &juror.name);
        html.maybe("span class=\"role\"", juror.role.as_ref().map(|role| role.get(lang))).close("li");
    }
    html.close("ul").open("p class=\"credit\"");
    source_note(&mut html, report, jury.evidence.as_ref());
    embed_link(&mut html, report, Block::Jury, jury.evidence.is_none());
    html.close("p");
    Some(block("jury", vec![fixed("text", html.finish())]))
}
