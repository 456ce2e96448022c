//! Direct quotations with their speaker: words between quotation marks, and dialogue behind a dash, that a verb of speech
//! of the same sentence ascribes to somebody. Marks around a few words that nobody says are no quotation.

use chancery_model::{Lang, QuoteTag, Span};

use super::acts::{Act, Person, Subject};
use super::heard::Heard;
use super::marks::Marked;
use super::speakers::{by_office, by_surname, last_before, name_of};
use crate::countries::Document;

/// Words that nobody is said to say are a quotation from this length on, in words.
const LONG: usize = 10;

/// Words that somebody of their sentence says, though not right beside them, are one from this length on.
const SHORT: usize = 4;

/// How many stretches between marks, and lines of dialogue, of a part are read.
const MOST: usize = 500;

/// The quotations of a document, in order.
pub(crate) fn quotes(
    document: &Document<'_>,
    heard: &[Heard<'_>],
    lang: Lang,
    tagged: Option<Lang>,
) -> Vec<QuoteTag> {
    let mut tags = Vec::new();
    for heard in heard {
        let reading = Quoting::new(document, heard, lang);
        let mut found = reading.between_marks();
        found.extend(reading.behind_dashes());
        found.sort_by_key(|quote| quote.words.start);
        tags.extend(found.iter().map(|quote| reading.tag(quote, tagged)));
    }
    tags
}

/// A quotation with its speaker as written.
struct Quote {
    words: Marked,
    speaker: Option<(usize, usize)>,
}

/// What the quotations of one part are read from.
struct Quoting<'q> {
    heard: &'q Heard<'q>,
    lang: Lang,
    text: &'q str,
    /// Full names beside an office in languages without capitals.
    speeches: Vec<(usize, usize)>,
}

/// Whether a verb says the words, and where it stands to them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Right before or behind.
    Close,
    /// Elsewhere in the sentence.
    Near,
}

impl<'q> Quoting<'q> {
    fn new(document: &Document<'_>, heard: &'q Heard<'q>, lang: Lang) -> Self {
        let folded = document.part(heard.part);
        let original = |(from, to): (usize, usize)| (folded.start_of(from), folded.end_of(to));
        let speeches = heard.speeches.iter().map(|speech| original(speech.name)).collect();
        Self { heard, lang, text: heard.text, speeches }
    }

    fn tag(&self, quote: &Quote, lang: Option<Lang>) -> QuoteTag {
        let Marked { start, end } = quote.words;
        let words = &self.text[start..end];
        let lead = words.len() - words.trim_start().len();
        let span = Span::new(self.heard.part, start + lead, start + lead + words.trim().len());
        let speaker = quote.speaker.and_then(|name| self.name_of(name));
        QuoteTag { speaker, lang: other_language(words, lang), spans: vec![span] }
    }

    /// A speaker's name, in the nominative as the speaker's own tag has it.
    fn name_of(&self, name: (usize, usize)) -> Option<String> {
        let person = self.heard.persons.iter().copied().find(|person| person.name == name);
        let person = person.unwrap_or(Person { name, role: None, genitive: false });
        name_of(self.text, person, self.lang)
    }

    fn between_marks(&self) -> Vec<Quote> {
        let mut found: Vec<Quote> = Vec::new();
        let mut last: Option<(usize, Option<(usize, usize)>)> = None;
        for (at, &words) in self.heard.marked.iter().enumerate().take(MOST) {
            let length = length(&self.text[words.start..words.end]);
            let said = self.said(at, words);
            let goes_on = || {
                last.filter(|(end, _)| self.follows_at_once(*end, words.start)).map(|(_, speaker)| speaker)
            };
            let speaker = match said {
                Some((Beside::Close, speaker)) if length >= 2 => Some(speaker),
                Some((Beside::Near, speaker)) if length >= SHORT => Some(speaker),
                _ if length >= SHORT && goes_on().is_some() => goes_on(),
                _ => (length >= LONG).then_some(None),
            };
            let Some(speaker) = speaker else { continue };
            let end = self.heard.reader.sentence_end(words.end);
            last = Some((end, speaker));
            found.push(Quote { words, speaker });
        }
        found
    }

    /// Whether nothing but signs stands between the end of an ascribed sentence and the next words.
    fn follows_at_once(&self, end: usize, start: usize) -> bool {
        self.text.get(end..start).is_some_and(|between| {
            between.len() < 16 && !between.contains(char::is_alphanumeric) && !between.contains('\n')
        })
    }

    /// Who says the words of a pair of marks, and how near the verb stands.
    fn said(&self, at: usize, words: Marked) -> Option<(Beside, Option<(usize, usize)>)> {
        let next = self.heard.marked.get(at + 1).map_or(self.text.len(), |next| next.start);
        let last = at.checked_sub(1).map_or(0, |last| self.heard.marked[last].end);
        let to = self.heard.reader.sentence_end(words.end.saturating_add(1).min(self.text.len())).min(next);
        let from = self.heard.reader.sentence_start(words.start).max(last);
        let mut behind = self.acts_from(words.end).iter().take_while(|act| act.verb.0 <= to);
        let behind = behind.find(|act| act.verb.1 <= to);
        let ahead = self.acts_from(from).iter().take_while(|act| act.verb.0 <= words.start);
        let before = ahead.filter(|act| act.verb.1 <= words.start).last();
        let near_behind = behind.filter(|act| is_close(&self.text[words.end..act.verb.0]));
        let near_before = before.filter(|act| is_leading(&self.text[act.verb.1..words.start]));
        let (act, beside) = match (near_behind, near_before) {
            (Some(act), _) | (None, Some(act)) => (act, Beside::Close),
            (None, None) => match behind.or(before) {
                Some(act) => (act, Beside::Near),
                None => return self.named_before(from, words.start).map(|name| (Beside::Close, Some(name))),
            },
        };
        Some((beside, self.speaker(act, from, words.start)))
    }

    /// The acts whose verbs begin at a byte or behind it, in order.
    fn acts_from(&self, from: usize) -> &[Act] {
        &self.heard.acts[self.heard.acts.partition_point(|act| act.verb.0 < from)..]
    }

    /// The speaker of an act as written: a name in full where it is known, else the office.
    fn speaker(&self, act: &Act, from: usize, words: usize) -> Option<(usize, usize)> {
        let named = |person: Person| person.name;
        let ahead = || self.named_before(from, words).or_else(|| self.official_in(from, words));
        match act.subject {
            Some(Subject::Named(person)) => Some(person.name),
            Some(Subject::Surname(name)) => {
                by_surname(self.text, &self.heard.officials, &self.heard.persons, name)
                    .map(named)
                    .or_else(ahead)
                    .or(Some(name))
            }
            Some(Subject::Office(office)) => {
                Some(by_office(self.text, &self.heard.officials, office).map_or(office, named))
            }
            Some(Subject::Last) => self
                .speech_near(from, words)
                .or_else(|| last_before(&self.heard.officials, &self.heard.persons, act.verb.0).map(named)),
            None => ahead()
                .or_else(|| self.speech_near(from, words))
                .or_else(|| last_before(&self.heard.officials, &self.heard.persons, act.verb.0).map(named)),
        }
    }

    /// `Ada Quist: “…”` and `Ada Quist, “…” dedi`.
    fn named_before(&self, from: usize, words: usize) -> Option<(usize, usize)> {
        let from = self.text.floor_char_boundary(from.max(words.saturating_sub(300)));
        let found = self.heard.reader.tokens(from, words);
        let sign = found.iter().rposition(|token| token.is_sign(&[':', ',', '：']))?;
        let only_mark = found[sign + 1..].iter().all(|token| !token.is_word());
        let name = sign
            .checked_sub(1)
            .filter(|_| only_mark)
            .and_then(|last| self.heard.reader.name_at(&found, last))?;
        match name {
            Subject::Named(person) => Some(person.name),
            Subject::Surname(name) => by_surname(self.text, &self.heard.officials, &self.heard.persons, name)
                .map(|person| person.name),
            Subject::Last | Subject::Office(_) => None,
        }
    }

    fn official_in(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let within =
            self.heard.officials.iter().rev().find(|person| person.name.0 >= from && person.name.1 <= to);
        within.map(|person| person.name)
    }

    /// The name beside an office nearest before the words, in languages without capitals.
    fn speech_near(&self, from: usize, words: usize) -> Option<(usize, usize)> {
        let within = self.speeches.iter().rev().find(|name| name.0 >= from && name.1 <= words);
        within.or_else(|| self.speeches.iter().rev().find(|name| name.1 <= words)).copied()
    }

    /// Dialogue: a line that begins with a dash, up to the dash before its verb, and on behind the next.
    fn behind_dashes(&self) -> Vec<Quote> {
        let starts = self.text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(starts).filter_map(|start| {
            let line = self.text[start..].split('\n').next()?;
            let words = line.trim_start().strip_prefix(['—', '–', '-'])?.strip_prefix([' ', '\u{A0}'])?;
            Some((start + (line.len() - words.len()), start + line.len()))
        });
        lines.take(MOST).flat_map(|(start, end)| self.dialogue(start, end)).collect()
    }

    fn dialogue(&self, start: usize, end: usize) -> Vec<Quote> {
        const DASHES: &[char] = &['—', '–', '-'];
        let ahead = self.acts_from(start).iter().take_while(|act| act.verb.0 <= end);
        let mut within = ahead.filter(|act| act.verb.1 <= end);
        let dashed = |act: &&Act| self.text[start..act.verb.0].trim_end().ends_with(DASHES);
        let Some(act) = within.find(|act| dashed(act)) else { return Vec::new() };
        let words = self.text[start..act.verb.0].trim_end().trim_end_matches(DASHES).trim_end();
        let said = words.trim_end_matches(',');
        let speaker = self.speaker(act, start, start);
        let mut quotes = vec![Quote { words: Marked { start, end: start + said.len() }, speaker }];
        let rest = &self.text[act.verb.1..end];
        let on = [". — ", ". – ", ", — ", ", – ", ". - "]
            .iter()
            .filter_map(|sign| Some((rest.find(sign)?, sign.len())))
            .min();
        if let Some((at, length)) = on {
            quotes.push(Quote { words: Marked { start: act.verb.1 + at + length, end }, speaker });
        }
        quotes.retain(|quote| !self.text[quote.words.start..quote.words.end].trim().is_empty());
        quotes
    }
}

/// Whether nothing but signs, and at most a word, stands between the closing mark and the verb.
fn is_close(between: &str) -> bool {
    between.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() <= 1
}

/// Whether the verb leads up to the opening mark: a colon or a comma, or a few words.
fn is_leading(between: &str) -> bool {
    const WORDS: usize = 4;
    let before_mark = between.trim_end_matches(['«', '“', '"', '„', '»', '「', '『']).trim_end();
    before_mark.ends_with([':', ',', '：', '，'])
        || between.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() <= WORDS
}

/// How many words a stretch has; a word of Chinese or Japanese is taken to have three characters.
fn length(words: &str) -> usize {
    let eastern = words.chars().filter(|c| ('\u{3040}'..='\u{9FFF}').contains(c)).count();
    words.split_whitespace().count() + eastern / 3
}

/// The language of quoted words where it is certain and not that of the statement.
fn other_language(words: &str, lang: Option<Lang>) -> Option<Lang> {
    const LETTERS: usize = 40;
    let enough = words.chars().filter(|c| c.is_alphabetic()).take(LETTERS).count() == LETTERS;
    chancery_text::other_lang(words, Some(lang.filter(|_| enough)?))
}
