//! The files of the first figures, which are on their way before the page knows its dataset.
use claims::Cube;
use explorer::ledger::Fault;
use explorer::{Cubes, Index, State, address, address::Ignored, first_view};
use futures::channel::oneshot;
use leptos::task::spawn_local;

use super::super::context::Published;
use super::load::{Fetched, Folder};
use crate::browser::fetch::Freshness;

/// Files on their way: the manifest, and those of what an address asks for.
pub struct FirstFiles(oneshot::Receiver<Result<(Index, Fetched), Fault>>);

impl FirstFiles {
    /// Fetches the files of what these parameters of an address ask for.
    pub fn fetch(folder: Folder, parameters: Vec<(String, String)>, freshness: Freshness) -> Self {
        let (tell, told) = oneshot::channel();
        spawn_local(async move {
            let came = match folder.manifest(freshness).await {
                Ok(index) => {
                    let region = address::read(&index, &parameters).state.selection.region;
                    let cubes = folder.cubes(&index, first_view(&index, region)).await;
                    Ok((index, cubes))
                }
                Err(fault) => Err(fault),
            };
            // Where nobody waits any more, the page is gone.
            drop(tell.send(came));
        });
        Self(told)
    }

    /// The files once they are there.
    ///
    /// # Errors
    /// Why the manifest is not.
    pub async fn came(self) -> Result<(Index, Fetched), Fault> {
        self.0.await.unwrap_or(Err(Fault::Network))
    }
}

/// What is there when the explorer is mounted.
pub struct First {
    /// The manifest and the files that came.
    pub published: Published,
    /// What the address asks for.
    pub state: State,
    /// What it asks for in vain.
    pub ignored: Vec<Ignored>,
    /// Files that did not come.
    pub failed: Vec<(u16, Fault)>,
}

impl First {
    /// The figures of what these parameters ask for, of which some files have come.
    pub async fn of(index: Index, came: Fetched, parameters: &[(String, String)], folder: &Folder) -> Self {
        let read = address::read(&index, parameters);
        let wanted = first_view(&index, read.state.selection.region);
        // A field may have been changed meanwhile.
        let missing = wanted.iter().copied().filter(|region| came.iter().all(|(other, _)| other != region));
        let more = folder.cubes(&index, missing.collect()).await;
        let (mut cubes, mut failed) = (Cubes::default(), Vec::new());
        for (region, came) in came.into_iter().chain(more) {
            take(&index, &mut cubes, region, came, &mut failed);
        }
        failed.retain(|(region, _)| wanted.contains(region));
        let published = Published { index: index.into(), cubes };
        Self { published, state: read.state, ignored: read.ignored, failed }
    }
}

/// Takes a file that came, or remembers why it did not.
pub fn take(
    index: &Index,
    cubes: &mut Cubes,
    region: u16,
    came: Result<Cube, Fault>,
    failed: &mut Vec<(u16, Fault)>,
) {
    let taken = came.and_then(|cube| {
        cubes.insert(index, region, cube).map_err(|error| Fault::Damaged(error.to_string()))
    });
    if let Err(fault) = taken {
        failed.push((region, fault));
    }
}
