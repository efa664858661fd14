"""Layers as functions of common names. Where channels and examples stand is read off the code."""

import numpy as np

from primcheck.style import (
    UNSEEN,
    BuiltIn,
    Dims,
    Follows,
    Number,
    Style,
    Two,
    Way,
    channels_first,
    channels_last,
    declines,
    first,
    kernels_last,
    mask_of,
    may_refuse,
    one_stride,
    ragged,
)

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects="""
        softmax | stable_softmax | softmax_forward | softmax_stable | softmax_function | softmax_rows(x, axis)
        plain_softmax | softmax | stable_softmax | softmax_forward | softmax_stable | softmax_function | softmax_rows(x)
        log_softmax | logsoftmax(x, axis)
        plain_log_softmax | log_softmax | logsoftmax(x)
        linear | dense | linear_forward | dense_forward | fc | fc_forward | fully_connected | fully_connected_forward | affine | affine_forward | linear_layer | dense_layer(x, w, b)
        conv2d | conv | convolution | convolution2d | conv_2d | conv_forward | conv2d_forward | convolve2d | convolve | conv2 | cross_correlate2d | corr2d | conv2d_naive | cross_correlation(x, w, b?, stride?, padding?)
        max_pool | maxpool | max_pooling | maxpool2d | max_pool2d | max_pool_2d | max_pooling2d | max_pool_forward | maxpool_forward | max_pool2d_forward | maxpooling(x, kernel, stride?)
        avg_pool | avgpool | average_pooling | avg_pool2d | average_pool | mean_pool | avg_pooling | avg_pool_2d | average_pool2d(x, kernel, stride?)
        dropout | dropout_forward | apply_dropout | inverted_dropout(x, rate, training?, rng?)
        batch_norm | batchnorm | batch_normalization | batch_norm_forward | batchnorm_forward | batch_normalize(x, gamma, beta, eps?)
        layer_norm | layernorm | layer_normalization | layer_norm_forward | layernorm_forward(x, gamma, beta, eps?)
        rms_norm | rmsnorm(x, gamma, eps?)
        im2col(x, kernel_height, kernel_width, stride?, padding?)
        clip_gradient | clip_gradients | clip_by_norm | gradient_clip | clip_grad_norm | clip_grad(grad, limit)
    """,
    also="""
        x: X Z z inputs input image img images inp a A A_prev data scores logits feature_map feature matrix x_in input_data activations in_
        w: W weights weight kernel kernels filt filter filters f k Wt theta filters_weights
        b: B bias biases b0
        stride: s strides step
        padding: pad p padd pads padding_size
        kernel: size pool_size f k ksize kernel_size pool window filter_size pool_shape window_size poolsize pool_height
        rate: p keep_prob prob drop_prob dropout_rate p_dropout drop_rate p_drop ratio keep_probability level dropout_prob probability dropout dropout_ratio drop_p pkeep
        training: train is_training train_flg mode_train is_train
        gamma: g scale weight G
        beta: shift bias B
        eps: epsilon e
        axis: dim
        limit: max_norm clip threshold clip_norm maxvalue max_value clip_value
        kernel_height: filter_h fh kh field_height h_filter
        kernel_width: filter_w fw kw field_width w_filter
        grad: gradient grads gradients g
    """,
)

LAYOUT = dict(rows="one example a row", columns="one example a column")
DENSE = {**LAYOUT, "units": "weights of shape (out, in)"}
IMAGES = dict(
    nchw="images as (N, C, H, W)",
    nhwc="images as (N, H, W, C)",
    chw="one image at a time, as (C, H, W)",
    hwc="one image at a time, as (H, W, C)",
    plane="one channel of one image at a time",
)
KEEPING = dict(drop="the rate as the probability of dropping", keep="the rate as the probability of keeping")


def softmax(theirs, x, *, axis):
    return first(theirs.softmax(x, axis=axis))


def _one_axis(arguments):
    return "takes rows, not a vector" if arguments["x"].ndim == 1 else ""


@may_refuse(_one_axis)
def softmax__plain(theirs, x: Dims(1, 2), *, layout=Way(**LAYOUT)):
    return first(theirs.plain_softmax(x)) if layout == "rows" else first(theirs.plain_softmax(x.T)).T


def log_softmax(theirs, x, *, axis):
    return first(theirs.log_softmax(x, axis=axis))


@may_refuse(_one_axis)
def log_softmax__plain(theirs, x: Dims(1, 2), *, layout=Way(**LAYOUT)):
    return first(theirs.plain_log_softmax(x)) if layout == "rows" else first(theirs.plain_log_softmax(x.T)).T


def dense(theirs, x, w, b, *, layout=Way(**DENSE)):
    if layout == "rows":
        return first(theirs.linear(x=x, w=w, b=b))
    if layout == "units":
        return first(theirs.linear(x=x, w=w.T, b=b))
    return first(theirs.linear(x=x.T, w=w.T, b=b[:, None])).T


@may_refuse(ragged)
def conv2d(theirs, x, w, b, *, stride: Number, padding: Number, images=Way(**IMAGES)):
    own = theirs.takes("conv2d", "b")

    def ask(x, w, b):
        return first(theirs.conv2d(x=x, w=w, stride=stride, padding=padding, **({"b": b} if own else {})))

    y = _convolved(ask, x, w, b if own else np.zeros_like(b), images)
    return y if own else y + b[:, None, None]


def _convolved(ask, x, w, b, images):
    if images == "nchw":
        return ask(x, w, b)
    if images == "nhwc":
        return channels_first(ask(channels_last(x), kernels_last(w), b))
    if images == "chw":
        return np.stack([ask(image, w, b) for image in x])
    if images == "hwc":
        moved = [ask(image.transpose(1, 2, 0), kernels_last(w), b) for image in x]
        return np.stack([image.transpose(2, 0, 1) for image in moved])
    return np.stack(
        [
            [sum(ask(p, k, 0) for p, k in zip(image, unit, strict=True)) + c for unit, c in zip(w, b, strict=True)]
            for image in x
        ]
    )


@may_refuse(ragged)
@declines(one_stride)
def max_pool2d(theirs, x, *, kernel: Number, stride: Number, images=Way(**IMAGES)):
    return _pooled(lambda x: first(theirs.max_pool(x=x, kernel=kernel, stride=stride or kernel)), x, images)


@may_refuse(ragged)
@declines(one_stride)
def avg_pool2d(theirs, x, *, kernel: Number, stride: Number, images=Way(**IMAGES)):
    return _pooled(lambda x: first(theirs.avg_pool(x=x, kernel=kernel, stride=stride or kernel)), x, images)


def _pooled(ask, x, images):
    if images == "nchw":
        return ask(x)
    if images == "nhwc":
        return channels_first(ask(channels_last(x)))
    if images == "chw":
        return np.stack([ask(image) for image in x])
    if images == "hwc":
        return np.stack([ask(image.transpose(1, 2, 0)).transpose(2, 0, 1) for image in x])
    return np.stack([[ask(plane) for plane in image] for image in x])


def dropout(theirs, x, *, rate, training, rng, rate_is=Way(**KEEPING), scaling=Follows("inverted", "at_inference")):
    if not theirs.takes("dropout", "rng"):
        np.random.seed(int(rng.integers(2**32)))
    result = theirs.dropout(x=x, rate=1 - rate if rate_is == "keep" else rate, training=training, rng=rng)
    y, kept = first(result), result[1:] if isinstance(result, (tuple, list)) else ()
    return y, np.ones(x.shape, bool) if training is False else mask_of(kept, x, np.asarray(y))


SMALL = BuiltIn(1e-5, 1e-8, 1e-7, 1e-6, 1e-3, 1e-4, 1e-10, 1e-12, 1e-9, 1e-2)


def batch_norm(theirs, x: Dims(2), gamma, beta, running_mean, running_var, *, eps=SMALL):
    return first(theirs.batch_norm(x=x, gamma=gamma, beta=beta, eps=eps)), UNSEEN, UNSEEN


def layer_norm(theirs, x, gamma, beta, *, eps=SMALL):
    return first(theirs.layer_norm(x=x, gamma=gamma, beta=beta, eps=eps))


def rms_norm(theirs, x, gamma, *, eps=SMALL):
    return first(theirs.rms_norm(x=x, gamma=gamma, eps=eps))


def im2col(theirs, x, *, kernel: Two, stride: Number, padding: Number):
    return theirs.im2col(x=x, kernel_height=kernel[0], kernel_width=kernel[1], stride=stride, padding=padding)


def clip_by_norm(theirs, grad, *, limit):
    return theirs.clip_gradient(grad=grad, limit=limit)
