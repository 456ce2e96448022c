//! Any PDF document, as bytes and as the content of a page in a document that is whole.
#![no_main]

use chancery_fuzz::check;
use libfuzzer_sys::fuzz_target;

/// A document of one page; the reader finds its objects though their places are not stated.
fn around(content: &[u8]) -> Vec<u8> {
    let mut document = b"%PDF-1.4\n\
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R\
        /Resources<</Font<</F1 4 0 R>>>>>>endobj\n\
        4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
        .to_vec();
    let mut places = Vec::new();
    for number in 1..=4 {
        let sign = format!("{number} 0 obj");
        places.extend(document.windows(sign.len()).position(|window| window == sign.as_bytes()));
    }
    places.push(document.len());
    document.extend(format!("5 0 obj<</Length {}>>stream\n", content.len()).into_bytes());
    document.extend(content);
    document.extend(b"\nendstream endobj\n");
    let table = document.len();
    document.extend(b"xref\n0 6\n0000000000 65535 f \n");
    places.iter().for_each(|place| document.extend(format!("{place:010} 00000 n \n").into_bytes()));
    document.extend(format!("trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").into_bytes());
    document
}

fuzz_target!(|bytes: &[u8]| {
    check(&chancery_extract::read_file("a.pdf", bytes, None));
    check(&chancery_extract::read_file("a.pdf", &around(bytes), None));
});
