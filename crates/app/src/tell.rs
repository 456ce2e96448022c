//! Alerts brought to the user's eye: which wait, in which manner, and the stamp afterwards.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Local, TimeDelta, Utc};
use tokio::sync::broadcast::error::RecvError;

use crate::api::types::{Change, Settings};
use crate::notify::{Herald, Manner, Notifier, NotifierLock, QuietHours, Round};
use crate::{App, AppError};

/// How often alerts are looked for that another process filed.
const LOOK: Duration = Duration::from_secs(15);

/// How often the sources are looked at for trouble to tell of.
const HEALTH: TimeDelta = TimeDelta::minutes(10);

impl App {
    /// Shows alerts as they are filed, by this process or another, for as long as it is polled.
    pub async fn tell(&self, notifier: Arc<dyn Notifier>) {
        let herald = Arc::new(Mutex::new(Herald::new(notifier)));
        let mut changes = self.changes();
        let mut looked: Option<DateTime<Utc>> = None;
        loop {
            let now = self.clock().now();
            if let Err(error) = self.tell_round(&herald).await {
                tracing::debug!(%error, "alerts wait for the next round");
            }
            if looked.is_none_or(|looked| now - looked >= HEALTH) {
                looked = Some(now);
                if let Err(error) = self.tell_health(&herald).await {
                    tracing::debug!(%error, "trouble of sources is told in the next round");
                }
            }
            if next_cause(&mut changes).await.is_none() {
                return;
            }
        }
    }

    /// Deals once with the alerts that wait.
    ///
    /// # Errors
    /// The archive fails. That no notice reached the user is no error: the inbox has them.
    pub async fn tell_once(&self, notifier: Arc<dyn Notifier>) -> Result<Round, AppError> {
        let herald = Arc::new(Mutex::new(Herald::new(notifier)));
        let round = self.tell_round(&herald).await?;
        self.tell_health(&herald).await?;
        Ok(round)
    }

    /// Tells of sources that newly fail or are silent, each once in a spell.
    async fn tell_health(&self, herald: &Arc<Mutex<Herald>>) -> Result<(), AppError> {
        let taken = NotifierLock::try_take(self.data()).map_err(|why| AppError::file(self.data(), why))?;
        let Some(_lock) = taken else { return Ok(()) };
        let now = self.clock().now();
        let manner = manner(&self.settings().await?, now);
        let health = self.health().await?;
        let (herald, notices) = (herald.clone(), health.notices());
        let shown = tokio::task::spawn_blocking(move || {
            let mut herald = herald.lock().unwrap_or_else(PoisonError::into_inner);
            !notices.is_empty() && herald.say(&notices, manner, now)
        });
        let shown = shown.await.map_err(|_| AppError::Broken("notifier"))?;
        self.note_told(health, manner, shown).await
    }

    /// One round: what waits is read, shown and stamped under one hold of the lock, so that no other process shows it too.
    async fn tell_round(&self, herald: &Arc<Mutex<Herald>>) -> Result<Round, AppError> {
        let taken = NotifierLock::try_take(self.data()).map_err(|why| AppError::file(self.data(), why))?;
        let Some(_lock) = taken else { return Ok(Round::default()) };
        let waiting = self.archive().read(|reader| reader.pending_alerts()).await?;
        let now = self.clock().now();
        let manner = manner(&self.settings().await?, now);
        let herald = herald.clone();
        let round = tokio::task::spawn_blocking(move || {
            let mut herald = herald.lock().unwrap_or_else(PoisonError::into_inner);
            (herald.round(&waiting, manner, now), herald.describe())
        });
        let (round, described) = round.await.map_err(|_| AppError::Broken("notifier"))?;
        self.describe_notifications(described);
        if !round.settled.is_empty() {
            let settled = round.settled.clone();
            self.archive().write(move |writer| writer.stamp_alerts(&settled, now)).await?;
            self.announce(Change::Alerts);
        }
        Ok(round)
    }
}

/// Waits until alerts may have been filed; none when the application has ended.
async fn next_cause(changes: &mut tokio::sync::broadcast::Receiver<Change>) -> Option<()> {
    let caused = async {
        loop {
            match changes.recv().await {
                Ok(Change::Alerts | Change::Settings) | Err(RecvError::Lagged(_)) => return Some(()),
                Ok(_) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    };
    tokio::time::timeout(LOOK, caused).await.unwrap_or(Some(()))
}

/// How the user wants to be told at this moment.
fn manner(settings: &Settings, now: DateTime<Utc>) -> Manner {
    let quiet = QuietHours::parse(&settings.quiet_hours);
    match quiet {
        _ if !settings.notifications => Manner::Off,
        Some(hours) if hours.cover(&now.with_timezone(&Local).time()) => Manner::Wait,
        _ => Manner::Show,
    }
}
