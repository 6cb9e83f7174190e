import data, sys, json, numpy as np
from pathlib import Path
work = Path("/tmp/roles/w")
lab = data.of_used(dict(np.load(work / "labels.npz"))); pages = np.load(work / "pages.npy"); p = np.load(work / "oof2.npy")
for want in sys.argv[1:]:
    name, i = want.split("/")
    k = int(np.flatnonzero((pages[:, 0] == name) & (pages[:, 1] == i))[0])
    rows = np.flatnonzero(lab["page"] == k)
    for line in open(work / "d0" / f"{name}.jsonl"):
        if f'"id":"{i}"' in line or f'"id": "{i}"' in line:
            blocks = json.loads(line)["blocks"]; break
    print("=====", want, "kept by rules", sum(b[2] for b in blocks))
    last = None; run = []
    def flush():
        if run:
            ws = sum(lab["words"][r] for r in run)
            print(f"  y={last[0]} m={last[1]} n={len(run):4d} words={ws:6d} p={np.mean(p[run]):.2f} rules={[blocks[r-rows[0]][1][:12] for r in run[:2]]} {blocks[run[0]-rows[0]][0][:70]!r} … {blocks[run[-1]-rows[0]][0][:40]!r}")
    for r in rows:
        key = (int(lab["share"][r] > .5), int(p[r] > .45))
        if key != last: flush(); run = []; last = key
        run.append(r)
    flush()
