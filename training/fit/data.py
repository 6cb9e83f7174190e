"""The dumped rows in memory."""
import json, numpy as np
from pathlib import Path
from lexicon import SETS, SHORT


def load(work, dump):
    """The rows of a dump that are learned from, and their labels."""
    lab = dict(np.load(work / "labels.npz"))
    width = len(json.load(open(work / "names.json")))
    parts, at = [], 0
    for folder, name in [(dump, s) for s in SETS] + [(Path(f"{dump}s"), s) for s in SHORT]:
        part = np.fromfile(folder / f"{name}.f32", np.float32).reshape(-1, width)
        used = lab["used"][at:at + len(part)]
        at += len(part)
        parts.append(part[used])
    assert at == len(lab["used"]), (at, len(lab["used"]))
    return np.concatenate(parts), of_used(lab)


def of_used(lab):
    return {k: v[lab["used"]] for k, v in lab.items() if k != "used"}


def weights(lab, power=0.7, most=300):
    """Words to a power, a page adding up to 1; unsure labels count less."""
    share = lab["share"]
    known = ~np.isnan(share)
    w = np.minimum(lab["words"], most).astype(float) ** power + 0.3
    w *= np.where(known, np.maximum(np.abs(2 * np.nan_to_num(share) - 1), 0.1), 0)
    total = np.bincount(lab["page"], w)
    return w / np.maximum(total[lab["page"]], 1e-9)


def page_scores(lab, keep, rows=None):
    """The bag F1 of each page as words by block give it: words of kept blocks, and how many of them are gold."""
    w = lab["words"].astype(float)
    good = w * np.nan_to_num(lab["share"])
    page = lab["page"]
    kept = np.bincount(page, w * keep)
    hit = np.bincount(page, good * keep)
    gold = np.bincount(page, good)
    return np.where(gold > 0, 2 * hit / np.maximum(kept + gold, 1), np.nan)
