"""Calibration of the statistics: how often they accuse right code, and how surely they find named wrong laws.

What `primcheck.chance` states is a theorem; here it is measured. `python -m primcheck.calibration` judges right code with
many seeds, at the real level and at raised ones, then code that is right but for one named wrong law, and writes
reports/statistics.md.
"""
