use std::io::Write;

use chancery_model::{Annotations, Check, Organ, Part, Span, Statement};

use crate::cell::is_stated;
use crate::statement_csv::Table;
use crate::{CsvOptions, ExchangeError, Places, Report, TAG_COLUMNS};

/// Writes `statement_tags.csv`: one row for each piece of evidence of each tag.
///
/// `start` and `end` count characters (Unicode scalar values), half-open, in the text, or in the title when the
/// evidence stands there (`part` says which). `check` is what the catalogue says of a resolution. A tag that is known from the source alone has no place.
pub struct TagCsv<W: Write> {
    table: Table<W>,
}

/// One tag, whatever its kind.
struct Tag<'a> {
    kind: &'static str,
    value: String,
    stated: bool,
    check: Option<Check>,
    spans: &'a [Span],
}

impl<W: Write> TagCsv<W> {
    /// Begins the file. The columns of `options` are those of statements and are not minded.
    pub fn new(writer: W, options: &CsvOptions) -> Result<Self, ExchangeError> {
        Ok(Self { table: Table::new(writer, options, TAG_COLUMNS)? })
    }

    /// Writes every tag of one statement.
    pub fn write(&mut self, statement: &Statement) -> Result<(), ExchangeError> {
        let (draft, tags) = (&statement.draft, &statement.annotations);
        let places = Places::of_tags(&draft.title, &draft.text, tags);
        for tag in rows(tags) {
            if tag.spans.is_empty() {
                self.row(statement, &tag, Default::default())?;
            }
            for span in tag.spans {
                let (start, end) = places.of(span);
                let words = span.of(&draft.title, &draft.text).to_owned();
                let part = if span.part == Part::Title { "title" } else { "text" };
                self.row(statement, &tag, [&words, &start.to_string(), &end.to_string(), part])?;
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        statement: &Statement,
        tag: &Tag<'_>,
        [matched_text, start, end, part]: [&str; 4],
    ) -> Result<(), ExchangeError> {
        self.table.row([
            statement.id.0.clone(),
            tag.kind.to_owned(),
            tag.value.clone(),
            tag.stated.to_string(),
            matched_text.to_owned(),
            start.to_owned(),
            end.to_owned(),
            statement.annotations.data_version.clone(),
            part.to_owned(),
            tag.check.map(check_word).unwrap_or_default().to_owned(),
        ])
    }

    /// Ends the file and says what it holds.
    pub fn finish(self) -> Result<Report, ExchangeError> {
        self.table.finish()
    }
}

fn rows(annotations: &Annotations) -> Vec<Tag<'_>> {
    let countries = annotations.countries.iter().map(|t| tag("country", t.code, true, &t.spans));
    let topics = annotations.topics.iter().map(|t| tag("topic", t.slug.as_str(), true, &t.spans));
    let resolutions = annotations.resolutions.iter().map(|t| Tag {
        check: Some(t.check),
        ..tag(resolution_kind(t.organ), t.number.as_str(), is_stated(t), &t.spans)
    });
    let regimes = annotations.regimes.iter().map(|t| tag("regime", t.key.as_str(), t.stated, &t.spans));
    let instruments =
        annotations.instruments.iter().map(|t| tag("instrument", t.key.as_str(), true, &t.spans));
    let quotes = annotations
        .quotes
        .iter()
        .map(|t| tag("quote", t.speaker.as_deref().unwrap_or_default(), true, &t.spans));
    let speakers = annotations.speakers.iter().map(|t| tag("speaker", t.name.as_str(), true, &t.spans));
    let issuer =
        annotations.issuer.iter().map(|t| tag("issuer", t.name.as_str(), !t.spans.is_empty(), &t.spans));
    let law = resolutions.chain(regimes).chain(instruments);
    countries.chain(topics).chain(law).chain(speakers).chain(quotes).chain(issuer).collect()
}

fn tag<'a>(kind: &'static str, value: impl Into<String>, stated: bool, spans: &'a [Span]) -> Tag<'a> {
    Tag { kind, value: value.into(), stated, check: None, spans }
}

/// The body stands in the type, so that `resolution` is always a number of the Security Council.
fn resolution_kind(organ: Organ) -> &'static str {
    match organ {
        Organ::SecurityCouncil => "resolution",
        Organ::GeneralAssembly => "resolution-unga",
        Organ::HumanRightsCouncil => "resolution-hrc",
        Organ::Other => "resolution-other",
    }
}

/// The word of the command line for what the catalogue says.
fn check_word(check: Check) -> &'static str {
    match check {
        Check::Ok => "ok",
        Check::YearDiffers => "year-differs",
        Check::UnknownNumber => "unknown-number",
    }
}
