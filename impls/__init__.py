"""The subjects: the same primitives by different techniques, one folder a technique, found by themselves."""
