exec(open("t8.py").read().split('report(decide(), "now")')[0])
K0 = decide(); report(K0, "now")
B = adaptive(q, .25, .5)
for t in (.4, .35, .3, .2):
    K = np.where(((rr == 1) | (rr == 0)) & (q > t), 1., K0); report(K, f"text kept from {t}")
