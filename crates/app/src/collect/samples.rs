//! The statements that the program ships.

use std::sync::{Arc, LazyLock};

use chancery_extract::Reading;
use chrono::{DateTime, Utc};

use super::import::received_file;
use crate::pipeline::{Batch, Tally, file_batch};
use crate::{App, AppError, RuleOrder};

/// The feeds of `data/samples/`: the name of each file and what it holds.
const FEEDS: &[(&str, &str)] = &[
    ("ministries.xml", include_str!("../../../../data/samples/ministries.xml")),
    ("organisations.atom", include_str!("../../../../data/samples/organisations.atom")),
    ("agencies.json", include_str!("../../../../data/samples/agencies.json")),
];

/// `data/samples/rules.tsv`: a name and a query each.
static RULES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let table = include_str!("../../../../data/samples/rules.tsv").as_bytes();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(table);
    let rule = |row: csv::StringRecord| Some((row.get(0)?.to_owned(), row.get(1)?.to_owned()));
    reader.records().flatten().filter_map(rule).collect()
});

impl App {
    /// Files the sample statements and the rules that go with them; what is there already stays as it is.
    /// The rules come first, so that the statements raise alerts, summed up for each feed.
    ///
    /// # Errors
    /// The archive fails, an import is under way, or the user stopped it.
    pub async fn add_samples(&self) -> Result<Tally, AppError> {
        let work = self.begin("import")?;
        self.add_sample_rules().await?;
        let mut tally = Tally::default();
        for (done, (name, feed)) in FEEDS.iter().enumerate() {
            work.progress(done as u64, FEEDS.len() as u64, name);
            tally.add(self.add_sample_feed(name, feed, &work).await?);
        }
        self.announce_filed(&tally);
        Ok(tally)
    }

    async fn add_sample_rules(&self) -> Result<(), AppError> {
        let known = self.rules().await?;
        for (name, query) in RULES.iter().filter(|(name, _)| known.iter().all(|rule| rule.name != *name)) {
            let order = RuleOrder { name: name.clone(), query: query.clone(), ..RuleOrder::default() };
            self.save_rule(order).await?;
        }
        Ok(())
    }

    async fn add_sample_feed(
        &self,
        name: &'static str,
        feed: &'static str,
        work: &crate::app::Work,
    ) -> Result<Tally, AppError> {
        let now = self.clock().now();
        let read = tokio::task::spawn_blocking(move || read_feed(name, feed, now));
        let (title, drafts) = read.await.map_err(|_| AppError::Broken("reader of files"))??;
        let source = self.import_source(&title).await?;
        let batch = Batch { source, drafts, collected_at: now, first_fetch: true };
        file_batch(self, batch, |_| !work.is_stopped()).await
    }
}

/// Documents, each with the bytes that it was read from.
type Drafts = Vec<crate::pipeline::Sourced>;

/// Reads a feed: its title, and its documents with the bytes as evidence.
fn read_feed(name: &str, feed: &'static str, now: DateTime<Utc>) -> Result<(String, Drafts), AppError> {
    let reading = chancery_extract::read_file(name, feed.as_bytes(), None);
    let title = title_of(&reading)?;
    let received = Arc::new(received_file(name, name, feed.as_bytes().to_vec(), now));
    Ok((title, reading.drafts.into_iter().map(|draft| (draft, Some(received.clone()))).collect()))
}

fn title_of(reading: &Reading) -> Result<String, AppError> {
    let unread = |why: String| AppError::NothingToFile(why);
    let feed = reading.feed().map_err(|why| unread(why.to_string()))?;
    feed.title.clone().ok_or_else(|| unread("the feed has no title.".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feed_is_read_without_a_note_and_says_that_it_is_invented() {
        for (name, feed) in FEEDS {
            let reading = chancery_extract::read_file(name, feed.as_bytes(), None);
            assert_eq!(reading.notes, [], "{name}");
            let title = title_of(&reading).expect("a feed with a title");
            assert!(title.starts_with("Sample statements (invented)"), "{title}");
        }
    }
}
