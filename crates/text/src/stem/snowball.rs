use chancery_model::Lang;
use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::{add, cut};
use crate::script::{DE, EN, ES, FR, IT, PL, PT, RU};

/// The Snowball stem of a folded form. Folding has taken the accents that some of the rules look for, so a few endings
/// are brought into a form that the rules know.
pub(super) fn stems(form: &str, lang: Lang) -> Vec<String> {
    let Some(algorithm) = algorithm(lang) else { return Vec::new() };
    let form = form.trim_matches('\'');
    // The rules would lead Nigeria, Nigerii to Niger.
    if lang == PL && form.starts_with("nigeri") {
        return vec!["nigeri".to_owned()];
    }
    let mut stems = Vec::new();
    let stemmer = Stemmer::create(algorithm);
    let mut add_stem_of = |form: &str| add(&mut stems, led_together(stemmer.stem(form).into_owned(), lang));
    add_stem_of(&regular(form, lang));
    for other in other_readings(form, lang) {
        add_stem_of(&other);
    }
    if let Some(name) = surname(form).filter(|_| lang == RU) {
        add(&mut stems, name);
    }
    stems
}

fn algorithm(lang: Lang) -> Option<Algorithm> {
    Some(match lang {
        EN => Algorithm::English,
        RU => Algorithm::Russian,
        FR => Algorithm::French,
        ES => Algorithm::Spanish,
        DE => Algorithm::German,
        IT => Algorithm::Italian,
        PT => Algorithm::Portuguese,
        PL => Algorithm::Polish,
        _ => return None,
    })
}

/// Nominatives that a form may belong to beside the one that the rules see.
fn other_readings(form: &str, lang: Lang) -> Vec<String> {
    let (ending, nominatives): (&str, &[&str]) = match lang {
        // Корею is Коре-ю, семьею is семь-ею
        RU => ("ею", &["ея"]),
        // mísseis is of míssil, papéis of papel
        PT => ("eis", &["il", "el"]),
        // ministra is of minister, wniosku of wniosek
        PL if form.ends_with(['r', 'k', 'c']) => return without_fleeting_e(form).into_iter().collect(),
        _ => return Vec::new(),
    };
    let root = form.strip_suffix(ending);
    root.map_or(Vec::new(), |root| {
        nominatives.iter().map(|nominative| format!("{root}{nominative}")).collect()
    })
}

fn without_fleeting_e(form: &str) -> Option<String> {
    let last = form.chars().last()?;
    let root = form.strip_suffix(last)?.strip_suffix('e').filter(|root| root.len() >= 4)?;
    Some(format!("{root}{last}a"))
}

/// A surname in -ов or -ев: the rules take that for an ending in some of its cases (Лавров, Лавровым).
fn surname(form: &str) -> Option<&str> {
    let name = form.strip_suffix(['а', 'у', 'е', 'ы']).unwrap_or(form);
    (name.chars().count() >= 5 && (name.ends_with("ов") || name.ends_with("ев"))).then_some(name)
}

/// Endings that the stemmer treats unlike the other forms of the same word.
fn regular(form: &str, lang: Lang) -> String {
    let replaced = |from: &[&str], to: &str| cut(form, from, 2).map(|stem| format!("{stem}{to}"));
    match lang {
        // Корея, Кореи: the rules would take the е of the one and not of the other.
        RU => replaced(&["еи", "еею", "еей"], "ея"),
        // sanções, sanção
        PT => replaced(&["coes", "soes"], "cao")
            .or_else(|| replaced(&["sao"], "cao"))
            .or_else(|| replaced(&["oes"], "ao")),
        // sanctionnées, sanctionné
        FR => replaced(&["ees", "ee"], "e"),
        _ => None,
    }
    .unwrap_or_else(|| form.to_owned())
}

/// Stems that differ only by a derivation: санкцион(ный) is what санкц(ия) is.
fn led_together(stem: String, lang: Lang) -> String {
    match lang {
        RU => stem.strip_suffix("цион").map(|root| format!("{root}ц")).unwrap_or(stem),
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(lang: Lang, forms: &str) {
        let forms: Vec<&str> = forms.split(' ').collect();
        for form in &forms {
            let shared = stems(form, lang).iter().any(|stem| stems(forms[0], lang).contains(stem));
            assert!(shared, "{form}: {:?}", stems(form, lang));
        }
    }

    #[test]
    fn forms_of_a_word_share_the_stem() {
        same(EN, "sanction sanctions sanctioned sanctioning");
        same(RU, "санкции санкций санкциями санкционный санкционного");
        same(RU, "корея кореи корею кореей");
        same(PT, "sancao sancoes");
        same(FR, "sanctionne sanctionnee sanctionnees");
        same(DE, "sanktion sanktionen");
        same(PL, "sankcje sankcji sankcjami");
        same(PL, "minister ministra ministrem");
        same(RU, "лавров лаврова лаврову лавровым лаврове");
        same(ES, "sancion sanciones");
        same(IT, "sanzione sanzioni");
    }
}
