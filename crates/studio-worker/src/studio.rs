//! The report that is edited, and what is asked of it.
use dataset::Lang;
use workbook::{Book, Fault, File};

use crate::paper::{Paper, Sheets};
use crate::{
    Answer, Beginning, Command, Form, Kind, Opened, Parcel, Said, Spot, alone, beginning, draft, findings,
    preview,
};

/// The kinds of files that are saved.
const MIMES: [&str; 3] =
    ["application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/html"];

/// Why something is not done.
type Reasons = Vec<Said>;

/// The report that is edited.
#[derive(Debug)]
pub struct Studio {
    lang: Lang,
    /// The name of the report, as a file's without an ending.
    name: String,
    paper: Paper,
}

impl Default for Studio {
    fn default() -> Self {
        Self { lang: Lang::Id, name: String::new(), paper: Paper::Text(String::new()) }
    }
}

/// A text of a parcel.
fn text_of(parcel: Parcel) -> String {
    let bytes = parcel.into_iter().next().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The language of a code.
fn lang_of(code: &str, otherwise: Lang) -> Lang {
    Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(otherwise)
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl Studio {
    /// Does what a command says.
    pub fn answer(&mut self, command: Command, parcel: Parcel) -> (Answer, Parcel) {
        let alone = |answer: Answer| (answer, Parcel::new());
        match command {
            Command::Hello { lang } => {
                self.lang = lang_of(&lang, self.lang);
                alone(Answer::Done)
            }
            Command::Open { names } => self.open(&names, parcel),
            Command::Template => match workbook::template_book(self.lang, None) {
                Ok(book) => self.opened(words::studio(self.lang).new_name(), book),
                Err(error) => alone(refused(vec![findings::own("template", error.to_string(), "")])),
            },
            Command::Published { name } => {
                let text = text_of(parcel);
                self.of_dataset(&name, &text)
            }
            Command::Begin(answers) => self.begin(&answers),
            Command::Restore => self.restore(parcel),
            Command::Sheet { index } => match &self.paper {
                Paper::Sheets(sheets) => alone(Answer::Sheet(sheets.rows(index, self.lang))),
                Paper::Text(_) => alone(Answer::Done),
            },
            Command::Put { edits } => {
                if let Paper::Sheets(sheets) = &mut self.paper {
                    edits.iter().for_each(|edit| sheets.put(edit, self.lang));
                }
                alone(Answer::Done)
            }
            Command::Row { sheet, row, change } => {
                if let Paper::Sheets(sheets) = &mut self.paper {
                    sheets.change_row(sheet, row, change);
                }
                alone(Answer::Done)
            }
            Command::Rewrite => {
                self.paper = Paper::Text(text_of(parcel));
                alone(Answer::Done)
            }
            Command::Turn => self.turn(),
            Command::Check => {
                let all = self.findings();
                let counts = findings::counts(&all);
                alone(Answer::Checked { findings: findings::listed(all), counts })
            }
            Command::Render { lang } => self.render(lang_of(&lang, self.lang)),
            Command::Keep => (Answer::Kept, vec![draft::write(&self.name, &self.paper)]),
            Command::Save { form, lang } => self.save(form, lang_of(&lang, self.lang), parcel),
        }
    }

    fn open(&mut self, names: &[String], parcel: Parcel) -> (Answer, Parcel) {
        let mut book = Book::default();
        let mut notes: Vec<Said> = Vec::new();
        let mut name = None;
        for (file, bytes) in names.iter().zip(parcel) {
            let file = File { name: file.clone(), bytes };
            match workbook::open(&file) {
                Ok(read) => {
                    name.get_or_insert_with(|| stem(&file.name).to_owned());
                    book.grids.extend(read.grids);
                }
                Err(Fault::Json) if names.len() == 1 => return self.open_text(file),
                Err(fault) => notes.push(self.fault(&file.name, fault)),
            }
        }
        match name {
            Some(name) => {
                self.name = name;
                self.paper = Paper::Sheets(Sheets::new(book));
                self.shown(notes)
            }
            None => (refused(notes), Parcel::new()),
        }
    }

    /// Why a file is no workbook, in the words of the importer.
    fn fault(&self, name: &str, fault: Fault) -> Said {
        let finding = workbook::Finding::of_file(name, fault);
        let mut said = findings::of_book(&finding, &Book::default(), self.lang);
        said.spot = Spot::Sheet { index: None, name: name.to_owned() };
        said
    }

    /// Opens a dataset to be edited as it is.
    fn open_text(&mut self, file: File) -> (Answer, Parcel) {
        let name = stem(&file.name).to_owned();
        match String::from_utf8(file.bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
                (self.name, self.paper) = (name, Paper::Text(text));
                self.shown(Vec::new())
            }
            Err(error) => {
                let found = dataset::check_file(&name, error.as_bytes());
                let reasons = found.iter().map(|finding| findings::of_text(finding, self.lang)).collect();
                (refused(reasons), Parcel::new())
            }
        }
    }

    fn of_dataset(&mut self, name: &str, text: &str) -> (Answer, Parcel) {
        match workbook::book(self.lang, text) {
            Ok((book, _)) => self.opened(stem(name), book),
            Err(_) => {
                let bytes = text.as_bytes().to_vec();
                self.open_text(File { name: name.to_owned(), bytes })
            }
        }
    }

    fn opened(&mut self, name: &str, book: Book) -> (Answer, Parcel) {
        name.clone_into(&mut self.name);
        self.paper = Paper::Sheets(Sheets::new(book));
        self.shown(Vec::new())
    }

    /// What is edited, as the page begins with it.
    fn shown(&self, notes: Vec<Said>) -> (Answer, Parcel) {
        let (kind, parcel) = match &self.paper {
            Paper::Sheets(sheets) => (sheets.kind(), Parcel::new()),
            Paper::Text(text) => (Kind::Text, vec![text.clone().into_bytes()]),
        };
        (Answer::Opened(Opened { name: self.name.clone(), kind, notes }), parcel)
    }

    fn begin(&mut self, answers: &Beginning) -> (Answer, Parcel) {
        match beginning::dataset(answers, self.lang) {
            Ok(text) => {
                let id = dataset::read(&text).dataset.map(|data| data.id).unwrap_or_default();
                self.of_dataset(&id, &text)
            }
            Err(reasons) => (refused(reasons), Parcel::new()),
        }
    }

    fn restore(&mut self, parcel: Parcel) -> (Answer, Parcel) {
        match draft::read(&parcel.into_iter().next().unwrap_or_default()) {
            Some((name, paper)) => {
                (self.name, self.paper) = (name, paper);
                self.shown(Vec::new())
            }
            None => {
                let words = words::studio(self.lang);
                (refused(vec![findings::own("draft", words.draft_unreadable(), "")]), Parcel::new())
            }
        }
    }

    /// Turns sheets into a text, or a text into sheets, where nothing is lost by it.
    fn turn(&mut self) -> (Answer, Parcel) {
        let words = words::studio(self.lang);
        let not_turned = |reason: Said| (refused(vec![reason]), Parcel::new());
        let turned = match &mut self.paper {
            Paper::Sheets(sheets) => {
                let imported = sheets.imported();
                let lost = |finding: &workbook::Finding| finding.severity == dataset::Severity::Error;
                if imported.json.is_empty() || imported.findings.iter().any(lost) {
                    return not_turned(findings::own("errors", words.not_turned(), words.mend_first()));
                }
                Paper::Text(imported.json.clone())
            }
            Paper::Text(text) => match workbook::book(self.lang, text) {
                Ok((book, left)) if left.is_empty() => Paper::Sheets(Sheets::new(book)),
                Ok((_, left)) => {
                    let what = words::fill(words.not_in_sheets(), &[&left.join(", ")]);
                    return not_turned(findings::own("left", what, words.mend_first()));
                }
                Err(_) => {
                    return not_turned(findings::own("no-dataset", words.no_sheets(), words.mend_first()));
                }
            },
        };
        self.paper = turned;
        self.shown(Vec::new())
    }

    fn findings(&mut self) -> Vec<Said> {
        match &mut self.paper {
            Paper::Sheets(sheets) => sheets.findings(self.lang),
            Paper::Text(text) => {
                let found = dataset::check_file(&self.name, text.as_bytes());
                found.iter().map(|finding| findings::of_text(finding, self.lang)).collect()
            }
        }
    }

    /// The dataset as it is now; empty where there is none.
    fn json(&mut self) -> &str {
        match &mut self.paper {
            Paper::Sheets(sheets) => &sheets.imported().json,
            Paper::Text(text) => text,
        }
    }

    fn render(&mut self, lang: Lang) -> (Answer, Parcel) {
        match preview::preview(self.json(), lang) {
            Some(preview) => {
                let languages = preview.data.published().iter().map(|lang| lang.code().to_owned()).collect();
                let title = preview.data.title.get(preview.lang).to_owned();
                let lang = preview.lang.code().to_owned();
                (Answer::Rendered { title, languages, lang }, vec![preview.markup.into_bytes()])
            }
            None => (Answer::Blank, Parcel::new()),
        }
    }

    fn save(&mut self, form: Form, lang: Lang, parcel: Parcel) -> (Answer, Parcel) {
        let saved = match form {
            Form::Dataset => self.dataset(),
            Form::Workbook => self.workbook(),
            Form::Page => self.page(lang, &text_of(parcel)),
        };
        let [json, xlsx, html] = MIMES;
        let (ending, mime) = match form {
            Form::Dataset => ("json", json),
            Form::Workbook => ("xlsx", xlsx),
            Form::Page => ("html", html),
        };
        match saved {
            Ok(bytes) => {
                let name = format!("{}.{ending}", self.file_name());
                (Answer::Saved { name, mime: mime.to_owned() }, vec![bytes])
            }
            Err(reasons) => (refused(reasons), Parcel::new()),
        }
    }

    /// What a file is called: as the report, else as what was opened.
    fn file_name(&mut self) -> String {
        let id = dataset::read(self.json()).dataset.map(|data| data.id).filter(|id| !id.is_empty());
        beginning::slug(&id.unwrap_or_else(|| self.name.clone()))
    }

    /// Nothing is published of a report with errors: what a cell does not say clearly would be lost in silence.
    fn sound(&mut self) -> Result<(), Reasons> {
        let words = words::studio(self.lang);
        match findings::counts(&self.findings()).errors {
            0 => Ok(()),
            errors => {
                let what = words::fill(words.has_errors(), &[&errors.to_string()]);
                Err(vec![findings::own("errors", what, words.save_workbook())])
            }
        }
    }

    fn dataset(&mut self) -> Result<Vec<u8>, Reasons> {
        if let Paper::Text(text) = &self.paper {
            return Ok(text.clone().into_bytes());
        }
        self.sound()?;
        Ok(self.json().as_bytes().to_vec())
    }

    /// The workbook with its drop-downs and comments; while a cell cannot be read, just what was typed.
    fn workbook(&mut self) -> Result<Vec<u8>, Reasons> {
        let lang = self.lang;
        let written = match &mut self.paper {
            Paper::Text(text) => workbook::export(lang, text).map(|exported| exported.bytes),
            Paper::Sheets(sheets) => match sheets.imported() {
                imported if !imported.json.is_empty() && imported.findings.is_empty() => {
                    workbook::export(lang, &imported.json).map(|exported| exported.bytes)
                }
                _ => workbook::book_xlsx(&sheets.book),
            },
        };
        let words = words::studio(lang);
        written.map_err(|error| {
            vec![match error {
                workbook::WriteError::NoDataset => {
                    findings::own("no-dataset", words.no_sheets(), words.mend_first())
                }
                workbook::WriteError::TooLong(place) => {
                    findings::own("too-long", words::fill(words.too_long(), &[&place.to_string()]), "")
                }
                workbook::WriteError::Refused(error) => findings::own("xlsx", error.to_string(), ""),
            }]
        })
    }

    fn page(&mut self, lang: Lang, empty: &str) -> Result<Vec<u8>, Reasons> {
        self.sound()?;
        let words = words::studio(self.lang);
        let preview = preview::preview(self.json(), lang);
        let page = preview.and_then(|preview| alone::page(empty, &preview));
        page.map(String::into_bytes).ok_or_else(|| vec![findings::own("page", words.no_page(), "")])
    }
}

fn refused(reasons: Vec<Said>) -> Answer {
    Answer::Refused { reasons }
}
