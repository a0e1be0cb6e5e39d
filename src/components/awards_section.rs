//! Awards: edition and ceremony, winners, special awards, jury.
use super::ask_link::{asked, plain};
use super::jury_list::jury_list;
use super::markup::Markup;
use super::part::Part;
use super::parts::{block, fixed, heading, hidden_heading, section};
use super::report::Report;
use super::source_note::source_note;
use super::special_awards::special_awards;
use super::winner_list::winner_list;
use dataset::{Award, Event};
use figures::key::{Record, key};
use figures::{AwardFigures, awards};
use routes::Block;
use words::fill;

/// All editions of awards in the dataset; `None` where there are none.
pub fn awards_section(report: Report) -> Option<Part> {
    let editions = awards(report.data);
    if editions.is_empty() {
        return None;
    }
    let mut children = vec![heading("awards-h", report.words.awards)];
    for (index, edition) in editions.iter().enumerate() {
        push_edition(&mut children, report, edition, index == 0);
    }
    Some(section("awards", "", children))
}

/// One block of all editions, without the rest; `None` where the dataset has nothing for it.
pub fn awards_alone(report: Report, block: Block) -> Option<Part> {
    let parts = awards(report.data).into_iter().filter_map(|figures| match block {
        Block::Winners => winner_list(report, figures.award),
        Block::SpecialAwards => special_awards(report, figures.award),
        _ => jury_list(report, figures.award),
    });
    let mut children = vec![hidden_heading("awards-h", report.words.awards)];
    children.extend(parts);
    (children.len() > 1).then(|| section("awards", "", children))
}

/// Adds an edition. Only the first one's ceremony can be linked to: an id stands on a page once.
fn push_edition(children: &mut Vec<Part>, report: Report, figures: &AwardFigures<'static>, first: bool) {
    let award = figures.award;
    let event = award.event.as_ref().and_then(|id| report.data.events.iter().find(|event| &event.id == id));
    let mut lead = Markup::new();
    lead.open("p class=\"lead\"").raw(&sentence(report, figures, event)).close("p");
    children.push(fixed("text", lead.finish()));
    children.extend(winner_list(report, award));
    children.extend(special_awards(report, award));
    children.extend(jury_list(report, award));
    let ceremony = ceremony(report, award, event);
    children.push(if first {
        block("ceremony", vec![fixed("text", ceremony)])
    } else {
        fixed("block", ceremony)
    });
}

/// What was given, when and where, as markup.
fn sentence(report: Report, figures: &AwardFigures<'_>, event: Option<&Event>) -> String {
    let (lang, words) = (report.lang, report.words);
    let award = figures.award;
    let name = &plain(award.name.get(lang));
    let count = |kind, count: usize| asked(report, &key(kind, &award.id), &count.to_string());
    let counts = (count(Record::Winners, figures.winners), count(Record::Categories, award.categories.len()));
    let date = event.and_then(|event| event.date).map(|date| words::date(lang, date));
    let venue = event.and_then(|event| event.venue.as_ref()).map(|venue| plain(venue.get(lang)));
    match (&award.edition, date, venue) {
        (Some(edition), Some(date), Some(venue)) => {
            fill(words.awards_sentence, &[name, &plain(edition), &counts.0, &counts.1, &date, &venue])
        }
        _ => fill(words.awards_sentence_short, &[name, &counts.0, &counts.1]),
    }
}

/// Edition, organisers, ceremony and who attended.
fn ceremony(report: Report, award: &Award, event: Option<&Event>) -> String {
    let (lang, words) = (report.lang, report.words);
    let mut html = Markup::new();
    html.element("h3", words.ceremony).open("dl");
    if let Some(edition) = &award.edition {
        html.element("dt", words.edition).element("dd", edition);
    }
    if !award.organisers.is_empty() {
        let organisers: Vec<&str> = award.organisers.iter().map(|text| text.get(lang)).collect();
        html.element("dt", words.organisers).element("dd", &organisers.join("; "));
    }
    if let Some(event) = event {
        happening(&mut html, report, event);
    }
    html.close("dl");
    for note in [award.note.as_ref(), event.and_then(|event| event.note.as_ref())] {
        html.maybe("p class=\"caveat\"", note.map(|note| note.get(lang)));
    }
    html.open("p class=\"credit\"");
    source_note(&mut html, report, award.evidence.as_ref());
    html.close("p");
    html.finish()
}

/// When, where, and who attended.
fn happening(html: &mut Markup, report: Report, event: &Event) {
    let (lang, words) = (report.lang, report.words);
    let date = event.date.map(|date| words::date_weekday(lang, date));
    let venue = event.venue.as_ref().map(|venue| venue.get(lang).to_owned());
    let when_where: Vec<String> = [date, venue].into_iter().flatten().collect();
    if !when_where.is_empty() {
        html.element("dt", words.held).element("dd", &when_where.join(", "));
    }
    if event.attendees.is_empty() {
        return;
    }
    html.element("dt", words.attendees).open("dd").open("ul class=\"inline\"");
    for attendee in &event.attendees {
        html.open("li").text(attendee.name.get(lang));
        if let Some(office) = &attendee.office {
            html.text(", ").text(office.get(lang));
        }
        html.close("li");
    }
    html.close("ul").close("dd");
}
