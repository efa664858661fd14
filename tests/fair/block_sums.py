"""Blocks of sixteen: every sum."""

from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import blocks, over

globals().update(carried_out(How(total=over(blocks)), *REDUCTIONS))
