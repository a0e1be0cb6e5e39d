//! The JavaScript that wasm-bindgen writes, as text.
use std::collections::BTreeSet;

/// Marks what only looks as if it did something, so that a bundler may leave it out where it is
/// not used: a registry does nothing until something is registered.
pub fn free_of_effects(glue: &str) -> String {
    glue.replace("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(")
}

/// Every identifier in a script, and every other run of such letters.
pub fn words(script: &str) -> BTreeSet<&str> {
    let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    script.split(|c| !in_word(c)).filter(|word| !word.is_empty()).collect()
}

/// The glue with no functions for the module but these. They stand in one object, each from a line
/// of its own on: lines that look otherwise stay, so glue of another shape is larger, not broken.
pub fn with_imports(glue: &str, needed: &BTreeSet<String>) -> String {
    let mut text = String::with_capacity(glue.len());
    let (mut inside, mut keeps) = (false, true);
    for line in glue.lines() {
        if line.starts_with("    const import") && line.ends_with("= {") {
            inside = true;
        } else if line == "    };" {
            (inside, keeps) = (false, true);
        } else if let Some(name) = entry(line).filter(|_| inside) {
            keeps = !name.starts_with("__wb") || needed.contains(name);
        }
        if keeps {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// The name of the import that begins in this line.
fn entry(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("        ")?;
    let (name, _) = rest.split_once(':')?;
    let first = name.chars().next()?;
    (!first.is_whitespace() && words(name).contains(name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_a_1: function(arg0) {
            const ret = {
                a: arg0,
            };
            return ret;
        },
        __wbg_b_2: function() { return handleError(function (arg0) {
            arg0.b();
        }, arguments); },
        __wbindgen_init: function() {
            first: second();
        },
    };
    return { \"./app_bg.js\": import0 };
}
";

    #[test]
    fn imports_that_are_not_needed_vanish_whole() {
        let needed = ["__wbg_b_2", "__wbindgen_init"].map(str::to_owned).into();
        let text = with_imports(GLUE, &needed);
        assert!(!text.contains("__wbg_a_1") && !text.contains("a: arg0"), "{text}");
        assert!(text.contains("__proto__: null,\n        __wbg_b_2: function"), "{text}");
        assert!(text.ends_with(
            "first: second();\n        },\n    };\n    return { \"./app_bg.js\": import0 };\n}\n"
        ));
    }

    #[test]
    fn glue_of_another_shape_is_left() {
        let text = "const a={__wbg_a_1:function(){}};\n";
        assert_eq!(with_imports(text, &BTreeSet::new()), text);
        let all = ["__wbg_a_1", "__wbg_b_2", "__wbindgen_init"].map(str::to_owned).into();
        assert_eq!(with_imports(GLUE, &all), GLUE);
    }

    #[test]
    fn words_are_whole() {
        let found = words("wasm.__wbg_a_12(b$, 'c d')");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["__wbg_a_12", "b$", "c", "d", "wasm"]);
    }
}
