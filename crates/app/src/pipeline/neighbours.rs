//! A document looked for among the statements that other sources brought.

use chancery_compare as compare;
use chancery_model::{Head, RowId};
use chancery_store::{Candidate, Print, Reader};

use super::{Batch, Readied};

/// Attempts in which a document waits for those that are filed beside it; later ones take what the archive holds, so that
/// documents of one form, which find each other anew every time, come to an end.
const WAITING: usize = 4;

/// Looks up what may be the same as a document, and says which is. `attempt` counts from 0.
pub(super) fn look_up(
    reader: &Reader,
    batch: &Batch,
    readied: &Readied,
    head: Option<&Head>,
    attempt: usize,
) -> Result<Print, chancery_store::Error> {
    let annotated = &readied.annotated;
    if head.is_some_and(|head| compare::same_content(head, annotated)) {
        return Ok(Print::default());
    }
    let before = head.and_then(|head| compare::fingerprint(&head.text));
    let Some(made) = readied.fingerprint else { return Ok(Print { before, ..Print::default() }) };
    let near = reader.near(&made, &annotated.draft, batch.collected_at)?;
    let own = head.map(|head| reader.row_of(&head.id)).transpose()?.flatten();
    let others: Vec<Candidate> = near.into_iter().filter(|candidate| Some(candidate.row) != own).collect();
    let same_as = same_among((&annotated.draft.title, &annotated.draft.text), &others);
    let compared = (attempt < WAITING).then(|| others.iter().map(|candidate| candidate.row).collect());
    Ok(Print { made: Some(made), before, same_as, compared })
}

/// The first of these that is the same as a title and text.
pub(crate) fn same_among(document: (&str, &str), candidates: &[Candidate]) -> Option<RowId> {
    let same =
        |candidate: &&Candidate| compare::same_statement(document, (&candidate.title, &candidate.text));
    candidates.iter().find(same).map(|candidate| candidate.row)
}
