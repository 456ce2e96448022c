//! What is no edition is refused in a sentence that says where and why.

use std::io::{self, BufReader, Read};

use chancery_lists::{Edition, ListFault, Source, read};

fn said(text: &str) -> String {
    fault(text.as_bytes()).to_string()
}

fn fault(bytes: impl Read) -> ListFault {
    let file = Source { name: "the file".to_owned(), bytes: BufReader::new(bytes) };
    read(vec![file]).map(|edition: Edition| edition.entries).expect_err("it is no edition")
}

#[test]
fn what_is_empty_or_unknown() {
    assert!(said("").starts_with("the file is empty"));
    assert!(said("<CONSOLIDATED_LIST/>").starts_with("the file is empty"));
    assert!(said("<html><body/></html>").contains("none of the lists") && said("<rss/>").contains("“rss”"));
    assert!(said("name,age\nAda,12\n").contains("“name,age”"));
    assert!(said("na\u{1b}[31mme,age\n").contains("“na[31mme,age”"));
    assert!(fault(&b"\x1f\x8b\x08\0"[..]).to_string().contains("is packed"));
    assert!(fault(&b"\xff\xfe<\0a\0"[..]).to_string().contains("is in UTF-16"));
    assert!(fault(&b"<\0a\0>\0"[..]).to_string().contains("is in UTF-16"));
    assert!(said("{\"name\":\"Ada\"}").contains("line 1"));
}

#[test]
fn what_breaks_off() {
    let whole = "<CONSOLIDATED_LIST><INDIVIDUAL><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER></INDIVIDUAL></CONSOLIDATED_LIST>";
    for end in 20..whole.len() {
        let sentence = said(&whole[..end]);
        assert!(sentence.contains("broken") || sentence.contains("none of the lists"), "{end} {sentence}");
    }
    let table = "36,QUIST,-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,a long remark\r\n";
    for end in 10..table.len() - 1 {
        let sentence = said(&table[..end]);
        assert!(sentence.contains("broken in line 1"), "{end} {sentence}");
    }
}

#[test]
fn what_has_other_entries_than_it_says() {
    let list = "<sdnList><publshInformation><Record_Count>2</Record_Count></publshInformation>\
                <sdnEntry><uid>1</uid></sdnEntry></sdnList>";
    assert_eq!(said(list), "the file says that it has 2 entries and has 1; it is not whole, fetch it anew.");
    assert!(said("<sdnList><sdnEntry><lastName>Q</lastName></sdnEntry></sdnList>").contains("without uid"));
}

#[test]
fn entities_are_not_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>\
                <CONSOLIDATED_LIST><INDIVIDUAL><REFERENCE_NUMBER>&c;</REFERENCE_NUMBER></INDIVIDUAL></CONSOLIDATED_LIST>";
    assert!(said(bomb).contains("the entity “c”"), "{}", said(bomb));
    let in_attribute = "<export><sanctionEntity euReferenceNumber='&c;'/></export>";
    assert!(said(in_attribute).contains("broken"), "{}", said(in_attribute));
}

#[test]
fn what_has_no_end_is_read_no_further_than_an_honest_element_goes() {
    let begin = "<export><sanctionEntity euReferenceNumber='".as_bytes();
    let endless = Counted { inner: begin.chain(io::repeat(b'x')), read: 0 };
    let file = Source { name: "the file".to_owned(), bytes: BufReader::new(endless) };
    let sentence = read(vec![file]).expect_err("it has no end").to_string();
    assert!(sentence.contains("more than 8 MB"), "{sentence}");
    let deep = format!("<export><sanctionEntity>{}", "<a>".repeat(100_000));
    assert!(said(&deep).contains("too deep"));
}

/// Stops the test, should the reader never stop.
struct Counted<R> {
    inner: R,
    read: usize,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.read += read;
        assert!(self.read < 64 << 20, "the reader goes on and on");
        Ok(read)
    }
}
