"""Isolation: judging code that nobody trusts.

The code runs in a worker process that has shut itself in before it loads the first line of it. The judge knows the
questions, the answers and the clock, and believes the worker nothing but the bytes of the arrays it was asked for.
"""
