//! `build`: the site from a dataset, by Trunk.
use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use dataset::Date;
use walkdir::WalkDir;

use site::{
    claims,
    editions::{self, Edition, Kept},
    mask,
    publish::heights,
    sha256_hex,
};

use crate::{
    published,
    report::{self, ReportFile},
    setup::{self, Need},
    tools::{Workspace, run, write_whole},
};

/// Environment of the post-build hook: the files of the reports, as a list of paths.
pub const DATA: &str = "JAMSOSTEK_DATA";
/// Environment of the post-build hook: the base path.
pub const BASE: &str = "JAMSOSTEK_BASE";
/// Environment of the post-build hook: the site's public address.
pub const SITE_URL: &str = "JAMSOSTEK_SITE_URL";
/// Environment of the post-build hook: what was published before.
pub const EDITIONS: &str = "JAMSOSTEK_EDITIONS";
/// Environment of the post-build hook: the day of publication.
pub const PUBLISHED: &str = "JAMSOSTEK_PUBLISHED";
/// Environment of the post-build hook: set where the dataset has been checked already.
pub const CHECKED: &str = "JAMSOSTEK_CHECKED";

/// What to build.
#[derive(Clone, Debug)]
pub struct Options {
    /// The report, a dataset or a workbook; those of the site where none is named.
    pub data: Option<PathBuf>,
    /// The path that the site will be served under.
    pub base: Base,
    /// Where the site goes.
    pub out: PathBuf,
    /// The site's public address.
    pub site_url: Option<String>,
    /// The folder with what was published before.
    pub editions: Option<PathBuf>,
    /// The day of publication.
    pub published: Option<Date>,
}

/// A base path: begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Base {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let inner = text.trim_matches('/');
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
        if !inner.chars().all(plain) || inner.split('/').any(|part| part == "..") || inner.contains("//") {
            return Err(format!(
                "`{text}` is no base path: write it as in `/repo/`, with letters, digits and `-._~`"
            ));
        }
        Ok(Self(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }))
    }
}

/// Builds the site, whatever is there already.
///
/// # Errors
/// When the dataset has errors, a tool cannot be installed, or the build fails.
pub fn build(ws: &Workspace, options: &Options) -> Result<()> {
    let reports = reports(ws, options)?;
    for report in &reports {
        desk::for_build(&report.given)?;
    }
    refuse_foreign(&ws.state(), &options.out)?;
    tell_dropped(options, &reports)?;
    setup::ensure(ws, &Need::BUILD)?;
    let toolchain =
        setup::wasm_toolchain(ws).context("no compiler for the browser: run `cargo xtask setup`")?;
    let stamp = Stamp::new(ws, options, &reports)?;
    let mut trunk = ws.command(ws.tools.join("bin/trunk"));
    trunk.args(["build", "--release", "--config"]).arg(trunk_config(ws, &options.out)?);
    toolchain.apply(ws, &mut trunk);
    let given = env::join_paths(reports.iter().map(|report| &report.given))
        .context("the name of a report has a sign that divides lists of files: give it another name")?;
    trunk.env(DATA, given).env(BASE, options.base.as_str()).env(CHECKED, "1");
    match &options.site_url {
        Some(url) => trunk.env(SITE_URL, url),
        None => trunk.env_remove(SITE_URL),
    };
    match &options.editions {
        Some(dir) => trunk.env(EDITIONS, dir),
        None => trunk.env_remove(EDITIONS),
    };
    match options.published {
        Some(date) => trunk.env(PUBLISHED, date.to_string()),
        None => trunk.env_remove(PUBLISHED),
    };
    if env::var_os("NO_COLOR").is_some() {
        // Trunk reads the variable as a yes or no.
        trunk.env("NO_COLOR", "true");
    }
    run(&mut trunk).context("the site could not be built: see above")?;
    stamp.write()
}

/// Builds the site unless what is there was built from the same files and options.
/// True when it was built.
///
/// # Errors
/// As [`build`].
pub fn build_if_stale(ws: &Workspace, options: &Options) -> Result<bool> {
    let stamp = Stamp::new(ws, options, &reports(ws, options)?)?;
    if stamp.holds() {
        return Ok(false);
    }
    build(ws, options)?;
    Ok(true)
}

/// Builds the site as [`build`] does, by a program that is compiled anew: the pages are rendered by
/// the components that it was compiled with.
///
/// # Errors
/// When the program cannot be compiled, or as [`build`].
pub fn build_by_cargo(ws: &Workspace, options: &Options) -> Result<()> {
    let mut cargo = ws.command("cargo");
    cargo.args(["run", "--quiet", "--package", "xtask", "--", "build", "--base", options.base.as_str()]);
    cargo.arg("--out").arg(&options.out);
    if let Some(data) = &options.data {
        cargo.arg("--data").arg(data);
    }
    if let Some(url) = &options.site_url {
        cargo.args(["--site-url", url]);
    }
    if let Some(dir) = &options.editions {
        cargo.arg("--editions").arg(dir);
    }
    if let Some(date) = options.published {
        cargo.args(["--published", &date.to_string()]);
    }
    run(&mut cargo)
}

/// The name of a dataset's edition; empty where the dataset cannot be read.
fn edition_of(data: &Path) -> Result<String> {
    let text = fs::read_to_string(data)?;
    let served = mask::served(&text).unwrap_or(text.as_str().into());
    let dataset = dataset::read(&served).dataset;
    Ok(dataset.map(|dataset| Edition::of(&dataset, "", served.as_bytes(), None).id).unwrap_or_default())
}

/// The reports that are built, that of the site's root first.
///
/// # Errors
/// When there is none, or one cannot be read.
pub fn reports(ws: &Workspace, options: &Options) -> Result<Vec<ReportFile>> {
    let given = match &options.data {
        Some(given) => vec![given.clone()],
        None => report::of_site(ws)?,
    };
    given.iter().map(|given| ReportFile::read(ws, given)).collect()
}

/// Says which editions will no longer be in the folder that is built into.
fn tell_dropped(options: &Options, reports: &[ReportFile]) -> Result<()> {
    let ids: Vec<String> = reports.iter().map(|report| id_of(&report.data)).collect::<Result<_>>()?;
    let mut folders: Vec<_> = reports.iter().take(1).map(|report| (report, String::new())).collect();
    if reports.len() > 1 {
        folders.extend(reports.iter().zip(ids.iter().map(|id| format!("{id}/"))));
    }
    for (report, path) in folders {
        let kept = Kept::read(options.editions.as_deref(), &path)?;
        let newest = edition_of(&report.data)?;
        if let Some(sentence) = editions::told_dropped(&options.out.join(path), &kept, &newest)? {
            println!("{sentence}");
        }
    }
    Ok(())
}

/// The id of a dataset; empty where it cannot be read.
fn id_of(data: &Path) -> Result<String> {
    Ok(dataset::read(&fs::read_to_string(data)?).dataset.map(|dataset| dataset.id).unwrap_or_default())
}

/// Trunk empties the folder it writes to. One that holds other things than a site is refused, unless it is below `own`,
/// where nothing but sites is written.
fn refuse_foreign(own: &Path, out: &Path) -> Result<()> {
    let filled = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    // A build that was stopped leaves Trunk's own folder, or files on their way out of it.
    let is_site = out.starts_with(own) || out.join("index.html").exists() || out.join(".stage").exists();
    if filled && !is_site {
        bail!(
            "{} holds something else than a site, and would be emptied: name another folder",
            out.display()
        );
    }
    Ok(())
}

/// Trunk's settings with absolute places, and with this very program as the hook: the hook in
/// `Trunk.toml` would build it again with the toolchain of the browser's build.
fn trunk_config(ws: &Workspace, out: &Path) -> Result<PathBuf> {
    let mut config: toml::Table = fs::read_to_string(ws.root.join("Trunk.toml"))?.parse()?;
    let build = config.entry("build").or_insert_with(|| toml::Table::new().into());
    let build = build.as_table_mut().context("[build] of Trunk.toml is no table")?;
    build.insert("target".to_owned(), text(&ws.root.join("index.html"))?);
    build.insert("dist".to_owned(), text(out)?);
    config.remove("watch");
    let hooks =
        config.get_mut("hooks").and_then(toml::Value::as_array_mut).context("Trunk.toml has no [[hooks]]")?;
    let [hook] = hooks.as_mut_slice() else { bail!("Trunk.toml must have exactly one hook") };
    let hook = hook.as_table_mut().context("the hook of Trunk.toml is no table")?;
    hook.insert("command".to_owned(), text(&own_copy(ws)?)?);
    hook.insert("command_arguments".to_owned(), toml::Value::Array(vec!["finish".into()]));
    // Cargo and rustup look for their settings from here upwards, so it lies in the repository.
    let path = ws.root.join("target/xtask/Trunk.toml");
    write_whole(&path, toml::to_string(&config)?.as_bytes())?;
    Ok(path)
}

fn text(path: &Path) -> Result<toml::Value> {
    Ok(path.to_str().with_context(|| format!("{} is not UTF-8", path.display()))?.into())
}

/// A copy of the running program that no cargo replaces while a build runs.
fn own_copy(ws: &Workspace) -> Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    let from = if running.exists() { running.to_path_buf() } else { env::current_exe()? };
    let to = ws.state().join(format!("hook{}", env::consts::EXE_SUFFIX));
    let part = to.with_extension("part");
    fs::create_dir_all(ws.state())?;
    fs::copy(&from, &part).with_context(|| format!("copying {}", from.display()))?;
    fs::rename(&part, &to)?;
    Ok(to)
}

/// What a built site was made from, kept beside the other state under the site's place.
struct Stamp {
    path: PathBuf,
    index: PathBuf,
    inputs: String,
}

impl Stamp {
    fn new(ws: &Workspace, options: &Options, reports: &[ReportFile]) -> Result<Self> {
        let mut inputs = format!("{}\n{:?}\n", options.base.as_str(), options.site_url);
        for ReportFile { given, .. } in reports {
            let published = published::published(ws, options.published, given)?;
            inputs += &format!("{} {published:?}\n", given.display());
        }
        let files =
            ["index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "src", "public", "crates", "xtask/src"];
        let own = reports.iter().flat_map(|ReportFile { given, .. }| {
            [given.clone(), heights::path(given), claims::manifest(given)]
        });
        let own = own.filter(|file| file.exists()).chain(options.editions.clone());
        for file in files.iter().map(|file| ws.root.join(file)).chain(own) {
            for entry in WalkDir::new(file).sort_by_file_name() {
                let entry = entry?;
                if entry.file_type().is_file() {
                    let hash = sha256_hex(&fs::read(entry.path())?);
                    inputs += &format!("{} {hash}\n", entry.path().display());
                }
            }
        }
        let out = sha256_hex(options.out.as_os_str().as_encoded_bytes());
        let name = format!("site-{}.stamp", out.get(..12).unwrap_or(&out));
        let index = options.out.join("index.html");
        Ok(Self { path: ws.state().join(name), index, inputs: sha256_hex(inputs.as_bytes()) })
    }

    /// The inputs, and the page as it was written: another tool may have built there since.
    fn content(&self) -> Option<String> {
        let page = sha256_hex(&fs::read(&self.index).ok()?);
        Some(format!("{} {page}", self.inputs))
    }

    fn holds(&self) -> bool {
        let content = self.content();
        content.is_some() && fs::read_to_string(&self.path).ok() == content
    }

    fn write(&self) -> Result<()> {
        let content = self.content().with_context(|| format!("{} was not built", self.index.display()))?;
        write_whole(&self.path, content.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_paths_get_their_slashes() {
        let base = |text: &str| text.parse::<Base>().map(|base| base.0);
        assert_eq!(base("/").unwrap(), "/");
        assert_eq!(base("repo").unwrap(), "/repo/");
        assert_eq!(base("/a/b/").unwrap(), "/a/b/");
        for bad in ["/a b/", "/../", "/a\"/", "/a//b/"] {
            assert!(base(bad).unwrap_err().contains("no base path"), "{bad}");
        }
    }

    #[test]
    fn a_folder_with_other_things_is_not_emptied() {
        let dir = tempfile::tempdir().unwrap();
        let own = Path::new("/target/xtask");
        assert!(refuse_foreign(own, dir.path()).is_ok());
        fs::write(dir.path().join("diary.txt"), "").unwrap();
        assert!(refuse_foreign(own, dir.path()).is_err());
        assert!(refuse_foreign(dir.path(), dir.path()).is_ok());
        fs::write(dir.path().join("index.html"), "").unwrap();
        assert!(refuse_foreign(own, dir.path()).is_ok());
    }
}
