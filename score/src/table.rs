//! The figures as tab-separated values, sorted, so that two commits can be compared line by line.

use anyhow::Context as _;

use crate::figures::{Figures, Key, Scores};

const HEAD: &str = "set\tlabel\tlang\tright\twrong\tmissed\tprecision\trecall\tf1\texact\tdocuments";

/// Writes the table.
pub fn write(scores: &Scores) -> String {
    let mut table = format!("{HEAD}\n");
    for (key, figures) in scores {
        let shares = [figures.precision(), figures.recall(), figures.f1()].map(four_digits).join("\t");
        let Figures { right, wrong, missed, exact, documents } = figures;
        let Key { set, label, lang } = key;
        table +=
            &format!("{set}\t{label}\t{lang}\t{right}\t{wrong}\t{missed}\t{shares}\t{exact}\t{documents}\n");
    }
    table
}

fn four_digits(share: Option<f64>) -> String {
    share.map(|share| format!("{share:.4}")).unwrap_or_default()
}

/// Reads a table that [`write`] has written; the shares are made again from the counts.
///
/// # Errors
/// A row that does not have eleven columns or a count that is no number.
pub fn read(table: &str) -> anyhow::Result<Scores> {
    table
        .lines()
        .skip(1)
        .map(|line| row(line).with_context(|| format!("not a row of scores: {line}")))
        .collect()
}

fn row(line: &str) -> anyhow::Result<(Key, Figures)> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [set, label, lang, right, wrong, missed, _, _, _, exact, documents] = columns.as_slice() else {
        anyhow::bail!("it has {} columns", columns.len());
    };
    let key = Key { set: (*set).into(), label: (*label).into(), lang: (*lang).into() };
    let figures = Figures {
        right: right.parse()?,
        wrong: wrong.parse()?,
        missed: missed.parse()?,
        exact: exact.parse()?,
        documents: documents.parse()?,
    };
    Ok((key, figures))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let key = Key { set: "gold".into(), label: "countries".into(), lang: "en".into() };
        let figures = Figures { right: 9, wrong: 1, missed: 0, exact: 4, documents: 5 };
        let none = Key { lang: "uk".into(), ..key.clone() };
        let scores = Scores::from([(key, figures), (none, Figures::default())]);
        assert_eq!(read(&write(&scores)).unwrap(), scores);
        assert!(write(&scores).contains("\t0.9000\t1.0000\t0.9474\t4\t5\n"));
        assert!(read("head\nx\ty").is_err());
    }
}
