"""Returns an array of a class that lies about its shape, its values and every comparison."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


class Liar(np.ndarray):
    def __eq__(self, other):
        return np.ones(np.shape(other), bool)

    def __ne__(self, other):
        return np.zeros(np.shape(other), bool)

    def __sub__(self, other):
        return np.zeros(np.shape(other))

    __rsub__ = __sub__

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        return np.zeros(self.shape)

    def __array_function__(self, function, types, inputs, options):
        return True


def relu(x):
    return (x - 1).view(Liar)


def fixed_lr(iteration, *, base_lr):
    return base_lr
