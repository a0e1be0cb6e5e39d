//! Writes an invented slice as files, and what the worker is asked of it, to measure with (`cargo xtask bench claims`):
//! `slice ROWS FOLDER`.
#[path = "../benches/generated/mod.rs"]
mod generated;

use std::{collections::BTreeMap, env, error::Error, fs, path::PathBuf};

use explorer::{
    Column, Filter, Sort, Spacing, Worker,
    protocol::{Message, Parcel, Request, Response},
};
use generated::Slice;
use serde::Serialize;
use tables::Direction;

/// A request, and what a worker answers that has all chunks, as the bytes of their messages.
#[derive(Serialize)]
struct Step {
    request: Vec<u8>,
    answer: Vec<u8>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(rows), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("ROWS FOLDER".into());
    };
    let rows: u32 = rows.parse()?;
    let slice = Slice::of(usize::try_from(rows)?);
    let folder = PathBuf::from(folder);
    fs::create_dir_all(folder.join("rows"))?;
    fs::write(folder.join("manifest.json"), slice.manifest.write()?)?;
    fs::write(folder.join("chunks.json"), serde_json::to_vec(&slice.expected())?)?;
    for (file, bytes) in &slice.chunks {
        fs::write(folder.join("rows").join(file), bytes)?;
    }
    let (steps, amount) = steps(&slice, rows)?;
    fs::write(folder.join("steps.json"), serde_json::to_vec(&steps)?)?;
    Ok(fs::write(folder.join("amount.json"), amount.to_string())?)
}

/// What the worker is asked, by name, and the sum of all amounts.
fn steps(slice: &Slice, rows: u32) -> Result<(BTreeMap<String, Step>, i64), Box<dyn Error>> {
    let mut worker = Worker::default();
    let mut steps = BTreeMap::new();
    let mut ask = |name: &str, request: Request, parcel: Parcel| -> Result<Response, Box<dyn Error>> {
        let (said, _) = worker.handle(request.clone(), parcel);
        let (request, answer) =
            (Message { number: 1, said: request }, Message { number: 1, said: said.clone() });
        steps.insert(name.to_owned(), Step { request: request.write()?, answer: answer.write()? });
        Ok(said)
    };
    ask("open", slice.open(), Parcel::new())?;
    ask("expect", Request::Expect { chunks: slice.expected() }, Parcel::new())?;
    for (file, bytes) in &slice.chunks {
        ask(file, Request::Chunk { file: file.clone() }, vec![bytes.clone()])?;
    }
    let show = |query: &str, sort| Request::Show {
        filter: Filter { query: query.into(), ..Filter::default() },
        sort,
    };
    let by = |column, direction| Some(Sort { column, direction });
    for (name, request) in [
        ("two words", show("kantor 2025", None)),
        ("nothing", show("juga tidak", None)),
        ("other", show("tidak ada yang begini", None)),
        ("by region", show("", by(Column::Region, Direction::Ascending))),
        ("by amount", show("", by(Column::Amount, Direction::Descending))),
    ] {
        ask(name, request, Parcel::new())?;
    }
    let shown = ask("all", show("", None), Parcel::new())?;
    for (name, request) in [
        ("histogram", Request::Histogram { spacing: Spacing::Log, most: 40 }),
        ("middle", Request::Rows { first: rows / 2, count: 40 }),
        ("first", Request::Rows { first: 0, count: 40 }),
    ] {
        ask(name, request, Parcel::new())?;
    }
    let Response::Shown(shown) = shown else { return Err("the worker shows nothing".into()) };
    Ok((steps, shown.totals.amount))
}
