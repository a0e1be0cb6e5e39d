//! What a look at the text of sheets tells: hidden rows and columns, and errors, which calamine does not know
//! of, and whether there are formulas at all.
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use ::zip::ZipArchive;
use calamine::CellErrorType;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::place;

/// Only so much of a sheet is looked at: this is for remarks, which are not worth more.
const MOST: u64 = 32 * 1024 * 1024;

/// What the text of a sheet has.
#[derive(Clone, Debug, Default)]
pub(super) struct Traits {
    /// A hidden row or column.
    pub(super) hidden: bool,
    /// A formula.
    pub(super) formulas: bool,
    /// Errors that Excel does not have, such as `#ERROR!`, by row and column from 0.
    pub(super) errors: Vec<((u32, u32), String)>,
    /// A range whose end stands before its beginning, over which calamine stumbles.
    pub(super) backwards: bool,
}

/// The sheets by their names.
pub(super) fn sheets(bytes: &[u8]) -> BTreeMap<String, Traits> {
    find(bytes).unwrap_or_default()
}

fn find(bytes: &[u8]) -> Option<BTreeMap<String, Traits>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let targets: BTreeMap<String, String> =
        attributes(&part(&mut archive, "xl/_rels/workbook.xml.rels")?, "Relationship", ["Id", "Target"]);
    let sheets = attributes(&part(&mut archive, "xl/workbook.xml")?, "sheet", ["name", "id"]);
    let mut found = BTreeMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let Some(text) = part(&mut archive, &path) else { continue };
        let hidden = [" hidden=\"1\"", " hidden=\"true\""].iter().any(|mark| text.contains(mark));
        let formulas = ["<f>", "<f ", ":f>", ":f "].iter().any(|mark| text.contains(mark));
        let has_errors = ["t=\"e\"", "t='e'"].iter().any(|mark| text.contains(mark));
        let errors = if has_errors { errors(&text) } else { Vec::new() };
        let backwards = ranges(&text).any(|[from, to]| from.0 > to.0 || from.1 > to.1);
        found.insert(name, Traits { hidden, formulas, errors, backwards });
    }
    Some(found)
}

/// The ranges that attributes `ref` name, each by its first and its last cell as rows and columns from 0.
fn ranges(text: &str) -> impl Iterator<Item = [(u32, u32); 2]> {
    text.match_indices("ref").filter_map(|(at, name)| {
        let value = text.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
        let (from, to) = value.get(1..)?.split_once(quote)?.0.split_once(':')?;
        Some([place::of_name(from)?, place::of_name(to)?])
    })
}

/// The errors of a sheet that calamine does not know.
fn errors(text: &str) -> Vec<((u32, u32), String)> {
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    let mut at = None;
    let mut is_value = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                let is_error = attribute(&tag, "t").as_deref() == Some("e");
                at = attribute(&tag, "r").filter(|_| is_error).and_then(|name| place::of_name(&name));
            }
            Event::Start(tag) => is_value = tag.local_name().as_ref() == "v",
            Event::Text(shown) if is_value => {
                let shown = shown.xml10_content().into_owned();
                let is_known = shown.parse::<CellErrorType>().is_ok();
                found.extend(at.take().filter(|_| !is_known).map(|at| (at, shown)));
            }
            Event::End(_) => is_value = false,
            _ => {}
        }
    }
    found
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    let part = archive.by_name(path).ok()?;
    let mut bytes = Vec::new();
    part.take(MOST).read_to_end(&mut bytes).ok()?;
    // A letter that is spoilt, or cut in two, spoils nothing else.
    Some(
        String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    )
}

/// Two attributes of all elements of a name, the second by the first.
fn attributes(text: &str, element: &str, names: [&str; 2]) -> BTreeMap<String, String> {
    let mut reader = Reader::from_str(text);
    let mut found = BTreeMap::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == element => {
                if let [Some(first), Some(second)] = names.map(|name| attribute(&tag, name)) {
                    found.insert(first, second);
                }
            }
            _ => {}
        }
    }
    found
}

/// An attribute by its name, whatever its namespace.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes().flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
