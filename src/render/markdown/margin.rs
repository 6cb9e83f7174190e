//! What stands before every line: the marks of quotations and the indents of list items.

/// The levels beyond which quotations and lists are set flat (a list and its items count as two): every line
/// repeats the marks of all its levels, so the output would grow with the square of the depth.
const MAX_LEVELS: usize = 64;

/// The Markdown so far and the blocks that are open around its end.
pub(super) struct Margin {
    pub(super) out: String,
    /// What every further line of the present block starts with.
    pub(super) prefix: String,
    levels: Vec<Level>,
    /// How many of `levels` have been written. A level is written with its first leaf, so that one without leaves
    /// leaves no trace.
    open: usize,
}

/// The page, a quotation, a list or an item.
pub(super) struct Level {
    kind: Kind,
    /// Whether what stands in it is set apart by line breaks alone.
    tight: bool,
    /// Whether something has been written in it.
    full: bool,
    /// The marker of the list it ends with so far: a list with the same marker would be read as its continuation.
    last_list: Option<char>,
    /// Of a list: its own marker, and the number of the item that comes next.
    marker: char,
    next: u32,
    /// The length of the prefix outside of it.
    outside: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    Quotation,
    /// Whether it is numbered, and its numbers fall.
    List {
        numbered: bool,
        reversed: bool,
    },
    /// The number that it sets itself.
    Item {
        number: Option<u32>,
    },
}

impl Level {
    fn new(kind: Kind, tight: bool) -> Self {
        Self { kind, tight, full: false, last_list: None, marker: '-', next: 1, outside: 0 }
    }

    pub(super) fn quotation() -> Self {
        Self::new(Kind::Quotation, false)
    }

    /// A list, numbered from `first` on (down, if `reversed`) or with bullets.
    pub(super) fn list(first: Option<u32>, reversed: bool, tight: bool) -> Self {
        let kind = Kind::List { numbered: first.is_some(), reversed };
        Self { next: first.unwrap_or(1), ..Self::new(kind, tight) }
    }

    /// An item of the list that is the level around it.
    pub(super) fn item(number: Option<u32>) -> Self {
        Self::new(Kind::Item { number }, false)
    }
}

impl Margin {
    pub(super) fn new(capacity: usize) -> Self {
        let out = String::with_capacity(capacity);
        Self { out, prefix: String::new(), levels: vec![Level::new(Kind::Page, false)], open: 1 }
    }

    /// Goes one level in, unless there are too many; then the answer is `false` and there is nothing to
    /// [`pop`](Self::pop).
    pub(super) fn push(&mut self, mut level: Level) -> bool {
        // A list always has room for its items.
        let is_item = matches!(level.kind, Kind::Item { .. });
        if self.levels.len() >= MAX_LEVELS && !is_item {
            // Blocks that would be in it stand here now, and need blank lines.
            if let Some(around) = self.levels.last_mut() {
                around.tight = false;
            }
            return false;
        }
        if is_item {
            level.tight = self.levels.last().is_some_and(|list| list.tight);
        }
        self.levels.push(level);
        true
    }

    pub(super) fn pop(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        if self.open > self.levels.len() {
            self.open = self.levels.len();
            self.prefix.truncate(level.outside);
        }
    }

    /// Begins a block that holds no others: sets it apart from what is before it and opens the levels it is the first
    /// in. Whether it stands on the line of an item's marker.
    pub(super) fn start(&mut self) -> bool {
        let (written, pending) = self.levels.split_at_mut(self.open);
        let mut first = false;
        if let Some(parent) = written.last_mut() {
            if parent.full {
                self.out.push('\n');
                if !parent.tight {
                    self.out.push_str(self.prefix.trim_end());
                    self.out.push('\n');
                }
                self.out.push_str(&self.prefix);
            } else {
                first = matches!(parent.kind, Kind::Item { .. });
            }
            parent.full = true;
            if pending.is_empty() {
                parent.last_list = None;
            }
        }
        for at in self.open..self.levels.len() {
            let outside = self.prefix.len();
            let (around, inside) = self.levels.split_at_mut(at);
            let (Some(parent), Some(level)) = (around.last_mut(), inside.first_mut()) else { break };
            level.outside = outside;
            level.full = true;
            match level.kind {
                Kind::Page => {}
                Kind::Quotation => {
                    parent.last_list = None;
                    self.prefix.push_str("> ");
                    self.out.push_str("> ");
                }
                Kind::List { numbered, .. } => {
                    let (usual, other) = if numbered { ('.', ')') } else { ('-', '*') };
                    level.marker = if parent.last_list == Some(usual) { other } else { usual };
                    parent.last_list = Some(level.marker);
                }
                Kind::Item { number } => {
                    first = true;
                    let start = self.out.len();
                    if let Kind::List { numbered: true, reversed } = parent.kind {
                        // CommonMark allows nine digits.
                        let number = number.unwrap_or(parent.next).min(999_999_999);
                        parent.next = if reversed { number.saturating_sub(1) } else { number + 1 };
                        self.out.push_str(&number.to_string());
                    }
                    self.out.push(parent.marker);
                    self.out.push(' ');
                    for _ in start..self.out.len() {
                        self.prefix.push(' ');
                    }
                }
            }
        }
        self.open = self.levels.len();
        first
    }

    /// Ends the line and begins another of the same block; `blank` if nothing will be on it.
    pub(super) fn new_line(&mut self, blank: bool) {
        self.out.push('\n');
        self.out.push_str(if blank { self.prefix.trim_end() } else { &self.prefix });
    }

    /// The whole Markdown.
    pub(super) fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }
}
