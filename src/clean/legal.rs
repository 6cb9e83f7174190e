//! Legal notices below an article, told by how they open: who holds the rights, who answers for nothing.

/// Words that label a notice where a mark or nothing follows them: "Disclaimer: …" and not "Disclaimers are …".
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "disclaimer", "legal disclaimer", "legal notice", "copyright notice", "haftungsausschluss", "urheberrechtshinweis",
    "avertissement légal", "clause de non-responsabilité", "aviso legal", "descargo de responsabilidad",
    "exención de responsabilidad", "isenção de responsabilidade", "aviso de isenção de responsabilidade",
    "esclusione di responsabilità", "avvertenze legali", "vrijwaring", "ansvarsfriskrivning", "ansvarsfraskrivelse",
    "vastuuvapauslauseke", "zastrzeżenie prawne", "nota prawna", "vyloučení odpovědnosti", "jogi nyilatkozat",
    "yasal uyarı", "sorumluluk reddi", "отказ от ответственности", "відмова від відповідальності",
    "αποποίηση ευθύνης", "إخلاء مسؤولية", "إخلاء المسؤولية", "سلب مسئولیت", "免责声明", "免責聲明", "免责条款", "版权声明",
    "版權聲明", "反侵权公告", "侵权声明", "免責事項", "著作権について", "면책조항", "면책 조항",
];

/// How the lines begin that say who holds the rights.
#[rustfmt::skip]
const RIGHTS: &[&str] = &[
    "©", "ⓒ", "&copy;", "(c) 19", "(c) 20", "copyright ©", "copyright (c)", "copyright 19", "copyright 20",
    "copyright, 19", "copyright, 20", "copyrights ©", "all rights reserved", "alle rechte vorbehalten",
    "alle rechten voorbehouden", "tous droits réservés", "todos los derechos reservados",
    "todos os direitos reservados", "tutti i diritti riservati", "alla rättigheter", "med ensamrätt",
    "wszelkie prawa zastrzeżone", "wszystkie prawa zastrzeżone", "všechna práva vyhrazena", "minden jog fenntartva",
    "toate drepturile rezervate", "tüm hakları saklıdır", "все права защищены", "всі права захищен",
    "всички права запазени", "με επιφύλαξη παντός δικαιώματος", "جميع الحقوق محفوظة", "تمامی حقوق", "כל הזכויות שמורות",
    "版权所有", "版權所有", "저작권자",  "無断転載", "禁無断転載", "무단전재", "무단 전재",
];

/// Whether a text opens as a legal notice does.
pub(crate) fn opens_legal_notice(opening: &str) -> bool {
    let is_bracket =
        |c: char| c.is_whitespace() || matches!(c, '*' | '[' | '(' | '【' | '［' | '«' | '"' | '“');
    let opening = opening.trim_start();
    let bare = opening.trim_start_matches(is_bracket);
    // Nearly all texts begin with another letter than all of these.
    let begins = |text: &str| {
        let first = text.chars().next().and_then(|first| first.to_lowercase().next());
        move |phrase: &&&str| phrase.chars().next() == first
    };
    RIGHTS.iter().filter(begins(opening)).any(|phrase| rest(opening, phrase).is_some())
        || LABELS.iter().filter(begins(bare)).any(|label| {
            rest(bare, label).is_some_and(|rest| {
                let next = rest.trim_start().chars().next();
                next.is_none_or(|c| {
                    matches!(c, ':' | '：' | '.' | '。' | ']' | '】' | '］' | ')' | '-' | '–' | '—' | '*')
                })
            })
        })
}

/// What follows a phrase that a text begins with, whatever the case of its letters.
fn rest<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for wanted in phrase.chars() {
        let found = chars.next()?;
        if found != wanted && !found.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    Some(chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::opens_legal_notice;

    #[test]
    fn labels_need_a_mark_and_rights_a_year_or_sign() {
        let notices = [
            "Disclaimer: all that is said here is said without warranty.",
            "*DISCLAIMER – The figures are those of last year.",
            "Disclaimer",
            "【免责声明】本文仅代表作者本人观点",
            "© 2024 The Daily. Nothing may be copied.",
            "Copyright 2024 The Daily",
            "ALLE RECHTE VORBEHALTEN. Der Tag",
            "Все права защищены. Редакция",
            "저작권자 ⓒ 일보",
        ];
        for text in notices {
            assert!(opens_legal_notice(text), "{text}");
        }
        let prose = [
            "Disclaimers are read by nobody.",
            "Copyright law was made for printers.",
            "The disclaimer: nobody read it.",
            "",
            "版权是一种权利。",
        ];
        for text in prose {
            assert!(!opens_legal_notice(text), "{text}");
        }
    }
}
