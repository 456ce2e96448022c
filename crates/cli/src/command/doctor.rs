use chancery_app::api::types::Settings;
use chancery_app::store::Numbers;
use chancery_app::{App, Clock, CollectorLock};
use clap::Args;
use serde::Serialize;

use super::notifier;
use crate::arguments::DataFolder;
use crate::failure::sentence;
use crate::{Outcome, archive, output};

/// Looks whether the archive and all that it needs are well, and says what to do where not
///
/// The archive is read as a whole for damage, which takes seconds when it is large.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery doctor")]
pub struct Doctor {
    /// Prints a JSON array of {check, ok, message}
    #[arg(long)]
    json: bool,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    ok: bool,
    message: String,
}

impl Finding {
    fn new(check: &'static str, ok: bool, message: impl Into<String>) -> Self {
        Self { check, ok, message: message.into() }
    }
}

impl Doctor {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        let findings = findings(data)?;
        if self.json {
            output::json(&findings)?;
        } else {
            let line = |f: &Finding| {
                format!("{:<5} {:<14} {}\n", if f.ok { "ok" } else { "look" }, f.check, f.message)
            };
            output::text(&findings.iter().map(line).collect::<String>())?;
        }
        Ok(if findings.iter().all(|finding| finding.ok) { Outcome::Done } else { Outcome::Partly })
    }
}

fn findings(data: &DataFolder) -> anyhow::Result<Vec<Finding>> {
    let folder = data.path()?;
    let mut findings = vec![
        Finding::new("program", true, concat!("chancery ", env!("CARGO_PKG_VERSION"))),
        Finding::new("data folder", true, folder.display().to_string()),
    ];
    // An archive that does not open is a finding, not the end of the look.
    let rest = archive::runtime()?.block_on(async {
        let app = App::open(&folder, Clock::system())?;
        of_archive(&app).await
    });
    // What SQLite finds may take several lines.
    let damaged = |error| vec![Finding::new("archive", false, sentence(&error).replace('\n', " "))];
    findings.extend(rest.unwrap_or_else(damaged));
    Ok(findings)
}

async fn of_archive(app: &App) -> anyhow::Result<Vec<Finding>> {
    app.check_archive().await?;
    let (numbers, settings) = (app.numbers().await?, app.settings().await?);
    let rules = app.rules().await?.len();
    let bytes = std::fs::metadata(app.archive_path()).map_or(0, |file| file.len());
    let archive =
        format!("{}, {} statements, {bytes} bytes.", app.archive_path().display(), numbers.statements);
    Ok(vec![
        Finding::new("archive", true, archive),
        of_sources(&numbers),
        Finding::new("rules", true, format!("{rules} rules, {} alerts not seen.", numbers.alerts_unseen)),
        of_collector(app)?,
        of_notifications(&settings, &numbers),
    ])
}

fn of_sources(numbers: &Numbers) -> Finding {
    let message = match (numbers.sources, numbers.sources_in_trouble) {
        (0, _) => "None is followed yet: `chancery source add URL` follows one.".to_owned(),
        (all, 0) => format!("{all} followed, none in trouble."),
        (all, n) => format!("{n} of {all} fail or are silent: `chancery source list` says why."),
    };
    Finding::new("sources", numbers.sources_in_trouble == 0, message)
}

fn of_collector(app: &App) -> anyhow::Result<Finding> {
    let message = match CollectorLock::take(app)? {
        Some(_) => "No other Chancery collects just now.",
        None => "Another Chancery is collecting just now.",
    };
    Ok(Finding::new("collector", true, message))
}

fn of_notifications(settings: &Settings, numbers: &Numbers) -> Finding {
    if !settings.notifications {
        return Finding::new(
            "notifications",
            true,
            "Switched off in the settings; alerts wait in the inbox.",
        );
    }
    let way = notifier::of_this_session().describe();
    Finding::new("notifications", true, format!("{way} {} not told yet.", numbers.alerts_pending))
}
