//! The search among single claims, and their order.
use explorer::Column;
use leptos::html;
use leptos::prelude::*;
use tables::Direction;

use super::super::context::use_explorer;
use crate::browser::focus::focus_in_place;
use crate::ui::{Choice, ChoiceOption};

/// The search, and the order where headings are no row of buttons.
#[component]
pub fn Tools() -> impl IntoView {
    let explorer = use_explorer();
    let words = explorer.words;
    let query = Memo::new(move |_| explorer.state.with(|state| state.table.query.clone()));
    let search = move |event| {
        let typed = event_target_value(&event);
        explorer.change(|state| state.table = state.table.searching(&typed));
    };
    let (index, labels) = (explorer.index(), explorer.labels());
    let none = ChoiceOption { value: String::new(), label: explorer.own.sort_none().to_owned() };
    let code = |column: Column| match column.first_direction() {
        Direction::Ascending => column.key().to_owned(),
        Direction::Descending => ["-", column.key()].concat(),
    };
    let option = |column: Column| ChoiceOption { value: code(column), label: labels.heading(&index, column) };
    let options: Vec<ChoiceOption> =
        std::iter::once(none).chain(Column::ALL.into_iter().map(option)).collect();
    let chosen = Memo::new(move |_| {
        explorer.state.with(|state| state.table.sort.map(|sort| code(sort.column)).unwrap_or_default())
    });
    let sort = move |chosen: String| {
        explorer.change(|state| {
            state.table.row = 0;
            let column = Column::from_key(chosen.trim_start_matches('-'));
            state.table.sort =
                column.map(|column| explorer::Sort { column, direction: column.first_direction() });
        });
    };
    let field = NodeRef::<html::Input>::new();
    let clear = move |_| {
        // The button goes away; what is done next is most likely another search.
        if let Some(field) = field.get_untracked() {
            focus_in_place(&field);
        }
        explorer.change(|state| state.table = state.table.cleared());
    };
    let narrows = Memo::new(move |_| explorer.state.with(|state| state.table.narrows()));
    view! {
        <div class="tools" role="search" aria-label=words.rows()>
            <label class="field">
                <span>{words.search()}</span>
                <input
                    node_ref=field
                    type="search"
                    autocomplete="off"
                    prop:value=move || query.get()
                    on:input=search
                />
            </label>
            <Choice class="field sort-by" name="" label=explorer.own.sort() options chosen on_choose=sort/>
            <button type="button" class="button clear" hidden=move || !narrows.get() on:click=clear>
                {words.clear()}
            </button>
        </div>
    }
}
