"""Gradients of normalizations node by node, as the graph has them."""

import _normalizations
from _how import How, carried_out
from _moments import staged

globals().update(carried_out(How(through=staged), _normalizations, ending="_backward"))
