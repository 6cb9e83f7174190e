"""Writes a model's file as `src/content/model` reads it."""
import struct, numpy as np

MAGIC = b"tearsheet roles 2\n"
LEAF = 65535


def tree_nodes(tree):
    """The nodes of a LightGBM tree in preorder: feature and threshold, or 65535 and the leaf's value."""
    nodes, stack = [], [tree]
    while stack:
        node = stack.pop()
        if "split_index" not in node:
            nodes.append((LEAF, np.float32(node["leaf_value"])))
            continue
        assert node["decision_type"] == "<="
        nodes.append((node["split_feature"], down(np.clip(node["threshold"], -3e38, 3e38))))
        stack += [node["right_child"], node["left_child"]]
    return nodes


def down(x):
    """The nearest f32 that is not above: features are f32, so every comparison comes out the same."""
    y = np.float32(x)
    return y if float(y) <= x else np.nextafter(y, np.float32(-np.inf))


def forest(booster):
    trees = booster.dump_model()["tree_info"] if booster else []
    out = [struct.pack("<If", len(trees), 0.0)]
    for tree in trees:
        nodes = tree_nodes(tree["tree_structure"])
        out.append(struct.pack("<I", len(nodes)))
        out += [struct.pack("<Hf", feature, value) for feature, value in nodes]
    return b"".join(out)


def write(path, width, table, typical=None, booster=None):
    """`table` has the weights of the words, `typical` the middle value of each feature."""
    typical = np.zeros(width) if typical is None else typical
    data = MAGIC + struct.pack("<H", width) + table.tobytes() + np.asarray(typical, "<f4").tobytes() + forest(booster)
    path.write_bytes(data)
    return len(data)
