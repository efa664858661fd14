"""Mean and variance merged from those of halves, after Chan, Golub and LeVeque."""

import _normalizations
from _how import How, carried_out
from _moments import merged

globals().update(carried_out(How(statistics=merged), _normalizations))
