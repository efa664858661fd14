"""Initializers by the generator's own methods, orthonormal vectors by QR."""

import _draws
import _initializers
from _how import carried_out

globals().update(carried_out(_draws.Draw(uniform=_draws.uniform), _initializers))
