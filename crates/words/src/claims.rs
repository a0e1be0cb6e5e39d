//! The words of the explorer of claims, which has a page of its own. Readers of the report do not load them.
use super::catalogue::catalogue;

catalogue! {
    /// The words of the explorer of claims in a language.
    ClaimsWords, claims:
    /// What the page is called.
    title: "Klaim menurut daerah, program, dan bulan",
        "Claims by region, programme and month";
    /// What it is for.
    lead: "Pilih daerah, program, dan periode; angkanya, grafiknya, dan klaim satu per satu mengikuti pilihan Anda.",
        "Choose a region, a programme and a period; figures, charts and single claims follow.";
    /// That nothing here is real.
    invented: "Semua klaim di sini rekaan, dibuat untuk mencoba halaman ini.",
        "All claims here are invented, made to try this page.";
    /// When and from how much it was made: the date, claims read.
    made: "Disusun {0} dari {1} klaim.",
        "Made on {0} from {1} {1 claim|claims}.";

    // Choosing.
    /// What figures are shown of, as a heading.
    choose: "Pilihan", "Selection";
    /// A region.
    region: "Daerah", "Region";
    /// How many regions were found.
    regions_found: "{0} daerah cocok", "{0} {0 region matches|regions match}";
    /// No region was found.
    no_region: "Tidak ada daerah yang cocok.", "No region matches.";
    /// The map of tiles.
    map: "Peta petak", "Tile map";
    /// A period.
    period: "Periode", "Period";
    /// All times.
    all_periods: "Semua waktu", "All times";
    /// All times with their first and last month.
    all_periods_span: "{0} – {1}", "{0} – {1}";
    /// A year of which the last months are not there: the year, the last month.
    year_so_far: "{0}, sampai {1}", "{0}, up to {1}";
    /// All months of a year.
    whole_year: "Seluruh tahun {0}", "All of {0}";
    /// A programme.
    programme: "Program", "Programme";
    /// A group.
    group: "Kelompok", "Group";
    /// A channel.
    channel: "Kanal", "Channel";
    /// Goes to the region above: its name.
    up: "Ke {0}", "To {0}";
    /// What regions and programmes are compared by.
    compare_by: "Bandingkan menurut", "Compare by";

    // Figures.
    /// What was found: claims, region, period.
    finding: "{0} klaim di {1}, {2}", "{0} {0 claim|claims} in {1}, {2}";
    /// The same with the median: claims, region, period, amount.
    finding_median: "{0} klaim di {1}, {2}: separuhnya bernilai {3} atau kurang",
        "{0} {0 claim|claims} in {1}, {2}: half of them are {3} or less";
    /// The same where there is no figure: the smallest number that is published, region, period.
    finding_few: "Tidak ada klaim, atau kurang dari {0}, di {1}, {2}", "No claims, or fewer than {0}, in {1}, {2}";
    /// The number of claims, as a measure.
    count: "Jumlah klaim", "Number of claims";
    /// A number of claims.
    claims: "{0} klaim", "{0} {0 claim|claims}";
    /// The sum of amounts.
    amount: "Manfaat yang dibayar", "Benefits paid";
    /// Amount by number.
    average: "Rata-rata per klaim", "Average per claim";
    /// That a figure is computed.
    computed: "dihitung", "computed";
    /// How the average is computed: amount, number.
    average_formula: "{0} dibagi {1} klaim", "{0} divided by {1} {1 claim|claims}";
    /// That it is rounded to whole units.
    rounded: "dibulatkan ke satuan penuh", "rounded to whole units";
    /// The median amount.
    median: "Median per klaim", "Median per claim";
    /// What a median is.
    median_about: "Separuh klaim bernilai sama dengan atau di bawah angka ini.",
        "Half of the claims are at or below it.";
    /// The median of days.
    days: "Median hari sampai dibayar", "Median days to payment";
    /// A number of days.
    days_value: "{0} hari", "{0} {0 day|days}";
    /// Amounts of single claims and percentiles have three digits.
    three_digits: "Nilai satu klaim ditulis dengan tiga angka penting.",
        "Amounts of single claims have three significant digits.";
    /// A percentile: its number, such as 25.
    percentile: "Persentil {0}", "{0}th percentile";
    /// The share of the region above: the share, the region.
    share_of: "{0} dari {1}", "{0} of {1}";

    // What is not there.
    /// A cell without a figure.
    few_or_none: "tidak ada, atau kurang dari {0}", "none, or fewer than {0}";
    /// The same, in a sentence: the smallest number that is published.
    few_or_none_about: "Jumlah di bawah {0} tidak diterbitkan, begitu pula angka yang dapat dipakai untuk menghitungnya. Apakah ada klaim sama sekali juga tidak diberitahukan.",
        "Numbers below {0} are not published, nor those from which they could be computed. Whether there was any claim is not told either.";
    /// A percentile of few claims: how many it takes.
    too_few: "diterbitkan bila ada sedikitnya {0} klaim", "published from {0} {0 claim|claims} on";
    /// A percentile that months do not have.
    not_by_month: "tidak diterbitkan per bulan", "not published by month";
    /// A kind of cells that is not published.
    not_tabulated: "tidak diterbitkan per bulan untuk satu kelompok", "not published by month for a single group";
    /// Days that few claims have.
    days_not_stated: "tidak disebutkan", "not stated";
    /// A figure whose file is not there.
    not_loaded: "belum dimuat", "not loaded yet";
    /// Parts that are withheld.
    parts_missing: "Bagian yang tidak diterbitkan tidak ikut dijumlahkan, sehingga jumlahnya bisa lebih kecil dari keseluruhan.",
        "Parts that are not published are not added up, so that they can be less than the whole.";

    // Pictures.
    /// The trend.
    trend: "Klaim per bulan", "Claims by month";
    /// The trend where months are not published.
    trend_years: "Klaim per tahun", "Claims by year";
    /// The programmes.
    by_programme: "Menurut program", "By programme";
    /// The parts of a region: its name.
    parts_of: "Daerah di {0}", "Regions of {0}";
    /// That parts are shown of the year and not of the month: the year.
    parts_of_year: "Daerah dibandingkan untuk seluruh {0}; per bulan angkanya tidak diterbitkan.",
        "Regions are compared for all of {0}; they are not published by month.";
    /// That parts are shown of all groups.
    parts_of_all_groups: "Daerah dibandingkan untuk semua kelompok.",
        "Regions are compared for all groups.";
    /// The place of a region: place, number of regions.
    place: "Urutan {0} dari {1}", "Place {0} of {1}";
    /// A region beside those that it lies in.
    compared: "Dibandingkan dengan provinsi dan nasional", "Compared with province and nation";
    /// The distribution of amounts.
    distribution: "Sebaran nilai klaim", "Distribution of amounts";
    /// From rows: how many.
    distribution_rows: "Dari {0} klaim yang dimuat", "From {0} {0 claim|claims} loaded";
    /// The amount of a single claim, as a heading.
    amount_of_claim: "Nilai klaim", "Amount of the claim";
    /// A bin: its beginning, its end.
    bin: "{0} sampai di bawah {1}", "{0} to below {1}";
    /// The last bin: its beginning.
    bin_last: "{0} atau lebih", "{0} or more";

    // The table.
    /// The table of single claims.
    rows: "Klaim satu per satu", "Claims one by one";
    /// The amount, as a heading: the currency.
    amount_column: "Nilai ({0})", "Amount ({0})";
    /// Days to payment, as a heading.
    days_column: "Hari sampai dibayar", "Days to payment";
    /// A group that a row does not tell, so that nobody is recognised.
    group_withheld: "tidak dirinci", "not given";
    /// A channel that is not stated.
    channel_not_stated: "tidak disebutkan", "not stated";
    /// The field that searches the table.
    search: "Cari dalam tabel", "Search the table";
    /// Filters a column: its heading.
    filter: "Filter {0}", "Filter {0}";
    /// The least value of a range.
    least: "Paling kecil", "Least";
    /// The greatest value of a range.
    greatest: "Paling besar", "Greatest";
    /// Removes filters and search.
    clear: "Hapus filter dan pencarian", "Clear filters and search";
    /// All rows.
    rows_all: "{0} klaim", "{0} {0 claim|claims}";
    /// Some rows: matching, all.
    rows_some: "{0} dari {1} klaim cocok", "{0} of {1} {1 claim matches|claims match}";
    /// No row matches.
    rows_none: "Tidak ada klaim yang cocok.", "No claim matches.";
    /// The last line: the sum of what is shown.
    total: "Jumlah yang tampil", "Total of what is shown";
    /// Claims that no row shows: how many.
    without_rows: "{0} klaim lain hanya diterbitkan untuk daerah atau periode yang lebih besar, atau tidak satu per satu.",
        "{0} more {0 claim is|claims are} told of a larger region or period only, or not one by one.";
    /// The rows of a nation.
    rows_of_parts: "Pilih provinsi untuk melihat klaim satu per satu; di sini hanya yang tidak disebut provinsinya.",
        "Choose a province to see single claims; here are those told of no province only.";
    /// The rows of a region with deeper parts.
    rows_of_deeper: "Klaim dari daerah yang lebih kecil tampil bila daerah itu dipilih.",
        "Claims of smaller regions are shown when those are chosen.";
    /// How the table is used with keys.
    grid_keys: "Tombol panah untuk berpindah sel; Home dan End ke ujung baris; Ctrl dengan Home atau End ke ujung tabel; Page Up dan Page Down menggulir; Enter mengurutkan.",
        "Arrow keys move; Home and End go to the ends of a row, with Ctrl to the ends of the table; Page Up and Page Down scroll; Enter sorts.";

    // Loading.
    /// Rows are loading: how many are there, of how many.
    loading_rows: "{0} dari {1} klaim sudah dimuat …", "{0} of {1} {1 claim|claims} loaded …";
    /// Figures are loading.
    loading_figures: "Memuat angka …", "Loading figures …";
    /// How much all rows weigh: megabytes.
    load_size: "Semua klaim pilihan ini: {0} MB", "All claims of this selection: {0} MB";
    /// Loads the rest.
    load_all: "Muat semua", "Load all";
    /// That sort and filter see what is loaded.
    partly_sorted: "Urutan dan filter baru mencakup klaim yang sudah dimuat.",
        "Order and filters cover what is loaded so far.";
    /// Rows are missing: how many files, of how many.
    rows_missing: "{0} dari {1} berkas klaim tidak sampai. Angka di atas tetap lengkap; tabel ini belum.",
        "{0} of {1} {1 file|files} of claims did not come. The figures above are complete, the table is not.";
    /// Figures are missing: the region.
    figures_missing: "Berkas angka untuk {0} tidak sampai.", "The file with the figures of {0} did not come.";
    /// A file that cannot be reached.
    fault_network: "Tidak dapat dijangkau; periksa sambungan internet.",
        "It cannot be reached; check the connection.";
    /// An answer of the server: the status.
    fault_status: "Server menjawab dengan kode {0}.", "The server answered {0}.";
    /// A file that is not there, such as one that another release has replaced: the status.
    fault_gone: "Berkasnya tidak ada (kode {0}); muat ulang halaman.", "It is not there ({0}); load the page again.";
    /// A file with other bytes.
    fault_damaged: "Isi berkas rusak.", "The file is damaged.";
    /// A file of a later version.
    fault_newer: "Berkasnya lebih baru daripada halaman ini; muat ulang halaman.",
        "It is newer than this page; load the page again.";
    /// Tries again.
    retry: "Coba lagi", "Try again";

    // Addresses.
    /// Above what an address asks for in vain.
    ignored: "Alamat ini meminta sesuatu yang tidak ada di sini:", "The address asks for what is not here:";
    /// A region: the id.
    ignored_region: "daerah “{0}”", "the region “{0}”";
    /// A period.
    ignored_period: "periode “{0}”", "the period “{0}”";
    /// A programme.
    ignored_programme: "program “{0}”", "the programme “{0}”";
    /// A group.
    ignored_group: "kelompok “{0}”", "the group “{0}”";
    /// A channel.
    ignored_channel: "kanal “{0}”", "the channel “{0}”";
    /// A measure.
    ignored_measure: "perbandingan “{0}”", "the measure “{0}”";
    /// A column.
    ignored_column: "kolom “{0}”", "the column “{0}”";
    /// A range.
    ignored_range: "rentang “{0}”", "the range “{0}”";
    /// A row.
    ignored_row: "baris “{0}”", "the row “{0}”";

    // Taking along.
    /// A CSV file.
    csv: "CSV", "CSV";
    /// A spreadsheet.
    xlsx: "Excel (XLSX)", "Excel (XLSX)";
    /// Takes what is shown along.
    take: "Unduh yang tampil", "Download what is shown";
    /// The first part of the name of a file.
    file_name: "klaim", "claims";
    /// The same of invented claims.
    file_name_invented: "klaim-rekaan", "invented-claims";
    /// The Parquet files.
    parquet: "Semua klaim sebagai Parquet", "All claims as Parquet";

    // Where figures come from.
    /// The preparation, as a term.
    run: "Penyusunan", "Preparation";
    /// The input files, as a term.
    inputs: "Berkas masukan", "Input files";
    /// An input: name, rows.
    input: "{0}, {1} baris", "{0}, {1} {1 row|rows}";
    /// The statements, as a term.
    statements: "Perintah SQL (SHA-256)", "SQL statements (SHA-256)";
    /// The cell, as a term.
    cell: "Sel", "Cell";
    /// The file of a figure, as a term.
    cube_file: "Berkas angka", "File of the figure";
    /// A stated figure that does not fit: stated, found.
    check_differs: "Sumber menyebut {0}, klaimnya berjumlah {1}.", "The source states {0}, the claims add up to {1}.";
    /// Stated figures that do not fit, as a heading.
    checks: "Ketidakcocokan dengan angka resmi", "Contradictions with stated figures";

    // Without scripts.
    /// The static table: the year.
    overview: "Klaim {0} menurut daerah dan program", "Claims of {0} by region and programme";
    /// What is to be known of it.
    overview_about: "Tabel ini dapat dibaca tanpa JavaScript; pilihan lain memerlukannya.",
        "This table can be read without JavaScript; other choices need it.";
    /// The total of a row or a column.
    all: "Semua", "All";
}
