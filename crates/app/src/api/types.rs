//! What crosses the door between the window and the core. Offsets here are UTF-16 units, as the window counts them;
//! times are RFC 3339 in UTC.

use chancery_model::{
    Alert, AlertId, Basis, CountryCode, EditKind, Lang, ReceivedAs, Redirect, Rule, RuleId, RuleMode, Source,
    SourceId, StatementId, Trouble,
};
use serde::{Deserialize, Serialize};

use crate::catalogue::Official;

macro_rules! door {
    ($($(#[$meta:meta])* struct $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name { $($(#[$fmeta])* pub $field: $type,)* }
    )*};
}

/// The order of a list of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// By published date, newest first.
    #[default]
    Newest,
    /// By our own time of collection, newest first.
    Received,
    /// By relevance.
    Relevance,
}

/// What a mark in a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// Evidence of a country.
    Country,
    /// Evidence of a topic.
    Topic,
    /// Evidence of a resolution that is cited, or of a regime.
    Law,
    /// Evidence of law that is implied only.
    Implied,
    /// Evidence of a treaty or an act.
    Act,
    /// Evidence of a speaker or issuer.
    Person,
    /// What the query matched.
    Match,
}

/// How one word run of a revision differs from the revision before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DiffKind {
    /// In both.
    Same,
    /// In the newer one only.
    Added,
    /// In the older one only.
    Removed,
}

/// What the window is told when something moved. It says what changed, never the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Change {
    /// Statements were filed; `new` of them are new.
    Statements {
        /// How many are new.
        new: u32,
    },
    /// What the user did to some statements changed.
    Marks {
        /// Which statements.
        ids: Vec<StatementId>,
    },
    /// Alerts were raised or seen.
    Alerts,
    /// Rules changed.
    Rules,
    /// Sources or their health changed.
    Sources,
    /// Settings changed.
    Settings,
    /// A long work moved on; `done` equals `total` when it ended.
    Progress(Progress),
    /// A page that was opened in a window of its own moved on, or its window was closed.
    Page,
    /// The user chose in that window to keep its page.
    Keep,
    /// The user clicked a notification, or kept a page: show this statement.
    Open {
        /// Which one.
        id: StatementId,
    },
}

door! {
    /// A long work under way.
    struct Progress {
        /// `collect`, `export` or `import`.
        work: String,
        /// Units done.
        done: u64,
        /// Units in all; 0 when not known.
        total: u64,
        /// What is worked on now, in words.
        label: String,
        /// True when it ended, whichever way.
        ended: bool,
    }

    /// An error as the window gets it.
    struct Fault {
        /// `query` (with `at`), `unknown`, `stopped`, `refused`, `failed`; of a page that is not kept `page_` and why.
        code: String,
        /// One sentence: what, where.
        message: String,
        /// What to do about it.
        hint: Option<String>,
        /// What kind of trouble it is, when a server or the way to it failed.
        trouble: Option<Trouble>,
        /// The place in the query.
        at: Option<Place>,
    }

    /// A stretch of text in UTF-16 units, half-open.
    struct Place {
        /// First unit.
        start: u32,
        /// One past the last.
        end: u32,
    }

    /// Numbers for the frame of the window.
    struct Overview {
        /// Statements in the archive.
        statements: u64,
        /// Not read yet.
        unread: u64,
        /// Starred.
        starred: u64,
        /// Alerts not seen yet.
        alerts_unseen: u64,
        /// Sources that are followed.
        sources: u64,
        /// Sources that fail or are silent.
        sources_in_trouble: u64,
        /// When anything was last collected.
        last_collected: Option<String>,
        /// Whether a collection runs now.
        collecting: bool,
        /// How notifications reach the user, in words; says why when they do not.
        notifications: String,
        /// The data folder.
        data_dir: String,
        /// Whether this is the throw-away archive of the demonstration.
        demo: bool,
    }

    /// A query with an order.
    struct SearchOrder {
        /// The query as typed.
        query: String,
        /// The order.
        order: Order,
    }

    /// A computed list of statements; ask for its rows by index.
    struct ResultSet {
        /// A handle; a stale one is answered with the code `stale`: search again.
        id: String,
        /// How many statements, exactly.
        count: u64,
        /// How many of them are unread.
        unread: u64,
    }

    /// Some rows of a result set.
    struct WindowOf {
        /// The handle.
        result_set: String,
        /// First row.
        start: u64,
        /// How many rows at most.
        length: u32,
    }

    /// A marked stretch of a text, UTF-16.
    struct Mark {
        /// First unit.
        start: u32,
        /// One past the last.
        end: u32,
        /// What it stands for.
        mark: MarkKind,
        /// The value that it is evidence of: a code, slug, resolution number, name.
        value: String,
    }

    /// A stretch of text with marks.
    struct Marked {
        /// The text.
        text: String,
        /// Marks in order; they may overlap.
        marks: Vec<Mark>,
    }

    /// A statement in a list.
    struct StatementRow {
        /// Its id.
        id: StatementId,
        /// Issuer, else speaker, else source.
        issuer: String,
        /// The title with the query's matches.
        title: Marked,
        /// The matching passage, else the beginning of the text.
        passage: Marked,
        /// Countries, those that it is about first.
        countries: Vec<CountryCode>,
        /// Topic slugs.
        topics: Vec<String>,
        /// Published, else collected.
        at: String,
        /// `day`, `second`, or `collected` when no date is known.
        precision: String,
        /// Language.
        lang: Option<Lang>,
        /// Revision, from 1.
        revision: u32,
        /// Read.
        read: bool,
        /// Starred.
        starred: bool,
        /// Whether a rule matched it.
        alerted: bool,
        /// How often the same was published, this one counted; 1: once.
        publications: u32,
    }

    /// One value of a facet.
    struct FacetValue {
        /// A code, slug, number or id, as the query language takes it.
        value: String,
        /// Its name, where the core knows a better one than the window.
        name: Option<String>,
        /// Statements under the query that have it.
        count: u64,
    }

    /// A month of the histogram.
    struct Month {
        /// `2024-10`
        month: String,
        /// Statements.
        count: u64,
    }

    /// All facets under a query, most frequent first.
    struct Facets {
        /// Countries.
        countries: Vec<FacetValue>,
        /// Topics.
        topics: Vec<FacetValue>,
        /// Resolutions stated.
        resolutions: Vec<FacetValue>,
        /// Issuers.
        issuers: Vec<FacetValue>,
        /// Sources.
        sources: Vec<FacetValue>,
        /// Languages.
        languages: Vec<FacetValue>,
        /// Months in order, without gaps.
        months: Vec<Month>,
    }

    /// Asks for one statement, with the marks of a query.
    struct StatementOrder {
        /// Its id.
        id: StatementId,
        /// The query whose matches are marked; may be empty.
        query: String,
        /// Which revision; none: the newest.
        revision: Option<u32>,
    }

    /// A tag with its name and how often it has evidence.
    struct TagView {
        /// A code, slug, number, key or name.
        value: String,
        /// Its English name where the core knows one.
        name: Option<String>,
        /// Mentions.
        count: u32,
        /// Whether it is stated; false: implied.
        stated: bool,
        /// Whether the statement is about it (countries only).
        about: bool,
    }

    /// Who speaks.
    struct SpeakerView {
        /// The name.
        name: String,
        /// The role.
        role: Option<String>,
    }

    /// Words that are quoted directly.
    struct QuoteView {
        /// Who is quoted, where that is known.
        speaker: Option<String>,
        /// The language, where it is another than the statement's.
        lang: Option<Lang>,
        /// The words.
        words: String,
    }

    /// The same statement in another language.
    struct TranslationView {
        /// Its id.
        id: StatementId,
        /// Its language.
        lang: Option<Lang>,
        /// Its title.
        title: String,
    }

    /// Where a statement comes from.
    struct Provenance {
        /// The source's id.
        source_id: SourceId,
        /// The source's name.
        source_name: String,
        /// The address, as a link.
        url: Option<String>,
        /// The host of that address.
        site: Option<String>,
        /// When we first collected it.
        collected_at: String,
        /// When this revision was collected.
        revised_at: String,
        /// SHA-256 of the bytes as received, in hex.
        sha256: Option<String>,
        /// What was received for this revision, the last answer first: the page, then the feed that named it.
        evidence: Vec<EvidenceView>,
    }

    /// Bytes as received, and how they came.
    struct EvidenceView {
        /// How they came.
        how: ReceivedAs,
        /// The address that was asked, or the file's name.
        url: String,
        /// The redirects on the way, in order.
        redirects: Vec<Redirect>,
        /// The address that answered.
        final_url: String,
        /// HTTP status; 0 where no server was asked.
        status: u16,
        /// Headers as received, a line each.
        headers: Vec<String>,
        /// When they were received.
        received_at: String,
        /// SHA-256 of the bytes, in hex.
        sha256: String,
        /// How many bytes there are.
        bytes: u64,
    }

    /// How the page of a statement answered when it was last asked.
    struct PageState {
        /// When it was asked.
        asked_at: String,
        /// What stood in the way; none: it was there.
        trouble: Option<Trouble>,
        /// HTTP status, where a server answered with an error.
        status: Option<u16>,
    }

    /// Where else a statement was published.
    struct PublicationView {
        /// The statement there.
        id: StatementId,
        /// The source's name.
        source_name: String,
        /// The address, as a link.
        url: Option<String>,
        /// When it was first collected.
        collected_at: String,
    }

    /// A statement in the reading pane.
    struct StatementView {
        /// Its id.
        id: StatementId,
        /// The title.
        title: Marked,
        /// Paragraphs in order.
        paragraphs: Vec<Marked>,
        /// Language.
        lang: Option<Lang>,
        /// Issuer's name.
        issuer: Option<String>,
        /// Issuer's code.
        issuer_code: Option<String>,
        /// Speakers.
        speakers: Vec<SpeakerView>,
        /// Published, RFC 3339 in UTC.
        published_at: Option<String>,
        /// `day` or `second`.
        published_precision: Option<String>,
        /// Stated or inferred.
        published_basis: Option<Basis>,
        /// Countries.
        countries: Vec<TagView>,
        /// Topics.
        topics: Vec<TagView>,
        /// Resolutions and regimes.
        law: Vec<TagView>,
        /// Treaties and acts.
        acts: Vec<TagView>,
        /// The same statement in other languages, as its publisher links them.
        translations: Vec<TranslationView>,
        /// Direct quotations.
        quotes: Vec<QuoteView>,
        /// Whether the text is the summary of its feed, since nothing else could be read.
        summary_only: bool,
        /// How its page answered when it was last asked; none when it was not asked by itself.
        page: Option<PageState>,
        /// Provenance.
        provenance: Provenance,
        /// Where else the same was published, the first collected first.
        also_published: Vec<PublicationView>,
        /// This revision.
        revision: u32,
        /// How many revisions there are.
        revisions: u32,
        /// Names of the rules that matched.
        matched_rules: Vec<String>,
        /// Read.
        read: bool,
        /// Starred.
        starred: bool,
        /// Labels.
        labels: Vec<String>,
        /// Note.
        note: Option<String>,
        /// Version of the data that made the tags.
        data_version: String,
    }

    /// A word run of a difference.
    struct DiffRun {
        /// Same, added or removed.
        diff: DiffKind,
        /// The words.
        text: String,
    }

    /// One revision against the one before.
    struct RevisionView {
        /// Its number, from 1.
        revision: u32,
        /// When it was collected.
        collected_at: String,
        /// Its title.
        title: String,
        /// What kind of change led to it; none for the first.
        edit: Option<EditKind>,
        /// Words added and removed against the revision before; 0 for the first.
        words_changed: u32,
        /// The difference by word; empty for the first.
        runs: Vec<DiffRun>,
    }

    /// Names one statement.
    struct StatementRef {
        /// Its id.
        id: StatementId,
    }

    /// What the user does to statements; what is none stays as it is.
    struct MarkOrder {
        /// Which.
        ids: Vec<StatementId>,
        /// Read or unread.
        read: Option<bool>,
        /// Starred or not.
        starred: Option<bool>,
        /// The whole set of labels.
        labels: Option<Vec<String>>,
        /// The note; empty removes it.
        note: Option<String>,
    }

    /// A topic.
    struct TopicView {
        /// Its slug, by which queries name it.
        slug: String,
        /// Its name.
        name: String,
        /// What counts for it; empty where nobody said.
        about: String,
        /// Whether the user made it.
        own: bool,
    }

    /// The topics, and what the user made of them.
    struct TopicsView {
        /// The program's in their order, then the user's.
        topics: Vec<TopicView>,
        /// The user's file; empty when there is none.
        file: String,
        /// How many statements have tags that other words made.
        stale: u64,
    }

    /// Asks for the words of a topic.
    struct TopicWordsOrder {
        /// The topic.
        slug: String,
        /// The language.
        lang: Lang,
    }

    /// Words that speak for a topic.
    struct TopicWordView {
        /// The pattern.
        words: String,
        /// Its weight; none for a phrase in which the topic's words mean something else.
        weight: Option<f32>,
        /// Whether the user wrote it.
        own: bool,
    }

    /// A user's file of topics.
    struct TopicFile {
        /// What stands in it.
        text: String,
    }

    /// What is wrong with a line of it.
    struct TopicFault {
        /// The line, from 1.
        line: u32,
        /// One sentence.
        message: String,
    }

    /// A query that is being typed.
    struct QueryText {
        /// As typed.
        query: String,
    }

    /// A term of a query, for chips.
    struct QueryTerm {
        /// The field (`country`, `topic` …); none for words.
        field: Option<String>,
        /// Its value as the query language prints it.
        value: String,
        /// Whether it stands under a NOT.
        negated: bool,
        /// Its place.
        at: Place,
    }

    /// What the parser says of a query.
    struct QueryCheck {
        /// The fault, when it does not parse.
        fault: Option<Fault>,
        /// The terms in order.
        terms: Vec<QueryTerm>,
        /// The query as the printer writes it.
        printed: String,
        /// Whether it can be a rule; else why not.
        rule_fault: Option<Fault>,
        /// Sources that it names and that do not exist.
        unmatched_sources: Vec<String>,
    }

    /// Asks for the query with a term put in, turned round or taken out.
    struct ToggleTerm {
        /// As typed.
        query: String,
        /// The field.
        field: String,
        /// The value.
        value: String,
        /// Exclude it instead (Alt-click).
        exclude: bool,
    }

    /// Asks what could stand at a place of a query.
    struct CompletionOrder {
        /// As typed.
        query: String,
        /// The caret, UTF-16.
        at: u32,
    }

    /// Something that could stand there.
    struct Completion {
        /// What is inserted.
        insert: String,
        /// What is shown.
        label: String,
        /// What it replaces.
        at: Place,
    }

    /// Which alerts.
    struct AlertsOrder {
        /// Only those not seen.
        unseen_only: bool,
        /// One rule's only.
        rule: Option<RuleId>,
        /// At most so many.
        limit: u32,
    }

    /// An alert in the inbox.
    struct AlertView {
        /// The alert.
        alert: Alert,
        /// The passage with the words that matched.
        passage: Marked,
        /// When the statement was published, else collected.
        at: String,
        /// Countries of the statement.
        countries: Vec<CountryCode>,
    }

    /// Marks alerts as seen or not.
    struct SeenOrder {
        /// Which; none: all of `rule`, or all.
        ids: Option<Vec<AlertId>>,
        /// All of this rule.
        rule: Option<RuleId>,
        /// Seen or not.
        seen: bool,
    }

    /// A rule with its history.
    struct RuleView {
        /// The rule.
        rule: Rule,
        /// Alerts a week over the last twelve weeks, oldest first.
        weeks: Vec<u32>,
        /// Alerts not seen.
        unseen: u32,
        /// Why its query cannot be evaluated, when it cannot.
        fault: Option<Fault>,
    }

    /// A rule to be saved.
    struct RuleDraft {
        /// None: a new one.
        id: Option<RuleId>,
        /// Its name.
        name: String,
        /// Its query.
        query: String,
        /// What it does.
        mode: RuleMode,
        /// Muted until then, RFC 3339.
        muted_until: Option<String>,
    }

    /// Names one rule.
    struct RuleRef {
        /// Its id.
        id: RuleId,
    }

    /// Asks what a query would have done.
    struct RuleTestOrder {
        /// The query.
        query: String,
        /// Over so many days back.
        days: u32,
    }

    /// What a query would have done.
    struct RuleTest {
        /// Hits a week, oldest first.
        weeks: Vec<u32>,
        /// First day of the first week.
        since: String,
        /// Hits in all.
        total: u64,
        /// Hits between 22:00 and 06:00 in the user's zone.
        at_night: u64,
        /// Up to ten newest samples.
        samples: Vec<StatementRow>,
    }

    /// Asks why a query does or does not match a statement.
    struct WhyOrder {
        /// The query.
        query: String,
        /// The statement's id or address.
        statement: String,
    }

    /// One part of a query and whether it holds.
    struct WhyTerm {
        /// The part as printed.
        term: String,
        /// Whether it holds.
        holds: bool,
        /// What was found, or what is missing, in words.
        reason: String,
    }

    /// Why a query does or does not match.
    struct Why {
        /// The statement.
        id: StatementId,
        /// Its title.
        title: String,
        /// Whether the whole matches.
        matches: bool,
        /// Part by part.
        terms: Vec<WhyTerm>,
    }

    /// An address to be looked at.
    struct Address {
        /// As typed.
        url: String,
    }

    /// A page to be opened in a window of its own.
    struct PageOrder {
        /// Its address, as typed.
        url: String,
        /// The source from which it is opened, to which it then belongs.
        source: Option<SourceId>,
        /// What the window's own menu calls keeping it, in the user's language.
        menu: String,
    }

    /// The page that is open in its window.
    struct PageView {
        /// Its address.
        url: String,
        /// Its title; empty while it has none.
        title: String,
        /// Whether it is being loaded.
        loading: bool,
        /// The address of a file that was not opened there, since it is no page.
        refused: Option<String>,
    }

    /// What a page that was kept became.
    struct KeptPage {
        /// The statement.
        id: StatementId,
        /// `new`, `revised` or `known`.
        outcome: String,
        /// Its title.
        title: String,
    }

    /// An entry that an address offers.
    struct FoundEntry {
        /// Title.
        title: String,
        /// Published, where known.
        published_at: Option<String>,
        /// Address.
        url: Option<String>,
    }

    /// What an address is.
    struct SourceFinding {
        /// The address to follow.
        url: String,
        /// `RSS feed`, `Atom feed`, `JSON Feed`, `listing page`, `page`, `plain text`, `PDF document`, `folder` …
        kind: String,
        /// The title that it gives itself.
        name: String,
        /// What was found, in a sentence.
        message: String,
        /// Entries in all.
        entries: u32,
        /// The first three.
        first: Vec<FoundEntry>,
    }

    /// A source to be followed.
    struct SourceDraft {
        /// Its address.
        url: String,
        /// Its name; none: the title that it gives itself.
        name: Option<String>,
        /// Follow it as it stands, without asking it.
        no_check: bool,
    }

    /// Names one source.
    struct SourceRef {
        /// Its id.
        id: SourceId,
    }

    /// Pauses a source or lets it go on.
    struct PauseOrder {
        /// Its id.
        id: SourceId,
        /// Paused or not.
        paused: bool,
    }

    /// Lets a source go on at another address.
    struct MoveOrder {
        /// Its id.
        id: SourceId,
        /// The address from now on.
        url: String,
    }

    /// Changes how a source is asked.
    struct AskOrder {
        /// Its id.
        id: SourceId,
        /// How.
        manners: chancery_model::Manners,
    }

    /// A page that is read as a list.
    struct Listing {
        /// Its address.
        page: String,
        /// The CSS selector of its items; none: what repeats.
        selector: Option<String>,
    }

    /// A source with its cadence.
    struct SourceView {
        /// The source.
        source: Source,
        /// Its page and selector, where its page is read as a list.
        listing: Option<Listing>,
        /// Until when its host asked all programs to wait, RFC 3339 in UTC.
        resting_until: Option<String>,
        /// Minutes between what it usually brings; none when not known.
        cadence: Option<u32>,
    }

    /// A set of sources to begin with.
    struct StarterSet {
        /// Its key.
        key: String,
        /// Its name.
        name: String,
        /// One line.
        description: String,
        /// The names of its sources.
        sources: Vec<String>,
    }

    /// Asks the catalogue of official sources; what is none is not asked for.
    #[derive(Default)]
    struct CatalogueOrder {
        /// Words of names, bodies, hosts and countries; empty: all.
        words: String,
        /// ISO 3166-1 alpha-2, `EU` or `UN`.
        country: Option<String>,
        /// A topic's slug.
        topic: Option<String>,
        /// ISO 639-1.
        language: Option<String>,
        /// Who publishes it.
        kind: Option<String>,
    }

    /// An official source, and whether it is followed.
    struct OfficialSource {
        /// The source.
        official: Official,
        /// Whether it is followed already.
        followed: bool,
    }

    /// What of the catalogue was asked for, and the values by which its words' hits can be narrowed, most frequent first.
    struct Catalogue {
        /// The sources.
        sources: Vec<OfficialSource>,
        /// Countries and bodies.
        countries: Vec<FacetValue>,
        /// Topics.
        topics: Vec<FacetValue>,
        /// Languages.
        languages: Vec<FacetValue>,
        /// Who publishes.
        kinds: Vec<FacetValue>,
    }

    /// What became of a list of sources.
    struct SourcesTaken {
        /// Sources in the file.
        listed: u32,
        /// Those that are followed now and were not before.
        followed: u32,
        /// What could not be taken, a sentence each, with its line.
        faults: Vec<String>,
    }

    /// Names a starter set.
    struct StarterRef {
        /// Its key.
        key: String,
    }

    /// What to collect.
    struct CollectOrder {
        /// One source only.
        source: Option<SourceId>,
        /// All, whether due or not.
        force: bool,
    }

    /// What a collection or an import brought.
    #[derive(Default)]
    struct CollectReport {
        /// New statements.
        new: u32,
        /// New revisions.
        revised: u32,
        /// Known already.
        known: u32,
        /// Sources asked.
        sources: u32,
        /// Alerts raised.
        alerts: u32,
        /// What failed, a sentence each.
        faults: Vec<String>,
    }

    /// Which statements go into a file, and how.
    struct ExportOrder {
        /// The query.
        query: String,
        /// `excel` or `data`.
        preset: String,
        /// `,`, `;` or a tab; none: the preset's.
        delimiter: Option<String>,
        /// Columns; none: all but the text.
        columns: Option<Vec<String>>,
        /// Also the text.
        text: bool,
        /// The file; none in a preview.
        path: Option<String>,
    }

    /// The first rows of an export.
    struct ExportPreview {
        /// Rows in all.
        count: u64,
        /// Column names.
        header: Vec<String>,
        /// At most ten rows.
        rows: Vec<Vec<String>>,
        /// All columns that there are.
        all_columns: Vec<String>,
        /// A name for the file.
        suggested: String,
    }

    /// What an export wrote.
    struct ExportReport {
        /// The file.
        path: String,
        /// Rows.
        rows: u64,
        /// Cells over 32,767 characters, which Excel cuts.
        long_cells: u64,
        /// Bytes.
        bytes: u64,
    }

    /// Names a file that the user may choose.
    struct FileName {
        /// A suggested name.
        name: String,
    }

    /// Settings that the user changes in the window.
    struct Settings {
        /// `system`, `light`, `dark` or `contrast`.
        theme: String,
        /// `comfortable` or `compact` rows.
        density: String,
        /// Minutes between two visits of a source, at least 5.
        interval_minutes: u32,
        /// Whether the window collects by itself.
        collect: bool,
        /// Whether notifications are shown.
        notifications: bool,
        /// Local hours between which nothing is shown, `22-06`; empty: never quiet.
        quiet_hours: String,
        /// Mark a statement as read when it is opened.
        read_on_open: bool,
        /// Language of the window, `en`, `uk` or `ru`.
        language: String,
        /// `excel` or `data`: the preset that an export begins with.
        export_preset: String,
        /// A proxy for all that is fetched, `http://host:port` or `socks5://host:port`; empty: as the system has it.
        #[serde(default)]
        proxy: String,
    }
}
