//! Numbers in digits, and in Chinese characters: `二四二`, `千七百十八`.

use super::Reader;

/// The digits from nought on; the second sign for nought stands apart.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

impl Reader<'_> {
    /// The number that begins here, and how many lexemes it takes. Of Chinese characters at least three count: shorter
    /// runs are mostly words.
    pub(super) fn numeral(&self, at: usize) -> Option<(u32, usize)> {
        const FEWEST: usize = 3;
        const MOST: usize = 7;
        if let Some(number) = self.number(at) {
            return Some((number, 1));
        }
        let length = (at..at + MOST).take_while(|n| self.is_character_of_number(*n)).count();
        (length >= FEWEST).then(|| (value((at..at + length).map(|n| self.word(n))), length))
    }

    /// Whether a Chinese character of a number stands here.
    pub(super) fn is_character_of_number(&self, at: usize) -> bool {
        digit(self.word(at)).is_some() || unit(self.word(at)).is_some()
    }
}

fn digit(word: &str) -> Option<u32> {
    let word = if word == "零" { "〇" } else { word };
    let place = DIGITS.iter().position(|digit| word.strip_prefix(*digit) == Some(""))?;
    u32::try_from(place).ok()
}

fn unit(word: &str) -> Option<u32> {
    match word {
        "十" => Some(10),
        "百" => Some(100),
        "千" => Some(1_000),
        _ => None,
    }
}

/// The value of the characters: digit by digit, or with units.
fn value<'w>(words: impl Iterator<Item = &'w str>) -> u32 {
    let mut sum = 0;
    let mut last = None;
    for word in words {
        match (digit(word), unit(word)) {
            (Some(digit), _) => last = Some(last.unwrap_or(0) * 10 + digit),
            (_, Some(unit)) => sum += last.take().unwrap_or(1) * unit,
            _ => {}
        }
    }
    sum + last.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_make_numbers() {
        let of = |text: &str| {
            let words: Vec<String> = text.chars().map(String::from).collect();
            value(words.iter().map(String::as_str))
        };
        assert_eq!(of("二四二"), 242);
        assert_eq!(of("一七一八"), 1718);
        assert_eq!(of("千七百十八"), 1718);
        assert_eq!(of("二千三百九十七"), 2397);
    }
}
