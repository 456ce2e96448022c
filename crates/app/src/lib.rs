//! The one application service: the stages wired together, the schedule, the commands, the events.
//!
//! [`App`] is the whole: the window calls it through the door ([`App::call`]), the command line by its methods.

mod alerts;
pub mod api;
mod app;
mod archive;
pub mod batch;
mod care;
pub mod catalogue;
mod clock;
mod collect;
pub mod editions;
mod error;
mod evidence;
mod export;
mod health;
mod host;
pub mod notify;
mod others;
mod pipeline;
mod regroup;
mod result_sets;
mod retag;
mod rules;
mod search;
mod settings;
mod source_lists;
pub mod system;
mod tell;
mod topics;
mod watch;

pub use app::App;
pub use care::StateImported;
pub use clock::Clock;
pub use collect::{
    CollectorLock, Finding, IMPORTED, ImportOrder, Imported, KEPT, NotKept, PageRead, cadence_words,
    listing_address,
};
pub use error::AppError;
pub use export::{ExportPlan, Exported, write_file};
pub use host::{Answer, Host, PageToOpen};
pub use pipeline::{Outcome, Tally};
pub use retag::Stale;
pub use rules::{Explanation, RuleOrder, Trial};
pub use watch::Watched;

/// What the command line needs of the crates below.
pub use chancery_annotate as tagging;
pub use chancery_exchange as exchange;
pub use chancery_extract as extract;
pub use chancery_lists as lists;
pub use chancery_rules as query;
pub use chancery_store as store;
pub use chancery_text as text;
