//! One labelled text, as its file has it.

use std::collections::BTreeSet;

use serde_json::Value;

/// A row of a corpus: one JSON object.
#[derive(Debug, Clone)]
pub struct Row {
    value: Value,
    line: usize,
}

impl Row {
    /// Reads the rows of a file of JSON lines.
    ///
    /// # Errors
    /// A line that is no JSON, with its number.
    pub fn read(lines: &str) -> anyhow::Result<Vec<Row>> {
        let full = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        full.map(|(at, line)| {
            let value = serde_json::from_str(line)
                .map_err(|error| anyhow::anyhow!("line {} is no JSON: {error}", at + 1))?;
            Ok(Row { value, line: at + 1 })
        })
        .collect()
    }

    /// Returns the text of a field; empty when it is absent or no text.
    pub fn text(&self, field: &str) -> &str {
        self.value[field].as_str().unwrap_or("")
    }

    /// Returns the row's identifier, else its line.
    pub fn id(&self) -> String {
        match self.text("id") {
            "" => format!("line {}", self.line),
            id => id.to_owned(),
        }
    }

    /// Returns the items of a list as text, numbers too; none when the field is absent.
    pub fn set(&self, field: &str) -> BTreeSet<String> {
        self.items(field)
            .iter()
            .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
            .collect()
    }

    /// Returns the items of a list.
    pub fn items(&self, field: &str) -> &[Value] {
        self.value[field].as_array().map_or(&[], Vec::as_slice)
    }

    /// Returns a field as text, a number too; none when it is absent or null.
    pub fn one(&self, field: &str) -> Option<String> {
        match &self.value[field] {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    /// Returns whether the row is labelled in this field: null and absent are not.
    pub fn has(&self, field: &str) -> bool {
        !self.value[field].is_null()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_text_and_null_is_no_label() {
        let rows =
            Row::read("{\"id\":\"a\",\"resolutions\":[1718,2397],\"issuer\":null}\n\n{\"n\":7}\n").unwrap();
        assert_eq!(rows[0].set("resolutions"), BTreeSet::from(["1718".to_owned(), "2397".to_owned()]));
        assert!(!rows[0].has("issuer") && rows[0].has("resolutions"));
        assert_eq!((rows[1].id(), rows[1].one("n")), ("line 3".to_owned(), Some("7".to_owned())));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = Row::read("{}\n{").unwrap_err();
        assert!(error.to_string().starts_with("line 2"), "{error}");
    }
}
