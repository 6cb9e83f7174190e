//! Texts compared by their letters and digits alone, whatever their case, marks and white space.

/// The letters and digits of a text, lower case.
pub(super) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether two texts have the same letters, and any.
pub(super) fn same_letters(a: &str, b: &str) -> bool {
    letters(a).next().is_some() && letters(a).eq(letters(b))
}

/// A number for a run of characters: FNV-1a.
pub(super) fn hash(characters: impl Iterator<Item = char>) -> u64 {
    characters.fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_alone_count() {
        assert!(same_letters("«Rain», in the North", "rain in the north"));
        assert!(!same_letters("Rain 1", "Rain 2"));
        assert!(!same_letters("…", "—"));
        assert_eq!(hash("ab".chars()), hash(letters("A, b")));
    }
}
