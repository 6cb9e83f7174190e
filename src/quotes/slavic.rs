//! Case endings of names: Russian and Ukrainian, Polish and Czech.

use super::lexicon::{Flags, Lexicon};

/// Endings that a name takes in its cases, longest first.
const ENDINGS: [&str; 27] = [
    "ского",
    "скому",
    "ским",
    "ском",
    "ская",
    "ской",
    "скую",
    "ский",
    "ого",
    "ому",
    "ему",
    "его",
    "ыми",
    "ым",
    "им",
    "ом",
    "ем",
    "ой",
    "ей",
    "ая",
    "ую",
    "ий",
    "ый",
    "а",
    "у",
    "е",
    "я",
];

/// The same of Polish and Czech names.
const LATIN: [&str; 24] = [
    "skiego", "skiemu", "skiej", "ského", "skému", "ským", "skim", "ská", "ską", "ska", "ski", "ský", "ovou",
    "ové", "ová", "owi", "ovi", "iem", "em", "ou", "a", "u", "y", "e",
];

/// A lower-case last name without its case ending.
pub(crate) fn stem(word: &str) -> &str {
    if word.is_ascii() || word.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        // Polish and Czech.
        let stem = LATIN.iter().find_map(|ending| word.strip_suffix(ending));
        return stem.filter(|stem| stem.chars().nth(2).is_some()).unwrap_or(word);
    }
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().nth(2).is_some()) {
            return stem;
        }
    }
    for ending in ['ы', 'и', 'ю', 'ь', 'й', 'о', 'і', 'ї', 'є'] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().nth(2).is_some()) {
            return stem;
        }
    }
    word
}

/// Man or woman by the last name's ending.
pub(crate) fn gender(name: &str) -> Flags {
    const WOMAN: [&str; 6] = ["ова", "ева", "ёва", "ина", "ская", "ая"];
    const MAN: [&str; 7] = ["ов", "ев", "ёв", "ин", "ский", "цкий", "ой"];
    if WOMAN.iter().any(|ending| name.ends_with(ending)) {
        Flags(Flags::WOMAN)
    } else if MAN.iter().any(|ending| name.ends_with(ending)) {
        Flags(Flags::MAN)
    } else {
        Flags(0)
    }
}

/// A full name in the nominative, as far as its first word is a first name known in some case; where the name is known
/// to stand in another case, `Валентина Белова` is a man.
pub(crate) fn nominative(name: &str, oblique: bool, lexicon: &Lexicon) -> String {
    let mut words = name.split_whitespace();
    let (Some(first), Some(_)) = (words.next(), words.next()) else { return name.to_owned() };
    let known = |word: &str| lexicon.flags(&word.to_lowercase()).any(Flags::FIRST_NAME);
    let declined = oblique && first.ends_with(['а', 'я', 'a']);
    if known(first) && !declined {
        return name.to_owned();
    }
    let Some((restored, woman)) = first_name(first, &|word| {
        let flags = lexicon.flags(&word.to_lowercase());
        flags.any(Flags::FIRST_NAME).then(|| flags.any(Flags::WOMAN) && !flags.any(Flags::MAN))
    }) else {
        return name.to_owned();
    };
    if declined && known(first) && woman {
        return name.to_owned();
    }
    let mut all = vec![restored];
    all.extend(name.split_whitespace().skip(1).map(|word| last_name(word, woman)));
    all.join(" ")
}

/// A first name in the nominative and whether it is a woman's, if some ending undone gives a known one.
fn first_name(word: &str, known: &dyn Fn(&str) -> Option<bool>) -> Option<(String, bool)> {
    const UNDONE: [(&str, &[&str]); 35] = [
        // Polish and Czech.
        ("iem", &["", "i"]),
        ("owi", &["", "o"]),
        ("ovi", &["", "a"]),
        ("ego", &["y", "i"]),
        ("em", &["", "o"]),
        ("ii", &["ia"]),
        ("ou", &["a"]),
        ("a", &["", "o"]),
        ("y", &["a"]),
        ("i", &["a", "ia"]),
        ("u", &["", "o"]),
        ("ę", &["a"]),
        ("ą", &["a"]),
        ("ем", &["й", "ь"]),
        ("ём", &["й", "ь"]),
        ("ом", &["", "о"]),
        ("ой", &["а"]),
        ("ою", &["а"]),
        ("ей", &["я", "а"]),
        ("ьи", &["ья"]),
        ("ии", &["ия"]),
        ("ию", &["ия", "ий"]),
        ("ия", &["ий"]),
        ("ея", &["ей"]),
        ("ею", &["ей"]),
        ("ы", &["а"]),
        ("и", &["я", "а", "ь"]),
        ("у", &["", "а", "о"]),
        ("е", &["а", "", "я"]),
        ("ю", &["й", "ь", "я"]),
        ("я", &["й", "ь"]),
        ("а", &["", "о"]),
        ("і", &["а"]),
        ("ії", &["ія"]),
        ("ові", &["", "о"]),
    ];
    for (ending, originals) in UNDONE {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        for original in originals {
            let candidate = format!("{stem}{original}");
            if let Some(woman) = known(&candidate) {
                return Some((candidate, woman));
            }
        }
        // `Павла`, `Marka`: the nominative has a vowel more.
        if let Some((at, last)) = stem.char_indices().next_back()
            && originals.contains(&"")
        {
            let vowel = if last.is_ascii() { 'e' } else { 'е' };
            let candidate = format!("{}{vowel}{last}", stem.get(..at).unwrap_or_default());
            if let Some(woman) = known(&candidate) {
                return Some((candidate, woman));
            }
        }
    }
    None
}

/// A last name or patronymic in the nominative, its oblique case known from the first name.
fn last_name(word: &str, woman: bool) -> String {
    let table: &[(&str, &str)] = if woman {
        &[
            ("skiej", "ska"),
            ("ską", "ska"),
            ("ckiej", "cka"),
            ("cką", "cka"),
            ("ové", "ová"),
            ("ovou", "ová"),
            ("y", "a"),
            ("ской", "ская"),
            ("скую", "ская"),
            ("цкой", "цкая"),
            ("цкую", "цкая"),
            ("ёвой", "ёва"),
            ("овой", "ова"),
            ("евой", "ева"),
            ("иной", "ина"),
            ("ову", "ова"),
            ("еву", "ева"),
            ("ину", "ина"),
            ("вны", "вна"),
            ("вной", "вна"),
            ("вну", "вна"),
            ("ой", "ая"),
            ("ую", "ая"),
        ]
    } else {
        &[
            ("skiego", "ski"),
            ("skiemu", "ski"),
            ("skim", "ski"),
            ("ckiego", "cki"),
            ("ckiemu", "cki"),
            ("ckim", "cki"),
            ("ského", "ský"),
            ("skému", "ský"),
            ("ským", "ský"),
            ("ého", "ý"),
            ("owi", ""),
            ("ovi", ""),
            ("iem", ""),
            ("em", ""),
            ("a", ""),
            ("ского", "ский"),
            ("скому", "ский"),
            ("ским", "ский"),
            ("цкого", "цкий"),
            ("цкому", "цкий"),
            ("цким", "цкий"),
            ("ого", "ый"),
            ("ому", "ый"),
            ("овым", "ов"),
            ("евым", "ев"),
            ("иным", "ин"),
            ("ом", ""),
            ("ем", "ь"),
            ("ея", "ей"),
            ("ая", "ай"),
            ("ия", "ий"),
            ("у", ""),
            ("ю", "ь"),
            ("а", ""),
            ("я", "ь"),
        ]
    };
    for (ending, original) in table {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().nth(1).is_some()) {
            return format!("{stem}{original}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_return_to_the_nominative() {
        let lexicon = Lexicon::of(Some("ru"));
        for (oblique, expected) in [
            ("Антона Силуанова", "Антон Силуанов"),
            ("Ивана Петрова", "Иван Петров"),
            ("Дмитрием Песковым", "Дмитрий Песков"),
            ("Марии Захаровой", "Мария Захарова"),
            ("Анне Поповой", "Анна Попова"),
            ("Владимира Зеленского", "Владимир Зеленский"),
            ("Елена Бунина", "Елена Бунина"),
            ("Ким Чен Ын", "Ким Чен Ын"),
        ] {
            assert_eq!(nominative(oblique, false, lexicon), expected);
        }
    }

    #[test]
    fn cases_of_one_name_have_one_stem() {
        for forms in [
            ["песков", "пескова", "пескову"],
            ["меркель", "меркель", "меркель"],
            ["захарова", "захаровой", "захарову"],
        ] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
    }
}
