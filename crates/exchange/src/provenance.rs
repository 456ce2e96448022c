use chancery_model::Received;
use serde_json::{Value, json};

use crate::cell::utc;

/// Says where bytes come from: how they came, the address asked, the redirects, the address that answered, status,
/// headers, time, SHA-256 and size; under `via` the same of the feed that named the page.
pub fn provenance(received: &Received) -> Value {
    json!({
        "how": received.how,
        "url": received.url,
        "redirects": received.redirects,
        "final_url": received.final_url,
        "status": received.status,
        "headers": received.headers,
        "received_at": utc(received.at),
        "sha256": received.sha256,
        "bytes": received.bytes.len(),
        "via": received.via.as_deref().map(provenance),
    })
}
