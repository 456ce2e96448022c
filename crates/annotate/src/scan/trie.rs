//! Patterns as a tree of bytes, walked from where a word begins.
//!
//! An automaton that follows failures reads every byte of a text; a name begins where a word begins, so that most walks
//! here end within a few bytes and the rest of the word is never read.

/// What a pattern stands for: a section's number and the number of the pattern within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Meaning {
    /// The section.
    pub section: u8,
    /// The pattern within the section.
    pub pattern: u32,
}

/// A node: its children are those of the bytes from `low` on, `width` of them, where a child of 0 is none.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    children: u32,
    meanings: u32,
    low: u8,
    width: u8,
    meant: u16,
}

/// A node whose children are still to be made of the patterns that go through it.
struct Branch<'p, 's> {
    node: usize,
    depth: usize,
    below: &'p [(&'s str, Meaning)],
}

/// A set of patterns.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    children: Vec<u32>,
    meanings: Vec<Meaning>,
    beginnings: Beginnings,
}

impl Trie {
    /// Builds the tree; empty patterns are left out.
    pub fn new(mut patterns: Vec<(&str, Meaning)>) -> Self {
        patterns.retain(|(pattern, _)| !pattern.is_empty());
        patterns.sort_unstable();
        let beginnings = Beginnings::of(&patterns);
        let mut trie = Self { nodes: vec![Node::default()], beginnings, ..Self::default() };
        let mut open = vec![Branch { node: 0, depth: 0, below: &patterns }];
        while let Some(branch) = open.pop() {
            trie.grow(&branch, &mut open);
        }
        trie
    }

    /// Gives a node its meanings, and opens a child for each byte with which its patterns go on.
    fn grow<'p, 's>(&mut self, branch: &Branch<'p, 's>, open: &mut Vec<Branch<'p, 's>>) {
        let &Branch { node, depth, below } = branch;
        let (ending, rest) = below.split_at(below.partition_point(|(pattern, _)| pattern.len() == depth));
        self.nodes[node].meanings = number(self.meanings.len());
        self.nodes[node].meant = u16::try_from(ending.len()).unwrap_or(u16::MAX);
        self.meanings.extend(ending.iter().map(|(_, meaning)| *meaning));
        let byte = |(pattern, _): &(&str, Meaning)| pattern.as_bytes()[depth];
        let (Some(first), Some(last)) = (rest.first().map(byte), rest.last().map(byte)) else { return };
        let children = self.children.len();
        self.nodes[node].children = number(children);
        (self.nodes[node].low, self.nodes[node].width) = (first, last - first + 1);
        self.children.resize(children + usize::from(last - first) + 1, 0);
        for group in rest.chunk_by(|left, right| byte(left) == byte(right)) {
            let child = self.nodes.len();
            self.nodes.push(Node::default());
            self.children[children + usize::from(byte(&group[0]) - first)] = number(child);
            open.push(Branch { node: child, depth: depth + 1, below: group });
        }
    }

    /// Hands over every pattern with which a text goes on at a byte: where it ends and what it means, short ones first.
    pub fn walk(&self, text: &[u8], at: usize, mut found: impl FnMut(usize, Meaning)) {
        let text = &text[at..];
        if !self.beginnings.may_begin(text) {
            return;
        }
        let Some(mut node) = self.nodes.first() else { return };
        for (offset, byte) in text.iter().enumerate() {
            let place = byte.wrapping_sub(node.low);
            if place >= node.width {
                return;
            }
            let child = self.children[node.children as usize + usize::from(place)];
            if child == 0 {
                return;
            }
            node = &self.nodes[child as usize];
            let from = node.meanings as usize;
            for meaning in &self.meanings[from..from + usize::from(node.meant)] {
                found(at + offset + 1, *meaning);
            }
        }
    }
}

/// The first bytes of patterns as a set of bits that lies in the cache: most words of a text begin no pattern, and are
/// not walked at all.
#[derive(Debug, Default)]
struct Beginnings {
    bits: Vec<u64>,
    /// For each first byte the lengths of its patterns, a bit for each; all from [`KEY`] on are one.
    lengths: Vec<u8>,
}

/// How many bytes of a pattern are looked at: three letters of most scripts, two ideographs.
const KEY: usize = 6;
/// The longest set: thirty-two kilobytes.
const MOST_WORDS: usize = 4_096;

impl Beginnings {
    fn of(patterns: &[(&str, Meaning)]) -> Self {
        let words = (patterns.len() / 4).next_power_of_two().clamp(1, MOST_WORDS);
        let mut set = Self { bits: vec![0; words], lengths: vec![0; 256] };
        for (pattern, _) in patterns {
            let length = pattern.len().min(KEY);
            let (word, bit) = set.place(key(&pattern.as_bytes()[..length]));
            set.bits[word] |= 1 << bit;
            let first = pattern.as_bytes().first().copied().unwrap_or(0);
            set.lengths[usize::from(first)] |= 1 << length;
        }
        set
    }

    /// The word and the bit that some first bytes have.
    fn place(&self, key: u64) -> (usize, u64) {
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        ((hash >> 6) as usize & self.bits.len().wrapping_sub(1), hash % 64)
    }

    fn holds(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.bits.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    /// Whether a text may begin with a pattern: no where it does not, mostly.
    fn may_begin(&self, text: &[u8]) -> bool {
        let first = text.first().map_or(0, |first| usize::from(*first));
        let mut lengths = self.lengths.get(first).copied().unwrap_or(0);
        if lengths == 0 {
            return false;
        }
        let bytes = first_eight(text);
        while lengths != 0 {
            if self.holds(bytes >> (64 - 8 * lengths.trailing_zeros())) {
                return true;
            }
            lengths &= lengths - 1;
        }
        false
    }
}

/// The first eight bytes of a text as a number, noughts behind its end.
fn first_eight(text: &[u8]) -> u64 {
    text.first_chunk::<8>().map_or_else(
        || text.iter().fold((0, 56), |(sum, shift), byte| (sum | u64::from(*byte) << shift, shift - 8)).0,
        |first| u64::from_be_bytes(*first),
    )
}

/// First bytes as a number.
fn key(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |key, byte| key << 8 | u64::from(*byte))
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trie(patterns: &[&'static str]) -> Trie {
        let numbered = patterns.iter().zip(0..);
        Trie::new(numbered.map(|(pattern, at)| (*pattern, Meaning { section: 1, pattern: at })).collect())
    }

    fn walked(trie: &Trie, text: &str) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        trie.walk(text.as_bytes(), 0, |end, meaning| found.push((end, meaning.pattern)));
        found
    }

    #[test]
    fn every_pattern_along_the_way_is_found() {
        let trie = trie(&["iran", "ira", "iraq", "", "mali", "малі", "iran"]);
        assert_eq!(walked(&trie, "iranian"), [(3, 1), (4, 0), (4, 6)]);
        assert_eq!(walked(&trie, "малі"), [(8, 5)]);
        assert_eq!(walked(&trie, "mal"), []);
        assert_eq!(walked(&trie, ""), []);
    }

    #[test]
    fn patterns_shorter_than_a_key_are_found() {
        let trie = trie(&["a", "eu", "usa", "同", "mali"]);
        for (text, end) in
            [("a", 1), ("europe", 2), ("european union", 2), ("usage", 3), ("同意", 3), ("malian", 4)]
        {
            assert_eq!(walked(&trie, text).first().map(|(end, _)| *end), Some(end), "{text}");
        }
    }

    #[test]
    fn a_tree_without_patterns_finds_nothing() {
        assert_eq!(walked(&trie(&[]), "iran"), []);
        assert_eq!(walked(&Trie::default(), "iran"), []);
    }
}
