use chancery_annotate::{Context, Tagger};
use chancery_exchange::Places;
use chancery_extract::{Found, Why, read_file};
use chancery_model::{Annotations, Check, Draft, ResolutionTag};
use serde_json::{Map, Value, json};

use super::line::{BadLine, Line, answer};
use super::spans::spans_json;

/// Answers a line of `annotate --jsonl`: in `{id, text, title?, lang?, url?}`, out `{id, lang, countries, topics,
/// resolutions, regimes, speakers, issuer, instruments, quotes, data_version}`.
pub fn annotate_line(input: &str, tagger: &Tagger) -> String {
    answer(input, |line| {
        let draft = draft(line)?;
        let tags = tagger.annotate(&draft, &Context { url: draft.url.as_deref(), ..Context::default() });
        Ok(annotations_json(&draft, &tags))
    })
}

fn draft(line: &Line) -> Result<Draft, BadLine> {
    Ok(Draft {
        title: line.optional("title")?.unwrap_or_default().to_owned(),
        text: line.text("text")?.to_owned(),
        url: line.optional("url")?.map(str::to_owned),
        lang: line.lang()?,
        ..Draft::default()
    })
}

/// Tags a file: one object for a page or text, an array for a feed, each with an `id` (the file's name, the entry's own).
///
/// # Errors
/// The file is nothing that can be read.
pub fn annotate_file(name: &str, bytes: &[u8], url: Option<&str>, tagger: &Tagger) -> Result<Value, Why> {
    let reading = read_file(name, bytes, url);
    if let Found::Nothing(why) = reading.found {
        return Err(why);
    }
    let is_feed = matches!(reading.found, Found::Feed(_));
    let mut tagged: Vec<Value> = reading.drafts.iter().map(|draft| tagged(draft, name, tagger)).collect();
    Ok(match tagged.pop() {
        Some(only) if tagged.is_empty() && !is_feed => only,
        last => tagged.into_iter().chain(last).collect(),
    })
}

fn tagged(draft: &Draft, name: &str, tagger: &Tagger) -> Value {
    let tags = tagger.annotate(draft, &Context { url: draft.url.as_deref(), ..Context::default() });
    let id = draft.guid.as_deref().or(draft.url.as_deref()).unwrap_or(name);
    let mut object = Map::from_iter([("id".to_owned(), json!(id))]);
    object.extend(annotations_json(draft, &tags));
    Value::Object(object)
}

/// Writes the tags of a document as `annotate` prints them, without an id.
pub fn annotations_json(draft: &Draft, tags: &Annotations) -> Map<String, Value> {
    let places = Places::of_tags(&draft.title, &draft.text, tags);
    let spans = |spans| spans_json(&places, spans);
    let countries = tags.countries.iter().map(|tag| {
        json!({ "code": tag.code, "count": tag.count, "about": tag.about, "named": tag.named, "spans": spans(&tag.spans) })
    });
    let topics = tags.topics.iter().map(|tag| json!({ "slug": tag.slug, "spans": spans(&tag.spans) }));
    let resolutions = tags.resolutions.iter().map(|tag| resolution_json(tag, spans(&tag.spans)));
    let regimes = tags
        .regimes
        .iter()
        .map(|tag| json!({ "key": tag.key, "stated": tag.stated, "spans": spans(&tag.spans) }));
    let instruments = tags
        .instruments
        .iter()
        .map(|tag| json!({ "kind": tag.kind, "key": tag.key, "name": tag.name, "spans": spans(&tag.spans) }));
    let quotes = tags
        .quotes
        .iter()
        .map(|tag| json!({ "speaker": tag.speaker, "lang": tag.lang, "spans": spans(&tag.spans) }));
    let speakers = tags
        .speakers
        .iter()
        .map(|tag| json!({ "name": tag.name, "role": tag.role, "spans": spans(&tag.spans) }));
    let issuer = tags
        .issuer
        .as_ref()
        .map(|tag| json!({ "name": tag.name, "code": tag.code, "spans": spans(&tag.spans) }));
    let fields = [
        ("lang", json!(tags.lang)),
        ("countries", countries.collect()),
        ("topics", topics.collect()),
        ("resolutions", resolutions.collect()),
        ("regimes", regimes.collect()),
        ("speakers", speakers.collect()),
        ("issuer", issuer.unwrap_or_default()),
        ("instruments", instruments.collect()),
        ("quotes", quotes.collect()),
        ("data_version", json!(tags.data_version)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A plain number is a number, `68/262` stays a text; a citation with another year does not count as stated.
fn resolution_json(tag: &ResolutionTag, spans: Value) -> Value {
    let number = tag.number.parse::<u32>().map_or_else(|_| json!(tag.number), |number| json!(number));
    json!({
        "number": number,
        "year": tag.year,
        "organ": tag.organ,
        "stated": tag.stated && tag.check != Check::YearDiffers,
        "check": tag.check,
        "spans": spans,
    })
}
