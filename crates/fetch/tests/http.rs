//! The fetcher against servers on loopback that are written here.
#![allow(clippy::unwrap_used)]

mod server;

use std::io::Write;
use std::time::Duration;

use chancery_fetch::{Answer, Blocker, FetchFault, Fetcher, HttpFetcher, Limits};
use chancery_model::{Fetched, Manners, Request, Validators};
use chrono::{DateTime, Utc};
use server::{Seen, response, serve};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_729_764_000, 0).unwrap()
}

fn request(url: &str) -> Request {
    Request::first(url)
}

fn quick() -> HttpFetcher {
    let limits = Limits { whole: Duration::from_millis(600), body: 1 << 20, ..Limits::default() };
    HttpFetcher::with_limits(limits).unwrap()
}

async fn get(url: &str) -> Result<Answer, FetchFault> {
    quick().fetch(&request(url), now()).await
}

async fn whole(url: &str) -> Fetched {
    match get(url).await.unwrap() {
        Answer::Fetched(fetched) => fetched,
        other => panic!("{other:?}"),
    }
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn brings_the_body_and_the_headers_as_received() {
    let site = serve(|_| response(200, &[("ETag", "W/\"a b\""), ("X-Odd", "1")], b"<rss/>")).await;
    let fetched = whole(&site.url("/feed")).await;
    assert_eq!((fetched.status, &fetched.bytes[..]), (200, &b"<rss/>"[..]));
    assert_eq!(fetched.validators().etag.as_deref(), Some("W/\"a b\""));
    assert_eq!(fetched.header("x-odd"), Some("1"));
    assert_eq!((fetched.at, fetched.moved_permanently), (now(), false));
    let seen = &site.seen()[0];
    assert!(seen.header("accept").starts_with("application/atom+xml"), "{seen:?}");
    assert!(seen.header("user-agent").starts_with("Chancery/"), "{seen:?}");
}

#[tokio::test]
async fn sends_validators_byte_for_byte_and_keeps_new_ones() {
    let site = serve(|seen: &Seen| match seen.header("if-none-match") {
        "W/\"a b\"" => response(304, &[("ETag", "\"new\"")], b""),
        _ => response(200, &[], b"x"),
    })
    .await;
    let date = "Thu, 24 Oct 2024 10:00:00 GMT";
    let validators = Validators { etag: Some("W/\"a b\"".into()), last_modified: Some(date.into()) };
    let headers =
        vec![("X-Own".into(), "1".into()), ("Host".into(), "evil".into()), ("bad name".into(), "x".into())];
    let manners = Manners { user_agent: Some("Mine/1".into()), headers };
    let asked = Request { validators, manners, ..request(&site.url("/")) };
    let answer = quick().fetch(&asked, now()).await.unwrap();
    let kept = Validators { etag: Some("\"new\"".into()), last_modified: Some(date.into()) };
    assert!(matches!(answer, Answer::NotModified(unchanged) if unchanged.validators == kept));
    assert_eq!(site.seen()[0].header("x-own"), "1");
    assert!(site.seen()[0].header("host").starts_with("127.0.0.1:"));
    assert_eq!(site.seen()[0].header("if-modified-since"), date);
    assert_eq!(site.seen()[0].header("user-agent"), "Mine/1");
}

#[tokio::test]
async fn remembers_whether_all_redirects_were_permanent() {
    let site = serve(|seen: &Seen| match seen.path.as_str() {
        "/old" => response(301, &[("Location", "/older")], b""),
        "/older" => response(308, &[("Location", "/new")], b""),
        "/for-now" => response(302, &[("Location", "/new")], b""),
        _ => response(200, &[], b"here"),
    })
    .await;
    let moved = whole(&site.url("/old")).await;
    assert_eq!((moved.final_url, moved.moved_permanently), (site.url("/new"), true));
    let lent = whole(&site.url("/for-now")).await;
    assert_eq!((lent.final_url, lent.moved_permanently), (site.url("/new"), false));
}

#[tokio::test]
async fn gives_up_on_redirects_without_end() {
    let site = serve(|_| response(302, &[("Location", "/again")], b"")).await;
    assert!(matches!(get(&site.url("/")).await, Err(FetchFault::TooManyRedirects { limit: 10, .. })));
    assert_eq!(site.seen().len(), 11);
}

#[tokio::test]
async fn refuses_addresses_and_redirects_of_other_schemes() {
    let site = serve(|_| response(302, &[("Location", "file:///etc/passwd")], b"")).await;
    for url in ["file:///etc/passwd", "ftp://a.example/", "nonsense", &site.url("/")] {
        assert!(matches!(get(url).await, Err(FetchFault::BadAddress { .. })), "{url}");
    }
}

#[tokio::test]
async fn tells_statuses_apart() {
    let site = serve(|seen: &Seen| match seen.path.as_str() {
        "/gone" => response(410, &[], b""),
        "/challenge" => response(403, &[], b"<html><title>Just a moment...</title>"),
        _ => response(404, &[], b"no"),
    })
    .await;
    let fault = get(&site.url("/x")).await.unwrap_err();
    assert_eq!(fault.to_string(), format!("{} answered with status 404 (not found).", site.url("/x")));
    assert!(matches!(get(&site.url("/gone")).await, Err(FetchFault::Gone { .. })));
    let blocked = get(&site.url("/challenge")).await;
    assert!(matches!(blocked, Err(FetchFault::Blocked { by: Blocker::Challenge, .. })), "{blocked:?}");
}

#[tokio::test]
async fn leaves_a_host_alone_as_long_as_it_asks() {
    let site = serve(|_| response(429, &[("Retry-After", "120")], b"")).await;
    let fetcher = quick();
    let first = fetcher.fetch(&request(&site.url("/a")), now()).await.unwrap_err();
    assert_eq!(first.retry_after(), Some(Duration::from_secs(120)));
    let later = now() + chrono::Duration::seconds(20);
    let second = fetcher.fetch(&request(&site.url("/b")), later).await.unwrap_err();
    assert!(matches!(second, FetchFault::Waiting { .. }), "{second:?}");
    assert_eq!(second.retry_after(), Some(Duration::from_secs(100)));
    assert_eq!(site.seen().len(), 1, "the host was asked while it wanted peace");
    let after = now() + chrono::Duration::seconds(121);
    let third = fetcher.fetch(&request(&site.url("/c")), after).await.unwrap_err();
    assert!(matches!(third, FetchFault::Status { status: 429, .. }));
}

#[tokio::test]
async fn a_busy_host_that_names_no_time_is_left_alone_for_ten_minutes() {
    let site = serve(|_| response(503, &[], b"")).await;
    let fetcher = quick();
    let fault = fetcher.fetch(&request(&site.url("/a")), now()).await.unwrap_err();
    assert_eq!(fault.retry_after(), Some(Duration::from_secs(600)));
    let soon = now() + chrono::Duration::seconds(599);
    let other = fetcher.fetch(&request(&site.url("/b")), soon).await.unwrap_err();
    assert!(matches!(other, FetchFault::Waiting { .. }), "{other:?}");
}

#[tokio::test]
async fn a_304_that_nobody_asked_for_is_a_fault() {
    let site = serve(|_| response(304, &[], b"")).await;
    assert!(matches!(get(&site.url("/")).await, Err(FetchFault::Broken { .. })));
}

#[tokio::test]
async fn a_304_behind_a_permanent_redirect_says_where_it_came_from() {
    let site = serve(|seen: &Seen| match seen.path.as_str() {
        "/old" => response(301, &[("Location", "/new")], b""),
        _ => response(304, &[("Cache-Control", "max-age=60")], b""),
    })
    .await;
    let validators = Validators { etag: Some("\"a\"".into()), last_modified: None };
    let answer = quick().fetch(&Request { validators, ..request(&site.url("/old")) }, now()).await.unwrap();
    let Answer::NotModified(unchanged) = answer else { panic!("{answer:?}") };
    assert_eq!((unchanged.final_url, unchanged.moved_permanently), (site.url("/new"), true));
    assert_eq!(chancery_fetch::fresh_for(&unchanged.headers, now()), Some(Duration::from_secs(60)));
}

#[tokio::test]
async fn a_proxy_is_asked_for_other_hosts_and_not_for_this_machine() {
    let proxy = serve(|_| response(200, &[], b"by proxy")).await;
    let site = serve(|_| response(200, &[], b"direct")).await;
    let fetcher = quick();
    fetcher.set_proxy(Some(&proxy.url(""))).unwrap();
    let body = async |url: &str| match fetcher.fetch(&request(url), now()).await.unwrap() {
        Answer::Fetched(fetched) => String::from_utf8(fetched.bytes).unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(body("http://ministry.invalid/feed").await, "by proxy");
    assert_eq!(proxy.seen()[0].path, "http://ministry.invalid/feed");
    assert_eq!(body(&site.url("/feed")).await, "direct");
    assert!(matches!(fetcher.set_proxy(Some("ftp://a.example")), Err(FetchFault::BadProxy { .. })));
    assert!(matches!(fetcher.set_proxy(Some("nonsense")), Err(FetchFault::BadProxy { .. })));
}

#[tokio::test]
async fn a_socks_proxy_is_spoken_to_in_its_own_way() {
    let proxy =
        server::socks(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\nby socks").await;
    let fetcher = quick();
    fetcher.set_proxy(Some(&format!("socks5h://{}", proxy.address))).unwrap();
    let answer = fetcher.fetch(&request("http://ministry.invalid/feed"), now()).await.unwrap();
    assert!(matches!(answer, Answer::Fetched(fetched) if fetched.bytes == b"by socks"));
    assert_eq!(proxy.host(), "ministry.invalid", "names are looked up by the proxy");
}

#[tokio::test]
async fn a_wrong_length_a_reset_and_a_server_without_tls_are_named() {
    let short = serve(|_| Some(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf".to_vec())).await;
    let fault = get(&short.url("/")).await.unwrap_err();
    assert!(matches!(fault, FetchFault::Broken { .. }), "{fault:?}");
    let endless = serve(|_| Some([&b"HTTP/1.1 200 OK\r\n\r\n"[..], &vec![b'a'; 3 << 20]].concat())).await;
    let fault = get(&endless.url("/")).await.unwrap_err();
    assert!(matches!(fault, FetchFault::TooLarge { .. }), "{fault:?}");
    let plain = serve(|_| response(200, &[], b"x")).await;
    let fault = get(&plain.url("/").replace("http:", "https:")).await.unwrap_err();
    assert!(matches!(fault, FetchFault::Tls { .. }), "{fault:?}");
}

#[tokio::test]
async fn ends_when_a_server_hangs() {
    let site = serve(|_| None).await;
    let fault = get(&site.url("/")).await.unwrap_err();
    assert!(matches!(fault, FetchFault::Timeout { .. }), "{fault:?}");
    let drips = serve(|_| Some(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf".to_vec())).await;
    drips.keep_open();
    let fault = get(&drips.url("/")).await.unwrap_err();
    assert!(matches!(fault, FetchFault::Timeout { .. }), "{fault:?}");
}

#[tokio::test]
async fn takes_no_more_than_the_limit_also_after_decompression() {
    let large = vec![b' '; (1 << 20) + 1];
    let packed = gzip(&large);
    assert!(packed.len() < 10_000);
    let site = serve(move |seen: &Seen| match seen.path.as_str() {
        "/plain" => response(200, &[], &large),
        _ => response(200, &[("Content-Encoding", "gzip")], &packed),
    })
    .await;
    for path in ["/plain", "/packed"] {
        let fault = get(&site.url(path)).await.unwrap_err();
        assert!(matches!(fault, FetchFault::TooLarge { mebibytes: 1, .. }), "{path}: {fault:?}");
    }
}

#[tokio::test]
async fn undoes_compression_and_names_what_is_broken() {
    let packed = gzip("<rss>санкції</rss>".as_bytes());
    let site = serve(move |seen: &Seen| match seen.path.as_str() {
        "/whole" => response(200, &[("Content-Encoding", "gzip")], &packed),
        _ => response(200, &[("Content-Encoding", "gzip")], &packed[..packed.len() / 2]),
    })
    .await;
    assert_eq!(whole(&site.url("/whole")).await.bytes, "<rss>санкції</rss>".as_bytes());
    let fault = get(&site.url("/cut")).await.unwrap_err();
    assert!(matches!(fault, FetchFault::Broken { .. }), "{fault:?}");
}

#[tokio::test]
async fn replaces_header_bytes_that_are_no_text_and_leaves_the_body() {
    let site =
        serve(|_| Some(b"HTTP/1.1 200 OK\r\nX-Name: caf\xe9\r\nContent-Length: 2\r\n\r\n\xff\xe9".to_vec()))
            .await;
    let fetched = whole(&site.url("/")).await;
    assert_eq!(fetched.header("x-name"), Some("caf\u{FFFD}"));
    assert_eq!(fetched.bytes, b"\xff\xe9");
}

#[tokio::test]
async fn names_a_host_that_is_not_there() {
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/", listener.local_addr().unwrap())
    };
    let fault = get(&closed).await.unwrap_err();
    assert!(matches!(fault, FetchFault::Connect { offline: false, .. }), "{fault:?}");
    assert!(!fault.is_offline());
}

#[tokio::test]
async fn keeps_robots_txt_for_pages_and_not_for_what_the_user_follows() {
    let site = serve(|seen: &Seen| match seen.path.as_str() {
        "/robots.txt" => response(200, &[], b"User-agent: *\nDisallow: /private/\n"),
        _ => response(200, &[], b"text"),
    })
    .await;
    let fetcher = quick();
    let private = request(&site.url("/private/a"));
    let refused = fetcher.fetch_page(&private, now()).await;
    assert!(matches!(refused, Err(FetchFault::Blocked { by: Blocker::Robots, .. })), "{refused:?}");
    assert!(fetcher.fetch(&private, now()).await.is_ok());
    assert!(fetcher.fetch_page(&request(&site.url("/open")), now()).await.is_ok());
    let paths: Vec<String> = site.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths, ["/robots.txt", "/private/a", "/open"], "robots.txt is asked for once");
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_a_host_one_request_at_a_time() {
    let site = serve(|_| {
        std::thread::sleep(Duration::from_millis(30));
        response(200, &[], b"x")
    })
    .await;
    let fetcher = quick();
    let asked = request(&site.url("/"));
    let ask = || fetcher.fetch(&asked, now());
    let (a, b, c) = tokio::join!(ask(), ask(), ask());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    assert_eq!(site.most_at_once(), 1);
}
