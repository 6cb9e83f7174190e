use std::io::{Read, Write};
use rayon::prelude::*;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let out = &args[1];
    std::fs::create_dir_all(out).unwrap();
    for set in &args[2..] {
        let dir = format!("/work/shared/corpus/{set}");
        let rows: Vec<serde_json::Value> = std::fs::read_to_string(format!("{dir}/manifest.jsonl")).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        let lines: Vec<String> = rows.par_iter().map(|r| {
            let mut b = vec![];
            flate2::read::MultiGzDecoder::new(std::fs::File::open(format!("{dir}/{}", r["path"].as_str().unwrap())).unwrap()).read_to_end(&mut b).unwrap();
            let mut p = tearsheet::Page::from_bytes(b);
            if let Some(u) = r["url"].as_str().filter(|u| u.starts_with("http")) { p = p.url(u); }
            match tearsheet::Extractor::default().extract(&p) {
                Ok(a) => serde_json::json!({"id": r["id"], "article": a, "error": null}).to_string(),
                Err(e) => serde_json::json!({"id": r["id"], "article": null, "error": {"kind": e.kind(), "message": e.to_string()}}).to_string(),
            }
        }).collect();
        let mut f = std::io::BufWriter::new(std::fs::File::create(format!("{out}/{set}.jsonl")).unwrap());
        for l in lines { writeln!(f, "{l}").unwrap(); }
    }
}
