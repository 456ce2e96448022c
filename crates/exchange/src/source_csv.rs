use std::io::{Read, Write};

use crate::{ExchangeError, SourceEntry, SourceList};

const HEADER: [&str; 6] = ["name", "url", "kind", "country", "paused", "folder"];

/// Writes sources as CSV: `name,url,kind,country,paused,folder`; folders within folders are divided by `/`.
pub fn write_sources_csv(writer: impl Write, sources: &[SourceEntry]) -> Result<(), ExchangeError> {
    let mut csv = csv::Writer::from_writer(writer);
    csv.write_record(HEADER)?;
    for source in sources {
        csv.write_record([
            source.name.as_deref().unwrap_or(""),
            &source.url,
            source.kind.map_or("", kind_word),
            source.country.as_ref().map_or("", |country| country.as_str()),
            if source.paused { "true" } else { "false" },
            &source.folder.join("/"),
        ])?;
    }
    Ok(csv.flush()?)
}

fn kind_word(kind: chancery_model::SourceKind) -> &'static str {
    match kind {
        chancery_model::SourceKind::Feed => "feed",
        chancery_model::SourceKind::Page => "page",
        chancery_model::SourceKind::Folder => "folder",
        chancery_model::SourceKind::Import => "import",
    }
}

fn kind_of(word: &str) -> Option<chancery_model::SourceKind> {
    use chancery_model::SourceKind::*;
    [Feed, Page, Folder, Import].into_iter().find(|kind| kind_word(*kind).eq_ignore_ascii_case(word))
}

/// Reads sources from a CSV whose first line names its columns, in any order and case; only `url` must be there
/// (`address`, `link` and `xmlurl` are taken for it). `,` `;` and tab are told apart by the header. A row without an
/// address is a fault with its line, an empty one is passed over.
pub fn read_sources_csv(mut reader: impl Read) -> Result<SourceList, ExchangeError> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let mut csv = csv::ReaderBuilder::new().delimiter(delimiter(bytes)).flexible(true).from_reader(bytes);
    let columns = Columns::of(csv.byte_headers()?)?;
    let mut list = SourceList::default();
    for row in csv.byte_records() {
        let row = row?;
        let line = row.position().map_or(0, |place| line_of(bytes, place));
        match columns.source(&row) {
            Some(source) => list.add(source, line),
            None if row.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            None => list.leave_out(line, "the row has no address in its column “url”.".to_owned()),
        }
    }
    Ok(list)
}

/// The line on which a row stands: the reader counts empty lines before it as its own.
fn line_of(bytes: &[u8], place: &csv::Position) -> u64 {
    let from = usize::try_from(place.byte()).unwrap_or(usize::MAX).min(bytes.len());
    let breaks = bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    place.line() + breaks.filter(|byte| **byte == b'\n').count() as u64
}

/// The delimiter that the first line uses most.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |wanted: u8| header.iter().filter(|byte| **byte == wanted).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|candidate| count(*candidate)).unwrap_or(b',')
}

struct Columns {
    name: Option<usize>,
    url: usize,
    kind: Option<usize>,
    country: Option<usize>,
    paused: Option<usize>,
    folder: Option<usize>,
}

impl Columns {
    fn of(header: &csv::ByteRecord) -> Result<Self, ExchangeError> {
        let find = |names: &[&str]| {
            header.iter().position(|cell| {
                let cell = String::from_utf8_lossy(cell);
                names.iter().any(|name| cell.trim().eq_ignore_ascii_case(name))
            })
        };
        Ok(Self {
            name: find(&["name", "title"]),
            url: find(&["url", "address", "link", "xmlurl"]).ok_or(ExchangeError::NoUrlColumn)?,
            kind: find(&["kind", "type"]),
            country: find(&["country"]),
            paused: find(&["paused"]),
            folder: find(&["folder"]),
        })
    }

    fn source(&self, row: &csv::ByteRecord) -> Option<SourceEntry> {
        let cell = |at: usize| {
            let text = String::from_utf8_lossy(row.get(at)?).trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        Some(SourceEntry {
            url: cell(self.url)?,
            name: self.name.and_then(cell),
            kind: self.kind.and_then(cell).and_then(|word| kind_of(&word)),
            country: self.country.and_then(cell).and_then(|code| code.to_uppercase().parse().ok()),
            paused: self.paused.and_then(cell).is_some_and(|word| word.eq_ignore_ascii_case("true")),
            folder: self.folder.and_then(cell).map(|path| folders(&path)).unwrap_or_default(),
        })
    }
}

fn folders(path: &str) -> Vec<String> {
    path.split('/').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
