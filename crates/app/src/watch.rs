//! Sources with their cadence, and which of them are silent.

use chancery_model::{Source, SourceState};
use chrono::TimeDelta;

use crate::collect::cadence::{ARRIVALS, is_silent, length_words, usual_gap, words};
use crate::{App, AppError};

impl App {
    /// Lists all sources with their usual gap between new statements. A source that answers but has brought nothing for
    /// much longer than that is silent, and says so.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn watched(&self) -> Result<Vec<(Source, Option<TimeDelta>)>, AppError> {
        let now = self.clock().now();
        self.archive()
            .read(move |reader| {
                let sources = reader.sources()?.into_iter();
                sources
                    .map(|source| {
                        let gap = usual_gap(&reader.arrivals(&source.id, ARRIVALS)?);
                        Ok((judged(source, gap, now), gap))
                    })
                    .collect()
            })
            .await
    }
}

fn judged(mut source: Source, gap: Option<TimeDelta>, now: chrono::DateTime<chrono::Utc>) -> Source {
    let (Some(gap), Some(last)) = (gap, source.last_new) else { return source };
    if source.state == SourceState::Working && is_silent(gap, last, now) {
        source.state = SourceState::Silent;
        source.reason = Some(format!("Silent for {}; usually {}.", length_words(now - last), words(gap)));
    }
    source
}
