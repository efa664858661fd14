"""NumPy arrays in and out of Keras on TensorFlow, and what it is asked to refuse."""

import os
from contextlib import contextmanager

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras
import tensorflow as tf

tensor = keras.ops.convert_to_tensor
array = keras.ops.convert_to_numpy


@contextmanager
def in_precision(dtype):
    """Let Keras compute in the given precision where nothing else says which."""
    before = keras.config.floatx()
    keras.config.set_floatx(str(dtype))
    try:
        yield
    finally:
        keras.config.set_floatx(before)


def ready(layer, x, *weights):
    """A layer built for x that has the weights."""
    layer.build(x.shape)
    layer.set_weights(weights)
    return layer


def gradient(function, dy, x):
    """The gradient of Σ dy · function(x) with respect to x, by the tape of the backend."""
    return _gradients(function, dy, x, ())[0]


def layer_gradients(layer, dy, x, **arguments):
    """The gradients of Σ dy · layer(x) with respect to x and the layer's weights."""
    return _gradients(lambda x: layer(x, **arguments), dy, x, [weight.value for weight in layer.trainable_variables])


def loss_gradient(loss, x):
    """The gradient of a scalar loss with respect to x, by the tape of the backend."""
    x = tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = loss(x)
    return array(tape.gradient(value, x))


def _gradients(function, dy, x, weights):
    x = tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    if y.shape != dy.shape:
        raise ValueError(f"dy must have the shape of the output, {tuple(y.shape)}, got {dy.shape}")
    sources = [x, *weights]
    found = tape.gradient(y, sources, output_gradients=tensor(dy), unconnected_gradients="zero")
    return tuple(array(gradient) for gradient in found)


def seed(rng):
    """A seed for Keras' own generators."""
    return int(rng.integers(2**31))


def offer(name, value, *offered):
    """Refuse what Keras does not offer."""
    if value not in offered:
        raise ValueError(f"{name} must be {' or '.join(offered)}: Keras offers nothing else, got {value!r}")


def require_same_shape(**arrays):
    """Refuse what Keras would broadcast in silence."""
    (first, *_), shape = arrays, next(iter(arrays.values())).shape
    for name, array in arrays.items():
        if array.shape != shape:
            raise ValueError(f"{name} must have the shape of {first}, {shape}, got {array.shape}")
