"""The last term first: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import backwards, over

globals().update(carried_out(How(total=over(backwards)), *REDUCTIONS))
