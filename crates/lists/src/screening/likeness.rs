//! How alike two words of names are.

use strsim::osa_distance;

use super::NameKind;
use super::fold::{bare_frame, frame, syllable};
use super::words::WORDS;

/// How alike words are of which one frame begins with the same letter.
const SAME_FRAME: f32 = 0.9;
/// The same, where the first letters differ.
const OTHER_HEAD: f32 = 0.8;
/// How alike an initial and a name that begins with it are.
const INITIAL: f32 = 0.8;

/// How many sounds a frame has that tells a word by itself.
const LONG_FRAME: usize = 3;
/// How alike words are spelt whose shorter frame counts.
const HALF: f32 = 0.5;
/// How alike a Korean surname and another way to write it are.
const SURNAME: f32 = 0.95;

/// What two names are, as far as it says how their words are compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub kind: NameKind,
    /// One is written in a script that leaves vowels out.
    pub vowels_left_out: bool,
    /// One is written in syllables, Chinese or Korean.
    pub syllables: bool,
}

/// How alike two words are, from 0 to 1; figures and words of two letters are so only when they are the same.
pub(super) fn likeness(a: &str, b: &str, setting: Setting) -> f32 {
    if a == b {
        return 1.0;
    }
    let is_figure = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    if is_figure(a) || is_figure(b) {
        return 0.0;
    }
    if setting.syllables {
        return of_syllables(a, b);
    }
    let same_head = a.as_bytes().first() == b.as_bytes().first();
    if setting.kind == NameKind::Person && (a.len() == 1 || b.len() == 1) {
        return if same_head { INITIAL } else { 0.0 };
    }
    let bare = if setting.vowels_left_out { without_vowels(a, b) } else { 0.0 };
    if a.len().min(b.len()) <= 2 {
        return bare;
    }
    let spelt = 1.0 - osa_distance(a, b) as f32 / a.len().max(b.len()) as f32;
    let sounds = frame(a);
    let is_sure = sounds.len() >= LONG_FRAME || sounds.len() >= 2 && spelt >= HALF;
    let same_sounds = is_sure && sounds == frame(b);
    let heard = match (same_sounds, same_head) {
        (true, true) => SAME_FRAME,
        (true, false) => OTHER_HEAD,
        (false, _) => 0.0,
    };
    spelt.max(heard).max(bare)
}

/// How alike two syllables are: one letter makes another of them, but for those that are romanised in several ways.
fn of_syllables(a: &str, b: &str) -> f32 {
    if is_surname_of(a, b) || is_surname_of(b, a) {
        return SURNAME;
    }
    if syllable(a) == syllable(b) { SAME_FRAME } else { 0.0 }
}

fn is_surname_of(syllable: &str, written: &str) -> bool {
    WORDS.hangul.get(syllable).is_some_and(|ways| ways.contains(&written))
}

/// How alike words are of which one leaves vowels out; of one or two consonants only short ones are.
fn without_vowels(a: &str, b: &str) -> f32 {
    let (bare_a, bare_b) = (bare_frame(a), bare_frame(b));
    let longest = a.len().max(b.len());
    match bare_a.len() {
        _ if bare_a != bare_b => 0.0,
        0 => 0.0,
        1 if longest <= 4 => OTHER_HEAD,
        2 if longest <= 5 => OTHER_HEAD,
        1 | 2 => 0.0,
        _ => SAME_FRAME,
    }
}
