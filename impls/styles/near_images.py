"""Layers for images as objects of common names: convolution and pooling, which make their own weights.

Whether channels come first or last, and whether a layer takes a batch or one image, is read off the code; in which order it
keeps its weights is told by a layer whose sizes all differ.
"""

import numpy as np

from primcheck.style import (
    Follows,
    Number,
    Style,
    Way,
    declines,
    gradient_in,
    may_refuse,
    one_stride,
    plant,
    ragged,
    squeezed,
)

FORWARD = "forward | forward_pass | forward_prop | forward_propagation | fprop | __call__ | feedforward | call"
BACKWARD = "backward | backward_pass | backward_prop | backward_propagation | backprop | bprop | backpropagation"

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects=f"""
        Conv2D | Conv | ConvLayer | Convolution | Convolutional | ConvolutionLayer | ConvolutionalLayer | Convolution2D | ConvLayer2D | Convolutional2D | Conv2DLayer | ConvolutionalLayer2D(n_in?, n_out, size, stride?, padding?): {FORWARD}(x), {BACKWARD}(dy, lr?)
        MaxPool2D | MaxPool | MaxPooling | MaxPooling2D | MaxPoolLayer | MaxPoolingLayer | MaxPool2DLayer | MaxPoolLayer2D(size, stride?): {FORWARD}(x), {BACKWARD}(dy)
        AvgPool2D | AvgPool | AveragePool | AveragePooling | AvgPooling | AveragePooling2D | AvgPooling2D | AveragePool2D | AvgPoolLayer | MeanPool | MeanPool2D(size, stride?): {FORWARD}(x), {BACKWARD}(dy)
    """,
    also="""
        n_in: in_channels input_channels in_ch in_channel channels_in c_in cin in_c n_channels num_channels input_depth input_channel nc_in depth
        n_out: out_channels output_channels out_ch out_channel channels_out c_out cout out_c num_filters n_filters filters nb_filters num_kernels n_kernels output_channel n_filter filter_num num_of_filters
        size: kernel_size filter_size k k_size ksize kernel kernel_shape filter_shape pool_size pool_shape f pool kernel_dim window_size window pool_dim
        stride: strides s step
        padding: pad p
        x: X inputs input input_data a_prev A_prev image images img inp A input_tensor data Z
        dy: dout dvalues grad output_gradient d_out grad_output output_error gradient dA dZ delta error d_L_d_out upstream d_output dL_dout dLdZ error_tensor g
        lr: learning_rate alpha eta learn_rate learningrate
    """,
)

ORDER = dict(
    first="batches of images with channels first",
    last="batches of images with channels last",
    single="one image at a time, channels first",
    single_last="one image at a time, channels last",
)
WEIGHTS = "W w weights weight kernel kernels filters filter Weights K F"
BIASES = "b bias biases B Bias"
DW = "dW dw dweights dWeights grad_W grad_w W_grad w_grad grad_weights weight_grad weights_grad dweight grad_weight weights_gradient dkernels dK dfilters kernels_gradient grad_kernel gW d_weights dF"
DB = "db dB dbiases dbias grad_b b_grad biases_gradient grad_bias bias_grad biases_grad grad_biases gb d_bias d_biases"
DX = "dx dX dinputs d_inputs dinput d_input dA_prev"
RATE = 2.0**30
"""A rate so large that the old weights do not round the gradient, and that changes no digit of it."""


def _not_square(arguments):
    height, width = arguments["w"].shape[2:]
    return "" if height == width else "takes one size for both axes"


@declines(_not_square)
@may_refuse(ragged)
def conv2d(theirs, x, w, b, *, stride: Number, padding: Number, order=Way(**ORDER)):
    form = _form(theirs, order)
    return _joined(lambda part: _planted(theirs, w, b, stride, padding, form, part)[1], x, order)


@declines(_not_square)
@may_refuse(ragged)
def conv2d_backward(
    theirs, dy, x, w, *, stride: Number, padding: Number, batch=Follows("sum", "mean"), order=Way(**ORDER)
):
    form, b = _form(theirs, order), np.zeros(len(w))

    def ask(d, part):
        layer, _ = _planted(theirs, w, b, stride, padding, form, part)
        before = _weights(layer.own)
        dx = _given(layer, layer.backward(dy=d.copy(), lr=RATE))
        dw, db = ((old - new) / RATE for old, new in zip(before, _weights(layer.own), strict=True))
        if np.any(d) and not np.any(dw) and not np.any(db):
            dw = gradient_in(layer.own, DW, WEIGHTS, before[0].shape)
            db = gradient_in(layer.own, DB, BIASES, before[1].shape)
        return dx, _back(dw, form[1], w.shape), squeezed(db, b.shape)

    if not order.startswith("single"):
        dx, dw, db = ask(_turned(dy, order), _turned(x, order))
        return _returned(dx, order), dw, db
    parts = [ask(_turned(d, order), _turned(image, order)) for d, image in zip(dy, x, strict=True)]
    dx, dw, db = zip(*parts, strict=True)
    return np.stack([_returned(one, order) for one in dx]), sum(dw), sum(db)


@declines(one_stride)
@may_refuse(ragged)
def max_pool2d(theirs, x, *, kernel: Number, stride: Number, order=Way(**ORDER)):
    return _pooled(lambda size, step: theirs.MaxPool2D(size=size, stride=step), x, kernel, stride, order)


@declines(one_stride)
@may_refuse(ragged)
def max_pool2d_backward(
    theirs, dy, x, *, kernel: Number, stride: Number, ties=Follows("first", "all", "split"), order=Way(**ORDER)
):
    return _pooled_back(lambda size, step: theirs.MaxPool2D(size=size, stride=step), x, kernel, stride, order, dy)


@declines(one_stride)
@may_refuse(ragged)
def avg_pool2d(theirs, x, *, kernel: Number, stride: Number, order=Way(**ORDER)):
    return _pooled(lambda size, step: theirs.AvgPool2D(size=size, stride=step), x, kernel, stride, order)


@declines(one_stride)
@may_refuse(ragged)
def avg_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number, order=Way(**ORDER)):
    return _pooled_back(lambda size, step: theirs.AvgPool2D(size=size, stride=step), x, kernel, stride, order, dy)


def _pooled(make, x, kernel, stride, order):
    def ask(part):
        layer = _pool(make, kernel, stride, order)
        return _given(layer, layer.forward(x=part.copy()), "output out")

    return _joined(ask, x, order)


def _pooled_back(make, x, kernel, stride, order, dy):
    def ask(part, d):
        layer = _pool(make, kernel, stride, order)
        layer.forward(x=part.copy())
        return _returned(_given(layer, layer.backward(dy=d.copy())), order)

    if not order.startswith("single"):
        return ask(_turned(x, order), _turned(dy, order))
    return np.stack([ask(_turned(image, order), _turned(d, order)) for d, image in zip(dy, x, strict=True)])


def _pool(make, kernel, stride, order):
    """Make a layer that takes the window's size as a number, or as a pair."""
    probe = _turned(np.zeros((1, 2, 8, 9)), order)
    step = kernel if stride is None else stride
    try:
        make(2, 2).forward(x=probe[0] if order.startswith("single") else probe)
    except TypeError:
        return make((kernel, kernel), step)
    return make(kernel, step)


def _joined(ask, x, order):
    if not order.startswith("single"):
        return _returned(ask(_turned(x, order)), order)
    return np.stack([_returned(ask(_turned(image, order)), order) for image in x])


def _turned(x, order):
    return np.ascontiguousarray(np.moveaxis(x, -3, -1)) if order.endswith("last") else x


def _returned(y, order):
    return np.moveaxis(np.asarray(y), -1, -3) if order.endswith("last") else np.asarray(y)


def _form(theirs, order):
    """Return whether a layer's size is a pair, and the shape of the weights of one whose sizes all differ."""
    probe = _turned(np.zeros((1, 2, 8, 9)), order)
    probe = probe[0] if order.startswith("single") else probe
    for size in (3, (3, 3)):
        try:
            layer = theirs.Conv2D(n_in=2, n_out=5, size=size, stride=1, padding=0)
            if _held(layer.own, WEIGHTS) is None:
                layer.forward(x=probe)
            kept = _held(layer.own, WEIGHTS)
        except TypeError:
            continue
        return isinstance(size, tuple), np.shape(kept)
    return False, (5, 2, 3, 3)


def _axes(shape):
    """Return where the catalogue's axes of weights (out, in, height, width) are, by sizes of 5, 2, 3 and 3."""
    left = {5: [0], 2: [1], 3: [2, 3]}
    return [left[n].pop(0) for n in shape] if sorted(shape) == [2, 3, 3, 5] else None


def _forth(w, shape):
    axes = _axes(shape)
    if axes is not None:
        return np.ascontiguousarray(w.transpose(axes))
    flat = w.reshape(len(w), -1)
    return flat.T.copy() if shape == (18, 5) else flat.copy() if shape == (5, 18) else w.copy()


def _back(dw, form, shape):
    axes = _axes(form)
    if axes is not None:
        return np.transpose(dw, np.argsort(axes)) if np.ndim(dw) == 4 else dw
    if form == (18, 5) and np.ndim(dw) == 2:
        dw = dw.T
    return np.reshape(dw, shape) if np.size(dw) == np.prod(shape) else dw


def _planted(theirs, w, b, stride, padding, form, x):
    pair, shape = form
    size = (w.shape[2], w.shape[2]) if pair else w.shape[2]
    layer = theirs.Conv2D(n_in=w.shape[1], n_out=w.shape[0], size=size, stride=stride, padding=padding)
    if _held(layer.own, WEIGHTS) is None:
        layer.forward(x=x.copy())
    plant(layer.own, WEIGHTS, _forth(w, shape))
    plant(layer.own, BIASES, b)
    return layer, _given(layer, layer.forward(x=x.copy()), "output out")


def _weights(layer):
    return [np.array(_held(layer, names), float) for names in (WEIGHTS, BIASES)]


def _held(layer, names):
    for holder in (vars(layer), *(getattr(layer, n, None) for n in ("params", "parameters"))):
        for name in names.split():
            if isinstance(holder, dict) and name in holder and isinstance(holder[name], np.ndarray):
                return holder[name]
    return None


def _given(layer, returned, names=DX):
    """Return what a layer returns, or else what it keeps."""
    if returned is not None:
        return returned[0] if isinstance(returned, tuple) else returned
    return next((vars(layer.own)[name] for name in names.split() if name in vars(layer.own)), None)
