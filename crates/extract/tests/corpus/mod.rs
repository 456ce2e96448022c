//! What the scorers of feeds and pages share: where the corpus is, how texts are compared.
#![allow(dead_code)]

use std::io::Read;
use std::path::{Path, PathBuf};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawData, RawKind};
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use serde_json::{Map, Value};

/// Returns the folder of a corpus beside the checkout, or says that its test is skipped.
pub fn folder(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

/// Returns the folders of a corpus that hold expectations, with these.
pub fn origins(corpus: &Path) -> Vec<(PathBuf, Map<String, Value>)> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(corpus).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let read = |folder: PathBuf| {
        let text = std::fs::read_to_string(folder.join("expected.json")).ok()?;
        // Python wrote some of these files: its NaN is no JSON.
        let text = text.replace(": NaN", ": null");
        let Value::Object(records) = serde_json::from_str(&text).unwrap() else { return None };
        Some((folder, records))
    };
    folders.into_iter().filter_map(read).collect()
}

/// Reads a file of the corpus, which may be stored compressed.
pub fn bytes(folder: &Path, name: &str) -> Vec<u8> {
    let path = folder.join(name);
    if path.is_file() {
        return std::fs::read(path).unwrap();
    }
    let packed = std::fs::read(folder.join(format!("{name}.gz"))).unwrap();
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    bytes
}

/// Counts what was met and keeps what was not.
#[derive(Default)]
pub struct Tally {
    pub met: usize,
    pub all: usize,
    pub missed: Vec<String>,
}

impl Tally {
    pub fn count(&mut self, met: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.met += usize::from(met);
        if !met {
            self.missed.push(what());
        }
    }

    pub fn share(&self) -> f64 {
        self.met as f64 / self.all.max(1) as f64
    }
}

/// Writes what was missed where the variable `CORPUS_MISSES` names a folder.
pub fn keep_misses(name: &str, tally: &Tally) {
    if let Ok(folder) = std::env::var("CORPUS_MISSES") {
        std::fs::write(Path::new(&folder).join(name), tally.missed.join("\n")).unwrap();
    }
}

#[derive(Default)]
struct Characters(std::cell::RefCell<String>);

impl TokenSink for Characters {
    type Handle = ();
    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::CharacterTokens(text) = token {
            self.0.borrow_mut().push_str(&text);
        }
        TokenSinkResult::Continue
    }
}

/// Resolves the character references of HTML.
pub fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let opts = TokenizerOpts { initial_state: Some(RawData(RawKind::Rcdata)), ..Default::default() };
    let tokenizer = Tokenizer::new(Characters::default(), opts);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let is_tag = rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        let end = rest[at..].find('>').filter(|_| is_tag).map(|end| at + end + 1);
        out.push_str(&rest[..end.map_or(at + 1, |_| at)]);
        rest = &rest[end.unwrap_or(at + 1)..];
    }
    out + rest
}

fn without_element(text: &str, name: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let lower = rest.to_ascii_lowercase();
        let Some(start) = lower.find(&format!("<{name}")) else { return out + rest };
        let Some(end) = lower[start..].find(&format!("</{name}>")) else { return out + rest };
        out.push_str(&rest[..start]);
        rest = &rest[start + end + name.len() + 3..];
    }
}

/// The form in which texts are compared: no markup, no white space, NFC.
pub fn norm(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut text = without_element(&without_element(text, "script"), "style");
    for _ in 0..2 {
        text = unescape(&without_tags(&text));
    }
    without_tags(&text).nfc().filter(|c| !c.is_whitespace()).collect()
}
