//! What the page and the worker say to each other. Long texts and files go beside as bytes, in a [`Parcel`].
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Files and long texts beside a message, in an order that the message says.
pub type Parcel = Vec<Vec<u8>>;

/// A message with its number: an answer has that of its command.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Message<T> {
    /// The number.
    pub number: u32,
    /// What is said.
    pub said: T,
}

/// What the page wants. Languages are named by their codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// The language of the page: the first command.
    Hello {
        /// The language.
        lang: String,
    },
    /// Opens files: a workbook, tables, or a dataset. The parcel has their bytes.
    Open {
        /// Their names.
        names: Vec<String>,
    },
    /// Begins with empty sheets.
    Template,
    /// Begins with a dataset as sheets. The parcel has its text.
    Published {
        /// The name of its file.
        name: String,
    },
    /// Begins with what a form asks for.
    Begin(Beginning),
    /// Goes on with a draft. The parcel has it.
    Restore,
    /// Asks for the cells of a sheet.
    Sheet {
        /// The sheet.
        index: usize,
    },
    /// Writes into cells.
    Put {
        /// What is written.
        edits: Vec<CellEdit>,
    },
    /// Puts a row into a sheet, or takes one out.
    Row {
        /// The sheet.
        sheet: usize,
        /// The row, from 0.
        row: u32,
        /// What is done.
        change: RowChange,
    },
    /// Writes the whole text. The parcel has it.
    Rewrite,
    /// Turns sheets into a text, or a text into sheets.
    Turn,
    /// Asks what is wrong.
    Check,
    /// Asks for the markup of the report.
    Render {
        /// The language of the report.
        lang: String,
    },
    /// Asks for the draft, which goes on later as it is now.
    Keep,
    /// Asks for a file.
    Save {
        /// Which one. Of a page, the parcel has the empty one.
        form: Form,
        /// The language of a page.
        lang: String,
    },
}

/// What is done with a row of a sheet. What follows moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowChange {
    /// An empty one is put in its place.
    Insert,
    /// It is taken out.
    Remove,
    /// The one that was put there is taken out again.
    UndoInsert,
    /// The one that was taken out last is put back.
    UndoRemove,
}

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellEdit {
    /// The sheet.
    pub sheet: usize,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What stands there now.
    pub text: String,
}

/// A file that is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// The dataset (JSON).
    Dataset,
    /// The workbook (XLSX).
    Workbook,
    /// A page that works alone (HTML).
    Page,
}

/// What an empty report begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// The title of the report.
    pub title: String,
    /// The region's name, with its kind.
    pub region: String,
    /// The region's official code; may be empty.
    pub code: String,
    /// The day or the month that the figures are of.
    pub date: String,
    /// Who published the figures.
    pub source: String,
    /// The address of the source; may be empty.
    pub address: String,
    /// The languages of the report.
    pub languages: Vec<String>,
    /// The office whose work is reported; may be empty.
    pub office: String,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is there.
    Ready,
    /// It is done.
    Done,
    /// A report is open. The parcel has its text, where it is one.
    Opened(Opened),
    /// Nothing was opened, turned or saved, for these reasons. What was open before stays.
    Refused {
        /// The reasons.
        reasons: Vec<Said>,
    },
    /// The cells of a sheet.
    Sheet(SheetRows),
    /// What is wrong.
    Checked {
        /// The findings, the worst first.
        findings: Vec<Said>,
        /// How many there are.
        counts: Counts,
    },
    /// The markup of the report, in the parcel.
    Rendered {
        /// The title of the report.
        title: String,
        /// The languages that it is published in.
        languages: Vec<String>,
        /// The language that it is rendered in.
        lang: String,
    },
    /// There is no report that could be rendered yet.
    Blank,
    /// The draft, in the parcel.
    Kept,
    /// The file, in the parcel.
    Saved {
        /// Its name.
        name: String,
        /// What kind of file it is.
        mime: String,
    },
}

/// A report that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its name, as a file's without an ending.
    pub name: String,
    /// What is edited.
    pub kind: Kind,
    /// What there is to say of its files.
    pub notes: Vec<Said>,
}

/// What is edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Sheets with these names; and whether each holds anything but names.
    Sheets(Vec<(String, bool)>),
    /// A text.
    Text,
}

/// The cells of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRows {
    /// The sheet.
    pub index: usize,
    /// The rows, each as long as its last filled cell.
    pub rows: Vec<Vec<String>>,
    /// What belongs there; `None` where the sheet is not known.
    pub guide: Option<SheetGuide>,
}

/// What belongs into the cells of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetGuide {
    /// What the sheet holds.
    pub about: String,
    /// The row with the names of the columns; `None` where each row has a field of its own.
    pub header: Option<u32>,
    /// The column of the values, where each row has a field of its own.
    pub values: u32,
    /// What belongs into its columns, or rows.
    pub help: BTreeMap<u32, CellHelp>,
}

/// What belongs into a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellHelp {
    /// The name of its column, or field.
    pub name: String,
    /// What belongs there.
    pub text: String,
    /// An example.
    pub example: String,
    /// Whether a record needs it.
    pub required: bool,
    /// Words and ids that may stand there.
    pub offered: Vec<String>,
}

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// It stops a build.
    Error,
    /// The publisher is told.
    Warning,
    /// Readers are told.
    Note,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// That stop a build.
    pub errors: usize,
    /// For the publisher.
    pub warnings: usize,
    /// For readers.
    pub notes: usize,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// How bad it is.
    pub grade: Grade,
    /// A stable name.
    pub code: String,
    /// What is wrong.
    pub what: String,
    /// How it is mended; empty where there is nothing to say.
    pub mend: String,
    /// Where it is.
    pub spot: Spot,
}

/// A place in what is edited.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Spot {
    /// Nowhere in particular.
    Whole,
    /// A sheet, or a file, by its name.
    Sheet {
        /// The sheet; `None` where it is not open.
        index: Option<usize>,
        /// Its name.
        name: String,
    },
    /// A cell.
    Cell {
        /// The sheet.
        sheet: usize,
        /// The row, from 0.
        row: u32,
        /// The column, from 0.
        column: u32,
        /// As formulas write it.
        name: String,
    },
    /// A place in a text.
    Text {
        /// The line, from 1.
        line: u32,
        /// The column, from 1, in characters.
        column: u32,
    },
}
