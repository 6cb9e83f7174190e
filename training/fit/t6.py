import numpy as np, json, lightgbm as lgb
exec(open("t4.py").read().split('report((p > .4)')[0])
n = json.load(open(work/"names.json")); F = n["first"]
x, _, _ = data.load(work, work / "d1", slice(0, len(F)))
col = lambda s: x[:, F.index(s)]
inch = (col("in chosen") > 0) | (col("rule keeps") > 0)
caps = np.isin(col("rule reason"), [9, 11])
p = np.where(caps, 0, p)
B = adaptive(p, .2, .5, 1)
q = np.where(inch, p, 0)
A = adaptive(q, .2, .5, 1)
R = (col("rule keeps") > 0) * 1.
SA, SB, SR = (data.page_scores(lab, k) for k in (A, B, R))
body = pages[:, 0] != ""
N = len(pages)
w = words
bc = lambda v: np.bincount(lab["page"], v, N)
one = np.zeros(N, int); one[lab["page"][::-1]] = np.arange(len(p))[::-1]
feats = {}
feats["kA"] = bc(w*A); feats["kB"] = bc(w*B); feats["kR"] = bc(w*R)
feats["shareAB"] = feats["kA"]/np.maximum(1, feats["kB"])
feats["shareRB"] = bc(w*R*B)/np.maximum(1, feats["kB"])
feats["mA"] = bc(w*A*p)/np.maximum(1, feats["kA"])
feats["mOut"] = bc(w*B*(1-A)*p)/np.maximum(1, bc(w*B*(1-A)))
feats["mR"] = bc(w*R*p)/np.maximum(1, feats["kR"])
feats["total"] = bc(w)
feats["maxp"] = np.array([0.]*N); np.maximum.at(feats["maxp"], lab["page"], p)
feats["nB"] = bc(B); feats["nA"] = bc(A)
feats["wlB"] = feats["kB"]/np.maximum(1, feats["nB"]); feats["wlA"] = feats["kA"]/np.maximum(1, feats["nA"])
for s in ["page link density","page good","page kept share","page long","page blocks","page articles","page items","page linked headings","page headings","page entity","url depth","url last","url digits","page discussion","has headline","has witness","chosen share","chosen link density"]:
    feats[s] = col(s)[one]
hid = np.random.default_rng(3).random(N) < .4
for s in ("url depth","url last","url digits"): feats[s] = np.where(hid, -1, feats[s])
X = np.stack(list(feats.values()), 1); names = list(feats)
fold = lab["fold"][one]
ok = ~np.isnan(SA) & ~np.isnan(SB)
d = np.where(ok, SB - SA, 0)
P = dict(objective="binary", learning_rate=.08, num_leaves=6, min_data_in_leaf=25, feature_fraction=.5, bagging_fraction=.7, bagging_freq=1, num_threads=1, seed=3, verbose=-1, deterministic=True, force_row_wise=True)
oof = np.zeros(N)
setw = np.array([{"wcxb":1,"naeb":1.5,"fundus":1.5,"magic_html":1.5,"zh_wced":2,"trafilatura":.7,"postlight":.5,"goose3":.3}.get(s,0) for s in pages[:,0]])
for k in range(5):
    tr = ok & (fold != k) & (np.abs(d) > .005)
    b = lgb.train(P, lgb.Dataset(X[tr], (d[tr] > 0).astype(int), weight=np.abs(d[tr])*setw[tr]), 80)
    oof[fold == k] = b.predict(X[fold == k])
g = b.feature_importance("gain"); print([(names[i], round(float(100*g[i]/g.sum()),1)) for i in np.argsort(-g)[:16]])
for thr in (.3, .5, .7):
    use = (oof > thr)
    K = np.where(use[lab["page"]], B, A)
    report(K, f"choice {thr}")
report(A, "A"); report(B, "B"); report(R, "R")
K = np.where((SB > SA)[lab["page"]], B, A); report(K, "best")
print("----")
mR, mO = feats["mR"], feats["mOut"]; mA = feats["mA"]
for a in (.75, .8, .85, .9):
  for o in (.65, .75, .85):
    use = ~((mA > a) & (mO < o) & (feats["kA"] > 60))
    K = np.where(use[lab["page"]], B, A)
    report(K, f"A if mA>{a} mO<{o} ({(~use).sum()})")
for gap in (.1, .15, .2, .25, .3):
    use = ~((mA - mO > gap) & (feats["kA"] > 60))
    report(np.where(use[lab["page"]], B, A), f"gap {gap} ({(~use).sum()})")
print("++++")
for gap in (.1, .15, .2, .25, .3):
    K = ((B > 0) & (inch | (p > (mA - gap)[lab["page"]]) | (feats["kA"] < 40)[lab["page"]])) * 1.
    report(K, f"block gap {gap}")
# mean by page plus block
for gap in (.15, .2, .25):
    off = ((mA - mO > gap) & (feats["kA"] > 40))[lab["page"]]
    K = ((B > 0) & (inch | (~off & (p > (mA - .3)[lab["page"]])) | (feats["kA"] < 40)[lab["page"]])) * 1.
    report(K, f"both gap {gap}")
