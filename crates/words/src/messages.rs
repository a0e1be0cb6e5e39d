//! The catalogue: every word that the page shows by itself, in both languages.
//!
//! Indonesian is written first and by ear. `{0}`, `{1}` … are filled in by [`fill`].
use super::catalogue::catalogue;

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text.
    Text(String),
    /// The value of this number.
    Value(usize),
}

/// A message in its parts: the texts, and the places `{0}`, `{1}` … of values.
///
/// `{0 claim|claims}` is the word that goes with the value of that number: the first where it is 1. So the
/// values must be known as they are read.
#[must_use]
pub fn segments(message: &str, values: &[&str]) -> Vec<Segment> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let index = place.bytes().next().map_or(usize::MAX, |digit| usize::from(digit.wrapping_sub(b'0')));
        match place.get(2..).and_then(|words| words.split_once('|')) {
            Some((one, many)) => text.push_str(
                if values.get(index).is_some_and(|value| *value == "1" || value.ends_with(">1</a>")) {
                    one
                } else {
                    many
                },
            ),
            None => {
                if !text.is_empty() {
                    found.push(Segment::Text(std::mem::take(&mut text)));
                }
                found.push(Segment::Value(index));
            }
        }
        rest = after;
    }
    text.push_str(rest);
    if !text.is_empty() {
        found.push(Segment::Text(text));
    }
    found
}

/// Puts `values` in the places of a message, see [`segments`]. A place without a value stays empty.
#[must_use]
pub fn fill(message: &str, values: &[&str]) -> String {
    let text = |segment| match segment {
        Segment::Text(text) => text,
        Segment::Value(index) => values.get(index).copied().unwrap_or_default().to_owned(),
    };
    segments(message, values).into_iter().map(text).collect()
}

catalogue! {
    /// Every word that the page shows by itself.
    #[allow(missing_docs)]
    Messages, messages:
    // The frame of the page.
    other_language: "English", "Bahasa Indonesia";
    contents: "Isi laporan", "In this report";
    theme: "Tampilan", "Appearance";
    theme_auto: "Ikuti perangkat", "Use device setting";
    theme_light: "Terang", "Light";
    theme_dark: "Gelap", "Dark";
    footer_data: "Unduh data (JSON)", "Download the data (JSON)";
    footer_made: "Semua angka berasal dari satu berkas data. Tidak ada pelacak.",
        "Every figure comes from one data file. No trackers.";

    full_report: "Laporan lengkap", "Full report";
    data_file: "Data", "Data";
    /// A link in a frame that its host cuts: to the block alone.
    show_all: "Tampilkan semua", "Show all";
    embed: "Sematkan", "Embed";
    menu: "Menu", "Menu";
    where_from: "Dari mana angka ini?", "Where does this come from?";
    take: "Unduh dan bagikan", "Download and share";
    compared_above: "{0} di atas {1}", "{0} above {1}";
    compared_below: "{0} di bawah {1}", "{0} below {1}";
    compared_equal: "sama dengan {1}", "the same as {1}";

    /// Behind a figure, for those who hear it: what its link answers.
    ask: " – dari mana angka ini?", " – where does this figure come from?";

    // Failing.
    retry: "Coba lagi", "Try again";
    retrying: "Mencoba lagi …", "Trying again …";
    close_notice: "Tutup", "Close";
    opening_slow: "Masih dimuat …", "Still loading …";
    not_opened: "Bagian itu belum dapat dibuka. Periksa sambungan internet Anda, lalu coba lagi.",
        "That part cannot be opened yet. Check your internet connection, then try again.";
    failed_newer: "Ada data yang lebih baru daripada halaman ini, tetapi belum dapat ditampilkan; yang Anda baca adalah angka sebelumnya.",
        "There is newer data than this page, but it cannot be shown yet; what you read are the earlier figures.";
    failed_title: "Laporan ini tetap dapat dibaca, tetapi belum interaktif.", "This report can be read, but is not interactive yet.";
    failed_missing: "Berkas data tidak ditemukan di {0} (kode {1}).", "There is no data file at {0} (status {1}).";
    failed_missing_do: "Muat ulang halaman ini nanti. Jika Anda pengelola situs, pastikan berkas itu ikut diterbitkan.",
        "Reload this page later. If you run this site, make sure that the file is published with it.";
    failed_status: "Server menjawab dengan kode {1} saat berkas data {0} diminta.", "The server answered {1} when asked for the data file {0}.";
    failed_status_do: "Gangguan seperti ini biasanya sementara. Coba beberapa saat lagi.",
        "Faults like this are usually short. Try again in a moment.";
    failed_network: "Berkas data tidak dapat dijangkau.", "The data file cannot be reached.";
    failed_part: "Sebagian berkasnya tidak sampai.", "Some of its files did not arrive.";
    failed_network_do: "Periksa sambungan internet Anda, lalu coba lagi.", "Check your internet connection, then try again.";
    failed_unreadable: "Berkas data tidak dapat dibaca.", "The data file cannot be read.";
    failed_unreadable_do: "Kabari pengelola situs dan sertakan keterangan di bawah ini.",
        "Tell the people who run this site, and quote the details below.";
    empty_title: "Laporan ini belum berisi angka", "This report has no figures yet";
    empty_text: "Berkas data terbaca dengan baik, tetapi belum memuat cakupan, klaim, ataupun penghargaan.",
        "The data file was read without trouble, but it holds no coverage, claims or awards.";
    partly_one: "1 bagian data tidak terbaca. Selebihnya ditampilkan.", "1 part of the data could not be read. Everything else is shown.";
    partly_many: "{0} bagian data tidak terbaca. Selebihnya ditampilkan.", "{0} parts of the data could not be read. Everything else is shown.";
    finding_place: "Baris {0}, kolom {1}", "Line {0}, column {1}";
    to_report: "Buka laporan", "Open the report";

    // Headline.
    according: "{0}, menurut {1}", "{0}, according to {1}";
    headline: "Angka utama", "Headline figure";
    headline_sentence: "Sekitar {0} dari setiap 100 {1} di {2} sudah terlindungi {4}. Sekitar {3} lainnya belum.",
        "About {0} in every 100 {1} in {2} {0 is|are} covered by {4}. About {3} {3 is|are} not.";
    headline_percent: "{0} {1} di {2} sudah terlindungi {3}.", "{0} of {1} in {2} are covered by {3}.";
    headline_all: "Semua {0} di {1} sudah terlindungi {2}.", "All {0} in {1} are covered by {2}.";
    headline_over: "Peserta yang tercatat di {1} lebih banyak daripada jumlah {0} yang menjadi dasarnya; karena itu angkanya di atas 100%.",
        "More people are registered in {1} than the number of {0} that it is based on, so the rate is above 100%.";
    headline_missing: "Sumber tidak menyebutkan tingkat kepesertaan {0}.", "The source does not state the coverage rate of {0}.";
    headline_goal: "Sasaran pada {1}: {0}.", "The goal by {1}: {0}.";
    headline_goal_undated: "Sasaran: {0}.", "The goal: {0}.";
    people: "orang", "people";
    towards: "Menuju sasaran: {0}", "Towards the goal: {0}";
    headline_chart: "Tiap titik mewakili 1 dari 100 {0}", "Each dot stands for 1 in 100 {0}";
    headline_chart_text: "{0} dari 100 titik terisi.", "{0} of 100 dots are filled.";
    not_covered_short: "belum", "not covered";
    universal: "cakupan semesta", "universal coverage";
    covered_short: "terlindungi", "covered";
    to_go: "{0} lagi", "{0} to go";
    goal_label: "Sasaran {0}", "Goal {0}";

    // Change over time.
    trend: "Perkembangan", "Change over time";
    trend_to_goal: "Menuju sasaran", "Towards the goal";
    pace_label: "{0} setahun (hitungan kami)", "{0} a year (computed)";
    pace_text: "Bila kenaikannya sama tiap tahun: {0} setahun ({1}).", "If it rises by the same amount every year: {0} a year ({1}).";
    pace_reached: "Sejauh ini: {0} setahun ({1}).", "So far: {0} a year ({1}).";
    trend_chart: "{0} dari waktu ke waktu", "{0} over time";
    trend_goal: "{0}: dari angka terakhir ke sasaran", "{0}: from the latest figure to the goal";
    trend_text: "Dari {0} ({1}) menjadi {2} ({3}).", "From {0} ({1}) to {2} ({3}).";
    trend_slope: "{0}: perubahan antara dua waktu", "{0}: change between two dates";
    trend_gap: "Angka {0}: {1}.", "Figure {0}: {1}.";
    trend_break_mark: "Deret baru sejak {0}", "New series from {0}";
    trend_break: "Mulai {0} angkanya tidak dapat dibandingkan langsung dengan yang sebelumnya. {1}",
        "From {0} on, figures cannot be compared directly with earlier ones. {1}";
    column_time: "Waktu", "Time";

    // Coverage by group.
    groups: "Cakupan per kelompok", "Coverage by group";
    groups_chart_rate: "Persentase terlindungi", "Share covered";
    groups_chart_persons: "Terlindungi, belum (hitungan kami)", "Covered, not covered (computed)";
    groups_text_many: "Tertinggi dari {0} kelompok: {1}, {2}. Terendah: {3}, {4}.",
        "Highest of {0} groups: {1}, {2}. Lowest: {3}, {4}.";
    groups_text_one: "{0}: {1} terlindungi.", "{0}: {1} covered.";
    groups_text_below: "Di bawah tingkat kepesertaan {2} ({3}): {0} dari {1} kelompok.",
        "Below the coverage rate of {2} ({3}): {0} of {1} groups.";
    groups_text_above_all: "Semua kelompok berada di atas tingkat kepesertaan {0} ({1}).", "All groups are above the coverage rate of {0} ({1}).";
    groups_not_summed: "{0}, jadi tidak dijumlahkan.", "{0}, so they are not added up.";
    groups_not_all: "ini bukan semua {0}", "these are not all {0}";
    groups_perhaps_not_all: "ini belum tentu semua {0}", "these are perhaps not all {0}";
    groups_overlap: "tumpang tindih", "they overlap";
    groups_may_overlap: "bisa tumpang tindih", "they may overlap";
    groups_both: "{0} dan {1}", "{0}, and {1}";
    groups_who: "Siapa saja di tiap kelompok", "Who is in each group";
    not_covered_value: "{0} belum", "{0} not covered";
    column_group: "Kelompok", "Group";
    column_rate: "Persentase", "Percentage";
    column_covered: "Terlindungi (orang)", "Covered (people)";
    column_uncovered: "Belum terlindungi, hitungan kami (orang)", "Not covered, computed (people)";
    no_rate: "persentase tidak disebutkan", "percentage not stated";
    no_persons: "jumlah tidak disebutkan", "number not stated";

    // Coverage by region.
    regions: "Cakupan per daerah", "Coverage by region";
    regions_chart: "Persentase {0} yang terlindungi, per daerah", "Share of {0} covered, by region";
    regions_text: "Tertinggi: {0}, {1}. Terendah: {2}, {3}.", "Highest: {0}, {1}. Lowest: {2}, {3}.";
    regions_gap: "Menuju {2}, {0} masih kurang {1}.", "{0} is {1} short of {2}.";
    regions_not_summed: "Jumlah {0} tiap daerah berbeda, jadi persentasenya tidak dijumlahkan dan tidak dirata-ratakan.",
        "The regions differ in their number of {0}, so the percentages are neither added up nor averaged.";

    // What the covered workers are made up of.
    shares_chart: "Komposisi {0} terlindungi", "Who the covered {0} are";
    shares_text: "Bagian terbesar: {0}, {1} dari {2} orang.", "The largest part: {0}, {1} of {2} people.";
    shares_whole: "Menurut sumber, kelompok-kelompok ini mencakup semua {0} dan tidak tumpang tindih, jadi boleh dijumlahkan. Persentasenya hitungan kami.",
        "According to the source, these groups are all {0} and do not overlap, so they may be added up. The shares are computed.";
    shares_persons: "{0} orang", "{0} {0 person|people}";

    // Claims.
    claims: "Klaim dan manfaat", "Claims and benefits";
    claims_count: "Klaim tercatat", "Claims recorded";
    claims_amount: "Nilai manfaat", "Value of benefits";
    open_start: "awal periode tidak disebut", "the start of the period is not stated";
    claims_average: "Rata-rata manfaat per klaim", "Average benefit per claim";
    claims_scholarships: "Beasiswa", "Scholarships";
    claims_children: "untuk {0} anak", "for {0} {0 child|children}";
    claims_scale: "Nilai per klaim dan per anak", "Amount per claim and per child";
    claims_scale_text: "Dari yang terbesar: {0}.", "The largest first: {0}.";
    claims_death: "Contoh klaim {0}", "Example claims ({0})";
    claims_death_plain: "Contoh klaim", "Example claims";
    claims_scholarship: "Rata-rata beasiswa per anak", "Average scholarship per child";
    claims_scholarships_part: "Termasuk beasiswa {0}", "Including scholarships of {0}";
    claims_scholarships_apart: "Beasiswa {0}", "Scholarships of {0}";
    claims_share: "{0} dari nilai manfaat, hitungan kami", "{0} of the benefits, computed";
    programmes_chart: "{0}, per program", "{0}, by programme";
    programmes_text: "Terbanyak: {0}, {1}. Paling sedikit: {2}, {3}.", "Most: {0}, {1}. Least: {2}, {3}.";
    programmes_not_summed: "Hanya program yang disebut sumber; jumlahnya belum tentu sama dengan seluruh klaim.",
        "Only the programmes that the source names; together they need not be all claims.";
    column_item: "Uraian", "Item";
    column_amount: "Nilai", "Amount";
    column_number: "Jumlah", "Number";
    column_share: "Persentase", "Share";
    computed: "hitungan kami", "computed";
    computed_between: "hitungan kami; antara {0} dan {1}", "computed; between {0} and {1}";
    not_stated: "tidak disebutkan", "not stated";

    /// The block and the page of the explorer of claims.
    explorer: "Penjelajah klaim", "Claims explorer";

    // Symbolic handovers.
    handovers: "Penyerahan manfaat secara simbolis", "Benefits presented at the ceremony";
    handovers_examples: "Contoh yang disebut sumber, bukan seluruh klaim.", "Examples named by the source, not all claims.";
    column_insured: "Peserta", "Insured worker";
    column_beneficiary: "Ahli waris", "Beneficiary";
    column_programme: "Program", "Programme";
    column_workplace: "Kelompok dan tempat kerja", "Group and workplace";
    column_place: "Daerah", "Region";
    column_claim_amount: "Manfaat", "Benefit";
    masked: "nama disamarkan", "name withheld";
    records_link: "Tabel klaim lengkap ({0} baris)", "The full table of claims ({0} {0 row|rows})";
    records_link_uncounted: "Tabel klaim lengkap", "The full table of claims";

    // Tables and lists.
    search: "Cari", "Search";
    filter_all: "Semua", "All";
    rows_all: "{0} baris", "{0} rows";
    rows_one: "1 baris", "1 row";
    rows_some: "{0} dari {1} baris", "{0} of {1} rows";
    no_rows: "Tidak ada baris yang cocok.", "No row matches.";
    reset: "Hapus pencarian dan filter", "Clear search and filters";
    sort_by: "Urutkan", "Sort by";
    sort_none: "Urutan sumber", "Order of the source";
    show_all_of: "Tampilkan semua ({0})", "Show all ({0})";
    download_csv: "Unduh CSV", "Download CSV";
    total: "Jumlah", "Total";
    total_shown: "Jumlah yang tampil", "Total of the rows shown";
    as_table: "Lihat sebagai tabel", "Show as a table";
    inferred: "disimpulkan", "inferred";
    inferred_place: "disimpulkan dari namanya", "inferred from the name";

    figures_found: "{0} angka cocok", "{0} {0 figure matches|figures match}";

    // Awards.
    awards: "Penghargaan", "Awards";
    awards_sentence: "{0} edisi {1} diserahkan kepada {2} penerima dalam {3} kategori pada {4} di {5}.",
        "{0}, {1} edition: presented to {2} {2 winner|winners} in {3} {3 category|categories} on {4} at {5}.";
    of_edition: "edisi {0}", "{0} edition";
    some_of_all: "{0} dari {1}", "{0} of {1}";
    awards_sentence_unknown: "{0}: {1} kategori; nama penerimanya tidak disebut.", "{0}: {1} {1 category|categories}; the winners are not named.";
    awards_sentence_short: "{0}: {1} penerima dalam {2} kategori.", "{0}: {1} {1 winner|winners} in {2} {2 category|categories}.";
    edition: "Edisi", "Edition";
    ceremony: "Acara penyerahan", "Ceremony";
    held: "Waktu dan tempat", "Date and venue";
    organisers: "Penyelenggara", "Organisers";
    attendees: "Hadir", "Attended by";
    winners: "Penerima per kategori", "Winners by category";
    category: "Kategori", "Category";
    winners_all: "{0} penerima", "{0} winners";
    winners_one: "1 penerima", "1 winner";
    winners_some: "{0} dari {1} penerima", "{0} of {1} winners";
    no_winners: "Tidak ada penerima yang cocok.", "No winner matches.";
    no_winner: "Penerima tidak disebut", "Winner not named";
    winners_because: "Penerima: {0}", "Winners: {0}";
    others_because: "Penerima lain: {0}", "Other winners: {0}";
    counted_stated: "Menurut sumber: {0}.", "Stated by the source: {0}.";
    counted_categories: "{0} kategori", "{0} {0 category|categories}";
    counted_winners: "{0} penerima", "{0} {0 winner|winners}";
    counted_nominees: "{0} nomine", "{0} {0 nominee|nominees}";
    counted_applications: "{0} pendaftar", "{0} {0 application|applications}";
    rank: "Peringkat", "Rank";
    rank_number: "Peringkat {0}", "Rank {0}";
    no_rank: "tanpa peringkat", "no rank";
    prize: "Hadiah {0}", "Prize {0}";
    places_chart: "Jumlah penerima menurut kabupaten/kota", "Category winners by region";
    place_unknown: "Tak dike\u{ad}tahui", "Not known";
    matrix_chart: "Jumlah penerima menurut kategori dan kabupaten/kota", "Winners by category and region";
    places_text: "Penerima terbanyak: {0}, {1}.", "Most winners: {0}, {1}.";
    places_unknown: "Daerah asal {0} dari {1} penerima tidak diketahui, jadi tidak masuk angka daerah mana pun.",
        "The region of {0} of {1} {1 winner|winners} is not known, so {0 it counts|they count} for no region.";
    places_inferred: "Yang daerahnya disimpulkan dari namanya: {0}.", "Regions inferred from the winner’s name: {0}.";
    places_none: "Tanda – berarti tidak ada penerima yang diketahui berasal dari sana.", "A dash (–) means that no winner is known to come from there.";
    places_special: "Penghargaan khusus tidak ikut dihitung.", "Special awards are not counted.";
    none_known: "tidak ada yang diketahui", "none known";
    column_winners: "Penerima", "Winners";
    special: "Penghargaan khusus", "Special awards";
    special_chart: "Jumlah {0} yang dilindungi tiap penerima", "Number of {0} protected by each winner";
    special_text: "Terbanyak di antara penerima penghargaan khusus: {0}, {1}.", "Most among the special award winners: {0}, {1}.";
    special_more: "Siapa dan untuk apa", "Who, and for what";
    special_not_summed: "Kelompoknya berbeda dan bisa tumpang tindih, jadi tidak dijumlahkan.",
        "The groups differ and may overlap, so they are not added up.";
    column_winner: "Penerima", "Winner";
    column_persons: "{0} dilindungi", "{0} protected";
    column_whom: "Siapa", "Who they are";
    jury: "Dewan juri", "Jury";
    jury_mismatch: "Sumber menyebut {0} juri dan mencantumkan {1} nama.", "The source states {0} {0 juror|jurors} and lists {1} {1 name|names}.";

    // Method and sources.
    method: "Metode dan sumber", "Method and sources";
    meaning: "Arti angka-angka ini", "What these figures mean";
    legal: "Dasar hukum", "Legal basis";
    policy_name: "{0} Nomor {1} Tahun {2}", "{0} {1} of {2}";
    goal: "Sasaran", "Goal";
    goal_by: "{0} pada {1}", "{0} by {1}";
    statements: "Pernyataan pejabat", "What officials said";
    statements_hint: "Diringkas dengan kata-kata kami; bukan kutipan dan bukan data.", "Summed up in our words; neither quotations nor data.";
    notes: "Catatan data", "Data notes";
    note_info: "Keterangan", "Good to know";
    note_gap: "Belum lengkap", "Gap";
    note_contradiction: "Ketidakcocokan", "Contradiction";
    checks: "Ketidakcocokan dalam sumber", "Contradictions in the source";
    checks_hint: "Kami membandingkan angka-angka dalam sumber, dengan memperhitungkan pembulatan. Yang tidak cocok ditampilkan apa adanya.",
        "We compare the source’s figures with each other, allowing for rounding. What does not fit is shown as it is.";
    sources: "Sumber", "Sources";
    source_line: "paragraf {0}", "paragraph {0}";
    source_of: "Sumber: {0}", "Source: {0}";
    source_undated: "tanggal terbit tidak disebutkan", "publication date not stated";
    glossary: "Istilah", "Glossary";
}

#[cfg(test)]
mod tests {
    use dataset::Lang;

    use super::*;

    #[test]
    fn values_take_their_places() {
        assert_eq!(fill("{1} dari {0}", &["9", "8"]), "8 dari 9");
        assert_eq!(fill("tanpa tempat", &["x"]), "tanpa tempat");
        assert_eq!(fill("{0}{3}!", &["a"]), "a!");
    }

    #[test]
    fn words_go_with_their_number() {
        let message = "{0} {0 claim was|claims were} recorded";
        assert_eq!(fill(message, &["1"]), "1 claim was recorded");
        assert_eq!(fill(message, &["11"]), "11 claims were recorded");
        assert_eq!(
            fill(messages(Lang::En).awards_sentence_short(), &["A", "1", "2"]),
            "A: 1 winner in 2 categories."
        );
    }
}
