//! Where the article ends though its container goes on: sections of other stories and of comments, told by their
//! headings and by their shape.

use super::blocks::{Cut, Holds};
use super::decide::Reason;
use super::features::Features;
use crate::clean;
use crate::html::Tree;

/// What a heading announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Announces {
    /// Other stories: what follows up to the next long text is theirs.
    Stories,
    /// Comments, and forms to write them: nothing of the article follows.
    Comments,
}

/// Drops the tail sections of an article.
pub(super) fn cut_off(
    tree: &Tree,
    cut: &Cut,
    features: &Features,
    range: std::ops::Range<usize>,
    reasons: &mut [Reason],
) {
    teasers(cut, features, range.clone(), reasons);
    let mut index = range.start;
    let mut seen_text = false;
    while index < range.end {
        seen_text |= reasons[index].keeps() && features.blocks[index].is_good();
        let announced = if seen_text { announces(tree, cut, features, index) } else { None };
        if let Some(announces) = announced {
            let end = section_end(cut, features, index, announces).min(range.end);
            for reason in &mut reasons[index..end] {
                if reason.keeps() || *reason == Reason::Short {
                    *reason = Reason::Beside;
                }
            }
            reasons[index] = Reason::Announcement;
            index = end.max(index + 1);
        } else {
            index += 1;
        }
    }
}

/// What a heading, or a line set like one, announces.
fn announces(tree: &Tree, cut: &Cut, features: &Features, index: usize) -> Option<Announces> {
    let block = &cut.blocks[index];
    let of = &features.blocks[index];
    let strong = block.strong * 10 >= block.counts.chars * 9;
    if block.holds != Holds::Text
        || block.counts.chars > 40
        || !(of.heading > 0 || strong || block.counts.ends == 0)
    {
        return None;
    }
    let text = cut.text(tree, block);
    if clean::announces_stories(&text) {
        Some(Announces::Stories)
    } else if (of.heading > 0 || strong) && clean::announces_comments(&text) {
        Some(Announces::Comments)
    } else {
        None
    }
}

/// Where a section ends that a heading opens: with the element it stands in, and for other stories before the
/// next heading of its rank or the next long text without links.
fn section_end(cut: &Cut, features: &Features, index: usize, announces: Announces) -> usize {
    let block = &cut.blocks[index];
    let holder = cut.container(block).parent;
    let end = cut.containers[holder as usize].end as usize;
    if announces == Announces::Comments {
        return end;
    }
    let level = features.blocks[index].heading;
    let resumes = |at: &usize| {
        let of = &features.blocks[*at];
        let heading = level > 0 && of.heading > 0 && of.heading <= level && of.link_density < 0.5;
        heading || of.quality > 0.8 && of.length > 160.0 && of.link_density < 0.2 && !of.in_list
    };
    (index + 1..end).find(resumes).unwrap_or(end)
}

/// Runs of titles that are links, with a line or two of summary: the list of another page.
fn teasers(cut: &Cut, features: &Features, range: std::ops::Range<usize>, reasons: &mut [Reason]) {
    const LEAST_TITLES: usize = 3;
    const LONGEST_SUMMARY: f32 = 260.0;
    let is_title = |index: usize| {
        let of = &features.blocks[index];
        cut.blocks[index].holds == Holds::Text
            && of.link_density > 0.8
            && of.length > 14.0
            && of.length < 220.0
    };
    let mut run: Vec<usize> = Vec::new();
    let mut summary = 0.0;
    let mut end_run = |run: &mut Vec<usize>| {
        if let (true, Some(&first), Some(&last)) = (run.len() >= LEAST_TITLES, run.first(), run.last()) {
            // The last title's summary has the shape of the others', and stands in its card.
            let step = (last - first) / (run.len() - 1);
            let is_summary =
                |&at: &usize| share_a_card(cut, last, at) && features.blocks[at].length <= LONGEST_SUMMARY;
            let summary = (last + 1..(last + step).min(range.end)).take_while(is_summary);
            for reason in &mut reasons[first..=summary.last().unwrap_or(last)] {
                if reason.keeps() || *reason == Reason::Short {
                    *reason = Reason::Links;
                }
            }
        }
        run.clear();
    };
    for index in range.clone() {
        if is_title(index) {
            run.push(index);
            summary = 0.0;
        } else if cut.blocks[index].holds == Holds::Text {
            let of = &features.blocks[index];
            summary += of.length;
            let heading = of.heading > 0 && of.link_density < 0.5;
            let apart = run.last().is_some_and(|&title| !share_a_card(cut, title, index));
            if summary > LONGEST_SUMMARY || heading || apart {
                end_run(&mut run);
            }
        }
    }
    end_run(&mut run);
}

/// Whether a text stands in the same small element as a title, or in one of the same list.
fn share_a_card(cut: &Cut, title: usize, text: usize) -> bool {
    let around = |index: usize| cut.around(cut.blocks[index].container).skip(1).take(3).map(|(id, _)| id);
    around(title).take(2).any(|holder| around(text).any(|other| other == holder))
}

#[cfg(test)]
mod tests {
    use crate::{Extractor, Page};

    #[test]
    fn a_paragraph_behind_titles_is_no_summary_of_the_last() {
        let text =
            "The pond will be drained in September for the first time in sixty years, the council said. ";
        let title = |n| {
            format!("<p>Dams</p><p><a href=/{n}>Engineers warn of cracks in {n} dams of the valley</a></p>")
        };
        let titles: String = (3..7).map(title).collect();
        let html = format!(
            "<article><h1>Pond</h1><p>{}</p>{titles}<p>{}</p></article>",
            text.repeat(3),
            text.repeat(4)
        );
        let (_, blocks) = Extractor::default().explain(&Page::from_text(&html)).unwrap();
        let last = blocks.last().unwrap();
        assert_eq!((last.kept, last.reason.as_str()), (true, "text"));
    }
}
