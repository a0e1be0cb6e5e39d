use super::*;

const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

#[test]
fn the_same_dataset_gives_the_same_bytes_in_each_language() {
    for lang in Lang::ALL {
        let export = export(lang, SHIPPED).unwrap();
        assert!(export.left.is_empty());
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert_eq!(export, super::export(lang, SHIPPED).unwrap());
        assert!(template(lang, None).unwrap().starts_with(b"PK"));
        template(lang, Some(SHIPPED)).unwrap();
    }
    if let Ok(folder) = std::env::var("DUMP") {
        std::fs::write(format!("{folder}/e.xlsx"), export(Lang::Id, SHIPPED).unwrap().bytes).unwrap();
        std::fs::write(format!("{folder}/t.xlsx"), template(Lang::Id, None).unwrap()).unwrap();
        std::fs::write(format!("{folder}/f.xlsx"), template(Lang::En, Some(SHIPPED)).unwrap()).unwrap();
    }
}

#[test]
fn what_is_no_dataset_is_refused_and_what_no_cell_can_hold_is_named() {
    for text in ["", "[]", "{}", r#"{"format": "jamsostek-dashboard/2"}"#] {
        assert!(matches!(export(Lang::En, text), Err(WriteError::NoDataset)), "{text}");
    }
    let long = "x".repeat(33_000);
    let text = format!(
        r#"{{"format": "jamsostek-dashboard/1", "notes": [{{"id": "n"}}, {{"text": {{"id": "{long}"}}}}]}}"#
    );
    let error = export(Lang::Id, &text).unwrap_err();
    assert_eq!(error.to_string(), "Catatan!D3 has more than 32,767 characters");
}
