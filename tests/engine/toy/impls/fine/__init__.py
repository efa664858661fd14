"""A right implementation of the toys."""

ROLE = "technique"
