//! Simplified characters for traditional ones, so that each way of writing Chinese finds the other.

use std::sync::LazyLock;

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// The simplified form of each character of the block of unified ideographs; itself where there is none.
static SIMPLIFIED: LazyLock<Box<[char]>> =
    LazyLock::new(|| (FIRST..=LAST).filter_map(char::from_u32).map(converted).collect());

fn converted(letter: char) -> char {
    let text = hanconv::t2s(letter.to_string());
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(simple), None) if simple.len_utf8() == letter.len_utf8() => simple,
        _ => letter,
    }
}

/// Replaces traditional characters by simplified ones, each by one of the same length in bytes.
pub(crate) fn simplified(text: &str) -> String {
    text.chars().map(simplified_letter).collect()
}

fn simplified_letter(letter: char) -> char {
    let place = u32::from(letter).checked_sub(FIRST).map(|place| place as usize);
    place.and_then(|place| SIMPLIFIED.get(place)).copied().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_keeps_its_length() {
        assert_eq!(simplified("聯合國安理會"), "联合国安理会");
        assert_eq!(simplified("制裁 DPRK 北朝鮮の"), "制裁 DPRK 北朝鲜の");
    }
}
