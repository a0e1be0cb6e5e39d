//! The block as it will be shown.
use leptos::prelude::*;
use leptos::{ev, html};

use super::snippet::{EmbedChoice, SnippetKind};
use super::state::use_form;
use crate::browser::frame_height::use_frame_height;
use crate::browser::frame_keys::on_escape_in;

/// A frame of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Frame {
    src: String,
    title: String,
    width: Option<u32>,
}

/// A picture of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Image {
    src: String,
    alternative: String,
}

/// What is chosen, as a host's page will show it.
#[component]
pub fn Preview(
    /// Is called when Escape is pressed within the preview.
    on_close: Option<Callback<()>>,
) -> impl IntoView {
    let form = use_form();
    let address = move |choice: &EmbedChoice| form.root.with_value(|root| [root, &*choice.path()].concat());
    let said = move |choice: &EmbedChoice| {
        form.options.with_value(|o| o.find(choice.block).map(|entry| entry.in_language(choice.lang).clone()))
    };
    let frame = form.chosen(move |choice| {
        (choice.kind != SnippetKind::Picture).then(|| Frame {
            src: address(choice) + &choice.query(),
            title: said(choice).map(|words| words.title).unwrap_or_default(),
            width: choice.width.filter(|_| choice.kind.is_frame()),
        })
    });
    let image = form.chosen(move |choice| {
        (choice.kind == SnippetKind::Picture).then(|| Image {
            src: address(choice) + "picture.png",
            alternative: said(choice).map(|words| words.alternative).unwrap_or_default(),
        })
    });
    // A new frame each time: a new address in an old one would be a step of the reader's history.
    view! {
        <For each=move || frame.get() key=Frame::clone let:frame>
            <FramePreview frame on_close/>
        </For>
        <For each=move || image.get() key=Image::clone let:image>
            <PicturePreview image/>
        </For>
    }
}

/// A frame that is as high as its content.
#[component]
fn FramePreview(frame: Frame, on_close: Option<Callback<()>>) -> impl IntoView {
    let element = NodeRef::<html::Iframe>::new();
    let height = use_frame_height(element);
    let width = frame.width.map_or_else(|| "100%".to_owned(), |width| format!("{width}px"));
    let loaded = move |_: ev::Event| {
        if let (Some(frame), Some(close)) = (element.get_untracked(), on_close) {
            on_escape_in(&frame, close);
        }
    };
    view! {
        <iframe
            node_ref=element
            src=frame.src
            title=frame.title
            style:inline-size=width
            style:block-size=move || height.get().map(|pixels| format!("{pixels}px"))
            on:load=loaded
        ></iframe>
    }
}

/// The picture that the build drew, and the way to the file.
#[component]
fn PicturePreview(image: Image) -> impl IntoView {
    let words = use_form().words();
    view! {
        <div class="builder-picture">
            <img src=image.src.clone() alt=image.alternative width="1200" height="630"/>
            <p><a href=image.src target="_blank" rel="noopener">{words.builder_png()}</a></p>
        </div>
    }
}
