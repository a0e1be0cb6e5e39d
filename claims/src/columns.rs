//! The columns of the table: which are used, and which must not be there.
use anyhow::{Result, bail};
use dataset::{ColumnKind, Records};
use serde::{Deserialize, Serialize};

/// Words that name what tells who somebody is, in Indonesian and English.
const PERSONAL: [&str; 24] = [
    "nama",
    "name",
    "nik",
    "ktp",
    "kk",
    "paspor",
    "passport",
    "npwp",
    "kpj",
    "alamat",
    "address",
    "telepon",
    "telp",
    "phone",
    "hp",
    "email",
    "surel",
    "rekening",
    "account",
    "lahir",
    "birth",
    "ibu",
    "mother",
    "ahliwaris",
];
const DAYS: [&str; 5] = ["days", "hari", "lama", "duration", "lama_hari"];
const CHANNEL: [&str; 4] = ["channel", "kanal", "saluran", "layanan"];

/// What a column is to the preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// The day of payment.
    Day,
    /// The region.
    Region,
    /// The programme.
    Programme,
    /// The group.
    Member,
    /// The amount.
    Amount,
    /// The way in which it was claimed.
    Channel,
    /// Days from the claim to the payment.
    Days,
    /// Declared, but nothing that is published: it is read for identity numbers only.
    Nothing,
}

impl Use {
    /// All that are read, in the order of the table `input`.
    pub const READ: [Self; 7] =
        [Self::Day, Self::Region, Self::Programme, Self::Member, Self::Amount, Self::Channel, Self::Days];

    /// Its name in the table `input`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Region => "region",
            Self::Programme => "programme",
            Self::Member => "member",
            Self::Amount => "amount",
            Self::Channel => "channel",
            Self::Days => "days",
            Self::Nothing => "",
        }
    }

    fn is_needed(self) -> bool {
        matches!(self, Self::Day | Self::Region | Self::Programme | Self::Amount)
    }
}

/// The use of each column of a file, in its order.
///
/// # Errors
/// When a column is private, looks personal, is not declared, or one that is needed is missing.
pub fn uses(header: &[String], records: &Records) -> Result<Vec<Use>> {
    for column in records.columns.iter() {
        if column.private {
            bail!(
                "the column `{}` is declared private: take it out of the file and of `claims.records.columns`",
                column.name
            );
        }
    }
    let mut uses = Vec::new();
    for name in header {
        if let Some(word) = personal(name) {
            bail!(
                "the column `{name}` looks personal (`{word}`): take it out of the file, or rename it if it is nothing of that kind"
            );
        }
        let Some(column) = records.columns.iter().find(|column| column.name == *name) else {
            bail!(
                "the column `{name}` is not declared: add it to `claims.records.columns` of the dataset, or take it out"
            );
        };
        let lower = name.to_lowercase();
        let used = match column.kind {
            ColumnKind::Date => Use::Day,
            ColumnKind::Region => Use::Region,
            ColumnKind::Programme => Use::Programme,
            ColumnKind::Group => Use::Member,
            ColumnKind::Amount => Use::Amount,
            ColumnKind::Integer if DAYS.contains(&lower.as_str()) => Use::Days,
            ColumnKind::Text if CHANNEL.contains(&lower.as_str()) => Use::Channel,
            _ => Use::Nothing,
        };
        if used != Use::Nothing && uses.contains(&used) {
            bail!("the column `{name}` is the second one of its type: only one can be read");
        }
        uses.push(used);
    }
    for used in Use::READ {
        if used.is_needed() && !uses.contains(&used) {
            bail!("there is no column of the type `{}`: declare it in `claims.records.columns`", used.name());
        }
    }
    Ok(uses)
}

/// The word in a column's name that is about a person.
fn personal(name: &str) -> Option<&'static str> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        let parts = !letter.is_alphanumeric() || (letter.is_uppercase() && before.is_lowercase());
        if parts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    let whole = words.concat();
    PERSONAL.into_iter().find(|word| words.iter().any(|found| found == word) || whole == *word)
}

/// Whether a cell holds an identity number: 16 digits and no more, however they are parted and whatever is around them.
pub fn is_identity(cell: &[u8]) -> bool {
    let mut digits = 0;
    for byte in cell {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'.' | b'-' | b'\'' | b'/' => {}
            _ if digits == 16 => return true,
            _ => digits = 0,
        }
    }
    digits == 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_columns() {
        for name in
            ["nama", "Nama Peserta", "namaPeserta", "NIK", "no_ktp", "nomor-hp", "tanggal_lahir", "e-mail"]
        {
            assert!(personal(name).is_some(), "{name}");
        }
        for name in ["tanggal", "wilayah", "program", "kelompok", "nilai", "kanal", "hari", "dinamakan"] {
            assert_eq!(personal(name), None, "{name}");
        }
    }

    #[test]
    fn identity_numbers() {
        assert!(is_identity(b"1671012345678901"));
        assert!(is_identity(b"'16.71.01 234567-8901"));
        assert!(is_identity(b"kantor 1671012345678901 cabang"));
        assert!(is_identity(b"NIK1671/0123/4567/8901"));
        assert!(!is_identity(b"167101234567890"));
        assert!(!is_identity(b"2025-07-31 10:20:30"));
        assert!(!is_identity(b"kantor 16, 2025"));
    }
}
