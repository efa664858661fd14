"""The variance in one pass, over distances from the first value."""

import _normalizations
from _how import How, carried_out
from _moments import shifted

globals().update(carried_out(How(statistics=shifted), _normalizations))
