use serde_json::{Value, json};

use crate::{Column, CsvOptions, Preset, TAG_COLUMNS};

/// The name of the sidecar that belongs to a CSV file.
pub fn sidecar_name(file_name: &str) -> String {
    format!("{file_name}-metadata.json")
}

/// Describes a `statements.csv` after CSVW (W3C, "Metadata Vocabulary for Tabular Data").
pub fn statements_metadata(file_name: &str, options: &CsvOptions) -> Value {
    let columns = options.chosen();
    let mut metadata =
        metadata(file_name, options, columns.iter().map(|column| statement_column(*column)).collect());
    if columns.contains(&Column::StatementId) {
        metadata["tableSchema"]["primaryKey"] = json!("statement_id");
    }
    metadata
}

/// Describes a `statement_tags.csv`.
pub fn tags_metadata(file_name: &str, options: &CsvOptions) -> Value {
    metadata(file_name, options, TAG_COLUMNS.iter().map(|name| tag_column(name)).collect())
}

fn metadata(file_name: &str, options: &CsvOptions, columns: Vec<Value>) -> Value {
    let terminator = match options.preset {
        Preset::Excel => "\r\n",
        Preset::Data => "\n",
    };
    json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": file_name,
        "dialect": {
            "encoding": "utf-8",
            "delimiter": char::from(options.delimiter.byte()).to_string(),
            "lineTerminators": [terminator],
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
            "headerRowCount": 1,
        },
        "tableSchema": { "columns": columns },
    })
}

fn statement_column(column: Column) -> Value {
    let mut description =
        json!({ "name": column.name(), "titles": column.name(), "datatype": datatype(column) });
    if column.is_multiple() {
        description["separator"] = json!(";");
    }
    if let Some(text) = meaning(column) {
        description["dc:description"] = json!(text);
    }
    description
}

/// A published date may be a bare day, which `dateTime` does not allow.
fn datatype(column: Column) -> &'static str {
    match column {
        Column::Revision => "integer",
        Column::CollectedAt => "dateTime",
        Column::Read | Column::Starred => "boolean",
        Column::Url => "anyURI",
        Column::Language => "language",
        _ => "string",
    }
}

fn meaning(column: Column) -> Option<&'static str> {
    Some(match column {
        Column::PublishedAt => "ISO 8601: in UTC with Z, or a bare date when published_precision is day",
        Column::CollectedAt => "when this program first collected the statement, in UTC",
        Column::SpeakerRole => "roles in the order of speaker",
        Column::Countries => "ISO 3166-1 alpha-2, EU and XK: named at all",
        Column::About => "ISO 3166-1 alpha-2, EU and XK: what the statement is about",
        Column::Resolutions => "numbers of Security Council resolutions that are stated",
        Column::Regimes => "sanctions regimes, named or implied by a citation",
        Column::MatchedText => "the matching passages in the order of matched_rules",
        Column::Sha256 => "SHA-256 of the bytes as received, in hex",
        _ => return None,
    })
}

fn tag_column(name: &str) -> Value {
    let datatype = match name {
        "stated" => "boolean",
        "start" | "end" => "integer",
        _ => "string",
    };
    let mut description = json!({ "name": name, "titles": name, "datatype": datatype });
    let text = match name {
        "part" => "title or text: where the evidence stands",
        "check" => "what the catalogue says of a resolution: ok, year-differs, unknown-number",
        "start" => "first character (Unicode scalar value) in the text, or in the title when it stands there",
        "end" => "one past the last character",
        "stated" => "false when only implied, or when the year beside a number is not that resolution's",
        _ => return description,
    };
    description["dc:description"] = json!(text);
    description
}
