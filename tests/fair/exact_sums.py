"""Rounded once, by math.fsum: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import exact, over

globals().update(carried_out(How(total=over(exact)), *REDUCTIONS))
