//! Each kind of record of the dataset as a table.
use dataset::{
    BreakKind, ClaimCase, Dataset, Decimal, FactVersion, Observation, Person, Role, Time, Unit, Value,
};

use super::{
    Kind, Table,
    awards::{award_winners, awards, jury, special_awards},
    build::{Record, table},
    references::{REGION, SOURCE},
};

const GROUP: (&str, &str, &str) = ("group", "groups", "id");
const PROGRAMME: (&str, &str, &str) = ("programme", "programmes", "id");
const INDICATOR: (&str, &str, &str) = ("indicator", "indicators", "id");

/// The name of the table of all figures.
pub const FIGURES: &str = "observations";

/// The tables, also those without rows.
pub fn tables(data: &Dataset) -> Vec<Table> {
    let mut tables = vec![observations(data), indicators(data), programmes(data)];
    tables.extend(regions(data));
    tables.extend(groups(data));
    tables.extend([series_breaks(data), claim_cases(data)]);
    tables.extend(awards(data));
    tables.extend([award_winners(data), special_awards(data), jury(data)]);
    tables.extend(events(data));
    tables.extend(policies(data));
    tables.extend([statements(data), notes(data)]);
    tables.extend(facts(data));
    tables.extend([glossary(data), sources(data)]);
    tables
}

fn observations(data: &Dataset) -> Table {
    let references = [INDICATOR, REGION, GROUP, PROGRAMME, SOURCE];
    let titles = ("Angka-angka", "Observations");
    table(FIGURES, titles, &["id"], &references, data.observations.iter().map(|o| observation(data, o)))
}

fn observation(data: &Dataset, o: &Observation) -> Record {
    let indicator = data.indicators.get(&o.indicator);
    let region = data.regions.get(&o.region).map(|region| &region.name);
    let group = o.group.as_ref().and_then(|id| data.groups.get(id)).map(|group| &group.label);
    let programme = o.programme.as_ref().and_then(|id| data.programmes.get(id)).map(|p| &p.label);
    let stated = o.value.stated();
    let missing = match o.value {
        Value::Missing(reason) => Some(reason.word()),
        Value::Stated(_) => None,
    };
    let record = Record::default()
        .word("id", Some(&o.id), "The figure's id.")
        .word("indicator", Some(&o.indicator), "The id of what is observed.")
        .text("indicator_label", indicator.map(|i| &i.label), "What the indicator is called.")
        .word("region", Some(&o.region), "The id of where.")
        .text("region_name", region, "The region's name.")
        .word("group", o.group.as_deref(), "The id of the group it is about; empty for all who are counted.")
        .text("group_label", group, "What the group is called.")
        .word("programme", o.programme.as_deref(), "The id of the programme; empty for all, or not stated.")
        .text("programme_label", programme, "What the programme is called.");
    time(record, o.time)
        .field("value", Kind::Number, stated.map(|s| s.number), "The figure; empty where there is none.")
        .field(
            "upper",
            Kind::Number,
            stated.and_then(|s| s.upper()),
            "The larger one of two numbers between which the truth lies; value is the smaller one.",
        )
        .word("unit", indicator.map(|i| unit(&i.unit)), "percent, person, claim, or a currency (ISO 4217).")
        .word("missing", missing, "Why there is no figure.")
        .word("qualifier", stated.map(|s| s.qualifier.word()), "How the figure relates to the truth.")
        .field("step", Kind::Number, stated.and_then(|s| s.step), "The rounding step; empty where exact.")
        .word("status", Some(o.status.word()), "Observation status after SDMX (CL_OBS_STATUS).")
        .field(
            "preferred",
            Kind::Boolean,
            Some(o.preferred),
            "Whether it is the one shown where several sources state the same figure.",
        )
        .evidence(o.evidence.as_ref())
        .text("paid_by", o.paid_by.as_ref(), "Who pays.")
        .note(o.note.as_ref())
}

fn time(record: Record, time: Time) -> Record {
    let (kind, start, end) = match time {
        Time::AsOf(date) => ("as_of", None, date),
        Time::Period { start, end } => ("period", start, end),
    };
    record
        .word("time_kind", Some(kind), "as_of: the state on a date; period: over a period.")
        .date("start", start, "The first date of the period; empty where it is not stated.")
        .date("end", Some(end), "The date, or the last date of the period.")
}

fn indicators(data: &Dataset) -> Table {
    let titles = ("Indikator", "Indicators");
    let references = [
        ("part_of", "indicators", "id"),
        ("numerator", "indicators", "id"),
        ("denominator", "indicators", "id"),
        ("average_per", "indicators", "id"),
        ("change_of", "indicators", "id"),
    ];
    let records = data.indicators.iter().map(|(id, i)| {
        let bounds = i.average_bounds.as_ref();
        Record::default()
            .word("id", Some(id), "The indicator's id.")
            .text("label", Some(&i.label), "What it is called.")
            .text("definition", i.definition.as_ref(), "What it means.")
            .word("unit", Some(unit(&i.unit)), "percent, person, claim, or a currency (ISO 4217).")
            .text(
                "unit_name",
                i.unit_name.as_ref(),
                "What the unit is called where its word does not say it.",
            )
            .word("role", i.role.map(Role::word), "What it says about coverage or claims.")
            .text("counted", i.counted.as_ref(), "Who or what is counted.")
            .word("part_of", i.part_of.as_deref(), "The id of the indicator that already contains it.")
            .word("numerator", i.numerator.as_deref(), "For a rate: the indicator above the line.")
            .word("denominator", i.denominator.as_deref(), "For a rate: the indicator below the line.")
            .word("average_per", bounds.map(|b| &*b.per), "The indicator that its average is computed by.")
            .field(
                "average_low",
                Kind::Number,
                bounds.map(|b| b.low),
                "The smallest average that is possible.",
            )
            .field(
                "average_high",
                Kind::Number,
                bounds.map(|b| b.high),
                "The largest average that is possible.",
            )
            .word(
                "average_policy",
                bounds.and_then(|b| b.policy.as_deref()),
                "The id of the policy that says so.",
            )
            .word(
                "change_of",
                i.change.as_ref().map(|c| &*c.of),
                "For a stated change: the indicator that changes.",
            )
            .word(
                "change_in",
                i.change.as_ref().map(|c| c.kind.word()),
                "For a stated change: points or percent.",
            )
    });
    table("indicators", titles, &["id"], &references, records)
}

fn programmes(data: &Dataset) -> Table {
    let records = data.programmes.iter().map(|(id, programme)| {
        Record::default()
            .word("id", Some(id), "The programme's id.")
            .text("label", Some(&programme.label), "What it is called.")
            .word("abbreviation", programme.abbreviation.as_deref(), "Its abbreviation.")
            .text("definition", programme.definition.as_ref(), "What it gives.")
            .word(
                "includes",
                (!programme.includes.is_empty()).then(|| programme.includes.join(" ")).as_deref(),
                "The ids of the programmes that it stands for, with spaces between.",
            )
    });
    table("programmes", ("Program", "Programmes"), &["id"], &[], records)
}

fn regions(data: &Dataset) -> [Table; 2] {
    let regions = data.regions.iter().map(|(id, region)| {
        let tile = region.tile.as_ref();
        Record::default()
            .word("id", Some(id), "The region's id.")
            .text("name", Some(&region.name), "Its name with its kind.")
            .text("short", region.short.as_ref(), "Its name without its kind.")
            .word("level", Some(&region.level), "What kind of territory it is.")
            .word("parent", region.parent.as_deref(), "The id of the region it lies in.")
            .field(
                "tile_column",
                Kind::Integer,
                tile.map(|tile| tile.column),
                "Its column on a map of tiles, counted from the west; empty where it has no tile.",
            )
            .field(
                "tile_row",
                Kind::Integer,
                tile.map(|tile| tile.row),
                "Its row on a map of tiles, counted from the north; empty where it has no tile.",
            )
            .text(
                "tile_label",
                tile.and_then(|tile| tile.label.as_ref()),
                "Its name on a tile, where that is not its short name; a soft hyphen says where it may break.",
            )
    });
    let codes = data.regions.iter().flat_map(|(id, region)| {
        region.codes.iter().map(move |(system, code)| {
            Record::default()
                .word("region", Some(id), "The region's id.")
                .word("system", Some(system), "The code system, such as kemendagri or bps.")
                .word("code", Some(code), "The code: words, not a number; a trailing zero counts.")
        })
    });
    [
        table("regions", ("Daerah", "Regions"), &["id"], &[("parent", "regions", "id")], regions),
        table("region-codes", ("Kode daerah", "Region codes"), &["region", "system"], &[REGION], codes),
    ]
}

fn groups(data: &Dataset) -> [Table; 3] {
    let groups = data.groups.iter().map(|(id, group)| {
        Record::default()
            .word("id", Some(id), "The group's id.")
            .text("label", Some(&group.label), "What it is called.")
            .text("definition", group.definition.as_ref(), "Who belongs to it.")
            .text("base", group.base.as_ref(), "What is known of the base of its rate.")
    });
    let sets = data.group_sets.iter().map(|set| {
        Record::default()
            .word("id", Some(&set.id), "The set's id.")
            .text("label", Some(&set.label), "What it is called.")
            .field("exhaustive", Kind::Boolean, set.exhaustive, "Whether the groups make up the whole.")
            .field("disjoint", Kind::Boolean, set.disjoint, "Whether no one is in two groups.")
            .evidence(set.evidence.as_ref())
    });
    let members = data.group_sets.iter().flat_map(|set| {
        set.members.iter().map(move |group| {
            Record::default().word("set", Some(&set.id), "The id of the set.").word(
                "group",
                Some(group),
                "The id of the group.",
            )
        })
    });
    [
        table("groups", ("Kelompok", "Groups"), &["id"], &[], groups),
        table("group-sets", ("Himpunan kelompok", "Sets of groups"), &["id"], &[SOURCE], sets),
        table(
            "group-set-members",
            ("Isi himpunan kelompok", "Groups in each set"),
            &["set", "group"],
            &[("set", "group-sets", "id"), GROUP],
            members,
        ),
    ]
}

fn facts(data: &Dataset) -> [Table; 2] {
    let facts = data.facts.iter().map(|fact| {
        Record::default()
            .word("id", Some(&fact.id), "The fact's id.")
            .text("label", Some(&fact.label), "What the sources differ about.")
            .word(
                "about",
                Some(&fact.about.join(" ")),
                "The ids of the records it is about, with spaces between.",
            )
            .note(fact.note.as_ref())
    });
    let versions = data.facts.iter().flat_map(|fact| {
        fact.versions.iter().zip(1..).map(move |(version, position): (&FactVersion, u32)| {
            Record::default()
                .word("fact", Some(&fact.id), "The id of the fact.")
                .field("position", Kind::Integer, Some(position), "The place in the dataset's order, from 1.")
                .text("text", Some(&version.text), "What the source states.")
                .field("preferred", Kind::Boolean, Some(version.preferred), "Whether it is held to be right.")
                .evidence(version.evidence.as_ref())
        })
    });
    let titles = ("Pernyataan sumber yang berbeda", "What sources state differently");
    [
        table("facts", ("Hal yang berbeda antarsumber", "What sources differ about"), &["id"], &[], facts),
        table("fact-versions", titles, &["fact", "position"], &[("fact", "facts", "id"), SOURCE], versions),
    ]
}

fn series_breaks(data: &Dataset) -> Table {
    let records = data.series_breaks.iter().map(|series_break| {
        Record::default()
            .word("indicator", Some(&series_break.indicator), "The id of the indicator.")
            .date("at", Some(series_break.at), "The first date of the new series.")
            .word("kind", series_break.kind.map(BreakKind::word), "base, method, edition or definition.")
            .text("note", Some(&series_break.note), "What changed.")
            .evidence(series_break.evidence.as_ref())
    });
    let key = ["indicator", "at"];
    table("series-breaks", ("Putusnya deret", "Breaks in series"), &key, &[INDICATOR, SOURCE], records)
}

fn claim_cases(data: &Dataset) -> Table {
    let cases = data.claims.as_ref().map_or(&[][..], |claims| &claims.cases);
    let references = [PROGRAMME, GROUP, REGION, SOURCE];
    let titles = ("Klaim satu per satu", "Single claims");
    table("handovers", titles, &["id"], &references, cases.iter().map(|case| claim_case(data, case)))
}

fn claim_case(data: &Dataset, case: &ClaimCase) -> Record {
    let currency = case.currency.as_ref().or(data.currency.as_ref());
    let masked = data.privacy.mask_private_persons;
    let name = |person: &Option<Person>| {
        person.as_ref().filter(|person| !(person.private && masked)).and_then(|person| person.name.clone())
    };
    let private = |person: &Option<Person>| person.as_ref().map(|person| person.private);
    let withheld = "Empty where the dataset withholds private persons' names.";
    Record::default()
        .word("id", Some(&case.id), "The claim's id.")
        .date("date", case.date, "When it was paid or handed over.")
        .word("programme", case.programme.as_deref(), "The id of the programme that paid.")
        .field("beneficiary", Kind::Text, name(&case.beneficiary), &format!("Who received it. {withheld}"))
        .field(
            "beneficiary_private",
            Kind::Boolean,
            private(&case.beneficiary),
            "Whether that is a private person.",
        )
        .text("relation", case.relation.as_ref(), "What the beneficiary is to the insured person.")
        .field("insured", Kind::Text, name(&case.insured), &format!("The insured person. {withheld}"))
        .field("insured_private", Kind::Boolean, private(&case.insured), "Whether that is a private person.")
        .word("group", case.group.as_deref(), "The id of the group the insured person belonged to.")
        .text("workplace", case.workplace.as_ref(), "Group and workplace as the source prints them.")
        .word(
            "region",
            case.place.as_ref().map(|p| p.region.as_str()),
            "The id of where the insured person worked.",
        )
        .word("region_basis", case.place.as_ref().map(|p| p.basis.word()), "stated or inferred.")
        .field("amount", Kind::Integer, case.amount, "In whole units of the currency.")
        .word("currency", currency.map(|c| c.code()), "The currency after ISO 4217.")
        .field("symbolic", Kind::Boolean, Some(case.symbolic), "Whether it was handed over as a symbol.")
        .evidence(case.evidence.as_ref())
        .note(case.note.as_ref())
}

fn events(data: &Dataset) -> [Table; 2] {
    let events = data.events.iter().map(|event| {
        Record::default()
            .word("id", Some(&event.id), "The event's id.")
            .text("label", Some(&event.label), "What it was.")
            .date("date", event.date, "When.")
            .text("venue", event.venue.as_ref(), "The venue.")
            .word("region", event.region.as_deref(), "The id of the region it took place in.")
            .evidence(event.evidence.as_ref())
            .note(event.note.as_ref())
    });
    let attendees = data.events.iter().flat_map(|event| {
        event.attendees.iter().zip(1_u32..).map(move |(attendee, position)| {
            Record::default()
                .word("event", Some(&event.id), "The id of the event.")
                .field("position", Kind::Integer, Some(position), "The place in the source's list, from 1.")
                .text("name", Some(&attendee.name), "Who attended.")
                .text("office", attendee.office.as_ref(), "The office held.")
                .evidence(attendee.evidence.as_ref())
        })
    });
    let key = ["event", "position"];
    let references = [("event", "events", "id"), SOURCE];
    [
        table("events", ("Acara", "Events"), &["id"], &[REGION, SOURCE], events),
        table("event-attendees", ("Yang hadir", "Attendees"), &key, &references, attendees),
    ]
}

fn policies(data: &Dataset) -> [Table; 2] {
    let policies = data.policies.iter().map(|policy| {
        Record::default()
            .word("id", Some(&policy.id), "The policy's id.")
            .text("instrument", Some(&policy.instrument), "What kind of instrument it is.")
            .word("number", policy.number.as_deref(), "Its number.")
            .field("year", Kind::Integer, policy.year, "Its year.")
            .text("about", Some(&policy.about), "What it is about.")
            .evidence(policy.evidence.as_ref())
    });
    let targets = data.policies.iter().flat_map(|policy| {
        policy.targets.iter().map(move |target| {
            Record::default()
                .word("policy", Some(&policy.id), "The id of the policy.")
                .word("id", Some(&target.id), "The goal's id.")
                .text("label", Some(&target.label), "What it is called.")
                .word("indicator", Some(&target.indicator), "The id of the indicator it is set for.")
                .word("region", target.region.as_deref(), "The id of the region it is set for.")
                .field("value", Kind::Number, target.value, "The value to reach.")
                .word("basis", target.value.map(|_: Decimal| target.basis.word()), "stated or inferred.")
                .date("by", target.by, "By when.")
                .evidence(target.evidence.as_ref())
                .note(target.note.as_ref())
        })
    });
    let references = [("policy", "policies", "id"), INDICATOR, REGION, SOURCE];
    [
        table("policies", ("Dasar hukum", "Legal basis"), &["id"], &[SOURCE], policies),
        table("targets", ("Sasaran", "Goals"), &["policy", "id"], &references, targets),
    ]
}

fn statements(data: &Dataset) -> Table {
    let records = data.statements.iter().map(|statement| {
        Record::default()
            .word("id", Some(&statement.id), "The statement's id.")
            .word("speaker", Some(&statement.speaker), "Who said it.")
            .text("office", statement.office.as_ref(), "The office held.")
            .date("date", statement.date, "When.")
            .text("text", Some(&statement.text), "A paraphrase, never the words of the source.")
            .evidence(statement.evidence.as_ref())
    });
    table("statements", ("Pernyataan", "Statements"), &["id"], &[SOURCE], records)
}

fn notes(data: &Dataset) -> Table {
    let records = data.notes.iter().map(|note| {
        Record::default()
            .word("id", Some(&note.id), "The note's id.")
            .word("severity", Some(note.severity.word()), "info, gap or contradiction.")
            .word("about", Some(&note.about.join(" ")), "The ids of what it is about, with spaces between.")
            .text("text", Some(&note.text), "The note.")
            .evidence(note.evidence.as_ref())
    });
    table("notes", ("Catatan data", "Data notes"), &["id"], &[SOURCE], records)
}

fn glossary(data: &Dataset) -> Table {
    let records = data.glossary.iter().map(|term| {
        Record::default()
            .word("id", Some(&term.id), "The term's id.")
            .text("term", Some(&term.term), "The term.")
            .text("expansion", term.expansion.as_ref(), "What it stands for.")
            .text("definition", Some(&term.definition), "What it means.")
    });
    table("glossary", ("Istilah", "Glossary"), &["id"], &[], records)
}

fn sources(data: &Dataset) -> Table {
    let records = data.sources.iter().map(|source| {
        Record::default()
            .word("id", Some(&source.id), "The source's id.")
            .text("publisher", Some(&source.publisher), "Who published it.")
            .text("title", Some(&source.title), "Its title.")
            .field("url", Kind::Address, source.url.as_deref(), "Its address.")
            .date("published", source.published, "When it was published.")
            .word("language", source.language.as_deref(), "The language it is written in (BCP 47).")
            .word("licence", source.licence.as_deref(), "Its licence; empty where it states none.")
            .note(source.note.as_ref())
    });
    table("sources", ("Sumber", "Sources"), &["id"], &[], records)
}

// The words below are those of the dataset's own format.

fn unit(unit: &Unit) -> &str {
    match unit {
        Unit::Percent => "percent",
        Unit::Person => "person",
        Unit::Claim => "claim",
        Unit::Money(currency) => currency.code(),
    }
}
