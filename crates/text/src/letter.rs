//! What is a letter, from a table: the standard library searches for each letter beyond ASCII, which took a third of the
//! time of analysing a text.

use std::sync::LazyLock;

/// A bit for each character of the basic plane, where all but rare scripts lie.
type Plane = Box<[u64]>;

static ALPHABETIC: LazyLock<Plane> = LazyLock::new(|| plane(char::is_alphabetic));
static ALPHANUMERIC: LazyLock<Plane> = LazyLock::new(|| plane(char::is_alphanumeric));

fn plane(is: impl Fn(char) -> bool) -> Plane {
    let holds = |letter: char| is_eastern(letter) || is(letter);
    let bit = |code: u32| u64::from(char::from_u32(code).is_some_and(holds)) << (code % 64);
    (0..0x1_0000 / 64).map(|word| (word * 64..(word + 1) * 64).map(bit).sum()).collect()
}

/// The characters and syllables of the east, half of the plane, need not be searched for.
fn is_eastern(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// The bit of a character; none beyond the plane.
fn bit(plane: &Plane, letter: char) -> Option<bool> {
    let code = letter as usize;
    plane.get(code / 64).map(|word| word >> (code % 64) & 1 == 1)
}

/// The small letters of the alphabets up to Arabic; none where a capital becomes two, or for the dot above.
static SMALL: LazyLock<Box<[Option<char>]>> = LazyLock::new(|| (0..0x700).map(small_of).collect());

fn small_of(code: u32) -> Option<char> {
    let mut letters = char::from_u32(code).filter(|&letter| letter != '\u{307}')?.to_lowercase();
    letters.next().filter(|_| letters.next().is_none())
}

/// Returns the small letter of a letter, where a table has it.
#[inline]
pub(crate) fn small(letter: char) -> Option<char> {
    SMALL.get(letter as usize).copied().flatten()
}

/// Returns what [`char::is_alphabetic`] returns.
#[inline]
pub fn is_alphabetic(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        _ => bit(&ALPHABETIC, letter).unwrap_or_else(|| letter.is_alphabetic()),
    }
}

/// Returns what [`char::is_alphanumeric`] returns.
#[inline]
pub fn is_alphanumeric(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        _ => bit(&ALPHANUMERIC, letter).unwrap_or_else(|| letter.is_alphanumeric()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_what_the_standard_library_says() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }
}
