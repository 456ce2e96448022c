//! Statements that older programs filed are looked for among each other, in the background.

use chancery_compare::fingerprint;
use chancery_model::RowId;
use chancery_store::{Candidate, Printed, Reader};

use crate::pipeline::same_among;
use crate::{App, AppError};

/// The name of the work.
const WORK: &str = "regroup";

/// Statements between two looks at the archive.
const CHUNK: usize = 64;

/// A statement with the one that it is the same as.
type Paired = (RowId, Option<RowId>);

impl App {
    /// Groups what was filed before there were groups, oldest first; what is done stays when it is stopped. Gives how many
    /// statements were looked at. While another process does it, or there is nothing to do, it gives 0.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn regroup(&self) -> Result<u64, AppError> {
        let (mut done, mut after) = (0, None);
        let mut rows = self.next_to_group(after).await?;
        if rows.is_empty() || self.is_running(WORK) {
            return Ok(0);
        }
        let work = self.begin(WORK)?;
        while let Some(last) = rows.last().copied() {
            (done, after) = (done + rows.len() as u64, Some(last));
            self.group_chunk(rows).await?;
            if work.is_stopped() {
                break;
            }
            rows = self.next_to_group(after).await?;
        }
        Ok(done)
    }

    /// Begins to group what was filed before there were groups, and does not wait for the end.
    pub(crate) fn begin_regroup(&self) {
        let app = self.clone();
        tokio::spawn(async move {
            if let Err(error) = app.regroup().await {
                tracing::warn!(%error, "older statements were not grouped");
            }
        });
    }

    async fn next_to_group(&self, after: Option<RowId>) -> Result<Vec<RowId>, AppError> {
        self.archive().read(move |reader| reader.unprinted(after, CHUNK)).await
    }

    /// Enters the fingerprints of a chunk first, so that its statements find each other too.
    async fn group_chunk(&self, rows: Vec<RowId>) -> Result<(), AppError> {
        let wanted = rows.clone();
        let printed = self.archive().read(move |reader| printed(reader, &wanted)).await?;
        self.archive().write(move |writer| writer.print(&printed)).await?;
        let found = self.archive().read(move |reader| paired(reader, &rows)).await?;
        self.archive().write(move |writer| writer.group(&found)).await
    }
}

fn printed(reader: &Reader, rows: &[RowId]) -> Result<Vec<Printed>, chancery_store::Error> {
    let mut printed = Vec::with_capacity(rows.len());
    for &row in rows {
        let Some((content_sha256, body)) = reader.body(row)? else { continue };
        printed.push(Printed { row, content_sha256, made: fingerprint(&body.text) });
    }
    Ok(printed)
}

fn paired(reader: &Reader, rows: &[RowId]) -> Result<Vec<Paired>, chancery_store::Error> {
    let mut found = Vec::with_capacity(rows.len());
    for &row in rows {
        let same_as = match reader.body(row)? {
            Some((content_sha256, body)) => earlier_same(reader, &content_sha256, &body)?,
            None => None,
        };
        found.push((row, same_as));
    }
    Ok(found)
}

fn earlier_same(
    reader: &Reader,
    content_sha256: &str,
    body: &Candidate,
) -> Result<Option<RowId>, chancery_store::Error> {
    if body.text.trim().is_empty() {
        return Ok(None);
    }
    if let Some(made) = fingerprint(&body.text) {
        let near = reader.near_before(&made, body.row)?;
        if let Some(same) = same_among((&body.title, &body.text), &near) {
            return Ok(Some(same));
        }
    }
    Ok(reader.with_content(content_sha256, body.row)?.filter(|other| *other < body.row))
}
