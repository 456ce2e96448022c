//! What is shown to the user when a rule has matched.
//!
//! The inbox is the truth: an alert is written with the statement that raised it, and this module only brings it to
//! the user's eye. Alerts that wait are grouped by rule ([`group`]), a [`Herald`] decides which are shown now, and a
//! [`Notifier`] shows them. Which process does so is settled by the [`NotifierLock`].

mod desktop;
mod group;
mod herald;
mod lock;
mod quiet;
mod terminal;
mod text;
mod trouble;

use chancery_model::{AlertId, StatementId};

pub use desktop::{DesktopNotifier, OnClick};
pub use group::group;
pub use herald::{Herald, Manner, Round};
pub use lock::NotifierLock;
pub use quiet::QuietHours;
pub use terminal::TerminalNotifier;
pub use trouble::trouble;

/// Something to be shown to the user, in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The number under which it is shown: the same for the same rule, so that a later notice replaces an earlier one.
    pub key: u32,
    /// The rule's name, or what happened.
    pub title: String,
    /// Issuer and title of the statements, a line each.
    pub body: String,
    /// What a click opens: the newest of its statements.
    pub statement: Option<StatementId>,
    /// The alerts that are settled when it was shown.
    pub alerts: Vec<AlertId>,
}

/// Brings a notice to the user's eye.
pub trait Notifier: Send + Sync {
    /// Shows a notice and returns within a few seconds, whatever the other side does.
    fn show(&self, notice: &Notice) -> Result<(), Unreached>;

    /// Says in a sentence how notices reach the user, or why they do not.
    fn describe(&self) -> String;
}

/// Why a notice did not reach the user; the alert stays in the inbox.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreached {
    /// Nobody on this desktop shows notifications.
    #[error("No notification server answers on this desktop, so alerts wait in the inbox ({0}).")]
    NoServer(String),
    /// The server took the call and did not answer in time.
    #[error("The notification server does not answer, so alerts wait in the inbox.")]
    Frozen,
    /// The text could not be written to the terminal.
    #[error("The terminal cannot be written to: {0}.")]
    Terminal(String),
}
