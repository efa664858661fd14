"""Layers that are handed their weights and show weights and gradients as properties, channels last, as SkalskiP writes them.

Gradients of weights and biases are divided by the number of examples; dense weights are (out, in); dropout keeps.
"""

import numpy as np

from primcheck.style import (
    Dims,
    Follows,
    Number,
    Style,
    Two,
    Way,
    channels_first,
    channels_last,
    declines,
    kernels_first,
    kernels_last,
    mask_of,
    masked,
    one_stride,
    squeezed,
)

style = Style(
    title="ILearnDeepLearning",
    source="Piotr Skalski, ILearnDeepLearning.py",
    expects="""
        DenseLayer(w, b): forward_pass(a_prev, training), backward_pass(da_curr)
        ConvLayer2D | FastConvLayer2D | SuperFastConvLayer2D(w, b, padding?, stride?): forward_pass(a_prev, training), backward_pass(da_curr)
        MaxPoolLayer(pool_size, stride?): forward_pass(a_prev, training), backward_pass(da_curr)
        DropoutLayer(keep_prob): forward_pass(a_prev, training), backward_pass(da_curr)
        ReluLayer(): forward_pass(a_prev, training), backward_pass(da_curr)
    """,
)

KEEPING = dict(keep="keep_prob as the probability of keeping", drop="keep_prob as the probability of dropping")


def dense(theirs, x: Dims(2), w, b):
    return theirs.DenseLayer(w.T.copy(), b.reshape(1, -1)).forward_pass(x, True)


def dense_backward(theirs, dy, x: Dims(2), w, *, batch=Follows("mean", "sum")):
    layer = theirs.DenseLayer(w.T.copy(), np.zeros((1, w.shape[1])))
    layer.forward_pass(x, True)
    dx = layer.backward_pass(dy)
    dw, db = layer.gradients
    return dx, dw.T, squeezed(db, (w.shape[1],))


def _paddings(arguments):
    padding, stride = arguments["padding"], arguments["stride"]
    if padding in (0, (0, 0), "valid"):
        return ""
    return (
        "" if padding == "same" and stride in (1, (1, 1)) else "pads not at all, or to the same size at a stride of 1"
    )


@declines(_paddings)
def conv2d(theirs, x, w, b, *, stride: Number, padding, same_pad=Follows("end", "start")):
    layer = theirs.ConvLayer2D(kernels_last(w), b, "same" if padding == "same" else "valid", stride)
    return channels_first(layer.forward_pass(channels_last(x), True))


@declines(_paddings)
def conv2d_backward(
    theirs, dy, x, w, *, stride: Number, padding, same_pad=Follows("end", "start"), batch=Follows("mean", "sum")
):
    layer = theirs.ConvLayer2D(kernels_last(w), np.zeros(len(w)), "same" if padding == "same" else "valid", stride)
    layer.forward_pass(channels_last(x), True)
    dx = channels_first(layer.backward_pass(channels_last(dy)))
    dw, db = layer.gradients
    return dx, kernels_first(dw), squeezed(db, (len(w),))


@declines(one_stride)
def max_pool2d(theirs, x, *, kernel: Two, stride: Number):
    layer = theirs.MaxPoolLayer(kernel, kernel[0] if stride is None else stride)
    return channels_first(layer.forward_pass(channels_last(x), True))


@declines(one_stride)
def max_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Number, ties=Follows("first", "all")):
    layer = theirs.MaxPoolLayer(kernel, kernel[0] if stride is None else stride)
    layer.forward_pass(channels_last(x), True)
    return channels_first(layer.backward_pass(channels_last(dy)))


def dropout(theirs, x, *, rate, training, p_is=Way(**KEEPING)):
    layer = theirs.DropoutLayer(1 - rate if p_is == "keep" else rate)
    y = layer.forward_pass(x.copy(), training)
    return y, mask_of(layer, x, y) if training else np.ones(x.shape, bool)


def dropout_backward(theirs, dy, mask, *, rate, p_is=Way(**KEEPING)):
    layer = theirs.DropoutLayer(1 - rate if p_is == "keep" else rate)
    for _ in range(50):
        if np.any(layer.forward_pass(np.ones_like(dy), True)):
            break
    masked(layer, mask, 1 / (1 - rate))
    return layer.backward_pass(dy.copy())


def relu(theirs, x):
    return theirs.ReluLayer().forward_pass(x, True)


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one")):
    layer = theirs.ReluLayer()
    layer.forward_pass(x, True)
    return layer.backward_pass(dy.copy())
