#![no_main]

use jamsostek_fuzz::within_time;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| within_time(invariants::cell, input));
