//! Any text in any stated language: no panic, the same tags twice, every span on characters of its part.
#![no_main]

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Draft, Span};
use libfuzzer_sys::fuzz_target;

const LANGUAGES: &[&str] =
    &["en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko", "cs"];

fn spans(tags: &Annotations) -> impl Iterator<Item = &Span> {
    let named = tags.countries.iter().flat_map(|tag| &tag.spans);
    let topics = tags.topics.iter().flat_map(|tag| &tag.spans);
    let resolutions = tags.resolutions.iter().flat_map(|tag| &tag.spans);
    let law = tags.regimes.iter().flat_map(|tag| &tag.spans);
    let acts = tags.instruments.iter().flat_map(|tag| &tag.spans);
    let speakers = tags.speakers.iter().flat_map(|tag| &tag.spans);
    let quotes = tags.quotes.iter().flat_map(|tag| &tag.spans);
    let issuer = tags.issuer.iter().flat_map(|tag| &tag.spans);
    named.chain(topics).chain(resolutions).chain(law).chain(acts).chain(speakers).chain(quotes).chain(issuer)
}

fuzz_target!(|input: (u8, String, String)| {
    let (choice, title, text) = input;
    // One choice beyond the list leaves the language to be told from the text.
    let stated = LANGUAGES.get(usize::from(choice) % (LANGUAGES.len() + 1));
    let lang = stated.and_then(|code| code.parse().ok());
    let draft = Draft { title, text, lang, ..Draft::default() };
    let tags = annotate(&draft, &Context::default());
    assert_eq!(tags, annotate(&draft, &Context::default()));
    for span in spans(&tags) {
        assert!(span.start < span.end, "{span:?}");
        assert!(!span.of(&draft.title, &draft.text).is_empty(), "{span:?} lies on no characters");
    }
});
