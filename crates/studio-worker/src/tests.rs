use super::*;

const SHIPPED: &str = include_str!("../../../public/data/sumsel-2025-08.json");

fn bytes(text: &str) -> Parcel {
    vec![text.as_bytes().to_vec()]
}

fn opened() -> Studio {
    let mut studio = Studio::default();
    let name = "sumsel-2025-08.json".to_owned();
    let (answer, _) = studio.answer(Command::Published { name }, bytes(SHIPPED));
    assert!(matches!(answer, Answer::Opened(_)), "{answer:?}");
    studio
}

fn ask(studio: &mut Studio, command: Command) -> Answer {
    studio.answer(command, Parcel::new()).0
}

fn checked(studio: &mut Studio) -> (Vec<Said>, Counts) {
    match ask(studio, Command::Check) {
        Answer::Checked { findings, counts } => (findings, counts),
        other => panic!("{other:?}"),
    }
}

fn put(studio: &mut Studio, (sheet, row, column): (usize, u32, u32), text: &str) {
    let edits = vec![CellEdit { sheet, row, column, text: text.to_owned() }];
    assert_eq!(ask(studio, Command::Put { edits }), Answer::Done);
}

fn sheet(studio: &mut Studio, index: usize) -> SheetRows {
    match ask(studio, Command::Sheet { index }) {
        Answer::Sheet(rows) => rows,
        other => panic!("{other:?}"),
    }
}

/// The sheet of a name, and the cell of its first record in a column.
fn place(studio: &mut Studio, name: &str, column: &str) -> (usize, u32, u32) {
    for index in 0..60 {
        let rows = sheet(studio, index);
        let Some(guide) = rows.guide else { continue };
        let found = guide.help.iter().find(|(_, help)| help.name == column);
        let is_sheet = studio_kind(studio).get(index).is_some_and(|(known, _)| known == name);
        if let Some((at, _)) = found.filter(|_| is_sheet) {
            return (index, guide.header.map_or(*at, |header| header + 1), *at);
        }
    }
    panic!("no {name} {column}");
}

fn studio_kind(studio: &mut Studio) -> Vec<(String, bool)> {
    let (_, draft) = studio.answer(Command::Keep, Parcel::new());
    let mut other = Studio::default();
    match other.answer(Command::Restore, draft).0 {
        Answer::Opened(Opened { kind: Kind::Sheets(names), .. }) => names,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_published_report_opens_without_a_finding() {
    let mut studio = opened();
    let (findings, counts) = checked(&mut studio);
    let (errors, _) = (counts.errors, counts.warnings);
    assert_eq!(errors, 0, "{findings:?}");
}

#[test]
fn a_cell_that_is_wrong_is_found_in_its_place_and_mended() {
    let mut studio = opened();
    let at = place(&mut studio, "Angka", "Nilai");
    let before = sheet(&mut studio, at.0).rows[at.1 as usize][at.2 as usize].clone();
    put(&mut studio, at, "1.234 atau lebih");
    let (findings, counts) = checked(&mut studio);
    assert!(counts.errors > 0);
    let spot = |said: &Said| matches!(&said.spot, Spot::Cell { sheet, row, column, .. } if (*sheet, *row, *column) == at);
    let said = findings.iter().find(|said| spot(said)).unwrap_or_else(|| panic!("{findings:?}"));
    assert!(!said.mend.is_empty());
    put(&mut studio, at, &before);
    assert_eq!(checked(&mut studio).1.errors, 0);
    let (answer, parcel) =
        studio.answer(Command::Save { form: Form::Dataset, lang: "id".to_owned() }, Parcel::new());
    assert_eq!(
        answer,
        Answer::Saved { name: "sumsel-2025-08.json".to_owned(), mime: "application/json".to_owned() }
    );
    let saved = String::from_utf8(parcel[0].clone()).unwrap();
    assert_eq!(dataset::read(&saved).dataset, dataset::read(SHIPPED).dataset);
}

#[test]
fn the_report_is_rendered_in_each_language() {
    let mut studio = opened();
    for lang in ["id", "en"] {
        let (answer, parcel) = studio.answer(Command::Render { lang: lang.to_owned() }, Parcel::new());
        let Answer::Rendered { title, languages, lang: own } = answer else { panic!("{answer:?}") };
        assert_eq!((own.as_str(), languages), (lang, vec!["id".to_owned(), "en".to_owned()]));
        let markup = String::from_utf8(parcel[0].clone()).unwrap();
        assert!(markup.contains("<main") && markup.contains("<svg"), "{markup:.200}");
        assert!(markup.contains(title.split(',').next().unwrap()));
    }
}

#[test]
fn a_draft_goes_on_as_it_was() {
    let mut studio = opened();
    let at = place(&mut studio, "Angka", "Nilai");
    put(&mut studio, at, "12,5%");
    let (_, draft) = studio.answer(Command::Keep, Parcel::new());
    let mut other = Studio::default();
    assert!(matches!(other.answer(Command::Restore, draft).0, Answer::Opened(_)));
    assert_eq!(sheet(&mut other, at.0), sheet(&mut studio, at.0));
    assert_eq!(checked(&mut other), checked(&mut studio));
    let refused = other.answer(Command::Restore, bytes("x")).0;
    assert!(matches!(refused, Answer::Refused { .. }));
}

#[test]
fn six_answers_begin_a_report_that_waits_for_its_figure() {
    let mut studio = Studio::default();
    let answers = Beginning {
        title: "Perlindungan pekerja di Lahat".to_owned(),
        region: " Kabupaten  Lahat".to_owned(),
        code: "16.04".to_owned(),
        date: "2026-10-31".to_owned(),
        source: "Kantor Cabang Lahat".to_owned(),
        languages: vec!["id".to_owned()],
        ..Beginning::default()
    };
    let answer = ask(&mut studio, Command::Begin(answers.clone()));
    assert!(matches!(&answer, Answer::Opened(Opened { name, .. }) if name == "lahat-2026-10"), "{answer:?}");
    let (findings, counts) = checked(&mut studio);
    assert!(counts.errors > 0, "{findings:?}");
    let at = place(&mut studio, "Angka", "Nilai");
    put(&mut studio, at, "31,33%");
    let (findings, counts) = checked(&mut studio);
    assert_eq!(counts.errors, 0, "{findings:?}");
    let answer = ask(&mut studio, Command::Render { lang: "id".to_owned() });
    assert!(matches!(answer, Answer::Rendered { .. }));
    let answer = ask(&mut studio, Command::Begin(Beginning { date: "kemarin".to_owned(), ..answers }));
    assert!(matches!(answer, Answer::Refused { .. }));
}

#[test]
fn the_template_is_sheets_without_a_report() {
    let mut studio = Studio::default();
    assert!(matches!(ask(&mut studio, Command::Template), Answer::Opened(_)));
    assert!(checked(&mut studio).1.errors > 0);
    let answer = ask(&mut studio, Command::Save { form: Form::Page, lang: "id".to_owned() });
    assert!(matches!(answer, Answer::Refused { .. }));
}

#[test]
fn files_that_are_no_report_are_refused_in_the_words_of_the_importer() {
    let mut studio = opened();
    let before = checked(&mut studio);
    let names = vec!["laporan.pdf".to_owned()];
    let (answer, _) = studio.answer(Command::Open { names }, vec![b"%PDF-1.7".to_vec()]);
    let Answer::Refused { reasons } = answer else { panic!("{answer:?}") };
    assert_eq!((reasons[0].code.as_str(), reasons.len()), ("pdf", 1));
    assert_eq!(checked(&mut studio), before, "what was open stays");
    let names = vec!["Angka.csv".to_owned(), "foto.png".to_owned()];
    let files = vec![b"Id,Indikator,Daerah,Nilai\n".to_vec(), b"\x89PNG".to_vec()];
    let (answer, _) = studio.answer(Command::Open { names }, files);
    let Answer::Opened(Opened { name, notes, .. }) = answer else { panic!("{answer:?}") };
    assert_eq!((name.as_str(), notes.len()), ("Angka", 1));
}

#[test]
fn a_dataset_is_edited_as_a_text_and_as_sheets() {
    let mut studio = Studio::default();
    let names = vec!["sumsel-2025-08.json".to_owned()];
    let (answer, parcel) = studio.answer(Command::Open { names }, bytes(SHIPPED));
    assert!(matches!(&answer, Answer::Opened(Opened { kind: Kind::Text, .. })), "{answer:?}");
    assert_eq!(parcel[0], SHIPPED.as_bytes());
    assert_eq!(checked(&mut studio).1.errors, 0);
    let broken = SHIPPED.replacen("\"region\": \"sumatera-selatan\"", "\"region\": 3", 1);
    studio.answer(Command::Rewrite, bytes(&broken));
    let (findings, _) = checked(&mut studio);
    assert!(matches!(findings[0].spot, Spot::Text { line, .. } if line > 1), "{findings:?}");
    assert!(matches!(ask(&mut studio, Command::Turn), Answer::Refused { .. }), "a number is no id");
    studio.answer(Command::Rewrite, bytes(SHIPPED));
    let turned = ask(&mut studio, Command::Turn);
    assert!(matches!(&turned, Answer::Opened(Opened { kind: Kind::Sheets(_), .. })), "{turned:?}");
    let back = ask(&mut studio, Command::Turn);
    assert!(matches!(back, Answer::Opened(Opened { kind: Kind::Text, .. })));
}

#[test]
fn a_workbook_that_is_saved_is_the_same_when_it_is_opened() {
    let mut studio = opened();
    let save = Command::Save { form: Form::Workbook, lang: "id".to_owned() };
    let (_, saved) = studio.answer(save.clone(), Parcel::new());
    let names = vec!["a.xlsx".to_owned()];
    let mut other = Studio::default();
    assert!(matches!(other.answer(Command::Open { names: names.clone() }, saved).0, Answer::Opened(_)));
    let json = Command::Save { form: Form::Dataset, lang: "id".to_owned() };
    assert_eq!(other.answer(json.clone(), Parcel::new()).1, studio.answer(json, Parcel::new()).1);
    let at = place(&mut studio, "Angka", "Nilai");
    put(&mut studio, at, "entah");
    let (_, saved) = studio.answer(save, Parcel::new());
    assert!(matches!(other.answer(Command::Open { names }, saved).0, Answer::Opened(_)));
    let at = place(&mut other, "Angka", "Nilai");
    assert_eq!(sheet(&mut other, at.0).rows[at.1 as usize][at.2 as usize], "entah", "what was typed stays");
}

#[test]
fn a_page_alone_has_the_report_and_its_dataset_and_no_name_that_is_withheld() {
    let named = SHIPPED.replacen("\"mask_private_persons\": false", "\"mask_private_persons\": true", 1);
    let mut studio = Studio::default();
    studio.answer(Command::Published { name: "a.json".to_owned() }, bytes(&named));
    let empty = format!(
        "<title>{}</title><meta content=\"{}\"><div>{}</div><script>{}</script>",
        Slots::TITLE,
        Slots::FINGERPRINT,
        Slots::CONTENT,
        Slots::DATASET
    );
    let (answer, parcel) =
        studio.answer(Command::Save { form: Form::Page, lang: "en".to_owned() }, bytes(&empty));
    assert!(matches!(&answer, Answer::Saved { name, .. } if name.ends_with(".html")), "{answer:?}");
    let page = String::from_utf8(parcel[0].clone()).unwrap();
    let (_, dataset) = page.split_once("<script>").unwrap();
    let dataset = dataset.strip_suffix("</script>").unwrap();
    assert!(!dataset.contains('<'));
    assert!(page.contains(&dataset::fingerprint(dataset.as_bytes())));
    assert!(!page.contains('\u{e000}'));
    for name in dataset::private_names(&named).unwrap() {
        assert!(!page.contains(&name), "{name}");
    }
}

#[test]
fn a_row_is_put_between_others_and_taken_out_again() {
    let mut studio = opened();
    let (index, row, column) = place(&mut studio, "Angka", "Nilai");
    let before = sheet(&mut studio, index);
    let (found, counts) = checked(&mut studio);
    let change = |studio: &mut Studio, row: u32, change: RowChange| {
        assert_eq!(ask(studio, Command::Row { sheet: index, row, change }), Answer::Done);
    };
    // An empty row between two is nothing, and a number below it is still a number.
    change(&mut studio, row + 1, RowChange::Insert);
    let rows = sheet(&mut studio, index).rows;
    let at = usize::try_from(row).unwrap();
    assert!(rows[at + 1].is_empty() && rows[at + 2] == before.rows[at + 1], "{rows:?}");
    assert_eq!(checked(&mut studio), (found.clone(), counts));
    // What was written into the first row goes with it, and is what it was once it stands there again.
    let was = before.rows[at][usize::try_from(column).unwrap()].clone();
    put(&mut studio, (index, row, column), "many");
    assert_eq!(checked(&mut studio).1.errors, counts.errors + 1);
    change(&mut studio, row, RowChange::Insert);
    put(&mut studio, (index, row + 1, column), &was);
    assert_eq!(checked(&mut studio).1, counts);
    change(&mut studio, row + 1, RowChange::Remove);
    assert_ne!(checked(&mut studio).1, counts, "something refers to that figure");
    change(&mut studio, row + 1, RowChange::UndoRemove);
    change(&mut studio, row, RowChange::UndoInsert);
    change(&mut studio, row + 1, RowChange::UndoInsert);
    assert_eq!(sheet(&mut studio, index), before);
    assert_eq!(checked(&mut studio), (found, counts));
}
