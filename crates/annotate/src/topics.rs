//! Topics: the words that a document uses, weighed by the lexicon of its language.

mod fault;
mod finder;
mod lexicon;
mod pattern;
mod row;
mod score;
mod shipped;

pub use fault::RowFault;
pub use lexicon::{Topic, TopicLexicon, TopicWord};
pub use row::{TopicEntry, TopicError, TopicRow};

use chancery_model::{Lang, Organ, Part, ResolutionTag, Span, TopicTag};

use crate::countries::Document;
use crate::mask::Mask;
pub(crate) use finder::Finder;
use finder::Hit;
use score::Place;

/// Bytes of the lead, when the first paragraph is longer.
const LEAD: usize = 400;

/// The topic that a Security Council resolution speaks for, and how much.
const COUNCIL: (&str, f32) = ("un-security-council", 3.0);

/// Makes the tags, in the order of the lexicon's topics.
pub(crate) fn topic_tags(
    document: &Document<'_>,
    lang: Lang,
    lexicon: &TopicLexicon,
    resolutions: &[ResolutionTag],
) -> Vec<TopicTag> {
    let Some(finder) = lexicon.finder(lang) else { return Vec::new() };
    let hits = hits(document, finder);
    let mut found: Vec<Found> = vec![Found::default(); lexicon.topics().len()];
    for hits in hits.chunk_by(|(a, _), (b, _)| a.topic == b.topic) {
        let found = &mut found[hits[0].0.topic];
        found.weight = score::weight(hits, &finder.terms);
        found.spans = hits.iter().map(|(hit, place)| span(document, hit, *place)).collect();
    }
    add_cited(lexicon, &mut found, &council_spans(resolutions));
    let heaviest = found.iter().map(|found| found.weight).fold(0.0, f32::max);
    let threshold = score::threshold(score::enough(&document.text.text), heaviest);
    let tags = lexicon.topics().iter().zip(found).filter(|(_, found)| found.weight >= threshold);
    tags.map(|(topic, found)| TopicTag { slug: topic.slug.clone(), spans: found.spans }).collect()
}

/// What speaks for a topic in a document.
#[derive(Debug, Clone, Default)]
struct Found {
    weight: f32,
    spans: Vec<Span>,
}

/// Where resolutions of the Security Council are stated.
fn council_spans(resolutions: &[ResolutionTag]) -> Vec<Span> {
    let stated = resolutions.iter().filter(|tag| tag.stated && tag.organ == Organ::SecurityCouncil);
    stated.flat_map(|tag| tag.spans.iter().copied()).collect()
}

/// Resolutions that are cited by number speak for the topic of the Council.
fn add_cited(lexicon: &TopicLexicon, found: &mut [Found], cited: &[Span]) {
    let council = lexicon.topics().iter().position(|topic| topic.slug == COUNCIL.0);
    let Some(found) = council.and_then(|council| found.get_mut(council)).filter(|_| !cited.is_empty()) else {
        return;
    };
    found.weight += COUNCIL.1;
    found.spans.extend(cited);
    found.spans.sort_by_key(|span| (span.part, span.start, span.end));
    found.spans.dedup();
}

/// The words of both parts by topic, with the place where each stands, addresses left aside.
fn hits(document: &Document<'_>, finder: &Finder) -> Vec<(Hit, Place)> {
    let lead = lead_end(&document.text.text);
    let of = |part: Part| {
        let text = document.part(part);
        let mask = Mask::new(text);
        let stands =
            finder.hits(text, document.scan(part)).into_iter().filter(move |hit| !mask.covers(hit.start));
        stands.map(move |hit| (hit, place(part, hit.start, lead)))
    };
    let mut hits: Vec<(Hit, Place)> = of(Part::Title).chain(of(Part::Text)).collect();
    hits.sort_by_key(|(hit, place)| (hit.topic, std::cmp::Reverse(*place == Place::Title), hit.start));
    hits
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
    let head = &text.as_bytes()[..text.len().min(LEAD)];
    head.iter().position(|byte| *byte == 1).unwrap_or(head.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(own: &str, lang: &str, title: &str, text: &str) -> Vec<TopicTag> {
        let lexicon = TopicLexicon::with_own(own).expect("the file is right");
        let lang = lang.parse().expect("a language");
        topic_tags(&Document::new(title, text, lang), lang, &lexicon, &[])
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

    #[test]
    fn what_a_long_text_says_over_and_over_is_its_topic() {
        let given = |times: usize| {
            let filler = "Nothing at all. ".repeat(500);
            let text = format!("Nothing.\n\n{filler}{}", "The rain. ".repeat(times));
            tags("weather\t*\tname\tWeather\nweather\ten\t2\train", "en", "", &text)
                .iter()
                .any(|tag| tag.slug == "weather")
        };
        assert!(!given(1) && !given(4) && given(8));
    }

    #[test]
    fn a_topic_far_lighter_than_the_heaviest_is_left_out() {
        let rows =
            "weather\t*\tname\tWeather\nweather\ten\t2\train\nzoo\t*\tname\tZoo\nzoo\ten\t10\tlion|tiger";
        let slugs =
            |text: &str| tags(rows, "en", "", text).into_iter().map(|tag| tag.slug).collect::<Vec<_>>();
        assert_eq!(slugs("Rain."), ["weather"]);
        assert_eq!(slugs("A lion and a tiger in the rain, a lion, a tiger."), ["zoo"]);
    }

    #[test]
    fn a_resolution_cited_by_number_speaks_for_the_council() {
        let draft =
            chancery_model::Draft { text: "As resolution 2397 (2017) demands.".into(), ..Default::default() };
        let tags = crate::annotate(&draft, &crate::Context::default());
        let council = tags.topics.iter().find(|tag| tag.slug == COUNCIL.0);
        assert_eq!(council.map(|tag| tag.spans.clone()), Some(tags.resolutions[0].spans.clone()));
    }
}
