//! Long work: its progress on a terminal, and its end by Ctrl-C.

use std::future::Future;
use std::io::{IsTerminal, Write, stderr};

use chancery_app::App;
use chancery_app::api::types::{Change, Progress};
use tokio::sync::broadcast::error::RecvError;

/// The widest line of progress, in characters.
const WIDTH: usize = 78;

/// Runs a long work of this name with its progress on standard error when that is a terminal. Ctrl-C asks the work to
/// end in good order; a second one ends the program.
pub async fn shown<T>(app: &App, work: &str, running: impl Future<Output = T>) -> T {
    let drawing = stderr().is_terminal().then(|| tokio::spawn(draw(app.changes())));
    let ended = stoppable(app, work, running).await;
    if let Some(drawing) = drawing {
        drawing.abort();
        clear();
    }
    ended
}

async fn stoppable<T>(app: &App, work: &str, running: impl Future<Output = T>) -> T {
    tokio::pin!(running);
    tokio::select! {
        ended = &mut running => return ended,
        _ = tokio::signal::ctrl_c() => app.stop(work),
    }
    tokio::select! {
        ended = running => ended,
        _ = tokio::signal::ctrl_c() => std::process::exit(130),
    }
}

async fn draw(mut changes: tokio::sync::broadcast::Receiver<Change>) {
    loop {
        match changes.recv().await {
            Ok(Change::Progress(progress)) if !progress.ended => draw_line(&line(&progress)),
            Ok(_) | Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}

fn line(progress: &Progress) -> String {
    let counted = match progress.total {
        0 => progress.done.to_string(),
        total => format!("{}/{total}", progress.done),
    };
    format!("{} {counted} {}", progress.work, progress.label)
        .chars()
        .filter(|c| !c.is_control())
        .take(WIDTH)
        .collect()
}

/// Progress is a courtesy: that it cannot be drawn is no fault of the work.
fn draw_line(line: &str) {
    let _ = write!(stderr(), "\r\x1b[2K{line}").and_then(|()| stderr().flush());
}

fn clear() {
    draw_line("");
}
