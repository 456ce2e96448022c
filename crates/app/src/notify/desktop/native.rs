//! The notification centre of macOS and the toasts of Windows.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use chancery_model::StatementId;
use notify_rust::{Notification, NotificationHandle, NotificationResponse};

use super::super::{Notice, Unreached};
use super::{APP_NAME, OnClick, Order, State, note};

/// Where orders are put.
pub(super) type Orders = Sender<Order>;

/// Starts the thread; it ends when the last sender of orders is gone.
pub(super) fn start(on_click: OnClick, state: State) -> io::Result<Orders> {
    let (orders, inbox) = channel();
    note(&state, Ok(()));
    std::thread::Builder::new()
        .name("notifier".to_owned())
        .spawn(move || serve(&inbox, &Arc::new(on_click)))?;
    Ok(orders)
}

fn serve(inbox: &Receiver<Order>, on_click: &Arc<OnClick>) {
    while let Ok(order) = inbox.recv() {
        let result = show(&order.notice, on_click);
        // Who asked may have given up; its alert then waits for the next round.
        let _ = order.answer.send(result);
    }
}

fn show(notice: &Notice, on_click: &Arc<OnClick>) -> Result<(), Unreached> {
    let mut notification = Notification::new();
    notification.appname(APP_NAME).summary(&notice.title).body(&notice.body);
    let handle = notification.show().map_err(|error| Unreached::NoServer(error.to_string()))?;
    if let Some(statement) = notice.statement.clone() {
        wait_for_click(handle, statement, on_click.clone());
    }
    Ok(())
}

/// The wait blocks, so each notice has a thread; without one the notice merely cannot be clicked.
fn wait_for_click(handle: NotificationHandle, statement: StatementId, on_click: Arc<OnClick>) {
    let wait = move || {
        let _ = handle.wait_for_response(|response: &NotificationResponse| {
            if response.is_default_action() {
                on_click(statement.clone());
            }
        });
    };
    let _ = std::thread::Builder::new().name("notice".to_owned()).spawn(wait);
}
