//! Whether two names mean the same person, and two stretches the same quotation.

/// Endings up to this long are cases.
const LONGEST_ENDING: usize = 3;

/// Returns whether two names mean the same person: each word of the shorter stands in the longer, up to a case ending.
pub fn is_same_person(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    !short.is_empty() && short.iter().all(|word| long.iter().any(|other| is_same_word(word, other)))
}

/// Returns whether two stretches are the same words, whatever marks and blanks stand around and between them.
pub fn is_same_quote(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn is_same_word(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let rest = |word: &str| word.chars().count() - shared;
    one == other || (shared > LONGEST_ENDING && rest(one).max(rest(other)) <= LONGEST_ENDING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_or_a_title_makes_no_other_person() {
        assert!(is_same_person("Назар Чепіжний", "Назара Чепіжного"));
        assert!(is_same_person("President Biden", "Biden"));
        assert!(is_same_person("Ursula von der Leyen", "von der Leyen"));
        assert!(!is_same_person("Jordan Motsumi", "Jordan Feddersen"));
        assert!(!is_same_person("", "Biden"));
        assert!(!is_same_person("稲葉千里", "片桐"));
    }

    #[test]
    fn marks_around_a_quotation_do_not_matter() {
        assert!(is_same_quote(
            "A ward without power is a crime scene.",
            "A ward  without power is a crime scene"
        ));
        assert!(!is_same_quote("A ward without power", "A ward without power is a crime scene"));
    }
}
