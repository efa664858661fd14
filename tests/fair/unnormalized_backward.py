"""Gradients of normalizations from the distances to the mean and the variance."""

import _normalizations
from _how import How, carried_out
from _moments import through_the_variance

globals().update(carried_out(How(through=through_the_variance), _normalizations, ending="_backward"))
