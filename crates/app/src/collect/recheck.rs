//! Pages of statements that are asked for again: a page that is not there any more is a statement withdrawn.

use chancery_extract::{Found, Why};
use chancery_fetch::{Answer, FetchFault};
use chancery_model::{EditKind, Fetched, Filed, Match, Received, Request, RuleMode, Showing, Statement};
use chancery_store::{CheckedPage, Due, PageCheck, PageTrouble};
use chrono::{DateTime, TimeDelta, Utc};

use super::faults;
use super::visit::{read_off_thread, received_of, sha256_of};
use crate::pipeline::{Outcome, Tally};
use crate::{App, AppError};

/// Statements collected longer ago are left alone.
const WATCHED: TimeDelta = TimeDelta::days(14);

/// The shortest time between two requests for a page; also the time that it must be missing.
const REST: TimeDelta = TimeDelta::days(1);

/// Pages that are asked for in one visit of their source.
const AT_ONCE: u32 = 4;

/// With more missing pages than this, and more than half of those that were asked for, the site was rebuilt.
const FEW: u32 = 3;

impl App {
    /// Asks for some pages of a source that works, each once a day at most.
    pub(super) async fn ask_for_pages_again(
        &self,
        due: &Due,
        now: DateTime<Utc>,
        go_on: &(dyn Fn() -> bool + Sync),
        tally: &mut Tally,
    ) -> Result<(), AppError> {
        let id = due.source.id.clone();
        let pages = self
            .archive()
            .read(move |reader| reader.pages_to_ask(&id, now - WATCHED, now - REST, AT_ONCE))
            .await?;
        for page in pages {
            if !go_on() || self.resting(&page.url, now).await?.is_some() {
                break;
            }
            self.ask_for_page_again(due, page, now, tally).await?;
        }
        Ok(())
    }

    async fn ask_for_page_again(
        &self,
        due: &Due,
        page: CheckedPage,
        now: DateTime<Utc>,
        tally: &mut Tally,
    ) -> Result<(), AppError> {
        let manners = due.kept.manners.clone();
        let request = Request { url: page.url.clone(), manners, ..Request::default() };
        let answer = self.fetcher().fetch_page(&request, now).await;
        let fault = answer.as_ref().err().map(faults::page_trouble);
        let seen = Seen::of(answer).await?;
        let trouble = fault.or_else(|| seen.trouble());
        let missing_since = match &seen {
            Seen::There(_) => None,
            Seen::Missing(_) => page.missing_since.or(Some(now)),
            // Whatever else stands in the way says nothing of the page.
            Seen::Neither => page.missing_since,
        };
        let edit = match (&seen, missing_since) {
            (Seen::There(_), _) if page.withdrawn => Some(EditKind::Restored),
            (Seen::Missing(_), Some(since)) if !page.withdrawn => {
                let lasting = now - since >= REST && !self.was_rebuilt(due, now).await?;
                lasting.then_some(EditKind::Withdrawn)
            }
            _ => None,
        };
        let news = match edit {
            Some(edit) => Some((edit, self.told_of(&page, edit, now, tally).await?)),
            None => None,
        };
        let check = PageCheck { id: page.id, trouble, missing_since, news, received: seen.received() };
        self.archive().write(move |writer| writer.note_page(&check, now)).await
    }

    /// Whether so many of a source's pages are missing that its site was rebuilt, rather than statements withdrawn.
    async fn was_rebuilt(&self, due: &Due, now: DateTime<Utc>) -> Result<bool, AppError> {
        let id = due.source.id.clone();
        let share = self.archive().read(move |reader| reader.page_share(&id, now - WATCHED)).await?;
        Ok(share.missing > FEW && share.missing * 2 > share.asked)
    }

    /// Counts the revision, and gives the alerts of the rules that the statement had matched.
    async fn told_of(
        &self,
        page: &CheckedPage,
        edit: EditKind,
        now: DateTime<Utc>,
        tally: &mut Tally,
    ) -> Result<Vec<Match>, AppError> {
        let statement = self.statement(&page.id, None).await?;
        let matches = self.again(&statement, edit, now).await?;
        tally.alerts += matches.len() as u32;
        let title = statement.draft.title;
        tally.outcomes.push(Outcome { filed: Filed::Revised(page.id.clone()), title });
        Ok(matches)
    }

    async fn again(
        &self,
        statement: &Statement,
        edit: EditKind,
        now: DateTime<Utc>,
    ) -> Result<Vec<Match>, AppError> {
        let book = self.rule_book().await?;
        let rules = self.archive().read(|reader| reader.rules()).await?;
        let happened = match edit {
            EditKind::Restored => "Back on its site",
            _ => "Withdrawn, its page is not there any more",
        };
        let matched = |name: &str| statement.matched_rules.iter().find(|(rule, _)| rule == name);
        let again = |rule: &chancery_model::Rule| {
            let (_, passage) = matched(&rule.name).filter(|_| rule.mode != RuleMode::Off)?;
            let passage = passage.rsplit_once(SAID).map_or(passage.as_str(), |(_, passage)| passage);
            let showing: Showing = book.showing(&rule.id, false, now);
            let matched_text = format!("{happened}{SAID}{passage}");
            Some(Match { rule: rule.id.clone(), spans: Vec::new(), matched_text, showing })
        };
        Ok(rules.iter().filter_map(again).collect())
    }
}

/// Stands between what happened to a statement and the passage for which a rule had matched it.
const SAID: &str = ". It said: ";

/// What was seen where a page was.
enum Seen {
    /// It is there.
    There(Option<Fetched>),
    /// It is not, by the status or by the words of what stands there.
    Missing(Option<Fetched>),
    /// Nobody can tell.
    Neither,
}

impl Seen {
    async fn of(answer: Result<Answer, FetchFault>) -> Result<Self, AppError> {
        Ok(match answer {
            Ok(Answer::Fetched(fetched)) => {
                let reading = read_off_thread(fetched.clone()).await?;
                let says_so = matches!(reading.found, Found::Nothing(Why::Missing { .. }));
                if says_so { Self::Missing(Some(fetched)) } else { Self::There(Some(fetched)) }
            }
            Ok(Answer::NotModified(_)) => Self::There(None),
            Ok(Answer::Missing(fetched)) => Self::Missing(Some(fetched)),
            Err(fault) if is_missing(&fault) => Self::Missing(None),
            Err(_) => Self::Neither,
        })
    }

    /// What stood in the way where the page is not there; words for that count as the status for it.
    fn trouble(&self) -> Option<PageTrouble> {
        let Self::Missing(Some(fetched)) = self else { return None };
        let fault = FetchFault::missing(fetched);
        Some(faults::page_trouble(&fault))
    }

    /// The bytes that show it.
    fn received(self) -> Option<Received> {
        let (Self::There(fetched) | Self::Missing(fetched)) = self else { return None };
        fetched.map(|fetched| received_of(&fetched, sha256_of(&fetched.bytes)))
    }
}

/// Whether a server says that there is no such page.
fn is_missing(fault: &FetchFault) -> bool {
    matches!(fault, FetchFault::Gone { .. } | FetchFault::Status { status: 404, .. })
}
