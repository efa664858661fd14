"""hipsternet: layers as functions with a cache, p as the probability of keeping, running statistics handed over as a pair."""

import numpy as np

from primcheck.style import (
    BuiltIn,
    Dims,
    Follows,
    Number,
    Style,
    Way,
    declines,
    first,
    mask_of,
    masked,
    may_refuse,
    ragged,
    squeezed,
)

style = Style(
    title="hipsternet",
    source="Agustinus Kristiadi, hipsternet",
    expects="""
        fc_forward(X, W, b)
        fc_backward(dout, cache)
        relu_forward(X)
        relu_backward(dout, cache)
        lrelu_forward(X, a?)
        lrelu_backward(dout, cache, a?)
        sigmoid_forward(X)
        sigmoid_backward(dout, cache)
        tanh_forward(X)
        tanh_backward(dout, cache)
        dropout_forward(X, p_dropout)
        dropout_backward(dout, cache)
        bn_forward(X, gamma, beta, cache, momentum?, train?)
        bn_backward(dout, cache)
        conv_forward(X, W, b, stride?, padding?)
        conv_backward(dout, cache)
        maxpool_forward(X, size?, stride?)
        maxpool_backward(dout, cache)
        avgpool_forward(X, size?, stride?)
        avgpool_backward(dout, cache)
    """,
    also="X: x\n W: w\n dout: dy\n padding: pad",
)

KEEPING = dict(keep="p_dropout as the probability of keeping", drop="p_dropout as the probability of dropping")
EPS = BuiltIn(1e-8, 1e-5, 1e-7, 1e-6)


def dense(theirs, x, w, b):
    return first(theirs.fc_forward(x, w, b))


def dense_backward(theirs, dy, x, w):
    _, cache = theirs.fc_forward(x, w, np.zeros((1, w.shape[1])))
    dx, dw, db = theirs.fc_backward(dy, cache)
    return dx, dw, squeezed(db, (w.shape[1],))


def relu(theirs, x):
    return first(theirs.relu_forward(x))


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one")):
    _, cache = theirs.relu_forward(x)
    return theirs.relu_backward(dy.copy(), cache)


def leaky_relu(theirs, x, *, slope):
    return first(theirs.lrelu_forward(x, slope))


def leaky_relu_backward(theirs, dy, x, *, slope, at_zero=Follows("slope", "one")):
    _, cache = theirs.lrelu_forward(x, slope)
    return theirs.lrelu_backward(dy.copy(), cache)


def sigmoid(theirs, x):
    return first(theirs.sigmoid_forward(x))


def sigmoid_backward(theirs, dy, x):
    _, cache = theirs.sigmoid_forward(x)
    return theirs.sigmoid_backward(dy, cache)


def tanh(theirs, x):
    return first(theirs.tanh_forward(x))


def tanh_backward(theirs, dy, x):
    _, cache = theirs.tanh_forward(x)
    return theirs.tanh_backward(dy, cache)


def _evaluation(arguments):
    return "" if arguments.get("training", True) else "drops in training alone"


@declines(_evaluation)
def dropout(theirs, x, *, rate, training, p_is=Way(**KEEPING)):
    y, cache = theirs.dropout_forward(x, 1 - rate if p_is == "keep" else rate)
    return y, mask_of(cache, x, y)


def dropout_backward(theirs, dy, mask, *, rate, p_is=Way(**KEEPING)):
    for _ in range(50):
        y, cache = theirs.dropout_forward(np.ones_like(dy), 1 - rate if p_is == "keep" else rate)
        if np.any(y):
            break
    return theirs.dropout_backward(dy, masked(cache, mask, 1 / (1 - rate)))


def batch_norm(
    theirs,
    x: Dims(2),
    gamma,
    beta,
    running_mean,
    running_var,
    *,
    momentum,
    eps=EPS,
    running=Follows("biased", "unbiased"),
):
    kept = running_mean.copy(), running_var.copy()
    y, _, mean, variance = theirs.bn_forward(x, gamma, beta, kept, momentum=momentum, train=True)
    return y, squeezed(mean, running_mean.shape), squeezed(variance, running_var.shape)


def batch_norm_inference(theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, eps=EPS):
    return first(theirs.bn_forward(x, gamma, beta, (running_mean.copy(), running_var.copy()), train=False))


def batch_norm_backward(theirs, dy, x: Dims(2), gamma, *, eps=EPS):
    kept = np.zeros_like(gamma), np.ones_like(gamma)
    _, cache, *_ = theirs.bn_forward(x, gamma, np.zeros_like(gamma), kept, train=True)
    dx, dgamma, dbeta = theirs.bn_backward(dy, cache)
    return dx, squeezed(dgamma, gamma.shape), squeezed(dbeta, gamma.shape)


@may_refuse(ragged)
def conv2d(theirs, x, w, b, *, stride: Number, padding: Number):
    return first(theirs.conv_forward(x, w, b[:, None], stride=stride, padding=padding))


@may_refuse(ragged)
def conv2d_backward(theirs, dy, x, w, *, stride: Number, padding: Number):
    _, cache = theirs.conv_forward(x, w, np.zeros((len(w), 1)), stride=stride, padding=padding)
    dx, dw, db = theirs.conv_backward(dy, cache)
    return dx, dw, squeezed(db, (len(w),))


@may_refuse(ragged)
def max_pool2d(theirs, x, *, kernel: Number, stride: Number):
    return first(theirs.maxpool_forward(x, size=kernel, stride=stride or kernel))


@may_refuse(ragged)
def max_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number, ties=Follows("first", "all")):
    _, cache = theirs.maxpool_forward(x, size=kernel, stride=stride or kernel)
    return theirs.maxpool_backward(dy, cache)


@may_refuse(ragged)
def avg_pool2d(theirs, x, *, kernel: Number, stride: Number):
    return first(theirs.avgpool_forward(x, size=kernel, stride=stride or kernel))


@may_refuse(ragged)
def avg_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number):
    _, cache = theirs.avgpool_forward(x, size=kernel, stride=stride or kernel)
    return theirs.avgpool_backward(dy, cache)
