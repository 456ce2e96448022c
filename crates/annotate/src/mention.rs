//! Mentions of countries in one part of a document: every name found, overlaps settled, doubtful ones marked.

use chancery_model::CountryCode;

use crate::folded::Folded;
use crate::gazetteer::{Case, Doubt, Form, Kind, Lexicon};
use crate::letter::{Class, joined_before, may_precede};
pub(crate) use crate::letter::{begins_word, joins};
use crate::mask::Mask;
use crate::scan::Hit;

/// A name found in a text; offsets are bytes of the folded text.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// First byte.
    pub start: usize,
    /// One past the last byte, ending included.
    pub end: usize,
    /// The countries that it says; empty when it blocks.
    pub codes: Vec<CountryCode>,
    /// Its kind.
    pub kind: Kind,
    /// Whether it counts only with support.
    pub weak: bool,
}

/// Settles the names found in a folded text: the mentions in order, without overlaps.
pub(crate) fn mentions(
    text: &Folded<'_>,
    hits: &[Hit],
    lexicon: &'static Lexicon,
    in_title: bool,
) -> Vec<Mention> {
    let reading = Reading { text, lexicon, in_title, mask: Mask::new(text) };
    let mut found: Vec<Candidate> = hits.iter().filter_map(|hit| reading.candidate(hit)).collect();
    found.sort_unstable_by_key(|candidate| {
        (candidate.start, std::cmp::Reverse(candidate.end), candidate.pattern)
    });
    let chosen = without_overlaps(found);
    let out_of_place = reading.out_of_place(&chosen);
    let kept = chosen.iter().zip(out_of_place).filter(|(_, is_out)| !is_out);
    kept.filter_map(|(candidate, _)| reading.mention(candidate)).collect()
}

struct Candidate {
    start: usize,
    end: usize,
    pattern: usize,
}

fn without_overlaps(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if chosen.last().is_none_or(|last| candidate.start >= last.end) {
            chosen.push(candidate);
        }
    }
    chosen
}

struct Reading<'s, 't> {
    text: &'s Folded<'t>,
    lexicon: &'static Lexicon,
    in_title: bool,
    mask: Mask,
}

impl Reading<'_, '_> {
    fn candidate(&self, hit: &Hit) -> Option<Candidate> {
        let form = &self.lexicon.forms[hit.pattern];
        let start = self.begins(hit.start, form)?;
        let end = self.ends(hit.end, form)?;
        let fits = !self.mask.covers(start)
            && self.is_written_so(start, end, form)
            && self.is_listed(start, end, form);
        fits.then_some(Candidate { start, end, pattern: hit.pattern })
    }

    /// Where the word begins: the article that Arabic joins belongs to the name.
    fn begins(&self, start: usize, form: &Form) -> Option<usize> {
        let first = self.text.text[start..].chars().next()?;
        if Class::of(first) != Class::Arabic {
            return Some(start);
        }
        let prefix = joined_before(&self.text.text, start, first);
        may_precede(prefix, form.article).then_some(start - article_length(prefix))
    }

    /// Where the word ends, when what follows the stem is an ending of this form.
    fn ends(&self, stem_end: usize, form: &Form) -> Option<usize> {
        const LONGEST: usize = 9;
        let last = self.text.text[..stem_end].chars().next_back()?;
        if form.endings.is_empty() {
            return Some(stem_end);
        }
        let rest = &self.text.text[stem_end..];
        let length: usize =
            rest.chars().take_while(|next| joins(last, *next)).take(LONGEST + 1).map(char::len_utf8).sum();
        form.endings.contains(&&rest[..length]).then_some(stem_end + length)
    }

    fn is_written_so(&self, start: usize, end: usize, form: &Form) -> bool {
        let (from, to) = (self.text.start_of(start), self.text.end_of(end));
        let Some(written) = self.text.original.get(from..to) else { return false };
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        match form.case {
            Case::Any => true,
            Case::Capital => letters.next().is_none_or(|c| !c.is_lowercase()),
            Case::Acronym => letters.all(|c| !c.is_lowercase()) && !self.is_common_word(written, from),
        }
    }

    /// `US` and the like say nothing on a line that is all in capitals.
    fn is_common_word(&self, written: &str, from: usize) -> bool {
        if !matches!(written, "US" | "CAR" | "AB" | "RF" | "РК" | "СК" | "РБ" | "RP" | "OPT") {
            return false;
        }
        const LONGEST: usize = 400;
        let original = self.text.original;
        let before = &original[original.floor_char_boundary(from.saturating_sub(LONGEST))..from];
        let after = &original[from..original.floor_char_boundary(from + LONGEST)];
        let line = before
            .rsplit('\n')
            .next()
            .unwrap_or("")
            .chars()
            .chain(after.split('\n').next().unwrap_or("").chars());
        line.into_iter().all(|c| !c.is_lowercase())
    }

    /// A single character counts only beside the comma of a list.
    fn is_listed(&self, start: usize, end: usize, form: &Form) -> bool {
        let before = self.text.text[..start].chars().next_back();
        let after = self.text.text[end..].chars().next();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || "和及与與と等の".contains(c));
        form.kind != Kind::Initial
            || (before == Some('、') || after == Some('、')) && edge(before) && edge(after)
    }

    fn mention(&self, candidate: &Candidate) -> Option<Mention> {
        let form = &self.lexicon.forms[candidate.pattern];
        if form.kind == Kind::Block || form.doubt == Doubt::Person && self.is_person(candidate) {
            return None;
        }
        let weak = match form.doubt {
            Doubt::Weak => true,
            Doubt::SentenceStart => self.starts_sentence(candidate.start),
            _ => false,
        };
        Some(Mention {
            start: candidate.start,
            end: candidate.end,
            codes: form.codes.clone(),
            kind: form.kind,
            weak,
        })
    }

    /// Which names say no country for what stands beside them; the adjectives of a list share it ("the Kazakh, English
    /// and Russian languages").
    fn out_of_place(&self, chosen: &[Candidate]) -> Vec<bool> {
        let kind = |candidate: &Candidate| self.lexicon.forms[candidate.pattern].kind;
        let is_adjective = |candidate: &Candidate| kind(candidate) == Kind::Adjective;
        let mut out: Vec<bool> =
            chosen.iter().map(|candidate| self.is_out_of_place(candidate, kind(candidate))).collect();
        let pairs =
            || (1..chosen.len()).filter(|&at| is_adjective(&chosen[at - 1]) && is_adjective(&chosen[at]));
        for at in pairs().rev() {
            out[at - 1] |= out[at] && self.are_listed(&chosen[at - 1], &chosen[at]);
        }
        for at in pairs() {
            let shares = out[at - 1] && self.are_listed(&chosen[at - 1], &chosen[at]);
            out[at] |= shares && !self.goes_on(chosen[at].end);
        }
        out
    }

    fn are_listed(&self, left: &Candidate, right: &Candidate) -> bool {
        let gap = self.text.text.get(left.end..right.start).unwrap_or("").trim();
        gap == "," || self.lexicon.context.between.iter().any(|words| words == gap)
    }

    /// Whether a word follows that is no "and".
    fn goes_on(&self, at: usize) -> bool {
        let rest = self.text.text[at..].trim_start_matches(' ');
        let is_and = || self.lexicon.context.between.iter().any(|words| words == first_word(rest));
        rest.starts_with(char::is_alphabetic) && !is_and()
    }

    /// A sea, a currency, a language or a treaty.
    fn is_out_of_place(&self, candidate: &Candidate, kind: Kind) -> bool {
        let after = self.text.text[candidate.end..].strip_prefix([' ', '-']).unwrap_or("");
        let before = self.text.text[..candidate.start].trim_end_matches([' ', '-']);
        let written = &self.text.text[candidate.start..candidate.end];
        let is_last = !after.starts_with(char::is_alphanumeric);
        let ends_phrase = is_last || self.lexicon.context.between.iter().any(|and| and == first_word(after));
        let applies = |wanted: &str| match wanted {
            "any" => true,
            "adj" => matches!(kind, Kind::Adjective | Kind::Korea | Kind::Congo | Kind::Georgia),
            "city" => kind == Kind::Place,
            "end" => kind == Kind::Adjective && ends_phrase,
            _ => false,
        };
        let words = &self.lexicon.context;
        words.after.iter().any(|(kind, start)| applies(kind) && after.starts_with(start.as_str()))
            || words.before.iter().any(|(kind, end)| applies(kind) && ends_with_word(before, end))
            || words.form.iter().any(|(kind, end)| {
                (is_last || kind == "adj") && applies(kind) && written.ends_with(end.as_str())
            })
    }

    /// A given name: another capitalised word stands beside it that is no office or body.
    fn is_person(&self, candidate: &Candidate) -> bool {
        if self.in_title && is_in_capitals(self.text.original) {
            return false;
        }
        let original = self.text.original;
        let (from, to) = (self.text.start_of(candidate.start), self.text.end_of(candidate.end));
        if original[from..].starts_with(char::is_lowercase) {
            return false;
        }
        let next = original[to..].strip_prefix(' ').map_or("", first_word);
        let last = original[..from].strip_suffix(' ').map_or("", last_word);
        let last_starts = || self.starts_sentence(candidate.start.saturating_sub(last.len() + 1));
        is_name_part(next) || is_name_part(last) && !last_starts()
    }

    fn starts_sentence(&self, at: usize) -> bool {
        let before = self.text.text.get(..at).unwrap_or("").trim_end_matches([' ', '"', '«', '“', '„', '(']);
        before.chars().next_back().is_none_or(|c| matches!(c, '.' | '!' | '?' | '\n' | '\u{1}' | ':' | '…'))
    }
}

/// A title in which every longer word begins with a capital tells no names from other words.
fn is_in_capitals(title: &str) -> bool {
    const LONG: usize = 5;
    let mut words = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= LONG);
    words.all(|word| word.starts_with(char::is_uppercase))
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// Capitalised words that stand beside a country's name without making a person of it.
const BESIDE_COUNTRIES: &[&str] = &[
    "President",
    "Prime",
    "Foreign",
    "Minister",
    "Ministry",
    "King",
    "Queen",
    "Crown",
    "Kingdom",
    "Government",
    "Army",
    "Air",
    "Armed",
    "Defence",
    "Defense",
    "Security",
    "National",
    "Ambassador",
    "Embassy",
    "Parliament",
    "Police",
    "Permanent",
    "Mission",
    "Republic",
    "State",
    "The",
    "In",
    "And",
    "But",
    "With",
    "From",
    "For",
    "To",
    "Of",
    "On",
    "While",
    "When",
    "If",
    "As",
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "North",
    "South",
    "East",
    "West",
    "Central",
    "Country",
    "Authorities",
    "Chad",
    "Jordan",
    "Israel",
    "Sudan",
    "Niger",
    "Libya",
    "Egypt",
    "Iraq",
    "Syria",
    "Lebanon",
    "Since",
    "That",
    "Under",
    "Against",
    "Both",
    "Of",
    "Hamas",
    "Hezbollah",
    "Iran",
    "Response",
    "Support",
    "Президент",
    "Прем",
    "Республика",
    "Республіка",
    "Правительство",
];

fn is_name_part(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && !BESIDE_COUNTRIES.contains(&word)
}

fn ends_with_word(text: &str, end: &str) -> bool {
    let boundary = |rest: &str| rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    text.strip_suffix(end).is_some_and(boundary)
}

/// How much of an Arabic prefix is the article, which belongs to the name.
fn article_length(prefix: &str) -> usize {
    if prefix.ends_with("ال") { "ال".len() } else { 0 }
}
