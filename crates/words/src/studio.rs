//! The words of the studio, where a report is made in the browser. Readers' pages do not load them.
use super::catalogue::catalogue;

catalogue! {
    /// The words of the studio in a language.
    StudioWords, studio:
    /// What the page is called.
    title: "Studio laporan",
        "Report studio";
    /// What it is for.
    lead: "Buka buku kerja, lihat apa yang perlu diperbaiki dan bagaimana laporannya nanti terlihat, lalu simpan.",
        "Open a workbook, see what has to be mended and what the report will look like, then save it.";
    /// That nothing leaves the computer.
    private: "Semuanya dikerjakan di komputer ini; tidak ada yang dikirim ke mana pun.",
        "All of it happens on this computer; nothing is sent anywhere.";
    /// How that is made sure.
    private_how: "Peramban Anda menolak setiap upaya halaman ini untuk menghubungi alamat lain. Setelah dibuka sekali, halaman ini juga berjalan tanpa internet.",
        "Your browser refuses any attempt of this page to reach another address. Once opened, it works without the internet, too.";
    /// While the page starts.
    starting: "Studio sedang disiapkan …",
        "The studio is being prepared …";
    /// When the page does not start.
    not_started: "Studio tidak dapat dimulai.",
        "The studio does not start.";
    /// Where no script runs.
    no_scripts: "Studio memerlukan JavaScript dan WebAssembly.",
        "The studio needs JavaScript and WebAssembly.";
    /// The heading above what one can begin with.
    begin: "Mulai dari mana?",
        "Where do you begin?";
    /// The heading of the place for files.
    files: "Berkas Anda",
        "Your files";
    /// The button that chooses files.
    choose: "Pilih berkas",
        "Choose files";
    /// Beside that button.
    drop: "atau letakkan di sini: buku kerja (.xlsx), beberapa tabel (.csv), atau dataset (.json)",
        "or drop them here: a workbook (.xlsx), several tables (.csv) or a dataset (.json)";
    /// While files are above the page.
    drop_now: "Lepaskan untuk membuka",
        "Let go to open";
    /// The button that opens the template.
    template: "Templat kosong",
        "Empty template";
    /// What the template is.
    template_about: "Semua lembar, dengan penjelasan di setiap kolom.",
        "Every sheet, with an explanation of every column.";
    /// The button that opens the published report.
    published: "Laporan yang sudah terbit",
        "The published report";
    /// What that is good for.
    published_about: "Perbarui angkanya untuk periode berikut.",
        "Bring its figures up to the next period.";
    /// The button that opens the form of questions.
    questions: "Laporan baru: enam pertanyaan",
        "New report: six questions";
    /// What the form does.
    questions_about: "Judul, daerah, tanggal, sumber, bahasa, kantor; sisanya disiapkan.",
        "Title, region, date, source, languages, office; the rest is prepared.";
    /// The form: the report's title.
    ask_title: "Judul laporan",
        "Title of the report";
    /// The form: the region's name.
    ask_region: "Daerah, lengkap dengan jenisnya",
        "Region, with its kind";
    /// An example of a region.
    ask_region_example: "Kabupaten Lahat",
        "Kabupaten Lahat";
    /// The form: the region's code.
    ask_code: "Kode wilayah Kemendagri",
        "Kemendagri code of the region";
    /// The form: the date.
    ask_date: "Tanggal data",
        "Date of the figures";
    /// The form: who published the figures.
    ask_source: "Sumber: siapa yang menerbitkan",
        "Source: who published it";
    /// The form: the address of the source.
    ask_address: "Alamat sumber",
        "Address of the source";
    /// The form: the languages.
    ask_languages: "Bahasa laporan",
        "Languages of the report";
    /// The form: Indonesian.
    indonesian: "Bahasa Indonesia",
        "Indonesian";
    /// The form: English.
    english: "Bahasa Inggris",
        "English";
    /// The form: the office.
    ask_office: "Kantor yang melaporkan",
        "Office that reports";
    /// Beside what may stay empty.
    optional: "boleh kosong",
        "may stay empty";
    /// The button of the form.
    ask_done: "Buat laporan",
        "Make the report";
    /// Closes the form.
    cancel: "Batal",
        "Cancel";
    /// An answer that is missing: the question.
    unanswered: "“{0}” belum diisi",
        "“{0}” is not filled in";
    /// A date that is none.
    no_date: "Tanggal data belum diisi",
        "The date of the figures is not filled in";
    /// How to mend that.
    no_date_mend: "pilih tanggalnya",
        "choose the date";
    /// A draft that is there: its name, and when it was kept.
    draft: "{0}, tersimpan {1}",
        "{0}, kept {1}";
    /// Goes on with it.
    draft_open: "Lanjutkan draf",
        "Go on with the draft";
    /// Throws it away.
    draft_drop: "Buang draf",
        "Throw the draft away";
    /// Asked before another report takes the place of this one.
    replace: "Buka berkas lain? Laporan yang sedang disunting tetap tersimpan sebagai draf.",
        "Open other files? The report that is being edited stays as a draft.";
    /// The heading above drafts.
    drafts: "Draf yang belum selesai",
        "Unfinished drafts";
    /// That the draft is kept: the time.
    draft_kept: "Draf tersimpan, pukul {0}.",
        "Draft kept, {0}.";
    /// That the browser's storage is full.
    draft_full: "Penyimpanan peramban penuh: draf tidak tersimpan. Simpan buku kerjanya sebelum menutup tab ini.",
        "The browser's storage is full: the draft is not kept. Save the workbook before you close this tab.";
    /// That the browser keeps nothing.
    draft_refused: "Peramban ini tidak menyimpan draf. Simpan buku kerjanya sebelum menutup tab ini.",
        "This browser keeps no draft. Save the workbook before you close this tab.";
    /// A draft that cannot be read.
    draft_unreadable: "Draf ini tidak dapat dibaca",
        "The draft cannot be read";
    /// The name of a report from the template.
    new_name: "laporan-baru",
        "new-report";
    /// While files are read.
    opening: "Membaca {0} …",
        "Reading {0} …";
    /// The heading of what is not opened.
    not_opened: "Tidak dapat dibuka",
        "Cannot be opened";
    /// The heading of what is not saved.
    not_saved: "Tidak disimpan",
        "Not saved";
    /// The heading of what stays as it is.
    not_changed: "Tidak diubah",
        "Not changed";
    /// Goes back to the beginning.
    restart: "Buka yang lain",
        "Open another one";
    /// Takes the last change back.
    undo: "Urungkan",
        "Undo";
    /// Makes a change again.
    redo: "Ulangi",
        "Redo";
    /// The heading of what can be saved.
    save: "Simpan",
        "Save";
    /// Saves the workbook.
    save_xlsx: "Buku kerja (.xlsx)",
        "Workbook (.xlsx)";
    /// Saves the dataset.
    save_json: "Dataset (.json)",
        "Dataset (.json)";
    /// Saves the page.
    save_html: "Satu halaman (.html)",
        "One page (.html)";
    /// What the page is.
    save_html_about: "Dapat dikirim lewat pesan dan dibuka dengan klik ganda.",
        "Can be sent as a message and opened by a double click.";
    /// That something was saved: the file.
    saved: "Tersimpan di unduhan: {0}",
        "Saved with your downloads: {0}";
    /// Why a report is not published: how many errors.
    has_errors: "Laporan ini masih punya {0} kesalahan",
        "The report still has {0} {0 error|errors}";
    /// What can be done meanwhile.
    save_workbook: "perbaiki dulu; buku kerjanya dapat disimpan kapan saja",
        "mend them first; the workbook can be saved at any time";
    /// Why sheets do not become a text.
    not_turned: "Masih ada sel yang tidak terbaca dan akan hilang dalam teks",
        "Some cells cannot be read and would be lost in the text";
    /// Why a text does not become sheets.
    no_sheets: "Teks ini bukan dataset yang dapat menjadi lembar",
        "The text is no dataset that can become sheets";
    /// What would be lost in sheets: the pointers.
    not_in_sheets: "Lembar tidak dapat memuat {0}",
        "Sheets cannot hold {0}";
    /// How to mend that.
    mend_first: "perbaiki dulu temuannya",
        "mend what was found first";
    /// A cell that is too long: the cell.
    too_long: "{0} lebih panjang dari 32.767 huruf",
        "{0} is longer than 32,767 characters";
    /// A page that cannot be made.
    no_page: "Halaman ini belum dapat dibuat: laporannya belum terbaca",
        "The page cannot be made yet: there is no report that can be read";
    /// Shows the sheets of a text.
    as_sheets: "Sunting sebagai lembar",
        "Edit as sheets";
    /// Shows the text of sheets.
    as_text: "Sunting sebagai teks",
        "Edit as text";
    /// The list of sheets.
    sheets: "Lembar",
        "Sheets";
    /// A sheet without rows.
    empty_sheet: "kosong",
        "empty";
    /// The heading of the editor.
    editor: "Isi laporan",
        "What the report says";
    /// The field with what a cell holds: the cell.
    cell: "Isi sel {0}",
        "Content of cell {0}";
    /// How a grid is used.
    grid_keys: "Tombol panah berpindah sel; Enter atau F2 menyunting; Escape membatalkan; Delete mengosongkan.",
        "Arrow keys move; Enter or F2 edits; Escape cancels; Delete empties.";
    /// The button that puts an empty row before the one that keys go to.
    insert_row: "Sisipkan baris di atas",
        "Insert row above";
    /// The button that takes that row out.
    remove_row: "Hapus baris",
        "Remove row";
    /// That a row was put in: its number.
    row_inserted: "Baris {0} disisipkan.",
        "Row {0} is inserted.";
    /// That a row was taken out: its number.
    row_removed: "Baris {0} dihapus; Urungkan mengembalikannya.",
        "Row {0} is removed; Undo brings it back.";
    /// Before an example.
    example: "Contoh",
        "Example";
    /// Of what a row needs.
    required: "Wajib diisi.",
        "Every row needs it.";
    /// The field of a text.
    text: "Teks dataset (JSON)",
        "Text of the dataset (JSON)";
    /// The heading of what was found.
    findings: "Pemeriksaan",
        "Check";
    /// While it is checked.
    checking: "Memeriksa …",
        "Checking …";
    /// That nothing was found.
    nothing_found: "Tidak ada temuan. Laporan ini dapat terbit.",
        "Nothing was found. The report can be published.";
    /// How many findings there are: errors, warnings, notes.
    found: "{0} kesalahan, {1} peringatan, {2} catatan",
        "{0} {0 error|errors}, {1} {1 warning|warnings}, {2} {2 note|notes}";
    /// How many findings are not listed.
    more_findings: "Masih ada {0} temuan lagi; selesaikan dulu yang ini.",
        "There {0 is|are} {0} more {0 finding|findings}; mend these first.";
    /// Closes a notice.
    close: "Tutup",
        "Close";
    /// That there is no error.
    publishable: "Laporan ini dapat terbit.",
        "The report can be published.";
    /// A finding that stops a build.
    error: "Kesalahan",
        "Error";
    /// A finding for the publisher.
    warning: "Peringatan",
        "Warning";
    /// A finding that readers are told.
    note: "Catatan",
        "Note";
    /// Before how something is mended.
    mend: "Perbaikan",
        "Mend";
    /// A place in a text: line and column.
    line: "baris {0}, kolom {1}",
        "line {0}, column {1}";
    /// The whole report.
    whole: "seluruh laporan",
        "the whole report";
    /// The heading of the preview.
    preview: "Pratinjau",
        "Preview";
    /// As wide as there is room.
    preview_wide: "Lebar penuh",
        "Full width";
    /// As wide as a phone.
    preview_phone: "Selebar ponsel",
        "Width of a phone";
    /// The language of the preview.
    preview_lang: "Bahasa pratinjau",
        "Language of the preview";
    /// While there is nothing to show.
    preview_none: "Laporan tampil di sini begitu ada yang dapat dibaca.",
        "The report appears here as soon as something can be read.";
    /// What the three parts are called on a narrow window.
    parts: "Bagian studio",
        "Parts of the studio";
    /// When the worker ends.
    crashed: "Studio berhenti bekerja. Draf terakhir tersimpan; muat ulang halaman ini untuk melanjutkan.",
        "The studio has stopped. The last draft is kept; reload this page to go on.";
    /// Reloads the page.
    reload: "Muat ulang",
        "Reload";
    /// A file of the site that does not come.
    not_reached: "Berkas situs ini tidak sampai; periksa sambungan internet, lalu coba lagi",
        "A file of this site did not come; check the connection, then try again";
    /// The language of the page, as a link.
    other_language: "English",
        "Bahasa Indonesia";
    /// Leads to the report.
    to_report: "Ke laporan yang terbit",
        "To the published report";
}
