//! Which body an address belongs to, from `data/gazetteer/hosts.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/hosts.tsv");

/// A body that publishes under an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Publisher {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
}

static HOSTS: LazyLock<HashMap<&'static str, Publisher>> =
    LazyLock::new(|| table::rows(TABLE).map(|[host, code, name]| (host, Publisher { code, name })).collect());

/// The body whose host an address is of: the longest path counts, then the host, then the host that it is under.
pub(super) fn publisher(url: &str) -> Option<Publisher> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).to_ascii_lowercase();
    let rest = rest.split(['?', '#']).next().unwrap_or("");
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.rsplit('@').next().unwrap_or(host).split(':').next().unwrap_or(host);
    let labels = host.match_indices('.').map(|(at, _)| &host[at + 1..]);
    std::iter::once(host).chain(labels).find_map(|host| with_path(host, path))
}

fn with_path(host: &str, path: &str) -> Option<Publisher> {
    let whole = format!("{host}/{path}");
    let ends = whole.match_indices('/').map(|(at, _)| at).chain([whole.len()]);
    let mut prefixes: Vec<&str> = ends.map(|end| &whole[..end]).collect();
    prefixes.reverse();
    prefixes.into_iter().find_map(|prefix| HOSTS.get(prefix).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(HOSTS.len(), table::lines(TABLE).count());
        assert!(HOSTS.iter().all(|(host, body)| host.contains('.') && !body.name.is_empty()));
    }

    #[test]
    fn the_longest_path_counts() {
        let name = |url| publisher(url).map(|body| body.name);
        assert_eq!(
            name("https://www.gov.pl/web/dyplomacja/news?x=1"),
            Some("Ministry of Foreign Affairs of Poland")
        );
        assert_eq!(name("https://www.gov.pl/web/finanse"), Some("Government of Poland"));
        assert_eq!(name("http://en.kremlin.ru:80/events"), Some("President of Russia"));
        assert_eq!(name("https://notkremlin.ru/"), None);
        assert_eq!(name(""), None);
    }
}
