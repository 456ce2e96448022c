//! The notification server of a freedesktop desktop, over D-Bus.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::sync::Arc;

use chancery_model::StatementId;
use notify_rust::{Hint, Notification, NotificationHandle, NotificationResponse};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::super::{Notice, Unreached, text};
use super::{APP_NAME, OnClick, Order, State, TIME_LIMIT, note};

/// Where orders are put.
pub(super) type Orders = UnboundedSender<Order>;

/// Starts the thread; it ends when the last sender of orders is gone.
pub(super) fn start(on_click: OnClick, state: State) -> io::Result<Orders> {
    let (orders, inbox) = unbounded_channel();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    std::thread::Builder::new().name("notifier".to_owned()).spawn(move || {
        runtime.block_on(serve(inbox, on_click, state));
        // A question that a frozen server never answers must not hold the thread.
        runtime.shutdown_background();
    })?;
    Ok(orders)
}

async fn serve(mut inbox: UnboundedReceiver<Order>, on_click: OnClick, state: State) {
    let mut desk = Desk {
        on_click: Arc::new(on_click),
        features: None,
        asked: None,
        clicks: HashMap::new(),
        first: None,
    };
    let probed = desk.learn_features().await;
    note(&state, probed);
    while let Some(order) = inbox.recv().await {
        let result = desk.show(&order.notice).await;
        // Who asked may have given up; its alert then waits for the next round.
        let _ = order.answer.send(result);
    }
}

/// What the server can do.
#[derive(Clone, Copy)]
struct Features {
    markup: bool,
    actions: bool,
}

/// What is known of the server, and the notices whose clicks are waited for.
struct Desk {
    on_click: Arc<OnClick>,
    features: Option<Features>,
    /// A question about the features that was not answered in time.
    asked: Option<JoinHandle<notify_rust::error::Result<Vec<String>>>>,
    clicks: HashMap<u32, JoinHandle<()>>,
    /// The first notice's connection, held for ever: GNOME withdraws what a sender showed when that sender leaves.
    first: Option<Arc<NotificationHandle>>,
}

impl Desk {
    async fn show(&mut self, notice: &Notice) -> Result<(), Unreached> {
        self.learn_features().await?;
        let features = self.features.unwrap_or(Features { markup: true, actions: false });
        let handle = in_time(notification(notice, features).show_async()).await?;
        self.wait_for_click(notice, Arc::new(handle));
        Ok(())
    }

    /// Asks once what the server can do; a frozen server keeps at most one such question.
    async fn learn_features(&mut self) -> Result<(), Unreached> {
        if self.features.is_some() {
            return Ok(());
        }
        let mut question = match self.asked.take() {
            Some(question) => question,
            None => tokio::task::spawn_blocking(notify_rust::get_capabilities),
        };
        match timeout(TIME_LIMIT, &mut question).await {
            Ok(Ok(Ok(names))) => {
                let has = |feature: &str| names.iter().any(|name| name == feature);
                self.features = Some(Features { markup: has("body-markup"), actions: has("actions") });
                Ok(())
            }
            Ok(Ok(Err(error))) => Err(Unreached::NoServer(error.to_string())),
            Ok(Err(error)) => Err(Unreached::NoServer(error.to_string())),
            Err(_) => {
                self.asked = Some(question);
                Err(Unreached::Frozen)
            }
        }
    }

    /// Waits for the click in a task of its own; the task of the notice that this one replaces is given up.
    fn wait_for_click(&mut self, notice: &Notice, handle: Arc<NotificationHandle>) {
        self.first.get_or_insert_with(|| handle.clone());
        self.clicks.retain(|_, task| !task.is_finished());
        let task = tokio::spawn(open_on_click(handle, notice.statement.clone(), self.on_click.clone()));
        if let Some(replaced) = self.clicks.insert(notice.key, task) {
            replaced.abort();
        }
    }
}

async fn open_on_click(
    handle: Arc<NotificationHandle>,
    statement: Option<StatementId>,
    on_click: Arc<OnClick>,
) {
    let mut clicked = false;
    handle
        .wait_for_action_async(|response: &NotificationResponse| clicked = response.is_default_action())
        .await;
    if let (true, Some(statement)) = (clicked, statement) {
        on_click(statement);
    }
}

async fn in_time<T>(call: impl Future<Output = notify_rust::error::Result<T>>) -> Result<T, Unreached> {
    match timeout(TIME_LIMIT, call).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(Unreached::NoServer(error.to_string())),
        Err(_) => Err(Unreached::Frozen),
    }
}

fn notification(notice: &Notice, features: Features) -> Notification {
    let body = if features.markup { text::escape(&notice.body) } else { notice.body.clone() };
    let mut notification = Notification::new();
    notification.appname(APP_NAME).icon("chancery-desktop").summary(&notice.title).body(&body).id(notice.key);
    notification.hint(Hint::DesktopEntry(APP_NAME.to_owned()));
    if features.actions && notice.statement.is_some() {
        notification.action("default", "Open");
    }
    notification
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice() -> Notice {
        Notice {
            key: 0x8000_0001,
            title: "A & B".to_owned(),
            body: "EU: <b>Talks</b> & more".to_owned(),
            statement: Some(StatementId::from("s1")),
            alerts: Vec::new(),
        }
    }

    #[test]
    fn markup_is_escaped_where_it_would_be_read() {
        let shown = notification(&notice(), Features { markup: true, actions: true });
        assert_eq!(shown.body, "EU: &lt;b&gt;Talks&lt;/b&gt; &amp; more");
        assert_eq!(shown.summary, "A & B");
        let plain = notification(&notice(), Features { markup: false, actions: true });
        assert_eq!(plain.body, "EU: <b>Talks</b> & more");
    }

    #[test]
    fn a_click_is_offered_only_where_it_can_be_answered() {
        let with = notification(&notice(), Features { markup: true, actions: true });
        assert_eq!(with.actions, ["default", "Open"]);
        let without = notification(&notice(), Features { markup: true, actions: false });
        assert!(without.actions.is_empty());
    }
}
