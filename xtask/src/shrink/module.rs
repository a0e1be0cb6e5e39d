//! The WebAssembly module: what it imports and exports, and copies with other names.
//!
//! Sections that are not asked for are copied byte for byte.
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use wasm_encoder::{EntityType, ExportSection, ImportSection, Module, NameMap, NameSection, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

/// The names of what the module imports.
///
/// # Errors
/// When the bytes are no module.
pub fn imports(bytes: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                names.insert(import?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The names of what the module exports.
///
/// # Errors
/// When the bytes are no module.
pub fn exports(bytes: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                names.insert(export?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// The module without the other exports. The code behind them is still there.
///
/// # Errors
/// When the bytes are no module.
pub fn with_exports(bytes: &[u8], keep: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    exported_as(bytes, |name| keep(name).then_some(name))
}

/// The module with other names for its imports and exports. A name that is not given stays.
///
/// # Errors
/// When the bytes are no module.
pub fn renamed(bytes: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let bytes = exported_as(bytes, |name| Some(names.get(name).map_or(name, String::as_str)))?;
    copied(&bytes, |payload, module| {
        let Payload::ImportSection(section) = payload else { return Ok(false) };
        let mut imports = ImportSection::new();
        for import in section.clone().into_imports() {
            let import = import?;
            let name = names.get(import.name).map_or(import.name, String::as_str);
            imports.import(import.module, name, EntityType::try_from(import.ty)?);
        }
        module.section(&imports);
        Ok(true)
    })
}

/// The bodies of the module's own functions.
///
/// # Errors
/// When the bytes are no module.
pub fn bodies(bytes: &[u8]) -> Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// The module with names for its own functions that sort in the order given: the first is the one
/// that shall come first.
///
/// # Errors
/// When the bytes are no module.
pub fn in_order(bytes: &[u8], order: &[usize]) -> Result<Vec<u8>> {
    let mut imported = 0_usize;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                imported += usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
            }
        }
    }
    let places: BTreeMap<usize, usize> =
        order.iter().enumerate().map(|(place, function)| (*function, place)).collect();
    let mut functions = NameMap::new();
    for (function, place) in places {
        functions.append(u32::try_from(imported + function)?, &format!("f{place:08}"));
    }
    let mut names = NameSection::new();
    names.functions(&functions);
    let without = copied(bytes, |payload, _| {
        Ok(matches!(payload, Payload::CustomSection(section) if section.name() == "name"))
    })?;
    copied_with(
        &without,
        |_, _| Ok(false),
        |module| {
            module.section(&names);
        },
    )
}

fn exported_as<'n>(bytes: &'n [u8], name: impl Fn(&'n str) -> Option<&'n str>) -> Result<Vec<u8>> {
    copied(bytes, |payload, module| {
        let Payload::ExportSection(section) = payload else { return Ok(false) };
        let mut exports = ExportSection::new();
        for export in section.clone() {
            let export = export?;
            if let Some(name) = name(export.name) {
                exports.export(name, export.kind.into(), export.index);
            }
        }
        module.section(&exports);
        Ok(true)
    })
}

/// A copy of the module, less the sections for which `edit` says that it wrote what shall stand
/// there.
fn copied<'n>(
    bytes: &'n [u8],
    edit: impl FnMut(&Payload<'n>, &mut Module) -> Result<bool>,
) -> Result<Vec<u8>> {
    copied_with(bytes, edit, |_| ())
}

fn copied_with<'n>(
    bytes: &'n [u8],
    mut edit: impl FnMut(&Payload<'n>, &mut Module) -> Result<bool>,
    end: impl FnOnce(&mut Module),
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        if edit(&payload, &mut module)? {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = bytes.get(range).context("a section of the module is cut off")?;
            module.section(&RawSection { id, data });
        }
    }
    end(&mut module);
    Ok(module.finish())
}

#[cfg(test)]
pub mod tests {
    use wasm_encoder::{
        CodeSection, CustomSection, ExportKind, Function, FunctionSection, MemorySection, MemoryType,
        TypeSection,
    };

    use super::*;

    /// Imports `__wbg_a` and `__wbg_b`; exports `memory`, `run` and `idle`; two functions of its own.
    pub fn sample() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./app.js", "__wbg_a", EntityType::Function(0));
        imports.import("./app.js", "__wbg_b", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("run", ExportKind::Func, 2).export("idle", ExportKind::Func, 3);
        let mut code = CodeSection::new();
        for called in [0, 1] {
            let mut function = Function::new([]);
            function.instructions().call(called).end();
            code.function(&function);
        }
        module.section(&types).section(&imports).section(&functions).section(&memories);
        module.section(&exports).section(&code);
        module.section(&CustomSection { name: "target_features".into(), data: [0].as_slice().into() });
        module.finish()
    }

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn imports_and_exports_are_read() {
        assert_eq!(imports(&sample()).unwrap(), set(&["__wbg_a", "__wbg_b"]));
        assert_eq!(exports(&sample()).unwrap(), set(&["idle", "memory", "run"]));
        assert_eq!(bodies(&sample()).unwrap(), [[0, 0x10, 0, 0x0b], [0, 0x10, 1, 0x0b]]);
        assert!(imports(b"<!doctype html>").is_err());
    }

    #[test]
    fn exports_are_left_out_and_the_rest_stays() {
        assert_eq!(with_exports(&sample(), |_| true).unwrap(), sample());
        let module = with_exports(&sample(), |name| name != "idle").unwrap();
        assert_eq!(exports(&module).unwrap(), set(&["memory", "run"]));
        assert_eq!(bodies(&module).unwrap(), bodies(&sample()).unwrap());
    }

    #[test]
    fn shared_names_become_short() {
        let names = [("__wbg_a", "a"), ("run", "b"), ("other", "c")];
        let names = names.into_iter().map(|(long, short)| (long.to_owned(), short.to_owned())).collect();
        let module = renamed(&sample(), &names).unwrap();
        assert_eq!(imports(&module).unwrap(), set(&["__wbg_b", "a"]));
        assert_eq!(exports(&module).unwrap(), set(&["b", "idle", "memory"]));
    }

    #[test]
    fn functions_are_named_in_their_order() {
        let once = in_order(&sample(), &[0, 1]).unwrap();
        let module = in_order(&once, &[1, 0]).unwrap();
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&module) {
            if let Payload::CustomSection(section) = payload.unwrap()
                && let wasmparser::KnownCustom::Name(names) = section.as_known()
            {
                for names in names {
                    if let wasmparser::Name::Function(map) = names.unwrap() {
                        found.extend(
                            map.into_iter().map(|name| name.unwrap()).map(|name| (name.index, name.name)),
                        );
                    }
                }
            }
        }
        assert_eq!(found, [(2, "f00000001"), (3, "f00000000")]);
    }
}
