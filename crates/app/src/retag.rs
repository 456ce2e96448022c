//! Tags made anew: those that other data made, or all. It can be stopped; the next time goes on where it ended.

use chancery_annotate::Tagger;
use chancery_model::{Annotations, RowId, Source, Statement};
use chancery_store::Retagged;

use crate::api::types::Change;
use crate::pipeline::ready;
use crate::{App, AppError};

/// The name of the work.
const WORK: &str = "retag";

/// Statements whose tags are made anew between two looks at the archive.
const CHUNK: usize = 64;

/// Which statements get new tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// Those whose tags were made by other data than the program's and the user's of today.
    Only,
    /// All, and their words are entered into the index anew.
    AndAll,
}

impl App {
    /// Makes tags anew, newest statements first, with the data of this program and the user's topics. Gives how many
    /// statements have other tags now.
    ///
    /// # Errors
    /// The archive fails, another such work runs, or the user stopped it ([`AppError::Stopped`]): what is done stays.
    pub async fn retag(&self, which: Stale) -> Result<u64, AppError> {
        let work = self.begin(WORK)?;
        let tagger = self.tagger().await?;
        let total = self.to_retag(&tagger, which).await?;
        let (mut done, mut changed, mut before) = (0, 0, None);
        loop {
            let rows = self.next_to_retag(&tagger, which, before).await?;
            let Some(last) = rows.last().copied() else { break };
            before = Some(last);
            done += rows.len() as u64;
            changed += self.retag_chunk(rows, &tagger, which).await?;
            work.progress(done, total, "");
            if work.is_stopped() {
                self.announce(Change::Statements { new: 0 });
                return Err(AppError::Stopped);
            }
            if self.tagger().await?.data_version() != tagger.data_version() {
                break;
            }
        }
        self.announce(Change::Statements { new: 0 });
        Ok(changed)
    }

    /// Makes stale tags anew until there are none, while other work goes on; when the user's topics change meanwhile it
    /// begins again with them. That another such work runs, or the user stops it, is no fault.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn retag_quietly(&self) -> Result<(), AppError> {
        let mut left = u64::MAX;
        loop {
            let stale = self.stale_tags().await?;
            // Statements whose source is gone from the archive stay as they are.
            if stale == 0 || stale >= left || self.is_running(WORK) {
                return Ok(());
            }
            match self.retag(Stale::Only).await {
                Ok(_) => left = stale,
                Err(AppError::Stopped) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }

    /// Begins to make stale tags anew, and does not wait for the end.
    pub(crate) fn begin_retag(&self) {
        let app = self.clone();
        tokio::spawn(async move {
            if let Err(error) = app.retag_quietly().await {
                tracing::warn!(%error, "tags were not made anew");
            }
        });
    }

    async fn to_retag(&self, tagger: &Tagger, which: Stale) -> Result<u64, AppError> {
        let version = version_to_spare(tagger, which);
        self.archive().read(move |reader| reader.stale_count(&version)).await
    }

    async fn next_to_retag(
        &self,
        tagger: &Tagger,
        which: Stale,
        before: Option<RowId>,
    ) -> Result<Vec<RowId>, AppError> {
        let version = version_to_spare(tagger, which);
        self.archive().read(move |reader| reader.stale(&version, before, CHUNK)).await
    }

    async fn retag_chunk(&self, rows: Vec<RowId>, tagger: &Tagger, which: Stale) -> Result<u64, AppError> {
        let statements = self.statements(rows).await?;
        let ids: Vec<_> = statements.iter().map(|statement| statement.source.clone()).collect();
        let sources = self
            .archive()
            .read(move |reader| ids.iter().map(|id| reader.source(id)).collect::<Result<Vec<_>, _>>())
            .await?;
        let tagger = tagger.clone();
        let tagged = tokio::task::spawn_blocking(move || {
            let pairs = statements.into_iter().zip(sources);
            pairs
                .filter_map(|(statement, source)| Some(retagged(statement, &source?, &tagger, which)))
                .unzip::<_, _, Vec<_>, Vec<_>>()
        });
        let (tagged, differs) = tagged.await.map_err(|_| AppError::Broken("tagger"))?;
        self.archive().write(move |writer| writer.retag(&tagged)).await?;
        Ok(differs.into_iter().filter(|differs| *differs).count() as u64)
    }
}

/// The version whose statements are left alone; no statement has an empty one.
fn version_to_spare(tagger: &Tagger, which: Stale) -> String {
    match which {
        Stale::Only => tagger.data_version().to_owned(),
        Stale::AndAll => String::new(),
    }
}

/// The tags of a statement made anew, and whether they say anything else than before.
fn retagged(statement: Statement, source: &Source, tagger: &Tagger, which: Stale) -> (Retagged, bool) {
    let at = statement.collected_at;
    let readied = ready(statement.draft, source, None, at, tagger);
    let annotations = readied.annotated.annotations;
    let differs = !says_the_same(&annotations, statement.annotations);
    let words = (differs || which == Stale::AndAll).then_some(readied.words);
    (Retagged { id: statement.id, revision: statement.revision, annotations, words }, differs)
}

fn says_the_same(new: &Annotations, mut old: Annotations) -> bool {
    old.data_version.clone_from(&new.data_version);
    *new == old
}
