use chancery_model::Lang;

use crate::Random;

/// Made-up words of a language; what falls beyond is as rare as names are.
const TAIL: usize = 30_000;
/// No rare word has a lower rank.
const RARE: usize = 22;

/// What statements of a language are made of.
#[derive(Debug)]
pub struct Language {
    /// Its code.
    pub code: &'static [u8; 2],
    /// Of a hundred statements so many are in it.
    pub share: usize,
    /// What stands between two words.
    space: &'static str,
    full_stop: &'static str,
    /// Small words.
    small: &'static [&'static str],
    /// Words of the field, in several forms.
    field: &'static [&'static str],
    /// Countries and bodies.
    names: &'static [&'static str],
    /// What made-up words are built of.
    syllables: &'static [&'static str],
}

impl Language {
    /// Its code as the program writes it.
    pub fn lang(&self) -> Lang {
        Lang::new(self.code)
    }

    /// A word of the field.
    pub fn field_word(&self, random: &mut Random) -> &'static str {
        self.field[random.rank(self.field.len())]
    }

    /// A made-up word, as often as its rank among them says.
    pub fn tail_word(&self, random: &mut Random) -> String {
        self.made_up(random.rank(TAIL))
    }

    /// A made-up word of those that few statements have: what people make rules for.
    pub fn rare_word(&self, random: &mut Random) -> String {
        self.made_up(RARE * (1 + random.rank(TAIL / RARE)))
    }

    /// The same rank gives the same word.
    fn made_up(&self, rank: usize) -> String {
        let mut rest = rank + self.syllables.len();
        let mut word = String::new();
        while rest > 0 {
            word.push_str(self.syllables[rest % self.syllables.len()]);
            rest /= self.syllables.len();
        }
        word
    }

    /// A sentence of some ten to thirty words.
    pub fn sentence(&self, random: &mut Random) -> String {
        let words: Vec<String> = (0..10 + random.below(20)).map(|_| self.word(random)).collect();
        format!("{}{}", words.join(self.space), self.full_stop)
    }

    /// Words of a title.
    pub fn title(&self, random: &mut Random) -> String {
        (0..5 + random.below(5)).map(|_| self.word(random)).collect::<Vec<_>>().join(self.space)
    }

    fn word(&self, random: &mut Random) -> String {
        match random.below(100) {
            0..45 => (*random.one_of(self.small)).to_owned(),
            45..70 => self.field_word(random).to_owned(),
            70..76 => self.names[random.rank(self.names.len())].to_owned(),
            _ => self.tail_word(random),
        }
    }
}

/// The languages, the commonest first.
pub const LANGUAGES: &[Language] = &[
    Language {
        code: b"en",
        share: 50,
        space: " ",
        full_stop: ".",
        small: &[
            "the", "of", "and", "to", "in", "that", "for", "with", "on", "is", "by", "as", "this", "its",
            "which", "has",
        ],
        field: &[
            "statement",
            "sanctions",
            "ministers",
            "council",
            "measures",
            "security",
            "support",
            "sovereignty",
            "territory",
            "condemns",
            "cooperation",
            "resolution",
            "sanctioned",
            "weapons",
            "transfers",
            "troops",
            "agreement",
            "ceasefire",
            "deployed",
            "missile",
            "export",
            "embargo",
            "listed",
            "entities",
            "assistance",
        ],
        names: &[
            "Ukraine",
            "Russia",
            "European Union",
            "Iran",
            "DPRK",
            "Japan",
            "Moldova",
            "Turkey",
            "Belarus",
        ],
        syllables: &["ba", "den", "ko", "ral", "mi", "stor", "ve", "lan", "tu", "rik", "so", "ner"],
    },
    Language {
        code: b"uk",
        share: 14,
        space: " ",
        full_stop: ".",
        small: &["і", "та", "на", "що", "до", "від", "його", "яка", "ці", "це", "але", "під", "є", "щодо"],
        field: &[
            "заява",
            "санкції",
            "міністри",
            "рада",
            "заходи",
            "безпеки",
            "підтримка",
            "санкцій",
            "військ",
            "території",
            "засуджує",
            "резолюції",
            "ракет",
            "експорту",
            "угоди",
            "зброї",
            "міністерства",
            "переговорів",
        ],
        names: &["Україна", "Росія", "України", "Європейський Союз", "Іран", "КНДР", "Японії", "Молдова"],
        syllables: &["ба", "ден", "ко", "рал", "ми", "стор", "ві", "лан", "ту", "рик", "со", "нець"],
    },
    Language {
        code: b"ru",
        share: 14,
        space: " ",
        full_stop: ".",
        small: &[
            "и",
            "в",
            "на",
            "что",
            "по",
            "от",
            "его",
            "которые",
            "эти",
            "это",
            "но",
            "также",
            "были",
            "бы",
        ],
        field: &[
            "заявление",
            "санкции",
            "министры",
            "совет",
            "меры",
            "безопасности",
            "поддержка",
            "санкций",
            "войск",
            "территории",
            "осуждает",
            "резолюции",
            "ракет",
            "экспорта",
            "соглашения",
            "оружия",
            "переговоров",
        ],
        names: &["Россия", "Украина", "России", "Европейский союз", "Иран", "КНДР", "Японии", "Молдова"],
        syllables: &["ба", "ден", "ко", "рал", "мы", "стор", "ве", "лан", "ту", "рик", "со", "нец"],
    },
    Language {
        code: b"fr",
        share: 8,
        space: " ",
        full_stop: ".",
        small: &[
            "le", "la", "les", "de", "des", "et", "dans", "que", "pour", "sur", "est", "par", "une", "qui",
        ],
        field: &[
            "déclaration",
            "sanctions",
            "ministres",
            "conseil",
            "mesures",
            "sécurité",
            "soutien",
            "territoire",
            "condamne",
            "résolution",
            "armes",
            "missiles",
            "accord",
            "exportations",
            "troupes",
        ],
        names: &["l'Ukraine", "la Russie", "l'Union européenne", "l'Iran", "le Japon", "la Moldavie"],
        syllables: &["ba", "den", "co", "ral", "mi", "stor", "vé", "lan", "tu", "rique", "so", "nier"],
    },
    Language {
        code: b"zh",
        share: 8,
        space: "",
        full_stop: "。",
        small: &["的", "和", "在", "了", "是", "对", "与", "将", "并", "为"],
        field: &[
            "声明",
            "制裁",
            "部长",
            "理事会",
            "措施",
            "安全",
            "支持",
            "领土",
            "谴责",
            "决议",
            "武器",
            "导弹",
            "协议",
            "出口",
        ],
        names: &["乌克兰", "俄罗斯", "欧洲联盟", "伊朗", "朝鲜", "日本", "中国"],
        syllables: &["安", "德", "科", "尔", "米", "斯", "维", "兰", "图", "里", "索", "纳"],
    },
    Language {
        code: b"ar",
        share: 6,
        space: " ",
        full_stop: ".",
        small: &["في", "من", "على", "إلى", "أن", "التي", "هذا", "عن", "مع", "كما", "هذه"],
        field: &[
            "بيان",
            "عقوبات",
            "العقوبات",
            "الوزراء",
            "مجلس",
            "الأمن",
            "تدابير",
            "الدعم",
            "قرار",
            "الأسلحة",
            "الصواريخ",
        ],
        names: &["أوكرانيا", "روسيا", "إيران", "اليابان", "الاتحاد الأوروبي", "كوريا الشمالية"],
        syllables: &["با", "دن", "كو", "رال", "مي", "ستور", "في", "لان", "تو", "ريك", "سو", "نر"],
    },
];
