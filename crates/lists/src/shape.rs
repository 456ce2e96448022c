//! How each list is written in XML: its root, its entries, what names an entry, and what it says of itself.

use crate::{List, Node};

/// What names an entry.
#[derive(Debug)]
pub(crate) enum Uid {
    /// What the first of these that is there says.
    First(&'static [&'static [&'static str]]),
    /// What these say together, as far as they are there, at least two: the list has no ids of its own.
    Joined(&'static [&'static [&'static str]]),
}

/// How a list is written in XML.
#[derive(Debug)]
pub(crate) struct Shape {
    pub list: List,
    /// The root element.
    pub root: &'static str,
    /// The elements that are entries.
    pub entries: &'static [&'static str],
    /// What names an entry, in the list's words.
    pub called: &'static str,
    /// The paths to an entry's uid.
    pub uid: Uid,
    /// The path to the list's own date: an attribute of the root, or an element.
    pub dated: &'static [&'static str],
    /// The element that says how many entries there are.
    pub count: Option<&'static str>,
}

/// Sources: the published files of each authority and their schemas (sc-sanctions.xsd, sdnList.xsd, FSF 1.1, the UK
/// Sanctions List, swiss-sanctions-list.xsd, sema-lmes.xml).
pub(crate) const SHAPES: &[Shape] = &[
    Shape {
        list: List::Un,
        root: "CONSOLIDATED_LIST",
        entries: &["INDIVIDUAL", "ENTITY"],
        called: "REFERENCE_NUMBER",
        uid: Uid::First(&[&["REFERENCE_NUMBER"]]),
        dated: &["@dateGenerated"],
        count: None,
    },
    Shape {
        list: List::OfacSdn,
        root: "sdnList",
        entries: &["sdnEntry"],
        called: "uid",
        uid: Uid::First(&[&["uid"]]),
        dated: &["publshInformation", "Publish_Date"],
        count: Some("Record_Count"),
    },
    Shape {
        list: List::Eu,
        root: "export",
        entries: &["sanctionEntity"],
        called: "euReferenceNumber",
        uid: Uid::First(&[&["@euReferenceNumber"], &["@logicalId"]]),
        dated: &["@generationDate"],
        count: None,
    },
    Shape {
        list: List::Uk,
        root: "Designations",
        entries: &["Designation"],
        called: "UniqueID",
        uid: Uid::First(&[&["UniqueID"]]),
        dated: &["DateGenerated"],
        count: None,
    },
    Shape {
        list: List::Ch,
        root: "swiss-sanctions-list",
        entries: &["target"],
        called: "ssid",
        uid: Uid::First(&[&["@ssid"]]),
        dated: &["@date"],
        count: None,
    },
    Shape {
        list: List::Ca,
        root: "data-set",
        entries: &["record"],
        called: "Country, Schedule and Item",
        uid: Uid::Joined(&[&["Country"], &["Schedule"], &["Item"]]),
        dated: &[],
        count: None,
    },
];

/// The shape whose root this is.
pub(crate) fn shape_of(root: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.root == root)
}

impl Shape {
    /// What names an entry.
    pub(crate) fn uid_of(&self, entry: &Node) -> Option<String> {
        match self.uid {
            Uid::First(paths) => paths.iter().find_map(|path| entry.at(path)).map(str::to_owned),
            Uid::Joined(paths) => {
                let parts: Vec<&str> = paths.iter().filter_map(|path| entry.at(path)).collect();
                (parts.len() > 1).then(|| parts.join("; "))
            }
        }
    }
}
