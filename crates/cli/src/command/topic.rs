use std::path::{Path, PathBuf};

use chancery_app::tagging::{Tagger, Topic, TopicLexicon, TopicWord};
use chancery_app::{App, AppError, Stale};
use chancery_model::Lang;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::arguments::DataFolder;
use crate::failure::WrongCall;
use crate::{Outcome, archive, output, progress};

/// Keeps topics and words of your own, on top of the program's
#[derive(Debug, Args)]
#[command(after_help = "\
A file of topics has lines of four cells between tabs: topic, language, weight, words (docs/topics.md).

Examples:
  chancery topic words sanctions --lang en
  chancery topic check my-topics.tsv
  chancery topic import my-topics.tsv")]
pub struct TopicCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Lists the topics
    #[command(after_help = "\
Example:
  chancery topic list --json")]
    List {
        /// Prints a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Lists the words of a topic in a language, with their weights
    #[command(after_help = "\
Example:
  chancery topic words sanctions --lang uk")]
    Words {
        /// The topic's slug
        topic: String,
        /// The language, by its ISO 639-1 code
        #[arg(long, default_value = "en")]
        lang: Lang,
        /// Prints a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Reads a file of topics and says line by line what is wrong; nothing is saved
    #[command(after_help = "\
Example:
  chancery topic check my-topics.tsv")]
    Check {
        /// The file; - is standard input
        file: PathBuf,
    },
    /// Takes a file in place of your topics before, and tags the archive again; an empty file takes yours out
    #[command(after_help = "\
Example:
  chancery topic import my-topics.tsv")]
    Import {
        /// The file; - is standard input
        file: PathBuf,
        /// Leaves the archive's tags as they are: `chancery retag` and the window make them anew later
        #[arg(long)]
        later: bool,
    },
    /// Writes your topics and words into a file
    #[command(after_help = "\
Example:
  chancery topic export my-topics.tsv")]
    Export {
        /// The file; - is standard output
        file: PathBuf,
    },
}

impl TopicCommand {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        match self.action {
            Action::Check { file } => check(&file),
            action => archive::with(data, async |app| match action {
                Action::List { json } => list(&app, json).await,
                Action::Words { topic, lang, json } => words(&app, &topic, lang, json).await,
                Action::Import { file, later } => import(&app, &file, later).await,
                Action::Export { file } => export(&app, &file).await,
                Action::Check { file } => check(&file),
            }),
        }
    }
}

async fn list(app: &App, as_json: bool) -> anyhow::Result<Outcome> {
    let tagger = app.tagger().await?;
    let topics = tagger.topics().topics();
    if as_json {
        output::json(&topics.iter().map(topic_json).collect::<Vec<_>>())?;
        return Ok(Outcome::Done);
    }
    for topic in topics {
        let own = if topic.own { " (yours)" } else { "" };
        output::line(&format!("{:<32} {}{own}", topic.slug, topic.name))?;
    }
    Ok(Outcome::Done)
}

fn topic_json(topic: &Topic) -> Value {
    json!({ "slug": topic.slug, "name": topic.name, "about": topic.about, "own": topic.own })
}

async fn words(app: &App, slug: &str, lang: Lang, as_json: bool) -> anyhow::Result<Outcome> {
    let tagger = app.tagger().await?;
    let topic = tagger.topics().topic(slug);
    let topic = topic.ok_or_else(|| AppError::Unknown { what: "topic", id: slug.to_owned() })?;
    let words = tagger.topics().words(&topic.slug, lang);
    if as_json {
        output::json(&words.iter().map(word_json).collect::<Vec<_>>())?;
        return Ok(Outcome::Done);
    }
    words.iter().try_for_each(|word| output::line(&word_line(word)))?;
    Ok(Outcome::Done)
}

fn word_json(word: &TopicWord) -> Value {
    json!({ "words": word.pattern, "weight": word.weight, "own": word.own })
}

fn word_line(word: &TopicWord) -> String {
    let weight = word.weight.map_or_else(|| "not".to_owned(), |weight| weight.to_string());
    let own = if word.own { " (yours)" } else { "" };
    format!("{weight:>5}  {}{own}", word.pattern)
}

/// Reads a file of topics; what is wrong with it is listed line by line.
fn check(file: &Path) -> anyhow::Result<Outcome> {
    match TopicLexicon::with_own(&text_of(file)?) {
        Ok(lexicon) => {
            output::line(&format!("{} rows can be read.", lexicon.own_rows().len()))?;
            Ok(Outcome::Done)
        }
        Err(errors) => {
            errors.iter().try_for_each(|error| output::line(&error.to_string()))?;
            Err(AppError::Topics(errors).into())
        }
    }
}

/// The tagger with the topics of a file.
pub fn tagger_of(file: &Path) -> anyhow::Result<Tagger> {
    let lexicon = TopicLexicon::with_own(&text_of(file)?).map_err(AppError::Topics)?;
    Ok(Tagger::with_topics(lexicon))
}

async fn import(app: &App, file: &Path, later: bool) -> anyhow::Result<Outcome> {
    let stale = app.save_own_topics(&text_of(file)?).await?;
    if later || stale == 0 {
        output::line(&format!("Saved. {stale} statements are to be tagged again."))?;
        return Ok(Outcome::Done);
    }
    let changed = progress::shown(app, "retag", app.retag(Stale::Only)).await?;
    output::line(&format!("Saved. {stale} statements were tagged again; {changed} have other tags now."))?;
    Ok(Outcome::Done)
}

async fn export(app: &App, file: &Path) -> anyhow::Result<Outcome> {
    let own = app.own_topics().await?;
    output::file(file, |to| Ok(to.write_all(own.as_bytes())?))?;
    Ok(Outcome::Done)
}

fn text_of(file: &Path) -> anyhow::Result<String> {
    let not_text = || WrongCall(format!("{} is no UTF-8 text: save it as such.", file.display()));
    String::from_utf8(output::bytes(file)?).map_err(|_| not_text().into())
}
