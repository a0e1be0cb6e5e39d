//! The one form of words: a type with a method a message. A program has the messages that it asks for, and no others
//! (`docs/adr/0017-house.md`).

/// Makes a catalogue: the type of its messages, and the function that has them in a language. A message is a name, the
/// words in Indonesian and the words in English, so one that lacks a language does not compile. Places `{0}`, `{1}` … are
/// filled in by [`super::fill`].
macro_rules! catalogue {
    (
        $(#[$about:meta])*
        $words:ident, $function:ident:
        $($(#[$doc:meta])* $name:ident: $id:literal, $en:literal;)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $words(dataset::Lang);

        $(#[$about])*
        impl $words {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> &'static str {
                    match self.0 {
                        dataset::Lang::Id => $id,
                        dataset::Lang::En => $en,
                    }
                }
            )*
        }

        $(#[$about])*
        #[must_use]
        pub fn $function(lang: dataset::Lang) -> &'static $words {
            match lang {
                dataset::Lang::Id => &$words(dataset::Lang::Id),
                dataset::Lang::En => &$words(dataset::Lang::En),
            }
        }
    };
}
pub(crate) use catalogue;
