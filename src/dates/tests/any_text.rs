//! What holds for any text.

use proptest::prelude::*;

use super::super::{Hints, find, find_all, from_url, label_after, label_before, parse_machine};
use super::{hints, hints_now};

/// Pieces that dates are made of, in some scripts, so that random text comes near to dates.
fn near_date() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "5",
        "05",
        "31",
        "2024",
        "24",
        "10",
        "30",
        "1714903200",
        "٢٠٢٤",
        "๒๕๖๗",
        "二〇",
        "十",
        "元",
        "May",
        "mai",
        "Mar",
        "мая",
        "พ.ค.",
        "مايو",
        "כ",
        "年",
        "月",
        "日",
        "時",
        "분",
        "令和",
        "ago",
        "vor",
        "il",
        "y",
        "a",
        "Today",
        "GMT",
        "ET",
        "Z",
        "T",
        "pm",
        "p",
        "m",
        ".",
        ",",
        ":",
        "-",
        "–",
        "/",
        "'",
        "(",
        ")",
        "+",
        " ",
        " ",
        " ",
        "\u{200f}",
        "\u{301}",
        "\u{93c}",
        "é",
        "ß",
        "İ",
        "©",
        "updated",
        "é",
        "\n",
        "０",
        "／",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn holds_for(text: &str) -> Result<(), TestCaseError> {
    for language in ["", "en", "de", "th", "fa", "zh-CN"] {
        for hints in [hints(language), hints_now(language)] {
            let found = find_all(text, &hints);
            prop_assert!(found.len() <= 64);
            let mut last = 0;
            for found in &found {
                prop_assert!(found.range.start >= last && found.range.start < found.range.end);
                prop_assert!(text.get(found.range.clone()).is_some());
                prop_assert!((1990..=2100).contains(&found.stamp.year));
                last = found.range.end;
            }
            prop_assert_eq!(find(text, &hints), found.into_iter().next());
            if let Some(stamp) = parse_machine(text, &hints) {
                prop_assert_eq!(
                    parse_machine(&stamp.iso(), &Hints::default()).map(|again| again.iso()),
                    Some(stamp.iso())
                );
            }
        }
    }
    let _ = (from_url(text), label_before(text), label_after(text));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        holds_for(&text)?;
    }

    #[test]
    fn text_near_dates_is_survived(text in near_date()) {
        holds_for(&text)?;
    }
}

#[test]
fn a_megabyte_of_anything_is_read_in_part() {
    for piece in [
        "1",
        "1/",
        "5. ",
        "May ",
        "May 5 ",
        "10:30 ",
        "vor ",
        "il y a ",
        "พ",
        "二",
        "ä",
        "5 May 2024 - ",
        "a",
    ] {
        let text = piece.repeat((1 << 20) / piece.len());
        let found = find_all(&text, &hints_now(""));
        assert!(found.iter().all(|found| found.range.end <= 32 * 1024), "{piece}");
        assert!(found.len() <= 64, "{piece}");
        assert_eq!(parse_machine(&text, &hints_now("")), None, "{piece}");
        assert_eq!(from_url(&text), None, "{piece}");
        let _ = (label_before(&text), label_after(&text));
    }
    let text = format!("{}5 May 2024", "x ".repeat(10_000));
    assert_eq!(find(&text, &hints("")).unwrap().stamp.iso(), "2024-05-05");
}
