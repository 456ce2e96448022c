use std::path::{Path, PathBuf};

use anyhow::Context;
use chancery_app::api::types::SourceDraft;
use chancery_app::exchange::SourceList;
use chancery_app::{App, Finding, StateImported, Watched, cadence_words, listing_address};
use chancery_model::{Manners, Source};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::catalogue::{Catalogue, Follow, Sets};
use crate::arguments::DataFolder;
use crate::failure::WrongCall;
use crate::{Outcome, archive, output};

/// Follows sources, and says how they do
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery source add https://www.consilium.europa.eu/en/rss/ --name \"Council of the EU\"
  chancery source list")]
pub struct SourceCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Follows an address: a feed, a page that names a feed, a page, or a folder of this machine
    #[command(after_help = "\
Examples:
  chancery source add https://www.example.org/news
  chancery source add ~/Press --name \"Press releases\"
  chancery source add https://www.example.org/rss.xml --name \"Ministry\" --no-check")]
    Add {
        /// The address, or the path of a folder
        url: String,
        /// Its name; else the title that it gives itself
        #[arg(long)]
        name: Option<String>,
        /// Follows the address as it stands, without asking it
        #[arg(long)]
        no_check: bool,
        /// Reads the page as a list: a CSS selector of its items or of their links
        #[arg(long, value_name = "CSS")]
        selector: Option<String>,
        /// Prints the source as JSON
        #[arg(long)]
        json: bool,
    },
    /// Looks into the catalogue of official sources
    #[command(after_help = "\
Examples:
  chancery source catalogue
  chancery source catalogue sanctions --country US
  chancery source catalogue 'foreign affairs' --language fr --json")]
    Catalogue(Catalogue),
    /// Follows official sources of the catalogue
    #[command(after_help = "\
Examples:
  chancery source follow 'OFAC: recent actions' https://news.un.org/feed/subscribe/en/news/all/rss.xml
  chancery source follow --set ukraine-war")]
    Follow(Follow),
    /// Lists the sets of official sources to begin with
    #[command(after_help = "\
Example:
  chancery source sets")]
    Sets(Sets),
    /// Lists the sources and how they do
    #[command(after_help = "\
Example:
  chancery source list --json")]
    List {
        /// Prints a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Stops following a source; its statements stay
    #[command(after_help = "\
Example:
  chancery source remove ministry")]
    Remove {
        /// Its id, name or address
        #[arg(value_name = "ID")]
        source: String,
    },
    /// Leaves a source alone until it is resumed
    #[command(after_help = "\
Example:
  chancery source pause ministry")]
    Pause {
        /// Its id, name or address
        #[arg(value_name = "ID")]
        source: String,
    },
    /// Follows a paused source again
    #[command(after_help = "\
Example:
  chancery source resume ministry")]
    Resume {
        /// Its id, name or address
        #[arg(value_name = "ID")]
        source: String,
    },
    /// Says all that is known of a source and how it does
    #[command(after_help = "\
Example:
  chancery source show ministry --json")]
    Show {
        /// Its id, name or address
        #[arg(value_name = "ID")]
        source: String,
        /// Prints it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Lets a source go on at another address; its statements stay with it
    #[command(after_help = "\
Examples:
  chancery source move ministry https://www.example.org/new.xml
  chancery source move ministry")]
    Move {
        /// Its id, name or address
        #[arg(value_name = "ID")]
        source: String,
        /// The address; else the feed that was found where it had been
        url: Option<String>,
    },
    /// Changes how a source is asked, for servers that refuse programs; without options, back to the usual way
    #[command(after_help = "\
Example:
  chancery source ask ministry --user-agent \"Mozilla/5.0\" --header \"Cookie: consent=yes\"")]
    Ask {
        /// Its id, name or address
        #[arg(value_name = "ID")]
        source: String,
        /// A User-Agent in place of the program's own
        #[arg(long, value_name = "TEXT")]
        user_agent: Option<String>,
        /// A further header; may be given again
        #[arg(long, value_name = "NAME: VALUE", value_parser = header)]
        header: Vec<(String, String)>,
    },
    /// Says what an address is, without following it
    #[command(after_help = "\
Example:
  chancery source check www.example.org
  chancery source check www.example.org/news --selector '.news-list li'")]
    Check {
        /// The address
        url: String,
        /// Reads the page as a list: a CSS selector of its items or of their links
        #[arg(long, value_name = "CSS")]
        selector: Option<String>,
        /// Prints what was found as JSON
        #[arg(long)]
        json: bool,
    },
    /// Follows the sources of an OPML or CSV file
    #[command(after_help = "\
Example:
  chancery source import sources.opml")]
    Import {
        /// The file: CSV when it ends in .csv, else OPML; - is standard input
        file: PathBuf,
    },
    /// Writes the sources into an OPML or CSV file
    #[command(after_help = "\
Examples:
  chancery source export sources.opml
  chancery source export sources.csv")]
    Export {
        /// The file: CSV when it ends in .csv, else OPML; - is standard output
        file: PathBuf,
    },
}

impl SourceCommand {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| match self.action {
            Action::Add { url, name, no_check, selector, json } => {
                let url = listed(url, selector.as_deref())?;
                add(&app, SourceDraft { url, name, no_check }, json).await
            }
            Action::Catalogue(command) => command.run(&app).await,
            Action::Follow(command) => command.run(&app).await,
            Action::Sets(command) => command.run(&app),
            Action::List { json } => list(&app, json).await,
            Action::Remove { source } => remove(&app, &source).await,
            Action::Pause { source } => pause(&app, &source, true).await,
            Action::Resume { source } => pause(&app, &source, false).await,
            Action::Show { source, json } => show(&app, &source, json).await,
            Action::Move { source, url } => move_to(&app, &source, url).await,
            Action::Ask { source, user_agent, header } => {
                ask(&app, &source, Manners { user_agent, headers: header }).await
            }
            Action::Check { url, selector, json } => {
                check(&app, &listed(url, selector.as_deref())?, json).await
            }
            Action::Import { file } => import(&app, &file).await,
            Action::Export { file } => export(&app, &file).await,
        })
    }
}

/// The address, with the selector that its page is read by; of a folder its whole path.
fn listed(url: String, selector: Option<&str>) -> anyhow::Result<String> {
    Ok(match selector {
        Some(_) => listing_address(&url, selector)?,
        None if Path::new(&url).is_dir() => std::path::absolute(&url)?.display().to_string(),
        None => url,
    })
}

/// Finds a source by id, name or address.
pub async fn find(app: &App, wanted: &str) -> anyhow::Result<Source> {
    let is_wanted = |source: &Source| source.id.0 == wanted || source.name == wanted || source.url == wanted;
    let found = app.watched().await?.into_iter().map(|watched| watched.source).find(is_wanted);
    found.ok_or_else(|| {
        WrongCall(format!("There is no source “{wanted}”: `chancery source list` names them.")).into()
    })
}

async fn add(app: &App, draft: SourceDraft, as_json: bool) -> anyhow::Result<Outcome> {
    let source = app.add_source(&draft, None).await?;
    if as_json {
        output::json(&source_json(&source))?;
    } else {
        output::line(&format!("Following {} as “{}” ({}).", source.url, source.name, source.id))?;
    }
    Ok(Outcome::Done)
}

async fn list(app: &App, as_json: bool) -> anyhow::Result<Outcome> {
    let sources = app.watched().await?;
    if as_json {
        output::json(&sources.iter().map(watched_json).collect::<Vec<_>>())?;
    } else {
        output::text(&sources.iter().map(watched_lines).collect::<String>())?;
    }
    Ok(Outcome::Done)
}

pub(super) fn source_json(source: &Source) -> Value {
    json!({
        "id": source.id,
        "name": source.name,
        "url": source.url,
        "kind": source.kind,
        "state": source.state,
        "reason": source.reason,
        "trouble": source.trouble,
        "failing_since": source.failing_since,
        "offer": source.offer,
        "last_success": source.last_success,
        "last_new": source.last_new,
        "next_try": source.next_try,
        "statements": source.statements,
    })
}

/// A source as it does now; one without a trouble of its own says when its host wants to be left alone.
fn watched_json(watched: &Watched) -> Value {
    let mut json = source_json(&watched.source);
    if json["reason"].is_null() {
        json["reason"] = json!(resting(watched));
    }
    json
}

fn watched_lines(watched: &Watched) -> String {
    let resting = resting(watched).map(|sentence| format!("         {sentence}\n"));
    source_lines(&watched.source) + &resting.unwrap_or_default()
}

fn resting(watched: &Watched) -> Option<String> {
    watched.resting_until.map(|until| format!("Its host asked programs to wait until {}.", minute(until)))
}

fn source_lines(source: &Source) -> String {
    let state = serde_json::to_value(source.state).unwrap_or_default();
    let mut lines = format!(
        "{:<8} {}  {} ({} statements)\n",
        state.as_str().unwrap_or_default(),
        source.id,
        source.name,
        source.statements,
    );
    let since = source.failing_since.map(|since| format!("It fails since {}.", minute(since)));
    let offer = source.offer.as_ref().map(|offer| {
        format!("Another feed was found: {offer}; `chancery source move {}` follows it.", source.id)
    });
    let next = source.next_try.filter(|_| since.is_some()).map(|next| format!("Next try: {}.", minute(next)));
    for line in [Some(source.url.clone()), source.reason.clone(), since, next, offer].into_iter().flatten() {
        lines.push_str(&format!("         {line}\n"));
    }
    lines
}

fn minute(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

async fn show(app: &App, wanted: &str, as_json: bool) -> anyhow::Result<Outcome> {
    let id = find(app, wanted).await?.id;
    let mut all = app.watched().await?.into_iter();
    let watched = all.find(|watched| watched.source.id == id).context("The source was removed just now.")?;
    let cadence = watched.gap.map(cadence_words);
    let source = &watched.source;
    let manners = app.manners(&source.id).await?;
    if as_json {
        let mut json = watched_json(&watched);
        json["cadence"] = json!(cadence);
        json["manners"] = json!(manners);
        output::json(&json)?;
        return Ok(Outcome::Done);
    }
    let mut text = watched_lines(&watched);
    let times =
        [("Last success", source.last_success), ("Last new", source.last_new), ("Next try", source.next_try)];
    for (name, time) in times {
        text.push_str(&format!("         {name}: {}\n", time.map_or("never".to_owned(), minute)));
    }
    text.push_str(&format!("         Usually: {}\n", cadence.as_deref().unwrap_or("not known yet")));
    if let Some(user_agent) = manners.user_agent {
        text.push_str(&format!("         Asked as: {user_agent}\n"));
    }
    output::text(&text)?;
    Ok(Outcome::Done)
}

async fn move_to(app: &App, wanted: &str, url: Option<String>) -> anyhow::Result<Outcome> {
    let source = find(app, wanted).await?;
    let Some(url) = url.or(source.offer) else {
        let nothing = format!("No other feed was found for “{}”: give its new address.", source.name);
        return Err(WrongCall(nothing).into());
    };
    let url = listed(url, None)?;
    app.move_source(&source.id, &url).await?;
    output::line(&format!("“{}” is followed at {url} now.", source.name))?;
    Ok(Outcome::Done)
}

async fn ask(app: &App, wanted: &str, manners: Manners) -> anyhow::Result<Outcome> {
    let source = find(app, wanted).await?;
    let usual = manners == Manners::default();
    app.ask_source(&source.id, manners).await?;
    let way = if usual { "in the usual way" } else { "in its own way" };
    output::line(&format!("“{}” is asked {way} from now on.", source.name))?;
    Ok(Outcome::Done)
}

/// A header as typed, `Name: value`.
fn header(typed: &str) -> anyhow::Result<(String, String)> {
    let (name, value) = typed.split_once(':').unwrap_or_default();
    if name.trim().is_empty() {
        anyhow::bail!("write it as “Name: value”");
    }
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

async fn remove(app: &App, wanted: &str) -> anyhow::Result<Outcome> {
    let source = find(app, wanted).await?;
    app.remove_source(&source.id).await?;
    output::line(&format!(
        "“{}” is not followed any more; its {} statements stay.",
        source.name, source.statements
    ))?;
    Ok(Outcome::Done)
}

async fn pause(app: &App, wanted: &str, paused: bool) -> anyhow::Result<Outcome> {
    let source = find(app, wanted).await?;
    app.pause_source(&source.id, paused).await?;
    output::line(&format!("“{}” is {}.", source.name, if paused { "paused" } else { "followed again" }))?;
    Ok(Outcome::Done)
}

async fn check(app: &App, url: &str, as_json: bool) -> anyhow::Result<Outcome> {
    let finding = app.check_source(url).await?;
    if as_json {
        output::json(&finding_json(&finding))?;
    } else {
        output::line(&format!("{}\n{}\n{}", finding.name, finding.url, finding.message))?;
    }
    Ok(Outcome::Done)
}

fn finding_json(finding: &Finding) -> Value {
    let entries = finding.drafts.iter().take(3).map(|draft| {
        let published = draft.published.map(|published| published.when.stated_form());
        json!({ "title": draft.title, "published_at": published, "url": draft.url })
    });
    json!({
        "url": finding.url,
        "kind": finding.kind,
        "form": finding.form,
        "name": finding.name,
        "message": finding.message,
        "entries": finding.entries,
        "first": entries.collect::<Value>(),
    })
}

async fn import(app: &App, file: &Path) -> anyhow::Result<Outcome> {
    let list = SourceList::read(file, output::input(file)?)?;
    let listed = list.listed;
    let faults = list.faults.iter().map(|fault| format!("{}, {fault}", file.display()));
    let mut taken = StateImported { faults: faults.collect(), ..StateImported::default() };
    app.take_sources(list.sources, &mut taken).await?;
    output::line(&format!("{} of {listed} sources are new and followed now.", taken.sources))?;
    Ok(Outcome::after(&taken.faults))
}

async fn export(app: &App, file: &Path) -> anyhow::Result<Outcome> {
    let sources = app.followed_entries().await?;
    output::file(file, |out| SourceList::write(file, out, &sources))?;
    Ok(Outcome::Done)
}
