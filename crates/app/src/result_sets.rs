use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chancery_model::RowId;
use chancery_text::AnalysedQuery;

use crate::AppError;

/// Lists that are held; an older one is computed anew from its query.
const HELD: usize = 8;

/// The ordered rows of a query: 8 MB a million.
pub(crate) struct Listed {
    pub(crate) query: AnalysedQuery,
    pub(crate) rows: Vec<RowId>,
}

/// The lists that windows scroll through. They keep no truth: a list can always be computed anew.
#[derive(Default)]
pub(crate) struct ResultSets {
    next: AtomicU64,
    held: Mutex<VecDeque<(String, Arc<Listed>)>>,
}

impl ResultSets {
    /// Holds a list and gives its handle.
    pub(crate) fn hold(&self, listed: Listed) -> String {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.push_front((id.clone(), Arc::new(listed)));
        held.truncate(HELD);
        id
    }

    /// Returns a list that is held still.
    pub(crate) fn get(&self, id: &str) -> Result<Arc<Listed>, AppError> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().find(|(held, _)| held == id).map(|(_, listed)| listed.clone()).ok_or(AppError::Stale)
    }
}
