//! Boosted trees as flat arrays.

/// A step of a tree: on to the next node where the feature is at most the threshold, else `further` nodes beyond it.
/// At a leaf both steps are none, so that a walk may go on there as long as it likes.
#[derive(Debug, Clone, Copy)]
struct Node {
    feature: u16,
    /// 1, or 0 at a leaf.
    next: u16,
    further: u16,
    /// The threshold, or the value of a leaf.
    value: f32,
}

/// The feature of a leaf, in the file.
const LEAF: u16 = u16::MAX;

/// Vectors that walk through a tree side by side: their steps don't wait for each other.
const LANES: usize = 8;

/// A tree among the nodes of its forest.
#[derive(Debug, Clone, Copy)]
struct Tree {
    root: usize,
    nodes: usize,
    /// Steps from the root to the farthest leaf.
    depth: usize,
}

/// Trees whose values add up to log odds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Forest {
    nodes: Vec<Node>,
    trees: Vec<Tree>,
    /// Features of a vector.
    width: usize,
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
        let mut forest = Self { nodes: Vec::new(), trees: Vec::new(), width, bias };
        for _ in 0..trees {
            let count = bytes.u32()? as usize;
            if count == 0 || forest.nodes.len() + count > MOST_NODES {
                return None;
            }
            let root = forest.nodes.len();
            // How deep each node is; steps go forward only, so it is known when the node comes.
            let mut depths = vec![0_usize; count];
            for at in 0..count {
                let (feature, right, value) = (bytes.u16()?, usize::from(bytes.u16()?), bytes.f32()?);
                let inner = usize::from(feature) < width && right > at + 1 && right < count;
                // No leaf says more than this; infinities would add up to no number.
                let leaf = feature == LEAF && value.abs() <= 100.0;
                if leaf {
                    forest.nodes.push(Node { feature: 0, next: 0, further: 0, value });
                    continue;
                }
                if !inner || !value.is_finite() {
                    return None;
                }
                for child in [at + 1, right] {
                    depths[child] = depths[child].max(depths[at] + 1);
                }
                forest.nodes.push(Node { feature, next: 1, further: (right - at - 1) as u16, value });
            }
            let depth = depths.iter().copied().max().unwrap_or(0);
            forest.trees.push(Tree { root, nodes: count, depth });
        }
        Some(forest)
    }

    /// Whether it has no tree.
    pub(crate) fn is_empty(&self) -> bool {
        self.trees.is_empty()
    }

    /// The log odds for vectors that stand one after the other.
    pub(crate) fn scores(&self, vectors: &[f32]) -> Vec<f32> {
        let width = self.width.max(1);
        let mut scores = vec![self.bias; vectors.len() / width];
        for (scores, vectors) in scores.chunks_mut(LANES).zip(vectors.chunks(LANES * width)) {
            for tree in &self.trees {
                let nodes = self.nodes.get(tree.root..tree.root + tree.nodes).unwrap_or(&[]);
                walk(nodes, tree.depth, vectors, width, scores);
            }
        }
        scores
    }
}

/// Adds the values of the leaves that up to [`LANES`] vectors reach. Which way a step goes is reckoned rather than
/// branched on: no processor can foresee it.
fn walk(nodes: &[Node], depth: usize, vectors: &[f32], width: usize, scores: &mut [f32]) {
    let mut at = [0_usize; LANES];
    for _ in 0..depth {
        for (at, vector) in at.iter_mut().zip(vectors.chunks_exact(width)) {
            if let Some(node) = nodes.get(*at) {
                let value = vector.get(usize::from(node.feature)).copied().unwrap_or(0.0);
                let beyond = u16::from(value <= node.value).wrapping_sub(1);
                *at += usize::from(node.next + (node.further & beyond));
            }
        }
    }
    for (score, at) in scores.iter_mut().zip(at) {
        *score += nodes.get(at).map_or(0.0, |leaf| leaf.value);
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
