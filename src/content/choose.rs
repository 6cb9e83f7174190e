//! Chooses the container of the article: the element whose paragraphs carry it.

use super::Clues;
use super::blocks::{ContainerId, Cut, Holds};
use super::features::Features;
use super::hints::Hints;
use super::witness::Witness;
use crate::html::{Name, Tree};

/// How much of a paragraph's weight its ancestors get, nearest first. Readability gives the second half and
/// later ones a share by distance; a steeper fall keeps wrappers of the whole page from winning.
const SHARES: [f32; 5] = [1.0, 0.6, 0.3, 0.15, 0.08];

/// What is chosen, and by whose word.
#[derive(Debug)]
pub(super) struct Choice<'w> {
    /// The container that carries the article; the top one where none does.
    pub(super) container: ContainerId,
    /// The witness, where it can be believed.
    pub(super) witness: Option<&'w Witness>,
}

/// Chooses the container of the article.
pub(super) fn choose<'w>(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    clues: &Clues<'_>,
    witness: Option<&'w Witness>,
) -> Choice<'w> {
    let best = strongest(cut, features);
    let is_good = |index: usize| features.blocks[index].is_good();
    // A thread is all its posts, where no single one is most of it; a witness would know the first.
    if clues.signals.is_discussion() {
        let one_is_most = features.containers[best as usize].good >= 0.6 * features.good;
        let container =
            if one_is_most { widen(tree, cut, features, best) } else { common(cut, features, is_good) };
        return Choice { container, witness: None };
    }
    let article = widen(tree, cut, features, best);
    if let Some(witness) = witness.filter(|witness| witness.agrees) {
        let holder = common(cut, features, |index| witness.knows(index));
        if is_whole(cut, features, witness, holder, article) {
            return Choice { container: holder, witness: Some(witness) };
        }
    }
    Choice { container: article, witness: None }
}

/// Whether a witness speaks of the article as a whole: some publishers give its first paragraph alone. `holder` has
/// what the witness knows, `article` was chosen without it.
fn is_whole(
    cut: &Cut,
    features: &Features,
    witness: &Witness,
    holder: ContainerId,
    article: ContainerId,
) -> bool {
    let known = (0..cut.blocks.len()).filter(|&index| witness.knows(index));
    let known: f32 = known.map(|index| features.blocks[index].length).sum();
    let inside = cut.around(holder).any(|(id, _)| id == article);
    !inside || features.containers[article as usize].good < 1.7 * known
}

fn strongest(cut: &Cut, features: &Features) -> ContainerId {
    let mut scores = vec![0.0_f32; cut.containers.len()];
    for (block, features_of) in cut.blocks.iter().zip(&features.blocks) {
        if !features_of.is_good() || block.holds != Holds::Text {
            continue;
        }
        let around = features.containers[block.container as usize].inherited;
        if around.has(Hints::COMMENTS | Hints::CAPTION) {
            continue;
        }
        let mut weight = features_of.length.min(800.0) * features_of.quality;
        if features_of.in_list {
            weight *= 0.5;
        }
        if around.has(Hints::BESIDE) {
            weight *= 0.3;
        }
        let own = !is_paragraph(cut.container(block).name);
        let holders = cut.around(block.container).skip(usize::from(!own));
        for ((id, _), share) in holders.zip(SHARES) {
            scores[id as usize] += weight * share;
        }
    }
    let place = Place::of(cut, features);
    let mut best = (0, 0.0);
    for (id, (score, features)) in scores.iter().zip(&features.containers).enumerate() {
        let mut score = score * (1.0 - (features.linked / features.length.max(1.0)).min(1.0));
        if features.own.has(Hints::BODY) {
            score *= 1.5;
        } else if features.own.has(Hints::ARTICLE) {
            score *= 1.15;
        }
        score *= place.factor(&cut.containers[id]);
        if score > best.1 {
            best = (id as ContainerId, score);
        }
    }
    best.0
}

/// Where the headline is, and how much good text stands before each block.
struct Place {
    headline: Option<usize>,
    before: Vec<f32>,
}

impl Place {
    fn of(cut: &Cut, features: &Features) -> Self {
        let mut sum = 0.0;
        let mut before = Vec::with_capacity(cut.blocks.len() + 1);
        for block in &features.blocks {
            before.push(sum);
            if block.is_good() {
                sum += block.length;
            }
        }
        before.push(sum);
        Self { headline: features.headline, before }
    }

    /// An article starts at its headline: what ends before it, or comes after much other text, is something else.
    fn factor(&self, container: &super::blocks::Container) -> f32 {
        let Some(headline) = self.headline else { return 1.0 };
        let (first, end) = (container.first as usize, container.end as usize);
        if end <= headline {
            return 0.3;
        }
        if first <= headline {
            return 1.2;
        }
        match self.before[first] - self.before[headline] {
            gap if gap < 250.0 => 1.3,
            gap if gap < 800.0 => 1.0,
            _ => 0.7,
        }
    }
}

/// Elements that are one paragraph rather than a holder of paragraphs.
fn is_paragraph(name: Name) -> bool {
    matches!(
        name,
        Name::P
            | Name::H1
            | Name::H2
            | Name::H3
            | Name::H4
            | Name::H5
            | Name::H6
            | Name::PRE
            | Name::LI
            | Name::DT
            | Name::DD
    )
}

/// How many elements around the paragraphs are looked at, wrappers apart.
const MOST_STEPS: usize = 8;

/// Goes up from a container as long as what lies beside it is more of the same article.
fn widen(tree: &Tree, cut: &Cut, features: &Features, start: ContainerId) -> ContainerId {
    let mut chosen = start;
    let mut child = start;
    // The share of its own text that a container must gain by going up. It grows with each step, and steeply where
    // the step leaves an element that the page names as its article.
    let mut share = 0.08;
    let mut steps = 0;
    for (id, container) in cut.around(start).skip(1) {
        if matches!(container.name, Name::HTML) {
            break;
        }
        let inside = &features.containers[child as usize];
        if matches!(cut.containers[child as usize].name, Name::ARTICLE | Name::MAIN)
            || inside.own.has(Hints::BODY)
        {
            share = f32::max(share * 3.0, 0.4);
        }
        // A wrapper that adds nothing is no step.
        if features.containers[id as usize].length - inside.length < 1.0 {
            child = id;
            continue;
        }
        steps += 1;
        if steps > MOST_STEPS {
            break;
        }
        share *= 1.3;
        if beside_is_article(tree, cut, features, id, child, share) {
            chosen = id;
        } else if features.containers[id as usize].good > 3.0 * inside.good + 400.0 && inside.good < 400.0 {
            // A short text in a page of much text was no article.
            chosen = id;
        }
        child = id;
    }
    chosen
}

/// Whether what lies in `parent` beside `child` belongs to the article that `child` carries.
fn beside_is_article(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    parent: ContainerId,
    child: ContainerId,
    share: f32,
) -> bool {
    let inside = features.containers[child as usize].good;
    let child_container = &cut.containers[child as usize];
    let mut alike = 0.0;
    let mut apart = 0.0;
    let mut rivals = 0;
    for (id, container) in children(cut, parent) {
        if id == child || container.rule.is_some() {
            continue;
        }
        let beside = &features.containers[id as usize];
        if beside.inherited.has(Hints::BESIDE | Hints::COMMENTS | Hints::CAPTION) {
            continue;
        }
        let same = container.name == child_container.name
            && tree.attr(container.node, Name::CLASS) == tree.attr(child_container.node, Name::CLASS);
        let running = beside.good >= 0.5 * beside.length && beside.linked < 0.25 * beside.length;
        if same && container.name == Name::ARTICLE {
            rivals += 1;
            apart += beside.good;
        } else if is_paragraph(container.name)
            || running && 300.0 * beside.linked_titles as f32 <= beside.good
        {
            alike += beside.good;
        } else {
            apart += beside.good;
        }
    }
    // Text that stands directly in the parent.
    let direct = direct_good(cut, features, parent);
    alike += direct;
    rivals < 2 && alike > share * inside && alike > 60.0 && alike > apart
}

fn direct_good(cut: &Cut, features: &Features, parent: ContainerId) -> f32 {
    let container = &cut.containers[parent as usize];
    (container.first..container.end)
        .filter(|&index| cut.blocks[index as usize].container == parent)
        .map(|index| &features.blocks[index as usize])
        .filter(|block| block.is_good())
        .map(|block| block.length)
        .sum()
}

/// The containers directly inside a container.
fn children(
    cut: &Cut,
    parent: ContainerId,
) -> impl Iterator<Item = (ContainerId, &super::blocks::Container)> {
    let depth = cut.containers[parent as usize].depth;
    cut.containers
        .iter()
        .enumerate()
        .skip(parent as usize + 1)
        .take_while(move |(_, container)| container.depth > depth)
        .filter(move |(_, container)| container.parent == parent)
        .map(|(id, container)| (id as ContainerId, container))
}

/// The smallest container that holds nine tenths of the text that `wanted` picks.
pub(super) fn common(cut: &Cut, features: &Features, wanted: impl Fn(usize) -> bool) -> ContainerId {
    let mut sums = vec![0.0_f32; cut.containers.len()];
    for (index, block) in cut.blocks.iter().enumerate() {
        if wanted(index) {
            sums[block.container as usize] += features.blocks[index].length;
        }
    }
    for id in (1..sums.len()).rev() {
        sums[cut.containers[id].parent as usize] += sums[id];
    }
    let all = sums.first().copied().unwrap_or(0.0);
    (0..sums.len()).rev().find(|&id| sums[id] >= 0.9 * all).unwrap_or(0) as ContainerId
}
