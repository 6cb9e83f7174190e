//! Boosted trees, evaluated for several blocks at once.
//!
//! Each tree is a list of splits; a split that a block fails rules out the leaves to its left, and the first leaf that
//! is left is the block's (Lucchese and others 2015, "QuickScorer"). So there is no path to walk and nothing to guess
//! for the processor: the same comparisons for every block, side by side.
//!
//! Before that, the forest is pruned to the blocks of a page: a split whose threshold lies outside of what a feature's
//! values are there is failed by all blocks or by none. A third of the splits ask about the page as a whole.

/// A split: blocks whose feature is greater than the threshold leave the leaves on its left.
#[derive(Debug, Clone, Copy)]
struct Split {
    feature: u16,
    threshold: f32,
    /// The leaves on its left, as bits.
    left: u32,
}

/// A tree.
#[derive(Debug, Clone, Copy)]
struct Tree {
    /// Where its splits end; they begin where those of the tree before end.
    splits: u32,
    /// The leaves that are ruled out for all blocks.
    gone: u32,
}

/// Blocks that are evaluated at once.
pub(super) const LANES: usize = 16;

/// A feature of [`LANES`] blocks.
pub(super) type Column = [f32; LANES];

/// The features of [`LANES`] blocks.
pub(super) type Columns = Vec<Column>;

/// Trees whose values add up to log odds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Forest {
    splits: Vec<Split>,
    trees: Vec<Tree>,
    /// The leaves of each tree, and behind them zeros: whatever is ruled out, there is a value.
    leaves: Vec<[f32; MOST_LEAVES + 1]>,
    /// The log odds before any tree.
    bias: f32,
}

/// The feature of a leaf, in a file.
const LEAF: u16 = u16::MAX;

/// Leaves of a tree, at most: one bit each.
const MOST_LEAVES: usize = 32;

/// Trees of a forest, at most.
const MOST_TREES: usize = 4000;

impl Forest {
    /// Reads a forest for vectors of `width` features; `None` where the bytes are no such forest.
    ///
    /// Written as: trees (`u32`), bias (`f32`), and for each tree its nodes (`u32`) and, in preorder, each node's
    /// feature (`u16`, 65535 for a leaf) and its threshold or value (`f32`).
    pub(super) fn read(bytes: &mut Bytes<'_>, width: usize) -> Option<Self> {
        let trees = bytes.u32()? as usize;
        if trees > MOST_TREES {
            return None;
        }
        let bias = bytes.f32()?;
        let mut forest = Self { bias, ..Self::default() };
        for _ in 0..trees {
            forest.read_tree(bytes, width)?;
        }
        bias.is_finite().then_some(forest)
    }

    fn read_tree(&mut self, bytes: &mut Bytes<'_>, width: usize) -> Option<()> {
        let mut leaves = [0.0; MOST_LEAVES + 1];
        let mut met = 0;
        // Splits whose left side is not whole yet, and how many of them a leaf completes.
        let mut open: Vec<usize> = Vec::new();
        let mut left = 1_usize;
        for _ in 0..bytes.u32()? {
            let (feature, value) = (bytes.u16()?, bytes.f32()?);
            // A tree that is whole ends there.
            left = left.checked_sub(1)?;
            if feature != LEAF {
                if usize::from(feature) >= width || !value.is_finite() {
                    return None;
                }
                open.push(self.splits.len());
                self.splits.push(Split { feature, threshold: value, left: leaves_from(met) });
                left += 2;
                continue;
            }
            // No leaf says more than this; infinities would add up to no number.
            if value.abs() > 100.0 || value.is_nan() || met == MOST_LEAVES {
                return None;
            }
            leaves[met] = value;
            met += 1;
            // The leaf ends the left side of the split that was opened last; what is below on the right ends later.
            if let Some(split) = open.pop() {
                self.splits[split].left &= !leaves_from(met);
            }
        }
        self.trees.push(Tree { splits: self.splits.len() as u32, gone: 0 });
        self.leaves.push(leaves);
        (left == 0).then_some(())
    }

    /// Whether it has no tree.
    pub(crate) fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }

    /// The log odds for blocks, [`LANES`] of them at a time.
    pub(super) fn score(&self, all: &[Columns]) -> Vec<Column> {
        let (splits, trees) = self.pruned(all);
        all.iter().map(|columns| self.score_with(&splits, &trees, columns)).collect()
    }

    /// The splits that some of these blocks fail and some don't, and the trees with what the others rule out.
    fn pruned(&self, all: &[Columns]) -> (Vec<Split>, Vec<Tree>) {
        let mut ranges = vec![(f32::INFINITY, f32::NEG_INFINITY); all.first().map_or(0, Vec::len)];
        for columns in all {
            for ((least, most), column) in ranges.iter_mut().zip(columns) {
                *least = column.iter().copied().fold(*least, f32::min);
                *most = column.iter().copied().fold(*most, f32::max);
            }
        }
        let mut kept = self.splits.clone();
        let mut trees = self.trees.clone();
        let (mut at, mut end) = (0, 0);
        for tree in &mut trees {
            let own = self.splits.get(at..tree.splits as usize).unwrap_or(&[]);
            at = tree.splits as usize;
            for &split in own {
                let Some(&(least, most)) = ranges.get(usize::from(split.feature)) else { continue };
                let fails_all = split.threshold < least;
                tree.gone |= mask(fails_all) & split.left;
                // Written whether it is kept or not, so that nothing is to be guessed.
                kept[end] = split;
                end += usize::from(!fails_all & (split.threshold < most));
            }
            tree.splits = end as u32;
        }
        kept.truncate(end);
        (kept, trees)
    }

    fn score_with(&self, splits: &[Split], trees: &[Tree], columns: &[Column]) -> Column {
        let mut sums = [self.bias; LANES];
        let mut at = 0;
        for (tree, leaves) in trees.iter().zip(&self.leaves) {
            let own = splits.get(at..tree.splits as usize).unwrap_or(&[]);
            at = tree.splits as usize;
            let mut gone = [tree.gone; LANES];
            for split in own {
                let Some(column) = columns.get(usize::from(split.feature)) else { continue };
                let (threshold, left) = (split.threshold, split.left);
                for (gone, &value) in gone.iter_mut().zip(column) {
                    *gone |= mask(value > threshold) & left;
                }
            }
            for (sum, gone) in sums.iter_mut().zip(gone) {
                *sum += leaves[gone.trailing_ones() as usize];
            }
        }
        sums
    }
}

/// All bits or none; no branch.
fn mask(is: bool) -> u32 {
    u32::from(is).wrapping_neg()
}

/// The bits of the leaves from `first` on.
fn leaves_from(first: usize) -> u32 {
    u32::MAX.checked_shl(first as u32).unwrap_or(0)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree as a file has it: splits on the feature, leaves by their value.
    fn bytes(nodes: &[(u16, f32)]) -> Vec<u8> {
        let mut out =
            [1_u32.to_le_bytes(), 0.5_f32.to_le_bytes(), (nodes.len() as u32).to_le_bytes()].concat();
        for &(feature, value) in nodes {
            out.extend(feature.to_le_bytes());
            out.extend(value.to_le_bytes());
        }
        out
    }

    #[test]
    fn blocks_come_to_their_leaves() {
        // Of two features: x at most 1 and y at most 5, then 10, else 20; greater x: y at most 3, then 30, else 40.
        let nodes = [(0, 1.0), (1, 5.0), (LEAF, 10.0), (LEAF, 20.0), (1, 3.0), (LEAF, 30.0), (LEAF, 40.0)];
        let forest = Forest::read(&mut Bytes(&bytes(&nodes)), 2).unwrap();
        for (x, y, value) in [(1.0, 5.0, 10.5), (0.0, 6.0, 20.5), (2.0, 3.0, 30.5), (1.5, 4.0, 40.5)] {
            assert_eq!(forest.score(&[vec![[x; LANES], [y; LANES]]]), [[value; LANES]], "{x} {y}");
        }
        let (mut x, mut y, mut values) = ([1.0; LANES], [5.0; LANES], [10.5; LANES]);
        (x[1], y[1], values[1]) = (0.0, 6.0, 20.5);
        (x[2], y[2], values[2]) = (2.0, 3.0, 30.5);
        (x[15], y[15], values[15]) = (1.5, 4.0, 40.5);
        let alike = vec![[2.0; LANES], [3.0; LANES]];
        assert_eq!(forest.score(&[vec![x, y], alike]), [values, [30.5; LANES]]);
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        let whole = [(0, 1.0), (LEAF, 1.0), (LEAF, 2.0)];
        assert!(Forest::read(&mut Bytes(&bytes(&whole)), 1).is_some());
        let more = [whole.as_slice(), &[(LEAF, 1.0)]].concat();
        for broken in [&whole[..2], &more, &[(1, 1.0), (LEAF, 1.0), (LEAF, 2.0)], &[(LEAF, f32::NAN)], &[]] {
            assert!(Forest::read(&mut Bytes(&bytes(broken)), 1).is_none(), "{broken:?}");
        }
        let mut deep: Vec<(u16, f32)> = vec![(0, 1.0); 32];
        deep.extend(vec![(LEAF, 1.0); 33]);
        assert!(Forest::read(&mut Bytes(&bytes(&deep)), 1).is_none());
    }
}
