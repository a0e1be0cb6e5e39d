//! The words of the explorer's page: titles of its cards, links to it, and what does not work there.
use super::catalogue::catalogue;

catalogue! {
    /// The words of the explorer's page in a language.
    ExplorerWords, explorer:
    /// The link to the page, in the report's section of claims.
    link: "Jelajahi klaim menurut daerah, program, dan bulan", "Explore the claims by region, programme and month";
    /// Above all choices, for those who hear it.
    tools: "Pilih klaim", "Choose claims";
    /// The button that shows the list of regions.
    open_list: "Buka daftar daerah", "Open the list of regions";
    /// The list of regions.
    list: "Daftar daerah", "Regions";
    /// The way from the whole down to a region.
    path: "Letak daerah", "Where the region lies";
    /// How a figure of a region above is told: region, figure.
    beside: "{0}: {1}", "{0}: {1}";
    /// A chart over months: measure, of what.
    by_month: "{0} per bulan: {1}", "{0} by month: {1}";
    /// A chart over years: measure, of what.
    by_year: "{0} per tahun: {1}", "{0} by year: {1}";
    /// When it was highest: measure, time, figure.
    peak: "{0}: tertinggi pada {1}, {2}", "{0}: highest in {1}, {2}";
    /// Which programme or region has the highest figure: measure, name, figure.
    top: "{0}: tertinggi {1}, {2}", "{0}: highest for {1}, {2}";
    /// How few regions have half of the whole: measure, how many, of how many.
    map_half: "{0}: separuh atau lebih ada di {1} dari {2} daerah", "{0}: half or more is in {1} of {2} {2 region|regions}";
    /// From where to where figures of regions reach: measure, least, its region, greatest, its region.
    map_range: "{0}: dari {1} di {2} sampai {3} di {4}", "{0}: from {1} in {2} to {3} in {4}";
    /// What the shades of a map say.
    map_shades: "Makin kuat warnanya, makin tinggi angkanya.", "The stronger the colour, the higher the number.";
    /// In what the figures of a map are: what 1 means.
    map_unit: "Angka 1 pada petak berarti {0}.", "A 1 on a tile means {0}.";
    /// A tile without a figure: the mark.
    map_none: "{0}: tidak diterbitkan.", "{0}: not published.";
    /// Chooses a region: its name.
    lead_on: "Pilih {0}", "Choose {0}";
    /// The middle half of the amounts: a quarter is at or below the first, three quarters at or below the second.
    middle: "Separuh klaim bernilai antara {0} dan {1}", "Half of the claims are between {0} and {1}";
    /// The same where only the median is published.
    half: "Separuh klaim bernilai {0} atau kurang", "Half of the claims are {0} or less";
    /// That a distribution is not published.
    no_distribution: "Sebaran nilainya tidak diterbitkan", "How the amounts spread is not published";
    /// That nothing can be drawn here.
    nothing_drawn: "Tidak ada angka untuk digambar.", "There is no figure to draw.";
    /// The chart's times, as a heading.
    time: "Waktu", "Time";
    /// A share of the whole, as a heading.
    share: "Bagian", "Share";
    /// Percentiles, as a heading.
    percentile: "Persentil", "Percentile";
    /// What is chosen, in a chart of others like it: its name.
    chosen: "{0} (dipilih)", "{0} (chosen)";
    /// Regions that a list leaves out: how many.
    rest_of_regions: "{0} daerah lain cocok: ketik lebih banyak.", "{0} more {0 region matches|regions match}: type more.";
    /// Members of a filter's list that are chosen: the first ones, how many more.
    and_more: "{0}, dan {1} lainnya", "{0}, and {1} more";
    /// A field that finds members of a long list.
    find: "Cari", "Find";
    /// The distribution of the claims that the table shows, as a disclosure.
    spread: "Sebaran nilai klaim yang tampil", "How the amounts shown spread";
    /// Regions that a chart leaves out: how many.
    more_regions: "{0} daerah lain ada dalam tabel di menu.", "{0} more {0 region is|regions are} in the table of the menu.";

    /// That claims are invented, in the credit of a card.
    invented: "Klaim rekaan", "Invented claims";

    /// The question behind a figure.
    ask: "Dari mana angka ini?", "Where does this figure come from?";
    /// How a figure came about, as a term.
    formula: "Rumus", "Formula";
    /// How a share is computed: part, whole, what the whole is of.
    share_formula: "{0} dibagi {1} ({2})", "{0} divided by {1} ({2})";
    /// When the preparation was, as a term.
    made: "Disusun", "Made";
    /// A file and its size: name, kilobytes.
    file: "{0}, {1} KB", "{0}, {1} KB";
    /// Takes a panel away.
    close: "Tutup", "Close";

    /// The list of what is published did not come.
    manifest_missing: "Daftar klaim tidak sampai, jadi pilihan belum dapat diubah.",
        "The list of claims did not come, so choices cannot be changed yet.";
    /// Fields and charts did not come.
    rest_missing: "Pilihan dan grafik belum sampai. Periksa sambungan internet Anda, lalu coba lagi.",
        "The fields and charts did not come. Check your internet connection, then try again.";
    /// There is no connection.
    offline: "Tanpa sambungan internet: yang pernah dibuka di sini tetap dapat dibaca.",
        "No internet connection: what was opened here before can still be read.";
    /// The table does not work here.
    no_table: "Tabel klaim satu per satu tidak dapat ditampilkan di sini.",
        "The table of single claims does not work here.";
    /// The fields that filter the table.
    filters: "Filter", "Filters";
    /// A number of filters that are at work.
    filters_on: "Filter ({0})", "Filters ({0})";
    /// Sorts by a column, as a field for phones.
    sort: "Urutkan", "Sort by";
    /// The order of the files.
    sort_none: "Urutan berkas", "Order of the files";
    /// A row that has not come, for those who hear it.
    coming: "memuat", "loading";
    /// A sum with its interval: sum, least, greatest.
    total_between: "{0} (antara {1} dan {2})", "{0} (between {1} and {2})";
    /// A Parquet file: its path, rows, kilobytes.
    parquet_file: "{0} ({1} baris, {2} KB)", "{0} ({1} {1 row|rows}, {2} KB)";
    /// A file is being made: part, parts.
    writing: "Menulis berkas: {0} dari {1} …", "Writing the file: {0} of {1} …";
    /// A file could not be made.
    not_written: "Berkasnya tidak dapat dibuat di sini.", "The file cannot be made here.";
    /// On paper, of a table that is longer than what is printed: its rows.
    on_paper: "Tabel ini memuat {0} baris dan tidak dicetak seluruhnya; semua barisnya ada di berkas CSV yang dapat diunduh dari halaman ini.",
        "This table has {0} {0 row|rows} and is not printed in full; all of them are in the CSV file that this page offers.";
}
