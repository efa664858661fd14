"""DeZero, from Deep Learning from Scratch 3: functions of variables, whose gradients a graph computes.

Its running variance is unbiased, its dropout scales in training; whether it trains is a setting of the whole library, which
is left at training.
"""

from types import SimpleNamespace

import numpy as np

from primcheck.style import UNSEEN, Follows, Style, Two, may_refuse, ragged

style = Style(
    title="DeZero",
    source="Koki Saitoh, Deep Learning from Scratch 3",
    expects="""
        as_variable(obj)
        sigmoid(x)
        relu(x)
        tanh(x)
        leaky_relu(x, slope?)
        softmax(x, axis?)
        log_softmax(x, axis?)
        linear(x, W, b?)
        mean_squared_error(x0, x1)
        softmax_cross_entropy(x, t)
        dropout(x, dropout_ratio?)
        conv2d(x, W, b?, stride?, pad?)
        pooling(x, kernel_size, stride?, pad?)
        average_pooling(x, kernel_size, stride?, pad?)
        im2col(x, kernel_size, stride?, pad?, to_matrix?)
        batch_nrom | batch_norm(x, gamma, beta, mean, var, decay?, eps?)
        SGD(lr?): setup(target), update()
        MomentumSGD(lr?, momentum?): setup(target), update()
        AdaGrad(lr?, eps?): setup(target), update()
        Adam(alpha?, beta1?, beta2?, eps?): setup(target), update()
    """,
    also="W: w\n alpha: lr",
)


def sigmoid(theirs, x):
    x = theirs.as_variable(x)
    return theirs.sigmoid(x).data


def sigmoid_backward(theirs, dy, x):
    x = theirs.as_variable(x)
    return _back(theirs.sigmoid(x), dy, x)


def relu(theirs, x):
    x = theirs.as_variable(x)
    return theirs.relu(x).data


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one")):
    x = theirs.as_variable(x)
    return _back(theirs.relu(x), dy, x)


def tanh(theirs, x):
    x = theirs.as_variable(x)
    return theirs.tanh(x).data


def tanh_backward(theirs, dy, x):
    x = theirs.as_variable(x)
    return _back(theirs.tanh(x), dy, x)


def leaky_relu(theirs, x, *, slope):
    x = theirs.as_variable(x)
    return theirs.leaky_relu(x, slope).data


def leaky_relu_backward(theirs, dy, x, *, slope, at_zero=Follows("slope", "one")):
    x = theirs.as_variable(x)
    return _back(theirs.leaky_relu(x, slope), dy, x)


def softmax(theirs, x, *, axis):
    x = theirs.as_variable(x)
    return theirs.softmax(x, axis).data


def softmax_backward(theirs, dy, x, *, axis):
    x = theirs.as_variable(x)
    return _back(theirs.softmax(x, axis), dy, x)


def log_softmax(theirs, x, *, axis):
    x = theirs.as_variable(x)
    return theirs.log_softmax(x, axis).data


def dense(theirs, x, w, b):
    x = theirs.as_variable(x)
    return theirs.linear(x, w, b).data


def dense_backward(theirs, dy, x, w):
    x, w, b = (theirs.as_variable(value) for value in (x, w, np.zeros(w.shape[1])))
    return _back(theirs.linear(x, w, b), dy, x, w, b)


def mse_loss(theirs, prediction, target, *, reduction=Follows("half_mean")):
    # A sum over the features and a mean over the rows: twice what Caffe has.
    prediction = theirs.as_variable(prediction)
    return theirs.mean_squared_error(prediction, target).data / 2


def softmax_cross_entropy_loss(theirs, logits, labels):
    logits = theirs.as_variable(logits)
    return theirs.softmax_cross_entropy(logits, labels).data


def softmax_cross_entropy_loss_backward(theirs, logits, labels):
    x = theirs.as_variable(logits)
    return _back(theirs.softmax_cross_entropy(x, labels), np.array(1.0), x)


def dropout(theirs, x, *, rate):
    variable = theirs.as_variable(x)
    y = theirs.dropout(variable, rate).data
    return y, (y != 0) | (x == 0)


def conv2d(theirs, x, w, b, *, stride: Two, padding: Two):
    x = theirs.as_variable(x)
    return theirs.conv2d(x, w, b, stride, padding).data


def conv2d_backward(theirs, dy, x, w, *, stride: Two, padding: Two):
    x, w, b = (theirs.as_variable(value) for value in (x, w, np.zeros(len(w))))
    return _back(theirs.conv2d(x, w, b, stride, padding), dy, x, w, b)


@may_refuse(ragged)
def max_pool2d(theirs, x, *, kernel: Two, stride: Two):
    x = theirs.as_variable(x)
    return theirs.pooling(x, kernel, kernel if None in stride else stride, 0).data


@may_refuse(ragged)
def max_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Two, ties=Follows("first", "all")):
    x = theirs.as_variable(x)
    return _back(theirs.pooling(x, kernel, kernel if None in stride else stride, 0), dy, x)


def avg_pool2d(theirs, x, *, kernel: Two, stride: Two, padding: Two, divisor=Follows("window")):
    x = theirs.as_variable(x)
    return theirs.average_pooling(x, kernel, kernel if None in stride else stride, padding).data


def avg_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Two, padding: Two, divisor=Follows("window")):
    x = theirs.as_variable(x)
    return _back(theirs.average_pooling(x, kernel, kernel if None in stride else stride, padding), dy, x)


def im2col(theirs, x, *, kernel: Two, stride: Two, padding: Two):
    x = theirs.as_variable(x)
    return theirs.im2col(x, kernel, stride, padding, True).data


def batch_norm(
    theirs, x, gamma, beta, running_mean, running_var, *, momentum, eps, running=Follows("unbiased", "biased")
):
    mean, variance = running_mean.copy(), running_var.copy()
    x = theirs.as_variable(x)
    y = theirs.batch_nrom(x, gamma, beta, mean, variance, momentum, eps).data
    return y, mean, variance


def batch_norm_backward(theirs, dy, x, gamma, *, eps):
    x, gamma, beta = (theirs.as_variable(value) for value in (x, gamma, np.zeros_like(gamma)))
    kept = np.zeros_like(gamma.data), np.ones_like(gamma.data)
    return _back(theirs.batch_nrom(x, gamma, beta, *kept, 0.9, eps), dy, x, gamma, beta)


def sgd(theirs, memory, param, grad, *, lr):
    it = memory.get("it") or theirs.SGD(lr)
    it.own.lr = lr
    return _updated(it, memory, param, grad)


def momentum(theirs, memory, param, grad, velocity, *, lr, momentum, form=Follows("lr_inside")):
    it = memory.get("it") or theirs.MomentumSGD(lr, momentum)
    it.own.lr, it.own.momentum = lr, momentum
    return _updated(it, memory, param, grad), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps, epsilon=Follows("outside", "inside")):
    it = memory.get("it") or theirs.AdaGrad(lr, eps)
    it.own.lr = lr
    return _updated(it, memory, param, grad), UNSEEN


def adam(theirs, memory, param, grad, m, v, *, step, lr, beta1, beta2, eps, epsilon=Follows("hat", "outside")):
    it = memory.get("it") or theirs.Adam(lr, beta1, beta2, eps)
    it.own.alpha = lr
    return _updated(it, memory, param, grad), UNSEEN, UNSEEN


def _back(y, dy, *variables):
    y.grad = type(y)(dy)
    y.backward()
    gradients = tuple(variable.grad.data for variable in variables)
    return gradients if len(gradients) > 1 else gradients[0]


def _updated(it, memory, param, grad):
    if "it" not in memory:
        memory["it"], memory["param"] = it, SimpleNamespace(data=None, grad=None)
        it.setup(SimpleNamespace(params=lambda: [memory["param"]]))
    memory["param"].data, memory["param"].grad = param.copy(), SimpleNamespace(data=grad)
    it.update()
    return memory["param"].data
