"""A library that nobody has."""

ROLE = "library"
REQUIRES = ("no_such_module", "nor_this_one")
