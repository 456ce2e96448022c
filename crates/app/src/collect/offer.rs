//! A feed in place of one that is not there any more.

use chancery_model::{SourceId, SourceKind, Trouble};
use chancery_store::Due;
use url::Url;

use super::folder::{folder_at, folder_finding};
use super::follow::with_scheme;
use crate::api::types::Change;
use crate::{App, AppError};

/// After so many failures in a row the site is looked at again.
const LOOK_EVERY: u32 = 8;

impl App {
    /// Looks for the feed that took the place of a source's: named by the page that is answered now, else by the
    /// front page of its site. What was found before is kept, and a site is not looked at after each failure.
    pub(super) async fn offer(&self, due: &Due, trouble: Trouble) -> Option<String> {
        if due.source.offer.is_some() || due.source.kind != SourceKind::Feed {
            return due.source.offer.clone();
        }
        if !due.kept.failures.is_multiple_of(LOOK_EVERY) {
            return None;
        }
        let address = &due.source.url;
        let answered = if trouble == Trouble::Page { self.other_feed(address, address).await } else { None };
        match answered {
            Some(found) => Some(found),
            None => self.other_feed(Url::parse(address).ok()?.join("/").ok()?.as_str(), address).await,
        }
    }

    /// The feed that an address names, when it is another than `lost`.
    async fn other_feed(&self, address: &str, lost: &str) -> Option<String> {
        let finding = self.check_source(address).await.ok()?;
        (finding.kind == SourceKind::Feed && finding.url != lost).then_some(finding.url)
    }

    /// Lets a source go on at another address; its statements stay with it.
    ///
    /// # Errors
    /// There is no such source, another one has the address, or one of both is a folder and the other is not.
    pub async fn move_source(&self, id: &SourceId, url: &str) -> Result<(), AppError> {
        let (id, url) = (id.clone(), self.address_beside(id, url).await?);
        self.archive().write(move |writer| writer.move_source(&id, &url)).await?;
        self.announce(Change::Sources);
        Ok(())
    }

    /// The address that was typed for a source, of the same kind as its own.
    async fn address_beside(&self, id: &SourceId, typed: &str) -> Result<String, AppError> {
        let all = self.archive().read(|reader| reader.sources()).await?;
        let watches = all.iter().any(|source| source.id == *id && source.kind == SourceKind::Folder);
        match folder_at(typed) {
            Some(folder) if watches => Ok(folder_finding(&folder)?.url),
            None if !watches => with_scheme(typed),
            Some(_) => {
                Err(AppError::Refused(format!("“{typed}” is a folder: add it as a source of its own.")))
            }
            None => Err(AppError::Refused(format!(
                "There is no folder “{typed}”: this source watches a folder, and can move to another folder only."
            ))),
        }
    }
}
