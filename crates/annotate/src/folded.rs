//! A text folded for matching, with the way back to the original bytes and the places where words begin.

use std::sync::LazyLock;

use crate::letter::{Class, prefix_lengths};

/// A folded text.
pub(crate) struct Folded<'t> {
    /// The original.
    pub original: &'t str,
    /// Small letters without Latin accents, one space for any white space, ASCII digits, plain quotes and hyphens; two
    /// line breaks are one `\u{1}`, so that no name spans paragraphs.
    pub text: String,
    /// Where words begin, bytes of `text`; each ideograph is one, and behind the prefixes that Arabic joins a word begins
    /// again.
    pub words: Vec<u32>,
    /// Those of the words that begin right behind a full stop, a stroke or an at sign: they may be parts of addresses.
    pub linked: Vec<u32>,
    /// From a byte of `text` on, up to the next shift, the original runs along from a byte of its own.
    shifts: Vec<Shift>,
}

#[derive(Clone, Copy)]
struct Shift {
    folded: u32,
    original: u32,
}

impl<'t> Folded<'t> {
    /// Folds a text.
    pub fn new(original: &'t str) -> Self {
        let mut folding = Folding::new(original);
        let mut at = 0;
        while at < original.len() {
            at = folding.take_ascii(at);
            at = folding.take_others(at);
        }
        folding.end()
    }

    /// The byte of the original at which a folded character begins.
    pub fn start_of(&self, folded: usize) -> usize {
        let next = self.shifts.partition_point(|shift| shift.folded as usize <= folded);
        let shift =
            self.shifts.get(next.wrapping_sub(1)).copied().unwrap_or(Shift { folded: 0, original: 0 });
        shift.original as usize + (folded - shift.folded as usize)
    }

    /// The byte of the original at which the folded character before ends.
    pub fn end_of(&self, folded: usize) -> usize {
        if self.shifts.is_empty() {
            return folded;
        }
        let next = self.start_of(folded);
        let Some(last) = self.text[..folded].chars().next_back() else { return next };
        let begin = self.start_of(folded - last.len_utf8());
        let first = self.original[begin..].chars().next().map_or(0, char::len_utf8);
        let marks =
            self.original[begin + first..next].chars().take_while(|c| is_dropped(*c) && *c != '\u{AD}');
        begin + first + marks.map(char::len_utf8).sum::<usize>()
    }
}

/// Folds a pattern of the data as texts are folded.
pub(crate) fn fold_pattern(pattern: &str) -> String {
    with_folded(pattern, str::to_owned)
}

/// Reads a word or a few folded; short ones without a string of their own.
pub(crate) fn with_folded<T>(word: &str, read: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0; SHORT];
    match fold_short(word, &mut buffer).and_then(|length| str::from_utf8(&buffer[..length]).ok()) {
        Some(folded) => read(folded),
        None => read(&Folded::new(word).text),
    }
}

/// The same for who needs no text but its bytes.
pub(crate) fn with_folded_bytes<T>(word: &str, read: impl FnOnce(&[u8]) -> T) -> T {
    let mut buffer = [0; SHORT];
    match fold_short(word, &mut buffer) {
        Some(length) => read(&buffer[..length]),
        None => read(Folded::new(word).text.as_bytes()),
    }
}

/// Bytes of a word that is folded in place.
const SHORT: usize = 64;

/// How long words are when they are folded character by character; none where that is not all.
fn fold_short(words: &str, buffer: &mut [u8; SHORT]) -> Option<usize> {
    let folds = &*FOLDS;
    let mut length = 0;
    for character in words.chars() {
        let folded = match character {
            ' ' if length > 0 && buffer[length - 1] != b' ' => Letters::one(b' '),
            '\0'..='\x7f' if matches!(ASCII[character as usize], Ascii::Letter | Ascii::Sign) => {
                Letters::one((character as u8).to_ascii_lowercase())
            }
            '\0'..='\x7f' => return None,
            _ if is_eastern(character) => Letters::of(character),
            _ => match folds.get(character as usize) {
                Some(fold) => fold.to?,
                None => Letters::of(fold_alone(character)?),
            },
        };
        let next = length + usize::from(folded.length);
        buffer.get_mut(length..next)?.copy_from_slice(folded.as_bytes());
        length = next;
    }
    Some(length)
}

/// A folded text in the making.
struct Folding<'t> {
    original: &'t str,
    /// The folded text: characters that are pushed whole.
    text: Vec<u8>,
    words: Vec<u32>,
    linked: Vec<u32>,
    shifts: Vec<Shift>,
    /// How far the original is ahead of the folded text.
    ahead: usize,
    /// The class of the last character.
    last: Class,
    /// Where the last word begins, if that is one of Arabic.
    arabic: Option<usize>,
}

impl<'t> Folding<'t> {
    fn new(original: &'t str) -> Self {
        Self {
            original,
            text: Vec::with_capacity(original.len()),
            words: Vec::with_capacity(original.len() / 6),
            linked: Vec::new(),
            shifts: Vec::new(),
            ahead: 0,
            last: Class::Other,
            arabic: None,
        }
    }

    /// Adds the beginnings behind the prefixes of the last word, where that is one of Arabic.
    fn end_arabic(&mut self) {
        let Some(start) = self.arabic.take() else { return };
        // The letters of Arabic are two bytes each; no prefix has more than four.
        const LONGEST: usize = 12;
        let word = &self.text[start..];
        let head = word[..word.len().min(LONGEST)].utf8_chunks().next();
        let word = head.map_or("", |head| head.valid());
        self.words.extend(prefix_lengths(word).map(|length| index(start + length)));
    }

    fn end(mut self) -> Folded<'t> {
        self.end_arabic();
        self.align(self.original.len());
        let Self { original, words, linked, shifts, .. } = self;
        let text = String::from_utf8(self.text).unwrap_or_default();
        Folded { original, text, words, linked, shifts }
    }

    /// Takes a run of plain ASCII, which folds byte by byte, and returns where it ends.
    fn take_ascii(&mut self, from: usize) -> usize {
        let bytes = self.original.as_bytes();
        let base = self.text.len();
        let mut spaced = self.is_spaced();
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            match ASCII[usize::from(byte)] {
                Ascii::Letter => {
                    if self.last != Class::Letter {
                        self.begin_word(base + at - from, at.checked_sub(1).map(|before| bytes[before]));
                    }
                    self.last = Class::Letter;
                    spaced = false;
                    let goes_on = |byte: &&u8| ASCII[usize::from(**byte)] == Ascii::Letter;
                    at += bytes[at + 1..].iter().take_while(goes_on).count();
                }
                Ascii::Sign => {
                    self.last = Class::Other;
                    spaced = false;
                }
                Ascii::Space if !spaced => {
                    self.last = Class::Other;
                    spaced = true;
                }
                _ => break,
            }
            at += 1;
        }
        if at > from {
            self.align(from);
            self.text.extend_from_slice(&bytes[from..at]);
            self.text[base..].make_ascii_lowercase();
        }
        at
    }

    /// Takes what is not plain ASCII and single spaces between, and returns where plain ASCII begins again.
    fn take_others(&mut self, from: usize) -> usize {
        let folds = &*FOLDS;
        let mut at = from;
        while let Some(character) = self.original[at..].chars().next() {
            if at > from && character.is_ascii() && ASCII[character as usize] != Ascii::Special {
                let next = self.original.as_bytes().get(at + 1);
                if character != ' ' || self.is_spaced() || next.is_none_or(u8::is_ascii) {
                    break;
                }
                self.push(at, Letters::one(b' '), Class::Other);
                at += 1;
                continue;
            }
            let end = at + character.len_utf8();
            match folds.get(character as usize) {
                Some(Fold { to: Some(to), class }) => {
                    self.push(at, *to, *class);
                    at = if usize::from(to.length) == end - at { self.go_on(folds, end) } else { end };
                }
                _ if is_eastern(character) => {
                    self.push(at, Letters::of(character), Class::of(character));
                    at = end;
                }
                _ => {
                    self.take(at, character);
                    at = end;
                }
            }
        }
        at
    }

    /// Goes on a word of an alphabet whose letters are two bytes, folded too, and returns where something else stands.
    fn go_on(&mut self, folds: &[Fold], from: usize) -> usize {
        let mut at = from;
        while let [first @ 0xC2..=0xDB, second, ..] = self.original.as_bytes()[at..] {
            let code = usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F);
            match folds.get(code) {
                Some(Fold { to: Some(Letters { bytes: [first, second, ..], length: 2 }), class })
                    if self.last.joins(*class) =>
                {
                    self.text.extend_from_slice(&[*first, *second]);
                }
                _ => break,
            }
            at += 2;
        }
        at
    }

    /// Whether the folded text ends with white space.
    fn is_spaced(&self) -> bool {
        matches!(self.text.last(), Some(b' ' | b'\n' | 1))
    }

    fn take(&mut self, at: usize, character: char) {
        match character {
            '\u{306}' if self.text.ends_with("и".as_bytes()) => self.replace_last("й"),
            '\u{308}' if self.text.ends_with("і".as_bytes()) => self.replace_last("ї"),
            _ if is_dropped(character) => {}
            _ if is_space(character) => self.take_space(at, character),
            _ => fold_char(character, &mut |folded| self.push(at, Letters::of(folded), Class::of(folded))),
        }
    }

    /// One space for a run of white space; a line break stays a line break.
    fn take_space(&mut self, at: usize, character: char) {
        match self.text.last() {
            Some(1) => {}
            Some(b'\n') if character == '\n' => self.replace_last("\u{1}"),
            Some(b' ') if character == '\n' => self.replace_last("\n"),
            Some(b' ' | b'\n') => {}
            _ => self.push(at, Letters::one(if character == '\n' { b'\n' } else { b' ' }), Class::Other),
        }
    }

    fn push(&mut self, at: usize, character: Letters, class: Class) {
        self.align(at);
        if class != Class::Other && !self.last.joins(class) {
            self.begin_word(self.text.len(), self.text.last().copied());
            self.arabic = (class == Class::Arabic).then_some(self.text.len());
        }
        self.last = class;
        character.add_to(&mut self.text);
    }

    fn begin_word(&mut self, at: usize, before: Option<u8>) {
        self.end_arabic();
        self.words.push(index(at));
        if matches!(before, Some(b'.' | b'/' | b'@')) {
            self.linked.push(index(at));
        }
    }

    /// Notes that the original goes on at `at` where the folded text ends.
    fn align(&mut self, at: usize) {
        let end = self.text.len();
        let ahead = at.wrapping_sub(end);
        if ahead != self.ahead {
            self.ahead = ahead;
            self.shifts.push(Shift { folded: index(end), original: index(at) });
        }
    }

    /// Puts a character of the same length for the last one.
    fn replace_last(&mut self, character: &str) {
        self.text.truncate(self.text.len() - character.len());
        self.text.extend_from_slice(character.as_bytes());
    }
}

/// A character as the bytes that it is written with.
#[derive(Clone, Copy)]
struct Letters {
    bytes: [u8; 4],
    length: u8,
}

impl Letters {
    fn one(byte: u8) -> Self {
        Self { bytes: [byte, 0, 0, 0], length: 1 }
    }

    fn of(character: char) -> Self {
        let mut bytes = [0; 4];
        character.encode_utf8(&mut bytes);
        Self { bytes, length: character.len_utf8() as u8 }
    }

    /// Adds them to a text; each length by itself, which needs no call.
    fn add_to(self, text: &mut Vec<u8>) {
        let [first, second, third, _] = self.bytes;
        match self.length {
            1 => text.push(first),
            2 => text.extend_from_slice(&[first, second]),
            3 => text.extend_from_slice(&[first, second, third]),
            _ => text.extend_from_slice(&self.bytes),
        }
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// What a byte of ASCII is to the fast way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ascii {
    Letter,
    Sign,
    Space,
    /// To be looked at by itself, or no ASCII.
    Special,
}

const ASCII: [Ascii; 256] = {
    let mut kinds = [Ascii::Special; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b' ' => Ascii::Space,
            b'`' | b'\t'..=b'\r' | 1 => Ascii::Special,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Ascii::Letter,
            _ => Ascii::Sign,
        };
        byte += 1;
    }
    kinds
};

/// What one character becomes, where it becomes one.
#[derive(Clone, Copy)]
struct Fold {
    to: Option<Letters>,
    class: Class,
}

/// The folds of the alphabets up to Arabic; none where a character is dropped, white space, or becomes two.
static FOLDS: LazyLock<Box<[Fold]>> = LazyLock::new(|| (0..0x700).map(fold_of).collect());

fn fold_of(code: u32) -> Fold {
    let to = char::from_u32(code).filter(|character| *character > '\x7f').and_then(fold_alone);
    Fold { to: to.map(Letters::of), class: to.map_or(Class::Other, Class::of) }
}

/// What a character becomes whatever stands beside it; none where it is dropped, white space, or becomes two.
fn fold_alone(character: char) -> Option<char> {
    if is_dropped(character) || is_space(character) {
        return None;
    }
    let (mut first, mut count) = (None, 0);
    fold_char(character, &mut |folded| {
        first = first.or(Some(folded));
        count += 1;
    });
    first.filter(|_| count == 1)
}

/// Characters of the east stay as they are.
fn is_eastern(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{200C}'
}
fn is_dropped(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' | '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

fn fold_char(character: char, push: &mut impl FnMut(char)) {
    match character {
        '’' | '‘' | 'ʼ' | '`' | '´' | '＇' | 'ʹ' => push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '－' => push('-'),
        '٠'..='٩' => push(digit(character, '٠')),
        '۰'..='۹' => push(digit(character, '۰')),
        '\u{FF01}'..='\u{FF5E}' => half_width(character).to_lowercase().for_each(push),
        'أ' | 'إ' | 'آ' | 'ٱ' => push('ا'),
        'ی' | 'ئ' => push('ي'),
        'ک' => push('ك'),
        'ة' | 'ۀ' | 'ە' => push('ه'),
        'ؤ' => push('و'),
        'Ё' | 'ё' => push('е'),
        'İ' | 'ı' => push('i'),
        'ß' => ['s', 's'].into_iter().for_each(push),
        'Æ' | 'æ' => ['a', 'e'].into_iter().for_each(push),
        'Œ' | 'œ' => ['o', 'e'].into_iter().for_each(push),
        'Ø' | 'ø' => push('o'),
        'Ł' | 'ł' => push('l'),
        'Đ' | 'đ' | 'ð' => push('d'),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => push(without_accent(character)),
        _ => character.to_lowercase().for_each(push),
    }
}

fn digit(character: char, zero: char) -> char {
    char::from_digit(character as u32 - zero as u32, 10).unwrap_or(character)
}

fn half_width(character: char) -> char {
    char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
}

fn without_accent(character: char) -> char {
    let small = character.to_lowercase().next().unwrap_or(character);
    let mut base = None;
    unicode_normalization::char::decompose_canonical(small, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(original: &str, folded: &str) {
        assert_eq!(Folded::new(original).text, folded, "{original}");
    }

    #[test]
    fn letters_accents_and_white_space_fold() {
        check("États-Unis", "etats-unis");
        check("  a \t b\n \nc\r\n\r\nd", " a b\u{1}c\u{1}d");
        check("Straße Æon İstanbul", "strasse aeon istanbul");
        check("Киі\u{308}в, Росси\u{306}", "київ, россй");
        check("والسُّعودية ۱۲", "والسعوديه 12");
        check("ＵＮ ‘x’ – `y`", "un 'x' - 'y'");
        check("", "");
    }

    #[test]
    fn words_fold_in_place_as_texts_do() {
        let long = "Ж".repeat(40);
        for word in [
            "Kyiv",
            "Côte d’Ivoire",
            "a  b",
            " a",
            "a ",
            "a\tb",
            "x\u{1}",
            "日本 12",
            "Київ",
            "Росси\u{306}",
            "Straße",
            "d’Ivoire",
            "U.S.",
            "中国",
            "a`b",
            "",
            "وزارة",
            "，",
            "ＵＮ",
            "“x”",
            "ﬁ",
            "\u{FB1D}",
            &long,
        ] {
            assert_eq!(fold_pattern(word), Folded::new(word).text, "{word}");
        }
    }

    #[test]
    fn every_folded_character_knows_its_original() {
        let original = "A\u{301}b  ß\u{AD}c İ中 نُص\u{200B}";
        let folded = Folded::new(original);
        assert_eq!(folded.text, "ab ssc i中 نص");
        let starts = folded.text.char_indices().map(|(at, _)| folded.start_of(at));
        assert_eq!(starts.collect::<Vec<_>>(), [0, 3, 4, 6, 6, 10, 11, 12, 14, 17, 18, 22]);
        assert_eq!((folded.end_of(1), folded.end_of(5), folded.end_of(folded.text.len())), (3, 8, 27));
    }

    #[test]
    fn words_begin_behind_joined_prefixes_too() {
        let words = Folded::new("والعراق. مصر").words;
        assert_eq!(words, [0, 2, 6, 16]);
    }

    #[test]
    fn words_are_where_classes_change() {
        let folded = Folded::new("L'Iran, 中国 x@mfa.gov");
        let words: Vec<&str> = folded.words.iter().map(|at| &folded.text[*at as usize..]).collect();
        assert_eq!(
            words,
            [
                "l'iran, 中国 x@mfa.gov",
                "iran, 中国 x@mfa.gov",
                "中国 x@mfa.gov",
                "国 x@mfa.gov",
                "x@mfa.gov",
                "mfa.gov",
                "gov"
            ]
        );
        assert_eq!(folded.linked.len(), 2);
    }
}
