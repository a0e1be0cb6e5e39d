//! The program as a person runs it: what it publishes, and what it refuses.
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use claims::{
    Chunk, Cube, Manifest, Rows,
    lattice::{Axis, Point},
    quantile::{self, MEDIAN, PERCENTS, is_published, rounded},
};
use flate2::read::GzDecoder;

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("claims-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claims-prepare"));
        command.args(arguments).current_dir(&self.0);
        command
    }

    /// Runs a command that works. What it says of its progress.
    fn works(&self, command: &mut Command) -> String {
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{told}");
        told
    }

    /// Runs a command that fails by itself. What it says.
    fn fails(&self, command: &mut Command) -> String {
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{told}");
        told
    }

    /// Invented claims in `sample/`: their path.
    fn sample(&self, rows: u32, parquet: bool) -> String {
        let number = rows.to_string();
        let mut arguments = vec!["sample", "--rows", &number, "--out", "sample"];
        if parquet {
            arguments.push("--parquet");
        }
        self.works(&mut self.command(&arguments));
        format!("sample/klaim-rekaan-{rows}-20.{}", if parquet { "parquet" } else { "csv" })
    }

    fn prepare(&self, from: &str, rows: u32) -> Command {
        let dataset = format!("sample/klaim-rekaan-{rows}-20.dataset.json");
        self.command(&["prepare", "--in", from, "--dataset", &dataset, "--out", "out"])
    }

    /// What is said of claims that cannot be used; nothing is published then.
    fn refused(&self, text: &str) -> String {
        self.sample(100, false);
        fs::write(self.0.join("bad.csv"), text).unwrap();
        let told = self.fails(&mut self.prepare("bad.csv", 100));
        assert!(!self.0.join("out").exists());
        assert!(!self.0.join("out.part/site").exists());
        told
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

fn names(folder: &Path) -> Vec<String> {
    files(folder).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn csv_parquet_and_folders_publish_the_same() {
    let place = Place::new("same");
    let (csv, parquet) = (place.sample(40_000, false), place.sample(40_000, true));
    place.works(&mut place.prepare(&csv, 40_000));
    let out = place.0.join("out");
    let (cubes, rows) = (names(&out.join("cube")), names(&out.join("rows")));
    assert!(!place.0.join("out.part").exists());
    // The same claims as Parquet, over what was published before.
    place.works(&mut place.prepare(&parquet, 40_000));
    assert_eq!((names(&out.join("cube")), names(&out.join("rows"))), (cubes.clone(), rows.clone()));
    // The same claims in a folder of two files.
    let text = fs::read_to_string(place.0.join(&csv)).unwrap();
    let (header, body) = text.split_once('\n').unwrap();
    let half = body[..body.len() / 2].rfind('\n').unwrap() + 1;
    for (year, part) in [(1, &body[..half]), (2, &body[half..])] {
        let folder = place.0.join(format!("hive/year={year}"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("part.csv"), format!("{header}\n{part}")).unwrap();
    }
    place.works(&mut place.prepare("hive", 40_000));
    assert_eq!((names(&out.join("cube")), names(&out.join("rows"))), (cubes, rows));
}

/// A claim as it was read.
struct Claim {
    leaf: Point,
    amount: i64,
    days: u16,
    channel: u8,
}

/// The claims of a CSV file, by the numbers of the manifest.
fn claims(path: &Path, manifest: &Manifest) -> Vec<Claim> {
    let number =
        |ids: Vec<&str>| -> HashMap<String, u16> { ids.iter().map(|id| (*id).to_owned()).zip(0..).collect() };
    let regions: HashMap<&str, u16> = manifest
        .regions
        .iter()
        .zip(0..)
        .filter_map(|(region, n)| Some((region.codes.get("contoh")?.as_str(), n)))
        .collect();
    let times = number(manifest.times.iter().map(|time| time.id.as_str()).collect());
    let [programmes, groups, channels] = [&manifest.programmes, &manifest.groups, &manifest.channels]
        .map(|members| number(members.iter().map(|member| member.id.as_str()).collect()));
    let text = fs::read_to_string(path).unwrap();
    let claim = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let leaf = [regions[cells[1]], times[&cells[0][..7]], programmes[cells[2]], groups[cells[3]]];
        let channel = u8::try_from(channels[cells[5]]).unwrap();
        Claim { leaf, amount: cells[4].parse().unwrap(), days: cells[6].parse().unwrap(), channel }
    };
    text.lines().skip(1).map(claim).collect()
}

/// Every cell that a claim belongs to.
fn cells(axes: &[Axis; 4], leaf: Point) -> Vec<Point> {
    let mut points = vec![leaf];
    for d in 0..4 {
        let above =
            |point: &Point| axes[d].path(point[d]).iter().map(|node| (*node, *point)).collect::<Vec<_>>();
        points = points
            .iter()
            .flat_map(above)
            .map(|(node, mut point)| {
                point[d] = node;
                point
            })
            .collect();
    }
    points
}

#[test]
fn every_figure_follows_from_the_claims() {
    let place = Place::new("figures");
    let csv = place.sample(60_000, false);
    place.works(&mut place.prepare(&csv, 60_000));
    let out = place.0.join("out");
    let manifest = Manifest::read(&fs::read_to_string(out.join("manifest.json")).unwrap()).unwrap();
    let axes = manifest.axes().unwrap();
    let claims = claims(&place.0.join(&csv), &manifest);
    let mut expected: HashMap<Point, (i64, Vec<i64>, Vec<u16>)> = HashMap::new();
    for claim in &claims {
        for cell in cells(&axes, claim.leaf) {
            let (amount, amounts, days) = expected.entry(cell).or_default();
            *amount += claim.amount;
            amounts.push(claim.amount);
            days.push(claim.days);
        }
    }
    assert!(manifest.invented);
    assert_eq!((manifest.totals.claims, manifest.totals.amount), (60_000, expected[&[0; 4]].0));
    let (mut seen, mut chunks) = (BTreeSet::new(), BTreeSet::new());
    for region in &manifest.regions {
        let cube = Cube::decode(&unpacked(&out.join("cube").join(&region.cube.name))).unwrap();
        assert!(cube.get([0; 4]).is_none() || cube.get([0; 4]).unwrap().count == 60_000);
        for index in 0..cube.keys.len() {
            let (point, cell) = (cube.point(index).unwrap(), cube.cell(index).unwrap());
            let (amount, amounts, days) = expected.get_mut(&point).unwrap();
            amounts.sort_unstable();
            days.sort_unstable();
            assert!(cell.count >= 5);
            assert_eq!((cell.count as usize, cell.amount), (amounts.len(), *amount), "{point:?}");
            for (at, percent) in PERCENTS.into_iter().enumerate() {
                let number = u64::from(cell.count);
                let is_told =
                    is_published(percent, number, 5) && (at == MEDIAN || point[1] < manifest.first_month());
                let value = |n: usize| (rounded(amounts[n]), days[n]);
                let value = is_told.then(|| value(quantile::place(percent, number) as usize - 1));
                assert_eq!(cell.amounts[at].zip(cell.days[at]), value, "{point:?} at {percent} %");
            }
            seen.insert(point);
        }
        chunks.extend(cube.chunks.iter().map(Chunk::file));
    }
    assert!(seen.len() > 10_000, "{} cells", seen.len());
    assert_eq!(names(&out.join("rows")), chunks.into_iter().collect::<Vec<_>>(), "every chunk is listed");
    rows_are_claims(&out, &manifest, &claims);
}

/// Every row is one of the claims, and told with four others at least.
fn rows_are_claims(out: &Path, manifest: &Manifest, claims: &[Claim]) {
    let mut left: BTreeMap<(u8, i64, u8, u16), i64> = BTreeMap::new();
    for claim in claims {
        let programme = u8::try_from(claim.leaf[2]).unwrap();
        *left.entry((programme, rounded(claim.amount), claim.channel, claim.days)).or_default() += 1;
    }
    let (mut told, mut number): (BTreeMap<Point, u64>, _) = (BTreeMap::new(), 0);
    for path in files(&out.join("rows")) {
        let rows = Rows::decode(&unpacked(&path)).unwrap();
        for row in (0..rows.len()).filter_map(|index| rows.row(index)) {
            let claim = left.get_mut(&(row.programme, row.amount, row.channel, row.days)).unwrap();
            *claim -= 1;
            assert!(*claim >= 0, "{row:?} is told twice");
            *told.entry([row.region, row.time, row.programme.into(), row.group.into()]).or_default() += 1;
            number += 1;
        }
    }
    assert_eq!(number, manifest.totals.rows);
    assert_eq!(number + manifest.withheld.left_out_rows, claims.len() as u64);
    assert!(told.values().all(|number| *number >= 5));
    let downloaded: u64 = manifest.downloads.iter().map(|download| download.rows).sum();
    assert_eq!(downloaded, number);
    for download in &manifest.downloads {
        assert_eq!(fs::metadata(out.join("parquet").join(&download.path)).unwrap().len(), download.bytes);
    }
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
    let told = place.fails(&mut place.prepare("cut.parquet", 5000));
    assert!(told.contains("cut.parquet is no whole Parquet file"), "{told}");
    // The end is whole, and something before it is not: the pages of the first column.
    let mut bytes = bytes;
    bytes[4..400].fill(0xff);
    fs::write(place.0.join("hole.parquet"), &bytes).unwrap();
    let told = place.fails(&mut place.prepare("hole.parquet", 5000));
    assert!(told.contains("hole.parquet, behind row 0"), "{told}");
}

#[test]
fn a_folder_of_something_else_stays() {
    let place = Place::new("else");
    let csv = place.sample(100, false);
    fs::create_dir(place.0.join("out")).unwrap();
    fs::write(place.0.join("out/mine.txt"), "mine").unwrap();
    place.fails(&mut place.prepare(&csv, 100));
    assert!(place.0.join("out/mine.txt").is_file());
    // The last step by itself looks, too.
    let csv = place.sample(30_000, false);
    let dataset = "sample/klaim-rekaan-30000-20.dataset.json";
    place.works(&mut place.command(&["plan", "--in", &csv, "--dataset", dataset, "--out", "planned"]));
    let told = place.fails(&mut place.command(&["finish", "--work", "planned.part", "--out", "out"]));
    assert!(told.contains("holds no published claims"), "{told}");
    assert!(place.0.join("out/mine.txt").is_file());
}

/// A file may have so many bytes and no more, as on a disk that is full: what was published before stays as it was, and
/// the next run with room publishes the new.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told() {
    let place = Place::new("full");
    let (old, new) = (place.sample(30_000, false), place.sample(40_000, false));
    place.works(&mut place.prepare(&old, 30_000));
    let manifest = fs::read(place.0.join("out/manifest.json")).unwrap();
    let mut limited = Command::new("sh");
    limited.current_dir(&place.0);
    limited.args(["-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\""]);
    let command = place.prepare(&new, 40_000);
    limited.arg(command.get_program()).args(command.get_args());
    let told = place.fails(&mut limited);
    assert!(told.contains("is the disk full?"), "{told}");
    assert_eq!(fs::read(place.0.join("out/manifest.json")).unwrap(), manifest);
    place.works(&mut place.prepare(&new, 40_000));
    let now = Manifest::read(&fs::read_to_string(place.0.join("out/manifest.json")).unwrap()).unwrap();
    assert_eq!(now.totals.claims, 40_000);
}

#[test]
fn an_interrupted_run_goes_on() {
    let place = Place::new("interrupted");
    let csv = place.sample(60_000, false);
    let mut running = place.prepare(&csv, 60_000).stderr(Stdio::null()).spawn().unwrap();
    while !place.0.join("out.part/cells.parquet").is_file() {
        assert!(running.try_wait().unwrap().is_none(), "it ended before it was interrupted");
        std::thread::sleep(Duration::from_millis(1));
    }
    running.kill().unwrap();
    running.wait().unwrap();
    assert!(!place.0.join("out").exists(), "nothing half-written is published");
    let told = place.works(&mut place.prepare(&csv, 60_000));
    assert!(!told.contains(" claims ") && !told.contains(" cells "), "made again:\n{told}");
    assert!(told.contains("/5 rows "), "{told}");
    let manifest = fs::read_to_string(place.0.join("out/manifest.json")).unwrap();
    assert!(Manifest::read(&manifest).unwrap().totals.exact_rows > 0);
    let resumed = files(&place.0.join("out/rows"));
    // Put aside and not yet replaced: the moment between two renames.
    fs::create_dir(place.0.join("out.part")).unwrap();
    fs::rename(place.0.join("out"), place.0.join("out.part/before")).unwrap();
    place.fails(&mut place.prepare("nothing.csv", 60_000));
    assert_eq!(files(&place.0.join("out/rows")), resumed);
}
