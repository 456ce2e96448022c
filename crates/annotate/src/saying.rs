//! The words that say that somebody speaks, from `data/gazetteer/saying.tsv`.

use std::sync::LazyLock;

use chancery_model::Lang;
use hashbrown::HashMap;

use crate::phrase::Phrases;
use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/saying.tsv");

/// Words of all languages stand under this language.
const ANY: &str = "*";

/// The words by class and language.
static WORDS: LazyLock<HashMap<&'static str, HashMap<&'static str, Phrases>>> = LazyLock::new(|| {
    let mut words: HashMap<_, Vec<&'static str>> = HashMap::new();
    for [lang, class, listed] in table::rows(TABLE) {
        words.entry((lang, class)).or_default().extend(table::listed(listed));
    }
    let mut classes: HashMap<_, HashMap<_, _>> = HashMap::new();
    for ((lang, class), words) in words {
        classes.entry(class).or_default().insert(lang, Phrases::new(words));
    }
    classes
});

static NONE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(Vec::new()));

fn of(lang: &str, class: &'static str) -> &'static Phrases {
    WORDS.get(class).and_then(|languages| languages.get(lang)).unwrap_or(&NONE)
}

/// The words of a class in every language. Who asks often keeps them.
fn of_all(class: &'static str) -> &'static Phrases {
    of(ANY, class)
}

/// What the words of a verb of the table say of where the speaker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    /// A verb of speech: its subject speaks.
    Said,
    /// "According to": whoever follows speaks.
    Source,
}

/// The beginnings of the verbs of speech of one language, and what gives a source.
pub(crate) fn verbs(lang: &str) -> impl Iterator<Item = (&'static str, Verb)> + use<> {
    let said = of(lang, "said").all().iter().map(|verb| (*verb, Verb::Said));
    said.chain(of(lang, "source").all().iter().map(|words| (*words, Verb::Source)))
}

/// What the verb with a number among [`verbs`] says.
pub(crate) fn verb(lang: &str, number: usize) -> Verb {
    if number < of(lang, "said").all().len() { Verb::Said } else { Verb::Source }
}

/// What the words of a class begin with in one language, up to the first star of each.
pub(crate) fn beginnings(lang: &str, class: &'static str) -> impl Iterator<Item = &'static str> + use<> {
    of(lang, class).all().iter().map(|words| words.split('*').next().unwrap_or(words))
}

/// Whether a stretch begins with a word of saying, in any language.
pub(crate) fn begins_saying(stretch: &str) -> bool {
    static SAID: LazyLock<Phrases> = LazyLock::new(|| {
        let said = WORDS.get("said").into_iter().flat_map(HashMap::values);
        Phrases::new(said.flat_map(|verbs| verbs.all().iter().copied()).collect())
    });
    SAID.begin(stretch)
}

/// The phrases that stand before the name of the body that issues a text.
pub(crate) fn issuing() -> &'static Phrases {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("issues"));
    &WORDS
}

/// What the title of an account of a meeting calls it.
pub(crate) fn readouts() -> &'static Phrases {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("readout"));
    &WORDS
}

/// What a text is called behind the name of the body that issues it.
pub(crate) fn issued() -> &'static Phrases {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("issued"));
    &WORDS
}

/// The words that stand before a body that is spoken to or about: those of all languages, and those of one that are
/// other words elsewhere.
pub(crate) fn object_words(lang: Lang) -> impl Iterator<Item = &'static Phrases> {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("object"));
    [*WORDS, of(lang.as_str(), "object")].into_iter()
}

/// What may stand between a document's name and the state that is its author.
pub(crate) fn author_links() -> &'static Phrases {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("author"));
    &WORDS
}

/// What says that whoever follows leads what a text reports.
pub(crate) fn chairing() -> &'static Phrases {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("chair"));
    &WORDS
}

/// What follows a body that ought to act, was told or kept silent.
pub(crate) fn spoken_of() -> &'static Phrases {
    static WORDS: LazyLock<&Phrases> = LazyLock::new(|| of_all("spoken-of"));
    &WORDS
}

/// What behind an organisation's name makes it say whose something else is.
pub(crate) fn another() -> &'static Phrases {
    of(ANY, "another")
}

/// The beginnings of the verbs by which a state takes a position, in one language.
pub(crate) fn stances(lang: Lang) -> &'static Phrases {
    of(lang.as_str(), "stance")
}

/// What a state has, said right before its name ("the position of"), in one language.
pub(crate) fn positions(lang: Lang) -> &'static Phrases {
    of(lang.as_str(), "position")
}

/// The words of a state that speaks of itself, in one language.
pub(crate) fn first_person(lang: Lang) -> &'static Phrases {
    of(lang.as_str(), "we")
}

/// The words by which a speaker speaks of the own state ("my country"), in one language.
pub(crate) fn own_state(lang: Lang) -> &'static Phrases {
    of(lang.as_str(), "own")
}

/// What stands before the state for which a speaker speaks ("on behalf of"), in one language.
pub(crate) fn behalf(lang: Lang) -> &'static Phrases {
    of(lang.as_str(), "behalf")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(TABLE) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [lang, class, words] = cells.as_slice() else { panic!("{line}: three columns") };
            assert!(
                [
                    "said",
                    "source",
                    "issues",
                    "issued",
                    "position",
                    "object",
                    "stance",
                    "we",
                    "readout",
                    "spoken-of",
                    "author",
                    "chair",
                    "own",
                    "behalf",
                    "another"
                ]
                .contains(class),
                "{class} is no class"
            );
            assert!(*lang == ANY || lang.parse::<Lang>().is_ok(), "{lang} is no language");
            let known = &WORDS[class][lang];
            assert!(
                words.split('|').all(|word| known.all().contains(&word) && word == fold_pattern(word)),
                "{line}"
            );
        }
    }
}
