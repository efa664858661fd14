"""Grading: many submissions judged in isolation, one record each, by a rubric; it can be interrupted and goes on."""
