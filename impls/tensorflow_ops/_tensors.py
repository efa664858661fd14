"""NumPy arrays in and out of TensorFlow, and what it is asked to refuse."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import tensorflow as tf


def gradients(function, dy, *arrays):
    """The gradients of Σ dy · function(*arrays) with respect to each array, by TensorFlow's own tape."""
    tensors = [tf.constant(array) for array in arrays]
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        y = function(*tensors)
    if y.shape != dy.shape:
        raise ValueError(f"dy must have the shape of the output, {tuple(y.shape)}, got {dy.shape}")
    found = tape.gradient(y, tensors, output_gradients=tf.constant(dy), unconnected_gradients="zero")
    return tuple(gradient.numpy() for gradient in found)


def gradient(function, dy, x):
    """The gradient of Σ dy · function(x) with respect to x, by TensorFlow's own tape."""
    return gradients(function, dy, x)[0]


def loss_gradient(loss, x):
    """The gradient of a scalar loss with respect to x, by TensorFlow's own tape."""
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = loss(x)
    return tape.gradient(value, x).numpy()


def offer(name, value, *offered):
    """Refuse what TensorFlow does not offer."""
    if value not in offered:
        raise ValueError(f"{name} must be {' or '.join(offered)}: TensorFlow offers nothing else, got {value!r}")


def require_same_shape(**arrays):
    """Refuse what TensorFlow would broadcast in silence."""
    (first, *_), shape = arrays, next(iter(arrays.values())).shape
    for name, array in arrays.items():
        if array.shape != shape:
            raise ValueError(f"{name} must have the shape of {first}, {shape}, got {array.shape}")


def decline_double(array):
    """The reason to leave double precision alone where TensorFlow's kernel has none, or None."""
    return "double is not in the list of allowed values: half, bfloat16, float" if array.dtype == "float64" else None
