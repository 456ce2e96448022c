//! The inbox.

use chancery_model::{Alert, RuleId};
use chancery_store::{AlertChoice, AlertFilter};

use crate::api::types::Change;
use crate::{App, AppError};

/// Weeks of history that a rule shows.
pub(crate) const WEEKS: u32 = 12;

impl App {
    /// Lists alerts, newest first.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn alerts(&self, filter: AlertFilter) -> Result<Vec<Alert>, AppError> {
        self.archive().read(move |reader| reader.alerts(&filter)).await
    }

    /// Marks alerts as seen or not.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn set_seen(&self, which: AlertChoice, seen: bool) -> Result<(), AppError> {
        self.archive().write(move |writer| writer.set_seen(&which, seen)).await?;
        self.announce(Change::Alerts);
        Ok(())
    }

    /// Alerts of a rule in each of the last weeks, oldest first, and how many were not seen.
    pub(crate) async fn alert_history(&self, rule: &RuleId) -> Result<(Vec<u32>, u32), AppError> {
        let (now, rule) = (self.clock().now(), rule.clone());
        self.archive()
            .read(move |reader| Ok((reader.alert_weeks(&rule, WEEKS, now)?, reader.unseen_alerts(&rule)?)))
            .await
    }
}
