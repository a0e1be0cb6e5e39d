//! The rules that a schema cannot express: what a publisher is told before readers see it.
//!
//! Only those who publish run it, so it may use well-kept crates and as many words as it needs. One walk
//! ([`walk`]) lists what every field is; the rules look at that list ([`leaf`]) or at figures that
//! belong together ([`figures`]). What does not fit together
//! ([`sums`]) is what readers see, too: the one computation is [`crosscheck`](super::crosscheck()).
mod bases;
mod breach;
mod figures;
mod kind;
mod leaf;
mod letters;
mod names;
mod places;
mod printed;
pub(super) mod sources;
mod sums;
mod walk;

#[cfg(test)]
mod tests;

pub use breach::Breach;
pub use kind::{Kind, Measure};

use super::json::{Document, Kind as NodeKind, Node};
use super::{Award, Dataset, Finding, Rule};
use places::Places;
use walk::{Lists, Pointer};

/// The rules that a dataset breaks. `dropped` are the offsets of the elements that could not be
/// read and are therefore not in the dataset, `name` is that of the file, where it has one.
pub(super) fn validate(
    document: &Document<'_>,
    dataset: &Dataset,
    dropped: &[u32],
    name: Option<&str>,
) -> Vec<Finding> {
    let lists = Lists::new(document, dropped);
    let mut report = Report { places: Places::new(document), document, findings: Vec::new() };
    whole(&mut report, dataset);
    if !leaf::is_plain_id(&dataset.id) {
        report.add(&Pointer::default().to("id"), Breach::OddId { id: dataset.id.clone() });
    }
    if let Some(name) = name.filter(|name| *name != dataset.id) {
        let breach = Breach::FileName { id: dataset.id.clone(), name: name.to_owned() };
        report.add(&Pointer::default().to("id"), breach);
    }
    leaf::check(&mut report, dataset, &lists, &walk::leaves(dataset, &lists));
    letters::check(&mut report);
    figures::check(&mut report, dataset, &lists);
    bases::check(&mut report, dataset, &lists);
    sums::check(&mut report, dataset, &lists);
    for (at, award) in lists.of(&Pointer::default().to("awards"), &dataset.awards) {
        check_award(&mut report, &lists, &at, award);
    }
    for (at, fact) in lists.of(&Pointer::default().to("facts"), &dataset.facts) {
        let preferred = fact.versions.iter().filter(|version| version.preferred).count();
        if fact.versions.len() < 2 || preferred > 1 {
            report.add(&at.to("versions"), Breach::OddFact { versions: fact.versions.len(), preferred });
        }
    }
    report.findings
}

/// The findings so far, and the text they are placed in.
struct Report<'t> {
    document: &'t Document<'t>,
    places: Places<'t>,
    findings: Vec<Finding>,
}

impl Report<'_> {
    /// Adds a finding at a pointer; where nothing stands there, at the nearest value around it.
    fn add(&mut self, at: &Pointer, breach: Breach) {
        let position = self.document.position(self.places.offset(at.as_str()));
        self.findings.push(Finding::new(Rule::Breach(breach), at.clone().into_string(), position));
    }

    /// The line of what a pointer leads to.
    fn line(&mut self, at: &Pointer) -> u32 {
        self.document.position(self.places.offset(at.as_str())).line
    }
}

fn is_blank(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Null => true,
        NodeKind::Array(items) => items.is_empty(),
        NodeKind::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn whole(report: &mut Report<'_>, dataset: &Dataset) {
    let root = Pointer::default();
    // What is there but could not be read has a finding already.
    let text = report.document.root();
    if ["observations", "claims", "awards"].iter().all(|name| text.get(name).is_none_or(is_blank)) {
        report.add(&root, Breach::EmptyDataset);
    }
    if dataset.languages.is_empty() {
        report.add(&root.to("languages"), Breach::NoLanguage);
    }
    let headline = dataset.headline.as_ref();
    let named = headline.and_then(|id| dataset.observations.iter().find(|o| &o.id == id));
    if named.is_some_and(|observation| observation.value.stated().is_none()) {
        report.add(&root.to("headline"), Breach::HeadlineWithoutValue);
    }
    if let Some(group) = named.and_then(|observation| observation.group.clone()) {
        report.add(&root.to("headline"), Breach::HeadlineOfGroup { group });
    }
}

/// Stated and listed numbers of an award, where the list is there and is not said to lack any.
fn check_counts(report: &mut Report<'_>, lists: &Lists<'_>, at: &Pointer, award: &Award) {
    // What could not be read has a finding, and leaves the list too short to count.
    if !lists.dropped.is_empty() {
        return;
    }
    let mut differs = |at: &Pointer, what, stated: Option<u32>, listed: usize| {
        if let Some(stated) = stated.filter(|stated| listed > 0 && usize::try_from(*stated) != Ok(listed)) {
            report.add(&at.to("stated").to(what), Breach::AwardCount { what, stated, listed });
        }
    };
    let whole = award.categories.iter().all(|c| c.winners_missing.is_none() && !c.winners.is_empty());
    if let Some(stated) = &award.stated {
        differs(at, "categories", stated.categories, award.category_count());
        let winners = award.categories.iter().map(|category| category.winners.len()).sum();
        differs(at, "winners", stated.winners.filter(|_| whole), winners);
    }
    for (at, category) in lists.of(&at.to("categories"), &award.categories) {
        let stated = category.stated.as_ref().filter(|_| category.winners_missing.is_none());
        differs(&at, "winners", stated.and_then(|stated| stated.winners), category.winners.len());
    }
}

fn check_award(report: &mut Report<'_>, lists: &Lists<'_>, at: &Pointer, award: &Award) {
    check_counts(report, lists, at, award);
    let mut winners = lists.of(&at.to("special"), &award.special);
    for (at, category) in lists.of(&at.to("categories"), &award.categories) {
        winners.extend(lists.of(&at.to("winners"), &category.winners));
    }
    for (at, winner) in winners {
        if winner.rank == Some(0) {
            report.add(&at.to("rank"), Breach::RankZero);
        }
        if let Some(prize) = winner.prize.as_ref().filter(|prize| prize.amount < 0) {
            let value = super::Decimal::whole(prize.amount);
            report.add(&at.to("prize").to("amount"), Breach::Negative { value });
        }
    }
}
