//! Notices of sources in trouble.

use chancery_model::Source;
use chancery_store::Spell;

use super::group::{NAMED, key, more};
use super::{Notice, text};

/// One notice of all sources that are newly in a kind of trouble.
pub fn trouble(spell: Spell, sources: &[Source]) -> Notice {
    let (word, one, several) = match spell {
        Spell::Broken => ("broken", "cannot be read", "cannot be read"),
        Spell::Silent => ("silent", "is silent", "are silent"),
    };
    let title = match sources {
        [source] => format!("{} {one}", text::line(&source.name)),
        _ => format!("{} sources {several}", sources.len()),
    };
    let line = |source: &Source| {
        let reason = text::line(source.reason.as_deref().unwrap_or_default());
        if sources.len() == 1 { reason } else { format!("{}: {reason}", text::line(&source.name)) }
    };
    let mut lines: Vec<String> = sources.iter().take(NAMED).map(line).collect();
    more(&mut lines, sources.len());
    Notice { key: key("health", word), title, body: lines.join("\n"), statement: None, alerts: Vec::new() }
}
