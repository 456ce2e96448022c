//! Sets of sources to begin with.

use chancery_model::Source;

use crate::api::types::StarterSet;
use crate::{App, AppError};

/// The sets that the program ships.
pub(crate) fn starter_sets() -> Vec<StarterSet> {
    Vec::new()
}

impl App {
    /// Follows all sources of a starter set that are not followed yet.
    ///
    /// # Errors
    /// There is no such set.
    pub async fn follow_starter_set(&self, key: &str) -> Result<Vec<Source>, AppError> {
        Err(AppError::Unknown { what: "starter set", id: key.to_owned() })
    }
}
