//! What the user asks for.

use std::path::PathBuf;

use clap::Parser;

/// Measures the tagger on labelled texts and the readers on captured files.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask score")]
pub struct Order {
    /// Compare with these figures instead of the committed ones
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Print every error of this label
    #[arg(long, value_name = "LABEL")]
    pub errors: Option<String>,
    /// Only texts in this language
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// Only this corpus
    #[arg(long, value_name = "NAME")]
    pub set: Option<String>,
    /// Write figures and errors as JSON
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Write the figures to score/scores.tsv and into docs/accuracy.md; with --set those of this corpus
    #[arg(long, conflicts_with = "lang")]
    pub update: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_of_every_language() {
        assert!(Order::try_parse_from(["score", "--update", "--lang", "uk"]).is_err());
        assert!(Order::try_parse_from(["score", "--lang", "uk", "--errors", "countries"]).is_ok());
    }
}
