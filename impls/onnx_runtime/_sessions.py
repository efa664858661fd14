"""Models of a single ONNX operator, run by ONNX Runtime on one thread."""

import functools

import onnxruntime
from onnx import NodeProto, helper

OPSET = 22


def run(operator, *arrays, outputs=1, opset=OPSET, **attributes):
    """The operator's result, or the tuple of its results; the session is kept for arrays of any shape."""
    return _results(_kept_session(_node(operator, len(arrays), outputs, attributes), _types(arrays), opset), arrays)


def run_once(operator, *arrays, outputs=1, opset=OPSET, **attributes):
    """The same in a session of its own: one with a seed goes on drawing."""
    return _results(_session(_node(operator, len(arrays), outputs, attributes), _types(arrays), opset), arrays)


def missing(operator, *arrays, outputs=1, opset=OPSET, **attributes):
    """ONNX Runtime's own words where it has no kernel for arrays of these types, or None."""
    return _refusal(_node(operator, len(arrays), outputs, attributes), _types(arrays), opset)


def session_of(nodes, types, outputs, constants=(), *, opset=OPSET, optimized=None):
    """A session for nodes that take inputs of these types; the model after basic optimizations goes to a file if asked for."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    if optimized:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(optimized)
    inputs = [helper.make_tensor_value_info(name, kind, None) for name, kind in types.items()]
    results = [helper.make_empty_tensor_value_info(name) for name in outputs]
    graph = helper.make_graph(nodes, "graph", inputs, results, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=10)
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def offer(name, value, *offered):
    """Refuse a convention that ONNX does not follow."""
    if value not in offered:
        raise ValueError(f"{name} must be {' or '.join(offered)}: ONNX offers nothing else, got {value!r}")


def pair(value):
    """Rows and columns; an integer stands for both."""
    return [value, value] if isinstance(value, int) else list(value)


def _types(arrays):
    return tuple(helper.np_dtype_to_tensor_dtype(array.dtype) for array in arrays)


def _node(operator, inputs, outputs, attributes):
    names = [f"x{i}" for i in range(inputs)], [f"y{i}" for i in range(outputs)]
    return helper.make_node(operator, *names, **attributes).SerializeToString()


def _session(node, types, opset):
    node = NodeProto.FromString(node)
    return session_of([node], dict(zip(node.input, types, strict=True)), node.output, opset=opset)


_kept_session = functools.lru_cache(maxsize=128)(_session)


def _results(session, arrays):
    results = session.run(None, {f"x{i}": array for i, array in enumerate(arrays)})
    return results[0] if len(results) == 1 else tuple(results)


@functools.cache
def _refusal(node, types, opset):
    try:
        _kept_session(node, types, opset)
    except Exception as error:
        says = str(error).removesuffix(" node with name ''").rpartition(" : ")[2].rpartition("] ")[2]
        return f"{helper.tensor_dtype_to_np_dtype(types[0]).name}: {says}"
    return None
