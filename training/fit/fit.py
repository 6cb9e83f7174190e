"""Fits the model: the table of words, the first look, the second look; by fold, and over all pages.

    python3 fit.py --corpus DIR --tool PATH --work DIR [--from STEP]

STEP: dump, words, first, second. Everything is seeded and single threaded, so that two runs give the same file.
"""
import argparse, json, subprocess, sys, time
from pathlib import Path
import lightgbm as lgb, numpy as np
import data, export, lexicon

HERE = Path(__file__).resolve().parent
# The weight of a page of each set: the sets that want running text alone, and small ones, count more.
SET_WEIGHTS = {"wcxb": 1.0, "naeb": 1.5, "fundus": 1.5, "magic_html": 1.5, "zh_wced": 2.0, "trafilatura": 0.8, "postlight": 0.3, "goose3": 0.2}
SEED = 7
COMMON = dict(objective="binary", max_bin=63, num_threads=1, seed=SEED, deterministic=True, force_row_wise=True, verbose=-1,
              min_sum_hessian_in_leaf=0.5, lambda_l2=1.0, bagging_fraction=0.6, bagging_freq=1, feature_pre_filter=False)
FIRST = dict(COMMON, learning_rate=0.1, num_leaves=15, min_data_in_leaf=60, feature_fraction=0.4)
SECOND = dict(COMMON, learning_rate=0.08, num_leaves=15, min_data_in_leaf=80, feature_fraction=0.5)
TREES = (80, 60)
# Texts that a shortened article keeps.
SHORTEN = 4


def run(a, command, out, models=None):
    out.mkdir(parents=True, exist_ok=True)
    line = [a.tool, command, "--corpus", a.corpus, "--out", out]
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


def train(x, y, w, lab, params, trees):
    """A booster without each fold, and one with all."""
    full = lgb.Dataset(x, y, weight=w, params=params, free_raw_data=False).construct()
    out = {}
    for k in [0, 1, 2, 3, 4, "all"]:
        used = np.flatnonzero((w > 0) & (lab["fold"] != (-1 if k == "all" else k)))
        out[k] = lgb.train(params, full.subset(used), trees)
    return out


def gains(booster, names, most=40):
    g = booster.feature_importance("gain")
    g = 100 * g / g.sum()
    return ", ".join(f"{names[i]} {g[i]:.1f}" for i in np.argsort(-g)[:most])


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("corpus", "tool", "work"):
        ap.add_argument(f"--{name}", type=Path, required=True)
    ap.add_argument("--from", dest="start", default="dump", choices=["dump", "words", "first", "second"])
    a = ap.parse_args()
    step = ["dump", "words", "first", "second"].index(a.start)
    a.work.mkdir(parents=True, exist_ok=True)
    names = json.loads(subprocess.run([str(a.tool), "names"], check=True, capture_output=True, text=True).stdout)
    (a.work / "names.json").write_text(json.dumps(names))
    w1, w2 = len(names["first"]), len(names["second"])
    models = {k: a.work / f"models{k}" for k in (1, 2, 3)}
    for m in models.values():
        m.mkdir(exist_ok=True)
    if step == 0:
        run(a, "dump", a.work / "d0")
        subprocess.run([sys.executable, str(HERE / "prepare.py"), str(a.corpus), str(a.work / "d0"), str(a.work)], check=True)
    lab = dict(np.load(a.work / "labels.npz"))
    votes = lexicon.votes(a.work / "d0", lab, np.load(a.work / "articles.npy"))
    lab = data.of_used(lab)
    tables = {k: lexicon.table(votes.sum(0) - (0 if k == "all" else votes[k])) for k in [0, 1, 2, 3, 4, "all"]}
    file = lambda k: "all.bin" if k == "all" else f"fold{k}.bin"
    if step <= 1:
        for k, t in tables.items():
            export.write(models[1] / file(k), (w1, w2), t)
        run(a, "dump", a.work / "d1", models[1])
    y, w = rows(lab)
    if step <= 2:
        x, _, _ = data.load(a.work, a.work / "d1", slice(0, w1))
        first = train(without_url(x, lab, names["first"]), y, w, lab, FIRST, TREES[0])
        print("first look:", gains(first["all"], names["first"]))
        for k, t in tables.items():
            export.write(models[2] / file(k), (w1, w2), t, first[k])
            first[k].save_model(str(models[2] / f"{k}.txt"))
        del x
        run(a, "dump", a.work / "d2", models[2])
    first = {k: lgb.Booster(model_file=str(models[2] / f"{k}.txt")) for k in tables}
    x, _, _ = data.load(a.work, a.work / "d2", slice(w1, w1 + w2))
    second = train(without_url(x, lab, names["second"]), y, w, lab, SECOND, TREES[1])
    print("second look:", gains(second["all"], names["second"], 60))
    oof = np.zeros(len(y))
    for k in range(5):
        own = lab["fold"] == k
        oof[own] = second[k].predict(x[own], num_threads=1)
    np.save(a.work / "oof1.npy", x[:, 0])
    np.save(a.work / "oof2.npy", oof)
    for k, t in tables.items():
        size = export.write(models[3] / file(k), (w1, w2), t, first[k], second[k])
    print("bytes of the model:", size)


if __name__ == "__main__":
    main()
