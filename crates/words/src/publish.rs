//! The words of what is published beside the page: titles and descriptions for link previews,
//! pictures, embeds and data packages. Only the build needs them, so they are not in the module
//! that browsers load.
use super::catalogue::catalogue;

catalogue! {
    /// The words of what is published beside the page, in a language. Places `{0}`, `{1}` …
    /// are filled in by [`super::fill`].
    PublishWords, publish:
    /// A block's title: block, region, time.
    title: "{0}: {1}, {2}", "{0}: {1}, {2}";
    /// A block's title where no time is known: block, region.
    title_undated: "{0}: {1}", "{0}: {1}";
    /// Rate, who, region, time, scheme.
    headline: "{0} {1} di {2} sudah terlindungi {4} {3}.",
        "{0} of {1} in {2} were covered by {4} {3}.";
    /// Beside the large rate: who, scheme.
    headline_beside: "{0} sudah terlindungi {1}",
        "of {0} are covered by {1}";
    /// Indicator, value, region, time.
    headline_other: "{0} di {2} {3}: {1}.", "{0} in {2} {3}: {1}.";
    /// Groups, region, time, best, its rate, worst, its rate.
    groups: "Tingkat kepesertaan di {1} {2} menurut kelompok. Tertinggi dari {0} kelompok: {3}, {4}. Terendah: {5}, {6}.",
        "Coverage rates of groups in {1} {2}. Highest of {0}: {3}, {4}. Lowest: {5}, {6}.";
    /// Group, region, time, rate.
    groups_one: "{0} di {1}: {3} terlindungi {2}.", "{0} in {1}: {3} covered {2}.";
    /// Who, as at the beginning of a sentence; region, time.
    groups_plain: "{0} yang terlindungi di {1} menurut kelompoknya, {2}.",
        "{0} covered in {1}, group by group, {2}.";
    /// Who, as at the beginning of a sentence; regions, time.
    regions: "{0} yang terlindungi, per daerah, {2}: {1}.", "{0} covered, by region, {2}: {1}.";
    /// The name of the block.
    trend: "Cakupan dari waktu ke waktu", "Coverage over time";
    /// The name of the block where there is one figure and a goal.
    pace: "Menuju sasaran", "Towards the goal";
    /// Region, time, scheme.
    pace_sentence: "Tingkat kepesertaan {2} di {0} {1} dan sasarannya.",
        "The coverage rate of {2} in {0} {1}, and its goal.";
    /// Region, times, scheme.
    trend_sentence: "Perkembangan tingkat kepesertaan {2} di {0}, {1}.",
        "How coverage by {2} has moved in {0}, {1}.";
    /// Amount, number, region, time.
    claims: "{1} klaim dengan manfaat {0} tercatat di {2} {3}.",
        "{1} {1 claim|claims} with benefits of {0} {1 was|were} recorded in {2} {3}.";
    /// Region, scheme.
    claims_plain: "Klaim dan manfaat {1} yang tercatat di {0}.", "Claims and benefits of {1} recorded in {0}.";
    /// Number, region.
    handovers: "{0} klaim yang manfaatnya diserahkan secara simbolis di {1}, dengan sumbernya.",
        "{0} symbolic claim {0 handover|handovers} in {1}, with {0 its benefit and source|their benefits and sources}.";
    /// Where they are examples. Number, region.
    handovers_examples: "{0} contoh klaim yang manfaatnya diserahkan secara simbolis di {1}, dengan sumbernya.",
        "{0} {0 example|examples} of symbolic claim handovers in {1}, with {0 its benefit and source|their benefits and sources}.";
    /// Where not all cases are symbolic. Number, region.
    cases: "Rincian {0} klaim di {1}, dengan manfaat dan sumbernya.",
        "{0} single {0 claim|claims} in {1}, with {0 its benefit and source|their benefits and sources}.";
    /// Award, winners, categories.
    winners: "{0}: {1} penerima dalam {2} kategori.", "{0}: {1} {1 winner|winners} in {2} {2 category|categories}.";
    /// An award with its edition: award, edition.
    edition: "{0} edisi {1}", "{0}, {1} edition";
    /// Award, winners, who is counted.
    special: "{0}: {1} penerima penghargaan khusus dan {2} yang mereka lindungi.",
        "{0}: {1} special award {1 winner|winners} and the {2} {1 it protects|they protect}.";
    /// Award, jurors who are listed.
    jury: "{0}: {1} anggota dewan juri yang dicantumkan sumber.",
        "{0}: the {1} {1 juror|jurors} whom the source lists.";
    /// Award, jurors who are stated, jurors who are listed.
    jury_mismatch: "{0}: sumber menyebut {1} juri dan mencantumkan {2} nama.",
        "{0}: the source states {1} {1 juror|jurors} and lists {2} {2 name|names}.";
    /// Below a large number.
    unit_claims: "klaim tercatat", "claims recorded";
    /// Below a large amount.
    unit_benefits: "nilai manfaat", "in benefits";
    /// Below a large amount: the sum of single claims.
    unit_cases_total: "jumlah manfaatnya", "in benefits altogether";
    /// Below a large number.
    unit_special: "penghargaan khusus", "special awards";
    /// Below a large number.
    unit_groups: "kelompok", "groups";
    /// Below a large number.
    unit_jurors: "juri disebut", "jurors stated";
    /// Below a large number.
    unit_listed: "nama tercantum", "{0 name|names} listed";
    /// At the end of a shortened list: how many more.
    more: "dan {0} lainnya", "and {0} more";
    /// In the credit line: publishers.
    source: "Sumber: {0}", "Source: {0}";
    /// In the credit line: date of the data.
    updated: "data diperbarui {0}", "data updated {0}";
    /// The page that hands out snippets: its title.
    builder_title: "Sematkan laporan ini", "Embed this report";
    /// The page that hands out snippets: what it is for.
    builder_intro: "Setiap blok dapat tampil di halaman Anda. Pilih bentuknya, salin kodenya, lalu tempel di tempat blok itu akan tampil.",
        "Each block can stand on a page of yours. Choose its form, copy the code, and paste it where the block is to stand.";
    /// The heading of the form and of its dialog.
    builder_heading: "Sematkan satu blok", "Embed a block";
    /// A button: closes the dialog.
    builder_close: "Tutup", "Close";
    /// A choice: which block.
    builder_block: "Blok", "Block";
    /// A choice: which language.
    builder_language: "Bahasa", "Language";
    /// A choice: how wide.
    builder_width: "Lebar", "Width";
    /// As wide as the column that it stands in.
    builder_column: "Selebar kolom", "As wide as the column";
    /// A width.
    builder_pixels: "{0} piksel", "{0} pixels";
    /// A choice: which edition of the report.
    builder_edition: "Edisi", "Edition";
    /// The newest edition, whichever that is.
    builder_latest: "Selalu yang terbaru", "Always the latest";
    /// The edition that is shown now.
    builder_this: "Tetap edisi ini", "Stay with this edition";
    /// A choice: what stands above the block.
    builder_title_choice: "Judul", "Title";
    /// The title of the report.
    builder_title_publisher: "Judul laporan", "The report’s";
    /// Words of the editor's own.
    builder_title_own: "Tulis sendiri", "Your own words";
    /// No title.
    builder_title_hidden: "Tanpa judul", "None";
    /// The field for the editor's own words.
    builder_own_title: "Judul Anda", "Your title";
    /// A choice: the colour of bars.
    builder_accent: "Warna batang", "Colour of the bars";
    /// The colour of the report.
    builder_accent_standard: "Seperti di laporan", "As in the report";
    /// A colour.
    builder_accent_blue: "Biru", "Blue";
    /// A colour.
    builder_accent_green: "Hijau", "Green";
    /// A colour.
    builder_accent_orange: "Jingga", "Orange";
    /// A colour.
    builder_accent_purple: "Ungu", "Purple";
    /// A colour.
    builder_accent_grey: "Abu-abu", "Grey";
    /// A choice: how many links stand below the block.
    builder_credit: "Tautan di bawah blok", "Links below the block";
    /// All links.
    builder_credit_full: "Lengkap", "All";
    /// The link to the report alone.
    builder_credit_short: "Hanya laporan lengkap", "Full report only";
    /// A choice: whether notes and data tables are shown.
    builder_notes: "Tampilkan catatan dan tabel data", "Show notes and data tables";
    /// A choice: whether the background of the page around shows through.
    builder_transparent: "Latar transparan", "Let your page’s background show through";
    /// A choice: what kind of snippet.
    builder_kind: "Jenis kode", "What you paste";
    /// The field with the snippet.
    builder_code: "Kode untuk disalin", "Code to copy";
    /// A button.
    builder_copy: "Salin kode", "Copy the code";
    /// After copying.
    builder_copied: "Kode sudah tersalin.", "The code has been copied.";
    /// Where the clipboard is denied: the text is selected.
    builder_selected: "Kode sudah dipilih. Salin lewat menu, atau tekan Ctrl+C (⌘C di Mac).", "The code is selected. Copy it from the menu, or press Ctrl+C (⌘C on a Mac).";
    /// Above the preview.
    builder_preview: "Pratinjau", "Preview";
    /// A link to the block alone.
    builder_open: "Buka blok", "Open the block";
    /// A link to the picture.
    builder_png: "Buka gambar (PNG)", "Open the picture (PNG)";
    /// Stands for the site's address where the build does not know it.
    builder_site: "{situs}/", "{site}/";
    /// What that means.
    builder_no_site: "Ganti {situs} dengan alamat laporan ini.", "Replace {site} with the address of this report.";
    /// A kind of snippet.
    kind_script: "Kode untuk halaman web", "Code for a web page";
    /// Where it is used.
    kind_script_hint: "Dengan tinggi otomatis, mengikuti isi blok. Pilihan terbaik jika sistem Anda menerima skrip.",
        "With automatic height: as high as the block. Best where your system accepts scripts.";
    /// A kind of snippet.
    kind_iframe: "Kode dengan tinggi tetap", "Code with a fixed height";
    /// Where it is used.
    kind_iframe_hint: "Untuk sistem yang tidak menerima skrip. Ada tiga tinggi, untuk ponsel sampai layar lebar, dan semuanya cukup untuk isi blok.",
        "For systems that accept no scripts. It has three heights, from phones to wide screens, each with room for the whole block.";
    /// A kind of snippet.
    kind_element: "Kode untuk halaman buatan sendiri", "Code for a page written by hand";
    /// Where it is used.
    kind_element_hint: "Lebih singkat, dengan tinggi otomatis. Tanpa skrip, yang tampil adalah tautan ke laporan.",
        "Shorter, with automatic height. Without scripts a link to the report is shown.";
    /// A kind of snippet.
    kind_link: "Tautan", "Link";
    /// Where it is used.
    kind_link_hint: "Untuk WordPress dan sistem lain yang mengenal oEmbed: tempel pada baris tersendiri.",
        "For WordPress and other systems that know oEmbed: paste it on a line of its own.";
    /// A kind of snippet.
    kind_picture: "Gambar untuk surel", "Picture for e-mail";
    /// Where it is used.
    kind_picture_hint: "Untuk surel dan cetak, dengan tautan ke laporan. Salinan yang Anda simpan tidak ikut berubah jika datanya diperbarui.",
        "For e-mail and print, with a link to the report. A copy that you keep does not change when the data do.";
    /// What the build leaves out: social cards' pictures and canonical addresses.
    left_out_cards: "Pratinjau tautan tidak memuat gambar dan alamat kanonis: alamat publik situs tidak diketahui.",
        "Link previews have no picture and no canonical address: the site's public address is not known.";
    /// What the build leaves out: oEmbed.
    left_out_oembed: "oEmbed tidak ditulis, jadi WordPress tidak mengubah tautan menjadi blok: alamat publik situs tidak diketahui.",
        "No oEmbed is written, so WordPress does not turn links into blocks: the site's public address is not known.";
    /// What the build leaves out: the sitemap.
    left_out_sitemap: "sitemap.xml tidak ditulis: alamat publik situs tidak diketahui.",
        "No sitemap.xml is written: the site's public address is not known.";
}
