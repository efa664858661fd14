"""The smallest terms first: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import ascending, over

globals().update(carried_out(How(total=over(ascending)), *REDUCTIONS))
