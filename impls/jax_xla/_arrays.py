"""Functions of JAX for NumPy arrays, compiled by XLA once for every shape and type, and their gradients."""

import jax
import numpy as np

# Not in the package itself, which is looked at where JAX is not installed. Every file of the room imports this one.
jax.config.update("jax_enable_x64", True)


def as_numpy(results):
    """The arrays that JAX gives, as NumPy's."""
    return jax.tree.map(np.asarray, results)


def compiled(function, *static):
    """Compile a function; the named options become part of the program, all others stay inputs of it."""
    program = jax.jit(function, static_argnames=static)
    return lambda *arrays, **options: as_numpy(program(*arrays, **options))


def gradient(function, *static):
    """Compile the gradient of Σ dy · function(x, …) with respect to x, through jax.vjp."""
    pulled = gradients(function, 1, *static)
    return lambda dy, x, *others, **options: pulled(dy, x, *others, **options)[0]


def gradients(function, count, *static):
    """Compile the gradients of Σ dy · function(…) with respect to its first arguments, through jax.vjp."""

    def pull(dy, *arrays, **options):
        def layer(*learned):
            return function(*learned, *arrays[count:], **options)

        return jax.vjp(layer, *arrays[:count])[1](dy)

    return compiled(pull, *static)


def loss_gradients(function, count, *static):
    """Compile the gradients of a scalar loss with respect to its first arguments, through jax.grad."""
    return compiled(jax.grad(function, argnums=tuple(range(count))), *static)


def require(name, value, *offered):
    """Refuse a convention that the library does not follow."""
    if value not in offered:
        raise ValueError(f"{name} must be {' or '.join(offered)}: nothing else is offered, got {value!r}")
