"""The formulas that add something up."""

import _convolutions
import _entropies
import _layers
import _losses
import _normalizations
import _pools
import _products
import _softmaxes
import _squares

REDUCTIONS = (
    _losses, _entropies, _softmaxes, _layers, _products, _normalizations, _squares, _convolutions, _pools,
)  # fmt: skip
