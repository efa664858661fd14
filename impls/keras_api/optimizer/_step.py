"""One step of Keras' optimizers, resumed from the state given."""

from .._tensors import array, in_precision, keras, require_same_shape, tensor


def step(make, param, grad, *, done=0, prepare=None, **slots):
    """Build the optimizer that `make` makes, fill its slots, apply the gradient; return the parameter and the slots.

    Slots are named as Keras names their variables: by what follows the parameter's own name.
    """
    require_same_shape(param=param, grad=grad, **slots)
    with in_precision(param.dtype):
        variable = keras.Variable(param, name="param")
        optimizer = make()
        optimizer.build([variable])
        optimizer.iterations.assign(done)
        variables = {held.name.removeprefix("param_"): held for held in optimizer.variables}
        for name, value in slots.items():
            variables[name].assign(value)
        if prepare:
            prepare(optimizer)
        optimizer.apply([tensor(grad)])
    found = (array(variable), *(array(variables[name]) for name in slots))
    return found if slots else found[0]


def require_step(step):
    """Refuse steps that are not counted from 1."""
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")
