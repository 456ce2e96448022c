//! Chinese and Japanese, which share their characters.

use crate::lang::Detected;
use crate::script::{JA, Script, ZH};

/// Characters, simplified or traditional, that Chinese writes on every line and Japanese hardly ever.
const CHINESE: &str = "的了在是这這们們与與为為对對发發说說还還过過从從让讓她它吗关關际際东東";
/// Characters in the form that Japan alone gives them.
const JAPANESE: &str = "対発気駅沢辺総経済渉帰転実験単厳権検険収囲図売読変恵従戦択拠拡挙";
/// So many characters without any kana are no Japanese.
const LONG: usize = 16;

/// Tells Japanese by its kana; without any, by the characters that one of both alone writes.
pub(super) fn chinese_or_japanese(text: &str) -> Option<Detected> {
    let count = |holds: &dyn Fn(char) -> bool| text.chars().filter(|&letter| holds(letter)).count();
    let han = count(&|letter| Script::of_letter(letter) == Script::Han);
    let kana = count(&|letter| Script::of_letter(letter) == Script::Kana);
    if kana * 20 > han {
        return Some(Detected { lang: JA, confidence: 1.0 });
    }
    let (zh, ja) = (count(&|letter| CHINESE.contains(letter)), count(&|letter| JAPANESE.contains(letter)));
    let confidence = zh.max(ja) as f32 / (zh + ja).max(1) as f32;
    if zh > 2 * ja || (zh >= ja && han >= LONG) {
        Some(Detected { lang: ZH, confidence: confidence.max(0.5) })
    } else if ja > 2 * zh {
        Some(Detected { lang: JA, confidence })
    } else {
        None
    }
}
