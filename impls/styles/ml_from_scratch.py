"""ML-From-Scratch: layers that get their shapes and an optimizer before they run, and update themselves in the backward pass.

Their gradients are seen by an optimizer that changes nothing. Dropout is scaled nowhere in training; the momentum of plain
descent is an average; ε stands inside the root.
"""

import numpy as np

from primcheck.style import (
    UNSEEN,
    BuiltIn,
    Dims,
    Follows,
    Number,
    Spy,
    Style,
    Two,
    Way,
    declines,
    mask_of,
    masked,
    may_refuse,
    one_stride,
    tune,
)

style = Style(
    title="ML-From-Scratch",
    source="Erik Linder-Norén, ML-From-Scratch, deep_learning",
    expects="""
        Dense(n_units, input_shape?): initialize(optimizer), forward_pass(X, training?), backward_pass(accum_grad)
        Conv2D(n_filters, filter_shape, input_shape?, padding?, stride?): initialize(optimizer), forward_pass(X, training?), backward_pass(accum_grad)
        BatchNormalization(momentum?): set_input_shape(shape), initialize(optimizer), forward_pass(X, training?), backward_pass(accum_grad)
        MaxPooling2D(pool_shape?, stride?, padding?): set_input_shape(shape), forward_pass(X, training?), backward_pass(accum_grad)
        Dropout(p): forward_pass(X, training?), backward_pass(accum_grad)
        SquareLoss(): loss(y, y_pred), gradient(y, y_pred)
        StochasticGradientDescent(learning_rate, momentum?): update(w, grad_wrt_w)
        Adagrad(learning_rate): update(w, grad_wrt_w)
        Adadelta(rho?, eps?): update(w, grad_wrt_w)
        RMSprop(learning_rate, rho?): update(w, grad_wrt_w)
        Adam(learning_rate, b1?, b2?): update(w, grad_wrt_w)
        Softmax(): __call__(x), gradient(x)
    """,
    also="grad_wrt_w: grad gradient dw g\n w: param params parameter W",
)

EPS = BuiltIn(0.01, 1e-5, 1e-8, 1e-3, 1e-6, 1e-7)
SMALL = BuiltIn(1e-8, 1e-7, 1e-6, 1e-10)


def dense(theirs, x: Dims(2), w, b):
    return _dense(theirs.Dense(w.shape[1], (w.shape[0],)), x, w, b)[0]


def dense_backward(theirs, dy, x: Dims(2), w):
    layer = theirs.Dense(w.shape[1], (w.shape[0],))
    _, spy = _dense(layer, x, w, np.zeros(w.shape[1]))
    dx = layer.backward_pass(dy)
    return dx, spy.of(w.shape, 0), spy.of((w.shape[1],), 1)


def _paddings(arguments):
    padding, stride = arguments["padding"], arguments["stride"]
    if padding in (0, (0, 0), "valid"):
        return ""
    return (
        "" if padding == "same" and stride in (1, (1, 1)) else "pads not at all, or to the same size at a stride of 1"
    )


@declines(_paddings)
def conv2d(theirs, x, w, b, *, stride: Number, padding, same_pad=Follows("end")):
    layer = theirs.Conv2D(len(w), w.shape[2:], x.shape[1:], _word(padding), stride)
    layer.initialize(Spy())
    return _convolution(layer, x, w, b)


@declines(_paddings)
def conv2d_backward(theirs, dy, x, w, *, stride: Number, padding, same_pad=Follows("end")):
    layer, spy = theirs.Conv2D(len(w), w.shape[2:], x.shape[1:], _word(padding), stride), Spy()
    layer.initialize(spy)
    _convolution(layer, x, w, np.zeros(len(w)))
    dx = layer.backward_pass(dy)
    return dx, spy.of(w.shape, 0), spy.of((len(w),), 1)


NONE = dict(number="a padding of 0", word='a padding called "valid"')


def _ragged(arguments):
    return "may refuse sizes that the stride does not divide"


@declines(one_stride)
@may_refuse(_ragged)
def max_pool2d(theirs, x, *, kernel: Two, stride: Number, none=Way(**NONE)):
    layer = theirs.MaxPooling2D(kernel, kernel[0] if stride is None else stride, 0 if none == "number" else "valid")
    layer.set_input_shape(x.shape[1:])
    return layer.forward_pass(x)


@declines(one_stride)
@may_refuse(_ragged)
def max_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Number, none=Way(**NONE), ties=Follows("first", "all")):
    layer = theirs.MaxPooling2D(kernel, kernel[0] if stride is None else stride, 0 if none == "number" else "valid")
    layer.set_input_shape(x.shape[1:])
    layer.forward_pass(x)
    return layer.backward_pass(dy)


def batch_norm(
    theirs,
    x,
    gamma,
    beta,
    running_mean,
    running_var,
    *,
    momentum,
    eps=EPS,
    axes=Follows("feature", "channel"),
    running=Follows("biased", "unbiased"),
    momentum_of=Follows("old"),
):
    layer = theirs.BatchNormalization(momentum)
    layer.set_input_shape(x.shape[1:])
    layer.initialize(Spy())
    y = _normalized(layer, x, gamma, beta, running_mean, running_var, training=True)
    return y, layer.running_mean.reshape(running_mean.shape), layer.running_var.reshape(running_var.shape)


def batch_norm_inference(
    theirs, x, gamma, beta, running_mean, running_var, *, eps=EPS, axes=Follows("feature", "channel")
):
    layer = theirs.BatchNormalization()
    layer.set_input_shape(x.shape[1:])
    layer.initialize(Spy())
    return _normalized(layer, x, gamma, beta, running_mean, running_var, training=False)


def batch_norm_backward(theirs, dy, x, gamma, *, eps=EPS, axes=Follows("feature", "channel")):
    layer, spy = theirs.BatchNormalization(), Spy()
    layer.set_input_shape(x.shape[1:])
    layer.initialize(spy)
    _normalized(layer, x, gamma, np.zeros_like(gamma), np.zeros_like(gamma), np.ones_like(gamma), training=True)
    dx = layer.backward_pass(dy)
    return dx, spy.of(gamma.shape, 0).reshape(-1), spy.of(gamma.shape, 1).reshape(-1)


def dropout(theirs, x, *, rate, training, scaling=Follows("at_inference", "inverted")):
    layer = theirs.Dropout(rate)
    y = layer.forward_pass(x, training)
    return y, mask_of(layer, x, y) if training else np.ones(x.shape, bool)


def dropout_backward(theirs, dy, mask, *, rate, scaling=Follows("at_inference", "inverted")):
    layer = theirs.Dropout(rate)
    for _ in range(50):
        if np.any(layer.forward_pass(np.ones_like(dy), True)):
            break
    masked(layer, mask, 1 / (1 - rate))
    return layer.backward_pass(dy)


def mse_loss(theirs, prediction, target, *, reduction=Follows("half_sum", "sum", "mean")):
    return np.sum(theirs.SquareLoss().loss(target, prediction))


def mse_loss_backward(theirs, prediction, target, *, reduction=Follows("half_sum", "sum", "mean")):
    return theirs.SquareLoss().gradient(target, prediction)


def sgd(theirs, memory, param, grad, *, lr):
    optimizer = memory["it"] = memory.get("it") or theirs.StochasticGradientDescent(lr)
    tune(optimizer, memory, lr=lr)
    return optimizer.update(param.copy(), grad)


def momentum(
    theirs, memory, param, grad, velocity, *, lr, momentum, form=Follows("average", "lr_outside", "lr_inside")
):
    optimizer = memory["it"] = memory.get("it") or theirs.StochasticGradientDescent(lr, momentum)
    tune(optimizer, memory, lr=lr, momentum=momentum)
    return optimizer.update(param.copy(), grad), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps=SMALL, epsilon=Follows("inside", "outside")):
    optimizer = memory["it"] = memory.get("it") or theirs.Adagrad(lr)
    tune(optimizer, memory, lr=lr)
    return optimizer.update(param.copy(), grad), UNSEEN


def _other_rate(arguments):
    return "" if arguments["lr"] == 1 else "has no learning rate"


@declines(_other_rate)
def adadelta(theirs, memory, param, grad, mean_square, mean_square_delta, *, lr, rho, eps):
    optimizer = memory["it"] = memory.get("it") or theirs.Adadelta(rho, eps)
    return optimizer.update(param.copy(), grad), UNSEEN, UNSEEN


def rmsprop(theirs, memory, param, grad, mean_square, *, lr, rho, eps=SMALL, epsilon=Follows("inside", "outside")):
    optimizer = memory["it"] = memory.get("it") or theirs.RMSprop(lr, rho)
    tune(optimizer, memory, lr=lr, rho=rho)
    return optimizer.update(param.copy(), grad), UNSEEN


def adam(
    theirs, memory, param, grad, m, v, *, step, lr, beta1, beta2, eps=SMALL, epsilon=Follows("outside", "inside", "hat")
):
    optimizer = memory["it"] = memory.get("it") or theirs.Adam(lr, beta1, beta2)
    tune(optimizer, memory, lr=lr, beta1=beta1, beta2=beta2)
    return optimizer.update(param.copy(), grad), UNSEEN, UNSEEN


def _last(arguments):
    return "" if arguments["axis"] in (-1, arguments["x"].ndim - 1) else "works along the last axis"


@declines(_last)
def softmax(theirs, x, *, axis):
    return theirs.Softmax().__call__(x)


def _dense(layer, x, w, b):
    spy = Spy()
    layer.initialize(spy)
    layer.W, layer.w0 = w.copy(), b.reshape(1, -1)
    return layer.forward_pass(x, True), spy


def _word(padding):
    return "same" if padding == "same" else "valid"


def _convolution(layer, x, w, b):
    layer.W, layer.w0 = w.copy(), b.reshape(-1, 1)
    return layer.forward_pass(x, True)


def _normalized(layer, x, gamma, beta, mean, variance, training):
    shape = x.shape[1:] if gamma.size == int(np.prod(x.shape[1:])) else (len(gamma), *(1,) * (x.ndim - 2))
    layer.gamma, layer.beta = gamma.reshape(shape), beta.reshape(shape)
    layer.running_mean, layer.running_var = mean.reshape(shape), variance.reshape(shape)
    return layer.forward_pass(x, training)
