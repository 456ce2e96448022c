//! Lists that are written as JSON Lines: an entry a line, as OpenSanctions gives them and converters write them.

use std::io::BufRead;

use serde_json::Value;

use crate::bounded::Bounded;
use crate::edition::{Entry, Found};
use crate::node::Names;
use crate::{List, ListFault, Node};

/// The member that names an entry, and the list that calls it so.
const IDS: &[(&str, List)] =
    &[("unique_id", List::Uk), ("eu_reference_number", List::Eu), ("id", List::OpenSanctions)];

/// Reads JSON Lines.
pub(crate) fn entries(file: &str, bytes: impl BufRead) -> Result<Found, ListFault> {
    let mut bytes = Bounded::new(bytes);
    let (mut found, mut names) = (Found::default(), Names::default());
    let (mut line, mut number) = (String::new(), 0);
    loop {
        bytes.mark();
        line.clear();
        number += 1;
        let bad_row = |why: String| ListFault::BadRow { file: file.to_owned(), line: number, why };
        let read = bytes.read_line(&mut line).map_err(|why| bad_row(why.to_string()))?;
        if read == 0 {
            return Ok(found);
        }
        if line.trim().is_empty() {
            continue;
        }
        let value: Value = serde_json::from_str(&line).map_err(|why| bad_row(why.to_string()))?;
        let named = IDS.iter().find_map(|(id, list)| Some((value.get(id)?.as_str()?, *list)));
        let (uid, list) = named.ok_or_else(|| bad_row("no member names the entry".to_owned()))?;
        found.list.get_or_insert(list);
        found.entries.push(Entry::new(uid.to_owned(), node("entry", &value, &mut names)));
    }
}

/// A value as a node; the members of a list are nodes of its name.
fn node(name: &str, value: &Value, names: &mut Names) -> Node {
    let mut made = Node::new(names.get(name));
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| add(&mut made, name, value, names)),
        Value::Array(_) => add(&mut made, name, value, names),
        Value::String(text) => made.say(text),
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) => made.say(&value.to_string()),
    }
    made
}

fn add(parent: &mut Node, name: &str, value: &Value, names: &mut Names) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| add(parent, name, value, names)),
        value => parent.add_said(node(name, value, names)),
    }
}
