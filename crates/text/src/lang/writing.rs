//! In which script most of a text is written.

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

/// How many letters of each script a text has.
#[derive(Debug, Default)]
pub(super) struct Counts {
    shared: [usize; 4],
    own: [usize; OWN.len()],
    hangul: usize,
    han: usize,
    other: usize,
}

impl Counts {
    pub(super) fn of(text: &str) -> Self {
        let mut counts = Self::default();
        for letter in text.chars() {
            if letter.is_ascii() {
                counts.shared[Shared::Latin as usize] += usize::from(letter.is_ascii_alphabetic());
            } else if is_alphabetic(letter) {
                *counts.counter(letter) += 1;
            }
        }
        counts
    }

    fn counter(&mut self, letter: char) -> &mut usize {
        if let Some(script) = Shared::of_letter(letter) {
            return &mut self.shared[script as usize];
        }
        match Script::of_letter(letter) {
            Script::Hangul => &mut self.hangul,
            Script::Han | Script::Kana => &mut self.han,
            _ => match OWN.iter().position(|(from, to, _)| (*from..=*to).contains(&(letter as u32))) {
                Some(at) => &mut self.own[at],
                None => &mut self.other,
            },
        }
    }

    fn letters(&self) -> usize {
        let own: usize = self.own.iter().sum();
        self.shared.iter().sum::<usize>() + own + self.hangul + self.han + self.other
    }

    fn most(&self) -> (usize, Option<Writing>) {
        use Shared::{Arabic, Cyrillic, Devanagari, Latin};
        let shared = [Latin, Cyrillic, Arabic, Devanagari]
            .map(|script| (self.shared[script as usize], Writing::Shared(script)));
        let own =
            OWN.iter().zip(self.own).map(|((_, _, lang), count)| (count, Writing::Own(Lang::new(lang))));
        let east = [(self.hangul, Writing::Own(KO)), (self.han, Writing::Han)];
        let all = shared.into_iter().chain(own).chain(east);
        all.max_by_key(|(count, _)| *count).map_or((0, None), |(count, writing)| (count, Some(writing)))
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
