"""numpy-ml: layers that make their weights at the first call, images with channels last, losses that are sums."""

import numpy as np

from primcheck.style import (
    GUARDS,
    UNSEEN,
    Dims,
    Follows,
    Number,
    Style,
    Two,
    Way,
    beyond,
    channels_first,
    channels_last,
    declines,
    kernels_first,
    kernels_last,
    lowered,
    may_refuse,
    one_stride,
    squeezed,
)

style = Style(
    title="numpy-ml",
    source="David Bourgin, numpy-ml, neural_nets",
    expects="""
        FullyConnected(n_out, act_fn?, init?, optimizer?): forward(X, retain_derived?), backward(dLdy, retain_grads?)
        Conv2D(out_ch, kernel_shape, pad?, stride?, dilation?, act_fn?, init?, optimizer?): forward(X, retain_derived?), backward(dLdy, retain_grads?)
        Pool2D(kernel_shape, stride?, pad?, mode?, optimizer?): forward(X, retain_derived?), backward(dLdY, retain_grads?)
        BatchNorm1D(momentum?, epsilon?, optimizer?): forward(X, retain_derived?), backward(dLdy, retain_grads?)
        BatchNorm2D(momentum?, epsilon?, optimizer?): forward(X, retain_derived?), backward(dLdy, retain_grads?)
        LayerNorm1D(epsilon?, optimizer?): forward(X, retain_derived?), backward(dLdy, retain_grads?)
        Softmax(dim?, optimizer?): forward(X, retain_derived?), backward(dLdy, retain_grads?)
        SquaredError(): loss(y, y_pred), grad(y, y_pred, z, act_fn)
        CrossEntropy(): loss(y, y_pred), grad(y, y_pred)
        SGD(lr, momentum?, clip_norm?, lr_scheduler?): update(param, param_grad, param_name, cur_loss?)
        AdaGrad(lr, eps?, clip_norm?, lr_scheduler?): update(param, param_grad, param_name, cur_loss?)
        RMSProp(lr, decay?, eps?, clip_norm?, lr_scheduler?): update(param, param_grad, param_name, cur_loss?)
        Adam(lr, decay1?, decay2?, eps?, clip_norm?, lr_scheduler?): update(param, param_grad, param_name, cur_loss?)
    """,
    also="""
        dLdy: dLdY dLdA dLdOut
    """,
)


def dense(theirs, x: Dims(2), w, b):
    return _fully_connected(theirs.FullyConnected, x, w, b)[1]


def dense_backward(theirs, dy, x: Dims(2), w):
    layer, _ = _fully_connected(theirs.FullyConnected, x, w, np.zeros(w.shape[1]))
    dx = layer.backward(dy)
    return dx, layer.gradients["W"], squeezed(layer.gradients["b"], (w.shape[1],))


def conv2d(theirs, x, w, b, *, stride: Number, padding: Two, dilation: Number):
    return channels_first(_convolution(theirs.Conv2D, x, w, b, stride, padding, dilation)[1])


def conv2d_backward(theirs, dy, x, w, *, stride: Number, padding: Two, dilation: Number):
    layer, _ = _convolution(theirs.Conv2D, x, w, np.zeros(len(w)), stride, padding, dilation)
    dx = channels_first(layer.backward(channels_last(dy)))
    return dx, kernels_first(layer.gradients["W"]), squeezed(layer.gradients["b"], (len(w),))


@declines(one_stride)
def max_pool2d(theirs, x, *, kernel: Two, stride: Number):
    layer = theirs.Pool2D(kernel, kernel[0] if stride is None else stride, 0, "max")
    return channels_first(layer.forward(channels_last(x)))


@declines(one_stride)
def max_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Number, ties=Follows("first", "all", "split")):
    layer = theirs.Pool2D(kernel, kernel[0] if stride is None else stride, 0, "max")
    layer.forward(channels_last(x))
    return channels_first(layer.backward(channels_last(dy)))


@declines(one_stride)
def avg_pool2d(theirs, x, *, kernel: Two, stride: Number):
    layer = theirs.Pool2D(kernel, kernel[0] if stride is None else stride, 0, "average")
    return channels_first(layer.forward(channels_last(x)))


@declines(one_stride)
def avg_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Number):
    layer = theirs.Pool2D(kernel, kernel[0] if stride is None else stride, 0, "average")
    layer.forward(channels_last(x))
    return channels_first(layer.backward(channels_last(dy)))


def batch_norm(
    theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, momentum, eps, running=Follows("biased", "unbiased")
):
    return _normalized(theirs.BatchNorm1D(momentum, eps), x, gamma, beta, running_mean, running_var)


def batch_norm__images(
    theirs, x: Dims(4), gamma, beta, running_mean, running_var, *, momentum, eps, running=Follows("biased", "unbiased")
):
    return _normalized(theirs.BatchNorm2D(momentum, eps), x, gamma, beta, running_mean, running_var)


def batch_norm_inference(theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, eps):
    return _normalized(theirs.BatchNorm1D(0.9, eps), x, gamma, beta, running_mean, running_var, train=False)[0]


def batch_norm_inference__images(theirs, x: Dims(4), gamma, beta, running_mean, running_var, *, eps):
    return _normalized(theirs.BatchNorm2D(0.9, eps), x, gamma, beta, running_mean, running_var, train=False)[0]


def batch_norm_backward(theirs, dy, x: Dims(2), gamma, *, eps):
    return _normalized_backward(theirs.BatchNorm1D(0.9, eps), dy, x, gamma)


def batch_norm_backward__images(theirs, dy, x: Dims(4), gamma, *, eps):
    return _normalized_backward(theirs.BatchNorm2D(0.9, eps), dy, x, gamma)


def layer_norm(theirs, x: Dims(2), gamma, beta, *, eps):
    return _layer_normalized(theirs.LayerNorm1D(eps), x, gamma, beta)[1]


def layer_norm_backward(theirs, dy, x: Dims(2), gamma, *, eps):
    layer, _ = _layer_normalized(theirs.LayerNorm1D(eps), x, gamma, np.zeros_like(gamma))
    dx = layer.backward(dy)
    return dx, layer.gradients["scaler"], layer.gradients["intercept"]


def _not_last(arguments):
    axis, x = arguments["axis"], arguments["x"]
    return "" if x.ndim == 2 and axis in (-1, 1) else "works along the last axis of two"


@declines(_not_last)
def softmax(theirs, x, *, axis):
    return theirs.Softmax().forward(x)


@declines(_not_last)
def softmax_backward(theirs, dy, x, *, axis):
    layer = theirs.Softmax()
    layer.forward(x)
    return layer.backward(dy)


def mse_loss(theirs, prediction, target, *, reduction=Follows("half_sum", "sum", "mean")):
    return theirs.SquaredError().loss(target, prediction)


class _Identity:
    def grad(self, z):
        return np.ones_like(z)


def mse_loss_backward(theirs, prediction, target, *, reduction=Follows("half_sum", "sum", "mean")):
    return theirs.SquaredError().grad(target, prediction, prediction, _Identity())


def _not_a_choice(arguments):
    target = arguments["target"]
    return "" if np.all((target == 0) | (target == 1)) else "takes targets of 0 and 1"


def _not_a_distribution(arguments):
    return "" if np.allclose(arguments["probability"].sum(axis=1), 1) else "takes probabilities that add up to 1"


@may_refuse(_not_a_distribution)
@declines(beyond)
@declines(_not_a_choice)
def cross_entropy_loss(theirs, probability, target, *, in_log=Way(**dict(reversed(GUARDS.items())))):
    # A sum over the rows by this style; the catalogue's is their mean.
    return theirs.CrossEntropy().loss(target, lowered(probability, in_log)) / len(target)


def _labels_out_of_range(arguments):
    return "" if np.all(np.isfinite(arguments["logits"])) else "takes probabilities, not infinite scores"


@declines(_labels_out_of_range)
def softmax_cross_entropy_loss_backward(theirs, logits, labels, *, reduction=Follows("sum")):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    target = np.eye(logits.shape[1])[labels]
    return theirs.CrossEntropy().grad(target, e / e.sum(axis=1, keepdims=True))


def sgd(theirs, memory, param, grad, *, lr):
    return _updated(memory, lambda: theirs.SGD(lr), param, grad, lr=lr)


def momentum(theirs, memory, param, grad, velocity, *, lr, momentum, form=Follows("lr_inside")):
    return _updated(memory, lambda: theirs.SGD(lr, momentum), param, grad, lr=lr, momentum=momentum), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps, epsilon=Follows("outside", "inside")):
    return _updated(memory, lambda: theirs.AdaGrad(lr, eps), param, grad, lr=lr, eps=eps), UNSEEN


def rmsprop(theirs, memory, param, grad, mean_square, *, lr, rho, eps, epsilon=Follows("outside", "inside")):
    return _updated(memory, lambda: theirs.RMSProp(lr, rho, eps), param, grad, lr=lr, decay=rho, eps=eps), UNSEEN


def adam(
    theirs, memory, param, grad, m, v, *, step, lr, beta1, beta2, eps, epsilon=Follows("outside", "inside", "hat")
):
    rates = dict(lr=lr, decay1=beta1, decay2=beta2, eps=eps)
    return _updated(memory, lambda: theirs.Adam(lr, beta1, beta2, eps), param, grad, **rates), UNSEEN, UNSEEN


def _fully_connected(make, x, w, b):
    layer = make(w.shape[1])
    layer.forward(x, False)
    layer.parameters["W"][...] = w
    layer.parameters["b"][...] = b
    return layer, layer.forward(x)


def _convolution(make, x, w, b, stride, padding, dilation):
    x = channels_last(x)
    layer = make(len(w), w.shape[2:], padding, stride, dilation - 1)
    layer.own.in_ch = x.shape[3]
    layer.forward(x, False)
    layer.parameters["W"][...] = kernels_last(w)
    layer.parameters["b"][...] = b
    return layer, layer.forward(x)


def _normalized(layer, x, gamma, beta, mean, variance, train=True):
    x = channels_last(x)
    layer.forward(x, False)
    planted = dict(scaler=gamma, intercept=beta, running_mean=mean, running_var=variance)
    layer.parameters.update({name: value.copy() for name, value in planted.items()})
    layer.trainable = train
    y = channels_first(layer.forward(x, train))
    return y, layer.parameters["running_mean"], layer.parameters["running_var"]


def _normalized_backward(layer, dy, x, gamma):
    _normalized(layer, x, gamma, np.zeros_like(gamma), np.zeros_like(gamma), np.ones_like(gamma))
    dx = channels_first(layer.backward(channels_last(dy)))
    return dx, layer.gradients["scaler"], layer.gradients["intercept"]


def _layer_normalized(layer, x, gamma, beta):
    layer.forward(x, False)
    layer.parameters.update(scaler=gamma.copy(), intercept=beta.copy())
    return layer, layer.forward(x)


def _updated(memory, make, param, grad, **rates):
    optimizer = memory["it"] = memory.get("it") or make()
    optimizer.hyperparameters.update(
        {name: value for name, value in rates.items() if name in optimizer.hyperparameters}
    )
    optimizer.lr_scheduler.lr = rates["lr"]
    return optimizer.update(param.copy(), grad, "W")
