use std::hash::Hasher;

use chancery_model::Fingerprint;
use siphasher::sip::SipHasher13;

use crate::folding::folded_words;

/// Numbers of a fingerprint.
const BANDS: usize = 12;

/// Smallest hashes that make one band.
const ROWS: usize = 3;

/// Words of a shingle. Shorter ones would make all texts of one genre alike, longer ones would miss texts with scattered
/// corrections.
const SHINGLE: usize = 3;

/// Texts with fewer words have no fingerprint: phrases of courtesy alone make such texts alike.
const SHORTEST: usize = 20;

/// Returns the fingerprint of a body; none where it has fewer than twenty words.
///
/// It is MinHash over shingles of three folded words, in bands: bodies that share a share *j* of their shingles have at
/// least one number in common, at the same place, with a probability of 1 − (1 − j³)¹²: 0.9998 for four fifths, 0.95 for
/// three fifths, 0.09 for one fifth. What is found must be confirmed by [`crate::same_statement`]. Archives keep fingerprints: whoever
/// changes what they are made of lets a migration forget the old ones.
pub fn fingerprint(text: &str) -> Option<Fingerprint> {
    let words: Vec<u64> = folded_words(text).iter().map(|word| hash_of(word.as_bytes())).collect();
    if words.len() < SHORTEST {
        return None;
    }
    let mut smallest = [u64::MAX; BANDS * ROWS];
    for shingle in words.windows(SHINGLE) {
        let hash = mixed(shingle);
        for (at, least) in smallest.iter_mut().enumerate() {
            *least = (*least).min(permuted(hash, at as u64));
        }
    }
    let mut bands = [0; BANDS];
    for (band, hashes) in bands.iter_mut().zip(smallest.chunks(ROWS)) {
        *band = (mixed(hashes) >> 32) as u32;
    }
    Some(Fingerprint(bands))
}

/// SipHash-1-3 without a key: the same number in every version and on every machine.
fn hash_of(bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hasher.finish()
}

fn mixed(numbers: &[u64]) -> u64 {
    numbers.iter().fold(0x9e37_79b9_7f4a_7c15, |hash, number| finalised(hash.rotate_left(5) ^ number))
}

/// The number that one of many permutations gives a hash.
fn permuted(hash: u64, permutation: u64) -> u64 {
    finalised(hash ^ (permutation + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the number moves every bit of the result.
fn finalised(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
