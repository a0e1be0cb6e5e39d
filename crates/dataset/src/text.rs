//! Words in the languages of the page.
use super::json::{Context, Kind, Node, Problem, Unread};
use super::record::{Field, Place, fill, words};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
}

words!(Lang { Id = "id", En = "en" });

impl Lang {
    /// All languages, the first one first.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The code after BCP 47.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }
}

/// A text in one or both languages. A plain JSON string, such as a proper name, is the same in
/// both.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// In Indonesian.
    pub id: Option<Box<str>>,
    /// In English.
    pub en: Option<Box<str>>,
}

impl Text {
    /// The text in a language, or else in the other one; empty where there is none.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.only(lang).or_else(|| self.only(lang.other())).unwrap_or_default()
    }

    /// The text in just this language.
    #[must_use]
    pub fn only(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Id => self.id.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }

    /// The language in which [`Text::get`] answers: what `lang="…"` must say.
    #[must_use]
    pub fn lang(&self, wanted: Lang) -> Lang {
        if self.only(wanted).is_some() || self.only(wanted.other()).is_none() {
            wanted
        } else {
            wanted.other()
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self { id: Some(text.into()), en: Some(text.into()) }
    }
}

impl Field for Text {
    const BLANK: Self = Self { id: None, en: None };
}

impl Place for Text {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        match &node.kind {
            Kind::String(text) => {
                *self = Self::from(&**text);
                Ok(())
            }
            Kind::Object(_) => {
                fill(node, context, "id en ", &mut [&mut self.id, &mut self.en])?;
                if self.id.is_none() && self.en.is_none() {
                    return context.fail(node, Problem::MissingField("id"));
                }
                Ok(())
            }
            _ => context.wrong_type(node, "a text: a string, or an object with \"id\" and \"en\""),
        }
    }
}

impl Place for Option<Box<str>> {
    fn read(&mut self, node: &Node, context: &Context) -> Result<(), Unread> {
        if node.kind != Kind::Null {
            *self = Some(context.string(node)?.into());
        }
        Ok(())
    }

    fn is_required(&self) -> bool {
        false
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text in one or both languages; a plain string is the same in both.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "id": { "type": ["string", "null"], "description": "In Indonesian." },
                        "en": { "type": ["string", "null"], "description": "In English." }
                    },
                    "anyOf": [{ "required": ["id"] }, { "required": ["en"] }],
                    "additionalProperties": false
                }
            ]
        })
    }
}
