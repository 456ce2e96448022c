//! Notices written to a terminal, for the command line.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use super::{Notice, Notifier, Unreached};

/// Writes each notice as lines of text: `rule: issuer: title`.
pub struct TerminalNotifier {
    out: Mutex<Box<dyn Write + Send>>,
}

impl TerminalNotifier {
    /// Writes to the standard error.
    pub fn new() -> Self {
        Self::to(std::io::stderr())
    }

    /// Writes to any place.
    pub fn to(out: impl Write + Send + 'static) -> Self {
        Self { out: Mutex::new(Box::new(out)) }
    }
}

impl Default for TerminalNotifier {
    fn default() -> Self {
        Self::new()
    }
}

impl Notifier for TerminalNotifier {
    fn show(&self, notice: &Notice) -> Result<(), Unreached> {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        let lines: String = notice.body.lines().map(|line| format!("{}: {line}\n", notice.title)).collect();
        out.write_all(lines.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|why| Unreached::Terminal(why.to_string()))
    }

    fn describe(&self) -> String {
        "Alerts are written to the terminal.".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl Write for Page {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn every_line_names_the_rule() {
        let page = Page::default();
        let notice = Notice {
            key: 1,
            title: "Arms".to_owned(),
            body: "EU: One\nUN: Two".to_owned(),
            statement: None,
            alerts: Vec::new(),
        };
        TerminalNotifier::to(page.clone()).show(&notice).unwrap();
        assert_eq!(
            String::from_utf8(page.0.lock().unwrap().clone()).unwrap(),
            "Arms: EU: One\nArms: UN: Two\n"
        );
    }
}
