//! The statements that the program ships.

use crate::pipeline::Tally;
use crate::{App, AppError};

impl App {
    /// Files the sample statements and the rules that go with them.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn add_samples(&self) -> Result<Tally, AppError> {
        Ok(Tally::default())
    }
}
