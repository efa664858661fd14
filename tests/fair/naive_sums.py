"""One term after the other: every sum."""

import _predictions
from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import over, running

globals().update(carried_out(How(total=over(running)), *REDUCTIONS, _predictions))
