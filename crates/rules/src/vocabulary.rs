use std::collections::{BTreeSet, HashMap};

use chancery_text::{AnalysedQuery, Key, Position, Token};

use crate::Compiled;

/// The positions that queries ask for, each under a number, and which of them a word meets.
///
/// A query is compiled against it once; a statement then costs one look-up a word, however many queries there are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<Position, u32>,
    /// The positions that ask for a key.
    by_key: HashMap<Key, Vec<u32>>,
    /// The positions that ask for a beginning.
    by_beginning: HashMap<String, Vec<u32>>,
    /// The lengths in bytes of those beginnings.
    beginning_lengths: BTreeSet<usize>,
}

impl Vocabulary {
    /// Puts numbers in the place of a query's positions; new ones are taken up.
    pub(crate) fn compile(&mut self, query: &AnalysedQuery) -> Compiled {
        match query {
            AnalysedQuery::Everything => Compiled::Everything,
            AnalysedQuery::Nothing => Compiled::Nothing,
            AnalysedQuery::And(parts) => Compiled::And(self.compile_all(parts)),
            AnalysedQuery::Or(parts) => Compiled::Or(self.compile_all(parts)),
            AnalysedQuery::Not(part) => Compiled::Not(Box::new(self.compile(part))),
            AnalysedQuery::Field(field) => Compiled::Field(field.clone()),
            AnalysedQuery::Sequence { positions, scope } => {
                Compiled::Sequence { positions: self.numbers_of(positions), scope: *scope }
            }
            AnalysedQuery::Near { left, right, words, scope } => Compiled::Near {
                left: self.numbers_of(left),
                right: self.numbers_of(right),
                words: *words,
                scope: *scope,
            },
        }
    }

    fn compile_all(&mut self, parts: &[AnalysedQuery]) -> Vec<Compiled> {
        parts.iter().map(|part| self.compile(part)).collect()
    }

    fn numbers_of(&mut self, positions: &[Position]) -> Vec<u32> {
        positions.iter().map(|position| self.number(position)).collect()
    }

    /// Returns the number of a position, a new one where it is asked for the first time.
    pub(crate) fn number(&mut self, position: &Position) -> u32 {
        if let Some(&number) = self.numbers.get(position) {
            return number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(position.clone(), number);
        match position {
            Position::Word(keys) => {
                keys.iter().for_each(|key| self.by_key.entry(key.clone()).or_default().push(number));
            }
            Position::Prefix(beginning) => {
                self.beginning_lengths.insert(beginning.len());
                self.by_beginning.entry(beginning.clone()).or_default().push(number);
            }
        }
        number
    }

    /// Returns the positions that a word meets, in order of their numbers.
    pub(crate) fn met_by(&self, token: &Token) -> Box<[u32]> {
        let mut met: Vec<u32> = self.begun_by(&token.form).collect();
        if !self.by_key.is_empty() {
            met.extend(token.keys().iter().filter_map(|key| self.by_key.get(key)).flatten());
        }
        met.sort_unstable();
        met.dedup();
        met.into()
    }

    fn begun_by<'v>(&'v self, form: &'v str) -> impl Iterator<Item = u32> + 'v {
        let lengths = self.beginning_lengths.range(..=form.len());
        lengths.filter_map(move |&length| self.by_beginning.get(form.get(..length)?)).flatten().copied()
    }
}
