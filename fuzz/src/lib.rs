//! What must hold for whatever the readers made of arbitrary bytes.

use chancery_extract::{Found, Reading};
use chancery_model::Fetched;

/// Holds a reading against what the program relies on.
///
/// # Panics
/// The reading breaks a promise of `chancery-extract`.
pub fn check(reading: &Reading) {
    if let Found::Nothing(why) = &reading.found {
        assert!(why.to_string().ends_with('.'), "{why:?} is no sentence");
        assert!(reading.drafts.is_empty(), "nothing was found, and filed");
    }
    for note in &reading.notes {
        assert!(note.0.ends_with('.'), "{note:?} is no sentence");
    }
    for draft in &reading.drafts {
        assert!(!draft.title.contains('\n'), "{:?}", draft.title);
        assert!(!draft.text.contains("\n\n\n"), "{:?}", draft.text);
        assert!(!draft.text.chars().any(|c| c.is_control() && c != '\n'), "{:?}", draft.text);
    }
}

/// The answer of a server that sent these bytes.
pub fn answer(bytes: &[u8]) -> Fetched {
    Fetched {
        url: "https://a.example/news/".to_owned(),
        final_url: "https://a.example/news/".to_owned(),
        redirects: Vec::new(),
        moved_permanently: false,
        status: 200,
        headers: Vec::new(),
        bytes: bytes.to_vec(),
        at: Default::default(),
    }
}
