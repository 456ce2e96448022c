//! Chinese and Japanese, which share their characters.

use std::sync::LazyLock;

use crate::lang::Detected;
use crate::script::{JA, Script, ZH};

/// Characters, simplified or traditional, that Chinese writes on every line and Japanese hardly ever.
const CHINESE: &str = "的了在是这這们們与與为為对對发發说說还還过過从從让讓她它吗关關际際东東";
/// Characters in the form that Japan alone gives them.
const JAPANESE: &str = "対発気駅沢辺総経済渉帰転実験単厳権検険収囲図売読変恵従戦択拠拡挙";
/// So many characters without any kana are no Japanese.
const LONG: usize = 16;

/// The block of unified ideographs.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// Which of both writes each character of the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Chinese,
    Japanese,
    Both,
}

static SIDES: LazyLock<Box<[Side]>> =
    LazyLock::new(|| (FIRST..=LAST).filter_map(char::from_u32).map(side_of).collect());

fn side_of(letter: char) -> Side {
    match letter {
        _ if CHINESE.contains(letter) => Side::Chinese,
        _ if JAPANESE.contains(letter) => Side::Japanese,
        _ => Side::Both,
    }
}

/// The characters of a text that tell something.
#[derive(Debug, Default)]
struct Counts {
    han: usize,
    kana: usize,
    zh: usize,
    ja: usize,
}

impl Counts {
    fn of(text: &str) -> Self {
        let sides = &*SIDES;
        let mut counts = Self::default();
        for letter in text.chars().filter(|letter| !letter.is_ascii()) {
            let side = u32::from(letter).checked_sub(FIRST).and_then(|place| sides.get(place as usize));
            counts.zh += usize::from(side == Some(&Side::Chinese));
            counts.ja += usize::from(side == Some(&Side::Japanese));
            match side.map_or_else(|| Script::of_letter(letter), |_| Script::Han) {
                Script::Han => counts.han += 1,
                Script::Kana => counts.kana += 1,
                _ => {}
            }
        }
        counts
    }
}

/// Tells Japanese by its kana; without any, by the characters that one of both alone writes.
pub(super) fn chinese_or_japanese(text: &str) -> Option<Detected> {
    let Counts { han, kana, zh, ja } = Counts::of(text);
    if kana * 20 > han {
        return Some(Detected { lang: JA, confidence: 1.0 });
    }
    let confidence = zh.max(ja) as f32 / (zh + ja).max(1) as f32;
    if zh > 2 * ja || (zh >= ja && han >= LONG) {
        Some(Detected { lang: ZH, confidence: confidence.max(0.5) })
    } else if ja > 2 * zh {
        Some(Detected { lang: JA, confidence })
    } else {
        None
    }
}
