use chancery_model::{Rule, RuleId, RuleMode};

use crate::{LANGUAGES, Language, Random, now};

/// Makes so many rules of mixed shapes over the words of the statements: AND, OR, phrases, NOT, beginnings, NEAR, titles,
/// fields and dates.
pub fn rules(seed: u64, count: usize) -> Vec<Rule> {
    let mut random = Random::new(seed);
    (0..count).map(|number| rule(number, &mut random)).collect()
}

fn rule(number: usize, random: &mut Random) -> Rule {
    let name = format!("rule-{number}");
    let language = &LANGUAGES[random.rank(LANGUAGES.len())];
    Rule {
        id: RuleId(name.clone()),
        name,
        query: query(number, language, random),
        mode: RuleMode::On,
        muted_until: None,
        created_at: now(),
    }
}

fn query(number: usize, language: &Language, random: &mut Random) -> String {
    let field = language.field_word(random);
    let other = language.field_word(random);
    let [one, two] = [language.rare_word(random), language.rare_word(random)];
    match number % 10 {
        0 | 1 => format!("{one} {field}"),
        2 => format!("{one} {two}"),
        3 => format!("({one} OR {two}) {field}"),
        4 => format!("\"{field} {one}\""),
        5 => format!("{one} -{other}"),
        6 => format!("{one}* {field}"),
        7 => format!("{one} NEAR/5 {field}"),
        8 => format!("title:{one}"),
        _ => format!("country:UA {one} after:2024"),
    }
}
