//! What tests of pages share.
use std::{fs, path::Path};

use dataset::Dataset;

use crate::{
    assets::{Assets, ClaimsAssets},
    scripts::Scripts,
    shell::Shell,
    styles::Styles,
};

/// The folder of what is served as it is.
pub fn public() -> &'static Path {
    Path::new("../../public")
}

/// Names of files that no build made.
pub fn assets() -> Assets {
    Assets {
        folder: "app-1/".to_owned(),
        icon: "icon-2.svg".to_owned(),
        claims: Some(ClaimsAssets { folder: "app-claims-1/".to_owned() }),
    }
}

/// What all documents share, with every stylesheet.
pub fn shell() -> Shell {
    Shell {
        assets: assets(),
        styles: Styles::read(&public().join("styles")).unwrap(),
        scripts: Scripts::default(),
        dataset_file: "data/d.json".to_owned(),
        fingerprint: "0123456789abcdef".to_owned(),
        edition: "d-01234567".to_owned(),
        claims: String::new(),
    }
}

/// The shipped datasets and the samples that can be read, each with its file's name.
pub fn datasets() -> Vec<(String, Dataset)> {
    let mut files: Vec<_> = ["../../public/data", "../../tests/data"]
        .into_iter()
        .flat_map(|dir| fs::read_dir(dir).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let dataset = dataset::read(&fs::read_to_string(path).unwrap()).dataset?;
        Some((path.display().to_string(), dataset))
    };
    files.iter().filter_map(read).collect()
}
