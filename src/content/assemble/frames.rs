//! The stack of lists and quotations that are open while the body is put together.

use super::Assembly;
use crate::article::{Block as Typed, Entry};
use crate::content::blocks::{Block, ContainerId};
use crate::html::Name;

/// Lists and quotations inside each other, at most; what is nested deeper goes into the innermost. Nobody reads
/// further, and it keeps the typed body shallow for those who walk it by recursion (serde does).
const DEEPEST: usize = 16;

/// An open list, item or quotation.
#[derive(Debug)]
enum Open {
    List { ordered: bool, items: Vec<Entry> },
    Item { blocks: Vec<Typed> },
    Quotation { blocks: Vec<Typed>, cite: Option<String> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    List,
    Item,
    Quotation,
}

/// The stack.
pub(super) struct Frames<'a> {
    assembly: &'a Assembly<'a>,
    open: Vec<(ContainerId, Open)>,
    body: Vec<Typed>,
    /// The `pre` element that the last block stood in.
    last_pre: Option<ContainerId>,
}

impl<'a> Frames<'a> {
    pub(super) fn new(assembly: &'a Assembly<'a>) -> Self {
        Self { assembly, open: Vec::new(), body: Vec::new(), last_pre: None }
    }

    /// Adds a block where it stands.
    pub(super) fn push(&mut self, block: &Block, typed: Typed) {
        self.last_pre = None;
        self.move_to(block);
        self.add(typed);
    }

    /// Adds preformatted text; blocks of one `pre` (some sites set each line as one) are one text.
    pub(super) fn push_preformatted(&mut self, block: &Block, text: String, language: Option<String>) {
        let pre = self
            .assembly
            .cut
            .around(block.container)
            .find(|(_, container)| matches!(container.name, Name::PRE | Name::LISTING))
            .map(|(id, _)| id);
        if pre.is_some()
            && pre == self.last_pre
            && let Some(Typed::Preformatted { text: before, .. }) = self.current().last_mut()
        {
            before.push('\n');
            before.push_str(&text);
            return;
        }
        self.push(block, Typed::Preformatted { language, text });
        self.last_pre = pre;
    }

    /// Sets whom the quotation around a block quotes.
    pub(super) fn cite(&mut self, block: &Block, whom: &str) {
        self.move_to(block);
        if let Some((_, Open::Quotation { cite, .. })) = self.open.last_mut() {
            *cite = Some(whom.to_owned());
        }
    }

    /// The body, all closed.
    pub(super) fn finish(mut self) -> Vec<Typed> {
        self.close_to(0);
        self.body
    }

    fn current(&mut self) -> &mut Vec<Typed> {
        match self.open.last_mut() {
            Some((_, Open::Item { blocks } | Open::Quotation { blocks, .. })) => blocks,
            _ => &mut self.body,
        }
    }

    fn add(&mut self, typed: Typed) {
        if let Some((_, Open::List { items, .. })) = self.open.last_mut() {
            items.push(Entry::new(vec![typed]));
        } else {
            self.current().push(typed);
        }
    }

    /// Closes what the block is not in, opens what it is in.
    fn move_to(&mut self, block: &Block) {
        let path = self.path(block);
        let same = self.open.iter().zip(&path).take_while(|((open, _), (id, _))| open == id).count();
        self.close_to(same);
        for &(id, kind) in &path[same..] {
            let node = self.assembly.cut.containers[id as usize].node;
            let open = match kind {
                Kind::List => {
                    Open::List { ordered: self.assembly.tree.name(node) == Name::OL, items: Vec::new() }
                }
                Kind::Item => Open::Item { blocks: Vec::new() },
                Kind::Quotation => Open::Quotation {
                    blocks: Vec::new(),
                    cite: self
                        .assembly
                        .tree
                        .attr(node, Name::CITE)
                        .and_then(|cite| self.assembly.base.link(cite)),
                },
            };
            self.open.push((id, open));
        }
    }

    /// The lists, items and quotations around a block, outermost first.
    fn path(&self, block: &Block) -> Vec<(ContainerId, Kind)> {
        let cut = self.assembly.cut;
        let mut path: Vec<_> = cut
            .around(block.container)
            .take_while(|&(id, _)| id != self.assembly.decision.container)
            .filter_map(|(id, container)| {
                let kind = match container.name {
                    Name::UL | Name::OL | Name::DL | Name::MENU | Name::DIR => Kind::List,
                    Name::LI | Name::DT | Name::DD => Kind::Item,
                    Name::BLOCKQUOTE => Kind::Quotation,
                    _ => return None,
                };
                Some((id, kind))
            })
            .collect();
        path.reverse();
        // An item outside any list is a paragraph.
        let mut in_list = false;
        path.retain(|&(_, kind)| match kind {
            Kind::List => !std::mem::replace(&mut in_list, true),
            Kind::Item => std::mem::take(&mut in_list),
            Kind::Quotation => {
                in_list = false;
                true
            }
        });
        path.truncate(DEEPEST);
        path
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some((id, open)) = self.open.pop() else { return };
            match open {
                Open::List { ordered, items } if !items.is_empty() => {
                    self.add(Typed::List { ordered, items });
                }
                Open::Quotation { blocks, cite } if !blocks.is_empty() => {
                    self.add(Typed::Quotation { blocks, cite });
                }
                Open::Item { blocks } if !blocks.is_empty() => self.close_item(id, blocks),
                _ => {}
            }
        }
    }

    /// An item goes to its list; a description (`dd`) to the entry of its term.
    fn close_item(&mut self, id: ContainerId, mut blocks: Vec<Typed>) {
        let description = self.assembly.cut.containers[id as usize].name == Name::DD;
        match self.open.last_mut() {
            Some((_, Open::List { items, .. })) => match items.last_mut() {
                Some(entry) if description => entry.blocks.append(&mut blocks),
                _ => items.push(Entry::new(blocks)),
            },
            _ => self.current().append(&mut blocks),
        }
    }
}
