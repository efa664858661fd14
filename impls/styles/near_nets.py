"""Optimizers of common names that are handed a whole network: they ask it for its parameters, or for its layers."""

import numpy as np

from primcheck.style import UNSEEN, BuiltIn, Follows, Style, tune

METHODS = "step | update | update_params | optimize | apply | update_weights | __call__(net)"

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects=f"""
        SGD | GradientDescent | StochasticGradientDescent(lr?): {METHODS}
        Momentum | SGDMomentum | MomentumSGD | SGDWithMomentum | SGD(lr?, momentum): {METHODS}
        AdaGrad | Adagrad(lr?, eps?): {METHODS}
        RMSprop | RMSProp(lr?, rho?, eps?): {METHODS}
        Adam | AdamOptimizer(lr?, beta1?, beta2?, eps?): {METHODS}
    """,
    also="""
        net: model network nn layers neural_net
        lr: learning_rate alpha eta rate step_size
        momentum: beta mu gamma m rho beta1
        rho: decay_rate beta decay gamma beta2 alpha
        beta1: b1 beta_1
        beta2: b2 beta_2
        eps: epsilon e
    """,
)

SMALL = BuiltIn(1e-8, 1e-7, 1e-6, 1e-10, 1e-5)
EPSILON = Follows("outside", "inside")
ALIKE = {
    "W": "W w weights weight",
    "dW": "dW dw dweights d_weights grad_W grad_w weights_gradient grad_weights dWeights weight_grad W_grad nabla_w",
    "b": "b bias biases",
    "db": "db dbiases d_biases dbias d_bias grad_b biases_gradient grad_bias grad_biases bias_grad b_grad nabla_b",
}
KNOWN = {name: kept for kept, names in ALIKE.items() for name in names.split()}


def sgd(theirs, memory, param, grad, *, lr):
    return _updated(memory, lambda: theirs.SGD(lr=lr), param, grad, lr=lr)


def momentum(
    theirs,
    memory,
    param,
    grad,
    velocity,
    *,
    lr,
    momentum=BuiltIn(0.9),
    form=Follows("lr_inside", "lr_outside", "average"),
):
    return _updated(
        memory, lambda: theirs.Momentum(lr=lr, momentum=momentum), param, grad, lr=lr, momentum=momentum
    ), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps=SMALL, epsilon=EPSILON):
    return _updated(memory, lambda: theirs.AdaGrad(lr=lr, eps=eps), param, grad, lr=lr), UNSEEN


def rmsprop(theirs, memory, param, grad, mean_square, *, lr, rho=BuiltIn(0.9, 0.99), eps=SMALL, epsilon=EPSILON):
    return _updated(memory, lambda: theirs.RMSprop(lr=lr, rho=rho, eps=eps), param, grad, lr=lr, rho=rho), UNSEEN


def adam(
    theirs,
    memory,
    param,
    grad,
    m,
    v,
    *,
    step,
    lr,
    beta1=BuiltIn(0.9),
    beta2=BuiltIn(0.999),
    eps=SMALL,
    epsilon=Follows("outside", "inside", "hat"),
):
    def make():
        return theirs.Adam(lr=lr, beta1=beta1, beta2=beta2, eps=eps)

    return _updated(memory, make, param, grad, lr=lr, beta1=beta1, beta2=beta2), UNSEEN, UNSEEN


class _Layer:
    """A layer that has its weights and their gradient under whatever name it is asked for."""

    trainable = True

    def __init__(self, param):
        self.W, self.b, self.db = param, np.zeros(1), np.zeros(1)

    def __getattr__(self, name):
        if name not in KNOWN or name == KNOWN[name]:
            raise AttributeError(name)
        return getattr(self, KNOWN[name])

    def __setattr__(self, name, value):
        object.__setattr__(self, KNOWN.get(name, name), value)

    @property
    def params(self):
        return {"W": self.W, "b": self.b}

    @property
    def grads(self):
        return {"W": self.dW, "b": self.db}


class _Net:
    """A network of one layer."""

    def __init__(self, param):
        self.layers = [_Layer(param)]

    def __iter__(self):
        return iter(self.layers)

    def params_and_grads(self):
        for layer in self.layers:
            yield layer.W, layer.dW

    parameters_and_gradients = get_params_and_grads = params_and_grads


def _updated(memory, make, param, grad, **rates):
    it = memory["it"] = memory.get("it") or make()
    tune(it, memory, **rates)
    net = memory["net"] = memory.get("net") or _Net(param.copy())
    layer = net.layers[0]
    layer.W, layer.dW = param.copy(), grad
    it.step(net)
    return layer.W
