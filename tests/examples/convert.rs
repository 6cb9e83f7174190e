use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Folder, PAGE, Ran, gzip, run};

fn convert(input: &Path, output: &Path, more: &[&str]) -> Option<Ran> {
    let mut arguments = vec![input.to_str().unwrap(), "-o", output.to_str().unwrap()];
    arguments.extend(more);
    run("convert", &arguments, b"")
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Of each line, what should not change: id, path, URL, and the error's kind or the headline.
fn shown(lines: &[Value]) -> Vec<[Value; 4]> {
    let outcome = |line: &Value| match &line["error"] {
        Value::Null => line["article"]["headline"].clone(),
        error => error["kind"].clone(),
    };
    lines
        .iter()
        .map(|line| [line["id"].clone(), line["path"].clone(), line["url"].clone(), outcome(line)])
        .collect()
}

#[test]
fn a_folder_becomes_lines_in_order_and_errors_are_lines() {
    let folder = Folder::new("convert-folder");
    let whole = gzip(PAGE.repeat(50).as_bytes());
    folder.write("in/a.html", PAGE);
    folder.write("in/b.html.gz", gzip(PAGE.as_bytes()));
    folder.write("in/c.html", "");
    folder.write("in/d.html", "%PDF-1.7\n1 0 obj");
    folder.write("in/e.html.gz", &whole[..whole.len() / 2]);
    fs::File::create(folder.path("in/f.html")).unwrap().set_len(100 << 20).unwrap();
    folder.write("in/g/h.HTM", PAGE);
    folder.write("in/g/i.xhtml", PAGE);
    folder.write("in/note.txt", PAGE);
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path("in"), folder.path("in/again")).unwrap();

    let output = folder.path("out/of/pages.jsonl");
    let Some(ran) = convert(&folder.path("in"), &output, &["--threads", "3"]) else { return };
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.starts_with("8 pages, 4 errors, "), "{}", ran.err);
    let lines = lines(&fs::read_to_string(&output).unwrap());
    let rain = "Rain in the north";
    let expected = [
        ("a", "a.html", rain),
        ("b", "b.html.gz", rain),
        ("c", "c.html", "empty"),
        ("d", "d.html", "not_html"),
        ("e", "e.html.gz", "corrupt"),
        ("f", "f.html", "too_large"),
        ("h", "g/h.HTM", rain),
        ("i", "g/i.xhtml", rain),
    ];
    let expected = expected.map(|(id, path, outcome)| [json!(id), json!(path), json!(null), json!(outcome)]);
    assert_eq!(shown(&lines), expected);
    for line in &lines {
        let keys: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
        let mut sorted = ["id", "path", "url", "article", "error", "seconds"];
        sorted.sort_unstable();
        assert_eq!(keys, sorted);
        assert!(line["seconds"].as_f64().unwrap() >= 0.0);
        assert_ne!(line["article"].is_null(), line["error"].is_null());
        if let Some(message) = line["error"]["message"].as_str() {
            assert!(message.contains(line["path"].as_str().unwrap()), "{message}");
        }
    }
}

#[test]
fn a_manifest_gives_ids_and_urls_and_its_bad_lines_are_errors() {
    let folder = Folder::new("convert-manifest");
    folder.write("pages/1.html.gz", gzip(PAGE.as_bytes()));
    let rows = [
        r#"{"id": "one", "path": "pages/1.html.gz", "url": "https://daily.example/rain"}"#,
        "",
        r#"{"id": 2, "path": "pages/1.html.gz", "url": null}"#,
        r#"{"path": "pages/1.html.gz", "url": "hard::no-url", "more": [1]}"#,
        r#"{"id": "gone", "path": "pages/gone.html"}"#,
        r#"{"id": "five""#,
        r#"{"id": "six"}"#,
        r#"{"id": [7], "path": "pages/1.html.gz"}"#,
    ];
    let mut manifest = rows.join("\n").into_bytes();
    manifest.extend(b"\n{\"id\": \"\xff\"}\n{\"id\": \"");
    manifest.extend(vec![b'x'; 2 << 20]);
    manifest.extend(b"\"}\n{\"id\": \"last\", \"path\": \"pages/1.html.gz\"}");
    let manifest = folder.write("manifest.jsonl", manifest);
    let Some(ran) = convert(&manifest, Path::new("-"), &["--no-progress"]) else { return };
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("10 pages, 6 errors, "), "{}", ran.err);
    let lines = lines(&ran.out);
    let (page, rain) = (json!("pages/1.html.gz"), json!("Rain in the north"));
    let no = Value::Null;
    let bad = [no.clone(), no.clone(), no.clone(), json!("manifest")];
    let expected = [
        [json!("one"), page.clone(), json!("https://daily.example/rain"), rain.clone()],
        [json!("2"), page.clone(), no.clone(), rain.clone()],
        [json!("1"), page.clone(), json!("hard::no-url"), rain.clone()],
        [json!("gone"), json!("pages/gone.html"), no.clone(), json!("unreadable")],
        bad.clone(),
        bad.clone(),
        bad.clone(),
        bad.clone(),
        bad,
        [json!("last"), page, no, rain],
    ];
    assert_eq!(shown(&lines), expected);
    assert_eq!(lines[0]["article"]["links"][0]["url"], "https://daily.example/sun");
    for (line, number) in [(4, 6), (5, 7), (6, 8), (7, 9), (8, 10)] {
        let message = lines[line]["error"]["message"].as_str().unwrap();
        assert!(message.contains(&format!("manifest.jsonl, line {number}: ")), "{message}");
    }
    assert!(lines[5]["error"]["message"].as_str().unwrap().ends_with("missing field `path`"), "{}", lines[5]);
}

#[test]
fn many_pages_on_many_threads_keep_their_order() {
    let folder = Folder::new("convert-many");
    folder.write("page.html", PAGE);
    folder.write("long.html", PAGE.repeat(60));
    let row = |n: usize| {
        let path = if n.is_multiple_of(17) { "long.html" } else { "page.html" };
        json!({"id": n.to_string(), "path": path, "url": format!("https://daily.example/{n}")}).to_string()
    };
    let manifest = folder.write("manifest.jsonl", (0..300).map(row).collect::<Vec<_>>().join("\n"));
    let output = folder.path("out.jsonl");
    let Some(ran) = convert(&manifest, &output, &["--threads", "8"]) else { return };
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ids: Vec<String> = lines(&fs::read_to_string(&output).unwrap())
        .iter()
        .map(|line| line["article"]["url"].as_str().unwrap().replace("https://daily.example/", ""))
        .collect();
    assert_eq!(ids, (0..300).map(|n| n.to_string()).collect::<Vec<_>>());
    // What comes out doesn't hang on the number of threads.
    let again = convert(&manifest, Path::new("-"), &["--threads", "1"]).unwrap();
    let timeless = |text: &str| {
        let mut lines = lines(text);
        lines.iter_mut().for_each(|line| line["seconds"] = Value::Null);
        lines
    };
    assert!(timeless(&again.out) == timeless(&fs::read_to_string(&output).unwrap()));
}

#[test]
fn wrong_use_exits_with_2_and_writes_nothing() {
    let folder = Folder::new("convert-usage");
    let manifest = folder.write("manifest.jsonl", r#"{"path": "a.html"}"#);
    fs::create_dir_all(folder.path("bare")).unwrap();
    let (manifest, bare, out) = (manifest.to_str().unwrap(), folder.path("bare"), folder.path("out.jsonl"));
    let (bare, out) = (bare.to_str().unwrap(), out.to_str().unwrap());
    let cases: &[(&[&str], &str)] = &[
        (&[], "no INPUT given"),
        (&[manifest], "no output given"),
        (&[manifest, "-o", out, "--threads", "0"], "from 1 to 1024"),
        (&[manifest, "-o", out, "--threads", "many"], "many"),
        (&[manifest, "-o", out, "more"], "more"),
        (&["/no/such/folder", "-o", out], "/no/such/folder: "),
        (&[bare, "-o", out], "no .html"),
        (&[manifest, "-o", manifest], "would be overwritten"),
        (&[manifest, "-o", bare], "bare: "),
    ];
    for (arguments, said) in cases {
        let Some(ran) = run("convert", arguments, b"") else { return };
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    assert!(!Path::new(out).exists());
    assert_eq!(fs::read_to_string(manifest).unwrap(), r#"{"path": "a.html"}"#);
}
