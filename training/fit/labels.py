"""Labels of blocks: which of a page's blocks its gold body has, by alignment of the words."""
import collections, json, re, zlib
from pathlib import Path

WORD = re.compile(r"[぀-ヿ㐀-鿿豈-﫿ก-๛]|[^\W぀-ヿ㐀-鿿豈-﫿ก-๛]+")
SECOND = {"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob", "gouv", "nom", "in"}


def words(text):
    return WORD.findall((text or "").lower())


def domain(url, otherwise):
    host = re.sub(r"^[a-z]+://", "", url or "").split("/")[0].split("@")[-1].split(":")[0].lower().strip(".")
    parts = host.split(".")
    if len(parts) < 2:
        return host or otherwise
    keep = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND else 2
    return ".".join(parts[-keep:])


def fold(name, folds=5):
    return zlib.crc32(name.encode()) % folds


def align(page, gold):
    """For each word of the page the place of its match in the longest common subsequence, or -1."""
    masks = collections.defaultdict(int)
    for j, word in enumerate(gold):
        masks[word] |= 1 << j
    full = (1 << len(gold)) - 1
    row, rows = full, [full]
    for word in page:
        m = masks.get(word, 0)
        if m:
            u = row & m
            row = ((row + u) | (row - u)) & full
        rows.append(row)
    match = [-1] * len(page)
    i, j = len(page), len(gold)
    bits = None
    while i and j:
        s = rows[i]
        # Jump over the places without a step.
        low = (~s) & ((1 << j) - 1)
        if not low:
            break
        j = low.bit_length()
        while i and not (rows[i - 1] >> (j - 1)) & 1:
            i -= 1
        if not i:
            break
        match[i - 1] = j - 1
        i -= 1
        j -= 1
    return match


def label(blocks, gold_text, most=60_000_000):
    """For each block the share of its words that the gold has (0 to 1), and its word count."""
    gold = words(gold_text)
    page, where, spans = [], [], []
    wanted = set(gold)
    for k, text in enumerate(blocks):
        w = words(text)
        spans.append((len(page), len(page) + len(w)))
        page += w
        where += [k] * len(w)
    if not gold:
        return [0.0] * len(blocks), [b - a for a, b in spans]
    if len(page) * len(gold) > most * 20:
        page_cut = page[: most * 20 // len(gold)]
    else:
        page_cut = page
    match = align(page_cut, gold) + [-1] * (len(page) - len(page_cut))
    used = [False] * len(gold)
    block_at = [-1] * len(gold)
    for i, j in enumerate(match):
        if j >= 0:
            used[j] = True
            block_at[j] = where[i]
    shares = []
    for k, (a, b) in enumerate(spans):
        n = b - a
        if not n:
            shares.append(0.0)
            continue
        good = 0
        for i in range(a, b):
            j = match[i]
            if j < 0:
                continue
            beside = (i > a and match[i - 1] == j - 1 and match[i - 1] >= 0) or (i + 1 < b and match[i + 1] == j + 1)
            good += beside or n == 1
        share = good / n
        if n <= 3 and share > 0:
            js = [match[i] for i in range(a, b) if match[i] >= 0]
            lo, hi = js[0], js[-1]
            near = lambda j: 0 <= j < len(gold) and block_at[j] >= 0 and abs(block_at[j] - k) <= 8
            if not (near(lo - 1) or lo == 0) and not (near(hi + 1) or hi == len(gold) - 1):
                share = 0.0
            elif not (near(lo - 1) or near(hi + 1)):
                share *= 0.5
        shares.append(share)
    # Texts that the gold has in another order.
    free = collections.Counter()
    for j in range(len(gold) - 3):
        if not (used[j] and used[j + 3]):
            free[tuple(gold[j:j + 4])] += 1
    if free:
        for k, (a, b) in enumerate(spans):
            if b - a >= 5 and shares[k] < 0.5:
                grams = [tuple(page[i:i + 4]) for i in range(a, b - 3)]
                hit = sum(free[g] > 0 for g in grams)
                if hit > 0.6 * len(grams):
                    shares[k] = max(shares[k], hit / len(grams))
                    for g in grams:
                        free[g] -= 1
    return shares, [b - a for a, b in spans]


def fold_space(text):
    return re.sub(r"\s+", " ", text).strip()


def label_snippets(blocks, yes, no):
    """1 for blocks with a wanted snippet, 0 for those with an unwanted one, None for all others."""
    flat = [fold_space(text) for text in blocks]
    out = [None] * len(blocks)
    for snippet in no:
        s = fold_space(snippet)
        for k, text in enumerate(flat):
            if s and s in text and len(text) < 4 * len(s) + 40:
                out[k] = 0.0
    for snippet in yes:
        s = fold_space(snippet)
        hits = [k for k, text in enumerate(flat) if s and s in text]
        for k in hits if len(hits) == 1 else hits[:1]:
            out[k] = 1.0
    return out


def load(folder):
    return [json.loads(line) for line in Path(folder).open(encoding="utf8") if line.strip()]
