//! Sources that are no feeds: pages that list documents, sitemaps, feeds that no page names; and files of other kinds.

use chancery_app::api::types::SourceDraft;
use chancery_app::{App, ImportOrder, listing_address};

use crate::script::{self, Script, entry, feed};
use crate::{collect, titles};

const NEWS: &str = "https://mfa.example.org/news";

fn page(title: &str) -> String {
    format!(
        "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>The Ministry of Foreign Affairs \
         has taken note of the matter, and will raise it with the Security Council of the United Nations.</p><p>It \
         calls on all States to prolong the sanctions that were adopted last year.</p></article></body></html>"
    )
}

fn item(n: u32, title: &str) -> String {
    format!("<li class=item><span>{n} October 2024</span> <a href='/news/2024/{n}'>{title}</a></li>")
}

/// A page of three items, whose own pages are there too.
fn list(script: &Script) {
    let all = [
        (24, "Statement on the situation in Mali"),
        (23, "On a visit to the Union"),
        (22, "On new sanctions"),
    ];
    let items: String = all.map(|(n, title)| item(n, title)).concat();
    script
        .answer(NEWS, &format!("<html><head><title>News</title></head><body><ul>{items}</ul></body></html>"));
    for (n, title) in all {
        script.answer(&format!("https://mfa.example.org/news/2024/{n}"), &page(title));
    }
}

async fn add(app: &App, url: &str) -> String {
    let draft = SourceDraft { url: url.to_owned(), name: None, no_check: false };
    app.add_source(&draft, None).await.expect("it can be followed").url
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_lists_documents_is_followed_as_a_list() {
    let (script, app, _folder) = script::app();
    list(&script);
    let found = app.check_source(NEWS).await.expect("it is a list");
    assert_eq!((found.form.as_str(), found.drafts.len()), ("listing page", 3));
    // The scripted server knows whole addresses; a real one never sees what stands behind the hash.
    script.answer(&found.url, &script.body(NEWS));
    assert_eq!(add(&app, &found.url).await, format!("{NEWS}#:~:list"));
    assert_eq!(collect(&app).await.new, 3);
    assert_eq!(titles(&app, "\"prolong the sanctions\"").await.len(), 3, "each was read from its own page");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selector_says_which_links_are_items() {
    let (script, app, _folder) = script::app();
    let address = listing_address(NEWS, Some("h2 > a")).expect("it is an address");
    script.answer(&address, "<h2><a href=/a>One</a></h2><h3><a href=/b>Two</a></h3>");
    let found = app.check_source(&address).await.expect("it is a list");
    assert_eq!((found.drafts.len(), found.drafts[0].title.as_str()), (1, "One"));
    script.answer(&address, "<h3><a href=/b>Two</a></h3>");
    let why = app.check_source(&address).await.expect_err("nothing is there").to_string();
    assert!(why.contains("“h2 > a” points"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_no_page_names_is_found_where_such_feeds_lie() {
    let (script, app, _folder) = script::app();
    list(&script);
    script.answer("https://mfa.example.org/rss.xml", &feed(&[entry("1", "Statement", "A text.")]));
    let found = app.check_source(NEWS).await.expect("there is a feed");
    assert_eq!(found.url, "https://mfa.example.org/rss.xml");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_addresses_of_a_sitemap_are_read_and_asked_once() {
    let (script, app, _folder) = script::app();
    list(&script);
    const INDEX: &str = "https://mfa.example.org/sitemap.xml";
    let of =
        |inner: &str| format!("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{inner}</urlset>");
    let url = |n: u32| {
        format!("<url><loc>https://mfa.example.org/news/2024/{n}</loc><lastmod>2024-10-{n}</lastmod></url>")
    };
    script.answer(
        INDEX,
        "<sitemapindex><sitemap><loc>https://mfa.example.org/news.xml</loc></sitemap></sitemapindex>",
    );
    script.answer("https://mfa.example.org/news.xml", &of(&(url(24) + &url(23) + &url(11))));
    assert_eq!(add(&app, INDEX).await, INDEX);
    assert_eq!(collect(&app).await.new, 2, "the page of one address fails");
    assert_eq!(titles(&app, "Mali").await, ["Statement on the situation in Mali"]);
    script.answer(
        INDEX,
        "<sitemapindex><!-- --><sitemap><loc>https://mfa.example.org/news.xml</loc></sitemap></sitemapindex>",
    );
    assert_eq!(collect(&app).await.new, 0);
    assert_eq!(script.asked("https://mfa.example.org/news/2024/24"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_file_is_one_line_and_the_rest_of_its_folder_is_filed() {
    let (_, app, folder) = script::app();
    let files = folder.path().join("files");
    std::fs::create_dir(&files).expect("a folder is made");
    let put = |name: &str, text: &str| std::fs::write(files.join(name), text).expect("a file is written");
    put(
        "a.eml",
        "From: Press <press@mfa.example>\nSubject: Letter on Mali\nDate: Thu, 24 Oct 2024 10:00:00 +0300\n\nText.\n",
    );
    put("b.pdf", "no pdf at all");
    put("c.docx", "no document");
    put("d.txt", "Statement on Mali\n\nThe Ministry condemns the attack.");
    let imported = app.import(&[files], &ImportOrder::default()).await.expect("the folder is read");
    assert_eq!((imported.tally.new_statements(), imported.faults.len()), (2, 2), "{:?}", imported.faults);
    assert!(imported.faults.iter().all(|fault| !fault.contains('\n') && fault.contains("cannot be read")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_taken_for_what_it_is_though_its_site_has_a_feed() {
    let (script, app, _folder) = script::app();
    let address = "https://mfa.example.org/statement.txt";
    script.answer_with(address, "Statement\n\nThe ministry regrets it.", &[("content-type", "text/plain")]);
    script.answer("https://mfa.example.org/feed/", &feed(&[entry("1", "Other", "Another text.")]));
    let found = app.check_source(address).await.expect("it is a text");
    assert_eq!((found.url.as_str(), found.form.as_str()), (address, "plain text"));
}
