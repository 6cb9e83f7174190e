"""The table of words: how much each slot speaks for or against text of the article; one table without each fold."""
import sys, numpy as np
from pathlib import Path

SLOTS = 16384
ELEMENTS = 8192
SETS = ["wcxb", "naeb", "fundus", "magic_html", "zh_wced", "trafilatura", "postlight", "goose3"]
# Sets whose articles are learned from a second time, with most of their text taken away.
SHORT = ["wcxb", "naeb", "fundus", "zh_wced", "trafilatura"]


def read_slots(path):
    raw = np.fromfile(path, np.uint16)
    rows, at = [], 0
    while at < len(raw):
        n = int(raw[at])
        rows.append(raw[at + 1:at + 1 + n])
        at += n + 1
    return rows


def votes(dump, lab, articles, sets=6):
    """For each fold and slot the votes of its pages, for and against. `articles` has 1 for each page that is one article,
    0 for another kind of page, -1 where that is not known."""
    out = np.zeros((5, SLOTS, 2))
    for s, name in enumerate(SETS[:sets]):
        rows = read_slots(dump / f"{name}.slots")
        own = np.flatnonzero((lab["set"] == s) & ~lab["short"])
        page, share, weight, fold = (lab[k][own] for k in ("page", "share", "words", "fold"))
        weight = np.sqrt(np.minimum(weight, 100)) + 0.2
        starts = np.flatnonzero(np.r_[True, page[1:] != page[:-1]])
        for a, b in zip(starts, np.r_[starts[1:], len(page)]):
            first = rows[a][rows[a] >= ELEMENTS]
            if articles[page[a]] >= 0:
                out[fold[a], first, 0 if articles[page[a]] else 1] += 1
            y = (share[a:b] > 0.5).astype(float)
            if s == 5 or not y.any():
                continue
            lens = [len(r) for r in rows[a:b]]
            ids = np.concatenate(rows[a:b]) if b > a else np.array([], int)
            w = np.repeat(weight[a:b], lens)
            yy = np.repeat(y, lens)
            pos = np.bincount(ids, w * yy, SLOTS)
            neg = np.bincount(ids, w * (1 - yy), SLOTS)
            # Every class balanced on its page: a word that stands over everything says nothing.
            tp, tn = (weight[a:b] * y).sum(), (weight[a:b] * (1 - y)).sum()
            pos, neg = pos / max(tp, 1e-9), neg / max(tn, 1e-9)
            both = pos + neg
            has = both > 0
            has[ELEMENTS:] = False
            out[fold[a], has, 0] += (pos[has] / both[has])
            out[fold[a], has, 1] += (neg[has] / both[has])
    return out


def table(v, smooth=1.5):
    prior = v[ELEMENTS:].sum(0)
    odds = np.log((v[:, 0] + smooth) / (v[:, 1] + smooth))
    odds[ELEMENTS:] = np.log((v[ELEMENTS:, 0] / prior[0] * prior.sum() / 2 + smooth) / (v[ELEMENTS:, 1] / prior[1] * prior.sum() / 2 + smooth))
    # What many pages say counts more than what one says.
    return np.clip(np.rint(odds * 16), -127, 127).astype(np.int8)
