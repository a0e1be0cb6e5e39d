//! The state of the view, and the query string that holds it.
//!
//! | name | value | means |
//! |---|---|---|
//! | `theme` | `auto`, `light`, `dark` | the theme; by default the device's, in a frame light ([`Theme::of`]) |
//! | `open` | block ids, with commas | charts whose data table is open |
//! | `<table>.q` | text | the words searched in a table |
//! | `<table>.<facet>` | a value's id | a filter of a table; see [`TableId::facets`] |
//! | `<table>.sort` | a column's key | the sort of a table; `-` in front for descending |
//! | `<table>.page` | a number from 2 | the page of a table |
//! | `transparent` | `1` | embeds: no background of its own |
//! | `title` | `0` or a text | embeds: no title, or the host's own ([`EmbedTitle`]) |
//! | `credit` | `short` | embeds: the short credit |
//! | `notes` | `0` | embeds: no notes and no data tables |
//! | `accent` | see [`Accent`] | embeds: another accent colour |
//!
//! What has its default is not written, the order is that of this list, and where a name stands
//! twice the last one counts. A value that is not understood counts as absent. Names that are not
//! in the list are kept, with their values and in their order, behind the others: a host may need
//! them.
use super::query::{pairs, push_name, push_pair};
use super::title::EmbedTitle;
use super::{Block, Blocks, Page};
use tables::{Direction, Sort, View};

/// The most characters of a text that a reader typed or a filter names.
const MAX_TEXT: usize = 256;

/// Everything about a view that its address holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The theme.
    pub theme: Theme,
    /// The blocks whose chart has its data table open.
    pub open: Blocks,
    /// What is asked of the table of single claims.
    pub handovers: View,
    /// What is asked of the winners.
    pub winners: View,
    /// What a host asked of an embed.
    pub embed: EmbedOptions,
    /// Parameters that are not ours, decoded, in their order.
    pub unknown: Vec<(String, String)>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// What the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A table with a state in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableId {
    /// Single claims.
    Handovers,
    /// The winners of the award.
    Winners,
}

/// What a host may ask of an embed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EmbedOptions {
    /// Whether the host's background shows through.
    pub transparent: bool,
    /// What stands above the block.
    pub title: EmbedTitle,
    /// Whether the credit is the short one.
    pub short_credit: bool,
    /// Whether notes and data tables are left out.
    pub hide_notes: bool,
    /// The accent colour.
    pub accent: Accent,
}

/// The accent colours that a host may choose from. The stylesheet says what they look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Accent {
    /// The report's own.
    #[default]
    Standard,
    /// `blue`
    Blue,
    /// `green`
    Green,
    /// `orange`
    Orange,
    /// `purple`
    Purple,
    /// `grey`
    Grey,
}

impl Theme {
    /// Its name in addresses and in `data-theme`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that a page has by itself. A frame is light: a dark device would else make a dark box of it in a
    /// light article.
    #[must_use]
    pub fn of(page: Page) -> Self {
        match page {
            Page::Embed(_) => Self::Light,
            Page::Report | Page::Claims | Page::NotFound => Self::Auto,
        }
    }

    /// The theme of a name; `None` for a name that is none.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == code)
    }

    /// The theme of a name; [`Theme::Auto`] for a name that is none.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::parse(code).unwrap_or_default()
    }
}

impl Accent {
    /// All accents, the report's own first.
    pub const ALL: [Self; 6] =
        [Self::Standard, Self::Blue, Self::Green, Self::Orange, Self::Purple, Self::Grey];

    /// Its name in addresses and in `data-accent`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Orange => "orange",
            Self::Purple => "purple",
            Self::Grey => "grey",
        }
    }

    /// The accent of a name; [`Accent::Standard`] for a name that is none.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|accent| accent.code() == code).unwrap_or_default()
    }
}

impl TableId {
    /// All tables.
    pub const ALL: [Self; 2] = [Self::Handovers, Self::Winners];

    /// Its name in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Handovers => "handovers",
            Self::Winners => "winners",
        }
    }

    /// What it can be filtered by, in the order of the alphabet.
    #[must_use]
    pub fn facets(self) -> &'static [&'static str] {
        match self {
            Self::Handovers => &["place", "programme"],
            Self::Winners => &["category", "place"],
        }
    }
}

impl ViewState {
    /// The view of a page whose address asks for nothing.
    #[must_use]
    pub fn of(page: Page) -> Self {
        Self { theme: Theme::of(page), ..Self::default() }
    }

    /// What is asked of a table.
    #[must_use]
    pub fn table(&self, id: TableId) -> &View {
        match id {
            TableId::Handovers => &self.handovers,
            TableId::Winners => &self.winners,
        }
    }

    /// What is asked of a table, to be changed.
    pub fn table_mut(&mut self, id: TableId) -> &mut View {
        match id {
            TableId::Handovers => &mut self.handovers,
            TableId::Winners => &mut self.winners,
        }
    }

    /// Whether two views differ, and only in the words searched (and the page that they reset):
    /// a step of typing, which is no entry of its own in the history.
    #[must_use]
    pub fn differs_only_in_search(&self, other: &Self) -> bool {
        let mut same = self.clone();
        for id in TableId::ALL {
            let typed = other.table(id);
            let table = same.table_mut(id);
            if table.query != typed.query {
                table.query.clone_from(&typed.query);
                table.page = typed.page;
            }
        }
        self != other && same == *other
    }

    /// Sets what a parameter of the address, decoded, asks for; see the [module](self). A theme that is none changes
    /// nothing.
    pub fn set_parameter(&mut self, name: &str, value: String) {
        match name {
            "theme" => self.theme = Theme::parse(&value).unwrap_or(self.theme),
            "open" => {
                self.open = Blocks::default();
                for block in value.split(',').filter_map(Block::from_id) {
                    self.open.set(block, true);
                }
            }
            "transparent" => self.embed.transparent = value == "1",
            "title" => self.embed.title = EmbedTitle::parse(&value),
            "credit" => self.embed.short_credit = value == "short",
            "notes" => self.embed.hide_notes = value == "0",
            "accent" => self.embed.accent = Accent::from_code(&value),
            _ if self.take_table(name, &value) => {}
            _ => self.unknown.push((name.to_owned(), value)),
        }
    }

    /// Takes a parameter of a table. False where it is none.
    fn take_table(&mut self, name: &str, value: &str) -> bool {
        let Some((table, name)) = name.split_once('.') else { return false };
        let Some(id) = TableId::ALL.into_iter().find(|id| id.key() == table) else { return false };
        let facet = id.facets().iter().find(|facet| **facet == name);
        let view = self.table_mut(id);
        match (name, facet) {
            ("q", _) => view.query = shortened(value),
            ("sort", _) => view.sort = parse_sort(value),
            ("page", _) => view.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
            (_, Some(facet)) if value.is_empty() => view.filters.remove(facet),
            (_, Some(facet)) => view.filters.insert((*facet).to_owned(), shortened(value)),
            _ => return false,
        }
        true
    }
}

/// The view that a query string asks a page for; see the [module](self) for what it holds.
#[must_use]
pub fn parse_view(page: Page, query: &str) -> ViewState {
    let mut view = ViewState::of(page);
    for (name, value) in pairs(query) {
        view.set_parameter(&name, value);
    }
    view
}

/// The query string that holds a view of a page: empty where everything has its default, else with `?`.
#[must_use]
pub fn to_query(page: Page, view: &ViewState) -> String {
    let mut query = String::new();
    if view.theme != Theme::of(page) {
        push_pair(&mut query, "theme", view.theme.code());
    }
    for (index, block) in view.open.iter().enumerate() {
        if index == 0 {
            push_name(&mut query, "open");
        } else {
            query.push(',');
        }
        query.push_str(block.id());
    }
    for id in TableId::ALL {
        push_table(&mut query, id, view.table(id));
    }
    let embed = &view.embed;
    let accent = (embed.accent != Accent::default()).then(|| embed.accent.code());
    for (name, value) in [
        ("transparent", embed.transparent.then_some("1")),
        ("title", embed.title.code()),
        ("credit", embed.short_credit.then_some("short")),
        ("notes", embed.hide_notes.then_some("0")),
        ("accent", accent),
    ] {
        if let Some(value) = value {
            push_pair(&mut query, name, value);
        }
    }
    for (name, value) in &view.unknown {
        push_pair(&mut query, name, value);
    }
    query
}

fn push_table(query: &mut String, id: TableId, view: &View) {
    let mut push = |name: &str, value: &str| push_pair(query, &[id.key(), ".", name].concat(), value);
    if !view.query.is_empty() {
        push("q", &view.query);
    }
    for (facet, value) in view.filters.iter() {
        push(facet, value);
    }
    if let Some(sort) = &view.sort {
        let sign = if sort.direction == Direction::Descending { "-" } else { "" };
        push("sort", &[sign, &sort.column].concat());
    }
    if view.page > 0 {
        push("page", &view.page.saturating_add(1).to_string());
    }
}

fn parse_sort(value: &str) -> Option<Sort> {
    let (column, direction) = match value.strip_prefix('-') {
        Some(column) => (column, Direction::Descending),
        None => (value, Direction::Ascending),
    };
    (!column.is_empty()).then(|| Sort { column: shortened(column), direction })
}

fn shortened(text: &str) -> String {
    text.chars().take(MAX_TEXT).collect()
}
