//! Names in plain small letters, whatever their script, and the frames of consonants by which transcriptions are alike.

use any_ascii::any_ascii_char;

/// A name in small letters of ASCII, its words divided by one space. Apostrophes fall away, `&` is "and"; the syllables of
/// Chinese and Korean are words.
pub(super) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut was_syllable = false;
    for character in name.chars() {
        if matches!(character, '\'' | '’' | '‘' | '`' | 'ʿ' | 'ʾ' | 'ʼ') {
            continue;
        }
        let is_syllable = is_syllable(character);
        if is_syllable || was_syllable || character == '&' {
            folded.push(' ');
        }
        was_syllable = is_syllable;
        if character == '&' {
            folded.push_str("and ");
            continue;
        }
        for plain in any_ascii_char(character).chars().filter(|plain| !matches!(plain, '\'' | '`')) {
            let dotted = plain == '.' || plain.is_ascii_alphanumeric();
            folded.push(if dotted { plain.to_ascii_lowercase() } else { ' ' });
        }
    }
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ")
}

/// Whether a name is written in a script that leaves vowels out.
pub(super) fn leaves_out_vowels(name: &str) -> bool {
    name.chars().any(|character| matches!(character, '\u{590}'..='\u{8FF}'))
}

/// Whether a name is written in syllables, each a word: Chinese or Korean.
pub(super) fn is_of_syllables(name: &str) -> bool {
    name.chars().any(is_syllable)
}

fn is_syllable(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

/// Sounds that are written in several ways, in the order in which they are replaced.
const SOUNDS: &[(&str, &str)] = &[
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("ck", "k"),
    ("q", "k"),
    ("dj", "j"),
    ("zh", "j"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("w", "v"),
    ("y", "i"),
    ("x", "ks"),
    ("c", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("z", "s"),
];

/// The frame of a word: its first letter and its consonants, each sound written in one way.
pub(super) fn frame(word: &str) -> String {
    let mut word = without_doubles(word);
    for (written, sound) in SOUNDS {
        word = word.replace(written, sound);
    }
    let kept = word.char_indices().filter(|(at, letter)| *at == 0 || !"aeiou".contains(*letter));
    let kept: String = kept.map(|(_, letter)| letter).collect();
    let kept = without_doubles(&kept);
    kept.char_indices().filter(|(at, letter)| *at == 0 || *letter != 'h').map(|(_, letter)| letter).collect()
}

/// The frame of a word that is, or may be, a transcription of a script without vowels and without p and g.
pub(super) fn bare_frame(word: &str) -> String {
    let word: String = word.replace(['w', 'v', 'y'], "").replace('j', "g");
    let frame = frame(&word).trim_start_matches(['a', 'e', 'i', 'o', 'u']).replace('p', "b");
    frame.replace('g', "k")
}

/// A syllable of Korean or Chinese in one of the ways in which it is romanised.
pub(super) fn syllable(word: &str) -> String {
    const WAYS: &[(&str, &str)] = &[
        ("eo", "o"),
        ("oo", "o"),
        ("ou", "o"),
        ("u", "o"),
        ("ae", "e"),
        ("ch", "j"),
        ("k", "g"),
        ("p", "b"),
        ("t", "d"),
    ];
    WAYS.iter().fold(word.to_owned(), |word, (written, sound)| word.replace(written, sound))
}

fn without_doubles(word: &str) -> String {
    let mut kept = String::with_capacity(word.len());
    for letter in word.chars().filter(|letter| letter.is_ascii()) {
        if !kept.ends_with(letter) {
            kept.push(letter);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_script_become_plain_letters() {
        assert_eq!(folded("Пётр О’Нил"), "petr onil");
        assert_eq!(folded("Quist & Søn  A/S"), "quist and son a s");
        assert_eq!(folded("이순신"), "i sun sin");
        assert_eq!(folded("'Abd al-Qadir"), "abd al qadir");
        assert_eq!(folded(""), "");
    }

    #[test]
    fn transcriptions_of_one_name_have_one_frame() {
        assert_eq!(frame("mohammed"), frame("muhamad"));
        assert_eq!(frame("khaled"), frame("halid"));
        assert_ne!(frame("karim"), frame("salim"));
        assert_eq!(bare_frame("fernando"), bare_frame(&folded("فرناندو")));
    }
}
