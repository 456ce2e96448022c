//! What a person would look for and press in the window, whichever way it is shown.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::Value;

/// How long something may take to appear on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked for.
const LOOK: Duration = Duration::from_millis(50);

/// The window's page.
#[derive(Debug, Clone)]
pub struct Page {
    client: Client,
}

impl Page {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Waits for an element by CSS selector.
    pub async fn find(&self, selector: &str) -> Element {
        self.wait(Locator::Css(selector)).await
    }

    /// Waits for an element of this kind that holds these words.
    pub async fn find_words(&self, element: &str, words: &str) -> Element {
        self.wait(Locator::XPath(&format!("//{element}[contains(normalize-space(.), \"{words}\")]"))).await
    }

    /// Presses the button that holds these words.
    pub async fn press(&self, words: &str) {
        self.find_words("button", words).await.click().await.expect("the button can be pressed");
    }

    /// Goes to a view by its name on the rail.
    pub async fn go_to(&self, view: &str) {
        let rail =
            format!("//nav[contains(@class, 'rail')]//button[contains(normalize-space(.), \"{view}\")]");
        self.wait(Locator::XPath(&rail)).await.click().await.expect("the rail can be pressed");
    }

    /// Waits until the reading pane shows a statement with these words in its title.
    pub async fn reads(&self, title: &str) {
        self.find_words("h1", title).await;
    }

    /// Waits until the field has this value.
    pub async fn holds(&self, selector: &str, value: &str) {
        let field = self.find(selector).await;
        let start = Instant::now();
        loop {
            let found = field.prop("value").await.expect("the field can be read").unwrap_or_default();
            if found == value {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{selector} holds “{found}”, not “{value}”");
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Runs a script in the page and gives its answer; it may be a promise.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.expect("the script runs")
    }

    /// The driver's own session, for what this page does not offer.
    pub fn client(&self) -> &Client {
        &self.client
    }

    async fn wait(&self, locator: Locator<'_>) -> Element {
        let found = self.client.wait().at_most(PATIENCE).every(LOOK).for_element(locator).await;
        match found {
            Ok(element) => element,
            Err(error) => {
                let page = self.run("return document.body.innerText").await;
                panic!(
                    "{locator:?} does not appear ({error}); the page shows:\n{}",
                    page.as_str().unwrap_or_default()
                )
            }
        }
    }
}

/// Waits until something holds.
pub async fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "{what} does not come true");
        tokio::time::sleep(LOOK).await;
    }
}
