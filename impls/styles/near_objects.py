"""Layers as objects of common names, which make their own weights; gradients are kept, or told by how far weights move."""

import numpy as np

from primcheck.style import Dims, Follows, Style, Way, drawn, gradient_in, mask_of, masked, plant, squeezed

FORWARD = "forward | forward_pass | forward_prop | forward_propagation | fprop | __call__ | feedforward | call"
BACKWARD = "backward | backward_pass | backward_prop | backward_propagation | backprop | bprop | backpropagation"

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects=f"""
        Dense | Linear | DenseLayer | Dense_Layer | LinearLayer | FullyConnected | FullyConnectedLayer | FCLayer | FC | Layer_Dense | Layer | Fully_Connected | Affine | HiddenLayer(n_in?, n_out): {FORWARD}(x), {BACKWARD}(dy, lr?)
        Dropout | DropoutLayer | Dropout_Layer(rate): {FORWARD}(x, training?), {BACKWARD}(dy)
    """,
    also="""
        n_in: input_size in_features input_dim in_dim n_inputs input_units num_inputs nin in_size fan_in n_input inputs input_n in_ input_shape n_x num_input num_in in_units din in_dims input_nodes
        n_out: output_size out_features units n_neurons output_dim out_dim n_outputs output_units num_outputs nout out_size fan_out n_output neurons outputs output_n out num_neurons n_units num_output num_out out_units dout output_shape hidden_size output_nodes
        x: X inputs input input_data a_prev A_prev Z data inp
        dy: dout dvalues grad output_gradient d_out grad_output output_error gradient dA dZ delta error accum_grad upstream grads top_diff da dL d_output g
        lr: learning_rate alpha eta learn_rate learningrate
        rate: p prob dropout_rate keep_prob drop_prob ratio dropout_ratio level keep_probability p_drop
        training: train is_training train_flg mode train_mode is_train
    """,
)

LAYOUT = dict(
    rows="one example a row, weights of shape (in, out)",
    columns="one example a column, weights of shape (out, in)",
    units="one example a row, weights of shape (out, in)",
    single="one example at a time, a column",
)
KEEPING = dict(drop="the rate as the probability of dropping", keep="the rate as the probability of keeping")
WEIGHTS = "W w weights weight kernel Weights Weight w_ W_ theta"
BIASES = "b bias biases B Bias w0 b_ beta"
DW = "dW dw dweights dWeights grad_W grad_w W_grad w_grad weights_gradient grad_weights weight_grad weights_grad dweight grad_weight gW weight_gradient d_weights d_W dL_dW nabla_w"
DB = "db dB dbiases dbias grad_b b_grad biases_gradient bias_gradient grad_bias bias_grad biases_grad grad_biases gb d_biases d_bias d_b dL_db nabla_b"
RATE = 2.0**30
TURNED = {"columns", "single"}


def dense(theirs, x: Dims(2), w, b, *, layout=Way(**LAYOUT)):
    def ask(rows):
        layer = theirs.Dense(n_in=w.shape[0], n_out=w.shape[1])
        return _planted(layer, w, b, layout, rows)

    return np.concatenate([ask(row[None]) for row in x]) if layout == "single" else ask(x)


def dense_backward(theirs, dy, x: Dims(2), w, *, batch=Follows("sum", "mean"), layout=Way(**LAYOUT)):
    def ask(rows, upstream):
        layer = theirs.Dense(n_in=w.shape[0], n_out=w.shape[1])
        _planted(layer, w, np.zeros(w.shape[1]), layout, rows)
        before = [np.array(_held(layer.own, names), float) for names in (WEIGHTS, BIASES)]
        dx = layer.backward(dy=upstream.T.copy() if layout in TURNED else upstream.copy(), lr=RATE)
        after = [np.array(_held(layer.own, names), float) for names in (WEIGHTS, BIASES)]
        dw, db = ((old - new) / RATE for old, new in zip(before, after, strict=True))
        if not np.any(dw) and not np.any(db):
            still = not np.any(upstream)
            dw, db = _kept(layer.own, WEIGHTS, DW, dw, still), _kept(layer.own, BIASES, DB, db, still)
        turned = dw.T if layout != "rows" else dw
        return dx.T if layout in TURNED else dx, turned, squeezed(db, (w.shape[1],))

    if layout != "single" or _takes_batches(ask, dy, x, w):
        return ask(x, dy)
    parts = [ask(row[None], d[None]) for row, d in zip(x, dy, strict=True)]
    dx, dw, db = zip(*parts, strict=True)
    return np.concatenate(dx), sum(dw), sum(db)


def _takes_batches(ask, dy, x, w):
    """Tell whether code takes several examples at once: then that is how it is judged."""
    try:
        dx, dw, db = ask(x, dy)
    except (ValueError, IndexError, TypeError):
        return False
    return np.shape(dx) == x.shape and np.shape(dw) == w.shape and np.shape(db) == w.shape[1:]


def dropout(theirs, x, *, rate, training, rate_is=Way(**KEEPING), scaling=Follows("inverted", "at_inference")):
    layer = theirs.Dropout(rate=1 - rate if rate_is == "keep" else rate)
    y = _returned(layer, layer.forward(x=x, training=training is not False))
    return y, np.ones(x.shape, bool) if training is False else mask_of(layer, x, y)


def dropout_backward(theirs, dy, mask, *, rate, rate_is=Way(**KEEPING), scaling=Follows("inverted", "at_inference")):
    layer = theirs.Dropout(rate=1 - rate if rate_is == "keep" else rate)
    drawn(
        lambda ones: _returned(layer, layer.forward(x=ones, training=True)),
        lambda ones: layer.backward(dy=ones),
        np.ones_like(dy),
    )
    masked(layer.own, mask, 1 / (1 - rate))
    return layer.backward(dy=dy.copy())


def _planted(layer, w, b, layout, x):
    if _held(layer.own, WEIGHTS) is None:
        # It makes its weights at the first call.
        layer.forward(x=x.T.copy() if layout in TURNED else x)
    plant(layer.own, WEIGHTS, w if layout == "rows" else np.ascontiguousarray(w.T))
    plant(layer.own, BIASES, b)
    y = _returned(layer, layer.forward(x=x.T.copy() if layout in TURNED else x))
    return y.T if layout in TURNED else y


def _kept(layer, inner, names, unmoved, still):
    try:
        return gradient_in(layer, names, inner, unmoved.shape)
    except AttributeError:
        if still:
            return unmoved
        raise


def _held(layer, names):
    for holder in (vars(layer), *(getattr(layer, n, None) for n in ("params", "parameters"))):
        for name in names.split():
            if isinstance(holder, dict) and name in holder and not callable(holder[name]):
                return holder[name]
    return None


def _returned(layer, returned):
    return layer.output if returned is None else returned
