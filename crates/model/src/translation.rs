use serde::{Deserialize, Serialize};

use crate::Lang;

/// The address of the same document in another language, as the publisher says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Translation {
    /// Its language.
    pub lang: Lang,
    /// Its address, absolute.
    pub url: String,
}
