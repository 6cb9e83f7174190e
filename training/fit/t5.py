import numpy as np
from pathlib import Path
import data
exec(open("t4.py").read().split('report((p > .4)')[0])
W1 = 164
import json
n = json.load(open(work/"names.json"))
x, _, _ = data.load(work, work / "d1", [n["first"].index("rule keeps")])
rules = (x[:, 0] > .5).astype(float)
c = {"rules": rules, "m.3": (p > .3)*1., "m.45": (p > .45)*1., "m.6": (p>.6)*1., "ad": adaptive(p)}
S = {k: data.page_scores(lab, v) for k, v in c.items()}
mx = np.nanmax(np.stack(list(S.values())), 0)
for k, nm in enumerate(data.SETS[:5]):
    o = pages[:, 0] == nm
    print(nm, "best of all", round(float(np.nanmean(mx[o])), 4), {k: round(float(np.nanmean(v[o])), 4) for k, v in S.items()})
