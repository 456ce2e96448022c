use std::time::Duration;

use chancery_app::api::types::{CollectOrder, CollectReport};
use chancery_app::{App, AppError};
use clap::Args;

use super::notifier;
use super::source::find;
use crate::arguments::DataFolder;
use crate::{Outcome, archive, output, progress, signals};

/// How often a watching collector looks for sources that are due.
const TICK: Duration = Duration::from_secs(20);

/// Fetches what is due from the sources and files it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery collect
  chancery collect --source council-of-the-eu --force
  chancery collect --watch")]
pub struct Collect {
    /// Collects once and ends; so it is without --watch, too
    #[arg(long, conflicts_with = "watch")]
    once: bool,

    /// Goes on until it is stopped
    #[arg(long)]
    watch: bool,

    /// One source only, by its id, name or address
    #[arg(long, value_name = "ID")]
    source: Option<String>,

    /// Asks all sources, whether due or not; what a server asked to wait is kept
    #[arg(long)]
    force: bool,

    /// Prints the summary as JSON
    #[arg(long)]
    json: bool,
}

impl Collect {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            let source = match &self.source {
                Some(wanted) => Some(find(&app, wanted).await?.id),
                None => None,
            };
            let order = CollectOrder { source, force: self.force };
            if self.watch { self.watch(&app, order).await } else { self.once(&app, &order).await }
        })
    }

    async fn once(&self, app: &App, order: &CollectOrder) -> anyhow::Result<Outcome> {
        let report = match progress::shown(app, "collect", app.collect(order)).await {
            // That another process collects is no wrong call, but nothing was collected by this one.
            Err(AppError::Refused(sentence)) => return Ok(Outcome::after(&[sentence])),
            report => report?,
        };
        notifier::tell(app).await;
        self.print(&report)?;
        Ok(Outcome::after(&report.faults))
    }

    async fn watch(&self, app: &App, mut order: CollectOrder) -> anyhow::Result<Outcome> {
        let teller = app.clone();
        tokio::spawn(async move { teller.tell(notifier::of_this_session()).await });
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = tick.tick() => self.round(app, &order).await?,
                _ = signals::ended() => return Ok(Outcome::Done),
            }
            order.force = false;
        }
    }

    /// One round; that another process collects just now, or that a source fails, is no reason to end.
    async fn round(&self, app: &App, order: &CollectOrder) -> anyhow::Result<()> {
        match app.collect(order).await {
            Err(AppError::Refused(_)) => Ok(()),
            Err(error) => {
                crate::output::note(format_args!("chancery: {error}"));
                Ok(())
            }
            Ok(report) => {
                let _ = Outcome::after(&report.faults);
                if report.new + report.revised > 0 { self.print(&report) } else { Ok(()) }
            }
        }
    }

    fn print(&self, report: &CollectReport) -> anyhow::Result<()> {
        if self.json {
            return output::json(report);
        }
        if report.sources == 0 && report.faults.is_empty() {
            return output::line("Nothing is due; --force asks all sources.");
        }
        output::line(&format!(
            "{} new, {} revised, {} known; {} sources asked, {} alerts raised.",
            report.new, report.revised, report.known, report.sources, report.alerts
        ))
    }
}
