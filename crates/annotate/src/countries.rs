//! Which countries a document names, and which it is about.

use chancery_model::{CountryCode, CountryTag, Lang, Part, Span};
use hashbrown::HashSet;

use crate::dateline::{self, closes, dateline_end};
use crate::folded::Folded;
use crate::gazetteer::Kind;
use crate::mention::{Look, Mention, mentions};
use crate::namesakes;
use crate::persons;
use crate::scan::{Scan, Section, Tables};
use crate::seats::stands_for_its_organisation;
use crate::tongues::{Tongue, tongues};

/// A mention with the part of the document that it lies in.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// The part.
    pub part: Part,
    /// The mention.
    pub mention: Mention,
}

/// The two folded parts of a document, with what the tables of its language find in them.
pub(crate) struct Document<'t> {
    /// The title.
    pub title: Folded<'t>,
    /// The text.
    pub text: Folded<'t>,
    /// The tables that it is read by.
    pub tables: &'static Tables,
    /// Whether neither part has a capital letter.
    is_small: bool,
    /// The paragraphs of the text in other languages.
    tongues: Vec<Tongue>,
    title_scan: Scan,
    text_scan: Scan,
}

impl<'t> Document<'t> {
    /// Folds both parts and scans them.
    pub fn new(title: &'t str, text: &'t str, lang: Lang) -> Self {
        let is_small = is_without_capitals(title, text);
        let (title, text, tables) = (Folded::new(title), Folded::new(text), Tables::of(lang));
        let tongues = tongues(&text, lang);
        let title_scan = Scan::new(&title, &tables.patterns);
        let text_scan = Scan::new(&text, &tables.patterns);
        Self { title, text, tables, is_small, tongues, title_scan, text_scan }
    }

    /// Returns what was found in one part.
    pub fn scan(&self, part: Part) -> &Scan {
        match part {
            Part::Title => &self.title_scan,
            Part::Text => &self.text_scan,
        }
    }

    /// Returns one part.
    pub fn part(&self, part: Part) -> &Folded<'t> {
        match part {
            Part::Title => &self.title,
            Part::Text => &self.text,
        }
    }

    /// Leads a stretch of a folded part back to the original.
    pub fn span(&self, part: Part, start: usize, end: usize) -> Span {
        let folded = self.part(part);
        Span::new(part, folded.start_of(start), folded.end_of(end))
    }
}

/// A chat message, a scan: small letters, and not one capital.
fn is_without_capitals(title: &str, text: &str) -> bool {
    match (letter_case(title), letter_case(text)) {
        (Some(Case::Large), _) | (_, Some(Case::Large)) => false,
        (title, text) => title.or(text).is_some(),
    }
}

/// How letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    Large,
}

/// Large where one letter of a text is, else small where one is; none where it has letters of scripts without capitals
/// alone. Most of those are told by their first bytes.
fn letter_case(text: &str) -> Option<Case> {
    const CHUNK: usize = 64;
    let mut case = None;
    for (number, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        if chunk.iter().filter(|byte| may_have_case(**byte)).count() == 0 {
            continue;
        }
        let starts = (number * CHUNK..).zip(chunk).filter(|(_, byte)| may_have_case(**byte));
        for letter in starts.filter_map(|(at, _)| text[at..].chars().next()).filter(|c| has_case(*c)) {
            if letter.is_uppercase() {
                return Some(Case::Large);
            }
            case = case.or(letter.is_lowercase().then_some(Case::Small));
        }
    }
    case
}

/// Whether a letter that begins with a byte may have a case.
fn may_have_case(first: u8) -> bool {
    matches!(first, b'a'..=b'z' | b'A'..=b'Z' | 0xC2..=0xD6 | 0xE1 | 0xE2 | 0xEA | 0xEF..)
}

fn has_case(letter: char) -> bool {
    !matches!(letter, '\u{590}'..='\u{109F}' | '\u{2E80}'..='\u{A63F}' | '\u{AC00}'..='\u{D7FF}')
}

/// Finds every country mention of a document that holds.
pub(crate) fn placed_mentions(document: &Document<'_>) -> Vec<Placed> {
    let mut all = mentions_of(document, Part::Title);
    all.extend(mentions_of(document, Part::Text));
    persons::drop_surnames(document, &mut all);
    drop_dateline(document, &mut all);
    drop_closing(document, &mut all);
    drop_seats(document, &mut all);
    namesakes::settle(document, &mut all);
    drop_unsupported(document, &mut all);
    all
}

/// The mentions of one part, each paragraph read in its own language.
fn mentions_of(document: &Document<'_>, part: Part) -> Vec<Placed> {
    let look = Look { is_title: part == Part::Title, is_small: document.is_small };
    let text = document.part(part);
    let tongues = if part == Part::Text { document.tongues.as_slice() } else { &[] };
    let mut found = mentions(text, document.scan(part).hits(Section::Names), &document.tables.names, look);
    found.retain(|mention| !tongues.iter().any(|tongue| tongue.holds(mention.start)));
    found.extend(tongues.iter().flat_map(|tongue| mentions(text, &tongue.names, &tongue.tables.names, look)));
    found.sort_by_key(|mention| mention.start);
    found.into_iter().map(|mention| Placed { part, mention }).collect()
}

/// The city at the head of the text says where it was written: it is no evidence of a country.
fn drop_dateline(document: &Document<'_>, all: &mut Vec<Placed>) {
    let in_text = all.iter().filter(|placed| placed.part == Part::Text);
    let in_head = in_text.take_while(|placed| placed.mention.start < dateline::LONGEST);
    let mentions: Vec<Mention> = in_head.map(|placed| placed.mention.clone()).collect();
    if let Some(end) = dateline_end(&document.text.text, &mentions) {
        all.retain(|Placed { part, mention }| {
            *part == Part::Title || mention.kind != Kind::Place || mention.start >= end
        });
    }
}

/// A line that says where and when the text was done or signed is no evidence either.
fn drop_closing(document: &Document<'_>, all: &mut Vec<Placed>) {
    let text = &document.text.text;
    let in_text = || all.iter().filter(|placed| placed.part == Part::Text).map(|placed| &placed.mention);
    if !in_text().any(|mention| mention.kind == Kind::Place) {
        return;
    }
    let places: Vec<Mention> = in_text().cloned().collect();
    all.retain(|Placed { part, mention }| {
        *part == Part::Title || mention.kind != Kind::Place || !closes(text, mention, &places)
    });
}

/// Brussels, Geneva, New York and Vienna are no evidence where they stand for the organisation that sits there.
fn drop_seats(document: &Document<'_>, all: &mut Vec<Placed>) {
    all.retain(|Placed { part, mention }| {
        let text = &document.part(*part).text;
        mention.kind != Kind::Place
            || !stands_for_its_organisation(text, (mention.start, mention.end), mention.codes)
    });
}

/// A doubtful name counts when the country is named beyond doubt elsewhere, or when it stands in a list of countries.
fn drop_unsupported(document: &Document<'_>, all: &mut Vec<Placed>) {
    let sure: HashSet<CountryCode> = all
        .iter()
        .filter(|placed| !placed.mention.weak)
        .flat_map(|placed| placed.mention.codes.iter().copied())
        .collect();
    let keep: Vec<bool> = (0..all.len())
        .map(|at| {
            let mention = &all[at].mention;
            !mention.weak
                || mention.codes.iter().all(|code| sure.contains(code))
                || is_in_list(document, all, at)
        })
        .collect();
    let mut kept = keep.iter();
    all.retain(|_| kept.next().copied().unwrap_or(true));
}

fn is_in_list(document: &Document<'_>, all: &[Placed], at: usize) -> bool {
    let here = &all[at];
    let text = &document.part(here.part).text;
    let near = |left: &Placed, right: &Placed| {
        left.part == right.part
            && text.get(left.mention.end..right.mention.start).is_some_and(|gap| {
                gap.len() <= 16
                    && gap.chars().count() <= 4
                    && (gap.contains([',', '،', '、', '·']) || is_and(document, gap))
            })
    };
    at > 0 && near(&all[at - 1], here) || all.get(at + 1).is_some_and(|next| near(here, next))
}

/// The "and" of the document's language, or one that Chinese, Japanese and Korean join.
fn is_and(document: &Document<'_>, gap: &str) -> bool {
    let word = gap.trim();
    matches!(word, "와" | "과" | "및" | "及" | "和" | "与" | "與" | "と" | "و")
        || document.tables.names.context.and.iter().any(|and| and == word)
}

/// Makes the tags, in order of first mention.
pub(crate) fn country_tags(
    document: &Document<'_>,
    all: &[Placed],
    own: Option<CountryCode>,
) -> Vec<CountryTag> {
    let mut tags: Vec<CountryTag> = Vec::new();
    for Placed { part, mention } in all {
        let span = document.span(*part, mention.start, mention.end);
        for &code in mention.codes {
            let tag = match tags.iter_mut().find(|tag| tag.code == code) {
                Some(tag) => tag,
                None => {
                    tags.push(CountryTag { code, count: 0, about: false, named: false, spans: Vec::new() });
                    tags.last_mut().expect("one was pushed")
                }
            };
            tag.count += 1;
            tag.named |= is_own_name(mention, document.part(*part));
            tag.spans.push(span);
        }
    }
    crate::about::mark_about(document, all, &mut tags, own);
    tags
}

/// The European Union is no country: its name is not a country's own.
fn is_own_name(mention: &Mention, text: &Folded<'_>) -> bool {
    let single = mention.codes.len() == 1 && mention.codes != [CountryCode::new(b"EU")];
    match mention.kind {
        Kind::Name => single,
        Kind::Congo | Kind::Korea => {
            single && !text.text[mention.start..mention.end].ends_with(['n', 'e', 'о', 'y', 'i', 'и', 'х'])
        }
        _ => false,
    }
}
