//! Rules of the house that no compiler knows: which room may use which, and where colours live.
//!
//! Sources are read as tokens, so comments do not count and macros do. The table is that of
//! ARCHITECTURE.md.
use std::{fs, path::Path, str::FromStr};

use anyhow::{Context, Result, anyhow};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use walkdir::WalkDir;

use crate::tools::Workspace;

/// A room of `src/` and what it may use.
struct Room {
    name: &'static str,
    /// Rooms besides itself.
    rooms: &'static [&'static str],
    /// Crates that are kept to some rooms.
    crates: &'static [&'static str],
}

const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// The rooms from the ground up. A room that is not here may use everything above itself.
const ROOMS: &[Room] = &[
    Room { name: "model", rooms: &[], crates: &[] },
    Room { name: "figures", rooms: &["model"], crates: &[] },
    Room { name: "table", rooms: &["model"], crates: &[] },
    Room { name: "i18n", rooms: &["model"], crates: &[] },
    Room { name: "page", rooms: &["model", "table"], crates: &[] },
    Room { name: "embed", rooms: &["model"], crates: &[] },
    Room {
        name: "charts",
        rooms: &["model", "figures", "table", "i18n", "page", "embed"],
        crates: &["plotters", "plotters_backend"],
    },
    Room {
        name: "api",
        rooms: &["model", "i18n"],
        crates: &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_net"],
    },
    Room {
        name: "components",
        rooms: &["model", "figures", "table", "charts", "i18n", "page", "embed"],
        crates: BROWSER,
    },
    Room {
        name: "app",
        rooms: &["model", "figures", "table", "charts", "i18n", "page", "embed", "components", "api"],
        crates: BROWSER,
    },
    Room {
        name: "prerender",
        rooms: &["model", "figures", "table", "charts", "i18n", "page", "embed", "components", "app"],
        crates: BROWSER,
    },
    Room {
        name: "main",
        rooms: &["model", "i18n", "page", "embed", "components", "app", "api"],
        crates: BROWSER,
    },
];

/// Crates that only the rooms which list them may use.
const KEPT: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "plotters",
    "plotters_backend",
    "gloo_net",
];

/// Checks the sources of the package. A sentence for each violation.
///
/// # Errors
/// When a source cannot be read or is no Rust.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let src = ws.root.join("src");
    let mut found = Vec::new();
    for entry in WalkDir::new(&src).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(entry.path())?;
            let path = entry.path().strip_prefix(&src)?;
            found.extend(violations(path, &text).with_context(|| format!("in src/{}", path.display()))?);
        }
    }
    Ok(found)
}

/// The room that a file belongs to: `src/charts/axis.rs` and `src/charts.rs` to `charts`.
fn room_of(path: &Path) -> Option<&'static Room> {
    let mut parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    let mut first = parts.next()?;
    if first == "bin" {
        first = parts.next()?;
    }
    let name = first.trim_end_matches(".rs");
    ROOMS.iter().find(|room| room.name == name)
}

fn violations(path: &Path, text: &str) -> Result<Vec<String>> {
    let tokens = TokenStream::from_str(text).map_err(|error| anyhow!("no Rust: {error}"))?;
    let mut uses = Vec::new();
    let mut colours = Vec::new();
    walk(tokens, &mut uses, &mut colours);
    let shown = path.display();
    let mut found = Vec::new();
    if let Some(room) = room_of(path) {
        for Use { line, name, inside } in uses {
            let known = ROOMS.iter().any(|room| room.name == name);
            let allowed = if inside {
                name == room.name || !known || room.rooms.contains(&name.as_str())
            } else {
                !KEPT.contains(&name.as_str()) || room.crates.contains(&name.as_str())
            };
            if !allowed {
                found.push(format!(
                    "src/{shown}:{line}: `{}` may not use `{name}` (the table in ARCHITECTURE.md): move the code to a room that may, \
                     or hand it the value as an argument",
                    room.name
                ));
            }
        }
    }
    if path != Path::new("charts/theme.rs") {
        for (line, colour) in colours {
            found.push(format!(
                "src/{shown}:{line}: the colour {colour} belongs in src/charts/theme.rs or public/styles/: use its token here"
            ));
        }
    }
    Ok(found)
}

/// A name that a source mentions: a room (`inside`) or another crate.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    line: usize,
    name: String,
    inside: bool,
}

fn walk(tokens: TokenStream, uses: &mut Vec<Use>, colours: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    let mut after_path = false;
    while let Some((token, tail)) = rest.split_first() {
        match token {
            // Documentation is an attribute to the compiler and a comment to us.
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                let attribute = tail.iter().position(|token| matches!(token, TokenTree::Group(_)));
                if let Some(TokenTree::Group(group)) =
                    attribute.and_then(|at| tail.get(at).filter(|_| at <= 1))
                    && group.stream().into_iter().next().is_some_and(|first| first.to_string() == "doc")
                {
                    rest = tail.get(attribute.unwrap_or(0) + 1..).unwrap_or_default();
                    continue;
                }
            }
            TokenTree::Ident(ident) if !after_path => name_used(ident, tail, uses),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if let Some(colour) = text.contains('"').then(|| colour_in(&text)).flatten() {
                    colours.push((literal.span().start().line, colour));
                }
            }
            TokenTree::Group(group) => walk(group.stream(), uses, colours),
            _ => {}
        }
        after_path = matches!(token, TokenTree::Punct(colon) if colon.as_char() == ':')
            && matches!(tail.first(), Some(TokenTree::Ident(_)))
            && rest.len() < tokens.len()
            && tokens.get(tokens.len() - rest.len() - 1).is_some_and(|before| before.to_string() == ":");
        rest = tail;
    }
}

fn name_used(ident: &Ident, tail: &[TokenTree], uses: &mut Vec<Use>) {
    let name = ident.to_string();
    let line = ident.span().start().line;
    if name == "crate" || name == "jamsostek_dashboard" {
        let is_path = tail.iter().take(2).all(|token| token.to_string() == ":");
        match tail.get(2).filter(|_| is_path) {
            Some(TokenTree::Ident(room)) => uses.push(Use { line, name: room.to_string(), inside: true }),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let mut first = true;
                for token in group.stream() {
                    match &token {
                        TokenTree::Ident(room) if first => {
                            uses.push(Use {
                                line: room.span().start().line,
                                name: room.to_string(),
                                inside: true,
                            });
                            first = false;
                        }
                        TokenTree::Punct(comma) if comma.as_char() == ',' => first = true,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    } else if KEPT.contains(&name.as_str()) {
        let is_path = tail.iter().take(2).all(|token| token.to_string() == ":") && tail.len() > 2;
        let is_use = matches!(tail.first(), Some(TokenTree::Punct(end)) if end.as_char() == ';');
        if is_path || is_use {
            uses.push(Use { line, name, inside: false });
        }
    }
}

/// A colour literal in a string: `#rgb` and its longer forms, `rgb(`, `hsl(`, `oklch(`.
fn colour_in(text: &str) -> Option<String> {
    for function in ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("] {
        if text.contains(function) {
            return Some(format!("`{function}…)`"));
        }
    }
    text.split('#').skip(1).find_map(|after| {
        let digits: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
        let next = after.chars().nth(digits.len());
        let ends = next.is_none_or(|c| !(c.is_alphanumeric() || c == '-' || c == '_'));
        (matches!(digits.len(), 3 | 4 | 6 | 8) && ends).then(|| format!("`#{digits}`"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        violations(Path::new(path), text).unwrap()
    }

    #[test]
    fn the_house_is_tidy() {
        let found = check(&Workspace::find().unwrap()).unwrap();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    #[test]
    fn a_room_below_may_not_use_one_above() {
        assert_eq!(found("model/mod.rs", "use charts::Scale;").len(), 1);
        assert_eq!(
            found("figures/gap.rs", "use crate::{\n dataset::Rate,\n charts::{self, Scale},\n};").len(),
            1
        );
        assert_eq!(found("i18n/mod.rs", "fn a() { crate::components::b() }").len(), 1);
        assert!(found("charts/axis.rs", "use crate::{dataset::Rate, charts::Scale, i18n};").is_empty());
        assert!(found("main.rs", "use jamsostek_dashboard::app::App;").is_empty());
        assert_eq!(found("bin/prerender.rs", "use jamsostek_dashboard::api;").len(), 1);
    }

    #[test]
    fn crates_are_kept_to_their_rooms() {
        assert!(found("charts/mod.rs", "/// See leptos::view.\nuse plotters::prelude::*;").is_empty());
        assert_eq!(found("charts/mod.rs", "use leptos::prelude::*;").len(), 1);
        assert_eq!(found("components/a.rs", "use plotters::prelude::*;").len(), 1);
        assert_eq!(found("app.rs", "async fn a() { gloo_net::http::Request::get(\"\"); }").len(), 1);
        assert_eq!(found("figures/mod.rs", "fn a() { view! { {js_sys::Date::now()} } }").len(), 1);
        assert!(found("model/mod.rs", "fn a(leptos: u8) -> u8 { leptos }").is_empty());
    }

    #[test]
    fn colours_live_in_the_theme_and_the_stylesheet() {
        assert_eq!(found("components/a.rs", "const A: &str = \"#0a0\";").len(), 1);
        assert_eq!(found("components/a.rs", "const A: &str = \"fill:rgb(1 2 3)\";").len(), 1);
        assert!(found("charts/theme.rs", "const A: &str = \"#0a0\";").is_empty());
        assert!(
            found("components/a.rs", "/// Like \"#fff\".\nconst A: &str = \"#added-later #12 #facade_\";")
                .is_empty()
        );
        assert!(found("components/a.rs", "#[must_use]\nfn a() -> &'static str { \"#main\" }").is_empty());
    }
}
