//! The winners of an award by category.
use std::ops::Range;

use dataset::{Award, Category, Decimal, Missing, Winner};
use figures::key::{Record, key, of_award};
use figures::{AwardFigures, WinnerPlace};
use leptos::prelude::*;
use routes::{Block, TableId};
use tables::{CONTROLS_FROM, Cell, Column, Kind, ROWS_SHOWN, ROWS_WRITTEN, Row, Shown, Table};
use words::fill;

use super::amounts;
use super::award_blocks::{award_has, block_id, chart_name};
use super::many_winners::ManyWinners;
use super::places::{PlaceChart, PlaceMatrix, WinnerMatrix};
use crate::context::{Report, use_report};
use crate::describe;
use crate::titles;
use crate::ui::{
    Card, Caveat, CountWords, Filter, Live, LivePart, Phrase, PhraseText, ShowAll, TableState, TableTools,
};

/// The file beside the dataset that holds all winners.
const FILE: &str = "award-winners.csv";

/// How many categories of a long list are shown at first (`public/styles/cards.css`).
const FOLDED: usize = 3;

/// For each winner of an award, in its order, whether the view shows it.
pub(super) type Visible = Memo<Vec<bool>>;

/// Winners by category with their title, where they are from, and the credit; nothing where there are none.
#[component]
pub fn WinnersBlock(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let id = block_id(&report, award, Block::Winners);
    let found = report.data.awards.get(award).filter(|award| award_has(award, Block::Winners))?;
    let evidence = found.categories.iter().find_map(|category| category.evidence.clone());
    let winners: usize = found.categories.iter().map(|category| category.winners.len()).sum();
    // A reader takes in a few winners at a glance: nothing has to act there.
    let list = if winners < CONTROLS_FROM {
        view! { <WinnerList award/> }.into_any()
    } else if winners > ROWS_WRITTEN {
        view! { <Live part=LivePart::ManyWinners(award)><ManyWinners award/></Live> }.into_any()
    } else {
        view! { <Live part=LivePart::Winners(award)><WinnerList award/></Live> }.into_any()
    };
    let title = titles::winners(&report, &AwardFigures::of(found));
    // In somebody else's page the list and the map are enough.
    let matrix = (!report.is_embed()).then(|| WinnerMatrix::of(&report, award)).flatten();
    let table = matrix.as_ref().map(|matrix| matrix.table.clone()).unwrap_or_default();
    // Where no winner is known, what can be asked is how many categories there are.
    let counted = if winners == 0 { Record::Categories } else { Record::Winners };
    let stated = describe::award_counts(&report, found.stated.as_ref());
    let stated = (!stated.is_empty()).then(|| fill(report.words.counted_stated(), &[&stated]));
    let left_out = amounts::left_out(&report, winners);
    let class = if figures::places(&report.data, found).is_some() { "block beside" } else { "block" };
    Some(view! {
        <div class=class id=id>
            <Card
                block=Block::Winners
                name=chart_name(&report, award, Block::Winners)
                title
                evidence
                figure=key(counted, &found.id)
                table
            >
                <Caveat text=left_out/>
                {list}
                <Caveat text=stated/>
                {matrix.map(|matrix| view! { <PlaceMatrix matrix/> })}
            </Card>
            <PlaceChart award/>
        </div>
    })
}

/// The winners of an award with search, filters and count. All of them are there; search and filters hide those
/// that do not match.
#[component]
pub fn WinnerList(
    /// The award's place in the dataset.
    award: usize,
) -> impl IntoView {
    let report = use_report();
    let award = report.data.awards.get(award)?;
    let state = TableState::new(TableId::Winners, table(&report, award));
    let list = view! { <AllWinners award=award.clone() shown=state.shown/> };
    Some(view! { <WinnerFold award=award.clone() state list/> })
}

/// A list of winners below its search and filters; of a long one the stylesheet shows the beginning.
#[component]
pub(super) fn WinnerFold<V: IntoView + 'static>(
    /// The award.
    award: Award,
    /// Its winners as a table.
    state: TableState,
    /// The list.
    list: V,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let shown = state.shown;
    let count = CountWords {
        all: words.winners_all(),
        one: words.winners_one(),
        some: words.winners_some(),
        none: words.no_winners(),
    };
    let (folded, total) = (folded_from(&award), state.table.rows.len());
    let narrowed = move || shown.with(|shown| shown.rows.len() < shown.total).then_some("");
    view! {
        <TableTools state title=words.winners() filters=filters(&report, &award) count file=FILE/>
        <div class=if folded { "fold long" } else { "fold" } data-narrowed=narrowed>
            <div class="categories">{list}</div>
            {folded.then(|| view! { <ShowAll total=total.min(ROWS_WRITTEN)/> })}
        </div>
    }
}

/// The categories of an award with all of their winners.
#[component]
fn AllWinners(
    /// The award.
    award: Award,
    /// The winners that the view leaves.
    shown: Memo<Shown>,
) -> impl IntoView {
    let visible = Memo::new(move |_| {
        shown.with(|shown| {
            let mut visible = vec![false; shown.total];
            for row in &shown.rows {
                if let Some(visible) = visible.get_mut(*row) {
                    *visible = true;
                }
            }
            visible
        })
    });
    let categories = numbered(&award).into_iter().map(|(category, rows)| {
        let category = category.clone();
        view! { <CategoryItem award=award.id.clone() category rows visible/> }
    });
    categories.collect_view()
}

/// The categories with the rows of their winners: in the order of the source, but those without winners last.
pub(super) fn numbered(award: &Award) -> Vec<(&Category, Range<usize>)> {
    let mut next = 0;
    let mut numbered: Vec<(&Category, Range<usize>)> = award
        .categories
        .iter()
        .map(|category| {
            let rows = next..next + category.winners.len();
            next = rows.end;
            (category, rows)
        })
        .collect();
    numbered.sort_by_key(|(_, rows)| rows.is_empty());
    numbered
}

/// Whether the list is longer than a card: the stylesheet shows its first categories then, as [`FOLDED`] says, and the
/// first [`ROWS_SHOWN`] winners of each.
fn folded_from(award: &Award) -> bool {
    let counts = || award.categories.iter().map(|category| category.winners.len());
    let is_long = award.categories.len() > FOLDED || counts().any(|winners| winners > ROWS_SHOWN);
    is_long && counts().sum::<usize>() > ROWS_SHOWN
}

/// A category with its winners, or with the word that it has none. Without any of its winners to show it is
/// hidden; one that has none is hidden as soon as the view leaves anything out.
#[component]
pub(super) fn CategoryItem(
    /// The award's id.
    award: String,
    /// The category.
    category: Category,
    /// The rows of its winners.
    rows: Range<usize>,
    /// Which winners are shown.
    visible: Visible,
) -> impl IntoView {
    let report = use_report();
    let parent = category.parent.as_ref().map(|parent| parent.get(report.lang).to_owned());
    let parent = parent.map(|parent| view! { <span class="parent">{parent}</span>" " });
    let label = category.label.get(report.lang).to_owned();
    let note = category.note.as_ref().map(|note| note.get(report.lang).to_owned());
    let none = unnamed(&report, &category, rows.is_empty());
    let none = none.map(|text| view! { <li class="note">{text}</li> });
    let counts = describe::award_counts(&report, category.stated.as_ref());
    let counts = (!counts.is_empty()).then(|| fill(report.words.counted_stated(), &[&counts]));
    let winners = rows.clone().zip(&category.winners).map(|(row, winner)| {
        let winner = winner.clone();
        view! { <WinnerItem award=award.clone() winner row visible/> }
    });
    let winners = winners.collect_view();
    let hidden = move || {
        visible.with(|visible| match visible.get(rows.clone()) {
            Some(of_category) if !of_category.is_empty() => !of_category.contains(&true),
            _ => visible.contains(&false),
        })
    };
    view! {
        <div class="category" hidden=hidden>
            <h4>{parent}{label}</h4>
            {[note, counts].map(|note| note.map(|note| view! { <p class="note">{note}</p> })).collect_view()}
            <ul class="winners">{winners}{none}</ul>
        </div>
    }
}

/// That a category's winners are not named, or not all of them; `None` where they are.
fn unnamed(report: &Report, category: &Category, none_listed: bool) -> Option<String> {
    let words = report.words;
    match category.winners_missing {
        None | Some(Missing::NotStated) if none_listed => Some(words.no_winner().to_owned()),
        None => None,
        Some(reason) => {
            let because = if none_listed { words.winners_because() } else { words.others_because() };
            Some(fill(because, &[words::missing(report.lang, reason)]))
        }
    }
}

/// A winner: rank, name, place, and what it was given for.
#[component]
fn WinnerItem(
    /// The award's id.
    award: String,
    /// The winner.
    winner: Winner,
    /// Its row.
    row: usize,
    /// Which winners are shown.
    visible: Visible,
) -> impl IntoView {
    let report = use_report();
    let words = report.words;
    let (class, rank, heard) = match winner.rank {
        Some(rank) => ("rank", rank.to_string(), fill(words.rank_number(), &[&rank.to_string()])),
        None => ("rank none", "–".to_owned(), words.no_rank().to_owned()),
    };
    let place = place(&report, &winner).map(|place| view! { <span class="place">{place}</span> });
    let note = |phrase| view! { <span class="note"><PhraseText phrase/></span> };
    let notes = notes(&report, &award, &winner).into_iter().map(note).collect_view();
    let name = winner.name.get(report.lang).to_owned();
    view! {
        <li hidden=move || visible.with(|visible| visible.get(row) != Some(&true))>
            <span class=class>
                <span aria-hidden="true">{rank}</span>
                <span class="hidden">{heard}</span>
            </span>
            " "
            <span class="winner"><span class="name">{name}</span>{place}{notes}</span>
        </li>
    }
}

/// Where a winner is, unless its name says so.
pub(super) fn place(report: &Report, winner: &Winner) -> Option<String> {
    let place = WinnerPlace::of(&report.data, winner)?;
    let label = place_label(report, &place, winner.name.get(report.lang));
    if label.is_empty() {
        return None;
    }
    Some(if place.inferred {
        format!("{label} ({})", report.words.inferred_place())
    } else {
        label.to_owned()
    })
}

/// A place, and the regency or city it lies in; what the winner's name says is left out.
fn place_label(report: &Report, place: &WinnerPlace<'_>, name: &str) -> String {
    let (at, of) = (place.at.name.get(report.lang), place.region.name.get(report.lang));
    let of = if at == of { "" } else { of };
    let said: Vec<&str> = [at, of].into_iter().filter(|label| !label.is_empty() && *label != name).collect();
    said.join(", ")
}

/// What is said of a winner: what the award was given for, what must be known, whom it protects, what it won.
fn notes(report: &Report, award: &str, winner: &Winner) -> Vec<Phrase> {
    let lang = report.lang;
    let texts = [&winner.citation, &winner.note];
    let texts = texts.into_iter().flatten().map(|text| Phrase::from(text.get(lang)));
    let persons = winner.persons.as_ref().map(|persons| {
        let number = describe::persons_of(report, persons);
        let label = persons.label.as_ref().map(|label| label.get(lang).to_owned());
        let label = label.unwrap_or_else(|| report.names.noun(&number).to_owned());
        Phrase::figure(of_award(Record::Winner, award, &winner.id), number).then(" ").then(label)
    });
    texts.chain(persons).chain(prize(report, award, winner)).collect()
}

/// The prize of a winner.
pub(super) fn prize(report: &Report, award: &str, winner: &Winner) -> Option<Phrase> {
    let prize = winner.prize.as_ref()?;
    let amount = describe::money(report, Decimal::whole(prize.amount), prize.currency.as_ref());
    let figure = Phrase::figure(of_award(Record::Prize, award, &winner.id), amount);
    Some(Phrase::fill(report.words.prize(), &[figure]))
}

/// The id and the name of the place of a winner.
fn place_name(report: &Report, winner: &Winner) -> Option<(String, String)> {
    let place = WinnerPlace::of(&report.data, winner)?;
    Some((place.id.to_owned(), place.region.name.get(report.lang).to_owned()))
}

/// The table of an award, a row a winner.
#[must_use]
pub fn table(report: &Report, award: &Award) -> Table {
    let words = report.words;
    let columns = vec![
        Column::new("category", words.category(), Kind::Text),
        Column::new("rank", words.rank(), Kind::Number),
        Column::new("winner", words.column_winner(), Kind::Text),
        Column::new("place", words.column_place(), Kind::Text),
    ];
    let of_category = |category| move |winner: &Winner| row(report, category, winner);
    let rows = award
        .categories
        .iter()
        .flat_map(|category| category.winners.iter().map(of_category(category)))
        .collect();
    Table::new(columns, rows)
}

fn row(report: &Report, category: &Category, winner: &Winner) -> Row {
    let words = report.words;
    let rank = match winner.rank {
        Some(rank) => Cell::number(rank.to_string(), Decimal::whole(i64::from(rank))),
        None => Cell::missing(words.no_rank()),
    };
    let place = place_name(report, winner);
    let place_cell =
        place.as_ref().map_or_else(|| Cell::missing(words.not_stated()), |(_, label)| Cell::text(label));
    let name = Cell::text(winner.name.get(report.lang));
    let cells = vec![Cell::text(describe::category_name(report, category)), rank, name, place_cell];
    let row = Row::new(&winner.id, cells).facet("category", &category.id);
    match place {
        Some((id, _)) => row.facet("place", id),
        None => row,
    }
}

/// The filters: by category, in the order of the source, and by place.
fn filters(report: &Report, award: &Award) -> Vec<Filter> {
    let words = report.words;
    let categories = award.categories.iter();
    let values = categories.clone().map(|c| (c.id.clone(), describe::category_name(report, c))).collect();
    let by_category = Filter { facet: "category", label: words.category(), values };
    let winners = categories.flat_map(|category| &category.winners);
    let places = winners.filter_map(|winner| place_name(report, winner));
    std::iter::once(by_category).chain(Filter::of("place", words.column_place(), places)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use routes::{Page, parse_view};
    use words::Lang;

    use super::*;
    use crate::context::ReportOptions;

    /// The winners of the sample in English, as an address asks for them.
    fn list(query: &str) -> String {
        list_of(include_str!("../../tests/data/capabilities.json"), query)
    }

    fn list_of(text: &str, query: &str) -> String {
        let data = Arc::new(dataset::read(text).dataset.unwrap());
        Owner::new().with(|| {
            let (lang, page) = (Lang::En, Page::Report);
            let report = Report::new(ReportOptions { data, lang, page, newer: false });
            report.view.set(parse_view(Page::Report, query));
            provide_context(report);
            view! { <WinnerList award=0/> }.to_html()
        })
    }

    /// How many elements with this name and class there are, and how many of them are hidden.
    fn counted(html: &str, name: &str, class: &str) -> (usize, usize) {
        let tags = html.split('<').filter_map(|tag| tag.split('>').next());
        let tags = tags.filter(|tag| tag.starts_with(name) && tag.contains(class));
        let tags: Vec<&str> = tags.collect();
        (tags.len(), tags.iter().filter(|tag| tag.contains(" hidden")).count())
    }

    #[test]
    fn a_search_hides_what_does_not_match_and_takes_nothing_away() {
        let counts = |html: &str| (counted(html, "div", "\"category\""), counted(html, "li", ""));
        let shipped = |query| list_of(include_str!("../../public/data/sumsel-2025-08.json"), query);
        assert_eq!(counts(&shipped("")), ((8, 0), (22, 0)));
        assert_eq!(counts(&shipped("?winners.category=finance")), ((8, 7), (22, 19)));
        assert_eq!(counts(&shipped("?winners.q=nobody-at-all")), ((8, 8), (22, 22)));
        // A category without winners says so in an item of its own; few winners are not searched.
        assert_eq!(counts(&list("?winners.category=farms")), ((3, 0), (6, 0)));
    }

    #[test]
    fn a_long_list_has_tools_and_all_winners_are_a_file_beside_the_dataset() {
        let page = list_of(include_str!("../../public/data/sumsel-2025-08.json"), "");
        assert!(page.contains("role=\"search\"") && page.contains("/award-winners.csv\""), "{page}");
        assert!(page.contains("class=\"show-all\""), "{page}");
        let few = list("");
        assert!(!few.contains("role=\"search\"") && !few.contains("show-all"), "{few}");
    }
}
