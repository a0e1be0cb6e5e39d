//! What the page and the worker say to each other. Bytes of files go beside a message, in a [`Parcel`], as in the studio.
//!
//! Messages are written with postcard and not as JSON: both ends are of one build, and nobody else reads them
//! (`docs/adr/0022-explorer.md`).
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Column, Filter, Histogram, Sort, Spacing, ledger::Fault, totals::Totals};

/// Files and long texts beside a message, in an order that the message says.
pub type Parcel = Vec<Vec<u8>>;

/// A message with its number: a response has that of its request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message<T> {
    /// The number.
    pub number: u32,
    /// What is said.
    pub said: T,
}

impl<T: Serialize> Message<T> {
    /// The message as bytes.
    ///
    /// # Errors
    /// Never for messages of this module.
    pub fn write(&self) -> postcard::Result<Vec<u8>> {
        postcard::to_allocvec(self)
    }
}

impl<T: DeserializeOwned> Message<T> {
    /// Reads a message from its bytes.
    ///
    /// # Errors
    /// When they are no such message.
    pub fn read(bytes: &[u8]) -> postcard::Result<Self> {
        postcard::from_bytes(bytes)
    }
}

/// What rows name by their places: the lists of a manifest, in one language ([`crate::Index::lists`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// The currency, such as `IDR`.
    pub currency: String,
    /// Whether the claims are invented.
    pub invented: bool,
    /// Regions.
    pub regions: Vec<Listed>,
    /// Times, which have no names.
    pub times: Vec<Listed>,
    /// Programmes.
    pub programmes: Vec<Listed>,
    /// Groups.
    pub groups: Vec<Listed>,
    /// Channels.
    pub channels: Vec<Listed>,
}

/// A member of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// What it is called; empty where it has no name.
    pub name: String,
    /// The one it lies in, by its place; none for the first, and in lists that are no trees.
    pub parent: Option<u16>,
}

/// A chunk of rows that will come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// Its file below `rows/`.
    pub file: String,
    /// Its rows.
    pub rows: u32,
}

/// What the page wants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Begins: the first request. What was there before is forgotten.
    Open {
        /// The language of the page, by its code.
        lang: String,
        /// What rows name by their places.
        lists: Lists,
    },
    /// Says which chunks will come, in the order of their rows. Those that are there and are not among them are
    /// forgotten, the others stay.
    Expect {
        /// The chunks.
        chunks: Vec<Expected>,
    },
    /// Takes a chunk. The parcel has its bytes, unpacked; one that is there already needs none.
    Chunk {
        /// Its file.
        file: String,
    },
    /// Says which rows are wanted, and in which order.
    Show {
        /// Which.
        filter: Filter,
        /// In which order; `None` for that of the files.
        sort: Option<Sort>,
    },
    /// Asks for rows that are shown, by their places in the order.
    Rows {
        /// The first place, from 0.
        first: u32,
        /// How many; at most [`crate::worker::MOST_ROWS`] are answered.
        count: u32,
    },
    /// Asks for the distribution of the amounts of all rows that are wanted.
    Histogram {
        /// How wide bins are.
        spacing: Spacing,
        /// How many there are at most.
        most: u32,
    },
    /// Asks how many rows each member of a column would leave if it were the one chosen: those that name it, and that
    /// words and all other filters leave.
    Choices {
        /// The column.
        column: Column,
    },
    /// Asks for a part of a CSV file of all rows that are wanted, in their order.
    Csv {
        /// Which part, from 0.
        part: u32,
    },
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// It is done.
    Done,
    /// A chunk was taken.
    Chunk {
        /// Its file.
        file: String,
    },
    /// What is shown.
    Shown(Shown),
    /// Rows.
    Rows {
        /// The place of the first.
        first: u32,
        /// The rows.
        rows: Vec<ShownRow>,
    },
    /// A distribution.
    Histogram(Histogram),
    /// How many rows each member would leave, in the order of its list.
    Choices {
        /// The column.
        column: Column,
        /// The numbers.
        rows: Vec<u32>,
    },
    /// A part of a CSV file, in the parcel.
    Csv {
        /// The name of the whole file.
        name: String,
        /// How many parts there are.
        parts: u32,
        /// Of which view it is: parts of one file have the same number.
        view: u32,
    },
    /// Nothing was done.
    Refused(Refusal),
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// How many rows are shown.
    pub rows: u32,
    /// How many rows of the selection are there, with those that filters and words leave out.
    pub of: u32,
    /// How many rows at most stand before the first that is there, in the order of the files: those of chunks that have
    /// not come. 0 in any other order.
    pub before: u32,
    /// What the rows add up to.
    pub totals: Totals,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownRow {
    /// The texts of its cells, in the order of [`Column::ALL`].
    pub cells: [String; Column::ALL.len()],
}

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// Nothing was opened yet.
    NotOpen,
    /// The lists are of no manifest; why.
    Lists(String),
    /// The language is not one of the page's.
    Language(String),
    /// The chunk is not expected: another selection was made meanwhile.
    NotExpected {
        /// Its file.
        file: String,
    },
    /// The chunk cannot be used.
    Chunk {
        /// Its file.
        file: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// The parcel lacks what the request says.
    Parcel,
}
