//! Pictures of every view of the demonstration, at two sizes, light and dark: `screenshots FOLDER`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use chancery_tests::Browser;

const SIZES: &[(u32, u32)] = &[(1280, 800), (1920, 1080)];
const THEMES: &[&str] = &["light", "dark"];
const VIEWS: &[&str] = &["Statements", "Alerts", "Rules", "Sources", "Settings"];

/// What a view may take to fetch what it shows.
const SETTLING: Duration = Duration::from_millis(600);

#[tokio::main]
async fn main() {
    let folder = std::env::args().nth(1).expect("the folder for the pictures is named");
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).expect("the folder can be made");
    for &(width, height) in SIZES {
        take_all(folder, width, height).await;
    }
    println!("The pictures are in {}.", folder.display());
}

async fn take_all(folder: &Path, width: u32, height: u32) {
    let browser = Browser::open_demonstration(width, height).await;
    browser.page.find("[role='option']").await.click().await.expect("a statement can be opened");
    browser.page.find("h1").await;
    for theme in THEMES {
        browser.wear(theme).await;
        for view in VIEWS {
            browser.page.go_to(view).await;
            tokio::time::sleep(SETTLING).await;
            let file = folder.join(format!("{}-{width}-{theme}.png", view.to_lowercase()));
            fs::write(&file, browser.picture().await).expect("the folder is writable");
        }
    }
    browser.close().await;
}
