use chancery_model::Lang;

/// The writing of a word, as far as it decides how words are divided and which languages it may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Hangul,
    Han,
    Kana,
    /// Thai, Lao, Khmer, Burmese: written without spaces, divided by dictionary.
    SouthEastAsian,
    /// Digits and all other scripts.
    Other,
}

pub(crate) const EN: Lang = Lang::new(b"en");
pub(crate) const UK: Lang = Lang::new(b"uk");
pub(crate) const RU: Lang = Lang::new(b"ru");
pub(crate) const FR: Lang = Lang::new(b"fr");
pub(crate) const ES: Lang = Lang::new(b"es");
pub(crate) const DE: Lang = Lang::new(b"de");
pub(crate) const PL: Lang = Lang::new(b"pl");
pub(crate) const IT: Lang = Lang::new(b"it");
pub(crate) const PT: Lang = Lang::new(b"pt");
pub(crate) const TR: Lang = Lang::new(b"tr");
pub(crate) const AR: Lang = Lang::new(b"ar");
pub(crate) const FA: Lang = Lang::new(b"fa");
pub(crate) const ZH: Lang = Lang::new(b"zh");
pub(crate) const JA: Lang = Lang::new(b"ja");
pub(crate) const KO: Lang = Lang::new(b"ko");

impl Script {
    pub(crate) fn of_letter(letter: char) -> Script {
        match letter as u32 {
            0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xba | 0xc0..=0x24f | 0x1e00..=0x1eff | 0xff21..=0xff5a => {
                Script::Latin
            }
            0x400..=0x52f => Script::Cyrillic,
            0x600..=0x6ff | 0x750..=0x77f | 0xfb50..=0xfdff | 0xfe70..=0xfeff => Script::Arabic,
            0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7a3 => Script::Hangul,
            0x3005..=0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => {
                Script::Han
            }
            0x3040..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Script::Kana,
            0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff => Script::SouthEastAsian,
            _ => Script::Other,
        }
    }

    /// The script of a word: that of its first letter.
    pub(crate) fn of_word(word: &str) -> Script {
        word.chars().map(Script::of_letter).find(|&script| script != Script::Other).unwrap_or(Script::Other)
    }

    /// The languages with stems that are written so.
    pub(crate) fn stemmed_languages(self) -> &'static [Lang] {
        match self {
            Script::Latin => &[EN, FR, ES, DE, PL, IT, PT, TR],
            Script::Cyrillic => &[UK, RU],
            Script::Arabic => &[AR, FA],
            Script::Hangul => &[KO],
            _ => &[],
        }
    }

    /// Returns whether words are written without spaces.
    pub(crate) fn has_no_spaces(self) -> bool {
        matches!(self, Script::Han | Script::Kana | Script::SouthEastAsian)
    }
}
