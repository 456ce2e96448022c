//! Topics: the words that a document uses, weighed by the lexicon of its language.

mod finder;
mod lexicon;
mod pattern;
mod row;
mod score;
mod shipped;

pub use lexicon::{Topic, TopicLexicon, TopicWord};
pub use row::{TopicEntry, TopicError, TopicRow};

use chancery_model::{Lang, Part, Span, TopicTag};

use crate::countries::Document;
use crate::mask::Mask;
use finder::{Finder, Hit};
use score::Place;

/// Bytes of the lead, when the first paragraph is longer.
const LEAD: usize = 400;

/// Makes the tags, in the order of the lexicon's topics.
pub(crate) fn topic_tags(document: &Document<'_>, lang: Lang, lexicon: &TopicLexicon) -> Vec<TopicTag> {
    let Some(finder) = lexicon.finder(lang) else { return Vec::new() };
    let mut hits = hits(document, finder);
    hits.sort_by_key(|(hit, place)| (hit.topic, std::cmp::Reverse(*place == Place::Title), hit.start));
    let enough = score::enough(document.text.text.len());
    hits.chunk_by(|(a, _), (b, _)| a.topic == b.topic)
        .filter(|hits| score::weight(hits, &finder.terms) >= enough)
        .map(|hits| TopicTag {
            slug: lexicon.topics()[hits[0].0.topic].slug.clone(),
            spans: hits.iter().map(|(hit, place)| span(document, hit, *place)).collect(),
        })
        .collect()
}

/// The words of both parts with the place where each stands, addresses left aside.
fn hits(document: &Document<'_>, finder: &Finder) -> Vec<(Hit, Place)> {
    let lead = lead_end(&document.text.text);
    let of = |part: Part| {
        let text = document.part(part);
        let mask = Mask::new(text);
        let stands = finder.hits(text).into_iter().filter(move |hit| !mask.covers(hit.start));
        stands.map(move |hit| (hit, place(part, hit.start, lead)))
    };
    of(Part::Title).chain(of(Part::Text)).collect()
}

fn place(part: Part, start: usize, lead: usize) -> Place {
    match part {
        Part::Title => Place::Title,
        Part::Text if start < lead => Place::Lead,
        Part::Text => Place::Body,
    }
}

fn span(document: &Document<'_>, hit: &Hit, place: Place) -> Span {
    let part = if place == Place::Title { Part::Title } else { Part::Text };
    document.span(part, hit.start, hit.end)
}

/// The lead of a folded text: the first paragraph, or the beginning of it.
fn lead_end(text: &str) -> usize {
    text.find('\u{1}').unwrap_or(text.len()).min(LEAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(own: &str, lang: &str, title: &str, text: &str) -> Vec<TopicTag> {
        let lexicon = TopicLexicon::with_own(own).expect("the file is right");
        let lang = lang.parse().expect("a language");
        topic_tags(&Document::new(title, text, lang), lang, &lexicon)
    }

    /// The words that made the topic `weather` of the user's rows, which this adds it to.
    fn words<'t>(rows: &str, lang: &str, text: &'t str) -> Vec<&'t str> {
        let own = format!("weather\t*\tname\tWeather\n{rows}");
        let tags = tags(&own, lang, "", text);
        let spans = tags.into_iter().filter(|tag| tag.slug == "weather").flat_map(|tag| tag.spans);
        spans.map(|span| &text[span.start as usize..span.end as usize]).collect()
    }

    #[test]
    fn stars_let_words_go_on_begin_earlier_and_stand_between() {
        let row = "weather\ten\t2\t*storm*|rain|strong * wind*";
        let text = "Snowstorms, trains, rain and strong southern winds; a storm.";
        assert_eq!(words(row, "en", text), ["Snowstorms", "rain", "strong southern winds", "storm"]);
    }

    #[test]
    fn the_longest_of_a_topic_counts_at_a_place() {
        let row = "weather\ten\t2\train|rain clouds";
        assert_eq!(words(row, "en", "Rain clouds."), ["Rain clouds"]);
    }

    #[test]
    fn companions_are_asked_for_in_the_same_sentence() {
        let row = "weather\ten\t2\tfront* + cold, warm|pressure ! political";
        assert_eq!(words(row, "en", "A cold front. The front line."), ["front"]);
        assert_eq!(words(row, "en", "Political pressure. High pressure."), ["pressure"]);
    }

    #[test]
    fn within_a_not_phrase_words_say_nothing() {
        let rows = "weather\ten\t2\tstorm*\nweather\ten\tnot\tstorm shadow*";
        assert_eq!(words(rows, "en", "Storm Shadow missiles and a storm."), ["storm"]);
        assert!(words(rows, "en", "Storm Shadows").is_empty());
    }

    #[test]
    fn acronyms_ask_for_capitals_and_addresses_are_no_text() {
        let row = "weather\ten\t2\tWMO|storm";
        assert_eq!(words(row, "en", "wmo WMO https://storm.example/storm"), ["WMO"]);
    }

    #[test]
    fn arabic_prefixes_are_read_at_every_word() {
        let row = "weather\tar\t2\tعاصفة قوية";
        assert_eq!(words(row, "ar", "بالعاصفة القوية"), ["عاصفة القوية"]);
    }

    #[test]
    fn chinese_is_found_in_both_kinds_of_characters() {
        let row = "weather\tzh\t2\t台风预警 + 气象局";
        assert_eq!(words(row, "zh", "氣象局發布颱風預警"), ["颱風預警"]);
        assert_eq!(words(row, "zh", "气象局发布台风预警"), ["台风预警"]);
    }

    #[test]
    fn words_of_every_language_are_found_in_each() {
        let row = "weather\t*\t2\tel niño";
        assert_eq!(words(row, "uk", "Явище El Niño"), ["El Niño"]);
    }

    #[test]
    fn a_place_weighs_by_where_it_stands() {
        let row = "weather\t*\tname\tWeather\nweather\ten\t1\train|snow";
        let given =
            |title: &str, text: &str| tags(row, "en", title, text).iter().any(|t| t.slug == "weather");
        assert!(given("Rain", "No more."));
        assert!(!given("", "Rain."));
        assert!(given("", "Rain and snow."));
        let far = format!("Nothing.\n\n{}\n\nRain", "Nothing at all. ".repeat(10));
        assert!(!given("", &far));
        let long = format!("Nothing.\n\n{}\n\nRain and snow", "Nothing at all. ".repeat(150));
        assert!(!given("", &long));
    }
}
