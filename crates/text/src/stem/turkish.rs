//! Turkish nouns on the folded form (`ı` is `i`, `ü` is `u`): case, possessive and plural endings, from the outside in.

use super::{add, cut};

const CASES: &[&str] = &[
    "ndan", "nden", "dan", "den", "tan", "ten", "nin", "nun", "yla", "yle", "nda", "nde", "da", "de", "ta",
    "te", "ya", "ye", "yi", "yu", "na", "ne", "ni", "nu",
];
const SHORT_CASES: &[&str] = &["in", "un", "a", "e", "i", "u"];
const POSSESSIVES: &[&str] = &["imiz", "umuz", "leri", "lari", "si", "su", "i", "u"];
const PLURALS: &[&str] = &["lar", "ler"];
/// What is left of a word has at least so many letters.
const LEAST: usize = 4;

const LAYERS: [&[&str]; 4] = [CASES, SHORT_CASES, POSSESSIVES, PLURALS];

/// A form in a text: the word itself and whatever any choice of endings leaves, one of a layer.
pub(super) fn in_text(form: &str) -> Vec<String> {
    let mut stems = vec![form.to_owned()];
    for layer in LAYERS {
        for n in 0..stems.len() {
            if let Some(shorter) = cut(&stems[n], layer, LEAST).map(str::to_owned) {
                add(&mut stems, shorter);
            }
        }
    }
    // güvenliği is of güvenlik
    for hard in stems
        .iter()
        .filter_map(|stem| stem.strip_suffix('g'))
        .map(|root| format!("{root}k"))
        .collect::<Vec<_>>()
    {
        add(&mut stems, hard);
    }
    stems
}

/// A word as typed, and what is left of it when a fair part is left.
pub(super) fn in_query(form: &str) -> Vec<String> {
    let mut stems = in_text(form);
    stems.retain(|stem| stem == form || stem.chars().count() > LEAST);
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_in_layers_leave_the_word() {
        for (form, word) in [
            ("yaptirimlarin", "yaptirim"),
            ("yaptirimlar", "yaptirim"),
            ("rusyaya", "rusya"),
            ("guvenliginin", "guvenlik"),
            ("aciklamasinda", "aciklama"),
        ] {
            assert!(in_text(form).contains(&word.to_owned()), "{form}: {:?}", in_text(form));
        }
    }
}
