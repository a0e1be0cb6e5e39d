//! A part of the page, whatever it is made of.
//!
//! Leptos' own `AnyView` keeps code to build, to rebuild, to list and to drop each shape. A part of
//! this page is built once and follows its signals; if it is ever rendered anew it takes the place
//! of the old one. So all a shape needs is code that builds it (`docs/adr/0005-static-markup.md`).
#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// A part of the page. Where the page is rendered to text, leptos' own.
#[cfg(feature = "ssr")]
pub type Part = AnyView;

/// Makes a part of the page of a view.
#[cfg(feature = "ssr")]
pub fn part<V: IntoView + Send + 'static>(view: V) -> Part {
    view.into_any()
}

#[cfg(not(feature = "ssr"))]
pub use built::{Part, part};

#[cfg(not(feature = "ssr"))]
mod built {
    use leptos::attr::{Attribute, any_attribute::AnyAttribute};
    use leptos::prelude::*;
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::renderer::types::{Element, Node};
    use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

    /// A part of the page: what builds it.
    pub struct Part(Box<dyn FnOnce() -> Built + Send>);

    /// The elements of a part that stands on the page.
    pub struct Built(Vec<Element>);

    /// Makes a part of the page of a view of one or more elements. What follows the signals in it
    /// does so for as long as the page is there.
    pub fn part<V: Render + Send + 'static>(view: V) -> Part {
        Part(Box::new(move || {
            let state = view.build();
            let elements = state.elements();
            std::mem::forget(state);
            Built(elements)
        }))
    }

    impl Render for Part {
        type State = Built;

        fn build(self) -> Built {
            (self.0)()
        }

        fn rebuild(self, state: &mut Built) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
        }
    }

    impl Mountable for Built {
        fn unmount(&mut self) {
            for element in &self.0 {
                element.remove();
            }
        }

        fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
            for element in &mut self.0 {
                element.mount(parent, marker);
            }
        }

        fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
            self.0.first().is_some_and(|first| first.insert_before_this(child))
        }

        fn elements(&self) -> Vec<Element> {
            self.0.clone()
        }
    }

    impl AddAnyAttr for Part {
        type Output<A: Attribute> = Self;

        fn add_any_attr<A: Attribute>(self, _: A) -> Self {
            self
        }
    }

    /// The browser builds the page; it never writes it as text.
    impl RenderHtml for Part {
        type AsyncOutput = Self;
        type Owned = Self;
        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> Self {
            self
        }

        fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

        fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
            self.build()
        }

        fn into_owned(self) -> Self {
            self
        }
    }
}
