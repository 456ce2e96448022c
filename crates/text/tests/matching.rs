//! Which words find which texts: the analyser's two sides held against each other, by plain evaluation.

use chancery_model::{Lang, Literal, LiteralKind, Query, Scope};
use chancery_text::{Analysed, AnalysedQuery, Position, analyse, analyse_query, prefix_range, term};

fn holds(query: &AnalysedQuery, text: &Analysed) -> bool {
    match query {
        AnalysedQuery::Or(parts) => parts.iter().any(|part| holds(part, text)),
        AnalysedQuery::And(parts) => parts.iter().all(|part| holds(part, text)),
        AnalysedQuery::Sequence { positions, .. } => {
            (0..text.tokens.len()).any(|at| stands_at(positions, text, at))
        }
        other => panic!("no literal: {other:?}"),
    }
}

fn stands_at(positions: &[Position], text: &Analysed, at: usize) -> bool {
    positions.iter().enumerate().all(|(n, position)| {
        text.tokens.get(at + n).is_some_and(|token| match position {
            Position::Word(keys) => token.keys().iter().any(|key| keys.contains(key)),
            Position::Prefix(prefix) => {
                let (first, end) = prefix_range(prefix);
                (first..end).contains(&term(token))
            }
        })
    })
}

fn asks(text: &str, kind: LiteralKind) -> AnalysedQuery {
    analyse_query(&Query::Literal(Literal { text: text.to_owned(), kind, scope: Scope::Anywhere }))
}

fn matches(query: &str, text: &str) -> bool {
    holds(&asks(query, LiteralKind::Word), &analyse(text, None))
}

#[track_caller]
fn finds(query: &str, texts: &[&str]) {
    for text in texts {
        assert!(
            matches(query, text),
            "“{query}” must find “{text}”: {:?} {:?}",
            asks(query, LiteralKind::Word),
            analyse(text, None)
        );
    }
}

#[track_caller]
fn misses(query: &str, texts: &[&str]) {
    for text in texts {
        assert!(!matches(query, text), "“{query}” must not find “{text}”: {:?}", analyse(text, None));
    }
}

#[test]
fn inflected_forms_are_found() {
    finds("sanctions", &["New Sanctions on DPRK", "the sanctioned vessel"]);
    finds("санкции", &["Новые Санкции", "пакет санкций", "санкционный режим", "под санкциями"]);
    finds("санкції", &["посилення санкційного тиску", "пакет санкцій", "нові Санкції", "санкціями"]);
    finds("Корея", &["Північна Корея", "Північної Кореї", "Корею", "Северной Корее", "КНДР и Корею"]);
    finds("sanction", &["Les sanctions sont prolongées", "Die Sanction"]);
    finds("Sanktionen", &["eine neue Sanktion"]);
    finds("sanciones", &["La sanción fue aprobada"]);
    finds("sankcje", &["pakiet sankcji", "sankcjami"]);
    finds("yaptırım", &["yeni yaptırımlar", "yaptırımların kapsamı"]);
    finds("зброя", &["зброї", "ядерною зброєю"]);
    finds("war", &["the wars"]);
    finds("resolução", &["as resoluções"]);
    finds("Київ", &["у Києві", "до Києва"]);
    finds("безпека", &["Ради Безпеки", "у безпеці"]);
}

#[test]
fn scripts_without_capitals_or_spaces_are_found() {
    finds("북한", &["북한이 러시아에 파병", "북한군의 파병", "북한은"]);
    finds("제재", &["대북 제재를 논의했다"]);
    finds("制裁", &["对朝鲜实施制裁措施", "經濟制裁", "北朝鮮に対する制裁を強化"]);
    finds("عقوبات", &["فرض عقوبات جديدة", "العقوبات الجديدة", "بالعقوبات", "والعقوبات"]);
    finds("北朝鮮", &["北朝鮮による弾道ミサイルの発射", "北朝鮮制裁決議"]);
    finds("安理会", &["联合国安理会通过决议", "安理会成员", "聯合國安理會決議"]);
    finds("台灣", &["台湾海峡"]);
    finds("미사일", &["탄도미사일을 발사"]);
    finds("联合国安理会", &["在联合国安理会发言", "联合国安理会"]);
    finds("ミサイル", &["弾道ミサイルの発射"]);
    finds("تحریم", &["تحریم‌های جدید علیه ایران"]);
}

#[test]
fn parts_of_other_words_are_not_found() {
    misses("pagan", &["propaganda"]);
    misses("мир", &["Миргород", "мирт"]);
    misses("海南", &["上海南部"]);
    misses("京都", &["東京都"]);
    misses("arm", &["The army said"]);
    misses("Austria", &["Australia", "Australian"]);
    misses("理会", &["联合国安理会"]);
    misses("Iranian", &["Iran"]);
    misses("Niger", &["Nigeria", "Nigerian"]);
    misses("Mali", &["Somalia"]);
    misses("Oman", &["Romania", "woman"]);
    misses("роса", &["Росія"]);
}

#[test]
fn a_country_is_found_by_its_adjective_and_people() {
    finds("Iran", &["Iranian drones", "the Iranians"]);
    finds("USA", &["American troops"]);
    finds("US", &["American troops", "US"]);
    finds("UK", &["the British government"]);
    finds("Росія", &["російських військ", "росіяни"]);
    finds("Україна", &["українського війська"]);
    finds("Россия", &["российские войска", "россияне"]);
    finds("France", &["français", "French"]);
    misses("American", &["The US said"]);
    finds("Nordkorea", &["nordkoreanische Truppen", "die nordkoreanischen Soldaten"]);
}

#[test]
fn acronyms_that_are_words_match_capitals_alone() {
    misses("US", &["give us time", "GIVE US TIME", "us"]);
    finds("US", &["The US said", "the U.S. said"]);
    finds("us", &["give us time", "The US said"]);
    misses("WHO", &["those who said"]);
    finds("WHO", &["WHO表示", "The WHO said"]);
    finds("NATO", &["nato", "Nato"]);
}

#[test]
fn folding_goes_for_queries_and_texts() {
    finds("Elysee", &["l'Élysée"]);
    finds("Iran", &["l’Iran", "Iran's"]);
    finds("об'єднання", &["об’єднання"]);
    finds("елка", &["ёлка"]);
}

#[test]
fn phrases_and_beginnings_are_found() {
    let phrase = |query: &str, text: &str| holds(&asks(query, LiteralKind::Phrase), &analyse(text, None));
    assert!(phrase("arms transfer", "of arms transfers to"));
    assert!(!phrase("arms transfer", "arms and transfers"));
    assert!(phrase("безпеки ради", "Безпека Ради"));
    assert!(phrase("对朝鲜实施制裁", "安理会对朝鲜实施制裁措施"));
    let prefix = |query: &str, text: &str| holds(&asks(query, LiteralKind::Prefix), &analyse(text, None));
    assert!(prefix("sanct", "Sanctioned"));
    assert!(!prefix("sanction", "sanct"));
    assert!(prefix("ÉLYS", "l'Elysee"));
}

#[test]
fn a_language_that_is_stated_counts_where_the_text_does_not_tell() {
    let text = analyse("Sanktionen", Some(Lang::new(b"de")));
    assert_eq!(text.tokens[0].lang, Some(Lang::new(b"de")));
    assert_eq!(analyse("Sanktionen", None).tokens[0].lang, None);
}
