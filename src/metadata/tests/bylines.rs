//! Bylines in the languages of the field: names split, offices, cities and agencies cut, roles told.

use super::*;
use crate::article::AuthorRole;
use crate::metadata::names::{Trust, labelled_names, read_names};

#[test]
fn names_are_split_and_what_surrounds_them_is_cut() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("en", "By Jane Doe, Tom Hedge and Ann Brook", &["Jane Doe", "Tom Hedge", "Ann Brook"]),
        ("en", "By Jane Doe, Political Editor", &["Jane Doe"]),
        ("en", "Jane Doe in Berlin", &["Jane Doe"]),
        ("en", "By Jane Doe, CNN", &["Jane Doe"]),
        ("en", "By JANE DOE", &["JANE DOE"]),
        ("en", "Dr. Jane Doe, MD, FACX, Chief Physician", &["Dr. Jane Doe, MD, FACX"]),
        ("en", "Mrs. Jane Doe PhD", &["Jane Doe PhD"]),
        ("en", "Jane Ma", &["Jane Ma"]),
        ("ru", "Автор: Иван Петров и Анна Речная", &["Иван Петров", "Анна Речная"]),
        ("ru", "Текст: Иван Петров, корреспондент", &["Иван Петров"]),
        ("ru", "Иван Петров, Анна Речная", &["Иван Петров", "Анна Речная"]),
        ("de", "Von Hans Müller und Eva Berg, Berlin", &["Hans Müller", "Eva Berg"]),
        ("de", "Von Hans Müller, dpa", &["Hans Müller"]),
        ("de", "Ein Gastbeitrag von Dr. Eva von der Heide", &["Dr. Eva von der Heide"]),
        ("de", "Autorin/Autor: Eva Berg", &["Eva Berg"]),
        ("fr", "Par Jeanne Dupont et Luc Petit", &["Jeanne Dupont", "Luc Petit"]),
        ("fr", "Propos recueillis par Luc Petit, correspondant à Berlin", &["Luc Petit"]),
        ("es", "Por Ana García y Luis Pérez", &["Ana García", "Luis Pérez"]),
        ("es", "Ana García, Madrid", &["Ana García"]),
        ("it", "Di Marco Rossi e Anna Bianchi", &["Marco Rossi", "Anna Bianchi"]),
        ("it", "A cura di Marco Rossi, Roma", &["Marco Rossi"]),
        ("pt", "Por João Silva e Ana Souza", &["João Silva", "Ana Souza"]),
        ("pt", "Por João Silva, Lisboa", &["João Silva"]),
        ("nl", "Door Jan Jansen en Eva de Vries", &["Jan Jansen", "Eva de Vries"]),
        ("nl", "Door Jan Jansen, ANP", &["Jan Jansen"]),
        ("pl", "Autorzy: Jan Kowalski i Anna Nowak", &["Jan Kowalski", "Anna Nowak"]),
        ("pl", "Jan Kowalski, PAP", &["Jan Kowalski"]),
        ("uk", "Автори: Олена Шевчук та Іван Коваль", &["Олена Шевчук", "Іван Коваль"]),
        ("cs", "Autoři: Petr Novák a Jana Malá", &["Petr Novák", "Jana Malá"]),
        ("cs", "Petr Novák, ČTK", &["Petr Novák"]),
        ("sv", "Av Anna Svensson och Erik Ek", &["Anna Svensson", "Erik Ek"]),
        ("sv", "Av Anna Svensson, Stockholm", &["Anna Svensson"]),
        ("tr", "Yazan: Ayşe Demir ve Ali Kaya", &["Ayşe Demir", "Ali Kaya"]),
        ("ja", "文／山田太郎、鈴木花子", &["山田太郎", "鈴木花子"]),
        ("ja", "執筆：山田太郎", &["山田太郎"]),
        ("ja", "取材・文＝山田太郎", &["山田太郎"]),
        ("zh", "作者：王小明、李华", &["王小明", "李华"]),
        ("zh", "记者 王小明 李 华", &["王小明", "李华"]),
        ("zh", "文／王小明", &["王小明"]),
        ("ko", "글 김철수, 이영희", &["김철수", "이영희"]),
        ("ko", "김철수 기자", &["김철수"]),
        ("ar", "بقلم: أحمد علي، محمد حسن", &["أحمد علي", "محمد حسن"]),
        ("ar", "كتب أحمد علي", &["أحمد علي"]),
    ];
    for (language, byline, expected) in cases {
        let read = read_names(byline, Trust::Byline, &[]);
        let names: Vec<&str> = read.iter().map(|named| named.name.as_str()).collect();
        assert_eq!(names, *expected, "{language}: {byline}");
        assert!(read.iter().all(|named| named.kind == AuthorKind::Person), "{language}: {byline}");
    }
}

#[test]
fn organisations_are_told_from_people() {
    let organisations = [
        "Reuters",
        "JIJI",
        "Associated Press",
        "Redaktion",
        "ТАСС",
        "Agence France-Presse",
        "Anadolu Ajansı",
        "新华社",
        "中国新闻网",
        "연합뉴스",
        "Redacción",
        "某某编辑部",
    ];
    for text in organisations {
        let read = read_names(text, Trust::Field, &[]);
        let kinds: Vec<AuthorKind> = read.iter().map(|named| named.kind).collect();
        assert_eq!(kinds, [AuthorKind::Organization], "{text}");
    }
}

#[test]
fn lines_tell_roles() {
    use AuthorRole::{Contributor, Editor, Photographer, Translator};
    let cases: &[(&str, &str, &str, AuthorRole)] = &[
        ("en", "Edited by Ann Brook", "Ann Brook", Editor),
        ("en", "Translated by Ann Brook", "Ann Brook", Translator),
        ("en", "Photos by Ann Brook", "Ann Brook", Photographer),
        ("en", "Additional reporting by Ann Brook", "Ann Brook", Contributor),
        ("ru", "Редактор: Анна Речная", "Анна Речная", Editor),
        ("ru", "Перевод: Анна Речная", "Анна Речная", Translator),
        ("ru", "Фото: Анна Речная", "Анна Речная", Photographer),
        ("ru", "При участии: Анна Речная", "Анна Речная", Contributor),
        ("de", "Redigiert von Eva Berg", "Eva Berg", Editor),
        ("de", "Aus dem Englischen von Eva Berg", "Eva Berg", Translator),
        ("de", "Fotos: Eva Berg", "Eva Berg", Photographer),
        ("de", "Mitarbeit: Eva Berg", "Eva Berg", Contributor),
        ("fr", "Édité par Luc Petit", "Luc Petit", Editor),
        ("fr", "Traduit par Luc Petit", "Luc Petit", Translator),
        ("fr", "Photos : Luc Petit", "Luc Petit", Photographer),
        ("fr", "Avec la collaboration de Luc Petit", "Luc Petit", Contributor),
        ("es", "Editado por Ana García", "Ana García", Editor),
        ("es", "Traducción de Ana García", "Ana García", Translator),
        ("es", "Fotografía: Ana García", "Ana García", Photographer),
        ("es", "Con la colaboración de Ana García", "Ana García", Contributor),
        ("it", "Revisione di Anna Bianchi", "Anna Bianchi", Editor),
        ("it", "Traduzione di Anna Bianchi", "Anna Bianchi", Translator),
        ("it", "Foto di Anna Bianchi", "Anna Bianchi", Photographer),
        ("it", "Con la collaborazione di Anna Bianchi", "Anna Bianchi", Contributor),
        ("pt", "Edição: Ana Souza", "Ana Souza", Editor),
        ("pt", "Tradução de Ana Souza", "Ana Souza", Translator),
        ("pt", "Fotos de Ana Souza", "Ana Souza", Photographer),
        ("pt", "Com a colaboração de Ana Souza", "Ana Souza", Contributor),
        ("nl", "Geredigeerd door Eva de Vries", "Eva de Vries", Editor),
        ("nl", "Vertaald door Eva de Vries", "Eva de Vries", Translator),
        ("nl", "Foto's: Eva de Vries", "Eva de Vries", Photographer),
        ("nl", "Met medewerking van Eva de Vries", "Eva de Vries", Contributor),
        ("pl", "Zredagowała Anna Nowak", "Anna Nowak", Editor),
        ("pl", "Tłumaczenie: Anna Nowak", "Anna Nowak", Translator),
        ("pl", "Zdjęcia: Anna Nowak", "Anna Nowak", Photographer),
        ("pl", "Współpraca: Anna Nowak", "Anna Nowak", Contributor),
        ("uk", "Редактор: Олена Шевчук", "Олена Шевчук", Editor),
        ("uk", "Переклад: Олена Шевчук", "Олена Шевчук", Translator),
        ("uk", "Фото: Олена Шевчук", "Олена Шевчук", Photographer),
        ("uk", "За участю: Олена Шевчук", "Олена Шевчук", Contributor),
        ("cs", "Editovala Jana Malá", "Jana Malá", Editor),
        ("cs", "Přeložila Jana Malá", "Jana Malá", Translator),
        ("cs", "Foto: Jana Malá", "Jana Malá", Photographer),
        ("cs", "Spolupráce: Jana Malá", "Jana Malá", Contributor),
        ("sv", "Redigering: Erik Ek", "Erik Ek", Editor),
        ("sv", "Översättning: Erik Ek", "Erik Ek", Translator),
        ("sv", "Foto: Erik Ek", "Erik Ek", Photographer),
        ("sv", "Med bidrag från Erik Ek", "Erik Ek", Contributor),
        ("tr", "Editör: Ali Kaya", "Ali Kaya", Editor),
        ("tr", "Çeviren: Ali Kaya", "Ali Kaya", Translator),
        ("tr", "Fotoğraf: Ali Kaya", "Ali Kaya", Photographer),
        ("tr", "Katkıda bulunan: Ali Kaya", "Ali Kaya", Contributor),
        ("ja", "編集：山田太郎", "山田太郎", Editor),
        ("ja", "翻訳：山田太郎", "山田太郎", Translator),
        ("ja", "写真：山田太郎", "山田太郎", Photographer),
        ("ja", "取材協力：山田太郎", "山田太郎", Contributor),
        ("zh", "责任编辑：王小明", "王小明", Editor),
        ("zh", "翻译：王小明", "王小明", Translator),
        ("zh", "摄影：王小明", "王小明", Photographer),
        ("ko", "편집: 김철수", "김철수", Editor),
        ("ko", "번역: 김철수", "김철수", Translator),
        ("ko", "사진: 김철수", "김철수", Photographer),
        ("ar", "تحرير: أحمد علي", "أحمد علي", Editor),
        ("ar", "ترجمة: أحمد علي", "أحمد علي", Translator),
        ("ar", "تصوير: أحمد علي", "أحمد علي", Photographer),
        ("ar", "شارك في التغطية: أحمد علي", "أحمد علي", Contributor),
    ];
    for (language, line, name, role) in cases {
        let read = labelled_names(line, &[]).unwrap_or_default();
        let found: Vec<(&str, AuthorRole)> =
            read.iter().map(|named| (named.name.as_str(), named.role)).collect();
        assert_eq!(found, [(*name, *role)], "{language}: {line}");
    }
}

#[test]
fn one_line_of_an_agency_tells_two_roles() {
    let read = labelled_names("(Reporting by Jane Doe and Tom Hedge; Editing by Ann Brook)", &[]);
    let found: Vec<(String, AuthorRole)> =
        read.unwrap_or_default().into_iter().map(|named| (named.name, named.role)).collect();
    let expected = [
        ("Jane Doe", AuthorRole::Writer),
        ("Tom Hedge", AuthorRole::Writer),
        ("Ann Brook", AuthorRole::Editor),
    ];
    assert_eq!(found, expected.map(|(name, role)| (name.to_owned(), role)));
}

fn page(head: &str, text: &str) -> Metadata {
    read(&format!("<title>Rain in the north</title>{head}<h1>Rain in the north</h1>{text}"))
}

fn roles(metadata: &Metadata) -> Vec<(&str, AuthorRole)> {
    metadata.authors.iter().map(|author| (author.name.as_str(), author.role)).collect()
}

#[test]
fn roles_reach_the_authors_behind_the_writers() {
    use AuthorRole::{Contributor, Editor, Translator, Writer};
    let ld = |body: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rain in the north","author":{{"@type":"Person","name":"Jane Doe"}},{body}}}</script>"#
        )
    };
    type Case = (String, String, &'static [(&'static str, AuthorRole)]);
    let cases: &[Case] = &[
        (
            ld(r#""editor":{"@type":"Person","name":"Ann Brook"}"#),
            TEXT.to_owned(),
            &[("Jane Doe", Writer), ("Ann Brook", Editor)],
        ),
        (
            ld(r#""translator":[{"@type":"Person","name":"Ann Brook"}],"contributor":"Tom Hedge""#),
            TEXT.to_owned(),
            &[("Jane Doe", Writer), ("Tom Hedge", Contributor), ("Ann Brook", Translator)],
        ),
        // The same person, an organisation, and who owns the rights.
        (
            ld(
                r#""editor":"Jane Doe","contributor":{"@type":"Organization","name":"North Weather"},"copyrightHolder":{"@type":"Person","name":"Ann Brook"}"#,
            ),
            TEXT.to_owned(),
            &[("Jane Doe", Writer)],
        ),
        (
            String::new(),
            format!("<p>By Jane Doe</p>{TEXT}<p>Additional reporting by Tom Hedge.</p>"),
            &[("Jane Doe", Writer), ("Tom Hedge", Contributor)],
        ),
        (
            String::new(),
            format!(
                "<p>Von Eva Berg</p>{TEXT}<p><em>Aus dem Englischen von <a href=/x>Hans Müller</a></em></p>"
            ),
            &[("Eva Berg", Writer), ("Hans Müller", Translator)],
        ),
        (
            String::new(),
            format!(
                "<article itemscope itemtype=https://schema.org/NewsArticle><span itemprop=author>Jane Doe</span>\
                 <span itemprop=editor>Ann Brook</span>{TEXT}</article>"
            ),
            &[("Jane Doe", Writer), ("Ann Brook", Editor)],
        ),
        // Beside the article and in sentences nobody is named so.
        (
            String::new(),
            format!(
                "<p>By Jane Doe</p>{TEXT}<p>Edited by nobody in particular, it went on.</p>\
                 <aside class=related><p>Translated by Tom Hedge</p></aside>"
            ),
            &[("Jane Doe", Writer)],
        ),
    ];
    for (head, text, expected) in cases {
        assert_eq!(roles(&page(head, text)), *expected, "{head}{text}");
    }
}

#[test]
fn signatures_name_who_wrote_it() {
    let long = "<p>It rained for most of the week in the north, the weather service said, and the rivers rose by two \
                metres in places; the council met on Tuesday, and again on the day after.</p>";
    let zh = "<p>某某社北方五月五日电（记者 王小明）北方这一周大部分时间都在下雨，气象部门表示，一些地方的河水上涨了两米，议会星期二开会，\
              第二天又开了一次会，讨论了河堤的问题，并且决定修理水坝。</p>";
    let zh_end = "<p>北方这一周大部分时间都在下雨，气象部门表示，一些地方的河水上涨了两米，议会星期二开会，第二天又开了一次会，\
                  讨论了河堤的问题，并且决定修理水坝。（某报记者 李华）</p>";
    let cases: &[(String, &[&str])] = &[
        (format!("{long}{long}<p><b><i>Stefan Wasser</i></b></p>"), &["Stefan Wasser"]),
        (format!("{long}{long}<p align=right>Anna Bach und Peter Fluss</p>"), &["Anna Bach", "Peter Fluss"]),
        (format!("<p><strong>Anna Bach</strong></p>{long}{long}"), &["Anna Bach"]),
        (
            format!("{long}{long}<p>(Reporting by Anna Bach; Editing by Tom Hedge)</p>"),
            &["Anna Bach", "Tom Hedge"],
        ),
        (zh.to_owned(), &["王小明"]),
        (zh_end.to_owned(), &["李华"]),
        // Headings, and several of them.
        (format!("{long}<p><b>Further Information</b></p>{long}<p><b>Other Rivers</b></p>"), &[]),
        (format!("<p><b>Anna Bach</b></p>{long}{long}<p><b>Peter Fluss</b></p>"), &[]),
        (format!("{long}{long}<p>By Anna Bach</p>"), &["Anna Bach"]),
        // Not set off by its type.
        (format!("{long}{long}<p>Stefan Wasser</p>"), &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(names(&page("", text)), *expected, "{text}");
    }
}

#[test]
fn accounts_and_feet_of_entries() {
    let cases = [
        // The foot of an entry is the entry's.
        (
            format!(
                "<div class=post>{TEXT}<div class=post-footer>Posted by <span class=fn itemprop=author itemscope \
                 itemtype=http://schema.org/Person><span itemprop=name>Jane Doe</span></span></div></div>"
            ),
            "Jane Doe",
        ),
        (format!("<p>by <span class='author vcard fn'>oz</span> on May 5, 2024</p>{TEXT}"), "oz"),
        (
            format!(
                "<div itemprop=author itemscope itemtype=https://schema.org/Person><span itemprop=name>rain55230</span>\
                 </div>{TEXT}"
            ),
            "rain55230",
        ),
        (format!("<p>Posted by Konstantin 21.10.2019</p>{TEXT}"), "Konstantin"),
        (format!("<ul><li>Jane Kovács</li><li>02-12-2019</li></ul>{TEXT}"), "Jane Kovács"),
        (
            format!("<div>Jack Shepherd</div><div>Co-Founder &amp; Marketing Director</div>{TEXT}"),
            "Jack Shepherd",
        ),
        (
            format!("<p>by <span class='author vcard fn'>crazy rivers</span> on May 5, 2024</p>{TEXT}"),
            "crazy rivers",
        ),
        (format!("<p>by <a class='username author' href=/u/3>b.rivers</a></p>{TEXT}"), "b.rivers"),
        // A soft hyphen is no part of a name.
        (format!("<p>By Ja\u{ad}ne Doe</p>{TEXT}"), "Jane Doe"),
    ];
    for (text, expected) in cases {
        assert_eq!(names(&page("", &text)), [expected], "{text}");
    }
}

#[test]
fn organisations_stay_whole_and_give_way_to_people() {
    let ld = |author: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rain in the north","author":{author}}}</script>"#
        )
    };
    let cases: &[(String, &str, &[&str])] = &[
        (
            ld(r#"{"@type":"Organization","name":"Center for Rivers and Rain"}"#),
            "",
            &["Center for Rivers and Rain"],
        ),
        // The publisher's field may hold the author.
        (
            "<meta name=author content='Jane Doe'><meta name=dcterms.publisher content='Jane Doe'>"
                .to_owned(),
            "<p class=author>Talk By</p>",
            &["Jane Doe"],
        ),
        (
            ld(r#"{"@type":"Person","name":"Anna Bach"}"#),
            "<p>By Anna Bach, Peter Fluss</p>",
            &["Anna Bach", "Peter Fluss"],
        ),
        (
            ld(r#"{"@type":"Person","name":"Anna Bach"}"#),
            "<p>By Anna Bach, River Weekly Review</p>",
            &["Anna Bach"],
        ),
    ];
    for (head, line, expected) in cases {
        assert_eq!(names(&page(head, &format!("{line}{TEXT}"))), *expected, "{head}{line}");
    }
}
