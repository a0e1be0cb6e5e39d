//! Awards, their winners and their jury as tables.
use dataset::{Award, AwardCounts, Category, Dataset, Missing, Text, Winner};

use super::{
    Kind, Table,
    build::{Record, table},
    references::{AWARD, REGION, SOURCE},
};

/// The awards, who gives them, and their categories.
pub fn awards(data: &Dataset) -> [Table; 3] {
    let awards = data.awards.iter().map(|award| {
        let jury = award.jury.as_ref();
        let record = Record::default()
            .word("id", Some(&award.id), "The award's id.")
            .text("name", Some(&award.name), "Its name.")
            .word("edition", award.edition.as_deref(), "The edition.")
            .word("region", award.region.as_deref(), "The id of the region it is given in.")
            .word("event", award.event.as_deref(), "The id of the event at which it was given.")
            .field(
                "jury_stated",
                Kind::Integer,
                jury.and_then(|jury| jury.stated),
                "Jurors the source states.",
            );
        counts(record, award.stated.as_ref()).evidence(award.evidence.as_ref()).note(award.note.as_ref())
    });
    let organisers = data.awards.iter().flat_map(|award| {
        award.organisers.iter().zip(1..).map(move |(name, position): (&Text, u32)| {
            Record::default()
                .word("award", Some(&award.id), "The id of the award.")
                .field("position", Kind::Integer, Some(position), "The place in the source's order, from 1.")
                .text("name", Some(name), "Who gives it.")
        })
    });
    let categories = categories(data).map(|(award, category)| {
        let record = Record::default()
            .word("award", Some(&award.id), "The id of the award.")
            .word("id", Some(&category.id), "The category's id.")
            .text("label", Some(&category.label), "What it is called.")
            .text("parent", category.parent.as_ref(), "The name of the category it belongs to.")
            .word(
                "parent_basis",
                category.parent.as_ref().map(|_| category.parent_basis.word()),
                "stated or inferred.",
            )
            .word(
                "winners_missing",
                category.winners_missing.map(Missing::word),
                "Why winners are not listed.",
            );
        counts(record, category.stated.as_ref())
            .evidence(category.evidence.as_ref())
            .note(category.note.as_ref())
    });
    [
        table(
            "awards",
            ("Penghargaan", "Awards"),
            &["id"],
            &[REGION, ("event", "events", "id"), SOURCE],
            awards,
        ),
        table(
            "award-organisers",
            ("Penyelenggara penghargaan", "Award organisers"),
            &["award", "position"],
            &[AWARD],
            organisers,
        ),
        table(
            "award-categories",
            ("Kategori penghargaan", "Award categories"),
            &["award", "id"],
            &[AWARD, SOURCE],
            categories,
        ),
    ]
}

/// Numbers that the source states, whether what they count is listed or not.
fn counts(record: Record, counts: Option<&AwardCounts>) -> Record {
    let counts = [
        ("stated_categories", counts.and_then(|counts| counts.categories), "Categories the source states."),
        ("stated_winners", counts.and_then(|counts| counts.winners), "Winners the source states."),
        ("stated_nominees", counts.and_then(|counts| counts.nominees), "Nominees the source states."),
        (
            "stated_applications",
            counts.and_then(|counts| counts.applications),
            "Applications the source states.",
        ),
    ];
    counts
        .into_iter()
        .fold(record, |record, (name, count, about)| record.field(name, Kind::Integer, count, about))
}

fn categories(data: &Dataset) -> impl Iterator<Item = (&Award, &Category)> {
    data.awards.iter().flat_map(|award| award.categories.iter().map(move |category| (award, category)))
}

/// The winners of the categories.
pub fn award_winners(data: &Dataset) -> Table {
    let records = categories(data).flat_map(|(award, category)| {
        category.winners.iter().map(move |w| {
            let record = Record::default()
                .word("award", Some(&award.id), "The id of the award.")
                .word("category", Some(&category.id), "The id of the category.")
                .text("category_label", Some(&category.label), "What the category is called.")
                .field("rank", Kind::Integer, w.rank, "The rank, from 1; empty where none is stated.");
            winner(data, record, w)
        })
    });
    let references = [AWARD, REGION, ("place", "regions", "id"), SOURCE];
    let key = ["award", "category", "id"];
    table("award-winners", ("Penerima penghargaan", "Award winners"), &key, &references, records)
}

/// The winners outside the categories.
pub fn special_awards(data: &Dataset) -> Table {
    let records = data.awards.iter().flat_map(|award| {
        award.special.iter().map(move |w| {
            winner(data, Record::default().word("award", Some(&award.id), "The id of the award."), w)
        })
    });
    let references = [AWARD, REGION, ("place", "regions", "id"), SOURCE];
    table("special-awards", ("Penghargaan khusus", "Special awards"), &["award", "id"], &references, records)
}

fn winner(data: &Dataset, record: Record, winner: &Winner) -> Record {
    let place = winner.place.as_ref();
    let persons = winner.persons.as_ref();
    let prize = winner.prize.as_ref();
    let currency = prize.and_then(|prize| prize.currency.as_ref().or(data.currency.as_ref()));
    record
        .word("id", Some(&winner.id), "The winner's id.")
        .text("name", Some(&winner.name), "The name as printed.")
        .word("region", winner.region.as_deref(), "The id of the region that the winner is itself.")
        .word("place", place.map(|p| p.region.as_str()), "The id of the region where the winner is.")
        .word("place_basis", place.map(|p| p.basis.word()), "stated or inferred.")
        .text("citation", winner.citation.as_ref(), "What the award was given for.")
        .field("persons", Kind::Integer, persons.map(|p| p.value), "How many persons the winner protects.")
        .word("persons_qualifier", persons.map(|p| p.qualifier.word()), "How that number is meant.")
        .text("persons_label", persons.and_then(|p| p.label.as_ref()), "Who they are.")
        .field("prize", Kind::Integer, prize.map(|p| p.amount), "The prize in whole units of the currency.")
        .word("prize_currency", currency.map(|c| c.code()), "The currency after ISO 4217.")
        .evidence(winner.evidence.as_ref())
        .note(winner.note.as_ref())
}

/// The jurors whom the source lists.
pub fn jury(data: &Dataset) -> Table {
    let records = data.awards.iter().flat_map(|award| {
        let members = award.jury.as_ref().map_or(&[][..], |jury| &jury.members);
        members.iter().zip(1_u32..).map(move |(juror, position)| {
            Record::default()
                .word("award", Some(&award.id), "The id of the award.")
                .field("position", Kind::Integer, Some(position), "The place in the source's list, from 1.")
                .word("name", Some(&juror.name), "The name as printed.")
                .text("role", juror.role.as_ref(), "The role; empty where none is stated.")
                .evidence(juror.evidence.as_ref())
        })
    });
    table("jury", ("Dewan juri", "Jury"), &["award", "position"], &[AWARD, SOURCE], records)
}
