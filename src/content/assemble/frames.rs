//! The stack of lists and quotations that are open while the body is put together.

use super::Assembly;
use super::numbers::Numbers;
use super::quotation::{self, Source};
use crate::article::{Block as Typed, Entry, Span};
use crate::content::blocks::{Block, ContainerId};
use crate::html::Name;

/// Lists and quotations inside each other, at most; what is nested deeper goes into the innermost. Nobody reads
/// further, and it keeps the typed body shallow for those who walk it by recursion (serde does).
const DEEPEST: usize = 16;

/// An open list, item or quotation.
#[derive(Debug)]
enum Open {
    List { numbers: Numbers, items: Vec<Entry> },
    Item { blocks: Vec<Typed> },
    Quotation { blocks: Vec<Typed>, source: Source },
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
}

impl<'a> Frames<'a> {
    pub(super) fn new(assembly: &'a Assembly<'a>) -> Self {
        Self { assembly, open: Vec::new(), body: Vec::new() }
    }

    /// Adds a block where it stands.
    pub(super) fn push(&mut self, block: &Block, typed: Typed) {
        self.move_to(block);
        self.add(typed);
    }

    /// Sets whom the quotation around a block quotes.
    pub(super) fn cite(&mut self, block: &Block, whom: &str) {
        self.move_to(block);
        if let Some((_, Open::Quotation { source, .. })) = self.open.last_mut() {
            source.cite = quotation::whom(whom);
        }
    }

    /// Adds the term of a definition list: the descriptions that follow are its own.
    pub(super) fn term(&mut self, block: &Block, spans: Vec<Span>) {
        self.move_to(block);
        // The term's own item stays empty, and so is none.
        let list = self.open.iter_mut().rev().find_map(|(_, open)| match open {
            Open::List { items, .. } => Some(items),
            _ => None,
        });
        match list {
            Some(items) => match items.last_mut() {
                Some(entry) if entry.blocks.is_empty() && !entry.term.is_empty() => {
                    entry.term.push(Span::plain("\n"));
                    entry.term.extend(spans);
                }
                _ => items.push(Entry::definition(spans, Vec::new())),
            },
            None => self.add(Typed::Paragraph { spans }),
        }
    }

    /// Adds a block of the body itself, whatever was open.
    pub(super) fn push_top(&mut self, typed: Typed) {
        self.close_to(0);
        self.body.push(typed);
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
                    Open::List { numbers: Numbers::of(self.assembly.tree, node), items: Vec::new() }
                }
                Kind::Item => Open::Item { blocks: Vec::new() },
                Kind::Quotation => Open::Quotation {
                    blocks: Vec::new(),
                    source: quotation::source(self.assembly.tree, node, self.assembly.base),
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
            .take_while(|&(id, _)| id != self.assembly.decision.container && !self.assembly.is_entry(id))
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
                // A gallery is no list.
                Open::List { items, .. } if items.iter().all(shows_only) => {
                    for block in items.into_iter().flat_map(|item| item.blocks) {
                        self.add(block);
                    }
                }
                Open::List { numbers, items } => self.add(numbers.list(items)),
                Open::Quotation { blocks, source } if !blocks.is_empty() => {
                    self.add(Typed::Quotation { blocks, cite: source.cite, url: source.url });
                }
                Open::Item { blocks } if !blocks.is_empty() => self.close_item(id, blocks),
                _ => {}
            }
        }
    }

    /// An item goes to its list; a description (`dd`) to the entry of its term.
    fn close_item(&mut self, id: ContainerId, mut blocks: Vec<Typed>) {
        let (node, name) = {
            let container = &self.assembly.cut.containers[id as usize];
            (container.node, container.name)
        };
        let description = name == Name::DD;
        match self.open.last_mut() {
            Some((_, Open::List { numbers, items })) => match items.last_mut() {
                Some(entry) if description => entry.blocks.append(&mut blocks),
                _ => {
                    let number = numbers.of_item(self.assembly.tree, node);
                    items.push(Entry { number, ..Entry::new(blocks) });
                }
            },
            _ => self.current().append(&mut blocks),
        }
    }
}

/// Whether an item holds pictures and embeds alone.
fn shows_only(entry: &Entry) -> bool {
    entry.term.is_empty()
        && entry.blocks.iter().all(|block| matches!(block, Typed::Figure { .. } | Typed::Embed { .. }))
}
