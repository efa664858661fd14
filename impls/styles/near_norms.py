"""Batch normalization as an object of common names, which makes its own parameters.

Whether it is training, a layer is told by an argument, or by an attribute of its own.
"""

import numpy as np

from primcheck.style import BuiltIn, Dims, Follows, Style, gradient_in, plant

FORWARD = "forward | forward_pass | forward_prop | forward_propagation | fprop | __call__ | feedforward | call"
BACKWARD = "backward | backward_pass | backward_prop | backward_propagation | backprop | bprop | backpropagation"
PLAIN = "BatchNormalization | BatchNormLayer | BatchNormalizationLayer | BatchNorm1D | BatchNormalization1D | BN"
IMAGES = "SpatialBatchNorm | BatchNormalization2D | BatchNorm2DLayer"

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects=f"""
        BatchNorm | {PLAIN}(n?, momentum?, eps?): {FORWARD}(x, training?), {BACKWARD}(dy)
        ToldBatchNorm | BatchNorm | {PLAIN}(n?, momentum?, eps?): {FORWARD}(x, training), {BACKWARD}(dy)
        BatchNorm2D | {IMAGES}(n?, momentum?, eps?): {FORWARD}(x, training?), {BACKWARD}(dy)
        ToldBatchNorm2D | BatchNorm2D | {IMAGES}(n?, momentum?, eps?): {FORWARD}(x, training), {BACKWARD}(dy)
    """,
    also="""
        n: num_features n_features dim size input_dim n_in input_size features in_features channels num_channels n_out d n_units shape input_shape num_units D layer_size n_channels
        momentum: decay rho m alpha
        eps: epsilon e
        x: X inputs input input_data a_prev A_prev Z z data inp A
        dy: dout dvalues grad output_gradient d_out grad_output output_error gradient dA dZ delta error upstream d_output dL_dout accum_grad
        training: train is_training train_flg train_mode mode is_train
    """,
)

GAMMA, BETA = "gamma scale weight gammas g", "beta shift bias offset betas"
MEAN, VARIANCE = (
    "running_mean moving_mean mean_running test_mean run_mean avg_mean mov_mean r_mean",
    "running_var running_variance moving_var moving_variance var_running test_var run_var avg_var mov_var r_var",
)
DGAMMA = "dgamma d_gamma grad_gamma gamma_grad dGamma dscale grad_weight dgammas gamma_gradient"
DBETA = "dbeta d_beta grad_beta beta_grad dBeta dshift grad_bias dbetas beta_gradient"
EPS = BuiltIn(1e-5, 1e-8, 1e-3, 1e-7, 1e-6)
MOMENTUM = BuiltIn(0.9, 0.99, 0.1)


def batch_norm(
    theirs,
    x: Dims(2),
    gamma,
    beta,
    running_mean,
    running_var,
    *,
    momentum=MOMENTUM,
    eps=EPS,
    running=Follows("biased", "unbiased"),
    momentum_of=Follows("old", "new"),
):
    layer = theirs.BatchNorm(n=x.shape[1], momentum=momentum, eps=eps)
    return _followed(layer, x, gamma, beta, running_mean, running_var)


def batch_norm__images(
    theirs,
    x: Dims(4),
    gamma,
    beta,
    running_mean,
    running_var,
    *,
    momentum=MOMENTUM,
    eps=EPS,
    running=Follows("biased", "unbiased"),
    momentum_of=Follows("old", "new"),
):
    layer = theirs.BatchNorm2D(n=x.shape[1], momentum=momentum, eps=eps)
    return _followed(layer, x, gamma, beta, running_mean, running_var)


def batch_norm_inference(theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, eps=EPS):
    layer = theirs.ToldBatchNorm(n=x.shape[1], eps=eps)
    _prepared(layer, x, gamma, beta, running_mean, running_var)
    return layer.forward(x=x.copy(), training=False)


def batch_norm_inference__images(theirs, x: Dims(4), gamma, beta, running_mean, running_var, *, eps=EPS):
    layer = theirs.ToldBatchNorm2D(n=x.shape[1], eps=eps)
    _prepared(layer, x, gamma, beta, running_mean, running_var)
    return layer.forward(x=x.copy(), training=False)


def batch_norm_backward(theirs, dy, x: Dims(2), gamma, *, eps=EPS):
    return _backward(theirs.BatchNorm(n=x.shape[1], eps=eps), dy, x, gamma)


def batch_norm_backward__images(theirs, dy, x: Dims(4), gamma, *, eps=EPS):
    return _backward(theirs.BatchNorm2D(n=x.shape[1], eps=eps), dy, x, gamma)


def _backward(layer, dy, x, gamma):
    _prepared(layer, x, gamma, np.zeros_like(gamma))
    layer.forward(x=x.copy(), training=True)
    dx = layer.backward(dy=dy.copy())
    dx, *rest = dx if isinstance(dx, tuple) else (dx,)
    if len(rest) == 2:
        return dx, rest[0].reshape(gamma.shape), rest[1].reshape(gamma.shape)
    found = [gradient_in(layer.own, *names, gamma.shape) for names in ((DGAMMA, GAMMA), (DBETA, BETA))]
    return dx, *found


def _followed(layer, x, gamma, beta, mean, variance):
    _prepared(layer, x, gamma, beta, mean, variance)
    y = layer.forward(x=x.copy(), training=True)
    return y, _kept(layer.own, MEAN, gamma.shape), _kept(layer.own, VARIANCE, gamma.shape)


def _prepared(layer, x, gamma, beta, mean=None, variance=None):
    layer.forward(x=x.copy(), training=True)  # It may make its parameters only now.
    planted = {GAMMA: gamma, BETA: beta} | ({} if mean is None else {MEAN: mean, VARIANCE: variance})
    for names, value in planted.items():
        plant(layer.own, names, value)


def _kept(layer, names, shape):
    return np.reshape(gradient_in(layer, names, names, shape), shape)
