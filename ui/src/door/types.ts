// Made from crates/app/src/api by `cargo test -p chancery-app --features ts`; do not edit.

/**
 * An address to be looked at.
 */
export type Address = { 
/**
 * As typed.
 */
url: string, };

/**
 * A rule that matched a statement, as filed.
 */
export type Alert = { 
/**
 * Its number.
 */
id: AlertId, 
/**
 * The rule.
 */
rule_id: RuleId, 
/**
 * The rule's name.
 */
rule: string, 
/**
 * The statement.
 */
statement_id: StatementId, 
/**
 * The statement's title.
 */
title: string, 
/**
 * The issuer's or source's name.
 */
issuer: string, 
/**
 * The source's name.
 */
source_name: string, 
/**
 * How it reaches the user: one that is not shown by itself is stamped when it is filed.
 */
showing: Showing, 
/**
 * The passage that matched.
 */
matched_text: string, 
/**
 * When the statement was filed and the alert with it.
 */
raised_at: string, 
/**
 * When it was shown, or decided that it need not be.
 */
notified_at: string | null, 
/**
 * Whether the user has seen it.
 */
seen: boolean, };

/**
 * The number of an alert, in the order of raising.
 */
export type AlertId = number;

/**
 * An alert in the inbox.
 */
export type AlertView = { 
/**
 * The alert.
 */
alert: Alert, 
/**
 * The passage with the words that matched.
 */
passage: Marked, 
/**
 * When the statement was published, else collected.
 */
at: string, 
/**
 * Countries of the statement.
 */
countries: Array<CountryCode>, };

/**
 * Which alerts.
 */
export type AlertsOrder = { 
/**
 * Only those not seen.
 */
unseen_only: boolean, 
/**
 * One rule's only.
 */
rule: RuleId | null, 
/**
 * At most so many.
 */
limit: number, };

/**
 * Changes how a source is asked.
 */
export type AskOrder = { 
/**
 * Its id.
 */
id: SourceId, 
/**
 * How.
 */
manners: Manners, };

/**
 * Where a time comes from.
 */
export type Basis = "stated" | "inferred";

/**
 * What of the catalogue was asked for, and the values by which its words' hits can be narrowed, most frequent first.
 */
export type Catalogue = { 
/**
 * The sources.
 */
sources: Array<OfficialSource>, 
/**
 * Countries and bodies.
 */
countries: Array<FacetValue>, 
/**
 * Topics.
 */
topics: Array<FacetValue>, 
/**
 * Languages.
 */
languages: Array<FacetValue>, 
/**
 * Who publishes.
 */
kinds: Array<FacetValue>, };

/**
 * Asks the catalogue of official sources; what is none is not asked for.
 */
export type CatalogueOrder = { 
/**
 * Words of names, bodies, hosts and countries; empty: all.
 */
words: string, 
/**
 * ISO 3166-1 alpha-2, `EU` or `UN`.
 */
country: string | null, 
/**
 * A topic's slug.
 */
topic: string | null, 
/**
 * ISO 639-1.
 */
language: string | null, 
/**
 * Who publishes it.
 */
kind: string | null, };

/**
 * What the window is told when something moved. It says what changed, never the data.
 */
export type Change = { "kind": "statements", 
/**
 * How many are new.
 */
new: number, } | { "kind": "marks", 
/**
 * Which statements.
 */
ids: Array<StatementId>, } | { "kind": "alerts" } | { "kind": "rules" } | { "kind": "sources" } | { "kind": "settings" } | { "kind": "progress" } & Progress | { "kind": "page" } | { "kind": "keep" } | { "kind": "open", 
/**
 * Which one.
 */
id: StatementId, };

/**
 * What to collect.
 */
export type CollectOrder = { 
/**
 * One source only.
 */
source: SourceId | null, 
/**
 * All, whether due or not.
 */
force: boolean, };

/**
 * What a collection or an import brought.
 */
export type CollectReport = { 
/**
 * New statements.
 */
new: number, 
/**
 * New revisions.
 */
revised: number, 
/**
 * Known already.
 */
known: number, 
/**
 * Sources asked.
 */
sources: number, 
/**
 * Alerts raised.
 */
alerts: number, 
/**
 * What failed, a sentence each.
 */
faults: Array<string>, };

/**
 * Something that could stand there.
 */
export type Completion = { 
/**
 * What is inserted.
 */
insert: string, 
/**
 * What is shown.
 */
label: string, 
/**
 * What it replaces.
 */
at: Place, };

/**
 * Asks what could stand at a place of a query.
 */
export type CompletionOrder = { 
/**
 * As typed.
 */
query: string, 
/**
 * The caret, UTF-16.
 */
at: number, };

/**
 * A country: ISO 3166-1 alpha-2 in capitals, and `XK` and `EU`.
 */
export type CountryCode = string;

/**
 * How one word run of a revision differs from the revision before.
 */
export type DiffKind = "same" | "added" | "removed";

/**
 * A word run of a difference.
 */
export type DiffRun = { 
/**
 * Same, added or removed.
 */
diff: DiffKind, 
/**
 * The words.
 */
text: string, };

/**
 * What kind of change leads from one revision to the next.
 */
export type EditKind = "cosmetic" | "substantive" | "names-or-numbers" | "withdrawn" | "restored";

/**
 * Bytes as received, and how they came.
 */
export type EvidenceView = { 
/**
 * How they came.
 */
how: ReceivedAs, 
/**
 * The address that was asked, or the file's name.
 */
url: string, 
/**
 * The redirects on the way, in order.
 */
redirects: Array<Redirect>, 
/**
 * The address that answered.
 */
final_url: string, 
/**
 * HTTP status; 0 where no server was asked.
 */
status: number, 
/**
 * Headers as received, a line each.
 */
headers: Array<string>, 
/**
 * When they were received.
 */
received_at: string, 
/**
 * SHA-256 of the bytes, in hex.
 */
sha256: string, 
/**
 * How many bytes there are.
 */
bytes: number, };

/**
 * Which statements go into a file, and how.
 */
export type ExportOrder = { 
/**
 * The query.
 */
query: string, 
/**
 * `excel` or `data`.
 */
preset: string, 
/**
 * `,`, `;` or a tab; none: the preset's.
 */
delimiter: string | null, 
/**
 * Columns; none: all but the text.
 */
columns: Array<string> | null, 
/**
 * Also the text.
 */
text: boolean, 
/**
 * The file; none in a preview.
 */
path: string | null, };

/**
 * The first rows of an export.
 */
export type ExportPreview = { 
/**
 * Rows in all.
 */
count: number, 
/**
 * Column names.
 */
header: Array<string>, 
/**
 * At most ten rows.
 */
rows: Array<Array<string>>, 
/**
 * All columns that there are.
 */
all_columns: Array<string>, 
/**
 * A name for the file.
 */
suggested: string, };

/**
 * What an export wrote.
 */
export type ExportReport = { 
/**
 * The file.
 */
path: string, 
/**
 * Rows.
 */
rows: number, 
/**
 * Cells over 32,767 characters, which Excel cuts.
 */
long_cells: number, 
/**
 * Bytes.
 */
bytes: number, };

/**
 * One value of a facet.
 */
export type FacetValue = { 
/**
 * A code, slug, number or id, as the query language takes it.
 */
value: string, 
/**
 * Its name, where the core knows a better one than the window.
 */
name: string | null, 
/**
 * Statements under the query that have it.
 */
count: number, };

/**
 * All facets under a query, most frequent first.
 */
export type Facets = { 
/**
 * Countries.
 */
countries: Array<FacetValue>, 
/**
 * Topics.
 */
topics: Array<FacetValue>, 
/**
 * Resolutions stated.
 */
resolutions: Array<FacetValue>, 
/**
 * Issuers.
 */
issuers: Array<FacetValue>, 
/**
 * Sources.
 */
sources: Array<FacetValue>, 
/**
 * Languages.
 */
languages: Array<FacetValue>, 
/**
 * Months in order, without gaps.
 */
months: Array<Month>, };

/**
 * An error as the window gets it.
 */
export type Fault = { 
/**
 * `query` (with `at`), `unknown`, `stopped`, `refused`, `failed`; of a page that is not kept `page_` and why.
 */
code: string, 
/**
 * One sentence: what, where.
 */
message: string, 
/**
 * What to do about it.
 */
hint: string | null, 
/**
 * What kind of trouble it is, when a server or the way to it failed.
 */
trouble: Trouble | null, 
/**
 * The place in the query.
 */
at: Place | null, };

/**
 * Names a file that the user may choose.
 */
export type FileName = { 
/**
 * A suggested name.
 */
name: string, };

/**
 * An entry that an address offers.
 */
export type FoundEntry = { 
/**
 * Title.
 */
title: string, 
/**
 * Published, where known.
 */
published_at: string | null, 
/**
 * Address.
 */
url: string | null, };

/**
 * What a page that was kept became.
 */
export type KeptPage = { 
/**
 * The statement.
 */
id: StatementId, 
/**
 * `new`, `revised` or `known`.
 */
outcome: string, 
/**
 * Its title.
 */
title: string, };

/**
 * A language: ISO 639-1 in small letters. An unknown language is `Option::None`, never a code.
 */
export type Lang = string;

/**
 * A page that is read as a list.
 */
export type Listing = { 
/**
 * Its address.
 */
page: string, 
/**
 * The CSS selector of its items; none: what repeats.
 */
selector: string | null, };

/**
 * How a source is asked, where the program's own way does not do.
 */
export type Manners = { 
/**
 * A User-Agent in place of the program's own.
 */
user_agent: string | null, 
/**
 * Further headers, name and value.
 */
headers: Array<[string, string]>, };

/**
 * A marked stretch of a text, UTF-16.
 */
export type Mark = { 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * What it stands for.
 */
mark: MarkKind, 
/**
 * The value that it is evidence of: a code, slug, resolution number, name.
 */
value: string, };

/**
 * What a mark in a text stands for.
 */
export type MarkKind = "country" | "topic" | "law" | "implied" | "act" | "person" | "match";

/**
 * What the user does to statements; what is none stays as it is.
 */
export type MarkOrder = { 
/**
 * Which.
 */
ids: Array<StatementId>, 
/**
 * Read or unread.
 */
read: boolean | null, 
/**
 * Starred or not.
 */
starred: boolean | null, 
/**
 * The whole set of labels.
 */
labels: Array<string> | null, 
/**
 * The note; empty removes it.
 */
note: string | null, };

/**
 * A stretch of text with marks.
 */
export type Marked = { 
/**
 * The text.
 */
text: string, 
/**
 * Marks in order; they may overlap.
 */
marks: Array<Mark>, };

/**
 * A month of the histogram.
 */
export type Month = { 
/**
 * `2024-10`
 */
month: string, 
/**
 * Statements.
 */
count: number, };

/**
 * Lets a source go on at another address.
 */
export type MoveOrder = { 
/**
 * Its id.
 */
id: SourceId, 
/**
 * The address from now on.
 */
url: string, };

/**
 * An official source.
 */
export type Official = { 
/**
 * The name under which it is followed.
 */
name: string, 
/**
 * Who publishes it, as it calls itself.
 */
body: string, 
/**
 * ISO 3166-1 alpha-2, `EU` or `UN`; none for other international bodies.
 */
country: string | null, 
/**
 * Who that is.
 */
kind: OfficialKind, 
/**
 * Feed or page.
 */
form: OfficialForm, 
/**
 * Its address.
 */
url: string, 
/**
 * ISO 639-1; empty: not known.
 */
languages: Array<string>, 
/**
 * The topics that it turns on, by slug; empty: general.
 */
topics: Array<string>, 
/**
 * What is known of the address.
 */
status: OfficialStatus, 
/**
 * What a reader should know before following it.
 */
note: string | null, 
/**
 * Where the address was seen.
 */
origin: string, };

/**
 * What an address was seen to be.
 */
export type OfficialForm = "feed" | "page";

/**
 * Who publishes a source.
 */
export type OfficialKind = "central-bank" | "export-control" | "gazette" | "intl-org" | "law-enforcement" | "mfa" | "press-office" | "regulator" | "sanctions-authority" | "state-agency" | "un-organ" | "wanted-list";

/**
 * An official source, and whether it is followed.
 */
export type OfficialSource = { 
/**
 * The source.
 */
official: Official, 
/**
 * Whether it is followed already.
 */
followed: boolean, };

/**
 * What is known of an address.
 */
export type OfficialStatus = "working" | "seen" | "blocked";

/**
 * The order of a list of statements.
 */
export type Order = "newest" | "received" | "relevance";

/**
 * Numbers for the frame of the window.
 */
export type Overview = { 
/**
 * Statements in the archive.
 */
statements: number, 
/**
 * Not read yet.
 */
unread: number, 
/**
 * Starred.
 */
starred: number, 
/**
 * Alerts not seen yet.
 */
alerts_unseen: number, 
/**
 * Sources that are followed.
 */
sources: number, 
/**
 * Sources that fail or are silent.
 */
sources_in_trouble: number, 
/**
 * When anything was last collected.
 */
last_collected: string | null, 
/**
 * Whether a collection runs now.
 */
collecting: boolean, 
/**
 * How notifications reach the user, in words; says why when they do not.
 */
notifications: string, 
/**
 * The data folder.
 */
data_dir: string, 
/**
 * Whether this is the throw-away archive of the demonstration.
 */
demo: boolean, };

/**
 * A page to be opened in a window of its own.
 */
export type PageOrder = { 
/**
 * Its address, as typed.
 */
url: string, 
/**
 * The source from which it is opened, to which it then belongs.
 */
source: SourceId | null, 
/**
 * What the window's own menu calls keeping it, in the user's language.
 */
menu: string, };

/**
 * How the page of a statement answered when it was last asked.
 */
export type PageState = { 
/**
 * When it was asked.
 */
asked_at: string, 
/**
 * What stood in the way; none: it was there.
 */
trouble: Trouble | null, 
/**
 * HTTP status, where a server answered with an error.
 */
status: number | null, };

/**
 * The page that is open in its window.
 */
export type PageView = { 
/**
 * Its address.
 */
url: string, 
/**
 * Its title; empty while it has none.
 */
title: string, 
/**
 * Whether it is being loaded.
 */
loading: boolean, 
/**
 * The address of a file that was not opened there, since it is no page.
 */
refused: string | null, };

/**
 * Pauses a source or lets it go on.
 */
export type PauseOrder = { 
/**
 * Its id.
 */
id: SourceId, 
/**
 * Paused or not.
 */
paused: boolean, };

/**
 * A stretch of text in UTF-16 units, half-open.
 */
export type Place = { 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

/**
 * A long work under way.
 */
export type Progress = { 
/**
 * `collect`, `export` or `import`.
 */
work: string, 
/**
 * Units done.
 */
done: number, 
/**
 * Units in all; 0 when not known.
 */
total: number, 
/**
 * What is worked on now, in words.
 */
label: string, 
/**
 * True when it ended, whichever way.
 */
ended: boolean, };

/**
 * Where a statement comes from.
 */
export type Provenance = { 
/**
 * The source's id.
 */
source_id: SourceId, 
/**
 * The source's name.
 */
source_name: string, 
/**
 * The address, as a link.
 */
url: string | null, 
/**
 * The host of that address.
 */
site: string | null, 
/**
 * When we first collected it.
 */
collected_at: string, 
/**
 * When this revision was collected.
 */
revised_at: string, 
/**
 * SHA-256 of the bytes as received, in hex.
 */
sha256: string | null, 
/**
 * What was received for this revision, the last answer first: the page, then the feed that named it.
 */
evidence: Array<EvidenceView>, };

/**
 * Where else a statement was published.
 */
export type PublicationView = { 
/**
 * The statement there.
 */
id: StatementId, 
/**
 * The source's name.
 */
source_name: string, 
/**
 * The address, as a link.
 */
url: string | null, 
/**
 * When it was first collected.
 */
collected_at: string, };

/**
 * What the parser says of a query.
 */
export type QueryCheck = { 
/**
 * The fault, when it does not parse.
 */
fault: Fault | null, 
/**
 * The terms in order.
 */
terms: Array<QueryTerm>, 
/**
 * The query as the printer writes it.
 */
printed: string, 
/**
 * Whether it can be a rule; else why not.
 */
rule_fault: Fault | null, 
/**
 * Sources that it names and that do not exist.
 */
unmatched_sources: Array<string>, };

/**
 * A term of a query, for chips.
 */
export type QueryTerm = { 
/**
 * The field (`country`, `topic` …); none for words.
 */
field: string | null, 
/**
 * Its value as the query language prints it.
 */
value: string, 
/**
 * Whether it stands under a NOT.
 */
negated: boolean, 
/**
 * Its place.
 */
at: Place, };

/**
 * A query that is being typed.
 */
export type QueryText = { 
/**
 * As typed.
 */
query: string, };

/**
 * Words that are quoted directly.
 */
export type QuoteView = { 
/**
 * Who is quoted, where that is known.
 */
speaker: string | null, 
/**
 * The language, where it is another than the statement's.
 */
lang: Lang | null, 
/**
 * The words.
 */
words: string, };

/**
 * How bytes came to the archive.
 */
export type ReceivedAs = "fetched" | "file" | "captured";

/**
 * One step from the address that was asked to the one that answered.
 */
export type Redirect = { 
/**
 * HTTP status: 301, 302, 303, 307 or 308.
 */
status: number, 
/**
 * The whole address that it led to.
 */
to: string, };

/**
 * A computed list of statements; ask for its rows by index.
 */
export type ResultSet = { 
/**
 * A handle; a stale one is answered with the code `stale`: search again.
 */
id: string, 
/**
 * How many statements, exactly.
 */
count: number, 
/**
 * How many of them are unread.
 */
unread: number, };

/**
 * One revision against the one before.
 */
export type RevisionView = { 
/**
 * Its number, from 1.
 */
revision: number, 
/**
 * When it was collected.
 */
collected_at: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of change led to it; none for the first.
 */
edit: EditKind | null, 
/**
 * Words added and removed against the revision before; 0 for the first.
 */
words_changed: number, 
/**
 * The difference by word; empty for the first.
 */
runs: Array<DiffRun>, };

/**
 * A saved alert query.
 */
export type Rule = { 
/**
 * Its id.
 */
id: RuleId, 
/**
 * Its name, unique, as the user gave it.
 */
name: string, 
/**
 * The query as typed.
 */
query: string, 
/**
 * What it does.
 */
mode: RuleMode, 
/**
 * Alerts are raised but not shown until then.
 */
muted_until: string | null, 
/**
 * When it was made.
 */
created_at: string, };

/**
 * A rule to be saved.
 */
export type RuleDraft = { 
/**
 * None: a new one.
 */
id: RuleId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its query.
 */
query: string, 
/**
 * What it does.
 */
mode: RuleMode, 
/**
 * Muted until then, RFC 3339.
 */
muted_until: string | null, };

/**
 * The id of a rule: a slug of the name it was first given, unique in the archive.
 */
export type RuleId = string;

/**
 * What a rule does when it matches.
 */
export type RuleMode = "on" | "shadow" | "off";

/**
 * Names one rule.
 */
export type RuleRef = { 
/**
 * Its id.
 */
id: RuleId, };

/**
 * What a query would have done.
 */
export type RuleTest = { 
/**
 * Hits a week, oldest first.
 */
weeks: Array<number>, 
/**
 * First day of the first week.
 */
since: string, 
/**
 * Hits in all.
 */
total: number, 
/**
 * Hits between 22:00 and 06:00 in the user's zone.
 */
at_night: number, 
/**
 * Up to ten newest samples.
 */
samples: Array<StatementRow>, };

/**
 * Asks what a query would have done.
 */
export type RuleTestOrder = { 
/**
 * The query.
 */
query: string, 
/**
 * Over so many days back.
 */
days: number, };

/**
 * A rule with its history.
 */
export type RuleView = { 
/**
 * The rule.
 */
rule: Rule, 
/**
 * Alerts a week over the last twelve weeks, oldest first.
 */
weeks: Array<number>, 
/**
 * Alerts not seen.
 */
unseen: number, 
/**
 * Why its query cannot be evaluated, when it cannot.
 */
fault: Fault | null, };

/**
 * A query with an order.
 */
export type SearchOrder = { 
/**
 * The query as typed.
 */
query: string, 
/**
 * The order.
 */
order: Order, };

/**
 * Marks alerts as seen or not.
 */
export type SeenOrder = { 
/**
 * Which; none: all of `rule`, or all.
 */
ids: Array<AlertId> | null, 
/**
 * All of this rule.
 */
rule: RuleId | null, 
/**
 * Seen or not.
 */
seen: boolean, };

/**
 * Settings that the user changes in the window.
 */
export type Settings = { 
/**
 * `system`, `light`, `dark` or `contrast`.
 */
theme: string, 
/**
 * `comfortable` or `compact` rows.
 */
density: string, 
/**
 * Minutes between two visits of a source, at least 5.
 */
interval_minutes: number, 
/**
 * Whether the window collects by itself.
 */
collect: boolean, 
/**
 * Whether notifications are shown.
 */
notifications: boolean, 
/**
 * Local hours between which nothing is shown, `22-06`; empty: never quiet.
 */
quiet_hours: string, 
/**
 * Mark a statement as read when it is opened.
 */
read_on_open: boolean, 
/**
 * Language of the window, `en`, `uk` or `ru`.
 */
language: string, 
/**
 * `excel` or `data`: the preset that an export begins with.
 */
export_preset: string, 
/**
 * A proxy for all that is fetched, `http://host:port` or `socks5://host:port`; empty: as the system has it.
 */
proxy: string, };

/**
 * How an alert reaches the user beside the inbox.
 */
export type Showing = "notified" | "summed" | "quiet" | "joined";

/**
 * A source as the archive knows it.
 */
export type Source = { 
/**
 * Its id.
 */
id: SourceId, 
/**
 * Its name.
 */
name: string, 
/**
 * The address that is fetched; for folders a `file:` and for imports an `import:` address.
 */
url: string, 
/**
 * Feed, page, folder or import.
 */
kind: SourceKind, 
/**
 * The country or body that publishes it, where known.
 */
country: CountryCode | null, 
/**
 * How it does.
 */
state: SourceState, 
/**
 * The state in a sentence: why.
 */
reason: string | null, 
/**
 * What kind of trouble it has, while it fails.
 */
trouble: Trouble | null, 
/**
 * Since when it fails without a break.
 */
failing_since: string | null, 
/**
 * The address of a feed that was found where this one had been; the user may follow it in its place.
 */
offer: string | null, 
/**
 * When it last answered well.
 */
last_success: string | null, 
/**
 * When it last brought a statement that was new.
 */
last_new: string | null, 
/**
 * When it will be asked next.
 */
next_try: string | null, 
/**
 * How many statements it has brought.
 */
statements: number, };

/**
 * A source to be followed.
 */
export type SourceDraft = { 
/**
 * Its address.
 */
url: string, 
/**
 * Its name; none: the title that it gives itself.
 */
name: string | null, 
/**
 * Follow it as it stands, without asking it.
 */
no_check: boolean, };

/**
 * What an address is.
 */
export type SourceFinding = { 
/**
 * The address to follow.
 */
url: string, 
/**
 * `RSS feed`, `Atom feed`, `JSON Feed`, `listing page`, `page`, `plain text`, `PDF document`, `folder` …
 */
kind: string, 
/**
 * The title that it gives itself.
 */
name: string, 
/**
 * What was found, in a sentence.
 */
message: string, 
/**
 * Entries in all.
 */
entries: number, 
/**
 * The first three.
 */
first: Array<FoundEntry>, };

/**
 * The id of a source: a slug of its name, unique in the archive.
 */
export type SourceId = string;

/**
 * What is watched.
 */
export type SourceKind = "feed" | "page" | "folder" | "import";

/**
 * Names one source.
 */
export type SourceRef = { 
/**
 * Its id.
 */
id: SourceId, };

/**
 * How a source does, in one word; the reason stands beside it.
 */
export type SourceState = "new" | "working" | "empty" | "failing" | "silent" | "gone" | "paused";

/**
 * A source with its cadence.
 */
export type SourceView = { 
/**
 * The source.
 */
source: Source, 
/**
 * Its page and selector, where its page is read as a list.
 */
listing: Listing | null, 
/**
 * Until when its host asked all programs to wait, RFC 3339 in UTC.
 */
resting_until: string | null, 
/**
 * Minutes between what it usually brings; none when not known.
 */
cadence: number | null, };

/**
 * What became of a list of sources.
 */
export type SourcesTaken = { 
/**
 * Sources in the file.
 */
listed: number, 
/**
 * Those that are followed now and were not before.
 */
followed: number, 
/**
 * What could not be taken, a sentence each, with its line.
 */
faults: Array<string>, };

/**
 * Who speaks.
 */
export type SpeakerView = { 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: string | null, };

/**
 * Names a starter set.
 */
export type StarterRef = { 
/**
 * Its key.
 */
key: string, };

/**
 * A set of sources to begin with.
 */
export type StarterSet = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * One line.
 */
description: string, 
/**
 * The names of its sources.
 */
sources: Array<string>, };

/**
 * The public id of a statement: it never changes, whatever happens to its date, title or address.
 */
export type StatementId = string;

/**
 * Asks for one statement, with the marks of a query.
 */
export type StatementOrder = { 
/**
 * Its id.
 */
id: StatementId, 
/**
 * The query whose matches are marked; may be empty.
 */
query: string, 
/**
 * Which revision; none: the newest.
 */
revision: number | null, };

/**
 * Names one statement.
 */
export type StatementRef = { 
/**
 * Its id.
 */
id: StatementId, };

/**
 * A statement in a list.
 */
export type StatementRow = { 
/**
 * Its id.
 */
id: StatementId, 
/**
 * Issuer, else speaker, else source.
 */
issuer: string, 
/**
 * The title with the query's matches.
 */
title: Marked, 
/**
 * The matching passage, else the beginning of the text.
 */
passage: Marked, 
/**
 * Countries, those that it is about first.
 */
countries: Array<CountryCode>, 
/**
 * Topic slugs.
 */
topics: Array<string>, 
/**
 * Published, else collected.
 */
at: string, 
/**
 * `day`, `second`, or `collected` when no date is known.
 */
precision: string, 
/**
 * Language.
 */
lang: Lang | null, 
/**
 * Revision, from 1.
 */
revision: number, 
/**
 * Read.
 */
read: boolean, 
/**
 * Starred.
 */
starred: boolean, 
/**
 * Whether a rule matched it.
 */
alerted: boolean, 
/**
 * How often the same was published, this one counted; 1: once.
 */
publications: number, };

/**
 * A statement in the reading pane.
 */
export type StatementView = { 
/**
 * Its id.
 */
id: StatementId, 
/**
 * The title.
 */
title: Marked, 
/**
 * Paragraphs in order.
 */
paragraphs: Array<Marked>, 
/**
 * Language.
 */
lang: Lang | null, 
/**
 * Issuer's name.
 */
issuer: string | null, 
/**
 * Issuer's code.
 */
issuer_code: string | null, 
/**
 * Speakers.
 */
speakers: Array<SpeakerView>, 
/**
 * Published, RFC 3339 in UTC.
 */
published_at: string | null, 
/**
 * `day` or `second`.
 */
published_precision: string | null, 
/**
 * Stated or inferred.
 */
published_basis: Basis | null, 
/**
 * Countries.
 */
countries: Array<TagView>, 
/**
 * Topics.
 */
topics: Array<TagView>, 
/**
 * Resolutions and regimes.
 */
law: Array<TagView>, 
/**
 * Treaties and acts.
 */
acts: Array<TagView>, 
/**
 * The same statement in other languages, as its publisher links them.
 */
translations: Array<TranslationView>, 
/**
 * Direct quotations.
 */
quotes: Array<QuoteView>, 
/**
 * Whether the text is the summary of its feed, since nothing else could be read.
 */
summary_only: boolean, 
/**
 * How its page answered when it was last asked; none when it was not asked by itself.
 */
page: PageState | null, 
/**
 * Provenance.
 */
provenance: Provenance, 
/**
 * Where else the same was published, the first collected first.
 */
also_published: Array<PublicationView>, 
/**
 * This revision.
 */
revision: number, 
/**
 * How many revisions there are.
 */
revisions: number, 
/**
 * Names of the rules that matched.
 */
matched_rules: Array<string>, 
/**
 * Read.
 */
read: boolean, 
/**
 * Starred.
 */
starred: boolean, 
/**
 * Labels.
 */
labels: Array<string>, 
/**
 * Note.
 */
note: string | null, 
/**
 * Version of the data that made the tags.
 */
data_version: string, };

/**
 * A tag with its name and how often it has evidence.
 */
export type TagView = { 
/**
 * A code, slug, number, key or name.
 */
value: string, 
/**
 * Its English name where the core knows one.
 */
name: string | null, 
/**
 * Mentions.
 */
count: number, 
/**
 * Whether it is stated; false: implied.
 */
stated: boolean, 
/**
 * Whether the statement is about it (countries only).
 */
about: boolean, };

/**
 * Asks for the query with a term put in, turned round or taken out.
 */
export type ToggleTerm = { 
/**
 * As typed.
 */
query: string, 
/**
 * The field.
 */
field: string, 
/**
 * The value.
 */
value: string, 
/**
 * Exclude it instead (Alt-click).
 */
exclude: boolean, };

/**
 * What is wrong with a line of it.
 */
export type TopicFault = { 
/**
 * The line, from 1.
 */
line: number, 
/**
 * One sentence.
 */
message: string, };

/**
 * A user's file of topics.
 */
export type TopicFile = { 
/**
 * What stands in it.
 */
text: string, };

/**
 * A topic.
 */
export type TopicView = { 
/**
 * Its slug, by which queries name it.
 */
slug: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What counts for it; empty where nobody said.
 */
about: string, 
/**
 * Whether the user made it.
 */
own: boolean, };

/**
 * Words that speak for a topic.
 */
export type TopicWordView = { 
/**
 * The pattern.
 */
words: string, 
/**
 * Its weight; none for a phrase in which the topic's words mean something else.
 */
weight: number | null, 
/**
 * Whether the user wrote it.
 */
own: boolean, };

/**
 * Asks for the words of a topic.
 */
export type TopicWordsOrder = { 
/**
 * The topic.
 */
slug: string, 
/**
 * The language.
 */
lang: Lang, };

/**
 * The topics, and what the user made of them.
 */
export type TopicsView = { 
/**
 * The program's in their order, then the user's.
 */
topics: Array<TopicView>, 
/**
 * The user's file; empty when there is none.
 */
file: string, 
/**
 * How many statements have tags that other words made.
 */
stale: number, };

/**
 * The same statement in another language.
 */
export type TranslationView = { 
/**
 * Its id.
 */
id: StatementId, 
/**
 * Its language.
 */
lang: Lang | null, 
/**
 * Its title.
 */
title: string, };

/**
 * What kind of trouble makes a source fail, in one word; the reason says it in a sentence.
 */
export type Trouble = "unreachable" | "refused" | "blocked" | "page" | "unreadable" | "gone";

/**
 * Why a query does or does not match.
 */
export type Why = { 
/**
 * The statement.
 */
id: StatementId, 
/**
 * Its title.
 */
title: string, 
/**
 * Whether the whole matches.
 */
matches: boolean, 
/**
 * Part by part.
 */
terms: Array<WhyTerm>, };

/**
 * Asks why a query does or does not match a statement.
 */
export type WhyOrder = { 
/**
 * The query.
 */
query: string, 
/**
 * The statement's id or address.
 */
statement: string, };

/**
 * One part of a query and whether it holds.
 */
export type WhyTerm = { 
/**
 * The part as printed.
 */
term: string, 
/**
 * Whether it holds.
 */
holds: boolean, 
/**
 * What was found, or what is missing, in words.
 */
reason: string, };

/**
 * Some rows of a result set.
 */
export type WindowOf = { 
/**
 * The handle.
 */
result_set: string, 
/**
 * First row.
 */
start: number, 
/**
 * How many rows at most.
 */
length: number, };

/** Every call of the door: what goes in and what comes out. */
export interface Calls {
  overview: { input: null; output: Overview };
  search: { input: SearchOrder; output: ResultSet };
  window: { input: WindowOf; output: Array<StatementRow> };
  facets: { input: QueryText; output: Facets };
  statement: { input: StatementOrder; output: StatementView };
  revisions: { input: StatementRef; output: Array<RevisionView> };
  save_evidence: { input: StatementRef; output: string | null };
  mark: { input: MarkOrder; output: null };
  check_query: { input: QueryText; output: QueryCheck };
  toggle_term: { input: ToggleTerm; output: QueryText };
  complete: { input: CompletionOrder; output: Array<Completion> };
  alerts: { input: AlertsOrder; output: Array<AlertView> };
  seen: { input: SeenOrder; output: null };
  rules: { input: null; output: Array<RuleView> };
  save_rule: { input: RuleDraft; output: Rule };
  remove_rule: { input: RuleRef; output: null };
  test_rule: { input: RuleTestOrder; output: RuleTest };
  why: { input: WhyOrder; output: Why };
  sources: { input: null; output: Array<SourceView> };
  check_source: { input: Address; output: SourceFinding };
  choose_folder: { input: null; output: string | null };
  manners: { input: SourceRef; output: Manners };
  listing: { input: Listing; output: Address };
  add_source: { input: SourceDraft; output: Source };
  remove_source: { input: SourceRef; output: null };
  pause_source: { input: PauseOrder; output: null };
  move_source: { input: MoveOrder; output: null };
  ask_source: { input: AskOrder; output: null };
  catalogue: { input: CatalogueOrder; output: Catalogue };
  follow_official: { input: Address; output: Source };
  starter_sets: { input: null; output: Array<StarterSet> };
  follow_starter_set: { input: StarterRef; output: Array<Source> };
  import_sources: { input: null; output: SourcesTaken };
  export_sources: { input: null; output: string | null };
  collect: { input: CollectOrder; output: CollectReport };
  import_files: { input: null; output: CollectReport };
  add_samples: { input: null; output: CollectReport };
  stop: { input: string; output: null };
  export_preview: { input: ExportOrder; output: ExportPreview };
  choose_export_file: { input: FileName; output: string | null };
  export: { input: ExportOrder; output: ExportReport };
  topics: { input: null; output: TopicsView };
  topic_words: { input: TopicWordsOrder; output: Array<TopicWordView> };
  check_topics: { input: TopicFile; output: Array<TopicFault> };
  save_topics: { input: TopicFile; output: TopicsView };
  retag: { input: null; output: null };
  settings: { input: null; output: Settings };
  save_settings: { input: Settings; output: Settings };
  open_address: { input: Address; output: null };
  open_page: { input: PageOrder; output: null };
  opened_page: { input: null; output: PageView | null };
  keep_page: { input: null; output: KeptPage };
  close_page: { input: null; output: null };
}
