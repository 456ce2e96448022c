use chancery_compare::{Kind, word_diff, words_changed};
use chancery_model::{EditKind, RowId, Statement};
use chancery_store::{Counted, MarkChange, Order as Ordering};

use super::Caller;
use super::types::*;
use super::views::{lang_of, moment, page_state, reading, row, topic_name};
use crate::AppError;
use crate::result_sets::Listed;

impl From<Order> for Ordering {
    fn from(order: Order) -> Self {
        match order {
            Order::Newest => Self::Newest,
            Order::Received => Self::Received,
            Order::Relevance => Self::Relevance,
        }
    }
}

pub(super) async fn overview(caller: &Caller<'_>, (): ()) -> Result<Overview, AppError> {
    let app = caller.app;
    let numbers = app.numbers().await?;
    Ok(Overview {
        statements: numbers.statements,
        unread: numbers.unread,
        starred: numbers.starred,
        alerts_unseen: numbers.alerts_unseen,
        sources: numbers.sources,
        sources_in_trouble: numbers.sources_in_trouble,
        last_collected: numbers.last_collected.map(moment),
        collecting: app.is_running("collect"),
        notifications: app.notifications(),
        data_dir: app.data().display().to_string(),
        demo: app.is_demo(),
    })
}

pub(super) async fn search(caller: &Caller<'_>, order: SearchOrder) -> Result<ResultSet, AppError> {
    let query = caller.app.analysed(&order.query).await?;
    let (asked, sorting, now) = (query.clone(), order.order.into(), caller.app.clock().now());
    let (rows, unread) = caller
        .app
        .archive()
        .search(move |reader| {
            let rows = reader.search(&asked, sorting, now)?;
            let unread = reader.unread(&rows)?;
            Ok((rows, unread))
        })
        .await?;
    let count = rows.len() as u64;
    Ok(ResultSet { id: caller.app.result_sets().hold(Listed { query, rows }), count, unread })
}

/// Rows of a window at most: what a screen shows, twice.
const WINDOW: usize = 500;

pub(super) async fn window(caller: &Caller<'_>, order: WindowOf) -> Result<Vec<StatementRow>, AppError> {
    let listed = caller.app.result_sets().get(&order.result_set)?;
    let start = (order.start as usize).min(listed.rows.len());
    let end = (start + (order.length as usize).min(WINDOW)).min(listed.rows.len());
    let statements = caller.app.statements(listed.rows[start..end].to_vec()).await?;
    let now = caller.app.clock().now();
    let rows = tokio::task::spawn_blocking(move || {
        statements.iter().map(|statement| row(statement, &listed.query, now)).collect()
    });
    rows.await.map_err(|_| AppError::Broken("list"))
}

pub(super) async fn facets(caller: &Caller<'_>, query: QueryText) -> Result<Facets, AppError> {
    let rows: Vec<RowId> = caller.app.find(&query.query, Ordering::Newest).await?;
    let counts = caller.app.facet_counts(rows).await?;
    let language = caller.app.language().await?;
    Ok(Facets {
        countries: values(counts.countries, |_| None),
        topics: values(counts.topics, |slug| topic_name(&language, slug)),
        resolutions: values(counts.resolutions, |_| None),
        issuers: values(counts.issuers, |_| None),
        sources: values(counts.sources, |_| None),
        languages: values(counts.languages, |_| None),
        months: counts
            .months
            .iter()
            .map(|month| Month { month: month.month.format("%Y-%m").to_string(), count: month.count })
            .collect(),
    })
}

fn values<T: ToString>(counted: Vec<Counted<T>>, name: impl Fn(&str) -> Option<String>) -> Vec<FacetValue> {
    let value = |counted: Counted<T>| {
        let value = counted.value.to_string();
        FacetValue { name: counted.name.or_else(|| name(&value)), value, count: counted.count }
    };
    counted.into_iter().map(value).collect()
}

pub(super) async fn statement(caller: &Caller<'_>, order: StatementOrder) -> Result<StatementView, AppError> {
    // The words of a query that does not parse yet are simply not marked.
    let query = caller.app.analysed(&order.query).await.unwrap_or(chancery_text::AnalysedQuery::Everything);
    let statement = caller.app.statement(&order.id, order.revision).await?;
    let revisions = caller.app.revisions(&order.id).await?.len() as u32;
    let received = caller.app.received(&order.id, order.revision).await?;
    let elsewhere = caller.app.publications(&order.id).await?;
    let language = caller.app.language().await?;
    let now = caller.app.clock().now();
    let translations = caller.app.translations(&statement).await?;
    let page = caller.app.page_answer(&statement).await?;
    let view = move || {
        let view = reading(&statement, revisions, received.as_ref(), &elsewhere, &query, &language, now);
        let translations = translations.iter().map(translation).collect();
        StatementView { translations, page: page.as_ref().map(page_state), ..view }
    };
    tokio::task::spawn_blocking(view).await.map_err(|_| AppError::Broken("reading pane"))
}

fn translation(other: &Statement) -> TranslationView {
    TranslationView { id: other.id.clone(), lang: lang_of(other), title: other.draft.title.clone() }
}

pub(super) async fn revisions(
    caller: &Caller<'_>,
    order: StatementRef,
) -> Result<Vec<RevisionView>, AppError> {
    let revisions = caller.app.revisions(&order.id).await?;
    let mut views = Vec::with_capacity(revisions.len());
    let mut before: Option<Statement> = None;
    for revision in revisions {
        let statement = caller.app.statement(&order.id, Some(revision.revision)).await?;
        views.push(revision_view(&statement, before.as_ref(), revision.edit));
        before = Some(statement);
    }
    Ok(views)
}

fn revision_view(statement: &Statement, before: Option<&Statement>, edit: Option<EditKind>) -> RevisionView {
    let whole = |statement: &Statement| format!("{}\n\n{}", statement.draft.title, statement.draft.text);
    let runs = before.map(|before| word_diff(&whole(before), &whole(statement))).unwrap_or_default();
    let kind = |kind| match kind {
        Kind::Same => DiffKind::Same,
        Kind::Added => DiffKind::Added,
        Kind::Removed => DiffKind::Removed,
    };
    RevisionView {
        revision: statement.revision,
        collected_at: moment(statement.revised_at),
        title: statement.draft.title.clone(),
        edit,
        words_changed: words_changed(&runs),
        runs: runs.into_iter().map(|run| DiffRun { diff: kind(run.kind), text: run.text }).collect(),
    }
}

pub(super) async fn mark(caller: &Caller<'_>, order: MarkOrder) -> Result<(), AppError> {
    let change =
        MarkChange { read: order.read, starred: order.starred, labels: order.labels, note: order.note };
    caller.app.mark(order.ids, change).await
}
