//! The archive asked: by query, by id, by address.

use chancery_compare::edit_kind;
use chancery_model::{Received, RowId, Statement, StatementId};
use chancery_rules::{Language, Parsed, QueryFault};
use chancery_store::{FacetCounts, MarkChange, Order, PageAnswer, Publication, Revision};
use chancery_text::{AnalysedQuery, analyse_query, name_matches};

use crate::api::types::Change;
use crate::{App, AppError};

/// Parses a query as typed; a regime that the catalogue does not know is a fault, not an empty result.
fn parse(query: &str, language: &Language) -> Result<Parsed, AppError> {
    let parsed = language.parse(query).map_err(|fault| AppError::query(query, fault))?;
    let is_unknown = |term: &&chancery_rules::TermAt| {
        term.field.as_deref() == Some("regime") && chancery_annotate::regime(&term.value).is_none()
    };
    match parsed.terms.iter().find(is_unknown) {
        Some(term) => Err(AppError::query(query, unknown_regime(term))),
        None => Ok(parsed),
    }
}

fn unknown_regime(term: &chancery_rules::TermAt) -> QueryFault {
    QueryFault {
        at: term.span.clone(),
        message: format!("There is no regime “{}” in the catalogue.", term.value),
        hint: Some("Type regime: in the window to see the keys, such as regime:UN-1718.".to_owned()),
    }
}

impl App {
    /// Parses a query as typed.
    pub(crate) async fn parsed(&self, query: &str) -> Result<Parsed, AppError> {
        parse(query, &*self.language().await?)
    }

    /// Parses a query and leads its words to their forms.
    pub(crate) async fn analysed(&self, query: &str) -> Result<AnalysedQuery, AppError> {
        Ok(analyse_query(&self.parsed(query).await?.query))
    }

    /// The sources that a query names though none that is followed, or that ever brought a statement, is called so. Such
    /// a query is sound; it is likely mistyped.
    ///
    /// # Errors
    /// The query does not parse, or the archive fails.
    pub async fn unmatched_sources(&self, query: &str) -> Result<Vec<String>, AppError> {
        let terms = self.parsed(query).await?.terms.into_iter();
        let named = terms.filter(|term| term.field.as_deref() == Some("source"));
        let named: Vec<String> = named.map(|term| term.value.trim_matches('"').to_owned()).collect();
        if named.is_empty() {
            return Ok(named);
        }
        let sources = self.archive().read(|reader| reader.sources()).await?;
        let mut unmatched = Vec::new();
        for name in named {
            let followed = sources.iter().any(|source| name_matches(&name, &source.name, Some(&source.id.0)));
            if !followed && self.find(&format!("source:\"{name}\""), Order::Newest).await?.is_empty() {
                unmatched.push(name);
            }
        }
        Ok(unmatched)
    }

    /// Finds the statements that a query matches, in order.
    ///
    /// # Errors
    /// The query does not parse ([`AppError::Query`]), or the archive fails.
    pub async fn find(&self, query: &str, order: Order) -> Result<Vec<RowId>, AppError> {
        let (query, now) = (self.analysed(query).await?, self.clock().now());
        self.archive().read(move |reader| reader.search(&query, order, now)).await
    }

    /// Reads statements by row, in the given order.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn statements(&self, rows: Vec<RowId>) -> Result<Vec<Statement>, AppError> {
        self.archive().read(move |reader| reader.rows(&rows)).await
    }

    /// Counts the facets under these statements.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn facet_counts(&self, rows: Vec<RowId>) -> Result<FacetCounts, AppError> {
        let language = self.language().await?;
        let mut counts = self.archive().read(move |reader| reader.facets(&rows)).await?;
        for counted in &mut counts.topics {
            if let Some(slug) = language.topic_of_term(&counted.value) {
                counted.value = slug.to_owned();
            }
        }
        Ok(counts)
    }

    /// Reads one statement, in a revision or the newest.
    ///
    /// # Errors
    /// There is no such statement or revision.
    pub async fn statement(&self, id: &StatementId, revision: Option<u32>) -> Result<Statement, AppError> {
        let wanted = id.clone();
        let found = self.archive().read(move |reader| reader.statement(&wanted, revision)).await?;
        found.ok_or_else(|| AppError::Unknown { what: "statement", id: id.to_string() })
    }

    /// Finds a statement by id or address.
    ///
    /// # Errors
    /// There is no such statement.
    pub async fn statement_at(&self, id_or_address: &str) -> Result<Statement, AppError> {
        let wanted = id_or_address.trim().to_owned();
        let address = wanted.clone();
        let found = self.archive().read(move |reader| reader.statement_by_url(&address)).await?;
        self.statement(&found.unwrap_or(StatementId(wanted)), None).await
    }

    /// The same statement in other languages, as far as the archive holds them: linked by what their publishers say.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn translations(&self, statement: &Statement) -> Result<Vec<Statement>, AppError> {
        let row = statement.row;
        self.archive().read(move |reader| reader.translations(row)).await
    }

    /// How the page of a statement answered when it was last asked; none when it was not asked by itself.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn page_answer(&self, statement: &Statement) -> Result<Option<PageAnswer>, AppError> {
        let row = statement.row;
        self.archive().read(move |reader| reader.page_answer(row)).await
    }

    /// Lists the revisions of a statement, the first first.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn revisions(&self, id: &StatementId) -> Result<Vec<Revision>, AppError> {
        let id = id.clone();
        let sorted = move |reader: &chancery_store::Reader| {
            let mut revisions = reader.revisions(&id)?;
            sort_edits(reader, &id, &mut revisions)?;
            Ok(revisions)
        };
        self.archive().read(sorted).await
    }

    /// Lists where else the same was published, the first collected first.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn publications(&self, id: &StatementId) -> Result<Vec<Publication>, AppError> {
        let id = id.clone();
        self.archive().read(move |reader| reader.publications(&id)).await
    }

    /// Reads the bytes as received of a statement's revision, where they were kept.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn received(
        &self,
        id: &StatementId,
        revision: Option<u32>,
    ) -> Result<Option<Received>, AppError> {
        let id = id.clone();
        self.archive().read(move |reader| reader.received(&id, revision)).await
    }

    /// Marks statements as the user wishes.
    ///
    /// # Errors
    /// One of them is unknown; then none is marked.
    pub async fn mark(&self, ids: Vec<StatementId>, change: MarkChange) -> Result<(), AppError> {
        let (now, marked) = (self.clock().now(), ids.clone());
        self.archive().write(move |writer| writer.mark(&marked, &change, now)).await?;
        self.announce(Change::Marks { ids });
        Ok(())
    }
}

/// Sorts the edits of revisions that an older program filed.
fn sort_edits(
    reader: &chancery_store::Reader,
    id: &StatementId,
    revisions: &mut [Revision],
) -> Result<(), chancery_store::Error> {
    for at in 1..revisions.len() {
        if revisions[at].edit.is_some() {
            continue;
        }
        let old = reader.statement(id, Some(revisions[at - 1].revision))?;
        let new = reader.statement(id, Some(revisions[at].revision))?;
        revisions[at].edit = old.zip(new).map(|(old, new)| {
            let lang = new.annotations.reading_lang(new.draft.lang);
            edit_kind((&old.draft.title, &old.draft.text), (&new.draft.title, &new.draft.text), lang)
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_regime_is_refused_at_its_place() {
        let parse = |query| parse(query, &Language::default());
        assert!(parse("regime:UN-1718 sanctions").is_ok());
        let refused = parse("sanctions regime:nope");
        assert!(matches!(refused, Err(AppError::Query { fault, .. }) if fault.at.start == 10));
    }
}
