//! Labelled pairs of names, in `../shared/corpus/names` beside the checkout; without it this test says so and passes.
//! `cargo test -p chancery-lists --test names -- --nocapture` prints the figures.

use std::path::{Path, PathBuf};

use chancery_lists::{DEFAULT_THRESHOLD, NameKind, screen};

fn rows(name: &str) -> Option<Vec<csv::StringRecord>> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/names").join(name);
    if !path.is_file() {
        println!("skipped: ../shared/corpus/names/{name} is not there");
        return None;
    }
    let mut reader = csv::Reader::from_path(path).expect("it can be opened");
    Some(reader.records().map(|row| row.expect("a row")).collect())
}

/// How many pairs were rightly, wrongly and not matched.
#[derive(Default)]
struct Tally {
    right: f64,
    wrong: f64,
    missed: f64,
}

impl Tally {
    fn count(&mut self, said: bool, is: bool) {
        match (said, is) {
            (true, true) => self.right += 1.0,
            (true, false) => self.wrong += 1.0,
            (false, true) => self.missed += 1.0,
            (false, false) => {}
        }
    }

    fn f1(&self) -> f64 {
        2.0 * self.right / (2.0 * self.right + self.wrong + self.missed)
    }
}

/// The columns: group, schema, two names, whether they match, quality.
#[test]
fn labelled_pairs() {
    let Some(rows) = rows("name_bench.csv") else { return };
    let (mut all, mut persons, mut strong_wrong) = (Tally::default(), Tally::default(), 0);
    for row in &rows {
        let is_person = &row[1] == "Person";
        let kind = if is_person { NameKind::Person } else { NameKind::Organisation };
        let said = screen(&row[2], &row[3], kind).score >= DEFAULT_THRESHOLD;
        let is = &row[4] == "true";
        all.count(said, is);
        if is_person {
            persons.count(said, is);
        }
        strong_wrong += usize::from(&row[5] == "STRONG" && said != is);
    }
    println!(
        "{} pairs: F1 {:.3}, persons {:.3}, {strong_wrong} strong ones wrong",
        rows.len(),
        all.f1(),
        persons.f1()
    );
    assert!(all.f1() >= 0.82 && persons.f1() >= 0.78 && strong_wrong == 0);
}

/// Names of the UN's list, of which some are misspelt or put in another order.
#[test]
fn altered_names_of_a_list_are_found() {
    let Some(rows) = rows("un_positives_treated.csv") else { return };
    let is_found =
        |row: &&csv::StringRecord| screen(&row[0], &row[1], NameKind::Person).score >= DEFAULT_THRESHOLD;
    let found = rows.iter().filter(is_found).count();
    println!("{found} of {} names of the list found", rows.len());
    assert!(found * 100 >= rows.len() * 99);
}

/// Persons on no list beside every name of those rows: how many get a hit. Every fortieth is asked, since each is
/// compared with each; with `--ignored` all are.
#[test]
fn persons_on_no_list_are_not_found() {
    unlisted(40);
}

#[test]
#[ignore = "compares three million pairs"]
fn all_persons_on_no_list_are_not_found() {
    unlisted(1);
}

fn unlisted(step: usize) {
    let Some(listed) = rows("un_positives_treated.csv") else { return };
    let mut asked = 0;
    let mut hits = Vec::new();
    for file in ["negatives_us.csv", "negatives_global.csv"] {
        let Some(rows) = rows(file) else { return };
        for row in rows.iter().step_by(step) {
            asked += 1;
            let best =
                listed.iter().map(|listed| (screen(&row[0], &listed[1], NameKind::Person).score, &listed[1]));
            let best = best.max_by(|a, b| a.0.total_cmp(&b.0)).expect("there are some");
            if best.0 >= DEFAULT_THRESHOLD {
                hits.push(format!("{} — {} {:.2}", &row[0], best.1, best.0));
            }
        }
    }
    println!("{} of {asked} persons on no list get a hit: {hits:#?}", hits.len());
    assert!(hits.len() * 1000 <= asked.max(1000));
}
