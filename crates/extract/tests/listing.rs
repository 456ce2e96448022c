//! Pages that list documents: what is an item, and what leads around the site.
#![allow(clippy::unwrap_used)]

use chancery_extract::{FeedFacts, read_listing};
use chancery_model::Fetched;

fn read(html: &str, selector: Option<&str>) -> Result<FeedFacts, String> {
    let url = "https://mfa.example/en/news/".to_owned();
    let fetched = Fetched {
        final_url: url.clone(),
        url,
        redirects: Vec::new(),
        moved_permanently: false,
        status: 200,
        headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
        bytes: html.as_bytes().to_vec(),
        at: chrono::DateTime::UNIX_EPOCH,
    };
    read_listing(&fetched, selector).feed().cloned().map_err(|why| why.to_string())
}

#[track_caller]
fn check(html: &str, selector: Option<&str>, expected: &[&str]) {
    let feed = read(html, selector).unwrap();
    let line = |entry: &chancery_extract::Entry| {
        let day = entry.published.map_or("-".to_owned(), |when| when.stated_form());
        let link = entry.link.as_deref().unwrap().trim_start_matches("https://mfa.example");
        format!("{day} {link} {}", entry.title.as_deref().unwrap())
    };
    let found: Vec<String> = feed.entries.iter().map(line).collect();
    assert_eq!(found, expected);
}

const AROUND: &str = "<header><nav><ul><li><a href=/en/about>About the Ministry of Foreign Affairs</a><li><a \
    href=/en/minister>The Minister of Foreign Affairs</a><li><a href=/en/treaties>Treaties and agreements of the \
    state</a></ul></nav></header>";
const FOOT: &str = "<div class='site-footer'><a href=/en/contacts-of-the-press-office-2024>Contacts of the press office \
    of the Ministry</a><a href=/en/terms-of-use-2024>Terms of use of this site and its texts</a><a \
    href=/en/privacy-2024>Privacy, and what is kept of your visit</a></div>";

#[test]
fn a_list_with_dates_beside_its_links() {
    let list = "<ul class=news-list><li class='item first'><span class=date>24 October 2024</span><a \
        href=/en/news/1>Statement on the situation in Mali</a></li><li class=item><span class=date>23 October \
        2024</span><a href='2'>Minister meets ambassadors of the Union</a></li><li class='item last'><span \
        class=date>22 October 2024</span><a href=/en/news/3#top>Sanctions are prolonged for a year</a></li></ul>";
    check(
        &format!("<html><body class=has-menu>{AROUND}<main>{list}</main>{FOOT}</body></html>"),
        None,
        &[
            "2024-10-24 /en/news/1 Statement on the situation in Mali",
            "2024-10-23 /en/news/2 Minister meets ambassadors of the Union",
            "2024-10-22 /en/news/3 Sanctions are prolonged for a year",
        ],
    );
}

#[test]
fn cards_whose_only_link_says_read_more() {
    let card = |n: u32, title: &str| {
        format!(
            "<div class='card card-{n}'><img src=x.jpg><time datetime='2024-10-{n}T09:00:00+02:00'>{n}.10</time>\
             <h3>{title}</h3><p>The Ministry has said what it thinks of this, and that it will go on to follow it \
             closely.</p><a class=more href='/press/{n}'>Read more</a></div>"
        )
    };
    let cards: String =
        [(24, "On the shelling of Kharkiv"), (23, "On a visit to Paris"), (22, "On the new list of persons")]
            .map(|(n, title)| card(n, title))
            .concat();
    let html = format!("<html><body>{AROUND}<div class=grid>{cards}</div></body></html>");
    check(
        &html,
        None,
        &[
            "2024-10-24T09:00:00+02:00 /press/24 On the shelling of Kharkiv",
            "2024-10-23T09:00:00+02:00 /press/23 On a visit to Paris",
            "2024-10-22T09:00:00+02:00 /press/22 On the new list of persons",
        ],
    );
    let summary = read(&html, None).unwrap().entries[0].summary.clone().unwrap();
    assert!(summary.contains("The Ministry has said what it thinks"), "{summary}");
}

#[test]
fn picture_and_title_lead_to_one_item() {
    let row = |n: u32, title: &str| {
        format!(
            "<tr><td><a href='/doc.php?id={n}'><img alt=''></a></td><td><a href='/doc.php?id={n}'>{title}</a></td></tr>"
        )
    };
    let rows: String = [
        (7001, "Про запровадження санкцій проти фізичних осіб"),
        (7002, "Коментар речника щодо подій на сході країни"),
        (7003, "Спільна заява міністрів закордонних справ"),
    ]
    .map(|(n, title)| row(n, title))
    .concat();
    check(
        &format!("<html><body>{AROUND}<table>{rows}</table></body></html>"),
        None,
        &[
            "- /doc.php?id=7001 Про запровадження санкцій проти фізичних осіб",
            "- /doc.php?id=7002 Коментар речника щодо подій на сході країни",
            "- /doc.php?id=7003 Спільна заява міністрів закордонних справ",
        ],
    );
}

#[test]
fn a_selector_of_items_or_of_links_decides() {
    let html = "<div class=x><h4>2 May 2024</h4><a href=/a>Short</a></div><div class=x><a href=/b>Two</a></div><a href=/c>Other</a>";
    let items = ["2024-05-02 /a Short", "- /b Two"];
    check(html, Some("div.x"), &items);
    check(html, Some(".x > a"), &items);
}

#[test]
fn what_cannot_be_listed_is_said() {
    let article =
        format!("<html><body>{AROUND}<article><h1>Title</h1><p>Text.</p></article>{FOOT}</body></html>");
    assert!(read(&article, None).unwrap_err().contains("nothing on it looks like a list"));
    assert!(read(&article, Some("li[")).unwrap_err().contains("is no CSS selector"));
    assert!(read(&article, Some(".news a")).unwrap_err().contains("“.news a” points"));
}
