use chancery_annotate::{TopicError, TopicLexicon};

use super::Caller;
use super::types::*;
use crate::AppError;

pub(super) async fn topics(caller: &Caller<'_>, (): ()) -> Result<TopicsView, AppError> {
    let tagger = caller.app.tagger().await?;
    let topics = tagger.topics().topics().iter().map(|topic| TopicView {
        slug: topic.slug.clone(),
        name: topic.name.clone(),
        about: topic.about.clone(),
        own: topic.own,
    });
    Ok(TopicsView {
        topics: topics.collect(),
        file: caller.app.own_topics().await?,
        stale: caller.app.stale_tags().await?,
    })
}

pub(super) async fn topic_words(
    caller: &Caller<'_>,
    order: TopicWordsOrder,
) -> Result<Vec<TopicWordView>, AppError> {
    let tagger = caller.app.tagger().await?;
    let words = tagger.topics().words(&order.slug, order.lang).into_iter();
    Ok(words.map(|word| TopicWordView { words: word.pattern, weight: word.weight, own: word.own }).collect())
}

pub(super) async fn check_topics(_: &Caller<'_>, file: TopicFile) -> Result<Vec<TopicFault>, AppError> {
    let fault = |error: TopicError| TopicFault { line: error.line as u32, message: error.message };
    let faults = TopicLexicon::with_own(&file.text).err().unwrap_or_default();
    Ok(faults.into_iter().map(fault).collect())
}

pub(super) async fn save_topics(caller: &Caller<'_>, file: TopicFile) -> Result<TopicsView, AppError> {
    caller.app.save_own_topics(&file.text).await?;
    caller.app.begin_retag();
    topics(caller, ()).await
}

pub(super) async fn retag(caller: &Caller<'_>, (): ()) -> Result<(), AppError> {
    caller.app.begin_retag();
    Ok(())
}
