//! The same core for a browser on this machine: one port on loopback, one secret in the address.

mod door;
mod events;
mod gate;
mod headers;
mod host;
mod window;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::anyhow;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use chancery_app::{App, Clock};
use clap::Args;
use tokio::net::TcpListener;

use crate::arguments::DataFolder;
use crate::command::notifier;
use crate::{Outcome, archive, output, signals};
use gate::Gate;
use window::Window;

/// Offers the window to a browser on this machine, and the same calls to scripts
///
/// Prints one line, the address with its secret; keep it to yourself. Nothing but this machine can reach it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery serve --ui ui/dist
  chancery serve --port 8714")]
pub struct Serve {
    /// The port; without it, one that is free
    #[arg(long, default_value_t = 0)]
    port: u16,

    /// The folder of the built window, in place of the embedded one
    #[arg(long, value_name = "DIR")]
    ui: Option<PathBuf>,

    /// Opens a throw-away archive filled with sample statements
    #[arg(long)]
    demo: bool,
}

/// What every request may need.
#[derive(Clone)]
struct Served {
    app: App,
    window: Arc<Window>,
}

impl Serve {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        let window = Arc::new(Window::of(self.ui.clone())?);
        // It is removed with all that is in it when the program ends.
        let throw_away = self.demo.then(tempfile::tempdir).transpose()?;
        let folder = match &throw_away {
            Some(folder) => folder.path().to_owned(),
            None => data.path()?,
        };
        archive::runtime()?.block_on(async {
            let app = App::open(&folder, Clock::system())?;
            if self.demo {
                app.mark_as_demo();
                app.add_samples().await?;
            }
            tokio::select! {
                served = serve(Served { app, window }, self.port) => served,
                _ = signals::ended() => Ok(()),
            }
        })?;
        Ok(Outcome::Done)
    }
}

async fn serve(served: Served, port: u16) -> anyhow::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    let listener = listener
        .map_err(|why| anyhow!("Port {port} cannot be used ({why}): leave --port out for a free one."))?;
    let gate = Gate::new(listener.local_addr()?.port())?;
    served.app.start(notifier::of_this_session());
    output::line(&gate.address())?;
    axum::serve(listener, router(served, gate)).await?;
    Ok(())
}

fn router(served: Served, gate: Gate) -> Router {
    Router::new()
        .route("/call/{name}", post(door::call))
        .route("/events", get(events::stream))
        .fallback(get(window::file))
        .layer(from_fn_with_state(Arc::new(gate), gate::pass))
        .layer(from_fn(headers::strict))
        .with_state(served)
}
