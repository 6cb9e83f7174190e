//! Parsing and extraction of the fixture pages, beside `scraper` and `readability`: `cargo bench --bench extract`.
//!
//! One iteration is all pages once; the throughput is of their bytes.

mod pages;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn fixtures(criterion: &mut Criterion) {
    let texts: Vec<String> = pages::below(&pages::fixtures())
        .unwrap_or_default()
        .iter()
        .flat_map(|path| pages::text(path))
        .collect();
    let bytes = texts.iter().map(String::len).sum::<usize>();
    assert!(bytes > 0, "no page in {}", pages::fixtures().display());
    let mut group = criterion.benchmark_group("fixtures");
    group.throughput(Throughput::Bytes(bytes as u64));
    for (name, way) in pages::WAYS {
        group.bench_function(name, |bencher| bencher.iter(|| texts.iter().for_each(|text| way(text))));
    }
    group.finish();
}

criterion_group!(benches, fixtures);
criterion_main!(benches);
