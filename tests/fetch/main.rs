//! The fetcher against servers on loopback: what comes back, and what each failure is called.

#![cfg(feature = "fetch")]
// Clippy knows functions marked `#[test]` as tests, and not those that they share.
#![allow(clippy::unwrap_used)]

mod servers;

use std::io::Write;
use std::thread;
use std::time::Duration;

use tearsheet::{Error, Fetcher, FetcherBuilder, Page, TimeoutPhase};

use servers::{LOOPBACK, deflate, gzip, page_server, redirect_server, send, serve, zstd};

const PAGE: &[u8] = b"<p>\xcf\xf0\xe8\xe2\xe5\xf2, \x00 \xff\r\n";

// ---- clients

fn local() -> FetcherBuilder {
    Fetcher::builder().allow_private_addresses(true)
}

fn fetch(builder: FetcherBuilder, url: &str) -> Result<Page<'static>, Error> {
    builder.build().unwrap().fetch_blocking(url)
}

/// The error of a fetch. Its message has to name the URL.
fn failure(builder: FetcherBuilder, url: &str) -> Error {
    let error = fetch(builder, url).unwrap_err();
    assert!(error.to_string().contains(url), "{url}: {error}");
    error
}

/// What a page shows of itself: it has no public fields.
fn shown(page: &Page<'_>) -> String {
    format!("{page:?}")
}

// ---- pages

#[test]
fn a_page_comes_with_url_type_and_time() {
    let server = page_server("content-type: text/html; charset=windows-1251\r\n", PAGE.to_vec());
    let url = server.url("/a?b=c");
    let page = fetch(local(), &url).unwrap();
    assert_eq!(page.as_bytes(), PAGE);
    assert_eq!(page.name(), url);
    let shown = shown(&page);
    assert!(shown.contains(r#"content_type: Some("text/html; charset=windows-1251")"#), "{shown}");
    assert!(shown.contains(r#"fetched: Some("2"#), "{shown}");
}

#[test]
fn bytes_arrive_unchanged_in_every_encoding() {
    // "hello" as one stored block (RFC 7932, section 9.2).
    let brotli = b"\x0b\x02\x80hello\x03".to_vec();
    for (headers, body, page) in [
        ("", PAGE.to_vec(), PAGE),
        ("content-encoding: gzip\r\n", gzip(PAGE), PAGE),
        ("content-encoding: deflate\r\n", deflate(PAGE), PAGE),
        ("content-encoding: zstd\r\n", zstd(PAGE), PAGE),
        ("content-encoding: br\r\n", brotli, b"hello".as_slice()),
        ("content-encoding: identity\r\n", PAGE.to_vec(), PAGE),
        ("content-encoding: utf-8\r\n", PAGE.to_vec(), PAGE),
        ("", Vec::new(), b""),
    ] {
        let server = page_server(headers, body);
        assert_eq!(fetch(local(), &server.url("/")).unwrap().as_bytes(), page, "{headers}");
    }
}

#[test]
fn chunks_and_bodies_up_to_the_end_of_the_connection() {
    for answer in [
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n<p>\r\n2\r\nhi\r\n0\r\n\r\n".as_slice(),
        b"HTTP/1.0 200 OK\r\n\r\n<p>hi",
    ] {
        let server = serve(|_, stream| stream.write_all(answer).unwrap());
        assert_eq!(fetch(local(), &server.url("/")).unwrap().as_bytes(), b"<p>hi");
    }
}

#[test]
fn bytes_after_the_compressed_page_do_not_matter() {
    for pause in [0, 100] {
        let server = serve(move |_, stream| {
            let body = gzip(PAGE);
            let _ = stream.write_all(b"HTTP/1.0 200 OK\r\ncontent-encoding: gzip\r\n\r\n");
            let _ = stream.write_all(&body);
            thread::sleep(Duration::from_millis(pause));
            let _ = stream.write_all(b"\r\n");
        });
        assert_eq!(fetch(local(), &server.url("/")).unwrap().as_bytes(), PAGE);
    }
}

#[test]
fn the_request_says_who_asks() {
    let server = serve(|head, stream| send(stream, "200 OK", "", head.as_bytes()));
    let url = server.url("/a").replace("http://", "http://user:pass@");
    let page = fetch(local().user_agent("newsbot/1.0"), &url).unwrap();
    let head = str::from_utf8(page.as_bytes()).unwrap().to_ascii_lowercase();
    for line in ["get /a http/1.1", "user-agent: newsbot/1.0", "accept: text/html,", "authorization: basic "]
    {
        assert!(head.contains(line), "{line}: {head}");
    }
    for line in ["cookie:", "referer:"] {
        assert!(!head.contains(line), "{line}: {head}");
    }
    assert_eq!(page.name(), server.url("/a"), "the page's URL carries no password");
}

#[test]
fn media_types() {
    for (header, taken) in [
        ("text/html", true),
        ("TEXT/HTML;charset=x", true),
        ("application/xhtml+xml", true),
        ("application/xml", true),
        ("text/xml", true),
        ("text/plain", true),
        ("unknown/unknown", true),
        ("html", true),
        ("application/pdf", false),
        ("image/png", false),
        ("application/json", false),
        ("application/octet-stream", false),
    ] {
        let line = format!("content-type: {header}\r\n");
        let server = serve(move |_, stream| send(stream, "200 OK", &line, b"<p>hi"));
        let url = server.url("/");
        match fetch(local(), &url) {
            Ok(_) => assert!(taken, "{header}"),
            Err(error) => {
                assert!(!taken, "{header}: {error}");
                assert_eq!(error, Error::NotHtml { input: url, found: header.to_owned() });
            }
        }
    }
}

// ---- statuses and redirects

#[test]
fn statuses_other_than_success() {
    for (line, status) in
        [("404 Not Found", 404), ("500 Oh", 500), ("302 Found", 302), ("304 Not Modified", 304)]
    {
        let server = serve(move |_, stream| send(stream, line, "", b"<p>not the page"));
        let url = server.url("/gone");
        assert_eq!(failure(local(), &url), Error::Status { url, status });
    }
}

#[test]
fn redirects_lead_to_the_page() {
    let server = serve(|head, stream| match head.split(' ').nth(1) {
        Some("/1") => send(stream, "301 Moved", "location: /2\r\n", b""),
        Some("/2") => send(stream, "302 Found", "location: 3?x#y\r\n", b""),
        Some("/3?x") => send(stream, "308 Moved", "location: /новости\r\n", b""),
        Some("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8") => send(stream, "200 OK", "", PAGE),
        _ => send(stream, "404 Not Found", "", b""),
    });
    let page = fetch(local().max_redirects(3), &server.url("/1")).unwrap();
    assert_eq!(page.name(), server.url("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"));
    assert_eq!(page.as_bytes(), PAGE);
    let url = server.url("/1");
    let error = failure(local().max_redirects(2), &url);
    assert_eq!(error, Error::TooManyRedirects { url, limit: 2 });
}

#[test]
fn a_circle_of_redirects_ends() {
    let server = redirect_server("/round");
    let url = server.url("/");
    assert_eq!(failure(local(), &url), Error::TooManyRedirects { url, limit: 10 });
}

#[test]
fn redirects_to_other_schemes_are_refused() {
    for target in ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://"] {
        let url = redirect_server(target).url("/");
        match failure(local(), &url) {
            Error::RefusedRedirect { url: named, target: found, .. } => {
                assert_eq!((named, found.as_str()), (url, target));
            }
            error => panic!("{error}"),
        }
    }
}

#[test]
fn a_failure_behind_a_redirect_names_both_urls() {
    let url = redirect_server("http://no-such-host.invalid/").url("/");
    let error = failure(local(), &url);
    assert_eq!(error.kind(), "unreachable", "{error}");
    assert!(error.to_string().contains("redirected to http://no-such-host.invalid/"), "{error}");
}

// ---- addresses

#[test]
fn private_addresses_are_refused() {
    let server = page_server("", PAGE.to_vec());
    let port = server.port;
    for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"] {
        let url = format!("http://{host}:{port}/");
        let error = fetch(Fetcher::builder(), &url).unwrap_err();
        assert_eq!(error.kind(), "blocked_address", "{url}: {error}");
        assert!(error.to_string().contains(&format!(":{port}/")), "{error}");
    }
}

#[test]
fn redirects_to_private_addresses_are_refused() {
    let secret = page_server("", PAGE.to_vec());
    for host in ["127.0.0.1", "localhost", "2130706433", "[::ffff:7f00:1]"] {
        let open = redirect_server(&format!("http://{host}:{}/", secret.port));
        let url = format!("http://open.test:{}/", open.port);
        let error = failure(Fetcher::builder().resolve("Open.test", LOOPBACK), &url);
        assert_eq!(error.kind(), "blocked_address", "{host}: {error}");
    }
}

#[test]
fn a_name_can_be_let_in_alone() {
    let server = page_server("", PAGE.to_vec());
    let url = format!("http://intranet.test:{}/", server.port);
    let page = fetch(Fetcher::builder().resolve("intranet.test", LOOPBACK), &url).unwrap();
    assert_eq!(page.as_bytes(), PAGE);
}

// ---- limits

#[test]
fn pages_over_the_size_limit() {
    let (large, bomb) = (vec![b'a'; 30 << 20], vec![b'a'; 11 << 20]);
    let limit = 10 << 20;
    let size = Some(30 << 20);
    for (headers, body, size) in [
        ("", large, size),
        ("content-encoding: gzip\r\n", gzip(&bomb), None),
        ("content-encoding: deflate\r\n", deflate(&bomb), None),
    ] {
        let url = page_server(headers, body).url("/");
        assert_eq!(failure(local(), &url), Error::TooLarge { input: url, size, limit }, "{headers}");
    }
    // No length given.
    let url = serve(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.0 200 OK\r\n\r\n");
        while stream.write_all(&[b'a'; 4096]).is_ok() {}
    })
    .url("/");
    assert_eq!(failure(local(), &url), Error::TooLarge { input: url, size: None, limit });
}

#[test]
fn the_size_limit_is_exact() {
    for headers in ["", "content-encoding: gzip\r\n"] {
        let body = if headers.is_empty() { PAGE.to_vec() } else { gzip(PAGE) };
        let url = page_server(headers, body).url("/");
        assert!(fetch(local().max_bytes(PAGE.len()), &url).is_ok(), "{headers}");
        assert_eq!(failure(local().max_bytes(PAGE.len() - 1), &url).kind(), "too_large", "{headers}");
    }
}

#[test]
fn each_time_limit_has_its_phase() {
    let short = Duration::from_millis(300);
    let silent = || serve(|_, _| thread::sleep(Duration::from_secs(600)));
    let stalled = || {
        serve(|_, stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n<p>");
            thread::sleep(Duration::from_secs(600));
        })
    };
    let drip = || {
        serve(|_, stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            while stream.write_all(b"a").is_ok() {
                thread::sleep(Duration::from_millis(20));
            }
        })
    };
    let turning = || {
        serve(|_, stream| {
            thread::sleep(Duration::from_millis(20));
            send(stream, "302 Found", "location: /\r\n", b"");
        })
    };
    // A TLS handshake that nobody answers.
    let connect = silent().url("/").replace("http://", "https://");
    for (builder, url, phase) in [
        (local().connect_timeout(short), connect, TimeoutPhase::Connect),
        (local().read_timeout(short), silent().url("/"), TimeoutPhase::Read),
        (local().read_timeout(short), stalled().url("/"), TimeoutPhase::Read),
        (local().total_timeout(short), silent().url("/"), TimeoutPhase::Total),
        (local().total_timeout(short), drip().url("/"), TimeoutPhase::Total),
        (local().total_timeout(short).max_redirects(usize::MAX), turning().url("/"), TimeoutPhase::Total),
    ] {
        assert_eq!(failure(builder, &url), Error::Timeout { url, phase, limit: short });
    }
}

// ---- damage

#[test]
fn damaged_encodings() {
    let mut flipped = gzip(PAGE);
    flipped[12] ^= 0xff;
    let whole = gzip(PAGE);
    let cut = whole[..whole.len() - 9].to_vec();
    for (headers, body, encoding) in [
        ("content-encoding: gzip\r\n", cut, "compressed"),
        ("content-encoding: gzip\r\n", flipped, "compressed"),
        ("content-encoding: gzip\r\n", PAGE.to_vec(), "compressed"),
        ("content-encoding: br\r\n", PAGE.to_vec(), "compressed"),
        ("content-encoding: zstd\r\n", PAGE.to_vec(), "compressed"),
        ("content-encoding: deflate\r\n", PAGE.to_vec(), "compressed"),
        ("content-encoding: gzip\r\n", gzip(&gzip(PAGE)), "gzip"),
        ("content-encoding: gzip, gzip\r\n", gzip(&gzip(PAGE)), "gzip, gzip"),
        ("content-encoding: gzip\r\ncontent-encoding: gzip\r\n", gzip(&gzip(PAGE)), "gzip"),
        ("content-encoding: GZIP\r\n", gzip(PAGE), "GZIP"),
        ("content-encoding: compress\r\n", PAGE.to_vec(), "compress"),
        ("", gzip(PAGE), "gzip"),
        ("", zstd(PAGE), "zstd"),
    ] {
        let url = page_server(headers, body).url("/");
        match failure(local(), &url) {
            Error::Corrupt { input, encoding: found, reason } => {
                assert_eq!((input, found.as_str()), (url, encoding), "{headers}");
                assert!(!reason.is_empty() && !reason.contains("response body"), "{reason}");
            }
            error => panic!("{headers}: {error}"),
        }
    }
}

#[test]
fn answers_that_break_off() {
    for answer in [
        b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n<p>".as_slice(),
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n<p>",
        b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 99\r\n\r\n\x1f\x8b\x08",
        b"HTTP/1.1 200",
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"\xff\xfe\x00\r\n\r\n",
    ] {
        let url = serve(|_, stream| stream.write_all(answer).unwrap()).url("/");
        let error = failure(local(), &url);
        assert_eq!(error.kind(), "unreachable", "{:?}: {error}", String::from_utf8_lossy(answer));
    }
}

// ---- no way there

#[test]
fn unreachable_hosts_say_why() {
    let plain = serve(|_, stream| send(stream, "200 OK", "", PAGE)).port;
    for (url, reason) in [
        ("http://127.0.0.1:1/".to_owned(), "refused"),
        ("http://no-such-host.invalid/".to_owned(), "the name does not resolve: "),
        (format!("https://127.0.0.1:{plain}/"), "no connection: "),
    ] {
        match failure(local(), &url) {
            Error::Unreachable { reason: found, .. } => {
                assert!(found.contains(reason) && !found.contains("error sending request"), "{found}");
            }
            error => panic!("{error}"),
        }
    }
}

#[test]
fn urls_that_are_not_fetched() {
    for (url, kind) in [
        ("example.org/a", "invalid_url"),
        ("http://", "invalid_url"),
        ("file:///etc/passwd", "unsupported_scheme"),
    ] {
        assert_eq!(failure(local(), url).kind(), kind, "{url}");
    }
    let long = format!("http://example.org/{}", "a".repeat(70_000));
    assert_eq!(failure(local(), &long).kind(), "invalid_url");
}

// ---- set-up

#[test]
fn a_user_agent_has_to_be_a_header_value() {
    let error = Fetcher::builder().user_agent("a\r\nb").build().unwrap_err();
    assert!(matches!(&error, Error::Setup { reason } if reason.contains("user agent")), "{error}");
}

#[test]
fn async_in_a_runtime_and_blocking_outside() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let server = serve(|_, stream| send(stream, "200 OK", "", PAGE));
    let fetcher = local().build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let url = server.url("/");
        for _ in 0..2 {
            assert_eq!(is_send(fetcher.fetch(&url)).await.unwrap().as_bytes(), PAGE);
        }
        let error = fetcher.fetch_blocking(&url).unwrap_err();
        assert!(
            matches!(&error, Error::Setup { reason } if reason.contains("inside a tokio runtime")),
            "{error}"
        );
    });
    for _ in 0..2 {
        assert_eq!(fetcher.fetch_blocking(&server.url("/")).unwrap().as_bytes(), PAGE);
    }
    let url = server.url("/");
    let mut outside = std::pin::pin!(fetcher.fetch(&url));
    let polled = outside.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop()));
    match polled {
        std::task::Poll::Ready(Err(Error::Setup { reason })) => {
            assert!(reason.contains("takes a tokio runtime"));
        }
        other => panic!("{other:?}"),
    }
}
