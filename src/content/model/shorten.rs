//! For training alone: a page with most of its article taken away. Short articles among much else are rare in the
//! training sets and common on the web.

use crate::content::blocks::{Cut, Holds};
use crate::content::decide::Decision;

/// Takes all but the first `left` texts that the rules keep out of a cut.
pub(crate) fn shorten(cut: &mut Cut, rules: &Decision, left: usize) {
    let mut seen = 0;
    let stays: Vec<bool> = (0..cut.blocks.len())
        .map(|index| {
            let kept = rules.reasons[index].keeps() && cut.blocks[index].holds == Holds::Text;
            seen += usize::from(kept);
            !kept || seen <= left
        })
        .collect();
    // For each block its new place.
    let mut places = Vec::with_capacity(stays.len() + 1);
    let mut place = 0;
    for &stays in &stays {
        places.push(place);
        place += u32::from(stays);
    }
    places.push(place);
    for container in &mut cut.containers {
        container.first = places[container.first as usize];
        container.end = places[container.end as usize];
    }
    let mut stays = stays.into_iter();
    cut.blocks.retain(|_| stays.next().unwrap_or(true));
}
