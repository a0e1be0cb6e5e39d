//! The JSON Schema of a dataset, for editors and for other programs.
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};

use super::{Dataset, FORMAT};

/// The JSON Schema 2020-12 of a dataset, generated from the types, with a line break at its end:
/// the text of `public/schema/dataset-1.schema.json`.
///
/// It allows no field that the format does not know. What a schema cannot say, [`super::check`]
/// does.
#[must_use]
pub fn json() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(NoOtherFields);
    let mut schema = settings.into_generator().into_root_schema_for::<Dataset>();
    schema.insert("title".to_owned(), "A dataset of jamsostek-dashboard".into());
    if let Some(format) = schema.pointer_mut("/properties/format").and_then(|format| format.as_object_mut()) {
        format.insert("const".to_owned(), FORMAT.into());
    }
    format!("{:#}\n", schema.as_value())
}

/// Refuses fields that an object does not name.
#[derive(Clone)]
struct NoOtherFields;

impl Transform for NoOtherFields {
    fn transform(&mut self, schema: &mut Schema) {
        let is_object = schema.get("type").is_some_and(|kind| kind == "object");
        let names_fields = schema.get("properties").is_some() && schema.get("additionalProperties").is_none();
        if is_object && names_fields {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        transform_subschemas(self, schema);
    }
}
