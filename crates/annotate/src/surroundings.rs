//! What the words around a country's name make of it: a language, a currency, a sea, a treaty, a newspaper, a person. The
//! words are in `data/gazetteer/context.tsv`.

mod given;
mod phrase;
mod pronoun;
mod words;

use crate::folded::Folded;
use crate::gazetteer::{Doubt, Kind};
use given::{is_given, is_guard};
use phrase::{Chain, first_word, last_word, name_after, name_before};
pub(crate) use pronoun::is_pronoun_or_word;
pub(crate) use words::ContextWords;
use words::Target;

/// A name in its text.
pub(crate) struct Surroundings<'s, 't> {
    /// The text.
    pub text: &'s Folded<'t>,
    /// The words of its language.
    pub words: &'s ContextWords,
    /// Whether the text is a title.
    pub in_title: bool,
    /// The name's first byte, folded, and one past its last.
    pub at: (usize, usize),
    /// Where the next name of a country begins.
    pub next: Option<usize>,
}

impl Surroundings<'_, '_> {
    /// Whether the name says no country here.
    pub fn take_out(&self, kind: Kind, doubt: Doubt) -> bool {
        self.is_out_of_place(kind)
            || self.is_language(kind)
            || self.is_title()
            || doubt == Doubt::Person && self.is_beside_a_name(kind)
            || self.is_person(kind)
            || matches!(doubt, Doubt::Office(office) if !self.is_behind_office(office))
    }

    /// Whether a leader's surname stands behind the office: "President Putin".
    fn is_behind_office(&self, office: &str) -> bool {
        let before = self.text.text[..self.at.0].trim_end_matches(' ');
        self.words.heads.get(office).is_some_and(|words| words.close(before))
    }

    /// Whether the name is the surname behind a given name: "Volker Türk", "Robert J. England".
    pub fn is_behind_a_given_name(&self, kind: Kind) -> bool {
        let may_be = matches!(kind, Kind::Name | Kind::Adjective | Kind::Place | Kind::Georgia);
        if !may_be || !self.is_one_word() || self.is_small() {
            return false;
        }
        let Some(before) = self.text.text[..self.at.0].strip_suffix(' ').map(without_initial) else {
            return false;
        };
        let given = last_word(before);
        let start = before.len() - given.len();
        let guarded = || is_guard(last_word(before[..start].trim_end_matches([' ', '-', '.'])));
        is_given(given)
            && self.text.original[self.text.start_of(start)..].starts_with(char::is_uppercase)
            && !guarded()
    }

    /// Whether a state's own word stands beside the name, so that a doubtful name is no longer doubtful.
    pub fn says_a_state(&self) -> bool {
        let (name, rest) = (&self.text.text[self.at.0..self.at.1], &self.text.text[self.at.1..]);
        let joins_particles = name.ends_with(|last: char| last > '\u{2E80}');
        let after = if joins_particles { rest.strip_prefix(' ').unwrap_or(rest) } else { self.after() };
        self.words.says_a_state(self.before(), name, after)
    }

    fn before(&self) -> &str {
        self.text.text[..self.at.0].trim_end_matches([' ', '-'])
    }

    fn after(&self) -> &str {
        self.text.text[self.at.1..].strip_prefix([' ', '-']).unwrap_or("")
    }

    /// A sea, a currency, a language or a treaty: the word beside it says so.
    fn is_out_of_place(&self, kind: Kind) -> bool {
        let ends = self.ends_phrase(self.at.1);
        self.words.takes_out(self.before(), self.after(), |target| applies(target, kind, ends))
    }

    /// One of several languages: "in English, French and Spanish", "польською та англійською мовами".
    fn is_language(&self, kind: Kind) -> bool {
        if !is_adjective(kind) {
            return false;
        }
        let text = &self.text.text;
        let chain = Chain::around(text, self.at, self.words);
        let ends = self.ends_phrase(chain.end());
        let follows = |end: usize| self.words.takes_out("", text[end..].trim_start(), is_adjectival);
        let leads = |start: usize| {
            let before = text[..start].trim_end_matches([' ', '-']);
            self.words
                .takes_out(before, "", |target| is_adjectival(target) || target == Target::LastAdjective)
        };
        let last = &text[..chain.end()];
        let is_last =
            !text[chain.end()..].trim_start_matches([' ', '-']).starts_with(chancery_text::is_alphanumeric);
        chain.ends.iter().any(|end| follows(*end))
            || self.words.is_form_of_language(last, is_last)
            || (ends || self.words.nouns_first) && chain.starts.iter().any(|start| leads(*start))
            || ends && self.names_a_tongue(&chain)
    }

    /// A word that is a language and nothing else stands in the chain: Mandarin, Dari, Creole.
    fn names_a_tongue(&self, chain: &Chain) -> bool {
        let words =
            self.text.text[chain.start()..chain.end()].split(|c: char| !chancery_text::is_alphanumeric(c));
        words.into_iter().any(|word| self.words.tongues.contains(word))
    }

    /// Nothing goes on the phrase but the next item of a list.
    fn ends_phrase(&self, end: usize) -> bool {
        let after = self.text.text[end..].trim_start_matches([' ', '-']);
        let word = first_word(after);
        word.is_empty() || self.words.and.iter().any(|and| *and == word)
    }

    /// A newspaper, a company or a street: the next word is one of theirs and written with a capital.
    fn is_title(&self) -> bool {
        let is_headline = self.in_title && is_in_capitals(self.text.original);
        let next = name_after(self.text, self.at.1).filter(|_| !is_headline);
        next.is_some_and(|next| self.words.titles.contains(next))
    }

    /// A given name: another capitalised word stands beside it that is no office, body or country, or a particle does.
    fn is_beside_a_name(&self, kind: Kind) -> bool {
        if self.in_title && is_in_capitals(self.text.original) || self.is_small() {
            return false;
        }
        let is_country = self.next == Some(self.at.1 + 1);
        let next =
            !is_country && name_after(self.text, self.at.1).is_some_and(|word| self.words.is_name_part(word));
        if next || self.is_before_a_particle() {
            return true;
        }
        if kind == Kind::Georgia {
            return false;
        }
        let last = name_before(self.text, self.at.0).filter(|word| self.words.is_name_part(word));
        last.is_some_and(|word| !self.starts_sentence(self.at.0.saturating_sub(word.len() + 1)))
    }

    /// "Dominique de Villepin": a particle and a surname follow, and no article stands before, which countries take.
    fn is_before_a_particle(&self) -> bool {
        const ARTICLES: &[&str] = &["la", "l", "en", "el"];
        let particle = first_word(self.after());
        let surname = self.at.1 + 1 + particle.len();
        self.words.particles.contains(&particle)
            && self.text.text[self.at.1..].starts_with(' ')
            && !ARTICLES.contains(&last_word(self.before().trim_end_matches('\'')))
            && self.next != Some(surname + 1)
            && name_after(self.text, surname).is_some_and(|word| self.words.is_name_part(word))
    }

    /// Somebody of that name, whatever the name: behind "Mr" or an office, with the rest of the name beside it.
    fn is_person(&self, kind: Kind) -> bool {
        let may_be = matches!(kind, Kind::Name | Kind::Adjective | Kind::Place | Kind::Georgia);
        if !may_be || self.in_title && is_in_capitals(self.text.original) || !self.is_one_capital_word() {
            return false;
        }
        let before = self.before_full_stop();
        let next = name_after(self.text, self.at.1).is_some_and(|word| self.words.is_name_part(word));
        let last = last_word(before);
        self.words.honorifics.contains(last)
            || next && kind != Kind::Place && self.words.offices.contains(last)
            || next
                && kind == Kind::Adjective
                && self.words.small_adjectives
                && !self.starts_sentence(self.at.0)
            || self.is_surname(kind)
    }

    /// "Director Urs Schweizer", "M. Jean Hollande": an office or "Mr", a name, and this one.
    fn is_surname(&self, kind: Kind) -> bool {
        let Some(given) = name_before(self.text, self.at.0) else { return false };
        let before = self.text.text[..self.at.0 - given.len() - 1].trim_end_matches([' ', '.']);
        let title = last_word(before);
        self.words.verbs_between
            && kind != Kind::Georgia
            && self.words.is_name_part(given)
            && (self.words.is_office(title) || self.words.is_courtesy(title))
    }

    fn is_small(&self) -> bool {
        self.text.original[self.text.start_of(self.at.0)..].starts_with(char::is_lowercase)
    }

    fn before_full_stop(&self) -> &str {
        self.text.text[..self.at.0].trim_end_matches([' ', '.'])
    }

    fn is_one_word(&self) -> bool {
        self.text.text[self.at.0..self.at.1].chars().all(chancery_text::is_alphabetic)
    }

    fn is_one_capital_word(&self) -> bool {
        let (from, to) = (self.text.start_of(self.at.0), self.text.end_of(self.at.1));
        let written = self.text.original.get(from..to).unwrap_or("");
        let mut letters = written.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase())
    }

    /// Whether a sentence begins here.
    pub fn starts_sentence(&self, at: usize) -> bool {
        let before = self.text.text.get(..at).unwrap_or("").trim_end_matches([' ', '"', '«', '“', '„', '(']);
        before.chars().next_back().is_none_or(|c| matches!(c, '.' | '!' | '?' | '\n' | '\u{1}' | ':' | '…'))
    }
}

/// A text without the initial at its end: "Robert J." is "Robert".
fn without_initial(before: &str) -> &str {
    let Some(dotted) = before.strip_suffix('.') else { return before };
    let initial = last_word(dotted);
    let rest = dotted[..dotted.len() - initial.len()].strip_suffix(' ');
    rest.filter(|_| initial.chars().count() == 1).unwrap_or(before)
}

fn is_adjective(kind: Kind) -> bool {
    matches!(kind, Kind::Adjective | Kind::Korea | Kind::Congo | Kind::Georgia)
}

fn is_adjectival(target: Target) -> bool {
    target == Target::Adjective
}

fn applies(target: Target, kind: Kind, ends_phrase: bool) -> bool {
    match target {
        Target::Any => true,
        Target::Adjective => is_adjective(kind),
        Target::City => kind == Kind::Place,
        Target::LastAdjective => kind == Kind::Adjective && ends_phrase,
    }
}

/// A title in which every longer word begins with a capital tells no names from other words.
fn is_in_capitals(title: &str) -> bool {
    const LONG: usize = 5;
    const READ: usize = 400;
    let mut words = title[..title.floor_char_boundary(READ)]
        .split(|c: char| !chancery_text::is_alphabetic(c))
        .filter(|word| word.chars().count() >= LONG);
    words.all(|word| word.starts_with(char::is_uppercase))
}
