use super::{add, cut};

/// Plural, possessive and comparative endings; folding has led the Persian letters to the Arabic ones.
const ENDINGS: &[&str] = &[
    "هايشان",
    "هايمان",
    "هايش",
    "هايي",
    "هاي",
    "ها",
    "يشان",
    "ترين",
    "شان",
    "مان",
    "تر",
    "گان",
    "ان",
    "ات",
    "اي",
    "ش",
    "ي",
];

/// The stems of a Persian form: the word itself, and without an ending that may be its own.
pub(super) fn stems(form: &str) -> Vec<String> {
    let mut stems = vec![form.to_owned()];
    if let Some(stem) = cut(form, ENDINGS, 3) {
        add(&mut stems, stem);
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_and_adjective_share_the_word() {
        for form in ["تحريمها", "تحريمهاي"] {
            assert!(stems(form).contains(&"تحريم".to_owned()), "{form}");
        }
        assert!(stems("ايراني").contains(&"ايران".to_owned()));
    }
}
