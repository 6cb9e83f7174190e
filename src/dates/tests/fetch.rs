//! Dates that need the time of the fetch: relative ones and ones without a year.

use super::super::find;
use super::{Row, check, hints, hints_now};

#[test]
fn dates_against_the_fetch() {
    let table: &[Row] = &[
        ("en", "2 hours ago", "2024-05-05T10"),
        ("en", "an hour ago", "2024-05-05T11"),
        ("en", "15 mins ago", "2024-05-05T11:45Z"),
        ("en", "Posted 3 days ago by admin", "2024-05-02"),
        ("en", "3d ago", "2024-05-02"),
        ("en", "1 day, 2 hours ago", "2024-05-04"),
        ("en", "2 weeks ago", "2024-04"),
        ("en", "3 months ago", "2024-02"),
        ("en", "9 years ago", "2015"),
        ("en", "Yesterday", "2024-05-04"),
        ("en", "Updated: Today", "2024-05-05"),
        ("en", "Today at 9:30 AM", "2024-05-05T09:30"),
        ("en", "Aug 12", "2023-08-12"),
        ("en", "May 6", "2024-05-06"),
        ("en", "May 7", "2023-05-07"),
        ("en", "Updated: Apr 07", "2024-04-07"),
        ("en", "Feb 29, 10:30 am", "2024-02-29T10:30"),
        ("de", "vor 3 Stunden", "2024-05-05T09"),
        ("de", "vor einer Stunde", "2024-05-05T11"),
        ("de", "Heute, 10:30 Uhr", "2024-05-05T10:30"),
        ("de", "vorgestern um 9 Uhr", "2024-05-03T09"),
        ("de", "12.03. 14:30 Uhr", "2024-03-12T14:30"),
        ("de", "Donnerstag, 12.10. 14:30 Uhr", "2023-10-12T14:30"),
        ("nl", "3 uur geleden", "2024-05-05T09"),
        ("sv", "för 3 timmar sedan", "2024-05-05T09"),
        ("sv", "Igår kl. 14.30", "2024-05-04T14:30"),
        ("da", "for 3 timer siden", "2024-05-05T09"),
        ("nb", "i går 14:30", "2024-05-04T14:30"),
        ("fr", "il y a 3 heures", "2024-05-05T09"),
        ("fr", "il y a une heure", "2024-05-05T11"),
        ("fr", "Aujourd'hui à 10h30", "2024-05-05T10:30"),
        ("fr", "hier à 9h05", "2024-05-04T09:05"),
        ("fr", "12 mars à 10h30", "2024-03-12T10:30"),
        ("es", "hace 3 horas", "2024-05-05T09"),
        ("es", "ayer, 14:30 h", "2024-05-04T14:30"),
        ("it", "3 ore fa", "2024-05-05T09"),
        ("it", "un'ora fa", "2024-05-05T11"),
        ("pt", "há 3 horas", "2024-05-05T09"),
        ("pt", "3 horas atrás", "2024-05-05T09"),
        ("ro", "acum 3 ore", "2024-05-05T09"),
        ("ca", "fa 3 hores", "2024-05-05T09"),
        ("pl", "3 godziny temu", "2024-05-05T09"),
        ("pl", "godzinę temu", "2024-05-05T11"),
        ("pl", "wczoraj, 14:30", "2024-05-04T14:30"),
        ("cs", "před 3 hodinami", "2024-05-05T09"),
        ("sk", "pred hodinou", "2024-05-05T11"),
        ("hr", "prije 3 sata", "2024-05-05T09"),
        ("sr", "пре 3 сата", "2024-05-05T09"),
        ("ru", "3 часа назад", "2024-05-05T09"),
        ("ru", "час назад", "2024-05-05T11"),
        ("ru", "Сегодня, 10:30", "2024-05-05T10:30"),
        ("ru", "Вчера в 10:30", "2024-05-04T10:30"),
        ("ru", "10:30, вчера", "2024-05-04T10:30"),
        ("ru", "22 апреля, 10:30", "2024-04-22T10:30"),
        ("en", "22 апреля", "2024-04-22"),
        ("en", "12. Februar um 10:30", "2024-02-12T10:30"),
        ("it", "3 mesi ago", "2024-02"),
        ("ja", "3/12 14:30", "2024-03-12T14:30"),
        ("bs", "12. mart u 14:30", "2024-03-12T14:30"),
        ("uk", "3 години тому", "2024-05-05T09"),
        ("be", "3 гадзіны таму", "2024-05-05T09"),
        ("bg", "преди 3 часа", "2024-05-05T09"),
        ("lt", "prieš 3 val.", "2024-05-05T09"),
        ("lv", "pirms 3 stundām", "2024-05-05T09"),
        ("et", "3 tundi tagasi", "2024-05-05T09"),
        ("fi", "3 tuntia sitten", "2024-05-05T09"),
        ("fi", "eilen klo 14.30", "2024-05-04T14:30"),
        ("hu", "3 órája", "2024-05-05T09"),
        ("hu", "3 órával ezelőtt", "2024-05-05T09"),
        ("el", "πριν από 3 ώρες", "2024-05-05T09"),
        ("el", "3 ώρες πριν", "2024-05-05T09"),
        ("tr", "3 saat önce", "2024-05-05T09"),
        ("ar", "منذ 3 ساعات", "2024-05-05T09"),
        ("ar", "منذ ساعتين", "2024-05-05T10"),
        ("fa", "۳ ساعت پیش", "2024-05-05T09"),
        ("he", "לפני 3 שעות", "2024-05-05T09"),
        ("he", "לפני שעתיים", "2024-05-05T10"),
        ("hi", "3 घंटे पहले", "2024-05-05T09"),
        ("th", "3 ชั่วโมงที่แล้ว", "2024-05-05T09"),
        ("vi", "3 giờ trước", "2024-05-05T09"),
        ("vi", "hôm qua 14:30", "2024-05-04T14:30"),
        ("id", "3 jam yang lalu", "2024-05-05T09"),
        ("zh", "3小时前", "2024-05-05T09"),
        ("zh", "12天前", "2024-04-23"),
        ("zh", "昨天 14:30", "2024-05-04T14:30"),
        ("zh", "3月12日 14:30", "2024-03-12T14:30"),
        ("zh", "03-12 14:30", "2024-03-12T14:30"),
        ("ja", "3時間前", "2024-05-05T09"),
        ("ja", "3日前", "2024-05-02"),
        ("ja", "10月12日 9時5分", "2023-10-12T09:05"),
        ("ko", "3시간 전", "2024-05-05T09"),
        ("ko", "어제 오후 2:30", "2024-05-04T14:30"),
    ];
    check(table.iter().map(|(language, text, iso)| {
        (*text, *iso, find(text, &hints_now(language)).map(|found| found.stamp.iso()))
    }));
    let without_now = table
        .iter()
        .map(|(language, text, _)| (*text, "", find(text, &hints(language)).map(|found| found.stamp.iso())));
    check(without_now);
}

#[test]
fn no_dates_against_the_fetch() {
    let table = [
        ("en", "What we know today about the case"),
        ("en", "5 min read"),
        ("en", "2 hours"),
        ("en", "hours ago"),
        ("en", "10:30"),
        ("en", "you may 5"),
        ("en", "May 5-7"),
        ("en", "June 12, 17 and 19"),
        ("en", "12. Februar"),
        ("en", "31 October 23 people"),
        ("en", "5 – 7 May"),
        ("en", "12.05"),
        ("de", "12.05."),
        ("de", "3.2"),
        ("en", "1000000 years ago"),
        ("fr", "Mars 2030"),
        ("ru", "назад"),
        ("en", "May 5, 2026"),
    ];
    check(
        table.map(|(language, text)| {
            (text, "", find(text, &hints_now(language)).map(|found| found.stamp.iso()))
        }),
    );
}
