//! The one form of words: a struct with a field a message, and a value of it for each language.

/// Makes a catalogue: the struct of its messages, and the function that has them in a language. A message is a name, the
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
        pub struct $words {
            $($(#[$doc])* pub $name: &'static str,)*
        }

        static ID: $words = $words { $($name: $id,)* };
        static EN: $words = $words { $($name: $en,)* };

        $(#[$about])*
        #[must_use]
        pub fn $function(lang: dataset::Lang) -> &'static $words {
            match lang {
                dataset::Lang::Id => &ID,
                dataset::Lang::En => &EN,
            }
        }
    };
}
pub(crate) use catalogue;
