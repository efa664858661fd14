"""Halves of halves: every sum."""

import _predictions
from _how import How, carried_out
from _reductions import REDUCTIONS
from _sums import over, pairwise

globals().update(carried_out(How(total=over(pairwise)), *REDUCTIONS, _predictions))
