"""Random arrays from compiled loops: a counter makes the bits, so that blocks of them are computed side by side."""

import math

import numpy as np
from numba import njit

from ._shapes import check_tails

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2
HALF = 512  # pairs in a block that stays in the fastest cache
STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST, SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
S11, S27, S30, S31 = np.uint64(11), np.uint64(27), np.uint64(30), np.uint64(31)
MANTISSA, ONE = (1 << 52) - 1, 1023 << 52
LN2 = math.log(2)
INVERSE = tuple(1 / (2 * k + 1) for k in range(11))  # of the series of ln((1 + s)/(1 − s))/2s
SINE = tuple((-1) ** k / math.factorial(2 * k + 1) for k in range(8))
COSINE = tuple((-1) ** k / math.factorial(2 * k) for k in range(9))


def normal(shape, std, tails, rng, mean=0.0):
    """Normal numbers; truncated ones keep the standard deviation."""
    check_tails(tails)
    if tails == "truncated":
        return truncated(shape, mean, std / STD_OF_TRUNCATED, rng)
    return _normal(math.prod(shape), _key(rng), float(mean), float(std), math.inf).reshape(shape)


def truncated(shape, mean, std, rng):
    """Normal numbers, of which those beyond two standard deviations are skipped."""
    return _normal(math.prod(shape), _key(rng), float(mean), float(std), 2.0).reshape(shape)


def uniform(shape, low, high, rng):
    """Numbers spread evenly from low to high."""
    return _uniform(math.prod(shape), _key(rng), float(low), float(high - low)).reshape(shape)


@njit(cache=True)
def fill(count, value):
    """A new array of one value."""
    return np.full(count, value)


def _key(rng):
    return rng.integers(0, 2**64, dtype=np.uint64)


@njit(cache=True, inline="always")
def _bits(key, number):
    """Splitmix64: the 64 bits of one number in the sequence of a key."""
    z = key + np.uint64(number) * STEP
    z = (z ^ (z >> S30)) * FIRST
    z = (z ^ (z >> S27)) * SECOND
    return z ^ (z >> S31)


@njit(cache=True, error_model="numpy")
def _uniform(count, key, low, width):
    out = np.empty(count)
    for i in range(count):
        out[i] = low + width * (np.int64(_bits(key, i) >> S11) * 2.0**-53)
    return out


@njit(cache=True, error_model="numpy")
def _pairs(key, start, radius, angle, first, second):
    """Box and Muller's pairs, with a logarithm, a sine and a cosine that the compiler can vectorize."""
    exponents = radius.view(np.int64)
    for i in range(HALF):
        radius[i] = (np.int64(_bits(key, start + 2 * i) >> S11) + 0.5) * 2.0**-53
        angle[i] = np.int64(_bits(key, start + 2 * i + 1) >> S11) * 2.0**-53
    for i in range(HALF):
        second[i] = (exponents[i] >> 52) - 1023
        exponents[i] = (exponents[i] & MANTISSA) | ONE
    for i in range(HALF):
        # u = 2^e·m, and m in [1, 2) is brought to [√½, √2) where the series converges fast.
        mantissa, exponent = radius[i], second[i]
        large = mantissa > 1.4142135623730951
        mantissa = mantissa * 0.5 if large else mantissa
        exponent = exponent + 1.0 if large else exponent
        s = (mantissa - 1) / (mantissa + 1)
        z = s * s
        series = INVERSE[10]
        for k in range(9, -1, -1):
            series = series * z + INVERSE[k]
        radius[i] = np.sqrt(-2 * (exponent * LN2 + 2 * s * series))
    for i in range(HALF):
        # A quarter turn is cut in the middle, so that sine and cosine are needed on [−π/4, π/4) only.
        turns = 4 * angle[i]
        quarter = np.floor(turns)
        x = (turns - quarter - 0.5) * (0.5 * math.pi)
        z = x * x
        sine = SINE[7]
        for k in range(6, -1, -1):
            sine = sine * z + SINE[k]
        sine *= x
        cosine = COSINE[8]
        for k in range(7, -1, -1):
            cosine = cosine * z + COSINE[k]
        odd = (quarter == 1) | (quarter == 3)
        a = sine if odd else cosine
        b = cosine if odd else sine
        first[i] = radius[i] * (-a if (quarter == 1) | (quarter == 2) else a)
        second[i] = radius[i] * (-b if quarter >= 2 else b)


@njit(cache=True, error_model="numpy")
def _normal(count, key, mean, std, cut):
    out = np.empty(count)
    radius, angle, draws = np.empty(HALF), np.empty(HALF), np.empty(2 * HALF)
    done, start = 0, 0
    while done < count:
        _pairs(key, start, radius, angle, draws[:HALF], draws[HALF:])
        start += 2 * HALF
        if cut == np.inf:
            size = min(2 * HALF, count - done)
            for i in range(size):
                out[done + i] = mean + std * draws[i]
            done += size
        else:
            for i in range(2 * HALF):
                if abs(draws[i]) <= cut and done < count:
                    out[done] = mean + std * draws[i]
                    done += 1
    return out
