//! A text folded for matching, with the way back to the original bytes.

/// A folded text. Every byte of it knows the byte of the original at which its character begins.
pub(crate) struct Folded<'t> {
    /// The original.
    pub original: &'t str,
    /// Small letters without Latin accents, one space for any white space, ASCII digits, plain quotes and hyphens.
    pub text: String,
    /// For each byte of `text`, and for its end, the byte of the original.
    origin: Vec<u32>,
}

impl<'t> Folded<'t> {
    /// Folds a text.
    pub fn new(original: &'t str) -> Self {
        let mut folded = Self {
            original,
            text: String::with_capacity(original.len()),
            origin: Vec::with_capacity(original.len() + 1),
        };
        for (at, character) in original.char_indices() {
            folded.take(at, character);
        }
        folded.origin.push(index(original.len()));
        folded
    }

    fn take(&mut self, at: usize, character: char) {
        match character {
            '\u{306}' if self.text.ends_with('и') => self.replace_last('й'),
            '\u{308}' if self.text.ends_with('і') => self.replace_last('ї'),
            _ if is_dropped(character) => {}
            _ if character.is_whitespace() || character == '\u{200C}' => self.take_space(at, character),
            _ => fold_char(character, &mut |folded| self.push(at, folded)),
        }
    }

    /// One space for a run of white space; a line break stays a line break, so that no name spans paragraphs.
    fn take_space(&mut self, at: usize, character: char) {
        let breaks = character == '\n' && self.text.ends_with('\n');
        match self.text.chars().next_back() {
            Some('\u{1}') => {}
            _ if breaks => self.replace_last('\u{1}'),
            Some(' ') if character == '\n' => self.replace_last('\n'),
            Some(' ' | '\n') => {}
            _ => self.push(at, if character == '\n' { '\n' } else { ' ' }),
        }
    }

    fn push(&mut self, at: usize, character: char) {
        self.text.push(character);
        self.origin.extend(std::iter::repeat_n(index(at), character.len_utf8()));
    }

    fn replace_last(&mut self, character: char) {
        if let Some(last) = self.text.pop() {
            let at = self.origin[self.text.len()] as usize;
            self.origin.truncate(self.origin.len() - last.len_utf8());
            self.push(at, character);
        }
    }

    /// The byte of the original at which a folded character begins.
    pub fn start_of(&self, folded: usize) -> usize {
        self.origin[folded] as usize
    }

    /// The byte of the original at which the folded character before ends.
    pub fn end_of(&self, folded: usize) -> usize {
        let next = self.origin[folded] as usize;
        let Some(last) = self.text[..folded].chars().next_back() else { return next };
        let begin = self.origin[folded - last.len_utf8()] as usize;
        let first = self.original[begin..].chars().next().map_or(0, char::len_utf8);
        let marks =
            self.original[begin + first..next].chars().take_while(|c| is_dropped(*c) && *c != '\u{AD}');
        begin + first + marks.map(char::len_utf8).sum::<usize>()
    }
}

/// Folds a pattern of the data as texts are folded.
pub(crate) fn fold_pattern(pattern: &str) -> String {
    Folded::new(pattern).text
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_dropped(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' | '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

fn fold_char(character: char, push: &mut impl FnMut(char)) {
    match character {
        '’' | '‘' | 'ʼ' | '`' | '´' | '＇' | 'ʹ' => push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '－' => push('-'),
        '٠'..='٩' => push(digit(character, '٠')),
        '۰'..='۹' => push(digit(character, '۰')),
        '\u{FF01}'..='\u{FF5E}' => half_width(character).to_lowercase().for_each(push),
        'أ' | 'إ' | 'آ' | 'ٱ' => push('ا'),
        'ی' | 'ئ' => push('ي'),
        'ک' => push('ك'),
        'ة' | 'ۀ' | 'ە' => push('ه'),
        'ؤ' => push('و'),
        'Ё' | 'ё' => push('е'),
        'İ' | 'ı' => push('i'),
        'ß' => ['s', 's'].into_iter().for_each(push),
        'Æ' | 'æ' => ['a', 'e'].into_iter().for_each(push),
        'Œ' | 'œ' => ['o', 'e'].into_iter().for_each(push),
        'Ø' | 'ø' => push('o'),
        'Ł' | 'ł' => push('l'),
        'Đ' | 'đ' | 'ð' => push('d'),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => push(without_accent(character)),
        _ => character.to_lowercase().for_each(push),
    }
}

fn digit(character: char, zero: char) -> char {
    char::from_digit(character as u32 - zero as u32, 10).unwrap_or(character)
}

fn half_width(character: char) -> char {
    char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
}

fn without_accent(character: char) -> char {
    let small = character.to_lowercase().next().unwrap_or(character);
    let mut base = None;
    unicode_normalization::char::decompose_canonical(small, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(small)
}
