//! Byte offsets led to the units in which files and the window count.

/// Converts sorted byte offsets to characters (Unicode scalar values), in one pass over the text.
///
/// An offset inside a character counts as the character's beginning; one behind the end as the end.
pub fn chars_of_bytes(text: &str, sorted: &[usize]) -> Vec<usize> {
    units_of_bytes(text, sorted, |_| 1)
}

/// Converts sorted byte offsets to UTF-16 units, in one pass over the text.
///
/// An offset inside a character counts as the character's beginning; one behind the end as the end.
pub fn utf16_of_bytes(text: &str, sorted: &[usize]) -> Vec<usize> {
    units_of_bytes(text, sorted, char::len_utf16)
}

/// Converts sorted offsets in UTF-16 units to bytes, in one pass; one inside a pair counts as the pair's beginning.
pub fn bytes_of_utf16(text: &str, sorted: &[usize]) -> Vec<usize> {
    let mut converted = Vec::with_capacity(sorted.len());
    let mut wanted = sorted.iter().copied().peekable();
    let mut units = 0;
    for (byte, letter) in text.char_indices() {
        let next = units + letter.len_utf16();
        while wanted.next_if(|&at| at < next).is_some() {
            converted.push(byte);
        }
        units = next;
    }
    converted.resize(sorted.len(), text.len());
    converted
}

fn units_of_bytes(text: &str, sorted: &[usize], length: impl Fn(char) -> usize) -> Vec<usize> {
    let mut converted = Vec::with_capacity(sorted.len());
    let mut wanted = sorted.iter().copied().peekable();
    let mut units = 0;
    for (byte, letter) in text.char_indices() {
        while wanted.next_if(|&at| at < byte + letter.len_utf8()).is_some() {
            converted.push(units);
        }
        units += length(letter);
    }
    converted.resize(sorted.len(), units);
    converted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_each_script_in_its_units() {
        let text = "Є🙂b";
        assert_eq!(chars_of_bytes(text, &[0, 2, 6, 7]), [0, 1, 2, 3]);
        assert_eq!(utf16_of_bytes(text, &[0, 2, 6, 7]), [0, 1, 3, 4]);
        assert_eq!(bytes_of_utf16(text, &[0, 1, 3, 4]), [0, 2, 6, 7]);
    }

    #[test]
    fn repeated_inner_and_far_offsets_are_answered() {
        assert_eq!(chars_of_bytes("Єa", &[0, 0, 1, 2, 99]), [0, 0, 0, 1, 2]);
        assert_eq!(bytes_of_utf16("🙂", &[0, 1, 2, 9]), [0, 0, 4, 4]);
    }

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "\\PC{0,40}") {
            let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let chars: Vec<usize> = bytes.iter().map(|&at| text[..at].chars().count()).collect();
            let units: Vec<usize> = bytes.iter().map(|&at| text[..at].encode_utf16().count()).collect();
            prop_assert_eq!(chars_of_bytes(&text, &bytes), chars);
            prop_assert_eq!(utf16_of_bytes(&text, &bytes), units.clone());
            prop_assert_eq!(bytes_of_utf16(&text, &units), bytes);
        }
    }
}
