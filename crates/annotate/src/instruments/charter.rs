//! Articles and chapters of the Charter of the United Nations beside its name: `Article 2(4) of the UN Charter`,
//! `ст. 51 Статуту ООН`, `《联合国宪章》第七章`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::entries::words_of;
use super::{Cited, Reader};
use crate::folded::fold_pattern;
use crate::lexeme::Lexeme;

/// What a word does in a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Article,
    Chapter,
    Paragraph,
    Paragraphs,
    ArticleAfter,
    ChapterAfter,
    ParagraphAfter,
    Joint,
}

static WORDS: LazyLock<HashMap<String, Word>> = LazyLock::new(|| {
    let classes = [
        ("joint", Word::Joint),
        ("article", Word::Article),
        ("chapter", Word::Chapter),
        ("paragraph", Word::Paragraph),
        ("paragraphs", Word::Paragraphs),
        ("article-after", Word::ArticleAfter),
        ("chapter-after", Word::ChapterAfter),
        ("paragraph-after", Word::ParagraphAfter),
    ];
    let of = |(class, word)| words_of(class).map(move |written| (fold_pattern(written), word));
    classes.into_iter().flat_map(of).collect()
});

/// Ordinals written as words: of chapters six, seven and eight.
static ORDINALS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let pairs = words_of("ordinal").filter_map(|pair| pair.split_once(':'));
    pairs.filter_map(|(number, word)| Some((fold_pattern(word), number.parse().ok()?))).collect()
});

/// A part of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Word(Word),
    Number(u32),
    Open,
    Close,
    Other,
}

/// An article or chapter; `paragraph` is that of an article.
#[derive(Debug, Clone, Copy)]
struct Reference {
    chapter: bool,
    number: u32,
    paragraph: Option<u32>,
    start: usize,
    end: usize,
}

impl Reader<'_, '_> {
    /// The references that end where the Charter's name begins.
    pub(super) fn references_before(&self) -> Vec<Cited> {
        let all = self.lexemes.len();
        let reach = (0..all).rev().take(40).take_while(|n| token(self.lexemes, *n).is_some()).count();
        references(&self.lexemes[all - reach..])
    }

    /// The references that begin where the Charter's name ends.
    pub(super) fn references_after(&self) -> Vec<Cited> {
        let reach =
            (0..self.lexemes.len()).take(24).take_while(|n| token(self.lexemes, *n).is_some()).count();
        references(&self.lexemes[..reach])
    }
}

/// The token of a lexeme; none for what does not belong to a reference.
fn token(lexemes: &[Lexeme<'_>], at: usize) -> Option<Token> {
    let lexeme = lexemes.get(at)?;
    let word = lexeme.text;
    if let Some(number) = lexeme.number().filter(|number| *number < 112) {
        return Some(Token::Number(number));
    }
    let beside = |n: Option<usize>| n.and_then(|n| lexemes.get(n)).and_then(|lexeme| WORDS.get(lexeme.text));
    let chapter_near = beside(at.checked_sub(1)) == Some(&Word::Chapter)
        || beside(Some(at + 1)) == Some(&Word::ChapterAfter)
        || lexemes.get(at + 1).is_some_and(|next| next.text == ".");
    match word {
        "(" => return Some(Token::Open),
        ")" => return Some(Token::Close),
        "," | "/" | "-" | "'" | "." | "º" | "°" | "»" | "«" | "\"" | "《" | "》" | "“" | "”" => {
            return Some(Token::Other);
        }
        _ => {}
    }
    if let Some(number) =
        ORDINALS.get(word).or(roman(word).as_ref().filter(|_| chapter_near || is_joined(lexemes, at)))
    {
        return Some(Token::Number(*number));
    }
    if let Some(number) = han(word) {
        return Some(Token::Number(number));
    }
    word_of(word).map(Token::Word)
}

/// What a word does, Korean particles behind it and Arabic ones before it left aside.
fn word_of(word: &str) -> Option<Word> {
    let first = word.chars().next()?;
    let without_prefix = || word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']);
    let without_particle = || ('가'..='힣').contains(&first).then(|| &word[..first.len_utf8()]);
    let known = WORDS.get(word).or_else(|| WORDS.get(without_particle()?));
    known.or_else(|| WORDS.get(without_prefix())).copied()
}

/// A Roman number within a list: `VI and VII`.
fn is_joined(lexemes: &[Lexeme<'_>], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).and_then(|place| lexemes.get(place)).map_or("", |l| l.text);
    roman(back(2)).is_some() && !back(3).is_empty()
}

fn references(lexemes: &[Lexeme<'_>]) -> Vec<Cited> {
    let mut state = State::default();
    let mut at = 0;
    while let Some(lexeme) = lexemes.get(at) {
        let (token, taken) = numbered(lexemes, at);
        let end = lexemes[at + taken - 1].end();
        state.take(token, lexeme.start, end);
        at += taken;
    }
    state.found.into_iter().map(cited).collect()
}

/// The token here and how many lexemes it takes; characters of a Chinese number are one.
fn numbered(lexemes: &[Lexeme<'_>], at: usize) -> (Token, usize) {
    let characters: Vec<u32> = lexemes[at..].iter().map_while(|lexeme| han(lexeme.text)).collect();
    match characters.len() {
        0 => (token(lexemes, at).unwrap_or(Token::Other), 1),
        taken => (Token::Number(han_value(&characters)), taken),
    }
}

/// What was read so far.
#[derive(Default)]
struct State {
    found: Vec<Reference>,
    /// Whether chapters are being listed, once a word said what is.
    chapter: Option<bool>,
    /// Where that word begins, until its first number.
    word_start: Option<usize>,
    /// A number whose word is still to come, with its place.
    pending: Option<(u32, usize, usize)>,
    /// A paragraph that belongs to the next article.
    ahead: Option<u32>,
    /// Whether the next number is one of a paragraph, or stands in brackets.
    paragraph: bool,
    /// Whether all numbers to come are, until another word.
    paragraphs: bool,
}

impl State {
    fn take(&mut self, token: Token, start: usize, end: usize) {
        match token {
            Token::Word(word @ (Word::Article | Word::Chapter)) => {
                self.chapter = Some(word == Word::Chapter);
                self.word_start = Some(start);
                (self.paragraph, self.paragraphs) = (false, false);
            }
            Token::Word(Word::Paragraph) | Token::Open => self.paragraph = true,
            Token::Word(Word::Paragraphs) => (self.paragraph, self.paragraphs) = (true, true),
            Token::Word(Word::ArticleAfter) => self.close(false, end),
            Token::Word(Word::ChapterAfter) => self.close(true, end),
            Token::Word(Word::ParagraphAfter) => self.close_paragraph(end),
            Token::Number(number) => self.number(number, start, end),
            Token::Close => self.close_bracket(end),
            Token::Word(Word::Joint) | Token::Other => {}
        }
    }

    fn number(&mut self, number: u32, start: usize, end: usize) {
        if self.paragraphs && !self.paragraph && self.word_start.is_none() {
            self.further_paragraph(number, start, end);
        } else if std::mem::take(&mut self.paragraph) {
            match self.found.last_mut().filter(|last| last.paragraph.is_none() && self.word_start.is_none()) {
                Some(last) => (last.paragraph, last.end) = (Some(number), end),
                None => self.ahead = Some(number),
            }
        } else if let Some(chapter) = self.chapter {
            let start = self.word_start.take().unwrap_or(start);
            let paragraph = self.ahead.take();
            self.found.push(Reference { chapter, number, paragraph, start, end });
        } else {
            self.pending = Some((number, start, end));
        }
    }

    /// The bracket behind an article's paragraph belongs to it.
    fn close_bracket(&mut self, end: usize) {
        if let Some(last) =
            self.found.last_mut().filter(|last| last.paragraph.is_some() && last.end + 1 == end)
        {
            last.end = end;
        }
    }

    /// "Paragraphs 3 and 4": the same article again.
    fn further_paragraph(&mut self, number: u32, start: usize, end: usize) {
        if let Some(last) = self.found.last().copied() {
            self.found.push(Reference { paragraph: Some(number), start, end, ..last });
        }
    }

    /// A word that stands behind its number.
    fn close(&mut self, chapter: bool, end: usize) {
        if let Some((number, start, _)) = self.pending.take() {
            self.found.push(Reference { chapter, number, paragraph: None, start, end });
        }
    }

    fn close_paragraph(&mut self, end: usize) {
        if let Some((number, _, _)) = self.pending.take()
            && let Some(last) = self.found.last_mut()
        {
            (last.paragraph, last.end) = (Some(number), end);
        }
    }
}

fn cited(reference: Reference) -> Cited {
    let Reference { chapter, number, paragraph, start, end } = reference;
    let paragraph = paragraph.map_or_else(String::new, |paragraph| format!("({paragraph})"));
    let (key, name) = if chapter {
        let roman = to_roman(number);
        (format!("{}/chapter-{}", super::CHARTER, roman.to_lowercase()), format!("Chapter {roman}"))
    } else {
        let article = format!("{number}{paragraph}");
        (format!("{}/{article}", super::CHARTER), format!("Article {article}"))
    };
    Cited { key, name: format!("{name} of the Charter of the United Nations"), start, end }
}

/// The value of a Roman number up to the Charter's nineteen chapters; letters of Cyrillic that look the same are taken.
fn roman(word: &str) -> Option<u32> {
    let latin: String = word
        .chars()
        .map(|c| {
            if c == 'і' {
                'i'
            } else if c == 'х' {
                'x'
            } else {
                c
            }
        })
        .collect();
    (1..=19).find(|number| to_roman(*number).eq_ignore_ascii_case(&latin))
}

fn to_roman(number: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let (tens, ones) = (number / 10 % 10, number as usize % 10);
    format!("{}{}", "X".repeat(tens as usize), ONES[ones])
}

/// The value of a character of a Chinese number.
fn han(word: &str) -> Option<u32> {
    const DIGITS: [&str; 11] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    DIGITS.iter().position(|digit| *digit == word).and_then(|value| u32::try_from(value).ok())
}

/// `五十一` is 51, `十` is 10.
fn han_value(characters: &[u32]) -> u32 {
    let ten = characters.iter().position(|value| *value == 10);
    match ten {
        Some(ten) => {
            let tens = characters[..ten].last().copied().unwrap_or(1);
            tens * 10 + characters.get(ten + 1).copied().unwrap_or(0)
        }
        None => characters.iter().take(3).fold(0, |value, digit| value * 10 + digit),
    }
}
