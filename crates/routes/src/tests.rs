use super::*;
use tables::{Direction, Sort, View};

#[track_caller]
fn means(path: &str, lang: Lang, page: Page) {
    let address = parse(path, "");
    assert_eq!((address.lang, address.page), (lang, page), "{path:?}");
}

#[test]
fn paths_choose_page_and_language() {
    means("", Lang::Id, Page::Report);
    means("index.html", Lang::Id, Page::Report);
    means("en/", Lang::En, Page::Report);
    means("en", Lang::En, Page::Report);
    means("en/index.html", Lang::En, Page::Report);
    means("claims/", Lang::Id, Page::Claims);
    means("en/claims/index.html", Lang::En, Page::Claims);
    means("embed/special-awards/", Lang::Id, Page::Embed(Block::SpecialAwards));
    means("en/embed/groups/index.html", Lang::En, Page::Embed(Block::Groups));
    for block in Block::ALL {
        means(&path(Lang::En, Page::Embed(block)), Lang::En, Page::Embed(block));
    }
}

#[test]
fn other_paths_are_no_pages() {
    for path in [
        "/",
        "//",
        "/en/",
        "id/",
        "embed/",
        "embed",
        "embed/none/",
        "embed//",
        "enindex.html",
        "en//",
        "x/en/",
    ] {
        assert_eq!(parse(path, "").page, Page::NotFound, "{path:?}");
    }
    means("en/en/", Lang::En, Page::NotFound);
    means("english/", Lang::Id, Page::NotFound);
}

#[test]
fn the_root_is_cut_off() {
    for (path, root, below) in [
        ("/", "/", ""),
        ("/en/", "/", "en/"),
        ("/repo/", "/repo/", ""),
        ("/repo", "/repo/", ""),
        ("/repo/en/", "/repo/", "en/"),
        ("/repo/en/", "/repo", "en/"),
        ("/repository/en/", "/repo/", "/repository/en/"),
        ("/other/", "/repo/", "/other/"),
        ("/en/", "", "en/"),
    ] {
        assert_eq!(below_root(path, root), below, "{path} below {root}");
    }
}

#[test]
fn links_are_relative() {
    let embed = |block| Page::Embed(block);
    let (id, en) = (Lang::Id, Lang::En);
    let check = |lang, page, to_lang, to_page, wanted: &str| {
        assert_eq!(link(lang, page, to_lang, to_page, &ViewState::of(page)), wanted);
    };
    check(id, Page::Report, id, Page::Report, "./");
    check(id, Page::Report, en, Page::Report, "en/");
    check(en, Page::Report, id, Page::Report, "../");
    check(en, Page::Report, en, Page::Report, "./");
    check(en, embed(Block::Groups), id, Page::Report, "../../../");
    check(en, embed(Block::Groups), en, Page::Report, "../../");
    check(id, embed(Block::Groups), en, embed(Block::Groups), "../../en/embed/groups/");
    check(id, embed(Block::Groups), id, embed(Block::Jury), "../jury/");
    check(id, Page::Report, id, embed(Block::Jury), "embed/jury/");
    assert_eq!(data_link(en, embed(Block::Jury), "a b"), "../../../data/a%20b.json");
    assert_eq!(data_link(id, Page::Report, "x"), "./data/x.json");
    assert_eq!(data_file_link(en, Page::Report, "claims.csv"), "../data/claims.csv");
    assert_eq!(data_file_link(en, Page::Report, "https://example.org/c.csv"), "https://example.org/c.csv");
    assert_eq!(data_file_link(id, Page::Report, "javascript:alert(1)"), "./data/javascript:alert(1)");
}

#[test]
fn links_leave_behind_what_belongs_to_a_host() {
    let query = "?theme=dark&winners.q=lahat&transparent=1&childId=7&utm_source=x";
    let view = parse_view(Page::Report, query);
    let groups = Page::Embed(Block::Groups);
    let to = |lang, page| link(Lang::Id, groups, lang, page, &view);
    assert_eq!(to(Lang::Id, groups), ["./", query].concat());
    assert_eq!(to(Lang::En, groups), "../../en/embed/groups/?theme=dark&winners.q=lahat&transparent=1");
    assert_eq!(to(Lang::Id, Page::Report), "../../?winners.q=lahat");
    let report = link(Lang::Id, Page::Report, Lang::En, Page::Report, &view);
    assert_eq!(report, "en/?theme=dark&winners.q=lahat");
}

#[test]
fn sources_are_linked_to_the_figure() {
    let url = "https://example.org/a";
    assert_eq!(text_fragment(url, Some("31,33%")), "https://example.org/a#:~:text=31%2C33%25");
    assert_eq!(text_fragment(url, None), url);
    assert_eq!(text_fragment(url, Some("")), url);
    assert_eq!(
        text_fragment("http://example.org/#b", Some("a-b c")),
        "http://example.org/#b:~:text=a%2Db%20c"
    );
    for hostile in ["javascript:alert(1)", "data:text/html,x", "", "//x", "HTTPSx://"] {
        assert_eq!(text_fragment(hostile, Some("1")), "#");
    }
}

#[test]
fn a_view_is_written_in_one_order_without_defaults() {
    assert_eq!(to_query(Page::Report, &ViewState::default()), "");
    let query = "?theme=dark&open=headline,groups&handovers.q=ana+%26+budi&handovers.place=palembang\
                 &handovers.programme=jkm&handovers.sort=-amount&winners.category=biz&winners.sort=rank&winners.page=2\
                 &transparent=1&title=0&credit=short&notes=0&accent=green&childId=x&b=&a=1";
    let view = parse_view(Page::Report, query);
    assert_eq!(to_query(Page::Report, &view), query);
    assert_eq!((view.theme, view.embed.accent), (Theme::Dark, Accent::Green));
    assert!(view.open.contains(Block::Headline) && !view.open.contains(Block::Claims));
    assert_eq!(view.handovers.query, "ana & budi");
    assert_eq!(view.handovers.filters.get("programme").map(String::as_str), Some("jkm"));
    assert_eq!(view.handovers.direction("amount"), Some(Direction::Descending));
    assert_eq!(view.winners.direction("rank"), Some(Direction::Ascending));
    assert_eq!(view.winners.page, 1);
    let shuffled = parse_view(
        Page::Report,
        "?childId=x&winners.sort=rank&b&theme=light&a=1&theme=dark&handovers.q=x&handovers.q=",
    );
    assert_eq!(to_query(Page::Report, &shuffled), "?theme=dark&winners.sort=rank&childId=x&b=&a=1");
}

#[test]
fn what_is_not_understood_counts_as_absent_or_is_kept() {
    let query = "theme=purple&open=x,,y&accent=red&transparent=yes&title=1&credit=long&notes=1&handovers.sort=-\
                 &handovers.sort=&handovers.page=-1&winners.page=0&winners.place=";
    assert_eq!(parse_view(Page::Report, query), ViewState::default());
    let kept = "?handovers.category=x&winners.none=1&others.q=2&q=3";
    assert_eq!(to_query(Page::Report, &parse_view(Page::Report, kept)), kept);
    let long = parse_view(Page::Report, &format!("winners.q={}", "é".repeat(1000)));
    assert_eq!(long.winners.query.chars().count(), 256);
}

#[test]
fn a_frame_is_light_unless_its_host_says_otherwise() {
    let frame = Page::Embed(Block::Groups);
    let theme = |page: Page, query: &str| parse_view(page, query).theme;
    assert_eq!([frame, Page::Report].map(|page| theme(page, "")), [Theme::Light, Theme::Auto]);
    assert_eq!([frame, Page::Report].map(|page| theme(page, "theme=x")), [Theme::Light, Theme::Auto]);
    for (code, wanted) in [("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)] {
        assert_eq!(theme(frame, &format!("theme={code}")), wanted);
    }
    assert_eq!(to_query(frame, &ViewState::of(frame)), "");
    assert_eq!(to_query(frame, &ViewState::default()), "?theme=auto");
    // What a page has by itself is not carried to another.
    let to = |page, to_page, theme| {
        link(Lang::Id, page, Lang::Id, to_page, &ViewState { theme, ..ViewState::default() })
    };
    assert_eq!(to(Page::Report, frame, Theme::Auto), "embed/groups/");
    assert_eq!(to(Page::Report, frame, Theme::Dark), "embed/groups/?theme=dark");
    assert_eq!(to(frame, Page::Report, Theme::Light), "../../");
    assert_eq!(to(frame, Page::Report, Theme::Dark), "../../");
}

#[test]
fn a_host_has_words_of_its_own_for_a_title() {
    let title = |query: &str| parse_view(Page::Embed(Block::Groups), query).embed.title;
    assert_eq!(title("title=Siapa+yang+terlindungi%3F").own(), Some("Siapa yang terlindungi?"));
    assert_eq!(title("title=0"), EmbedTitle::Hidden);
    assert_eq!(title("title=a&title="), EmbedTitle::Publisher);
}

#[test]
fn typing_is_told_from_choosing() {
    let before = ViewState::default();
    let change = |change: fn(&mut ViewState)| {
        let mut after = before.clone();
        change(&mut after);
        before.differs_only_in_search(&after)
    };
    assert!(change(|view| view.winners.query.push('a')));
    assert!(!change(|_| {}));
    assert!(!change(|view| view.theme = Theme::Dark));
    assert!(!change(|view| view.winners.page = 1));
    assert!(!change(|view| {
        view.winners.query.push('a');
        view.theme = Theme::Dark;
    }));
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::*;

    fn table(id: TableId) -> impl Strategy<Value = View> {
        let direction = prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)];
        let sort = ("[a-z][a-z-]{0,8}", direction).prop_map(|(column, direction)| Sort { column, direction });
        let facet = proptest::sample::select(id.facets()).prop_map(str::to_owned);
        let filters = proptest::collection::btree_map(facet, "\\PC{1,12}", 0..3);
        let query = prop_oneof!["[a-z é+&=%#?]{0,12}", any::<String>()];
        (proptest::option::of(sort), query, filters, 0..9_usize).prop_map(|(sort, query, filters, page)| {
            View { sort, query, filters: filters.into_iter().collect(), page }
        })
    }

    fn embed() -> impl Strategy<Value = EmbedOptions> {
        let accent = proptest::sample::select(&Accent::ALL[..]);
        let title = any::<String>().prop_map(|text| EmbedTitle::parse(&text));
        (any::<bool>(), title, any::<bool>(), any::<bool>(), accent).prop_map(
            |(transparent, title, short_credit, hide_notes, accent)| EmbedOptions {
                transparent,
                title,
                short_credit,
                hide_notes,
                accent,
            },
        )
    }

    fn view() -> impl Strategy<Value = ViewState> {
        let theme = prop_oneof![Just(Theme::Auto), Just(Theme::Light), Just(Theme::Dark)];
        let open = proptest::collection::vec(proptest::sample::select(&Block::ALL[..]), 0..4);
        let name = "[a-zA-Z_. ]{1,9}".prop_map(|name| ["x", &name].concat());
        let unknown = proptest::collection::vec((name, any::<String>()), 0..4);
        let tables = (table(TableId::Handovers), table(TableId::Winners));
        (theme, open, tables, embed(), unknown).prop_map(
            |(theme, open, (handovers, winners), embed, unknown)| {
                let mut blocks = Blocks::default();
                for block in open {
                    blocks.set(block, true);
                }
                ViewState { theme, open: blocks, handovers, winners, embed, unknown }
            },
        )
    }

    proptest! {
        #[test]
        fn a_view_survives_its_address(view in view()) {
            for page in [Page::Report, Page::Embed(Block::Groups)] {
                let query = to_query(page, &view);
                prop_assert!(query.is_ascii() && !query.contains([' ', '#', '"', '<', '>']));
                prop_assert_eq!(&parse_view(page, &query), &view);
            }
        }

        #[test]
        fn any_text_can_be_read(path in any::<String>(), query in any::<String>(), root in any::<String>()) {
            let address = parse(below_root(&path, &root), &query);
            let written = to_query(address.page, &address.view);
            prop_assert_eq!(parse_view(address.page, &written), address.view);
        }

        #[test]
        fn any_broken_query_can_be_read(query in "[?&=%+#a-fzq.0-9é-]{0,60}") {
            let view = parse_view(Page::Report, &query);
            prop_assert_eq!(parse_view(Page::Report, &to_query(Page::Report, &view)), view);
        }

        #[test]
        fn links_lead_where_they_say(from in 0..24_usize, to in 0..24_usize) {
            let page = |n: usize| {
                let lang = if n.is_multiple_of(2) { Lang::Id } else { Lang::En };
                let others = [Page::Report, Page::Claims];
                let block = Block::ALL.get(n / 2).map(|block| Page::Embed(*block));
                (lang, block.unwrap_or_else(|| others[n / 2 - Block::ALL.len()]))
            };
            let (from, to) = (page(from), page(to));
            let way = link(from.0, from.1, to.0, to.1, &ViewState::of(from.1));
            let start = path(from.0, from.1);
            let mut folders: Vec<&str> = start.split_terminator('/').collect();
            for step in way.split_terminator('/') {
                match step {
                    "." => {}
                    ".." => prop_assert!(folders.pop().is_some()),
                    name => folders.push(name),
                }
            }
            let arrived: String = folders.iter().map(|folder| [folder, "/"].concat()).collect();
            prop_assert_eq!(arrived, path(to.0, to.1));
        }
    }
}

#[test]
fn every_key_has_an_anchor_of_its_own() {
    assert_eq!(figure_link(Page::Report, "coverage-total-2025-08"), "figures/#coverage-total-2025-08");
    assert_eq!(figure_link(Page::Report, "computed.gap"), "figures/#computed.gap");
    assert_eq!(figure_anchor("a b%c#\"<"), "a%20b%25c%23%22%3C");
    assert_eq!(figure_anchor("content"), "figure.content");
    for key in ["content", "figure.content", "figure.x", "figure.", "winner.a", "contents"] {
        assert_eq!(figure_key(&figure_anchor(key)), key);
    }
}

#[test]
fn what_the_explorer_is_asked_goes_along_to_the_explorer_only() {
    let view = parse_view(Page::Claims, "?region=palembang&theme=dark");
    let to = |page| link(Lang::Id, Page::Claims, Lang::En, page, &view);
    assert_eq!(to(Page::Claims), "../en/claims/?theme=dark&region=palembang");
    assert_eq!(
        to(Page::Embed(Block::ClaimsExplorer)),
        "../en/embed/claims-explorer/?theme=dark&region=palembang"
    );
    assert_eq!(to(Page::Report), "../en/?theme=dark");
    assert_eq!(figure_link(Page::Claims, "take.report"), "../figures/#take.report");
}
