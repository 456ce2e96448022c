use chancery_app::store::{AlertChoice, AlertFilter};
use chancery_model::{Alert, Showing};
use clap::Args;
use serde_json::{Value, json};

use crate::arguments::DataFolder;
use crate::{Outcome, archive, output};

/// Lists alerts, newest first
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery alerts --unseen
  chancery alerts --unseen --mark-seen
  chancery alerts --json")]
pub struct Alerts {
    /// Only those not seen yet
    #[arg(long)]
    unseen: bool,

    /// Marks the listed ones as seen
    #[arg(long)]
    mark_seen: bool,

    /// Prints a JSON array
    #[arg(long)]
    json: bool,
}

impl Alerts {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            let filter = AlertFilter { unseen_only: self.unseen, ..AlertFilter::default() };
            let alerts = app.alerts(filter).await?;
            self.print(&alerts)?;
            if self.mark_seen {
                app.set_seen(AlertChoice::Ids(alerts.iter().map(|alert| alert.id).collect()), true).await?;
            }
            Ok(Outcome::Done)
        })
    }

    fn print(&self, alerts: &[Alert]) -> anyhow::Result<()> {
        match self.json {
            true => output::json(&alerts.iter().map(alert_json).collect::<Vec<_>>()),
            false => output::text(&alerts.iter().map(alert_lines).collect::<String>()),
        }
    }
}

/// Ids are texts in every file and on every line that leaves the program.
fn alert_json(alert: &Alert) -> Value {
    json!({
        "id": alert.id.0.to_string(),
        "rule": alert.rule,
        "statement_id": alert.statement_id,
        "title": alert.title,
        "matched_text": alert.matched_text,
        "raised_at": alert.raised_at,
        "notified_at": alert.notified_at,
        "seen": alert.seen,
        "showing": alert.showing,
    })
}

fn alert_lines(alert: &Alert) -> String {
    let at = alert.raised_at.format("%Y-%m-%d %H:%M");
    let state = if alert.seen { "seen" } else { "new " };
    let showing = match alert.showing {
        Showing::Notified | Showing::Summed => "",
        Showing::Quiet => ", in the inbox only",
        Showing::Joined => ", told by the alert on the same statement from another source",
    };
    format!(
        "{state} {at}  {}: {} — {} ({}){showing}\n     {}\n",
        alert.rule, alert.issuer, alert.title, alert.statement_id, alert.matched_text
    )
}
