//! Sources and their health, rules and alerts, marks, settings.

mod support;

use chancery_model::{Filed, Manners, RuleMode, Showing, SourceState, Trouble, Validators, Wishes};
use chancery_store::{AlertChoice, AlertFilter, Error, MarkChange, Moving, Outcome, Visit};
use support::*;

fn visit(outcome: Outcome) -> Visit {
    Visit { outcome, ..Visit::unchanged("eeas".into(), now(), Some(at("2026-03-10T13:00:00Z"))) }
}

fn answered(state: SourceState, reason: Option<&str>) -> Outcome {
    Outcome::Answered { state, reason: reason.map(str::to_owned) }
}

fn failed() -> Outcome {
    Outcome::Failed { trouble: Trouble::Unreachable, reason: "The server did not answer.".into() }
}

#[test]
fn sources_are_due_until_they_were_visited_and_again_later() {
    let mut archive = Archive::new();
    let due = |archive: &Archive, time: &str| -> Vec<String> {
        archive.reader.due_sources(at(time)).unwrap().into_iter().map(|due| due.source.id.0).collect()
    };
    assert_eq!(due(&archive, "2026-03-10T12:00:00Z"), ["eeas", "kremlin"]);
    archive.writer.record_visit(&visit(answered(SourceState::Working, None))).unwrap();
    assert_eq!(due(&archive, "2026-03-10T12:59:59Z"), ["kremlin"]);
    assert_eq!(due(&archive, "2026-03-10T13:00:00Z"), ["kremlin", "eeas"]);
    archive.writer.pause_source(&"kremlin".into(), true, now()).unwrap();
    archive.writer.remove_source(&"eeas".into(), now()).unwrap();
    assert!(due(&archive, "2030-01-01T00:00:00Z").is_empty());
    assert_eq!(archive.reader.source(&"kremlin".into()).unwrap().unwrap().state, SourceState::Paused);
    archive.writer.pause_source(&"kremlin".into(), false, now()).unwrap();
    assert_eq!(due(&archive, "2026-03-10T12:00:00Z"), ["kremlin"]);
}

#[test]
fn a_304_answers_for_the_server_and_not_for_the_content() {
    let mut archive = Archive::new();
    let state = |archive: &Archive| {
        let source = archive.reader.source(&"eeas".into()).unwrap().unwrap();
        (source.state, source.reason)
    };
    archive.writer.record_visit(&visit(answered(SourceState::Empty, Some("It holds no entries.")))).unwrap();
    archive.writer.record_visit(&visit(failed())).unwrap();
    archive.writer.record_visit(&visit(failed())).unwrap();
    assert_eq!(state(&archive), (SourceState::Failing, Some("The server did not answer.".into())));
    assert_eq!(archive.reader.kept(&"eeas".into()).unwrap().failures, 2);
    archive.writer.record_visit(&visit(Outcome::NotModified)).unwrap();
    assert_eq!(state(&archive), (SourceState::Empty, Some("It holds no entries.".into())));
    assert_eq!(archive.reader.kept(&"eeas".into()).unwrap().failures, 0);
    archive.writer.record_visit(&visit(answered(SourceState::Failing, Some("It is no feed.")))).unwrap();
    archive.writer.record_visit(&visit(Outcome::NotModified)).unwrap();
    assert_eq!(state(&archive), (SourceState::Failing, Some("It is no feed.".into())));
    assert_eq!(archive.reader.numbers().unwrap().sources_in_trouble, 1);
    archive.writer.record_visit(&visit(Outcome::Gone { reason: "It is gone.".into() })).unwrap();
    assert_eq!(state(&archive).0, SourceState::Gone);
    assert!(
        archive
            .reader
            .due_sources(at("2030-01-01T00:00:00Z"))
            .unwrap()
            .iter()
            .all(|d| d.source.id.0 != "eeas")
    );
}

#[test]
fn validators_and_body_hash_are_kept_until_others_come() {
    let mut archive = Archive::new();
    let validators = Validators { etag: Some("\"a\"".into()), last_modified: None };
    let mut first = visit(answered(SourceState::Working, None));
    (first.validators, first.body_sha256, first.new) = (Some(validators.clone()), Some(sha256(b"body")), 3);
    archive.writer.record_visit(&first).unwrap();
    archive.writer.record_visit(&visit(failed())).unwrap();
    let kept = archive.reader.kept(&"eeas".into()).unwrap();
    assert_eq!((kept.validators, kept.body_sha256, kept.visited), (validators, Some(sha256(b"body")), true));
    assert_eq!(archive.reader.source(&"eeas".into()).unwrap().unwrap().last_new, Some(now()));
    archive.writer.move_source(&"eeas".into(), "https://eeas.example/new").unwrap();
    assert_eq!(archive.reader.kept(&"eeas".into()).unwrap().validators, Validators::default());
    let taken = archive.writer.move_source(&"eeas".into(), "https://kremlin.example/rss");
    assert!(matches!(taken, Err(Error::SourceExists { name, .. }) if name == "Kremlin"));
}

#[test]
fn a_spell_of_failures_has_one_beginning_and_ends_with_a_good_answer() {
    let mut archive = Archive::new();
    let health = |archive: &Archive| {
        let source = archive.reader.source(&"eeas".into()).unwrap().unwrap();
        (source.failing_since, source.trouble, source.offer)
    };
    let later = at("2026-03-10T14:00:00Z");
    archive.writer.record_visit(&visit(failed())).unwrap();
    let page = Outcome::Failed { trouble: Trouble::Page, reason: "It is a page.".into() };
    let offer = Some("https://eeas.example/feed".to_owned());
    archive.writer.record_visit(&Visit { at: later, offer: offer.clone(), ..visit(page) }).unwrap();
    assert_eq!(health(&archive), (Some(now()), Some(Trouble::Page), offer));
    archive.writer.record_visit(&visit(answered(SourceState::Working, None))).unwrap();
    assert_eq!(health(&archive), (None, None, None));
    archive.writer.record_visit(&Visit { at: later, ..visit(failed()) }).unwrap();
    assert_eq!(health(&archive).0, Some(later));
    let offline = Visit { next_try: Some(later), ..visit(Outcome::Unasked) };
    archive.writer.record_visit(&offline).unwrap();
    assert_eq!(archive.reader.kept(&"eeas".into()).unwrap().failures, 1, "what was not asked did not fail");
    assert_eq!(archive.reader.source(&"eeas".into()).unwrap().unwrap().next_try, Some(later));
}

#[test]
fn wishes_manners_and_moves_are_kept_and_answers_can_be_forgotten() {
    let mut archive = Archive::new();
    let wishes = Wishes { minutes: Some(60), skip_hours: vec![0, 23], skip_days: vec![6] };
    let moving = Moving { to: "https://eeas.example/new".into(), days: 2, seen: now() };
    let first = Visit {
        validators: Some(Validators { etag: Some("\"a\"".into()), last_modified: None }),
        body_sha256: Some(sha256(b"body")),
        whole: true,
        wishes: Some(wishes.clone()),
        moving: Some(moving.clone()),
        ..visit(answered(SourceState::Working, None))
    };
    archive.writer.record_visit(&first).unwrap();
    let manners = Manners { user_agent: Some("Mine/1".into()), headers: vec![("X-A".into(), "b".into())] };
    archive.writer.set_manners(&"eeas".into(), &manners).unwrap();
    let kept = archive.reader.kept(&"eeas".into()).unwrap();
    assert_eq!((kept.wishes, kept.moving, kept.whole_at), (wishes.clone(), Some(moving), Some(now())));
    assert_eq!(kept.manners, manners);
    let forgetful = Visit { forget: true, moved: Some("https://eeas.example/new".into()), ..visit(failed()) };
    archive.writer.record_visit(&forgetful).unwrap();
    let kept = archive.reader.kept(&"eeas".into()).unwrap();
    assert_eq!((kept.validators, kept.body_sha256, kept.wishes), (Validators::default(), None, wishes));
    assert_eq!(archive.reader.source(&"eeas".into()).unwrap().unwrap().url, "https://eeas.example/new");
}

#[test]
fn an_address_that_another_source_has_is_not_taken_by_a_redirect() {
    let mut archive = Archive::new();
    let moved = Some("https://kremlin.example/rss".to_owned());
    archive.writer.record_visit(&Visit { moved, ..visit(Outcome::NotModified) }).unwrap();
    let source = archive.reader.source(&"eeas".into()).unwrap().unwrap();
    assert_eq!(source.url, "https://eeas.example/rss");
}

#[test]
fn a_host_rests_until_its_time_and_never_shorter() {
    let mut archive = Archive::new();
    let (soon, later) = (at("2026-03-10T13:00:00Z"), at("2026-03-10T15:00:00Z"));
    archive.writer.rest_host("a.example", later, now()).unwrap();
    archive.writer.rest_host("a.example", soon, now()).unwrap();
    assert_eq!(archive.reader.resting_hosts(soon).unwrap()["a.example"], later);
    assert!(archive.reader.resting_hosts(later).unwrap().is_empty());
}

#[test]
fn a_removed_source_keeps_its_statements_and_comes_back() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Title", "text")));
    archive.writer.remove_source(&"eeas".into(), now()).unwrap();
    assert_eq!(archive.reader.sources().unwrap().len(), 1);
    assert_eq!(archive.get(&id).source_name, "EEAS");
    let again = archive.writer.add_source(&source("EEAS press", "https://eeas.example/rss"), now()).unwrap();
    assert_eq!((again.id.0.as_str(), again.name.as_str(), again.statements), ("eeas", "EEAS press", 1));
    assert_eq!(archive.file(document("1", "Title", "text")), Filed::Known(id));
    let twice = archive.writer.add_source(&source("Other", "https://eeas.example/rss"), now());
    assert!(matches!(twice, Err(Error::SourceExists { name, .. }) if name == "EEAS press"));
    let namesake = archive.writer.add_source(&source("Kremlin!", "https://other.example"), now()).unwrap();
    assert_eq!(namesake.id.0, "kremlin-2");
    archive.writer.rename_source(&namesake.id, "Другой").unwrap();
    assert_eq!(archive.reader.source(&namesake.id).unwrap().unwrap().name, "Другой");
    assert!(matches!(archive.writer.rename_source(&"none".into(), "x"), Err(Error::NoSource(_))));
}

#[test]
fn alerts_are_raised_with_the_statement_shown_once_and_seen() {
    let mut archive = Archive::new();
    archive.writer.save_rule(&rule("kp")).unwrap();
    archive.writer.save_rule(&rule("quiet")).unwrap();
    let first =
        document("1", "On KP", "text").matching("kp", Showing::Notified).matching("quiet", Showing::Quiet);
    archive.file(first.clone());
    archive.file(first);
    let pending = archive.reader.pending_alerts().unwrap();
    assert_eq!(pending.len(), 1);
    let alert = &pending[0];
    assert_eq!(
        (alert.rule.as_str(), alert.title.as_str(), alert.issuer.as_str()),
        ("Rule kp", "On KP", "EEAS")
    );
    assert_eq!((alert.raised_at, alert.notified_at, alert.seen), (now(), None, false));
    assert_eq!((alert.spans.len(), alert.showing), (1, Showing::Notified));
    archive.writer.stamp_alerts(&[alert.id], at("2026-03-10T12:05:00Z")).unwrap();
    archive.writer.stamp_alerts(&[alert.id], at("2026-03-10T12:09:00Z")).unwrap();
    assert!(archive.reader.pending_alerts().unwrap().is_empty());
    let all = archive.reader.alerts(&AlertFilter::default()).unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all.iter().find(|a| a.id == alert.id).unwrap().notified_at, Some(at("2026-03-10T12:05:00Z")));
    archive.writer.set_seen(&AlertChoice::Rule("quiet".into()), true).unwrap();
    let unseen = AlertFilter { unseen_only: true, ..AlertFilter::default() };
    assert_eq!(archive.reader.alerts(&unseen).unwrap()[0].rule_id.0, "kp");
    assert_eq!(archive.reader.unseen_alerts(&"kp".into()).unwrap(), 1);
    archive.writer.set_seen(&AlertChoice::Ids(vec![alert.id]), true).unwrap();
    assert_eq!(archive.reader.numbers().unwrap().alerts_unseen, 0);
    archive.writer.set_seen(&AlertChoice::All, false).unwrap();
    let one = AlertFilter { rule: Some("kp".into()), limit: Some(1), unseen_only: true };
    assert_eq!(archive.reader.alerts(&one).unwrap().len(), 1);
}

#[test]
fn a_revision_may_raise_again_and_weeks_are_counted() {
    let mut archive = Archive::new();
    archive.writer.save_rule(&rule("kp")).unwrap();
    archive.file(document("1", "Title", "one").matching("kp", Showing::Notified));
    archive.file(document("1", "Title", "two").matching("kp", Showing::Notified));
    assert_eq!(archive.reader.pending_alerts().unwrap().len(), 2);
    let weeks = |time: &str| archive.reader.alert_weeks(&"kp".into(), 3, at(time)).unwrap();
    assert_eq!(weeks("2026-03-10T12:00:00Z"), [0, 0, 2]);
    assert_eq!(weeks("2026-03-20T12:00:00Z"), [0, 2, 0]);
    assert_eq!(weeks("2026-04-20T12:00:00Z"), [0, 0, 0]);
    assert_eq!(weeks("2026-03-01T12:00:00Z"), [0, 0, 0]);
}

#[test]
fn a_removed_rule_keeps_its_alerts_and_frees_its_name() {
    let mut archive = Archive::new();
    archive.writer.save_rule(&rule("kp")).unwrap();
    archive.file(document("1", "Title", "text").matching("kp", Showing::Notified));
    let mut namesake = rule("other");
    namesake.name = "Rule kp".into();
    assert!(matches!(archive.writer.save_rule(&namesake), Err(Error::RuleExists(name)) if name == "Rule kp"));
    archive.writer.remove_rule(&"kp".into(), now()).unwrap();
    assert!(matches!(archive.writer.remove_rule(&"kp".into(), now()), Err(Error::NoRule(_))));
    assert!(archive.reader.rules().unwrap().is_empty());
    assert_eq!(archive.reader.alerts(&AlertFilter::default()).unwrap()[0].rule, "Rule kp");
    archive.writer.save_rule(&namesake).unwrap();
    namesake.mode = RuleMode::Shadow;
    namesake.muted_until = Some(now());
    archive.writer.save_rule(&namesake).unwrap();
    assert_eq!(archive.reader.rules().unwrap(), [namesake]);
    assert_eq!(archive.reader.rule_set_version().unwrap(), 5);
}

#[test]
fn marks_change_only_what_they_name() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Title", "text")));
    let mut mark = |change: MarkChange| archive.writer.mark(std::slice::from_ref(&id), &change, now());
    mark(MarkChange { read: Some(true), note: Some(" ask ".into()), ..MarkChange::default() }).unwrap();
    let labels = Some(vec!["b".into(), "a".into(), " ".into(), "a".into()]);
    mark(MarkChange { starred: Some(true), labels, ..MarkChange::default() }).unwrap();
    let marks = archive.reader.statement(&id, None).unwrap().unwrap().marks;
    assert_eq!((marks.read, marks.starred, marks.note.as_deref()), (true, true, Some("ask")));
    assert_eq!(marks.labels, ["a", "b"]);
    let numbers = archive.reader.numbers().unwrap();
    assert_eq!((numbers.statements, numbers.unread, numbers.starred), (1, 0, 1));
    mark(MarkChange { read: Some(false), note: Some(String::new()), ..MarkChange::default() }).unwrap();
    let marks = archive.reader.statement(&id, None).unwrap().unwrap().marks;
    assert_eq!((marks.read, marks.starred, marks.note), (false, true, None));
    let star = MarkChange { starred: Some(false), ..MarkChange::default() };
    assert!(matches!(
        archive.writer.mark(&[id.clone(), "no".into()], &star, now()),
        Err(Error::NoStatement(_))
    ));
    assert!(archive.get(&id).marks.starred, "a change fails whole");
}

#[test]
fn settings_come_back() {
    let mut archive = Archive::new();
    assert_eq!(archive.reader.setting("theme").unwrap(), None);
    archive.writer.save_setting("theme", "dark").unwrap();
    archive.writer.save_setting("theme", "light").unwrap();
    assert_eq!(archive.reader.setting("theme").unwrap().as_deref(), Some("light"));
}

#[test]
fn idle_merging_ends_and_loses_nothing() {
    let mut archive = Archive::new();
    for n in 0..40 {
        archive.file(document(&n.to_string(), "sanctions", &format!("text {n}")));
    }
    let mut steps = 0;
    while archive.writer.optimize_step().unwrap() {
        steps += 1;
        assert!(steps < 100);
    }
    let query = chancery_text::AnalysedQuery::Everything;
    assert_eq!(archive.reader.count(&query, now()).unwrap(), 40);
}

#[test]
fn a_long_search_can_be_stopped_and_the_next_one_runs() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Title", "text")));
    let handle = archive.reader.interrupt_handle();
    let rows = vec![archive.get(&id).row; 2_000_000];
    let stopper = std::thread::spawn(move || {
        for _ in 0..200 {
            std::thread::sleep(std::time::Duration::from_millis(5));
            handle.interrupt();
        }
    });
    let mut seen = 0_u64;
    let stopped = archive.reader.for_each(&rows, |_| {
        seen += 1;
        std::ops::ControlFlow::Continue(())
    });
    assert!(matches!(stopped, Err(Error::Interrupted)), "{seen} rows were read");
    stopper.join().unwrap();
    assert_eq!(archive.reader.rows(&[archive.get(&id).row]).unwrap().len(), 1);
}
