//! `<meta>` elements.

use super::marks::Marks;
use crate::{clean, plain};

/// The names (small letters) and values of a page's `<meta>` elements, in order.
pub(super) struct Meta(Vec<(String, String)>);

impl Meta {
    /// Reads them.
    pub(super) fn of(marks: &Marks<'_>) -> Meta {
        let mut found = Vec::new();
        for node in &marks.metas {
            let Some(value) = node.attr("content") else { continue };
            let value = clean::one_line(&plain::of_html(&value));
            let names =
                ["property", "name", "itemprop", "http-equiv"].iter().filter_map(|key| node.attr(key));
            let names: Vec<String> = names.map(|name| name.trim().to_ascii_lowercase()).collect();
            found.extend(names.into_iter().filter(|_| !value.is_empty()).map(|name| (name, value.clone())));
        }
        Meta(found)
    }

    /// Returns the value of the first of these names that is there.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.0.iter().find(|(n, _)| n == name)).map(|(_, value)| value.as_str())
    }

    /// Returns all values of a name.
    pub(super) fn all<'m>(&'m self, name: &str) -> Vec<&'m str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect()
    }
}
