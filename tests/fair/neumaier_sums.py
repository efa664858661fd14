"""Compensated, after Neumaier: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import neumaier, over

globals().update(carried_out(How(total=over(neumaier)), *REDUCTIONS))
