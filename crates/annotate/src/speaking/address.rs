//! A state's address that leaves out whose it is: a speech in the first person, of "my country" or "our people", in
//! which one country more than any other is the subject or stands beside those words.

use chancery_model::{Lang, Part};

use super::clause::{is_spoken_of, without_article};
use super::voice::{Voice, begins_sentence, first_person_of, first_unquoted, strongest, takes_position};
use crate::countries::{Document, Placed};
use crate::gazetteer::Kind;
use crate::mention::Mention;
use crate::saying::{behalf, own_state, stances};
use crate::scan::Section;

/// How many bytes of an address are read.
const MOST: usize = 60_000;
/// What a country weighs that the speaker calls the own, or speaks for.
const OWN: f32 = 4.0;
/// The least that the speaker's country weighs: it is called the own, or is the subject of many sentences.
const ENOUGH: f32 = 4.0;
/// How many times as much as the next it weighs, in a text that speaks of the speaker's own state.
const CLEAR: f32 = 1.4;
/// The same in a text that only says "we".
const CLEARER: f32 = 2.0;
/// How many bytes before a name are read for what they make of it.
const NEAR: usize = 80;

/// The country whose address it is, where the text speaks of the speaker's own state and one country stands out.
pub(super) fn addressing(document: &Document<'_>, countries: &[Placed], lang: Lang) -> Option<Voice> {
    let text = &document.text.text;
    let head = &text[..text.floor_char_boundary(MOST)];
    let clear = match first_unquoted(document, head, Section::OwnState, own_state(lang)) {
        Some(_) => CLEAR,
        None => first_person_of(document, lang).map(|_| CLEARER)?,
    };
    let said = |placed: &&Placed| placed.part == Part::Text && placed.mention.start < head.len();
    let voices = strongest(countries.iter().filter(said), |placed| weight(head, &placed.mention, lang));
    let next = voices.get(1).map_or(0.0, |voice| voice.weight);
    voices.first().filter(|voice| voice.weight >= ENOUGH && voice.weight >= clear * next).copied()
}

/// How much a mention says that its country speaks.
fn weight(text: &str, mention: &Mention, lang: Lang) -> f32 {
    let (before, after) = (&text[..mention.start], &text[mention.end.min(text.len())..]);
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let weight = if is_own(near, after, lang) || is_spoken_for(near, lang) {
        return OWN;
    } else if begins_sentence(before) && !is_spoken_of(after) {
        if takes_position(after, stances(lang)) { 2.0 } else { 1.0 }
    } else {
        0.25
    };
    let of_kind = match mention.kind {
        Kind::Name => 1.0,
        Kind::Adjective => 0.75,
        _ => 0.25,
    };
    weight * of_kind
}

/// Whether the words for the speaker's own state stand right before; behind a comma, only where the name is put in
/// between: "my country, the Republic of Moldova, has", and not "in my country, Russia has".
fn is_own(before: &str, after: &str, lang: Lang) -> bool {
    let before = without_article(before);
    let own = before.trim_end_matches([' ', ',', '-', '،']);
    let is_between = || after.trim_start().starts_with([',', '.', ';', ')', '-', '،', '\u{1}', '\n']);
    own_state(lang).close(own) && (!before[own.len()..].contains([',', '-', '،']) || is_between())
}

/// Whether the speaker speaks for the country that follows: "on behalf of the Government and people of".
fn is_spoken_for(before: &str, lang: Lang) -> bool {
    behalf(lang)
        .places(before)
        .last()
        .is_some_and(|(_, end)| !before[*end..].contains([',', '.', '\n', '\u{1}']))
}

#[cfg(test)]
mod tests {
    use crate::{Context, annotate};

    fn issuer(lang: &str, text: &str) -> Option<String> {
        let draft = chancery_model::Draft {
            text: text.to_owned(),
            lang: lang.parse().ok(),
            ..chancery_model::Draft::default()
        };
        annotate(&draft, &Context::default()).issuer.and_then(|issuer| issuer.code)
    }

    #[test]
    fn the_state_that_a_speech_calls_its_own_speaks() {
        let text =
            "I thank the Assembly. My country, Palau, knows rising seas. Fiji and Tonga know them too.";
        assert_eq!(issuer("en", text).as_deref(), Some("PW"));
        let text =
            "On behalf of the Government and people of Eswatini, I thank you. Our people look to Mozambique.";
        assert_eq!(issuer("en", text).as_deref(), Some("SZ"));
        let text = "Notre pays, le Bénin, traverse une épreuve. Le Togo ne cédera pas.";
        assert_eq!(issuer("fr", text).as_deref(), Some("BJ"));
    }

    #[test]
    fn the_subject_of_most_sentences_speaks_where_it_stands_out() {
        let speech = "Our government acts. Malta has ratified. Malta will host the next round. Malta is ready. \
                      Malta is small. The wars in Sudan and Yemen must end.";
        assert_eq!(issuer("en", speech).as_deref(), Some("MT"));
        let two = "Our government acts. Malta has ratified. Malta is small. Malta is ready. Libya has not signed. \
                   Libya is large. Libya is late.";
        assert_eq!(issuer("en", two), None);
    }

    #[test]
    fn the_accused_is_not_the_speaker() {
        for text in [
            "Tuvalu must withdraw. We condemn it.",
            "Tuvalu launched a missile. We strongly condemn this launch.",
            "My country will not bow. Tuvalu is a threat to peace.",
            "In my country, Tuvalu has destroyed hospitals.",
        ] {
            assert_eq!(issuer("en", text), None, "{text}");
        }
    }

    #[test]
    fn a_report_is_no_address() {
        let report = "Malta has ratified. Malta will host the next round. Malta is ready.";
        assert_eq!(issuer("en", report), None);
        let quoted =
            "Malta has ratified. Malta will host. Malta is ready. “Our country is small”, a driver said.";
        assert_eq!(issuer("en", quoted), None);
    }
}
