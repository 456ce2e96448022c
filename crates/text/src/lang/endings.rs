//! The endings of words as a tree, walked from the last letter on.

use super::table::Rows;

/// The letters of the shortest and of the longest ending that is looked for.
const SHORTEST: usize = 2;
const LONGEST: usize = 5;
/// A word of fewer letters has no ending.
const SHORTEST_WORD: usize = 5;

/// A letter of an ending; behind it, in the word before it, stand those of `before`.
#[derive(Debug, Clone, Default)]
struct Node {
    /// The rows that have the ending which begins here; none for the end of longer ones alone.
    rows: Rows,
    before: Vec<(char, usize)>,
}

/// Endings with the rows that have them.
#[derive(Debug)]
pub(super) struct Endings {
    nodes: Vec<Node>,
}

impl Default for Endings {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl Endings {
    /// Adds an ending of some rows.
    pub(super) fn add(&mut self, ending: &str, rows: Rows) {
        let last = ending.chars().rev().fold(0, |node, letter| self.grown(node, letter));
        self.nodes[last].rows |= rows;
    }

    fn grown(&mut self, node: usize, letter: char) -> usize {
        match self.nodes[node].before.binary_search_by_key(&letter, |(letter, _)| *letter) {
            Ok(place) => self.nodes[node].before[place].1,
            Err(place) => {
                let grown = self.nodes.len();
                self.nodes.push(Node::default());
                self.nodes[node].before.insert(place, (letter, grown));
                grown
            }
        }
    }

    /// The rows that have the longest ending of a word that any has.
    pub(super) fn longest_of(&self, word: &str) -> Option<Rows> {
        word.chars().nth(SHORTEST_WORD - 1)?;
        let (mut node, mut longest) = (&self.nodes[0], None);
        for (length, letter) in (1..=LONGEST).zip(word.chars().rev()) {
            let Ok(place) = node.before.binary_search_by_key(&letter, |(letter, _)| *letter) else { break };
            node = &self.nodes[node.before[place].1];
            if length >= SHORTEST && node.rows != 0 {
                longest = Some(node.rows);
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_of_a_word_is_found() {
        let mut endings = Endings::default();
        for (ending, rows) in [("tion", 1), ("ation", 2), ("ung", 4), ("s", 8), ("isations", 16)] {
            endings.add(ending, rows);
        }
        for (word, rows) in [
            ("mention", Some(1)),
            ("station", Some(2)),
            ("zeitung", Some(4)),
            ("words", None),
            ("isations", None),
            ("jung", None),
            ("", None),
        ] {
            assert_eq!(endings.longest_of(word), rows, "{word}");
        }
    }
}
