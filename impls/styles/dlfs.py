"""Deep Learning from Scratch, volumes 1 and 2: layers with forward and backward, optimizers that update in place.

Dropout leaves training unscaled and multiplies in evaluation; batch normalization of images takes every position for a
feature of its own; Adam's ε is added to the uncorrected root. The layers may change the gradient that they are given.
"""

import numpy as np

from primcheck.style import (
    GUARDS,
    UNSEEN,
    BuiltIn,
    Follows,
    Number,
    Style,
    Two,
    Way,
    beyond,
    declines,
    drawn,
    lowered,
    mask_of,
    masked,
    may_refuse,
    one_stride,
    ragged,
    squeezed,
    swamped,
    tune,
    unguarded,
)

style = Style(
    title="Deep Learning from Scratch",
    source="Koki Saitoh, Deep Learning from Scratch, O'Reilly Japan, volumes 1 and 2",
    expects="""
        Relu | ReLU(): forward(x), backward(dout)
        Sigmoid(): forward(x), backward(dout)
        Affine(W, b): forward(x), backward(dout)
        SoftmaxWithLoss(): forward(x, t), backward(dout?)
        Dropout(dropout_ratio?): forward(x, train_flg?), backward(dout)
        BatchNormalization(gamma, beta, momentum?, running_mean?, running_var?): forward(x, train_flg?), backward(dout)
        Convolution(W, b, stride?, pad?): forward(x), backward(dout)
        Pooling(pool_h, pool_w, stride?, pad?): forward(x), backward(dout)
        SGD(lr): update(params, grads)
        Momentum(lr, momentum?): update(params, grads)
        Nesterov(lr, momentum?): update(params, grads)
        AdaGrad(lr): update(params, grads)
        RMSprop(lr, decay_rate?): update(params, grads)
        Adam(lr, beta1?, beta2?): update(params, grads)
        mean_squared_error | sum_squared_error(y, t)
        cross_entropy_error(y, t)
        im2col(input_data, filter_h, filter_w, stride, pad)
        col2im(col, input_shape, filter_h, filter_w, stride, pad)
    """,
    also="""
        x: X
        W: w
        dout: dy
        train_flg: train_flag is_train training train
        dropout_ratio: ratio
        input_data: x img
        filter_h: kh
        filter_w: kw
    """,
)

HAT = Follows("hat", "outside", "inside")
EPSILON, FORM = Follows("outside", "inside"), Follows("lr_inside", "lr_outside")
SMALL = BuiltIn(1e-7, 1e-8, 1e-6, 1e-10)
SCALING = Follows("at_inference", "inverted")
HOLDER = Way(dict="parameters in a dictionary", list="parameters in a list")
TARGETS = dict(any="targets as distributions", one_hot="one-hot targets", labels="targets as labels")


def relu(theirs, x):
    return theirs.Relu().forward(x)


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one")):
    layer = theirs.Relu()
    layer.forward(x)
    return layer.backward(dy.copy())


def sigmoid(theirs, x):
    return theirs.Sigmoid().forward(x)


def sigmoid_backward(theirs, dy, x):
    layer = theirs.Sigmoid()
    layer.forward(x)
    return layer.backward(dy.copy())


def dense(theirs, x, w, b):
    return theirs.Affine(w, b).forward(x)


def dense_backward(theirs, dy, x, w):
    layer = theirs.Affine(w, np.zeros(w.shape[1]))
    layer.forward(x)
    dx = layer.backward(dy.copy())
    return dx, _gradient(layer, "dW", 0), squeezed(_gradient(layer, "db", 1), (w.shape[1],))


def _one_class(arguments):
    return "takes labels of one class for one-hot rows" if arguments["logits"].shape[1] == 1 else ""


@may_refuse(_one_class)
@declines(swamped)
def softmax_cross_entropy_loss(theirs, logits, labels, *, reduction=Follows("mean"), in_log=Way(**GUARDS)):
    return unguarded(lambda x, t: theirs.SoftmaxWithLoss().forward(x, t), logits, labels, in_log)


@may_refuse(_one_class)
def softmax_cross_entropy_loss_backward(theirs, logits, labels, *, reduction=Follows("mean")):
    layer = theirs.SoftmaxWithLoss()
    layer.forward(logits, labels)
    return layer.backward(1)


def dropout(theirs, x, *, rate, training, scaling=SCALING):
    layer = theirs.Dropout(rate)
    y = layer.forward(x, training)
    return y, mask_of(layer, x, y) if training else np.ones(x.shape, bool)


def dropout_backward(theirs, dy, mask, *, rate, scaling=SCALING):
    layer = theirs.Dropout(rate)
    drawn(lambda ones: layer.forward(ones, True), layer.backward, np.ones_like(dy))
    masked(layer, mask, 1 / (1 - rate))
    return layer.backward(dy.copy())


MOST_EPS = BuiltIn(1e-6, 1e-7, 1e-5, 1e-8, 1e-3)


def batch_norm(
    theirs,
    x,
    gamma,
    beta,
    running_mean,
    running_var,
    *,
    momentum,
    eps=MOST_EPS,
    axes=Follows("feature", "channel"),
    running=Follows("biased", "unbiased"),
    momentum_of=Follows("old", "new"),
):
    layer = theirs.BatchNormalization(gamma, beta, momentum, running_mean.copy(), running_var.copy())
    y = layer.forward(x, True)
    return y, _flat(layer.running_mean), _flat(layer.running_var)


def batch_norm_inference(
    theirs, x, gamma, beta, running_mean, running_var, *, eps=MOST_EPS, axes=Follows("feature", "channel")
):
    return theirs.BatchNormalization(gamma, beta, 0.9, running_mean.copy(), running_var.copy()).forward(x, False)


def batch_norm_backward(theirs, dy, x, gamma, *, eps=MOST_EPS, axes=Follows("feature", "channel")):
    layer = theirs.BatchNormalization(gamma, np.zeros_like(gamma))
    layer.forward(x, True)
    dx = layer.backward(dy.copy())
    return dx, squeezed(_gradient(layer, "dgamma", 0), gamma.shape), squeezed(_gradient(layer, "dbeta", 1), gamma.shape)


def conv2d(theirs, x, w, b, *, stride: Number, padding: Number):
    return theirs.Convolution(w, b, stride, padding).forward(x)


def conv2d_backward(theirs, dy, x, w, *, stride: Number, padding: Number):
    layer = theirs.Convolution(w, np.zeros(len(w)), stride, padding)
    layer.forward(x)
    dx = layer.backward(dy.copy())
    return dx, _gradient(layer, "dW", 0), _gradient(layer, "db", 1)


@declines(one_stride)
def max_pool2d(theirs, x, *, kernel: Two, stride: Number):
    return theirs.Pooling(*kernel, kernel[0] if stride is None else stride, 0).forward(x)


@declines(one_stride)
@may_refuse(ragged)
def max_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Number, ties=Follows("first", "all", "split")):
    layer = theirs.Pooling(*kernel, kernel[0] if stride is None else stride, 0)
    layer.forward(x)
    return layer.backward(dy.copy())


def sgd(theirs, memory, param, grad, *, lr, holder=HOLDER):
    return _updated(memory, lambda: theirs.SGD(lr), param, grad, holder, lr=lr)


def momentum(theirs, memory, param, grad, velocity, *, lr, momentum, form=FORM, holder=HOLDER):
    return _updated(
        memory, lambda: theirs.Momentum(lr, momentum), param, grad, holder, lr=lr, momentum=momentum
    ), UNSEEN


def nesterov(theirs, memory, param, grad, velocity, *, lr, momentum, form=FORM, holder=HOLDER):
    return _updated(
        memory, lambda: theirs.Nesterov(lr, momentum), param, grad, holder, lr=lr, momentum=momentum
    ), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps=SMALL, epsilon=EPSILON, holder=HOLDER):
    return _updated(memory, lambda: theirs.AdaGrad(lr), param, grad, holder, lr=lr), UNSEEN


def rmsprop(theirs, memory, param, grad, mean_square, *, lr, rho, eps=SMALL, epsilon=EPSILON, holder=HOLDER):
    return _updated(memory, lambda: theirs.RMSprop(lr, rho), param, grad, holder, lr=lr, rho=rho), UNSEEN


def adam(theirs, memory, param, grad, m, v, *, step, lr, beta1, beta2, eps=SMALL, epsilon=HAT, holder=HOLDER):
    return (
        _updated(memory, lambda: theirs.Adam(lr, beta1, beta2), param, grad, holder, lr=lr, beta1=beta1, beta2=beta2),
        UNSEEN,
        UNSEEN,
    )


def mse_loss(theirs, prediction, target, *, reduction=Follows("half_sum", "half_mean", "mean", "sum")):
    return theirs.mean_squared_error(prediction, target)


def _not_one_hot(arguments):
    target = arguments["target"]
    soft = target.size and (np.any((target != 0) & (target != 1)) or np.any(target.sum(axis=-1) != 1))
    return "takes one class a row, not a distribution" if soft and arguments["targets"] != "any" else ""


@declines(beyond)
@declines(_not_one_hot)
def cross_entropy_loss(theirs, probability, target, *, in_log=Way(**GUARDS), targets=Way(**TARGETS)):
    t = target.argmax(axis=-1) if targets == "labels" else target
    return theirs.cross_entropy_error(lowered(probability, in_log), t)


def im2col(theirs, x, *, kernel: Two, stride: Number, padding: Number):
    return theirs.im2col(x, *kernel, stride, padding)


def col2im(theirs, cols, x_shape, *, kernel: Two, stride: Number, padding: Number):
    return theirs.col2im(cols, x_shape, *kernel, stride, padding)


def _gradient(layer, name, place):
    return getattr(layer, name) if hasattr(layer.own, name) else layer.grads[place]


def _updated(memory, make, param, grad, holder, **rates):
    optimizer = memory["it"] = memory.get("it") or make()
    tune(optimizer, memory, **rates)
    params, grads = ({"W": param.copy()}, {"W": grad}) if holder == "dict" else ([param.copy()], [grad])
    optimizer.update(params, grads)
    return params["W" if holder == "dict" else 0]


def _flat(value):
    return value.reshape(-1)
