"""Convolutions: a view of all windows, contracted."""

import _by_contractions as by
import _convolutions
from _how import How, carried_out

WAY = How(correlate=by.correlate, spread=by.spread, kernel=by.kernel)
globals().update(carried_out(WAY, _convolutions))
