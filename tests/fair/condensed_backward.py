"""Gradients of normalizations in one condensed formula."""

import _normalizations
from _how import How, carried_out
from _moments import condensed

globals().update(carried_out(How(through=condensed), _normalizations, ending="_backward"))
