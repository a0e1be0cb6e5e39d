//! The program as a person runs it: what it publishes, and what it refuses.
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use claims::{Cube, Manifest, Rows};
use flate2::read::GzDecoder;

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("claims-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_claims-prepare"))
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .unwrap()
    }

    /// Invented claims in `sample/`: their path.
    fn sample(&self, rows: u32, parquet: bool) -> String {
        let number = rows.to_string();
        let mut arguments = vec!["sample", "--rows", &number, "--out", "sample"];
        if parquet {
            arguments.push("--parquet");
        }
        assert!(self.run(&arguments).status.success());
        format!("sample/klaim-rekaan-{rows}-20.{}", if parquet { "parquet" } else { "csv" })
    }

    fn prepare(&self, from: &str, rows: u32) -> Output {
        let dataset = format!("sample/klaim-rekaan-{rows}-20.dataset.json");
        self.run(&["prepare", "--in", from, "--dataset", &dataset, "--out", "out"])
    }

    /// What is said of claims that cannot be used; nothing is published then.
    fn refused(&self, text: &str) -> String {
        self.sample(100, false);
        fs::write(self.0.join("bad.csv"), text).unwrap();
        let output = self.prepare("bad.csv", 100);
        assert!(!output.status.success());
        assert!(!self.0.join("out").exists());
        assert!(!self.0.join("out.part/site").exists());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const HEADER: &str = "tanggal,wilayah,program,kelompok,nilai,kanal,hari\n";
const GOOD: &str = "2024-03-04,11.01,jht,penerima-upah,9500000,daring,7\n";

fn unpacked(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    std::io::copy(&mut GzDecoder::new(fs::File::open(path).unwrap()), &mut bytes).unwrap();
    bytes
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn csv_and_parquet_publish_the_same() {
    let place = Place::new("same");
    let (csv, parquet) = (place.sample(60_000, false), place.sample(60_000, true));
    let output = place.prepare(&csv, 60_000);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let out = place.0.join("out");
    let manifest = Manifest::read(&fs::read_to_string(out.join("manifest.json")).unwrap()).unwrap();
    assert!(manifest.invented);
    assert_eq!(manifest.totals.claims, 60_000);
    assert_eq!(manifest.totals.rows + manifest.withheld.left_out_rows, 60_000);
    let names = |kind: &str| {
        files(&out.join(kind)).iter().map(|path| path.file_name().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (cubes, rows) = (names("cube"), names("rows"));
    let mut amount = None;
    let mut single = 0;
    for region in &manifest.regions {
        let cube = Cube::decode(&unpacked(&out.join("cube").join(&region.cube.name))).unwrap();
        if let Some(cell) = cube.get([0, 0, 0, 0]) {
            assert_eq!(
                *amount.get_or_insert(cell.amount),
                cell.amount,
                "the nation is the same in every file"
            );
        }
        assert!(cube.counts.iter().all(|count| *count >= 5));
    }
    assert_eq!(amount, Some(manifest.totals.amount));
    for path in files(&out.join("rows")) {
        single += Rows::decode(&unpacked(&path)).unwrap().len() as u64;
    }
    assert_eq!(single, manifest.totals.rows);
    assert!(!place.0.join("out.part").exists());
    // The same claims as Parquet, over what was published before.
    let output = place.prepare(&parquet, 60_000);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(names("cube"), cubes);
    assert_eq!(names("rows"), rows);
}

#[test]
fn what_is_personal_stops() {
    let place = Place::new("personal");
    let told = place.refused("tanggal,wilayah,program,kelompok,nilai,kanal,nama peserta\n2024-03-04,11.01,jht,penerima-upah,1,daring,x\n");
    assert!(told.contains("`nama peserta` looks personal"), "{told}");
    let told = place
        .refused(&format!("{HEADER}{GOOD}2024-03-04,11.01,jht,penerima-upah,9500000,1671012345678901,7\n"));
    assert!(told.contains("row 2") && told.contains("`kanal`") && told.contains("identity number"), "{told}");
}

#[test]
fn what_cannot_be_used_is_told_with_file_and_row() {
    let place = Place::new("bad");
    for (line, expected) in [
        ("2024-03-32,11.01,jht,penerima-upah,9500000,daring,7", "`2024-03-32` is no day"),
        ("2024-03-04,11.01,jht,penerima-upah,-1,daring,7", "`-1` is below zero"),
        ("2024-03-04,11.01,jht,penerima-upah,9.500.000,daring,7", "is no whole number"),
        ("2024-03-04,11.01,jht,penerima-upah,1", "bad.csv"),
    ] {
        let told = place.refused(&format!("{HEADER}{GOOD}{line}\n"));
        assert!(told.contains("bad.csv") && told.contains(expected), "{told}");
    }
    let told = place.refused(&format!("{HEADER}2024-03-04,99.99,jht,penerima-upah,1,daring,7\n"));
    assert!(told.contains("no region `99.99`"), "{told}");
    let told = place.refused("tanggal,wilayah,program,kelompok,nilai,kanal,hari,status\n");
    assert!(told.contains("`status` is not declared"), "{told}");
    let told = place.refused(
        "tanggal,wilayah,program,kelompok,kanal,hari\n2024-03-04,11.01,jht,penerima-upah,daring,7\n",
    );
    assert!(told.contains("no column of the type `amount`"), "{told}");
    let told = place.refused(&format!("{HEADER}{GOOD}"));
    assert!(told.contains("too few claims"), "{told}");
}

#[test]
fn a_cut_parquet_is_told() {
    let place = Place::new("cut");
    let path = place.0.join(place.sample(5000, true));
    let bytes = fs::read(&path).unwrap();
    fs::write(place.0.join("cut.parquet"), &bytes[..bytes.len() / 2]).unwrap();
    let output = place.prepare("cut.parquet", 5000);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains("cut.parquet is no whole Parquet file"), "{told}");
}

#[test]
fn a_folder_of_something_else_stays() {
    let place = Place::new("else");
    let csv = place.sample(100, false);
    fs::create_dir(place.0.join("out")).unwrap();
    fs::write(place.0.join("out/mine.txt"), "mine").unwrap();
    assert!(!place.prepare(&csv, 100).status.success());
    assert!(place.0.join("out/mine.txt").is_file());
}
