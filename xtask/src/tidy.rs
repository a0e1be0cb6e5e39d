//! Rules of the house that no compiler knows: which room may use which, and where colours live.
//!
//! Sources are read as tokens, so comments do not count and macros do.
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

/// The rooms of the package. What is pure is in crates of its own, whose manifests say what they may use.
const ROOMS: &[Room] = &[
    Room { name: "main", rooms: &["app", "browser"], crates: BROWSER },
    Room { name: "claims_page", rooms: &["claims_app", "browser"], crates: BROWSER },
    Room { name: "shape", rooms: &[], crates: &[] },
    Room { name: "checks", rooms: &["context", "describe"], crates: &[] },
    Room { name: "context", rooms: &[], crates: &["leptos"] },
    Room { name: "describe", rooms: &["context", "ui"], crates: &[] },
    Room { name: "titles", rooms: &["context", "describe"], crates: &[] },
    Room { name: "ui", rooms: &["checks", "context", "describe"], crates: &["leptos"] },
    Room { name: "sections", rooms: &["checks", "context", "describe", "titles", "ui"], crates: &["leptos"] },
    Room { name: "document", rooms: &[], crates: &["leptos"] },
    Room {
        name: "explorer",
        rooms: &["context", "ui", "sections", "report_page", "panels", "browser", "grid"],
        crates: BROWSER,
    },
    Room { name: "report_page", rooms: &["context", "sections", "ui", "explorer"], crates: &["leptos"] },
    Room {
        name: "browser",
        rooms: &["ui", "shape"],
        crates: &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_net"],
    },
    Room { name: "grid", rooms: &["context", "ui", "sections", "browser"], crates: BROWSER },
    Room {
        name: "panels",
        rooms: &["checks", "context", "describe", "titles", "ui", "sections", "figures_page", "browser"],
        crates: BROWSER,
    },
    Room {
        name: "chunks",
        rooms: &[
            "checks",
            "context",
            "describe",
            "ui",
            "sections",
            "explorer",
            "report_page",
            "figures_page",
            "attach",
            "browser",
            "grid",
            "panels",
        ],
        crates: BROWSER,
    },
    Room { name: "attach", rooms: &["context", "browser"], crates: BROWSER },
    Room { name: "openers", rooms: &["context", "ui", "browser", "panels", "chunks"], crates: BROWSER },
    Room {
        name: "start",
        rooms: &["attach", "browser", "chunks", "context", "ui", "sections", "openers"],
        crates: BROWSER,
    },
    Room {
        name: "app",
        rooms: &["attach", "context", "ui", "sections", "panels", "browser", "chunks", "openers", "start"],
        crates: BROWSER,
    },
    Room {
        name: "claims_app",
        rooms: &["attach", "context", "ui", "sections", "explorer", "browser", "chunks", "openers", "start"],
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

/// Where colours may stand.
const THEME: &str = "crates/charts/src/theme.rs";

/// Checks the sources of the package and of its crates. A sentence for each violation.
///
/// # Errors
/// When a source cannot be read or is no Rust.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for top in ["src", "crates"] {
        for entry in WalkDir::new(ws.root.join(top)).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path().strip_prefix(&ws.root)?;
            let is_source = path.extension().is_some_and(|extension| extension == "rs");
            if is_source && !path.iter().any(|part| part == "tests" || part == "tests.rs") {
                let text = fs::read_to_string(entry.path())?;
                found.extend(violations(path, &text).with_context(|| format!("in {}", path.display()))?);
            }
        }
    }
    Ok(found)
}

/// The room that a file belongs to: `src/ui/figure.rs` and `src/ui.rs` to `ui`. What is in a crate belongs to none.
fn room_of(path: &Path) -> Option<&'static Room> {
    let path = path.strip_prefix("src").ok()?;
    let mut parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    let first = parts.next()?;
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
                    "{shown}:{line}: `{}` may not use `{name}` (the table in ARCHITECTURE.md): move the code to a room that may, \
                     or hand it the value as an argument",
                    room.name
                ));
            }
        }
    }
    if path != Path::new(THEME) {
        for (line, colour) in colours {
            found.push(format!(
                "{shown}:{line}: the colour {colour} belongs in {THEME} or public/styles/: use its token here"
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
        violations(&Path::new("src").join(path), text).unwrap()
    }

    #[test]
    fn the_house_is_tidy() {
        let found = check(&Workspace::find().unwrap()).unwrap();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    #[test]
    fn a_room_below_may_not_use_one_above() {
        assert_eq!(found("ui/figure.rs", "use crate::sections::ClaimsSection;").len(), 1);
        assert_eq!(found("ui/figure.rs", "use crate::{\n context::Report,\n app::{self, App},\n};").len(), 1);
        assert_eq!(found("sections/claims.rs", "fn a() { crate::panels::b() }").len(), 1);
        assert!(found("sections/claims.rs", "use crate::{context::Report, ui, checks};").is_empty());
        assert!(found("main.rs", "use jamsostek_dashboard::app::App;").is_empty());
        assert_eq!(found("main.rs", "use jamsostek_dashboard::sections;").len(), 1);
        assert_eq!(found("main.rs", "use jamsostek_dashboard::claims_app::ClaimsApp;").len(), 1);
        assert!(found("claims_page.rs", "use jamsostek_dashboard::claims_app::ClaimsApp;").is_empty());
        assert!(found("chunks/claims.rs", "use crate::explorer::Rest;").is_empty());
        assert_eq!(found("explorer/live/mod.rs", "use crate::chunks;").len(), 1);
    }

    #[test]
    fn crates_are_kept_to_their_rooms() {
        assert!(found("ui/mod.rs", "/// See web_sys::Element.\nuse leptos::prelude::*;").is_empty());
        assert_eq!(found("ui/mod.rs", "use web_sys::Element;").len(), 1);
        assert_eq!(found("sections/a.rs", "use plotters::prelude::*;").len(), 1);
        assert_eq!(found("app.rs", "async fn a() { gloo_net::http::Request::get(\"\"); }").len(), 1);
        assert_eq!(found("sections/a.rs", "fn a() { view! { {js_sys::Date::now()} } }").len(), 1);
        assert!(found("checks.rs", "fn a(leptos: u8) -> u8 { leptos }").is_empty());
    }

    #[test]
    fn colours_live_in_the_theme_and_the_stylesheet() {
        assert_eq!(found("sections/a.rs", "const A: &str = \"#0a0\";").len(), 1);
        assert_eq!(found("sections/a.rs", "const A: &str = \"fill:rgb(1 2 3)\";").len(), 1);
        assert!(violations(Path::new(THEME), "const A: &str = \"#0a0\";").unwrap().is_empty());
        assert!(
            found("sections/a.rs", "/// Like \"#fff\".\nconst A: &str = \"#added-later #12 #facade_\";")
                .is_empty()
        );
        assert!(found("sections/a.rs", "#[must_use]\nfn a() -> &'static str { \"#main\" }").is_empty());
    }
}
