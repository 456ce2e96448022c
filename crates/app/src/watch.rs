//! Sources with their cadence: which of them are silent, and which wait since their host asked for it.

use std::collections::HashMap;

use chancery_fetch::host_key;
use chancery_model::{Source, SourceKind, SourceState};
use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use crate::collect::cadence::{ARRIVALS, is_silent, length_words, usual_gap, words};
use crate::{App, AppError};

/// A source as it does now.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The source; one that brought nothing for much longer than usual is silent, and says so.
    pub source: Source,
    /// Its usual gap between new statements, when that is known.
    pub gap: Option<TimeDelta>,
    /// Until when its host wants to be left alone by all that is followed there.
    pub resting_until: Option<DateTime<Utc>>,
}

impl App {
    /// Lists all sources as they do now.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn watched(&self) -> Result<Vec<Watched>, AppError> {
        let now = self.clock().now();
        self.archive()
            .read(move |reader| {
                let (sources, hosts) = (reader.sources()?.into_iter(), reader.resting_hosts(now)?);
                sources
                    .map(|source| {
                        let gap = usual_gap(&reader.arrivals(&source.id, ARRIVALS)?);
                        Ok(rested(judged(source, gap, now), gap, &hosts))
                    })
                    .collect()
            })
            .await
    }
}

fn judged(mut source: Source, gap: Option<TimeDelta>, now: DateTime<Utc>) -> Source {
    let (Some(gap), Some(last)) = (gap, source.last_new) else { return source };
    if source.state == SourceState::Working && is_silent(gap, last, now) {
        source.state = SourceState::Silent;
        source.reason = Some(format!("Silent for {}; usually {}.", length_words(now - last), words(gap)));
    }
    source
}

/// Notes on a source that its host asked for peace; it is not tried before.
fn rested(mut source: Source, gap: Option<TimeDelta>, hosts: &HashMap<String, DateTime<Utc>>) -> Watched {
    let asked = !matches!(source.kind, SourceKind::Folder | SourceKind::Import)
        && !matches!(source.state, SourceState::Gone | SourceState::Paused);
    let host = Url::parse(&source.url).ok().filter(|_| asked).map(|url| host_key(&url));
    let resting_until = host.and_then(|host| hosts.get(&host).copied());
    if let Some(until) = resting_until {
        source.next_try = source.next_try.max(Some(until));
    }
    Watched { source, gap, resting_until }
}
