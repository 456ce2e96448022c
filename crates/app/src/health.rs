//! Sources in trouble, told once in a spell: those that fail apart from those that are silent.

use std::collections::HashMap;

use chancery_model::{Source, SourceId, SourceState};
use chancery_store::{Spell, Told};
use chrono::{DateTime, TimeDelta, Utc};

use crate::notify::{Manner, Notice, trouble};
use crate::{App, AppError};

/// How long a source fails before the user is told: shorter failures are everyday.
const LASTING: TimeDelta = TimeDelta::hours(6);

/// The shortest time between two notices of one source.
const REST: TimeDelta = TimeDelta::hours(24);

/// The sources of one notice.
pub(crate) struct News {
    spell: Spell,
    sources: Vec<Source>,
}

/// What there is to tell, and which spells have ended.
pub(crate) struct Health {
    news: Vec<News>,
    ended: Vec<SourceId>,
}

impl Health {
    /// The notices, one for each kind of trouble.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        self.news.iter().map(|news| trouble(news.spell, &news.sources)).collect()
    }
}

impl App {
    /// Looks at all sources for spells that the user was not told of.
    pub(crate) async fn health(&self) -> Result<Health, AppError> {
        let (sources, now) = (self.watched().await?, self.clock().now());
        let told = self.archive().read(|reader| reader.told()).await?;
        let told: HashMap<SourceId, Told> =
            told.into_iter().map(|told| (told.source.clone(), told)).collect();
        let sources: Vec<Source> = sources.into_iter().map(|watched| watched.source).collect();
        Ok(judged(&sources, &told, now))
    }

    /// Notes what was told: all of it, or in quiet hours and after a fault nothing; spells that ended in any case.
    pub(crate) async fn note_told(
        &self,
        health: Health,
        manner: Manner,
        shown: bool,
    ) -> Result<(), AppError> {
        let now = self.clock().now();
        let told = if shown || manner == Manner::Off { health.news } else { Vec::new() };
        if told.is_empty() && health.ended.is_empty() {
            return Ok(());
        }
        self.archive()
            .write(move |writer| {
                for id in &health.ended {
                    writer.end_spell(id)?;
                }
                for news in &told {
                    news.sources
                        .iter()
                        .try_for_each(|source| writer.tell_spell(&source.id, news.spell, now))?;
                }
                Ok(())
            })
            .await
    }
}

fn judged(sources: &[Source], told: &HashMap<SourceId, Told>, now: DateTime<Utc>) -> Health {
    let mut health = Health { news: Vec::new(), ended: Vec::new() };
    for spell in [Spell::Broken, Spell::Silent] {
        let is_news = |source: &&Source| {
            told.get(&source.id).is_some_and(|told| {
                let rested = told.at.is_none_or(|at| now - at >= REST);
                present(source, told) == Some(spell) && told.spell != Some(spell) && rested
            })
        };
        let sources: Vec<Source> = sources.iter().filter(is_news).cloned().collect();
        if !sources.is_empty() {
            health.news.push(News { spell, sources });
        }
    }
    let has_ended = |source: &&Source| {
        told.get(&source.id).is_some_and(|told| told.spell.is_some() && !goes_on(source, told.spell))
    };
    health.ended = sources.iter().filter(has_ended).map(|source| source.id.clone()).collect();
    health
}

/// The spell that a source is in, when it is worth telling.
fn present(source: &Source, told: &Told) -> Option<Spell> {
    match source.state {
        SourceState::Gone => Some(Spell::Broken),
        SourceState::Failing if told.failed_for >= LASTING => Some(Spell::Broken),
        SourceState::Silent => Some(Spell::Silent),
        _ => None,
    }
}

fn goes_on(source: &Source, spell: Option<Spell>) -> bool {
    match spell {
        Some(Spell::Broken) => matches!(source.state, SourceState::Failing | SourceState::Gone),
        Some(Spell::Silent) => source.state == SourceState::Silent,
        None => false,
    }
}
