use std::path::Path;

use serde_json::Value;

use super::{Folder, PAGE, Ran, gzip, run};

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).to_string_lossy().into_owned()
}

#[test]
fn prints_a_fixture_in_every_format() {
    let path = fixture("mission--aggregator.html");
    let formats = [
        ("markdown", "# «I will always be standing with Russia,»"),
        ("text", "«I will always be standing with Russia,»"),
        ("html", "<h1>«I will always be standing with Russia,»"),
        ("json", "{\n"),
    ];
    for (format, start) in formats {
        let Some(ran) = run("extract", &[path.as_str(), "--format", format], b"") else { return };
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{format}");
        assert!(ran.out.contains(start), "{format}: {}", ran.out);
        assert!(ran.out.contains("Vostochny Cosmodrome"), "{format}: {}", ran.out);
    }
    // Markdown is what one gets without asking.
    let plain = run("extract", &[path.as_str()], b"").unwrap();
    let asked = run("extract", &[path.as_str(), "--format=markdown"], b"").unwrap();
    assert_eq!(plain.out, asked.out);
}

#[test]
fn reads_standard_input_and_gzip_with_the_same_result() {
    let folder = Folder::new("extract-input");
    let plain = folder.write("страница.html", PAGE);
    let packed = folder.write("page.html.gz", gzip(PAGE.as_bytes()));
    let url = "https://daily.example/rain";
    let json = |input: &str, stdin: &[u8]| run("extract", &[input, "--format", "json", "--url", url], stdin);
    let Some(ran) = json("-", PAGE.as_bytes()) else { return };
    assert_eq!(ran.code, 0, "{}", ran.err);
    let article: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(article["headline"], "Rain in the north");
    assert_eq!(article["url"], url);
    assert_eq!(article["links"][0]["url"], "https://daily.example/sun");
    for path in [plain, packed] {
        assert_eq!(json(path.to_str().unwrap(), b"").unwrap().out, ran.out, "{}", path.display());
    }
}

#[test]
fn bad_input_is_an_error_that_names_it() {
    let folder = Folder::new("extract-bad");
    let whole = gzip(PAGE.repeat(50).as_bytes());
    let cases = [
        (folder.write("empty.html", ""), "the page is empty"),
        (folder.write("blank.html", "\u{feff} \n\t"), "the page is empty"),
        (folder.write("report.html", "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n<<>>\nendobj"), "application/pdf"),
        (folder.write("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), "not an HTML page"),
        (folder.write("noise.html", (0..=255).cycle().take(4096).collect::<Vec<u8>>()), "not an HTML page"),
        (folder.write("cut.html.gz", &whole[..whole.len() / 2]), "gzip"),
        (folder.write("plain.html.gz", PAGE), "gzip"),
        (folder.path("missing.html"), "No such file"),
        (folder.path(""), "directory"),
    ];
    for (path, expected) in cases {
        let path = path.to_string_lossy();
        let Some(Ran { code, out, err }) = run("extract", &[&*path], b"") else { return };
        assert_eq!((code, out.as_str()), (1, ""), "{path}: {err}");
        assert!(err.starts_with("extract: ") && err.contains(&*path), "{path}: {err}");
        assert!(!cfg!(unix) || err.contains(expected), "{path}: {err}");
    }
    let ran = run("extract", &["-"], b"").unwrap();
    assert_eq!((ran.code, ran.err.as_str()), (1, "extract: <stdin>: the page is empty\n"));
}

#[test]
fn too_large_a_page_is_refused_before_it_is_held() {
    let folder = Folder::new("extract-large");
    let plain = folder.path("large.html");
    std::fs::File::create(&plain).unwrap().set_len(100 << 20).unwrap();
    // 40 MB of blanks, as 40 gzip members of 1 MB.
    let packed = folder.write("large.html.gz", gzip(&vec![b' '; 1 << 20]).repeat(40));
    for (path, said) in
        [(plain, "104857600 bytes, over the limit of 33554432"), (packed, "over the limit of 33554432")]
    {
        let Some(ran) = run("extract", &[path], b"") else { return };
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn a_page_without_an_article_says_what_it_is() {
    let shell = "<html><head><title>App</title></head><body><div id=root></div><noscript>You need to enable \
                 JavaScript to run this app.</noscript><script src=/a.js></script></body></html>";
    let Some(ran) = run("extract", &["-"], shell.as_bytes()) else { return };
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("not an article but"), "{}", ran.err);
}

#[test]
fn wrong_use_exits_with_2_and_says_how() {
    for arguments in [&[][..], &["a", "b"], &["--format", "pdf", "a"], &["--url"], &["--nonsense", "a"]] {
        let Some(ran) = run("extract", arguments, b"") else { return };
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("usage: extract INPUT"), "{}", ran.err);
    }
    let help = run("extract", &["--help"], b"").unwrap();
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.contains("usage: extract INPUT"));
}

#[test]
fn a_url_is_fetched_or_the_way_to_it_told() {
    let Some(ran) = run("extract", &["http://127.0.0.1:9/"], b"") else { return };
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let expected = if cfg!(feature = "fetch") { "not a public address" } else { "--features fetch" };
    assert!(ran.err.contains("http://127.0.0.1:9/") && ran.err.contains(expected), "{}", ran.err);
}
