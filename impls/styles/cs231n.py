"""Stanford CS231n, assignments 1 and 2: layers as pairs of functions with an opaque cache, optimizers with a config.

In `dropout_param`, p was the probability of dropping until 2017 and has been that of keeping since; group normalization's
gamma has had four axes or one. Both are read off the code. Optimizers make their own state, so that a step that is
counted from the wrong number is seen.
"""

import numpy as np

from primcheck.style import (
    BARE,
    GUARDS,
    Dims,
    Follows,
    Number,
    Style,
    Two,
    Way,
    declines,
    mask_of,
    masked,
    may_refuse,
    one_stride,
    ragged,
    seen,
    squeezed,
    swamped,
    unguarded,
)

style = Style(
    title="CS231n",
    source="Stanford CS231n, assignments 1 and 2, 2016 to 2024",
    expects="""
        affine_forward(x, w, b)
        affine_backward(dout, cache)
        relu_forward(x)
        relu_backward(dout, cache)
        batchnorm_forward | batchnorm_forward_alt(x, gamma, beta, bn_param)
        batchnorm_backward | batchnorm_backward_alt(dout, cache)
        spatial_batchnorm_forward(x, gamma, beta, bn_param)
        spatial_batchnorm_backward(dout, cache)
        layernorm_forward(x, gamma, beta, ln_param)
        layernorm_backward(dout, cache)
        spatial_groupnorm_forward | spatial_groupnorm_quick_forward(x, gamma, beta, G, gn_param)
        spatial_groupnorm_backward | spatial_groupnorm_quick_backward(dout, cache)
        dropout_forward(x, dropout_param)
        dropout_backward(dout, cache)
        conv_forward_naive | conv_forward_im2col | conv_forward_strides | conv_forward_fast | conv_forward(x, w, b, conv_param)
        conv_backward_naive | conv_backward_im2col | conv_backward_strides | conv_backward_fast | conv_backward(dout, cache)
        max_pool_forward_naive | max_pool_forward_im2col | max_pool_forward_reshape | max_pool_forward_fast | max_pool_forward(x, pool_param)
        max_pool_backward_naive | max_pool_backward_im2col | max_pool_backward_reshape | max_pool_backward_fast | max_pool_backward(dout, cache)
        svm_loss(x, y)
        softmax_loss(x, y)
        svm_loss_naive | svm_loss_vectorized(W, X, y, reg)
        softmax_loss_naive | softmax_loss_vectorized(W, X, y, reg)
        sgd(w, dw, config?)
        sgd_momentum(w, dw, config?)
        rmsprop(w, dw, config?)
        nesterov_momentum | sgd_nesterov | nesterov(w, dw, config?)
        adagrad(w, dw, config?)
        adam(w, dw, config?)
        im2col_indices(x, field_height, field_width, padding, stride)
        col2im_indices(cols, x_shape, field_height, field_width, padding, stride)
    """,
    also="""
        x: X scores
        w: W x param
        W: weights theta
        X: x X_batch
        dw: dx grad grads dW
        dout: dout_ dy upstream
    """,
)

KEEPING = dict(keep="p as the probability of keeping", drop="p as the probability of dropping")


def dense(theirs, x, w, b):
    return theirs.affine_forward(x, w, b)[0]


def dense_backward(theirs, dy, x, w):
    _, cache = theirs.affine_forward(x, w, np.zeros(w.shape[1]))
    return theirs.affine_backward(dy, cache)


def relu(theirs, x):
    return theirs.relu_forward(x)[0]


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one", "half")):
    _, cache = theirs.relu_forward(x)
    return theirs.relu_backward(dy, cache)


def batch_norm(
    theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, momentum, eps, running=Follows("biased", "unbiased")
):
    state = _normalizing("train", running_mean, running_var, momentum, eps)
    y, _ = theirs.batchnorm_forward(x, gamma, beta, state)
    return y, state["running_mean"], state["running_var"]


def batch_norm__spatial(
    theirs, x: Dims(4), gamma, beta, running_mean, running_var, *, momentum, eps, running=Follows("biased", "unbiased")
):
    state = _normalizing("train", running_mean, running_var, momentum, eps)
    y, _ = theirs.spatial_batchnorm_forward(x, gamma, beta, state)
    return y, state["running_mean"], state["running_var"]


def batch_norm_inference(theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, eps):
    return theirs.batchnorm_forward(x, gamma, beta, _normalizing("test", running_mean, running_var, 0.9, eps))[0]


def batch_norm_inference__spatial(theirs, x: Dims(4), gamma, beta, running_mean, running_var, *, eps):
    return theirs.spatial_batchnorm_forward(x, gamma, beta, _normalizing("test", running_mean, running_var, 0.9, eps))[
        0
    ]


def batch_norm_backward(theirs, dy, x: Dims(2), gamma, *, eps):
    _, cache = theirs.batchnorm_forward(x, gamma, np.zeros_like(gamma), dict(mode="train", eps=eps))
    return theirs.batchnorm_backward(dy, cache)


def batch_norm_backward__spatial(theirs, dy, x: Dims(4), gamma, *, eps):
    _, cache = theirs.spatial_batchnorm_forward(x, gamma, np.zeros_like(gamma), dict(mode="train", eps=eps))
    dx, dgamma, dbeta = theirs.spatial_batchnorm_backward(dy, cache)
    return dx, squeezed(dgamma, gamma.shape), squeezed(dbeta, gamma.shape)


def layer_norm(theirs, x: Dims(2), gamma, beta, *, eps):
    return theirs.layernorm_forward(x, gamma, beta, dict(eps=eps))[0]


def layer_norm_backward(theirs, dy, x: Dims(2), gamma, *, eps):
    _, cache = theirs.layernorm_forward(x, gamma, np.zeros_like(gamma), dict(eps=eps))
    return theirs.layernorm_backward(dy, cache)


AXES = dict(four="gamma and beta of shape (1, C, 1, 1)", one="gamma and beta of shape (C,)")


def group_norm(theirs, x: Dims(4), gamma, beta, *, groups, eps, axes=Way(**AXES)):
    gamma, beta = _per_channel(gamma, axes), _per_channel(beta, axes)
    return theirs.spatial_groupnorm_forward(x, gamma, beta, groups, dict(eps=eps))[0]


def group_norm_backward(theirs, dy, x: Dims(4), gamma, *, groups, eps, axes=Way(**AXES)):
    scale = _per_channel(gamma, axes)
    _, cache = theirs.spatial_groupnorm_forward(x, scale, np.zeros_like(scale), groups, dict(eps=eps))
    dx, dgamma, dbeta = theirs.spatial_groupnorm_backward(dy, cache)
    return dx, squeezed(dgamma, gamma.shape), squeezed(dbeta, gamma.shape)


def dropout(theirs, x, *, rate, training, p_is=Way(**KEEPING)):
    y, cache = theirs.dropout_forward(x, _dropping(rate, training, p_is))
    return y, mask_of(cache, x, y) if training else np.ones(x.shape, bool)


def dropout_backward(theirs, dy, mask, *, rate, p_is=Way(**KEEPING)):
    for _ in range(50):
        y, cache = theirs.dropout_forward(np.ones_like(dy), _dropping(rate, True, p_is))
        if np.any(y):
            break
    return theirs.dropout_backward(dy, masked(cache, mask, 1 / (1 - rate)))


@may_refuse(ragged)
def conv2d(theirs, x, w, b, *, stride: Number, padding: Number):
    return theirs.conv_forward_naive(x, w, b, dict(stride=stride, pad=padding))[0]


@may_refuse(ragged)
def conv2d_backward(theirs, dy, x, w, *, stride: Number, padding: Number):
    _, cache = theirs.conv_forward_naive(x, w, np.zeros(len(w)), dict(stride=stride, pad=padding))
    return theirs.conv_backward_naive(dy, cache)


@may_refuse(ragged)
@declines(one_stride)
def max_pool2d(theirs, x, *, kernel: Two, stride: Number):
    return theirs.max_pool_forward_naive(x, _pooling(kernel, stride))[0]


@may_refuse(ragged)
@declines(one_stride)
def max_pool2d_backward(theirs, dy, x, *, kernel: Two, stride: Number, ties=Follows("first", "all", "split")):
    _, cache = theirs.max_pool_forward_naive(x, _pooling(kernel, stride))
    return theirs.max_pool_backward_naive(dy, cache)


def hinge_loss(theirs, scores, labels):
    return theirs.svm_loss(scores, labels)[0]


def hinge_loss_backward(theirs, scores, labels):
    return theirs.svm_loss(scores, labels)[1]


# The course's own solutions take the logarithm of the probability as it is; some students add a small number to it.
IN_LOG = {"none": GUARDS["none"], **BARE, **GUARDS}


@declines(swamped)
def softmax_cross_entropy_loss(theirs, logits, labels, *, in_log=Way(**IN_LOG)):
    return unguarded(lambda z, t: theirs.softmax_loss(z, t)[0], logits, labels, in_log)


def softmax_cross_entropy_loss_backward(theirs, logits, labels):
    return theirs.softmax_loss(logits, labels)[1]


# A classifier's loss is the loss of its scores X W: with the examples as the unit matrix the scores are W, and so is the
# gradient.


def hinge_loss__classifier(theirs, scores, labels):
    return theirs.svm_loss_naive(scores, np.eye(len(scores)), labels, 0.0)[0]


def hinge_loss_backward__classifier(theirs, scores, labels):
    return theirs.svm_loss_naive(scores, np.eye(len(scores)), labels, 0.0)[1]


@declines(swamped)
def softmax_cross_entropy_loss__classifier(theirs, logits, labels, *, in_log=Way(**IN_LOG)):
    def ask(z, t):
        return theirs.softmax_loss_naive(z, np.eye(len(z)), t, 0.0)[0]

    return unguarded(ask, logits, labels, in_log)


def softmax_cross_entropy_loss_backward__classifier(theirs, logits, labels):
    return theirs.softmax_loss_naive(logits, np.eye(len(logits)), labels, 0.0)[1]


def sgd(theirs, param, grad, *, lr):
    return theirs.sgd(param.copy(), grad, dict(learning_rate=lr))[0]


def momentum(theirs, param, grad, velocity, *, lr, momentum, form=Follows("lr_inside")):
    config = dict(learning_rate=lr, momentum=momentum, velocity=velocity.copy())
    param, config = theirs.sgd_momentum(param.copy(), grad, config)
    return param, seen(config, "velocity")


def nesterov(theirs, param, grad, velocity, *, lr, momentum, form=Follows("lr_inside")):
    config = dict(learning_rate=lr, momentum=momentum, velocity=velocity.copy())
    param, config = theirs.nesterov_momentum(param.copy(), grad, config)
    return param, seen(config, "velocity")


def adagrad(theirs, param, grad, accumulator, *, lr, eps, epsilon=Follows("outside", "inside")):
    config = dict(learning_rate=lr, epsilon=eps, cache=accumulator.copy())
    param, config = theirs.adagrad(param.copy(), grad, config)
    return param, seen(config, "cache")


def rmsprop(theirs, param, grad, mean_square, *, lr, rho, eps, epsilon=Follows("outside", "inside")):
    config = dict(learning_rate=lr, decay_rate=rho, epsilon=eps, cache=mean_square.copy())
    param, config = theirs.rmsprop(param.copy(), grad, config)
    return param, seen(config, "cache")


def adam(
    theirs, memory, param, grad, m, v, *, lr, beta1, beta2, eps, step, epsilon=Follows("outside", "inside", "hat")
):
    settings = dict(learning_rate=lr, beta1=beta1, beta2=beta2, epsilon=eps)
    param, config = theirs.adam(param.copy(), grad, memory.get("config", {}) | settings)
    memory["config"] = config
    return param, seen(config, "m"), seen(config, "v")


def im2col(theirs, x, *, kernel: Two, stride: Number, padding: Number):
    columns = theirs.im2col_indices(x, *kernel, padding, stride)
    return columns.reshape(len(columns), -1, len(x)).transpose(2, 1, 0).reshape(-1, len(columns))


def col2im(theirs, cols, x_shape, *, kernel: Two, stride: Number, padding: Number):
    columns = cols.reshape(x_shape[0], -1, cols.shape[1]).transpose(2, 1, 0).reshape(cols.shape[1], -1)
    return theirs.col2im_indices(np.ascontiguousarray(columns), x_shape, *kernel, padding, stride)


def _normalizing(mode, mean, variance, momentum, eps):
    return dict(mode=mode, eps=eps, momentum=momentum, running_mean=mean.copy(), running_var=variance.copy())


def _per_channel(value, axes):
    return value.reshape(1, -1, 1, 1) if axes == "four" else value


def _dropping(rate, training, p_is):
    return dict(p=1 - rate if p_is == "keep" else rate, mode="train" if training else "test")


def _pooling(kernel, stride):
    return dict(pool_height=kernel[0], pool_width=kernel[1], stride=kernel[0] if stride is None else stride)
