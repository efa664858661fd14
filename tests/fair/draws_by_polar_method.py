"""Normal numbers after Marsaglia, uniform ones from raw bits, orthonormal vectors after Gram and Schmidt."""

import _draws
import _initializers
from _how import carried_out

globals().update(carried_out(_draws.Draw(_draws.polar, _draws.bits, _draws.by_gram_schmidt), _initializers))
