"""The kinds of trouble that are not the implementation's: a wrong call of the tool, what is missing, our own defects."""


class UsageError(Exception):
    """The user asked for something that does not exist or cannot be; exit code 2."""


class CannotJudge(Exception):
    """No judgement is possible: the target does not load, or nothing was there to judge; exit code 3."""


class MissingLibrary(Exception):
    """A case needs an optional library that is not installed: it is not run, and says so."""


class SuiteFault(Exception):
    """A case, reference or spec of the suite breaks its own rules; exit code 3, never blamed on the implementation."""
