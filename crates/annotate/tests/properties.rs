//! What holds for every text: evidence lies on words, parts are kept apart, the same text gives the same tags, and no
//! input makes the tagger fail or read a stretch again and again.

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Draft, Part, Span};
use proptest::collection::vec;
use proptest::prelude::*;

/// Names with the country that each says, in several scripts.
const NAMES: &[(&str, &str)] = &[
    ("Norway", "NO"),
    ("Islamic Republic of Iran", "IR"),
    ("DPRK", "KP"),
    ("Норвегія", "NO"),
    ("Франция", "FR"),
    ("النرويج", "NO"),
    ("挪威", "NO"),
    ("ノルウェー", "NO"),
    ("노르웨이", "NO"),
];

/// What stands between them.
const OTHERS: &[&str] = &[
    "the minister said",
    "resolutions 1718 (2006) and 2397",
    "S/RES/2270 (2016)",
    "Security Council resolutions",
    "министр заявил",
    "制裁",
    "foreign.example/norway",
    "on behalf of the European Union",
    "spokesperson Ada Quist said: “We condemn",
    "Regulation (EU) No 833/2014",
    "U\u{301}\u{AD}n",
    "İı ß \u{FB01}",
];

const SIGNS: &[&str] = &[
    " ", " ", " ", ", ", ". ", "\n", "\n\n", "\t\r\n", "“", "”", "(", ")", "、", "。", "\u{202E}",
    "\u{200B}", "\0", "\u{FFFD}", "\u{200C}", "-", "'", "/", "@", ":",
];

fn piece() -> impl Strategy<Value = String> {
    let name = (0..NAMES.len()).prop_map(|at| NAMES[at].0.to_owned());
    let other = (0..OTHERS.len()).prop_map(|at| OTHERS[at].to_owned());
    let sign = (0..SIGNS.len()).prop_map(|at| SIGNS[at].to_owned());
    prop_oneof![3 => name, 3 => other, 6 => sign, 1 => any::<String>(), 1 => "\\PC{0,6}"]
}

fn text() -> impl Strategy<Value = String> {
    vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn lang() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(vec![
        "en", "uk", "ru", "fr", "de", "pl", "ar", "fa", "zh", "ja", "ko", "tr",
    ]))
}

fn tags(title: &str, text: &str, lang: Option<&str>) -> Annotations {
    let lang = lang.and_then(|lang| lang.parse().ok());
    let draft = Draft { title: title.to_owned(), text: text.to_owned(), lang, ..Draft::default() };
    annotate(&draft, &Context::default())
}

/// Every stretch that the tags give as evidence.
fn spans(tags: &Annotations) -> Vec<Span> {
    let topics = tags.topics.iter().flat_map(|tag| &tag.spans);
    let countries = tags.countries.iter().flat_map(|tag| &tag.spans);
    let resolutions = tags.resolutions.iter().flat_map(|tag| &tag.spans);
    let regimes = tags.regimes.iter().flat_map(|tag| &tag.spans);
    let instruments = tags.instruments.iter().flat_map(|tag| &tag.spans);
    let speakers = tags.speakers.iter().flat_map(|tag| &tag.spans);
    let issuer = tags.issuer.iter().flat_map(|tag| &tag.spans);
    let all = topics.chain(countries).chain(resolutions).chain(regimes).chain(instruments).chain(speakers);
    all.chain(issuer).copied().collect()
}

fn written<'t>(span: &Span, title: &'t str, text: &'t str) -> Option<&'t str> {
    let part = if span.part == Part::Title { title } else { text };
    part.get(span.start as usize..span.end as usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn evidence_lies_on_words_of_its_part(title in text(), text in text(), lang in lang()) {
        for span in spans(&tags(&title, &text, lang)) {
            let word = written(&span, &title, &text);
            prop_assert!(word.is_some_and(|word| word.chars().any(char::is_alphanumeric)), "{span:?}: {word:?}");
        }
    }

    #[test]
    fn a_country_is_found_on_its_own_name(
        pieces in vec((0..NAMES.len(), prop::sample::select(vec![", ", ". ", "\n\n", "; "])), 1..12),
        lang in lang(),
    ) {
        let text: String = pieces.iter().flat_map(|(at, sign)| [NAMES[*at].0, *sign]).collect();
        for tag in tags("", &text, lang).countries {
            for span in &tag.spans {
                let word = written(span, "", &text);
                let says = |(name, code): &(&str, &str)| {
                    word.is_some_and(|word| !word.is_empty() && name.contains(word)) && *code == tag.code.as_str()
                };
                prop_assert!(NAMES.iter().any(says), "{} {word:?} in {text:?}", tag.code);
            }
            prop_assert_eq!(tag.count as usize, tag.spans.len());
        }
    }

    #[test]
    fn the_same_text_gives_the_same_tags(title in text(), text in text(), lang in lang()) {
        prop_assert_eq!(tags(&title, &text, lang), tags(&title, &text, lang));
    }

    #[test]
    fn what_stands_in_the_title_alone_is_found_in_the_title_alone(text in text()) {
        let tags = tags(&text, "", None);
        prop_assert!(spans(&tags).iter().all(|span| span.part == Part::Title));
    }
}

/// Texts that are made of one thing, over and over.
const HARD: &[&str] = &[
    "a",
    "Iran",
    "Iran ",
    "US ",
    "Brussels ",
    "(",
    ".",
    "“",
    "\"",
    "a.b@c.de/",
    "中美俄",
    "中、美、俄、",
    "resolution 1718, ",
    "Iran: Security Council resolutions. ",
    "resolution 1718 and ",
    "spokesperson Ada Quist said ",
    "والعراق",
    "Georgia ",
    "\u{202E}Iran \u{2067}إيران\u{2069} ",
    "\u{0}\u{7}\u{1b}\u{FFFD}",
    "\u{301}",
    "й\u{306}",
    "\n",
    "\n\n",
    " ",
];

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

#[test]
fn a_text_of_one_thing_over_and_over_is_read() {
    for unit in HARD {
        let text = repeated(unit, 100_000);
        let tags = tags(unit, &text, None);
        for span in spans(&tags) {
            assert!(written(&span, unit, &text).is_some_and(|word| !word.is_empty()), "{unit:?}: {span:?}");
        }
    }
}

/// `cargo test --release -p chancery-annotate --test properties -- --ignored`
#[test]
#[ignore = "reads 10 MB of each; a time that grows with the square of the length would take hours"]
fn ten_megabytes_of_one_thing_are_read() {
    for unit in HARD {
        let text = repeated(unit, 10_000_000);
        assert!(spans(&tags("", &text, None)).iter().all(|span| span.end as usize <= text.len()), "{unit:?}");
    }
}

#[test]
fn a_citation_twenty_thousand_times_is_one_resolution() {
    let text = "The Security Council adopted resolution 1718. ".repeat(20_000);
    let tags = tags("", &text, Some("en"));
    assert_eq!(tags.resolutions.len(), 1);
    assert_eq!(tags.resolutions[0].spans.len(), 20_000);
}
