//! What the program writes about itself, to the standard error.

use tracing_subscriber::EnvFilter;

/// Starts logging: warnings, or what `CHANCERY_LOG` asks for.
pub(crate) fn start() {
    let filter = EnvFilter::try_from_env("CHANCERY_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
