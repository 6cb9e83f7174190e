import sys, json, time, numpy as np, lightgbm as lgb
from pathlib import Path
import data, lexicon, export
work = Path("/tmp/roles")
src = sys.argv[1]; trees, leaves = int(sys.argv[2]), int(sys.argv[3])
both = len(sys.argv) > 4 and sys.argv[4] == "both"
save = len(sys.argv) > 4 and sys.argv[4] == "save"
n = json.load(open(work / "names.json"))
W1 = len(n["first"]); W = W1 + len(n["second"])
x, lab, n = data.load(work, work / src, slice(0 if both else W1, W))
own = x[:, W1 if both else 0]
names = (n["first"] if both else []) + n["second"]
y = (np.nan_to_num(lab["share"]) > 0.5)
w = data.weights(lab) * np.array([1.0, 1.5, 1.5, 1.5, 2.0, .15, .15, .1])[lab["set"]]
w = w * len(w) / w.sum()
P = dict(objective="binary", learning_rate=0.1, num_leaves=leaves, min_data_in_leaf=80, feature_fraction=0.5, bagging_fraction=0.6, bagging_freq=1, max_bin=63, num_threads=1, seed=7, deterministic=True, force_row_wise=True, verbose=-1, min_sum_hessian_in_leaf=0.5, lambda_l2=1)
pages = np.load(work / "pages.npy")
def report(keep, tag):
    sc = data.page_scores(lab, keep)
    out = []
    for k, nm in enumerate(data.SETS[:5]):
        o = pages[:, 0] == nm
        out.append(f"{nm} {np.nanmean(sc[:len(pages)][o]):.4f}")
    for t in ["article", "service", "product", "collection", "listing", "forum", "documentation"]:
        o = (pages[:, 0] == "wcxb") & (pages[:, 2] == t)
        out.append(f"{t[:4]} {np.nanmean(sc[o]):.3f}")
    k = lab["set"] == 5
    s = lab["share"]
    tp, fn, fp, tn = ((s > .5) & (keep > 0) & k).sum(), ((s > .5) & (keep == 0) & k).sum(), ((s < .5) & (keep > 0) & k).sum(), ((s < .5) & (keep == 0) & k).sum()
    out.append(f"traf {2*tp/(2*tp+fn+fp):.3f} unw {fp/(fp+tn):.3f}")
    print(tag, " ".join(out), flush=True)
for t in (0.3, 0.4, 0.5): report((own > t).astype(float), f"first {t}")
full = lgb.Dataset(x, y.astype(np.int8), weight=w, params=P, free_raw_data=False).construct()
oof = np.zeros(len(y))
v = lexicon.votes(work / "d0", lab)
for k in range(5):
    tr = np.flatnonzero((lab["fold"] != k) & (w > 0)); te = np.flatnonzero(lab["fold"] == k)
    b = lgb.train(P, full.subset(tr), trees)
    oof[te] = b.predict(x[te], num_threads=1)
    if k == 0:
        g = b.feature_importance("gain"); o = np.argsort(-g)
        print([(names[i], round(float(100 * g[i] / g.sum()), 1)) for i in o[:40]])
    if save:
        first = lgb.Booster(model_file=str(work / ("m" + src[1:]) / f"first{k}.txt"))
        out = work / ("s" + src[1:]); out.mkdir(exist_ok=True)
        export.write(out / f"fold{k}.bin", (W1, W - W1), lexicon.table(v.sum(0) - v[k]), first, b)
for t in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5): report((oof > t).astype(float), f"second {t}")
np.save(work / "oof2.npy", oof)
if save:
    b = lgb.train(P, full.subset(np.flatnonzero(w > 0)), trees)
    first = lgb.Booster(model_file=str(work / ("m" + src[1:]) / "firstall.txt"))
    print(export.write(out / "all.bin", (W1, W - W1), lexicon.table(v.sum(0)), first, b))
