"""Eight lanes, as vector units have: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import lanes, over

globals().update(carried_out(How(total=over(lanes)), *REDUCTIONS))
