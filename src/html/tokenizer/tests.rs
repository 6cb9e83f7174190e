use super::*;

/// Writes tokens down, and answers start tags as the tree builder does.
#[derive(Default)]
struct Writer {
    out: Vec<String>,
    foreign: bool,
    stop_at: Option<usize>,
}

impl Receiver for Writer {
    fn start_tag(&mut self, tag: &Tag<'_>) -> Next {
        let attributes: String = tag.attributes().map(|(name, value)| format!(" {name}={value:?}")).collect();
        let end = if tag.self_closing { "/" } else { "" };
        self.out.push(format!("<{}{attributes}{end}>", tag.name));
        match tag.name {
            "title" => Next::Raw(Raw::Rcdata),
            "style" => Next::Raw(Raw::Rawtext),
            "script" => Next::Raw(Raw::Script),
            "plaintext" => Next::PlainText,
            _ => Next::Data,
        }
    }

    fn end_tag(&mut self, tag: &Tag<'_>) {
        self.out.push(format!("</{}>", tag.name));
    }

    fn text(&mut self, text: &str) {
        self.out.push(text.to_owned());
    }

    fn null(&mut self) {
        self.out.push("NUL".to_owned());
    }

    fn comment(&mut self, text: &str) {
        self.out.push(format!("<!--{text}-->"));
    }

    fn doctype(&mut self, doctype: Doctype) {
        let parts = [doctype.name, doctype.public, doctype.system].map(Option::unwrap_or_default);
        let quirks = if doctype.forces_quirks { "!" } else { "" };
        self.out.push(format!("<!doctype {}{quirks}>", parts.join("|")));
    }

    fn end_of_file(&mut self) {}

    fn in_foreign_content(&self) -> bool {
        self.foreign
    }

    fn goes_on(&mut self, consumed: usize) -> bool {
        self.stop_at.is_none_or(|stop| consumed < stop)
    }
}

fn tokens(text: &str, mut writer: Writer) -> String {
    run(text, &mut writer, 3);
    writer.out.join(" · ")
}

#[test]
fn markup_becomes_tokens() {
    let cases = [
        ("", ""),
        ("a < b &lt c&amp;d", "a < b < c&d"),
        ("a\0b", "a · NUL · b"),
        ("<P Class='A&amp;B' b = c d>x</P >", r#"<p class="A&B" b="c" d=""> · x · </p>"#),
        ("<a b=1 B=2 c=3 d=4 e=5>", r#"<a b="1" c="3" d="4">"#),
        ("<a href=?x&copy=1&copy>", r#"<a href="?x&copy=1©">"#),
        ("<br/><a/b><a =b= c\0>", "<br/> · <a b=\"\"> · <a =b=\"c\u{fffd}\">"),
        ("x</><?pi?></ y><!z>", "x · <!--?pi?--> · <!-- y--> · <!--z-->"),
        ("<!--a--><!--b--!><!--><!--->c", "<!--a--> · <!--b--> · <!----> · <!----> · c"),
        ("<!--a--b", "<!--a--b-->"),
        ("<!--a--", "<!--a-->"),
        ("<!DOCTYPE Html>", "<!doctype html||>"),
        ("<!doctype html PUBLIC \"p\" 's' >", "<!doctype html|p|s>"),
        ("<!doctype html system 's", "<!doctype html||s!>"),
        ("<!doctype>", "<!doctype ||!>"),
        ("<title>a&amp;<b></tit></TITLE >c", "<title> · a&<b></tit> · </title> · c"),
        ("<style>&amp;</style>", "<style> · &amp; · </style>"),
        ("<script><!--<script></script>--></script>a", "<script> · <!--<script></script>--> · </script> · a"),
        ("<script>a\0</script", "<script> · a\u{fffd}</script"),
        ("<plaintext></plaintext>", "<plaintext> · </plaintext>"),
        ("<![CDATA[x]]>", "<!--[CDATA[x]]-->"),
        ("a<p title='", "a"),
        ("</", "</"),
        ("&#65;&#x42;&#128;&#0;&#xD800;&#9999999999;&#;", "AB€\u{fffd}\u{fffd}\u{fffd}&#;"),
        ("&notit;&notin;&NotEqualTilde;&x;", "¬it;∉≂\u{338}&x;"),
    ];
    for (text, expected) in cases {
        assert_eq!(tokens(text, Writer::default()), expected, "{text}");
    }
}

#[test]
fn foreign_content_has_sections() {
    let foreign = || Writer { foreign: true, ..Writer::default() };
    assert_eq!(tokens("<![CDATA[a&amp;\0b]]]>c", foreign()), "a&amp; · NUL · b] · c");
    assert_eq!(tokens("<![CDATA[a", foreign()), "a");
}

#[test]
fn the_receiver_can_stop() {
    let writer = Writer { stop_at: Some(4), ..Writer::default() };
    assert_eq!(tokens("<p>a<p>b<p>c", writer), "<p> · a · <p>");
}

#[test]
fn line_ends_are_one() {
    let cases = [("a\nb", "a\nb"), ("a\r\nb\rc\r", "a\nb\nc\n"), ("\r\r\n\n", "\n\n\n")];
    for (text, expected) in cases {
        assert_eq!(normalised(text), expected);
    }
    assert!(matches!(normalised("a\nb"), Cow::Borrowed(_)));
}
