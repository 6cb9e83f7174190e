"""Fits and checks `confidence`: how likely a page's body has F1 of 0.9 or more. Prints the constants of
`src/content/confidence.rs`, and a reliability table of what the library says.

    python3 confidence.py --corpus DIR --dump DIR --predicted DIR

DUMP and PREDICTED come from the training program, run with the models of the folds.
"""
import argparse, collections, json, sys
from pathlib import Path
import numpy as np
from sklearn.linear_model import LogisticRegression
import labels

FITTED = ["wcxb", "naeb", "fundus", "magic_html", "zh_wced"]
CHECKED = ["daniel", "cleaneval", "cleanportaleval", "zh_xmu", "readability"]
ENOUGH = 0.9


def f1(text, gold):
    a, b = collections.Counter(labels.words(text)), collections.Counter(labels.words(gold))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def pages(a, name, width):
    """For each page the figures that confidence goes by, whether the body is right, and what the library says."""
    gold = {g["id"]: g for g in labels.load(a.corpus / name / "gold.jsonl")}
    article = {r["id"]: r["article"] for r in labels.load(a.predicted / f"{name}.jsonl")}
    length = np.fromfile(a.dump / f"{name}.f32", np.float32).reshape(-1, width)[:, 0]
    at, out = 0, []
    for page in labels.load(a.dump / f"{name}.jsonl"):
        blocks = page["blocks"]
        own = length[at:at + len(blocks)]
        at += len(blocks)
        found, g = article[page["id"]], gold[page["id"]]
        if not found or not (g.get("body") or "").strip():
            continue
        kept = np.array([b[2] for b in blocks], bool)
        likely = np.array([b[3] or 0 for b in blocks])
        promised = 2 * (own * likely * kept).sum() / max(1.0, (own * kept).sum() + (own * likely).sum())
        right = f1(found["text"], g["body"]) >= ENOUGH
        kind = (g.get("extra") or {}).get("page_type") or "article"
        out.append((promised, right, found["confidence"], found["verdict"]["reason"], found["verdict"]["kind"], kind))
    return out


def odds(rows):
    promised = np.clip([r[0] for r in rows], 0.02, 0.995)
    return np.log(promised / (1 - promised))[:, None]


def table(said, right):
    for low, high in [(0, .2), (.2, .4), (.4, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01)]:
        own = (said >= low) & (said < high)
        if own.any():
            print(f"  {low:.1f} to {min(high, 1):.1f}: {own.sum():5} pages, said {said[own].mean():.2f}, right {right[own].mean():.2f}")


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("corpus", "dump", "predicted"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    a = ap.parse_args()
    width = len(json.load(open(a.dump.parent / "names.json")))
    fitted = {name: pages(a, name, width) for name in FITTED}
    checked = {name: pages(a, name, width) for name in CHECKED}
    rows = sum(fitted.values(), [])
    right = np.array([r[1] for r in rows])
    # Every set counts as much as the square root of its pages.
    weight = np.concatenate([[len(own) ** -0.5] * len(own) for own in fitted.values()])
    model = LogisticRegression(C=100).fit(odds(rows), right, sample_weight=weight / weight.mean())
    print("PROMISED and BASE:", model.coef_.round(2), model.intercept_.round(2))
    for title, own in [("fitted sets, out of fold", rows), ("sets never trained on", sum(checked.values(), []))]:
        right = np.array([r[1] for r in own])
        print(title, "as fitted now"); table(model.predict_proba(odds(own))[:, 1], right)
        print(title, "as the library says"); table(np.array([r[2] for r in own]), right)
    print("verdicts on wcxb, naeb and fundus by reason: share where the page is of a kind that agrees")
    agree = {"article": {"article", "documentation", "service"}, "forum": {"forum"}, "index": {"listing", "collection"}, "product": {"product"}, "live_blog": {"article"}}
    count = collections.defaultdict(list)
    for name in ("wcxb", "naeb", "fundus"):
        for row in fitted[name]:
            count[row[4], row[3]].append(row[5] in agree.get(row[4], set()))
    for key, own in sorted(count.items(), key=lambda item: -len(item[1])):
        print(f"  {key[0]}: {key[1]}: {len(own)} pages, {np.mean(own):.2f}")


if __name__ == "__main__":
    main()
