//! The letters of a text, without markup and white space: the form in which feeds' texts are compared.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawData, RawKind};
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use unicode_normalization::UnicodeNormalization;

#[derive(Default)]
struct Characters(RefCell<String>);

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
fn unescape(text: &str) -> String {
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

/// Returns the form in which texts are compared: no markup, no white space, NFC.
pub(crate) fn letters(text: &str) -> String {
    let mut text = without_element(&without_element(text, "script"), "style");
    for _ in 0..2 {
        text = unescape(&without_tags(&text));
    }
    without_tags(&text).nfc().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn markup_and_space_fall_away_and_letters_stay() {
        assert_eq!(letters("<p>A &amp;lt;b&gt; <script>no</script>caf\u{65}\u{301}</p>"), "Acaf\u{e9}");
        assert_eq!(letters("1 < 2"), "1<2");
    }
}
