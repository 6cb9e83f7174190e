//! The names of elements and attributes as small numbers.
//!
//! Names that pages use all the time are constants, found by a hash table that is built at compile time. Any
//! other name gets a number of its own in the tree it stands in.

use std::collections::HashMap;

use html5ever::{LocalName, local_name};

/// The name of an element or an attribute: a number, cheap to compare.
///
/// Equal names of one [`Tree`](super::Tree) are equal; for names that are no constant, numbers of different
/// trees don't compare.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(pub(crate) u16);

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match KNOWN.get(usize::from(self.0)) {
            Some(name) => write!(f, "Name({name})"),
            None => write!(f, "Name(#{})", self.0),
        }
    }
}

macro_rules! names {
    (elements: { $($element:ident = $text:tt,)* } attributes: { $($attribute:ident = $word:literal,)* }) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "only their order is used")]
        #[repr(u16)]
        enum Order { NONE, $($element,)* $($attribute,)* COUNT }

        #[expect(missing_docs, reason = "each constant is the name it says")]
        impl Name {
            $(pub const $element: Self = Self(Order::$element as u16);)*
            $(pub const $attribute: Self = Self(Order::$attribute as u16);)*
        }

        /// The texts of the constants, by number.
        const KNOWN: &[&str] = &["", $($text,)* $($word,)*];

        /// html5ever's names of the constants that are elements, by number.
        static LOCAL_NAMES: &[LocalName] = &[local_name!(""), $(local_name!($text),)*];
    };
}

names! {
    elements: {
    A = "a",
    ABBR = "abbr",
    ACRONYM = "acronym",
    ADDRESS = "address",
    APPLET = "applet",
    AREA = "area",
    ARTICLE = "article",
    ASIDE = "aside",
    AUDIO = "audio",
    B = "b",
    BASE = "base",
    BASEFONT = "basefont",
    BDI = "bdi",
    BDO = "bdo",
    BGSOUND = "bgsound",
    BIG = "big",
    BLOCKQUOTE = "blockquote",
    BODY = "body",
    BR = "br",
    BUTTON = "button",
    CANVAS = "canvas",
    CAPTION = "caption",
    CENTER = "center",
    CITE = "cite",
    CODE = "code",
    COL = "col",
    COLGROUP = "colgroup",
    COMMAND = "command",
    DATA = "data",
    DATALIST = "datalist",
    DD = "dd",
    DEL = "del",
    DETAILS = "details",
    DFN = "dfn",
    DIALOG = "dialog",
    DIR = "dir",
    DIV = "div",
    DL = "dl",
    DT = "dt",
    EM = "em",
    EMBED = "embed",
    FIELDSET = "fieldset",
    FIGCAPTION = "figcaption",
    FIGURE = "figure",
    FONT = "font",
    FOOTER = "footer",
    FORM = "form",
    FRAME = "frame",
    FRAMESET = "frameset",
    H1 = "h1",
    H2 = "h2",
    H3 = "h3",
    H4 = "h4",
    H5 = "h5",
    H6 = "h6",
    HEAD = "head",
    HEADER = "header",
    HGROUP = "hgroup",
    HR = "hr",
    HTML = "html",
    I = "i",
    IFRAME = "iframe",
    IMAGE = "image",
    IMG = "img",
    INPUT = "input",
    INS = "ins",
    ISINDEX = "isindex",
    KBD = "kbd",
    KEYGEN = "keygen",
    LABEL = "label",
    LEGEND = "legend",
    LI = "li",
    LINK = "link",
    LISTING = "listing",
    MAIN = "main",
    MAP = "map",
    MARK = "mark",
    MARQUEE = "marquee",
    MATH = "math",
    MENU = "menu",
    MENUITEM = "menuitem",
    META = "meta",
    METER = "meter",
    NAV = "nav",
    NOBR = "nobr",
    NOEMBED = "noembed",
    NOFRAMES = "noframes",
    NOSCRIPT = "noscript",
    OBJECT = "object",
    OL = "ol",
    OPTGROUP = "optgroup",
    OPTION = "option",
    OUTPUT = "output",
    P = "p",
    PARAM = "param",
    PICTURE = "picture",
    PLAINTEXT = "plaintext",
    PRE = "pre",
    PROGRESS = "progress",
    Q = "q",
    RB = "rb",
    RP = "rp",
    RT = "rt",
    RTC = "rtc",
    RUBY = "ruby",
    S = "s",
    SAMP = "samp",
    SCRIPT = "script",
    SEARCH = "search",
    SECTION = "section",
    SELECT = "select",
    SLOT = "slot",
    SMALL = "small",
    SOURCE = "source",
    SPAN = "span",
    STRIKE = "strike",
    STRONG = "strong",
    STYLE = "style",
    SUB = "sub",
    SUMMARY = "summary",
    SUP = "sup",
    SVG = "svg",
    TABLE = "table",
    TBODY = "tbody",
    TD = "td",
    TEMPLATE = "template",
    TEXTAREA = "textarea",
    TFOOT = "tfoot",
    TH = "th",
    THEAD = "thead",
    TIME = "time",
    TITLE = "title",
    TR = "tr",
    TRACK = "track",
    TT = "tt",
    U = "u",
    UL = "ul",
    VAR = "var",
    VIDEO = "video",
    WBR = "wbr",
    XMP = "xmp",
    ANNOTATION = "annotation",
    ANNOTATION_XML = "annotation-xml",
    DESC = "desc",
    FOREIGNOBJECT = "foreignObject",
    G = "g",
    PATH = "path",
    CIRCLE = "circle",
    RECT = "rect",
    MI = "mi",
    MN = "mn",
    MO = "mo",
    MS = "ms",
    MTEXT = "mtext",
    MROW = "mrow",
    MSUB = "msub",
    MSUP = "msup",
    MFRAC = "mfrac",
    SEMANTICS = "semantics",
    USE = "use",
    SYMBOL = "symbol",
    STOP = "stop",
    POLYGON = "polygon",
    POLYLINE = "polyline",
    DEFS = "defs",
    LINE = "line",
    }
    attributes: {
    ABOUT = "about",
    ACCEPT = "accept",
    ALT = "alt",
    AMP_ACCESS = "amp-access",
    ARIA_EXPANDED = "aria-expanded",
    ARIA_HIDDEN = "aria-hidden",
    ARIA_LABEL = "aria-label",
    ARIA_MODAL = "aria-modal",
    ASYNC = "async",
    CHARSET = "charset",
    CLASS = "class",
    COLSPAN = "colspan",
    CONTENT = "content",
    CONTENTEDITABLE = "contenteditable",
    CONTROLS = "controls",
    CROSSORIGIN = "crossorigin",
    DATA_SRC = "data-src",
    DATA_SRCSET = "data-srcset",
    DATA_LAZY_SRC = "data-lazy-src",
    DATA_LAZY_SRCSET = "data-lazy-srcset",
    DATA_ORIGINAL = "data-original",
    DATA_TYPE = "data-type",
    DATA_TESTID = "data-testid",
    DATA_COMPONENT = "data-component",
    DATA_URL = "data-url",
    DATA_HREF = "data-href",
    DATA_VIDEO_ID = "data-video-id",
    DATA_INSTGRM_PERMALINK = "data-instgrm-permalink",
    DATA_LANGUAGE = "data-language",
    DATA_LANG = "data-lang",
    DATETIME = "datetime",
    DEFER = "defer",
    HIDDEN = "hidden",
    HEIGHT = "height",
    HREF = "href",
    HREFLANG = "hreflang",
    HTTP_EQUIV = "http-equiv",
    ID = "id",
    INTEGRITY = "integrity",
    ITEMID = "itemid",
    ITEMPROP = "itemprop",
    ITEMREF = "itemref",
    ITEMSCOPE = "itemscope",
    ITEMTYPE = "itemtype",
    LANG = "lang",
    LANGUAGE = "language",
    LOADING = "loading",
    MEDIA = "media",
    NAME = "name",
    NONCE = "nonce",
    ONCLICK = "onclick",
    PLACEHOLDER = "placeholder",
    POSTER = "poster",
    PROPERTY = "property",
    PUBDATE = "pubdate",
    REL = "rel",
    RESOURCE = "resource",
    ROLE = "role",
    ROWSPAN = "rowspan",
    SIZES = "sizes",
    SRC = "src",
    SRCDOC = "srcdoc",
    SRCSET = "srcset",
    START = "start",
    TABINDEX = "tabindex",
    TARGET = "target",
    TYPE = "type",
    TYPEOF = "typeof",
    VALUE = "value",
    VOCAB = "vocab",
    WIDTH = "width",
    XML_LANG = "xml:lang",
    BORDER = "border",
    CELLPADDING = "cellpadding",
    CELLSPACING = "cellspacing",
    ALIGN = "align",
    VALIGN = "valign",
    BGCOLOR = "bgcolor",
    DATA_NOSNIPPET = "data-nosnippet",
    REVERSED = "reversed",
    COLOR = "color",
    SIZE = "size",
    FACE = "face",
    D = "d",
    FILL = "fill",
    VIEWBOX = "viewBox",
    XMLNS = "xmlns",
    FOR = "for",
    FILL_RULE = "fill-rule",
    DECODING = "decoding",
    DATA_ID = "data-id",
    DATA_LABEL = "data-label",
    STROKE = "stroke",
    STROKE_WIDTH = "stroke-width",
    STROKE_LINECAP = "stroke-linecap",
    STROKE_LINEJOIN = "stroke-linejoin",
    AS = "as",
    ARIA_LABELLEDBY = "aria-labelledby",
    ARIA_CONTROLS = "aria-controls",
    XLINK_HREF = "xlink:href",
    X = "x",
    Y = "y",
    TRANSFORM = "transform",
    ACTION = "action",
    METHOD = "method",
    POINTS = "points",
    CLIP_RULE = "clip-rule",
    FOCUSABLE = "focusable",
    X1 = "x1",
    X2 = "x2",
    Y1 = "y1",
    Y2 = "y2",
    RX = "rx",
    CX = "cx",
    CY = "cy",
    R = "r",
    FRAMEBORDER = "frameborder",
    SCROLLING = "scrolling",
    ONERROR = "onerror",
    VERSION = "version",
    DATA_TITLE = "data-title",
    DATA_NAME = "data-name",
    DATA_ROLE = "data-role",
    FETCHPRIORITY = "fetchpriority",
    BACKGROUND = "background",
    }
}

impl Name {
    /// The name of what has none: texts and the document.
    pub const NONE: Self = Self(Order::NONE as u16);

    /// The constant with this text.
    #[must_use]
    pub fn known(text: &str) -> Option<Self> {
        let mut slot = hash(text.as_bytes()) & MASK;
        loop {
            match SLOTS[slot] {
                0 => return None,
                index if KNOWN[index as usize] == text => return Some(Self(index)),
                _ => slot = (slot + 1) & MASK,
            }
        }
    }

    /// html5ever's name, for the constants that are elements.
    pub(super) fn local_name(self) -> Option<&'static LocalName> {
        LOCAL_NAMES.get(usize::from(self.0))
    }
}

const MASK: usize = 1023;
const SLOTS: [u16; MASK + 1] = slots();

/// FNV-1a, cut to what the table needs.
const fn hash(bytes: &[u8]) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    (hash ^ (hash >> 15)) as usize
}

const fn slots() -> [u16; MASK + 1] {
    let mut slots = [0; MASK + 1];
    let mut index = 1;
    while index < Order::COUNT as u16 {
        let mut slot = hash(KNOWN[index as usize].as_bytes()) & MASK;
        while slots[slot] != 0 {
            slot = (slot + 1) & MASK;
        }
        slots[slot] = index;
        index += 1;
    }
    slots
}

/// The names of one tree that are no constants.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u16>,
}

impl Names {
    /// A page may have this many names of its own; any further one has the last number.
    const MOST: usize = 20_000;

    pub(super) fn intern(&mut self, text: &str) -> Name {
        if let Some(name) = Name::known(text) {
            return name;
        }
        if let Some(&number) = self.numbers.get(text) {
            return Name(number);
        }
        if self.texts.len() >= Self::MOST {
            return Name(Order::COUNT as u16 + Self::MOST as u16 - 1);
        }
        let number = Order::COUNT as u16 + self.texts.len() as u16;
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        Name(number)
    }

    /// The name that `intern` gave for this text, if it was ever called with it.
    pub(super) fn find(&self, text: &str) -> Option<Name> {
        Name::known(text).or_else(|| self.numbers.get(text).map(|&number| Name(number)))
    }

    pub(super) fn text(&self, name: Name) -> &str {
        let number = usize::from(name.0);
        match KNOWN.get(number) {
            Some(text) => text,
            None => self.texts.get(number - KNOWN.len()).map_or("", |text| text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_is_found_by_its_text() {
        for (index, text) in KNOWN.iter().enumerate().skip(1) {
            assert_eq!(Name::known(text), Some(Name(index as u16)), "{text}");
        }
        assert_eq!(Name::known(""), None);
        assert_eq!(Name::known("tearsheet"), None);
    }

    #[test]
    fn local_names_agree_with_texts() {
        for (index, local) in LOCAL_NAMES.iter().enumerate() {
            assert_eq!(&**local, KNOWN[index]);
        }
    }

    #[test]
    fn other_names_keep_their_number() {
        let mut names = Names::default();
        let first = names.intern("x-first");
        let second = names.intern("x-second");
        assert_ne!(first, second);
        assert_eq!(names.intern("x-first"), first);
        assert_eq!(names.text(second), "x-second");
        assert_eq!(names.find("x-third"), None);
        assert_eq!(names.intern("div"), Name::DIV);
    }
}
