//! In which script most of a text is written.

use std::sync::LazyLock;

use chancery_model::Lang;

use crate::letter::is_alphabetic;
use crate::script::{KO, Script};

/// The writing of a text, as far as it tells the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// A script of one language.
    Own(Lang),
    /// Chinese characters, with kana or without.
    Han,
    /// A script that many languages share.
    Shared(Shared),
}

/// A script that many languages share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shared {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
}

impl Shared {
    /// The script of a letter, when it is one of these.
    pub(super) fn of_letter(letter: char) -> Option<Self> {
        match Script::of_letter(letter) {
            _ if letter.is_ascii() => Some(Self::Latin),
            Script::Latin => Some(Self::Latin),
            Script::Cyrillic => Some(Self::Cyrillic),
            Script::Arabic => Some(Self::Arabic),
            _ => matches!(letter as u32, 0x900..=0x97f).then_some(Self::Devanagari),
        }
    }
}

/// Scripts of one language each, or of one that nearly all texts in it are written in.
const OWN: [(u32, u32, &[u8; 2]); 14] = [
    (0x370, 0x3ff, b"el"),
    (0x1f00, 0x1fff, b"el"),
    (0x530, 0x58f, b"hy"),
    (0x590, 0x5ff, b"he"),
    (0x980, 0x9ff, b"bn"),
    (0xa80, 0xaff, b"gu"),
    (0xb80, 0xbff, b"ta"),
    (0xc00, 0xc7f, b"te"),
    (0xd80, 0xdff, b"si"),
    (0xe00, 0xe7f, b"th"),
    (0x1000, 0x109f, b"my"),
    (0x10a0, 0x10ff, b"ka"),
    (0x1200, 0x137f, b"am"),
    (0x1780, 0x17ff, b"km"),
];

/// Places of the counts behind those of the shared scripts and those of one language.
const HANGUL: usize = 4 + OWN.len();
const HAN: usize = HANGUL + 1;
const OTHER: usize = HANGUL + 2;
/// What is no letter is counted too, so that nothing need be asked first.
const NONE: usize = HANGUL + 3;

/// The places of the characters of the basic plane.
static PLACES: LazyLock<Box<[u8]>> = LazyLock::new(|| {
    let place = |code| char::from_u32(code).map_or(NONE, find_place);
    (0..0x1_0000).map(|code| u8::try_from(place(code)).unwrap_or(u8::MAX)).collect()
});

fn find_place(letter: char) -> usize {
    if !is_alphabetic(letter) {
        return NONE;
    }
    if let Some(script) = Shared::of_letter(letter) {
        return script as usize;
    }
    match Script::of_letter(letter) {
        Script::Hangul => HANGUL,
        Script::Han | Script::Kana => HAN,
        _ => {
            let own = OWN.iter().position(|(from, to, _)| (*from..=*to).contains(&(letter as u32)));
            own.map_or(OTHER, |at| 4 + at)
        }
    }
}

/// How many letters of each script a text has.
#[derive(Debug)]
pub(super) struct Counts([usize; NONE + 1]);

impl Counts {
    pub(super) fn of(text: &str) -> Self {
        let mut counts = [0; NONE + 1];
        let plain = text.bytes().filter(u8::is_ascii_alphabetic).count();
        counts[Shared::Latin as usize] = plain;
        if !text.is_ascii() {
            let (places, bytes, mut at) = (&*PLACES, text.as_bytes(), 0);
            while let Some(&first) = bytes.get(at) {
                if first.is_ascii() {
                    at += 1;
                    continue;
                }
                let Some(letter) = text[at..].chars().next() else { break };
                let place = places.get(letter as usize).map_or_else(|| find_place(letter), |at| (*at).into());
                counts[place] += 1;
                at += letter.len_utf8();
            }
        }
        Self(counts)
    }

    fn letters(&self) -> usize {
        self.0[..NONE].iter().sum()
    }

    fn most(&self) -> (usize, Option<Writing>) {
        use Shared::{Arabic, Cyrillic, Devanagari, Latin};
        let shared = [Latin, Cyrillic, Arabic, Devanagari].map(Writing::Shared);
        let own = OWN.iter().map(|(_, _, lang)| Writing::Own(Lang::new(lang)));
        let all = shared.into_iter().chain(own).chain([Writing::Own(KO), Writing::Han]);
        let counted = self.0.iter().zip(all);
        counted.max_by_key(|(count, _)| **count).map_or((0, None), |(count, writing)| (*count, Some(writing)))
    }

    /// The writing that three quarters of the letters share.
    pub(super) fn writing(&self) -> Option<Writing> {
        let (count, writing) = self.most();
        writing.filter(|_| count > 1 && count * 4 >= self.letters() * 3)
    }

    /// The share of the letters that the most of them have.
    pub(super) fn share(&self) -> f32 {
        self.most().0 as f32 / self.letters().max(1) as f32
    }
}
