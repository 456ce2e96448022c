//! The batch forms: a line in, a line out, in order, whatever the lines hold.

use serde_json::{Value, json};

use crate::program::Program;

/// Answers lines and returns the answers.
fn answers(program: &Program, command: &str, lines: &[String]) -> Vec<Value> {
    let called = program.call_with(&[command, "--jsonl"], &(lines.join("\n") + "\n"));
    assert_eq!(called.code, 0, "{called:?}");
    let answers: Vec<Value> = called.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), lines.len());
    answers
}

fn cut(text: &str, span: &Value) -> String {
    let at = |name: &str| span[name].as_u64().unwrap() as usize;
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

#[test]
fn tags_stand_on_characters() {
    let title = "Заява щодо Ірану";
    let text = "🙂 Україна посилається на резолюцію 2231 (2015) Ради Безпеки ООН і говорить про Іран.";
    let line = json!({"id": "a", "title": title, "text": text}).to_string();
    let answer = answers(&Program::new(), "annotate", &[line]).remove(0);
    let fields: Vec<&String> = answer.as_object().unwrap().keys().collect();
    let first = ["id", "lang", "countries", "topics", "resolutions", "regimes", "speakers", "issuer"];
    assert_eq!(
        fields[..first.len()],
        first.each_ref().map(|name| name.to_owned()).iter().collect::<Vec<_>>()[..]
    );
    let country =
        |code: &str| answer["countries"].as_array().unwrap().iter().find(|c| c["code"] == code).unwrap();
    assert_eq!(cut(text, &country("UA")["spans"][0]), "Україна");
    let iran = country("IR")["spans"].as_array().unwrap();
    let in_title = iran.iter().find(|span| span["in"] == "title").unwrap();
    assert_eq!(cut(title, in_title), "Ірану");
    let resolution = &answer["resolutions"][0];
    assert_eq!(
        (&resolution["number"], &resolution["organ"], &resolution["stated"]),
        (&json!(2231), &json!("UNSC"), &json!(true))
    );
    assert!(cut(text, &resolution["spans"][0]).contains("2231"));
}

#[test]
fn bad_lines_are_answered_in_their_place() {
    let lines = [
        json!({"id": "1", "text": "Ukraine"}).to_string(),
        "{not json".to_owned(),
        String::new(),
        json!({"id": "4"}).to_string(),
        json!({"id": "5", "text": 7}).to_string(),
        r#"{"id": "6", "text": "half \ud83d Ukraine"}"#.to_owned(),
    ];
    let answers = answers(&Program::new(), "annotate", &lines);
    let is_error: Vec<bool> = answers.iter().map(|answer| answer["error"]["message"].is_string()).collect();
    assert_eq!(is_error, [false, true, true, true, true, false]);
    assert_eq!(answers[3]["id"], "4");
    assert_eq!(answers[5]["countries"][0]["code"], "UA");
}

#[test]
fn many_lines_keep_their_order() {
    let lines: Vec<String> = (0..500)
        .map(|n| json!({"id": n.to_string(), "text": "Word ".repeat(n % 37), "query": "word"}).to_string())
        .collect();
    let answers = answers(&Program::new(), "match", &lines);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!((&answer["id"], &answer["match"]), (&json!(n.to_string()), &json!(n % 37 > 0)));
    }
}

#[test]
fn matches_say_where() {
    let program = Program::new();
    let line = |query: &str, title: &str, text: &str| {
        json!({"id": "x", "query": query, "title": title, "text": text}).to_string()
    };
    let lines = [
        line("title:iran AND \"new sanctions\"", "Іран — Iran", "🙂 Of new sanctions"),
        line("iran -sanctions", "", "Iran and sanctions"),
        line("country:KP", "", "The DPRK fired a missile"),
        line("sanctions AND (", "", "x"),
        line("is:unread", "", "x"),
    ];
    let answers = answers(&program, "match", &lines);
    assert_eq!(answers[0]["match"], true, "{:?}", answers[0]);
    let spans = answers[0]["spans"].as_array().unwrap();
    assert!(
        spans.iter().any(|span| span["in"] == "title" && cut("Іран — Iran", span) == "Iran"),
        "{spans:?}"
    );
    assert!(
        spans
            .iter()
            .any(|span| span.get("in").is_none() && cut("🙂 Of new sanctions", span) == "new sanctions")
    );
    assert_eq!((&answers[1]["match"], &answers[2]["match"]), (&json!(false), &json!(true)));
    assert_eq!(answers[1]["spans"], json!([]));
    let message = |n: usize| answers[n]["error"]["message"].as_str().unwrap().to_owned();
    assert!(message(3).starts_with("The query, at character 15: "), "{}", message(3));
    assert!(message(4).starts_with("The query, at character 1: "), "{}", message(4));
}

#[test]
fn pages_and_feeds_are_extracted_from_html_and_path() {
    let program = Program::new();
    let text = "The minister of Nordland said at some length that the border stays closed. ".repeat(8);
    let page = format!(
        "<html lang=\"en\"><head><meta charset=\"windows-1251\"><title>Borders</title></head><body><article>\
         <h1>Borders — кордони</h1><p>{text}</p><p>{text}</p></article></body></html>"
    );
    let feed = program.file("feed.xml", crate::loopback::feed(&[("One &amp; two", "Text of the entry.")]));
    let lines = [
        json!({"id": "page", "url": "https://nordland.example/1", "html": page}).to_string(),
        json!({"id": "feed", "path": feed}).to_string(),
        json!({"id": "absent", "path": "no/such/file"}).to_string(),
        json!({"id": "neither", "html": "{\"a\": 1}"}).to_string(),
        json!({"id": "nothing"}).to_string(),
    ];
    let answers = answers(&program, "extract", &lines);
    assert_eq!(answers[0]["kind"], "page", "{:?}", answers[0]);
    assert!(answers[0]["text"].as_str().unwrap().contains("border stays closed"));
    assert!(answers[0]["title"].as_str().unwrap().contains("Borders"), "{:?}", answers[0]);
    assert_eq!((&answers[1]["kind"], &answers[1]["title"]), (&json!("feed"), &json!("Ministry of Nordland")));
    assert_eq!(answers[1]["entries"][0]["title"], "One & two");
    assert!(answers[1]["entries"][0]["published"].as_str().unwrap().starts_with("2024-10-24T12:00:00"));
    assert!(answers[2]["error"]["message"].as_str().unwrap().contains("no/such/file"));
    assert!(answers[3]["error"].is_object() && answers[4]["error"].is_object());
}

#[test]
fn a_text_without_markup_is_neither_page_nor_feed() {
    let program = Program::new();
    let named = program.file("bare.html", "A minister spoke & left at 5 < 6 o'clock.");
    let lines = [
        json!({"id": "text", "html": "A minister spoke & left at 5 < 6 o'clock."}).to_string(),
        json!({"id": "fragment", "html": "<p>A minister spoke at length.</p>"}).to_string(),
        json!({"id": "named", "path": named}).to_string(),
        json!({"id": "typed", "html": "A minister spoke.", "headers": {"Content-Type": "text/html"}}).to_string(),
        json!({"id": "feed", "html": "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"N\", \"items\": []}"})
            .to_string(),
    ];
    let answers = answers(&program, "extract", &lines);
    assert!(answers[0]["error"]["message"].as_str().unwrap().contains("plain text"), "{:?}", answers[0]);
    assert!(answers[1..4].iter().all(|answer| answer["kind"] == "page"), "{answers:?}");
    assert_eq!(answers[4]["kind"], "feed");
    program
        .call(&["extract", &program.file("report.txt", crate::program::REPORT)])
        .failed(1, &["plain text"]);
}

#[test]
fn a_file_alone_is_tagged_and_extracted() {
    let program = Program::new();
    let report = program.file("report.txt", crate::program::REPORT);
    let tags = program.json(&["annotate", &report]);
    assert!(tags["countries"].as_array().unwrap().iter().any(|country| country["code"] == "RU"));
    let feed = program.file("feed.xml", crate::loopback::feed(&[("A", "Text."), ("B", "Text.")]));
    assert_eq!(program.json(&["annotate", &feed]).as_array().unwrap().len(), 2);
    assert_eq!(program.json(&["extract", &feed])["kind"], "feed");
    let called = program.call(&["extract", &program.file("x.json", "{}")]);
    called.failed(1, &["x.json"]);
}

#[test]
fn pairs_of_names_are_screened() {
    let lines = [
        json!({"id": "a", "a": "Quist, Ada Marie", "b": "ADA QUIST", "type": "person"}).to_string(),
        json!({"id": "b", "a": "Quist Fund 1", "b": "Quist Fund 2", "type": "organisation"}).to_string(),
        json!({"id": "c", "a": "Ada", "b": "Ada", "type": "ghost"}).to_string(),
        json!({"id": "d", "a": "Ada"}).to_string(),
    ];
    let program = Program::new();
    let called = program.call_with(&["screen", "--pairs", "--jsonl"], &lines.join("\n"));
    let answers: Vec<Value> = called.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&answers[0]["id"], &answers[0]["match"]), (&json!("a"), &json!(true)));
    assert!(answers[0]["score"].as_f64().unwrap() > 0.8, "{}", answers[0]);
    assert_eq!(answers[0]["why"][2], json!({"kind": "missing", "a": "marie", "b": "", "likeness": 0.0}));
    assert_eq!(answers[1]["match"], json!(false));
    assert!(answers[2]["error"]["message"].as_str().unwrap().contains("no type “ghost”"));
    assert!(answers[3]["error"]["message"].as_str().unwrap().contains("“b” is missing"));
    program.call(&["screen", "--pairs", "--jsonl", "--threshold", "2"]).failed(2, &["from 0 to 1"]);
}
