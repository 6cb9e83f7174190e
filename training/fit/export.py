"""Writes a model's file as `src/content/model` reads it."""
import struct, numpy as np

MAGIC = b"tearsheet roles 1\n"
LEAF = 65535


def tree_nodes(tree):
    """The nodes of a LightGBM tree in preorder: feature, right child, value."""
    nodes = []

    def visit(node):
        stack = [(node, None)]
        while stack:
            node, parent = stack.pop()
            at = len(nodes)
            if parent is not None:
                nodes[parent][1] = at
            if "split_index" not in node:
                nodes.append([LEAF, 0, float(node["leaf_value"])])
                continue
            assert node["decision_type"] == "<="
            nodes.append([node["split_feature"], 0, float(node["threshold"])])
            stack.append((node["right_child"], at))
            stack.append((node["left_child"], None))

    visit(tree)
    return nodes


def down(x):
    """The nearest f32 that is not above: features are f32, so every comparison comes out the same."""
    y = np.float32(x)
    return y if float(y) <= x else np.nextafter(y, np.float32(-np.inf))


def forest(booster):
    if booster is None:
        return struct.pack("<If", 0, 0.0)
    trees = booster.dump_model()["tree_info"]
    out = [struct.pack("<If", len(trees), 0.0)]
    for t in trees:
        nodes = tree_nodes(t["tree_structure"])
        out.append(struct.pack("<I", len(nodes)))
        for feature, right, value in nodes:
            value = float(np.clip(value, -3e38, 3e38))
            out.append(struct.pack("<HHf", feature, right, float(np.float32(value)) if feature == LEAF else float(down(value))))
    return b"".join(out)


def write(path, widths, table, first=None, second=None):
    data = MAGIC + struct.pack("<HH", *widths) + table.tobytes() + forest(first) + forest(second)
    path.write_bytes(data)
    return len(data)
