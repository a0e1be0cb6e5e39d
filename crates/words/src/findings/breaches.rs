//! Words for the rules that only the validator knows. Readers do not load them.
use super::{FindingText, Words, pick};
use dataset::{Breach, Kind, Lang, Measure, Unit};

pub(super) fn breach(lang: Lang, breach: &Breach) -> FindingText {
    about_records(lang, breach)
        .or_else(|| about_report(lang, breach))
        .or_else(|| about_words(lang, breach))
        .or_else(|| super::origins::about(lang, breach))
        .or_else(|| about_units(lang, breach))
        .or_else(|| about_numbers(lang, breach))
        .or_else(|| super::slips::breach(lang, breach))
        .or_else(|| about_statements(lang, breach))
        .or_else(|| about_sums(lang, breach))
        .unwrap_or_else(|| FindingText { what: breach.code().to_owned(), mend: String::new() })
}

/// Ids, references and what is there at all.
fn about_records(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::EmptyDataset => Words {
            id: [
                "Dataset ini tidak memuat angka, klaim, ataupun penghargaan",
                "Tambahkan \"observations\", \"claims\", atau \"awards\"",
            ],
            en: [
                "The dataset holds no figures, no claims and no awards",
                "Add \"observations\", \"claims\" or \"awards\"",
            ],
        }
        .fill(lang, &[]),
        Breach::UnknownReference { kind: of, id, similar } => {
            let words = match similar {
                Some(_) => Words {
                    id: ["Tidak ada {1} dengan id \"{0}\"", "Mungkin maksudnya \"{2}\""],
                    en: ["There is no {1} with the id \"{0}\"", "Perhaps \"{2}\" is meant"],
                },
                None => Words {
                    id: [
                        "Tidak ada {1} dengan id \"{0}\"",
                        "Betulkan id itu, atau tambahkan {1} yang dimaksud",
                    ],
                    en: [
                        "There is no {1} with the id \"{0}\"",
                        "Correct the id, or add the {1} that is meant",
                    ],
                },
            };
            words.fill(lang, &[id, kind(lang, *of), similar.as_deref().unwrap_or_default()])
        }
        Breach::DuplicateId { kind: of, id, first_line } => Words {
            id: ["Sudah ada {1} dengan id \"{0}\" di baris {2}", "Beri salah satunya id lain"],
            en: ["Another {1} has the id \"{0}\": line {2}", "Give one of them another id"],
        }
        .fill(lang, &[id, kind(lang, *of), &first_line.to_string()]),
        Breach::OddId { id } => Words {
            id: [
                "Id \"{0}\" berisi karakter yang menyulitkan di dalam alamat web",
                "Pakai huruf kecil, angka, dan tanda hubung",
            ],
            en: [
                "The id \"{0}\" has characters that are awkward in web addresses",
                "Use lower-case letters, digits and hyphens",
            ],
        }
        .fill(lang, &[id]),
        Breach::RepeatedMember { id } => Words {
            id: ["Kelompok \"{0}\" tertulis dua kali", "Hapus salah satunya"],
            en: ["The group \"{0}\" stands here twice", "Delete one of them"],
        }
        .fill(lang, &[id]),
        Breach::Cycle { kind: of, id } => Words {
            id: [
                "Lewat induknya, {1} \"{0}\" menjadi bagian dari dirinya sendiri",
                "Betulkan salah satu induknya",
            ],
            en: ["Through its parents the {1} \"{0}\" is a part of itself", "Correct one of the parents"],
        }
        .fill(lang, &[id, kind(lang, *of)]),
        _ => return None,
    };
    Some(text)
}

/// The report as a whole.
fn about_report(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::FileName { id, name } => Words {
            id: [
                "Id laporan ini \"{0}\", tetapi nama berkasnya \"{1}.json\"",
                "Ganti nama berkas menjadi \"{0}.json\", atau betulkan \"id\"",
            ],
            en: [
                "The report's id is \"{0}\", but the file is called \"{1}.json\"",
                "Rename the file to \"{0}.json\", or correct \"id\"",
            ],
        }
        .fill(lang, &[id, name]),
        Breach::HeadlineWithoutValue => Words {
            id: ["Angka utama yang ditunjuk tidak punya nilai", "Tunjuk angka lain, atau hapus \"headline\""],
            en: [
                "The figure named as the headline has no value",
                "Name another figure, or delete \"headline\"",
            ],
        }
        .fill(lang, &[]),
        _ => return None,
    };
    Some(text)
}

/// Languages, names, addresses and currencies.
fn about_words(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::NoLanguage => Words {
            id: ["Daftar bahasa kosong", "Tulis \"languages\": [\"id\"], [\"en\"], atau keduanya"],
            en: ["The list of languages is empty", "Write \"languages\": [\"id\"], [\"en\"] or both"],
        }
        .fill(lang, &[]),
        Breach::MissingLanguage { lang: missing, default } => {
            let words = if *default {
                Words {
                    id: [
                        "Teks dalam bahasa utama dataset ini (\"{0}\") tidak ada",
                        "Tulis \"{0}\": \"…\" dalam teks ini",
                    ],
                    en: [
                        "The text is missing in the dataset's main language (\"{0}\")",
                        "Write \"{0}\": \"…\" in this text",
                    ],
                }
            } else {
                Words {
                    id: [
                        "Teks dalam bahasa \"{0}\" tidak ada; pembaca akan melihat bahasa lain",
                        "Tulis \"{0}\": \"…\" dalam teks ini",
                    ],
                    en: [
                        "The text is missing in the language \"{0}\"; readers will see the other one",
                        "Write \"{0}\": \"…\" in this text",
                    ],
                }
            };
            words.fill(lang, &[missing.code()])
        }
        Breach::BadUrl { url } => Words {
            id: ["\"{0}\" bukan alamat web", "Tulis alamat lengkap yang diawali https://"],
            en: ["\"{0}\" is not a web address", "Write the whole address, beginning with https://"],
        }
        .fill(lang, &[url]),
        Breach::UnknownCurrency { code } => Words {
            id: ["Mata uang \"{0}\" tidak ada dalam ISO 4217", "Tulis kode yang sah, misalnya \"IDR\""],
            en: ["ISO 4217 has no currency \"{0}\"", "Write a valid code, such as \"IDR\""],
        }
        .fill(lang, &[code]),
        Breach::PrivateName { person } => Words {
            id: [
                "Nama pribadi dari {0} muncul dalam teks yang terbit apa adanya",
                "Hapus nama itu dari teks ini; nama pribadi hanya boleh ada di \"name\"",
            ],
            en: [
                "The private person of {0} is named in a text that is published as it is",
                "Delete the name from this text; private names belong in \"name\" only",
            ],
        }
        .fill(lang, &[person]),
        _ => return None,
    };
    Some(text)
}

/// Units of indicators.
fn about_units(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::UnitOfRole { role: of, expected, found } => Words {
            id: ["Peran \"{0}\" dihitung dalam {1}, tetapi satuannya {2}", "Ganti \"unit\" atau \"role\""],
            en: ["The role \"{0}\" is counted in {1}, but the unit is {2}", "Change \"unit\" or \"role\""],
        }
        .fill(lang, &[of.word(), measure(lang, *expected), measure(lang, *found)]),
        Breach::UnitOfRate { found } => Words {
            id: [
                "Hanya persentase yang punya pembilang dan penyebut, tetapi satuannya {0}",
                "Ganti \"unit\", atau hapus \"numerator\" dan \"denominator\"",
            ],
            en: [
                "Only a percentage has a numerator and a denominator, but the unit is {0}",
                "Change \"unit\", or delete \"numerator\" and \"denominator\"",
            ],
        }
        .fill(lang, &[measure(lang, *found)]),
        Breach::RateOfRates { indicator } => Words {
            id: [
                "\"{0}\" sendiri sudah persentase, jadi tidak bisa menjadi pembilang atau penyebut",
                "Tunjuk indikator yang menghitung orang, klaim, atau uang",
            ],
            en: [
                "\"{0}\" is itself a percentage, so it cannot stand above or below a fraction line",
                "Name an indicator that counts persons, claims or money",
            ],
        }
        .fill(lang, &[indicator]),
        Breach::UnitOfPart { whole, expected, found } => Words {
            id: [
                "\"{0}\" dihitung dalam {1}, tetapi bagiannya dalam {2}",
                "Samakan satuannya, atau hapus kaitan ini",
            ],
            en: [
                "\"{0}\" is counted in {1}, but its part in {2}",
                "Give both the same unit, or delete this link",
            ],
        }
        .fill(lang, &[whole, unit(lang, expected), unit(lang, found)]),
        _ => return None,
    };
    Some(text)
}

/// Single numbers.
fn about_numbers(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::Negative { value } => Words {
            id: ["Nilai {0} kurang dari nol", "Tulis bilangan dari 0 ke atas"],
            en: ["The value {0} is below zero", "Write a number from 0 up"],
        }
        .fill(lang, &[&value.to_string()]),
        Breach::NotWhole { value } => Words {
            id: [
                "{0} bukan bilangan bulat, padahal yang dihitung orang, klaim, atau uang",
                "Tulis bilangan bulat tanpa pemisah ribuan, misalnya 45000; ketelitian ditulis dalam \"step\"",
            ],
            en: [
                "{0} is not a whole number, but persons, claims or money are counted",
                "Write a whole number without a thousands separator, such as 45000; precision goes into \"step\"",
            ],
        }
        .fill(lang, &[&value.to_string()]),
        Breach::OffStep { value, step } => Words {
            id: ["{0} lebih rinci daripada langkah pembulatannya, {1}", "Betulkan nilai atau \"step\""],
            en: ["{0} is finer than its rounding step, {1}", "Correct the value or \"step\""],
        }
        .fill(lang, &[&value.to_string(), &step.to_string()]),
        Breach::StatusMismatch { has_value: true } => Words {
            id: [
                "Ada nilai, tetapi statusnya untuk nilai yang tidak ada",
                "Hapus \"status\", atau pakai A, E, atau P",
            ],
            en: [
                "There is a value, but the status is one of a missing value",
                "Delete \"status\", or use A, E or P",
            ],
        }
        .fill(lang, &[]),
        Breach::StatusMismatch { has_value: false } => Words {
            id: [
                "Tidak ada nilai, tetapi statusnya untuk nilai yang ada",
                "Hapus \"status\", atau pakai L, M, atau O",
            ],
            en: [
                "There is no value, but the status is one of a value",
                "Delete \"status\", or use L, M or O",
            ],
        }
        .fill(lang, &[]),
        _ => return None,
    };
    Some(text)
}

/// Statements of the same figure, and ranks.
fn about_statements(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::DuplicateObservation { first } => Words {
            id: ["Angka yang sama dari sumber yang sama sudah ada: \"{0}\"", "Hapus salah satunya"],
            en: ["The same figure of the same source is there already: \"{0}\"", "Delete one of them"],
        }
        .fill(lang, &[first]),
        Breach::Conflict { ids, preferred } => {
            let words = if *preferred == 0 {
                Words {
                    id: [
                        "Ada angka yang berbeda untuk hal yang sama: {0}",
                        "Tandai satu dengan \"preferred\": true",
                    ],
                    en: [
                        "There are different figures of the same thing: {0}",
                        "Mark one with \"preferred\": true",
                    ],
                }
            } else {
                Words {
                    id: [
                        "{1} dari angka yang berbeda untuk hal yang sama diutamakan: {0}",
                        "Sisakan satu \"preferred\": true",
                    ],
                    en: [
                        "{1} of the different figures of the same thing are preferred: {0}",
                        "Keep one \"preferred\": true",
                    ],
                }
            };
            words.fill(lang, &[&ids.join(", "), &preferred.to_string()])
        }
        Breach::RankZero => Words {
            id: ["Peringkat dimulai dari 1, bukan 0", "Tulis peringkatnya, atau null jika tidak disebut"],
            en: ["Ranks start at 1, not 0", "Write the rank, or null where none is stated"],
        }
        .fill(lang, &[]),
        _ => return None,
    };
    Some(text)
}

/// Changes and remainders that do not fit their figures.
fn about_changes(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::ChangeMismatch { stated, computed, from, to } => Words {
            id: [
                "Perubahan tertulis {0}, tetapi dari \"{2}\" ke \"{3}\" adalah {1}",
                "Periksa ketiga angka itu di sumbernya; jika memang begitu, biarkan: pembaca diberi tahu",
            ],
            en: [
                "The change is stated as {0}, but from \"{2}\" to \"{3}\" it is {1}",
                "Check the three figures in the source; if it says so, leave them: readers are told",
            ],
        }
        .fill(lang, &[&stated.to_string(), &computed.to_string(), from, to]),
        Breach::UncoveredMismatch { stated, computed, whole, covered } => Words {
            id: [
                "Tertulis {0} yang belum terlindungi, tetapi \"{2}\" dikurangi \"{3}\" adalah {1}",
                "Periksa ketiga angka itu di sumbernya; jika memang begitu, biarkan: pembaca diberi tahu",
            ],
            en: [
                "Not covered: {0} as stated, but \"{2}\" less \"{3}\" is {1}",
                "Check the three figures in the source; if it says so, leave them: readers are told",
            ],
        }
        .fill(lang, &[&stated.to_string(), &computed.to_string(), whole, covered]),
        _ => return None,
    };
    Some(text)
}

/// Figures that belong together.
fn about_sums(lang: Lang, breach: &Breach) -> Option<FindingText> {
    let text = match breach {
        Breach::RateMismatch { stated, computed, numerator, denominator } => Words {
            id: [
                "Tertulis {0} persen, tetapi \"{2}\" dibagi \"{3}\" menghasilkan {1} persen",
                "Periksa ketiga angka itu di sumbernya; jika memang begitu, biarkan: pembaca diberi tahu",
            ],
            en: [
                "Stated {0} percent, but \"{2}\" divided by \"{3}\" gives {1} percent",
                "Check the three figures in the source; if it says so, leave them: readers are told",
            ],
        }
        .fill(lang, &[&stated.to_string(), &computed.to_string(), numerator, denominator]),
        Breach::PartsMismatch { set, total, sum } => Words {
            id: [
                "Jumlah kelompok dalam \"{0}\" adalah {2}, tetapi totalnya tertulis {1}",
                "Periksa angkanya di sumber; jika memang begitu, biarkan (pembaca diberi tahu) atau ubah \"exhaustive\" dan \"disjoint\"",
            ],
            en: [
                "The groups of \"{0}\" add up to {2}, but the total is stated as {1}",
                "Check the figures in the source; if it says so, leave them (readers are told) or change \"exhaustive\" and \"disjoint\"",
            ],
        }
        .fill(lang, &[set, &total.to_string(), &sum.to_string()]),
        Breach::PartExceedsTotal { part, total, of } => Words {
            id: [
                "Bagian ({0}) lebih besar daripada keseluruhannya, \"{2}\" ({1})",
                "Betulkan salah satu angka itu, atau kelompok, program, daerah, dan waktunya; jika sumbernya memang begitu, biarkan: pembaca diberi tahu",
            ],
            en: [
                "The part ({0}) is larger than its whole, \"{2}\" ({1})",
                "Correct one of the numbers, or their group, programme, region and time; if the source says so, leave them: readers are told",
            ],
        }
        .fill(lang, &[&part.to_string(), &total.to_string(), of]),
        Breach::AverageMismatch { computed, low, high, count } => Words {
            id: [
                "Dibagi \"{3}\", rata-ratanya {0}, di luar batas {1} sampai {2}; pembaca diberi tahu",
                "Periksa angkanya di sumber, atau betulkan \"average_bounds\"",
            ],
            en: [
                "Divided by \"{3}\", the average is {0}, outside {1} to {2}; readers are told",
                "Check the figures in the source, or correct \"average_bounds\"",
            ],
        }
        .fill(lang, &[&computed.to_string(), &low.to_string(), &high.to_string(), count]),
        Breach::EmptyBounds { low, high } => Words {
            id: ["Batas bawah {0} lebih besar daripada batas atas {1}", "Tukar \"low\" dan \"high\""],
            en: ["The lower bound {0} is above the upper bound {1}", "Exchange \"low\" and \"high\""],
        }
        .fill(lang, &[&low.to_string(), &high.to_string()]),
        Breach::ListMismatch { stated, listed } => Words {
            id: [
                "Tertulis {0}, tetapi klaim yang tercantum {1}; pembaca diberi tahu",
                "Lengkapi daftarnya, atau ubah \"cases_are_examples\"",
            ],
            en: [
                "Stated {0}, but the claims listed give {1}; readers are told",
                "Complete the list, or change \"cases_are_examples\"",
            ],
        }
        .fill(lang, &[&stated.to_string(), &listed.to_string()]),
        _ => return about_changes(lang, breach),
    };
    Some(text)
}

fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Source => pick(lang, "sumber", "source"),
        Kind::Region => pick(lang, "daerah", "region"),
        Kind::Group => pick(lang, "kelompok", "group"),
        Kind::GroupSet => pick(lang, "kumpulan kelompok", "set of groups"),
        Kind::Programme => pick(lang, "program", "programme"),
        Kind::Indicator => pick(lang, "indikator", "indicator"),
        Kind::Observation => pick(lang, "angka", "observation"),
        Kind::Case => pick(lang, "klaim", "claim"),
        Kind::Award => pick(lang, "penghargaan", "award"),
        Kind::Category => pick(lang, "kategori", "category"),
        Kind::Winner => pick(lang, "penerima", "winner"),
        Kind::Event => pick(lang, "acara", "event"),
        Kind::Policy => pick(lang, "dasar hukum", "policy"),
        Kind::Target => pick(lang, "sasaran", "target"),
        Kind::Statement => pick(lang, "pernyataan", "statement"),
        Kind::Fact => pick(lang, "fakta", "fact"),
        Kind::Note => pick(lang, "catatan", "note"),
        Kind::Term => pick(lang, "istilah", "term"),
        Kind::Any => pick(lang, "data", "record"),
    }
}

fn measure(lang: Lang, measure: Measure) -> &'static str {
    match measure {
        Measure::Percent => pick(lang, "persen", "percent"),
        Measure::Person => pick(lang, "orang", "persons"),
        Measure::Claim => pick(lang, "klaim", "claims"),
        Measure::Money => pick(lang, "uang", "money"),
    }
}

fn unit(lang: Lang, unit: &Unit) -> &str {
    match unit {
        Unit::Money(currency) => currency.code(),
        _ => measure(lang, Measure::from(unit)),
    }
}

#[cfg(test)]
mod tests;
