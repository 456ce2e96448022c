use std::convert::Infallible;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use chancery_app::api::types::Change;
use futures_util::stream::{Stream, StreamExt, iter};
use tokio_stream::wrappers::BroadcastStream;

use super::Served;

/// Says what changes, for as long as the browser listens: one event of JSON for each [`Change`].
pub async fn stream(State(served): State<Served>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = BroadcastStream::new(served.app.changes());
    let events = changes.flat_map(|change| iter(change.map_or_else(|_| everything(), |change| vec![change])));
    let events = events.filter_map(|change| async move { Event::default().json_data(change).ok().map(Ok) });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// What a listener that fell behind must look at anew.
fn everything() -> Vec<Change> {
    vec![Change::Statements { new: 0 }, Change::Alerts, Change::Rules, Change::Sources, Change::Settings]
}
