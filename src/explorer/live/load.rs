//! The files of published claims, fetched and read.
use claims::{Cube, manifest::MANIFEST};
use explorer::{Index, ledger::Fault};
use futures::future::join_all;

use crate::browser::fetch::{self, FetchError, Freshness};
use crate::browser::unpack::unpack;

/// The files of regions, or why they are not there.
pub type Fetched = Vec<(u16, Result<Cube, Fault>)>;

/// Where published claims lie: the absolute address of their folder, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(pub String);

impl Folder {
    /// The manifest.
    ///
    /// # Errors
    /// Why it is not there.
    pub async fn manifest(&self, freshness: Freshness) -> Result<Index, Fault> {
        let text = fetch::text(&[&self.0, MANIFEST].concat(), freshness).await.map_err(fault)?;
        Index::read(&text).map_err(|error| Fault::Damaged(error.to_string()))
    }

    /// The cube of a region: asked for once more where it comes damaged.
    ///
    /// # Errors
    /// Why it is not there.
    pub async fn cube(&self, index: &Index, region: u16) -> Result<Cube, Fault> {
        let of = index.manifest().regions.get(usize::from(region));
        let name = of.map(|region| ["cube/", &region.cube.name].concat()).unwrap_or_default();
        match self.read_cube(&name, Freshness::Kept).await {
            Err(fault) if fault.may_pass() => self.read_cube(&name, Freshness::Again).await,
            read => read,
        }
    }

    /// The cubes of regions, all asked for at once.
    pub async fn cubes(&self, index: &Index, regions: Vec<u16>) -> Fetched {
        let of = |region: u16| async move { (region, self.cube(index, region).await) };
        join_all(regions.into_iter().map(of)).await
    }

    async fn read_cube(&self, name: &str, freshness: Freshness) -> Result<Cube, Fault> {
        let bytes = self.unpacked(name, freshness).await?;
        Cube::decode(&bytes).map_err(|error| Fault::from(&error))
    }

    /// The content of a packed file below the folder.
    ///
    /// # Errors
    /// Why it is not there.
    pub async fn unpacked(&self, name: &str, freshness: Freshness) -> Result<Vec<u8>, Fault> {
        let bytes = fetch::bytes(&[&self.0, name].concat(), freshness).await.map_err(fault)?;
        unpack(bytes).await.map_err(|error| Fault::Damaged(error.to_string()))
    }
}

fn fault(error: FetchError) -> Fault {
    match error {
        FetchError::Status { status, .. } => Fault::Status(status),
        FetchError::Unreachable { .. } => Fault::Network,
    }
}
