//! Addresses: absolute ones stay as they were written, relative ones are resolved.

use url::Url;

/// What relative addresses are resolved against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Base(Option<Url>);

impl Base {
    /// Makes a base of an address; a faulty or relative one gives none.
    pub(crate) fn of(address: Option<&str>) -> Base {
        Base(address.and_then(|a| Url::parse(a.trim()).ok()).filter(|url| !url.cannot_be_a_base()))
    }

    /// Returns the base within an element that names its own (`xml:base`, `<base href>`).
    pub(crate) fn within(&self, own: Option<&str>) -> Base {
        match own.map(|own| self.resolved(own)) {
            Some(Some(address)) => Base(Url::parse(&address).ok().or_else(|| self.0.clone())),
            _ => self.clone(),
        }
    }

    /// Returns this base, or the other where this one is none.
    pub(crate) fn or(self, other: &Base) -> Base {
        if self.0.is_some() { self } else { other.clone() }
    }

    /// Returns an address as absolute; as written where there is no base or it cannot be resolved. Empty gives none.
    pub(crate) fn resolved(&self, address: &str) -> Option<String> {
        let address = address.trim();
        if address.is_empty() {
            return None;
        }
        let relative = matches!(Url::parse(address), Err(url::ParseError::RelativeUrlWithoutBase));
        let joined = self.0.as_ref().filter(|_| relative).and_then(|base| base.join(address).ok());
        Some(joined.map_or_else(|| address.to_owned(), String::from))
    }
}

/// Returns whether an address is one of the web.
pub(crate) fn is_web(address: &str) -> bool {
    let lower = address.trim_start().get(..8).unwrap_or(address).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// Returns the site of an address: its host in small letters, `www.` left off. No host gives none.
#[must_use]
pub fn site_of(address: &str) -> Option<String> {
    site(&Url::parse(address).ok()?).map(str::to_owned)
}

/// Returns the site of an address that was parsed.
pub(crate) fn site(url: &Url) -> Option<&str> {
    url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host))
}

#[cfg(test)]
mod tests {
    use super::site_of;

    #[test]
    fn a_site_is_a_host_without_www() {
        assert_eq!(site_of("https://WWW.mfa.example/en?a=1").as_deref(), Some("mfa.example"));
        assert_eq!(site_of("https://www2.mfa.example:8080/").as_deref(), Some("www2.mfa.example"));
        assert_eq!(site_of("mailto:press@mfa.example"), None);
        assert_eq!(site_of("/news"), None);
    }
}
