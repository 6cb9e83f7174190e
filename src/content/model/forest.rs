//! Boosted trees as flat arrays.

/// A step of a tree: to the next node where the feature is at most the threshold, else to `right`.
#[derive(Debug, Clone, Copy)]
struct Node {
    feature: u16,
    /// The node to go to where the feature is greater.
    right: u16,
    /// The threshold, or the value of a leaf.
    value: f32,
}

/// The feature of a leaf.
const LEAF: u16 = u16::MAX;

/// Trees whose values add up to log odds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Forest {
    nodes: Vec<Node>,
    /// Where each tree begins.
    roots: Vec<u32>,
    /// The log odds before any tree.
    bias: f32,
}

/// Nodes of a forest, at most.
const MOST_NODES: usize = 65_000;

impl Forest {
    /// Reads a forest for vectors of `width` features; `None` where the bytes are no such forest.
    ///
    /// Written as: trees (`u32`), bias (`f32`), and for each tree its nodes (`u32`) and, in preorder, each node's
    /// feature (`u16`, 65535 for a leaf), its right child counted from the tree's root (`u16`) and its value (`f32`).
    pub(super) fn read(bytes: &mut Bytes<'_>, width: usize) -> Option<Self> {
        let trees = bytes.u32()? as usize;
        let bias = bytes.f32()?;
        let mut forest = Self { nodes: Vec::new(), roots: Vec::new(), bias };
        for _ in 0..trees {
            let count = bytes.u32()? as usize;
            if count == 0 || forest.nodes.len() + count > MOST_NODES {
                return None;
            }
            forest.roots.push(forest.nodes.len() as u32);
            for at in 0..count {
                let node = Node { feature: bytes.u16()?, right: bytes.u16()?, value: bytes.f32()? };
                let right = usize::from(node.right);
                // Steps go forward only, so every walk ends.
                let inner = usize::from(node.feature) < width && right > at + 1 && right < count;
                // No leaf says more than this; infinities would add up to no number.
                let leaf = node.feature == LEAF && node.value.abs() <= 100.0;
                if !(leaf || inner && node.value.is_finite()) {
                    return None;
                }
                forest.nodes.push(node);
            }
        }
        Some(forest)
    }

    /// Whether it has no tree.
    pub(crate) fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }

    /// The log odds for a vector.
    pub(crate) fn score(&self, vector: &[f32]) -> f32 {
        self.roots.iter().fold(self.bias, |score, &root| score + self.walk(root as usize, vector))
    }

    fn walk(&self, root: usize, vector: &[f32]) -> f32 {
        let mut at = root;
        while let Some(node) = self.nodes.get(at) {
            if node.feature == LEAF {
                return node.value;
            }
            let value = vector.get(usize::from(node.feature)).copied().unwrap_or(0.0);
            at = if value <= node.value { at + 1 } else { root + usize::from(node.right) };
        }
        0.0
    }
}

/// Bytes read from the front, little endian.
#[derive(Debug)]
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl<'b> Bytes<'b> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    pub(super) fn f32(&mut self) -> Option<f32> {
        Some(f32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }
}
