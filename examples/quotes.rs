//! Quotations of plain texts: JSON lines `{"id", "lang", "text"}` in, `{"id", "quotes": […]}` out.
//!
//! `cargo run --release --example quotes < in.jsonl > out.jsonl`

use std::io::{self, BufRead, BufWriter, Write};

use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let item: Value = serde_json::from_str(&line)?;
        let quotes =
            tearsheet::quotes::find(item["text"].as_str().unwrap_or_default(), item["lang"].as_str());
        let quotes: Vec<Value> = quotes
            .iter()
            .map(|quote| {
                let speaker = quote.speaker.as_ref();
                json!({
                    "start": quote.start,
                    "end": quote.end,
                    "text": quote.text,
                    "kind": quote.kind,
                    "speaker": speaker.map(|who| who.name.as_ref().unwrap_or(&who.mention)),
                    "speaker_mention": speaker.map(|who| &who.mention),
                    "speaker_start": speaker.map(|who| who.start),
                    "speaker_end": speaker.map(|who| who.end),
                    "cue": quote.cue,
                    "group": quote.group,
                    "confidence": quote.confidence,
                })
            })
            .collect();
        writeln!(out, "{}", json!({ "id": item["id"], "quotes": quotes }))?;
    }
    out.flush()
}
