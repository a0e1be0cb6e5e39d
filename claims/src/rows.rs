//! Single claims: chunks for the page, Parquet to download.
use std::{collections::BTreeMap, fs::File, path::Path, sync::Arc};

use anyhow::{Context, Result};
use claims::{
    CHUNK_ROWS, Chunk, NOT_STATED, Row, Rows,
    lattice::{Point, REGION},
    manifest::{Download, Label, Member},
};
use datafusion::arrow::{
    array::{ArrayRef, Int32Array, Int64Array, RecordBatch, StringArray},
    datatypes::{DataType, Field, Schema},
};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::{
        metadata::{KeyValue, SortingColumn},
        properties::{EnabledStatistics, WriterProperties},
    },
};
use sha2::{Digest, Sha256};

use crate::{finish::Decided, folder::Folder, plan::Plan, sql::hex, tables};

/// What was written.
pub struct Written {
    /// How many claims.
    pub rows: u64,
    /// Bytes of all chunks.
    pub bytes: u64,
    /// The chunks in order, each with the regions of its rows.
    pub chunks: Vec<(Chunk, Vec<u16>)>,
    /// The Parquet files.
    pub downloads: Vec<Download>,
}

/// Writes all claims as far as they may be told.
///
/// Claims come sorted by region, so that one province at a time is in memory.
///
/// # Errors
/// When they cannot be read or written.
pub fn write(plan: &Plan, work: &Path, folder: &Folder, decided: &Decided) -> Result<Written> {
    let mut written = Written { rows: 0, bytes: 0, chunks: Vec::new(), downloads: Vec::new() };
    let (mut bucket, mut rest) = (Vec::new(), Vec::new());
    let mut province = None;
    let columns = ["region", "programme", "time", "amount", "grp", "channel", "days"];
    tables::each(work, "rows", columns, |row| {
        let [Some(region), Some(programme), Some(time), Some(amount), Some(group), Some(channel), days] = row
        else {
            anyhow::bail!("a claim has an empty column");
        };
        let region: u16 = region.try_into()?;
        let leaf: Point = [region, time.try_into()?, programme.try_into()?, group.try_into()?];
        let path = decided.lattice.axis(REGION).path(region);
        let of = path.get(path.len().saturating_sub(2)).copied();
        if of != province {
            flush(plan, folder, province, &mut bucket, &mut written)?;
            province = of;
        }
        let Some([region, time, programme, group]) = decided.release.told(&decided.lattice, leaf) else {
            return Ok(());
        };
        let row = Row {
            region,
            programme: programme.try_into()?,
            time,
            amount,
            group: group.try_into()?,
            channel: channel.try_into()?,
            days: days.map_or(Ok(NOT_STATED), u16::try_from)?,
        };
        if region == 0 {
            rest.push(row)
        } else {
            bucket.push(row)
        }
        Ok(())
    })?;
    flush(plan, folder, province, &mut bucket, &mut written)?;
    flush(plan, folder, Some(0), &mut rest, &mut written)?;
    written.chunks.sort_by_key(|(chunk, _)| chunk.first);
    Ok(written)
}

fn flush(
    plan: &Plan,
    folder: &Folder,
    province: Option<u16>,
    bucket: &mut Vec<Row>,
    written: &mut Written,
) -> Result<()> {
    let Some(province) = province.filter(|_| !bucket.is_empty()) else { return Ok(()) };
    bucket.sort_unstable();
    for rows in bucket.chunks(CHUNK_ROWS) {
        let mut chunk = Rows::default();
        rows.iter().for_each(|row| chunk.push(row));
        let stored = folder.pack("rows", &chunk.encode()?)?;
        let first = rows.first().context("a chunk is empty")?;
        written.bytes += stored.bytes;
        let mut within = chunk.region.clone();
        within.dedup();
        let chunk = Chunk {
            first: [first.region, first.programme.into(), first.time],
            rows: rows.len().try_into()?,
            bytes: stored.bytes.try_into()?,
            hash: stored.hash,
        };
        written.chunks.push((chunk, within));
    }
    written.rows += bucket.len() as u64;
    let mut years: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in bucket.iter() {
        let time = plan.axes.times.get(usize::from(row.time)).context("a time is not there")?;
        years.entry(time.id.get(..4).unwrap_or_default()).or_default().push(row);
    }
    let id = &plan.axes.regions.get(usize::from(province)).context("a region is not there")?.id;
    for (year, rows) in years {
        written.downloads.push(parquet(plan, folder, &format!("year={year}/province={id}"), &rows)?);
    }
    bucket.clear();
    Ok(())
}

/// Writes a Parquet file, sorted, with a page index.
fn parquet(plan: &Plan, folder: &Folder, place: &str, rows: &[&Row]) -> Result<Download> {
    let schema = Arc::new(Schema::new(vec![
        Field::new("region", DataType::Utf8, false),
        Field::new("programme", DataType::Utf8, false),
        Field::new("period", DataType::Utf8, false),
        Field::new("group", DataType::Utf8, true),
        Field::new("channel", DataType::Utf8, true),
        Field::new("amount", DataType::Int64, false),
        Field::new("days", DataType::Int32, true),
    ]));
    let sorted = (0..3).map(|column_idx| SortingColumn { column_idx, descending: false, nulls_first: false });
    let note = |key: &str, value: String| KeyValue { key: key.into(), value: Some(value) };
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(12)?))
        .set_statistics_enabled(EnabledStatistics::Page)
        .set_sorting_columns(Some(sorted.collect()))
        .set_key_value_metadata(Some(vec![
            note("run", plan.id.clone()),
            note("invented", plan.invented.to_string()),
        ]))
        .build();
    let temporary = folder.path("parquet/next.part");
    let mut writer = ArrowWriter::try_new(File::create(&temporary)?, schema.clone(), Some(properties))?;
    for rows in rows.chunks(1 << 17) {
        writer
            .write(&RecordBatch::try_new(schema.clone(), columns(plan, rows))?)
            .context("writing Parquet: is the disk full?")?;
    }
    writer.close().context("writing Parquet: is the disk full?")?;
    let bytes = std::fs::read(&temporary)?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let path = format!("{place}/{}.parquet", sha256.get(..16).unwrap_or_default());
    let target = folder.path("parquet").join(&path);
    std::fs::create_dir_all(target.parent().context("a file is in no folder")?)?;
    std::fs::rename(temporary, target)?;
    Ok(Download { path, sha256, bytes: bytes.len() as u64, rows: rows.len() as u64 })
}

fn columns(plan: &Plan, rows: &[&Row]) -> Vec<ArrayRef> {
    let axes = &plan.axes;
    let region =
        |row: &&Row| axes.regions.get(usize::from(row.region)).map_or("", |region| region.id.as_str());
    let time = |row: &&Row| axes.times.get(usize::from(row.time)).map_or("", |time| time.id.as_str());
    let programme =
        |row: &&Row| axes.programmes.get(usize::from(row.programme)).map_or("", |it| it.id.as_str());
    vec![
        Arc::new(StringArray::from_iter_values(rows.iter().map(region))),
        Arc::new(StringArray::from_iter_values(rows.iter().map(programme))),
        Arc::new(StringArray::from_iter_values(rows.iter().map(time))),
        Arc::new(rows.iter().map(|row| member(&axes.groups, row.group)).collect::<StringArray>()),
        Arc::new(rows.iter().map(|row| member(&axes.channels, row.channel)).collect::<StringArray>()),
        Arc::new(Int64Array::from_iter_values(rows.iter().map(|row| row.amount))),
        Arc::new(
            rows.iter()
                .map(|row| (row.days != NOT_STATED).then(|| i32::from(row.days)))
                .collect::<Int32Array>(),
        ),
    ]
}

/// The id of a member; none for the first, and its name where it has no id.
fn member(members: &[Member], number: u8) -> Option<&str> {
    let member = members.get(usize::from(number)).filter(|_| number > 0)?;
    match &member.label {
        Label::Each { en, .. } if member.id.is_empty() => Some(en),
        _ => Some(&member.id),
    }
}
