//! What pages of official sites do, and what is read of it.

use chancery_extract::{PageFacts, Why, read_file};

const TEXT: &str = "<p>The ministry has taken note of the report of the observers, who visited both sides of the line of \
    contact last week, and calls on all parties to keep the agreement that they signed.</p>";

#[track_caller]
fn read(head: &str, above: &str) -> Result<PageFacts, Why> {
    let html = format!(
        "<html lang=en><head><title>On the ceasefire | Ministry</title>{head}</head><body><header><h1>On the ceasefire</h1>\
         {above}</header><main><article>{}</article></main></body></html>",
        TEXT.repeat(6)
    );
    read_file("a.html", html.as_bytes(), Some("https://mfa.example/news/1")).page().cloned()
}

#[track_caller]
fn day(head: &str, above: &str) -> String {
    let published = read(head, above).expect("it is a page").published;
    published.map(|published| published.when.stated_form()).unwrap_or_default()
}

#[test]
fn the_lead_that_the_description_repeats_is_of_the_text() {
    let lead = "Observers found heavy weapons on both sides of the line, and the ministry wants them all withdrawn within the week that begins today, under the eyes of the observers.";
    let described = |text: &str| format!("<meta name=description content='{text}'>");
    let above = format!("<div class=intro>{lead}</div>");
    let page = read(&described(&lead[..60]), &above).expect("it is a page");
    assert!(page.text.starts_with(lead), "{}", page.text);
    let other = read(&described("The ministry of foreign affairs informs the public."), &above)
        .expect("it is a page");
    assert!(other.text.starts_with("The ministry has taken note"), "{}", other.text);
}

#[test]
fn a_moment_in_utc_gives_way_to_the_day_that_is_shown() {
    let stated = "<meta property='article:published_time' content='2024-10-25T03:30:00Z'>";
    assert_eq!(day(stated, "<p class=date>24 October 2024</p>"), "2024-10-24");
    assert_eq!(day(stated, "<p class=date>25 October 2024</p>"), "2024-10-25T03:30:00Z");
    assert_eq!(day(stated, "<p class=date>Updated: 24 October 2024</p>"), "2024-10-25T03:30:00Z");
    let offset = stated.replace('Z', "+02:00");
    assert_eq!(day(&offset, "<p class=date>24 October 2024</p>"), "2024-10-25T03:30:00+02:00");
}

#[test]
fn a_day_may_head_its_texts() {
    assert_eq!(day("", "<h2 class=date-header>Thursday, 24 October 2024</h2>"), "2024-10-24");
}

#[test]
fn a_page_that_is_not_there_is_none_whatever_its_status() {
    let page = |title: &str| {
        let html = format!(
            "<html><head><title>{title}</title></head><body><h1>{title}</h1>{}</body></html>",
            TEXT.repeat(3)
        );
        read_file("a.html", html.as_bytes(), Some("https://mfa.example/x")).page().cloned()
    };
    for title in ["Page not found | Ministry", "Ministère – Page introuvable", "404", "Сторінку не знайдено"]
    {
        assert!(matches!(page(title), Err(Why::Missing { .. })), "{title}");
    }
    assert!(page("Missing persons not found after the flood").is_ok());
}

#[test]
fn other_office_documents_say_how_to_save_them() {
    let why =
        read_file("a.rtf", b"{\\rtf1\\ansi Statement}", None).page().expect_err("it is not read").to_string();
    assert_eq!(
        why,
        "a.rtf is a rich-text document, which the program does not read: save it as .docx, .pdf or .txt."
    );
}
