"""Compensated, after Kahan: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import kahan, over

globals().update(carried_out(How(total=over(kahan)), *REDUCTIONS))
