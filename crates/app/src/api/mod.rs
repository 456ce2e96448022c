//! The door: one table of calls for the window, the browser and scripts.

mod alerts;
mod catalogue;
mod door;
mod exports;
mod marks;
mod pages;
mod queries;
mod rules;
mod settings;
mod sources;
mod statements;
mod topics;
pub mod types;
#[cfg(feature = "ts")]
mod typescript;
mod views;

pub(crate) use views::{add_tally, facts_of, lang_of};

use types::*;

use crate::{App, AppError, Host};

/// Who calls: the application and what the caller's window can do.
pub(crate) struct Caller<'a> {
    pub(crate) app: &'a App,
    pub(crate) host: &'a dyn Host,
}

door::commands! {
    overview(()) -> Overview = statements;
    search(SearchOrder) -> ResultSet = statements;
    window(WindowOf) -> Vec<StatementRow> = statements;
    facets(QueryText) -> Facets = statements;
    statement(StatementOrder) -> StatementView = statements;
    revisions(StatementRef) -> Vec<RevisionView> = statements;
    save_evidence(StatementRef) -> Option<String> = exports;
    mark(MarkOrder) -> () = statements;
    check_query(QueryText) -> QueryCheck = queries;
    toggle_term(ToggleTerm) -> QueryText = queries;
    complete(CompletionOrder) -> Vec<Completion> = queries;
    alerts(AlertsOrder) -> Vec<AlertView> = alerts;
    seen(SeenOrder) -> () = alerts;
    rules(()) -> Vec<RuleView> = rules;
    save_rule(RuleDraft) -> chancery_model::Rule = rules;
    remove_rule(RuleRef) -> () = rules;
    test_rule(RuleTestOrder) -> RuleTest = rules;
    why(WhyOrder) -> Why = rules;
    sources(()) -> Vec<SourceView> = sources;
    check_source(Address) -> SourceFinding = sources;
    choose_folder(()) -> Option<String> = sources;
    manners(SourceRef) -> chancery_model::Manners = sources;
    listing(Listing) -> Address = sources;
    add_source(SourceDraft) -> chancery_model::Source = sources;
    remove_source(SourceRef) -> () = sources;
    pause_source(PauseOrder) -> () = sources;
    move_source(MoveOrder) -> () = sources;
    ask_source(AskOrder) -> () = sources;
    catalogue(CatalogueOrder) -> Catalogue = catalogue;
    follow_official(Address) -> chancery_model::Source = catalogue;
    starter_sets(()) -> Vec<StarterSet> = catalogue;
    follow_starter_set(StarterRef) -> Vec<chancery_model::Source> = catalogue;
    import_sources(()) -> SourcesTaken = catalogue;
    export_sources(()) -> Option<String> = catalogue;
    collect(CollectOrder) -> CollectReport = sources;
    import_files(()) -> CollectReport = sources;
    add_samples(()) -> CollectReport = sources;
    stop(String) -> () = settings;
    export_preview(ExportOrder) -> ExportPreview = exports;
    choose_export_file(FileName) -> Option<String> = exports;
    export(ExportOrder) -> ExportReport = exports;
    topics(()) -> TopicsView = topics;
    topic_words(TopicWordsOrder) -> Vec<TopicWordView> = topics;
    check_topics(TopicFile) -> Vec<TopicFault> = topics;
    save_topics(TopicFile) -> TopicsView = topics;
    retag(()) -> () = topics;
    settings(()) -> Settings = settings;
    save_settings(Settings) -> Settings = settings;
    open_address(Address) -> () = settings;
    open_page(PageOrder) -> () = pages;
    opened_page(()) -> Option<PageView> = pages;
    keep_page(()) -> KeptPage = pages;
    close_page(()) -> () = pages;
}
