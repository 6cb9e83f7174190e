//! The words that say what a date is: published, updated, and so on.

use super::lexicon::Sense;
use super::tokens::{Kind, tokenize};

/// What a date is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    /// The text went public.
    Published,
    /// The text was changed.
    Updated,
    /// The text was written or set up.
    Created,
    /// Somebody read it.
    Accessed,
    /// The rights are claimed from here on.
    Copyright,
    /// Something else takes place.
    Event,
}

/// How far before a date its label may stand, in bytes.
const REACH: usize = 160;

/// How many words of no meaning may stand between a label and its date: "Published by John Smith on".
const MOST_STRANGERS: usize = 5;

/// The label that the text before a date ends with, in any of the languages: the nearest one, with no number or
/// sentence end between.
pub(crate) fn label_before(text: &str) -> Option<Label> {
    let start = text.len().saturating_sub(REACH);
    let tail = (start..start + 4).find_map(|start| text.get(start..))?;
    let tokens = tokenize(tail);
    let raw = |at: usize| tokens.get(at).and_then(|token| tail.get(token.start..token.end));
    let mut strangers = 0;
    for (at, token) in tokens.iter().enumerate().rev() {
        match token.kind {
            Kind::Number(_) => return None,
            Kind::Mark('©') => return Some(Label::Copyright),
            Kind::Mark('.' | '!' | '?') if strangers > 0 => return None,
            Kind::Mark(_) => {}
            Kind::Word(_) if matches!(raw(at), Some("c" | "C")) && raw(at + 1) == Some(")") => {
                return Some(Label::Copyright);
            }
            Kind::Word(None) => {
                strangers += 1;
                if strangers > MOST_STRANGERS {
                    return None;
                }
            }
            Kind::Word(Some(entry)) => {
                if let Some(label) = label(entry) {
                    return Some(label);
                }
            }
        }
    }
    None
}

/// The label of a date by what stands on both sides of it.
pub(crate) fn label_around(before: &str, after: &str) -> Option<Label> {
    // "This article was … updated" in German: the verb that tells stands at the end.
    if before.contains("wurde")
        && let Some(label) = label_after(after)
    {
        return Some(label);
    }
    label_before(before).or_else(|| label_after(after))
}

/// The label that is all there is after a date: `2024-05-05 更新`, `5 Mayıs 2024'te güncellendi`.
pub(crate) fn label_after(text: &str) -> Option<Label> {
    if text.len() > REACH {
        return None;
    }
    let mut found = None;
    for token in tokenize(text) {
        match token.kind {
            Kind::Mark(_) => {}
            Kind::Word(Some(entry)) => found = found.or_else(|| label(entry)),
            // A case ending behind an apostrophe.
            Kind::Word(None) if token.glued && found.is_none() => {}
            Kind::Number(_) | Kind::Word(None) => return None,
        }
    }
    found
}

fn label(entry: super::lexicon::Entry) -> Option<Label> {
    entry.senses().find_map(|(sense, _)| match sense {
        Sense::Label(label) => Some(label),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_before() {
        use Label::{Accessed, Copyright, Created, Event, Published, Updated};
        for (text, expected) in [
            ("Published ", Some(Published)),
            ("PUBLISHED: ", Some(Published)),
            ("Published by John Smith on ", Some(Published)),
            ("Posted on ", Some(Published)),
            ("First published at 10:30 — Updated ", Some(Updated)),
            ("Updated: ", Some(Updated)),
            ("Last modified on ", Some(Updated)),
            ("Created ", Some(Created)),
            ("Retrieved ", Some(Accessed)),
            ("Copyright ", Some(Copyright)),
            ("© ", Some(Copyright)),
            ("(c) ", Some(Copyright)),
            ("Event date: ", Some(Event)),
            ("Обновлено ", Some(Updated)),
            ("Опубликовано: ", Some(Published)),
            ("Дата публикации — ", Some(Published)),
            ("Дата обращения: ", Some(Accessed)),
            ("Оновлено о ", Some(Updated)),
            ("Публикувано на ", Some(Published)),
            ("Објављено ", Some(Published)),
            ("Veröffentlicht am ", Some(Published)),
            ("Stand: ", Some(Updated)),
            ("Zuletzt aktualisiert am ", Some(Updated)),
            ("Erstellt am Sonntag, ", Some(Created)),
            ("Publié le ", Some(Published)),
            ("Mis à jour le ", Some(Updated)),
            ("MIS A JOUR LE ", Some(Updated)),
            ("Mis en ligne le ", Some(Published)),
            ("Actualizado a las ", Some(Updated)),
            ("Última actualización: ", Some(Updated)),
            ("Publicado em ", Some(Published)),
            ("Atualizado há ", Some(Updated)),
            ("Aggiornato il ", Some(Updated)),
            ("Pubblicato il ", Some(Published)),
            ("Actualizat la ", Some(Updated)),
            ("Bijgewerkt op ", Some(Updated)),
            ("Gepubliceerd op ", Some(Published)),
            ("Publicerad ", Some(Published)),
            ("Senast uppdaterad ", Some(Updated)),
            ("Publiceret den ", Some(Published)),
            ("Opdateret ", Some(Updated)),
            ("Sist oppdatert ", Some(Updated)),
            ("Julkaistu ", Some(Published)),
            ("Päivitetty ", Some(Updated)),
            ("Opublikowano: ", Some(Published)),
            ("Data aktualizacji: ", Some(Updated)),
            ("Publikováno: ", Some(Published)),
            ("Aktualizované ", Some(Updated)),
            ("Objavljeno ", Some(Published)),
            ("Frissítve: ", Some(Updated)),
            ("Δημοσίευση: ", Some(Published)),
            ("Τελευταία ενημέρωση: ", Some(Updated)),
            ("Yayınlanma: ", Some(Published)),
            ("Son Güncelleme : ", Some(Updated)),
            ("تاريخ النشر: ", Some(Published)),
            ("آخر تحديث ", Some(Updated)),
            ("تاریخ انتشار: ", Some(Published)),
            ("פורסם ב-", Some(Published)),
            ("עודכן: ", Some(Updated)),
            ("प्रकाशित ", Some(Published)),
            ("अपडेटेड ", Some(Updated)),
            ("เผยแพร่เมื่อ ", Some(Published)),
            ("อัปเดต ", Some(Updated)),
            ("Cập nhật lúc ", Some(Updated)),
            ("Diperbarui ", Some(Updated)),
            ("发布时间：", Some(Published)),
            ("更新于", Some(Updated)),
            ("公開日：", Some(Published)),
            ("最終更新：", Some(Updated)),
            ("입력 ", Some(Published)),
            ("최종수정 ", Some(Updated)),
            ("Paskelbta: ", Some(Published)),
            ("Atjaunināts ", Some(Updated)),
            ("Uuendatud ", Some(Updated)),
            ("Actualitzat el ", Some(Updated)),
            ("", None),
            ("Berlin, ", None),
            ("Published 5 May 2024, seen ", None),
            ("The report was published. It was raining that cold morning of ", None),
            ("This was published in a paper that nobody in town had ever ", None),
        ] {
            assert_eq!(label_before(text), expected, "{text}");
        }
        assert_eq!(label_before(&"я".repeat(1000)), None);
    }

    #[test]
    fn labels_around() {
        for (before, after, expected) in [
            ("Dieser Artikel wurde am ", " aktualisiert.", Some(Label::Updated)),
            ("Dieser Artikel wurde am ", " von Anna gepostet", Some(Label::Published)),
            ("Pressemitteilung vom ", " | Berlin", Some(Label::Published)),
            ("", "更新", Some(Label::Updated)),
            ("Berlin, ", "", None),
        ] {
            assert_eq!(label_around(before, after), expected, "{before} … {after}");
        }
    }

    #[test]
    fn labels_after() {
        for (text, expected) in [
            (" 更新", Some(Label::Updated)),
            ("公開", Some(Label::Published)),
            ("'te güncellendi.", Some(Label::Updated)),
            (" (updated)", Some(Label::Updated)),
            (" Updated 6 May", None),
            (" in Berlin", None),
            ("", None),
        ] {
            assert_eq!(label_after(text), expected, "{text}");
        }
    }
}
