use chancery_model::Source;

use super::Caller;
use super::types::*;
use crate::AppError;

/// The name that is suggested for a list of sources.
const LIST: &str = "chancery-sources.opml";

pub(super) async fn catalogue(caller: &Caller<'_>, order: CatalogueOrder) -> Result<Catalogue, AppError> {
    caller.app.catalogue(&order).await
}

pub(super) async fn follow_official(caller: &Caller<'_>, address: Address) -> Result<Source, AppError> {
    caller.app.follow_official(&address.url).await
}

pub(super) async fn starter_sets(caller: &Caller<'_>, (): ()) -> Result<Vec<StarterSet>, AppError> {
    let lang = caller.app.settings().await?.language;
    let view = |set: &crate::catalogue::StarterSet| StarterSet {
        key: set.key.clone(),
        name: set.name(&lang).to_owned(),
        description: set.description(&lang).to_owned(),
        sources: set.sources(),
    };
    Ok(caller.app.starter_sets().iter().map(view).collect())
}

pub(super) async fn follow_starter_set(
    caller: &Caller<'_>,
    set: StarterRef,
) -> Result<Vec<Source>, AppError> {
    caller.app.follow_starter_set(&set.key).await
}

pub(super) async fn import_sources(caller: &Caller<'_>, (): ()) -> Result<SourcesTaken, AppError> {
    let mut taken = SourcesTaken { listed: 0, followed: 0, faults: Vec::new() };
    for file in caller.host.open_lists().await? {
        let (listed, one) = caller.app.import_sources(&file).await?;
        taken.listed += listed;
        taken.followed += one.sources;
        taken.faults.extend(one.faults);
    }
    Ok(taken)
}

pub(super) async fn export_sources(caller: &Caller<'_>, (): ()) -> Result<Option<String>, AppError> {
    let Some(path) = caller.host.save_file(LIST).await? else { return Ok(None) };
    caller.app.export_sources(&path).await?;
    Ok(Some(path.display().to_string()))
}
