//! What holds of every text.

use std::collections::{HashMap, HashSet};

use chancery_model::{Lang, Literal, LiteralKind, Query, Scope};
use chancery_text::{
    AnalysedQuery, Position, analyse, analyse_query, encode, fold, guess_lang, lexicon, prefix_range, term,
};
use proptest::prelude::*;

/// Texts of many scripts, with what makes analysers stumble: marks, joiners, points, capitals, line breaks.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("US".to_owned()),
        Just("l’Iran".to_owned()),
        Just("U.S.".to_owned()),
        Just("联合国安理会".to_owned()),
        Just("北朝鮮による".to_owned()),
        Just("북한이".to_owned()),
        Just("والعقوبات".to_owned()),
        Just("تحریم\u{200c}ها".to_owned()),
        Just("об’єднання".to_owned()),
        Just("e\u{301}".to_owned()),
        "[a-zA-Z]{1,8}",
        "[а-яА-ЯіїєґІЇЄҐ]{1,8}",
        "[一-龥ぁ-んァ-ヶ가-힣]{1,6}",
        "[\u{600}-\u{6ff}]{1,6}",
        "[0-9.,:'|_^\\t\\n -]{1,4}",
        "\\PC{0,6}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

fn langs() -> impl Strategy<Value = Option<Lang>> {
    prop::option::of(prop::sample::select(vec![
        b"en", b"uk", b"ru", b"fr", b"de", b"pl", b"tr", b"ar", b"fa", b"ko", b"zh",
    ]))
    .prop_map(|code| code.map(Lang::new))
}

proptest! {
    #[test]
    fn words_lie_in_order_on_character_boundaries(text in texts(), lang in langs()) {
        let mut last = 0;
        for token in &analyse(&text, lang).tokens {
            prop_assert!(token.start >= last && token.end > token.start, "{token:?}");
            prop_assert!(text.get(token.start as usize..token.end as usize).is_some());
            prop_assert_eq!(fold(&token.form), token.form.as_str());
            last = token.end;
        }
    }

    #[test]
    fn the_keys_of_a_word_depend_on_its_term_alone(one in texts(), other in texts(), lang in langs()) {
        let mut keys = HashMap::new();
        for token in [analyse(&one, lang), analyse(&other, None), analyse(&one, None)].iter().flat_map(|text| &text.tokens) {
            let known = keys.entry(term(token)).or_insert_with(|| token.keys());
            prop_assert_eq!(&*known, &token.keys());
            prop_assert!(!known.is_empty());
        }
    }

    #[test]
    fn the_index_holds_a_term_a_word_and_the_lexicon_all_their_keys(text in texts(), lang in langs()) {
        let text = analyse(&text, lang);
        let terms: Vec<String> = text.tokens.iter().map(term).collect();
        let encoded = encode(&text);
        prop_assert_eq!(encoded.split(' ').filter(|term| !term.is_empty()).collect::<Vec<_>>(), terms.clone());
        prop_assert!(!encoded.contains(['\t', '\n', '"']));
        let lexicon = lexicon([&text]);
        prop_assert_eq!(lexicon.len(), terms.iter().collect::<HashSet<_>>().len());
        for (token, term) in text.tokens.iter().zip(&terms) {
            prop_assert!(lexicon.contains(&(term.clone(), token.keys())));
            let (first, end) = prefix_range(&token.form);
            prop_assert!((first..end).contains(term));
        }
    }

    #[test]
    fn every_word_is_found_by_its_own_written_form(text in texts(), lang in langs()) {
        let analysed = analyse(&text, lang);
        for token in &analysed.tokens {
            let literal = Literal { text: token.form.clone(), kind: LiteralKind::Word, scope: Scope::Anywhere };
            let query = analyse_query(&Query::Literal(literal));
            let keys = token.keys();
            prop_assert!(asks_for(&query, &keys), "{token:?} {query:?}");
        }
    }

    #[test]
    fn queries_and_guesses_never_panic(text in texts()) {
        let literal = |kind| Literal { text: text.clone(), kind, scope: Scope::Anywhere };
        for kind in [LiteralKind::Word, LiteralKind::Phrase, LiteralKind::Prefix] {
            analyse_query(&Query::Literal(literal(kind)));
            analyse_query(&Query::Near { left: literal(kind), right: literal(LiteralKind::Phrase), words: 5 });
        }
        guess_lang(&text);
    }
}

/// Whether one reading of the query is this one word, or begins with it where the form is divided when it stands alone.
fn asks_for(query: &AnalysedQuery, keys: &[String]) -> bool {
    match query {
        AnalysedQuery::Or(parts) => parts.iter().any(|part| asks_for(part, keys)),
        AnalysedQuery::Sequence { positions, .. } => match positions.as_slice() {
            [Position::Word(asked)] => asked.iter().any(|key| keys.contains(key)),
            [_, ..] => true,
            [] => false,
        },
        _ => false,
    }
}
