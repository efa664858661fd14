"""Optimizers as classes of common names that make their own state, and as functions that are handed it.

Whether a class returns the new parameter or changes it in place, alone, in a list or in a dictionary, is read off the code.
"""

import numpy as np

from primcheck.style import UNSEEN, BuiltIn, Follows, Style, Way, first, tune

METHODS = "update | step | __call__ | apply | get_update | update_params | optimize | update_weights | apply_gradients(param, grad)"

style = Style(
    title="common names",
    source="names that many people give",
    general=True,
    expects=f"""
        SGD | GradientDescent | StochasticGradientDescent | VanillaSGD(lr?): {METHODS}
        Momentum | SGDMomentum | MomentumSGD | SGDWithMomentum | MomentumOptimizer | SGD | StochasticGradientDescent(lr?, momentum): {METHODS}
        Nesterov | NAG | NesterovMomentum | NesterovSGD(lr?, momentum?): {METHODS}
        AdaGrad | Adagrad | AdagradOptimizer(lr?, eps?): {METHODS}
        RMSprop | RMSProp | RMSPropOptimizer(lr?, rho?, eps?): {METHODS}
        Adam | AdamOptimizer | Adam_Optimizer(lr?, beta1?, beta2?, eps?): {METHODS}
        adam | adam_update | adam_step | update_adam | adam_optimizer(param, grad, m, v, step, lr?, beta1?, beta2?, eps?)
        sgd | sgd_update | sgd_step | gradient_descent_step | update_sgd(param, grad, lr)
        momentum | momentum_update | sgd_momentum | update_momentum | momentum_step | sgd_momentum_update(param, grad, velocity, lr?, momentum?)
        rmsprop | rmsprop_update | update_rmsprop | rmsprop_step(param, grad, mean_square, lr?, rho?, eps?)
        adagrad | adagrad_update | update_adagrad | adagrad_step(param, grad, accumulator, lr?, eps?)
    """,
    also="""
        param: params parameters w W theta weights x p parameter layer variables vars
        grad: grads gradients gradient dw dW g grad_wrt_w d dx grads_and_vars
        lr: learning_rate alpha eta rate step_size learning_rate_init l_rate
        momentum: beta mu gamma m rho beta1 alpha
        rho: decay_rate beta decay gamma beta2 alpha
        beta1: b1 beta_1 betaone rho1 beta_one
        beta2: b2 beta_2 rho2 beta_two
        eps: epsilon e eps_ delta
        velocity: v vel vw v_dw
        mean_square: s cache v r sdw eg2 avg_sq
        accumulator: cache h g_sum s r gsum
        m: vdw mt m_w first_moment mom1
        v: s sdw vt v_w second_moment mom2
        step: t i iteration timestep iter n time_step
    """,
)

HOLDER = dict(
    returned="the new parameter as the result",
    inplace="the parameter changed in place",
    dict="parameters in a dictionary",
    list="parameters in a list",
    lists="new parameters as a list",
    values="parameters in an object that has them as its values",
)
SMALL = BuiltIn(1e-8, 1e-7, 1e-6, 1e-10, 1e-5)
RATE = BuiltIn(0.9, 0.99, 0.95, 0.999)
BETA1, BETA2 = BuiltIn(0.9), BuiltIn(0.999)
FORM = Follows("lr_inside", "lr_outside", "average")
EPSILON = Follows("outside", "inside")


def sgd(theirs, memory, param, grad, *, lr, holder=Way(**HOLDER)):
    it = memory["it"] = memory.get("it") or theirs.SGD(lr=lr)
    tune(it, memory, lr=lr)
    return _updated(it, param, grad, holder)


def momentum(theirs, memory, param, grad, velocity, *, lr, momentum=BuiltIn(0.9), form=FORM, holder=Way(**HOLDER)):
    it = memory["it"] = memory.get("it") or theirs.Momentum(lr=lr, momentum=momentum)
    tune(it, memory, lr=lr, momentum=momentum)
    return _updated(it, param, grad, holder), UNSEEN


def nesterov(
    theirs,
    memory,
    param,
    grad,
    velocity,
    *,
    lr,
    momentum=BuiltIn(0.9),
    form=Follows("lr_inside", "lr_outside"),
    holder=Way(**HOLDER),
):
    it = memory["it"] = memory.get("it") or theirs.Nesterov(lr=lr, momentum=momentum)
    tune(it, memory, lr=lr, momentum=momentum)
    return _updated(it, param, grad, holder), UNSEEN


def adagrad(theirs, memory, param, grad, accumulator, *, lr, eps=SMALL, epsilon=EPSILON, holder=Way(**HOLDER)):
    it = memory["it"] = memory.get("it") or theirs.AdaGrad(lr=lr, eps=eps)
    tune(it, memory, lr=lr)
    return _updated(it, param, grad, holder), UNSEEN


def rmsprop(
    theirs, memory, param, grad, mean_square, *, lr, rho=RATE, eps=SMALL, epsilon=EPSILON, holder=Way(**HOLDER)
):
    it = memory["it"] = memory.get("it") or theirs.RMSprop(lr=lr, rho=rho, eps=eps)
    tune(it, memory, lr=lr, rho=rho)
    return _updated(it, param, grad, holder), UNSEEN


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
    beta1=BETA1,
    beta2=BETA2,
    eps=SMALL,
    epsilon=Follows("outside", "inside", "hat"),
    holder=Way(**HOLDER),
):
    it = memory["it"] = memory.get("it") or theirs.Adam(lr=lr, beta1=beta1, beta2=beta2, eps=eps)
    tune(it, memory, lr=lr, beta1=beta1, beta2=beta2)
    return _updated(it, param, grad, holder), UNSEEN, UNSEEN


def adam__function(
    theirs,
    param,
    grad,
    m,
    v,
    *,
    step,
    lr,
    beta1=BETA1,
    beta2=BETA2,
    eps=SMALL,
    epsilon=Follows("outside", "inside", "hat"),
):
    result = theirs.adam(param.copy(), grad, m.copy(), v.copy(), step, lr=lr, beta1=beta1, beta2=beta2, eps=eps)
    return tuple(result)[:3] if isinstance(result, (tuple, list)) else result


def sgd__function(theirs, param, grad, *, lr):
    return first(theirs.sgd(param=param.copy(), grad=grad, lr=lr))


def momentum__function(theirs, param, grad, velocity, *, lr, momentum=BuiltIn(0.9), form=FORM):
    return theirs.momentum(param=param.copy(), grad=grad, velocity=velocity.copy(), lr=lr, momentum=momentum)


def rmsprop__function(theirs, param, grad, mean_square, *, lr, rho=RATE, eps=SMALL, epsilon=EPSILON):
    return theirs.rmsprop(param=param.copy(), grad=grad, mean_square=mean_square.copy(), lr=lr, rho=rho, eps=eps)


def adagrad__function(theirs, param, grad, accumulator, *, lr, eps=SMALL, epsilon=EPSILON):
    return theirs.adagrad(param=param.copy(), grad=grad, accumulator=accumulator.copy(), lr=lr, eps=eps)


def _updated(it, param, grad, holder):
    param = param.copy()
    if holder == "returned":
        return it.update(param, grad)
    if holder == "inplace":
        it.update(param, grad)
        return param
    if holder == "dict":
        params = {"W": param}
        return _of(it.update(params, {"W": grad}), params, "W")
    if holder == "values":
        params = _Values(param)
        it.update(param=params, grad=_Values(grad.copy()))
        return params.values
    params = [param]
    result = it.update(params, [grad])
    return result[0] if holder == "lists" and result is not None else params[0]


def _of(result, params, name):
    return result[name] if isinstance(result, dict) and name in result else np.asarray(params[name])


class _Values:
    """Parameters or gradients that are reckoned with as one array."""

    def __init__(self, values):
        self.values = values

    def __iadd__(self, other):
        self.values = self.values + getattr(other, "values", other)
        return self

    def __isub__(self, other):
        self.values = self.values - getattr(other, "values", other)
        return self
