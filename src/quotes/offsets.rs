//! From byte offsets to Unicode code points.

/// Bytes between two counted places.
const STEP: usize = 128;

/// Counts of code points up to places in a text.
pub(crate) struct CodePoints<'t> {
    text: &'t str,
    /// Empty where every byte is a code point.
    counts: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Counts once.
    pub(crate) fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, counts: Vec::new() };
        }
        let mut counts = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            counts.push(count);
            count += starts(chunk);
        }
        Self { text, counts }
    }

    /// Code points before a byte offset.
    pub(crate) fn at(&self, offset: usize) -> usize {
        if self.counts.is_empty() {
            return offset.min(self.text.len());
        }
        let chunk = (offset / STEP).min(self.counts.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(chunk * STEP..offset).unwrap_or_default();
        self.counts.get(chunk).copied().unwrap_or(0) + starts(rest)
    }
}

fn starts(bytes: &[u8]) -> usize {
    /// The loop over so many bytes runs on vectors.
    const BLOCK: usize = 32;
    let starts = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    blocks.iter().map(|block| usize::from(starts(block))).sum::<usize>() + usize::from(starts(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_chars() {
        let text = "aé日𝄞".repeat(200);
        let points = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(at), count);
        }
        assert_eq!(points.at(text.len()), 800);
        assert_eq!(CodePoints::new("").at(0), 0);
    }
}
