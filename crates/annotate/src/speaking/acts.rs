//! Who speaks at each verb of speech, in languages that write capitals: the name before it ("Ada Quist, the envoy, said"),
//! behind it ("said the envoy Ada Quist"), or the one named before ("he added").

use std::cell::OnceCell;

use chancery_model::{Lang, Part};
use chancery_text::is_alphanumeric;
use memchr::{memchr2_iter, memchr3_iter};

use super::bodies::known_names;
use super::marks::Marked;
use super::persons::{Class, Token, is_of, name_from, name_to, tokens};
use super::speakers::role_phrase;
use crate::countries::{Document, Placed};
use crate::gazetteer::Kind;
use crate::mask::lies_within;
use crate::phrase::phrase_end;
use crate::saying::{Verb, verb};
use crate::scan::Section;

/// How many verbs of speech of a document are read.
const MOST: usize = 600;

/// How far around a verb its sentence is read, in bytes.
const FARTHEST: usize = 400;

/// How many bytes of signs may stand between quoted words and the colon or dash beside them.
const MOST_SIGNS: usize = 60;

/// A person named in full; offsets are bytes of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Person {
    /// The name.
    pub name: (usize, usize),
    /// The office beside it.
    pub role: Option<(usize, usize)>,
    /// Whether the name stands in the genitive, as behind "за словами".
    pub genitive: bool,
}

/// Who a verb of speech says to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A person named in full.
    Named(Person),
    /// A surname alone.
    Surname((usize, usize)),
    /// Whoever was named last: a pronoun, or nothing at all.
    Last,
    /// An office without a name.
    Office((usize, usize)),
}

/// A verb of speech with its speaker.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    /// Where the verb stands.
    pub verb: (usize, usize),
    /// Who speaks; none where the sentence does not say.
    pub subject: Option<Subject>,
}

/// What the acts of speech of one part are read from.
pub(super) struct Reader<'r> {
    text: &'r str,
    /// Offices in the original, by start.
    roles: Vec<(usize, usize)>,
    /// Names of countries, places and bodies, by start.
    places: Vec<(usize, usize)>,
    verbs: Vec<((usize, usize), Verb)>,
    lang: Lang,
    /// Where sentences end.
    ends: OnceCell<Vec<usize>>,
}

impl<'r> Reader<'r> {
    /// Gathers the verbs and offices of a part.
    pub fn new(document: &'r Document<'_>, part: Part, countries: &[Placed], lang: Lang) -> Self {
        let folded = document.part(part);
        let scan = document.scan(part);
        let original = |start, end| (folded.start_of(start), folded.end_of(end));
        let verbs = scan.longest(Section::Sayings).take(MOST).map(|hit| {
            let (start, end) = original(hit.start, hit.end);
            ((start, word_end(folded.original, end)), verb(lang.as_str(), hit.pattern))
        });
        let roles = scan.longest(Section::Roles).filter_map(|hit| {
            let end = phrase_end(&folded.text, hit.start, role_phrase(hit.pattern)?)?;
            Some(original(hit.start, end))
        });
        let is_place = |placed: &&Placed| {
            placed.part == part && matches!(placed.mention.kind, Kind::Name | Kind::Adjective | Kind::Place)
        };
        let places = countries.iter().filter(is_place);
        let places = places.map(|placed| (placed.mention.start, placed.mention.end));
        let bodies = known_names(&folded.text, scan);
        let mut places: Vec<_> = places.chain(bodies).map(|(start, end)| original(start, end)).collect();
        places.sort_unstable();
        let (roles, verbs) = (roles.collect(), verbs.collect());
        Self { text: folded.original, roles, places, verbs, lang, ends: OnceCell::new() }
    }

    /// The words and signs of a stretch; those of offices and places are taken.
    pub fn tokens(&self, from: usize, to: usize) -> Vec<Token<'r>> {
        let mut found = tokens(self.text, from, to);
        take(&mut found, &self.roles);
        take(&mut found, &self.places);
        found
    }

    /// Whether a byte lies within an office.
    pub fn is_within_role(&self, at: usize) -> bool {
        lies_within(&self.roles, at)
    }

    /// The verbs of speech that stand outside some stretches, each with its speaker.
    pub fn acts(&self, outside: &[Marked]) -> Vec<Act> {
        let is_quoted = |at: usize| {
            let next = outside.partition_point(|words| words.start <= at);
            next > 0 && at < outside[next - 1].end
        };
        let spoken = self.verbs.iter().filter(|((start, _), _)| !is_quoted(*start));
        spoken.map(|&(verb, kind)| Act { verb, subject: self.subject(verb, kind) }).collect()
    }

    /// Everybody who is named in full beside an office, in order.
    pub fn officials(&self) -> Vec<Person> {
        let beside = |role: &(usize, usize)| {
            let to = self.sentence_end(role.1);
            let found = self.tokens(role.1, to);
            let (from, last) = (0..found.len().min(9)).find_map(|at| name_from(&found, at))?;
            let plain =
                found[..from].iter().all(|token| token.is_word() || token.is_sign(&[',', '.', '(', ')']));
            let name = (found[from].start, found[last].end());
            (plain && !found[last].is_genitive()).then(|| Person {
                name,
                role: self.role_before(name.0),
                genitive: false,
            })
        };
        let mut found: Vec<Person> = self.roles.iter().take(MOST).filter_map(beside).collect();
        found.retain(|person| person.role.is_some());
        found.dedup_by_key(|person| person.name);
        found
    }

    fn subject(&self, verb: (usize, usize), kind: Verb) -> Option<Subject> {
        let before = || self.tokens(self.sentence_start(verb.0), verb.0);
        let after = || self.tokens(verb.1, self.sentence_end(verb.1));
        match kind {
            Verb::Said if self.lang.as_str() == "tr" => self.verb_last(&before()),
            Verb::Source => match self.behind(&after()) {
                Some(Subject::Named(person)) => Some(Subject::Named(Person { genitive: true, ..person })),
                other => other,
            },
            Verb::Said => {
                let before = before();
                let second = self.lang.as_str() == "de" && is_fronted(&before);
                let named = || self.behind(&after()).filter(|found| matches!(found, Subject::Named(_)));
                let first = if second { named() } else { None };
                first.or_else(|| self.ahead(&before)).or_else(|| self.inverted(&before, after))
            }
        }
    }

    /// The subject where verbs stand last: the first name of the sentence, where a comma or a small word follows it.
    fn verb_last(&self, before: &[Token<'_>]) -> Option<Subject> {
        let named = (0..before.len()).find_map(|at| name_from(before, at));
        if let Some((from, last)) = named.filter(|(_, last)| !before[*last].text.contains(['\'', '’'])) {
            let person = self.with_role((before[from].start, before[last].end()));
            let apart = before.get(last + 1).is_some_and(|next| next.is_sign(&[',']));
            if person.role.is_some() || apart {
                return Some(Subject::Named(person));
            }
        }
        let comma = before.iter().position(|token| token.is_sign(&[',']));
        let surname = comma.and_then(|at| before.get(at.checked_sub(1)?)).filter(|token| token.is_name());
        Some(surname.map_or(Subject::Last, |token| Subject::Surname((token.start, token.end()))))
    }

    /// The subject before the verb: a name, or a name with what stands between commas behind it.
    fn ahead(&self, before: &[Token<'_>]) -> Option<Subject> {
        const SMALL: usize = 4;
        let mut at = before.len();
        for _ in 0..SMALL {
            let token = before.get(at.checked_sub(1)?)?;
            let small = token.is_word() && !token.is_name() && !is_of(Class::Stop, token.text);
            let skips = small || token.is_sign(&['\'', '’']);
            if !skips || is_of(Class::Pronoun, token.text) {
                break;
            }
            at -= 1;
        }
        let last = at.checked_sub(1)?;
        if before[last].is_sign(&[',', '(', ')']) {
            return self.apposed(before, last);
        }
        if is_of(Class::Pronoun, before[last].text) {
            return Some(Subject::Last);
        }
        self.name_at(before, last).or_else(|| self.office_to(before, last))
    }

    /// `the minister said`: an office that ends at a token.
    fn office_to(&self, before: &[Token<'_>], last: usize) -> Option<Subject> {
        let end = before[last].end();
        let first = self.roles.partition_point(|role| role.1 < end);
        let role = self.roles.get(first).filter(|role| role.1 == end)?;
        Some(Subject::Office(*role))
    }

    /// A full name, or a surname, that ends at a token.
    pub fn name_at(&self, before: &[Token<'_>], last: usize) -> Option<Subject> {
        if before[last].is_genitive() {
            return None;
        }
        match name_to(before, last) {
            Some((from, to)) => Some(self.person((before[from].start, before[to].end()))),
            None => {
                before[last].is_name().then(|| Subject::Surname((before[last].start, before[last].end())))
            }
        }
    }

    /// `Ada Quist, the envoy, said` and `the envoy, Ada Quist, said`.
    fn apposed(&self, before: &[Token<'_>], comma: usize) -> Option<Subject> {
        const LONGEST: usize = 16;
        let from = comma.saturating_sub(LONGEST);
        let open = (from..comma).rev().find(|at| before[*at].is_sign(&[',', '(']))?;
        if before[open..comma].iter().any(|token| token.is_sign(&['"', '“', '”', '«', '»', '—', '–']))
        {
            return None;
        }
        let leads =
            |first: usize| before.get(open + 1..first).is_some_and(|lead| lead.iter().all(is_courtesy));
        let inner = name_to(before, comma.checked_sub(1)?).filter(|(first, _)| leads(*first));
        if let Some((first, last)) = inner {
            return Some(self.person((before[first].start, before[last].end())));
        }
        self.name_at(before, open.checked_sub(1)?)
    }

    /// The subject behind the verb, where the verb follows a quotation, a sign or "as".
    fn inverted<'t>(&self, before: &[Token<'_>], after: impl Fn() -> Vec<Token<'t>>) -> Option<Subject> {
        const AS: &[&str] = &[
            "як", "как", "jak", "comme", "como", "come", "wie", "as", "це", "этом", "tym", "lo", "l'a",
            "hat", "так", "tak",
        ];
        const LONGEST_AS: usize = 8;
        const OPENERS: &[char] =
            &[',', '"', '»', '”', '“', '—', '–', '-', '\'', '’', '‘', '…', '!', '?', '.', ')'];
        let is_as = |word: &str| word.len() <= LONGEST_AS && AS.contains(&word.to_lowercase().as_str());
        let follows = before.last().is_none_or(|last| last.is_sign(OPENERS) || is_as(last.text));
        let auxiliary = before.last().is_some_and(|last| last.is_word())
            && before.len() > 1
            && before[before.len() - 2].is_sign(OPENERS);
        if !follows && !auxiliary && !is_fronted(before) {
            return None;
        }
        let found = self.behind(&after());
        let quoted = before.last().is_some_and(|last| last.is_sign(&['"', '»', '”', '“', '—', '–', ',']));
        found.or_else(|| (quoted && !before.is_empty() || auxiliary).then_some(Subject::Last))
    }

    /// The first name of the words that follow, before anything opens what is said.
    fn behind(&self, after: &[Token<'_>]) -> Option<Subject> {
        const WORDS: usize = 14;
        let mut office: Option<(usize, usize)> = None;
        let mut within = None;
        for (at, token) in after.iter().enumerate().take(WORDS) {
            within =
                within.filter(|end| *end >= at).or_else(|| office.and_then(|_| short_quotation(after, at)));
            if within.is_some() {
                continue;
            }
            let abbreviated = token.text == "." && at > 0 && is_of(Class::Honorific, after[at - 1].text);
            let closes =
                token.is_sign(&['.', ':', ';', '"', '«', '“', '„', '\n', '!', '?', '—', '–']) && !abbreviated;
            if closes || is_of(Class::Stop, token.text) || token.is_sign(&[',']) && office.is_none() {
                break;
            }
            let article = || after.get(1).is_some_and(|next| self.is_role(next.start));
            if at == 0 && is_of(Class::Pronoun, token.text) && !self.is_role(token.start) && !article() {
                return Some(Subject::Last);
            }
            if let Some((from, last)) = name_from(after, at) {
                let name = (after[from].start, after[last].end());
                return (!after[last].is_genitive()).then(|| self.person(name));
            }
            let role = self.roles.iter().find(|role| role.0 == token.start);
            office = office.or(role.copied());
            if at == 0 && token.is_name() && office.is_none() {
                return Some(Subject::Surname((token.start, token.end())));
            }
        }
        office.map(Subject::Office)
    }

    /// Whoever is named without a verb beside quoted words: `Ada Quist, the envoy: “…”` and `“…” – Ada Quist, the envoy`.
    pub fn beside(&self, quotations: &[Marked]) -> Vec<Person> {
        let found =
            quotations.iter().flat_map(|words| [self.before_colon(words.start), self.signed(words.end)]);
        found.flatten().collect()
    }

    /// A name that ends, or begins, what leads up to a colon before quoted words.
    fn before_colon(&self, words: usize) -> Option<Person> {
        let near = &self.text[self.text.ceil_char_boundary(words.saturating_sub(MOST_SIGNS))..words];
        let lead = near.trim_end_matches(['«', '“', '„', '"', ' ', '\u{A0}', '\u{202F}', '\n']);
        let colon = &self.text[..words - (near.len() - lead.len())];
        let clause = colon.strip_suffix(':').filter(|_| !lead.is_empty())?.trim_end();
        let found = self.tokens(self.sentence_start(clause.len()), clause.len());
        let last = found.len().checked_sub(1)?;
        if let Some((from, to)) = name_to(&found, last).filter(|_| !found[last].is_genitive()) {
            let person = self.with_role((found[from].start, found[to].end()));
            if from == 0 || person.role.is_some_and(|role| role.0 == found[0].start) {
                return Some(person);
            }
        }
        let (from, to) = name_from(&found, 0)?;
        let person = self.with_role((found[from].start, found[to].end()));
        person.role.is_some().then_some(person)
    }

    /// A name with an office behind it that a dash joins to quoted words.
    fn signed(&self, words: usize) -> Option<Person> {
        const WORDS: usize = 4;
        const DASHES: &[char] = &['–', '—', '-'];
        let near = &self.text[words..self.text.floor_char_boundary(words + MOST_SIGNS)];
        let rest = near.trim_start_matches(['»', '”', '“', '"', '.', ',', ' ', '\u{A0}', '\n']);
        let rest = self.text[words + (near.len() - rest.len())..].strip_prefix(DASHES)?;
        let from = self.text.len() - rest.len();
        let found = self.tokens(from, self.sentence_end(from));
        let (first, last) = (0..found.len().min(WORDS)).find_map(|at| name_from(&found, at))?;
        let role = self.role_behind(found[last].end());
        role.map(|role| Person {
            name: (found[first].start, found[last].end()),
            role: Some(role),
            genitive: false,
        })
    }

    fn is_role(&self, at: usize) -> bool {
        self.roles.binary_search_by_key(&at, |role| role.0).is_ok()
    }

    fn person(&self, name: (usize, usize)) -> Subject {
        Subject::Named(self.with_role(name))
    }

    /// A name with the office beside it.
    pub fn with_role(&self, name: (usize, usize)) -> Person {
        Person { name, role: self.role_before(name.0).or_else(|| self.role_behind(name.1)), genitive: false }
    }

    /// The office that leads up to a name, from its first word to the last before the name.
    fn role_before(&self, name: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 150;
        let from = self.text.floor_char_boundary(name.saturating_sub(LONGEST)).max(self.sentence_start(name));
        let found = self.tokens(from, name);
        let courtesy = |token: &&Token<'_>| token.is_sign(&[',', '.']) || is_of(Class::Honorific, token.text);
        let trailing = found.iter().rev().take_while(courtesy).count();
        let clause = &found[..found.len() - trailing];
        let end = clause.last()?.end();
        let cut = clause.iter().rposition(|token| !token.is_word() && !token.is_sign(&['-', '/', '&', '.']));
        let named = (0..clause.len()).rev().find_map(|at| name_from(clause, at)).map(|(_, last)| last);
        let start = clause.get(cut.max(named).map_or(0, |at| at + 1))?.start;
        let first = self.roles.partition_point(|role| role.0 < start);
        let role = self.roles.get(first).filter(|role| role.0 < end)?;
        Some((role.0, end))
    }

    /// The office between a comma behind a name and the next.
    fn role_behind(&self, name: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 120;
        let rest = self.text[name..].strip_prefix([',', '，'])?;
        let from = self.text.len() - rest.len();
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let to = from + near.find([',', '.', ';', '\n', '—', '"', '“', '«']).unwrap_or(near.len());
        let first = self.roles.partition_point(|role| role.0 < from);
        let role = self.roles.get(first).filter(|role| role.0 < to)?;
        Some((role.0, role.0 + self.text[role.0..to].trim_end().len()))
    }

    /// Where the sentence around a byte begins.
    pub fn sentence_start(&self, at: usize) -> usize {
        let at = self.text.floor_char_boundary(at);
        let from = self.text.ceil_char_boundary(at.saturating_sub(FARTHEST));
        let ends = self.ends();
        let before = ends.partition_point(|end| *end < at).checked_sub(1).map(|last| ends[last]);
        before
            .filter(|end| *end >= from)
            .map_or(from, |end| end + self.text[end..].chars().next().map_or(0, char::len_utf8))
    }

    /// Where the sentence around a byte ends.
    pub fn sentence_end(&self, at: usize) -> usize {
        let at = self.text.ceil_char_boundary(at);
        let to = self.text.floor_char_boundary((at + FARTHEST).min(self.text.len()));
        let ends = self.ends();
        let next = ends.get(ends.partition_point(|end| *end < at)).copied();
        next.filter(|end| *end < to).unwrap_or(to)
    }

    /// Where sentences end, told when it is first asked for.
    fn ends(&self) -> &[usize] {
        self.ends.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let others = memchr2_iter(b'?', 0xE2, bytes);
            let mut ends: Vec<usize> = memchr3_iter(b'.', b'\n', b'!', bytes).chain(others).collect();
            ends.retain(|at| {
                (bytes[*at] != 0xE2 || self.text[*at..].starts_with('…')) && self.ends_sentence(*at)
            });
            ends.sort_unstable();
            ends
        })
    }

    /// A full stop behind a word of three letters or more, a break, or another sign that ends a sentence.
    fn ends_sentence(&self, at: usize) -> bool {
        const ABBREVIATION: usize = 3;
        let word = self.text[..at].chars().rev().take_while(|c| is_alphanumeric(*c));
        let next = self.text[at..].chars().nth(1);
        match self.text[at..].chars().next() {
            Some('.') => {
                word.take(ABBREVIATION + 1).count() > ABBREVIATION && next.is_none_or(|c| !is_alphanumeric(c))
            }
            _ => true,
        }
    }
}

/// Whether the clause begins with a word behind which the verb stands before its subject ("Zu den Wahlen sagte …").
fn is_fronted(before: &[Token<'_>]) -> bool {
    let clause = before
        .iter()
        .rposition(|token| !token.is_word() && !token.is_sign(&['.', '-']))
        .map_or(0, |at| at + 1);
    before.get(clause).is_some_and(|token| is_of(Class::Front, token.text))
}

/// What may stand between a comma and a name: a courtesy, an office, an article.
fn is_courtesy(token: &Token<'_>) -> bool {
    const ARTICLE: usize = 3;
    token.taken
        || token.is_sign(&['.', '\'', '’'])
        || is_of(Class::Honorific, token.text)
        || token.is_word() && !token.is_name() && token.text.len() <= ARTICLE
}

/// Where the name between quotation marks that opens at a token closes: the name of a network, a ship.
fn short_quotation(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const WORDS: usize = 4;
    tokens[at].is_sign(&['«', '“', '„']).then_some(())?;
    let near = tokens.iter().enumerate().skip(at + 1).take(WORDS + 1);
    near.filter(|(_, token)| token.is_sign(&['»', '”', '“'])).map(|(end, _)| end).next()
}

/// Marks the tokens that lie within some stretches, which are sorted by their starts.
fn take(tokens: &mut [Token<'_>], stretches: &[(usize, usize)]) {
    let Some(first) = tokens.first().map(|token| token.start) else { return };
    let mut next = stretches.partition_point(|(start, _)| *start <= first);
    for token in tokens {
        while stretches.get(next).is_some_and(|(start, _)| *start <= token.start) {
            next += 1;
        }
        token.taken |= next > 0 && token.start < stretches[next - 1].1;
    }
}

/// The end of the word that a stretch ends in.
fn word_end(text: &str, end: usize) -> usize {
    const LONGEST: usize = 20;
    let open = text[..end].ends_with(is_alphanumeric);
    let rest = text[end..].chars().take_while(|c| open && is_alphanumeric(*c)).take(LONGEST);
    end + rest.map(char::len_utf8).sum::<usize>()
}
