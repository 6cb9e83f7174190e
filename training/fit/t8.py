import numpy as np, json
exec(open("t4.py").read().split('report((p > .4)')[0])
n = json.load(open(work/"names.json")); F = n["first"]
x, _, _ = data.load(work, work / "d1", [F.index(s) for s in ("in chosen", "rule keeps", "rule reason", "inside figure", "hint standfirst", "from headline", "mark")])
inch, keeps, rr, fig, stand, head, mark = x.T
real = lambda m: None
caps = ((rr == 9) & (fig > 0)) | (rr == 11)
q = np.where(caps, 0, p)
lead = (head > 0) & (head <= 24)
inside = (inch > 0) | (keeps > 0) | lead
def decide(gap=.25, lo=.25, hi=.5, floor={}, scale=1.0):
    B = adaptive(q, lo, hi, scale)
    k = (B > 0) & inside
    tot = np.bincount(lab["page"], words * k, len(pages))
    mA = np.bincount(lab["page"], words * k * q, len(pages)) / np.maximum(tot, 1)
    K = (B > 0) & (inside | (q > (mA - gap)[lab["page"]]) | (tot < 40)[lab["page"]])
    for r, t in floor.items(): K &= ~((rr == r) & (q < t))
    return K * 1.
report(decide(), "now")
for r in (8, 10, 12, 13, 14, 15, 16):
    for t in (.6, .7, 2):
        report(decide(floor={r: t}), f"reason {r} floor {t}")
report(decide(floor={10: .6, 14: .6, 16: .6, 12: .6}), "10 14 16 12 floor .6")
for g in (.15, .2, .3): report(decide(gap=g), f"gap {g}")
for lo, hi in ((.3,.5),(.25,.55),(.2,.5),(.25,.45)): report(decide(lo=lo, hi=hi), f"lo {lo} hi {hi}")
report(decide(lo=.25, hi=.55, scale=1.1), "scale 1.1")
K = decide(); K[(stand > 0) & (rr == 10)] = 0; report(K, "no standfirst")
