"""`python -m primcheck` is the same as `primcheck`."""

from primcheck.cli import main

main()
