//! Colours that are used together can be told apart, in every theme and with every accent.
//!
//! The ratio is that of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>: 4.5 for text
//! (success criterion 1.4.3), 3 for large text and for marks that say something (1.4.11).
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use charts::theme::{self, Role};

const TOKENS: &str =
    concat!(include_str!("../public/styles/tokens.css"), include_str!("../public/styles/embed.css"));
const PAGE: &str = include_str!("../crates/site/src/404.html");

/// Every stylesheet in which tokens are used.
const STYLES: [&str; 17] = [
    include_str!("../public/styles/awards.css"),
    include_str!("../public/styles/cards.css"),
    include_str!("../public/styles/more.css"),
    include_str!("../public/styles/report.css"),
    include_str!("../public/styles/tools.css"),
    include_str!("../public/styles/base.css"),
    include_str!("../public/styles/charts-more.css"),
    include_str!("../public/styles/charts.css"),
    include_str!("../public/styles/figures.css"),
    include_str!("../public/styles/headline.css"),
    include_str!("../public/styles/layout.css"),
    include_str!("../public/styles/method.css"),
    include_str!("../public/styles/print.css"),
    include_str!("../public/styles/sortable.css"),
    include_str!("../public/styles/studio.css"),
    include_str!("../public/styles/tables.css"),
    include_str!("../public/embed-builder.css"),
];

/// What a colour is on its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Text of any size.
    Text,
    /// Text of 24 CSS pixels or more.
    LargeText,
    /// A shape, a line or a border that says something.
    Mark,
    /// A surface or a rule that only has to be seen: a text or a mark beside it says the same.
    Surface,
}

impl Use {
    fn least(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::LargeText | Self::Mark => 3.0,
            Self::Surface => 1.05,
        }
    }
}

/// Each colour with each ground that it stands on. What the marks of charts are made of is proved from
/// their stylesheets below.
const PAIRS: [(&str, &str, Use); 36] = [
    ("ink", "paper", Use::Text),
    ("ink", "paper-raised", Use::Text),
    ("ink", "not-covered", Use::Text),
    // The chosen side of a switch.
    ("paper", "ink", Use::Text),
    ("ink-muted", "paper", Use::Text),
    ("ink-muted", "paper-raised", Use::Text),
    // Links, ranks.
    ("covered-ink", "paper", Use::Text),
    ("covered-ink", "paper-raised", Use::Text),
    // Figures that were computed, and the hatching below them.
    ("not-covered-ink", "paper", Use::Text),
    ("not-covered-ink", "not-covered", Use::Text),
    // The edge of what is not covered.
    ("not-covered-ink", "paper-raised", Use::Mark),
    // Tags of notes, and the edges of messages.
    ("reference", "paper", Use::Text),
    ("reference", "paper-raised", Use::Mark),
    ("warn", "paper", Use::Text),
    // Errors in the studio.
    ("warn", "paper-raised", Use::Text),
    ("warn", "not-covered", Use::Mark),
    // The most important button, and how many errors there are.
    ("paper", "covered-ink", Use::Text),
    ("paper", "warn", Use::Text),
    // Figures and names on bars and tiles.
    ("paper", "covered", Use::Text),
    ("paper", "reference", Use::Text),
    // The headline figure; bars, tiles, lines.
    ("covered", "paper", Use::LargeText),
    ("covered", "not-covered", Use::Mark),
    ("covered", "grid", Use::Mark),
    ("reference", "grid", Use::Mark),
    // Lines at a goal or a tick, over the bars that are not covered or the whole.
    ("ink", "grid", Use::Mark),
    ("ink-muted", "grid", Use::Mark),
    ("ink-muted", "not-covered", Use::Mark),
    // Borders of fields and of buttons, which turn to the raised paper below the pointer.
    ("field", "paper", Use::Mark),
    ("field", "paper-raised", Use::Mark),
    // The ring stands apart from what it goes around.
    ("focus", "paper", Use::Mark),
    ("focus", "paper-raised", Use::Mark),
    // Rules between rows; the inside of bars that have an edge.
    ("grid", "paper", Use::Surface),
    ("grid", "paper-raised", Use::Surface),
    ("not-covered", "paper", Use::Surface),
    ("not-covered", "grid", Use::Surface),
    ("paper-raised", "paper", Use::Surface),
];

type Palette = BTreeMap<String, String>;

/// Every custom property of a stylesheet with the selectors and conditions that it stands in.
fn declarations(css: &str) -> Vec<(Vec<String>, String, String)> {
    let own = |(open, name, value): (Vec<String>, String, String)| {
        name.strip_prefix("--").map(|name| (open, name.to_owned(), value))
    };
    properties(css).into_iter().filter_map(own).collect()
}

/// Every property of a stylesheet with the selectors and conditions that it stands in.
fn properties(css: &str) -> Vec<(Vec<String>, String, String)> {
    let mut open: Vec<String> = Vec::new();
    let mut found = Vec::new();
    let mut part = String::new();
    for char in without_comments(css).chars() {
        match char {
            '{' => open.push(std::mem::take(&mut part).trim().to_owned()),
            ';' | '}' => {
                if let Some((name, value)) = part.trim().split_once(':') {
                    found.push((open.clone(), name.trim().to_owned(), value.trim().to_owned()));
                }
                part.clear();
                if char == '}' {
                    open.pop();
                }
            }
            _ => part.push(char),
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    found
}

fn without_comments(css: &str) -> String {
    css.split("/*")
        .enumerate()
        .map(|(i, part)| if i == 0 { part } else { part.split_once("*/").unwrap().1 })
        .collect()
}

/// The colours that hold where `theme` is the innermost rule but for an accent: the ones without an
/// accent, and those of each accent.
fn palettes(theme: &str) -> (Palette, BTreeMap<String, Palette>) {
    let mut plain = Palette::new();
    let mut accents: BTreeMap<String, Palette> = BTreeMap::new();
    for (open, name, value) in declarations(TOKENS).into_iter().filter(|(_, _, value)| value.starts_with('#'))
    {
        let (last, before) = open.split_last().unwrap();
        if last == theme {
            plain.insert(name, value);
        } else if before.last().is_some_and(|rule| rule == theme) {
            accents.entry(last.clone()).or_default().insert(name, value);
        }
    }
    (plain, accents)
}

const LIGHT: &str = ":root";
const DARK_DEVICE: &str = ":root:not([data-theme=\"light\"])";
const DARK_CHOSEN: &str = ":root[data-theme=\"dark\"]";

/// The relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let number = u32::from_str_radix(&colour[1..], 16).unwrap();
    assert_eq!(colour.len(), 7, "{colour}");
    let channel = |shift: u32| {
        let share = f64::from(number >> shift & 0xff) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_ratio_is_that_of_the_guidelines() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.005);
    assert!((contrast("#ffffff", "#767676") - 4.54).abs() < 0.005);
}

#[test]
fn colours_that_are_used_together_can_be_told_apart() {
    let mut low = Vec::new();
    for theme in [LIGHT, DARK_DEVICE] {
        let (plain, accents) = palettes(theme);
        assert_eq!(accents.len(), 5, "{theme}");
        let with = |(name, accent): (&String, &Palette)| {
            let mut palette = plain.clone();
            palette.extend(accent.clone());
            (format!("{theme} {name}"), palette)
        };
        let all = accents.iter().map(with).chain([(theme.to_owned(), plain.clone())]);
        for (name, palette) in all {
            for (colour, ground, role) in PAIRS {
                let ratio = contrast(&palette[colour], &palette[ground]);
                if ratio < role.least() {
                    low.push(format!(
                        "{name}: {colour} on {ground} is {ratio:.2}, {role:?} needs {}",
                        role.least()
                    ));
                }
            }
        }
    }
    assert!(low.is_empty(), "{low:#?}");
}

#[test]
fn every_colour_is_in_a_pair() {
    let paired: BTreeSet<&str> = PAIRS.iter().flat_map(|(colour, ground, _)| [*colour, *ground]).collect();
    let (light, _) = palettes(LIGHT);
    assert_eq!(light.keys().map(String::as_str).collect::<BTreeSet<_>>(), paired);
}

#[test]
fn every_use_of_a_colour_is_in_a_pair() {
    let text: BTreeSet<&str> = PAIRS
        .iter()
        .filter(|(_, _, role)| matches!(role, Use::Text | Use::LargeText))
        .map(|(colour, _, _)| *colour)
        .collect();
    let grounds: BTreeSet<&str> = PAIRS.iter().map(|(_, ground, _)| *ground).collect();
    let mut texts = 0;
    for css in STYLES {
        let css = without_comments(css);
        for declaration in css.split(['{', '}', ';']).map(str::trim) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let Some(token) = value.trim().strip_prefix("var(--").and_then(|v| v.strip_suffix(')')) else {
                continue;
            };
            match property {
                "color" => {
                    texts += 1;
                    // The arrows of sortable columns are marks.
                    assert!(text.contains(token) || token == "field", "text in {token}");
                }
                "background" => assert!(grounds.contains(token), "text on {token}"),
                _ => {}
            }
        }
    }
    assert!(texts > 20, "{texts} colours of text were found");
}

/// `light-dark()` would say it once, but Safari has it from 17.5 on and phones that stay with iOS 16
/// would show no colour at all.
#[test]
fn the_dark_theme_is_the_same_whoever_chose_it() {
    let (by_device, chosen) = (palettes(DARK_DEVICE), palettes(DARK_CHOSEN));
    assert_eq!(by_device, chosen);
    let (light, accents) = palettes(LIGHT);
    assert_eq!(light.keys().collect::<Vec<_>>(), by_device.0.keys().collect::<Vec<_>>());
    assert_eq!(accents.keys().collect::<Vec<_>>(), by_device.1.keys().collect::<Vec<_>>());
}

#[test]
fn the_browser_s_own_bars_have_the_colour_of_the_paper() {
    for (scheme, theme) in [("light", LIGHT), ("dark", DARK_DEVICE)] {
        let paper = &palettes(theme).0["paper"];
        let wanted = format!(r#"media="(prefers-color-scheme: {scheme})" content="{paper}""#);
        assert!(PAGE.contains(&wanted), "404.html lacks {wanted}");
    }
}

#[test]
fn exported_charts_have_the_light_colours() {
    let light: BTreeSet<String> = palettes(LIGHT).0.into_values().collect();
    for part in theme::STYLE.split('#').skip(1) {
        let digits: String = part.chars().take_while(char::is_ascii_hexdigit).collect();
        let colour = if digits == "fff" { "#ffffff".to_owned() } else { format!("#{digits}") };
        assert!(light.contains(&colour), "{colour} is no token");
    }
}

const CHARTS: &str =
    concat!(include_str!("../public/styles/charts.css"), include_str!("../public/styles/charts-more.css"));

/// What is drawn but says nothing of itself: lines at ticks, edges that set lines off, the inside of
/// rings.
const QUIET: [Role; 4] = [Role::Grid, Role::Halo, Role::DotsRest, Role::DotsGround];

/// The roles of marks, each of which has to be told from the ground.
fn marks() -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(|role| !role.is_text() && !QUIET.contains(role))
}

/// The properties that a stylesheet gives a class, in forced colours or outside them.
fn look(css: &str, class: &str, forced: bool) -> Palette {
    let selects = |rule: &String| {
        rule.split(',').any(|one| one.trim().trim_start_matches("& ").strip_prefix('.') == Some(class))
    };
    let of_class = properties(css).into_iter().filter(|(open, ..)| {
        open.last().is_some_and(selects) && open.iter().any(|rule| rule.contains("forced-colors")) == forced
    });
    of_class.map(|(_, name, value)| (name, value)).collect()
}

/// The colour that a fill or a stroke comes out as on `ground`.
fn painted(look: &Palette, property: &str, palette: &Palette, ground: &str) -> Option<String> {
    let value = look.get(property)?;
    let token = value.strip_prefix("var(--").and_then(|value| value.strip_suffix(')'));
    let colour = token.map_or_else(|| value.strip_prefix('#').map(|_| value), |token| palette.get(token))?;
    let colour = if colour == "#fff" { "#ffffff" } else { colour };
    let opacity = look.get(&format!("{property}-opacity")).map_or(1.0, |value| value.parse().unwrap());
    Some(mixed(colour, ground, opacity))
}

/// `#rrggbb` over another, `share` opaque.
fn mixed(over: &str, ground: &str, share: f64) -> String {
    let channel = |colour: &str, at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap());
    let mix = |at: usize| channel(over, at) * share + channel(ground, at) * (1.0 - share);
    format!("#{:02x}{:02x}{:02x}", mix(1).round() as u8, mix(3).round() as u8, mix(5).round() as u8)
}

/// Every palette: both themes, with each accent and without.
fn every_palette() -> Vec<Palette> {
    let of_theme = |theme: &str| {
        let (plain, accents) = palettes(theme);
        let with = accents.into_values().map({
            let plain = plain.clone();
            move |accent| plain.clone().into_iter().chain(accent).collect()
        });
        with.chain([plain]).collect::<Vec<Palette>>()
    };
    [LIGHT, DARK_DEVICE].into_iter().flat_map(of_theme).collect()
}

#[test]
fn every_mark_stands_out_from_the_ground() {
    let mut faint = Vec::new();
    for (sheet, css) in [("page", CHARTS), ("file", theme::STYLE)] {
        for role in marks() {
            let look = look(css, role.class(), false);
            for palette in every_palette() {
                // A file is on white, whatever the page is on.
                let grounds = if sheet == "file" {
                    vec!["#ffffff".to_owned()]
                } else {
                    vec![palette["paper"].clone(), palette["paper-raised"].clone()]
                };
                for ground in grounds {
                    let ratio = |property| {
                        painted(&look, property, &palette, &ground)
                            .map_or(1.0, |colour| contrast(&colour, &ground))
                    };
                    let best = ratio("fill").max(ratio("stroke"));
                    if best < Use::Mark.least() {
                        faint.push(format!("{sheet}: {} on {ground} is {best:.2}", role.class()));
                    }
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

#[test]
fn words_on_shades_can_be_read() {
    let mut shades = 0;
    for css in [CHARTS, theme::STYLE] {
        for role in [Role::Step1, Role::Step2, Role::Step3] {
            let look = look(css, role.class(), false);
            for palette in
                every_palette().iter().filter(|palette| css == CHARTS || palette["paper"] == "#ffffff")
            {
                for ground in ["paper", "paper-raised"] {
                    let shade = painted(&look, "fill", palette, &palette[ground]).unwrap();
                    let ratio = contrast(&palette["ink"], &shade);
                    assert!(ratio >= Use::Text.least(), "{}: ink on {shade} is {ratio:.2}", role.class());
                    shades += 1;
                }
            }
        }
    }
    assert!(shades > 60, "{shades}");
}

/// In forced colours the system says which colours there are; `CanvasText` stands out from `Canvas`.
#[test]
fn every_mark_stands_out_in_forced_colours() {
    let in_forced = |(open, ..): &(Vec<String>, String, String)| {
        open.iter().any(|rule| rule.contains("forced-colors"))
            && open.last().is_some_and(|rule| rule == ".chart")
    };
    let tokens: Palette = declarations(CHARTS)
        .into_iter()
        .filter(in_forced)
        .map(|(_, name, value)| (format!("var(--{name})"), value))
        .collect();
    for role in marks() {
        let mut all = look(CHARTS, role.class(), false);
        all.extend(look(CHARTS, role.class(), true));
        let value =
            |property: &str| all.get(property).map(|value| tokens.get(value).unwrap_or(value).as_str());
        let seen = [value("fill"), value("stroke")].contains(&Some("CanvasText"));
        assert!(seen, "{} has no edge in forced colours: {all:?}", role.class());
    }
}
