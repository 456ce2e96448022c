//! Any file of topics: it is read or refused line by line, and one that is read tags without a panic.
#![no_main]

use chancery_annotate::{Context, Tagger, TopicLexicon};
use chancery_model::Draft;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (String, String)| {
    let (file, text) = input;
    match TopicLexicon::with_own(&file) {
        Ok(lexicon) => {
            let draft = Draft { text, ..Draft::default() };
            let tags = Tagger::with_topics(lexicon).annotate(&draft, &Context::default());
            assert!(tags.topics.iter().all(|tag| !tag.spans.is_empty()));
        }
        Err(errors) => assert!(errors.iter().all(|error| error.line >= 1 && !error.message.is_empty())),
    }
});
