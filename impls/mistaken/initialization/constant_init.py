"""Mistakes in filling an array with a constant."""

import numpy as np


def always_zero(shape, *, value):
    """You returned zeros whatever the value.

    Fill with the value that is asked for: relu units often start with a bias of 0.01. Yours is right only for 0.

        w_i = value
    """
    return np.zeros(shape) * value


def truncated_to_an_integer(shape, *, value):
    """You filled an array of integers, so that 0.01 became 0.

    Make the array floating before you fill it. Yours is right only for whole numbers.

        w_i = value
    """
    return np.copy(np.broadcast_to(np.trunc(value), shape))


def random_values_added(shape, *, value):
    """You added small random numbers to the constant.

    Only weights need randomness to become different; a bias is exactly the value.

        w_i = value

    Wrong on every input.
    """
    return value + 0.01 * np.random.default_rng(0).standard_normal(shape)


def only_the_last_axis(shape, *, value):
    """You made one row, of the length of the last axis.

    Fill the whole shape; a row that is broadcast later is one parameter where there should be many. Shapes of one
    axis come out right.

        w_i = value, for every index i of shape
    """
    return np.copy(np.broadcast_to(0.0 + value, shape[-1:]))
