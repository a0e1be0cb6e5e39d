//! Drafts, which the browser keeps for a closed tab and a crash.
use idb::{Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The most drafts that are kept.
const MOST: usize = 5;
const DATABASE: &str = "jamsostek-studio";
const STORE: &str = "drafts";

/// A draft.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// When it was begun, in milliseconds: its key.
    pub(crate) key: f64,
    /// The name of the report.
    pub(crate) name: String,
    /// When it was kept, in milliseconds.
    pub(crate) kept: f64,
    /// What the worker goes on with.
    pub(crate) bytes: Uint8Array,
}

/// Why a draft is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// There is no room.
    Full,
    /// The browser keeps nothing for this page.
    Refused,
}

impl From<Error> for NotKept {
    fn from(error: Error) -> Self {
        if format!("{error:?}").contains("QuotaExceeded") { Self::Full } else { Self::Refused }
    }
}

async fn database() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("key")));
        if let Ok(database) = event.database() {
            // Where it fails, every later access does, and says so.
            drop(database.create_object_store(STORE, params));
        }
    });
    request.await
}

fn draft(value: &JsValue) -> Option<Draft> {
    let of = |name: &str| Reflect::get(value, &JsValue::from_str(name)).ok();
    Some(Draft {
        key: of("key")?.as_f64()?,
        name: of("name")?.as_string()?,
        kept: of("kept")?.as_f64()?,
        bytes: of("bytes")?.dyn_into().ok()?,
    })
}

/// The drafts, the newest first.
pub(crate) async fn all() -> Result<Vec<Draft>, NotKept> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let values = transaction.object_store(STORE)?.get_all(None, None)?.await?;
    let mut drafts: Vec<Draft> = values.iter().filter_map(draft).collect();
    drafts.sort_by(|one, other| other.kept.total_cmp(&one.kept));
    Ok(drafts)
}

/// Keeps a draft in place of an earlier one with its key; the oldest ones go.
pub(crate) async fn keep(draft: Draft) -> Result<(), NotKept> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let value = Object::new();
    let members: [(&str, JsValue); 4] = [
        ("key", draft.key.into()),
        ("name", draft.name.into()),
        ("kept", draft.kept.into()),
        ("bytes", draft.bytes.into()),
    ];
    for (name, member) in members {
        Reflect::set(&value, &JsValue::from_str(name), &member).map_err(|_| NotKept::Refused)?;
    }
    let store = transaction.object_store(STORE)?;
    store.put(&value, None)?.await?;
    let keys = store.get_all_keys(None, None)?.await?;
    // Keys are in order, so the oldest come first.
    for key in keys.iter().take(keys.len().saturating_sub(MOST)) {
        store.delete(Query::Key(key.clone()))?.await?;
    }
    transaction.commit()?.await?;
    Ok(())
}

/// Throws a draft away.
pub(crate) async fn discard(key: f64) -> Result<(), NotKept> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(Query::Key(key.into()))?.await?;
    transaction.commit()?.await?;
    Ok(())
}
