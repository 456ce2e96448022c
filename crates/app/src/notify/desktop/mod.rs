//! Notices shown by the desktop.
//!
//! A server that is frozen never answers, so everything here runs on a thread of its own, and who asks waits for
//! [`TIME_LIMIT`] at most.

use std::io;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chancery_model::StatementId;

use super::{Notice, Notifier, Unreached};

#[cfg(not(all(unix, not(target_os = "macos"))))]
#[path = "native.rs"]
mod server;
#[cfg(all(unix, not(target_os = "macos")))]
#[path = "freedesktop.rs"]
mod server;

/// How long a notification server may take for one answer.
const TIME_LIMIT: Duration = Duration::from_secs(5);
/// Beyond the server's time: what the thread itself may need.
const GRACE: Duration = Duration::from_secs(1);
/// The name under which notifications appear.
const APP_NAME: &str = "Chancery";

/// What happens when the user clicks a notice: the statement that it names is opened.
pub type OnClick = Box<dyn Fn(StatementId) + Send + Sync>;

/// A notice and whom to answer.
struct Order {
    notice: Notice,
    answer: Sender<Result<(), Unreached>>,
}

/// Shows notices through the desktop's notification server.
pub struct DesktopNotifier {
    orders: server::Orders,
    state: State,
}

/// How the last call went; `None` before the first answer.
type State = Arc<Mutex<Option<Result<(), Unreached>>>>;

impl DesktopNotifier {
    /// Starts the thread that speaks to the server; fails only when no thread can be had.
    pub fn start(on_click: OnClick) -> io::Result<Self> {
        let state = State::default();
        Ok(Self { orders: server::start(on_click, state.clone())?, state })
    }
}

impl Notifier for DesktopNotifier {
    fn show(&self, notice: &Notice) -> Result<(), Unreached> {
        let (answer, answered) = channel();
        let sent = self.orders.send(Order { notice: notice.clone(), answer });
        let result = match sent.map(|()| answered.recv_timeout(TIME_LIMIT + GRACE)) {
            Ok(Ok(result)) => result,
            Ok(Err(RecvTimeoutError::Timeout)) => Err(Unreached::Frozen),
            Ok(Err(RecvTimeoutError::Disconnected)) | Err(_) => Err(ended()),
        };
        note(&self.state, result.clone());
        result
    }

    fn describe(&self) -> String {
        match &*self.state.lock().unwrap_or_else(PoisonError::into_inner) {
            None => "The notification server has not answered yet.".to_owned(),
            Some(Ok(())) => "Alerts are shown by the desktop.".to_owned(),
            Some(Err(fault)) => fault.to_string(),
        }
    }
}

fn ended() -> Unreached {
    Unreached::NoServer("the thread that speaks to it has ended".to_owned())
}

fn note(state: &State, result: Result<(), Unreached>) {
    *state.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
}
