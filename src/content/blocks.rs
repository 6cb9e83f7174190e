//! Cuts the page into blocks: runs of inline content between the borders that a browser draws.
//!
//! One walk gives the blocks with their counts and the containers (block-level elements) that they stand in.
//! A link or a bold word inside a sentence never ends a block; a block-level element and two line breaks do.

use super::statistics::{Counts, count};
use crate::clean::{Marks, Rule};
use crate::html::{Name, NodeId, Step, Tree, is_breaking};

/// The number of a container in [`Cut::containers`]; containers come in document order, parents first.
pub(crate) type ContainerId = u32;

/// The page cut into blocks.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    pub(crate) containers: Vec<Container>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) pieces: Vec<Piece>,
}

/// A block-level element.
#[derive(Debug, Clone)]
pub(crate) struct Container {
    pub(crate) node: NodeId,
    pub(crate) name: Name,
    pub(crate) parent: ContainerId,
    /// Ancestors that are containers.
    pub(crate) depth: u16,
    /// The rule that marked it or a container above it.
    pub(crate) rule: Option<Rule>,
    /// Its blocks, and those of the containers in it, are `blocks[first..end]`.
    pub(crate) first: u32,
    pub(crate) end: u32,
}

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// A run of text.
    Text,
    /// A picture (`img`, or `picture` with it).
    Picture(NodeId),
    /// A frame, a film, a recording, a post.
    Embed(NodeId),
    /// A thematic break.
    Rule,
}

/// A block.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub(crate) holds: Holds,
    pub(crate) container: ContainerId,
    /// Its text is `pieces[first..end]`.
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) counts: Counts,
    /// How many of its characters are strong.
    pub(crate) strong: u32,
}

/// A text node or a line break of a block, with the inline look that its ancestors give it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) node: NodeId,
    /// The `a` element around it.
    pub(crate) link: Option<NodeId>,
    pub(crate) look: Look,
}

/// The inline look of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Look(u8);

impl Look {
    pub(crate) const EMPHASIS: u8 = 1;
    pub(crate) const STRONG: u8 = 2;
    pub(crate) const CODE: u8 = 4;
    pub(crate) const SUB: u8 = 8;
    pub(crate) const SUP: u8 = 16;
    /// A line break rather than a text.
    pub(crate) const BREAK: u8 = 32;
    /// Struck out.
    pub(crate) const DELETED: u8 = 64;

    pub(crate) fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }
}

impl Cut {
    /// The containers around a container, itself first.
    pub(crate) fn around(&self, container: ContainerId) -> impl Iterator<Item = (ContainerId, &Container)> {
        let mut next = Some(container);
        std::iter::from_fn(move || {
            let id = next?;
            let found = self.containers.get(id as usize)?;
            next = (found.parent != id).then_some(found.parent);
            Some((id, found))
        })
    }

    pub(crate) fn container(&self, block: &Block) -> &Container {
        &self.containers[block.container as usize]
    }

    /// The first piece of the block's text, as it stands in the page.
    pub(crate) fn opening<'t>(&self, tree: &'t Tree, block: &Block) -> &'t str {
        let pieces = self.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]);
        let mut texts = pieces.iter().filter_map(|piece| tree.text(piece.node)).map(str::trim_start);
        texts.find(|text| !text.is_empty()).unwrap_or("")
    }

    /// The block's text with white space folded.
    pub(crate) fn text(&self, tree: &Tree, block: &Block) -> String {
        let mut text = String::new();
        let mut blank = false;
        for piece in self.pieces.get(block.first as usize..block.end as usize).unwrap_or(&[]) {
            match tree.text(piece.node) {
                Some(part) => crate::html::push_folded(&mut text, part, &mut blank),
                None => blank = true,
            }
        }
        text
    }
}

/// Whether a short text holds nothing but blanks and characters that have no shape: marks of direction, joiners, the
/// mark of byte order (Unicode 16, general category Cf).
fn is_invisible(text: &str) -> bool {
    const SHORT: usize = 12;
    let shapeless = |c| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    text.len() <= SHORT && !text.is_ascii() && text.chars().all(|c| c.is_whitespace() || shapeless(c))
}

/// Cuts a page.
pub(crate) fn cut(tree: &Tree, marks: &Marks) -> Cut {
    let top = tree.find(tree.root(), Name::BODY).unwrap_or(tree.root());
    // About as many of each as pages have for their nodes.
    let cut = Cut {
        containers: Vec::with_capacity(tree.len() / 3),
        blocks: Vec::with_capacity(tree.len() / 8),
        pieces: Vec::with_capacity(tree.len() / 4),
    };
    let mut cutter = Cutter { tree, cut, run: Run::default(), inline: Inline::default(), at: 0 };
    cutter.cut.containers.push(Container {
        node: top,
        name: tree.name(top),
        parent: 0,
        depth: 0,
        rule: None,
        first: 0,
        end: 0,
    });
    let mut walk = tree.walk(top);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) if id == top => {}
            Step::Leave(id) if id == top => cutter.flush(),
            Step::Enter(id) => {
                if !cutter.enter(id, marks) {
                    walk.skip_children(id);
                }
            }
            Step::Leave(id) => cutter.leave(id),
        }
    }
    let end = cutter.cut.blocks.len() as u32;
    if let Some(top) = cutter.cut.containers.first_mut() {
        top.end = end;
    }
    cutter.cut
}

/// The block that is being written.
#[derive(Debug, Default)]
struct Run {
    first: u32,
    counts: Counts,
    strong: u32,
    /// Line breaks since the last text.
    breaks: u8,
    /// A word went on to the end of the last piece.
    open_word: bool,
}

/// How many elements of each inline kind are open.
#[derive(Debug, Default)]
struct Inline {
    emphasis: u16,
    strong: u16,
    code: u16,
    sub: u16,
    sup: u16,
    deleted: u16,
    links: Vec<NodeId>,
}

struct Cutter<'t> {
    tree: &'t Tree,
    cut: Cut,
    run: Run,
    inline: Inline,
    at: ContainerId,
}

impl Cutter<'_> {
    /// Goes into a node; `false` where its children are to be passed over.
    fn enter(&mut self, id: NodeId, marks: &Marks) -> bool {
        if let Some(text) = self.tree.text(id) {
            self.text(id, text);
            return true;
        }
        let name = self.tree.name(id);
        if is_passed_over(name) {
            return false;
        }
        // Some forums and applications keep their whole text where those without scripts find it.
        if name == Name::NOSCRIPT && !holds_text(self.tree, id) {
            return false;
        }
        let mut rule = marks.rule(id);
        // A word for screen readers, an icon: no sentence ends there. A formula for them is in the sentence.
        if rule == Some(Rule::Hidden) && self.run.counts.chars > 0 && is_small_inline(self.tree, id) {
            let formula = self.tree.descendants(id).any(|id| self.tree.name(id) == Name::MATH);
            if !formula {
                return false;
            }
            rule = None;
        }
        match name {
            Name::BR => self.line_break(id),
            Name::HR => self.single(Holds::Rule),
            Name::IMG | Name::IMAGE => self.single(Holds::Picture(id)),
            Name::IFRAME | Name::VIDEO | Name::AUDIO | Name::EMBED | Name::OBJECT => {
                self.single(Holds::Embed(id));
                return false;
            }
            Name::BLOCKQUOTE if is_post(self.tree, id) => {
                self.flush();
                self.single(Holds::Embed(id));
                return false;
            }
            _ if is_breaking(name) || name == Name::NOSCRIPT || rule.is_some() => {
                self.open(id, name, rule);
            }
            _ => self.inline(id, name, 1),
        }
        true
    }

    fn leave(&mut self, id: NodeId) {
        let at = &self.cut.containers[self.at as usize];
        if at.node == id {
            let parent = at.parent;
            self.flush();
            self.cut.containers[self.at as usize].end = self.cut.blocks.len() as u32;
            self.at = parent;
        } else {
            self.inline(id, self.tree.name(id), -1);
        }
    }

    fn open(&mut self, node: NodeId, name: Name, rule: Option<Rule>) {
        self.flush();
        let parent = &self.cut.containers[self.at as usize];
        let container = Container {
            node,
            name,
            parent: self.at,
            depth: parent.depth.saturating_add(1),
            rule: parent.rule.or(rule),
            first: self.cut.blocks.len() as u32,
            end: self.cut.blocks.len() as u32,
        };
        self.at = self.cut.containers.len() as u32;
        self.cut.containers.push(container);
    }

    fn inline(&mut self, id: NodeId, name: Name, by: i16) {
        let open = match name {
            Name::EM | Name::I | Name::CITE | Name::DFN | Name::VAR => &mut self.inline.emphasis,
            Name::STRONG | Name::B => &mut self.inline.strong,
            Name::CODE | Name::KBD | Name::SAMP | Name::TT => &mut self.inline.code,
            Name::SUB => &mut self.inline.sub,
            Name::SUP => &mut self.inline.sup,
            Name::DEL | Name::S | Name::STRIKE => &mut self.inline.deleted,
            Name::A => {
                if by > 0 {
                    self.inline.links.push(id);
                } else if self.inline.links.last() == Some(&id) {
                    self.inline.links.pop();
                }
                return;
            }
            _ => return,
        };
        *open = open.saturating_add_signed(by);
    }

    fn look(&self) -> u8 {
        let flag = |open: u16, flag: u8| if open > 0 { flag } else { 0 };
        flag(self.inline.emphasis, Look::EMPHASIS)
            | flag(self.inline.strong, Look::STRONG)
            | flag(self.inline.code, Look::CODE)
            | flag(self.inline.sub, Look::SUB)
            | flag(self.inline.sup, Look::SUP)
            | flag(self.inline.deleted, Look::DELETED)
    }

    fn text(&mut self, id: NodeId, text: &str) {
        let link = self.inline.links.last().copied();
        let mut counts = count(text, link.is_some());
        let blank = counts.chars == 0 || is_invisible(text);
        if blank && self.run.counts.chars == 0 {
            return;
        }
        let preformatted = matches!(self.cut.containers[self.at as usize].name, Name::PRE | Name::LISTING);
        if !blank {
            if self.run.breaks >= 2 && !preformatted {
                self.flush();
            }
            // A word that goes over the border of two pieces is one word.
            if self.run.open_word && !text.starts_with(char::is_whitespace) {
                counts.words = counts.words.saturating_sub(1);
            }
            self.run.breaks = 0;
        }
        self.run.open_word = !text.ends_with(char::is_whitespace);
        if self.inline.strong > 0 {
            self.run.strong += counts.chars;
        }
        self.run.counts += counts;
        let look = Look(self.look());
        self.cut.pieces.push(Piece { node: id, link, look });
    }

    fn line_break(&mut self, id: NodeId) {
        if self.run.counts.chars == 0 {
            return;
        }
        self.run.breaks = self.run.breaks.saturating_add(1);
        self.run.open_word = false;
        let link = self.inline.links.last().copied();
        self.cut.pieces.push(Piece { node: id, link, look: Look(self.look() | Look::BREAK) });
    }

    /// A block that is no text. It stands where it is without ending the run of text around it: a picture
    /// inside a sentence comes before the sentence.
    fn single(&mut self, holds: Holds) {
        if holds == Holds::Rule {
            self.flush();
        }
        let first = self.cut.pieces.len() as u32;
        let block =
            Block { holds, container: self.at, first, end: first, counts: Counts::default(), strong: 0 };
        self.cut.blocks.push(block);
    }

    /// Ends the run of text.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let end = self.cut.pieces.len() as u32;
        self.run.first = end;
        if run.counts.chars > 0 {
            self.cut.blocks.push(Block {
                holds: Holds::Text,
                container: self.at,
                first: run.first,
                end,
                counts: run.counts,
                strong: run.strong,
            });
        }
    }
}

/// Whether a `noscript` holds text rather than a picture or a request to turn scripts on.
fn holds_text(tree: &Tree, noscript: NodeId) -> bool {
    const MUCH: usize = 600;
    let mut bytes = 0;
    tree.descendants(noscript).filter_map(|id| tree.text(id)).any(|text| {
        bytes += text.trim().len();
        bytes > MUCH
    })
}

/// Whether an element and all in it are inline, and little text.
fn is_small_inline(tree: &Tree, id: NodeId) -> bool {
    const MOST_BYTES: usize = 400;
    const MOST_NODES: usize = 64;
    let (mut bytes, mut nodes) = (0, 0);
    std::iter::once(id).chain(tree.descendants(id)).all(|id| {
        nodes += 1;
        bytes += tree.text(id).map_or(0, str::len);
        let name = tree.name(id);
        nodes <= MOST_NODES && bytes <= MOST_BYTES && !is_breaking(name) && name != Name::NOSCRIPT
    })
}

/// Whether a `blockquote` is the placeholder of a social network's post, as the networks' own embed codes write it.
fn is_post(tree: &Tree, id: NodeId) -> bool {
    const CLASSES: &[&str] = &[
        "twitter-tweet",
        "twitter-video",
        "instagram-media",
        "tiktok-embed",
        "bluesky-embed",
        "mastodon-embed",
        "text-post-media",
        "reddit-embed-bq",
        "fb-xfbml-parse-ignore",
    ];
    tree.classes(id).any(|class| CLASSES.contains(&class))
}

/// Elements whose contents are never text of the page.
fn is_passed_over(name: Name) -> bool {
    matches!(
        name,
        Name::SCRIPT
            | Name::STYLE
            | Name::TEMPLATE
            | Name::HEAD
            | Name::SVG
            | Name::CANVAS
            | Name::SELECT
            | Name::DATALIST
            | Name::TEXTAREA
            | Name::BUTTON
            | Name::NOFRAMES
            | Name::NOEMBED
            | Name::MAP
            | Name::TITLE
            | Name::RP
            | Name::RT
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn texts(html: &str) -> Vec<String> {
        let (tree, _) = crate::html::parse(html, &Limits::default());
        let cut = cut(&tree, &crate::clean::mark(&tree));
        cut.blocks
            .iter()
            .map(|block| match block.holds {
                Holds::Text => cut.text(&tree, block),
                other => format!("{other:?}").split('(').next().unwrap_or("").to_owned(),
            })
            .collect()
    }

    #[test]
    fn blocks_end_where_a_browser_breaks() {
        let cases: [(&str, &[&str]); 9] = [
            ("<p>One <a href=x>linked\n</a> <b>bo</b>ld sentence.</p>", &["One linked bold sentence."]),
            ("a<br>b<br><br>c<br> <br>d", &["a b", "c", "d"]),
            ("<div>lead<p>one</p>tail</div>", &["lead", "one", "tail"]),
            ("<span><p>a</p><p>b</p></span>", &["a", "b"]),
            ("<p>a <img src=x> b</p>", &["Picture", "a b"]),
            ("<table><td>x<td>y</table><hr>", &["x", "y", "Rule"]),
            ("<ul><li>a<ul><li>b</ul>c</ul>", &["a", "b", "c"]),
            ("<p>a</p><p>\u{200e}</p><p>b\u{200b}</p>", &["a", "b\u{200b}"]),
            ("<p>x<script>no</script><style>no</style><noscript>no</noscript></p>", &["x"]),
        ];
        for (html, expected) in cases {
            assert_eq!(texts(html), expected, "{html}");
        }
    }

    #[test]
    fn containers_know_their_blocks() {
        let (tree, _) = crate::html::parse("<div><p>a</p><p>b</p></div><p>c</p>", &Limits::default());
        let cut = cut(&tree, &crate::clean::mark(&tree));
        let ranges: Vec<_> = cut.containers.iter().map(|c| (c.first, c.end, c.depth)).collect();
        assert_eq!(ranges, [(0, 3, 0), (0, 2, 1), (0, 1, 2), (1, 2, 2), (2, 3, 1)]);
        let blocks: Vec<_> = cut.blocks.iter().map(|block| block.container).collect();
        assert_eq!(blocks, [2, 3, 4]);
    }

    #[test]
    fn words_over_pieces_count_once() {
        let (tree, _) = crate::html::parse("<p>on<b>e</b> two <i>three</i></p>", &Limits::default());
        let cut = cut(&tree, &crate::clean::mark(&tree));
        assert_eq!(cut.blocks[0].counts.words, 3);
        assert_eq!(cut.blocks[0].strong, 1);
    }
}
