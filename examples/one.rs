use std::io::Read;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut b = vec![];
    flate2::read::MultiGzDecoder::new(std::fs::File::open(&args[1]).unwrap()).read_to_end(&mut b).unwrap();
    let a = tearsheet::Extractor::default().extract(&tearsheet::Page::from_bytes(b).url("https://example.org/x")).unwrap();
    println!("{}\n{:?} {:?}", a.text, a.verdict, a.language);
}
