//! Rules about single fields: ids, references, words, names, addresses, dates.
use std::collections::{BTreeMap, BTreeSet};

use crate::json::{Kind as NodeKind, Node};
use crate::similar::similar;
use crate::{Dataset, Date, Text};

use super::names::Names;
use super::walk::{Leaf, Lists, Pointer};
use super::{Breach, Kind, Report};

pub(super) fn check(
    report: &mut Report<'_>,
    dataset: &Dataset,
    lists: &Lists<'_>,
    leaves: &[(Pointer, Leaf<'_>)],
) {
    ids(report, leaves);
    references(report, lists, leaves);
    cycles(report, dataset);
    repeated_members(report, leaves);
    let mut names = Names::of(leaves);
    if dataset.privacy.mask_private_persons {
        everywhere(report, leaves, &names);
        // All has been looked at.
        names = Names::default();
    }
    for (at, leaf) in leaves {
        match leaf {
            Leaf::Text(text) => {
                languages(report, dataset, at, text);
                let both = [text.id.as_deref(), text.en.as_deref()];
                private(report, &names, at, &both.map(Option::unwrap_or_default));
            }
            Leaf::Name(text) => languages(report, dataset, at, text),
            Leaf::Evidence(evidence) => {
                if let Some(token) = &evidence.figure {
                    private(report, &names, &at.to("figure"), &[token]);
                }
            }
            Leaf::Id { id, .. } => private(report, &names, at, &[&id.replace('_', " ")]),
            Leaf::Past(date) => past(report, dataset.updated, at, *date),
            Leaf::Currency(currency) => {
                if iso_currency::Currency::from_code(currency.code()).is_none() {
                    report.add(at, Breach::UnknownCurrency { code: currency.code().to_owned() });
                }
            }
            Leaf::Url { url, relative } => address(report, at, url, *relative),
            Leaf::Hash(hash) => {
                let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
                if hash.len() != 64 || !hash.bytes().all(is_digit) {
                    report.add(at, Breach::BadHash);
                }
            }
            Leaf::Reference { .. } | Leaf::Person(_) => {}
        }
    }
}

fn ids(report: &mut Report<'_>, leaves: &[(Pointer, Leaf<'_>)]) {
    let mut seen: BTreeMap<(Kind, &str, &str), &Pointer> = BTreeMap::new();
    for (at, leaf) in leaves {
        let Leaf::Id { kind, id, scope } = leaf else { continue };
        match seen.get(&(*kind, scope, id)) {
            Some(first) => {
                let first_line = report.line(first);
                report.add(at, Breach::DuplicateId { kind: *kind, id: (*id).to_owned(), first_line });
            }
            None => {
                seen.insert((*kind, scope, id), at);
            }
        }
        if !is_plain_id(id) {
            report.add(at, Breach::OddId { id: (*id).to_owned() });
        }
    }
}

/// Whether an id stands in addresses as it is.
pub(super) fn is_plain_id(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
    !id.is_empty() && id.bytes().all(fits)
}

fn references(report: &mut Report<'_>, lists: &Lists<'_>, leaves: &[(Pointer, Leaf<'_>)]) {
    let mut known: BTreeMap<Kind, BTreeSet<&str>> = BTreeMap::new();
    for (_, leaf) in leaves {
        if let Leaf::Id { kind, id, .. } = leaf {
            known.entry(*kind).or_default().insert(id);
            known.entry(Kind::Any).or_default().insert(id);
        }
    }
    let none = BTreeSet::new();
    let of_kind = |kind: Kind| known.get(&kind).unwrap_or(&none);
    // A record that could not be read has a finding; to look for it in vain is not another one.
    let mut unread = unread(lists);
    unread.retain(|id| !of_kind(Kind::Any).contains(id));
    let mut asked = 0;
    for (at, leaf) in leaves {
        let Leaf::Reference { kind, id } = leaf else { continue };
        if !of_kind(*kind).contains(id) && !unread.contains(id) {
            asked += 1;
            let similar = (asked <= MOST_MEANT)
                .then(|| similar(id, of_kind(*kind).iter().copied()).map(str::to_owned))
                .flatten();
            report.add(at, Breach::UnknownReference { kind: *kind, id: (*id).to_owned(), similar });
        }
    }
}

/// For so many unknown ids the one that is meant is looked for: it takes a look at all of them.
const MOST_MEANT: usize = 100;

/// The ids of the records that could not be read.
fn unread<'n>(lists: &'n Lists<'_>) -> BTreeSet<&'n str> {
    let root = lists.document.root();
    let mut ids = BTreeSet::new();
    for section in ["regions", "groups", "programmes", "indicators"] {
        if let Some(NodeKind::Object(members)) = root.get(section).map(|node| &node.kind) {
            ids.extend(members.iter().map(|member| &*member.name));
        }
    }
    let mut open = vec![(root, false)];
    while let Some((node, lost)) = open.pop() {
        let lost = lost || lists.dropped.binary_search(&node.at).is_ok();
        match &node.kind {
            NodeKind::Array(items) => open.extend(items.iter().map(|item| (item, lost))),
            NodeKind::Object(members) => {
                ids.extend(node.get("id").and_then(Node::as_str).filter(|_| lost));
                open.extend(members.iter().map(|member| (&member.value, lost)));
            }
            _ => {}
        }
    }
    ids
}

fn cycles(report: &mut Report<'_>, dataset: &Dataset) {
    let regions = dataset.regions.iter().map(|(id, region)| (id.as_str(), region.parent.as_deref()));
    let regions: BTreeMap<_, _> = regions.collect();
    let indicators = dataset.indicators.iter().map(|(id, i)| (id.as_str(), i.part_of.as_deref()));
    let indicators: BTreeMap<_, _> = indicators.collect();
    let root = Pointer::default();
    for id in in_circles(&regions) {
        let breach = Breach::Cycle { kind: Kind::Region, id: id.to_owned() };
        report.add(&root.to("regions").to(id).to("parent"), breach);
    }
    for id in in_circles(&indicators) {
        let breach = Breach::Cycle { kind: Kind::Indicator, id: id.to_owned() };
        report.add(&root.to("indicators").to(id).to("part_of"), breach);
    }
}

/// The ids from which following the parents leads back to the id itself.
fn in_circles<'d>(parents: &BTreeMap<&'d str, Option<&'d str>>) -> Vec<&'d str> {
    let mut circles = BTreeSet::new();
    // The walk in which an id was met first.
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for (walk, start) in parents.keys().enumerate() {
        let mut way = Vec::new();
        let mut next = Some(*start);
        while let Some(at) = next.filter(|at| parents.contains_key(at)) {
            if let Some(before) = met.get(at) {
                // Met on this very walk: the way from there on is a circle.
                if *before == walk {
                    circles.extend(way.iter().skip_while(|other| **other != at).copied());
                }
                break;
            }
            met.insert(at, walk);
            way.push(at);
            next = parents.get(at).copied().flatten();
        }
    }
    circles.into_iter().collect()
}

fn repeated_members(report: &mut Report<'_>, leaves: &[(Pointer, Leaf<'_>)]) {
    let mut seen = BTreeSet::new();
    for (at, leaf) in leaves {
        let Leaf::Reference { kind: Kind::Group, id } = leaf else { continue };
        let Some((set, _)) = at.as_str().rsplit_once('/').filter(|(list, _)| list.ends_with("/members"))
        else {
            continue;
        };
        if !seen.insert((set, *id)) {
            report.add(at, Breach::RepeatedMember { id: (*id).to_owned() });
        }
    }
}

fn languages(report: &mut Report<'_>, dataset: &Dataset, at: &Pointer, text: &Text) {
    for (index, lang) in dataset.languages.iter().enumerate() {
        if text.only(*lang).is_none_or(|words| words.trim().is_empty()) {
            report.add(at, Breach::MissingLanguage { lang: *lang, default: index == 0 });
        }
    }
}

/// Looks for private names in texts that are published as they are.
fn private(report: &mut Report<'_>, names: &Names<'_>, at: &Pointer, texts: &[&str]) {
    for person in names.in_texts(texts) {
        report.add(at, Breach::PrivateName { person: person.as_str().to_owned() });
    }
}

/// Looks for private names in every word of the text but the names themselves: where they are
/// withheld, one that stands elsewhere would be published after all.
fn everywhere(report: &mut Report<'_>, leaves: &[(Pointer, Leaf<'_>)], names: &Names<'_>) {
    if names.is_empty() {
        return;
    }
    let person = |(at, leaf): &(Pointer, Leaf<'_>)| {
        matches!(leaf, Leaf::Person(person) if person.private).then(|| at.to("name"))
    };
    let own: BTreeSet<Pointer> = leaves.iter().filter_map(person).collect();
    let mut open = vec![(Pointer::default(), report.document.root())];
    let mut found = Vec::new();
    while let Some((at, node)) = open.pop() {
        match &node.kind {
            NodeKind::String(text) if !own.contains(&at) => found.push((at, text)),
            NodeKind::Array(items) => {
                open.extend(items.iter().enumerate().map(|(index, item)| (at.to(&index.to_string()), item)));
            }
            NodeKind::Object(members) => {
                for member in members {
                    let at = at.to(&member.name);
                    found.push((at.clone(), &member.name));
                    open.push((at, &member.value));
                }
            }
            _ => {}
        }
    }
    for (at, text) in found {
        private(report, names, &at, &[text, &decoded(text)]);
    }
}

/// An address with its percent-encoded bytes written out.
fn decoded(text: &str) -> String {
    let mut out = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let hex: Vec<u8> = bytes.clone().take(2).collect();
        let code = std::str::from_utf8(&hex).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code.filter(|_| byte == b'%' && hex.len() == 2) {
            Some(code) => {
                out.push(code);
                bytes.nth(1);
            }
            None => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn past(report: &mut Report<'_>, updated: Option<Date>, at: &Pointer, date: Date) {
    if let Some(updated) = updated.filter(|updated| date.is_after(*updated)) {
        report.add(at, Breach::FutureDate { date, updated });
    }
}

fn address(report: &mut Report<'_>, at: &Pointer, url: &str, relative: bool) {
    let web = ["https://", "http://"].iter().any(|scheme| {
        let rest = url.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme));
        rest.is_some() && url.len() > scheme.len()
    });
    let has_scheme = url.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    let local = relative && !url.is_empty() && !has_scheme && !url.starts_with("//");
    let clean = !url.chars().any(|c| c.is_whitespace() || c.is_control());
    if !clean || !(web || local) {
        report.add(at, Breach::BadUrl { url: url.to_owned() });
    }
}
