//! Writes an invented slice as files, to measure with (`cargo xtask bench claims`): `slice ROWS FOLDER`.
#[path = "../benches/generated/mod.rs"]
mod generated;

use std::{env, error::Error, fs, path::PathBuf};

use generated::Slice;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(rows), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("ROWS FOLDER".into());
    };
    let slice = Slice::of(rows.parse()?);
    let folder = PathBuf::from(folder);
    fs::create_dir_all(folder.join("rows"))?;
    fs::write(folder.join("manifest.json"), &slice.manifest)?;
    fs::write(folder.join("chunks.json"), serde_json::to_vec(&slice.expected())?)?;
    for (file, bytes) in &slice.chunks {
        fs::write(folder.join("rows").join(file), bytes)?;
    }
    Ok(())
}
