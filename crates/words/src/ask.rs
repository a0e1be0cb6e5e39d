//! The words of the page that says where each figure comes from (`figures/`). Only the build needs
//! them, so they are not in the module that browsers load.
use super::catalogue::catalogue;

catalogue! {
    /// The words of the page of all figures, in a language. Places `{0}`, `{1}` … are filled in
    /// by [`super::fill`].
    AskWords, ask:
    /// The page's title.
    title: "Dari mana angka ini?", "Where does this figure come from?";
    /// What the page is for.
    intro: "Setiap angka di laporan ini: nilainya, apa yang dihitung, waktunya, sumbernya, dan apa yang belum diketahui.",
        "Every figure of this report, one by one: its value, what it counts, when, from which source, and what is not known about it.";
    /// A heading: coverage rates and persons.
    coverage: "Kepesertaan", "Coverage";
    /// A heading: goals.
    goals: "Sasaran", "Goals";
    /// A heading: figures that belong nowhere else.
    others: "Angka lain", "Other figures";
    /// What a figure is of, and where or in whom: indicator, place or group.
    name: "{0}, {1}", "{0}, {1}";

    /// A row: the number in full.
    value: "Nilai", "Value";
    /// Nothing says that the number is not exact.
    exact: "{0}, seperti tertulis; sumber tidak menyebut pembulatan", "{0}, as written; nothing says that it was rounded";
    /// The number is rounded: number, lowest, highest.
    rounded: "{0}, dibulatkan; nilai sebenarnya antara {1} dan {2}", "{0}, rounded; the true value lies between {1} and {2}";
    /// The number is rounded down: number, lowest, highest.
    truncated: "{0}, dibulatkan ke bawah; nilai sebenarnya dari {1} sampai di bawah {2}", "{0}, rounded down; the true value lies from {1} to below {2}";
    /// The number is a lower bound.
    at_least: "{0}, batas bawah; nilai sebenarnya bisa lebih besar", "{0}, a lower bound; the true value may be larger";
    /// Who pays: the heading of a row.
    paid_by: "Dibayar oleh", "Paid by";
    /// The number is a lower bound that is not reached.
    more_than: "{0}, batas bawah; nilai sebenarnya lebih besar", "{0}, a lower bound; the true value is larger";
    /// The number is an upper bound that may be reached.
    at_most: "{0}, batas atas; nilai sebenarnya bisa lebih kecil", "{0}, an upper bound; the true value may be smaller";
    /// Two numbers: lowest, highest.
    between: "antara {0} dan {1}; di mana tepatnya tidak disebut", "between {0} and {1}; where exactly is not stated";
    /// The number is an upper bound.
    less_than: "{0}, batas atas; nilai sebenarnya lebih kecil", "{0}, an upper bound; the true value is smaller";
    /// The number is approximate.
    approx: "{0}, kira-kira; seberapa teliti tidak disebut", "{0}, approximate; its precision is not stated";
    /// The number is an estimate of the source.
    estimate: "{0}, perkiraan dari sumber", "{0}, an estimate of the source";
    /// A row: what the number is counted in.
    unit: "Satuan", "Unit";
    /// Hundredths.
    unit_percent: "persen", "percent";
    /// Hundredths of those who are counted.
    unit_percent_of: "persen dari {0}", "percent of {0}";
    /// Hundredths of those of a group who are counted.
    unit_percent_of_group: "persen dari {0} dalam kelompok ini", "percent of the {0} in this group";
    /// Percentage points a year.
    unit_points_a_year: "poin persen setahun", "percentage points a year";
    /// Percentage points.
    unit_points: "poin persen", "percentage points";
    /// Persons.
    unit_person: "orang", "people";
    /// Persons of a kind.
    unit_person_of: "orang ({0})", "people ({0})";
    /// Claims.
    unit_claim: "klaim", "claims";
    /// Money in a currency: its code.
    unit_money: "uang, {0} (ISO 4217)", "money, {0} (ISO 4217)";
    /// Money in rupiah.
    unit_rupiah: "rupiah (IDR)", "rupiah (IDR)";
    /// A row: when it holds.
    when: "Waktu", "Time";
    /// The start of a period is not stated: the period.
    open_start: "{0}; awal periode tidak disebut", "{0}; the start of the period is not stated";
    /// The award's own date is known, not that of a number in it: date.
    given: "penghargaan diserahkan pada {0}", "award presented {0}";
    /// A number in an award's list: when the award was given.
    given_only: "tidak disebut; {0}", "not stated; {0}";
    /// A row: where.
    place: "Daerah", "Region";
    /// A row: the programme.
    programme: "Program", "Programme";
    /// A row: what is counted, and who belongs to it.
    counts: "Yang dihitung", "What it counts";
    /// A row: what a rate is taken of.
    base: "Dasar", "Base";
    /// A rate: above the fraction line, below it.
    fraction: "100 × {0} ÷ {1}.", "100 × {0} ÷ {1}.";
    /// The base is stated.
    base_stated: "Dasarnya {0}.", "The base is {0}.";
    /// The base is not stated.
    base_unknown: "Berapa orang yang menjadi dasarnya tidak disebut.", "How many people it is based on is not stated.";
    /// The base follows from rate and persons.
    base_implied: "Dari persentase dan orang yang terlindungi, dasarnya {0} orang (hitungan kami).",
        "From the percentage and the people covered, the base is {0} people (computed).";
    /// A figure is inside another one: what it is inside of.
    inside: "Sudah termasuk dalam “{0}”; keduanya tidak dijumlahkan.", "Already included in “{0}”; the two are not added up.";

    /// A row: where it stands.
    source: "Sumber", "Source";
    /// What is printed there.
    printed: "tertulis “{0}”", "written “{0}”";
    /// What is printed there of a figure that another one was computed from.
    printed_input: "angka asal tertulis “{0}”", "input written “{0}”";
    /// There is no evidence.
    no_source: "tidak dicatat", "not recorded";
    /// We computed it.
    own: "Hitungan kami dari angka sumber; sumber sendiri tidak menyebutnya.", "Computed by us from figures of the source, which does not state it.";
    /// We counted it.
    counted: "Hitungan kami dari daftar sumber.", "Counted by us in the lists of the source.";
    /// A row: gaps, contradictions and what else is good to know.
    notes: "Catatan", "Notes";

    /// A row: how it was computed.
    formula: "Rumus", "Formula";
    /// A row: what it was computed from.
    inputs: "Dihitung dari", "Computed from";
    /// A row: what came out.
    result: "Hasil", "Result";
    /// A result without an interval.
    result_exact: "{0}, tanpa rentang: sumber tidak menyebut pembulatan", "{0}, without a range: nothing says that the inputs were rounded";
    /// A result: point, lowest, highest.
    result_between: "{0}; rentangnya {1} sampai {2}", "{0}; the range is {1} to {2}";
    /// A row: where the interval comes from.
    why: "Asal rentang", "Where the range comes from";
    /// The rounding of an input: the input, lowest, highest.
    why_rounded: "{0} sudah dibulatkan: nilai sebenarnya antara {1} dan {2}, dan hasilnya ikut bergeser.",
        "{0} is rounded: the true value lies between {1} and {2}, and the result moves with it.";
    /// The base that a rounded rate leaves open: rate, lowest, highest.
    why_base: "Persentase antara {1} dan {2} sama-sama dibulatkan menjadi {0}. Setiap jumlah orang dalam rentang itu cocok.",
        "Percentages from {1} to {2} are all written {0}. Every number of people within the range fits.";
    /// The range of an input goes on into the result.
    why_inherited: "Rentangnya terbawa dari “{0}”.", "The range of “{0}” carries over to the result.";

    /// A computed figure.
    gap: "Jarak ke sasaran", "Distance to the goal";
    /// Its formula.
    gap_formula: "sasaran − tingkat kepesertaan, dalam poin persen", "goal − coverage rate, in percentage points";
    /// A computed figure.
    pace: "Laju yang diperlukan ke sasaran", "Pace needed to the goal";
    /// What it counts.
    pace_counts: "Berapa poin persen setahun tingkat kepesertaan perlu naik supaya sasaran tercapai pada waktunya, bila kenaikannya sama tiap tahun. Ini bukan perkiraan tentang apa yang akan terjadi.",
        "How many percentage points a year the coverage rate needs to rise to reach the goal in time, if it rises by the same amount every year. This is not a forecast.";
    /// Its formula.
    pace_formula: "(sasaran − tingkat kepesertaan) ÷ tahun yang tersisa; tahun yang tersisa = hari ÷ 365,2425",
        "(goal − coverage rate) ÷ years left; years left = days ÷ 365.2425";
    /// A computed figure.
    reached_pace: "Laju sejauh ini", "Pace so far";
    /// What it counts: first time, last time.
    reached_pace_counts: "Berapa poin persen setahun tingkat kepesertaan berubah rata-rata, dari {0} sampai {1}.",
        "How many percentage points a year the coverage rate changed on average, from {0} to {1}.";
    /// Its formula.
    reached_pace_formula: "(angka terakhir − angka pertama) ÷ tahun di antaranya; tahun = hari ÷ 365,2425",
        "(last figure − first figure) ÷ years between; years = days ÷ 365.2425";
    /// A pace: percentage points.
    a_year: "{0} setahun", "{0} a year";
    /// A row's end: the value of a goal or a figure, and when.
    at_time: "{0}, {1}", "{0}, {1}";
    /// A date that names no day: the date.
    why_undated: "Tanggal persisnya tidak disebut ({0}). Kami memakai pertengahannya; rentangnya dari hari pertama sampai hari terakhir.",
        "{0} names no day. We take its middle; the range is from the first day to the last that it may mean.";
    /// A computed figure: group.
    implied_base: "Jumlah orang yang menjadi dasar (hitungan kami), {0}", "Base in people (computed), {0}";
    /// Its formula.
    implied_base_formula: "100 × orang terlindungi ÷ persentase, dibulatkan ke orang terdekat",
        "100 × people covered ÷ percentage, to the nearest person";
    /// A computed figure: group.
    uncovered: "Belum terlindungi (hitungan kami), {0}", "Not covered (computed), {0}";
    /// Its formula.
    uncovered_formula: "dasar − orang terlindungi", "base − people covered";
    /// The formula of an average per claim.
    average_formula: "nilai manfaat ÷ jumlah klaim", "value of benefits ÷ number of claims";
    /// A computed figure.
    per_child: "Rata-rata beasiswa per anak", "Average scholarship per child";
    /// Its formula.
    per_child_formula: "beasiswa ÷ anak penerima beasiswa", "scholarships ÷ children with a scholarship";
    /// A computed figure.
    share: "Porsi beasiswa dalam manfaat", "Scholarships as a share of the benefits";
    /// Its formula.
    share_formula: "100 × beasiswa ÷ nilai manfaat", "100 × scholarships ÷ value of benefits";
    /// A computed figure: group.
    part: "Porsi {0} dari seluruhnya", "{0} as a share of the whole";
    /// Its formula.
    part_formula: "100 × orang dalam kelompok ÷ jumlah semua kelompok", "100 × people in the group ÷ sum of all groups";
    /// A computed figure.
    cases: "Jumlah manfaat klaim dalam tabel", "Total of the claims in the table";
    /// Its formula.
    cases_formula: "penjumlahan semua baris tabel", "the sum of all rows of the table";
    /// The cases are not all claims.
    cases_examples: "Baris-baris ini contoh, bukan seluruh klaim.", "The rows are examples, not all claims.";
    /// A single claim: its number in the table, programme.
    case: "Manfaat klaim {0}, {1}", "Benefit of claim {0}, {1}";
    /// A single claim whose programme is not stated: its number in the table.
    case_plain: "Manfaat klaim {0}", "Benefit of claim {0}";
    /// What it counts.
    case_counts: "Manfaat yang diserahkan untuk satu klaim.", "The benefit handed over for a single claim.";

    /// A goal: its name.
    goal: "Sasaran: {0}", "Goal: {0}";
    /// The value was inferred.
    goal_inferred: "{0}; kami simpulkan, sumber tidak menyebut nilainya", "{0}; inferred by us, the source states no value";
    /// A row: the policy that the source names with it.
    policy: "Dikaitkan dengan", "Linked to";

    /// Winners of an award.
    winners: "Jumlah penerima, {0}", "Number of winners, {0}";
    /// Its formula.
    winners_formula: "banyaknya nama dalam semua kategori; penghargaan khusus tidak ikut dihitung",
        "the names in all categories; special awards are not counted";
    /// Winners from a place: place, award.
    place_winners: "Penerima dari {0}, {1}", "Winners from {0}, {1}";
    /// Its formula.
    place_formula: "banyaknya penerima dalam semua kategori yang diketahui berasal dari daerah ini",
        "the winners in all categories who are known to come from this region";
    /// A winner whose place was inferred: the winner.
    place_inferred: "{0} (daerah disimpulkan)", "{0} (region inferred)";
    /// Categories of an award.
    categories: "Jumlah kategori, {0}", "Number of categories, {0}";
    /// Its formula.
    categories_formula: "banyaknya kategori yang dicantumkan", "the categories that are listed";
    /// Jurors of an award.
    jury: "Jumlah juri, {0}", "Number of jurors, {0}";
    /// Stated and listed.
    jury_value: "{0} disebut, {1} nama tercantum", "{0} stated, {1} {1 name|names} listed";
    /// Listed only.
    jury_listed: "{0} nama tercantum", "{0} {0 name|names} listed";
    /// Persons whom a winner protects: the winner, who is counted.
    persons: "{1} dilindungi, {0}", "{1} protected, {0}";
    /// How many, and who they are.
    persons_value: "{0} {1}", "{0} {1}";
    /// A prize: the winner.
    prize: "Hadiah, {0}", "Prize, {0}";

    /// What can be taken along of a block.
    take_of: "Unduh dan bagikan: {0}", "Download and share: {0}";
    /// A link to the wide picture that the build drew, for link previews.
    take_picture_wide: "Gambar lebar (1200 × 630)", "Wide picture (1200 × 630)";
    /// A link to the square one, for chats.
    take_picture_square: "Gambar persegi (1080 × 1080)", "Square picture (1080 × 1080)";
    /// A link to the table with the block's records.
    take_table: "Tabel sumber blok ini (CSV)", "The table behind this block (CSV)";
    /// A link to the same table as a workbook.
    take_workbook: "Tabel untuk Excel (XLSX)", "Table for Excel (XLSX)";
    /// A heading: pictures.
    take_pictures: "Gambar", "Picture";
    /// A heading: tables.
    take_tables: "Tabel", "Tables";
    /// A heading: the dataset, and the package of all tables.
    take_data: "Data", "Data";
    /// A heading: the page of the block.
    take_page: "Halaman", "Page";
    /// A link to the dataset.
    take_all: "Seluruh data (JSON)", "The whole dataset (JSON)";
    /// A link to the package of all tables.
    take_package: "Seluruh data sebagai tabel (Data Package)", "The whole dataset as tables (Data Package)";
    /// A link to the block alone.
    take_block: "Blok ini di halaman sendiri", "This block on a page of its own";
    /// A heading: files to keep.
    take_save: "Unduh", "Download";
    /// A heading: ways to others.
    take_send: "Bagikan", "Share";
    /// A button: the ways to send that the device offers.
    take_system: "Bagikan lewat aplikasi …", "Share through an app …";
    /// A button: the chart as a picture in the clipboard.
    take_copy_picture: "Salin gambar grafik", "Copy the picture of the chart";
    /// Buttons: the chart, its figures, the table, the address.
    take_png: "Grafik (PNG)", "Chart (PNG)";
    /// Where nothing can be saved.
    take_png_shown: "Tampilkan grafik (PNG)", "Show the chart (PNG)";
    /// A button.
    take_svg: "Grafik (SVG)", "Chart (SVG)";
    /// Where nothing can be saved.
    take_svg_copy: "Salin grafik (SVG)", "Copy the chart (SVG)";
    /// A button.
    take_csv: "Angka yang tampil (CSV)", "The figures shown (CSV)";
    /// Where nothing can be saved.
    take_csv_copy: "Salin angka yang tampil (CSV)", "Copy the figures shown (CSV)";
    /// A button.
    take_json: "Angka yang tampil (JSON)", "The figures shown (JSON)";
    /// Where nothing can be saved.
    take_json_copy: "Salin angka yang tampil (JSON)", "Copy the figures shown (JSON)";
    /// A button.
    take_text: "Salin sebagai teks", "Copy as text";
    /// A button: the address of what is shown.
    take_link: "Salin tautan tampilan ini", "Copy the link to this view";
    /// After saving.
    take_saved: "Unduhan dimulai; periksa folder unduhan.", "The download has started.";
    /// After copying.
    take_copied: "Sudah tersalin.", "Copied.";
    /// Where the clipboard is denied: the text is selected.
    take_selected: "Teks sudah dipilih. Salin lewat menu, atau tekan Ctrl+C (⌘C di Mac).", "The text is selected. Copy it from the menu, or press Ctrl+C (⌘C on a Mac).";
    /// The picture is shown instead of saved.
    take_shown: "Tekan lama atau klik kanan gambar untuk menyimpannya.", "Press and hold or right-click the picture to save it.";
    /// Where the browser cannot make it.
    take_failed: "Peramban ini tidak dapat membuatnya. Pakai salah satu berkas di bawah.", "This browser cannot make it. Take one of the files below.";
    /// In the credit of a chart: the edition.
    take_edition: "edisi {0}", "edition {0}";

    /// The field with the citation.
    cite: "Kutip angka ini", "Cite this figure";
    /// What is cited: value, name, time, source, report, edition.
    citation: "{1}: {0}{2}. {3}. Dikutip dari “{4}”, edisi {5}.", "{1}: {0}{2}. {3}. Cited from “{4}”, edition {5}.";
    /// The source of what was computed.
    citation_own: "Hitungan laporan ini dari {0}", "Computed by this report from {0}";
    /// The source.
    citation_source: "Sumber: {0}", "Source: {0}";
    /// Behind the value of a goal that the source does not state.
    citation_inferred: "{0} (disimpulkan laporan ini; sumber tidak menyebut nilainya)", "{0} (inferred by this report; the source states no value)";
    /// A button.
    copy: "Salin kutipan", "Copy the citation";
    /// After copying.
    copied: "Kutipan sudah tersalin.", "The citation has been copied.";
    /// Where the clipboard is denied: the text is selected.
    selected: "Kutipan sudah dipilih. Salin lewat menu, atau tekan Ctrl+C (⌘C di Mac).", "The citation is selected. Copy it from the menu, or press Ctrl+C (⌘C on a Mac).";
    /// A button: to the figure that was asked before.
    back: "Kembali", "Back";
    /// A button.
    close: "Tutup", "Close";
}
