import sys, json, numpy as np
from pathlib import Path
import data
work = Path("/tmp/roles/w")
lab = data.of_used(dict(np.load(work / "labels.npz"))); pages = np.load(work / "pages.npy")
p = np.load(work / (sys.argv[1] if len(sys.argv) > 1 else "oof2.npy"))
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
    s = lab["snippet"]
    tp, fn, fp, tn = ((s > .5) & (keep > 0) & k).sum(), ((s > .5) & (keep == 0) & k).sum(), ((s < .5) & (keep > 0) & k).sum(), ((s < .5) & (keep == 0) & k).sum()
    out.append(f"traf {2*tp/(2*tp+fn+fp):.3f} unw {fp/(fp+tn):.3f}")
    print(tag, " ".join(out), flush=True)
    return sc
words = lab["words"].astype(float)
def adaptive(p, lo=0.0, hi=0.9, scale=1.0):
    keep = np.zeros(len(p))
    starts = np.flatnonzero(np.r_[True, lab["page"][1:] != lab["page"][:-1]])
    for a, b in zip(starts, np.r_[starts[1:], len(p)]):
        q, w = p[a:b], words[a:b]
        o = np.argsort(-q)
        cw = np.cumsum(w[o]); cp = np.cumsum((w * q)[o])
        f = 2 * cp / np.maximum(cw + cp[-1], 1)
        t = f.max() / 2 * scale
        t = min(max(t, lo), hi)
        keep[a:b] = q > t
    return keep
report((p > .4).astype(float), "fixed .4")
for lo, hi, s in [(0, .9, 1), (0, .9, 1.05), (0, .5, .9), (.2, .5, 1), (.25, .5, 1), (.3, .5, 1.05)]:
    sc = report(adaptive(p, lo, hi, s), f"adaptive {lo} {hi} {s}")
keep = adaptive(p, 0, .9, 1)
sc = report(keep, "chosen")
w = words; good = w * np.nan_to_num(lab["share"])
P_ = np.bincount(lab["page"], good*keep)/np.maximum(1, np.bincount(lab["page"], w*keep)); R_ = np.bincount(lab["page"], good*keep)/np.maximum(1, np.bincount(lab["page"], good))
for nm in ["naeb", "zh_wced", "fundus", "magic_html"]:
    o = np.flatnonzero(pages[:, 0] == nm); o = o[np.argsort(sc[o])][:10]
    print(nm, [(pages[i, 1][-40:], round(float(sc[i]), 2), round(float(P_[i]), 2), round(float(R_[i]), 2)) for i in o])
for t in ["article", "product", "collection", "listing", "forum", "service"]:
    o = np.flatnonzero((pages[:, 0] == "wcxb") & (pages[:, 2] == t)); o = o[np.argsort(sc[o])][:14]
    print(t, [(pages[i, 1], round(float(sc[i]), 2), round(float(P_[i]), 2), round(float(R_[i]), 2)) for i in o])
