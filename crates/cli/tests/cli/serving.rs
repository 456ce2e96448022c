//! `serve`: the door, the events and the window over loopback, and who is turned away.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::loopback::request;
use crate::program::Program;

struct Server {
    child: Child,
    port: u16,
    token: String,
}

impl Server {
    fn start(program: &Program, arguments: &[&str]) -> Self {
        let mut child =
            program.command(&[&["serve"], arguments].concat()).stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let rest = address.trim().strip_prefix("http://127.0.0.1:").unwrap();
        let (port, token) = rest.split_once("/?token=").unwrap();
        Self { child, port: port.parse().unwrap(), token: token.to_owned() }
    }

    /// A request to this server; `more` are further header lines.
    fn ask(&self, line: &str, more: &str, body: &str) -> (u16, String, String) {
        request(self.port, &format!("{line} HTTP/1.1\r\nHost: 127.0.0.1:{}{more}", self.port), body)
    }

    fn bearer(&self) -> String {
        format!("\r\nAuthorization: Bearer {}", self.token)
    }

    fn call(&self, name: &str, payload: &str) -> (u16, Value) {
        let (status, _, body) = self.ask(&format!("POST /call/{name}"), &self.bearer(), payload);
        (status, serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn window(program: &Program) -> String {
    std::fs::create_dir_all(program.path("dist/assets")).unwrap();
    program.file("dist/index.html", "<!doctype html><title>Chancery</title>");
    program.file("dist/assets/a.js", "export {}");
    program.path("dist").display().to_string()
}

#[test]
fn calls_are_answered_as_in_the_window() {
    let program = Program::new();
    program.with_report();
    let server = Server::start(&program, &[]);
    let (status, overview) = server.call("overview", "null");
    assert_eq!((status, &overview["statements"]), (200, &1.into()));
    assert_eq!(server.call("overview", "").0, 200);
    let (status, set) = server.call("search", r#"{"query": "troops", "order": "newest"}"#);
    assert_eq!((status, &set["count"]), (200, &1.into()));
    let (status, fault) = server.call("search", r#"{"query": "troops (", "order": "newest"}"#);
    assert_eq!((status, &fault["code"]), (400, &"query".into()));
    assert!(fault["at"]["start"].is_number());
    assert_eq!(server.call("nonsense", "null").0, 400);
    assert_eq!(server.call("search", "{oops").0, 400);
    let (status, path) = server.call("choose_export_file", r#"{"name": "../x.csv"}"#);
    assert_eq!(status, 200);
    assert!(path.as_str().unwrap().ends_with("exports/x.csv"), "{path}");
    assert_eq!(server.call("open_address", r#"{"url": "https://example.org"}"#).0, 400);
}

#[test]
fn who_has_no_secret_or_another_name_is_turned_away() {
    let program = Program::new();
    let ui = window(&program);
    let server = Server::start(&program, &["--ui", &ui]);
    let status = |line: &str, more: &str| server.ask(line, more, "").0;
    assert_eq!(status("GET /", ""), 403);
    assert_eq!(status("POST /call/overview", ""), 403);
    assert_eq!(status("GET /?token=0000", ""), 403);
    assert_eq!(
        status("POST /call/overview", &format!("{}\r\nOrigin: http://evil.example", server.bearer())),
        403
    );
    let rebound = format!("GET /?token={} HTTP/1.1\r\nHost: evil.example:{}", server.token, server.port);
    assert_eq!(request(server.port, &rebound, "").0, 403);
}

#[test]
fn the_address_opens_the_window_and_sets_a_strict_cookie() {
    let program = Program::new();
    let ui = window(&program);
    let server = Server::start(&program, &["--ui", &ui]);
    let (status, head, body) = server.ask(&format!("GET /?token={}", server.token), "", "");
    assert_eq!(status, 200);
    assert!(body.contains("<title>Chancery</title>"));
    let head = head.to_lowercase();
    for header in [
        "content-security-policy: default-src 'self'; connect-src 'self';",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "httponly; samesite=strict",
    ] {
        assert!(head.contains(header), "{header}: {head}");
    }
    let cookie = head.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap().to_owned();
    let with_cookie = format!("\r\nCookie: {cookie}");
    let (status, head, _) = server.ask("GET /assets/a.js", &with_cookie, "");
    assert_eq!(status, 200);
    assert!(head.contains("text/javascript"), "{head}");
    assert_eq!(server.ask("GET /assets/../../report.txt", &with_cookie, "").0, 404);
    assert_eq!(server.ask("GET /%2e%2e/report.txt", &with_cookie, "").0, 404);
}

#[test]
fn changes_are_heard_of() {
    let program = Program::new();
    let server = Server::start(&program, &[]);
    let mut events = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    events.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    write!(events, "GET /events HTTP/1.1\r\nHost: 127.0.0.1:{}{}\r\n\r\n", server.port, server.bearer())
        .unwrap();
    let mut begun = [0; 12];
    events.read_exact(&mut begun).unwrap();
    assert_eq!(&begun, b"HTTP/1.1 200");
    let draft = r#"{"id": null, "name": "Arms", "query": "weapons", "mode": "on", "muted_until": null}"#;
    assert_eq!(server.call("save_rule", draft).0, 200);
    let heard = BufReader::new(events).lines().map_while(Result::ok).find(|line| line.contains("\"rules\""));
    assert!(heard.unwrap().contains(r#"data: {"kind":"rules"}"#));
}

#[test]
fn a_taken_port_and_a_folder_without_a_window_are_named() {
    let program = Program::new();
    let server = Server::start(&program, &[]);
    program.call(&["serve", "--port", &server.port.to_string()]).failed(1, &[&server.port.to_string()]);
    program.call(&["serve", "--ui", "nowhere"]).failed(2, &["nowhere", "npm run build"]);
}

#[test]
fn the_demonstration_leaves_the_archive_alone() {
    let program = Program::new();
    let server = Server::start(&program, &["--demo"]);
    let (_, overview) = server.call("overview", "null");
    assert_eq!(overview["demo"], true);
    drop(server);
    assert!(!program.data().exists());
}
