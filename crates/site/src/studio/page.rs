//! The page of the studio as it stands before its application is there.
use jamsostek_dashboard::document::{
    self, DocumentHead, DocumentKind, EditionNotices, Inline, Links, SiteFiles, SiteMeta,
};
use leptos::prelude::*;
use routes::Page;
use words::Lang;

use super::{Names, Studio, path_of, to_root};
use crate::{offline::NAME as OFFLINE, policy::Policy, shell::Shell, tokens};

/// The document of the studio in a language.
pub(super) fn document(studio: &Studio, shell: &Shell, names: &Names, lang: Lang) -> String {
    let words = words::studio(lang);
    let root = to_root(lang);
    let seen = |file: &str| format!("{root}{file}");
    let own = |file: &str| seen(&format!("{}{file}", studio.folder));
    let inline = Inline {
        start: shell.scripts.start.clone(),
        frame: None,
        style: shell.styles.of(DocumentKind::Studio),
    };
    let head = DocumentHead {
        kind: DocumentKind::Studio,
        lang,
        title: words.title().to_owned(),
        description: words.lead().to_owned(),
        policy: Policy::of_studio(&inline).to_string(),
        paper: [tokens::light("paper"), tokens::dark("paper")].map(str::to_owned),
        files: SiteFiles {
            icon: seen(&shell.assets.icon),
            script: own(Studio::SCRIPT),
            loader: own(Studio::WORKER),
            module: own(Studio::MODULE),
            ..SiteFiles::default()
        },
        site: SiteMeta { root: root.clone(), dataset: shell.dataset_file.clone(), ..SiteMeta::default() },
        links: Links::default(),
        card: None,
        json_ld: None,
        inline,
        edition: EditionNotices::default(),
    };
    let content = document::markup(|| content(studio, shell, names, lang).into_any());
    document::render(head, content)
}

/// What stands in the page: what the application needs to know, and what the page is for.
fn content(studio: &Studio, shell: &Shell, names: &Names, lang: Lang) -> impl IntoView {
    let words = words::studio(lang);
    let root = to_root(lang);
    let seen = |file: &str| format!("{root}{file}");
    let own =
        |lang: Lang| format!("{}|{}", seen(&format!("{}{}", path_of(lang), OFFLINE)), seen(&path_of(lang)));
    // A worker's script is kept by the script that is responsible for its address: that of the first language.
    let offline = match lang {
        Lang::Id => own(Lang::Id),
        Lang::En => format!("{} {}", own(Lang::En), own(Lang::Id)),
    };
    let mut alone = names.alone.iter().map(|file| seen(file));
    let (alone_id, alone_en) = (alone.next().unwrap_or_default(), alone.next().unwrap_or_default());
    view! {
        <div id="studio" class="studio" data-worker=seen(&format!("{}{}", studio.folder, Studio::WORKER))
            data-styles=seen(&names.styles) data-dataset=seen(&shell.dataset_file) data-alone-id=alone_id
            data-alone-en=alone_en data-report=seen(&routes::path(lang, Page::Report))
            data-other=seen(&path_of(lang.other())) data-offline=offline>
            <header class="studio-head">
                <h1>{words.title()}</h1>
                <p class="lead">{words.lead()}</p>
                <p class="private">{words.private()}" "<span class="private-how">{words.private_how()}</span></p>
            </header>
            <main id="content" tabindex="-1">
                <p class="starting">{words.starting()}</p>
                <noscript><p>{words.no_scripts()}</p></noscript>
            </main>
        </div>
    }
}
