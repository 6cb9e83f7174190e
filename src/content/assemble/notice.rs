//! Remarks of the editors: corrections, updates, notes.

use crate::article::{NoticeKind, Span};

/// Words with which a remark begins, behind which a colon, a dash, a bracket or a date follows.
const LABELS: &[(NoticeKind, &[&str])] = &[
    (
        NoticeKind::Correction,
        &[
            "correction",
            "corrections",
            "clarification",
            "erratum",
            "corrigendum",
            "correction and clarification",
            "korrektur",
            "berichtigung",
            "richtigstellung",
            "klarstellung",
            "rectificatif",
            "rectification",
            "errata",
            "précision",
            "erratum",
            "corrección",
            "rectificación",
            "fe de errores",
            "fe de erratas",
            "aclaración",
            "correção",
            "retificação",
            "correzione",
            "rettifica",
            "errata corrige",
            "precisazione",
            "rectificatie",
            "correctie",
            "rättelse",
            "rettelse",
            "rettet",
            "oikaisu",
            "korjaus",
            "sprostowanie",
            "korekta",
            "oprava",
            "upřesnění",
            "helyesbítés",
            "corectare",
            "rectificare",
            "erată",
            "поправка",
            "исправление",
            "исправлено",
            "уточнение",
            "опровержение",
            "виправлення",
            "уточнення",
            "поправка",
            "διόρθωση",
            "düzeltme",
            "koreksi",
            "ralat",
            "đính chính",
            "更正",
            "勘误",
            "订正",
            "訂正",
            "정정",
            "정정합니다",
            "바로잡습니다",
            "تصحيح",
            "תיקון",
        ],
    ),
    (
        NoticeKind::Update,
        &[
            "update",
            "updated",
            "aktualisierung",
            "aktualisiert",
            "nachtrag",
            "mise à jour",
            "mis à jour",
            "actualisé",
            "actualización",
            "actualizado",
            "atualização",
            "atualizado",
            "aggiornamento",
            "aggiornato",
            "bijgewerkt",
            "aanvulling",
            "uppdatering",
            "uppdaterad",
            "uppdaterat",
            "oppdatering",
            "oppdatert",
            "opdatering",
            "opdateret",
            "päivitys",
            "päivitetty",
            "aktualizacja",
            "aktualizace",
            "aktualizováno",
            "aktualizované",
            "aktualizácia",
            "frissítés",
            "frissítve",
            "actualizare",
            "actualizat",
            "обновление",
            "обновлено",
            "обновлён",
            "дополнено",
            "дополнение",
            "оновлено",
            "оновлення",
            "доповнено",
            "ενημέρωση",
            "güncelleme",
            "güncellendi",
            "ažurirano",
            "pembaruan",
            "cập nhật",
            "更新",
            "追記",
            "업데이트",
            "تحديث",
            "עדכון",
        ],
    ),
    (
        NoticeKind::Editor,
        &[
            "editor's note",
            "editors' note",
            "editor note",
            "ed. note",
            "note from the editor",
            "a note from the editor",
            "note to readers",
            "anmerkung der redaktion",
            "hinweis der redaktion",
            "anm. d. red",
            "anm. der redaktion",
            "in eigener sache",
            "note de la rédaction",
            "ndlr",
            "n.d.l.r",
            "nota del editor",
            "nota de la redacción",
            "n. de la r",
            "nota do editor",
            "nota da redação",
            "nota della redazione",
            "nota del direttore",
            "ndr",
            "n.d.r",
            "noot van de redactie",
            "redaktionens kommentar",
            "redaktionens anmärkning",
            "red. anm",
            "red.anm",
            "toimituksen huomautus",
            "toimituksen huomio",
            "od redakcji",
            "przypis redakcji",
            "poznámka redakce",
            "pozn. red",
            "poznámka redakcie",
            "a szerkesztő megjegyzése",
            "a szerk",
            "nota redacției",
            "n. red",
            "n.r",
            "от редакции",
            "примечание редакции",
            "прим. ред",
            "примечание редактора",
            "від редакції",
            "примітка редакції",
            "бележка на редакцията",
            "napomena redakcije",
            "σημείωση της σύνταξης",
            "σημείωση σύνταξης",
            "editörün notu",
            "editör notu",
            "catatan redaksi",
            "编者按",
            "編者按",
            "编者注",
            "編集部注",
            "編集部より",
            "편집자 주",
            "편집자주",
            "ملاحظة المحرر",
            "هערת המערכת",
            "הערת המערכת",
        ],
    ),
];

/// Whole beginnings of sentences in which the editors speak of the article itself.
const SENTENCES: &[(NoticeKind, &[&str])] = &[
    (
        NoticeKind::Correction,
        &[
            "an earlier version of this",
            "a previous version of this",
            "an earlier version of the article",
            "this article was amended",
            "this article has been amended",
            "this story was amended",
            "this article was corrected",
            "this article has been corrected",
            "this story has been corrected",
            "this story was corrected",
            "this post has been corrected",
            "in einer früheren version",
            "in einer früheren fassung",
            "in einer vorherigen version",
            "in einer ersten version",
            "dieser artikel wurde korrigiert",
            "une version précédente de cet article",
            "une première version de cet article",
            "una versión anterior de est",
            "una versión previa de est",
            "uma versão anterior dest",
            "este texto foi corrigido",
            "una versione precedente di quest",
            "in una prima versione di quest",
            "een eerdere versie van dit",
            "en tidigare version av",
            "en tidligere versjon av",
            "en tidligere version af",
            "we wcześniejszej wersji",
            "в предыдущей версии",
            "в первоначальной версии",
            "в первой версии заметки",
            "в первой версии текста",
        ],
    ),
    (
        NoticeKind::Update,
        &[
            "this article has been updated",
            "this article was updated",
            "this story has been updated",
            "this story was updated",
            "this post has been updated",
            "this post was updated",
            "this piece has been updated",
            "this article was last updated",
            "dieser artikel wurde aktualisiert",
            "dieser text wurde aktualisiert",
            "cet article a été mis à jour",
            "este artículo ha sido actualizado",
            "esta noticia ha sido actualizada",
            "esta reportagem foi atualizada",
            "este artigo foi atualizado",
            "questo articolo è stato aggiornato",
            "dit artikel is bijgewerkt",
            "artikeln har uppdaterats",
            "saken er oppdatert",
            "artikkelia on päivitetty",
            "artykuł został zaktualizowany",
            "článek byl aktualizován",
            "статья обновлена",
            "материал обновлён",
            "материал обновлен",
            "материал дополнен",
            "новость дополнена",
        ],
    ),
];

/// Longer paragraphs are text, however they begin.
const LONGEST: usize = 1200;

/// Which remark a paragraph is by its first words, if it is one.
pub(super) fn by_words(spans: &[Span]) -> Option<NoticeKind> {
    if !STARTS.may_hold(spans) || spans.iter().map(|span| span.text.len()).sum::<usize>() > LONGEST {
        return None;
    }
    let start = beginning(spans.iter().map(|span| span.text.as_str()));
    let sentence = SENTENCES.iter().find(|(_, words)| words.iter().any(|words| start.starts_with(words)));
    if let Some(&(kind, _)) = sentence {
        return Some(kind);
    }
    let set_off = spans.first().is_some_and(|span| span.strong || span.emphasis);
    LABELS.iter().find_map(|&(kind, labels)| {
        let labelled = labels
            .iter()
            .any(|label| start.strip_prefix(label).is_some_and(|rest| is_behind_label(rest, set_off)));
        labelled.then_some(kind)
    })
}

/// Which remark a paragraph is that its element names one: by its own words, else by those around.
pub(super) fn named(spans: &[Span], around: &str) -> NoticeKind {
    const CORRECTION: &[&str] =
        &["correct", "clarif", "исправ", "уточнение", "berichtig", "korrektur", "rectific"];
    const UPDATE: &[&str] =
        &["update", "обновл", "aktualis", "mise à jour", "actualiz", "aggiorn", "atualiz"];
    by_words(spans).unwrap_or_else(|| {
        let own = beginning(spans.iter().map(|span| span.text.as_str()));
        let around = beginning([around].into_iter());
        let says =
            |words: &[&str]| [&own, &around].iter().any(|text| words.iter().any(|word| text.contains(word)));
        if says(CORRECTION) {
            NoticeKind::Correction
        } else if says(UPDATE) {
            NoticeKind::Update
        } else {
            NoticeKind::Editor
        }
    })
}

/// The first bytes of all labels and sentences, so that other paragraphs cost one look.
static STARTS: Starts = Starts::build();

/// A set of hashes, one bit each.
struct Starts {
    bits: [u64; Self::WORDS],
}

impl Starts {
    const WORDS: usize = 64;
    /// How many bytes are looked at. No label is shorter.
    const BYTES: usize = 3;

    const fn build() -> Self {
        let mut starts = Self { bits: [0; Self::WORDS] };
        let lists = [LABELS, SENTENCES];
        let mut list = 0;
        while list < lists.len() {
            let mut kind = 0;
            while kind < lists[list].len() {
                let words = lists[list][kind].1;
                let mut at = 0;
                while at < words.len() {
                    let hash = Self::hash(words[at].as_bytes());
                    starts.bits[hash / 64] |= 1 << (hash % 64);
                    at += 1;
                }
                kind += 1;
            }
            list += 1;
        }
        starts
    }

    const fn hash(bytes: &[u8]) -> usize {
        let mut hash: u32 = 0;
        let mut at = 0;
        while at < Self::BYTES && at < bytes.len() {
            hash = (hash ^ bytes[at] as u32).wrapping_mul(0x9e37_79b1);
            at += 1;
        }
        (hash >> 20) as usize % (Self::WORDS * 64)
    }

    fn may_hold(&self, spans: &[Span]) -> bool {
        let mut bytes = [0_u8; 16];
        let mut length = 0;
        let characters = spans.iter().flat_map(|span| span.text.chars()).skip_while(is_mark);
        for c in characters.take(Self::BYTES).flat_map(char::to_lowercase) {
            if let Some(place) = bytes.get_mut(length..length + c.len_utf8()) {
                length += c.encode_utf8(place).len();
            }
        }
        let hash = Self::hash(bytes.get(..length).unwrap_or(&bytes));
        self.bits.get(hash / 64).is_some_and(|word| word & (1 << (hash % 64)) != 0)
    }
}

/// What may stand before a label.
fn is_mark(c: &char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '(' | '[' | '【' | '（' | '■' | '▼' | '※' | '+' | '#')
}

/// The first words in lower case, without brackets and stars before them, apostrophes straight.
fn beginning<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    const LONG: usize = 80;
    let characters = texts.flat_map(str::chars).skip_while(is_mark).take(LONG);
    characters.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Whether what follows a label shows that it is one: a colon, a dash, a bracket; or a date up to a colon, up to the
/// end of a sentence where the label is set off from the text.
fn is_behind_label(rest: &str, set_off: bool) -> bool {
    /// Letters of a date and a time at most.
    const DATE: usize = 40;
    let rest = rest.trim_start_matches('.').trim_start();
    let Some(first) = rest.chars().next() else { return false };
    if matches!(first, ':' | '：' | '—' | '–' | '(' | '[' | ']' | '】' | '）' | '｜' | '|') {
        return true;
    }
    let number = rest.chars().take(16).position(|c| c.is_ascii_digit());
    let near = number.is_some_and(|at| {
        let words = rest.chars().take(at).filter(|c| c.is_whitespace()).count();
        words <= 2
    });
    let ends = |c: char| matches!(c, ':' | '：') || set_off && matches!(c, '.' | '-' | '–' | '—' | ')' | ']');
    // A colon between digits is that of a clock.
    let mut digit = false;
    near && rest.chars().take(DATE).any(|c| {
        let end = ends(c) && !digit || ends(c) && set_off;
        digit = c.is_ascii_digit();
        end
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_known_by_their_first_words() {
        use NoticeKind::{Correction, Editor, Update};
        for (text, set_off, kind) in [
            ("Correction: the bridge has 42 cables.", false, Some(Correction)),
            ("Update, 6 May, 10:40: Lorries must wait.", true, Some(Update)),
            ("UPDATE (10 a.m.): Lorries must wait.", false, Some(Update)),
            ("Обновлено 6 мая в 10:40. Грузовики ждут.", true, Some(Update)),
            ("Editor’s note: he lives there.", false, Some(Editor)),
            ("(Anm. d. Red.: Er wohnt dort.)", false, Some(Editor)),
            ("Mise à jour le 6 mai à 10 h 40 : les camions attendront.", false, Some(Update)),
            ("※訂正：橋の数は四つです。", false, Some(Correction)),
            ("This article was amended on 5 May.", false, Some(Correction)),
            ("Update your phone now: it is unsafe.", false, None),
            ("Updates of the map come every week.", false, None),
            ("Corrections of the river began in 1902, and so did the floods.", false, None),
            ("Update 1.2 of the game is out, and it is better than the first.", false, None),
            ("", false, None),
        ] {
            let spans = [Span { strong: set_off, ..Span::plain(text) }];
            assert_eq!(by_words(&spans), kind, "{text}");
        }
    }
}
