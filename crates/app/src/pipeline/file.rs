use std::sync::Arc;

use chancery_annotate::Tagger;
use chancery_model::{Draft, Filed, Head, Received, Source, StatementId};
use chancery_store::{Entry, Print};
use chrono::{DateTime, Utc};
use tokio::task::JoinSet;

use super::neighbours::look_up;
use super::stage::judge;
use super::{Readied, RuleBook, ready};
use crate::{App, AppError};

/// Documents that are judged and filed in one transaction at most.
const CHUNK: usize = 32;

/// How often a document is judged anew when the archive or the rules moved meanwhile.
const ATTEMPTS: usize = 8;

/// A document with the bytes that it was read from, where some are its own.
pub(crate) type Sourced = (Draft, Option<Arc<Received>>);

/// Documents of one source that came together.
pub(crate) struct Batch {
    /// The source.
    pub(crate) source: Source,
    /// Each document with the bytes that it was read from.
    pub(crate) drafts: Vec<Sourced>,
    /// When they were collected.
    pub(crate) collected_at: DateTime<Utc>,
    /// Whether this is the first fetch of the source.
    pub(crate) first_fetch: bool,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// New, revised or known, with the statement's id.
    pub filed: Filed,
    /// Its title.
    pub title: String,
}

impl Outcome {
    /// The statement that the document became; none when other changes overtook it again and again.
    pub fn statement(&self) -> Option<&StatementId> {
        match &self.filed {
            Filed::New(id) | Filed::Revised(id) | Filed::Known(id) => Some(id),
            Filed::Stale => None,
        }
    }

    /// `new`, `revised`, `known` or `stale`.
    pub fn word(&self) -> &'static str {
        match &self.filed {
            Filed::New(_) => "new",
            Filed::Revised(_) => "revised",
            Filed::Known(_) => "known",
            Filed::Stale => "stale",
        }
    }
}

/// What became of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Document by document, in order.
    pub outcomes: Vec<Outcome>,
    /// Alerts that were raised.
    pub alerts: u32,
}

impl Tally {
    /// How many documents became new statements.
    pub fn new_statements(&self) -> u32 {
        self.count(|filed| matches!(filed, Filed::New(_)))
    }

    /// How many became new revisions.
    pub fn revised(&self) -> u32 {
        self.count(|filed| matches!(filed, Filed::Revised(_)))
    }

    /// How many brought nothing new.
    pub fn known(&self) -> u32 {
        self.count(|filed| matches!(filed, Filed::Known(_)))
    }

    fn count(&self, is: impl Fn(&Filed) -> bool) -> u32 {
        self.outcomes.iter().filter(|outcome| is(&outcome.filed)).count() as u32
    }

    pub(crate) fn add(&mut self, other: Tally) {
        self.outcomes.extend(other.outcomes);
        self.alerts += other.alerts;
    }
}

/// Takes a batch through annotate, identify, judge and file. `filed` hears of every chunk, and ends the work by `false`.
pub(crate) async fn file_batch(
    app: &App,
    mut batch: Batch,
    mut filed: impl FnMut(&Tally) -> bool,
) -> Result<Tally, AppError> {
    let mut tally = Tally::default();
    let mut drafts = std::mem::take(&mut batch.drafts).into_iter();
    let (batch, tagger) = (Arc::new(batch), app.tagger().await?);
    let mut readied = ready_chunk(&mut drafts, &batch, &tagger).await?;
    while !readied.is_empty() {
        // The next chunk is tagged while the writer files this one.
        let next = ready_chunk(&mut drafts, &batch, &tagger);
        let (added, next) = tokio::join!(file_chunk(app, &batch, readied), next);
        tally.add(added?);
        if !filed(&tally) {
            return Err(AppError::Stopped);
        }
        readied = next?;
    }
    Ok(tally)
}

/// Annotates the next documents on the blocking pool, in order; none when there are no more.
async fn ready_chunk(
    drafts: &mut impl Iterator<Item = Sourced>,
    batch: &Arc<Batch>,
    tagger: &Tagger,
) -> Result<Vec<Readied>, AppError> {
    let mut works = JoinSet::new();
    for (place, (draft, received)) in drafts.take(CHUNK).enumerate() {
        let (batch, tagger) = (batch.clone(), tagger.clone());
        works.spawn_blocking(move || {
            (place, ready(draft, &batch.source, received, batch.collected_at, &tagger))
        });
    }
    let mut readied = Vec::new();
    while let Some(work) = works.join_next().await {
        readied.push(work.map_err(|_| AppError::Broken("tagger"))?);
    }
    readied.sort_by_key(|(place, _)| *place);
    Ok(readied.into_iter().map(|(_, readied)| readied).collect())
}

/// Judges and files documents; those that the archive or the rules overtook are judged anew.
async fn file_chunk(app: &App, batch: &Arc<Batch>, readied: Vec<Readied>) -> Result<Tally, AppError> {
    let readied = Arc::new(readied);
    let mut outcomes: Vec<Option<Filed>> = vec![None; readied.len()];
    let mut alerts = 0;
    for nth in 0..ATTEMPTS {
        let open: Vec<usize> = (0..readied.len()).filter(|&at| outcomes[at].is_none()).collect();
        if open.is_empty() {
            break;
        }
        for (at, filed, raised) in attempt(app, batch, &readied, open, nth).await? {
            if filed != Filed::Stale {
                outcomes[at] = Some(filed);
                alerts += raised;
            }
        }
    }
    let titled = outcomes.into_iter().zip(readied.iter()).map(|(filed, readied)| Outcome {
        filed: filed.unwrap_or(Filed::Stale),
        title: readied.annotated.draft.title.clone(),
    });
    Ok(Tally { outcomes: titled.collect(), alerts })
}

/// One round: look up the heads, judge, file. Gives place, outcome and the number of alerts for each.
async fn attempt(
    app: &App,
    batch: &Arc<Batch>,
    readied: &Arc<Vec<Readied>>,
    open: Vec<usize>,
    nth: usize,
) -> Result<Vec<(usize, Filed, u32)>, AppError> {
    let rules = app.rule_book().await?;
    let found = look_up_all(app, batch, readied, &open, nth).await?;
    let judged = {
        let (batch, readied, open) = (batch.clone(), readied.clone(), open.clone());
        let judge_all = move || judge_open(&batch, &readied, &open, found, &rules);
        tokio::task::spawn_blocking(judge_all).await.map_err(|_| AppError::Broken("rules"))?
    };
    let raised: Vec<u32> = judged.iter().map(|entry| entry.judged.matches.len() as u32).collect();
    let now = batch.collected_at;
    let filed = app.archive().write(move |writer| writer.file(&judged, now)).await?;
    Ok(open.into_iter().zip(filed).zip(raised).map(|((at, filed), raised)| (at, filed, raised)).collect())
}

fn judge_open(
    batch: &Batch,
    readied: &[Readied],
    open: &[usize],
    found: Vec<Found>,
    rules: &RuleBook,
) -> Vec<Entry> {
    let judged = |(&at, (head, print)): (&usize, Found)| judge(&readied[at], head, print, rules, batch);
    open.iter().zip(found).map(judged).collect()
}

/// What the archive holds of a document: its newest revision, and the same from elsewhere.
type Found = (Option<Head>, Print);

async fn look_up_all(
    app: &App,
    batch: &Arc<Batch>,
    readied: &Arc<Vec<Readied>>,
    open: &[usize],
    nth: usize,
) -> Result<Vec<Found>, AppError> {
    let (batch, readied, open) = (batch.clone(), readied.clone(), open.to_vec());
    app.archive()
        .read(move |reader| {
            let found = |&at: &usize| {
                let head = reader.head(&batch.source.id, &readied[at].identity)?;
                let print = look_up(reader, &batch, &readied[at], head.as_ref(), nth)?;
                Ok((head, print))
            };
            open.iter().map(found).collect()
        })
        .await
}
