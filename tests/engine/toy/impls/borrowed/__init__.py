"""A library that everyone has, and that goes its own ways."""

ROLE = "library"
REQUIRES = ("json",)
