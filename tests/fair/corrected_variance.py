"""The variance in two passes, the second corrected by what the first one's rounding left."""

import _normalizations
from _how import How, carried_out
from _moments import corrected

globals().update(carried_out(How(statistics=corrected), _normalizations))
