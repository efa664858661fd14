"""The deep learning courses of Coursera: examples in columns, dictionaries of parameters, images with channels last.

Momentum is an exponential average; gradients of dense layers are divided by the number of examples; p is kept. The
published solution of `conv_backward` cuts the padding off by `[pad:-pad]`, which no padding of 0 survives: that is
declined, and not counted as wrong.
"""

import numpy as np

from primcheck.style import (
    Dims,
    Follows,
    Number,
    Square,
    Style,
    channels_first,
    channels_last,
    declines,
    first,
    kernels_first,
    kernels_last,
    may_refuse,
    squeezed,
    unseeded,
)

style = Style(
    title="Coursera",
    source="deeplearning.ai, Deep Learning Specialization, courses 1, 2 and 4",
    expects="""
        linear_forward(A, W, b)
        linear_backward(dZ, cache)
        sigmoid(Z)
        sigmoid_backward(dA, cache)
        relu(Z)
        relu_backward(dA, cache)
        conv_forward(A_prev, W, b, hparameters)
        conv_backward(dZ, cache)
        pool_forward(A_prev, hparameters, mode?)
        pool_backward(dA, cache, mode?)
        update_parameters | update_parameters_with_gd(parameters, grads, learning_rate)
        initialize_velocity(parameters)
        update_parameters_with_momentum(parameters, grads, v, beta, learning_rate)
        initialize_adam(parameters)
        update_parameters_with_adam(parameters, grads, v, s, t, learning_rate?, beta1?, beta2?, epsilon?)
        initialize_parameters_he(layers_dims)
    """,
    also="""
        A: A_prev a
        A_prev: A X
        Z: z x
        parameters: params
        grads: gradients
        learning_rate: lr alpha
        layers_dims: layer_dims dims
    """,
)


def dense(theirs, x: Dims(2), w, b):
    return _rows(first(theirs.linear_forward(_columns(x), _columns(w), b[:, None])))


def dense_backward(theirs, dy, x: Dims(2), w, *, batch=Follows("mean")):
    _, cache = theirs.linear_forward(_columns(x), _columns(w), np.zeros((w.shape[1], 1)))
    dx, dw, db = theirs.linear_backward(_columns(dy), cache)
    return _rows(dx), _rows(dw), squeezed(db, (w.shape[1],))


def sigmoid(theirs, x):
    return first(theirs.sigmoid(x))


def sigmoid_backward(theirs, dy, x):
    cache = _cache(theirs.sigmoid(x), x)
    return theirs.sigmoid_backward(dy.copy(), cache)


def relu(theirs, x):
    return first(theirs.relu(x))


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one")):
    cache = _cache(theirs.relu(x), x)
    return theirs.relu_backward(dy.copy(), cache)


def conv2d(theirs, x, w: Square, b, *, stride: Number, padding: Number):
    y, _ = theirs.conv_forward(channels_last(x), kernels_last(w), _biases(b), _convolving(w, stride, padding))
    return channels_first(y)


def _no_padding(arguments):
    return "takes no padding of 0: it cuts it off by [pad:-pad]" if arguments["padding"] in (0, (0, 0)) else ""


@may_refuse(_no_padding)
def conv2d_backward(theirs, dy, x, w: Square, *, stride: Number, padding: Number, batch=Follows("sum")):
    settings = _convolving(w, stride, padding)
    _, cache = theirs.conv_forward(channels_last(x), kernels_last(w), _biases(np.zeros(len(w))), settings)
    dx, dw, db = theirs.conv_backward(channels_last(dy), cache)
    return channels_first(dx), kernels_first(dw), squeezed(db, (len(w),))


def _other_windows(arguments):
    kernel = arguments["kernel"]
    return "takes square windows alone" if isinstance(kernel, tuple) and kernel[0] != kernel[1] else ""


@declines(_other_windows)
def max_pool2d(theirs, x, *, kernel: Number, stride: Number):
    return channels_first(theirs.pool_forward(channels_last(x), _pooling(kernel, stride), mode="max")[0])


@declines(_other_windows)
def max_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number, ties=Follows("all", "first", "split")):
    _, cache = theirs.pool_forward(channels_last(x), _pooling(kernel, stride), mode="max")
    return channels_first(theirs.pool_backward(channels_last(dy), cache, mode="max"))


@declines(_other_windows)
def avg_pool2d(theirs, x, *, kernel: Number, stride: Number):
    return channels_first(theirs.pool_forward(channels_last(x), _pooling(kernel, stride), mode="average")[0])


@declines(_other_windows)
def avg_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number):
    _, cache = theirs.pool_forward(channels_last(x), _pooling(kernel, stride), mode="average")
    return channels_first(theirs.pool_backward(channels_last(dy), cache, mode="average"))


def sgd(theirs, param, grad, *, lr):
    return theirs.update_parameters(_parameters(param), _gradients(grad), lr)["W1"]


AVERAGE = Follows("average", "lr_outside", "lr_inside")
EPSILON = Follows("outside", "inside", "hat")


def momentum(theirs, param, grad, velocity, *, lr, momentum, form=AVERAGE):
    theirs.initialize_velocity(_parameters(param))
    return _moved(theirs, param, grad, velocity, lr, momentum)


def momentum__alone(theirs, param, grad, velocity, *, lr, momentum, form=AVERAGE):
    return _moved(theirs, param, grad, velocity, lr, momentum)


def _moved(theirs, param, grad, velocity, lr, momentum):
    parameters, v = theirs.update_parameters_with_momentum(
        _parameters(param), _gradients(grad), _gradients(velocity.copy()), momentum, lr
    )
    return parameters["W1"], v["dW1"]


def adam(theirs, param, grad, m, v, *, step, lr, beta1, beta2, eps, epsilon=EPSILON):
    theirs.initialize_adam(_parameters(param))
    return _adapted(theirs, param, grad, m, v, step, lr, beta1, beta2, eps)


def adam__alone(theirs, param, grad, m, v, *, step, lr, beta1, beta2, eps, epsilon=EPSILON):
    return _adapted(theirs, param, grad, m, v, step, lr, beta1, beta2, eps)


def _adapted(theirs, param, grad, m, v, *settings):
    averages = _gradients(m.copy()), _gradients(v.copy())
    parameters, m, v, *_ = theirs.update_parameters_with_adam(
        _parameters(param), _gradients(grad), *averages, *settings
    )
    return parameters["W1"], m["dW1"], v["dW1"]


def _not_two(arguments):
    return "" if len(arguments["shape"]) == 2 else "makes the weights of dense layers alone"


@declines(_not_two)
def he_normal_init(theirs, shape, *, fan=Follows("in"), tails=Follows("plain")):
    return unseeded(lambda: _rows(theirs.initialize_parameters_he(list(shape))["W1"]))


def _columns(rows):
    return np.ascontiguousarray(rows.T)


_rows = np.transpose


def _cache(result, x):
    return result[1] if isinstance(result, tuple) else x


def _biases(b):
    return b.reshape(1, 1, 1, -1)


def _convolving(w, stride, padding):
    return {"stride": stride, "pad": padding, "f": w.shape[2]}


def _pooling(kernel, stride):
    return {"f": kernel, "stride": kernel if stride is None else stride}


def _parameters(value):
    return {"W1": value.copy(), "b1": np.zeros((1, 1))}


def _gradients(value):
    return {"dW1": value, "db1": np.zeros((1, 1))}
