//! Any Word document: as bytes, and as the body of an archive that is whole.
#![no_main]

use std::io::{Cursor, Write as _};

use chancery_fuzz::check;
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

fn packed(body: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for part in ["word/document.xml", "docProps/core.xml"] {
        zip.start_file(part, stored).ok()?;
        zip.write_all(body).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    check(&chancery_extract::read_file("a.docx", bytes, None));
    let document = packed(bytes).expect("a small archive can be written to memory");
    check(&chancery_extract::read_file("a.docx", &document, None));
});
