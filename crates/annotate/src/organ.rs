//! Whose resolution a citation means: the names of the bodies, in many languages, folded.

use chancery_model::Organ;

const SECURITY_COUNCIL: &[&str] = &[
    "security council",
    "unsc",
    "unscr",
    "unscrs",
    "scr",
    "sc res",
    "conseil de securite",
    "csnu",
    "consejo de seguridad",
    "csnu",
    "rcsnu",
    "conselho de seguranca",
    "consiglio di sicurezza",
    "cds",
    "sicherheitsrat",
    "sicherheitsrats",
    "sicherheitsrates",
    "sicherheitsratsresolution",
    "sicherheitsratsresolutionen",
    "un-sicherheitsrat",
    "rady bezpieczenstwa",
    "rada bezpieczenstwa",
    "radzie bezpieczenstwa",
    "rb onz",
    "guvenlik konseyi",
    "guvenlik konseyi'nin",
    "bmgk",
    "ради безпеки",
    "рада безпеки",
    "радою безпеки",
    "раді безпеки",
    "рб оон",
    "радбезу",
    "радбез",
    "совета безопасности",
    "совет безопасности",
    "советом безопасности",
    "совете безопасности",
    "сб оон",
    "совбеза",
    "совбез",
    "снбо",
    "مجلس الامن",
    "شوراي امنيت",
    "安理会",
    "安理會",
    "安全理事会",
    "安保理",
    "安全保障理事会",
    "안보리",
    "안전보장이사회",
    "안전보장리사회",
    "sikkerhetsradets",
    "fn sr",
    "veiligheidsraad",
    "the council",
    "le conseil",
    "el consejo",
    "o conselho",
    "il consiglio",
    "der rat",
];
const GENERAL_ASSEMBLY: &[&str] = &[
    "general assembly",
    "unga",
    "ga resolution",
    "the assembly",
    "assemblee generale",
    "agnu",
    "asamblea general",
    "assembleia geral",
    "assemblea generale",
    "generalversammlung",
    "zgromadzenia ogolnego",
    "zgromadzenie ogolne",
    "genel kurul",
    "genel kurulu",
    "генеральної асамблеї",
    "генеральна асамблея",
    "генасамблеї",
    "га оон",
    "генеральной ассамблеи",
    "генеральная ассамблея",
    "генассамблеи",
    "الجمعيه العامه",
    "مجمع عمومي",
    "联合国大会",
    "联大",
    "聯合國大會",
    "大会",
    "総会",
    "총회",
];
const HUMAN_RIGHTS_COUNCIL: &[&str] = &[
    "human rights council",
    "unhrc",
    "a/hrc/res",
    "conseil des droits de l'homme",
    "consejo de derechos humanos",
    "conselho de direitos humanos",
    "consiglio per i diritti umani",
    "menschenrechtsrat",
    "menschenrechtsrats",
    "rady praw czlowieka",
    "insan haklari konseyi",
    "ради з прав людини",
    "совета по правам человека",
    "مجلس حقوق الانسان",
    "شوراي حقوق بشر",
    "人权理事会",
    "人権理事会",
    "인권이사회",
];
const OTHERS: &[&str] = &[
    "house",
    "senate",
    "house of representatives",
    "h",
    "s.j",
    "house joint",
    "senate concurrent",
    "congress",
    "parliament",
    "parliamentary assembly",
    "european parliament",
    "board of governors",
    "iaea",
    "peace and security council",
    "human rights committee",
    "health assembly",
    "wha",
    "ecosoc",
    "economic and social council",
    "assembly of heads",
    "pace",
    "парє",
    "пасе",
    "парламентської асамблеї",
    "парламентской ассамблеи",
    "верховної ради",
    "european council",
    "council of europe",
    "league of arab states",
    "parlement europeen",
    "parlamento europeo",
    "parlamento europeu",
    "bundestag",
    "europarlaments",
    "europaischen parlaments",
    "parlamentu europejskiego",
    "avrupa parlamentosu",
    "meclis",
    "国务院",
    "理事会第",
    "مجلس قياده",
    "مجلس الوزراء",
    "قياده الثوره",
    "مجلس الدوله",
    "البرلمان",
    "جامعه الدول",
    "مجلس شوراي",
    "شوراي حكام",
    "conference",
    "imo",
    "icao",
    "osce",
    "обсе",
    "обсє",
    "маг",
    "государственной думы",
    "asamblea nacional",
    "assemblee nationale",
    "supreme court",
    "arab league",
    "fifa",
    "iaea board",
    "民主",
    "国会",
    "國會",
    "국회",
];

/// Where a body is named in a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    /// Which body.
    pub organ: Organ,
    /// First byte within the stretch.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The body that is named last in a stretch of folded text.
pub(crate) fn last_named(text: &str) -> Option<Named> {
    bodies()
        .filter_map(|(organ, name)| place(organ, name, text, text.rfind(name)))
        .max_by_key(|named| (named.end, named.end - named.start))
}

/// The body that is named first.
pub(crate) fn first_named(text: &str) -> Option<Named> {
    bodies()
        .filter_map(|(organ, name)| place(organ, name, text, text.find(name)))
        .min_by_key(|named| (named.start, text.len() - named.end))
}

/// Whether the Security Council is named, and where first.
pub(crate) fn council_named(text: &str) -> Option<Named> {
    let names = SECURITY_COUNCIL.iter().filter(|name| !is_bare_council(name));
    names
        .filter_map(|name| place(Organ::SecurityCouncil, name, text, text.find(name)))
        .min_by_key(|named| named.start)
}

/// "The Council" says the Security Council only beside a number.
fn is_bare_council(name: &str) -> bool {
    matches!(
        name,
        "the council" | "le conseil" | "el consejo" | "o conselho" | "il consiglio" | "der rat" | "cds"
    )
}

fn bodies() -> impl Iterator<Item = (Organ, &'static str)> {
    let of = |organ: Organ, names: &'static [&'static str]| names.iter().map(move |name| (organ, *name));
    of(Organ::SecurityCouncil, SECURITY_COUNCIL)
        .chain(of(Organ::GeneralAssembly, GENERAL_ASSEMBLY))
        .chain(of(Organ::HumanRightsCouncil, HUMAN_RIGHTS_COUNCIL))
        .chain(of(Organ::Other, OTHERS))
}

/// A name counts as a whole word only.
fn place(organ: Organ, name: &str, text: &str, at: Option<usize>) -> Option<Named> {
    let start = at?;
    let end = start + name.len();
    let joined = |left: Option<char>, right: Option<char>| matches!((left, right), (Some(l), Some(r)) if crate::mention::joins(l, r));
    let before = joined(text[..start].chars().next_back(), name.chars().next()) && !starts_arabic(name);
    let after = joined(name.chars().next_back(), text[end..].chars().next())
        && name.chars().next().is_none_or(|c| c <= '\u{2E80}');
    (!before && !after).then_some(Named { organ, start, end })
}

/// Arabic joins prepositions to the word.
fn starts_arabic(name: &str) -> bool {
    name.chars().next().is_some_and(|c| ('\u{600}'..='\u{6FF}').contains(&c))
}
