//! The catalogue of official sources: `source catalogue`, `source follow` and `source sets`.

use chancery_app::api::types::{CatalogueOrder, OfficialSource};
use chancery_app::{App, AppError};
use chancery_model::Source;
use clap::Args;
use serde_json::{Value, json};

use super::source::source_json;
use crate::{Outcome, output};

/// What to look for.
#[derive(Debug, Args)]
pub struct Catalogue {
    /// Words of a name, body, host or country
    words: Vec<String>,
    /// Of this country: ISO 3166-1 alpha-2, EU or UN
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// On this topic, by its slug
    #[arg(long, value_name = "SLUG")]
    topic: Option<String>,
    /// In this language: ISO 639-1
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Of this kind, such as mfa or sanctions-authority
    #[arg(long)]
    kind: Option<String>,
    /// Prints a JSON array
    #[arg(long)]
    json: bool,
}

impl Catalogue {
    pub async fn run(self, app: &App) -> anyhow::Result<Outcome> {
        let (words, as_json) = (self.words.join(" "), self.json);
        let order = CatalogueOrder {
            words,
            country: self.country,
            topic: self.topic,
            language: self.language,
            kind: self.kind,
        };
        let found = app.catalogue(&order).await?;
        if as_json {
            output::json(&found.sources.iter().map(official_json).collect::<Vec<_>>())?;
        } else {
            output::text(&found.sources.iter().map(official_lines).collect::<String>())?;
            crate::output::note(format_args!("{} official sources.", found.sources.len()));
        }
        Ok(Outcome::Done)
    }
}

fn official_json(source: &OfficialSource) -> Value {
    let mut object = json!(source.official);
    object["followed"] = source.followed.into();
    object
}

fn official_lines(source: &OfficialSource) -> String {
    let official = &source.official;
    let mark = if source.followed { "followed" } else { "" };
    let about = [official.country.as_deref().unwrap_or("—"), &official.kind.to_string()].join("  ");
    let mut lines = format!(
        "{mark:<8} {}\n         {about}  {}  {}\n         {}\n",
        official.name,
        official.languages.join(","),
        official.topics.join(","),
        official.url
    );
    if let Some(note) = &official.note {
        lines.push_str(&format!("         {note}\n"));
    }
    lines
}

/// What to follow.
#[derive(Debug, Args)]
pub struct Follow {
    /// Names or addresses as the catalogue has them
    #[arg(value_name = "SOURCE", required_unless_present = "set")]
    sources: Vec<String>,
    /// All sources of this set
    #[arg(long, value_name = "KEY")]
    set: Vec<String>,
    /// Prints the sources that are new as a JSON array
    #[arg(long)]
    json: bool,
}

impl Follow {
    pub async fn run(self, app: &App) -> anyhow::Result<Outcome> {
        let (mut new, mut faults) = (Vec::new(), Vec::new());
        for wanted in &self.sources {
            match app.follow_official(wanted).await {
                Ok(source) => new.push(source),
                Err(error @ (AppError::Unknown { .. } | AppError::Store(_))) => {
                    faults.push(error.to_string())
                }
                Err(error) => return Err(error.into()),
            }
        }
        for key in &self.set {
            new.extend(app.follow_starter_set(key).await?);
        }
        self.print(&new)?;
        Ok(Outcome::after(&faults))
    }

    fn print(&self, new: &[Source]) -> anyhow::Result<()> {
        if self.json {
            return output::json(&new.iter().map(source_json).collect::<Vec<_>>());
        }
        let line = |source: &Source| format!("Following {} as “{}”.\n", source.url, source.name);
        output::text(&new.iter().map(line).collect::<String>())
    }
}

/// How to list the sets.
#[derive(Debug, Args)]
pub struct Sets {
    /// Prints a JSON array
    #[arg(long)]
    json: bool,
}

impl Sets {
    pub fn run(self, app: &App) -> anyhow::Result<Outcome> {
        let sets = app.starter_sets().iter();
        if self.json {
            let object = |set: &chancery_app::catalogue::StarterSet| json!({ "key": set.key, "name": set.name("en"), "description": set.description("en"), "sources": set.sources() });
            output::json(&sets.map(object).collect::<Vec<_>>())?;
        } else {
            let lines = |set: &chancery_app::catalogue::StarterSet| {
                format!(
                    "{:<18} {} ({} sources)\n{:19}{}\n",
                    set.key,
                    set.name("en"),
                    set.sources().len(),
                    "",
                    set.description("en")
                )
            };
            output::text(&sets.map(lines).collect::<String>())?;
        }
        Ok(Outcome::Done)
    }
}
