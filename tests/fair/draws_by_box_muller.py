"""Normal numbers after Box and Muller, uniform ones from whole ones, orthonormal vectors from singular ones."""

import _draws
import _initializers
from _how import carried_out

globals().update(carried_out(_draws.Draw(_draws.box_muller, _draws.whole_numbers, _draws.by_svd), _initializers))
