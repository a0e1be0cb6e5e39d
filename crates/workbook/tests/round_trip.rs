//! Whatever the format can say survives the way to a workbook and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[allow(dead_code, unreachable_pub, missing_docs)]
#[path = "../../../tests/generate/mod.rs"]
mod generate;

use dataset::Lang;
use proptest::prelude::*;
use workbook::{File, export, import};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_workbook_loses_nothing(generated in generate::datasets(), english in any::<bool>()) {
        let (text, lang) = (generated.0, if english { Lang::En } else { Lang::Id });
        let exported = export(lang, &text).unwrap();
        prop_assert_eq!(&exported.left, &[] as &[String]);
        let imported = import(&[File { name: "a.xlsx".to_owned(), bytes: exported.bytes.clone() }]);
        let told: Vec<_> = imported.findings.iter().map(|f| (f.place.to_string(), f.words(Lang::En).what)).collect();
        prop_assert_eq!(told, []);
        prop_assert_eq!(dataset::read(&imported.json).dataset, dataset::read(&text).dataset, "{}", imported.json);
        prop_assert!(export(lang, &imported.json).unwrap().bytes == exported.bytes, "other cells");
    }
}
