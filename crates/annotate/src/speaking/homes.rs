//! The state that speaks where a text names no other, from `data/gazetteer/homes.tsv`: one state alone uses the language
//! for such texts, or its spelling tells (*Irã* and *Irão*, *Massnahme*, 臺灣).

use std::sync::LazyLock;

use chancery_model::Lang;
use memchr::memmem::Finder;

use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/homes.tsv");

/// How many bytes of a text are read for its spelling.
const MOST: usize = 3000;

/// A state that speaks a language.
#[derive(Debug)]
pub(super) struct Home {
    lang: &'static str,
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    signs: Vec<Finder<'static>>,
}

impl Home {
    /// Whether several states use the language and its spelling tells this one.
    pub fn is_told_by_spelling(&self) -> bool {
        !self.signs.is_empty()
    }
}

static HOMES: LazyLock<Vec<Home>> = LazyLock::new(|| {
    let signs =
        |cell: &'static str| table::listed(cell).filter(|sign| *sign != "-").map(Finder::new).collect();
    let rows = table::rows(TABLE);
    rows.map(|[lang, code, name, cell]| Home { lang, code, name, signs: signs(cell) }).collect()
});

/// The state whose own language a text is written in; none where several states share it and nothing tells them apart.
pub(super) fn home(text: &str, lang: Lang) -> Option<&'static Home> {
    let head = &text[..text.floor_char_boundary(MOST)];
    let of_lang = HOMES.iter().filter(|home| home.lang == lang.as_str());
    let counted = of_lang
        .map(|home| (home, home.signs.iter().filter(|sign| sign.find(head.as_bytes()).is_some()).count()));
    let found = counted.filter(|(home, count)| *count > 0 || home.signs.is_empty());
    found.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(home, _)| home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(HOMES.len(), table::lines(TABLE).count());
        for home in HOMES.iter() {
            assert!(home.lang.parse::<Lang>().is_ok() && home.code.len() == 2, "{home:?}");
            assert!(home.signs.iter().all(|sign| !sign.needle().is_empty()), "{home:?}");
        }
    }

    #[test]
    fn spelling_tells_the_states_of_a_language_apart() {
        let code =
            |lang: &str, text: &str| home(text, lang.parse().expect("a language")).map(|home| home.code);
        assert_eq!(code("pt", "O Governo acompanha a situação no Irão com os parceiros"), Some("PT"));
        assert_eq!(code("pt", "O governo acompanha a situação no Irã."), Some("BR"));
        assert_eq!(code("pt", "O governo acompanha."), None);
        assert_eq!(code("de", "Die Massnahmen sind gemäss Verordnung in Kraft"), Some("CH"));
        assert_eq!(code("zh", "臺灣國會對此發表說明"), Some("TW"));
        assert_eq!(code("ko", "꾸바와의 련대를 강화"), Some("KP"));
        assert_eq!(code("ko", "정부는 발표했다"), Some("KR"));
        assert_eq!(code("en", "Our country"), None);
    }
}
