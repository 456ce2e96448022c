//! News agencies that sign their reports in brackets, from `data/gazetteer/agencies.tsv`: `(PAP)`, `/ТАСС/`, `新华社…电`.

use std::sync::LazyLock;

use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/agencies.tsv");

/// A news agency and how it signs.
struct Agency {
    code: &'static str,
    name: &'static str,
    signatures: Vec<&'static str>,
}

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let rows = table::rows(TABLE);
    rows.map(|[code, name, signed]| Agency { code, name, signatures: table::listed(signed).collect() })
        .collect()
});

/// An agency's signature in a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signature {
    /// The country of the agency.
    pub code: &'static str,
    /// The agency's name.
    pub name: &'static str,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The signature in the first line or at the end of a text.
pub(super) fn signature(text: &str) -> Option<Signature> {
    const HEAD: usize = 160;
    const TAIL: usize = 40;
    let head = text[..text.floor_char_boundary(HEAD)].split(['\n', '\u{1}']).next().unwrap_or("");
    let tail = text.ceil_char_boundary(text.len().saturating_sub(TAIL));
    eastern(head).or_else(|| bracketed(head, 0)).or_else(|| bracketed(&text[tail..], tail))
}

fn known(word: &str, start: usize) -> Option<Signature> {
    let agency = AGENCIES.iter().find(|agency| agency.signatures.contains(&word))?;
    Some(Signature { code: agency.code, name: agency.name, start, end: start + word.len() })
}

/// The word between brackets or strokes, or behind the sign of equality in them (서울=연합뉴스).
fn bracketed(stretch: &str, offset: usize) -> Option<Signature> {
    let opens = stretch.match_indices(['(', '[', '/', '【']);
    opens
        .filter_map(|(at, open)| {
            let from = at + open.len();
            let within = stretch[from..].split([')', ']', '/', '】']).next()?;
            let mut words = within.split(['=', ',', '-']).map(|word| (word, word.trim()));
            words.find_map(|(raw, word)| {
                let lead = raw.len() - raw.trim_start().len();
                let start = raw.as_ptr() as usize - stretch.as_ptr() as usize + lead;
                known(word, offset + start)
            })
        })
        .next()
}

/// `新华社北京10月24日电`: the agency stands first, its dispatch follows the date. `【ワシントン共同】` ends with it.
fn eastern(head: &str) -> Option<Signature> {
    head.chars().next().filter(|first| *first > '\u{2E80}')?;
    let all = || AGENCIES.iter().flat_map(|agency| agency.signatures.iter().map(move |name| (agency, *name)));
    let (agency, name, start) = all().find_map(|(agency, name)| {
        let first = name.chars().next().filter(|c| *c > '\u{2E80}')?;
        let sent = head.starts_with(name) && head.contains(['电', '電', '讯', '訊']);
        let closed = head.starts_with('【').then(|| head.find(&format!("{name}】"))).flatten();
        let start = if sent { Some(0) } else { closed };
        start.filter(|_| first.is_alphabetic()).map(|start| (agency, name, start))
    })?;
    Some(Signature { code: agency.code, name: agency.name, start, end: start + name.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(AGENCIES.len(), table::lines(TABLE).count());
        for agency in AGENCIES.iter() {
            assert!(
                agency.code.len() == 2 && agency.signatures.iter().all(|name| *name == fold_pattern(name))
            );
        }
    }

    #[test]
    fn a_report_is_signed_at_its_head_or_end() {
        let code = |text: &str| signature(text).map(|found| found.code);
        assert_eq!(code("дакар, 7 июня. /тасс/. запасы малы"), Some("RU"));
        assert_eq!(code("lome, 3.04. (pap) - co najmniej"), Some("PL"));
        assert_eq!(code("新华社北京10月24日电 伊朗应当释放船员。"), Some("CN"));
        assert_eq!(code("(서울=연합뉴스) 정부는"), Some("KR"));
        assert_eq!(code("the crew is safe. (reuters)"), Some("GB"));
        assert_eq!(code("the agency (afp) wrote"), Some("FR"));
        assert_eq!(code("nothing (at all) is signed/here"), None);
        assert_eq!(code(""), None);
    }
}
