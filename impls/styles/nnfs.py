"""Neural Networks from Scratch in Python: forward leaves `output`, backward leaves `dinputs`, `dweights` and `dbiases`.

The dropout layer keeps at 1 − rate and scales in training. Optimizers update a layer in three calls.
"""

from types import SimpleNamespace

import numpy as np

from primcheck.style import (
    GUARDS,
    UNSEEN,
    Dims,
    Follows,
    Style,
    Way,
    beyond,
    declines,
    lowered,
    mask_of,
    masked,
    squeezed,
)

style = Style(
    title="Neural Networks from Scratch",
    source="Kinsley and Kukieła, Neural Networks from Scratch in Python (nnfs.io)",
    expects="""
        Layer_Dense | LayerDense(n_inputs, n_neurons): forward(inputs, training?), backward(dvalues)
        Layer_Dropout | LayerDropout(rate): forward(inputs, training?), backward(dvalues)
        Activation_ReLU | ActivationReLU(): forward(inputs, training?), backward(dvalues)
        Activation_Sigmoid | ActivationSigmoid(): forward(inputs, training?), backward(dvalues)
        Activation_Softmax | ActivationSoftmax(): forward(inputs, training?), backward(dvalues)
        Loss_CategoricalCrossentropy | Loss_CategoricalCrossEntropy(): forward(y_pred, y_true), backward(dvalues, y_true)
        Loss_MeanSquaredError(): forward(y_pred, y_true), backward(dvalues, y_true)
        Activation_Softmax_Loss_CategoricalCrossentropy(): forward(inputs, y_true), backward(dvalues, y_true)
        Optimizer_SGD(learning_rate, decay?, momentum?): pre_update_params(), update_params(layer), post_update_params()
        Optimizer_Adagrad(learning_rate, decay?, epsilon?): pre_update_params(), update_params(layer), post_update_params()
        Optimizer_RMSprop(learning_rate, decay?, epsilon?, rho?): pre_update_params(), update_params(layer), post_update_params()
        Optimizer_Adam(learning_rate, decay?, epsilon?, beta_1?, beta_2?): pre_update_params(), update_params(layer), post_update_params()
    """,
    also="inputs: X x\n dvalues: dy dout\n layer: self_layer",
)


def dense(theirs, x: Dims(2), w, b):
    layer = theirs.Layer_Dense(*w.shape)
    layer.weights, layer.biases = w.copy(), b.reshape(1, -1)
    return _output(layer, layer.forward(x, True))


def dense_backward(theirs, dy, x: Dims(2), w):
    layer = theirs.Layer_Dense(*w.shape)
    layer.weights, layer.biases = w.copy(), np.zeros((1, w.shape[1]))
    layer.forward(x, True)
    layer.backward(dy)
    return layer.dinputs, layer.dweights, squeezed(layer.dbiases, (w.shape[1],))


def relu(theirs, x):
    layer = theirs.Activation_ReLU()
    return _output(layer, layer.forward(x, True))


def relu_backward(theirs, dy, x, *, at_zero=Follows("zero", "one")):
    layer = theirs.Activation_ReLU()
    layer.forward(x, True)
    layer.backward(dy)
    return layer.dinputs


def sigmoid(theirs, x):
    layer = theirs.Activation_Sigmoid()
    return _output(layer, layer.forward(x, True))


def sigmoid_backward(theirs, dy, x):
    layer = theirs.Activation_Sigmoid()
    layer.forward(x, True)
    layer.backward(dy)
    return layer.dinputs


def _rows(arguments):
    return "" if arguments["x"].ndim == 2 and arguments["axis"] in (-1, 1) else "works along the rows of two axes"


@declines(_rows)
def softmax(theirs, x, *, axis):
    layer = theirs.Activation_Softmax()
    return _output(layer, layer.forward(x, True))


@declines(_rows)
def softmax_backward(theirs, dy, x, *, axis):
    layer = theirs.Activation_Softmax()
    layer.forward(x, True)
    layer.backward(dy)
    return layer.dinputs


def dropout(theirs, x, *, rate, training):
    layer = theirs.Layer_Dropout(rate)
    y = _output(layer, layer.forward(x, training))
    return y, mask_of(layer, x, y) if training else np.ones(x.shape, bool)


def dropout_backward(theirs, dy, mask, *, rate):
    layer = theirs.Layer_Dropout(rate)
    for _ in range(50):
        if np.any(_output(layer, layer.forward(np.ones_like(dy), True))):
            break
    masked(layer, mask, 1 / (1 - rate))
    layer.backward(dy)
    return layer.dinputs


def _one_hot(arguments):
    target = arguments["target"]
    soft = target.size and (np.any((target != 0) & (target != 1)) or np.any(target.sum(axis=-1) != 1))
    return "takes one class a row, not a distribution" if soft else ""


@declines(beyond)
@declines(_one_hot)
def cross_entropy_loss(theirs, probability, target, *, in_log=Way(**{"clipped": GUARDS["clipped"], **GUARDS})):
    return np.mean(theirs.Loss_CategoricalCrossentropy().forward(lowered(probability, in_log), target))


def mse_loss(theirs, prediction, target, *, reduction=Follows("mean")):
    return np.mean(theirs.Loss_MeanSquaredError().forward(prediction, target))


def softmax_cross_entropy_loss_backward(theirs, logits, labels, *, reduction=Follows("mean")):
    layer = theirs.Activation_Softmax_Loss_CategoricalCrossentropy()
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    layer.backward(e / e.sum(axis=1, keepdims=True), labels)
    return layer.dinputs


def sgd(theirs, memory, param, grad, *, lr):
    it = memory["it"] = memory.get("it") or theirs.Optimizer_SGD(lr)
    return _updated(
        it,
        memory,
        param,
        grad,
        lr=lr,
    )


def momentum(theirs, memory, param, grad, velocity, *, lr, momentum, form=Follows("lr_inside")):
    it = memory["it"] = memory.get("it") or theirs.Optimizer_SGD(lr, 0.0, momentum)
    rates = dict(lr=lr, momentum=momentum)
    return _updated(
        it,
        memory,
        param,
        grad,
        **rates,
    ), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps, epsilon=Follows("outside", "inside")):
    it = memory["it"] = memory.get("it") or theirs.Optimizer_Adagrad(lr, 0.0, eps)
    return _updated(
        it,
        memory,
        param,
        grad,
        lr=lr,
    ), UNSEEN


def rmsprop(theirs, memory, param, grad, mean_square, *, lr, rho, eps, epsilon=Follows("outside", "inside")):
    it = memory["it"] = memory.get("it") or theirs.Optimizer_RMSprop(lr, 0.0, eps, rho)
    return _updated(
        it,
        memory,
        param,
        grad,
        lr=lr,
        rho=rho,
    ), UNSEEN


def adam(theirs, memory, param, grad, m, v, *, step, lr, beta1, beta2, eps, epsilon=Follows("outside", "inside")):
    it = memory["it"] = memory.get("it") or theirs.Optimizer_Adam(lr, 0.0, eps, beta1, beta2)
    rates = dict(lr=lr, beta_1=beta1, beta_2=beta2)
    return (
        _updated(
            it,
            memory,
            param,
            grad,
            **rates,
        ),
        UNSEEN,
        UNSEEN,
    )


def _output(layer, returned):
    return layer.output if returned is None else returned


def _updated(it, memory, param, grad, **rates):
    layer = memory.setdefault("layer", SimpleNamespace())
    layer.weights, layer.biases = param.copy(), np.zeros((1, 1))
    layer.dweights, layer.dbiases = grad, np.zeros((1, 1))
    if rates != memory.setdefault("rates", dict(rates)):
        memory["rates"] = dict(rates)
        it.learning_rate = it.current_learning_rate = rates.pop("lr")
        for name, value in rates.items():
            setattr(it, name, value)
    it.pre_update_params()
    it.update_params(layer)
    it.post_update_params()
    return layer.weights
