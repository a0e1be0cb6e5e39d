#![no_main]

use jamsostek_fuzz::{mutate, within_time};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|input: &[u8]| within_time(invariants::dataset, input));

// Every other time the tree is changed, so that the text stays JSON and gets past its reader.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let by_tree =
        if seed % 2 == 0 { data.get(..size).and_then(|text| mutate(text, seed, max_size)) } else { None };
    match by_tree {
        Some(text) => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});
