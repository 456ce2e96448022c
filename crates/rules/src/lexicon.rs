use std::hash::BuildHasher;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chancery_model::Lang;
use chancery_text::Token;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::vocabulary::Vocabulary;

/// Forms to remember at most, some 10 MB; then the memory begins anew.
const MOST_REMEMBERED: usize = 100_000;

/// What each written form has of a vocabulary, remembered: the same few thousand forms come again in every statement,
/// and one that was met before costs one look-up, no keys and no memory of its own.
///
/// It belongs to one vocabulary that no longer grows. Results do not depend on what it remembers; a copy begins empty.
#[derive(Debug, Default)]
pub(crate) struct Lexicon(Mutex<Forms>);

impl Clone for Lexicon {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Lexicon {
    /// Opens the memory for the words of one document.
    pub(crate) fn open(&self) -> MutexGuard<'_, Forms> {
        // Each entry is whole before it is inserted: what another thread left behind is sound.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The forms that are remembered.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    known: HashTable<Form>,
    hasher: DefaultHashBuilder,
}

/// All of a token that decides its keys.
#[derive(Debug)]
struct Form {
    form: Box<str>,
    lang: Option<Lang>,
    capitals: bool,
    met: Box<[u32]>,
}

impl Forms {
    /// Returns the positions that a word meets, in order of their numbers.
    pub(crate) fn met_by(&mut self, token: &Token, vocabulary: &Vocabulary) -> &[u32] {
        let hasher = &self.hasher;
        let hash = hash(hasher, &token.form, token.lang, token.capitals);
        if self.known.len() >= MOST_REMEMBERED {
            self.known.clear();
        }
        let is_same = |known: &Form| {
            *known.form == *token.form && known.lang == token.lang && known.capitals == token.capitals
        };
        let rehash = |known: &Form| self::hash(hasher, &known.form, known.lang, known.capitals);
        let entry = self.known.entry(hash, is_same, rehash);
        let known = entry.or_insert_with(|| Form {
            form: token.form.as_str().into(),
            lang: token.lang,
            capitals: token.capitals,
            met: vocabulary.met_by(token),
        });
        &known.into_mut().met
    }
}

fn hash(hasher: &DefaultHashBuilder, form: &str, lang: Option<Lang>, capitals: bool) -> u64 {
    hasher.hash_one((form, lang, capitals))
}
