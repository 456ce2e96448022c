//! The written forms of a name: case endings of Slavic languages, endings of adjectives and peoples, Arabic prefixes.

/// A stem with the endings that may follow it; an empty list means any ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stem {
    /// The beginning of the word or words, folded.
    pub stem: String,
    /// The endings that make it a form of the name, folded.
    pub endings: &'static [&'static str],
}

const EXACT: &[&str] = &[""];

const UK_PEOPLE: &[&str] = &[
    "",
    "а",
    "у",
    "и",
    "і",
    "о",
    "ою",
    "е",
    "ий",
    "ого",
    "ому",
    "им",
    "ім",
    "ій",
    "ої",
    "их",
    "ими",
    "ів",
    "ам",
    "ами",
    "ах",
    "ин",
    "ина",
    "ину",
    "ином",
    "инові",
    "ині",
    "ка",
    "ку",
    "ки",
    "кою",
    "ок",
    "кам",
    "ками",
    "ках",
    "ом",
    "ові",
    "ем",
    "еві",
    "єм",
    "ям",
    "ями",
    "ях",
    "я",
    "ю",
    "ь",
    "ці",
    "цю",
    "ця",
];
const RU_PEOPLE: &[&str] = &[
    "", "а", "у", "ы", "и", "о", "ой", "ою", "е", "ий", "ый", "ого", "ому", "им", "ым", "ом", "ем", "ая",
    "ую", "ие", "ые", "их", "ых", "ими", "ыми", "ое", "ов", "ев", "ам", "ами", "ах", "ин", "ина", "ину",
    "ином", "ине", "ка", "ку", "ки", "кой", "ке", "ок", "кам", "ками", "ках", "ь", "я", "ю", "ям", "ями",
    "ях", "ей", "ец",
];
const PL_PEOPLE: &[&str] = &[
    "", "i", "a", "ie", "iego", "iej", "iemu", "im", "ich", "imi", "o", "u", "y", "e", "em", "in", "ina",
    "inem", "om", "ami", "ach", "ka", "ke", "ki", "ek", "k", "cy", "kow", "kiem", "kom", "kami", "kach",
    "ow", "owi", "iec", "iem",
];
const DE_PEOPLE: &[&str] =
    &["", "e", "en", "er", "es", "em", "s", "n", "ern", "in", "innen", "erin", "erinnen", "sprachig"];
const TR_PEOPLE: &[&str] = &[
    "", "lar", "ler", "larin", "lerin", "lara", "lere", "lari", "leri", "larla", "lerle", "lardan", "lerden",
    "larda", "lerde", "in", "un", "nin", "nun", "a", "e", "i", "u", "yi", "yu", "ya", "ye",
];
const AR_PEOPLE: &[&str] = &["ي", "يه", "يون", "يين", "يان", "يتين", "يات", "يا"];
const FA_PEOPLE: &[&str] = &["ي", "يان", "يها", "يهاي"];
const EN_PEOPLE: &[&str] = &["", "s"];
const CS_NOUN: &[&str] =
    &["", "a", "e", "i", "o", "u", "y", "ou", "em", "ech", "um", "ach", "ami", "eho", "ych", "im"];

const TR_NOUN: &[&str] = &["", "li", "lu", "lilar", "liler", "lularin", "lular", "lilerin", "lilarin"];

/// Returns the stems of a form of the data: `=Word` stands for itself alone, `stem~` takes the endings of adjectives
/// and peoples, anything else is a name in the nominative.
pub(crate) fn stems(lang: &str, form: &str) -> Vec<Stem> {
    if let Some(exact) = form.strip_prefix('=') {
        return vec![Stem { stem: exact.to_owned(), endings: EXACT }];
    }
    match form.strip_suffix('~') {
        Some(stem) => people(lang, stem),
        None => names(lang, form),
    }
}

fn people(lang: &str, stem: &str) -> Vec<Stem> {
    let endings = match lang {
        "uk" => UK_PEOPLE,
        "ru" => RU_PEOPLE,
        "pl" | "cs" => PL_PEOPLE,
        "de" => DE_PEOPLE,
        "tr" => TR_PEOPLE,
        "ar" => AR_PEOPLE,
        "fa" => FA_PEOPLE,
        "fr" | "es" | "it" | "pt" => return romance(lang, stem),
        _ => EN_PEOPLE,
    };
    vec![Stem { stem: stem.to_owned(), endings }]
}

/// Gender and number of an adjective in the masculine singular.
fn romance(lang: &str, word: &str) -> Vec<Stem> {
    const FRENCH_N: &[&str] = &["", "s", "ne", "nes"];
    const FRENCH: &[&str] = &["", "s", "e", "es"];
    const VOWEL_O: &[&str] = &["o", "a", "os", "as"];
    const ITALIAN_O: &[&str] = &["o", "a", "i", "e", "hi", "he"];
    const ITALIAN_E: &[&str] = &["e", "i"];
    const PLURAL: &[&str] = &["", "s", "es"];
    const CONSONANT: &[&str] = &["", "a", "as", "es", "e", "os"];
    let cut = |n: usize| word[..word.len() - n].to_owned();
    let (stem, endings) = match lang {
        "fr" if word.ends_with("ien") || word.ends_with("éen") || word.ends_with("een") => {
            (word.to_owned(), FRENCH_N)
        }
        "fr" => (word.to_owned(), FRENCH),
        "it" if word.ends_with('o') => (cut(1), ITALIAN_O),
        "it" if word.ends_with('e') => (cut(1), ITALIAN_E),
        "it" if word.ends_with('a') => (cut(1), &["a", "i", "e"] as &[&str]),
        _ if word.ends_with('o') => (cut(1), VOWEL_O),
        _ if word.ends_with(['e', 'a', 'i', 'í', 'é']) => (word.to_owned(), PLURAL),
        _ => (word.to_owned(), CONSONANT),
    };
    vec![Stem { stem, endings }]
}

fn names(lang: &str, form: &str) -> Vec<Stem> {
    match lang {
        "uk" | "ru" | "pl" => slavic(lang, form),
        "cs" => vec![slavic_noun("cs", form)],
        "tr" => vec![Stem { stem: form.to_owned(), endings: TR_NOUN }],
        "de" => vec![Stem { stem: form.to_owned(), endings: &["", "s"] }],
        "zh" | "ja" | "ko" => vec![Stem { stem: form.to_owned(), endings: &[] }],
        _ => vec![Stem { stem: form.to_owned(), endings: EXACT }],
    }
}

/// Every combination of the forms of the first words with the stem of the last.
fn slavic(lang: &str, form: &str) -> Vec<Stem> {
    let words: Vec<&str> = form.split(' ').collect();
    let Some((last, first)) = words.split_last() else { return Vec::new() };
    let mut beginnings = vec![String::new()];
    for word in first {
        let stem = slavic_noun(lang, word);
        let forms = stem.endings.iter().map(|ending| format!("{}{ending} ", stem.stem));
        let forms: Vec<String> = forms.collect();
        beginnings = beginnings
            .iter()
            .flat_map(|start| forms.iter().map(move |form| format!("{start}{form}")))
            .collect();
    }
    let stem = slavic_noun(lang, last);
    beginnings.into_iter().map(|start| Stem { stem: start + &stem.stem, endings: stem.endings }).collect()
}

/// The stem and the case endings of one noun or adjective, told from the end of its nominative.
fn slavic_noun(lang: &str, word: &str) -> Stem {
    let acronym = word.chars().count() < 3
        || word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains('-');
    let table: &[Declension] = match lang {
        _ if acronym => &[],
        "uk" => UK,
        "ru" => RU,
        "pl" => PL,
        _ => {
            return Stem {
                stem: word.trim_end_matches(['a', 'e', 'o', 'y', 'í', 'é', 'á']).to_owned(),
                endings: CS_NOUN,
            };
        }
    };
    let rule = table.iter().find(|rule| word.ends_with(rule.0));
    match rule {
        Some((_, cut, endings)) => Stem { stem: without_last(word, *cut), endings },
        None => Stem { stem: word.to_owned(), endings: EXACT },
    }
}

fn without_last(word: &str, count: usize) -> String {
    let length = word.chars().count().saturating_sub(count);
    word.chars().take(length).collect()
}

/// The end of the nominative, how many of its letters go, and the endings that come.
type Declension = (&'static str, usize, &'static [&'static str]);

const UK: &[Declension] = &[
    ("ій", 2, &["ій", "ого", "ому", "ім", "ія", "ію", "ієм", "ії"]),
    ("ия", 1, &["я", "ї", "ю", "єю", "є"]),
    ("ія", 1, &["я", "ї", "ю", "єю", "є"]),
    ("ея", 1, &["я", "ї", "ю", "єю", "є"]),
    ("’я", 1, &["я", "ї", "ю", "ям", "ї"]),
    ("'я", 1, &["я", "ї", "ю", "ям", "ї"]),
    ("я", 1, &["я", "і", "ю", "ею", "е", "ям", "ї"]),
    ("ка", 2, &["ка", "ки", "ку", "ці", "кою", "ко", "кої", "кій"]),
    ("га", 2, &["га", "ги", "гу", "зі", "гою", "го"]),
    ("ха", 2, &["ха", "хи", "ху", "сі", "хою"]),
    ("а", 1, &["а", "и", "у", "і", "ою", "ею", "о", "ої", "ій"]),
    ("ий", 2, &["ий", "ого", "ому", "им", "ім"]),
    ("ні", 1, &["і", "их", "им", "ими"]),
    ("й", 1, &["й", "ю", "я", "єм", "ї", "єві"]),
    ("ь", 1, &["ь", "і", "ю", "я", "ем", "ею", "еві"]),
    ("ди", 1, &["и", "ів", "ам", "ами", "ах", ""]),
    ("ти", 1, &["и", "ів", "ам", "ами", "ах", ""]),
    ("ни", 1, &["и", "", "ів", "ам", "ами", "ах"]),
    ("ви", 1, &["и", "ів", "ам", "ами", "ах", ""]),
    ("ги", 1, &["и", "", "ам", "ами", "ах"]),
    ("ри", 1, &["и", "", "ів", "ам", "ами", "ах"]),
    ("во", 1, &["о", "а", "у", "ом", "і"]),
    ("не", 1, &["е", "ого", "ому", "им", "а", "ої", "ій", "у", "ою"]),
    ("о", 1, &["о"]),
    ("у", 1, &["у"]),
    ("е", 1, &["е"]),
    ("і", 1, &["і"]),
    ("и", 1, &["и"]),
    ("ї", 1, &["ї"]),
    ("ів", 2, &["ів", "ова", "ову", "овом", "ові", "єва", "єву", "євом", "єві", "еву", "ева", "еві"]),
    ("ець", 3, &["ець", "ця", "цю", "цем", "ці"]),
    ("", 0, &["", "а", "у", "ом", "ем", "і", "ові", "е", "и", "ів"]),
];

const RU: &[Declension] = &[
    ("ая", 2, &["ая", "ой", "ую", "ою"]),
    ("ия", 1, &["я", "и", "ю", "ей"]),
    ("ея", 1, &["я", "и", "ю", "ей", "е"]),
    ("я", 1, &["я", "и", "ю", "ей", "е", "ям"]),
    ("а", 1, &["а", "ы", "и", "у", "е", "ой", "ою", "ей", "", "ам", "ах", "ами"]),
    ("ий", 2, &["ий", "ого", "ому", "им", "ом", "ая", "ой", "ия", "ию", "ием", "ии"]),
    ("ый", 2, &["ый", "ого", "ому", "ым", "ом"]),
    ("ие", 2, &["ие", "их", "им", "ими", "ия", "ию", "ием", "ии"]),
    ("ые", 2, &["ые", "ых", "ым", "ыми"]),
    ("ое", 2, &["ое", "ого", "ому", "ым", "ом"]),
    ("й", 1, &["й", "ю", "я", "ем", "е"]),
    ("ье", 1, &["е", "я", "ю", "ем"]),
    ("ь", 1, &["ь", "и", "ю", "я", "ем", "ью", "е"]),
    ("ы", 1, &["ы", "ов", "ам", "ами", "ах", ""]),
    ("ва", 1, &["а", "ов", "ам", "ами", "ах"]),
    ("во", 1, &["о", "а", "у", "ом", "е"]),
    ("о", 1, &["о"]),
    ("у", 1, &["у"]),
    ("е", 1, &["е"]),
    ("и", 1, &["и"]),
    ("э", 1, &["э"]),
    ("ю", 1, &["ю"]),
    ("", 0, &["", "а", "у", "ом", "ем", "е", "ы", "ов"]),
];

const PL: &[Declension] = &[
    ("ia", 2, &["ia", "ii", "ie", "ia", "io", "i"]),
    ("ja", 2, &["ja", "ji", "je", "ja"]),
    ("ea", 1, &["a", "i", "e"]),
    ("ska", 1, &["a", "iej", "i", "e", "ce"]),
    ("ka", 2, &["ka", "ki", "ce", "ke", "kiej"]),
    ("ga", 2, &["ga", "gi", "dze", "ge", "ge"]),
    ("ra", 2, &["ra", "ry", "rze", "re"]),
    ("da", 2, &["da", "dy", "dzie", "de"]),
    ("ta", 2, &["ta", "ty", "cie", "te"]),
    ("ła", 2, &["la", "ly", "le"]),
    ("na", 2, &["na", "ny", "nie", "ne", "nej"]),
    ("a", 1, &["a", "y", "i", "ie", "e", "ej", "o"]),
    ("y", 1, &["y", "", "ow", "om", "ami", "ach", "ego", "emu", "ym"]),
    ("ki", 1, &["i", "iego", "iemu", "im", "ich", "imi"]),
    ("e", 1, &["e", "ych", "ym", "ymi", "ego", "a", "u", "em", "ich"]),
    ("o", 1, &["o", "a", "u", "em"]),
    ("ń", 1, &["n", "nia", "niu", "niem"]),
    ("ś", 1, &["s", "si", "sia"]),
    ("i", 1, &["i"]),
    ("", 0, &["", "u", "a", "owi", "em", "ie", "iem", "zie"]),
];
