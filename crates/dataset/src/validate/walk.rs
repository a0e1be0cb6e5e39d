//! One walk over a dataset, which many rules look at.
//!
//! The walk is the list of what every field of the format *is*: an id, a reference, a text, a
//! date. A field that is added to the types is added here, and the rules hold for it.
use std::cell::RefCell;

use crate::json::{Document, Kind as JsonKind};
use crate::{
    Award, AwardCounts, Category, ClaimCase, Claims, Currency, Dataset, Date, Event, Evidence, Fact, Group,
    GroupSet, Indicator, List, Map, Note, Observation, Person, Place, Policy, Programme, Records, Region,
    Source, Statement, Target, Term, Text, Time, Unit, Winner,
};

use super::Kind;
use super::places::Places;

/// A JSON pointer that grows.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pointer(String);

impl Pointer {
    /// The pointer of a member or an element.
    pub(super) fn to(&self, token: &str) -> Self {
        Self(format!("{}/{}", self.0, token.replace('~', "~0").replace('/', "~1")))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Something that rules are about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Leaf<'d> {
    /// The id of a record. Ids of a kind differ within the record that is the scope.
    Id { kind: Kind, id: &'d str, scope: &'d str },
    /// The id of another record.
    Reference { kind: Kind, id: &'d str },
    /// A text that is published as it is.
    Text(&'d Text),
    /// A text that names who received an award: published, and a name on purpose.
    Name(&'d Text),
    /// Where something stands in a source.
    Evidence(&'d Evidence),
    /// A date that lies in the past.
    Past(Date),
    /// A currency.
    Currency(&'d Currency),
    /// An address; a relative one where `relative`.
    Url { url: &'d str, relative: bool },
    /// The hash of a text.
    Hash(&'d str),
    /// A person who is named.
    Person(&'d Person),
}

/// All leaves of a dataset with their pointers, in the order of the types.
pub(super) fn leaves<'d>(dataset: &'d Dataset, lists: &Lists<'_>) -> Vec<(Pointer, Leaf<'d>)> {
    let mut walk = Walk { lists, leaves: Vec::new() };
    walk.dataset(dataset);
    walk.leaves
}

/// Knows which elements of the text's arrays were left out of a [`List`].
pub(super) struct Lists<'t> {
    pub(super) document: &'t Document<'t>,
    pub(super) dropped: &'t [u32],
    places: RefCell<Places<'t>>,
}

impl<'t> Lists<'t> {
    pub(super) fn new(document: &'t Document<'t>, dropped: &'t [u32]) -> Self {
        Self { document, dropped, places: RefCell::new(Places::new(document)) }
    }

    /// The elements of a list, with the pointers they have in the text.
    pub(super) fn of<'d, T>(&self, at: &Pointer, list: &'d List<T>) -> Vec<(Pointer, &'d T)> {
        let nodes = match self.places.borrow_mut().node(at.as_str()).map(|node| &node.kind) {
            Some(JsonKind::Array(nodes)) => nodes.as_slice(),
            _ => &[],
        };
        let kept = nodes.iter().enumerate().filter(|(_, node)| self.dropped.binary_search(&node.at).is_err());
        kept.map(|(index, _)| at.to(&index.to_string())).zip(list).collect()
    }
}

struct Walk<'d, 'l, 't> {
    lists: &'l Lists<'t>,
    leaves: Vec<(Pointer, Leaf<'d>)>,
}

impl<'d> Walk<'d, '_, '_> {
    fn add(&mut self, at: Pointer, leaf: Leaf<'d>) {
        self.leaves.push((at, leaf));
    }

    fn id(&mut self, at: &Pointer, kind: Kind, id: &'d str) {
        self.add(at.to("id"), Leaf::Id { kind, id, scope: "" });
    }

    fn refer(&mut self, at: &Pointer, name: &str, kind: Kind, id: impl Into<Option<&'d String>>) {
        if let Some(id) = id.into() {
            self.add(at.to(name), Leaf::Reference { kind, id });
        }
    }

    fn text(&mut self, at: &Pointer, name: &str, text: impl Into<Option<&'d Text>>) {
        if let Some(text) = text.into() {
            self.add(at.to(name), Leaf::Text(text));
        }
    }

    fn evidence(&mut self, at: &Pointer, evidence: Option<&'d Evidence>) {
        if let Some(evidence) = evidence {
            let at = at.to("evidence");
            self.refer(&at, "source", Kind::Source, &evidence.source);
            self.add(at, Leaf::Evidence(evidence));
        }
    }

    fn past(&mut self, at: &Pointer, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.add(at.to(name), Leaf::Past(date));
        }
    }

    fn currency(&mut self, at: &Pointer, name: &str, currency: Option<&'d Currency>) {
        if let Some(currency) = currency {
            self.add(at.to(name), Leaf::Currency(currency));
        }
    }

    fn list<T>(&mut self, at: &Pointer, name: &str, list: &'d List<T>, each: fn(&mut Self, &Pointer, &'d T)) {
        for (at, item) in self.lists.of(&at.to(name), list) {
            each(self, &at, item);
        }
    }

    fn map<T>(
        &mut self,
        at: &Pointer,
        name: &str,
        kind: Kind,
        map: &'d Map<T>,
        each: fn(&mut Self, &Pointer, &'d T),
    ) {
        let at = at.to(name);
        for (id, item) in map.iter() {
            let at = at.to(id);
            self.add(at.clone(), Leaf::Id { kind, id, scope: "" });
            each(self, &at, item);
        }
    }

    fn dataset(&mut self, data: &'d Dataset) {
        let at = &Pointer::default();
        self.text(at, "title", &data.title);
        self.text(at, "summary", data.summary.as_ref());
        self.refer(at, "region", Kind::Region, &data.region);
        self.text(at, "office", data.office.as_ref());
        if let Some(scheme) = &data.scheme {
            self.text(&at.to("scheme"), "name", &scheme.name);
            self.text(&at.to("scheme"), "short", scheme.short.as_ref());
        }
        if let Some(population) = &data.population {
            self.text(&at.to("population"), "one", &population.one);
            self.text(&at.to("population"), "many", &population.many);
        }
        self.currency(at, "currency", data.currency.as_ref());
        self.refer(at, "headline", Kind::Observation, data.headline.as_ref());
        self.list(at, "sources", &data.sources, Self::source);
        self.map(at, "regions", Kind::Region, &data.regions, Self::region);
        self.map(at, "groups", Kind::Group, &data.groups, Self::group);
        self.list(at, "group_sets", &data.group_sets, Self::group_set);
        self.map(at, "programmes", Kind::Programme, &data.programmes, Self::programme);
        self.map(at, "indicators", Kind::Indicator, &data.indicators, Self::indicator);
        self.list(at, "observations", &data.observations, Self::observation);
        for (at, series_break) in self.lists.of(&at.to("series_breaks"), &data.series_breaks) {
            self.refer(&at, "indicator", Kind::Indicator, &series_break.indicator);
            self.text(&at, "note", &series_break.note);
            self.evidence(&at, series_break.evidence.as_ref());
        }
        if let Some(claims) = data.claims.as_ref() {
            self.claims(&at.to("claims"), claims);
        }
        self.list(at, "awards", &data.awards, Self::award);
        self.list(at, "events", &data.events, Self::event);
        self.list(at, "policies", &data.policies, Self::policy);
        self.list(at, "statements", &data.statements, Self::statement);
        self.list(at, "facts", &data.facts, Self::fact);
        self.list(at, "notes", &data.notes, Self::note);
        self.list(at, "glossary", &data.glossary, Self::term);
    }

    fn source(&mut self, at: &Pointer, source: &'d Source) {
        self.id(at, Kind::Source, &source.id);
        self.text(at, "publisher", &source.publisher);
        self.text(at, "title", &source.title);
        if let Some(url) = &source.url {
            self.add(at.to("url"), Leaf::Url { url, relative: false });
        }
        self.past(at, "published", source.published);
        if let Some(archived) = &source.archived {
            let at = at.to("archived");
            if let Some(url) = &archived.url {
                self.add(at.to("url"), Leaf::Url { url, relative: false });
            }
            self.add(at.to("sha256"), Leaf::Hash(&archived.sha256));
        }
        self.text(at, "note", source.note.as_ref());
    }

    fn region(&mut self, at: &Pointer, region: &'d Region) {
        self.text(at, "name", &region.name);
        self.text(at, "short", region.short.as_ref());
        self.refer(at, "parent", Kind::Region, region.parent.as_ref());
        let label = region.tile.as_ref().and_then(|tile| tile.label.as_ref());
        self.text(&at.to("tile"), "label", label);
    }

    fn group(&mut self, at: &Pointer, group: &'d Group) {
        self.text(at, "label", &group.label);
        self.text(at, "definition", group.definition.as_ref());
        self.text(at, "base", group.base.as_ref());
    }

    fn group_set(&mut self, at: &Pointer, set: &'d GroupSet) {
        self.id(at, Kind::GroupSet, &set.id);
        self.text(at, "label", &set.label);
        let members = at.to("members");
        for (index, id) in set.members.iter().enumerate() {
            self.refer(&members, &index.to_string(), Kind::Group, id);
        }
        self.evidence(at, set.evidence.as_ref());
    }

    fn programme(&mut self, at: &Pointer, programme: &'d Programme) {
        self.text(at, "label", &programme.label);
        self.text(at, "definition", programme.definition.as_ref());
        let includes = at.to("includes");
        for (index, id) in programme.includes.iter().enumerate() {
            self.refer(&includes, &index.to_string(), Kind::Programme, id);
        }
    }

    fn indicator(&mut self, at: &Pointer, indicator: &'d Indicator) {
        self.text(at, "label", &indicator.label);
        self.text(at, "definition", indicator.definition.as_ref());
        if let Unit::Money(currency) = &indicator.unit {
            self.currency(at, "unit", Some(currency));
        }
        self.text(at, "unit_name", indicator.unit_name.as_ref());
        self.text(at, "counted", indicator.counted.as_ref());
        if let Some(change) = &indicator.change {
            self.refer(&at.to("change"), "of", Kind::Indicator, &change.of);
        }
        self.refer(at, "part_of", Kind::Indicator, indicator.part_of.as_ref());
        self.refer(at, "numerator", Kind::Indicator, indicator.numerator.as_ref());
        self.refer(at, "denominator", Kind::Indicator, indicator.denominator.as_ref());
        if let Some(bounds) = &indicator.average_bounds {
            let at = at.to("average_bounds");
            self.refer(&at, "per", Kind::Indicator, &bounds.per);
            self.refer(&at, "policy", Kind::Policy, bounds.policy.as_ref());
        }
    }

    fn observation(&mut self, at: &Pointer, observation: &'d Observation) {
        self.id(at, Kind::Observation, &observation.id);
        self.refer(at, "indicator", Kind::Indicator, &observation.indicator);
        self.refer(at, "region", Kind::Region, &observation.region);
        self.refer(at, "group", Kind::Group, observation.group.as_ref());
        self.refer(at, "programme", Kind::Programme, observation.programme.as_ref());
        match observation.time {
            Time::AsOf(date) => self.past(&at.to("time"), "as_of", Some(date)),
            Time::Period { start, end } => {
                self.past(&at.to("time"), "start", start);
                self.past(&at.to("time"), "end", Some(end));
            }
        }
        self.evidence(at, observation.evidence.as_ref());
        self.text(at, "paid_by", observation.paid_by.as_ref());
        self.text(at, "note", observation.note.as_ref());
    }

    fn claims(&mut self, at: &Pointer, claims: &'d Claims) {
        self.list(at, "cases", &claims.cases, Self::case);
        if let Some(records) = &claims.records {
            self.records(&at.to("records"), records);
        }
    }

    fn records(&mut self, at: &Pointer, records: &'d Records) {
        self.add(at.to("href"), Leaf::Url { url: &records.href, relative: true });
        for (at, column) in self.lists.of(&at.to("columns"), &records.columns) {
            self.text(&at, "label", &column.label);
            self.text(&at, "definition", column.definition.as_ref());
        }
        self.evidence(at, records.evidence.as_ref());
    }

    fn case(&mut self, at: &Pointer, case: &'d ClaimCase) {
        self.id(at, Kind::Case, &case.id);
        self.past(at, "date", case.date);
        self.refer(at, "programme", Kind::Programme, case.programme.as_ref());
        for (name, person) in [("beneficiary", &case.beneficiary), ("insured", &case.insured)] {
            if let Some(person) = person {
                self.add(at.to(name), Leaf::Person(person));
            }
        }
        self.text(at, "relation", case.relation.as_ref());
        self.refer(at, "group", Kind::Group, case.group.as_ref());
        self.text(at, "workplace", case.workplace.as_ref());
        self.place(at, case.place.as_ref());
        self.currency(at, "currency", case.currency.as_ref());
        self.evidence(at, case.evidence.as_ref());
        self.text(at, "note", case.note.as_ref());
    }

    fn place(&mut self, at: &Pointer, place: Option<&'d Place>) {
        if let Some(place) = place {
            self.refer(&at.to("place"), "region", Kind::Region, &place.region);
            self.text(&at.to("place"), "note", place.note.as_ref());
        }
    }

    fn award(&mut self, at: &Pointer, award: &'d Award) {
        self.id(at, Kind::Award, &award.id);
        self.text(at, "name", &award.name);
        self.refer(at, "region", Kind::Region, award.region.as_ref());
        let organisers = at.to("organisers");
        for (index, organiser) in award.organisers.iter().enumerate() {
            self.text(&organisers, &index.to_string(), organiser);
        }
        self.refer(at, "event", Kind::Event, award.event.as_ref());
        if let Some(jury) = award.jury.as_ref() {
            let at = at.to("jury");
            for (at, juror) in self.lists.of(&at.to("members"), &jury.members) {
                self.text(&at, "role", juror.role.as_ref());
                self.evidence(&at, juror.evidence.as_ref());
            }
            self.evidence(&at, jury.evidence.as_ref());
        }
        self.counts(at, award.stated.as_ref());
        for (at, category) in self.lists.of(&at.to("categories"), &award.categories) {
            self.category(&at, category, &award.id);
        }
        for (at, winner) in self.lists.of(&at.to("special"), &award.special) {
            self.winner(&at, winner, &award.id);
        }
        self.evidence(at, award.evidence.as_ref());
        self.text(at, "note", award.note.as_ref());
    }

    fn category(&mut self, at: &Pointer, category: &'d Category, award: &'d str) {
        self.add(at.to("id"), Leaf::Id { kind: Kind::Category, id: &category.id, scope: award });
        self.text(at, "label", &category.label);
        self.text(at, "parent", category.parent.as_ref());
        self.counts(at, category.stated.as_ref());
        for (at, winner) in self.lists.of(&at.to("winners"), &category.winners) {
            self.winner(&at, winner, award);
        }
        self.evidence(at, category.evidence.as_ref());
        self.text(at, "note", category.note.as_ref());
    }

    fn counts(&mut self, at: &Pointer, counts: Option<&'d AwardCounts>) {
        self.evidence(&at.to("stated"), counts.and_then(|counts| counts.evidence.as_ref()));
    }

    fn winner(&mut self, at: &Pointer, winner: &'d Winner, award: &'d str) {
        self.add(at.to("id"), Leaf::Id { kind: Kind::Winner, id: &winner.id, scope: award });
        self.add(at.to("name"), Leaf::Name(&winner.name));
        self.refer(at, "region", Kind::Region, winner.region.as_ref());
        self.place(at, winner.place.as_ref());
        self.text(at, "citation", winner.citation.as_ref());
        if let Some(persons) = &winner.persons {
            self.text(&at.to("persons"), "label", persons.label.as_ref());
            self.evidence(&at.to("persons"), persons.evidence.as_ref());
        }
        if let Some(prize) = &winner.prize {
            self.currency(&at.to("prize"), "currency", prize.currency.as_ref());
        }
        self.evidence(at, winner.evidence.as_ref());
        self.text(at, "note", winner.note.as_ref());
    }

    fn event(&mut self, at: &Pointer, event: &'d Event) {
        self.id(at, Kind::Event, &event.id);
        self.text(at, "label", &event.label);
        self.text(at, "venue", event.venue.as_ref());
        self.refer(at, "region", Kind::Region, event.region.as_ref());
        for (at, attendee) in self.lists.of(&at.to("attendees"), &event.attendees) {
            self.add(at.to("name"), Leaf::Name(&attendee.name));
            self.text(&at, "office", attendee.office.as_ref());
            self.evidence(&at, attendee.evidence.as_ref());
        }
        self.evidence(at, event.evidence.as_ref());
        self.text(at, "note", event.note.as_ref());
    }

    fn policy(&mut self, at: &Pointer, policy: &'d Policy) {
        self.id(at, Kind::Policy, &policy.id);
        self.text(at, "instrument", &policy.instrument);
        self.text(at, "about", &policy.about);
        self.list(at, "targets", &policy.targets, Self::target);
        self.evidence(at, policy.evidence.as_ref());
    }

    fn target(&mut self, at: &Pointer, target: &'d Target) {
        self.id(at, Kind::Target, &target.id);
        self.text(at, "label", &target.label);
        self.refer(at, "indicator", Kind::Indicator, &target.indicator);
        self.refer(at, "region", Kind::Region, target.region.as_ref());
        self.evidence(at, target.evidence.as_ref());
        self.text(at, "note", target.note.as_ref());
    }

    fn statement(&mut self, at: &Pointer, statement: &'d Statement) {
        self.id(at, Kind::Statement, &statement.id);
        self.text(at, "office", statement.office.as_ref());
        self.past(at, "date", statement.date);
        self.text(at, "text", &statement.text);
        self.evidence(at, statement.evidence.as_ref());
    }

    fn fact(&mut self, at: &Pointer, fact: &'d Fact) {
        self.id(at, Kind::Fact, &fact.id);
        self.text(at, "label", &fact.label);
        let about = at.to("about");
        for (index, id) in fact.about.iter().enumerate() {
            self.refer(&about, &index.to_string(), Kind::Any, id);
        }
        for (at, version) in self.lists.of(&at.to("versions"), &fact.versions) {
            self.text(&at, "text", &version.text);
            self.evidence(&at, version.evidence.as_ref());
        }
        self.text(at, "note", fact.note.as_ref());
    }

    fn note(&mut self, at: &Pointer, note: &'d Note) {
        self.id(at, Kind::Note, &note.id);
        let about = at.to("about");
        for (index, id) in note.about.iter().enumerate() {
            self.refer(&about, &index.to_string(), Kind::Any, id);
        }
        self.text(at, "text", &note.text);
        self.evidence(at, note.evidence.as_ref());
    }

    fn term(&mut self, at: &Pointer, term: &'d Term) {
        self.id(at, Kind::Term, &term.id);
        self.text(at, "term", &term.term);
        self.text(at, "expansion", term.expansion.as_ref());
        self.text(at, "definition", &term.definition);
    }
}
