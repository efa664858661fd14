"""The arithmetic of the noise floor: rounding operations move, exact ones do not, and nothing loses the noise in silence."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from primcheck.extended import Extended, extend, noise, plain
from primcheck.faults import SuiteFault


def ext(values: Any) -> Any:
    """Return an extended array."""
    return extend(np.asarray(values, np.longdouble), rounds=False)


X = [[1.5, -2.0, 3.25], [0.5, 4.0, -1.0]]

ROUNDING: dict[str, Callable[[Any], Any]] = {
    "add": lambda x: x + 1.25,
    "reflected": lambda x: 2.0 * x,
    "power": lambda x: x**2,
    "float power": lambda x: np.float_power(abs(x), 3),
    "exp": np.exp,
    "sqrt": lambda x: np.sqrt(abs(x)),
    "matmul": lambda x: x @ x.T,
    "dot method": lambda x: x.dot(x.T),
    "einsum": lambda x: np.einsum("ij,kj->ik", x, x),
    "sum": lambda x: x.sum(axis=0),
    "mean": lambda x: x.mean(),
    "mean function": lambda x: np.mean(x, axis=1),
    "variance": lambda x: x.var(axis=1),
    "norm": np.linalg.norm,
    "cumsum": lambda x: x.cumsum(),
    "prod": lambda x: x.prod(),
    "unknown function": lambda x: np.trapezoid(x),
    "out": lambda x: np.add(x, 1.25, out=np.zeros_like(x)),
    "in place": lambda x: _in_place(x.copy()),
    "at": lambda x: _at(x.copy()),
    "element by element": lambda x: x[0, 0] * x[1, 1] + x[0, 1],
}

EXACT: dict[str, Callable[[Any], Any]] = {
    "negative": lambda x: -x,
    "absolute": abs,
    "maximum": lambda x: np.maximum(x, 0),
    "max": lambda x: x.max(axis=1),
    "where": lambda x: np.where(x > 0, x, 0),
    "transpose": lambda x: x.T.reshape(-1)[::-1],
    "sort": lambda x: np.sort(x, axis=None),
    "pad": lambda x: np.pad(x, 1),
    "stack": lambda x: np.stack([x, x]),
    "windows": lambda x: np.lib.stride_tricks.sliding_window_view(x, (2, 2)),
    "assignment": lambda x: _assigned(x),
    "clip": lambda x: x.clip(0, 1),
    "take": lambda x: np.take_along_axis(x, np.argmax(x, axis=1)[:, None], axis=1),
}


def _in_place(x: Any) -> Any:
    x *= 1.5
    return x


def _at(x: Any) -> Any:
    np.add.at(x, (np.array([0, 0]), np.array([1, 1])), 1.5)
    return x[0, 1]


def _assigned(x: Any) -> Any:
    buffer = np.zeros(x.shape, dtype=x.dtype, like=x)
    buffer[0] = x[1]
    return buffer


@pytest.mark.parametrize("name", sorted(ROUNDING))
def test_rounding_operations_move(name: str) -> None:
    """Each floating result that is rounded carries noise, and stays extended."""
    still = ROUNDING[name](ext(X))
    with noise(1e-3, np.random.default_rng(1)):
        moved = ROUNDING[name](ext(X))
    assert isinstance(moved, Extended)
    assert np.all(plain(moved) != plain(still))
    assert np.allclose(plain(moved).astype(float), plain(still).astype(float), rtol=0.1, atol=0.1)


@pytest.mark.parametrize("name", sorted(EXACT))
def test_exact_operations_do_not_move(name: str) -> None:
    """What only moves, picks or compares is left alone, and stays extended."""
    still = EXACT[name](ext(X))
    with noise(1e-3, np.random.default_rng(1)):
        moved = EXACT[name](ext(X))
    assert isinstance(moved, Extended)
    np.testing.assert_array_equal(plain(moved), plain(still))


@pytest.mark.parametrize(
    "losing",
    [
        lambda x: float(x[0, 0]),
        lambda x: int(x[0, 0]),
        lambda x: x[0, 0].item(),
        lambda x: x.tolist(),
        lambda x: np.add(x, 1, out=np.zeros(x.shape)),
    ],
)
def test_losing_the_noise_is_refused(losing: Callable[[Any], Any]) -> None:
    """A reference that leaves extended arithmetic is a fault of the suite."""
    with pytest.raises(SuiteFault):
        losing(ext(X))


def test_a_float_type_of_fixed_width_does_not_narrow() -> None:
    """Casting to float64 keeps the extended values."""
    assert isinstance(ext(X).astype(np.float64), Extended)
    assert ext(X).astype(np.int64).dtype == np.int64


def test_decisions_are_noted() -> None:
    """Comparisons and indices are written down, so that a case on a coin's edge can be found."""
    with noise(0.0) as decisions:
        x = ext(X)
        _ = x > 0, np.argmax(x), x.argmax(), np.floor(x)
    assert len(decisions) == 4


def test_every_operation_of_the_references_moves() -> None:
    """Each NumPy ufunc that the references call by name is known to be exact, or moves its results."""
    import ast
    from pathlib import Path

    import primcheck
    from primcheck.extended import EXACT_UFUNCS

    package = next(Path(root) / "reference" for root in primcheck.__path__ if (Path(root) / "reference").is_dir())
    used = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np":
                used.add(node.attr)
    ufuncs = [getattr(np, name) for name in used if isinstance(getattr(np, name, None), np.ufunc)]
    assert ufuncs
    for ufunc in ufuncs:
        arguments = [ext([1.25, 2.5])] * ufunc.nin
        with noise(1e-3, np.random.default_rng(0)):
            moved = ufunc(*arguments)
        still = ufunc(*arguments)
        if plain(still).dtype.kind == "f" and ufunc not in EXACT_UFUNCS:
            assert np.all(plain(moved) != plain(still)), ufunc.__name__
