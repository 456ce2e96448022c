//! The same document in other languages, as pages and feeds name it.

use chancery_extract::read_file;

/// The language and address of each translation that the first document names.
#[track_caller]
fn named(name: &str, bytes: &str) -> Vec<(String, String)> {
    let reading = read_file(name, bytes.as_bytes(), Some("https://mfa.example/en/news/1"));
    let draft = reading.drafts.first().expect("it holds a document");
    draft.translations.iter().map(|one| (one.lang.to_string(), one.url.clone())).collect()
}

fn page(head: &str, beside: &str) -> String {
    let text =
        "<p>The Ministry has taken note of the matter, and will raise it with the Council.</p>".repeat(4);
    format!(
        "<html lang=en><head><title>On Mali</title><link rel=canonical href=https://mfa.example/en/news/1>{head}</head>\
         <body><nav>{beside}</nav><article><h1>On Mali</h1>{text}</article></body></html>"
    )
}

fn pair(lang: &str, url: &str) -> (String, String) {
    (lang.to_owned(), url.to_owned())
}

#[test]
fn alternates_are_translations_but_not_the_page_itself_nor_its_feed() {
    let head = "<link rel=alternate hreflang=en href=/en/news/1><link rel=alternate hreflang=x-default href=/news/1>\
                <link rel=alternate hreflang=uk-UA href=/uk/news/1><link rel='alternate' hreflang=fr href=https://mae.example/1>\
                <link rel=alternate type='application/rss+xml' href=/rss><link rel=stylesheet hreflang=de href=/de.css>";
    assert_eq!(
        named("a.html", &page(head, "")),
        [pair("uk", "https://mfa.example/uk/news/1"), pair("fr", "https://mae.example/1")]
    );
}

#[test]
fn switches_of_language_say_nothing_but_a_language() {
    let beside = "<a href=/uk/news/1> Українська </a><a href=/ar/news/1>العربية</a><a href=/fr/news/1>FR</a>\
                  <a href=/de>Our work in Deutsch and English</a><a href=/it hreflang=it>Leggi</a>";
    assert_eq!(
        named("a.html", &page("", beside)),
        [
            pair("it", "https://mfa.example/it"),
            pair("uk", "https://mfa.example/uk/news/1"),
            pair("ar", "https://mfa.example/ar/news/1"),
            pair("fr", "https://mfa.example/fr/news/1"),
        ]
    );
}

#[test]
fn links_of_entries_and_of_sitemaps_name_translations() {
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><entry><id>1</id><title>On Mali</title>\
                <link href='https://mfa.example/en/1'/><link rel='alternate' hreflang='uk' href='https://mfa.example/uk/1'/>\
                <content>A text.</content></entry></feed>";
    assert_eq!(named("a.atom", atom), [pair("uk", "https://mfa.example/uk/1")]);
    let sitemap = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:xhtml='http://www.w3.org/1999/xhtml'>\
                   <url><loc>https://mfa.example/en/1</loc>\
                   <xhtml:link rel='alternate' hreflang='uk' href='https://mfa.example/uk/1'/></url></urlset>";
    assert_eq!(named("a.xml", sitemap), [pair("uk", "https://mfa.example/uk/1")]);
}
