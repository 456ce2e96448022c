use chancery_model::{Basis, Draft, Published, When};
use chrono::{Days, NaiveDate};

use crate::{LANGUAGES, Language, Random};

/// Statements are dated in so many days up to the end of 2025, denser towards the end.
const DAYS: f64 = 3_650.0;

/// Makes so many statements in all languages by their shares.
pub fn drafts(seed: u64, count: usize) -> Vec<Draft> {
    let mut random = Random::new(seed);
    (0..count).map(|n| draft(n, language(&mut random), &mut random)).collect()
}

/// Makes so many statements in one language.
pub fn drafts_in(language: &Language, seed: u64, count: usize) -> Vec<Draft> {
    let mut random = Random::new(seed);
    (0..count).map(|n| draft(n, language, &mut random)).collect()
}

fn language(random: &mut Random) -> &'static Language {
    let mut place = random.below(100);
    let chosen = LANGUAGES.iter().find(|language| match place.checked_sub(language.share) {
        Some(rest) => {
            place = rest;
            false
        }
        None => true,
    });
    chosen.unwrap_or(&LANGUAGES[0])
}

/// Makes one statement: forty to eleven hundred words in paragraphs, few of them many.
pub fn draft(number: usize, language: &Language, random: &mut Random) -> Draft {
    let sentences = 4 + (36.0 * random.unit().powi(2)) as usize;
    let mut text = String::new();
    for sentence in 0..sentences {
        if sentence > 0 {
            text.push_str(if sentence % 3 == 0 { "\n\n" } else { " " });
        }
        text.push_str(&language.sentence(random));
    }
    let ago = Days::new((DAYS * random.unit().powi(2)) as u64);
    let last = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day of the calendar");
    Draft {
        guid: Some(format!("statement-{number}")),
        url: Some(format!("https://ministry.example/statements/{number}")),
        title: language.title(random),
        text,
        published: Some(Published { when: When::Day(last - ago), basis: Basis::Stated }),
        ..Draft::default()
    }
}
