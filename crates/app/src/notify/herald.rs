//! Which alerts are shown now, which later, and which not at all.

use std::sync::Arc;

use chancery_model::{Alert, AlertId};
use chrono::{DateTime, TimeDelta, Utc};

use super::{Notice, Notifier, Unreached, group};

/// An alert older than this is settled without being shown: it has become history, and the inbox has it.
const STALE_AFTER: TimeDelta = TimeDelta::hours(24);
/// The first pause after a notice did not reach the user; it doubles up to the longest.
const FIRST_REST: TimeDelta = TimeDelta::minutes(1);
const LONGEST_REST: TimeDelta = TimeDelta::hours(1);

/// How the user wants to be told at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Now.
    Show,
    /// Later: these are quiet hours.
    Wait,
    /// Not at all: notifications are switched off, the inbox is enough.
    Off,
}

/// What one round did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// Alerts to be stamped: shown, or in no need of it.
    pub settled: Vec<AlertId>,
    /// How many notices were shown.
    pub shown: u32,
    /// Why the rest waits.
    pub fault: Option<Unreached>,
}

/// Shows the alerts that wait, round by round, through one notifier.
///
/// An alert that could not be shown stays unstamped and waits. The herald then rests, a minute at first and an hour
/// at most, before it tries again, so that an absent or frozen server costs one call now and then; what has waited
/// for a day is settled without being shown.
pub struct Herald {
    notifier: Arc<dyn Notifier>,
    rest: Option<Rest>,
}

/// A pause after a failure.
struct Rest {
    until: DateTime<Utc>,
    length: TimeDelta,
}

impl Herald {
    /// Makes a herald that speaks through this notifier.
    pub fn new(notifier: Arc<dyn Notifier>) -> Self {
        Self { notifier, rest: None }
    }

    /// Says in a sentence how notices reach the user, or why they do not.
    pub fn describe(&self) -> String {
        self.notifier.describe()
    }

    /// Deals with the alerts that wait and says which of them are settled.
    ///
    /// Blocks for as long as the notifier does: a few seconds at most.
    pub fn round(&mut self, waiting: &[Alert], manner: Manner, now: DateTime<Utc>) -> Round {
        let (fresh, past): (Vec<&Alert>, Vec<&Alert>) =
            waiting.iter().partition(|alert| manner != Manner::Off && is_news(alert, now));
        let mut round = Round { settled: past.iter().map(|alert| alert.id).collect(), ..Round::default() };
        if manner == Manner::Show && !self.rests(now) {
            let fresh: Vec<Alert> = fresh.into_iter().cloned().collect();
            self.show_all(&group(&fresh), now, &mut round);
        }
        round
    }

    /// Shows notices that are about no alert; tells whether all of them were shown.
    pub fn say(&mut self, notices: &[Notice], manner: Manner, now: DateTime<Utc>) -> bool {
        if manner != Manner::Show || self.rests(now) {
            return false;
        }
        let mut round = Round::default();
        self.show_all(notices, now, &mut round);
        round.fault.is_none()
    }

    fn show_all(&mut self, notices: &[Notice], now: DateTime<Utc>, round: &mut Round) {
        for notice in notices {
            match self.notifier.show(notice) {
                Ok(()) => {
                    self.rest = None;
                    round.shown += 1;
                    round.settled.extend(&notice.alerts);
                }
                Err(fault) => {
                    self.rest_from(now);
                    round.fault = Some(fault);
                    return;
                }
            }
        }
    }

    fn rests(&self, now: DateTime<Utc>) -> bool {
        self.rest.as_ref().is_some_and(|rest| now < rest.until)
    }

    fn rest_from(&mut self, now: DateTime<Utc>) {
        let length = self.rest.as_ref().map_or(FIRST_REST, |rest| (rest.length * 2).min(LONGEST_REST));
        self.rest = Some(Rest { until: now + length, length });
    }
}

fn is_news(alert: &Alert, now: DateTime<Utc>) -> bool {
    !alert.seen && alert.showing.is_shown() && now - alert.raised_at < STALE_AFTER
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use chancery_model::{RuleId, Showing, StatementId};

    use super::*;

    /// A notifier whose server can be switched off.
    #[derive(Default)]
    struct Fake {
        down: Mutex<bool>,
        shown: Mutex<Vec<String>>,
        calls: Mutex<u32>,
    }

    impl Notifier for Fake {
        fn show(&self, notice: &Notice) -> Result<(), Unreached> {
            *self.calls.lock().unwrap() += 1;
            if *self.down.lock().unwrap() {
                return Err(Unreached::Frozen);
            }
            self.shown.lock().unwrap().push(notice.title.clone());
            Ok(())
        }

        fn describe(&self) -> String {
            String::new()
        }
    }

    fn alert(id: i64, rule: &str) -> Alert {
        Alert {
            id: AlertId(id),
            rule_id: RuleId::from(rule),
            rule: rule.to_owned(),
            statement_id: StatementId(format!("s{id}")),
            title: "Title".to_owned(),
            issuer: "Issuer".to_owned(),
            source_name: "Source".to_owned(),
            showing: Showing::Notified,
            spans: Vec::new(),
            matched_text: String::new(),
            raised_at: DateTime::UNIX_EPOCH,
            notified_at: None,
            seen: false,
        }
    }

    fn minute(number: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(number)
    }

    fn herald() -> (Arc<Fake>, Herald) {
        let fake = Arc::new(Fake::default());
        (fake.clone(), Herald::new(fake))
    }

    #[test]
    fn what_was_shown_is_settled() {
        let (fake, mut herald) = herald();
        let round = herald.round(&[alert(1, "arms"), alert(2, "arms")], Manner::Show, minute(0));
        assert_eq!(round, Round { settled: vec![AlertId(2), AlertId(1)], shown: 1, fault: None });
        assert_eq!(*fake.shown.lock().unwrap(), ["arms"]);
    }

    #[test]
    fn what_was_not_shown_waits_and_is_not_tried_in_a_loop() {
        let (fake, mut herald) = herald();
        *fake.down.lock().unwrap() = true;
        let waiting = [alert(1, "arms"), alert(2, "troops")];
        let round = herald.round(&waiting, Manner::Show, minute(0));
        assert_eq!(round, Round { settled: vec![], shown: 0, fault: Some(Unreached::Frozen) });
        for minute_passed in 0..10 {
            herald.round(&waiting, Manner::Show, minute(minute_passed));
        }
        // Tried at 0, 1, 3 and 7: the pause doubles.
        assert_eq!(*fake.calls.lock().unwrap(), 4);
    }

    #[test]
    fn a_server_that_comes_back_shows_everything_once() {
        let (fake, mut herald) = herald();
        *fake.down.lock().unwrap() = true;
        herald.round(&[alert(1, "arms")], Manner::Show, minute(0));
        *fake.down.lock().unwrap() = false;
        assert_eq!(herald.round(&[alert(1, "arms")], Manner::Show, minute(2)).settled, [AlertId(1)]);
        assert_eq!(*fake.shown.lock().unwrap(), ["arms"]);
    }

    #[test]
    fn quiet_hours_hold_alerts_back() {
        let (fake, mut herald) = herald();
        assert_eq!(herald.round(&[alert(1, "arms")], Manner::Wait, minute(0)), Round::default());
        assert_eq!(*fake.calls.lock().unwrap(), 0);
    }

    #[test]
    fn switched_off_settles_without_showing() {
        let (fake, mut herald) = herald();
        assert_eq!(herald.round(&[alert(1, "arms")], Manner::Off, minute(0)).settled, [AlertId(1)]);
        assert_eq!(*fake.calls.lock().unwrap(), 0);
    }

    #[test]
    fn what_was_seen_or_is_a_day_old_is_not_shown() {
        let (fake, mut herald) = herald();
        let seen = Alert { seen: true, ..alert(1, "arms") };
        assert_eq!(herald.round(&[seen], Manner::Show, minute(0)).settled, [AlertId(1)]);
        assert_eq!(herald.round(&[alert(2, "arms")], Manner::Show, minute(24 * 60)).settled, [AlertId(2)]);
        assert_eq!(*fake.calls.lock().unwrap(), 0);
    }
}
