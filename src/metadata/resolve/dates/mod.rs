//! Published and modified: every date near the article is scored by what its source says of it, and the best
//! wins; a date that only might be right is refused.

mod choice;
mod visible;

use super::Resolver;
use super::lines::Around;
use crate::article::{Candidate, Moment, Origin, Source};
use crate::dates::{
    Basis, Hints, Label, Stamp, find_all, from_url, label_around, order_shown, parse_machine,
};
use crate::html::{Name, NodeId};
use crate::metadata::found::{Field, Found, shortened};
use crate::metadata::line::{Line, lines_after};
use crate::metadata::signs::Signs;

/// The choice.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) published: Option<Moment>,
    pub(super) modified: Option<Moment>,
    /// Elements and texts that show dates of this article.
    pub(super) nodes: Vec<NodeId>,
}

/// A date with what speaks for it.
#[derive(Debug, Clone)]
struct Dated {
    pub(super) stamp: Stamp,
    pub(super) origin: Origin,
    pub(super) raw: String,
    pub(super) modified: bool,
    pub(super) score: i32,
    pub(super) node: Option<NodeId>,
    /// Whether the page labels it: "Published".
    pub(super) stated: bool,
}

/// A published date needs this score.
const ENOUGH: i32 = 40;

/// Dates of one page that are compared.
const MOST_DATES: usize = 400;

/// Lines below the headline that are searched for a labelled date.
const MOST_LINES: usize = 400;

/// Bytes of the longest line that is a dateline rather than prose.
const LINE_BYTES: usize = 220;

/// A change so few seconds before the fetch is the page's making.
const MAKING_SECONDS: i64 = 300;

impl Resolver<'_> {
    pub(super) fn resolve_dates(&mut self, around: &Around, beside_byline: &Around) -> Dates {
        let language = self.languages().into_iter().next().map(|(tag, _)| tag);
        let now = self.context.fetched.and_then(|fetched| parse_machine(fetched, &Hints::default()));
        let lines = around.before.iter().chain(&around.after).map(|line| line.text.as_str());
        let day_first =
            lines.filter(|line| line.len() < LINE_BYTES && line.contains('/')).find_map(order_shown);
        let hints = Hints { language: language.as_deref(), now, day_first };

        let mut losers: Vec<Candidate> = Vec::new();
        let mut dated = self.candidates(&hints, &mut losers);
        dated.extend(visible::dates_in_lines(around, &hints));
        dated.extend(visible::dates_in_lines(beside_byline, &hints));
        dated.extend(self.of(Field::Title).take(1).filter_map(|title| visible::date_in_title(title, &hints)));
        if let Some(url) = self.context.url
            && let Some(stamp) = from_url(url.as_str())
        {
            let score = if stamp.day.is_some() { 65 } else { 20 };
            let origin = Origin::new(Source::Url, "path");
            dated.push(Dated {
                stamp,
                origin,
                raw: url.path().to_owned(),
                modified: false,
                score,
                node: None,
                stated: false,
            });
        }
        dated.retain(|date| {
            let reason = choice::implausible(&date.stamp, now.as_ref())
                .or_else(|| self.is_clock(date, now.as_ref()).then_some("is the day on the page's clock"));
            losers.extend(
                reason.map(|reason| Candidate::new(date.origin.clone(), shortened(&date.raw), reason)),
            );
            reason.is_none()
        });
        let mut nodes: Vec<NodeId> =
            dated.iter().filter(|date| date.score >= ENOUGH).filter_map(|date| date.node).collect();
        nodes.dedup();

        dated.truncate(MOST_DATES);
        choice::confirm(&mut dated);
        let published = choice::best(dated.iter().filter(|date| !date.modified))
            .filter(|date| date.score >= ENOUGH)
            .cloned();
        let published = published
            .or_else(|| choice::only_day(&dated))
            .or_else(|| self.stated_far(&hints, now.as_ref(), &dated));
        let published = published.map(|date| choice::stated_before(date, &dated));
        let published = published.map(|date| choice::local(choice::finer(date, &dated), &dated));
        let modified = self.modified(&dated, published.as_ref(), now.as_ref(), &mut losers);

        self.record_date(
            "published",
            published.as_ref(),
            dated.iter().filter(|date| !date.modified),
            &losers,
        );
        self.record_date("modified", modified.as_ref(), dated.iter().filter(|date| date.modified), &[]);
        let moment = |date: Dated| date.stamp.to_moment(shortened(&date.raw), date.origin);
        Dates { published: published.map(moment), modified: modified.map(moment), nodes }
    }

    /// Whether a date is that of the fetch in the frame of the page, by the names of the elements around it.
    fn is_clock(&self, date: &Dated, now: Option<&Stamp>) -> bool {
        let tree = self.context.tree;
        let today = now.is_some_and(|now| now.is_same_day(&date.stamp));
        let node = date.node.filter(|_| today && !date.stated && !date.modified);
        node.is_some_and(|node| {
            std::iter::once(node)
                .chain(tree.ancestors(node))
                .take(3)
                .any(|id| tree.is_element(id) && Signs::of(tree, id).has(Signs::FRAME))
        })
    }

    /// The first date anywhere below the headline that the page labels: blogs put "Posted on" under the text.
    fn stated_far(&self, hints: &Hints<'_>, now: Option<&Stamp>, dated: &[Dated]) -> Option<Dated> {
        let tree = self.context.tree;
        let top =
            self.headline.map(|headline| headline.node).or_else(|| tree.find(tree.root(), Name::HEAD))?;
        let lines = lines_after(tree, self.context.marks, top, LINE_BYTES).take(MOST_LINES);
        let dateline = |line: &Line| {
            (line.text.len() <= LINE_BYTES || speaks_of_itself(&line.text))
                && line.text.bytes().filter(u8::is_ascii_digit).count() >= 4
        };
        lines.filter(dateline).find_map(|line| {
            let date = find_all(&line.text, hints).into_iter().next()?;
            let label = label_around(line.text.get(..date.range.start)?, line.text.get(date.range.end..)?)?;
            let others = line.text.split_whitespace().count();
            let good = (others <= visible::MOST_OTHERS + 3 || speaks_of_itself(&line.text))
                && matches!(label, Label::Published | Label::Created)
                && date.stamp.day.is_some()
                && date.basis == Basis::Stated
                && choice::implausible(&date.stamp, now).is_none()
                // The number of a magazine that reprints it comes after the day that the page shows.
                && !dated.iter().any(|shown| {
                    shown.modified && shown.score >= ENOUGH && date.stamp.is_after(&shown.stamp)
                });
            (good && !self.is_line_beside(&line)).then(|| Dated {
                stamp: date.stamp,
                origin: Origin::new(Source::Page, "line"),
                raw: line.text,
                modified: false,
                score: ENOUGH,
                node: Some(line.node),
                stated: true,
            })
        })
    }

    fn record_date<'d>(
        &mut self,
        field: &str,
        winner: Option<&Dated>,
        all: impl Iterator<Item = &'d Dated>,
        refused: &[Candidate],
    ) {
        let mut losers = refused.to_vec();
        for date in all.filter(|date| winner.is_none_or(|winner| winner.stamp != date.stamp)).take(24) {
            let reason =
                if winner.is_some() { "a better source says otherwise" } else { "too little speaks for it" };
            losers.push(Candidate::new(date.origin.clone(), shortened(&date.raw), reason));
        }
        self.record(field, winner.map(|winner| (winner.origin.clone(), shortened(&winner.raw))), losers);
    }

    fn modified(
        &self,
        dated: &[Dated],
        published: Option<&Dated>,
        now: Option<&Stamp>,
        losers: &mut Vec<Candidate>,
    ) -> Option<Dated> {
        let mut candidates: Vec<&Dated> =
            dated.iter().filter(|date| date.modified && date.score >= ENOUGH).collect();
        candidates.sort_by_key(|date| std::cmp::Reverse(date.score));
        candidates
            .into_iter()
            .find(|date| {
                let making = now.and_then(|now| Some(now.unix_seconds()? - date.stamp.unix_seconds()?));
                let reason = if published.is_some_and(|published| published.stamp.is_after(&date.stamp)) {
                    Some("lies before the publication")
                } else if making.is_some_and(|seconds| seconds.abs() < MAKING_SECONDS) {
                    Some("is the moment the page was made")
                } else {
                    None
                };
                losers.extend(
                    reason.map(|reason| Candidate::new(date.origin.clone(), date.raw.clone(), reason)),
                );
                reason.is_none()
            })
            .cloned()
    }

    /// The dates that sources name.
    fn candidates(&self, hints: &Hints<'_>, losers: &mut Vec<Candidate>) -> Vec<Dated> {
        let mut dated = Vec::new();
        let headline_at = self.headline.map(|headline| headline.at);
        for found in &self.findings.found {
            if !matches!(found.field, Field::Published | Field::Modified | Field::Date) {
                continue;
            }
            if self.is_beside(found) {
                losers.push(found.lose("stands beside the article"));
                continue;
            }
            if self.is_in_other_article(found) {
                losers.push(found.lose("stands in another article"));
                continue;
            }
            match found.place.filter(|_| found.origin.source == Source::Page) {
                Some(place) => dated.extend(self.visible(found, place, headline_at, hints)),
                None => match machine(&found.value, hints) {
                    Some(stamp) => dated.push(Dated {
                        stamp,
                        origin: found.origin.clone(),
                        raw: found.value.clone(),
                        modified: found.field == Field::Modified,
                        score: weight(found),
                        node: found.place.map(|place| place.node),
                        stated: false,
                    }),
                    None => losers.push(found.lose("is no date")),
                },
            }
        }
        for (field, lost) in &self.findings.strangers {
            if *field == Field::Published {
                losers.push(lost.clone());
            }
        }
        dated
    }
}

/// Whether a line is the sentence in which blogs tell when the entry above it was posted, and where it is filed.
fn speaks_of_itself(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "This entry was ",
        "This post was ",
        "This article was ",
        "Dieser Beitrag wurde ",
        "Dieser Artikel wurde ",
        "Dieser Eintrag wurde ",
        "Cet article a été ",
        "Cette entrée a été ",
        "Esta entrada fue ",
        "Questo articolo è stato ",
        "Questa voce è stata ",
        "Este post foi ",
        "Dit bericht werd ",
        "Dit bericht is ",
        "Ten wpis został ",
    ];
    STARTS.iter().any(|start| line.starts_with(start))
}

/// A machine's value; failing that, a date in words.
fn machine(value: &str, hints: &Hints<'_>) -> Option<Stamp> {
    parse_machine(value, hints).or_else(|| {
        find_all(value, hints).into_iter().find(|date| date.basis == Basis::Stated).map(|date| date.stamp)
    })
}

/// How much a named date counts by its source and its name.
fn weight(found: &Found) -> i32 {
    match (found.field, found.origin.source, found.rank) {
        (Field::Published, Source::JsonLd, 0) => 100,
        (Field::Published, Source::JsonLd, 4) => 86,
        (Field::Published, Source::JsonLd, _) => 80,
        (Field::Published, Source::OpenGraph, 0) => 92,
        (Field::Published, Source::OpenGraph, _) => 82,
        (Field::Published, Source::Microdata, 0) => 88,
        (Field::Published, Source::Microdata, _) => 72,
        (Field::Published, Source::HtmlMeta, 2) => 78,
        (Field::Published, ..) => 84,
        (Field::Modified, Source::JsonLd, _) => 100,
        (Field::Modified, Source::OpenGraph, 0) => 90,
        (Field::Modified, Source::Microdata, _) => 86,
        (Field::Modified, Source::HtmlMeta, _) => 80,
        (Field::Modified, ..) => 70,
        _ => 60,
    }
}
