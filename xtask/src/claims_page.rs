//! The application of the page of claims, for sites that have published claims (`docs/adr/0022-explorer.md`).
//!
//! It is a program of the package of the report, with other features. Trunk compiles one program, so this one is compiled in
//! the hook, into the same folder and with the same flags: what both are made of is compiled once where it is the same.
use std::path::PathBuf;

use anyhow::Result;

use crate::{
    module::{self, Module},
    split::{self, Application, Profile},
    tools::Workspace,
};

/// The program, compiled by the toolchain of the build around.
fn module() -> Module {
    Module {
        package: Application::Report.program(),
        name: Application::Claims.program(),
        features: Some("csr"),
        profile: Profile::Release.folder(),
        is_split: true,
        toolchain: module::of_the_build(),
    }
}

/// Has it compiled, and returns the folder of the files that it is split into.
///
/// # Errors
/// When it cannot be compiled, or a tool is missing or fails.
pub fn made(ws: &Workspace, profile: Profile) -> Result<PathBuf> {
    module().compiled(ws, profile)?;
    split::made(ws, Application::Claims, profile)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_program_and_its_features_are_those_of_the_package() {
        let manifest = fs::read_to_string(Workspace::find().unwrap().root.join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let module = module();
        assert_eq!(manifest["package"]["name"].as_str(), Some(module.package));
        assert!(manifest["profile"].get(module.profile).is_some());
        let programs = manifest["bin"].as_array().unwrap();
        let own = programs.iter().find(|program| program["name"].as_str() == Some(module.name)).unwrap();
        let needed = own["required-features"].as_array().unwrap();
        assert!(needed.iter().all(|feature| feature.as_str() == module.features), "{needed:?}");
    }
}
