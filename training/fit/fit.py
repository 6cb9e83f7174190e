"""Fits the model: the table of words and the forest; by fold, and over all pages.

    python3 fit.py --corpus DIR --tool PATH --work DIR [--from STEP]

STEP: dump, words, forest. Everything is seeded and single threaded, so that two runs give the same file.
"""
import argparse, json, subprocess, sys
from pathlib import Path
import lightgbm as lgb, numpy as np
import data, export, lexicon

HERE = Path(__file__).resolve().parent
# The weight of a page of each set: the sets that want running text alone, and small ones, count more.
SET_WEIGHTS = {"wcxb": 1.0, "naeb": 1.5, "fundus": 1.5, "magic_html": 1.5, "zh_wced": 2.0, "trafilatura": 0.8, "postlight": 0.3, "goose3": 0.2}
SEED = 7
PARAMS = dict(objective="binary", max_bin=63, num_threads=1, seed=SEED, deterministic=True, force_row_wise=True, verbose=-1,
              min_sum_hessian_in_leaf=0.5, lambda_l2=1.0, bagging_fraction=0.6, bagging_freq=1, feature_pre_filter=False,
              learning_rate=0.05, num_leaves=32, min_data_in_leaf=60, feature_fraction=0.4)
TREES = 240
# Texts that a shortened article keeps.
SHORTEN = 4
FOLDS = [0, 1, 2, 3, 4, "all"]


def dump(a, out, models=None):
    out.mkdir(parents=True, exist_ok=True)
    line = [a.tool, "dump", "--corpus", a.corpus, "--out", out]
    if models:
        line += ["--models", models, "--folds", a.work / "folds.tsv"]
    subprocess.run([str(x) for x in line + lexicon.SETS], check=True)
    short = Path(f"{out}s")
    short.mkdir(exist_ok=True)
    line[line.index("--out") + 1] = short
    subprocess.run([str(x) for x in line + ["--shorten", SHORTEN] + lexicon.SHORT], check=True)


def rows(lab):
    w = data.weights(lab) * np.array([SET_WEIGHTS[s] for s in lexicon.SETS])[lab["set"]] * np.where(lab["short"], 0.8, 1.0)
    y = (np.nan_to_num(lab["share"]) > 0.5).astype(np.int8)
    return y, w * len(w) / w.sum()


def without_url(x, lab, names):
    """Takes the URL away from two pages of five: not every user has one."""
    hidden = np.random.default_rng(SEED).random(lab["page"].max() + 1) < 0.4
    x = x.copy()
    for name in names:
        if name.startswith("url "):
            x[hidden[lab["page"]], names.index(name)] = -9.0 if "words" in name else -1.0
    return x


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("corpus", "tool", "work"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    steps = ["dump", "words", "forest"]
    ap.add_argument("--from", dest="start", default="dump", choices=steps)
    a = ap.parse_args()
    step = steps.index(a.start)
    a.work.mkdir(parents=True, exist_ok=True)
    names = json.loads(subprocess.run([str(a.tool), "names"], check=True, capture_output=True, text=True).stdout)
    (a.work / "names.json").write_text(json.dumps(names))
    words, models = a.work / "words", a.work / "models"
    for folder in (words, models):
        folder.mkdir(exist_ok=True)
    if step == 0:
        dump(a, a.work / "d0")
        subprocess.run([sys.executable, str(HERE / "prepare.py"), str(a.corpus), str(a.work / "d0"), str(a.work)], check=True)
    lab = dict(np.load(a.work / "labels.npz"))
    votes = lexicon.votes(a.work / "d0", lab, np.load(a.work / "articles.npy"))
    tables = {k: lexicon.table(votes.sum(0) - (0 if k == "all" else votes[k])) for k in FOLDS}
    file = lambda k: "all.bin" if k == "all" else f"fold{k}.bin"
    if step <= 1:
        for k, table in tables.items():
            export.write(words / file(k), len(names), table)
        dump(a, a.work / "d1", words)
    x, lab = data.load(a.work, a.work / "d1")
    x = without_url(x, lab, names)
    y, w = rows(lab)
    typical = np.median(x[w > 0], 0)
    full = lgb.Dataset(x, y, weight=w, params=PARAMS, free_raw_data=False).construct()
    oof = np.zeros(len(y))
    for k, table in tables.items():
        used = np.flatnonzero((w > 0) & (lab["fold"] != (-1 if k == "all" else k)))
        forest = lgb.train(PARAMS, full.subset(used), TREES)
        size = export.write(models / file(k), len(names), table, typical, forest)
        if k == "all":
            gain = forest.feature_importance("gain")
            order = np.argsort(-gain)
            print("gain:", ", ".join(f"{names[i]} {100 * gain[i] / gain.sum():.1f}" for i in order[:40]))
            print("bytes of the model:", size)
        else:
            own = lab["fold"] == k
            oof[own] = forest.predict(x[own], num_threads=1)
    np.save(a.work / "oof.npy", oof)


if __name__ == "__main__":
    main()
