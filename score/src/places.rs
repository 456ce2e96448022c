//! Where the corpora lie.

use std::path::{Path, PathBuf};

use crate::judgement::Judgement;
use crate::row::Row;

/// The folders of the labelled texts.
#[derive(Debug, Clone)]
pub struct Places {
    checkout: PathBuf,
}

/// A corpus that is not on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub PathBuf);

impl Places {
    /// The folders of the checkout that this program was built in.
    pub fn of_this_checkout() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { checkout: package.parent().unwrap_or(package).to_path_buf() }
    }

    /// Returns a path within the checkout.
    pub fn checkout(&self, path: &str) -> PathBuf {
        self.checkout.join(path)
    }

    /// Returns the path of a file or folder that others labelled, under `../shared/corpus`.
    pub fn shared_path(&self, path: &str) -> PathBuf {
        self.checkout.join("../shared/corpus").join(path)
    }

    /// Judges the rows of a file that others labelled, under `../shared/corpus`.
    pub fn shared(&self, path: &str, judge: Judge) -> Judged {
        self.rows(&self.shared_path(path), judge)
    }

    /// Judges the rows of a file of our own, under `score/corpus`.
    pub fn own(&self, path: &str, judge: Judge) -> Judged {
        self.rows(&self.checkout.join("score/corpus").join(path), judge)
    }

    fn rows(&self, path: &Path, judge: Judge) -> Judged {
        let Ok(lines) = std::fs::read_to_string(path) else {
            return Ok(Err(Missing(path.to_path_buf())));
        };
        let rows = Row::read(&lines).map_err(|error| error.context(path.display().to_string()))?;
        Ok(Ok(crate::parallel::map(&rows, |row| judged(row, judge)).into_iter().flatten().collect()))
    }
}

/// What judges one row.
pub type Judge = fn(&Row) -> Vec<Judgement>;

/// The judgements of a corpus, or that it is missing; an error when it is there and cannot be read.
pub type Judged = anyhow::Result<Result<Vec<Judgement>, Missing>>;

fn judged(row: &Row, judge: Judge) -> Vec<Judgement> {
    let of_row = |judgement| Judgement { lang: row.text("lang").to_owned(), id: row.id(), ..judgement };
    judge(row).into_iter().map(of_row).collect()
}
