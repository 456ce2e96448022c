//! The tables that are made from public packages.

use crate::fault::Outcome;
use crate::{packages, tree};

/// Makes the tables again from the packages of the lock file, and fails when a committed one differs.
pub fn check() -> Outcome {
    let folder = tree::root().join("data/generate");
    packages::install(&folder, "The data's")?;
    packages::npm(&folder, &["run", "--silent", "check"])
}
