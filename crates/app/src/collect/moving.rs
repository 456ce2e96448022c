//! Permanent redirects: believed when they were seen on several days.

use chancery_extract::site_of;
use chancery_store::Moving;
use chrono::{DateTime, Utc};
use url::Url;

/// Different days on which a redirect must be seen.
const DAYS: u32 = 3;

/// Where an answer came from.
pub(super) struct Route<'a> {
    /// The address that was asked.
    pub(super) asked: &'a str,
    /// The address that answered.
    pub(super) answered: &'a str,
    /// Whether all redirects between them were permanent.
    pub(super) permanent: bool,
}

/// What a route says after what was seen `before`: the redirect to keep in mind, or the new address when it is believed.
pub(super) fn sighted(
    before: Option<&Moving>,
    route: &Route<'_>,
    at: DateTime<Utc>,
) -> (Option<Moving>, Option<String>) {
    if !route.permanent || !is_credible(route) {
        return (None, None);
    }
    let to = with_fragment(route);
    let days = match before.filter(|before| before.to == to) {
        Some(before) if before.seen.date_naive() == at.date_naive() => return (Some(before.clone()), None),
        Some(before) => before.days + 1,
        None => 1,
    };
    if days >= DAYS { (None, Some(to)) } else { (Some(Moving { to, days, seen: at }), None) }
}

/// The new address with the fragment of the old one, which never goes over the wire: it says what is read on a page.
fn with_fragment(route: &Route<'_>) -> String {
    let fragment = Url::parse(route.asked).ok().and_then(|url| url.fragment().map(str::to_owned));
    match (Url::parse(route.answered), fragment) {
        (Ok(mut url), Some(fragment)) => {
            url.set_fragment(Some(&fragment));
            url.into()
        }
        _ => route.answered.to_owned(),
    }
}

/// Whether a redirect can mean that the source moved: to another address, not less secure, and not to the front page
/// of another site, which is where captive portals and sellers of lapsed names lead.
fn is_credible(route: &Route<'_>) -> bool {
    let (Ok(asked), Ok(answered)) = (Url::parse(route.asked), Url::parse(route.answered)) else {
        return false;
    };
    let downgraded = asked.scheme() == "https" && answered.scheme() == "http";
    let front = answered.path() == "/" && answered.query().is_none();
    asked != answered && !downgraded && (!front || same_site(route))
}

/// Whether both addresses are of one site: one host, or one below the other.
fn same_site(route: &Route<'_>) -> bool {
    let (Some(a), Some(b)) = (site_of(route.asked), site_of(route.answered)) else { return false };
    a == b || a.ends_with(&format!(".{b}")) || b.ends_with(&format!(".{a}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "https://www.mfa.example/rss";

    fn route<'a>(answered: &'a str, permanent: bool) -> Route<'a> {
        Route { asked: OLD, answered, permanent }
    }

    fn day(number: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(number * 24)
    }

    #[test]
    fn a_redirect_is_believed_on_its_third_day() {
        let there = route("https://mfa.example/feed", true);
        let (first, none) = sighted(None, &there, day(0));
        assert_eq!((first.as_ref().map(|moving| moving.days), none), (Some(1), None));
        let again = day(0) + chrono::TimeDelta::hours(5);
        assert_eq!(sighted(first.as_ref(), &there, again), (first.clone(), None), "the same day counts once");
        let (second, _) = sighted(first.as_ref(), &there, day(3));
        assert_eq!(sighted(second.as_ref(), &there, day(4)), (None, Some("https://mfa.example/feed".into())));
    }

    #[test]
    fn another_target_begins_anew_and_an_answer_in_place_ends_it() {
        let (first, _) = sighted(None, &route("https://mfa.example/a", true), day(0));
        let (other, _) = sighted(first.as_ref(), &route("https://mfa.example/b", true), day(1));
        assert_eq!(other.map(|moving| moving.days), Some(1));
        assert_eq!(sighted(first.as_ref(), &route(OLD, false), day(1)), (None, None));
        assert_eq!(sighted(first.as_ref(), &route("https://mfa.example/a", false), day(1)), (None, None));
    }

    #[test]
    fn front_pages_of_other_sites_and_less_secure_addresses_are_no_move() {
        for incredible in ["https://portal.example.net/", "http://mfa.example/feed", OLD] {
            assert_eq!(sighted(None, &route(incredible, true), day(0)), (None, None), "{incredible}");
        }
        for credible in
            ["https://mfa.example/", "https://news.mfa.example/", "https://gov.example.net/mfa.xml"]
        {
            assert!(sighted(None, &route(credible, true), day(0)).0.is_some(), "{credible}");
        }
    }
}
