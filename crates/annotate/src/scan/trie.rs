//! Patterns as a tree of bytes, walked from where a word begins.
//!
//! An automaton that follows failures reads every byte of a text; a name begins where a word begins, so that most walks
//! here end within a few bytes and the rest of the word is never read. The first bytes of a pattern, eight at most,
//! are one number that is looked up; what follows them is a tree, in which bytes behind which no patterns
//! part are one node.

/// What a pattern stands for: a section's number and the number of the pattern within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Meaning {
    /// The section.
    pub section: u8,
    /// The pattern within the section.
    pub pattern: u32,
}

/// A node: the bytes that all its patterns go on with, then its children, which are those of the bytes from `low` on,
/// `width` of them, where a child of 0 is none.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    label: u32,
    children: u32,
    meanings: u32,
    length: u16,
    meant: u16,
    low: u8,
    width: u8,
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
    beginnings: Beginnings,
    nodes: Vec<Node>,
    labels: Vec<u8>,
    children: Vec<u32>,
    meanings: Vec<Meaning>,
}

impl Trie {
    /// Builds the tree; empty patterns are left out.
    pub fn new(mut patterns: Vec<(&str, Meaning)>) -> Self {
        patterns.retain(|(pattern, _)| !pattern.is_empty());
        patterns.sort_unstable_by(|left, right| {
            let keys = key_of(left.0).cmp(&key_of(right.0));
            keys.then_with(|| left.cmp(right))
        });
        let groups = || patterns.chunk_by(|(left, _), (right, _)| key_of(left) == key_of(right));
        let mut trie = Self { beginnings: Beginnings::for_keys(groups().count()), ..Self::default() };
        let mut open = Vec::new();
        for group in groups() {
            let (first, node) = (group[0].0.as_bytes(), trie.nodes.len());
            trie.beginnings.insert(first, number(node));
            trie.nodes.push(Node::default());
            open.push(Branch { node, depth: key_length(first.len()), below: group });
            while let Some(branch) = open.pop() {
                trie.grow(&branch, &mut open);
            }
        }
        trie
    }

    /// Gives a node its bytes and meanings, and opens a child for each byte with which its patterns go on.
    fn grow<'p, 's>(&mut self, branch: &Branch<'p, 's>, open: &mut Vec<Branch<'p, 's>>) {
        let &Branch { node, depth, below } = branch;
        let shared = shared(below, depth);
        let (from, depth) = (depth, depth + usize::from(shared));
        (self.nodes[node].label, self.nodes[node].length) = (number(self.labels.len()), shared);
        self.labels.extend(below.first().map_or(&[][..], |(pattern, _)| &pattern.as_bytes()[from..depth]));
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
        let bytes = first_eight(text);
        let mut lengths = self.beginnings.lengths(bytes);
        while lengths != 0 {
            let last = lengths.trailing_zeros();
            lengths &= lengths - 1;
            if let Some(node) = self.beginnings.get(key(bytes, last)) {
                let end = last as usize + 1;
                self.walk_from(&self.nodes[node as usize], &text[end..], |end_behind, meaning| {
                    found(at + end + end_behind, meaning);
                });
            }
        }
    }

    /// Goes on from a node, whose bytes a text begins with.
    fn walk_from(&self, first: &Node, text: &[u8], mut found: impl FnMut(usize, Meaning)) {
        let (mut next, mut end) = (Some(first), 0);
        while let Some(node) = next {
            if !begins_with(&text[end..], stretch(&self.labels, node.label, node.length)) {
                return;
            }
            end += usize::from(node.length);
            for meaning in stretch(&self.meanings, node.meanings, node.meant) {
                found(end, *meaning);
            }
            next = text.get(end).and_then(|byte| self.child(node, *byte));
            end += 1;
        }
    }

    fn child(&self, node: &Node, byte: u8) -> Option<&Node> {
        let place = byte.wrapping_sub(node.low);
        if place >= node.width {
            return None;
        }
        let child = self.children[node.children as usize + usize::from(place)];
        (child != 0).then(|| &self.nodes[child as usize])
    }
}

fn stretch<T>(all: &[T], from: u32, length: u16) -> &[T] {
    &all[from as usize..][..usize::from(length)]
}

/// Like that of the standard library, which calls a comparison even where the first byte differs.
fn begins_with(text: &[u8], label: &[u8]) -> bool {
    text.len() >= label.len() && text.iter().zip(label).all(|(left, right)| left == right)
}

/// How many bytes sorted patterns have in common from a depth on.
fn shared(patterns: &[(&str, Meaning)], depth: usize) -> u16 {
    let (Some((first, _)), Some((last, _))) = (patterns.first(), patterns.last()) else { return 0 };
    let pairs = first.as_bytes()[depth..].iter().zip(&last.as_bytes()[depth..]);
    let count = pairs.take(usize::from(u16::MAX)).take_while(|(left, right)| left == right).count();
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The first bytes of patterns with the node that goes on behind them. Most words of a text begin no pattern: which
/// lengths there are, and a set of bits that lies in the cache, put them aside.
#[derive(Debug, Default)]
struct Beginnings {
    /// For the first two bytes of patterns the lengths of their keys, a bit for each.
    lengths: Vec<u8>,
    bits: Vec<u64>,
    /// The keys by their hashes, in the next free place where one is taken; nought is free.
    keys: Vec<u64>,
    nodes: Vec<u32>,
}

/// The longest set: thirty-two kilobytes.
const MOST_WORDS: usize = 4_096;
/// How many bits of each of the first two bytes tell which lengths there are.
const FIRST_BITS: u32 = 6;

impl Beginnings {
    /// Makes room for so many keys, twice as much as they need.
    fn for_keys(count: usize) -> Self {
        let words = (count / 4).next_power_of_two().min(MOST_WORDS);
        let room = (2 * count).next_power_of_two().max(2);
        Self {
            lengths: vec![0; 1 << (2 * FIRST_BITS)],
            bits: vec![0; words],
            keys: vec![0; room],
            nodes: vec![0; room],
        }
    }

    fn insert(&mut self, pattern: &[u8], node: u32) {
        let bytes = first_eight(pattern);
        let last = number(key_length(pattern.len())) - 1;
        let key = key(bytes, last);
        let (word, bit) = self.bit(key);
        self.bits[word] |= 1 << bit;
        let two = first_two(bytes);
        // Any byte may follow a pattern of one.
        let (from, to) = if last == 0 { (two, two | ((1 << FIRST_BITS) - 1)) } else { (two, two) };
        self.lengths[from..=to].iter_mut().for_each(|lengths| *lengths |= 1 << last);
        let mut place = self.place(key);
        while self.keys[place] != 0 {
            place = (place + 1) & (self.keys.len() - 1);
        }
        (self.keys[place], self.nodes[place]) = (key, node);
    }

    /// The lengths that patterns with these first bytes may have.
    fn lengths(&self, bytes: u64) -> u8 {
        self.lengths.get(first_two(bytes)).copied().unwrap_or(0)
    }

    /// The node of a key.
    fn get(&self, key: u64) -> Option<u32> {
        let (word, bit) = self.bit(key);
        if self.bits[word] >> bit & 1 == 0 {
            return None;
        }
        let mut place = self.place(key);
        while self.keys[place] != key {
            if self.keys[place] == 0 {
                return None;
            }
            place = (place + 1) & (self.keys.len() - 1);
        }
        Some(self.nodes[place])
    }

    /// The word and the bit that a key has in the set.
    fn bit(&self, key: u64) -> (usize, u64) {
        let hash = hash(key) >> 40;
        ((hash >> 6) as usize & (self.bits.len() - 1), hash % 64)
    }

    /// Where a key is looked for first.
    fn place(&self, key: u64) -> usize {
        (hash(key) >> 20) as usize & (self.keys.len() - 1)
    }
}

fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The key of a pattern that is not empty.
fn key_of(pattern: &str) -> u64 {
    key(first_eight(pattern.as_bytes()), number(key_length(pattern.len())) - 1)
}

/// How many bytes of a pattern are looked up: the fewer lengths there are, the fewer look-ups each word takes.
fn key_length(length: usize) -> usize {
    match length {
        0..=4 => length,
        5 => 4,
        6 | 7 => 6,
        _ => 8,
    }
}

/// The first bytes of eight as a number, up to the one that is counted from nought.
fn key(bytes: u64, last: u32) -> u64 {
    bytes >> (56 - 8 * last)
}

/// Some bits of the first two bytes of eight.
fn first_two(bytes: u64) -> usize {
    let bits = |byte: u64| byte as usize & ((1 << FIRST_BITS) - 1);
    bits(bytes >> 56) << FIRST_BITS | bits(bytes >> 48)
}

/// The first eight bytes of a text as a number, noughts behind its end.
pub(crate) fn first_eight(text: &[u8]) -> u64 {
    if let Some(first) = text.first_chunk::<8>() {
        return u64::from_be_bytes(*first);
    }
    let mut first = [0; 8];
    first[..text.len()].copy_from_slice(text);
    u64::from_be_bytes(first)
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
    fn patterns_that_share_a_key_are_found_beside_longer_ones() {
        let trie = trie(&["iran", "iranian fleet", "irani", "iranis", "irania"]);
        assert_eq!(walked(&trie, "iranian fleet"), [(4, 0), (5, 2), (6, 4), (13, 1)]);
        assert_eq!(walked(&trie, "iranis"), [(4, 0), (5, 2), (6, 3)]);
    }

    #[test]
    fn patterns_part_anywhere_and_share_all_but_their_end() {
        let trie = trie(&["security council", "security", "security forces", "secure", "security councils"]);
        assert_eq!(walked(&trie, "security councils"), [(8, 1), (16, 0), (17, 4)]);
        assert_eq!(walked(&trie, "security counsel"), [(8, 1)]);
        assert_eq!(walked(&trie, "security for"), [(8, 1)]);
        assert_eq!(walked(&trie, "secu"), []);
    }

    #[test]
    fn a_pattern_longer_than_a_label_is_found() {
        let long = "a".repeat(70_000);
        let trie = Trie::new(vec![(&long, Meaning { section: 1, pattern: 0 })]);
        assert_eq!(walked(&trie, &long), [(70_000, 0)]);
        assert_eq!(walked(&trie, &long[1..]), []);
    }

    #[test]
    fn a_tree_without_patterns_finds_nothing() {
        assert_eq!(walked(&trie(&["", ""]), "iran"), []);
        assert_eq!(walked(&trie(&[]), "iran"), []);
        assert_eq!(walked(&Trie::default(), "iran"), []);
    }
}
