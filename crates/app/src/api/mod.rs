//! The door: one table of calls for the window, the browser and scripts.
//!
//! ```text
//! overview()                     -> Overview
//! search(SearchOrder)            -> ResultSet
//! window(WindowOf)               -> Vec<StatementRow>
//! facets(QueryText)              -> Facets
//! statement(StatementOrder)      -> StatementView
//! revisions(StatementRef)        -> Vec<RevisionView>
//! mark(MarkOrder)                -> ()
//! check_query(QueryText)         -> QueryCheck
//! toggle_term(ToggleTerm)        -> QueryText
//! complete(CompletionOrder)      -> Vec<Completion>
//! alerts(AlertsOrder)            -> Vec<AlertView>
//! seen(SeenOrder)                -> ()
//! rules()                        -> Vec<RuleView>
//! save_rule(RuleDraft)           -> Rule
//! remove_rule(RuleRef)           -> ()
//! test_rule(RuleTestOrder)       -> RuleTest
//! why(WhyOrder)                  -> Why
//! sources()                      -> Vec<SourceView>
//! check_source(Address)          -> SourceFinding
//! add_source(SourceDraft)        -> Source
//! remove_source(SourceRef)       -> ()
//! pause_source(PauseOrder)       -> ()
//! starter_sets()                 -> Vec<StarterSet>
//! follow_starter_set(StarterRef) -> Vec<Source>
//! collect(CollectOrder)          -> CollectReport     (progress by event; stop("collect") ends it)
//! import_files()                 -> CollectReport     (the host asks the user which)
//! add_samples()                  -> CollectReport     (the statements that the program ships)
//! stop(String)                   -> ()                (work: collect, export, import)
//! export_preview(ExportOrder)    -> ExportPreview
//! choose_export_file(FileName)   -> Option<String>    (the host's save dialog)
//! export(ExportOrder)            -> ExportReport      (progress by event)
//! settings()                     -> Settings
//! save_settings(Settings)        -> Settings
//! open_address(Address)          -> ()                (the host opens http(s) addresses in the browser)
//! ```

pub mod types;
