//! Ukrainian by rules written from the grammar: endings of nouns, adjectives and verbs, and the alternations of sounds
//! before them. A form may belong to several paradigms; then it has several stems.

use super::{add, cut};

/// Endings of adjectives and of pronouns that are declined like them.
const ADJECTIVE: &[&str] = &[
    "ішого",
    "ішому",
    "іший",
    "іша",
    "іше",
    "іші",
    "іших",
    "ішим",
    "ішими",
    "ього",
    "ьому",
    "ими",
    "іми",
    "ого",
    "ому",
    "ьої",
    "ьою",
    "ій",
    "ий",
    "ої",
    "ою",
    "им",
    "их",
    "іх",
    "ім",
];

/// Case endings of nouns, and the short ones that adjectives share.
const NOUN: &[&str] = &[
    "ями", "ами", "еві", "ові", "єві", "ях", "ах", "ям", "ам", "ів", "їв", "ем", "єм", "ом", "ею", "єю",
    "ою", "а", "я", "у", "ю", "о", "е", "є", "и", "і", "ї", "й", "ь",
];

/// Endings of verbs; what they leave must be long, for `-ав` and `-ив` end nouns too.
const VERB: &[&str] = &[
    "уватимуть",
    "уватиме",
    "ювання",
    "ування",
    "уватися",
    "увати",
    "ювати",
    "ували",
    "ювали",
    "увала",
    "ювала",
    "увало",
    "ував",
    "ював",
    "уються",
    "юються",
    "уємо",
    "юємо",
    "ують",
    "юють",
    "ується",
    "юється",
    "уючи",
    "юючи",
    "ує",
    "ює",
    "ити",
    "ати",
    "яти",
    "іти",
    "ила",
    "ило",
    "или",
    "ала",
    "ало",
    "али",
    "яла",
    "яло",
    "яли",
    "іла",
    "іло",
    "іли",
    "ив",
    "ав",
    "яв",
    "ів",
    "аємо",
    "яємо",
    "ають",
    "яють",
    "ає",
    "яє",
    "ить",
    "ять",
    "ать",
    "уть",
    "ють",
    "имо",
    "емо",
    "ємо",
    "ено",
    "єно",
    "ано",
    "яно",
    "ито",
    "уто",
];

/// Forms that no rule leads to their stem.
const IRREGULAR: &[(&str, &str)] = &[
    ("воєн", "війн"),
    ("день дня дню днем дні днів дням днями днях", "ден"),
    ("друзів друзям друзями друзях", "друг"),
];

const VOWELS: &str = "аеєиіїоуюя";

pub(super) fn stems(form: &str) -> Vec<String> {
    let form = cut(form, &["ся", "сь"], 4).unwrap_or(form);
    let mut stems = Vec::new();
    match cut(form, ADJECTIVE, 3) {
        Some(stem) => adjective(stem, &mut stems),
        None => noun(form, &mut stems),
    }
    // північній is an adjective, санкцій a noun; ядерної and збро-ї
    if form.ends_with("ій") || form.ends_with("ої") {
        noun(form, &mut stems);
    }
    // Коре-ю and збро-ю, beside меж-ею and вод-ою
    if let Some(stem) = form.strip_suffix('ю').filter(|stem| stem.ends_with(['е', 'о'])) {
        add(&mut stems, stem);
    }
    let irregular = IRREGULAR.iter().filter(|(forms, _)| forms.split(' ').any(|one| one == form));
    irregular.for_each(|(_, stem)| add(&mut stems, *stem));
    if let Some(stem) = cut(form, VERB, 4) {
        verb(stem, &mut stems);
    }
    if stems.is_empty() {
        add(&mut stems, form);
    }
    stems
}

fn adjective(stem: &str, stems: &mut Vec<String>) {
    add(stems, hard(stem));
    // санкційний belongs to санкція, революційний to революція
    if let Some(root) = stem.strip_suffix("йн").filter(|root| root.ends_with('і')) {
        add(stems, root);
    }
}

fn noun(form: &str, stems: &mut Vec<String>) {
    let Some(stem) = cut(form, NOUN, 2).filter(|stem| stem.contains(|letter| VOWELS.contains(letter))) else {
        return without_ending(form, stems);
    };
    let stem = single_last(stem);
    adjective(&stem, stems);
    if form.ends_with('і') {
        softened(&stem, stems);
    }
    if form.ends_with(['ь', 'й']) {
        without_ending(&stem, stems);
    }
    if let Some(stem) = form.strip_suffix("ей").filter(|stem| stem.chars().count() >= 3) {
        add(stems, stem);
    }
    // the ending of міністр-ів, and no ending in Харків and Київ
    if form.ends_with("ів") || form.ends_with("їв") {
        without_ending(form, stems);
    }
}

/// A form without an ending closes its last syllable: і stands for о or е (Київ, Києва), and о and е may be fleeting
/// (порядок, порядку).
fn without_ending(stem: &str, stems: &mut Vec<String>) {
    add(stems, hard(stem));
    let mut letters: Vec<char> = stem.chars().collect();
    if letters.len() < 3 || VOWELS.contains(letters[letters.len() - 1]) {
        return;
    }
    let vowel = letters.len() - 2;
    match letters[vowel] {
        'і' => {
            for open in ['о', 'е'] {
                letters[vowel] = open;
                add(stems, letters.iter().collect::<String>());
            }
        }
        'ї' => {
            letters[vowel] = 'є';
            add(stems, letters.iter().collect::<String>());
        }
        'о' | 'е'
            if letters.len() >= 5
                && !VOWELS.contains(letters[vowel - 1])
                && "кцнлрг".contains(letters[vowel + 1]) =>
        {
            letters.remove(vowel);
            add(stems, letters.iter().collect::<String>());
        }
        _ => {}
    }
}

/// The velar that became a sibilant before -і: безпеці, нозі, Празі.
fn softened(stem: &str, stems: &mut Vec<String>) {
    let velar = [("ц", "к"), ("з", "г"), ("с", "х")];
    for (soft, velar) in velar {
        if let Some(root) = stem.strip_suffix(soft) {
            add(stems, format!("{root}{velar}"));
        }
    }
}

/// A verb's stem, without the change of the last consonant (засуджує, засудив).
fn verb(stem: &str, stems: &mut Vec<String>) {
    add(stems, stem);
    if let Some(root) = stem.strip_suffix("дж") {
        add(stems, format!("{root}д"));
    }
    if let Some(root) = stem.strip_suffix("вл") {
        add(stems, format!("{root}в"));
    }
}

/// Leaves the sign of softness out.
fn hard(stem: &str) -> &str {
    stem.strip_suffix('ь').unwrap_or(stem)
}

/// рішення, рішень: a doubled consonant before the ending is one without it.
fn single_last(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    if let [.., before, last] = letters[..]
        && before == last
        && "ннлтдсзцч".contains(last)
        && letters.len() > 4
    {
        letters.pop();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn together(forms: &str) {
        let forms: Vec<&str> = forms.split(' ').collect();
        for form in &forms {
            let shared = stems(form).iter().any(|stem| stems(forms[0]).contains(stem));
            assert!(shared, "{form}: {:?}, {}: {:?}", stems(form), forms[0], stems(forms[0]));
        }
    }

    #[track_caller]
    fn apart(one: &str, other: &str) {
        assert!(
            stems(one).iter().all(|stem| !stems(other).contains(stem)),
            "{one} {other}: {:?}",
            stems(one)
        );
    }

    #[test]
    fn cases_of_nouns() {
        together("санкції санкція санкцію санкцією санкцій санкціям санкціями санкціях");
        together("корея кореї корею кореєю");
        together("росія росії росію росією");
        together("безпека безпеки безпеці безпеку безпекою");
        together("київ києва києву києвом");
        together("рішення рішенням рішень рішеннями рішеннях");
        together("порядок порядку порядком порядки");
        together("українець українця українці українців");
        together("держава держави держав державі державами");
        together("міністр міністра міністрові міністром міністри міністрів");
        together("особа особи осіб особам");
        together("область області областей областями");
        together("війна війни війну війною війні");
        together("ракета ракет ракети ракетами");
        together("прага празі прагу");
        together("зброя зброї зброю зброєю");
        together("війна воєн");
        together("день дні днів днями");
    }

    #[test]
    fn cases_of_adjectives() {
        together("північна північної північній північну північною північний північні північних північними");
        together("ядерний ядерного ядерному ядерна ядерної ядерне ядерні ядерних");
        together("російський російського російська російською російські російських");
        together("санкції санкційного санкційна санкційний санкційними");
    }

    #[test]
    fn forms_of_verbs() {
        together("засудив засудила засудили засудити засуджує засуджують засуджено");
        together("заявив заявила заявили заявити заявляє");
    }

    #[test]
    fn other_words_stay_apart() {
        apart("мир", "миргород");
        apart("рада", "радість");
        apart("країна", "крайній");
        apart("росія", "роса");
    }
}
