//! Lists that are written as tables: OFAC's set of files, the UK's, the EU's, and OpenSanctions' simple one.

use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use crate::bounded::Bounded;
use crate::edition::{Entry, Found};
use crate::fault::said;
use crate::{List, ListFault, Node};

/// What OFAC writes for nothing.
const NULL: &str = "-0-";
/// What ends some of OFAC's files.
const END_OF_FILE: &str = "\u{1a}";

/// A file of OFAC's set: its columns, the first the entry's number, and the node that a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns {
    row: &'static str,
    names: &'static [&'static str],
}

/// OFAC's files by their number of columns: dat_spec.txt of that office.
const OFAC: &[Columns] = &[
    Columns {
        row: "entry",
        names: &[
            "ent_num",
            "SDN_Name",
            "SDN_Type",
            "Program",
            "Title",
            "Call_Sign",
            "Vess_type",
            "Tonnage",
            "GRT",
            "Vess_flag",
            "Vess_owner",
            "Remarks",
        ],
    },
    Columns {
        row: "address",
        names: &["ent_num", "Add_num", "Address", "City_State_Zip", "Country", "Add_remarks"],
    },
    Columns { row: "alias", names: &["ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"] },
    Columns { row: "comment", names: &["ent_num", "comment"] },
];

/// A table with a heading, told by a column of it.
struct Headed {
    list: List,
    /// The column of the uid.
    uid: &'static str,
    /// Columns that speak of the file, not of the entry.
    of_file: &'static [&'static str],
}

const HEADED: &[Headed] = &[
    Headed { list: List::Uk, uid: "Unique ID", of_file: &["Report Date"] },
    Headed { list: List::Eu, uid: "Entity_EU_ReferenceNumber", of_file: &["fileGenerationDate"] },
    Headed { list: List::OpenSanctions, uid: "id", of_file: &["first_seen", "last_seen", "last_change"] },
];

/// Reads a table.
pub(crate) fn entries(file: &str, bytes: impl BufRead, head: &str) -> Result<Found, ListFault> {
    let first = head.lines().next().unwrap_or("");
    let is_ofac = first.split(',').next().is_some_and(|cell| cell.trim().parse::<u32>().is_ok());
    let mut table = Table::new(file);
    if is_ofac {
        table.ofac(bytes)?
    } else {
        table.headed(bytes, head)?
    }
    Ok(table.found())
}

struct Table<'f> {
    file: &'f str,
    found: Found,
    entries: HashMap<String, usize>,
    rows: Vec<Entry>,
    /// Lines of the file, once it is read.
    lines: u64,
}

impl<'f> Table<'f> {
    fn new(file: &'f str) -> Self {
        Self { file, found: Found::default(), entries: HashMap::new(), rows: Vec::new(), lines: 0 }
    }

    fn found(self) -> Found {
        Found { entries: self.rows, ..self.found }
    }

    fn bad_row(&self, line: u64, why: impl ToString) -> ListFault {
        ListFault::BadRow { file: self.file.to_owned(), line, why: why.to_string() }
    }

    fn add(&mut self, uid: &str, node: Node) {
        if let Some(&at) = self.entries.get(uid) {
            return self.rows[at].add(node);
        }
        self.entries.insert(uid.to_owned(), self.rows.len());
        let mut entry = Node::new("entry".into());
        entry.add(node);
        self.rows.push(Entry::new(uid.to_owned(), entry));
    }

    /// A file of OFAC's set; the number of its columns says which.
    fn ofac(&mut self, bytes: impl BufRead) -> Result<(), ListFault> {
        self.found.list = Some(List::OfacSdn);
        let mut names: Option<(Columns, Vec<Arc<str>>)> = None;
        let last = self.each_row(bytes, 0, b',', |table, row, line| {
            if row.get(0) == Some(END_OF_FILE) {
                return Ok(());
            }
            let columns = OFAC.iter().find(|columns| columns.names.len() == row.len());
            let wrong = || table.bad_row(line, format!("it has {} columns", row.len()));
            let columns = columns.ok_or_else(wrong)?;
            let (known, names) = names
                .get_or_insert_with(|| (*columns, columns.names.iter().map(|name| (*name).into()).collect()));
            if known != columns {
                return Err(table.bad_row(line, format!("it has {} columns, others have not", row.len())));
            }
            table.found.is_part = columns.row != "entry";
            let uid = row.get(0).unwrap_or("").trim();
            let mut node = Node::new(columns.row.into());
            for (name, cell) in names.iter().zip(row).skip(1).filter(|(_, cell)| cell.trim() != NULL) {
                node.add_said(Node::leaf(name.clone(), cell));
            }
            table.add(uid, node);
            Ok(())
        })?;
        let ends = last.is_none_or(|last| matches!(last, b'\n' | 0x1A));
        if ends { Ok(()) } else { Err(self.bad_row(self.lines, "it breaks off")) }
    }

    /// A table with a heading, of which the UK's has a line with the date before it.
    fn headed(&mut self, bytes: impl BufRead, head: &str) -> Result<(), ListFault> {
        let (heading, skipped) = heading(head);
        let delimiter = if heading.matches(';').count() > heading.matches(',').count() { b';' } else { b',' };
        let names = names_of(heading, delimiter);
        let known = HEADED.iter().find(|known| names.iter().any(|name| &**name == known.uid));
        let unknown = || ListFault::Unknown { file: self.file.to_owned(), begins: said(heading) };
        let known = known.ok_or_else(unknown)?;
        let uid_at = names.iter().position(|name| &**name == known.uid).unwrap_or(0);
        self.found.list = Some(known.list);
        let dated = head
            .lines()
            .next()
            .and_then(|line| line.trim_start_matches('\u{feff}').strip_prefix("Report Date:"));
        self.found.dated = dated.map(|date| date.trim().to_owned());
        self.each_row(bytes, skipped + 1, delimiter, |table, row, line| {
            let Some(uid) = row.get(uid_at).map(str::trim).filter(|uid| !uid.is_empty()) else {
                return Err(table.bad_row(line, format!("it has no {}", known.uid)));
            };
            if row.len() != names.len() {
                return Err(table.bad_row(line, format!("it has {} columns of {}", row.len(), names.len())));
            }
            let mut node = Node::new("row".into());
            for (name, cell) in names.iter().zip(row) {
                if known.of_file.contains(&&**name) {
                    table.found.dated.get_or_insert_with(|| cell.to_owned());
                } else {
                    node.add_said(Node::leaf(name.clone(), cell));
                }
            }
            table.add(uid, node);
            Ok(())
        })?;
        Ok(())
    }

    /// Hands over each row but the first ones with its line, and returns the last byte of the file.
    fn each_row(
        &mut self,
        bytes: impl BufRead,
        skipped: usize,
        delimiter: u8,
        mut take: impl FnMut(&mut Self, &StringRecord, u64) -> Result<(), ListFault>,
    ) -> Result<Option<u8>, ListFault> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Bounded::new(bytes));
        let mut row = StringRecord::new();
        let mut number = 0;
        loop {
            reader.get_mut().mark();
            let line = reader.position().line();
            match reader.read_record(&mut row) {
                Ok(false) => {
                    self.lines = line;
                    return Ok(reader.get_ref().last());
                }
                Ok(true) if number < skipped => number += 1,
                Ok(true) => take(self, &row, line)?,
                Err(why) => return Err(self.bad_row(line, why)),
            }
        }
    }
}

/// The line of the headings, and how many lines stand before it.
fn heading(head: &str) -> (&str, usize) {
    let head = head.trim_start_matches('\u{feff}');
    let mut lines = head.lines();
    let first = lines.next().unwrap_or("");
    if first.starts_with("Report Date") { (lines.next().unwrap_or(""), 1) } else { (first, 0) }
}

fn names_of(heading: &str, delimiter: u8) -> Vec<Arc<str>> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(heading.as_bytes());
    let row = reader.records().next().and_then(Result::ok).unwrap_or_default();
    row.iter().map(|name| name.trim().trim_start_matches('\u{feff}').into()).collect()
}
