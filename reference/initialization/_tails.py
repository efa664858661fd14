"""Normal draws, plain or cut at two standard deviations."""

import numpy as np

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2


def standard_normal(shape: tuple[int, ...], tails: str, rng: np.random.Generator) -> np.ndarray:
    """Draws with mean 0 and standard deviation 1; "truncated" ones are redrawn until within ±2 σ, then rescaled."""
    if tails not in ("plain", "truncated"):
        raise ValueError(f"tails must be 'plain' or 'truncated', got {tails!r}.")
    return rng.standard_normal(shape) if tails == "plain" else cut(shape, rng) / STD_OF_TRUNCATED


def cut(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Standard normal draws, redrawn until within ±2; their standard deviation is 0.8796…."""
    draws = rng.standard_normal(shape)
    outside = np.abs(draws) > 2
    while np.any(outside):
        draws = np.where(outside, rng.standard_normal(shape), draws)
        outside = np.abs(draws) > 2
    return draws
