//! The real window, on a display without a screen, with a real source and a real notification server.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![cfg(target_os = "linux")]

mod alerts;
mod capturing;
mod exporting;
mod opening;

use chancery_tests::{CommandLine, Entry, Source};
use tokio::sync::{Mutex, MutexGuard};

/// Windows are opened one at a time: two on two cores would only wait for each other.
static TURN: Mutex<()> = Mutex::const_new(());

async fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().await
}

/// The rule that the tests set.
const RULE: &str = "Arms for the DPRK";

/// What the source holds at first.
fn old_entry() -> Entry {
    Entry::new(
        "Council reviews fisheries policy",
        "Ministers met in Brussels today and reviewed the common fisheries policy with the member states.",
        "2026-11-20T09:00:00Z",
    )
}

/// What the source says next, which the rule matches.
fn new_entry() -> Entry {
    Entry::new(
        "Statement on arms transfers from the DPRK",
        "The European Union strongly condemns the arms transfers from the DPRK to Russia.\n\n\
         They violate Security Council resolution 1718 (2006) and must stop at once.",
        "2026-11-21T12:00:00Z",
    )
}

/// An archive that follows the source and has fetched it once, so that what comes next is news.
fn followed(source: &Source, archive: &CommandLine) {
    archive.run(&["source", "add", source.address(), "--name", "Press office", "--no-check"]);
    archive.run(&["rule", "add", RULE, "country:KP AND \"arms transfers\""]);
    archive.run(&["collect", "--once", "--force"]);
}
