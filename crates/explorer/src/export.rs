//! Rows as they are taken along: CSV, and cells for a spreadsheet.
//!
//! Numbers are written with a decimal point and without groups, periods after ISO 8601, what is not given as an empty
//! field, as in all files of the site ([`tables::csv`]).
use std::borrow::Cow;

use dataset::Decimal;
use tables::{Cell, csv_records};
use words::money;

use crate::{Claim, Column, Columns, Filter, Index, Labels, filter::Rows};

/// How many rows a part of a CSV file has: less than a megabyte, so that a file of 1,000,000 rows is never in memory as a
/// whole.
pub const PART_ROWS: usize = 1 << 13;

/// The headings of all columns, in the language of the labels.
#[must_use]
pub fn headings(index: &Index, labels: &Labels) -> [String; Column::ALL.len()] {
    Column::ALL.map(|column| labels.heading(index, column))
}

/// The fields of a claim, as files have them.
#[must_use]
pub fn fields<'a>(index: &'a Index, labels: &'a Labels, claim: &Claim) -> [Cow<'a, str>; Column::ALL.len()] {
    Column::ALL.map(|column| match column {
        Column::Period => Cow::Borrowed(time_id(index, claim.time)),
        Column::Group if claim.group == 0 => Cow::Borrowed(""),
        Column::Channel if claim.channel == 0 => Cow::Borrowed(""),
        Column::Amount => Cow::Owned(claim.amount.to_string()),
        Column::Days => Cow::Owned(claim.days.map_or(String::new(), |days| days.to_string())),
        _ => Cow::Borrowed(name(labels, column, claim)),
    })
}

/// The cells of a claim: the text that is shown, in the language of the labels, and the value behind it, which a
/// spreadsheet has.
#[must_use]
pub fn cells(index: &Index, labels: &Labels, claim: &Claim) -> [Cell; Column::ALL.len()] {
    let words = labels.words();
    Column::ALL.map(|column| match column {
        Column::Period => match index.date(claim.time) {
            Some(date) => Cell::date(name(labels, column, claim), date),
            None => Cell::missing(""),
        },
        Column::Group if claim.group == 0 => Cell::missing(words.group_withheld()),
        Column::Channel if claim.channel == 0 => Cell::missing(words.channel_not_stated()),
        Column::Amount => {
            let value = Decimal::whole(claim.amount);
            let text = index.currency().map(|currency| money(labels.lang, value, &currency));
            Cell::number(text.unwrap_or_else(|| words::number(labels.lang, value)), value)
        }
        Column::Days => match claim.days {
            Some(days) => {
                let value = Decimal::whole(days.into());
                Cell::number(words::number(labels.lang, value), value)
            }
            None => Cell::missing(words.days_not_stated()),
        },
        _ => Cell::text(name(labels, column, claim)),
    })
}

fn name<'a>(labels: &'a Labels, column: Column, claim: &Claim) -> &'a str {
    let node = match column {
        Column::Region => claim.region,
        Column::Period => claim.time,
        Column::Programme => claim.programme,
        Column::Group => claim.group,
        Column::Channel => claim.channel,
        Column::Amount | Column::Days => return "",
    };
    labels.names(column).map_or("", |names| names.text(node))
}

fn time_id(index: &Index, time: u16) -> &str {
    index.manifest().times.get(usize::from(time)).map_or("", |time| &time.id)
}

/// How many parts a CSV file of so many rows has; at least one, which has the headings.
#[must_use]
pub fn parts(rows: usize) -> usize {
    rows.div_ceil(PART_ROWS).max(1)
}

/// A part of a CSV file, from 0 on; the parts one after another are the file. The first begins with a byte order mark
/// and the headings.
#[must_use]
pub fn csv_part(index: &Index, labels: &Labels, columns: &Columns, rows: &Rows, part: usize) -> String {
    let from = part.saturating_mul(PART_ROWS);
    let to = from.saturating_add(PART_ROWS).min(rows.len());
    let claims = (from..to).filter_map(|place| columns.claim(rows.get(place)?));
    let headings = (part == 0).then(|| headings(index, labels).map(Cow::Owned));
    let text = csv_records(headings.into_iter().chain(claims.map(|claim| fields(index, labels, &claim))));
    if part == 0 {
        return text;
    }
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

/// The name of a file of rows, without its ending: of what it is, in letters, digits and hyphens. Invented claims say so.
#[must_use]
pub fn file_name(index: &Index, labels: &Labels, filter: &Filter) -> String {
    let manifest = index.manifest();
    let words = labels.words();
    let selection = filter.selection;
    let id = |members: &[claims::manifest::Member], node: u16| {
        members.get(usize::from(node)).map_or(String::new(), |member| member.id.clone())
    };
    let region = manifest.regions.get(usize::from(selection.region));
    let parts = [
        if manifest.invented { words.file_name_invented() } else { words.file_name() }.to_owned(),
        region.map_or(String::new(), |region| region.id.clone()),
        time_id(index, selection.time).to_owned(),
        id(&manifest.programmes, selection.programme),
        id(&manifest.groups, selection.group),
    ];
    let plain = |text: &str| -> String {
        text.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect()
    };
    let parts: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| plain(part)).collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use claims::{NOT_STATED, Row};
    use words::Lang;

    use super::*;
    use crate::{Selection, sample};

    fn columns(rows: usize) -> Columns {
        let mut chunk = claims::Rows::default();
        for row in 0..rows {
            let told = row % 2 == 0;
            chunk.push(&Row {
                region: 3,
                programme: 1,
                time: if told { 6 } else { 2 },
                amount: 1_230_000,
                group: u8::from(told),
                channel: if told { 2 } else { 0 },
                days: if told { 12 } else { NOT_STATED },
            });
        }
        let mut columns = Columns::default();
        columns.insert(0, chunk);
        columns
    }

    #[test]
    fn files_have_plain_values_and_pages_have_words() {
        let (index, columns) = (sample::index(), columns(2));
        let labels = Labels::new(&index, Lang::Id);
        let text = csv_part(&index, &labels, &columns, &Rows::These(vec![1, 0]), 0);
        assert_eq!(
            text,
            "\u{feff}Daerah,Periode,Program,Kelompok,Kanal,Nilai (IDR),Hari sampai dibayar\r\n\
             Kota Ámba,2025,Jaminan Hari Tua,,,1230000,\r\n\
             Kota Ámba,2025-01,Jaminan Hari Tua,Penerima upah,\"kantor, cabang\",1230000,12\r\n"
        );
        let shown = |row| cells(&index, &labels, &columns.claim(row).unwrap()).map(|cell| cell.text);
        assert_eq!(
            shown(0)[1..],
            ["Januari 2025", "Jaminan Hari Tua", "Penerima upah", "kantor, cabang", "Rp1.230.000", "12"]
        );
        assert_eq!(shown(1)[3..], ["tidak dirinci", "tidak disebutkan", "Rp1.230.000", "tidak disebutkan"]);
    }

    #[test]
    fn parts_one_after_another_are_the_file() {
        let rows = PART_ROWS + 3;
        let (index, columns) = (sample::index(), columns(rows));
        let labels = Labels::new(&index, Lang::En);
        let all = Rows::All(u32::try_from(rows).unwrap());
        assert_eq!([parts(0), parts(PART_ROWS), parts(rows)], [1, 1, 2]);
        let text: String = (0..2).map(|part| csv_part(&index, &labels, &columns, &all, part)).collect();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(records.len(), rows);
        assert!(records.iter().all(|record| record.len() == 7 && &record[5] == "1230000"));
        assert_eq!(text.matches('\u{feff}').count(), 1);
        let none = csv_part(&index, &labels, &columns, &Rows::These(Vec::new()), 0);
        assert_eq!(none.lines().count(), 1);
    }

    #[test]
    fn a_file_is_named_after_what_it_is_of() {
        let index = sample::index();
        let labels = Labels::new(&index, Lang::Id);
        let of = |selection| file_name(&index, &labels, &Filter { selection, ..Filter::default() });
        assert_eq!(of(Selection::default()), "klaim-rekaan-nasional");
        let selection = Selection { region: 3, time: 6, programme: 1, group: 3 };
        assert_eq!(of(selection), "klaim-rekaan-kota-a-2025-01-jht");
    }
}
