//! The same window in headless Chromium, over `chancery serve`.

use std::fs;
use std::process::{Command, Stdio};

use fantoccini::Client;
use serde_json::json;

use super::command_line::CommandLine;
use super::driver::Driver;
use super::page::Page;
use super::process::Process;
use super::programs;

/// A browser with the window in it; both end with their value.
#[derive(Debug)]
pub struct Browser {
    /// What it shows.
    pub page: Page,
    _driver: Driver,
    _server: Process,
}

impl Browser {
    /// Serves the archive of this command line and opens it in a browser of this size.
    pub async fn open(archive: &CommandLine, width: u32, height: u32) -> Self {
        Self::open_served(archive.command(&["serve", "--ui"]), width, height).await
    }

    /// Serves the demonstration and opens it in a browser of this size.
    pub async fn open_demonstration(width: u32, height: u32) -> Self {
        Self::open_served(CommandLine::without_archive().command(&["serve", "--demo", "--ui"]), width, height)
            .await
    }

    async fn open_served(mut serve: Command, width: u32, height: u32) -> Self {
        let (server, address) =
            Process::start_and_read_line(serve.arg(programs::ui()).stderr(Stdio::inherit()));
        let driver = Driver::start(Command::new("chromedriver").stderr(Stdio::null()));
        let arguments = [
            "--headless=new".to_owned(),
            // The tests may run as root, for whom Chromium's sandbox does not start.
            "--no-sandbox".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--hide-scrollbars".to_owned(),
            "--lang=en".to_owned(),
            format!("--window-size={width},{height}"),
        ];
        let client = driver.connect(json!({ "goog:chromeOptions": { "args": arguments } })).await;
        client.goto(&address).await.expect("the browser opens the window");
        fit(&client, width, height).await;
        Self { page: Page::new(client), _driver: driver, _server: server }
    }

    /// What axe finds wrong with the page as it stands: `impact: rule: where` of everything serious or critical.
    pub async fn barriers(&self) -> Vec<String> {
        let axe = programs::checkout().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&axe).expect("the window's packages are installed, axe-core among them");
        let found = self.page.run(&format!("{axe}\n{LOOK_OVER}")).await;
        let found = found.as_array().expect("axe answers with a list").iter();
        found.map(|barrier| barrier.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Puts a theme on the page: `light`, `dark` or `contrast`.
    pub async fn wear(&self, theme: &str) {
        let script = format!(
            "for (const name of ['dark', 'contrast']) document.documentElement.classList.toggle(name, name === '{theme}')"
        );
        self.page.run(&script).await;
    }

    /// Takes a picture.
    pub async fn picture(&self) -> Vec<u8> {
        self.page.client().screenshot().await.expect("the browser takes pictures")
    }

    /// Closes the browser.
    pub async fn close(self) {
        // The driver is ended in any case.
        let _ = self.page.client().clone().close().await;
    }
}

/// Gives the page itself this size; the browser's window is larger by its bars.
async fn fit(client: &Client, width: u32, height: u32) {
    let bars =
        client.execute("return [outerWidth - innerWidth, outerHeight - innerHeight]", Vec::new()).await;
    let bars = bars.expect("the page tells its size");
    let with = |size: u32, bar: usize| size + u32::try_from(bars[bar].as_u64().unwrap_or(0)).unwrap_or(0);
    client.set_window_size(with(width, 0), with(height, 1)).await.expect("the browser changes its size");
}

const LOOK_OVER: &str = "
return axe.run(document, { resultTypes: ['violations'] }).then((found) =>
  found.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) => violation.nodes.map((node) => `${violation.impact}: ${violation.id}: ${node.target}: ${node.html.slice(0, 160)}`)),
);";
