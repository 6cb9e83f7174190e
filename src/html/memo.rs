//! What was read off the values of attributes, remembered: most elements of a page repeat the classes of others.

/// What was read off the values that were met lately. Each value has one place, which it may share with others; the one
/// met last is remembered. So a page with ever new values costs no more than one reading each, and no memory.
#[derive(Debug)]
pub(crate) struct Memo<'t, T> {
    last: Vec<(&'t str, T)>,
}

/// Places; a page has about two hundred different classes.
const PLACES: usize = 512;

/// Bytes of the longest value that is remembered. Many texts may ask for the same element's, and to find it again costs
/// its length; readers go no further than they need.
const LONGEST: usize = 512;

impl<'t, T: Copy + Default> Memo<'t, T> {
    pub(crate) fn new() -> Self {
        Self { last: vec![("", T::default()); PLACES] }
    }

    /// What `read` makes of a value; the default for an empty one.
    #[inline]
    pub(crate) fn get(&mut self, value: &'t str, read: impl FnOnce(&'t str) -> T) -> T {
        if value.len() > LONGEST {
            return read(value);
        }
        let place = hash(value.as_bytes()) as usize % PLACES;
        let Some(last) = self.last.get_mut(place) else { return read(value) };
        if last.0 != value {
            *last = (value, read(value));
        }
        last.1
    }
}

/// A hash of the length and the bytes, eight at a time, the last eight again where they don't come out even.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64;
    let mut mix = |bytes: u64| hash = (hash.rotate_left(23) ^ bytes).wrapping_mul(FACTOR);
    match bytes.last_chunk::<8>() {
        Some(last) => {
            bytes.as_chunks::<8>().0.iter().for_each(|eight| mix(u64::from_le_bytes(*eight)));
            mix(u64::from_le_bytes(*last));
        }
        None => mix(bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte))),
    }
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_was_read() {
        let mut memo = Memo::new();
        let values: Vec<String> = (0..3 * PLACES).map(|number| format!("value-{}", number % 700)).collect();
        for value in &values {
            assert_eq!(memo.get(value, |value| value.len() + 1), value.len() + 1);
        }
        assert_eq!(memo.get("", |_| 1), 0);
        let mut read = 0;
        for _ in 0..3 {
            memo.get("story", |_| {
                read += 1;
                read
            });
        }
        assert_eq!(read, 1);
    }

    #[test]
    fn hashes_differ_where_texts_do() {
        let texts = ["", "a", "b", "aa", "ab", "abcdefgh", "abcdefgi", "abcdefghi", "bcdefghi", "abcdefgha"];
        for (number, text) in texts.iter().enumerate() {
            assert!(
                texts[..number].iter().all(|other| hash(other.as_bytes()) != hash(text.as_bytes())),
                "{text}"
            );
        }
    }
}
