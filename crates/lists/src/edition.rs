//! An edition of a list: one state of it, as its files give it.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};

use crate::{List, ListFault, Node, lines, table, xml};

/// How many bytes of a file are looked at to tell its format.
const HEAD: usize = 16 << 10;

/// A file of an edition.
pub struct Source<R> {
    /// What it is called in sentences.
    pub name: String,
    /// Its bytes.
    pub bytes: R,
}

/// What a list says of one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The list's own stable id.
    pub uid: String,
    /// All that it says.
    pub node: Node,
}

impl Entry {
    pub(crate) fn new(uid: String, node: Node) -> Self {
        Self { uid, node }
    }

    pub(crate) fn add(&mut self, node: Node) {
        self.node.add(node);
    }
}

/// One state of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Which list.
    pub list: List,
    /// The list's own date, as it is written there.
    pub dated: Option<String>,
    /// Its entries by uid, each in one order.
    pub entries: BTreeMap<String, Node>,
}

/// What a file gave.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub list: Option<List>,
    pub dated: Option<String>,
    /// How many entries the file says that it has.
    pub said: Option<u64>,
    /// Whether it only goes on what another file of the set begins.
    pub is_part: bool,
    pub entries: Vec<Entry>,
}

/// Reads the files of one edition: one, or OFAC's set of tables.
pub fn read<R: BufRead>(files: Vec<Source<R>>) -> Result<Edition, ListFault> {
    let mut edition: Option<Edition> = None;
    let mut parts = Vec::new();
    for Source { name, bytes } in files {
        let found = found(&name, bytes)?;
        let list = list_of(&found).ok_or_else(|| ListFault::Empty { file: name.clone() })?;
        if found.is_part {
            parts.push(found.entries);
            continue;
        }
        let edition = edition.get_or_insert_with(|| Edition {
            list,
            dated: found.dated.clone(),
            entries: BTreeMap::new(),
        });
        if edition.list != list {
            return Err(ListFault::OfOther { file: name, this: list, other: edition.list });
        }
        add(&mut edition.entries, found.entries);
    }
    let alone = || Edition { list: List::OfacSdn, dated: None, entries: BTreeMap::new() };
    let mut edition = edition.unwrap_or_else(alone);
    parts.into_iter().for_each(|entries| add(&mut edition.entries, entries));
    edition.entries.values_mut().for_each(Node::order);
    Ok(edition)
}

/// What a file holds, whole by its own count.
fn found(file: &str, mut bytes: impl BufRead) -> Result<Found, ListFault> {
    let mut head = Vec::with_capacity(HEAD);
    let io = |why| ListFault::Io { file: file.to_owned(), why };
    bytes.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(io)?;
    refuse_by_first_bytes(file, &head)?;
    let text = String::from_utf8_lossy(&head).into_owned();
    let whole = std::io::Cursor::new(head).chain(bytes);
    let found = match text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().next() {
        None => return Err(ListFault::Empty { file: file.to_owned() }),
        Some('<') => xml::entries(file, whole)?,
        Some('{') => lines::entries(file, whole)?,
        Some(_) => table::entries(file, whole, &text)?,
    };
    let held = found.entries.len() as u64;
    match found.said {
        Some(said) if said != held => Err(ListFault::Count { file: file.to_owned(), said, found: held }),
        _ if held == 0 => Err(ListFault::Empty { file: file.to_owned() }),
        _ => Ok(found),
    }
}

/// Refuses what is packed (gzip, xz, zip, bzip2, zstd) or in UTF-16.
fn refuse_by_first_bytes(file: &str, head: &[u8]) -> Result<(), ListFault> {
    const PACKED: &[&[u8]] = &[b"\x1f\x8b", b"\xfd7zXZ", b"PK\x03\x04", b"BZh", b"\x28\xb5\x2f\xfd"];
    if PACKED.iter().any(|mark| head.starts_with(mark)) {
        return Err(ListFault::Packed { file: file.to_owned() });
    }
    let marked = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let is_utf16 = marked || head.len() > 1 && head[..2].contains(&0);
    if is_utf16 { Err(ListFault::Utf16 { file: file.to_owned() }) } else { Ok(()) }
}

/// Puts entries in; one that stands twice and says the same is one.
fn add(entries: &mut BTreeMap<String, Node>, more: Vec<Entry>) {
    for Entry { uid, mut node } in more {
        node.settle();
        match entries.get_mut(&uid) {
            Some(known) if *known == node => {}
            Some(known) => node.into_children().into_iter().for_each(|child| known.add(child)),
            None => {
                entries.insert(uid, node);
            }
        }
    }
}

/// Which list it is. OFAC's two are written alike: the other list has programmes that block nobody's property.
fn list_of(found: &Found) -> Option<List> {
    const OTHER: &[&str] = &["UKRAINE-EO13662", "NS-PLC", "CMIC", "CCMC", "FSE-", "561-"];
    let list = found.list?;
    if list != List::OfacSdn || found.is_part {
        return Some(list);
    }
    let is_other = |entry: &&Entry| says_programme(&entry.node, OTHER);
    let others = found.entries.iter().filter(is_other).count();
    Some(if others * 4 > found.entries.len() { List::OfacCons } else { List::OfacSdn })
}

fn says_programme(node: &Node, programmes: &[&str]) -> bool {
    let is_one = |text: &str| programmes.iter().any(|programme| text.starts_with(programme));
    matches!(node.name(), "program" | "Program") && is_one(node.text())
        || node.children().iter().any(|child| says_programme(child, programmes))
}
