//! The grammar of citations: `resolution 1718 (2006)`, `UNSCRs 1718 and 2397`, `S/RES/2270 (2016)`,
//! `резолюцій Ради Безпеки ООН 1718, 1874 та 2397`, `第2231（2015）号决议`, `결의 2397호`.

use crate::lexeme::{Lexeme, Sort};

/// A number that is cited, before anything is known of its body. Offsets are bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cited {
    /// The number as written: `1718`, or `68/262` and `181 (II)` for the General Assembly.
    pub number: String,
    /// The year beside it.
    pub year: Option<u16>,
    /// Whether a symbol says the body: `S/RES/…`.
    pub symbol: Option<char>,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The word that announces a citation, with the numbers that follow or precede it.
#[derive(Debug, Clone)]
pub(crate) struct Citation {
    /// First byte of the announcing word.
    pub word_start: usize,
    /// One past its last byte.
    pub word_end: usize,
    /// Whether the word is in the plural, or its language has none.
    pub plural: bool,
    /// The numbers; empty for a mention without numbers.
    pub cited: Vec<Cited>,
}

/// Finds all citations, and mentions of resolutions without a number, in order.
pub(crate) fn citations(lexemes: &[Lexeme<'_>]) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexemes.len() {
        let reader = Reader { lexemes };
        let (citation, next) =
            reader.symbol(at).or_else(|| reader.announced(at)).map_or((None, at + 1), |(c, n)| (Some(c), n));
        found.extend(citation);
        at = next.max(at + 1);
    }
    found
}

struct Reader<'r, 't> {
    lexemes: &'r [Lexeme<'t>],
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", |lexeme| lexeme.text)
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.lexemes.get(at)?.number()
    }

    fn is_word(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.sort == Sort::Word)
    }

    /// `S/RES/2270 (2016)`, `A/RES/68/262`, `A/HRC/RES/49/1`.
    fn symbol(&self, at: usize) -> Option<(Citation, usize)> {
        let parts = |words: &[&str]| words.iter().enumerate().all(|(n, word)| self.word(at + n) == *word);
        let (symbol, length) = if parts(&["s", "/", "res", "/"]) {
            ('s', 4)
        } else if parts(&["a", "/", "res", "/"]) {
            ('a', 4)
        } else if parts(&["a", "/", "hrc", "/", "res", "/"]) {
            ('h', 6)
        } else {
            return None;
        };
        let (mut cited, next) = self.item(at + length)?;
        cited.start = self.lexemes[at].start;
        cited.symbol = Some(symbol);
        let (start, end) = (cited.start, cited.end);
        Some((Citation { word_start: start, word_end: end, plural: false, cited: vec![cited] }, next))
    }

    /// A word for "resolution", with numbers after it or before it.
    fn announced(&self, at: usize) -> Option<(Citation, usize)> {
        let (length, plural) = self.announcement(at)?;
        let (start, word_end) = (self.lexemes[at].start, self.lexemes[at + length - 1].end());
        let mut cited = self.before(at);
        let mut next = at + length;
        if cited.is_empty() {
            let (list, end) = self.list(self.skip_body(next));
            if !list.is_empty() {
                next = end;
            }
            cited = list;
            if let Some(first) = cited.first_mut()
                && self.skip_body(at + length) == at + length
            {
                first.start = start;
            }
        } else if let Some((year, _, end)) = self.year(next) {
            next = end;
            if let Some(last) = cited.last_mut() {
                last.year = last.year.or(Some(year));
            }
        }
        Some((Citation { word_start: start, word_end, plural, cited }, next))
    }

    /// How many lexemes the announcing word takes, and whether it is a plural.
    fn announcement(&self, at: usize) -> Option<(usize, bool)> {
        let word = self.word(at);
        let two = (word, self.word(at + 1));
        match two {
            ("决", "议") | ("決", "議") => return Some((2, true)),
            ("同", _) if self.number(at + 1).is_some() || self.word(at + 1) == "第" => {
                return Some((1, true));
            }
            ("res", ".") => return Some((2, false)),
            _ => {}
        }
        announces(word).map(|plural| (1, plural))
    }

    /// Passes over the name of the body between the word and the number.
    fn skip_body(&self, mut at: usize) -> usize {
        const MOST: usize = 12;
        let start = at;
        while at < start + MOST && (is_of_body(self.word(at)) || is_number_word(self.word(at))) {
            at += 1;
        }
        if self.number(at).is_some() { at } else { start }
    }

    /// Numbers between signs and conjunctions, from here on.
    fn list(&self, mut at: usize) -> (Vec<Cited>, usize) {
        let mut found: Vec<Cited> = Vec::new();
        let mut end = at;
        while let Some((cited, next)) = self.item(self.skip_number_words(at)) {
            if !found.is_empty() && !self.continues(&cited, next, at) {
                break;
            }
            found.push(cited);
            end = next;
            let after = self.separator(next);
            if after == next && !self.word(next - 1).starts_with('호') {
                break;
            }
            at = after;
        }
        (found, end)
    }

    /// A further number without a year counts only where the list plainly goes on or ends.
    fn continues(&self, cited: &Cited, next: usize, _from: usize) -> bool {
        let plain_end = !self.is_word(next) || self.separator(next) > next || may_follow(self.word(next));
        cited.year.is_some() || cited.number.len() >= 3 && plain_end
    }

    fn skip_number_words(&self, mut at: usize) -> usize {
        while is_number_word(self.word(at))
            || announces(self.word(at)).is_some() && self.has_number_near(at + 1)
        {
            at += 1;
        }
        if self.word(at) == "s" && self.word(at + 2) == "res" { at + 4 } else { at }
    }

    fn has_number_near(&self, at: usize) -> bool {
        self.number(at).is_some()
            || is_number_word(self.word(at)) && self.number(at + 1).is_some()
            || self.number(at + 2).is_some() && is_number_word(self.word(at))
    }

    /// Passes over a comma, a slash, a conjunction or several of them; returns the same place when there is none.
    fn separator(&self, at: usize) -> usize {
        let mut next = at;
        while next < at + 5 && (is_separator(self.word(next)) || next > at && is_between(self.word(next))) {
            next += 1;
        }
        next
    }

    /// One number with what belongs to it: its sign, its year or date.
    fn item(&self, at: usize) -> Option<(Cited, usize)> {
        let value = self.number(at)?;
        let lexeme = &self.lexemes[at];
        if let Some(assembly) = self.assembly_number(at) {
            return Some(assembly);
        }
        if !(1..=9999).contains(&value) || self.is_date(at) || self.is_counted(at + 1) {
            return None;
        }
        let mut next = at + 1;
        if is_number_sign(self.word(next)) {
            next += 1;
        }
        let mut cited = Cited {
            number: value.to_string(),
            year: None,
            symbol: None,
            start: lexeme.start,
            end: self.lexemes[next - 1].end(),
        };
        if let Some((year, end, after)) = self.year(next) {
            cited.year = Some(year);
            cited.end = end;
            next = after;
            if is_number_sign(self.word(next)) {
                next += 1;
            }
        }
        (value > 99 || cited.year.is_some() || lexeme.start > 0).then_some((cited, next))
    }

    /// Things that are counted: `1540개`, `20 ships` are no resolutions.
    fn is_counted(&self, at: usize) -> bool {
        let word = self.word(at);
        ["개", "명", "발", "건", "%", "件", "名", "艘", "人", "th", "st", "nd", "rd", "年", "월", "년"]
            .iter()
            .any(|counter| word.starts_with(counter))
    }

    /// `68/262`, `ES-11/1`, `181 (II)`, `217 A (III)`.
    fn assembly_number(&self, at: usize) -> Option<(Cited, usize)> {
        let lexeme = &self.lexemes[at];
        let session = self.number(at)?;
        if self.word(at + 1) == "/" && session < 100 {
            let second =
                self.lexemes.get(at + 2).filter(|next| next.sort == Sort::Number && next.text.len() < 4)?;
            let number = format!("{session}/{}", second.text);
            return Some((
                Cited { number, year: None, symbol: Some('a'), start: lexeme.start, end: second.end() },
                at + 3,
            ));
        }
        let letter = usize::from(self.is_word(at + 1) && self.word(at + 1).len() == 1);
        let open = at + 1 + letter;
        let mut close = open + 1;
        while close < open + 4 && (is_roman(self.word(close)) || self.word(close) == "-") {
            close += 1;
        }
        let roman = self.word(open) == "(" && close > open + 1 && matches!(self.word(close), ")" | ",");
        roman.then(|| {
            let end = self.lexemes[close].end();
            let number = format!("{session} ({})", self.word(open + 1).to_uppercase());
            (Cited { number, year: None, symbol: Some('a'), start: lexeme.start, end }, close + 1)
        })
    }

    /// Whether a day of a month stands here: `12 December 1956`.
    fn is_date(&self, at: usize) -> bool {
        self.number(at).is_some_and(|day| day < 32) && self.date(at).is_some()
    }

    /// The year that belongs to the number before, the end of its bytes, and the place after it.
    fn year(&self, at: usize) -> Option<(u16, usize, usize)> {
        let Some((year, end, next)) = self.bracketed_year(at) else { return self.dated(at) };
        if let Some((_, end, next)) = self.dated(next).filter(|(again, _, _)| *again == year) {
            return Some((year, end, next));
        }
        Some((year, end, self.day_and_month(next).unwrap_or(next)))
    }

    /// `of 22 October`, without the year that stands in brackets already.
    fn day_and_month(&self, at: usize) -> Option<usize> {
        let day = at + usize::from(is_date_word(self.word(at)));
        let is_day =
            day > at && self.number(day).is_some_and(|day| (1..32).contains(&day)) && self.is_word(day + 1);
        is_day.then_some(day + 2)
    }

    /// `(2006)`, `（2006年）`, `[2006]`, `(2024 年 12 月 27 日)`.
    fn bracketed_year(&self, at: usize) -> Option<(u16, usize, usize)> {
        let open = matches!(self.word(at), "(" | "[")
            || self.number(at).is_some() && self.word(at + 1) == ")" && at > 0;
        let first = at + usize::from(matches!(self.word(at), "(" | "["));
        let year = year_of(self.number(first)?)?;
        let close = (first + 1..first + 9).find(|close| matches!(self.word(*close), ")" | "]"))?;
        let inside = (first + 1..close).all(|n| {
            self.number(n).is_some()
                || matches!(self.word(n), "年" | "月" | "日" | "년" | "通" | "过" | "採" | "択")
        });
        (open && inside).then(|| (year, self.lexemes[close].end(), close + 1))
    }

    /// `of 19 March 1978`, `від 11 вересня 2017 року`, `, de 21 de octubre de 2022`, `لسنة 1991`.
    fn dated(&self, at: usize) -> Option<(u16, usize, usize)> {
        const MOST_WORDS: usize = 4;
        let mut next = at + usize::from(self.word(at) == ",");
        let start = next;
        while next < start + MOST_WORDS && is_date_word(self.word(next)) {
            next += 1;
        }
        if next == start && self.word(at) != "," {
            return None;
        }
        self.date(next).or_else(|| {
            let year = year_of(self.number(next)?).filter(|_| next > start && self.word(at) != ",")?;
            Some((year, self.lexemes[next].end(), next + 1))
        })
    }

    /// A day, a month in words, a year.
    fn date(&self, at: usize) -> Option<(u16, usize, usize)> {
        let (year, end, mut next) = self.bare_date(at)?;
        if matches!(self.word(next), "року" | "года" | "р" | "г" | "r") {
            next += 1 + usize::from(self.word(next + 1) == ".");
        }
        Some((year, end, next))
    }

    fn bare_date(&self, at: usize) -> Option<(u16, usize, usize)> {
        self.number(at).filter(|day| (1..32).contains(day))?;
        let mut next = at + 1;
        let words = next;
        while next < words + 6
            && self.number(next).is_none()
            && (self.is_word(next) || matches!(self.word(next), "." | "/" | "º" | "°" | ","))
        {
            next += 1;
        }
        let year = year_of(self.number(next)?)?;
        (next > words).then(|| (year, self.lexemes[next].end(), next + 1))
    }

    /// Numbers that stand before the word: `第1737号、第1929号决议`, `338 (1973) ve 2334 (2016) sayılı kararları`.
    fn before(&self, at: usize) -> Vec<Cited> {
        let joined = |n: usize| {
            let word = self.word(n);
            self.number(n).is_some()
                || is_separator(word)
                || is_number_sign(word)
                || is_number_word(word)
                || matches!(word, "(" | ")" | "年" | "sayili" | "的")
        };
        let close = at
            .checked_sub(1)
            .is_some_and(|last| is_number_sign(self.word(last)) || self.word(last) == "sayili");
        if !close {
            return Vec::new();
        }
        let first = (0..at).rev().take(60).take_while(|n| joined(*n)).last().unwrap_or(at);
        let first = (first..at).find(|n| self.number(*n).is_some() || self.word(*n) == "第").unwrap_or(at);
        self.list(first).0
    }
}

/// The years of the Security Council.
fn year_of(number: u32) -> Option<u16> {
    u16::try_from(number).ok().filter(|year| (1946..=2099).contains(year))
}

/// Whether a word announces a resolution; `Some(true)` when in the plural, or when the form does not tell.
fn announces(word: &str) -> Option<bool> {
    const SINGULAR: &[&str] = &[
        "resolution",
        "resolucion",
        "resolucao",
        "risoluzione",
        "unscr",
        "scr",
        "rcsnu",
        "resolutie",
        "resolusjon",
        "resolutionen",
    ];
    const PLURAL: &[&str] = &[
        "resolutions",
        "resoluciones",
        "resolucoes",
        "risoluzioni",
        "unscrs",
        "scrs",
        "resoluties",
        "resolusjoner",
        "sicherheitsratsresolutionen",
    ];
    const SLAVIC_SINGULAR: &[&str] = &[
        "резолюція",
        "резолюцію",
        "резолюцією",
        "резолюция",
        "резолюцию",
        "резолюцией",
        "rezolucja",
        "rezolucje",
    ];
    if PLURAL.contains(&word) || word == "resolutionen" {
        return Some(true);
    }
    if SINGULAR.contains(&word) || SLAVIC_SINGULAR.contains(&word) || word.ends_with("resolution") {
        return Some(false);
    }
    let stems = ["резолюц", "rezolucj", "قطعنامه", "결의"];
    let others = word.starts_with("karar") || is_arabic_resolution(word) || word.ends_with("resolutionen");
    (stems.iter().any(|stem| word.starts_with(stem)) || others).then_some(true)
}

fn is_arabic_resolution(word: &str) -> bool {
    let bare =
        word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']).trim_start_matches("ال").trim_start_matches('ل');
    ["قرار", "قرارات", "قراري", "قرارين", "قراراته", "قراره", "قراران", "قراراتها"].contains(&bare)
}

/// Words of the names of the Security Council and the United Nations that stand between the word and the number.
fn is_of_body(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "of",
        "the",
        "un",
        "united",
        "nations",
        "security",
        "council",
        "general",
        "assembly",
        "unsc",
        "du",
        "de",
        "la",
        "des",
        "conseil",
        "securite",
        "l",
        "'",
        "onu",
        "nations",
        "unies",
        "del",
        "consejo",
        "seguridad",
        "las",
        "naciones",
        "unidas",
        "do",
        "da",
        "das",
        "conselho",
        "seguranca",
        "nacoes",
        "consiglio",
        "di",
        "sicurezza",
        "cds",
        "delle",
        "nazioni",
        "unite",
        "sicherheitsrats",
        "sicherheitsrates",
        "vn",
        "uno",
        "der",
        "vereinten",
        "nationen",
        "rady",
        "bezpieczenstwa",
        "onz",
        "rb",
        "ради",
        "безпеки",
        "оон",
        "рб",
        "радбезу",
        "совета",
        "безопасности",
        "сб",
        "совбеза",
        "організації",
        "об'єднаних",
        "об",
        "єднаних",
        "націй",
        "организации",
        "объединенных",
        "наций",
        "مجلس",
        "الامن",
        "الدولي",
        "التابع",
        "للامم",
        "المتحده",
        "شوراي",
        "امنيت",
        "سازمان",
        "ملل",
        "متحد",
        "안전보장이사회",
        "안보리",
        "유엔",
        "generale",
        "assemblee",
        "генеральної",
        "асамблеї",
        "генеральной",
        "ассамблеи",
        "га",
        "الجمعيه",
        "العامه",
        "their",
        "its",
        "هاي",
        "ها",
    ];
    WORDS.contains(&word)
}

fn is_number_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "no",
        "nos",
        "n",
        "nr",
        "№",
        "#",
        ".",
        "°",
        "º",
        "ns",
        "os",
        "o",
        "number",
        "numbers",
        "numero",
        "numeros",
        "nn",
        "номер",
        "第",
        "رقم",
        "رقمي",
        "ارقام",
        "شماره",
        "제",
        "同",
        "الارقام",
        "num",
    ];
    WORDS.contains(&word)
}

fn is_number_sign(word: &str) -> bool {
    matches!(word, "号" | "號" | "호") || word.starts_with('호')
}

fn is_separator(word: &str) -> bool {
    const WORDS: &[&str] = &[
        ",",
        ";",
        "、",
        "،",
        "/",
        "-",
        "and",
        "et",
        "y",
        "e",
        "ed",
        "und",
        "sowie",
        "i",
        "oraz",
        "та",
        "і",
        "й",
        "и",
        "а",
        "також",
        "також",
        "также",
        "و",
        "ve",
        "及",
        "び",
        "和",
        "と",
        "및",
        "or",
        "o",
        "ou",
        "oder",
        "to",
        "through",
        "as",
        "well",
        "ainsi",
        "que",
        "asi",
        "como",
        "bem",
        "nonche",
        "также",
        "ile",
        "与",
        "以",
        "또는",
        "와",
        "과",
        "by",
        "és",
        "og",
        "en",
        "until",
        "including",
        "notably",
    ];
    WORDS.contains(&word)
}

/// Words that may stand between the numbers of one list, after a conjunction.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "its"
            | "the"
            | "of"
            | "subsequent"
            | "successor"
            | "las"
            | "les"
            | "aux"
            | "des"
            | "la"
            | "le"
            | "alla"
            | "e"
            | "in"
            | "particular"
    )
}

/// Words that may follow the last number of a list.
fn may_follow(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "of",
        "du",
        "de",
        "del",
        "do",
        "da",
        "des",
        "der",
        "the",
        "on",
        "by",
        "with",
        "which",
        "that",
        "are",
        "is",
        "were",
        "was",
        "have",
        "has",
        "as",
        "in",
        "concerning",
        "regarding",
        "adopted",
        "for",
        "remain",
        "impose",
        "prohibit",
        "including",
        "un",
        "security",
        "rady",
        "ради",
        "рб",
        "радбезу",
        "оон",
        "совета",
        "сб",
        "по",
        "про",
        "щодо",
        "о",
        "об",
        "sur",
        "sobre",
        "du",
        "sulla",
        "zum",
        "zur",
        "des",
        "sayili",
        "demand",
        "require",
        "under",
        "at",
        "we",
        "it",
        "and",
        "must",
        "should",
        "to",
        "would",
        "will",
        "dated",
        "from",
        "من",
        "في",
        "الصادر",
        "الصادره",
        "بشان",
    ];
    WORDS.contains(&word) || word.chars().next().is_some_and(|c| c > '\u{600}')
}

fn is_date_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "of",
        "dated",
        "adopted",
        "on",
        "in",
        "from",
        "du",
        "de",
        "del",
        "le",
        "el",
        "adoptee",
        "aprobada",
        "adoptada",
        "em",
        "adotada",
        "aprovada",
        "adottata",
        "il",
        "dell",
        "'",
        "vom",
        "von",
        "aus",
        "z",
        "dnia",
        "від",
        "от",
        "года",
        "року",
        "ухваленою",
        "ухвалена",
        "ухваленої",
        "принятой",
        "принятая",
        "لسنه",
        "لعام",
        "الصادر",
        "المؤرخ",
        "المؤرخه",
        "في",
        "سنه",
        "عام",
        "مورخ",
        "مصوب",
        "tarihli",
        "d",
        "passed",
        "datee",
        "datata",
        "(",
    ];
    WORDS.contains(&word)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.len() < 8
        && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b's' | b'e'))
}
