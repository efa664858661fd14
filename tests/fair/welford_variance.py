"""Mean and variance in one pass, after Welford."""

import _normalizations
from _how import How, carried_out
from _moments import welford

globals().update(carried_out(How(statistics=welford), _normalizations))
