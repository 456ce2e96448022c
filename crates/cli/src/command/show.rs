use std::io::Write;

use anyhow::Context;
use chancery_app::App;
use chancery_app::batch::annotations_json;
use chancery_app::exchange::{provenance, record};
use chancery_app::store::{PageAnswer, PageTrouble, Publication, Revision};
use chancery_model::{Received, Span, Statement, Trouble};
use clap::Args;
use serde_json::{Value, json};

use super::search::line;
use crate::arguments::DataFolder;
use crate::{Outcome, archive, output};

/// Shows one statement, its tags with their evidence, and where it comes from
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery show 2f6c1a
  chancery show https://www.example.org/news/1 --revisions
  chancery show 2f6c1a --raw > received.html")]
pub struct Show {
    /// The statement's id or address
    id: String,

    /// Also lists its revisions
    #[arg(long)]
    revisions: bool,

    /// Writes the bytes as they were received, and nothing else
    #[arg(long, conflicts_with_all = ["json", "revisions"])]
    raw: bool,

    /// Prints one JSON object
    #[arg(long)]
    json: bool,
}

/// What the archive holds beside a statement itself.
struct Beside {
    revisions: Option<Vec<Revision>>,
    elsewhere: Vec<Publication>,
    translations: Vec<Statement>,
    page: Option<PageAnswer>,
}

impl Show {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            let statement = app.statement_at(&self.id).await?;
            let received = app.received(&statement.id, None).await?;
            let translations = app.translations(&statement).await?;
            if self.raw {
                print_raw(received)?;
            } else {
                let revisions = self.revisions_of(&app, &statement).await?;
                let elsewhere = app.publications(&statement.id).await?;
                let page = app.page_answer(&statement).await?;
                let beside = Beside { revisions, elsewhere, translations, page };
                self.print(&statement, received.as_ref(), &beside)?;
            }
            Ok(Outcome::Done)
        })
    }

    async fn revisions_of(&self, app: &App, statement: &Statement) -> anyhow::Result<Option<Vec<Revision>>> {
        match self.revisions {
            true => Ok(Some(app.revisions(&statement.id).await?)),
            false => Ok(None),
        }
    }

    fn print(
        &self,
        statement: &Statement,
        received: Option<&Received>,
        beside: &Beside,
    ) -> anyhow::Result<()> {
        if !self.json {
            return output::text(&text(statement, received, beside));
        }
        let mut object = record(statement, true);
        object["tags"] = Value::Object(annotations_json(&statement.draft, &statement.annotations));
        object["provenance"] = received.map(provenance).unwrap_or_default();
        object["also_published"] = beside.elsewhere.iter().map(publication_json).collect();
        object["translations"] = beside.translations.iter().map(translation_json).collect();
        object["summary_only"] = json!(statement.draft.summary_only);
        object["page"] = beside.page.map(page_json).unwrap_or_default();
        if let Some(revisions) = &beside.revisions {
            object["revisions"] = revisions.iter().map(revision_json).collect();
        }
        output::json(&object)
    }
}

fn print_raw(received: Option<Received>) -> anyhow::Result<()> {
    let received = received.context("The bytes of this statement as received were not kept.")?;
    let mut out = std::io::stdout().lock();
    out.write_all(&received.bytes)?;
    Ok(out.flush()?)
}

fn publication_json(publication: &Publication) -> Value {
    json!({
        "statement_id": publication.id,
        "source_id": publication.source,
        "source_name": publication.source_name,
        "url": publication.url,
        "title": publication.title,
        "collected_at": publication.collected_at,
    })
}

fn page_json(page: PageAnswer) -> Value {
    json!({
        "asked_at": page.asked_at,
        "trouble": page.trouble.map(|trouble| trouble.kind),
        "status": page.trouble.and_then(|trouble| trouble.status),
        "missing_since": page.missing_since,
    })
}

/// How the page answered, and what the text is therefore.
fn page_words(statement: &Statement, page: PageAnswer) -> String {
    let at = page.asked_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let summary = if statement.draft.summary_only { "; the text is the summary of the feed" } else { "" };
    let answer = match page.trouble {
        None => "it was there".to_owned(),
        Some(PageTrouble { status: Some(status @ (404 | 410)), .. }) => {
            format!("it was not found ({status})")
        }
        Some(PageTrouble { status: Some(status), .. }) => format!("its server refused it ({status})"),
        Some(PageTrouble { kind: Trouble::Unreachable, .. }) => "its server could not be reached".to_owned(),
        Some(PageTrouble { kind: Trouble::Blocked, .. }) => "it is not open to programs".to_owned(),
        Some(_) => "it had no text that can be read".to_owned(),
    };
    format!("asked for on {at}: {answer}{summary}")
}

fn revision_json(revision: &Revision) -> Value {
    json!({
        "revision": revision.revision,
        "revised_at": revision.revised_at,
        "title": revision.title,
        "content_sha256": revision.content_sha256,
        "edit": revision.edit,
    })
}

fn translation_json(other: &Statement) -> Value {
    json!({ "id": other.id, "lang": lang_of(other), "title": other.draft.title, "url": other.draft.url })
}

fn lang_of(statement: &Statement) -> Option<chancery_model::Lang> {
    statement.annotations.reading_lang(statement.draft.lang)
}

fn text(statement: &Statement, received: Option<&Received>, beside: &Beside) -> String {
    let mut shown = format!("{}\n", line(statement));
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            shown.push_str(&format!("{name:<12} {value}\n"));
        }
    };
    field("address", statement.draft.url.as_deref().unwrap_or_default());
    field("source", &statement.source_name);
    field("collected", &statement.collected_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    field("revision", &statement.revision.to_string());
    if let Some(page) = beside.page {
        field("page", &page_words(statement, page));
    }
    for other in &beside.translations {
        let lang = lang_of(other).map(|lang| lang.to_string()).unwrap_or_default();
        field("also in", &format!("{lang} ({}): {}", other.id, other.draft.title));
    }
    for (kind, tag, spans) in tags(statement) {
        field(kind, &format!("{tag}{}", evidence(statement, spans)));
    }
    for publication in &beside.elsewhere {
        let address = publication.url.as_deref().map(|url| format!(" {url}")).unwrap_or_default();
        field("also in", &format!("{}, {}{address}", publication.source_name, publication.id));
    }
    field("labels", &statement.marks.labels.join(", "));
    field("note", statement.marks.note.as_deref().unwrap_or_default());
    if let Some(received) = received {
        field("received", &format!("{} bytes, SHA-256 {}", received.bytes.len(), received.sha256));
    }
    for revision in beside.revisions.iter().flatten() {
        let at = revision.revised_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let edit = revision.edit.map(|edit| format!(" ({})", edit.word())).unwrap_or_default();
        field("", &format!("revision {} of {at}{edit}: {}", revision.revision, revision.title));
    }
    format!("{shown}\n{}\n", statement.draft.text)
}

/// Every tag with its kind and evidence.
fn tags(statement: &Statement) -> Vec<(&'static str, String, &[Span])> {
    let tags = &statement.annotations;
    let unstated = |stated: bool| if stated { "" } else { " (implied)" };
    let countries = tags.countries.iter().map(|tag| ("country", tag.code.to_string(), tag.spans.as_slice()));
    let topics = tags.topics.iter().map(|tag| ("topic", tag.slug.clone(), tag.spans.as_slice()));
    let resolutions = tags
        .resolutions
        .iter()
        .map(|tag| ("resolution", format!("{}{}", tag.number, unstated(tag.stated)), tag.spans.as_slice()));
    let regimes = tags
        .regimes
        .iter()
        .map(|tag| ("regime", format!("{}{}", tag.key, unstated(tag.stated)), tag.spans.as_slice()));
    let instruments = tags
        .instruments
        .iter()
        .map(|tag| ("instrument", format!("{}, {}", tag.key, tag.name), tag.spans.as_slice()));
    let quotes = tags
        .quotes
        .iter()
        .map(|tag| ("quote", tag.speaker.clone().unwrap_or_default(), tag.spans.as_slice()));
    let speakers = tags.speakers.iter().map(|tag| {
        let role = tag.role.as_ref().map(|role| format!(", {role}")).unwrap_or_default();
        ("speaker", format!("{}{role}", tag.name), tag.spans.as_slice())
    });
    let issuer = tags.issuer.iter().map(|tag| ("issuer", tag.name.clone(), tag.spans.as_slice()));
    let law = resolutions.chain(regimes).chain(instruments);
    countries.chain(topics).chain(law).chain(speakers).chain(quotes).chain(issuer).collect()
}

/// The first words that a tag rests on, and how many more there are.
fn evidence(statement: &Statement, spans: &[Span]) -> String {
    let Some(first) = spans.first() else { return String::new() };
    let words = first.of(&statement.draft.title, &statement.draft.text);
    match spans.len() - 1 {
        0 => format!(" — “{words}”"),
        more => format!(" — “{words}” and {more} more"),
    }
}
