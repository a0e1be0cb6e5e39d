//! Release archives: which one a platform takes, and whether it is what was pinned.
use std::{
    collections::BTreeMap,
    env, fmt,
    io::Read,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use serde::Deserialize;

use site::sha256_hex;

/// The file that pins archives, as messages name it.
const TABLE: &str = "xtask/release-archives.toml";
const PINNED: &str = include_str!("../../release-archives.toml");

/// The releases of one tool.
#[derive(Debug, Deserialize)]
struct Releases {
    /// Where an archive is, with `{version}` and `{triple}` in it.
    address: String,
    /// By version, then by platform.
    #[serde(default)]
    sha256: BTreeMap<String, BTreeMap<String, String>>,
}

/// An archive whose content is known before it is downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// Its address.
    pub url: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Where a tool is taken from.
#[derive(Debug, PartialEq, Eq)]
pub enum Source {
    /// From the pinned archive: these bytes.
    Archive(Vec<u8>),
    /// From its crate, for this reason.
    Registry(String),
}

/// An archive that is not the one that was pinned.
#[derive(Debug)]
pub struct Mismatch {
    url: String,
    pinned: String,
    found: String,
}

impl Mismatch {
    /// What a person can do.
    pub fn advice() -> String {
        format!(
            "Run `cargo xtask setup` again: the download may have been damaged, or a proxy may have answered in its \
             place. If the sum stays another, compare it with the one that the release states; where they differ, \
             report it, and remove the line from {TABLE} to build the tool from its crate instead."
        )
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has the SHA-256 {}, but {TABLE} says {}", self.url, self.found, self.pinned)
    }
}

impl std::error::Error for Mismatch {}

/// The archive of a tool for this machine, where one is pinned.
///
/// # Errors
/// When the table cannot be read.
pub fn pinned(tool: &str, version: &str) -> Result<Option<Archive>> {
    choose(PINNED, tool, version, (env::consts::OS, env::consts::ARCH))
}

fn choose(table: &str, tool: &str, version: &str, platform: (&str, &str)) -> Result<Option<Archive>> {
    let mut table: BTreeMap<String, Releases> =
        toml::from_str(table).with_context(|| format!("reading {TABLE}"))?;
    let Some(releases) = table.remove(tool) else { return Ok(None) };
    let Some(sums) = releases.sha256.get(version) else { return Ok(None) };
    Ok(triples(platform).iter().find_map(|triple| {
        let url = releases.address.replace("{version}", version).replace("{triple}", triple);
        Some(Archive { url, sha256: sums.get(triple)?.clone() })
    }))
}

/// The platforms whose programs run here, the one that asks least of the system first.
fn triples((os, arch): (&str, &str)) -> Vec<String> {
    match os {
        "linux" => vec![format!("{arch}-unknown-linux-musl"), format!("{arch}-unknown-linux-gnu")],
        "macos" => vec![format!("{arch}-apple-darwin")],
        _ => Vec::new(),
    }
}

/// Decides where a tool is taken from. What cannot be downloaded is built; what was downloaded and
/// is another file is an error, never passed over.
///
/// # Errors
/// When the archive is not the one that was pinned.
pub fn source(
    archive: Option<&Archive>,
    download: impl FnOnce(&str) -> Result<Vec<u8>>,
) -> Result<Source, Mismatch> {
    let Some(Archive { url, sha256 }) = archive else {
        return Ok(Source::Registry("no release archive is pinned for it here".to_owned()));
    };
    let bytes = match download(url) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Ok(Source::Registry(format!("its release archive cannot be downloaded ({error:#})")));
        }
    };
    let found = sha256_hex(&bytes);
    if found != *sha256 {
        return Err(Mismatch { url: url.clone(), pinned: sha256.clone(), found });
    }
    Ok(Source::Archive(bytes))
}

/// Downloads a file by curl, which nearly every machine has: a library for TLS would be compiled
/// before anything else begins. Gives up where nothing comes for ten seconds.
///
/// # Errors
/// When curl is missing or fails; the message is its own.
pub fn download(url: &str) -> Result<Vec<u8>> {
    fetch(url, "=https")
}

fn fetch(url: &str, protocol: &str) -> Result<Vec<u8>> {
    let output = Command::new("curl")
        .args(["--proto", protocol, "--fail", "--location", "--silent", "--show-error"])
        .args(["--connect-timeout", "10", "--speed-time", "10", "--speed-limit", "1000", url])
        .stdin(Stdio::null())
        .output()
        .context("curl is not here")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

/// Takes programs out of a `.tar.gz`, wherever they lie in it.
///
/// # Errors
/// When it is no such archive or lacks one of them.
pub fn programs<'a>(archive: &[u8], names: &[&'a str]) -> Result<Vec<(&'a str, Vec<u8>)>> {
    let mut found = Vec::new();
    let mut tar = tar::Archive::new(GzDecoder::new(archive));
    for entry in tar.entries().context("reading the release archive")? {
        let mut entry = entry.context("reading the release archive")?;
        let path = entry.path()?.into_owned();
        let is =
            |name: &&&str| entry.header().entry_type().is_file() && path.file_name() == Some(name.as_ref());
        if let Some(name) = names.iter().find(is) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).with_context(|| format!("unpacking {name}"))?;
            found.push((*name, bytes));
        }
    }
    match names.iter().find(|name| !found.iter().any(|(found, _)| found == *name)) {
        Some(name) => bail!("the release archive has no program {name}"),
        None => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOME: &str = "[t]\naddress = \"https://example.org/{version}/t-{triple}.tar.gz\"\n\
        [t.sha256.\"1.0\"]\nx86_64-unknown-linux-gnu = \"aa\"\naarch64-apple-darwin = \"bb\"\n";

    fn archive_of(bytes: &[u8]) -> Archive {
        Archive { url: "https://example.org/t.tar.gz".to_owned(), sha256: sha256_hex(bytes) }
    }

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut tar = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), Default::default()));
        for (path, bytes) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            tar.append_data(&mut header, path, *bytes).unwrap();
        }
        tar.into_inner().unwrap().finish().unwrap()
    }

    #[test]
    fn the_platform_chooses_the_archive() {
        let chosen = |version, platform| choose(SOME, "t", version, platform).unwrap();
        let linux = chosen("1.0", ("linux", "x86_64")).unwrap();
        assert_eq!(linux.url, "https://example.org/1.0/t-x86_64-unknown-linux-gnu.tar.gz");
        assert_eq!(linux.sha256, "aa");
        assert_eq!(chosen("1.0", ("macos", "aarch64")).unwrap().sha256, "bb");
        assert_eq!(chosen("1.0", ("linux", "riscv64")), None);
        assert_eq!(chosen("1.0", ("windows", "x86_64")), None);
        assert_eq!(chosen("1.1", ("linux", "x86_64")), None);
        assert_eq!(choose(SOME, "other", "1.0", ("linux", "x86_64")).unwrap(), None);
    }

    #[test]
    fn a_program_that_runs_on_any_linux_is_preferred() {
        let table = format!("{SOME}x86_64-unknown-linux-musl = \"cc\"\n");
        let chosen = choose(&table, "t", "1.0", ("linux", "x86_64")).unwrap().unwrap();
        assert_eq!(chosen.sha256, "cc");
    }

    #[test]
    fn our_own_table_has_whole_sums_and_trunk_for_every_usual_machine() {
        let table: BTreeMap<String, Releases> = toml::from_str(PINNED).unwrap();
        for (tool, releases) in &table {
            assert!(releases.address.starts_with("https://"), "{tool}");
            assert!(
                releases.address.contains("{version}") && releases.address.contains("{triple}"),
                "{tool}"
            );
            for sum in releases.sha256.values().flat_map(BTreeMap::values) {
                assert!(
                    sum.len() == 64 && sum.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)),
                    "{sum}"
                );
            }
        }
        for os in ["linux", "macos"] {
            for arch in ["x86_64", "aarch64"] {
                let archive = choose(PINNED, "trunk", crate::setup::tool::TRUNK, (os, arch)).unwrap();
                assert!(archive.is_some(), "{os} {arch}");
            }
        }
    }

    #[test]
    fn the_pinned_archive_is_taken() {
        let source = source(Some(&archive_of(b"right")), |url| {
            assert_eq!(url, "https://example.org/t.tar.gz");
            Ok(b"right".to_vec())
        });
        assert_eq!(source.unwrap(), Source::Archive(b"right".to_vec()));
    }

    #[test]
    fn what_is_not_pinned_is_not_downloaded() {
        let source = source(None, |_| panic!("nothing is pinned")).unwrap();
        assert!(matches!(source, Source::Registry(why) if why.contains("pinned")));
    }

    #[test]
    fn what_cannot_be_downloaded_is_built() {
        let source = source(Some(&archive_of(b"")), |_| bail!("the host is unknown")).unwrap();
        assert!(matches!(source, Source::Registry(why) if why.contains("the host is unknown")));
    }

    #[test]
    fn another_file_is_an_error_that_says_both_sums() {
        let archive = archive_of(b"right");
        let error = source(Some(&archive), |_| Ok(b"wrong".to_vec())).unwrap_err().to_string();
        assert!(error.contains(&archive.sha256) && error.contains(&sha256_hex(b"wrong")), "{error}");
    }

    /// Nobody listens on port 9 of this machine, so it refuses at once.
    #[test]
    fn a_refused_connection_is_told_at_once() {
        let start = std::time::Instant::now();
        assert!(fetch("http://127.0.0.1:9/t.tar.gz", "=http").is_err());
        assert!(start.elapsed().as_secs() < 5);
    }

    #[test]
    fn programs_are_found_in_any_folder() {
        let archive = packed(&[("t-1.0/README.md", b"words"), ("t-1.0/a", b"A"), ("b", b"B")]);
        let found = programs(&archive, &["a", "b"]).unwrap();
        assert_eq!(found, [("a", b"A".to_vec()), ("b", b"B".to_vec())]);
        assert!(programs(&archive, &["c"]).unwrap_err().to_string().contains("no program c"));
        assert!(programs(b"<html>", &["a"]).is_err());
    }
}
