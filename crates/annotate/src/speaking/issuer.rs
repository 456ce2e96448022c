//! The body that issues a document: what the text says, in the order of how surely it says it, else what the source
//! says. `docs/decisions/0006-tagging.md` has the order.

use chancery_model::{CountryCode, IssuerTag, Lang, Part};

use super::address::addressing;
use super::agencies::signature;
use super::bodies::{Body, Found, bodies_in};
use super::clause::{
    begins_with_verb, behind_brackets, clause_before, follows_dateline, heading, is_anothers, is_ascribed,
    is_called_for, is_chairing, is_first, is_first_sentence, is_followed_by_resolution, is_fronted,
    is_object, is_said_behind, is_spoken_of, links_author, wire_head,
};
use super::homes::{Home, home};
use super::hosts::publisher;
use super::voice::{MOST, Voice, first_person_in, first_person_of, follows_verb, voices};
use crate::Context;
use crate::countries::{Document, Placed};
use crate::folded::Folded;
use crate::gazetteer::Kind;
use crate::saying::{begins_saying, issuing, stances};
use crate::scan::Scan;

/// How many characters of the text the issuer is looked for in.
const LEAD: usize = 420;

/// How many characters into the text a body without a country is still the one that speaks.
const OPENING: usize = 130;

/// How surely a body's place in a text says that it issues it; the first is the surest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// "Statement by …".
    Issues,
    /// It begins the title or a sentence, or a verb of speech follows it.
    Speaks,
    /// It is only named.
    Named,
}

/// A body that the document names, as evidence of its issuer.
#[derive(Debug, Clone)]
struct Evidence {
    part: Part,
    found: Found,
    standing: Standing,
}

impl Evidence {
    /// The code that its name says.
    fn code(&self) -> Option<String> {
        let own = self.found.country.map(|code| code.to_string());
        own.or_else(|| self.found.body.code().map(str::to_owned))
    }

    /// The state that its name says; none for an organisation of states.
    fn state(&self) -> Option<String> {
        self.code().filter(|code| !is_of_several_states(code))
    }

    /// The surest first: what the title says to issue or to speak, then the lead, then what is only named.
    fn rank(&self) -> (bool, bool, Standing) {
        (self.standing == Standing::Named, self.part == Part::Text, self.standing)
    }
}

/// What the issuer is told from.
struct Reading<'r, 't> {
    document: &'r Document<'t>,
    countries: &'r [Placed],
    lang: Lang,
    context: &'r Context<'r>,
    /// The state whose language it is.
    home: Option<&'static Home>,
}

/// The body that issues the document. Where the address is known to be a body's, another body counts only when the text
/// says that it issues it.
pub(crate) fn issuer(
    document: &Document<'_>,
    countries: &[Placed],
    lang: Lang,
    context: &Context<'_>,
) -> Option<IssuerTag> {
    let home = home(document.text.original, lang);
    let reading = Reading { document, countries, lang, context, home };
    let found = reading.bodies();
    match by_address(context) {
        Some(published) => Some(reading.on_its_own_pages(&found, published)),
        None => {
            let told = reading.by_text(&found).or_else(|| reading.addresses());
            told.or_else(|| by_source(document, context))
        }
    }
}

impl Reading<'_, '_> {
    /// The bodies of title and lead, the surest first.
    fn bodies(&self) -> Vec<Evidence> {
        let of = |part: Part| self.bodies_of(part);
        let mut found: Vec<Evidence> = of(Part::Title).into_iter().chain(of(Part::Text)).collect();
        found.sort_by_key(Evidence::rank);
        found
    }

    fn bodies_of(&self, part: Part) -> Vec<Evidence> {
        let text = &self.document.part(part).text;
        let at = |characters: usize| text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
        let (lead, opening) = (at(LEAD), at(OPENING));
        let counts = |found: &Found| found.body.code().is_some() || found.start < opening;
        let found =
            bodies_in(text, self.document.scan(part), lead, part, self.countries).into_iter().filter(counts);
        found
            .filter_map(|found| {
                let standing = self.standing(part, text, &found)?;
                Some(Evidence { part, found, standing })
            })
            .collect()
    }

    /// Whether a state is the subject of the title before an organisation: "Ukraine hands samples to the OPCW".
    fn follows_a_state(&self, found: &Found, before: &str) -> bool {
        let subject = || self.speaker_of_title();
        before.contains(' ') && subject().is_some_and(|code| found.body.code() != Some(code.as_str()))
    }

    /// How a body stands in its text; none for one that is spoken to or about.
    fn standing(&self, part: Part, text: &str, found: &Found) -> Option<Standing> {
        let before = clause_before(&text[..found.start]);
        let after = &text[found.end..];
        if is_called_for(before, &text[found.start..found.end], after, self.lang) {
            return Some(Standing::Issues);
        }
        if is_spoken_of(after) || found.body.code().is_some_and(is_of_several_states) && is_anothers(after) {
            return None;
        }
        let heads = before.trim().is_empty() || part == Part::Text && follows_dateline(&text[..found.start]);
        let begins = heads || self.follows_its_verb(&text[..found.start]);
        let code = found.body.code();
        if code.is_some_and(is_of_several_states) {
            let speaks = match part {
                Part::Title => {
                    is_first(before) && !is_object(before, self.lang) && !self.follows_a_state(found, before)
                }
                Part::Text => {
                    begins && (found.start < OPENING || after.starts_with([',', ':']))
                        || self.speaks(after) && (code != Some("UN") || found.start < OPENING)
                }
            };
            return (speaks && !is_followed_by_resolution(after)).then_some(Standing::Speaks);
        }
        let opens = heads && (part == Part::Title || is_first_sentence(&text[..found.start]));
        if opens || begins && !heads || self.speaks(after) {
            return Some(Standing::Speaks);
        }
        let is_named = match part {
            Part::Title => !is_object(before, self.lang) && (says_its_state(found) || is_first(before)),
            Part::Text => {
                self.is_of_a_speaker(found, &text[..found.start], after)
                    || self.is_spoken_for(found, &text[..found.start])
            }
        };
        is_named.then_some(Standing::Named)
    }

    /// Whether a body that the text only names is that of somebody who speaks or leads what is reported ("X, spokesman of
    /// the ministry, said"), or acts behind fronted words ("On Monday, the ministry opened").
    fn is_of_a_speaker(&self, found: &Found, before_all: &str, after: &str) -> bool {
        let before = clause_before(before_all);
        if is_object(before, self.lang) || first_person_in(before, self.lang).is_some() {
            return false;
        }
        let ascribed = || says_its_state(found) && self.home.is_none() && is_ascribed(before);
        let acts = || is_first_sentence(before_all) && is_fronted(before) && !self.has_verb(before);
        is_said_behind(after) || acts() || ascribed() || says_its_state(found) && is_chairing(before)
    }

    /// Whether a text speaks for a body: "on behalf of Mr. Salva Kiir Mayardit, President of South Sudan".
    fn is_spoken_for(&self, found: &Found, before: &str) -> bool {
        const NEAR: usize = 100;
        if found.country.is_none() {
            return false;
        }
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
        let line = near.rsplit(['\n', '\u{1}']).next().unwrap_or("");
        let is_person =
            |&(_, end): &(usize, usize)| line[end..].contains(',') && !self.has_verb(&line[end..]);
        issuing().places(line).iter().any(is_person)
    }

    /// Whether a verb of speech or of position stands in a stretch.
    fn has_verb(&self, stretch: &str) -> bool {
        let stances = stances(self.lang);
        let is_verb = |rest: &str| begins_saying(rest) || stances.begin(rest);
        is_verb(stretch.trim_start()) || stretch.match_indices(' ').any(|(at, _)| is_verb(&stretch[at + 1..]))
    }

    /// Whether a verb stands before the name, as Arabic has it.
    fn follows_its_verb(&self, before: &str) -> bool {
        follows_verb(before, self.lang)
            || self.lang.as_str() == "ar" && begins_with_verb(clause_before(before))
    }

    /// Whether a verb of speech or of position follows behind a few words, or the particle of a subject.
    fn speaks(&self, after: &str) -> bool {
        const WORDS: usize = 3;
        let stances = stances(self.lang);
        let starts = |rest: &str| begins_saying(rest) || stances.begin(rest);
        let after = behind_brackets(after);
        if after.starts_with(['は', 'が', '은', '는', ':']) || starts(after.trim_start_matches([',', ' ']))
        {
            return true;
        }
        let near = after.split(['.', ',', '\n', '\u{1}']).next().unwrap_or("");
        near.match_indices(' ').take(WORDS).any(|(at, _)| starts(&near[at + 1..]))
    }

    /// What a body publishes under its own address is its own, in the words of the text where it names the body.
    fn on_its_own_pages(&self, found: &[Evidence], published: IssuerTag) -> IssuerTag {
        let counts = |evidence: &&Evidence| {
            let code = evidence.code();
            code.is_some() && (code == published.code || evidence.standing == Standing::Issues)
        };
        found.iter().find(counts).map_or(published, |evidence| self.tag(evidence, evidence.code()))
    }

    /// The issuer that the text says: a body that issues or speaks, an agency that signs, a state that takes positions, a
    /// body that is only named, and at last the state whose language it is.
    fn by_text(&self, found: &[Evidence]) -> Option<IssuerTag> {
        let voices = voices(self.document, self.countries, self.lang);
        let strong = || voices.first().filter(|voice| voice.weight >= 2.0);
        let surest = found.first();
        if let Some(agency) = self.agency() {
            return Some(agency);
        }
        if let Some(issuing) = surest.filter(|evidence| evidence.part == Part::Title && is_sure(evidence)) {
            return self.of_body(issuing, found, &voices);
        }
        if let Some(author) = self.author_of_title() {
            return Some(author);
        }
        if let Some(speaking) = surest.filter(|evidence| is_sure(evidence)) {
            return self.of_body(speaking, found, &voices);
        }
        strong()
            .filter(|voice| self.outweighs_home(voice))
            .map(|voice| self.of_voice(voice))
            .or_else(|| surest.and_then(|named| self.of_body(named, found, &voices)))
            .or_else(|| self.at_home(&voices))
    }

    /// The state whose address the text is.
    fn addresses(&self) -> Option<IssuerTag> {
        addressing(self.document, self.countries, self.lang).map(|voice| self.of_voice(&voice))
    }

    /// The tag of a body; one that leaves out its state takes that of the source, of a like body, of the voice, of home.
    fn of_body(&self, evidence: &Evidence, all: &[Evidence], voices: &[Voice]) -> Option<IssuerTag> {
        let code = evidence
            .code()
            .or_else(|| self.context.source_country.map(|code| code.to_string()))
            .or_else(|| all.iter().filter(|other| is_sure(other)).find_map(Evidence::state))
            .or_else(|| self.speaker_of_title())
            .or_else(|| self.voice_or_home(voices))
            .or_else(|| all.iter().find_map(Evidence::state));
        let tag = self.tag(evidence, code);
        let is_author = evidence.standing == Standing::Issues && tag.name.contains(' ');
        (tag.code.is_some() || is_author).then_some(tag)
    }

    fn voice_or_home(&self, voices: &[Voice]) -> Option<String> {
        let strong = voices.first().filter(|voice| voice.weight >= 1.0 && self.outweighs_home(voice));
        strong.map(|voice| voice.code.to_string()).or_else(|| self.home.map(|home| home.code.to_owned()))
    }

    /// Whether a voice speaks rather than the state whose language it is: that state itself does, no state alone has that
    /// language, the voice is the Union's, or the text speaks in the first person.
    fn outweighs_home(&self, voice: &Voice) -> bool {
        let is_home = self.home.is_none_or(|home| home.code == voice.code.as_str());
        let speaks = || voice.code.as_str() == "EU" || first_person_of(self.document, self.lang).is_some();
        let by_spelling = self.home.is_some_and(Home::is_told_by_spelling);
        is_home || voice.weight >= 2.0 && speaks() || voice.weight >= 3.0 && by_spelling
    }

    fn agency(&self) -> Option<IssuerTag> {
        let found = signature(&self.document.text.text)?;
        let span = self.document.span(Part::Text, found.start, found.end);
        Some(IssuerTag { name: found.name.to_owned(), code: Some(found.code.to_owned()), spans: vec![span] })
    }

    fn of_voice(&self, voice: &Voice) -> IssuerTag {
        self.written(voice.part, voice.place, voice.code.to_string())
    }

    /// A stretch of the text as the issuer's name and evidence.
    fn written(&self, part: Part, (start, end): (usize, usize), code: String) -> IssuerTag {
        let span = self.document.span(part, start, end);
        let name = span.of(self.document.title.original, self.document.text.original);
        IssuerTag { name: name.to_owned(), code: Some(code), spans: vec![span] }
    }

    /// The state whose language it is, where it takes a position or speaks in the first person, where one of its bodies
    /// speaks further down, where the title calls the text a statement, or where an agency's report begins.
    fn at_home(&self, voices: &[Voice]) -> Option<IssuerTag> {
        let home = self.home?;
        if let Some(voice) = voices.iter().find(|voice| voice.code.as_str() == home.code) {
            return Some(self.of_voice(voice));
        }
        let text = &self.document.text.text;
        let first_person = || first_person_of(self.document, self.lang).map(|place| (Part::Text, place));
        let (part, (start, end)) = first_person()
            .or_else(|| self.own_body(text).map(|place| (Part::Text, place)))
            .or_else(|| self.called_a_statement().map(|place| (Part::Title, place)))
            .or_else(|| wire_head(self.document).map(|place| (Part::Text, place)))?;
        let span = self.document.span(part, start, end);
        Some(IssuerTag { name: home.name.to_owned(), code: Some(home.code.to_owned()), spans: vec![span] })
    }

    /// A body without a country that speaks anywhere in the text.
    fn own_body(&self, text: &str) -> Option<(usize, usize)> {
        let found =
            bodies_in(text, self.document.scan(Part::Text), MOST, Part::Text, self.countries).into_iter();
        let own = found.filter(|found| found.body == Body::OfState && found.country.is_none());
        own.filter(|found| {
            self.standing(Part::Text, text, found).is_some_and(|standing| standing != Standing::Named)
        })
        .map(|found| (found.start, found.end))
        .next()
    }

    /// Where the title calls the text a statement or the like.
    fn called_a_statement(&self) -> Option<(usize, usize)> {
        let title = &self.document.title.text;
        issuing().places(title).into_iter().min()
    }

    /// The state that the title calls the author, of several the first: "Joint statement by Germany, France and Poland".
    fn author_of_title(&self) -> Option<IssuerTag> {
        let title = &self.document.title.text;
        let called = issuing().places(title);
        let authors = |start: usize, &(from, to): &(usize, usize)| {
            let head = title.get(from..to.min(start)).unwrap_or("");
            let between = title.get(to.min(start)..start);
            !head.is_empty() && !is_object(head, self.lang) && between.is_some_and(links_author)
        };
        let follows = |placed: &&Placed| {
            placed.part == Part::Title
                && placed.mention.kind == Kind::Name
                && called.iter().any(|called| authors(placed.mention.start, called))
        };
        let placed = self.countries.iter().find(follows)?;
        let code = placed.mention.codes.first()?.to_string();
        Some(self.written(Part::Title, (placed.mention.start, placed.mention.end), code))
    }

    /// The country whose name begins the title and goes on with a verb: "Jordan condemns …".
    fn speaker_of_title(&self) -> Option<String> {
        let first = self.countries.iter().find(|placed| placed.part == Part::Title)?;
        let goes_on = || {
            let rest = self.document.title.text[first.mention.end..].strip_prefix(' ');
            rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        };
        let speaks = first.mention.start == 0 && first.mention.kind == Kind::Name && goes_on();
        speaks.then(|| first.mention.codes.first().map(CountryCode::to_string)).flatten()
    }

    fn tag(&self, evidence: &Evidence, code: Option<String>) -> IssuerTag {
        let Evidence { part, found, .. } = evidence;
        let text = &self.document.part(*part).text[found.start..found.end];
        let span = self.document.span(*part, found.start + heading(text), found.end);
        let written = span.of(self.document.title.original, self.document.text.original);
        let name = match found.body {
            Body::Known { code: own, name } if code.as_deref() == Some(own) => name,
            _ => written,
        };
        IssuerTag { name: name.to_owned(), code, spans: vec![span] }
    }
}

/// Whether a code is that of an organisation of states.
fn is_of_several_states(code: &str) -> bool {
    matches!(code, "EU" | "UN") || code.parse::<CountryCode>().is_err()
}

fn is_sure(evidence: &Evidence) -> bool {
    evidence.standing != Standing::Named
}

/// Whether a name says which state's body it is.
fn says_its_state(found: &Found) -> bool {
    found.body.code().is_some() || found.country.is_some()
}

fn by_address(context: &Context<'_>) -> Option<IssuerTag> {
    let body = publisher(context.url?)?;
    Some(IssuerTag { name: body.name.to_owned(), code: Some(body.code.to_owned()), spans: Vec::new() })
}

/// The source by its name, with its country or with the body that its name is.
fn by_source(document: &Document<'_>, context: &Context<'_>) -> Option<IssuerTag> {
    let name = context.source_name?;
    let folded = Folded::new(name);
    let named = || {
        let scan = Scan::new(&folded, &document.tables.patterns);
        let found = bodies_in(&folded.text, &scan, folded.text.len(), Part::Title, &[]);
        found.into_iter().find_map(|found| found.body.code())
    };
    let code = context.source_country.map(|code| code.to_string()).or_else(|| named().map(str::to_owned))?;
    Some(IssuerTag { name: name.to_owned(), code: Some(code), spans: Vec::new() })
}
