use chancery_model::{Manners, Source};

use super::Caller;
use super::types::*;
use super::views::{add_tally, moment};
use crate::collect::{ImportOrder, listed_by, listing_address};
use crate::{AppError, Watched};

/// Entries of an address that are shown before it is followed.
const SHOWN: usize = 3;

pub(super) async fn sources(caller: &Caller<'_>, (): ()) -> Result<Vec<SourceView>, AppError> {
    let watched = caller.app.watched().await?;
    let view = |watched: Watched| SourceView {
        listing: listed_by(&watched.source.url).map(|(page, selector)| Listing { page, selector }),
        cadence: watched.gap.and_then(|gap| u32::try_from(gap.num_minutes()).ok()),
        resting_until: watched.resting_until.map(moment),
        source: watched.source,
    };
    Ok(watched.into_iter().map(view).collect())
}

pub(super) async fn check_source(caller: &Caller<'_>, address: Address) -> Result<SourceFinding, AppError> {
    let finding = caller.app.check_source(&address.url).await?;
    let found = |draft: &chancery_model::Draft| FoundEntry {
        title: draft.title.clone(),
        published_at: draft.published.as_ref().map(|published| moment(published.when.utc())),
        url: draft.url.clone(),
    };
    Ok(SourceFinding {
        url: finding.url,
        kind: finding.form,
        name: finding.name,
        message: finding.message,
        entries: finding.entries as u32,
        first: finding.drafts.iter().take(SHOWN).map(found).collect(),
    })
}

pub(super) async fn choose_folder(caller: &Caller<'_>, (): ()) -> Result<Option<String>, AppError> {
    Ok(caller.host.open_folder().await?.map(|folder| folder.display().to_string()))
}

/// The address under which a page is followed that is read as a list.
pub(super) async fn listing(_: &Caller<'_>, listing: Listing) -> Result<Address, AppError> {
    Ok(Address { url: listing_address(&listing.page, listing.selector.as_deref())? })
}

pub(super) async fn manners(caller: &Caller<'_>, source: SourceRef) -> Result<Manners, AppError> {
    caller.app.manners(&source.id).await
}

pub(super) async fn add_source(caller: &Caller<'_>, draft: SourceDraft) -> Result<Source, AppError> {
    caller.app.add_source(&draft, None).await
}

pub(super) async fn remove_source(caller: &Caller<'_>, source: SourceRef) -> Result<(), AppError> {
    caller.app.remove_source(&source.id).await
}

pub(super) async fn pause_source(caller: &Caller<'_>, order: PauseOrder) -> Result<(), AppError> {
    caller.app.pause_source(&order.id, order.paused).await
}

pub(super) async fn move_source(caller: &Caller<'_>, order: MoveOrder) -> Result<(), AppError> {
    caller.app.move_source(&order.id, &order.url).await
}

pub(super) async fn ask_source(caller: &Caller<'_>, order: AskOrder) -> Result<(), AppError> {
    caller.app.ask_source(&order.id, order.manners).await
}

pub(super) async fn collect(caller: &Caller<'_>, order: CollectOrder) -> Result<CollectReport, AppError> {
    caller.app.collect(&order).await
}

pub(super) async fn import_files(caller: &Caller<'_>, (): ()) -> Result<CollectReport, AppError> {
    let paths = caller.host.open_files().await?;
    let mut report = CollectReport::default();
    if paths.is_empty() {
        return Ok(report);
    }
    let imported = caller.app.import(&paths, &ImportOrder::default()).await?;
    add_tally(&mut report, &imported.tally);
    report.faults.extend(imported.faults.into_iter().chain(imported.notes));
    Ok(report)
}

pub(super) async fn add_samples(caller: &Caller<'_>, (): ()) -> Result<CollectReport, AppError> {
    let mut report = CollectReport::default();
    add_tally(&mut report, &caller.app.add_samples().await?);
    Ok(report)
}
