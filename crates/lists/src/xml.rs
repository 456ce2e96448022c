//! Lists that are written in XML, an entry at a time.

use std::io::BufRead;
use std::sync::Arc;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::bounded::Bounded;
use crate::edition::{Entry, Found};
use crate::fault::said;
use crate::node::Names;
use crate::shape::{Shape, shape_of};
use crate::{ListFault, Node};

/// How deep elements may nest.
const DEEPEST: usize = 64;

/// Reads a list in XML.
pub(crate) fn entries(file: &str, bytes: impl BufRead) -> Result<Found, ListFault> {
    let mut reader = Reader::from_reader(Bounded::new(bytes));
    let mut walk = Walk::new(file);
    let mut buffer = Vec::new();
    loop {
        reader.get_mut().mark();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(why) => return Err(walk.broken(reader.error_position(), &why.to_string())),
        };
        let at = reader.buffer_position();
        match event {
            Event::Start(start) => walk.open(&start, at)?,
            Event::Empty(start) => {
                walk.open(&start, at)?;
                walk.close(at)?;
            }
            Event::End(_) => walk.close(at)?,
            Event::Text(text) => walk.say(&text.xml_content(XmlVersion::Explicit1_0)),
            Event::CData(text) => walk.say(&text.xml_content(XmlVersion::Explicit1_0)),
            Event::GeneralRef(entity) => walk.refer(&entity, at)?,
            Event::Eof => return walk.end(at),
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
        buffer.clear();
    }
}

/// Where the reader stands.
struct Walk<'f> {
    file: &'f str,
    names: Names,
    shape: Option<&'static Shape>,
    /// The open elements outside of entries.
    path: Vec<Arc<str>>,
    /// The open elements of an entry, with what each says so far.
    open: Vec<(Node, String)>,
    found: Found,
}

impl<'f> Walk<'f> {
    fn new(file: &'f str) -> Self {
        let found = Found::default();
        Self { file, names: Names::default(), shape: None, path: Vec::new(), open: Vec::new(), found }
    }

    fn broken(&self, at: u64, why: &str) -> ListFault {
        ListFault::Broken { file: self.file.to_owned(), at, why: why.to_owned() }
    }

    fn open(&mut self, start: &BytesStart<'_>, at: u64) -> Result<(), ListFault> {
        if self.path.len() + self.open.len() >= DEEPEST {
            return Err(self.broken(at, "elements nest too deep"));
        }
        let name = self.names.get(start.local_name().into_inner());
        if self.shape.is_none() {
            let unknown = || ListFault::Unknown { file: self.file.to_owned(), begins: said(&name) };
            let shape = shape_of(&name).ok_or_else(unknown)?;
            self.shape = Some(shape);
            self.found.list = Some(shape.list);
        }
        let is_entry = self.shape.is_some_and(|shape| shape.entries.contains(&&*name));
        if self.open.is_empty() && !is_entry {
            self.open_outside(start, name, at)
        } else {
            let node = self.with_attributes(start, name, at)?;
            self.open.push((node, String::new()));
            Ok(())
        }
    }

    /// Opens an element that is in no entry: its attributes may date the list.
    fn open_outside(&mut self, start: &BytesStart<'_>, name: Arc<str>, at: u64) -> Result<(), ListFault> {
        self.path.push(name.clone());
        if self.path.len() == 1 {
            let root = self.with_attributes(start, name, at)?;
            let dated = self.shape.and_then(|shape| root.at(shape.dated));
            self.found.dated = dated.map(str::to_owned);
        }
        Ok(())
    }

    fn with_attributes(
        &mut self,
        start: &BytesStart<'_>,
        name: Arc<str>,
        at: u64,
    ) -> Result<Node, ListFault> {
        let mut node = Node::new(name);
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|why| self.broken(at, &why.to_string()))?;
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            let value = value.map_err(|why| self.broken(at, &why.to_string()))?;
            let name = self.names.get(&format!("@{}", attribute.key.local_name().into_inner()));
            node.add(Node::leaf(name, &value));
        }
        Ok(node)
    }

    fn close(&mut self, at: u64) -> Result<(), ListFault> {
        let Some((mut node, text)) = self.open.pop() else {
            self.path.pop();
            return Ok(());
        };
        node.say(&text);
        match self.open.last_mut() {
            Some((parent, _)) => parent.add(node),
            None => self.keep(node, at)?,
        }
        Ok(())
    }

    fn keep(&mut self, node: Node, at: u64) -> Result<(), ListFault> {
        let Some(shape) = self.shape else { return Ok(()) };
        let no_uid = || ListFault::NoUid { file: self.file.to_owned(), id: shape.called, at };
        let uid = shape.uid_of(&node).ok_or_else(no_uid)?;
        self.found.entries.push(Entry::new(uid, node));
        Ok(())
    }

    /// Takes text: of an element of an entry, or what the list says of itself.
    fn say(&mut self, text: &str) {
        if let Some((_, said)) = self.open.last_mut() {
            said.push_str(text);
            return;
        }
        let text = text.trim();
        let (Some(shape), Some(name)) = (self.shape, self.path.last()) else { return };
        if text.is_empty() {
            return;
        }
        if shape.count == Some(&**name) {
            self.found.said = text.parse().ok();
        }
        let is_date = self.path.iter().skip(1).map(|name| &**name).eq(shape.dated.iter().copied());
        if is_date && self.found.dated.is_none() {
            self.found.dated = Some(text.to_owned());
        }
    }

    /// Takes a character by its number, or one of the five entities that XML has; no other is expanded.
    fn refer(&mut self, entity: &BytesRef<'_>, at: u64) -> Result<(), ListFault> {
        let by_number = entity.resolve_char_ref().map_err(|why| self.broken(at, &why.to_string()))?;
        if let Some(character) = by_number {
            self.say(character.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let name = entity.xml_content(XmlVersion::Explicit1_0);
        let Some(text) = quick_xml::escape::resolve_xml_entity(&name) else {
            return Err(self.broken(at, &format!("the entity “{name}”, which no list needs")));
        };
        self.say(text);
        Ok(())
    }

    fn end(self, at: u64) -> Result<Found, ListFault> {
        if !self.open.is_empty() || !self.path.is_empty() {
            return Err(self.broken(at, "it breaks off"));
        }
        if self.shape.is_none() {
            return Err(ListFault::Empty { file: self.file.to_owned() });
        }
        Ok(self.found)
    }
}
