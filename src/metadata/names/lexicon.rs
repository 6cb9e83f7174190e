//! Words around names, in lower case.

/// What stands before a name: "by" and "author" in the languages of the field. Longest first where one begins
/// another.
pub(super) const LABELS: &[&str] = &[
    // English
    "written and reported by", "reported and written by", "story by", "article by", "report by", "words by", "written by",
    "posted by", "published by", "reported by", "review by", "reviewed by", "submitted by", "opinion by", "analysis by",
    "interview by", "text by", "created by", "contributed by", "presented by", "blog by", "guest post by", "a guest post by",
    "about the author", "post author", "article author", "by author", "authored by", "author", "authors", "by line", "byline",
    "by", "words", "text", "reporter", "from our correspondent",
    // German, Dutch, Scandinavian, Finnish
    "ein gastbeitrag von", "gastbeitrag von", "ein kommentar von", "kommentar von", "eine analyse von", "eine kolumne von",
    "ein interview von", "ein essay von", "interview von", "aufgezeichnet von", "protokoll von", "geschrieben von",
    "verfasst von", "veröffentlicht von", "erstellt von", "ein beitrag von", "beitrag von", "artikel von", "text von",
    "eingestellt von", "gepostet von", "analyse von", "essay von", "bericht von", "reportage von", "aus", "von unserem korrespondenten", "von unserer redakteurin", "von unserem redakteur",
    "von", "autorin", "autor/in", "autoren", "autor", "verfasser", "geschreven door", "door", "skrevet av", "skrevet af",
    "skriven av", "av", "af", "tekst", "journalist", "kirjoittaja", "teksti",
    // French, Spanish, Portuguese, Italian, Romanian, Catalan
    "propos recueillis par", "rédigé par", "publié par", "écrit par", "posté par", "par", "auteur", "texte", "escrito por", "publicado por",
    "redactado por", "elaborado por", "por", "autora", "texto", "scritto da", "pubblicato da", "a cura di", "di", "da", "autore", "testo",
    "de la corresponsal", "scris de", "publicat de",
    // Polish, Czech, Slovak, Croatian, Hungarian, Turkish, Greek, Baltic
    "napisał", "napisała", "napisane przez", "autorzy", "autorka", "opracował", "opracowała", "oprac.", "oprac", "przez", "autoři", "napsal",
    "napsala", "piše", "pise", "napisao", "napisala", "szerző", "írta", "yazan", "haber", "haberi hazırlayan", "γράφει ο", "γράφει η", "γράφει", "του", "της",
    "συντάκτης", "autorius", "autors", "autori",
    // Cyrillic
    "автор текста", "автор статьи", "авторы", "автор", "автори", "текст", "записал", "записала", "подготовил", "подготовила", "беседовал", "беседовала",
    "корреспондент", "журналист", "от",
    // Semitic, Asian
    "كتب", "كتبت", "بقلم", "כתב", "מאת", "作者", "文/", "文／", "文", "记者", "記者", "撰文", "撰稿", "本报记者", "本報記者", "執筆", "取材・文", "編輯", "글", "oleh", "penulis", "ditulis oleh", "tác giả", "theo",
];

/// What stands before the name of somebody who did something else.
pub(super) const OTHER_ROLES: &[(&str, super::AuthorRole)] = &[
    ("photos by", super::AuthorRole::Photographer),
    ("photo by", super::AuthorRole::Photographer),
    ("photographs by", super::AuthorRole::Photographer),
    ("photography by", super::AuthorRole::Photographer),
    ("pictures by", super::AuthorRole::Photographer),
    ("photography", super::AuthorRole::Photographer),
    ("photo", super::AuthorRole::Photographer),
    ("photos", super::AuthorRole::Photographer),
    ("fotos von", super::AuthorRole::Photographer),
    ("foto von", super::AuthorRole::Photographer),
    ("fotos", super::AuthorRole::Photographer),
    ("foto", super::AuthorRole::Photographer),
    ("bilder", super::AuthorRole::Photographer),
    ("фото", super::AuthorRole::Photographer),
    ("edited by", super::AuthorRole::Editor),
    ("editing by", super::AuthorRole::Editor),
    ("редактор", super::AuthorRole::Editor),
    ("责任编辑", super::AuthorRole::Editor),
    ("责编", super::AuthorRole::Editor),
    ("编辑", super::AuthorRole::Editor),
    ("translated by", super::AuthorRole::Translator),
    ("übersetzt von", super::AuthorRole::Translator),
    ("перевод", super::AuthorRole::Translator),
    ("additional reporting by", super::AuthorRole::Contributor),
    ("mitarbeit", super::AuthorRole::Contributor),
];

/// Words between two names.
pub(super) const CONJUNCTIONS: &[&str] = &[
    "and", "und", "et", "y", "e", "и", "i", "och", "og", "en", "ja", "ve", "та", "і", "with", "mit", "avec", "con", "και", "și",
    "sowie", "dan", "a",
];

/// Words that end a name: what follows is a place or an employer.
pub(super) const ENDS: &[&str] = &[
    "in", "aus", "from", "at", "for", "für", "via", "on", "is", "ist", "covers", "of", "zum", "zur", "der", "em", "à", "est", "à",
    "updated", "published", "posted", "reports", "berichtet", "special", "has", "writes", "schreibt", "im",
    "tarafından", "who",
];

/// Small words within a name.
pub(super) const PARTICLES: &[&str] = &[
    "von", "van", "de", "da", "di", "del", "della", "der", "den", "des", "dos", "das", "do", "du", "la", "le", "las", "los",
    "el", "al", "bin", "ibn", "ben", "ter", "ten", "te", "zu", "zum", "zur", "und", "af", "av", "y", "e", "e.", "st", "st.",
    "dal", "dalla", "d'", "l'", "abu", "ul", "op", "vom", "ap", "san", "degli", "mc",
];

/// Words of offices: what stands before them may be a name, they are none.
pub(super) const OFFICES: &[&str] = &[
    "staff", "writer", "reporter", "correspondent", "editor", "columnist", "journalist", "contributor", "producer", "columnists",
    "editors", "reporters", "writers", "intern", "photographer", "analyst", "anchor", "critic", "blogger", "author", "bureau",
    "senior", "chief", "deputy", "associate", "contributing", "managing", "executive", "freelance", "freelancer", "digital",
    "redakteur", "redakteurin", "reporterin", "korrespondent", "korrespondentin", "volontär", "volontärin", "chefredakteur",
    "chefredakteurin", "journalistin", "autor", "autorin", "redacteur", "verslaggever", "redactora", "redactor", "periodista",
    "corresponsal", "rédacteur", "rédactrice", "journaliste", "correspondant", "correspondante", "giornalista", "redaktor",
    "dziennikarz", "корреспондент", "редактор", "обозреватель", "журналист", "muhabir", "muhabiri", "editör", "toimittaja",
    "director", "professor", "co-founder", "founder", "ceo", "president", "manager", "repórter", "colaborador", "fotograf",
    "politikredakteur", "wirtschaftsredakteur", "sportredakteur", "specialist", "expert", "consultant", "administrator", "moderator",
    "guest", "assistant", "enterprise", "md", "phd", "m.d.", "ph.d.", "mba", "rd", "cpa", "esq", "esq.", "j.d.", "jd", "ma", "mph", "dds",
    "officer", "historian", "attorney", "lead", "scientist", "dietitian", "disclosure", "fellow", "economist", "meteorologist", "expert", "strategist",
    "previous", "former", "news", "features", "multimedia", "sportswriter", "opinion", "politics", "nba", "nfl", "technology", "follow",
];

/// Words that only organisations have in their names.
pub(super) const ORGANISATIONS: &[&str] = &[
    "staff", "team", "newsroom", "desk", "news", "media", "magazine", "editorial", "editors", "board", "agency", "agencies",
    "press", "times", "redaktion", "redaktionsteam", "redaktionsnetzwerk", "online-redaktion", "redaction", "rédaction", "redacción", "redazione", "redakcja", "redactie", "redakce", "redaktionen",
    "toimitus", "redação", "редакция", "редакція", "редакцията", "agencias", "agence", "agentur", "service", "services", "network", "group",
    "university", "institute", "ministry", "department", "foundation", "association", "committee", "council", "company", "inc", "inc.", "llc",
    "gmbh", "ag", "ltd", "ltd.", "corporation", "organization", "society", "club", "center", "centre", "verlag", "zeitung", "post", "herald",
    "tribune", "journal", "gazette", "daily", "weekly", "online", "tv", "radio", "report", "reports", "contributors", "correspondents", "reporters", "wire", "newswire", "wires", "bureau",
    "admin", "administrator", "webmaster", "editor", "moderator", "support", "blog", "studio", "communications", "marketing",
    "агентство", "новости", "газета", "журнал", "ajansı", "haber", "haberleri", "merkezi", "notimex", "europapress", "comunicación", "prensa",
    "ufficio", "stampa", "e.v.", "verein", "bund", "amt", "presse", "nachrichten", "nachrichtenagentur", "church", "school", "college", "library",
    "hospital", "clinic", "solutions", "software", "systems", "technologies", "international", "union", "alliance", "office", "authority",
    "commission", "government", "police", "polizei", "stadt", "gemeinde", "landesamt", "bundesamt", "ministerium", "partei", "fraktion",
];

/// Agencies and wires, and accounts that stand for nobody.
pub(super) const AGENCIES: &[&str] = &[
    "ap", "the associated press", "associated press", "reuters", "thomson reuters", "afp", "agence france presse", "dpa", "apa", "sid", "ansa", "efe",
    "pti", "ani", "ians", "tass", "тасс", "риа новости", "интерфакс", "interfax", "xinhua", "新华社", "kyodo", "yonhap", "belga", "anp", "tt", "ntb", "ritzau", "stt", "pap", "ctk", "čtk",
    "mti", "tanjug", "hina", "agerpres", "lusa", "bloomberg", "upi", "cnn", "bbc", "npr", "kna", "epd", "keystone sda", "sda", "ats", "dapd", "ddp", "ots", "pr newswire",
    "business wire", "globenewswire", "the canadian press", "canadian press", "aap", "press association", "pa media", "pa", "europa press", "notimex", "укрінформ", "унiан", "уніан", "rtr", "zeit online",
    "admin", "administrator", "root", "user", "guest", "anonymous", "staff", "editor", "redaktion", "редакция", "webmaster", "unknown", "null", "none", "n a", "undefined", "default",
    "時事通信社", "共同通信社", "共同通信", "anadolu ajansı", "aa", "iha", "dha", "ihned", "tasr", "sita", "時事", "dts nachrichtenagentur", "reporter", "author", "super user", "system", "site admin", "wire reports",
];

/// Words that are in no name: interface, dates, reading time.
pub(super) const NEVER: &[&str] = &[
    "ago", "read", "min", "mins", "minute", "minutes", "hours", "comments", "comment", "share", "shares", "follow", "subscribe",
    "updated", "published", "posted", "email", "twitter", "facebook", "instagram", "linkedin", "more", "view", "views", "all", "about", "profile", "articles",
    "article", "posts", "click", "here", "print", "newsletter", "login", "contact", "author", "authors", "byline", "by", "uhr", "lesezeit",
    "kommentare", "kommentar", "teilen", "minuten", "mehr", "alle", "artikel", "autor", "today", "yesterday", "heute", "gestern",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "januar", "februar", "märz", "mai", "juni", "juli",
    "oktober", "dezember", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "copyright", "rights", "reserved", "this", "that", "what", "how", "why", "your", "you", "our", "we", "sponsored", "advertisement", "photo", "photos", "image", "credit", "getty", "images",
    "leave", "reply", "e-mail", "mail", "alles", "toutes", "todas", "todos", "tous", "sponsored", "gesponserte", "übersetzt", "translated", "posted", "guest", "deinen", "edition", "no-author", "source", "category", "tags", "filed", "under", "home", "search", "menu", "sign", "biografía", "biographie", "vollbild",
    "http", "https", "www", "topics", "related", "latest", "written", "see", "bio", "biography", "website", "last", "date", "time", "save", "listen", "reviewed", "fact-checked", "checked",
    "коментарів", "комментариев", "сегодня", "вчера", "просмотров", "дата", "hace", "publicado", "actualizado", "publié", "mis", "jour", "pubblicato", "aggiornato",
];
