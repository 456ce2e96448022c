//! Any letter, with a header that is one or not.
#![no_main]

use chancery_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(&chancery_extract::read_file("a.eml", bytes, None));
    let letter = [b"From: a@b.example\nSubject: News\nMIME-Version: 1.0\n", bytes].concat();
    check(&chancery_extract::read_file("a.eml", &letter, None));
});
