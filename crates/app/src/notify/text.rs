//! Text from outside, made fit for one line of a notification.

/// The most characters of a title that a notification repeats.
const TITLE_LENGTH: usize = 160;

/// Collapses white space, drops control characters and cuts a long text with an ellipsis.
pub(super) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    shorten(&words.collect::<Vec<_>>().join(" "))
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(TITLE_LENGTH) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Escapes what a notification server would take for markup.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_no_control_characters() {
        assert_eq!(line(" Talks\r\n resume\u{1b}[31m today\t"), "Talks resume [31m today");
    }

    #[test]
    fn a_long_title_is_cut_between_characters() {
        let cut = line(&"Є".repeat(500));
        assert_eq!(cut.chars().count(), TITLE_LENGTH + 1);
        assert!(cut.ends_with('…'));
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(escape("<b>A & B</b>"), "&lt;b&gt;A &amp; B&lt;/b&gt;");
    }
}
