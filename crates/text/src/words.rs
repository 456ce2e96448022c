use crate::fold;

/// Splits a name into folded words, for comparing names: letters and digits belong to words, all else divides them.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
