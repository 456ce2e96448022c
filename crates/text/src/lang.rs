//! The language of a text.

use chancery_model::Lang;
use whatlang::{Detector, Lang as Guess};

use crate::function_words;
use crate::letter::is_alphabetic;
use crate::script::{AR, DE, EN, ES, FA, FR, IT, JA, KO, PL, PT, RU, Script, TR, UK, ZH};

/// Fewer letters than this in a script whose languages must be told apart by statistics give no guess.
const LEAST_LETTERS: usize = 40;

/// Letter statistics look at so much of a text at most.
const MOST_BYTES: usize = 1_000;

/// Guesses the language of a text; none rather than a guess for a short or mixed one.
///
/// The script that three quarters of the letters share decides, then letters that only one language has or small words,
/// then letter statistics. One of en, uk, ru, fr, es, de, pl, it, pt, tr, ar, fa,
/// zh, ja, ko.
pub fn guess_lang(text: &str) -> Option<Lang> {
    let counts = Counts::of(text);
    let most = |count: usize| count > 1 && count * 4 >= counts.letters() * 3;
    if most(counts.latin) {
        latin(text, counts.latin)
    } else if most(counts.cyrillic) {
        cyrillic(text, &counts)
    } else if most(counts.arabic) {
        arabic(&counts)
    } else if most(counts.hangul) {
        Some(KO)
    } else if most(counts.han + counts.kana) {
        Some(if counts.kana * 20 > counts.han { JA } else { ZH })
    } else {
        None
    }
}

#[derive(Default)]
struct Counts {
    latin: usize,
    cyrillic: usize,
    arabic: usize,
    hangul: usize,
    han: usize,
    kana: usize,
    other: usize,
    ukrainian: usize,
    russian: usize,
    other_cyrillic: usize,
    hard_sign: usize,
    persian: usize,
    arabic_only: usize,
    urdu: usize,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Self::default();
        for letter in text.chars().filter(|&letter| is_alphabetic(letter)) {
            *counts.script(letter) += 1;
            if let Some(own) = counts.own_letters(letter) {
                *own += 1;
            }
        }
        counts
    }

    fn script(&mut self, letter: char) -> &mut usize {
        match Script::of_letter(letter) {
            Script::Latin => &mut self.latin,
            Script::Cyrillic => &mut self.cyrillic,
            Script::Arabic => &mut self.arabic,
            Script::Hangul => &mut self.hangul,
            Script::Han => &mut self.han,
            Script::Kana => &mut self.kana,
            Script::SouthEastAsian | Script::Other => &mut self.other,
        }
    }

    /// The counter of the letters that tell languages of one script apart.
    fn own_letters(&mut self, letter: char) -> Option<&mut usize> {
        Some(match letter {
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => &mut self.ukrainian,
            'ы' | 'э' | 'ё' | 'Ы' | 'Э' | 'Ё' => &mut self.russian,
            'ъ' | 'Ъ' => &mut self.hard_sign,
            'ў' | 'Ў' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'ѓ' | 'ќ' | 'ѕ' | 'Ј' | 'қ' | 'ғ' | 'ә' | 'ө'
            | 'ү' | 'ң' | 'һ' => &mut self.other_cyrillic,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => &mut self.persian,
            'ة' | 'ي' | 'ك' | 'ى' | 'إ' | 'أ' => &mut self.arabic_only,
            'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' | 'ۆ' | 'ێ' | 'ە' | 'ڕ' | 'ڵ' | 'ښ' | 'ځ' | 'ټ' => {
                &mut self.urdu
            }
            _ => return None,
        })
    }

    fn letters(&self) -> usize {
        self.latin + self.cyrillic + self.arabic + self.hangul + self.han + self.kana + self.other
    }
}

const LATIN: &[Guess] = &[
    Guess::Eng,
    Guess::Fra,
    Guess::Spa,
    Guess::Deu,
    Guess::Pol,
    Guess::Ita,
    Guess::Por,
    Guess::Tur,
    Guess::Nld,
    Guess::Swe,
    Guess::Dan,
    Guess::Nob,
    Guess::Fin,
    Guess::Hun,
    Guess::Ces,
    Guess::Slk,
    Guess::Ron,
    Guess::Hrv,
    Guess::Lit,
    Guess::Lav,
    Guess::Est,
    Guess::Slv,
    Guess::Cat,
    Guess::Ind,
    Guess::Vie,
    Guess::Aze,
];

fn latin(text: &str, letters: usize) -> Option<Lang> {
    match function_words::language(text) {
        Some(lang) => Script::Latin.stemmed_languages().contains(&lang).then_some(lang),
        None => by_statistics(text, letters, LATIN),
    }
}

fn by_statistics(text: &str, letters: usize, among: &[Guess]) -> Option<Lang> {
    if letters < LEAST_LETTERS {
        return None;
    }
    let beginning = &text[..text.floor_char_boundary(MOST_BYTES)];
    let guess = Detector::with_allowlist(among.to_vec()).detect(beginning)?;
    if !guess.is_reliable() && letters < 4 * LEAST_LETTERS {
        return None;
    }
    Some(match guess.lang() {
        Guess::Eng => EN,
        Guess::Fra => FR,
        Guess::Spa => ES,
        Guess::Deu => DE,
        Guess::Pol => PL,
        Guess::Ita => IT,
        Guess::Por => PT,
        Guess::Tur => TR,
        Guess::Ukr => UK,
        Guess::Rus => RU,
        _ => return None,
    })
}

fn cyrillic(text: &str, counts: &Counts) -> Option<Lang> {
    match (counts.ukrainian, counts.russian) {
        _ if counts.other_cyrillic * 50 > counts.cyrillic => None,
        (0, 0) if counts.hard_sign > 0 => None,
        (0, 0) => by_statistics(
            text,
            counts.cyrillic,
            &[Guess::Ukr, Guess::Rus, Guess::Bul, Guess::Bel, Guess::Srp, Guess::Mkd],
        ),
        (uk, ru) if uk >= 4 * ru => Some(UK),
        (uk, ru) if ru >= 4 * uk => Some(RU),
        _ => None,
    }
}

fn arabic(counts: &Counts) -> Option<Lang> {
    match (counts.arabic_only, counts.persian) {
        _ if counts.urdu * 50 > counts.arabic => None,
        (0, 0) => None,
        (ar, fa) if ar >= 4 * fa => Some(AR),
        (ar, fa) if fa >= 4 * ar => Some(FA),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(guess_lang(text).as_ref().map(Lang::as_str), expected, "{text}");
    }

    #[test]
    fn tells_the_languages_of_statements() {
        check(
            "The ministers agreed on Tuesday to extend the restrictive measures for another six months.",
            Some("en"),
        );
        check(
            "Les ministres ont décidé mardi de prolonger les mesures restrictives pour six mois.",
            Some("fr"),
        );
        check(
            "Los ministros decidieron el martes prorrogar las medidas restrictivas por seis meses.",
            Some("es"),
        );
        check(
            "Die Minister beschlossen am Dienstag, die Maßnahmen um sechs Monate zu verlängern.",
            Some("de"),
        );
        check(
            "Ministrowie postanowili we wtorek przedłużyć środki ograniczające o sześć miesięcy.",
            Some("pl"),
        );
        check(
            "I ministri hanno deciso martedì di prorogare le misure restrittive per altri sei mesi.",
            Some("it"),
        );
        check(
            "Os ministros decidiram na terça-feira prorrogar as medidas restritivas por seis meses.",
            Some("pt"),
        );
        check("Bakanlar salı günü kısıtlayıcı önlemleri altı ay daha uzatmaya karar verdiler.", Some("tr"));
        check("Північної Кореї", Some("uk"));
        check("Министры решили продлить ограничительные меры", Some("ru"));
        check("فرض عقوبات جديدة", Some("ar"));
        check("وزارت خارجه ایران این بیانیه را محکوم کرد", Some("fa"));
        check("对朝鲜实施制裁措施", Some("zh"));
        check("北朝鮮による発射", Some("ja"));
        check("북한이 러시아에 파병", Some("ko"));
    }

    #[test]
    fn gives_no_guess_where_it_would_be_one() {
        check("", None);
        check("1718 (2006)", None);
        check("Iran", None);
        check("санкции", None);
        check("Міністр said that сьогодні they would", None);
    }
}
